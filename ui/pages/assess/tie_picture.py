"""The relationships as a picture: tables as boxes, lines from a child to its parent."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFont,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPainterPathStroker,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from migrator.model.profile import Tie
from migrator.model.views.assess import TableLine
from ui import speech
from ui.pages.assess import words
from ui.pages.assess.tie_layout import Place, places
from ui.theme import colour
from ui.widgets.charts.base import Chart, mirrored, sized, write

BOX, HIGH, STEP, LEAST = 148.0, 34.0, 40.0, 190.0
_EDGE, _TOP, _LOOP = 30.0, 6.0, 26.0


class TiePicture(Chart):
    """The same relationships as the list beside it, for eyes; `chosen(number)` names the tie that
    was clicked, `table_chosen(key)` the box."""

    chosen = Signal(int)
    table_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ties: tuple[Tie, ...] = ()
        self._lines: dict[str, TableLine] = {}
        self._places: dict[str, Place] = {}
        self._marked = -1
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_ties(self, ties: Sequence[Tie], tables: Sequence[TableLine]) -> None:
        """Show other relationships."""
        self._ties, self._marked = tuple(ties), -1
        self._lines = {line.key: line for line in tables}
        self._places = places(self._ties)
        self.tell(self.tr("Relationships of the tables"), "; ".join(map(tie_told, self._ties)))
        self.updateGeometry()
        self.update()

    def mark(self, number: int) -> None:
        """Bring one tie to the fore; -1 for none."""
        self._marked = number
        self.update()

    def minimumSizeHint(self) -> QSize:
        """Room for every box."""
        levels = max((p.level for p in self._places.values()), default=0)
        rows = max((p.row for p in self._places.values()), default=0.0)
        return QSize(int(levels * LEAST + BOX + 2 * _EDGE), int(rows * STEP + HIGH + 2 * _TOP))

    def sizeHint(self) -> QSize:
        """As much as is needed."""
        return self.minimumSizeHint()

    def tip_at(self, point: QPointF) -> str:
        """The tie or the table under the pointer."""
        for name in self._places:
            if self.box_of(name).contains(point):
                return name
        number = self._tie_at(point)
        return tie_told(self._ties[number]) if number >= 0 else ""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose what lies under the pointer."""
        for name in self._places:
            if self.box_of(name).contains(event.position()):
                self.table_chosen.emit(name)
                return
        number = self._tie_at(event.position())
        if number >= 0:
            self.mark(number)
            self.chosen.emit(number)

    def paintEvent(self, _: QPaintEvent) -> None:
        """Paint lines, the marked one last, then boxes over their ends."""
        painter = self.painter()
        order = sorted(range(len(self._ties)), key=lambda number: number == self._marked)
        for number in order:
            self._line(painter, number)
        for name in self._places:
            self._table(painter, name)
        if 0 <= self._marked < len(self._ties):
            self._name_line(painter, self._ties[self._marked])
        painter.end()

    # -- where things are

    def box_of(self, name: str) -> QRectF:
        """Where a table's box is."""
        place = self._places[name]
        levels = max(p.level for p in self._places.values())
        rows = max(p.row for p in self._places.values())
        wide = self.width() - BOX - 2 * _EDGE
        step = min(wide / levels, LEAST * 1.5) if levels else 0.0
        lead = (wide - step * levels) / 2
        tall = self.height() - HIGH - 2 * _TOP
        rise = min(tall / rows, STEP * 1.5) if rows else 0.0
        top = (tall - rise * rows) / 2 + rise * place.row + _TOP
        box = QRectF(_EDGE + lead + step * place.level, top, BOX, HIGH)
        return mirrored(box, QRectF(self.rect()), self.rtl)

    def _path(self, tie: Tie) -> QPainterPath:
        """From the child's side that is turned to its parent; a loop where it refers to itself."""
        child, parent = self.box_of(tie.table), self.box_of(tie.parent)
        sign = -1.0 if self.rtl else 1.0
        start = QPointF(child.right() if self.rtl else child.left(), child.center().y())
        end = QPointF(parent.left() if self.rtl else parent.right(), parent.center().y())
        path = QPainterPath(start)
        if tie.table == tie.parent:
            side = child.right() if self.rtl else child.left()
            out = _LOOP if self.rtl else -_LOOP
            upper, lower = QPointF(side, child.top() + 8), QPointF(side, child.bottom() - 8)
            path = QPainterPath(lower)
            path.cubicTo(lower + QPointF(out, 10), upper + QPointF(out, -10), upper)
            return path
        bend = max(36.0, abs(start.x() - end.x()) / 2) * sign
        path.cubicTo(start - QPointF(bend, 0), end + QPointF(bend, 0), end)
        return path

    def _tie_at(self, point: QPointF) -> int:
        stroker = QPainterPathStroker()
        stroker.setWidth(12)
        for number, tie in enumerate(self._ties):
            if stroker.createStroke(self._path(tie)).contains(point):
                return number
        return -1

    # -- painting

    def _line(self, painter: QPainter, number: int) -> None:
        tie = self._ties[number]
        marked = number == self._marked
        tone = "error" if tie.orphans else "accent" if tie.declared else "violet"
        quiet = self._marked >= 0 and not marked
        pen = QPen(colour(tone, 0.3 if quiet else 1.0), 2.6 if marked else 1.6)
        if not tie.declared:
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        path = self._path(tie)
        painter.drawPath(path)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(tone, 0.3 if quiet else 1.0))
        painter.drawEllipse(path.pointAtPercent(1.0), 3.5, 3.5)

    def _name_line(self, painter: QPainter, tie: Tie) -> None:
        """The columns of the marked tie, on a small ground in the middle of its line."""
        font = sized(self.font(), 12)
        painter.setFont(font)
        named = speech.isolate(", ".join(tie.columns))
        width = painter.fontMetrics().horizontalAdvance(named) + 16.0
        middle = self._path(tie).pointAtPercent(0.5)
        ground = QRectF(middle.x() - width / 2, middle.y() - 11, width, 22)
        painter.setPen(QPen(colour("accent"), 1))
        painter.setBrush(colour("card"))
        painter.drawRoundedRect(ground, 11, 11)
        painter.setPen(colour("text"))
        painter.drawText(ground, Qt.AlignmentFlag.AlignCenter, named)

    def _table(self, painter: QPainter, name: str) -> None:
        box = self.box_of(name)
        line = self._lines.get(name)
        painter.setPen(QPen(colour("border"), 1))
        painter.setBrush(colour("sunken"))
        painter.drawRoundedRect(box, 8, 8)
        inside = box.adjusted(10, 3, -10, -3)
        half = inside.height() / 2
        painter.setPen(colour("text"))
        bold = sized(self.font(), 12, QFont.Weight.DemiBold)
        top = QRectF(inside.left(), inside.top(), inside.width(), half)
        title = speech.isolate(line.name if line else name)
        write(painter, top, title, rtl=self.rtl, font=bold)
        if line is not None:
            painter.setPen(colour("muted"))
            low = QRectF(inside.left(), inside.top() + half, inside.width(), half)
            font = sized(self.font(), 11)
            write(painter, low, words.rows(line.rows), rtl=self.rtl, font=font)


def tie_told(tie: Tie) -> str:
    """A relationship in one line, as in the data: child (columns) and parent (columns)."""
    child = f"{tie.table} ({', '.join(tie.columns)})"
    parent = f"{tie.parent} ({', '.join(tie.parent_columns)})"
    return speech.ltr(f"{child} → {parent}")
