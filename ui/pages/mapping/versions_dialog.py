"""Named versions of the mapping document: kept, compared in words and as a table, put back."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from migrator.model.views.contract import DiffLine, VersionLine
from ui import speech
from ui.latest import Latest
from ui.models.small_table import Cell, Line, SmallTable
from ui.operations import contract
from ui.session import Session
from ui.widgets.banner import Banner
from ui.widgets.basic import GAP, Card, button, label
from ui.widgets.small_view import SmallView

CURRENT = 0


class VersionsDialog(QDialog):
    """Keeps, compares and restores versions. Open it with `open()`."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Versions of the mapping"))
        self.resize(980, 560)
        self._session = session
        self._versions: tuple[VersionLine, ...] = ()
        self.banner = Banner()
        self.name = QLineEdit()
        self.name.setPlaceholderText(self.tr("Name of the version, e.g. Agreed with sales"))
        self.name.setAccessibleName(self.tr("Name of the version"))
        self.note = QLineEdit()
        self.note.setPlaceholderText(self.tr("Note"))
        self.note.setAccessibleName(self.tr("Note"))
        self.keep = button(self.tr("Keep this state"), "pin")
        self.table = SmallTable(
            (self.tr("Version"), self.tr("When"), self.tr("Who"), self.tr("Fingerprint")), self
        )
        self.view = SmallView(self.table, (1, 0, 0, 0), self.tr("Versions of the mapping"))
        self.against = QComboBox()
        self.against.setAccessibleName(self.tr("Compare with"))
        self.differences = SmallTable(
            (self.tr("Field"), self.tr("What"), self.tr("Before"), self.tr("After")), self
        )
        self.differing = SmallView(self.differences, (5, 2, 3, 3), self.tr("Differences"))
        self.told = label("", "muted", wrap=True)
        self.restore = button(self.tr("Put this version back"), "rotate-ccw", primary=True)
        for one in (self.keep, self.restore):
            one.setAutoDefault(False)
        self._listed = Latest(self, self._show, self.banner.fail)
        self._compared = Latest(self, self._show_differences, self.banner.fail)
        self._build()
        self._connect()
        session.changed.connect(self.refresh)
        self._judge()
        self.refresh()

    def _connect(self) -> None:
        self.name.textChanged.connect(lambda _: self._judge())
        self.name.returnPressed.connect(self._keep)
        self.keep.clicked.connect(self._keep)
        self.restore.clicked.connect(self._restore)
        self.view.picked.connect(lambda _: self._compare())
        self.differing.picked.connect(self._tell)
        self.against.currentIndexChanged.connect(lambda _: self._compare())

    def refresh(self, *_: object) -> None:
        """Ask for the versions anew."""
        self._listed.ask(contract.versions(session=self._session))

    def _show(self, versions: tuple[VersionLine, ...]) -> None:
        chosen, against = self.view.current, self.against.currentData()
        self._versions = versions
        self.table.show([self._line(one) for one in versions])
        self.against.blockSignals(True)
        self.against.clear()
        self.against.addItem(self.tr("the document as it stands"), CURRENT)
        for one in versions:
            self.against.addItem(speech.isolate(one.name), one.no)
        self.against.setCurrentIndex(max(0, self.against.findData(against)))
        self.against.blockSignals(False)
        if versions and not (chosen is not None and self.view.select_key(chosen)):
            self.view.select_key(versions[0].no)
        self._compare()

    def _line(self, one: VersionLine) -> Line:
        name = speech.isolate(one.name)
        if one.current:
            name = self.tr("{version} (as now)").format(version=name)
        return Line(
            (
                Cell(name, strong=one.current, tip=one.note or one.name),
                Cell(speech.moment(one.at), "muted"),
                Cell(speech.isolate(one.who), "muted", plain=one.who),
                Cell(speech.ltr(one.fingerprint), "muted", plain=one.fingerprint),
            ),
            one.no,
        )

    def _compare(self) -> None:
        chosen = self.view.current
        self._judge()
        if isinstance(chosen, int):
            new = self.against.currentData() or CURRENT
            self._compared.ask(contract.compare(session=self._session, old=chosen, new=new))
        else:
            self.differences.show([])
            self.told.setText(self.tr("No version is kept yet."))

    def _show_differences(self, found: tuple[DiffLine, ...]) -> None:
        self.differences.show([_difference(one) for one in found])
        words = self.tr("{count} differences").format(count=speech.number(len(found)))
        self.told.setText(words if found else self.tr("They say the same."))

    def _tell(self, one: object) -> None:
        if isinstance(one, DiffLine):
            self.told.setText(speech.say(one.sentence))

    def _judge(self) -> None:
        self.keep.setEnabled(bool(self.name.text().strip()))
        self.restore.setEnabled(isinstance(self.view.current, int))

    def _keep(self) -> None:
        if not self.keep.isEnabled():
            return
        job = contract.save_version(
            session=self._session, name=self.name.text(), note=self.note.text()
        )
        job.then(self._kept, self.banner.fail)

    def _kept(self, _: object) -> None:
        self.banner.hide()
        self.name.clear()
        self.note.clear()
        self.refresh()

    def _restore(self) -> None:
        chosen = self.view.current
        if isinstance(chosen, int):
            job = contract.restore_version(session=self._session, no=chosen)
            job.then(lambda _: self._restored(), self.banner.fail)

    def _restored(self) -> None:
        self.banner.say(self.tr("Put back. Undo takes it away again."), "ok")

    def _build(self) -> None:
        keeping = QHBoxLayout()
        keeping.addWidget(self.name, 2)
        keeping.addWidget(self.note, 3)
        keeping.addWidget(self.keep)
        left = Card()
        left.body.setContentsMargins(8, 8, 8, 8)
        left.body.addWidget(self.view)
        right = Card()
        right.body.setContentsMargins(8, 8, 8, 8)
        choice = QHBoxLayout()
        choice.addWidget(label(self.tr("Compared with")))
        choice.addWidget(self.against, 1)
        right.body.addLayout(choice)
        right.body.addWidget(self.differing, 1)
        right.body.addWidget(self.told)
        parts = QSplitter(Qt.Orientation.Horizontal)
        parts.setChildrenCollapsible(False)
        parts.addWidget(left)
        parts.addWidget(right)
        parts.setSizes([430, 530])
        foot = QHBoxLayout()
        foot.addStretch(1)
        close = button(self.tr("Close"))
        close.setAutoDefault(False)
        close.clicked.connect(self.reject)
        foot.addWidget(close)
        foot.addWidget(self.restore)
        box = QVBoxLayout(self)
        box.setContentsMargins(20, 16, 20, 16)
        box.setSpacing(GAP)
        box.addWidget(label(self.tr("Versions of the mapping"), "h1"))
        box.addLayout(keeping)
        box.addWidget(self.banner)
        box.addWidget(parts, 1)
        box.addLayout(foot)


def _difference(one: DiffLine) -> Line:
    tip = speech.say(one.sentence)
    cell = speech.say(one.cell)
    if one.key and one.what != "comment":  # a comment's key is its moment, for machines
        cell = f"{cell} {speech.isolate(one.key)}"
    old, new = speech.say(one.old), speech.say(one.new)
    return Line(
        (
            Cell(speech.isolate(speech.say(one.where)), strong=True, tip=tip),
            Cell(cell, "muted", tip=tip),
            Cell(speech.isolate(old) if old else "—", "error" if old else "muted", tip=old),
            Cell(speech.isolate(new) if new else "—", "ok" if new else "muted", tip=new),
        ),
        one,
    )
