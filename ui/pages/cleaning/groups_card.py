"""Values that may mean the same: tick groups, choose what they shall read, make them alike."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QListView,
    QStackedWidget,
)

from migrator.model.views.cleaning import Groups, Likeness
from ui import speech
from ui.pages.cleaning.groups_delegate import GroupsDelegate
from ui.pages.cleaning.groups_model import GroupsModel
from ui.pages.cleaning.hint import Hint
from ui.pages.cleaning.words import likeness_help, likeness_title
from ui.widgets.basic import Card, button, label


class GroupsCard(Card):
    """Shows Groups. `likeness_changed` when values shall be alike in another way,
    `unify_wanted(groups)` when the ticked ones shall be made so."""

    likeness_changed = Signal()
    unify_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.body.setContentsMargins(12, 10, 12, 12)
        self.body.setSpacing(8)
        self.model = GroupsModel()
        self.list = self._list()
        self._how = QComboBox()
        self._how.setAccessibleName(self.tr("How values are alike"))
        for likeness in Likeness:
            self._how.addItem(likeness_title(likeness), likeness.value)
        self._how.currentIndexChanged.connect(self._changed)
        self._told = label("", "small", wrap=True)
        self._hint = Hint("group", "", "")
        self._stack = QStackedWidget()
        self._stack.addWidget(self.list)
        self._stack.addWidget(self._hint)
        self.all = QCheckBox(self.tr("All groups"))
        self.all.clicked.connect(self.model.tick_all)
        self.unify = button(self.tr("Make alike"), "merge", primary=True)
        self.unify.clicked.connect(lambda: self.unify_wanted.emit(self.model.unified()))
        self.model.ticked.connect(self._ticked)
        head, foot = QHBoxLayout(), QHBoxLayout()
        head.addWidget(label(self.tr("Similar values"), "h2"))
        head.addStretch(1)
        head.addWidget(self._how)
        foot.addWidget(self.all)
        foot.addStretch(1)
        foot.addWidget(self.unify)
        self.body.addLayout(head)
        self.body.addWidget(self._told)
        self.body.addWidget(self._stack, 1)
        self.body.addLayout(foot)
        self._ticked(0)

    def _list(self) -> QListView:
        view = QListView()
        view.setModel(self.model)
        view.setItemDelegate(GroupsDelegate(view))
        view.setFrameShape(QFrame.Shape.NoFrame)
        view.setMouseTracking(True)
        view.setUniformItemSizes(True)
        view.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setAccessibleName(self.tr("Groups of similar values"))
        return view

    @property
    def likeness(self) -> str:
        """How values shall be alike: a `Likeness`."""
        return str(self._how.currentData())

    def show_groups(self, groups: Groups) -> None:
        """Show other groups."""
        self.model.set_groups(groups.groups)
        told = likeness_help(Likeness(self.likeness))
        if not groups.complete:
            more = self.tr("Only the {count} most frequent values were compared.")
            told = f"{told} {more.format(count=speech.number(groups.looked))}"
        self._told.setText(told)
        self._stack.setCurrentIndex(0 if groups.groups else 1)
        if not groups.groups:
            self._hint.say(
                self.tr("No such values here"),
                self.tr("Try another kind of likeness, or another field."),
            )

    def _changed(self) -> None:
        self.likeness_changed.emit()

    def _ticked(self, count: int) -> None:
        total = self.model.rowCount()
        self.all.setEnabled(total > 0)
        self.all.setChecked(0 < total == count)
        self.unify.setEnabled(count > 0)
        words = self.tr("Make alike ({count})") if count else self.tr("Make alike")
        self.unify.setText(words.format(count=speech.number(count)))
