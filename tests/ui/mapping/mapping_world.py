"""Small documents and waits that the tests of the mapping page share."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from migrator.model.mapping import Feed, FieldMapping, RowStatus, Step
from migrator.model.text import Text
from migrator.model.views.mapping import FeedLine, FeedSheet, SourceCard, TargetCard
from ui.main_window import MainWindow
from ui.pages.mapping.document import Chosen, Document
from ui.pages.mapping.page import MappingPage

WAIT_MS = 20_000


def opened(shell: MainWindow, qtbot: QtBot, feed: str = "account_10") -> MappingPage:
    """The page on a feed of the sample."""
    shell.go("mapping")
    qtbot.waitUntil(lambda: document_of(shell) is not None, timeout=WAIT_MS)
    page = shell.visits.page
    assert isinstance(page, MappingPage)
    page.show_feed(feed)
    qtbot.waitUntil(lambda: page.deeds.feed == feed, timeout=WAIT_MS)
    return page


def document_of(shell: MainWindow) -> Document | None:
    page = shell.visits.page
    return page.pane.document if isinstance(page, MappingPage) else None


def rows(page: MappingPage) -> dict[str, FieldMapping]:
    assert page.pane.document is not None
    return page.pane.document.rows


def pick(page: MappingPage, source: str, target: str) -> None:
    """Select as a click on the canvas does."""
    page.pane.canvas.content.pick(Chosen(source, target))


def spot(page: MappingPage, source: bool, name: str) -> QPoint:
    """The middle of a card on the canvas's viewport, scrolled to."""
    canvas = page.pane.canvas
    item = canvas.content.cards[source, name]
    canvas.ensureVisible(item, 0, 40)
    return canvas.mapFromScene(item.sceneBoundingRect().center())


def drag(page: MappingPage, source: str, target: str) -> None:
    """Draw a line from a column to a field with the mouse."""
    view, left = page.pane.canvas.viewport(), Qt.MouseButton.LeftButton
    QTest.mousePress(view, left, pos=spot(page, True, source))
    end = spot(page, False, target)
    QTest.mouseMove(view, end - QPoint(30, 0))
    QTest.mouseMove(view, end)
    QTest.mouseRelease(view, left, pos=end)


def document(
    sources: int,
    targets: int,
    fields: tuple[FieldMapping, ...] = (),
    required: tuple[str, ...] = (),
) -> Document:
    """Columns s0, s1 ... and fields t0, t1 ..."""
    feed = Feed("e_1", 1, "s", "t", "e", (), fields)
    line = FeedLine("e_1", 1, "s", "t", "e", Text.of("E"), len(fields), 0, 0, 0)
    text = Text.of("text")
    return Document(
        FeedSheet(
            line=line,
            feed=feed,
            sources=tuple(
                SourceCard(f"s{n}", "text", "text", text, 0.7, 3, ("Ana", "Bob"))
                for n in range(sources)
            ),
            targets=tuple(
                TargetCard(f"t{n}", Text.of(f"T{n}"), "text", "", 80, f"t{n}" in required)
                for n in range(targets)
            ),
            evidence={},
            titles={"trim": Text.of("Trim"), "date_auto": Text.of("Date")},
            problems={},
            parents={},
        )
    )


def suggested(target: str, *sources: str, sure: float = 0.95) -> FieldMapping:
    steps = (Step("trim"), Step("date_auto"))
    return FieldMapping(target, sources, steps, None, RowStatus.SUGGESTED, sure)
