"""The inspector of a column that fills nothing here, and of a field that nothing fills."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from migrator.model.views.mapping import SourceCard
from ui import speech
from ui.pages.mapping.deeds import Deeds
from ui.pages.mapping.document import Document
from ui.pages.mapping.glyphs import shown, target_words, type_words
from ui.pages.mapping.value_map_model import picklist_words
from ui.widgets.basic import Pill, button, label, set_tone


def narrow(box: QComboBox) -> QComboBox:
    """A combo box that long entries do not widen."""
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(8)
    return box


def reasons() -> list[str]:
    """Why columns are usually left out."""
    return [
        QCoreApplication.translate("Mapping", "Not needed in the new CRM"),
        QCoreApplication.translate("Mapping", "Empty or hardly filled"),
        QCoreApplication.translate("Mapping", "Repeats another column"),
        QCoreApplication.translate("Mapping", "Technical column of the old system"),
        QCoreApplication.translate("Mapping", "Must not be migrated (privacy)"),
    ]


class SourcePanel(QWidget):
    """What a column holds; map it or leave it out."""

    def __init__(self, deeds: Deeds, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._deeds = deeds
        self._name = ""
        self._title = label("", "h2", wrap=True)
        self._pill = Pill()
        self._facts = label("", "muted", wrap=True)
        self._samples = label("", wrap=True)
        self.fields = narrow(QComboBox())
        self.fields.setAccessibleName(self.tr("Target field"))
        self.map = button(self.tr("Map"), "link", primary=True)
        self.map.clicked.connect(self._map)
        self.reason = narrow(QComboBox())
        self.reason.setEditable(True)
        self.reason.setAccessibleName(self.tr("Reason"))
        self.reason.addItems(reasons())
        self.leave = button(self.tr("Leave out"), "ban")
        self.leave.clicked.connect(self._leave)
        self._reason_title = label(self.tr("Or leave it out, because"), "small")
        self.back = button(self.tr("Take it back"), "undo-2")
        self.back.clicked.connect(lambda: self._deeds.take_back([self._name]))
        self._lay_out()

    def _lay_out(self) -> None:
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        top = QHBoxLayout()
        top.addWidget(self._pill)
        top.addStretch(1)
        box.addWidget(self._title)
        box.addLayout(top)
        for widget in (
            self._facts,
            label(self.tr("Frequent values"), "small"),
            self._samples,
            label(self.tr("Map it to"), "small"),
            self.fields,
            self.map,
            self._reason_title,
            self.reason,
            self.leave,
            self.back,
        ):
            box.addWidget(widget)
        box.addStretch(1)

    def show_column(self, document: Document, name: str) -> None:
        """Show a column of the document."""
        card = document.sources[name]
        if name != self._name:
            self.reason.setCurrentIndex(0)
        self._name = name
        self._title.setText(shown(name))
        words, tone = self._state(document, card)
        self._pill.setText(words)
        set_tone(self._pill, tone)
        self._facts.setText(self._told(card))
        lines = [f"• {shown(text)}" for text in card.samples]
        self._samples.setText("\n".join(lines) or self.tr("no values"))
        self.fields.clear()
        free = [one for one in document.sheet.targets if one.name not in document.rows]
        for one in sorted(free, key=lambda one: (one.own, not one.required)):
            star = " *" if one.required else ""
            self.fields.addItem(f"{speech.say(one.label)}{star}", one.name)
        self.map.setEnabled(bool(free))
        out = bool(card.reason)
        for widget in (self._reason_title, self.reason, self.leave):
            widget.setVisible(not out)
        self.back.setVisible(out)

    def _state(self, document: Document, card: SourceCard) -> tuple[str, str]:
        if card.reason:
            return self.tr("Left out: {reason}").format(reason=card.reason), "plain"
        if document.is_open(card):
            return self.tr("Not decided yet"), "warn"
        if card.key:
            return self.tr("Key of the row"), "info"
        others = ("، " if speech.language() == "fa" else ", ").join(
            dict.fromkeys(speech.say(one) for one in card.elsewhere)
        )
        return self.tr("Feeds {entity}").format(entity=others), "ok"

    def _told(self, card: SourceCard) -> str:
        parts = [speech.say(card.meant), type_words(card.type)]
        if card.filled is not None:
            parts.append(self.tr("{share} filled").format(share=speech.percent(card.filled)))
        if card.distinct is not None:
            count = speech.number(card.distinct)
            parts.append(self.tr("{count} different values").format(count=count))
        return " · ".join(dict.fromkeys(parts))

    def _map(self) -> None:
        if self.fields.currentData():
            self._deeds.map(self.fields.currentData(), [self._name])

    def _leave(self) -> None:
        self._deeds.leave_out([self._name], self.reason.currentText())


class TargetPanel(QWidget):
    """What a field takes; fill it from a column or with one value."""

    def __init__(self, deeds: Deeds, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._deeds = deeds
        self._name = ""
        self._title = label("", "h2", wrap=True)
        self._pill = Pill()
        self._facts = label("", "muted", wrap=True)
        self.columns = narrow(QComboBox())
        self.columns.setAccessibleName(self.tr("Source column"))
        self.map = button(self.tr("Map"), "link", primary=True)
        self.map.clicked.connect(self._map)
        self.value = QLineEdit()
        self.value.setAccessibleName(self.tr("Fixed value"))
        self.values = narrow(QComboBox())
        self.values.setAccessibleName(self.tr("Fixed value"))
        self.fix = button(self.tr("Use the same value everywhere"), "equal")
        self.fix.clicked.connect(self._fix)
        self.prefix = QLineEdit()
        self.prefix.setAccessibleName(self.tr("Before the number"))
        self.prefix.setPlaceholderText("C-")
        self.number = button(self.tr("Number the records"), "hash")
        self.number.clicked.connect(self._number)
        self._lay_out()

    def _lay_out(self) -> None:
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        top = QHBoxLayout()
        top.addWidget(self._pill)
        top.addStretch(1)
        box.addWidget(self._title)
        box.addLayout(top)
        for widget in (
            self._facts,
            label(self.tr("Fill it from a column"), "small"),
            self.columns,
            self.map,
            label(self.tr("Or give every record the same value"), "small"),
            self.value,
            self.values,
            self.fix,
            label(self.tr("Or a running number, such as C-00001"), "small"),
            self.prefix,
            self.number,
        ):
            box.addWidget(widget)
        box.addStretch(1)

    def show_field(self, document: Document, name: str) -> None:
        """Show a field of the document."""
        card = document.targets[name]
        if name != self._name:
            self.value.clear()
            self.prefix.clear()
        self._name = name
        self._title.setText(speech.say(card.label))
        lacking = document.lacks(card)
        words = self.tr("Required, nothing fills it") if lacking else self.tr("Nothing fills it")
        self._pill.setText(words)
        set_tone(self._pill, "error" if lacking else "plain")
        told = [speech.ltr(name), target_words(card)]
        self._facts.setText("\n".join([" · ".join(told), card.description]).strip())
        self.columns.clear()
        for one in sorted(document.sheet.sources, key=lambda one: not document.is_open(one)):
            self.columns.addItem(shown(one.name), one.name)
        self.values.clear()
        for item in card.picklist:
            self.values.addItem(picklist_words(item), item.value)
        self.values.setVisible(bool(card.picklist))
        self.value.setVisible(not card.picklist)

    def _map(self) -> None:
        if self.columns.currentData():
            self._deeds.map(self._name, [self.columns.currentData()])

    def _fix(self) -> None:
        chosen = self.values.currentData() if self.values.count() else self.value.text()
        self._deeds.constant(self._name, str(chosen or ""))

    def _number(self) -> None:
        self._deeds.number(self._name, self.prefix.text())
