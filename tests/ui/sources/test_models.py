"""The models of the sources page, by Qt's own tester and by hand."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester

from migrator.model.schema import FieldType
from migrator.model.source import TableKind
from migrator.model.text import Text
from migrator.model.views.sources import (
    Overview,
    Preview,
    PreviewColumn,
    PreviewNote,
    Reading,
    SourceCard,
    TableCard,
    Top,
)
from ui.models.arrow_table import MARK, NUMERIC, RAW
from ui.pages.sources.preview_model import BELOW, PreviewTable, TopTable
from ui.pages.sources.tree_model import SourcesTree

NOTHING = Text("", "")


def table(name: str, keep: bool = True) -> TableCard:
    return TableCard(name, 1, TableKind.SHEET, 2, 3, False, keep, NOTHING, 0, False, False)


def card(name: str, *tables: TableCard, kind: str = "file") -> SourceCard:
    return SourceCard(name, f"/x/{name}", name, "/x", kind, "XLSX", "ok", 9, tables)


def overview(*cards: SourceCard) -> Overview:
    return Overview(cards, "never", 0, 0)


def test_the_tree(qtmodeltester: ModelTester) -> None:
    model = SourcesTree()
    model.show_overview(
        overview(card("book", table("a"), table("b", False)), card("one", table("t")), card("none"))
    )
    qtmodeltester.check(model, force_py=True)
    book, one = model.index(0, 0), model.index(1, 0)
    assert [model.rowCount(model.index(row, 0)) for row in range(3)] == [2, 0, 0]
    assert model.table(book) is None
    found = model.table(one)
    assert found is not None
    assert found.name == "t"
    check = Qt.ItemDataRole.CheckStateRole
    assert model.index(1, 0, book).data(check) == Qt.CheckState.Unchecked
    assert book.data(check) is None


def test_the_tree_asks_for_ticks_and_keeps_its_rows() -> None:
    model = SourcesTree()
    model.show_overview(overview(card("book", table("a"), table("b"))))
    asked: list[tuple[str, str, bool]] = []
    model.keep_wanted.connect(lambda *what: asked.append(what))
    place = model.place("book", "b")
    model.setData(place, Qt.CheckState.Unchecked, Qt.ItemDataRole.CheckStateRole)
    assert asked == [("book", "b", False)]
    resets: list[bool] = []
    model.modelReset.connect(lambda: resets.append(True))
    model.show_overview(overview(card("book", table("a"), table("b", False))))
    assert resets == []
    assert place.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Unchecked
    model.show_overview(overview())
    assert resets == [True]


def test_the_preview(qtmodeltester: ModelTester) -> None:
    model = PreviewTable()
    model.show_preview(
        Preview(
            "s",
            "t",
            Reading({}),
            (
                PreviewColumn("id", "id", FieldType.INTEGER),
                PreviewColumn("x_2", "x", FieldType.TEXT),
            ),
            2,
            (1, 3),
            (("1", ""), ("2", None)),
            (PreviewNote(1, 1, Text("odd", "عجیب")),),
        )
    )
    qtmodeltester.check(model, force_py=True)
    assert (model.index(0, 1).data(RAW), model.index(1, 1).data(RAW)) == ("", None)
    assert (model.index(0, 1).data(MARK), model.index(1, 1).data(MARK)) == ("", "warning")
    assert model.index(1, 1).data(Qt.ItemDataRole.ToolTipRole) == "odd"
    assert (model.index(0, 0).data(NUMERIC), model.index(0, 1).data(NUMERIC)) == (True, False)
    horizontal, vertical = Qt.Orientation.Horizontal, Qt.Orientation.Vertical
    assert model.headerData(0, horizontal, BELOW) == "whole number"
    assert [model.headerData(row, vertical) for row in range(2)] == ["1", "3"]
    assert "in the source" in model.headerData(1, horizontal, Qt.ItemDataRole.ToolTipRole)


def test_the_rows_to_choose_a_header_among(qtmodeltester: ModelTester) -> None:
    model = TopTable()
    model.show_top(Top("s", "t", "3", (1, 3), (("title",), ("a", "b"))))
    qtmodeltester.check(model, force_py=True)
    assert (model.columnCount(), model.is_header(0), model.is_header(1)) == (2, False, True)
    assert model.index(0, 1).data(RAW) is None
    assert model.headerData(1, Qt.Orientation.Vertical) == "3"
