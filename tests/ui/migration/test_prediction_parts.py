"""What the dry run and its score show, and where their numbers lead."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from migrator.model.text import Text
from migrator.model.views.prediction import Effect, Misjudged, Score, Scored
from ui.pages.migration.effects_part import EffectsPart
from ui.pages.migration.score_part import ScorePart

COMPANY, PHONE = Text("Company", "شرکت"), Text("Phone", "تلفن")


def test_a_number_leads_to_its_records_and_a_nought_nowhere(qtbot: QtBot) -> None:
    part = EffectsPart()
    qtbot.addWidget(part)
    asked: list[tuple[str, ...]] = []
    part.rows_wanted.connect(lambda *args: asked.append(args))
    part.show_effects([Effect("account", COMPANY, "phone", PHONE, overwrite=412, keep=3)])
    assert not part.isHidden()
    model = part.sheet.model()
    for column in range(model.columnCount()):
        part.sheet.activated.emit(model.index(0, column))
    assert [args[:3] for args in asked] == [
        ("account", "field", "phone:overwrite"),
        ("account", "field", "phone:keep"),
    ]
    assert asked[0][3] == "Company · Phone · Overwritten"
    part.show_effects(())
    assert part.isHidden()


def test_the_score_says_how_many_and_lists_the_misjudged(qtbot: QtBot) -> None:
    part = ScorePart()
    qtbot.addWidget(part)
    lines = (Scored("a", COMPANY, "create", "create", 7), Scored("a", COMPANY, "skip", "reject", 1))
    part.show_score(Score("", lines, (Misjudged("a", "c|1", "skip", "reject", "too long"),)))
    assert part.told.text() == "The dry run foretold 7 of 8 records rightly."
    assert [part.sheet.sheet.cell(0, n).text for n in (2, 3)] == ["left as it is", "refused"]
    part.show_score(Score("", lines[:1], ()))
    assert part.sheet.isHidden()
    part.show_score(None)
    assert part.isHidden()
