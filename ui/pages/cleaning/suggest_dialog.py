"""Steps that the fields deserve and the recipe lacks, to be taken or left."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QDialog, QHBoxLayout, QVBoxLayout, QWidget

from migrator.model.views.cleaning import StepLine
from ui import speech
from ui.latest import Latest
from ui.messages import Failure
from ui.models.sheet_model import Cell, SheetModel
from ui.operations import cleaning
from ui.session import Session
from ui.widgets.basic import button, label
from ui.widgets.sheet import Sheet


class SuggestDialog(QDialog):
    """Lists suggestions with what each would change; `taken` carries the RecipeSteps that were
    left ticked. Open it with `open()`."""

    taken = Signal(object)

    def __init__(self, session: Session, entity: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Suggested steps"))
        self.resize(620, 460)
        self._lines: tuple[StepLine, ...] = ()
        titles = [self.tr("Field"), self.tr("Step"), self.tr("Rows it changes now")]
        self.model = SheetModel(titles, numbers=(2,))
        self.sheet = Sheet(self.model, self.tr("Suggested steps"), stretch=1)
        self._told = label(self.tr("Looking at the fields…"), "muted", wrap=True)
        self.only = QCheckBox(self.tr("Only steps that change something now"))
        self.only.setChecked(True)
        self.only.toggled.connect(self._list)
        self.ok = button(self.tr("Add"), "plus", primary=True)
        self.ok.setDefault(True)
        self.ok.setEnabled(False)
        self.ok.clicked.connect(self._take)
        self.cancel = button(self.tr("Cancel"))
        self.cancel.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.addWidget(self.only)
        foot.addStretch(1)
        foot.addWidget(self.cancel)
        foot.addWidget(self.ok)
        box = QVBoxLayout(self)
        box.setContentsMargins(18, 16, 18, 16)
        box.setSpacing(12)
        box.addWidget(self._told)
        box.addWidget(self.sheet, 1)
        box.addLayout(foot)
        self._answer = Latest(self, self._found, self._fail)
        self._answer.ask(cleaning.suggestions(session=session, entity=entity))

    def shown(self) -> tuple[StepLine, ...]:
        """The suggestions that would be taken now."""
        return tuple(one for one in self._lines if one.changed or not self.only.isChecked())

    def _found(self, lines: tuple[StepLine, ...]) -> None:
        self._lines = lines
        if not any(one.changed for one in lines):
            self.only.setChecked(False)
        self._list()

    def _fail(self, failure: Failure) -> None:
        self._told.setText(failure.sentence())

    def _list(self) -> None:
        shown = self.shown()
        rows = [
            (
                Cell(speech.say(one.label)),
                Cell(speech.say(one.title), tip=speech.say(one.help)),
                Cell(speech.number(one.changed or 0), number=True),
            )
            for one in shown
        ]
        self.model.set_rows(rows)
        self.ok.setEnabled(bool(shown))
        self.ok.setText(self._add_told(len(shown)))
        for part in (self.only, self.sheet, self.ok):
            part.setVisible(bool(self._lines))
        self._told.setText(self._words())
        if not self._lines:
            self.cancel.setText(self.tr("Close"))
            self.resize(self.width(), self.sizeHint().height())

    def _add_told(self, count: int) -> str:
        if not count:
            return self.tr("Add")
        return self.tr("Add {count} steps").format(count=speech.number(count))

    def _words(self) -> str:
        if not self._lines:
            return self.tr(
                "Nothing to suggest: the usual housekeeping is in the recipe or done by the"
                " mapping already."
            )
        return self.tr(
            "Trimming spaces, emptying placeholders such as “-” and unifying Persian letters, for"
            " each field that needs it. Steps that change nothing now are of use when new data"
            " comes."
        )

    def _take(self) -> None:
        self.taken.emit(tuple(one.step for one in self.shown()))
        self.accept()
