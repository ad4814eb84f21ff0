"""The score histogram with its two thresholds to drag."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from migrator.model.views.duplicates import Scores, Stop
from ui.pages.duplicates.threshold import Threshold, at_told
from ui.pages.duplicates.words import pairs_told
from ui.theme import colour
from ui.widgets.charts.base import Chart, sized

AXIS = 18
HEAD = 24  # above the bars: the thresholds' labels
EDGE = 26  # room for labels that stand over the ends
LABELLED = (0.0, 0.25, 0.5, 0.75, 0.9, 0.99, 0.999, 0.9999, 1.0)


class ScoreHistogram(Chart):
    """Pairs by score. The axis has one step per stop, so that the fine differences near 100 % have
    as much room as the coarse ones; bars grow with the logarithm. `moving` comes while a threshold
    is dragged, `moved` once it is let go: (merge above, ask above)."""

    moving = Signal(float, float)
    moved = Signal(float, float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stops: tuple[Stop, ...] = ()
        self.merge = Threshold(self.tr("Merge by itself"), "ok", self, upper=True)
        self.review = Threshold(self.tr("Ask a person"), "warn", self, upper=False)
        for one in (self.review, self.merge):
            one.stepped.connect(lambda by, one=one: self._step(one, by))
            one.dragged.connect(lambda x, one=one: self._drag(one, x))
            one.released.connect(self._release)
        self.setMinimumHeight(96)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Wide and low."""
        return QSize(520, 104)

    # -- what is shown

    def show_scores(self, scores: Scores) -> None:
        """Show the scores of an entity."""
        self._stops = scores.stops
        for one, at in ((self.merge, scores.merge_above), (self.review, scores.review_above)):
            one.set_value(at)
            one.setVisible(bool(self._stops))
        self._place()
        self._tell()
        self.update()

    @property
    def values(self) -> tuple[float, float]:
        """(merge above, ask above) as they stand now, let go or not."""
        return self.merge.value, self.review.value

    def stop_at(self, value: float) -> Stop | None:
        """The stop that tells most about a threshold: the last one not above it."""
        below = [stop for stop in self._stops if stop.at <= value + 1e-9]
        return below[-1] if below else None

    # -- moving

    def _step(self, one: Threshold, by: int) -> None:
        stops = [stop.at for stop in self._stops]
        if not stops:
            return
        if by > 0:
            reached = next((at for at in stops if at > one.value + 1e-9), stops[-1])
        else:
            reached = next((at for at in reversed(stops) if at < one.value - 1e-9), stops[0])
        self._set(one, reached)

    def _drag(self, one: Threshold, x: int) -> None:
        if self._stops:
            self._set(one, min((s.at for s in self._stops), key=lambda at: abs(self._x(at) - x)))

    def _set(self, one: Threshold, value: float) -> None:
        """Move a threshold; it takes the other one along rather than pass it."""
        one.set_value(max(value, self._lowest))
        if one is self.merge and self.review.value > one.value:
            self.review.set_value(one.value)
        if one is self.review and self.merge.value < one.value:
            self.merge.set_value(one.value)
        self._place()
        self._tell()
        self.update()
        self.moving.emit(*self.values)

    @property
    def _lowest(self) -> float:
        """Nobody is asked about pairs that score nothing."""
        return next((stop.at for stop in self._stops if stop.at > 0), 1.0)

    def _release(self) -> None:
        self.moved.emit(*self.values)

    # -- places

    @property
    def _field(self) -> QRectF:
        return QRectF(self.rect()).adjusted(EDGE, HEAD, -EDGE, -AXIS)

    def _x(self, value: float) -> float:
        """Where a score stands, between its stops where it is none."""
        ats = [stop.at for stop in self._stops]
        after = next((n for n, at in enumerate(ats) if at >= value - 1e-9), len(ats) - 1)
        place = float(after)
        if after and ats[after] > value + 1e-9:
            low, high = ats[after - 1], ats[after]
            place = after - 1 + (value - low) / (high - low)
        return self._mirror(place)

    def _mirror(self, place: float) -> float:
        field = self._field
        share = place / max(1, len(self._stops) - 1)
        return field.left() + field.width() * (1 - share if self.rtl else share)

    def _place(self) -> None:
        room = self.rect().adjusted(0, 0, 0, -AXIS)
        for one in (self.review, self.merge):
            one.stand(round(self._x(one.value)) if self._stops else 0, room)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Keep the thresholds where their scores are."""
        super().resizeEvent(event)
        self._place()

    # -- painting

    def bars(self) -> list[int]:
        """Pairs between each stop and the next."""
        pairs = [stop.pairs for stop in self._stops]
        return [one - other for one, other in zip(pairs, pairs[1:] + [0], strict=True)][:-1]

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802
        """Zones, bars, axis."""
        painter = self.painter()
        if self._stops:
            self._paint_zones(painter)
            self._paint_bars(painter)
            self._paint_axis(painter)
        painter.end()

    def _paint_zones(self, painter: QPainter) -> None:
        field = self._field
        merge, review = self._x(self.merge.value), self._x(self.review.value)
        start, end = self._mirror(0), self._mirror(len(self._stops) - 1)
        for one, other, token in (
            (start, review, "hover"),
            (review, merge, "warn_soft"),
            (merge, end, "ok_soft"),
        ):
            zone = QRectF(QPointF(one, field.top()), QPointF(other, field.bottom())).normalized()
            painter.fillRect(zone, colour(token))

    def _paint_bars(self, painter: QPainter) -> None:
        bars, field = self.bars(), self._field
        # The last stop is certainty itself: its pairs stand in the last column.
        if bars:
            bars[-1] += self._stops[-1].pairs
        top = max((math.log2(1 + bar) for bar in bars), default=0.0) or 1.0
        painter.setPen(Qt.PenStyle.NoPen)
        for place, bar in enumerate(bars):
            if bar <= 0:
                continue
            one, other = self._mirror(place), self._mirror(place + 1)
            tall = max(3.0, (field.height() - 4) * math.log2(1 + bar) / top)
            left, width = min(one, other) + 1.5, abs(other - one) - 3
            painter.setBrush(self._tone(self._stops[place].at))
            painter.drawRoundedRect(QRectF(left, field.bottom() - tall, width, tall), 2, 2)

    def _tone(self, at: float) -> QColor:
        if at >= self.merge.value - 1e-9:
            return colour("ok")
        return colour("warn") if at >= self.review.value - 1e-9 else colour("control")

    def _paint_axis(self, painter: QPainter) -> None:
        field = self._field
        painter.setPen(QPen(colour("border"), 1))
        painter.drawLine(field.bottomLeft(), field.bottomRight())
        font = sized(self.font(), 10)
        painter.setFont(font)
        painter.setPen(colour("muted"))
        for stop in self._stops:
            if stop.at in LABELLED:
                box = QRectF(self._x(stop.at) - 26, field.bottom() + 2, 52, AXIS - 2)
                painter.drawText(box, Qt.AlignmentFlag.AlignCenter, at_told(stop.at))

    def tip_at(self, point: QPointF) -> str:
        """The pairs under the pointer."""
        for place, bar in enumerate(self.bars()):
            one, other = self._mirror(place), self._mirror(place + 1)
            if min(one, other) <= point.x() < max(one, other):
                words = self.tr("{low} to {high}: {pairs}")
                stops: Sequence[Stop] = self._stops
                last = place == len(stops) - 2
                return words.format(
                    low=at_told(stops[place].at),
                    high=at_told(stops[place + 1].at),
                    pairs=pairs_told(bar + (stops[-1].pairs if last else 0)),
                )
        return ""

    def _tell(self) -> None:
        words = self.tr("Scores of pairs; merged by itself from {merge}, asked from {review}")
        merge, review = (at_told(value) for value in self.values)
        self.tell(words.format(merge=merge, review=review))
