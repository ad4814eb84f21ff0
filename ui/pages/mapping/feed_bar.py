"""The chooser of feeds: which table feeds which entity, with what still waits."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QPoint, Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QMenu, QPushButton, QSizePolicy, QWidget

from migrator.model.views.mapping import FeedLine, Overview, TableLine
from ui import icons, speech
from ui.pages.mapping.glyphs import shown
from ui.widgets.basic import button, label


def feed_words(line: FeedLine) -> str:
    """A feed in words: table and entity."""
    arrow = "←" if speech.language() == "fa" else "→"
    mark = f" ({shown(line.mark)})" if line.mark else ""
    return f"{shown(line.table)} {arrow} {speech.say(line.label)}{mark}"


def idle_tables(overview: Overview) -> list[TableLine]:
    """Tables that are kept and feed nothing: their rows would be lost."""
    return [line for line in overview.tables if not line.feeds]


def open_words(count: int) -> str:
    """How many columns nobody decided on."""
    if count == 1:
        return QCoreApplication.translate("Mapping", "1 column open")
    words = QCoreApplication.translate("Mapping", "{n} columns open")
    return words.format(n=speech.number(count))


def under(button: QPushButton, menu: QMenu) -> None:
    """Open a menu below a button, on the side where reading begins."""
    rtl = button.layoutDirection() == Qt.LayoutDirection.RightToLeft
    corner = button.rect().bottomRight() if rtl else button.rect().bottomLeft()
    at = button.mapToGlobal(corner) + QPoint(0, 4)
    menu.popup(at - QPoint(menu.sizeHint().width(), 0) if rtl else at)


class FeedBar(QWidget):
    """`chosen` carries the id of the feed that a person picks, `idle_chosen` the TableLine of a
    table that feeds nothing; the others are its buttons."""

    chosen = Signal(str)
    idle_chosen = Signal(object)
    add_asked = Signal()
    setup_asked = Signal()
    remove_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.feeds = QComboBox()
        self.feeds.setMinimumWidth(200)
        self.feeds.setMaximumWidth(340)
        self.feeds.setMaxVisibleItems(24)
        self.feeds.setAccessibleName(self.tr("Feed: source table and target entity"))
        self.feeds.activated.connect(self._picked)
        self.add = button("", "plus")
        self.add.setAccessibleName(self.tr("Let a table feed an entity"))
        self.add.setToolTip(self.tr("Let a table feed an entity"))
        self.add.clicked.connect(self.add_asked)
        self.more = button("", "ellipsis")
        self.more.setAccessibleName(self.tr("This feed: key, filters, remove"))
        self.more.setToolTip(self.tr("This feed: key, filters, remove"))
        self.menu = menu = QMenu(self.more)
        self.setup_action = menu.addAction(icons.icon("key"), self.tr("Key and filters…"))
        self.setup_action.triggered.connect(self.setup_asked)
        self.remove_action = menu.addAction(
            icons.icon("trash-2", "error"), self.tr("Remove this feed")
        )
        self.remove_action.triggered.connect(self.remove_asked)
        self.more.clicked.connect(lambda: under(self.more, menu))
        self._told = label("", "muted")
        self._told.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.as_table = button(self.tr("Table view"), "table")
        self.as_table.setCheckable(True)
        self.as_record = button(self.tr("One record"), "scan-search")
        self.as_record.setCheckable(True)
        self.as_record.setToolTip(self.tr("One row of the table through all its fields"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.feeds, 1)
        row.addWidget(self.add)
        row.addWidget(self.more)
        row.addWidget(self._told, 2)
        row.addWidget(self.as_record)
        row.addWidget(self.as_table)

    def _picked(self) -> None:
        data = self.feeds.currentData()
        if isinstance(data, TableLine):
            self.idle_chosen.emit(data)
        else:
            self.chosen.emit(data)

    def show_idle(self, table: TableLine) -> None:
        """Show that a table is looked at which feeds nothing."""
        for n in range(self.feeds.count()):
            found = self.feeds.itemData(n)
            if isinstance(found, TableLine) and (found.source, found.table) == (
                table.source,
                table.table,
            ):
                self.feeds.setCurrentIndex(n)
        self._told.setText("")
        for action in (self.setup_action, self.remove_action):
            action.setEnabled(False)

    def show_overview(self, overview: Overview, current: str) -> None:
        """Show the feeds with the one that is looked at, then the tables that feed nothing."""
        self.feeds.clear()
        for one in overview.feeds:
            tone = "error" if one.missing else "warn" if one.open else "ok"
            icon = "circle-check" if tone == "ok" else "circle-alert"
            self.feeds.addItem(icons.icon(icon, tone), feed_words(one), one.id)
            index = self.feeds.count() - 1
            self.feeds.setItemData(index, self._counts(one), Qt.ItemDataRole.ToolTipRole)
        for table in idle_tables(overview):
            words = self.tr("{table}: feeds nothing").format(table=shown(table.table))
            self.feeds.addItem(icons.icon("circle-alert", "warn"), words, table)
        at = self.feeds.findData(current)
        self.feeds.setCurrentIndex(at)
        line = next((one for one in overview.feeds if one.id == current), None)
        self._told.setText(self._counts(line) if line else "")
        self._told.setToolTip(self._told.text())
        for action in (self.setup_action, self.remove_action):
            action.setEnabled(line is not None)

    def _counts(self, line: FeedLine) -> str:
        parts = [self.tr("{n} mapped").format(n=speech.number(line.mapped))]
        if line.missing:
            parts.append(self.tr("{n} required missing").format(n=speech.number(line.missing)))
        if line.open:
            parts.append(open_words(line.open))
        return " · ".join(parts)
