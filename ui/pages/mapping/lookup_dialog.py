"""What a field points to, in full: the kinds of record it may mean, and what tells them apart."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from migrator.model.mapping import Lookup, LookupWay
from migrator.model.plan import Plan
from ui import speech
from ui.job import Job
from ui.messages import Failure
from ui.pages.mapping.deeds import Deeds
from ui.pages.mapping.glyphs import shown
from ui.widgets.basic import button, label, set_tone


def _words(thing: object, name: str) -> str:
    """The label of an entity or a field in the language of the window, else its name."""
    fa = speech.language() == "fa"
    own = getattr(thing, "label_fa" if fa else "label", "") or getattr(thing, "label", "")
    return own or shown(name)


def _box(name: str) -> QComboBox:
    made = QComboBox()
    made.setAccessibleName(name)
    made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    made.setMinimumContentsLength(12)
    return made


class WayLine(QWidget):
    """One kind of record that the field may mean."""

    def __init__(self, plan: Plan, way: LookupWay, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plan = plan
        self.entity = _box(self.tr("Record of"))
        for entity in plan.target.schema.entities:
            self.entity.addItem(_words(entity, entity.name), entity.name)
        self.by = _box(self.tr("Found by"))
        self.feed = _box(self.tr("Among the records of"))
        self.when = QLineEdit(self.tr(", ").join(way.when))
        self.when.setAccessibleName(self.tr("When the type is"))
        self.remove = button("", "trash-2", flat=True)
        self.remove.setAccessibleName(self.tr("Remove this kind of record"))
        self.remove.setToolTip(self.tr("Remove this kind of record"))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(2)
        titled = (self.entity, self.by, self.feed, self.when)
        for place, widget in enumerate(titled):
            grid.addWidget(label(widget.accessibleName(), "small"), 0, place)
            grid.addWidget(widget, 1, place)
            grid.setColumnStretch(place, 1)
        grid.addWidget(self.remove, 1, len(titled))
        self.entity.setCurrentIndex(max(0, self.entity.findData(way.entity)))
        self._fill()
        self.by.setCurrentIndex(max(0, self.by.findData(way.by)))
        self.feed.setCurrentIndex(max(0, self.feed.findData(way.feed)))
        self.entity.currentIndexChanged.connect(self._fill)

    def _fill(self) -> None:
        name = str(self.entity.currentData())
        self.by.clear()
        self.by.addItem(self.tr("its source key"), "")
        for field in self._plan.target.schema.entity(name).fields:
            self.by.addItem(_words(field, field.name), field.name)
        self.feed.clear()
        self.feed.addItem(self.tr("all sources"), "")
        for feed in self._plan.feeds_of(name):
            self.feed.addItem(shown(feed.table), feed.id)
        self.when.setPlaceholderText(name)

    def way(self) -> LookupWay:
        """The kind of record as it is chosen now."""
        words = self.when.text().replace("،", ",").split(",")
        return LookupWay(
            str(self.entity.currentData()),
            str(self.by.currentData()),
            str(self.feed.currentData()),
            tuple(word.strip() for word in words if word.strip()),
        )


class LookupDialog(QDialog):
    """Changes the lookup of a row. Open it with `open()`; `saved` follows a change."""

    saved = Signal()

    def __init__(self, deeds: Deeds, target: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        assert deeds.document is not None
        self._deeds, self._target = deeds, target
        self._plan = deeds.session.plan
        document = deeds.document
        self._lookup = document.rows[target].lookup
        self.setWindowTitle(self.tr("What the field points to"))
        self.resize(760, 380)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(10)
        self.add = button(self.tr("Another kind of record"), "plus")
        self.add.setAutoDefault(False)
        self.add.clicked.connect(lambda: self.add_line(LookupWay(self._first())))
        self.type_field = _box(self.tr("Told apart by"))
        self.type_field.addItem(self.tr("nothing: they are tried in this order"), "")
        for card in document.targets.values():
            if card.name != target:
                self.type_field.addItem(speech.say(card.label), card.name)
        self._told = label("", wrap=True)
        set_tone(self._told, "error")
        self._told.hide()
        self.ok = button(self.tr("Save"), "check", primary=True)
        self.ok.setDefault(True)
        self.ok.clicked.connect(self._save)
        self._lay_out(speech.say(document.targets[target].label))
        parent_name = document.targets[target].parent or self._first()
        for way in self._lookup.ways if self._lookup else (LookupWay(parent_name),):
            self.add_line(way)
        if self._lookup is not None:
            found = self.type_field.findData(self._lookup.type_field)
            self.type_field.setCurrentIndex(max(0, found))
        self.type_field.currentIndexChanged.connect(self._allow)
        self._allow()

    def _first(self) -> str:
        """The entity that a new line begins with."""
        return next(iter(self._plan.entities()), self._plan.target.schema.entities[0].name)

    def _lay_out(self, field: str) -> None:
        cancel = button(self.tr("Cancel"))
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        kind = QHBoxLayout()
        kind.addWidget(label(self.type_field.accessibleName(), "small"))
        kind.addWidget(self.type_field, 1)
        foot = QHBoxLayout()
        foot.addWidget(self.add)
        foot.addStretch(1)
        foot.addWidget(cancel)
        foot.addWidget(self.ok)
        box = QVBoxLayout(self)
        box.setContentsMargins(16, 16, 16, 16)
        box.setSpacing(10)
        box.addWidget(label(self.tr("{field} points to").format(field=field), "h2"))
        box.addLayout(self._lines)
        box.addLayout(kind)
        told = self.tr(
            "A field that tells them apart is compared with the values written above, separated by"
            " commas; where it is empty it is filled with what was found."
        )
        box.addWidget(label(told, "muted", wrap=True))
        box.addWidget(self._told)
        box.addStretch(1)
        box.addLayout(foot)

    def lines(self) -> list[WayLine]:
        """The lines in order."""
        items = (self._lines.itemAt(n) for n in range(self._lines.count()))
        widgets = (item.widget() for item in items if item is not None)
        return [widget for widget in widgets if isinstance(widget, WayLine)]

    def add_line(self, way: LookupWay) -> WayLine:
        """Add a kind of record to edit."""
        line = WayLine(self._plan, way)
        line.remove.clicked.connect(lambda: self._remove(line))
        self._lines.addWidget(line)
        self._allow()
        self._grow()
        return line

    def showEvent(self, event: QShowEvent) -> None:
        """Make room for everything as soon as the fonts are known."""
        super().showEvent(event)
        self._grow()

    def _grow(self) -> None:
        for line in self.lines():
            line.setMinimumHeight(line.sizeHint().height())
        layout = self.layout()
        if layout is not None:
            needed = layout.totalHeightForWidth(self.width())
            self.resize(self.width(), max(self.height(), needed))

    def _remove(self, line: WayLine) -> None:
        self._lines.removeWidget(line)
        line.hide()
        line.deleteLater()
        self._allow()

    def _allow(self) -> None:
        told_apart = bool(self.type_field.currentData())
        for line in self.lines():
            line.when.setEnabled(told_apart)
            line.remove.setEnabled(len(self.lines()) > 1)

    def told(self) -> str:
        """What was wrong with the last choice, "" for nothing."""
        return "" if self._told.isHidden() else self._told.text()

    def lookup(self) -> Lookup:
        """The lookup as it is chosen now."""
        first, *others = (line.way() for line in self.lines())
        kind = str(self.type_field.currentData())
        return Lookup(first.entity, first.by, first.feed, first.when, tuple(others), kind)

    def _save(self) -> None:
        job: Job = self._deeds.lookup(self._target, self.lookup())
        job.failed.connect(self._refused)
        job.succeeded.connect(self._done)

    def _done(self) -> None:
        self.saved.emit()
        self.accept()

    def _refused(self, failure: Failure) -> None:
        self._told.setText(f"{failure.message} {failure.hint}".strip())
        self._told.show()
        self.ok.setFocus(Qt.FocusReason.OtherFocusReason)
