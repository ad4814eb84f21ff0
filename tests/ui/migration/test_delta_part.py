"""The offer to load only what newer data changed, and the comparison before it."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from migrator.model.text import Text
from migrator.model.views.delta import DeltaLine, DeltaOffer, DeltaRecord, DeltaView
from tests.ui.looking import cut_off, nameless, settle_shell
from tests.ui.runs_help import press, texts
from ui.main_window import MainWindow
from ui.pages.migration.delta_part import DeltaDialog, DeltaPart

LINES = (
    DeltaLine("account", Text("Account", "شرکت"), 0, 0, 91, 0, 0, 0),
    DeltaLine("contact", Text("Contact", "مخاطب"), 2, 1, 300, 0, 1, 3),
)


def test_the_offer_and_the_comparison_before_the_run(shell: MainWindow, qtbot: QtBot) -> None:
    part = DeltaPart(shell.session)
    qtbot.addWidget(part)
    part.ask()
    settle_shell(shell, qtbot)
    assert part.isHidden(), "nothing was loaded yet"
    part.show_offer(DeltaOffer(newer=True))
    assert not part.isHidden()
    assert part.look.isEnabled()
    part.show_offer(DeltaOffer(newer=True, why=Text("Choose keys.", "کلید برگزینید.")))
    assert (part.told.text(), part.look.isEnabled()) == ("Choose keys.", False)
    # The comparison leads to the records and to the run.
    dialog = DeltaDialog(shell.session, DeltaView(LINES, 1, 0, ()), shell)
    qtbot.addWidget(dialog)
    dialog.show()
    assert texts(dialog.sheet, 1) == ["0", "2"]
    assert texts(dialog.sheet, 4) == ["0", "3"]
    dialog.sheet.setCurrentIndex(dialog.sheet.model().index(1, 4))
    settle_shell(shell, qtbot)
    assert "no longer in the sources" in dialog.which.text()
    dialog._show_records((DeltaRecord("c|5", "x-1"), DeltaRecord("c|6", "")))
    assert texts(dialog.records, 1) == ["x-1", "—"]
    assert not cut_off(dialog)
    assert not nameless(dialog)
    with qtbot.waitSignal(dialog.load_wanted):
        press(dialog.load, qtbot)
    barred = DeltaDialog(shell.session, DeltaView(LINES, 0, 0, (Text.of("Wrong table."),)), shell)
    qtbot.addWidget(barred)
    assert not barred.load.isEnabled()
