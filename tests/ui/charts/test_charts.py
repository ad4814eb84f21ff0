"""Charts: where pieces lie, what they tell, and that they paint in both directions."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.theme import colour
from ui.widgets.charts import (
    BarRow,
    BarRows,
    Column,
    Donut,
    Histogram,
    Legend,
    Piece,
    Sparkbar,
    StackedBar,
)
from ui.widgets.charts.base import piece_rects

RTL, LTR = Qt.LayoutDirection.RightToLeft, Qt.LayoutDirection.LeftToRight


def shown(qtbot: QtBot, widget: QWidget, direction: Qt.LayoutDirection = LTR) -> QImage:
    widget.setLayoutDirection(direction)
    qtbot.addWidget(widget)
    widget.resize(200, widget.sizeHint().height())
    return widget.grab().toImage()


def near(left: QColor, right: QColor) -> bool:
    pairs = zip(left.getRgb()[:3], right.getRgb()[:3], strict=True)
    return all(abs(int(a) - int(b)) < 12 for a, b in pairs)


@pytest.mark.parametrize(
    ("amounts", "whole", "widths"),
    [
        ([50, 50], 100, [50, 50]),
        ([25, 25], 100, [25, 25]),
        ([0, 100], 100, [100]),
        ([1, 999_999], 1_000_000, [2, 98]),  # a rare trouble is seen, the longest gives way
        ([], 10, []),
        ([3, 1], 0, [75, 25]),
    ],
)
def test_pieces_share_the_track(amounts: list[int], whole: float, widths: list[float]) -> None:
    pieces = [Piece(amount, "ok") for amount in amounts]
    found = piece_rects(QRectF(0, 0, 100, 8), pieces, whole, rtl=False)
    assert [round(place.width()) for place, _ in found] == widths
    mirrored = piece_rects(QRectF(0, 0, 100, 8), pieces, whole, rtl=True)
    for (here, _), (there, _) in zip(found, mirrored, strict=True):
        assert there.left() == pytest.approx(100 - here.right())


@pytest.mark.parametrize(("direction", "begins"), [(LTR, 10), (RTL, 190)])
def test_a_stacked_bar_begins_at_the_reading_side(
    qtbot: QtBot, direction: Qt.LayoutDirection, begins: int
) -> None:
    bar = StackedBar()
    bar.show_pieces([Piece(30, "ok", "good: 30"), Piece(10, "error", "bad: 10")], 100, "column")
    image = shown(qtbot, bar, direction)
    assert near(image.pixelColor(begins, image.height() // 2), colour("ok"))
    assert near(image.pixelColor(200 - begins, image.height() // 2), colour("track"))
    assert bar.tip_at(QPointF(begins, 5)) == "good: 30"
    assert bar.accessibleDescription() == "good: 30, bad: 10"


def test_a_spark_bar_tells_how_good_a_share_is(qtbot: QtBot) -> None:
    spark = Sparkbar()
    spark.show_share(0.3, "30% filled")
    shown(qtbot, spark)
    assert spark.accessibleName() == "30% filled"
    image = spark.grab().toImage()
    assert near(image.pixelColor(5, image.height() // 2), colour("error"))


@pytest.mark.parametrize(("direction", "x"), [(LTR, 95), (RTL, 5)])
def test_a_donut_runs_clockwise_from_the_top(
    qtbot: QtBot, direction: Qt.LayoutDirection, x: int
) -> None:
    donut = Donut(100)
    donut.setToolTip("the formula")
    donut.show_pieces([Piece(0.5, "ok", "good"), Piece(0.5, "error", "bad")], "50", "of 100")
    shown(qtbot, donut, direction)
    donut.resize(100, 100)
    image = donut.grab().toImage()
    assert near(image.pixelColor(x, 50), colour("ok"))
    assert near(image.pixelColor(100 - x, 50), colour("error"))
    assert donut.tip_at(QPointF(x, 50)) == "good"
    assert donut.tip_at(QPointF(50, 50)) == "the formula"
    assert "50 of 100" in donut.accessibleDescription()


def test_a_donut_of_nothing_is_a_ring(qtbot: QtBot) -> None:
    donut = Donut(100)
    donut.show_pieces([], "–")
    shown(qtbot, donut)
    assert donut.tip_at(QPointF(95, 50)) == ""


@pytest.mark.parametrize("direction", [LTR, RTL])
def test_a_histogram_runs_from_left_to_right_in_every_language(
    qtbot: QtBot, direction: Qt.LayoutDirection
) -> None:
    chart = Histogram(80)
    chart.show_columns([Column(n, f"{n} rows", str(n)) for n in range(1, 6)], "spread")
    image = shown(qtbot, chart, direction)
    assert chart.tip_at(QPointF(5, 40)) == "1 rows"
    assert chart.tip_at(QPointF(195, 40)) == "5 rows"
    assert near(image.pixelColor(180, 20), colour("accent"))
    assert not near(image.pixelColor(20, 20), colour("accent"))
    assert chart.accessibleDescription().startswith("1 rows; 2 rows")


def test_a_histogram_marks_the_column_under_the_pointer(qtbot: QtBot) -> None:
    chart = Histogram(80)
    chart.show_columns([Column(5, "five"), Column(5, "also five")])
    shown(qtbot, chart)
    qtbot.mouseMove(chart, chart.rect().center() / 2)
    chart._mark(0)
    image = chart.grab().toImage()
    assert near(image.pixelColor(20, 50), colour("accent"))
    assert not near(image.pixelColor(110, 50), colour("accent"))
    chart._mark(-1)
    assert chart.tip_at(QPointF(-5, 0)) == ""


def rows() -> BarRows:
    made = BarRows(clickable=True)
    made.show_rows(
        [BarRow(name, (Piece(n, "accent"),), str(n)) for n, name in ((9, "Tehran"), (3, "یزد"))],
        name="cities",
    )
    return made


def test_bar_rows_are_chosen_by_mouse_and_keyboard(qtbot: QtBot) -> None:
    chart = rows()
    shown(qtbot, chart)
    picked: list[int] = []
    chart.chosen.connect(picked.append)
    qtbot.mouseClick(chart, Qt.MouseButton.LeftButton, pos=chart.rect().bottomLeft() * 0.9)
    qtbot.keyClick(chart, Qt.Key.Key_Up)
    qtbot.keyClick(chart, Qt.Key.Key_Return)
    qtbot.keyClick(chart, Qt.Key.Key_Down)
    qtbot.keyClick(chart, Qt.Key.Key_Down)
    qtbot.keyClick(chart, Qt.Key.Key_Space)
    assert picked == [1, 0, 1]
    assert chart.accessibleDescription() == "Tehran: 9; یزد: 3"


def test_bar_rows_that_are_only_looked_at_take_no_focus(qtbot: QtBot) -> None:
    chart = BarRows()
    chart.show_rows([BarRow("a", (Piece(1, "accent"),), "1", "a is in 1 row")])
    shown(qtbot, chart)
    picked: list[int] = []
    chart.chosen.connect(picked.append)
    qtbot.mouseClick(chart, Qt.MouseButton.LeftButton)
    assert picked == []
    assert chart.focusPolicy() == Qt.FocusPolicy.NoFocus
    assert chart.tip_at(QPointF(5, 5)) == "a is in 1 row"
    assert chart.tip_at(QPointF(5, 500)) == ""


@pytest.mark.parametrize("direction", [LTR, RTL])
def test_a_legend_has_its_dots_at_the_reading_side(
    qtbot: QtBot, direction: Qt.LayoutDirection
) -> None:
    legend = Legend()
    legend.show_lines([("ok", "Fits", "9", "90%"), ("error", "Does not", "1", "10%")], "rows")
    image = shown(qtbot, legend, direction)
    x = 4 if direction == LTR else 195
    assert near(image.pixelColor(x, 11), colour("ok"))
    assert near(image.pixelColor(x, 33), colour("error"))
    assert legend.tip_at(QPointF(20, 30)) == "Does not 1 10%"
    assert legend.accessibleDescription() == "Fits 9 90%; Does not 1 10%"


@pytest.mark.parametrize("make", [StackedBar, Donut, Histogram, BarRows, Legend, Sparkbar])
def test_a_chart_without_figures_paints(qtbot: QtBot, make: Callable[[], QWidget]) -> None:
    widget = make()
    qtbot.addWidget(widget)
    widget.resize(120, 40)
    assert not widget.grab().isNull()
