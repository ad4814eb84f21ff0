"""A person at the sources page, for its tests."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import openpyxl
from pytestqt.qtbot import QtBot

from ui.pages.sources.page import SourcesPage
from ui.session import Session

WAIT_MS = 60_000


class Hands:
    """What a person does on the page, and waiting until the engine has done its part."""

    def __init__(self, page: SourcesPage, qtbot: QtBot) -> None:
        self.page = page
        self._qtbot = qtbot

    def until(self, happened: Callable[[], bool]) -> None:
        self._qtbot.waitUntil(happened, timeout=WAIT_MS)

    def add(self, *paths: str) -> None:
        """Add files and wait until they are shown or refused."""
        before = len(self.page.refused.refused), len(self.sources)
        self.page.add_paths(paths)
        self.until(
            lambda: (
                (len(self.page.refused.refused), len(self.sources)) != before
                and not self.page.session.busy
            )
        )
        self.rest()

    def rest(self) -> None:
        """Wait until what is looked at is shown."""
        self.until(
            lambda: (
                not self.page.session.busy
                and not self.page.pending
                and self.page.table.waiting.isHidden()
            )
        )

    def look_at(self, source: str, table: str = "") -> None:
        """Choose a row of the list."""
        self.page.list.look_at(self.page.list.model.place(source, table))
        self.rest()

    @property
    def sources(self) -> list[str]:
        return [card.id for card in self.page.list.model.cards]

    @property
    def columns(self) -> list[str]:
        shown = self.page.table.model.shown
        return [column.name for column in shown.columns] if shown else []

    @property
    def rows(self) -> list[tuple[str | None, ...]]:
        shown = self.page.table.model.shown
        return list(shown.rows) if shown else []


def shown(session: Session, qtbot: QtBot) -> SourcesPage:
    made = SourcesPage(session)
    qtbot.addWidget(made)
    session.changed.connect(made.on_changed)
    made.resize(1040, 600)
    made.show()
    made.enter()
    qtbot.waitUntil(lambda: made.overview is not None, timeout=WAIT_MS)
    return made


def put(folder: Path, name: str, data: str | bytes) -> str:
    path = folder / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return str(path)


def workbook(path: Path, **sheets: list[list[object]]) -> str:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    book.save(path)
    return str(path)
