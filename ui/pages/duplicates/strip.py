"""The strip above the queue: which entity, what its scores mean, where the thresholds stand."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from migrator.model.views.duplicates import EntityLine, Scores
from ui import speech
from ui.pages.duplicates.histogram import ScoreHistogram
from ui.pages.duplicates.words import clusters_told, pairs_told
from ui.widgets.basic import Card, label, set_tone

LEFT = 262


class ScoreStrip(Card):
    """`chosen` carries the entity that is picked, `moved` the thresholds that were let go."""

    chosen = Signal(str)
    moved = Signal(float, float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.body.setContentsMargins(14, 10, 14, 8)
        self._scores: Scores | None = None
        self.entities = QComboBox()
        self.entities.setAccessibleName(self.tr("Entity"))
        self.entities.currentIndexChanged.connect(self._picked)
        self.histogram = ScoreHistogram()
        self.histogram.moving.connect(self._tell)
        self.histogram.moved.connect(self._let_go)
        self._facts: dict[str, tuple[QLabel, QLabel]] = {}
        row = QHBoxLayout()
        row.setSpacing(18)
        row.addLayout(self._left())
        row.addWidget(self.histogram, 1)
        self.body.addLayout(row)
        self.setFixedHeight(132)

    def _left(self) -> QVBoxLayout:
        box = QVBoxLayout()
        box.setSpacing(8)
        self.entities.setFixedWidth(LEFT)
        box.addWidget(self.entities)
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(1)
        named = (
            ("merge", self.tr("Merge by itself"), "ok"),
            ("review", self.tr("Ask a person"), "warn"),
            ("leave", self.tr("Leave apart"), "plain"),
        )
        for place, (name, title, tone) in enumerate(named):
            head, told = label(title, "small"), label("", "small")
            set_tone(head, tone)
            grid.addWidget(head, place, 0)
            grid.addWidget(told, place, 1)
            self._facts[name] = (head, told)
        grid.setColumnStretch(1, 1)
        box.addLayout(grid)
        box.addStretch(1)
        return box

    # -- what is shown

    def show_entities(self, entities: Sequence[EntityLine], current: str) -> None:
        """Offer the entities, those with something to decide first to be seen."""
        self.entities.blockSignals(True)
        self.entities.clear()
        for line in entities:
            self.entities.addItem(_entity_told(line), line.name)
        self.entities.setCurrentIndex(max(0, self.entities.findData(current)))
        self.entities.blockSignals(False)

    def show_scores(self, scores: Scores) -> None:
        """Show the scores of the entity."""
        self._scores = scores
        self.histogram.setVisible(scores.compared > 0)
        self.histogram.show_scores(scores)
        self._tell(scores.merge_above, scores.review_above)

    def _tell(self, merge: float, review: float) -> None:
        """What the thresholds mean, while they move too."""
        upper, lower = self.histogram.stop_at(merge), self.histogram.stop_at(review)
        if self._scores is None or upper is None or lower is None:
            return
        merged = pairs_told(upper.pairs)
        if upper.clusters is not None:
            words = self.tr("{pairs}, {clusters}")
            merged = words.format(pairs=merged, clusters=clusters_told(upper.clusters))
        asked = max(0, lower.pairs - upper.pairs)
        left = max(0, self._scores.compared - lower.pairs)
        for name, told in (
            ("merge", merged),
            ("review", pairs_told(asked)),
            ("leave", pairs_told(left)),
        ):
            self._facts[name][1].setText(told)

    @property
    def told(self) -> tuple[str, str, str]:
        """What stands beside merge, ask and leave."""
        merge, review, leave = (self._facts[name][1].text() for name in self._facts)
        return merge, review, leave

    # -- what people do

    def _picked(self) -> None:
        name = self.entities.currentData(Qt.ItemDataRole.UserRole)
        if name:
            self.chosen.emit(name)

    def _let_go(self, merge: float, review: float) -> None:
        if self._scores is None:
            return
        if (merge, review) != (self._scores.merge_above, self._scores.review_above):
            self.moved.emit(merge, review)


def _entity_told(line: EntityLine) -> str:
    if line.counts.to_decide:
        return f"{speech.say(line.label)} ({speech.number(line.counts.to_decide)})"
    return speech.say(line.label)


def first_to_look_at(entities: Sequence[EntityLine]) -> str:
    """The entity with most to decide, else the one with most groups."""
    best = max(entities, key=lambda e: (e.counts.to_decide, e.counts.all, e.enabled), default=None)
    return best.name if best else ""
