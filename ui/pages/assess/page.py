"""Assess: what the sources hold and how good it is, before anything is mapped."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QComboBox, QStackedWidget, QWidget

from migrator.model.views.assess import Assessment, ColumnLine, TableLine
from ui import speech
from ui.latest import Latest
from ui.operations import assess
from ui.pages.assess.columns_view import ColumnsView
from ui.pages.assess.overview import AssessOverview
from ui.pages.assess.relations_view import RelationsView
from ui.pages.assess.report import AssessReport
from ui.pages.assess.rows_dialog import RowsDialog, figure_told
from ui.pages.page import Page
from ui.session import Session
from ui.widgets.ask_strip import AskStrip
from ui.widgets.basic import EmptyState
from ui.widgets.tabs import Tabs

OVERVIEW, COLUMNS, RELATIONS = range(3)


class AssessPage(Page):
    """Three views of one assessment: at a glance, column by column, and the relationships."""

    step = "assess"
    needs = "profile"

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.found: Assessment | None = None
        self._asked = Latest(self, self._show, self.fail)
        self.strip = AskStrip()
        self.reason = QComboBox()
        self.reason.setEditable(True)
        self.reason.setAccessibleName(self.tr("Reason"))
        self.strip.extra.addWidget(self.reason)
        self.overview = AssessOverview()
        self.columns = ColumnsView(session)
        self.relations = RelationsView()
        self.tabs = Tabs(self.tr("Views of the assessment"))
        self.tabs.add(self.tr("At a glance"), self.overview)
        self.tabs.add(self.tr("Tables and columns"), self.columns)
        self.tabs.add(self.tr("Relationships"), self.relations)
        self.nothing = EmptyState(
            "database",
            self.tr("No table is kept"),
            self.tr("Choose in Sources which tables take part; then they are assessed here."),
            self.tr("To the sources"),
            lambda: self.go.emit("sources"),
        )
        self.stack = QStackedWidget()
        self.stack.addWidget(self.tabs)
        self.stack.addWidget(self.nothing)
        self.body.addWidget(self.strip)
        self.body.addWidget(self.stack, 1)
        self.report = AssessReport(self)
        action = self.header.add_action(self.tr("Export assessment"), "file-down", self.report.ask)
        self.report.belongs_to(action)
        self._connect()

    def _connect(self) -> None:
        for view in (self.overview, self.relations):
            view.opened.connect(self.show_column)
        self.overview.solve.connect(self.go)
        self.columns.leave.connect(self._ask_reason)
        self.columns.keep.connect(self._take_back)
        self.columns.rows_wanted.connect(self._show_rows)
        self.columns.failed.connect(self.fail)

    # -- what a page says

    def title(self) -> str:
        return self.tr("Assess the data")

    def intro(self) -> str:
        return self.tr(
            "What the sources hold and how good it is. Look at the findings, and leave out what"
            " should not move."
        )

    def refresh(self) -> None:
        self._asked.ask(assess.overview(session=self.session))

    def leave(self) -> None:
        super().leave()
        self.strip.hide()

    # -- showing

    def _show(self, found: Any) -> None:
        assert isinstance(found, Assessment)
        first, self.found = self.found is None, found
        self.stack.setCurrentIndex(0 if found.totals.tables else 1)
        totals = found.totals
        pills = [
            (self.tr("{count} tables").format(count=speech.number(totals.tables)), "violet"),
            (self.tr("{count} columns").format(count=speech.number(totals.columns)), "plain"),
        ]
        self.header.set_pills(pills)
        self.overview.show_assessment(found)
        self.columns.show_assessment(found)
        worst = self.overview.tables.current()
        if first and worst is not None:
            self.columns.tables.show_key(worst.key)
        self.relations.show_assessment(found)
        count = speech.number(len(found.ties))
        self.tabs.rename(RELATIONS, self.tr("Relationships ({count})").format(count=count))

    def show_column(self, table: str, column: str) -> None:
        """Look at a table's columns, and at one of them."""
        self.tabs.show_part(COLUMNS)
        self.columns.show_column(table, column)
        self.columns.columns.setFocus()

    def _show_rows(self, line: TableLine, column: str, what: str, value: str) -> None:
        if not what:
            RowsDialog(self.session, line, self).open()
            return
        asked = assess.rows(
            session=self.session, table=line.key, column=column, what=what, value=value
        )
        said = figure_told(column, what, value)
        asked.then(
            lambda found: RowsDialog(self.session, line, self, said, found).open(), self.fail
        )

    # -- leaving out

    def _ask_reason(self, tables: Sequence[TableLine], columns: Sequence[ColumnLine]) -> None:
        self.reason.clear()
        self.reason.addItems(self._reasons(columns=bool(columns)))
        names = [c.name for c in columns] or [t.name for t in tables]
        words = self.tr("Leave out {names}. Why?").format(names=_listed(names))
        fed = [field for c in columns for field in c.mapped_to]
        fed = fed if columns else [entity for t in tables for entity in t.entities]
        if fed:
            lost = self.tr(
                "It feeds {targets}: that part of the mapping goes too. Undo brings it back."
            )
            words += "\n" + lost.format(targets=_listed(list(dict.fromkeys(fed))))
        self.strip.ask(
            words,
            self.tr("Leave out"),
            lambda: self._leave(tables, columns),
            "warn" if fed else "info",
        )
        self.reason.setFocus()

    def _reasons(self, *, columns: bool) -> list[str]:
        """What people often say; anything else can be typed."""
        reasons = [self.tr("not used any more"), self.tr("not needed in the new system")]
        if columns:
            return [
                *reasons,
                self.tr("empty or without meaning"),
                self.tr("repeats another column"),
                self.tr("personal data that must not move"),
            ]
        return [*reasons, self.tr("no rows worth moving"), self.tr("belongs to another system")]

    def _leave(self, tables: Sequence[TableLine], columns: Sequence[ColumnLine]) -> None:
        reason = self.reason.currentText()
        if columns:
            names = [c.name for c in columns]
            job = assess.leave_columns(
                session=self.session, no=tables[0].no, columns=names, reason=reason
            )
        else:
            numbers = [t.no for t in tables]
            job = assess.leave_tables(session=self.session, numbers=numbers, reason=reason)
        job.failed.connect(self.fail)

    def _take_back(self, tables: Sequence[TableLine], columns: Sequence[ColumnLine]) -> None:
        if columns:
            names = [c.name for c in columns]
            job = assess.keep_columns(session=self.session, no=tables[0].no, columns=names)
        else:
            job = assess.keep_tables(session=self.session, numbers=[t.no for t in tables])
        job.failed.connect(self.fail)


def _listed(names: list[str]) -> str:
    """Up to three names, and how many more."""
    comma = "، " if speech.language() == "fa" else ", "
    shown = comma.join(speech.isolate(name) for name in names[:3])
    rest = len(names) - 3
    return f"{shown} +{speech.number(rest)}" if rest > 0 else shown
