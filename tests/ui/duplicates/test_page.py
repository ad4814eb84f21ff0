"""The duplicates page in the real window, with the real engine, on the sample project."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from migrator.model.views.duplicates import Stand
from tests.ui.looking import Pseudo, cut_off, go, nameless, settle_shell, untranslated_buttons
from ui.main_window import MainWindow
from ui.pages.duplicates.compare_model import Cell
from ui.pages.duplicates.page import DuplicatesPage
from ui.session import Session

WAIT_MS = 60_000


def found(shell: MainWindow) -> DuplicatesPage:
    assert shell.visits is not None
    page = shell.visits.page
    assert isinstance(page, DuplicatesPage)
    return page


@pytest.fixture
def page(shell: MainWindow, qtbot: QtBot) -> DuplicatesPage:
    go(shell, "duplicates", qtbot)
    shell.activateWindow()
    made = found(shell)
    qtbot.waitUntil(lambda: made.review.shown is not None, timeout=WAIT_MS)
    made.review.queue.list.setFocus()
    return made


@pytest.fixture
def press(page: DuplicatesPage, shell: MainWindow, qtbot: QtBot) -> Callable[..., None]:
    """Press a key in the queue and wait for what follows."""

    def pressed(key: Qt.Key) -> None:
        qtbot.keyClick(page.review.queue.list, key)
        settle_shell(shell, qtbot)

    return pressed


def lines(page: DuplicatesPage) -> list[tuple[str, str]]:
    model = page.review.queue.queue
    listed = [model.line(row) for row in range(model.rowCount())]
    return [(line.title, line.stand.value) for line in listed if line is not None]


def stages(session: Session) -> tuple[str, str]:
    assert session.state is not None
    return session.state.stages["match"], session.state.stages["merge"]


def cell(page: DuplicatesPage, row: int, column: int) -> Cell:
    made = page.review.compare.compared.cell(row, column)
    assert made is not None
    return made


def row_of(page: DuplicatesPage, name: str) -> int:
    model = page.review.compare.compared
    fields = [model.field(row) for row in range(model.rowCount())]
    return next(n for n, field in enumerate(fields) if field is not None and field.name == name)


def click(page: DuplicatesPage, row: int, column: int, qtbot: QtBot) -> None:
    """Click a value side by side."""
    grid = page.review.compare.records
    place = grid.visualRect(page.review.compare.compared.index(row, column)).center()
    qtbot.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=place)


# -- what is shown


def test_it_begins_with_what_waits_for_a_person(page: DuplicatesPage) -> None:
    assert page.entity == "contact"
    assert {stand for _, stand in lines(page)} == {"to_decide"}
    assert page.overview is not None
    waiting = next(e for e in page.overview.entities if e.name == "contact").counts.to_decide
    assert len(lines(page)) == waiting > 1
    assert page.review.queue.which == "to_decide"
    assert page.strip.told[1].endswith(("pairs", "pair"))
    company = cell(page, row_of(page, "parentcustomerid"), 0)
    shown = page.review.shown
    assert shown is not None
    line = next(f for f in shown.fields if f.name == "parentcustomerid")
    assert company.text == line.told[0].en
    assert company.text not in ("", line.values[0])


def test_the_filter_and_the_search_narrow_the_queue(
    page: DuplicatesPage, shell: MainWindow, qtbot: QtBot
) -> None:
    page.review.queue.show_which.setCurrentIndex(1)
    settle_shell(shell, qtbot)
    ruled = lines(page)
    assert {stand for _, stand in ruled} == {"by_rule"}
    word = ruled[3][0].split()[0]
    qtbot.keyClicks(page.review.queue.search, word.lower())
    settle_shell(shell, qtbot)
    assert 0 < len(lines(page)) < len(ruled)
    qtbot.keyClicks(page.review.queue.search, " zzz")
    settle_shell(shell, qtbot)
    assert lines(page) == []
    assert page.review.shown is None
    assert not page.review.bar.merge_button.isEnabled()


def test_another_entity_is_looked_at_or_left_alone(
    page: DuplicatesPage, shell: MainWindow, qtbot: QtBot
) -> None:
    page.strip.entities.setCurrentIndex(page.strip.entities.findData("account"))
    settle_shell(shell, qtbot)
    assert page.review.queue.which == "to_decide"
    page.review.queue.show_which.setCurrentIndex(1)
    settle_shell(shell, qtbot)
    shown = page.review.shown
    assert shown is not None
    assert shown.entity == "account"
    kind = cell(page, row_of(page, "customertypecode"), 0)
    assert not kind.text.isdigit()  # a picklist shows its labels
    page.strip.entities.setCurrentIndex(page.strip.entities.findData("product"))
    settle_shell(shell, qtbot)
    assert page.views.currentWidget() is page.off
    assert page.off.action is not None
    page.off.action.click()
    assert page.views.currentWidget() is page.rules


# -- verdicts


def test_keys_decide_and_nothing_waits_for_matching(
    page: DuplicatesPage,
    press: Callable[..., None],
    shell: MainWindow,
    session: Session,
    qtbot: QtBot,
) -> None:
    first = lines(page)
    press(Qt.Key.Key_M)
    assert lines(page)[0] == (first[0][0], "decided")
    assert page.review.queue.row == 1
    press(Qt.Key.Key_N)
    assert [stand for _, stand in lines(page)[:3]] == ["decided", "decided", "to_decide"]
    assert stages(session) == ("stale", "stale")
    assert "applied yet: 2" in page.banner_text
    press(Qt.Key.Key_U)
    assert lines(page)[0] == (first[1][0], "to_decide")
    assert page.review.queue.row == 0
    assert "applied yet: 1" in page.banner_text


def test_keys_walk_and_letters_in_the_search_are_no_verdicts(
    page: DuplicatesPage,
    press: Callable[..., None],
    shell: MainWindow,
    qtbot: QtBot,
) -> None:
    press(Qt.Key.Key_S)
    assert page.review.queue.row == 1
    press(Qt.Key.Key_J)
    assert page.review.queue.row == 2
    press(Qt.Key.Key_K)
    press(Qt.Key.Key_K)
    press(Qt.Key.Key_K)
    assert page.review.queue.row == 0
    page.review.queue.search.setFocus()
    qtbot.keyClicks(page.review.queue.search, "mnsu")
    settle_shell(shell, qtbot)
    assert page.review.queue.search.text() == "mnsu"
    assert page.overview is not None
    assert page.overview.verdicts == 0


def test_verdicts_are_applied_on_request_and_on_leaving(
    page: DuplicatesPage,
    press: Callable[..., None],
    shell: MainWindow,
    session: Session,
    qtbot: QtBot,
) -> None:
    rows = page.review.compare.rows
    absorbed = next(e for e in page.overview.entities if e.name == "contact").counts.absorbed  # type: ignore[union-attr]
    press(Qt.Key.Key_M)
    page._banner._action.click()
    settle_shell(shell, qtbot)
    assert stages(session) == ("fresh", "fresh")
    assert page.banner_text == ""
    assert page.overview is not None
    counts = next(e for e in page.overview.entities if e.name == "contact").counts
    assert counts.absorbed == absorbed + len(rows) - 1
    assert counts.decided == 1
    page.review.queue.list.setFocus()
    press(Qt.Key.Key_M)
    assert stages(session) == ("stale", "stale")
    go(shell, "cleaning", qtbot)
    go(shell, "duplicates", qtbot)
    assert stages(session) == ("fresh", "fresh")
    assert page.banner_text == ""


def test_one_record_is_left_out_of_a_merge(
    page: DuplicatesPage, shell: MainWindow, press: Callable[..., None], qtbot: QtBot
) -> None:
    model = page.review.queue.queue
    three = next(n for n in range(model.rowCount()) if len(model.line(n).rows) == 3)  # type: ignore[union-attr]
    page.review.queue.look_at(three)
    settle_shell(shell, qtbot)
    heads = page.review.compare.records.heads
    middle = heads.sectionViewportPosition(2) + heads.sectionSize(2) // 2
    qtbot.mouseClick(heads.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(middle, 20))
    settle_shell(shell, qtbot)
    assert "2" in page.review.bar.merge_button.text()
    assert cell(page, 0, 2).out
    rows, out = page.review.compare.chosen, tuple(page.review.compare.without)
    assert (len(rows), len(out)) == (2, 1)
    press(Qt.Key.Key_M)
    verdicts = page.session.query("duplicates.side_by_side", entity="contact", rows=(*rows, *out))
    with qtbot.waitSignal(verdicts.succeeded, timeout=WAIT_MS) as answered:
        pass
    (shown,) = answered.args
    answers = {(p.left, p.right): p.answer for p in shown.pairs}
    assert sorted(answers.values()) == ["different", "different", "same"]
    assert answers[min(rows), max(rows)] == "same"
    assert shown.stand is Stand.DECIDED


def test_a_refused_verdict_is_shown_again(
    page: DuplicatesPage, shell: MainWindow, qtbot: QtBot
) -> None:
    before = lines(page)
    page.review._entity = "nothing"
    page.review.merge()
    assert lines(page)[0][1] == "decided"
    settle_shell(shell, qtbot)
    assert lines(page)[0] == before[0]
    assert "No source table is mapped" in page.banner_text


# -- values


def test_a_click_or_a_key_keeps_a_value_and_lets_it_go(
    page: DuplicatesPage, shell: MainWindow, qtbot: QtBot
) -> None:
    row = row_of(page, "firstname")
    result = page.review.compare.compared.result
    before = cell(page, row, result).text
    click(page, row, 1, qtbot)
    settle_shell(shell, qtbot)
    assert cell(page, row, 1).kept
    assert cell(page, row, result).text == cell(page, row, 1).text != before
    click(page, row, 1, qtbot)
    settle_shell(shell, qtbot)
    assert not cell(page, row, 1).kept
    assert cell(page, row, result).text == before
    grid = page.review.compare.records
    grid.setFocus()
    grid.setCurrentIndex(page.review.compare.compared.index(row, 1))
    qtbot.keyClick(grid, Qt.Key.Key_Space)
    settle_shell(shell, qtbot)
    assert cell(page, row, 1).kept


def test_why_says_what_speaks_for_and_against(
    page: DuplicatesPage, shell: MainWindow, qtbot: QtBot
) -> None:
    page.review.bar.why_button.click()
    settle_shell(shell, qtbot)
    told = page.review.why.chart.accessibleDescription()
    assert "very strong for" in told
    assert "against" in told
    assert page.review.why.isVisible()
    page.review.bar.why_button.click()
    assert not page.review.why.isVisible()
    assert page.review.queue.isVisible()


# -- thresholds and rules


def test_a_threshold_is_one_edit_and_undo_takes_it_back(
    page: DuplicatesPage, shell: MainWindow, session: Session, qtbot: QtBot
) -> None:
    assert session.state is not None
    edits = len(session.state.history)
    merge = page.strip.histogram.merge
    for _ in range(3):
        qtbot.keyClick(merge, Qt.Key.Key_Left)
    qtbot.keyClick(merge, Qt.Key.Key_Return)
    settle_shell(shell, qtbot)
    assert len(session.state.history) == edits + 1
    assert stages(session) == ("fresh", "fresh")
    assert page.strip.histogram.values[0] == 0.95
    fewer = lines(page)
    session.undo()
    settle_shell(shell, qtbot)
    assert page.strip.histogram.values[0] == 0.99
    assert len(lines(page)) > len(fewer)


def test_an_edit_while_verdicts_wait_applies_both(
    page: DuplicatesPage,
    press: Callable[..., None],
    shell: MainWindow,
    session: Session,
    qtbot: QtBot,
) -> None:
    press(Qt.Key.Key_M)
    page.rules_button.click()
    settle_shell(shell, qtbot)
    page.rules.survivors.rows[1].rule.setCurrentIndex(2)  # type: ignore[attr-defined]
    page.rules.survivors.rows[1].rule.activated.emit(2)  # type: ignore[attr-defined]
    settle_shell(shell, qtbot)
    assert stages(session) == ("fresh", "fresh")
    assert page.banner_text == ""


def test_a_comparison_is_removed_and_added_and_a_rule_chosen(
    page: DuplicatesPage, shell: MainWindow, session: Session, qtbot: QtBot
) -> None:
    page.rules_button.click()
    settle_shell(shell, qtbot)

    def compared() -> list[str]:
        settings = next(s for s in session.plan.matching if s.entity == "contact")
        return [part.field for part in settings.comparisons]

    before = compared()
    page.rules.comparisons.rows[0].removed.emit()
    settle_shell(shell, qtbot)
    assert compared() == before[1:]
    add = page.rules.comparisons.add
    add.setCurrentIndex(add.findData(before[0]))
    add.activated.emit(add.currentIndex())
    settle_shell(shell, qtbot)
    assert compared() == [*before[1:], before[0]]
    row = page.rules.survivors.rows[1]
    row.chosen.emit("valid_first")  # type: ignore[attr-defined]
    dialog = page.rules.dialog
    assert dialog is not None
    assert dialog.isVisible()
    dialog.form.editor("shape").set_value("phone")
    dialog.take.click()
    settle_shell(shell, qtbot)
    rules = next(s.rules for s in session.plan.survivorship if s.entity == "contact")
    assert [(r.rule, r.options) for r in rules] == [("valid_first", {"shape": "phone"})]
    assert page.rules.survivors.rows[1].options.isVisible()  # type: ignore[attr-defined]


def test_blocking_rules_are_made_removed_and_refused(
    page: DuplicatesPage, shell: MainWindow, session: Session, qtbot: QtBot
) -> None:
    page.rules_button.click()
    settle_shell(shell, qtbot)
    (one, part), (other, _) = page.rules.blocking.choosers
    one.setCurrentIndex(one.findData("lastname"))
    part.setCurrentIndex(part.findData("skeleton"))
    other.setCurrentIndex(other.findData("jobtitle"))
    page.rules.blocking.take.click()
    settle_shell(shell, qtbot)
    settings = next(s for s in session.plan.matching if s.entity == "contact")
    assert settings.blocking[-1].keys == ("lastname:skeleton", "jobtitle")
    page.rules.blocking.rows[-1].removed.emit()
    settle_shell(shell, qtbot)
    settings = next(s for s in session.plan.matching if s.entity == "contact")
    assert ("lastname:skeleton", "jobtitle") not in [rule.keys for rule in settings.blocking]
    count = len(page.rules.blocking.rows)
    keys = page.rules._rules.settings.blocking[0].keys  # type: ignore[union-attr]
    one, _ = page.rules.blocking.choosers[0]
    one.setCurrentIndex(one.findData(keys[0]))
    page.rules.blocking.take.click()
    settle_shell(shell, qtbot)
    assert "twice" in page.banner_text
    assert len(page.rules.blocking.rows) == count


# -- looks


@pytest.mark.parametrize("language", ["en", "fa"])
def test_nothing_is_cut_and_everything_has_a_name(
    page: DuplicatesPage, shell: MainWindow, qtbot: QtBot, language: str
) -> None:
    shell.speak(language)
    go(shell, "duplicates", qtbot)
    again = found(shell)
    for prepare in (
        lambda: None,
        lambda: again.review.bar.why_button.setChecked(True),
        lambda: again.rules_button.setChecked(True),
    ):
        prepare()
        settle_shell(shell, qtbot)
        assert cut_off(again) == []
        assert nameless(again) == []


def test_a_longer_language_fits(
    page: DuplicatesPage, shell: MainWindow, qtbot: QtBot, qapp: QApplication
) -> None:
    translator = Pseudo()
    qapp.installTranslator(translator)
    try:
        shell.paint_in("light")
        go(shell, "duplicates", qtbot)
        again = found(shell)
        problems = cut_off(again) + untranslated_buttons(again)
        again.rules_button.setChecked(True)
        settle_shell(shell, qtbot)
        problems += cut_off(again) + untranslated_buttons(again)
    finally:
        qapp.removeTranslator(translator)
    assert problems == []
