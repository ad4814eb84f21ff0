"""How right the dry run was: one line, and the records that it misjudged."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from migrator.model.views.prediction import Misjudged, Score
from ui import speech
from ui.models.sheet_model import Cell, SheetModel
from ui.widgets.basic import Pill, label, set_tone
from ui.widgets.sheet import Sheet

_ROOM = 150  # pixels: some rows of the misjudged; the account above keeps the rest


class ScorePart(QWidget):
    """Hidden where no dry run went before the run."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.told = label("", wrap=True)
        self.pill = Pill()
        titles = [
            self.tr("Entity"),
            self.tr("Key"),
            self.tr("Foretold"),
            self.tr("Done"),
            self.tr("Reason"),
        ]
        self.sheet = Sheet(SheetModel(titles), self.tr("Foretold wrongly"), stretch=4)
        self.sheet.setMaximumHeight(_ROOM)
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self.pill)
        head.addWidget(self.told, 1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 4, 0, 0)
        box.setSpacing(4)
        box.addLayout(head)
        box.addWidget(self.sheet)
        self.hide()

    def show_score(self, score: Score | None) -> None:
        """Show how right it was; None hides it."""
        self.setVisible(score is not None)
        if score is None:
            return
        right = score.right == score.total
        share = score.right / score.total if score.total else 1.0
        self.pill.setText(speech.percent(share, 0 if right else 1))
        set_tone(self.pill, "ok" if right else "warn")
        told = self.tr("The dry run foretold {right} of {total} records rightly.")
        numbers = speech.number(score.right), speech.number(score.total)
        self.told.setText(told.format(right=numbers[0], total=numbers[1]))
        self.sheet.setVisible(bool(score.wrong))
        self.sheet.sheet.set_rows([_row(one) for one in score.wrong], score.wrong)


def _row(one: Misjudged) -> Sequence[Cell]:
    return (
        Cell(speech.ltr(one.entity)),
        Cell(speech.ltr(one.key), tip=one.key),
        Cell(class_told(one.predicted)),
        Cell(class_told(one.done), tone="warn"),
        Cell(speech.isolate(one.reason), tip=one.reason),
    )


def class_told(kind: str) -> str:
    """What becomes of a record, in a word."""
    return {
        "create": QCoreApplication.translate("Migration", "made new"),
        "update": QCoreApplication.translate("Migration", "changed"),
        "skip": QCoreApplication.translate("Migration", "left as it is"),
        "reject": QCoreApplication.translate("Migration", "refused"),
        "wait": QCoreApplication.translate("Migration", "waiting"),
    }.get(kind, kind)
