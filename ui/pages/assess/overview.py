"""The picture at a glance: figures, tables on cards, the quality score and the findings."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from migrator.model.views.assess import Assessment, Quality, TableLine, Totals
from ui import speech
from ui.pages.assess.findings_list import FindingsList
from ui.pages.assess.tables_list import TablesList
from ui.widgets.basic import GAP, Card, Kpi
from ui.widgets.charts import Donut, Legend, Piece

SIDE = 372


class AssessOverview(QWidget):
    """`opened(table, column)` asks for a table's columns, `solve(step)` for another step."""

    opened = Signal(str, str)
    solve = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._figures = QHBoxLayout()
        self._figures.setSpacing(GAP)
        self.tables = TablesList(cards=True)
        self.tables.setSpacing(1)
        self.tables.opened.connect(lambda line: self.opened.emit(line.key, ""))
        card = Card(self.tr("Tables"))
        card.body.addWidget(self.tables, 1)
        self.donut = Donut(100)
        self.legend = Legend()
        self.findings = FindingsList()
        self.findings.opened.connect(self.opened)
        self.findings.solve.connect(self.solve)
        side = QVBoxLayout()
        side.setSpacing(GAP)
        score = self._score()
        side.addWidget(score)
        found = Card(self.tr("Findings"))
        found.body.setContentsMargins(16, 10, 10, 10)
        found.body.setSpacing(6)
        found.body.addWidget(self.findings, 1)
        side.addWidget(found, 1)
        below = QHBoxLayout()
        below.setSpacing(GAP)
        below.addWidget(card, 1)
        below.addLayout(side)
        for part in (score, found):
            part.setFixedWidth(SIDE)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(GAP)
        box.addLayout(self._figures)
        box.addLayout(below, 1)
        self._tiles: list[Kpi] = []

    def _score(self) -> Card:
        card = Card(self.tr("Quality score"))
        card.body.setContentsMargins(16, 10, 16, 10)
        card.body.setSpacing(6)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(self.donut)
        row.addWidget(self.legend, 1)
        card.body.addLayout(row)
        return card

    def show_assessment(self, found: Assessment) -> None:
        """Show other figures."""
        self._show_totals(found.totals)
        self._show_quality(found.quality)
        self.tables.show_lines(sorted(found.tables, key=_worst_first))
        self.findings.show_findings(found.findings)

    def _show_quality(self, quality: Quality) -> None:
        shares = (
            (quality.ready, "accent", self.tr("Ready as is")),
            (quality.curable, "warn", self.tr("A step cures it")),
            (quality.undecided, "error", self.tr("Needs a decision")),
        )
        pieces = [Piece(share, tone, f"{word}: {_share(share)}") for share, tone, word in shares]
        figure = speech.number(quality.score) if quality.columns else "–"
        self.donut.show_pieces(pieces, figure, self.tr("of 100"), self.tr("Quality score"))
        self.legend.show_lines(
            [(tone, word, _share(share)) for share, tone, word in shares],
            self.tr("Quality score"),
        )
        formula = self.tr(
            "The share of filled values that are ready as they are: the mean over {columns}"
            " columns that hold values, every column counting the same, rounded down. A value is"
            " ready when it reads as the type of its column and nothing is odd about it. Empty"
            " cells do not count."
        ).format(columns=speech.number(quality.columns))
        self.donut.setToolTip(formula)
        self.legend.setToolTip(formula)

    def _show_totals(self, totals: Totals) -> None:
        while item := self._figures.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        self._tiles = self._made(totals)
        for tile in self._tiles:
            if (layout := tile.layout()) is not None:
                layout.setContentsMargins(12, 8, 12, 8)
            self._figures.addWidget(tile, 1)

    def _made(self, totals: Totals) -> list[Kpi]:
        rows = Kpi(
            "rows-3",
            speech.number(totals.rows),
            self.tr("rows in {tables} tables").format(tables=speech.number(totals.tables)),
            "info",
        )
        copies = Kpi(
            "copy",
            speech.number(totals.duplicate_rows),
            self.tr("exact row copies"),
            "warn" if totals.duplicate_rows else "ok",
        )
        copies.setToolTip(
            self.tr("Rows equal to another one in every column. Likely duplicates come later.")
        )
        trouble = totals.odd + totals.unfit
        values = Kpi(
            "triangle-alert",
            speech.number(trouble),
            self.tr("odd or unfit values"),
            "error" if totals.unfit else "warn" if totals.odd else "ok",
        )
        values.setToolTip(
            self.tr("{odd} that a cleansing step cures, {unfit} that need a decision.").format(
                odd=speech.number(totals.odd), unfit=speech.number(totals.unfit)
            )
        )
        people = Kpi(
            "user-lock",
            speech.number(totals.personal),
            self.tr("personal columns"),
            "violet" if totals.personal else "ok",
        )
        return [rows, copies, values, self._styles(totals), people]

    def _styles(self, totals: Totals) -> Kpi:
        count = speech.number(totals.styles) + ("+" if totals.least else "")
        tone = "violet" if totals.styled else "ok"
        words = self.tr("date styles")
        tile = Kpi("calendar-range", count, words, tone)
        tile.setToolTip(
            self.tr("The most in one column; {count} columns mix them.").format(
                count=speech.number(totals.styled)
            )
        )
        return tile


def _share(share: float) -> str:
    """A share with one decimal; what is there is never told as nothing."""
    if 0 < share < 0.0005:
        return "< " + speech.percent(0.001, 1)
    return speech.percent(share, 1)


def _worst_first(line: TableLine) -> tuple[bool, bool, int]:
    """Kept tables with rows first, the lowest score on top."""
    return not line.keep, not line.rows, line.quality.score
