"""The row account: where every row that was read has ended, and whether the sums agree."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from migrator.model.plan import Plan
from migrator.model.reports import EntityAccount, TableAccount
from migrator.model.text import Text
from migrator.model.views.project import AccountView
from ui import speech
from ui.dialogs.rows_dialog import RowsDialog
from ui.dialogs.story_dialog import StoryDialog
from ui.dialogs.story_words import stage_told
from ui.latest import Latest
from ui.models.small_table import Cell, Line, SmallTable
from ui.operations import project
from ui.session import Session
from ui.widgets.banner import Banner
from ui.widgets.basic import GAP, Card, Pill, button, label, set_tone
from ui.widgets.small_view import SmallView


@dataclass(frozen=True)
class _Behind:
    """What lies behind the numbers of a line: a name, and the staging table of each column."""

    name: str
    tables: tuple[str, ...]


class AccountDialog(QDialog):
    """Counted anew when it opens, and when the project changes meanwhile. A double click on a
    number shows its rows."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Row account"))
        self.resize(980, 620)
        self._session = session
        self.balance = Pill()
        self.banner = Banner()
        self.tables = SmallTable(self._table_headers(), self)
        self.entities = SmallTable(self._entity_headers(), self)
        self.table_view = SmallView(self.tables, (1, 0, 0, 0, 0, 0), self.tr("Source tables"))
        self.entity_view = SmallView(self.entities, (1, *[0] * 9), self.tr("Entities"))
        self._answers = Latest(self, self._show, self.banner.fail)
        self._build()
        self.table_view.cell_opened.connect(self._open_rows)
        self.entity_view.cell_opened.connect(self._open_rows)
        session.changed.connect(self._ask)
        self._ask()

    def _ask(self) -> None:
        if self._session.state is not None:
            self._answers.ask(project.account(session=self._session))

    # -- showing

    def _show(self, found: AccountView) -> None:
        account, plan = found.account, self._session.plan
        self.balance.setText(self.tr("balanced") if account.balanced else self.tr("not balanced"))
        set_tone(self.balance, "ok" if account.balanced else "error")
        self.tables.show([self._table(plan, one) for one in account.tables])
        self.entities.show([self._entity(plan, one, found.loaded) for one in account.entities])
        if not account.balanced:
            self.banner.say(
                self.tr("The sums do not agree: this run cannot be called complete."), "error"
            )
        elif found.stale:
            words = self.tr(
                "Counted from what was worked out last; since then something changed: “{stage}” and"
                " what follows are out of date."
            )
            self.banner.say(words.format(stage=stage_told(found.stale)), "info")
        else:
            self.banner.hide()

    def _table(self, plan: Plan, one: TableAccount) -> Line:
        no = plan.choice(one.source, one.table).no
        feeds = [f for f in plan.feeds if (f.source, f.table) == (one.source, one.table)]
        entity = feeds[0].entity if feeds else ""
        name = f"{one.source} / {one.table}"
        numbers = (one.read, one.used, one.excluded, one.unreadable)
        behind = (
            f"raw_{no}",
            f"mapped_{entity}" if entity else "",
            f"excluded_{entity}" if entity and one.excluded else "",
            f"unreadable_{no}",
        )
        cells = (Cell(speech.isolate(name), plain=name), *_numbers(numbers, bad=(3,)))
        return Line((*cells, _balance(one.balanced)), _Behind(name, behind))

    def _entity(self, plan: Plan, one: EntityAccount, loaded: bool) -> Line:
        entity = plan.target.schema.entity(one.entity)
        en = entity.label or entity.name
        name = speech.say(Text(en, entity.label_fa or en))
        numbers = (one.mapped, one.absorbed, one.golden, one.quarantined, one.ready)
        after = (one.loaded, one.rejected, one.pending)
        tables = ("mapped", "clusters", "golden", "quarantine", "ready", *["outcome"] * 3)
        behind = tuple(f"{table}_{one.entity}" for table in tables)
        if not loaded:
            behind = (*behind[:5], "", "", "")
        cells = (
            Cell(name, tip=speech.ltr(one.entity)),
            *_numbers(numbers, bad=(3,)),
            *_numbers(after, bad=(1,)),
            _balance(one.balanced),
        )
        return Line(cells, _Behind(name, behind))

    def _open_rows(self, behind: object, column: int) -> None:
        if not isinstance(behind, _Behind) or not 1 <= column <= len(behind.tables):
            return
        table = behind.tables[column - 1]
        if table:
            tables = self.sender() is self.table_view
            headers = self._table_headers() if tables else self._entity_headers()
            title = f"{speech.isolate(behind.name)}: {headers[column]}"
            RowsDialog(self._session, title, table, self).open()

    def _table_headers(self) -> tuple[str, ...]:
        return (
            self.tr("Source table"),
            self.tr("Read"),
            self.tr("Used"),
            self.tr("Left out"),
            self.tr("Unreadable"),
            self.tr("Sum"),
        )

    def _entity_headers(self) -> tuple[str, ...]:
        return (
            self.tr("Entity"),
            self.tr("Mapped"),
            self.tr("Absorbed"),
            self.tr("Golden"),
            self.tr("Quarantine"),
            self.tr("Ready"),
            self.tr("Loaded"),
            self.tr("Refused"),
            self.tr("Waiting"),
            self.tr("Sum"),
        )

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(label(self.tr("Row account"), "h1"))
        head.addWidget(self.balance)
        head.addStretch(1)
        story = button(self.tr("Find a record…"), "search")
        story.setAutoDefault(False)
        story.clicked.connect(lambda: StoryDialog(self._session, parent=self).open())
        head.addWidget(story)
        told = self.tr(
            "Every row that was read is somewhere. Double click a number to see its rows."
        )
        box = QVBoxLayout(self)
        box.setContentsMargins(20, 16, 20, 16)
        box.setSpacing(GAP)
        box.addLayout(head)
        box.addWidget(label(told, "muted", wrap=True))
        box.addWidget(self.banner)
        sums = self.tr("read = used + left out + unreadable")
        box.addWidget(_card(self.tr("Source tables"), sums, self.table_view), 1)
        sums = self.tr(
            "mapped = golden + absorbed · golden = ready + quarantine · ready = loaded + refused +"
            " waiting"
        )
        box.addWidget(_card(self.tr("Entities"), sums, self.entity_view), 1)
        self.entity_view.setFocus(Qt.FocusReason.OtherFocusReason)


def _card(title: str, sums: str, view: SmallView) -> Card:
    card = Card()
    card.body.setSpacing(6)
    head = QHBoxLayout()
    head.addWidget(label(title, "h2"))
    head.addStretch(1)
    head.addWidget(label(sums, "small"))
    card.body.addLayout(head)
    card.body.addWidget(view, 1)
    return card


def _numbers(numbers: tuple[int, ...], bad: tuple[int, ...]) -> tuple[Cell, ...]:
    """Counts; those at `bad` want attention unless they are 0."""
    return tuple(
        Cell(
            speech.number(count) if count else "—",
            ("error" if at in bad else "") if count else "faint",
            number=True,
            plain=str(count),
        )
        for at, count in enumerate(numbers)
    )


def _balance(balanced: bool) -> Cell:
    return Cell("=" if balanced else "≠", "ok" if balanced else "error",
                icon="circle-check" if balanced else "circle-x")  # fmt: skip
