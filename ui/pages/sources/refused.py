"""What could not be added, file by file, each with the way out if there is one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from migrator.model.views.sources import Place, Refusal
from ui import icons, speech
from ui.pages.sources import words
from ui.pages.sources.parts import ClearScroll, lead
from ui.widgets import Card, button, label

TALLEST = 104


class PasswordField(QWidget):
    """A hidden line and a button; `entered` carries what was typed."""

    entered = Signal(str)

    def __init__(self, action: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.edit = QLineEdit()
        self.edit.setEchoMode(QLineEdit.EchoMode.Password)
        self.edit.setPlaceholderText(self.tr("Password"))
        self.edit.setAccessibleName(self.tr("Password"))
        self.edit.setMinimumWidth(150)
        self.button = button(action, "key-round")
        self.button.clicked.connect(self._enter)
        self.edit.returnPressed.connect(self._enter)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.edit)
        row.addWidget(self.button)
        self.setFocusProxy(self.edit)

    def _enter(self) -> None:
        if self.edit.text():
            self.entered.emit(self.edit.text())


class RefusedPanel(Card):
    """`again` carries the Place to try once more."""

    again = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.refused: list[Refusal] = []
        self._added = 0
        self._title = label("", "h2")
        clear = button(self.tr("Dismiss"), "x", flat=True)
        clear.clicked.connect(lambda: self.show_refused(()))
        head = QHBoxLayout()
        picture = QLabel()
        picture.setPixmap(icons.pixmap("file-x", "error", 18))
        head.addWidget(picture)
        head.addWidget(self._title, 1)
        head.addWidget(clear)
        self._scroll = ClearScroll()
        self.body.setSpacing(4)
        self.body.setContentsMargins(16, 8, 10, 8)
        self.body.addLayout(head)
        self.body.addWidget(self._scroll)
        self.hide()

    def add(self, refused: Sequence[Refusal], added: int = 0) -> None:
        """Show further ones beside `added` new sources; a place that was tried again says only its
        newest trouble."""
        self._added = added
        tried = {one.place.uri for one in refused}
        kept = [one for one in self.refused if one.place.uri not in tried]
        self.show_refused([*kept, *refused])

    def forget(self, places: Sequence[Place]) -> None:
        """Take places out that are tried again."""
        tried = {place.uri for place in places}
        self.show_refused([one for one in self.refused if one.place.uri not in tried])

    def show_refused(self, refused: Sequence[Refusal]) -> None:
        """Show these; none hides the panel."""
        self.refused = list(refused)
        rows = QWidget()
        box = QVBoxLayout(rows)
        box.setContentsMargins(0, 0, 6, 0)
        box.setSpacing(6)
        for one in self.refused:
            box.addWidget(self._row(one))
        box.addStretch(1)
        self._scroll.show_inner(rows)
        told = self.tr("{count} could not be added")
        if self._added:
            told = self.tr("{added} added, {count} could not be added")
        count, added = speech.number(len(self.refused)), speech.number(self._added)
        self._title.setText(told.format(count=count, added=added))
        self._scroll.setFixedHeight(min(TALLEST, 6 + 46 * len(self.refused)))
        self.setVisible(bool(self.refused))

    def _row(self, one: Refusal) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(10)
        told = QVBoxLayout()
        told.setSpacing(0)
        name = lead(label(speech.isolate(one.name), "body"))
        name.setToolTip(speech.ltr(one.place.uri))
        told.addWidget(name)
        told.addWidget(lead(label(words.problem_told(one.problem), "small", wrap=True)))
        line.addLayout(told, 1)
        if (way_out := self._way_out(one)) is not None:
            line.addWidget(way_out, 0, Qt.AlignmentFlag.AlignVCenter)
        return row

    def _way_out(self, one: Refusal) -> QWidget | None:
        place = one.place
        if one.problem.reason in {"password", "wrong_password"}:
            field = PasswordField(self.tr("Open"))
            field.edit.setAccessibleName(self.tr("Password of {name}").format(name=one.name))
            field.entered.connect(
                lambda typed: self.again.emit(Place(place.uri, typed, place.options))
            )
            return field
        if one.problem.reason == "encoding":
            combo = QComboBox()
            combo.addItem(self.tr("Choose the encoding"), "")
            for name in one.problem.choices:
                combo.addItem(words.encoding_told(name), name)
            combo.setAccessibleName(self.tr("Encoding of {name}").format(name=one.name))
            combo.activated.connect(lambda _: self._chosen(place, str(combo.currentData())))
            return combo
        return None

    def _chosen(self, place: Place, encoding: str) -> None:
        if encoding:
            options = {**place.options, "encoding": encoding}
            self.again.emit(Place(place.uri, place.password, options))
