"""What reading the target back has shown: by entity, in sums, segment by segment."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from migrator.model.segments import KINDS, BrokenLink, Segment
from migrator.model.views.runs import Compared, VerificationView
from ui import speech
from ui.models.sheet_model import Cell, SheetModel
from ui.pages.verification.segment_rows import (
    Row,
    kind_told,
    link_rows,
    segment_rows,
    total_rows,
)
from ui.pages.verification.wanted import Wanted
from ui.widgets.basic import Card, Kpi, button, label, set_tone
from ui.widgets.sheet import Sheet

ENTITIES, SUMS, LINKS = "entities", "sums", "links"
# Columns of the comparison that count differences of one kind.
_KINDS = {4: "normalised", 6: "missing", 7: "extra"}


class ComparisonPart(QWidget):
    """`again_wanted(strict)` when the target should be read again; `rows_wanted(Wanted)` when
    somebody wants the differences behind a figure."""

    again_wanted = Signal(bool)
    rows_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._segments: tuple[Segment, ...] = ()
        self._links: tuple[BrokenLink, ...] = ()
        self._view: VerificationView | None = None
        self.values = Kpi("scale", "", self.tr("values compared"))
        self.equal = Kpi("check-check", "", self.tr("records equal"), "ok")
        self.different = Kpi("git-compare-arrows", "", self.tr("differences"), "plain")
        self.absent = Kpi("file-x", "", self.tr("records not loaded"), "warn")
        entity, look = self.tr("Entity"), ""
        sent, there = self.tr("Sent"), self.tr("In the target")
        titles = [
            entity,
            self.tr("Expected"),
            self.tr("Found"),
            self.tr("Equal"),
            self.tr("Written differently"),
            self.tr("Another value"),
            self.tr("Missing"),
            self.tr("Not expected"),
            look,
        ]
        self.sheet = self._sheet(titles, range(1, 8), self.tr("Comparison"), 0)
        titles = [entity, self.tr("Field"), sent, there, look]
        self.sums = self._sheet(titles, (2, 3), self.tr("Control totals"), 1)
        titles = [entity, self.tr("Field"), self.tr("Part"), self.tr("What"), sent, there, look]
        self.parts = self._sheet(titles, (4, 5), self.tr("Parts"), 2)
        titles = [
            entity,
            self.tr("Lookup"),
            self.tr("Points to nothing"),
            self.tr("Parent lost"),
            self.tr("Another parent"),
        ]
        self.broken = self._sheet(titles, (2, 3, 4), self.tr("Relationships"), 1)
        self.told = label("", "muted", wrap=True)
        self._build()

    def _sheet(self, titles: Sequence[str], numbers: Sequence[int], name: str, wide: int) -> Sheet:
        sheet = Sheet(SheetModel(titles, numbers=numbers), name, stretch=wide, choose=True)
        sheet.doubleClicked.connect(self._open)
        sheet.selectionModel().currentRowChanged.connect(lambda *_: self._weigh())
        return sheet

    def _build(self) -> None:
        tiles = QHBoxLayout()
        tiles.setSpacing(12)
        for tile in (self.values, self.equal, self.different, self.absent):
            tiles.addWidget(tile, 1)
        self.shown = QComboBox()
        self.shown.setAccessibleName(self.tr("What is compared"))
        self.shown.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.shown.currentIndexChanged.connect(lambda _: self._turn())
        self.rows = button(self.tr("Show the differences"), "git-compare-arrows")
        self.rows.clicked.connect(lambda: self._open(self._current().currentIndex()))
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.shown)
        head.addStretch(1)
        head.addWidget(self.rows)
        self._stack = QStackedWidget()
        self._whole = label(self.tr("Every lookup points to the record it should."), "muted")
        for sheet in (self.sheet, self.sums, self.parts, self.broken, self._whole):
            self._stack.addWidget(sheet)
        self.strict = QCheckBox(self.tr("Records of others count too"))
        self.strict.setToolTip(
            self.tr("Nothing but what was loaded from here should be in the target.")
        )
        self.again = button(self.tr("Compare again"), "refresh-cw")
        self.again.clicked.connect(lambda: self.again_wanted.emit(self.strict.isChecked()))
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.told, 1)
        foot.addWidget(self.strict)
        foot.addWidget(self.again)
        card = Card()
        card.body.addLayout(head)
        card.body.addWidget(self._stack, 1)
        card.body.addLayout(foot)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(12)
        box.addLayout(tiles)
        box.addWidget(card, 1)

    # -- showing

    def show_view(self, view: VerificationView) -> None:
        """Show the comparison."""
        self._view = view
        expected = sum(one.expected for one in view.compared)
        equal = sum(one.equal for one in view.compared)
        absent = sum(one.quarantined + one.rejected + one.pending for one in view.account.entities)
        self.values.show_value(speech.number(view.values))
        share = speech.percent(equal / expected) if expected else "—"
        self.equal.show_value(share)
        self.different.show_value(speech.number(view.differences))
        set_tone(self.different.value, "error" if view.differences else "ok")
        self.absent.show_value(speech.number(absent))
        _fill(self.sheet, [self._row(one) for one in view.compared])
        _fill(self.sums, total_rows(view.totals))
        if not view.compared_at:
            self.told.setText(self.tr("What the target holds was not kept: compare again."))
        else:
            self.told.setText(
                self.tr("Every row and field, read back on {when}").format(
                    when=speech.moment(view.compared_at)
                )
            )
        self._offer()

    def show_parts(self, found: tuple[tuple[Segment, ...], tuple[BrokenLink, ...]]) -> None:
        """Show what was compared part by part, and lookups that are not whole."""
        self._segments, self._links = found
        _fill(self.broken, link_rows(self._links))
        self._offer()

    def _offer(self) -> None:
        """What there is to choose from; the choice stays."""
        before = str(self.shown.currentData() or ENTITIES)
        kinds = {one.kind for one in self._segments}
        wrong = {one.kind for one in self._segments if not one.agrees}
        names = [(self.tr("By entity"), ENTITIES)]
        if self._view is not None and self._view.totals:
            names.append((self.tr("Control totals"), SUMS))
        names += [(kind_told(kind), kind) for kind in KINDS if kind in kinds]
        names.append((self.tr("Relationships"), LINKS))
        bad = wrong | ({LINKS} if self._links else set())
        self.shown.blockSignals(True)
        self.shown.clear()
        for words, name in names:
            self.shown.addItem(f"{words} •" if name in bad else words, name)
        self.shown.setCurrentIndex(max(0, self.shown.findData(before)))
        self.shown.blockSignals(False)
        self._turn()

    def _turn(self) -> None:
        chosen = str(self.shown.currentData() or ENTITIES)
        if chosen not in {ENTITIES, SUMS, LINKS}:
            mine = [one for one in self._segments if one.kind == chosen]
            _fill(self.parts, segment_rows(sorted(mine, key=lambda one: one.agrees)))
        whole = self._whole if not self._links else self.broken
        places: dict[str, QWidget] = {ENTITIES: self.sheet, SUMS: self.sums, LINKS: whole}
        self._stack.setCurrentWidget(places.get(chosen, self.parts))
        self._weigh()

    def _row(self, one: Compared) -> Row:
        def count(value: int, tone: str = "") -> Cell:
            return Cell(speech.number(value), tone=tone if value else "muted", number=True)

        bad = one.differs + one.missing + one.extra
        if bad:
            last = Cell(self.tr("look"), tone="error", icon="circle-alert")
        elif one.normalised:
            last = Cell(self.tr("fine"), tone="muted", icon="type")
        else:
            last = Cell(self.tr("equal"), tone="ok", icon="check")
        cells = (
            Cell(speech.say(one.label), tip=speech.ltr(one.entity)),
            count(one.expected),
            count(one.found),
            Cell(speech.number(one.equal), number=True, bold=True),
            count(one.normalised, "muted"),
            count(one.differs, "error"),
            count(one.missing, "error"),
            count(one.extra, "error"),
            last,
        )
        return cells, Wanted(one.entity)

    # -- from a figure to its rows

    def _current(self) -> Sheet:
        shown = self._stack.currentWidget()
        return shown if isinstance(shown, Sheet) else self.sheet

    def _weigh(self) -> None:
        shown = self._stack.currentWidget()
        self.rows.setEnabled(isinstance(shown, Sheet) and shown.chosen() >= 0)

    def _open(self, index: QModelIndex) -> None:
        sheet = self._current()
        if not index.isValid():
            return
        wanted = sheet.sheet.key(index.row())
        if sheet is self.sheet and index.column() in _KINDS:
            wanted = Wanted(wanted.entity, _KINDS[index.column()])
        self.rows_wanted.emit(wanted)


def _fill(sheet: Sheet, rows: Sequence[Row]) -> None:
    sheet.sheet.set_rows([cells for cells, _ in rows], [wanted for _, wanted in rows])
