"""A pop-over with the profile of a column, opened from a grid's header."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from migrator.model.views.assess import ColumnDetail
from ui.latest import Latest
from ui.messages import Failure
from ui.operations import assess
from ui.session import Session
from ui.widgets.basic import label, set_kind
from ui.widgets.column_profile import ColumnProfileView

_SIZE = QSize(340, 440)


class ColumnPopover(QFrame):
    """Asks for a column of any staging or source table and shows its profile; Escape or a click
    beside it closes it. `open_at` puts it below a place on the screen, where there is room."""

    def __init__(
        self, session: Session, table: str, column: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        set_kind(self, "card")
        self.setAccessibleName(self.tr("Profile of a column"))
        self.view = ColumnProfileView()
        self.view.hide()
        self.told = label(self.tr("Looking at the column…"), "muted", wrap=True)
        inside = QWidget()
        box = QVBoxLayout(inside)
        box.setContentsMargins(14, 12, 14, 12)
        box.addWidget(self.told)
        box.addWidget(self.view)
        box.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        # The card behind shows through: a scroll area paints a ground of its own otherwise.
        area.viewport().setAutoFillBackground(False)
        inside.setAutoFillBackground(False)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, 1, 1, 1)
        outer.addWidget(area)
        self.resize(_SIZE)
        self._asked = Latest(self, self._show, self._fail)
        self._asked.ask(assess.column(session, table=table, column=column))

    def open_at(self, place: QPoint) -> None:
        """Open with the upper corner at `place`, moved so that all of it is on the screen."""
        screen = QGuiApplication.screenAt(place) or QGuiApplication.primaryScreen()
        room = screen.availableGeometry()
        corner = QPoint(place)
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            corner.setX(place.x() - self.width())
        wanted = QRect(corner, self.size())
        x = min(max(wanted.left(), room.left()), max(room.left(), room.right() - self.width()))
        y = min(max(wanted.top(), room.top()), max(room.top(), room.bottom() - self.height()))
        self.move(x, y)
        self.show()

    def _show(self, detail: Any) -> None:
        assert isinstance(detail, ColumnDetail)
        self.told.hide()
        self.view.show_detail(detail)
        self.view.show()

    def _fail(self, failure: Failure) -> None:
        self.told.setText(f"{failure.message} {failure.hint}".strip())
