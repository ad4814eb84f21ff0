"""The relationships of the tables: a picture, and the same as a list."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QStackedLayout, QVBoxLayout, QWidget

from migrator.model.profile import Tie
from migrator.model.views.assess import Assessment
from ui import speech
from ui.models.sheet_model import Cell, SheetModel
from ui.pages.assess.tie_layout import tied
from ui.pages.assess.tie_picture import TiePicture
from ui.widgets.basic import GAP, Card, EmptyState, label, set_tone
from ui.widgets.sheet import Sheet


class RelationsView(QWidget):
    """`opened(table, column)` asks to see the column that refers to another table."""

    opened = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ties: tuple[Tie, ...] = ()
        self._area = QScrollArea()
        self.picture = TiePicture()
        self.model = SheetModel(
            [
                self.tr("Table and column"),
                self.tr("Refers to"),
                self.tr("Kind"),
                self.tr("Found there"),
                self.tr("Orphans"),
                self.tr("Examples of orphans"),
            ],
            numbers=(3, 4),
        )
        self.list = Sheet(self.model, self.tr("Relationships"), stretch=5, choose=True)
        self.note = label("", "small", wrap=True)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._parts())
        self._stack.addWidget(
            EmptyState(
                "waypoints",
                self.tr("No relationships found"),
                self.tr(
                    "No table declares a relationship, and no column holds the keys of another"
                    " table."
                ),
            )
        )
        self.picture.chosen.connect(self.list.selectRow)
        self.picture.table_chosen.connect(lambda key: self.opened.emit(key, ""))
        self.list.selectionModel().currentChanged.connect(self._mark)
        self.list.activated.connect(self._open)

    def _parts(self) -> QWidget:
        area = self._area
        area.setWidget(self.picture)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.viewport().setAutoFillBackground(False)
        self.picture.setAutoFillBackground(False)  # setWidget lets it fill a ground of its own
        drawn = Card()
        drawn.body.setContentsMargins(8, 8, 8, 10)
        drawn.body.addWidget(area, 1)
        drawn.body.addLayout(self._legend())
        listed = Card()
        listed.body.setContentsMargins(2, 2, 2, 2)
        listed.body.addWidget(self.list, 1)
        parts = QWidget()
        box = QVBoxLayout(parts)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(GAP)
        box.addWidget(drawn, 2)
        box.addWidget(listed, 1)
        return parts

    def _legend(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(8, 0, 8, 0)
        row.setSpacing(16)
        for words, tone in (
            (self.tr("— declared by the source"), "info"),
            (self.tr("- - candidate, found in the values"), "violet"),
            (self.tr("red: with orphans"), "error"),
        ):
            mark = label(words, "small")
            set_tone(mark, tone)
            row.addWidget(mark)
        row.addStretch(1)
        row.addWidget(self.note)
        return row

    def show_assessment(self, found: Assessment) -> None:
        """Show other relationships."""
        self._ties = found.ties
        self._stack.setCurrentIndex(0 if self._ties else 1)
        self.picture.show_ties(self._ties, found.tables)
        self.model.set_rows([self._cells(tie) for tie in self._ties], list(self._ties))
        kept = sum(line.keep for line in found.tables)
        alone = kept - len(tied(self._ties))
        words = self.tr("{count} tables stand alone.").format(count=speech.number(alone))
        self.note.setText(words if alone else "")

    def _cells(self, tie: Tie) -> list[Cell]:
        kind = self.tr("declared") if tie.declared else self.tr("candidate")
        tip = "" if tie.declared else self.tr("Found in the values; nobody declared it.")
        orphans = "error" if tie.orphans else "muted"
        return [
            Cell(_ends(tie.table, tie.columns), bold=True, copy=tie.table),
            Cell(_ends(tie.parent, tie.parent_columns)),
            Cell(kind, "info" if tie.declared else "violet", tip=tip),
            Cell(speech.percent(tie.contained), number=True),
            Cell(speech.number(tie.orphans), orphans, number=True),
            Cell(speech.isolate(", ".join(tie.examples))),
        ]

    def _mark(self, now: QModelIndex) -> None:
        self.picture.mark(now.row() if now.isValid() else -1)
        if now.isValid():
            at = self.picture.box_of(self._ties[now.row()].table).center().toPoint()
            self._area.ensureVisible(at.x(), at.y(), 90, 40)

    def _open(self, index: QModelIndex) -> None:
        tie = self.model.key(index.row())
        self.opened.emit(tie.table, tie.columns[0])


def _ends(table: str, columns: tuple[str, ...]) -> str:
    """`Orders › CustomerID` without the source."""
    name = table.partition("/")[2] or table
    return speech.isolate(f"{name} › {', '.join(columns)}")
