"""What a person does with sources and tables, and what came of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QObject

from migrator.model.views.sources import Added, Loss, Overview, SourceCard
from ui import speech
from ui.operations import sources
from ui.pages.page import Page
from ui.pages.sources import words
from ui.pages.sources.parts import Once
from ui.pages.sources.rereading import Rereading
from ui.pages.sources.source_pane import SourcePane
from ui.pages.sources.table_pane import TablePane
from ui.pages.sources.tree import SourcesList


class Acts(QObject):
    """Asks the engine for changes, asks back where mapping would be lost, says what happened."""

    def __init__(
        self, page: Page, listed: SourcesList, table: TablePane, source: SourcePane
    ) -> None:
        super().__init__(page)
        self._page = page
        self._list = listed
        self.rereading = Rereading(page, listed, table, source)
        self._noticed = ""
        listed.keep_wanted.connect(lambda s, t, keep: self.keep(s, (t,), keep))
        listed.remove_wanted.connect(self.remove)
        table.keep_wanted.connect(lambda keep: self._of_table(self.keep, keep))
        table.reason_given.connect(lambda words_: self._of_table(self._explain, words_))
        source.remove_wanted.connect(lambda: self._of_source(self.remove))
        source.keep_wanted.connect(self._keep_all)

    def _of_table(self, act: Callable[..., object], value: Any) -> None:
        source, table = self._list.chosen()
        if source is not None and table is not None:
            act(source.id, (table.name,), value)

    def _of_source(self, act: Callable[[str], object]) -> None:
        source, _ = self._list.chosen()
        if source is not None:
            act(source.id)

    # -- reading everything

    def read_all(self) -> None:
        """Take the snapshots of all kept tables."""
        self._page.banner("")
        sources.read_all(session=self._page.session).then(self._have_read, self._page.fail)

    def _have_read(self, _: object) -> None:
        told = self.tr("All kept tables were read. Next, assess what is in them.")
        self._page.banner(told, "ok", self.tr("Assess"), lambda: self._page.go.emit("assess"))

    # -- keeping and removing

    def keep(self, source: str, tables: Sequence[str], keep: bool, reason: str = "") -> None:
        """Keep tables, or leave them out; asks back if they feed something."""
        session = self._page.session
        self._page.banner("")

        def go() -> None:
            self._page.banner("")
            job = sources.keep(
                session=session, source=source, tables=tables, keep=keep, reason=reason
            )
            job.failed.connect(self._page.fail)

        def judge(losses: tuple[Loss, ...]) -> None:
            if not losses:
                go()
                return
            told = self.tr("Leaving {names} out removes the mapping too: {mapping}.").format(
                names=words.names_told(tables), mapping=words.losses_told(losses)
            )
            self._ask(told, self.tr("Leave it out"), go)
            self._page.refresh()  # the tick stands again until that is agreed

        if keep:
            go()
        else:
            job = sources.losses(session=session, source=source, tables=tables)
            job.failed.connect(self._page.fail)
            Once(self, job, judge)

    def _explain(self, source: str, tables: Sequence[str], reason: str) -> None:
        self.keep(source, tables, False, reason)

    def _keep_all(self, keep: bool) -> None:
        source, _ = self._list.chosen()
        if source is not None:
            self.keep(source.id, tuple(t.name for t in source.tables if t.keep != keep), keep)

    def remove(self, source: str) -> None:
        """Take a source out; asks back if its tables feed something."""
        session = self._page.session
        self._page.banner("")

        def go() -> None:
            self._page.banner("")
            sources.remove(session=session, source=source).failed.connect(self._page.fail)

        def judge(losses: tuple[Loss, ...]) -> None:
            if not losses:
                go()
                return
            told = self.tr("Removing {name} removes its mapping too: {mapping}.").format(
                name=speech.isolate(source), mapping=words.losses_told(losses)
            )
            self._ask(told, self.tr("Remove it"), go)

        job = sources.losses(session=session, source=source)
        job.failed.connect(self._page.fail)
        Once(self, job, judge)

    def _ask(self, told: str, action: str, go: Callable[[], None]) -> None:
        undo = self.tr("It can be undone.")
        self._page.banner(f"{told} {undo}", "warn", action, go)

    # -- saying what happened

    def tell_added(self, added: Added) -> None:
        """Say what came of adding places, as far as the list of refusals does not."""
        self._page.banner(words.unkept() if added.unkept else "", "info")

    def notice(self, overview: Overview) -> None:
        """Tell of files that changed or are gone, once, over no other message."""
        if self._page.banner_text not in {"", self._noticed}:
            return
        gone = [card for card in overview.sources if card.state == "missing"]
        moved = [card for card in overview.sources if card.state == "changed"]
        if gone:
            told = self.tr("Not found any more: {names}.").format(names=_cards(gone))
            self._say(told, "error", self.tr("Locate…"), lambda: self.rereading.locate(gone[0].id))
        elif moved:
            told = self.tr("Changed since it was read: {names}.").format(names=_cards(moved))
            self._say(told, "warn", self.tr("Read again"), self.rereading.look_again)
        elif self._noticed:
            self._page.banner("")
            self._noticed = ""

    def _say(self, told: str, tone: str, action: str, go: Callable[[], None]) -> None:
        self._page.banner(told, tone, action, go)
        self._noticed = self._page.banner_text


def _cards(cards: Sequence[SourceCard]) -> str:
    return words.names_told([card.name for card in cards])
