"""The list of sources and their tables, beside what is chosen in it."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QLabel,
    QMenu,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from migrator.model.views.sources import Overview, SourceCard, TableCard
from ui import icons, speech
from ui.pages.sources.tree_delegate import TreeDelegate
from ui.pages.sources.tree_model import SourcesTree, alone
from ui.widgets import Card, label, set_kind


class _View(QTreeView):
    remove_wanted = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete:
            self.remove_wanted.emit()
        else:
            super().keyPressEvent(event)


class SourcesList(Card):
    """`looked_at` follows the selection; the other signals carry ids and names of what is asked
    for in the menu or by key."""

    looked_at = Signal()
    keep_wanted = Signal(str, str, bool)
    look_wanted = Signal(str)
    locate_wanted = Signal(str)
    remove_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.model = SourcesTree()
        self.model.keep_wanted.connect(self.keep_wanted)
        self.view = _View()
        self.view.setModel(self.model)
        self.view.setItemDelegate(TreeDelegate(self.view))
        bare = self.view.palette()  # the delegate paints what is selected, the style must not
        bare.setColor(QPalette.ColorRole.Highlight, Qt.GlobalColor.transparent)
        self.view.setPalette(bare)
        self.view.setHeaderHidden(True)
        self.view.setFrameShape(QFrame.Shape.NoFrame)
        self.view.setIndentation(14)
        self.view.setMouseTracking(True)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.view.setAccessibleName(self.tr("Sources and their tables"))
        self.view.customContextMenuRequested.connect(self._menu)
        self.view.remove_wanted.connect(self._remove)
        self.view.selectionModel().currentChanged.connect(lambda *_: self.looked_at.emit())
        self.hint = QFrame()
        set_kind(self.hint, "drop")
        row = QVBoxLayout(self.hint)
        row.setContentsMargins(10, 6, 10, 6)
        row.setSpacing(2)
        picture = QLabel()
        picture.setPixmap(icons.pixmap("upload", "faint", 18))
        more = label(self.tr("Drop further files anywhere on this page"), "small", wrap=True)
        more.setAlignment(Qt.AlignmentFlag.AlignCenter)
        row.addWidget(picture, 0, Qt.AlignmentFlag.AlignHCenter)
        row.addWidget(more)
        self.body.setContentsMargins(6, 6, 6, 6)
        self.body.setSpacing(6)
        self.body.addWidget(self.view, 1)
        self.body.addWidget(self.hint)

    def show_overview(self, overview: Overview) -> None:
        """Show the sources; what was looked at stays looked at while it is there."""
        source, table = self.chosen()
        before = (source.id if source else "", table.name if table else "")
        shut = {
            card.id
            for row, card in enumerate(self.model.cards)
            if not self.view.isExpanded(self.model.index(row, 0))
        }
        self.model.show_overview(overview)
        for row, card in enumerate(self.model.cards):
            self.view.setExpanded(self.model.index(row, 0), card.id not in shut)
        if not self.view.currentIndex().isValid():
            place = self.model.place(*before)
            self.look_at(place if place.isValid() else self._first())

    def _first(self) -> QModelIndex:
        """The first table that is kept, or the first source."""
        for card in self.model.cards:
            for table in card.tables:
                if table.keep:
                    return self.model.place(card.id, table.name)
        return self.model.index(0, 0)

    def look_at_source(self, source: str) -> None:
        """Look at the first kept table of a source."""
        for card in self.model.cards:
            if card.id == source:
                names = [table.name for table in card.tables if table.keep]
                self.look_at(self.model.place(source, names[0] if names else ""))

    def look_at(self, index: QModelIndex) -> None:
        """Select a row and bring it into sight."""
        if index.isValid():
            select = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.view.selectionModel().setCurrentIndex(index, select)
            self.view.scrollTo(index)

    def chosen(self) -> tuple[SourceCard | None, TableCard | None]:
        """What is looked at."""
        index = self.view.currentIndex()
        return self.model.source(index), self.model.table(index)

    # -- menu and keys

    def _remove(self) -> None:
        source, table = self.chosen()
        if source is not None and (table is None or alone(source)):
            self.remove_wanted.emit(source.id)

    def _menu(self, at: QPoint) -> None:
        index = self.view.indexAt(at)
        source, table = self.model.source(index), self.model.table(index)
        if source is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if table is not None:
            words = self.tr("Leave this table out") if table.keep else self.tr("Keep this table")
            keep, name, found = not table.keep, table.name, source.id
            menu.addAction(words, lambda: self.keep_wanted.emit(found, name, keep))
            menu.addSeparator()
        self.fill_menu(menu, source)
        menu.popup(self.view.viewport().mapToGlobal(at))

    def fill_menu(self, menu: QMenu, source: SourceCard) -> None:
        """Put in what can be done with a source as a whole."""
        found = source.id
        look = icons.icon("refresh-cw")
        menu.addAction(look, self.tr("Look again"), lambda: self.look_wanted.emit(found))
        if source.kind != "database":
            locate = icons.icon("folder-open")
            menu.addAction(locate, self.tr("Locate…"), lambda: self.locate_wanted.emit(found))
        gone = icons.icon("trash-2", "error")
        words = self.tr("Remove {name} from the project").format(name=speech.isolate(source.name))
        menu.addAction(gone, words, lambda: self.remove_wanted.emit(found))

    def pop_up(self, beside: QWidget) -> None:
        """Open the menu of the source that is looked at below a button."""
        source, _ = self.chosen()
        if source is not None:
            menu = QMenu(self)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            self.fill_menu(menu, source)
            menu.popup(beside.mapToGlobal(beside.rect().bottomLeft()))
