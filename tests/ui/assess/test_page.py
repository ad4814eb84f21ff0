"""The assess page on the sample project: what it shows, where it leads, what it leaves out."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.conftest import WAIT_MS
from tests.ui.looking import Pseudo, cut_off, nameless
from ui import speech
from ui.job import Job
from ui.operations import assess
from ui.pages.assess.columns_list import Show
from ui.pages.assess.page import COLUMNS, RELATIONS, AssessPage
from ui.pages.assess.rows_dialog import RowsDialog
from ui.session import Session
from ui.widgets.column_popover import ColumnPopover

LEGACY = "legacy_customers/مشتريان"
Settle = Callable[[Job], object]


@pytest.fixture
def page(session: Session, qtbot: QtBot) -> AssessPage:
    made = AssessPage(session)
    qtbot.addWidget(made)
    made.resize(1020, 600)
    session.changed.connect(made.on_changed)
    made.show()
    made.enter()
    qtbot.waitUntil(lambda: made.found is not None, timeout=WAIT_MS)
    return made


def look_at(page: AssessPage, qtbot: QtBot, column: str, table: str = LEGACY) -> None:
    page.show_column(table, column)

    def there() -> bool:
        now = page.columns.columns.current()
        detail = page.columns.detail
        shown = detail.isVisible() and speech.isolate(column) == detail.name.text()
        return now is not None and now.name == column and shown

    qtbot.waitUntil(there, timeout=WAIT_MS)


def test_the_figures_at_a_glance(page: AssessPage) -> None:
    tiles = {tile.told.text(): tile.value.text() for tile in page.overview._tiles}
    assert tiles["rows in 15 tables"] == "3,433"
    assert tiles["exact row copies"] == "0"
    assert tiles["personal columns"] == "20"
    assert page.overview.donut.accessibleDescription().startswith("96 of 100")
    assert "rounded down" in page.overview.donut.toolTip()


def test_the_worst_table_stands_on_top_and_those_left_out_below(page: AssessPage) -> None:
    lines = page.overview.tables._model.lines
    assert lines[0].key == LEGACY
    assert not lines[-1].keep
    assert lines[-1].reason.en == "a view repeats what its tables hold"
    kept = [line.keep for line in lines]
    assert kept == sorted(kept, reverse=True)


def test_the_models_keep_the_rules_of_models(page: AssessPage, qtmodeltester: object) -> None:
    qtmodeltester.check(page.overview.tables._model)  # type: ignore[attr-defined]
    qtmodeltester.check(page.columns.columns.model())  # type: ignore[attr-defined]


def test_a_finding_leads_to_its_column_and_to_its_step(page: AssessPage, qtbot: QtBot) -> None:
    steps: list[str] = []
    page.go.connect(steps.append)
    links = page.overview.findings.findChildren(QPushButton)
    look, solve = links[0], links[1]
    assert "yes and no" in look.accessibleName()
    solve.click()
    assert steps == ["mapping"]
    look.click()
    assert page.tabs.current == COLUMNS
    qtbot.waitUntil(
        lambda: (c := page.columns.columns.current()) is not None and c.name == "active?",
        timeout=WAIT_MS,
    )


def test_all_findings_fold_out(page: AssessPage) -> None:
    findings = page.overview.findings
    before = len(findings.findChildren(QPushButton))
    more = findings.findChildren(QPushButton)[-1]
    assert more.text() == f"Show all {len(findings.findings)} findings"
    more.click()
    assert len([b for b in findings.findChildren(QPushButton) if not b.isHidden()]) > before


def test_a_column_in_full(page: AssessPage, qtbot: QtBot) -> None:
    look_at(page, qtbot, "تاریخ ثبت")
    legend = page.columns.detail._legend.accessibleDescription()
    assert "Fits 65 54%" in legend
    assert "Does not fit 1" in legend


def test_columns_are_found_and_narrowed(page: AssessPage, qtbot: QtBot) -> None:
    look_at(page, qtbot, "ایمیل")
    view = page.columns
    assert view.columns.counts == (16, 16)
    view.search.setText("e-mail")
    assert view.columns.counts == (1, 16)
    assert view.count.text() == "1 of 16 columns"
    view.search.setText("nothing like it")
    assert not view.nothing.isHidden()
    view.search.clear()
    view.sort_of.setCurrentIndex(view.sort_of.findData(Show.PERSONAL))
    assert view.columns.counts == (5, 16)


def test_the_rows_behind_a_figure_are_shown(page: AssessPage, qtbot: QtBot) -> None:
    look_at(page, qtbot, "تاریخ ثبت")
    links = [b for b in page.columns.detail.findChildren(QPushButton) if "Jalali" in b.text()]
    links[0].click()
    qtbot.waitUntil(lambda: page.findChild(RowsDialog) is not None, timeout=WAIT_MS)
    dialog = page.findChild(RowsDialog)
    assert dialog is not None
    qtbot.waitUntil(lambda: dialog.grid.rows == 53 and dialog.grid.ready, timeout=WAIT_MS)
    assert dialog.heading.text().startswith("53 rows")
    dialog.close()


def test_a_column_is_left_out_with_a_reason_and_comes_back(
    page: AssessPage, session: Session, qtbot: QtBot
) -> None:
    look_at(page, qtbot, "ایمیل")
    view = page.columns
    view.column_button.click()
    assert "emailaddress1" in page.strip.words
    page.reason.setCurrentText("private")
    with qtbot.waitSignal(session.changed, timeout=WAIT_MS):
        page.strip.yes.click()

    def now() -> tuple[bool, str]:
        line = view.columns.current()
        return (line.left_out, line.reason) if line and line.name == "ایمیل" else (False, "?")

    qtbot.waitUntil(lambda: now() == (True, "private"), timeout=WAIT_MS)
    assert view.column_button.text() == "Take back"
    with qtbot.waitSignal(session.changed, timeout=WAIT_MS):
        view.column_button.click()
    qtbot.waitUntil(lambda: now() == (False, ""), timeout=WAIT_MS)


def test_without_a_reason_nothing_is_left_out(page: AssessPage, qtbot: QtBot) -> None:
    look_at(page, qtbot, "سمت")
    page.columns.column_button.click()
    page.reason.setCurrentText("  ")
    page.strip.yes.click()
    qtbot.waitUntil(lambda: "needs a reason" in page.banner_text, timeout=WAIT_MS)


def test_a_table_is_left_out_with_its_mapping(
    page: AssessPage, session: Session, qtbot: QtBot, settle: Settle
) -> None:
    look_at(page, qtbot, "ShipperID", "northwind/Shippers")
    page.columns.table_button.click()
    assert "account" in page.strip.words
    with qtbot.waitSignal(session.changed, timeout=WAIT_MS):
        page.strip.yes.click()
    assert not session.plan.choice("northwind", "Shippers").keep
    assert "Shippers" not in {feed.table for feed in session.plan.feeds}
    settle(session.undo())
    assert session.plan.choice("northwind", "Shippers").keep


def test_relationships_as_picture_and_list(page: AssessPage, qtbot: QtBot) -> None:
    page.tabs.show_part(RELATIONS)
    view = page.relations
    assert view.model.rowCount() == 11
    view.list.selectRow(3)
    assert view.picture._marked == 3
    assert "Orders" in view.picture.accessibleDescription()
    box = view.picture.box_of("northwind/Customers").center().toPoint()
    qtbot.mouseClick(view.picture, Qt.MouseButton.LeftButton, pos=box)
    assert page.tabs.current == COLUMNS
    line = page.columns.tables.current()
    assert line is not None
    assert line.name == "Customers"


@pytest.mark.parametrize("name", ["out.html", "out.pdf"])
def test_the_report_is_written_and_told(
    page: AssessPage, qtbot: QtBot, tmp_path: Path, name: str
) -> None:
    page.report.write(str(tmp_path / name))
    qtbot.waitUntil(lambda: name in page.banner_text, timeout=WAIT_MS)
    head = (tmp_path / name).read_bytes()[:300]
    assert b"<!DOCTYPE html>" in head or head.startswith(b"%PDF")
    page.report.write(str(tmp_path / "none" / name))
    qtbot.waitUntil(lambda: "cannot be written" in page.banner_text, timeout=WAIT_MS)


@pytest.mark.usefixtures("persian")
def test_in_persian_everything_fits_and_has_a_name(page: AssessPage, qtbot: QtBot) -> None:
    page.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert page.header._title.text() == "ارزیابی داده"
    for part in range(3):
        page.tabs.show_part(part)
        qtbot.wait(50)
        assert cut_off(page) == []
        assert nameless(page) == []


# The offscreen platform has neither windows to raise nor a keyboard to grab.
@pytest.mark.qt_log_ignore("raise\\(\\)", "grabbing the keyboard", extend=True)
def test_a_pop_over_shows_a_column_of_any_table(session: Session, qtbot: QtBot) -> None:
    popover = ColumnPopover(session, "clean_contact", "mobilephone")
    qtbot.addWidget(popover)
    popover.open_at(QPoint(5000, 5000))
    qtbot.waitUntil(popover.view.isVisible, timeout=WAIT_MS)
    assert speech.isolate("mobilephone") == popover.view.name.text()
    assert popover.screen().geometry().contains(popover.geometry().topLeft())


def test_a_longer_language_fits(session: Session, qtbot: QtBot, qapp: QApplication) -> None:
    translator = Pseudo()
    qapp.installTranslator(translator)
    try:
        page = AssessPage(session)
        qtbot.addWidget(page)
        page.resize(1020, 600)
        page.show()
        page.enter()
        qtbot.waitUntil(lambda: page.found is not None, timeout=WAIT_MS)
        look_at(page, qtbot, "تاریخ ثبت")
        for part in range(3):
            page.tabs.show_part(part)
            qtbot.wait(50)
            assert cut_off(page) == []
    finally:
        qapp.removeTranslator(translator)


def test_a_pop_over_says_why_it_has_nothing(session: Session, qtbot: QtBot) -> None:
    popover = ColumnPopover(session, "clean_contact", "nope")
    qtbot.addWidget(popover)
    qtbot.waitUntil(lambda: "nope" in popover.told.text(), timeout=WAIT_MS)


def test_an_operation_asks_for_every_part(session: Session, settle: Settle) -> None:
    found = settle(assess.overview(session=session))
    no = next(t.no for t in found.tables if t.key == LEGACY)  # type: ignore[attr-defined]
    assert len(settle(assess.columns(session=session, no=no))) == 16  # type: ignore[arg-type]
