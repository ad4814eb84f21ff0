"""The lines of the side panel, and a trial in words."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from migrator.model.text import Text
from migrator.model.views.validation import Trial, TrialLine
from ui.pages.validation.lines import Line, LinesModel
from ui.pages.validation.trial_view import TrialView
from ui.pages.validation.words import repairs


def test_it_is_a_model(qtmodeltester: ModelTester) -> None:
    model = LinesModel()
    qtmodeltester.check(model)
    model.show_lines([Line("a", "b", "1", key=1), Line("c", inner=True, key=2)])
    qtmodeltester.check(model)
    assert (model.row_of(2), model.row_of(3)) == (1, -1)
    assert model.index(0).data(Qt.ItemDataRole.AccessibleTextRole) == "a, b, 1"


@pytest.mark.parametrize(
    ("trial", "words"),
    [
        (Trial(rows=8, repaired=5), "repairs 5 of 8 records"),
        (Trial(rows=8, repaired=8, emptied=8), "8 of 8 records pass, without this value"),
        (
            Trial(rows=8, repaired=6, emptied=2, others=1_200),
            "repairs 6 of 8 records, 2 lose the value; it would touch 1,200 other records",
        ),
        (
            Trial(rows=9, repaired=1, complete=False),
            "repairs 1 of 9 records (of those that were tried)",
        ),
    ],
)
def test_a_trial_in_words(trial: Trial, words: str) -> None:
    assert repairs(trial) == words


def test_a_trial_shows_values_and_why_they_stay(qtbot: QtBot) -> None:
    view = TrialView()
    qtbot.addWidget(view)
    lines = (
        TrialLine("x ", "x", 3, True),
        TrialLine("y", None, 2, True),
        TrialLine("z", "z", 1, False, Text("Not a number: z", "عدد نیست: z")),
    )
    view.show_trial(Trial(lines, 6, 5, 2))
    cells = [[view.sheet.cell(row, n).text for n in range(3)] for row in range(3)]
    assert cells == [
        ["\u2068x·\u2069", "\u2068x\u2069", "3"],
        ["\u2068y\u2069", "(empty)", "2"],
        ["\u2068z\u2069", "\u2068z\u2069", "1"],
    ]
    assert view.sheet.cell(2, 1).tip == "Not a number: z"
    view.show_trial(Trial(problem=Text("No such pattern.", "چنین الگویی نیست.")))
    assert view.told.text() == "No such pattern."
    assert view.sheet.rowCount() == 0
