"""A person decides which of the new columns are the missing ones."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from migrator.model.views.sources import Rename, Reread
from ui.pages.sources.renames_dialog import RenamesDialog

CITY = Rename("s", "people", "شهر", "City", 0.95, 1.0)
PHONE = Rename("s", "people", "tel", "Phone", 0.6)


@pytest.mark.parametrize(
    ("refused", "taken"), [((), (CITY, PHONE)), ((1,), (CITY,)), ((0, 1), ())], ids=str
)
def test_only_what_a_person_takes_is_renamed(
    qtbot: QtBot, refused: tuple[int, ...], taken: tuple[Rename, ...]
) -> None:
    dialog = RenamesDialog(Reread(False, renames=(CITY, PHONE)))
    assert dialog.choices[0].accessibleName().endswith("is now")
    for row in refused:
        dialog.choices[row].setCurrentIndex(1)
    with qtbot.waitSignal(dialog.decided) as decided:
        dialog.take.click()
    assert decided.args == [taken]
