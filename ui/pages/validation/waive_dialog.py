"""Accept an issue, with the reason that the sign-off shows."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QLineEdit, QRadioButton, QVBoxLayout, QWidget

from migrator.model.views.validation import IssueGroup
from ui import speech
from ui.pages.validation.foot import foot
from ui.pages.validation.words import place
from ui.widgets.basic import button, label, set_tone


class WaiveDialog(QDialog):
    """Emits `waived(reason, row ids or None)`; `rows` are the records that are chosen."""

    waived = Signal(str, object)

    def __init__(self, group: IssueGroup, rows: tuple[int, ...], parent: QWidget) -> None:
        super().__init__(parent)
        self._rows = rows
        self.setWindowTitle(self.tr("Accept an issue"))
        self.setMinimumWidth(460)
        box = QVBoxLayout(self)
        box.setSpacing(10)
        self._explain(group, box)
        every = self.tr("All {n} records with this issue, and later ones")
        self.all = QRadioButton(every.format(n=speech.number(group.rows)))
        some = self.tr("Only the {n} records that are chosen in the table")
        self.some = QRadioButton(some.format(n=speech.number(len(rows))))
        self.some.setVisible(bool(rows))
        (self.some if rows else self.all).setChecked(True)
        box.addWidget(self.some)
        box.addWidget(self.all)
        self.reason = QLineEdit()
        self.reason.setPlaceholderText(self.tr("Why is this acceptable?"))
        self.reason.setAccessibleName(self.tr("Reason"))
        self.reason.textChanged.connect(self._enable)
        box.addWidget(self.reason)
        self.save = button(self.tr("Accept"), "check", primary=True)
        self.save.clicked.connect(self._save)
        box.addLayout(foot(self, self.save))
        self._enable()
        self.reason.setFocus()

    def _explain(self, group: IssueGroup, box: QVBoxLayout) -> None:
        title = self.tr("{issue}: {place}").format(
            issue=speech.say(group.title), place=place(group)
        )
        box.addWidget(label(title, "h2", wrap=True))
        box.addWidget(
            label(
                self.tr(
                    "An accepted error becomes a warning: the record travels. Who accepted it and"
                    " why stands in the sign-off pack."
                ),
                "muted",
                wrap=True,
            )
        )
        if group.demanded:
            warning = label(
                self.tr("The target demands this itself: it will probably refuse such a record."),
                wrap=True,
            )
            set_tone(warning, "warn")
            box.addWidget(warning)

    def _enable(self) -> None:
        self.save.setEnabled(bool(self.reason.text().strip()))

    def _save(self) -> None:
        self.waived.emit(self.reason.text().strip(), None if self.all.isChecked() else self._rows)
        self.accept()
