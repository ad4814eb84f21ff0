"""The records behind a number of the dry run, and those that it misjudged."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from migrator.model.views.prediction import AheadLine, AheadPage
from ui import speech
from ui.dialogs.story_dialog import StoryDialog
from ui.latest import Latest
from ui.models.sheet_model import Cell, SheetModel
from ui.operations import migration as operations
from ui.session import Session
from ui.widgets.banner import Banner
from ui.widgets.basic import label
from ui.widgets.sheet import Sheet


class AheadDialog(QDialog):
    """Shows the first records of `kind` and `what` (see `operations.records_ahead`)."""

    def __init__(
        self, session: Session, title: str, entity: str, asked: tuple[str, str], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.resize(960, 560)
        self._session = session
        self._entity = entity
        self._values = asked[0] == "field"
        self.banner = Banner()
        self.count = label("", "muted")
        self.sheet = Sheet(SheetModel(self._titles()), title, stretch=self._stretch())
        self.sheet.activated.connect(self._open)
        box = QVBoxLayout(self)
        box.setContentsMargins(20, 16, 20, 16)
        box.setSpacing(8)
        box.addWidget(label(title, "h1"))
        box.addWidget(self.banner)
        box.addWidget(self.count)
        box.addWidget(self.sheet, 1)
        kind, what = asked
        job = operations.records_ahead(session=session, entity=entity, kind=kind, what=what)
        Latest(self, self._show, self.banner.fail).ask(job)

    def _titles(self) -> list[str]:
        head = [self.tr("Key"), self.tr("Record in the target")]
        if self._values:
            return [*head, self.tr("Now there"), self.tr("Mapped"), self.tr("Afterwards")]
        return [*head, self.tr("Why")]

    def _stretch(self) -> tuple[int, ...]:
        return (2, 3, 4) if self._values else (2,)

    def _show(self, found: AheadPage) -> None:
        told = self.tr("{shown} of {total}. Double click a record for its whole story.")
        shown = speech.number(len(found.lines))
        self.count.setText(told.format(shown=shown, total=speech.number(found.total)))
        self.sheet.sheet.set_rows([self._row(one) for one in found.lines], found.lines)

    def _row(self, one: AheadLine) -> Sequence[Cell]:
        head = (
            Cell(speech.ltr(one.key), tip=one.key),
            Cell(speech.ltr(one.target_id), tone="muted", tip=one.target_id),
        )
        if not self._values:
            why = speech.say(one.told)
            return (*head, Cell(speech.isolate(why), tip=why))
        values = (one.held, one.mapped, one.result)
        cells = [Cell(speech.isolate(value or "–"), tip=value or "") for value in values]
        return (*head, *cells)

    def _open(self, index: QModelIndex) -> None:
        one = self.sheet.sheet.key(index.row())
        if isinstance(one, AheadLine):
            StoryDialog(self._session, self._entity, one.gid, self).open()
