"""The document as a table: its rows, the required fields nothing fills, the columns left over."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from migrator.model.mapping import FieldMapping, RowStatus
from ui import icons, speech
from ui.pages.mapping.canvas_looks import constant_words
from ui.pages.mapping.document import Asked, Chosen, Document, Show
from ui.pages.mapping.glyphs import shown, source_icon, status_words, target_icon, target_words
from ui.theme import colour

Index = QModelIndex | QPersistentModelIndex
SOURCE, SAMPLES, TARGET, TYPE, STEPS, SURE, STATUS, OWNER, NOTE = range(9)
CHOSEN = Qt.ItemDataRole.UserRole
_EDITED = {OWNER, NOTE}


@dataclass(frozen=True)
class Line:
    """One line: a row of the document, a lone column (no target), or a lone field (no row)."""

    source: str = ""
    target: str = ""
    row: FieldMapping | None = None


class RowsModel(QAbstractTableModel):
    """`status_set`, `owner_set` and `note_set` carry the target field and what a person wrote; the
    document answers by coming back changed."""

    status_set = Signal(str, object)
    owner_set = Signal(str, str)
    note_set = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self.document: Document | None = None
        self.lines: list[Line] = []

    def show_document(self, document: Document, asked: Asked) -> None:
        """Show a document as the filter leaves it."""
        self.beginResetModel()
        self.document = document
        self.lines = _lines(document, asked)
        self.endResetModel()

    def line_of(self, chosen: Chosen) -> int:
        """The line that shows what is selected, -1 for none."""
        for n, line in enumerate(self.lines):
            if chosen.target and line.target == chosen.target:
                return n
            if not chosen.target and chosen.source and line.source == chosen.source:
                return n
        return -1

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """One row a line."""
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """From source to note."""
        return 0 if parent.isValid() else NOTE + 1

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """What the columns are called; rows are numbered in the digits of the language."""
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation == Qt.Orientation.Vertical:
            return speech.number(section + 1)
        return (
            self.tr("Source column"),
            self.tr("Values"),
            self.tr("Target field"),
            self.tr("Type"),
            self.tr("Transforms"),
            self.tr("Match"),
            self.tr("Status"),
            self.tr("Owner"),
            self.tr("Note"),
        )[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Words, icons, colours."""
        if not index.isValid() or self.document is None:
            return None
        line = self.lines[index.row()]
        column = index.column()
        found: object = None
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            found = self._text(self.document, line, column)
        elif role == Qt.ItemDataRole.EditRole:
            found = self._edited(line, column)
        elif role == Qt.ItemDataRole.DecorationRole:
            found = self._icon(self.document, line, column)
        elif role == Qt.ItemDataRole.ForegroundRole:
            found = self._ink(self.document, line, column)
        elif role == CHOSEN:
            found = Chosen(line.source, line.target)
        return found

    def _text(self, document: Document, line: Line, column: int) -> str:
        if column in {SOURCE, SAMPLES}:
            return self._given(document, line, column)
        if column in {TARGET, TYPE}:
            return self._taken(document, line, column)
        row = line.row
        if row is None or column == STATUS:
            return self._status(document, line) if column == STATUS else ""
        if column == STEPS:
            return self._steps(document, row)
        if column == SURE:
            return speech.percent(row.confidence) if row.confidence is not None else ""
        return row.owner if column == OWNER else row.note

    def _given(self, document: Document, line: Line, column: int) -> str:
        if line.row is not None and not line.row.sources:
            return constant_words(document, line.row) if column == SOURCE else ""
        names = line.row.sources if line.row else (line.source,)
        if column == SOURCE:
            return " + ".join(shown(name) for name in names if name)
        samples = [text for name in names if name in document.sources
                   for text in document.sources[name].samples[:3]]  # fmt: skip
        return " · ".join(shown(text) for text in samples[:4])

    def _taken(self, document: Document, line: Line, column: int) -> str:
        card = document.targets.get(line.target)
        if card is None:
            return line.target
        if column == TYPE:
            return target_words(card)
        return speech.say(card.label) + (" *" if card.required else "")

    def _steps(self, document: Document, row: FieldMapping) -> str:
        titles = document.sheet.titles
        told = [self.tr("lookup")] if row.lookup else []
        told += [speech.say(titles[s.transform]) if s.transform in titles else s.transform
                 for s in row.steps]  # fmt: skip
        return (" ← " if speech.language() == "fa" else " → ").join(told)

    def _status(self, document: Document, line: Line) -> str:
        if line.row is not None:
            return status_words(line.row.status)
        if line.target:
            return self.tr("Nothing fills it")
        reason = document.sources[line.source].reason
        if reason:
            return self.tr("Left out: {reason}").format(reason=reason)
        return self.tr("Not decided yet")

    @staticmethod
    def _edited(line: Line, column: int) -> object:
        if line.row is None:
            return None
        return {STATUS: line.row.status, OWNER: line.row.owner, NOTE: line.row.note}.get(column)

    @staticmethod
    def _icon(document: Document, line: Line, column: int) -> object:
        if column == SOURCE:
            name = line.row.sources[0] if line.row and line.row.sources else line.source
            if name in document.sources:
                return icons.icon(source_icon(document.sources[name]))
        if column == TARGET and line.target in document.targets:
            return icons.icon(target_icon(document.targets[line.target]))
        return None

    @staticmethod
    def _ink(document: Document, line: Line, column: int) -> object:
        if column in {SURE, STATUS} and line.row is not None:
            tone = document.tone(line.row)
            return colour("accent_ink" if tone == "accent" else tone)
        if column == STATUS:
            return colour("error" if line.target else _open_ink(document, line))
        return colour("muted") if column in {SAMPLES, TYPE} else None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Ask for a change; it is shown when the document comes back."""
        if role != Qt.ItemDataRole.EditRole or not index.isValid():
            return False
        line = self.lines[index.row()]
        if line.row is None or value == self._edited(line, index.column()):
            return False
        if index.column() == STATUS:
            self.status_set.emit(line.target, RowStatus(str(value)))
        elif index.column() == OWNER:
            self.owner_set.emit(line.target, str(value))
        elif index.column() == NOTE:
            self.note_set.emit(line.target, str(value))
        return False  # not yet

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Status, owner and note of a row are edited in place."""
        found = super().flags(index)
        edited = index.column() in _EDITED | {STATUS}
        if index.isValid() and edited and self.lines[index.row()].row is not None:
            found |= Qt.ItemFlag.ItemIsEditable
        return found


def _open_ink(document: Document, line: Line) -> str:
    return "muted" if document.sources[line.source].reason else "warn"


def _lines(document: Document, asked: Asked) -> list[Line]:
    sources = {card.name for card in document.shown_sources(asked)}
    targets = {card.name for card in document.shown_targets(asked)}
    lacking = [Line(target=c.name) for c in document.sheet.targets
               if document.lacks(c) and c.name in targets and not asked.source]  # fmt: skip
    rows = [
        Line(next(iter(row.sources), ""), row.target, row)
        for row in document.sheet.feed.fields
        if row.target in targets and (set(row.sources) & sources or not asked.source)
    ]
    free = [
        card
        for card in document.shown_sources(asked)
        if (document.is_open(card) or card.reason) and not asked.target
    ]
    lone = [Line(source=card.name) for card in free if asked.show == Show.ALL or not card.reason]
    return [*lacking, *rows, *lone]
