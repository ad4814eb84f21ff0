"""Thresholds: dragged, stepped by keys, let go once."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from pytestqt.qtbot import QtBot

from migrator.model.text import Text
from migrator.model.views.duplicates import Counts, EntityLine, Scores, Stop
from ui.pages.duplicates.strip import ScoreStrip
from ui.pages.duplicates.threshold import Threshold, at_told

SCORES = Scores(
    "contact", 0.99, 0.8,
    (
        Stop(0.0, 90), Stop(0.5, 60), Stop(0.8, 40, 30, 35), Stop(0.9, 30, 25, 28),
        Stop(0.99, 20, 18, 19), Stop(0.999, 10, 10, 10), Stop(1.0, 5, 5, 5),
    ),
    compared=200,
)  # fmt: skip


@pytest.fixture
def strip(qtbot: QtBot) -> ScoreStrip:
    made = ScoreStrip()
    qtbot.addWidget(made)
    made.resize(1000, 132)
    made.show()
    qtbot.waitExposed(made)
    made.show_scores(SCORES)
    return made


def drag(qtbot: QtBot, strip: ScoreStrip, one: Threshold, value: float, *, drop: bool) -> None:
    """Take a threshold by its grip, move it, let it go or not."""
    start = QPoint(one.width() // 2, 8)
    target = QPoint(round(strip.histogram._x(value)), 8)
    qtbot.mousePress(one, Qt.MouseButton.LeftButton, pos=start)
    here = one.mapFrom(strip.histogram, target)
    qtbot.mouseMove(one, here)
    one.dragged.emit(target.x())  # the platform of the tests sends no buttons with moves
    if drop:
        qtbot.mouseRelease(one, Qt.MouseButton.LeftButton, pos=here)


def test_what_the_thresholds_mean_is_told(strip: ScoreStrip) -> None:
    assert strip.told == ("20 pairs, 18 clusters", "20 pairs", "160 pairs")


def test_counts_follow_the_mouse_before_it_lets_go(strip: ScoreStrip, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(strip.moved):
        drag(qtbot, strip, strip.histogram.merge, 0.9, drop=False)
    assert strip.histogram.values == (0.9, 0.8)
    assert strip.told == ("30 pairs, 25 clusters", "10 pairs", "160 pairs")


def test_letting_go_asks_once(strip: ScoreStrip, qtbot: QtBot) -> None:
    with qtbot.waitSignal(strip.moved) as asked:
        drag(qtbot, strip, strip.histogram.merge, 0.999, drop=True)
    assert asked.args == [0.999, 0.8]


def test_letting_go_where_it_was_asks_nothing(strip: ScoreStrip, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(strip.moved):
        drag(qtbot, strip, strip.histogram.merge, 0.99, drop=True)


def test_no_threshold_passes_the_other(strip: ScoreStrip, qtbot: QtBot) -> None:
    drag(qtbot, strip, strip.histogram.merge, 0.5, drop=False)
    assert strip.histogram.values == (0.5, 0.5)
    drag(qtbot, strip, strip.histogram.review, 1.0, drop=False)
    assert strip.histogram.values == (1.0, 1.0)


def test_nobody_is_asked_about_pairs_without_any_score(strip: ScoreStrip, qtbot: QtBot) -> None:
    drag(qtbot, strip, strip.histogram.review, 0.0, drop=False)
    assert strip.histogram.values == (0.99, 0.5)
    assert strip.told[1] == "40 pairs"


@pytest.mark.parametrize(
    ("key", "reached"),
    [
        (Qt.Key.Key_Left, 0.9), (Qt.Key.Key_Down, 0.9), (Qt.Key.Key_Right, 0.999),
        (Qt.Key.Key_Up, 0.999),
    ],
)  # fmt: skip
def test_keys_step_and_ask_when_they_rest(
    strip: ScoreStrip, qtbot: QtBot, key: Qt.Key, reached: float
) -> None:
    with qtbot.waitSignal(strip.moved, timeout=3000) as asked:
        qtbot.keyClick(strip.histogram.merge, key)
    assert asked.args == [reached, 0.8]


def test_enter_does_not_wait(strip: ScoreStrip, qtbot: QtBot) -> None:
    qtbot.keyClick(strip.histogram.review, Qt.Key.Key_Left)
    with qtbot.waitSignal(strip.moved, timeout=200) as asked:
        qtbot.keyClick(strip.histogram.review, Qt.Key.Key_Return)
    assert asked.args == [0.99, 0.5]


def test_from_right_to_left_the_left_key_goes_up(
    persian: None, qtbot: QtBot, strip: ScoreStrip
) -> None:
    assert strip.histogram._x(1.0) < strip.histogram._x(0.0)
    qtbot.keyClick(strip.histogram.merge, Qt.Key.Key_Left)
    assert strip.histogram.values[0] == 0.999


def test_below_what_is_known_only_pairs_are_told(strip: ScoreStrip, qtbot: QtBot) -> None:
    drag(qtbot, strip, strip.histogram.merge, 0.5, drop=False)
    assert strip.told[0] == "60 pairs"


def test_the_tool_tip_counts_the_pairs_of_a_bar(strip: ScoreStrip) -> None:
    histogram = strip.histogram
    middle = (histogram._x(0.8) + histogram._x(0.9)) / 2
    assert histogram.tip_at(QPointF(middle, 60)) == "80% to 90%: 10 pairs"
    last = (histogram._x(0.999) + histogram._x(1.0)) / 2
    assert histogram.tip_at(QPointF(last, 60)) == "99.9% to 100%: 10 pairs"
    assert histogram.tip_at(QPointF(0, 60)) == ""


def test_thresholds_speak(strip: ScoreStrip) -> None:
    assert strip.histogram.merge.accessibleName() == "Merge by itself from 99%"
    assert "99%" in strip.histogram.accessibleName()


def test_no_pairs_no_histogram(strip: ScoreStrip) -> None:
    strip.show_scores(Scores("contact", 0.99, 0.8))
    assert strip.histogram.isHidden()


def test_entities_say_how_many_wait(strip: ScoreStrip, qtbot: QtBot) -> None:
    lines = [
        EntityLine("account", Text("Account", "شرکت"), True, True, 9, Counts(by_rule=2)),
        EntityLine("contact", Text("Contact", "مخاطب"), True, True, 9, Counts(to_decide=3)),
    ]
    strip.show_entities(lines, "contact")
    assert strip.entities.currentText() == "Contact (3)"
    with qtbot.waitSignal(strip.chosen) as chosen:
        strip.entities.setCurrentIndex(0)
    assert chosen.args == ["account"]


@pytest.mark.parametrize(
    ("value", "told"),
    [(0.8, "80%"), (0.995, "99.5%"), (0.99999, "99.999%"), (1.0, "100%"), (0.9876543, "98.7654%")],
)
def test_a_threshold_has_the_decimals_it_needs(value: float, told: str) -> None:
    assert at_told(value) == told
