"""Why a pair has its score: what each field says for and against, in plain words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QComboBox, QScrollArea, QWidget

from migrator.model.views.duplicates import EvidenceLine, Explanation, PairLine
from ui import speech
from ui.pages.duplicates.words import score_told
from ui.theme import colour
from ui.widgets.basic import Card, label
from ui.widgets.charts.base import Chart, sized, write

ROW = 52
FULL = 14.0  # bits that fill a half of the bar
# From this weight on, evidence is called so: for (positive) and against (negative) in turn.
STRENGTHS = (9.0, 4.0, 1.0)


class EvidenceChart(Chart):
    """One row a field: name, how strongly it speaks, how the values agree, a bar to either side."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[tuple[str, str, float], ...] = ()  # name, words, weight

    def show_lines(self, lines: Sequence[EvidenceLine], start: float) -> None:
        """Show the evidence below what holds before any is seen."""
        head = (self.tr("Before looking"), self.tr("most records are not duplicates"), start)
        fields = [(speech.say(one.label), speech.say(one.words), one.weight) for one in lines]
        self._lines = (head, *fields)
        self.setFixedHeight(ROW * len(self._lines))
        told = "; ".join(f"{name}: {words}, {self._strength(w)}" for name, words, w in self._lines)
        self.tell(self.tr("Why this score"), told)
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As high as its rows."""
        return QSize(220, ROW * max(1, len(self._lines)))

    def tip_at(self, point: QPointF) -> str:
        """The exact weight under the pointer."""
        place = int(point.y() // ROW)
        if not 0 <= place < len(self._lines):
            return ""
        weight = self._lines[place][2]
        words = self.tr("match weight {weight}")
        sign = "+" if weight > 0 else ""
        return words.format(weight=speech.ltr(sign + speech.number(weight, 1)))

    def _strength(self, weight: float) -> str:
        very, strong, some = STRENGTHS
        if abs(weight) < some:
            return self.tr("says little")
        if weight > 0:
            if weight >= very:
                return self.tr("very strong for")
            return self.tr("strong for") if weight >= strong else self.tr("for")
        return self.tr("strong against") if weight <= -strong else self.tr("against")

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802
        """All rows."""
        painter = self.painter()
        for place, line in enumerate(self._lines):
            box = QRectF(0, place * ROW, self.width(), ROW).adjusted(2, 4, -2, -6)
            self._row(painter, box, line)
        painter.end()

    def _row(self, painter: QPainter, box: QRectF, line: tuple[str, str, float]) -> None:
        name, words, weight = line
        rtl = self.rtl
        upper = QRectF(box.left(), box.top(), box.width(), 18)
        small = sized(self.font(), 11)
        tone = "muted" if abs(weight) < STRENGTHS[-1] else "ok" if weight > 0 else "error"
        painter.setPen(colour(tone))
        taken = write(painter, upper, self._strength(weight), rtl=rtl, end=True, font=small)
        room = upper.adjusted(taken + 8, 0, 0, 0) if rtl else upper.adjusted(0, 0, -taken - 8, 0)
        painter.setPen(colour("text"))
        font = sized(self.font(), 12, QFont.Weight.Medium)
        write(painter, room, name, rtl=rtl, font=font)
        painter.setPen(colour("muted"))
        middle = QRectF(box.left(), box.top() + 18, box.width(), 15)
        write(painter, middle, words, rtl=rtl, font=small)
        self._bar(painter, QRectF(box.left(), box.bottom() - 6, box.width(), 5), weight)

    def _bar(self, painter: QPainter, box: QRectF, weight: float) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("track"))
        painter.drawRoundedRect(box, 2.5, 2.5)
        middle, half = box.center().x(), box.width() / 2
        long = min(1.0, abs(weight) / FULL) * half
        forward = (weight > 0) != self.rtl
        bar = QRectF(middle if forward else middle - long, box.top(), long, box.height())
        painter.setBrush(colour("ok" if weight > 0 else "error"))
        painter.drawRoundedRect(bar, 2.5, 2.5)
        painter.setPen(QPen(colour("muted"), 1))
        painter.drawLine(QPointF(middle, box.top() - 2), QPointF(middle, box.bottom() + 2))


class WhyPanel(Card):
    """`asked` wants the explanation of a pair: (left, right) row ids."""

    asked = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.body.setContentsMargins(12, 10, 12, 10)
        self.body.setSpacing(8)
        self.body.addWidget(label(self.tr("Why this score"), "h2"))
        self.pairs = QComboBox()
        self.pairs.setAccessibleName(self.tr("Which pair"))
        self.pairs.activated.connect(self._ask)
        self.told = label("", "small", wrap=True)
        self.chart = EvidenceChart()
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(self.chart)
        scroll.viewport().setAutoFillBackground(False)
        self.chart.setAutoFillBackground(False)
        self.body.addWidget(self.pairs)
        self.body.addWidget(self.told)
        self.body.addWidget(scroll, 1)

    def show_pairs(self, pairs: Sequence[PairLine], rows: Sequence[int]) -> None:
        """Offer the pairs of a group; ask for the one that is in question, or the first."""
        places = {row: place for place, row in enumerate(rows, 1)}
        shown = sorted(pairs, key=lambda pair: not pair.asked)
        self.pairs.clear()
        words = self.tr("Records {one} and {other}")
        for pair in shown:
            one, other = sorted((places[pair.left], places[pair.right]))
            told = words.format(one=speech.number(one), other=speech.number(other))
            if pair.probability is not None:
                told = f"{told} · {score_told(pair.probability)}"
            self.pairs.addItem(told, (pair.left, pair.right))
        self.pairs.setVisible(len(shown) > 1)
        if shown:
            self._ask()
        else:
            self.show_why(None)

    def _ask(self) -> None:
        pair = self.pairs.currentData()
        if pair:
            self.asked.emit(*pair)

    def show_why(self, why: Explanation | None) -> None:
        """Show an explanation; without a score, say why there is none."""
        scored = why is not None and why.probability is not None
        self.chart.setVisible(scored)
        if why is None or why.probability is None:
            self.told.setText(self.tr("These records were never compared with each other."))
            return
        words = self.tr("All of it together: {score} that they are one and the same.")
        self.told.setText(words.format(score=score_told(why.probability)))
        self.chart.show_lines(why.evidence, why.start)
