"""A template: what of it fits this project, and taking it over."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QCheckBox, QDialog, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from migrator.model.views.contract import TemplateFit, TemplateLine
from ui import speech
from ui.latest import Latest
from ui.messages import Failure
from ui.models.small_table import Cell, Line, SmallTable
from ui.operations import contract
from ui.session import Session
from ui.widgets.banner import Banner
from ui.widgets.basic import GAP, Card, Pill, button, label
from ui.widgets.small_view import SmallView

SUFFIX = ".kooch-template.json"
_TONES = {"fits": "ok", "nearly": "warn", "not": "muted"}
_ICONS = {"fits": "circle-check", "nearly": "circle-help", "not": "circle-x"}


def save_dialog(parent: QWidget) -> QFileDialog:
    """Asks where a template is written; open it with `open()`."""
    dialog = _files(parent, QCoreApplication.translate("Template", "Save as template"))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.selectFile(f"mapping{SUFFIX}")
    return dialog


def open_dialog(parent: QWidget) -> QFileDialog:
    """Asks which template is taken over; open it with `open()`."""
    dialog = _files(parent, QCoreApplication.translate("Template", "Choose a template"))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptOpen)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    return dialog


def _files(parent: QWidget, title: str) -> QFileDialog:
    words = QCoreApplication.translate("Template", "Templates (*.json)")
    return QFileDialog(parent, title, "", words)


class TemplateDialog(QDialog):
    """Shows how the template `text` fits and applies it. Open it with `open()`."""

    def __init__(self, session: Session, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Template"))
        self.resize(900, 560)
        self._session = session
        self._text = text
        self._fit = TemplateFit("", ())
        self.banner = Banner()
        self.title = label("", "h1")
        self.pills = {how: Pill("", _TONES[how].replace("muted", "plain")) for how in _TONES}
        self.table = SmallTable(
            (self.tr("Fits"), self.tr("Table"), self.tr("Field"), self.tr("Why")), self
        )
        self.view = SmallView(self.table, (0, 2, 4, 5), self.tr("What of the template fits"))
        self.nearly = QCheckBox(self.tr("Take what nearly fits as well"))
        self.nearly.setChecked(True)
        self.apply = button(self.tr("Take it over"), "check", primary=True)
        self.apply.setEnabled(False)
        self.kept = label("", "muted", wrap=True)
        self._asked = Latest(self, self._show, self._refused)
        self._build()
        self.apply.clicked.connect(self._apply)
        self.nearly.toggled.connect(lambda _: self._judge())
        self._asked.ask(contract.template_fit(session=session, text=text))

    def _show(self, found: TemplateFit) -> None:
        self._fit = found
        words = self.tr("Template {name}").format(name=speech.isolate(found.name))
        self.title.setText(words)
        told = {
            "fits": self.tr("{count} fit"),
            "nearly": self.tr("{count} nearly fit"),
            "not": self.tr("{count} do not fit"),
        }
        for how, pill in self.pills.items():
            pill.setText(told[how].format(count=speech.number(found.count(how))))
        order = list(_TONES)
        lines = sorted(found.lines, key=lambda one: order.index(one.how))
        self.table.show([self._line(one) for one in lines])
        kept = self.tr("{count} rows that people decided on here stay as they are.")
        self.kept.setText(kept.format(count=speech.number(found.kept)))
        self.kept.setVisible(bool(found.kept))
        self._judge()

    def _line(self, one: TemplateLine) -> Line:
        told = {
            "fits": self.tr("fits"),
            "nearly": self.tr("nearly"),
            "not": self.tr("does not fit"),
        }
        why = speech.say(one.why)
        return Line(
            (
                Cell(told[one.how], _TONES[one.how], _ICONS[one.how]),
                Cell(speech.isolate(one.table), "muted", plain=one.table),
                Cell(speech.isolate(speech.say(one.told)), strong=True),
                Cell(why, "muted", tip=why),
            ),
            one,
        )

    def _judge(self) -> None:
        count = self._fit.count("fits") + self._fit.count("nearly") * self.nearly.isChecked()
        self.apply.setEnabled(count > 0)

    def _apply(self) -> None:
        self.apply.setEnabled(False)
        job = contract.apply_template(
            session=self._session, text=self._text, nearly=self.nearly.isChecked()
        )
        job.then(lambda _: self.accept(), self._refused)

    def _refused(self, failure: Failure) -> None:
        self._judge()
        self.banner.fail(failure)

    def _build(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.title)
        for pill in self.pills.values():
            head.addWidget(pill)
        head.addStretch(1)
        card = Card()
        card.body.setContentsMargins(8, 8, 8, 8)
        card.body.addWidget(self.view)
        foot = QHBoxLayout()
        foot.addWidget(self.nearly)
        foot.addStretch(1)
        close = button(self.tr("Cancel"))
        close.setAutoDefault(False)
        close.clicked.connect(self.reject)
        foot.addWidget(close)
        foot.addWidget(self.apply)
        told = self.tr(
            "Rules and value maps of another project, without its data. What you take over comes"
            " as suggestions, to be agreed to here; one undo takes it away."
        )
        box = QVBoxLayout(self)
        box.setContentsMargins(20, 16, 20, 16)
        box.setSpacing(GAP)
        box.addLayout(head)
        box.addWidget(label(told, "muted", wrap=True))
        box.addWidget(self.banner)
        box.addWidget(card, 1)
        box.addWidget(self.kept)
        box.addLayout(foot)
