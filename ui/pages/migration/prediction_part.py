"""What the run would do with every entity, and what stands in its way."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import astuple

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from migrator.model.views.runs import Classes, DryRun, MigrationView, Prediction
from ui import icons, speech
from ui.models.sheet_model import Cell, SheetModel
from ui.pages.migration.effects_part import EffectsPart
from ui.widgets.basic import Card, button, label
from ui.widgets.sheet import Sheet

PROBLEMS_SHOWN = 4
FIRST_CLASS = 5
CLASSES = ("create", "update", "skip", "reject", "wait")


class PredictionPart(QWidget):
    """Shows the prediction from what is ready; with a dry run also what the target holds already.
    `dry_run_wanted` when that should be looked up, `rows_wanted(entity, kind, what, title)` for
    what lies behind a number, `recognise_wanted` to say how existing records are recognised."""

    dry_run_wanted = Signal()
    recognise_wanted = Signal()
    rows_wanted = Signal(str, str, str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        titles = [
            self.tr("Entity"),
            self.tr("Rows"),
            self.tr("Merged away"),
            self.tr("Quarantine"),
            self.tr("Ready"),
            self.tr("New"),
            self.tr("Changed"),
            self.tr("As they are"),
            self.tr("Refused"),
            self.tr("Wait"),
        ]
        self.sheet = Sheet(SheetModel(titles, numbers=range(1, 10)), self.tr("Prediction"))
        self.sheet.activated.connect(self._open)
        self.effects = EffectsPart()
        self.effects.rows_wanted.connect(self.rows_wanted)
        self.recognise = button(self.tr("Existing records…"), "merge")
        self.recognise.clicked.connect(self.recognise_wanted)
        self.dry_run = button(self.tr("Dry run"), "scan-search")
        self.dry_run.clicked.connect(self.dry_run_wanted)
        self.told = label("", "muted", wrap=True)
        foot = QHBoxLayout()
        foot.setSpacing(12)
        foot.addWidget(self.told, 1)
        foot.addWidget(self.recognise)
        foot.addWidget(self.dry_run)
        self.notes = QVBoxLayout()
        self.notes.setSpacing(4)
        card = Card()
        card.body.addWidget(self.sheet, 3)
        card.body.addWidget(self.effects, 2)
        card.body.addLayout(self.notes)
        card.body.addLayout(foot)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(card)

    def show_view(self, view: MigrationView, dry: DryRun | None) -> None:
        """Show the prediction; `dry` is None until the target was asked."""
        predictions = dry.predictions if dry else view.predictions
        rows = [self._row(one) for one in predictions]
        if len(predictions) > 1:
            rows.append(self._total(predictions))
        self.sheet.sheet.set_rows(rows, [*predictions, None][: len(rows)])
        self.effects.show_effects(dry.effects if dry else ())
        self.told.setText(self._said(dry))
        self._show_notes(view, dry)

    # -- cells

    def _row(self, one: Prediction) -> Sequence[Cell]:
        return (
            Cell(speech.say(one.label), tip=speech.ltr(one.entity)),
            *self._counts(one, bold=False),
        )

    def _total(self, predictions: Sequence[Prediction]) -> Sequence[Cell]:
        def added(name: str) -> int:
            return sum(int(getattr(one, name) or 0) for one in predictions)

        known = None
        if all(one.known for one in predictions):
            parts = (astuple(one.known) for one in predictions if one.known)
            known = Classes(*(sum(column) for column in zip(*parts, strict=True)))
        whole = Prediction(
            "", predictions[0].label, added("mapped"), added("absorbed"), added("held"),
            added("ready"), added("waiting"), known,
        )  # fmt: skip
        return (Cell(self.tr("Together"), bold=True), *self._counts(whole, bold=True))

    def _counts(self, one: Prediction, bold: bool) -> Sequence[Cell]:
        def count(value: int, tone: str = "") -> Cell:
            return Cell(
                speech.number(value), tone=tone if value else "muted", number=True, bold=bold
            )

        first = (count(one.mapped), count(one.absorbed), count(one.held, "warn"), count(one.ready))
        if one.known is None:
            tip = self.tr("Not known before a dry run")
            unknown = Cell("?", tone="muted", number=True, tip=tip)
            most = self.tr("up to {count}").format(count=speech.number(one.create))
            new = Cell(most, number=True, bold=True, tip=tip)
            return (*first, new, unknown, unknown, unknown, count(one.waiting, "warn"))
        known = one.known
        return (
            *first,
            Cell(speech.number(known.create), number=True, bold=True),
            count(known.update, "info"),
            count(known.skip),
            count(known.reject, "error"),
            count(known.wait, "warn"),
        )

    def _open(self, index: QModelIndex) -> None:
        one = self.sheet.sheet.key(index.row())
        place = index.column() - FIRST_CLASS
        if isinstance(one, Prediction) and one.known and place >= 0:
            title = self.sheet.model().headerData(index.column(), Qt.Orientation.Horizontal)
            told = f"{speech.say(one.label)} · {title}"
            self.rows_wanted.emit(one.entity, "class", CLASSES[place], told)

    # -- words

    def _said(self, dry: DryRun | None) -> str:
        if dry is None:
            return self.tr(
                "The target was not asked yet. A dry run reads what it holds and says what would"
                " become of every record; it writes nothing."
            )
        if not dry.told:
            return self.tr(
                "This target cannot say beforehand what it holds: what is there already is found"
                " out while loading, and not written twice."
            )
        return self.tr(
            "As the target stood on {when}. Double-click a number to see its records."
        ).format(when=speech.moment(dry.at))

    def _show_notes(self, view: MigrationView, dry: DryRun | None) -> None:
        while item := self.notes.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        if view.resume:
            self._note("pause", "warn", self.tr(
                "Run {run} stopped before its end. Resuming goes on where it stopped; nothing is"
                " written twice.").format(run=speech.number(view.resume)))  # fmt: skip
        if dry is None:
            return
        for problem in dry.problems[:PROBLEMS_SHOWN]:
            self._note("circle-alert", "error", speech.say(problem))
        more = len(dry.problems) - PROBLEMS_SHOWN
        if more > 0:
            told = self.tr("and {count} more").format(count=speech.number(more))
            self._note("circle-alert", "error", told)
        if dry.makes:
            told = self.tr("{count} tables will be created in the target first.")
            self._note("plus", "accent", told.format(count=speech.number(len(dry.makes))))
        left = sum(one.left or 0 for one in dry.predictions)
        if left:
            told = self.tr(
                "{count} records of earlier runs are in the target, but planned no more: they stay."
            )
            self._note("info", "accent", told.format(count=speech.number(left)))

    def _note(self, icon: str, tone: str, words: str) -> None:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        picture = QLabel()
        picture.setPixmap(icons.pixmap(icon, tone, 16))
        row.addWidget(picture)
        row.addWidget(label(words, wrap=True), 1)
        self.notes.addWidget(line)

    @property
    def said(self) -> list[str]:
        """Every note that is shown."""
        items = (self.notes.itemAt(n) for n in range(self.notes.count()))
        lines = [item.widget() for item in items if item is not None]
        found = [one for line in lines if line is not None for one in line.findChildren(QLabel)]
        return [one.text() for one in found if one.text()]
