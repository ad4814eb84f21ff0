"""Signing the mapping document: rows, entities, what hinders, what was edited since."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QDialog, QHBoxLayout, QVBoxLayout, QWidget

from migrator.model.views.contract import EntitySign, SignLine, SignSheet
from ui import speech
from ui.latest import Latest
from ui.models.small_table import Cell, Line, SmallTable
from ui.operations import contract
from ui.pages.mapping import sign_words
from ui.session import Session
from ui.widgets.banner import Banner
from ui.widgets.basic import GAP, Card, Pill, button, label, set_tone
from ui.widgets.small_view import SmallView

AGREED = frozenset({"agreed", "signed"})


class SignDialog(QDialog):
    """Signs rows and entities. `rows` (targets by feed id) are those that a person had chosen; all
    rows are shown without. Open it with `open()`."""

    def __init__(
        self,
        session: Session,
        rows: Mapping[str, Sequence[str]] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Sign the mapping"))
        self.resize(960, 580)
        self._session = session
        self._rows = rows
        self._sheet = SignSheet((), (), "")
        self.banner = Banner()
        self.mark = Pill("", "info")
        self.count = Pill("", "plain")
        self.by = QComboBox(editable=True)
        self.by.setAccessibleName(self.tr("Who signs"))
        self.by.setMinimumWidth(200)
        self.entities = SmallTable(
            (self.tr("Entity"), self.tr("Signed"), self.tr("What hinders")), self
        )
        self.entities_view = SmallView(self.entities, (2, 0, 5), self.tr("Entities"))
        self.lines = SmallTable(
            (self.tr("Field"), self.tr("Stands"), self.tr("By"), self.tr("Edited since")), self
        )
        self.lines_view = SmallView(self.lines, (5, 0, 3, 4), self.tr("Rows"))
        self.told = label("", "muted", wrap=True)
        self.required = QCheckBox(self.tr("The full run waits until everything is signed"))
        self.whole = button(self.tr("Sign the entity"), "shield-check", primary=True)
        self.row = button(self.tr("Sign the row"), "check")
        self.every = button(self.tr("Sign all that is agreed"), "check-check")
        self.back = button(self.tr("Take the signature back"), "undo-2")
        for one in (self.whole, self.row, self.every, self.back):
            one.setAutoDefault(False)
        self._asked = Latest(self, self._show, self.banner.fail)
        self._build()
        self._connect()
        session.changed.connect(self.refresh)
        self.refresh()

    def _connect(self) -> None:
        self.entities_view.picked.connect(lambda _: self._show_lines())
        self.lines_view.picked.connect(lambda _: self._judge())
        self.whole.clicked.connect(self._sign_entity)
        self.row.clicked.connect(lambda: self._sign(self._chosen()))
        self.every.clicked.connect(lambda: self._sign(self._agreed()))
        self.back.clicked.connect(self._unsign)
        self.required.clicked.connect(self._require)

    def refresh(self, *_: object) -> None:
        """Ask for the signatures anew."""
        self._asked.ask(contract.signatures(session=self._session))

    # -- showing

    def _show(self, sheet: SignSheet) -> None:
        chosen = self.entities_view.current
        if not self._sheet.entities:
            self.by.addItems([name for name in (sheet.user, *sheet.people) if name])
        self._sheet = sheet
        self.mark.setText(self.tr("Mapping {mark}").format(mark=speech.ltr(sheet.fingerprint)))
        words = self.tr("{signed} of {all} rows signed").format(
            signed=speech.number(sheet.signed), all=speech.number(len(sheet.lines))
        )
        self.count.setText(words)
        whole = bool(sheet.lines) and sheet.signed == len(sheet.lines)
        set_tone(self.count, "ok" if whole else "warn" if sheet.reopened else "plain")
        self.required.setChecked(sheet.required)
        self.entities.show([self._entity(one) for one in sheet.entities])
        if not (chosen is not None and self.entities_view.select_key(chosen)) and sheet.entities:
            self.entities_view.select_key(self._first())
        self._show_lines()

    def _first(self) -> str:
        asked = [one.entity for one in self._sheet.lines if self._wanted(one)]
        return asked[0] if self._rows and asked else self._sheet.entities[0].entity

    def _entity(self, one: EntitySign) -> Line:
        told = "\n".join(speech.say(words) for words in one.hindrances)
        share = self.tr("{signed} of {all}").format(
            signed=speech.number(one.signed), all=speech.number(one.rows)
        )
        whole = one.rows and one.signed == one.rows
        tone = "ok" if whole else "warn" if one.reopened or told else ""
        shown = told.partition("\n")[0] or self.tr("nothing")
        return Line(
            (
                Cell(speech.say(one.label), strong=True),
                Cell(share, tone, sign_words.ICONS["signed"] if whole else ""),
                Cell(shown, "warn" if told else "muted", tip=told),
            ),
            one.entity,
        )

    def _wanted(self, line: SignLine) -> bool:
        return self._rows is None or line.target in self._rows.get(line.feed, ())

    def _show_lines(self) -> None:
        entity = self.entities_view.current
        found = [one for one in self._sheet.lines if one.entity == entity and self._wanted(one)]
        chosen = self.lines_view.current
        self.lines.show([_line(one) for one in found])
        if found and not (chosen is not None and self.lines_view.select_key(chosen)):
            self.lines_view.select_key((found[0].feed, found[0].target))
        self._judge()

    def _judge(self) -> None:
        line = self._line()
        self.row.setEnabled(line is not None and line.status in AGREED)
        self.back.setEnabled(line is not None and bool(line.at))
        self.whole.setEnabled(self.entities_view.current is not None)
        self.every.setEnabled(any(self._agreed().values()))
        self.told.setText(speech.say(line.told) if line is not None else "")

    def _line(self) -> SignLine | None:
        key = self.lines_view.current
        return next((one for one in self._sheet.lines if (one.feed, one.target) == key), None)

    # -- doing

    def _chosen(self) -> dict[str, list[str]]:
        line = self._line()
        return {line.feed: [line.target]} if line is not None else {}

    def _agreed(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for one in self._sheet.lines:
            if one.status in AGREED and one.standing != "signed" and self._wanted(one):
                found.setdefault(one.feed, []).append(one.target)
        return found

    def _sign(self, rows: dict[str, list[str]]) -> None:
        job = contract.sign(session=self._session, rows=rows, by=self.by.currentText())
        job.then(self._done, self.banner.fail)

    def _sign_entity(self) -> None:
        entity = self.entities_view.current
        if isinstance(entity, str):
            who = self.by.currentText()
            job = contract.sign_entity(session=self._session, entity=entity, by=who)
            job.then(self._done, self.banner.fail)

    def _unsign(self) -> None:
        job = contract.unsign(session=self._session, rows=self._chosen())
        job.then(self._done, self.banner.fail)

    def _require(self, required: bool) -> None:
        job = contract.require_signature(session=self._session, required=required)
        job.then(self._done, self.banner.fail)

    def _done(self, _: object) -> None:
        self.banner.hide()

    def _build(self) -> None:
        head = QHBoxLayout()
        head.addWidget(label(self.tr("Sign the mapping"), "h1"))
        head.addWidget(self.mark)
        head.addWidget(self.count)
        head.addStretch(1)
        head.addWidget(label(self.tr("Who signs")))
        head.addWidget(self.by)
        above, below = Card(), Card()
        for card in (above, below):
            card.body.setContentsMargins(8, 8, 8, 8)
        above.body.addWidget(self.entities_view)
        below.body.addWidget(self.lines_view, 1)
        below.body.addWidget(self.told)
        foot = QHBoxLayout()
        close = button(self.tr("Close"))
        close.setAutoDefault(False)
        close.clicked.connect(self.reject)
        foot.addWidget(self.back)
        foot.addStretch(1)
        for one in (close, self.row, self.every, self.whole):
            foot.addWidget(one)
        box = QVBoxLayout(self)
        box.setContentsMargins(20, 16, 20, 16)
        box.setSpacing(GAP)
        box.addLayout(head)
        box.addWidget(self.banner)
        box.addWidget(above, 2)
        box.addWidget(below, 3)
        box.addWidget(self.required)
        box.addLayout(foot)


def _line(one: SignLine) -> Line:
    edited = speech.say(one.told)
    shown = "، ".join if speech.language() == "fa" else ", ".join
    cells = shown(speech.say(edit.cell) for edit in one.edits)
    return Line(
        (
            Cell(speech.isolate(speech.say(one.where)), strong=True, tip=speech.say(one.where)),
            Cell(
                sign_words.standing(one),
                sign_words.TONES[one.standing],
                sign_words.ICONS[one.standing],
            ),
            Cell(sign_words.who(one), "muted"),
            Cell(cells, "warn", tip=edited),
        ),
        (one.feed, one.target),
    )
