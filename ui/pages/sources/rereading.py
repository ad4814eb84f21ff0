"""Reading sources otherwise: other options, another place, anew, with a password."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject

from migrator.model.views.sources import Rename, Reread, Unlocked
from ui.job import Job
from ui.operations import sources
from ui.pages.page import Page
from ui.pages.sources import words
from ui.pages.sources.chooser import choose_file, choose_folder
from ui.pages.sources.parts import Once
from ui.pages.sources.renames_dialog import RenamesDialog
from ui.pages.sources.source_pane import SourcePane
from ui.pages.sources.table_pane import TablePane
from ui.pages.sources.tree import SourcesList

Renames = tuple[Rename, ...]


class Rereading(QObject):
    """Asks the engine to read what is looked at in another way; where mapped columns would be lost
    it asks back first."""

    def __init__(
        self, page: Page, listed: SourcesList, table: TablePane, source: SourcePane
    ) -> None:
        super().__init__(page)
        self._page = page
        self._list = listed
        self._table = table
        listed.look_wanted.connect(self._look)
        listed.locate_wanted.connect(self.locate)
        table.reading.changed.connect(self._corrected)
        table.choice.chosen.connect(lambda line: self._corrected({"header_row": line}))
        table.trouble.password_given.connect(self._unlock)
        for pane in (table.trouble, source):
            pane.look_wanted.connect(lambda: self._of_source(self._look))
            pane.locate_wanted.connect(lambda: self._of_source(self.locate))

    def _of_source(self, act: Callable[[str], object]) -> None:
        source, _ = self._list.chosen()
        if source is not None:
            act(source.id)

    def _corrected(self, options: dict[str, str]) -> None:
        source, table = self._list.chosen()
        if source is not None and table is not None:
            self.read_as(source.id, table.name, options)

    def read_as(
        self, source: str, table: str, options: dict[str, str], agreed: bool = False
    ) -> None:
        """Read a table with other options from now on."""
        self._table.show_waiting(True)
        job = sources.read_as(
            session=self._page.session,
            source=source,
            table=table,
            options=options,
            agreed=agreed,
        )
        job.cancelled.connect(self._page.refresh)
        self._follow(job, lambda _: self.read_as(source, table, options, True))

    def _look(self, source: str) -> None:
        self.look_again((source,))

    def look_again(
        self, names: Sequence[str] = (), agreed: bool = False, renames: Renames = ()
    ) -> None:
        """Find what is in sources now; without names in those that changed."""
        job = sources.look_again(
            session=self._page.session, sources=names, agreed=agreed, renames=renames
        )
        self._follow(job, lambda chosen: self.look_again(names, True, chosen))

    def locate(self, source: str) -> None:
        """Ask where a file or folder is now."""
        card = next((card for card in self._list.model.cards if card.id == source), None)
        if card is not None:
            ask = choose_folder if card.kind == "folder" else choose_file
            ask(self._page, lambda paths: self.relocate(source, paths[0]))

    def relocate(self, source: str, uri: str, agreed: bool = False, renames: Renames = ()) -> None:
        """Read a source from another place."""
        job = sources.relocate(
            session=self._page.session, source=source, uri=uri, agreed=agreed, renames=renames
        )
        self._follow(job, lambda chosen: self.relocate(source, uri, True, chosen))

    def _follow(self, job: Job, again: Callable[[Renames], None]) -> None:
        """Say what comes of a job; `again` does the same once its losses are agreed to, with the
        columns that have other names now."""
        self._page.banner("")
        job.failed.connect(self._page.fail)
        Once(self, job, lambda result: self._reread(result, again))

    def _reread(self, result: Reread, again: Callable[[Renames], None]) -> None:
        if result.problem is not None:
            self._page.banner(words.problem_told(result.problem), "error")
            return
        if not result.done and any(loss.waiting for loss in result.losses):
            self._ask_names(result, again)
            return
        if not result.done:
            told = self.tr("Read like this, mapped columns are lost: {mapping}.")
            told = told.format(mapping=words.losses_told(result.losses))
            undo = self.tr("It can be undone.")
            self._page.banner(f"{told} {undo}", "warn", self.tr("Read it so"), lambda: again(()))
            return
        self._table.show_rows()
        parts = []
        if result.new:
            new = self.tr("New: {tables}.")
            parts.append(new.format(tables=words.names_told(result.new)))
        if result.gone:
            gone = self.tr("No longer there: {tables}.")
            parts.append(gone.format(tables=words.names_told(result.gone)))
        self._page.banner(" ".join(parts), "warn" if result.gone else "info")

    def _ask_names(self, result: Reread, again: Callable[[Renames], None]) -> None:
        """Columns are missing: nothing of the mapping goes; perhaps they have other names now."""
        missing = [name for loss in result.losses for name in loss.waiting]
        told = self.tr("Columns are missing: {columns}. The mapping is kept and waits for them.")
        told = told.format(columns=words.names_told(tuple(dict.fromkeys(missing))))

        def ask() -> None:
            dialog = RenamesDialog(result, self._page)
            dialog.decided.connect(again)
            dialog.open()

        if result.renames:
            self._page.banner(told, "warn", self.tr("Were they renamed?"), ask)
        else:
            self._page.banner(told, "warn", self.tr("Read it so"), lambda: again(()))

    def _unlock(self, password: str) -> None:
        source, _ = self._list.chosen()
        if source is None:
            return
        job = sources.unlock(session=self._page.session, source=source.id, password=password)
        job.then(self._unlocked, self._page.fail)

    def _unlocked(self, result: Unlocked) -> None:
        if result.problem is not None:
            self._page.banner(words.problem_told(result.problem), "error")
        elif not result.kept:
            self._page.banner(words.unkept(), "info")
