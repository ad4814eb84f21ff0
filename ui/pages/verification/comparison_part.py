"""What reading the target back has shown, entity by entity."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal, InvalidOperation

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from migrator.model.views.runs import Compared, ControlTotal, VerificationView
from ui import speech
from ui.models.sheet_model import Cell, SheetModel
from ui.widgets.basic import Card, Kpi, button, label, set_tone
from ui.widgets.sheet import Sheet

LONGEST = 18  # digits that Qt writes with separators


class ComparisonPart(QWidget):
    """`again_wanted` when the target should be read again; `entity_wanted(name)` when somebody
    wants the differences of one entity."""

    again_wanted = Signal()
    entity_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.values = Kpi("scale", "", self.tr("values compared"))
        self.equal = Kpi("check-check", "", self.tr("records equal"), "ok")
        self.different = Kpi("git-compare-arrows", "", self.tr("differences"), "plain")
        self.absent = Kpi("file-x", "", self.tr("records not loaded"), "warn")
        tiles = QHBoxLayout()
        tiles.setSpacing(12)
        for tile in (self.values, self.equal, self.different, self.absent):
            tiles.addWidget(tile, 1)
        titles = [
            self.tr("Entity"),
            self.tr("Expected"),
            self.tr("Found"),
            self.tr("Equal"),
            self.tr("Written differently"),
            self.tr("Another value"),
            self.tr("Missing"),
            self.tr("Not expected"),
            "",
        ]
        self.sheet = Sheet(SheetModel(titles, numbers=range(1, 8)), self.tr("Comparison"))
        self.sheet.doubleClicked.connect(lambda index: self._open(index.row()))
        titles = [
            self.tr("Entity"),
            self.tr("Field"),
            self.tr("Sum of what was sent"),
            self.tr("Sum in the target"),
            "",
        ]
        self.sums = Sheet(SheetModel(titles, numbers=(2, 3)), self.tr("Control totals"), stretch=1)
        self.told = label("", "muted", wrap=True)
        self._build(tiles)

    def _build(self, tiles: QHBoxLayout) -> None:
        self.turn = button(self.tr("Control totals"), "hash")
        self.turn.setCheckable(True)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.sheet)
        self._stack.addWidget(self.sums)
        self.turn.toggled.connect(lambda on: self._stack.setCurrentIndex(int(on)))
        self.again = button(self.tr("Compare again"), "refresh-cw")
        self.again.clicked.connect(self.again_wanted)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.told, 1)
        foot.addWidget(self.turn)
        foot.addWidget(self.again)
        card = Card()
        card.body.addWidget(self._stack, 1)
        card.body.addLayout(foot)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(12)
        box.addLayout(tiles)
        box.addWidget(card, 1)

    def show_view(self, view: VerificationView) -> None:
        """Show the comparison."""
        expected = sum(one.expected for one in view.compared)
        equal = sum(one.equal for one in view.compared)
        absent = sum(one.quarantined + one.rejected + one.pending for one in view.account.entities)
        self.values.show_value(speech.number(view.values))
        share = speech.percent(equal / expected) if expected else "—"
        self.equal.show_value(share)
        self.different.show_value(speech.number(view.differences))
        set_tone(self.different.value, "error" if view.differences else "ok")
        self.absent.show_value(speech.number(absent))
        rows = [self._row(one) for one in view.compared]
        self.sheet.sheet.set_rows(rows, view.compared)
        self.sums.sheet.set_rows([self._total(one) for one in view.totals], view.totals)
        self.turn.setVisible(bool(view.totals))
        if not view.compared_at:
            self.told.setText(self.tr("What the target holds was not kept: compare again."))
        else:
            self.told.setText(
                self.tr("Every row and field, read back on {when}").format(
                    when=speech.moment(view.compared_at)
                )
            )

    def _row(self, one: Compared) -> Sequence[Cell]:
        def count(value: int, tone: str = "") -> Cell:
            return Cell(speech.number(value), tone=tone if value else "muted", number=True)

        bad = one.differs + one.missing + one.extra
        if bad:
            last = Cell(self.tr("look"), tone="error", icon="circle-alert")
        elif one.normalised:
            last = Cell(self.tr("fine"), tone="muted", icon="type")
        else:
            last = Cell(self.tr("equal"), tone="ok", icon="check")
        return (
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

    def _total(self, one: ControlTotal) -> Sequence[Cell]:
        same = _same(one.expected, one.found)
        last = Cell(self.tr("equal"), tone="ok", icon="check")
        if not same:
            last = Cell(self.tr("look"), tone="error", icon="circle-alert")
        return (
            Cell(speech.say(one.label), tip=speech.ltr(one.entity)),
            Cell(speech.say(one.field_label), tip=speech.ltr(one.field)),
            Cell(_told(one.expected), number=True, copy=one.expected),
            Cell(_told(one.found), number=True, tone="" if same else "error", copy=one.found),
            last,
        )

    def _open(self, row: int) -> None:
        one = self.sheet.sheet.key(row)
        if one is not None:
            self.entity_wanted.emit(one.entity)


def _same(left: str, right: str) -> bool:
    """Whether two exact sums are one number."""
    try:
        return Decimal(left) == Decimal(right)
    except InvalidOperation:
        return left == right


def _told(total: str) -> str:
    """An exact sum in the figures of the language, digit for digit."""
    whole, point, part = total.partition(".")
    digits = whole.lstrip("-")
    if not digits.isdecimal() or len(digits) > LONGEST:
        return speech.ltr(speech.digits(total))
    sign = "-" if whole.startswith("-") else ""
    point = QLocale().decimalPoint() if point else ""
    return speech.ltr(f"{sign}{speech.number(int(digits))}{point}{speech.digits(part)}")
