"""The story dialog: records, rows, search, the way back."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from migrator.model.mapping import row_id
from migrator.model.views.story import Fate, Hit, Landing, RecordStory
from ui.dialogs.story_dialog import StoryDialog
from ui.dialogs.story_target import TargetPart
from ui.dialogs.story_words import fate_told, signs_told, value_told
from ui.job import Job
from ui.operations import story
from ui.session import Session

WAIT = 30_000
Settle = Callable[[Job], object]
MERGED = row_id(2, 8)  # Customers, BOLID: also in the workbook


def told(dialog: StoryDialog, qtbot: QtBot, gid: int | None = None) -> RecordStory:
    qtbot.waitUntil(
        lambda: dialog.story is not None and (gid is None or dialog.story.gid == gid), timeout=WAIT
    )
    assert dialog.story is not None
    return dialog.story


@pytest.fixture
def dialog(session: Session, qtbot: QtBot) -> StoryDialog:
    made = StoryDialog(session, "contact", MERGED)
    qtbot.addWidget(made)
    made.show()
    told(made, qtbot)
    return made


def test_a_merged_record_tells_both_source_rows(dialog: StoryDialog) -> None:
    assert dialog.title.text().startswith("Contact: ")
    assert dialog.fate.text() == "ready to load"
    assert dialog.source.choice.count() == 2
    values = dialog.source.values
    assert values.index(values.row_of("CustomerID"), 1).data() == "\u2068BOLID\u2069"
    dialog.source.choice.setCurrentIndex(1)
    assert values.row_of("CustomerID") == -1


def test_every_step_has_before_and_after(dialog: StoryDialog) -> None:
    steps = dialog.source.steps
    rows = [[steps.index(r, c).data() for c in range(3)] for r in range(steps.rowCount())]
    at = next(n for n, row in enumerate(rows) if "Split" in row[0])
    assert "Martín Sommer" in rows[at][1]
    assert "Martín" in rows[at][2]
    assert any(row[2] == "=" for row in rows)  # a step that changed nothing says so


def test_the_pair_and_the_surviving_values_are_told(dialog: StoryDialog) -> None:
    pairs, values = dialog.merge.pairs, dialog.merge.values
    assert pairs.index(0, 4).data() == "one record"
    assert "%" in pairs.index(0, 2).data()
    names = [values.index(n, 0).data() for n in range(values.rowCount())]
    mail = names.index("E-mail")
    assert "legacy_customers" in values.index(mail, 2).data()


def test_a_lookup_leads_to_the_parents_story_and_back_returns(
    dialog: StoryDialog, qtbot: QtBot
) -> None:
    assert dialog.story is not None
    parent = next(s for s in dialog.story.survivors if s.parent is not None)
    dialog.merge.value_view.opened.emit(parent)
    qtbot.waitUntil(lambda: dialog.story.entity == "account", timeout=WAIT)
    dialog.back.click()
    qtbot.waitUntil(lambda: dialog.story.entity == "contact", timeout=WAIT)
    assert not dialog.back.isEnabled()


def test_a_row_that_was_left_out_tells_why(session: Session, qtbot: QtBot, settle: Settle) -> None:
    made = StoryDialog.of_row(session, row_id(11, 33))
    qtbot.addWidget(made)
    made.show()
    found = told(made, qtbot)
    assert found.gid == 0
    assert "leaves this row out" in made.source._note.text()
    assert made.fate.text() == "left out by plan"


@pytest.mark.qt_log_ignore("This plugin does not support")  # menus without a screen
def test_one_hit_is_shown_at_once_and_several_are_offered(
    dialog: StoryDialog, qtbot: QtBot, settle: Settle
) -> None:
    hits = settle(story.find(session=dialog._session, text="C-0110"))
    assert isinstance(hits, tuple)
    assert {hit.entity for hit in hits} == {"account", "contact"}
    dialog.seek.setText("C-0110")
    dialog.seek.returnPressed.emit()
    qtbot.waitUntil(lambda: dialog.findChild(QMenu) is not None, timeout=WAIT)
    menu = dialog.findChild(QMenu)
    assert len(menu.actions()) == 2
    menu.actions()[1].trigger()
    menu.close()
    chosen: Hit = hits[1]
    told(dialog, qtbot, chosen.gid)
    dialog.seek.setText(str(MERGED))
    dialog.seek.returnPressed.emit()
    told(dialog, qtbot, MERGED)


def test_nothing_found_is_said(dialog: StoryDialog, qtbot: QtBot) -> None:
    dialog.seek.setText("no such key")
    dialog.seek.returnPressed.emit()
    qtbot.waitUntil(lambda: "No record" in dialog.banner.text, timeout=WAIT)


def test_a_record_that_is_gone_is_one_sentence(session: Session, qtbot: QtBot) -> None:
    made = StoryDialog(session, "contact", 5)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: "no record 5" in made.banner.text, timeout=WAIT)


def test_issues_of_a_kept_back_record_are_listed(
    session: Session, qtbot: QtBot, settle: Settle
) -> None:
    made = StoryDialog(session, "contact", row_id(2, 87))
    qtbot.addWidget(made)
    made.show()
    found = told(made, qtbot)
    assert found.landing.fate == "quarantined"
    issues = made.target.issues
    words = [issues.index(n, 0).data() for n in range(issues.rowCount())]
    assert len(words) == 1
    assert "required" in words[0]


@pytest.mark.parametrize("fate", Fate)
def test_every_landing_can_be_painted(fate: Fate, qtbot: QtBot) -> None:
    part = TargetPart()
    qtbot.addWidget(part)
    part.landing.show(part._landing(Landing(fate, "id", "insert", 0, 1, "", "why", "asked")))
    for row in range(part.landing.rowCount()):
        part.landing.index(row, 1).data(Qt.ItemDataRole.ForegroundRole)
    assert part.landing.index(0, 1).data() == fate_told(fate)[0]


def test_letters_that_look_alike_are_told_by_code_point() -> None:
    assert "U+064A" in signs_told("علي", "علی")
    assert "U+06CC" in signs_told("علي", "علی")
    assert signs_told("a", "a") == ""
    assert "U+00A0" in signs_told("a\u00a0b", "a b")


def test_spaces_that_a_step_takes_away_can_be_seen() -> None:
    assert value_told("  Acme ") == "\u2068··Acme·\u2069"
    assert value_told("") == value_told(None) == "—"
