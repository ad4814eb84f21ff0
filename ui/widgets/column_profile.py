"""A column's profile: how full it is, what it holds, what is odd about it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from migrator.model.personal import KINDS
from migrator.model.profile import ODDITIES, ColumnProfile, ValueCount
from migrator.model.views.assess import Bin, ColumnDetail, Histogram
from ui import speech
from ui.visible import visible
from ui.widgets import charts
from ui.widgets.basic import Pill, button, label, set_kind
from ui.widgets.charts import BarRow, BarRows, Legend, Piece, StackedBar
from ui.widgets.column_words import (
    TONES,
    kind_words,
    split_pieces,
    split_told,
    split_words,
)

_VALUES = 8


class ColumnProfileView(QWidget):
    """Shows one ColumnDetail, part under part; put it into a scroll area where room is short.

    With `links`, figures can be clicked: `rows_wanted(what, value)` asks for the rows behind one
    (`empty`, `misfit`, `value`, or a code of ODDITIES).
    """

    rows_wanted = Signal(str, str)

    def __init__(self, parent: QWidget | None = None, *, links: bool = False) -> None:
        super().__init__(parent)
        self._links = links
        self.name = label("", "h2", wrap=True)
        self.kind = label("", "muted", wrap=True)
        self._pills = QHBoxLayout()
        self._pills.setSpacing(6)
        self._bar = StackedBar(12)
        self._legend = Legend()
        self._facts = QGridLayout()
        self._facts.setVerticalSpacing(4)
        self._facts.setHorizontalSpacing(12)
        self._facts.setColumnStretch(1, 1)
        self._rest = QVBoxLayout()
        self._rest.setSpacing(6)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(10)
        box.addWidget(self.name)
        box.addWidget(self.kind)
        box.addLayout(self._pills)
        box.addWidget(self._bar)
        box.addWidget(self._legend)
        box.addLayout(self._facts)
        box.addLayout(self._rest)
        box.addStretch(1)

    def show_detail(self, detail: ColumnDetail) -> None:
        """Show another column."""
        found = detail.profile
        self.name.setText(speech.isolate(detail.label))
        self._show_pills(detail)
        self._bar.show_pieces(split_pieces(detail.split), detail.split.rows, detail.label)
        self._bar.setToolTip(split_told(detail.split))
        self._show_legend(detail)
        self._show_facts(found)
        clear(self._rest)
        self._show_odd(detail)
        if detail.histogram is not None:
            self._show_histogram(detail.histogram)
        repeated = [one for one in found.top if one.rows > 1]
        title = self.tr("Most frequent values") if repeated else self.tr("Some values")
        self._show_counts(title, found.top[:_VALUES], found, values=True)
        if len(found.patterns) > 1 or found.type != "text":
            self._show_counts(self.tr("Patterns"), found.patterns, found)

    def _show_pills(self, detail: ColumnDetail) -> None:
        clear(self._pills)
        found = detail.profile
        self.kind.setText(kind_words(found.meaning, found.type))
        if detail.personal:
            pill = Pill(self.tr("personal data"), "violet")
            pill.setToolTip(speech.say(KINDS[detail.personal]))
            self._pills.addWidget(pill)
        if found.unique:
            self._pills.addWidget(Pill(self.tr("unique"), "ok"))
        self._pills.addStretch(1)

    def _show_legend(self, detail: ColumnDetail) -> None:
        split = detail.split
        amounts = (split.fits, split.odd, split.unfit, split.empty)
        rows = split.rows or 1
        lines = [
            (tone, word, speech.number(amount), speech.percent(amount / rows))
            for tone, word, amount in zip((*TONES, "track"), split_words(), amounts, strict=True)
            if amount
        ]
        self._legend.show_lines(lines, self.tr("Rows of this column"))

    def _show_facts(self, found: ColumnProfile) -> None:
        clear(self._facts)
        about = "" if found.exact else "≈ "
        facts = [(self.tr("Different values"), about + speech.number(found.distinct))]
        if found.longest is not None and found.shortest is not None:
            length = speech.number(found.shortest)
            if found.longest != found.shortest:
                length = self.tr("{low} to {high}").format(
                    low=length, high=speech.number(found.longest)
                )
            facts.append((self.tr("Length in characters"), length))
        if found.least is not None and found.meaning != "binary":
            facts.append((self.tr("Least"), _short(found.least)))
            facts.append((self.tr("Greatest"), _short(found.greatest or "")))
        for row, (name, said) in enumerate(facts):
            self._facts.addWidget(label(name, "small"), row, 0)
            value = label(said)
            value.setAccessibleName(f"{name}: {said}")
            self._facts.addWidget(value, row, 1)

    def _show_odd(self, detail: ColumnDetail) -> None:
        """What is odd, each with an example; with links also what is empty and does not fit."""
        split, listed = detail.split, list(detail.profile.odd)
        figures = [
            (self.tr("Does not fit the type"), "misfit", detail.misfits),
            (self.tr("Empty"), "empty", split.empty),
        ]
        shown = [one for one in figures if self._links and one[2]]
        if not listed and not shown:
            return
        self._rest.addWidget(_heading(self.tr("What is odd")))
        for words, what, rows in shown:
            self._figure(words, what, rows)
        for one in listed:
            self._figure(speech.say(ODDITIES[one.code]), one.code, one.rows)
            if one.example:
                example = self.tr("e.g. {value}").format(value=_short(one.example, 46))
                self._rest.addWidget(label(example, "small", wrap=True))

    def _figure(self, words: str, what: str, rows: int) -> None:
        """A line with a figure: a link to its rows, or plain words."""
        told = f"{words}: {speech.number(rows)}"
        if not self._links:
            self._rest.addWidget(label(told, "body", wrap=True))
            return
        link = button(told)
        set_kind(link, "link")
        link.setToolTip(self.tr("Show these rows"))
        link.clicked.connect(partial(self.rows_wanted.emit, what, ""))
        self._rest.addWidget(link, 0, Qt.AlignmentFlag.AlignLeading)

    def _show_histogram(self, drawn: Histogram) -> None:
        titles = {
            "number": self.tr("Spread of the numbers"),
            "year": self.tr("Dates by year"),
            "length": self.tr("Lengths in characters"),
        }
        self._rest.addWidget(_heading(titles[drawn.over]))
        chart = charts.Histogram(84)
        columns = [charts.Column(b.rows, self._told(drawn, b), _low(drawn, b)) for b in drawn.bins]
        chart.show_columns(columns, titles[drawn.over])
        self._rest.addWidget(chart)
        if drawn.beyond:
            words = self.tr("{rows} more values have no place in it.")
            self._rest.addWidget(label(words.format(rows=speech.number(drawn.beyond)), "small"))

    def _told(self, drawn: Histogram, one: Bin) -> str:
        rows = self.tr("{rows} rows").format(rows=speech.number(one.rows))
        if drawn.whole and one.high - one.low == 1:
            return f"{_low(drawn, one)}: {rows}"
        high = one.high - 1 if drawn.whole else one.high
        span = self.tr("{low} to {high}").format(low=_low(drawn, one), high=_figure(drawn, high))
        return f"{span}: {rows}"

    def _show_counts(
        self,
        title: str,
        counted: Sequence[ValueCount],
        found: ColumnProfile,
        *,
        values: bool = False,
    ) -> None:
        if not counted or found.meaning == "binary":
            return
        self._rest.addWidget(_heading(title))
        rows = [
            BarRow(visible(one.value[:60]), (Piece(one.rows, "accent"),), speech.number(one.rows))
            for one in counted
        ]
        chart = BarRows(clickable=self._links and values)
        chart.show_rows(rows, name=title)
        chart.chosen.connect(lambda at: self.rows_wanted.emit("value", counted[at].value))
        self._rest.addWidget(chart)


def _heading(text: str) -> QLabel:
    made = label(text, "muted")
    made.setContentsMargins(0, 6, 0, 0)
    return made


def _low(drawn: Histogram, one: Bin) -> str:
    return _figure(drawn, one.low)


def _figure(drawn: Histogram, value: float) -> str:
    if drawn.over == "year":
        return speech.digits(str(int(value)))
    if value == int(value):
        return speech.number(int(value))
    return speech.number(value, 2 if abs(value) < 1 else 1)


def _short(value: str, length: int = 40) -> str:
    shown = visible(value if len(value) <= length else value[: length - 1] + "…")
    return speech.isolate(shown)


def clear(layout: QHBoxLayout | QVBoxLayout | QGridLayout) -> None:
    """Take everything out of a layout."""
    while item := layout.takeAt(0):
        if widget := item.widget():
            widget.hide()
            widget.deleteLater()
