"""The side of the page: issues by rule and cause, what was accepted, checks that people added."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QStackedLayout, QVBoxLayout, QWidget

from migrator.model.views.validation import (
    Cause,
    IssueGroup,
    Remedy,
    RuleLine,
    Validation,
    WaiverLine,
)
from ui import icons, speech
from ui.pages.validation.lines import LinesView
from ui.pages.validation.words import issue_lines, remedy_words, rule_line, waiver_line
from ui.widgets.basic import Card, EmptyState, button
from ui.widgets.flow import Flow
from ui.widgets.tabs import Tabs

WIDTH = 300
ISSUES, ACCEPTED, CHECKS = range(3)


class SidePanel(Card):
    """Emits what is looked at (`group_chosen(group, cause)`, `waiver_chosen(WaiverLine)`), and
    what is wanted of it."""

    group_chosen = Signal(object, object)
    waiver_chosen = Signal(object)
    remedy_wanted = Signal(object, object)
    waive_wanted = Signal(object)
    unwaive_wanted = Signal(object)
    rule_wanted = Signal(object)  # RuleLine to change, None for a new one
    rule_dropped = Signal(object)
    rule_switched = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setFixedWidth(WIDTH)
        self.body.setContentsMargins(10, 8, 10, 10)
        self.issues = LinesView(self.tr("Issues by rule"))
        self.accepted = LinesView(self.tr("Accepted issues"))
        self.checks = LinesView(self.tr("Checks that were added"))
        self.tabs = Tabs(self.tr("Issues, accepted ones, checks"))
        self.remedy = button(self.tr("Fix all like this…"), "wand-sparkles", primary=True)
        self.waive = button(self.tr("Accept…"), "check")
        self.unwaive = button(self.tr("Accept no more"), "undo-2")
        self.add_rule = button(self.tr("Add…"), "plus", primary=True)
        self.add_rule.setToolTip(self.tr("Add a check of your own"))
        self.change_rule = button("", "pencil")
        self.change_rule.setToolTip(self.tr("Change this check"))
        self.switch_rule = button("", "pause")
        self.switch_rule.setToolTip(self.tr("Switch this check on or off"))
        self.drop_rule = button("", "trash-2")
        self.drop_rule.setToolTip(self.tr("Remove this check"))
        for one in (self.change_rule, self.switch_rule, self.drop_rule):
            one.setAccessibleName(one.toolTip())
        self._build()
        self._connect()

    def _build(self) -> None:
        fine = EmptyState(
            "circle-check",
            self.tr("Nothing is wrong"),
            self.tr("Every record may travel."),
            "",
            None,
        )
        none = EmptyState(
            "check",
            self.tr("Nothing accepted"),
            self.tr(
                "An issue that is accepted with a reason becomes a warning and is listed here."
            ),
        )
        bare = EmptyState(
            "list-checks",
            self.tr("No checks of your own"),
            self.tr("What the target demands is always checked. Add what matters to you."),
        )
        self._stacks = [
            self._part(self.issues, fine, (self.remedy, self.waive)),
            self._part(self.accepted, none, (self.unwaive,)),
            self._part(
                self.checks,
                bare,
                (self.add_rule, self.change_rule, self.switch_rule, self.drop_rule),
            ),
        ]
        self.body.addWidget(self.tabs, 1)

    def _part(
        self, view: LinesView, empty: EmptyState, buttons: tuple[QPushButton, ...]
    ) -> QStackedLayout:
        part = QWidget()
        box = QVBoxLayout(part)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        stack = QStackedLayout()
        stack.addWidget(view)
        stack.addWidget(empty)
        for words in empty.findChildren(QWidget):
            words.setMinimumWidth(0)
        box.addLayout(stack, 1)
        row = Flow(6, fill=True)
        for one in buttons:
            row.addWidget(one)
        box.addLayout(row)
        self.tabs.add("", part)
        return stack

    def _connect(self) -> None:
        self.issues.selectionModel().currentChanged.connect(lambda *_: self._chose_group())
        self.accepted.selectionModel().currentChanged.connect(lambda *_: self._chose_waiver())
        self.checks.selectionModel().currentChanged.connect(lambda *_: self._enable())
        self.tabs.changed.connect(self._turned)
        self.remedy.clicked.connect(lambda: self._with_group(self.remedy_wanted.emit))
        self.issues.doubleClicked.connect(lambda _: self._with_group(self.remedy_wanted.emit))
        self.waive.clicked.connect(
            lambda: self._with_group(lambda group, _: self.waive_wanted.emit(group))
        )
        self.unwaive.clicked.connect(lambda: self._with(self.accepted, self.unwaive_wanted.emit))
        self.add_rule.clicked.connect(lambda: self.rule_wanted.emit(None))
        self.change_rule.clicked.connect(lambda: self._with(self.checks, self.rule_wanted.emit))
        self.checks.doubleClicked.connect(lambda _: self._with(self.checks, self.rule_wanted.emit))
        self.switch_rule.clicked.connect(lambda: self._with(self.checks, self.rule_switched.emit))
        self.drop_rule.clicked.connect(lambda: self._with(self.checks, self.rule_dropped.emit))

    # -- what the page calls

    def show_validation(self, found: Validation) -> None:
        """Show everything anew; what was looked at stays current where it is still there."""
        before = self.group()
        kept = before[0] if before else None
        self.issues.lines.show_lines(issue_lines(found.groups))
        self.accepted.lines.show_lines([waiver_line(one) for one in found.waivers])
        self.checks.lines.show_lines([rule_line(one) for one in found.rules])
        counts = (len(found.groups), len(found.waivers), len(found.rules))
        names = (self.tr("Issues"), self.tr("Accepted"), self.tr("Checks"))
        for n, (name, count) in enumerate(zip(names, counts, strict=True)):
            told = f"{name} {speech.number(count)}" if count else name
            self.tabs.rename(n, told)
            self._stacks[n].setCurrentIndex(0 if count else 1)
        for view in (self.accepted, self.checks):
            view.choose(0)
        self.choose(self._like(found, kept))
        self._enable()

    def choose(self, group: IssueGroup | None) -> None:
        """Look at a group, or the first one."""
        row = self.issues.lines.row_of((group, None)) if group else 0
        self.issues.choose(max(row, 0))
        self._chose_group()

    def group(self) -> tuple[IssueGroup, Cause | None] | None:
        """The group, and the cause in it, that is looked at."""
        line = self.issues.current()
        return line.key if line else None

    @staticmethod
    def _like(found: Validation, kept: IssueGroup | None) -> IssueGroup | None:
        """The group that is now what `kept` was."""
        if kept is None:
            return None
        like = (kept.entity, kept.field, kept.code)
        same = [g for g in found.groups if (g.entity, g.field, g.code) == like]
        return next((g for g in same if g.severity == kept.severity), same[0] if same else None)

    # -- inside

    def _turned(self, part: int) -> None:
        if part == ACCEPTED:
            self._chose_waiver()
        elif part == ISSUES:
            self._chose_group()

    def _chose_group(self) -> None:
        self._enable()
        found = self.group()
        if found and self.tabs.current in {ISSUES, -1}:
            self.group_chosen.emit(*found)

    def _chose_waiver(self) -> None:
        self._enable()
        line = self.accepted.current()
        if line and self.tabs.current == ACCEPTED:
            self.waiver_chosen.emit(line.key)

    def _enable(self) -> None:
        found = self.group()
        group = found[0] if found else None
        words, icon = (
            remedy_words(group) if group else (self.tr("Fix all like this…"), "wand-sparkles")
        )
        self.remedy.setText(words)
        self.remedy.setIcon(icons.beside_words(icon, "on_accent"))
        self.remedy.setEnabled(group is not None)
        never = group is None or group.remedy == Remedy.PARENT or group.severity != "error"
        self.waive.setEnabled(not never)
        self.unwaive.setEnabled(self.accepted.current() is not None)
        for one in (self.change_rule, self.switch_rule, self.drop_rule):
            one.setEnabled(self.checks.current() is not None)

    def _with_group(self, tell: Any) -> None:
        found = self.group()
        if found:
            tell(*found)

    @staticmethod
    def _with(view: LinesView, tell: Any) -> None:
        line = view.current()
        key: RuleLine | WaiverLine | None = line.key if line else None
        if key is not None:
            tell(key)
