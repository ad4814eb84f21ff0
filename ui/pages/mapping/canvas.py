"""Canvas or table of the feed with what both share: searches, the filter, marks, the palette."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QStackedWidget, QWidget

from ui.pages.mapping.canvas_view import CanvasView
from ui.pages.mapping.document import Asked, Chosen, Document, Marked, Show
from ui.pages.mapping.lines_list import LinesList
from ui.pages.mapping.palette import Palette
from ui.pages.mapping.pane_foot import PaneFoot
from ui.pages.mapping.rows_view import RowsView
from ui.pages.mapping.rows_words import Line, sentence
from ui.widgets.basic import Card, SearchField


class Pane(Card):
    """Shows one document in two ways; selection and marks belong to both. `chosen` tells what is
    selected, `marks_changed` what is marked, `opened` that the inspector is wanted, `dropped` a
    transform and the field of the row that it fell on."""

    chosen = Signal(object)
    marks_changed = Signal(object)
    opened = Signal()
    dropped = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.body.setContentsMargins(12, 10, 6, 6)
        self.body.setSpacing(6)
        self.document: Document | None = None
        self.selected = Chosen()
        self.marked = Marked()
        self.canvas = CanvasView()
        self.table = RowsView()
        self.list = LinesList()
        self.list.hide()
        self.palette_strip = Palette()
        self.palette_strip.hide()
        self.find_source = SearchField(self.tr("Search source columns"))
        self.find_target = SearchField(self.tr("Search target fields"))
        self.show_only = QComboBox()
        self.show_only.setAccessibleName(self.tr("Show"))
        for words, show in (
            (self.tr("Everything"), Show.ALL),
            (self.tr("Needs a decision"), Show.DECIDE),
            (self.tr("Only unmapped"), Show.UNMAPPED),
        ):
            self.show_only.addItem(words, show)
        self.foot = PaneFoot(self.canvas, self.table)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.canvas)
        self._stack.addWidget(self.table)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(0, 0, 6, 0)
        top.setSpacing(10)
        top.addWidget(self.find_source, 3)
        top.addWidget(self.show_only, 2)
        top.addWidget(self.find_target, 3)
        middle = QHBoxLayout()
        middle.setSpacing(6)
        middle.addWidget(self.list)
        middle.addWidget(self._stack, 1)
        self.body.addLayout(top)
        self.body.addLayout(middle, 1)
        self.body.addWidget(self.palette_strip)
        self.body.addWidget(self.foot)

    def _connect(self) -> None:
        self.find_source.textChanged.connect(self._asked_again)
        self.find_target.textChanged.connect(self._asked_again)
        self.show_only.currentIndexChanged.connect(self._asked_again)
        scene = self.canvas.content
        for one in (scene, self.table, self.list):
            one.chosen.connect(self._picked)
        for two in (scene, self.table):
            two.marks_changed.connect(self._marked)
            two.dropped.connect(self.dropped)
        for three in (self.canvas, self.table, self.list):
            three.opened.connect(self.opened)
        self.canvas.held.connect(self.foot.show_held)
        self.foot.transforms.toggled.connect(self.palette_strip.setVisible)
        self.foot.sentences.toggled.connect(self._show_list)

    # -- what is shown

    @property
    def asked(self) -> Asked:
        """The filter as it is set."""
        show = Show(self.show_only.currentData())
        return Asked(show, self.find_source.text().strip(), self.find_target.text().strip())

    @property
    def shown_view(self) -> QWidget:
        """The view that is looked at."""
        return self.table if self._stack.currentWidget() is self.table else self.canvas

    def show_document(self, document: Document) -> None:
        """Show a document, new or changed; a selection that is gone ends."""
        before = self.document
        self.document = document
        if before is None or before.sheet.feed.id != document.sheet.feed.id:
            self.selected, self.marked = Chosen(), Marked()
            self.canvas.verticalScrollBar().setValue(0)
        chosen = self.selected
        if chosen.target not in {"", *document.targets} or chosen.source not in {
            "",
            *document.sources,
        }:
            self.selected = Chosen()
        self.marked = Marked(
            tuple(name for name in self.marked.rows if name in document.rows),
            tuple(name for name in self.marked.columns if name not in document.fed),
        )
        self._asked_again()

    def set_table(self, table: bool) -> None:
        """Show the table instead of the canvas."""
        shown: QWidget = self.table if table else self.canvas
        self._stack.setCurrentWidget(shown)
        self.foot.set_table(table)
        self.list.setVisible(not table and self.foot.sentences.isChecked())
        shown.setFocus()
        if not table:
            self.canvas.reveal()

    def _show_list(self, shown: bool) -> None:
        self.list.setVisible(shown)
        if shown:
            self._fill_list()
            self.list.setFocus()

    def _fill_list(self) -> None:
        if self.document is not None and self.foot.sentences.isChecked():
            self.list.show_document(self.document, self.asked, self.selected)

    def choose(self, chosen: Chosen) -> None:
        """Select in both."""
        self.selected = chosen
        self.canvas.content.choose(chosen, self.marked)
        self.table.choose(chosen)
        self.list.choose(chosen)
        self._tell()

    def pick(self, chosen: Chosen) -> None:
        """Select by hand, this alone."""
        self._marked(Marked())
        self._picked(chosen)

    def _tell(self) -> None:
        document, chosen = self.document, self.selected
        words = ""
        if document is not None and (chosen.target in document.targets or chosen.source):
            row = document.rows.get(chosen.target)
            words = sentence(document, Line(chosen.source, chosen.target, row))
        self.canvas.tell(words)

    def _asked_again(self) -> None:
        if self.document is None:
            return
        scene = self.canvas.content
        scene.selected, scene.marked = self.selected, self.marked
        self.canvas.show_document(self.document, self.asked)
        self.table.show_document(self.document, self.asked, self.selected)
        self.table.mark(self.marked)
        self._fill_list()
        placement = scene.placement
        waiting = len(self.document.undecided(self._order()))
        self.foot.show_counts(len(placement.sources), len(placement.targets), waiting)

    def _picked(self, chosen: Chosen) -> None:
        self.choose(chosen)
        if self.sender() is not self.table:
            self.table.mark(self.marked)
        self.chosen.emit(chosen)

    def _marked(self, marked: Marked) -> None:
        self.marked = marked
        if self.sender() is self.table:
            self.canvas.content.choose(self.selected, marked)
        else:
            self.table.mark(marked)
        self.marks_changed.emit(marked)

    # -- what waits for a person

    def _order(self) -> list[Chosen]:
        document, placement = self.document, self.canvas.content.placement
        if document is None:
            return []
        fields = [
            Chosen(next(iter(document.rows[name].sources), "") if name in document.rows else "",
                   name) for name in placement.targets
        ]  # fmt: skip
        return fields + [Chosen(name) for name in placement.sources if name not in document.fed]

    def turn_to_next(self, by: int = 1) -> bool:
        """Select the next thing that waits for a person, or the one before; after the last comes
        the first. False where nothing waits."""
        order = self._order()
        waiting = self.document.undecided(order) if self.document is not None else []
        if not waiting:
            return False
        places = [order.index(one) for one in waiting]
        here = next(
            (n for n, one in enumerate(order) if self._is_here(one)), -1 if by > 0 else len(order)
        )
        after = [n for n in places if n > here] if by > 0 else [n for n in places if n < here]
        found = order[(after or places)[0 if by > 0 else -1]]
        self.pick(found)
        if self.shown_view is self.canvas:
            self.canvas.reveal()
        return True

    def _is_here(self, one: Chosen) -> bool:
        chosen = self.selected
        if chosen.target or one.target:
            return chosen.target == one.target
        return chosen.source == one.source != ""
