"""The shapes of a mapping in the window: lookups into several entities, numbers, a record per
column."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from migrator.model.mapping import Feed, Lookup, LookupWay
from migrator.model.plan import Plan
from tests.ui.mapping.mapping_world import WAIT_MS
from ui.pages.mapping.lookup_dialog import LookupDialog
from ui.pages.mapping.page import MappingPage


def feed(page: MappingPage) -> Feed:
    plan: Plan = page.deeds.session.plan
    return next(f for f in plan.feeds if f.id == page.feed)


def row_of(page: MappingPage, target: str) -> object:
    return next((r for r in feed(page).fields if r.target == target), None)


def test_a_field_may_point_to_several_kinds_of_record(page: MappingPage, qtbot: QtBot) -> None:
    target = next(r.target for r in feed(page).fields if r.sources and not r.lookup)
    qtbot.waitUntil(lambda: page.deeds.document is not None, timeout=WAIT_MS)
    dialog = LookupDialog(page.deeds, target, page)
    qtbot.addWidget(dialog)
    dialog.open()
    first = dialog.lines()[0]
    first.entity.setCurrentIndex(first.entity.findData("account"))
    first.by.setCurrentIndex(first.by.findData("name"))
    assert not first.remove.isEnabled()
    second = dialog.add_line(LookupWay("contact"))
    assert not second.when.isEnabled()
    dialog.type_field.setCurrentIndex(dialog.type_field.findData("description"))
    second.when.setText("شخص، person")
    wanted = Lookup(
        "account", "name", others=(LookupWay("contact", when=("شخص", "person")),),
        type_field="description",
    )  # fmt: skip
    assert dialog.lookup() == wanted
    with qtbot.waitSignal(dialog.saved, timeout=WAIT_MS):
        dialog.ok.click()
    assert getattr(row_of(page, target), "lookup", None) == wanted


def test_a_lookup_that_contradicts_itself_is_told_in_the_dialog(
    page: MappingPage, qtbot: QtBot
) -> None:
    target = next(r.target for r in feed(page).fields if r.sources and not r.lookup)
    dialog = LookupDialog(page.deeds, target, page)
    qtbot.addWidget(dialog)
    dialog.open()
    dialog.add_line(LookupWay("contact"))
    dialog.add_line(LookupWay("account"))
    dialog.type_field.setCurrentIndex(1)
    for line in dialog.lines():
        line.when.setText("P")
    dialog.ok.click()
    qtbot.waitUntil(lambda: "means both" in dialog.told(), timeout=WAIT_MS)
    assert dialog.isVisible()


def test_an_empty_field_is_numbered_and_columns_become_records(
    page: MappingPage, qtbot: QtBot
) -> None:
    session = page.deeds.session
    with qtbot.waitSignal(page.deeds.number("description", "C-").finished, timeout=WAIT_MS):
        pass
    made = row_of(page, "description")
    assert getattr(made, "steps", ())[0].options["prefix"] == "C-"
    columns = [
        c.name for c in session.plan.choice(feed(page).source, feed(page).table).table.columns
    ]
    before = len(session.plan.feeds)
    job = page.deeds.split("telephone2", columns[:3])
    with qtbot.waitSignal(job.finished, timeout=WAIT_MS):
        pass
    assert len(session.plan.feeds) == before + 2
