"""The dialogs of the contract: versions, signatures, a template, on the sample's mapping."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.mapping.conftest import FEED, wait
from ui.operations import contract, mapping
from ui.pages.mapping.sign_dialog import SignDialog
from ui.pages.mapping.template_dialog import TemplateDialog
from ui.pages.mapping.versions_dialog import VersionsDialog
from ui.session import Session


@pytest.fixture
def session(_mapping_session: Session) -> Iterator[Session]:
    """The session of the sample; the edits of a test are undone after it."""
    found = _mapping_session
    assert found.state is not None
    base = next(line.seq for line in found.state.history if line.current)

    def here() -> int:
        assert found.state is not None
        return next(line.seq for line in found.state.history if line.current)

    yield found
    while here() > base:
        done: list[object] = []
        found.undo().finished.connect(lambda done=done: done.append(True))
        wait(lambda done=done: bool(done))


def test_a_version_is_kept_compared_and_put_back(session: Session, qtbot: QtBot) -> None:
    dialog = VersionsDialog(session)
    qtbot.addWidget(dialog)
    assert not dialog.keep.isEnabled()
    dialog.name.setText("Agreed with sales")
    dialog.keep.click()
    wait(lambda: dialog.told.text() == "They say the same.")
    assert dialog.table.rowCount() == 1
    mapping.unmap(session=session, feed=FEED, targets=["name"])
    wait(lambda: dialog.differences.rowCount() == 1)
    dialog.differing.selectRow(0)
    assert "is mapped no more" in dialog.told.text()
    dialog.restore.click()
    wait(lambda: dialog.differences.rowCount() == 0 and dialog.restore.isEnabled())
    wait(lambda: not session.busy)


def test_rows_are_signed_and_an_edit_is_named(session: Session, qtbot: QtBot) -> None:
    mapping.set_status(session=session, feed=FEED, targets=["name"], status="agreed")
    dialog = SignDialog(session, {FEED: ["name"]})
    qtbot.addWidget(dialog)
    wait(lambda: dialog.lines.rowCount() == 1 and dialog.row.isEnabled())
    dialog.by.setCurrentText("Mina")
    dialog.row.click()
    wait(lambda: dialog.lines.index(0, 1).data() == "Signed")
    assert dialog.lines.index(0, 2).data().startswith("\u2068Mina")
    mapping.set_default(session=session, feed=FEED, target="name", value="unknown")
    wait(lambda: dialog.lines.index(0, 1).data() == "Reopened")
    assert "default" in dialog.told.text()
    assert "edited after signing" in dialog.told.text()
    dialog.back.click()
    wait(lambda: dialog.lines.index(0, 1).data() == "Not signed")
    dialog.whole.click()
    wait(lambda: "cannot be signed yet" in dialog.banner.text)


def test_a_template_shows_what_fits_before_it_is_taken(session: Session, qtbot: QtBot) -> None:
    texts: list[str] = []
    contract.template(session=session, name="Retail").then(texts.append)
    wait(lambda: bool(texts))
    mapping.unmap(session=session, feed=FEED, targets=["name"])
    dialog = TemplateDialog(session, texts[0])  # it deletes itself once it is accepted
    wait(dialog.apply.isEnabled)
    assert "Retail" in dialog.title.text()
    assert dialog.table.rowCount() > 50
    with qtbot.waitSignal(dialog.accepted, timeout=10_000):
        dialog.apply.click()
    wait(lambda: not session.busy)
    sheets: list[object] = []
    mapping.sheet(session=session, feed=FEED).then(sheets.append)
    wait(lambda: bool(sheets))
    rows = {row.target: row for row in sheets[0].feed.fields}  # type: ignore[attr-defined]
    assert rows["name"].evidence.endswith("in the template Retail")
