"""Cards, pills, buttons, labels: named kinds of control that the style sheet knows."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ui import icons
from ui.widgets.wrapped import Wrapped

GAP = 12
MARGIN = 16


def set_kind(widget: QWidget, kind: str) -> None:
    """Let the style sheet treat the widget as `kind`."""
    _set(widget, "kind", kind)


def set_tone(widget: QWidget, tone: str) -> None:
    """Let the style sheet colour the widget: ok, warn, error, info, violet or plain."""
    _set(widget, "tone", tone)


def _set(widget: QWidget, name: str, value: str) -> None:
    if widget.property(name) != value:
        widget.setProperty(name, value)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


def label(text: str = "", kind: str = "body", *, wrap: bool = False) -> QLabel:
    """A label of a kind: h1, h2, body, muted, small or value."""
    made = Wrapped(text) if wrap else QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    if QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft:
        # Figures and Latin names would stand at the left: a label goes by the text's direction.
        side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute
        made.setAlignment(side | Qt.AlignmentFlag.AlignVCenter)
    set_kind(made, kind)
    return made


def line() -> QFrame:
    """A thin line between things above each other."""
    made = QFrame()
    made.setFixedHeight(1)
    set_kind(made, "line")
    return made


def button(
    text: str,
    icon: str = "",
    *,
    primary: bool = False,
    danger: bool = False,
    flat: bool = False,
) -> QPushButton:
    """A push button with an icon of ours. `&` in `text` is shown as it is."""
    made = QPushButton(text.replace("&", "&&"))
    kind = "primary" if primary else "danger" if danger else "flat" if flat else "plain"
    set_kind(made, kind)
    if icon:
        tone = "on_accent" if primary else "error" if danger else "muted"
        made.setIcon(icons.beside_words(icon, tone) if text else icons.icon(icon, tone))
        made.setIconSize(QSize(22 if text else 16, 16))
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    return made


class Card(QFrame):
    """A white box with a thin border; put things into `body`."""

    def __init__(self, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_kind(self, "card")
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(MARGIN, MARGIN - 2, MARGIN, MARGIN - 2)
        self.body.setSpacing(GAP)
        self.heading: QLabel | None = None
        if title:
            self.heading = label(title, "h2")
            self.body.addWidget(self.heading)


class Pill(QLabel):
    """A short fact on a soft ground of its tone: ok, warn, error, info, violet or plain."""

    def __init__(self, text: str = "", tone: str = "plain", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        set_kind(self, "pill")
        set_tone(self, tone)


class SearchField(QLineEdit):
    """A line to type into, with a looking glass and a clear button."""

    def __init__(self, placeholder: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder)
        self.setClearButtonEnabled(True)
        glass = self.addAction(icons.icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        glass.setText(placeholder)  # the name of its button


class Kpi(QFrame):
    """One figure with what it counts."""

    def __init__(
        self, icon: str, value: str, told: str, tone: str = "info", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        set_kind(self, "card")
        row = QHBoxLayout(self)
        row.setContentsMargins(MARGIN, GAP, MARGIN, GAP)
        row.setSpacing(GAP)
        picture = QLabel()
        picture.setFixedSize(36, 36)
        picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        picture.setPixmap(icons.pixmap(icon, "accent" if tone in {"info", "plain"} else tone, 20))
        set_kind(picture, "pill")
        set_tone(picture, tone)
        picture.setStyleSheet("padding: 0; border-radius: 8px;")
        words = QVBoxLayout()
        words.setSpacing(0)
        self.value = label(value, "value")
        self.told = label(told, "small", wrap=True)
        words.addWidget(self.value)
        words.addWidget(self.told)
        row.addWidget(picture)
        row.addLayout(words, 1)
        self.setAccessibleName(f"{value} {told}")

    def show_value(self, value: str) -> None:
        """Show another figure."""
        self.value.setText(value)
        self.setAccessibleName(f"{value} {self.told.text()}")


class EmptyState(QWidget):
    """What a page shows while there is nothing to show: it teaches what to do."""

    def __init__(
        self,
        icon: str,
        title: str,
        text: str,
        action: str = "",
        callback: Callable[[], object] | None = None,
    ) -> None:
        super().__init__()
        box = QVBoxLayout(self)
        box.setAlignment(Qt.AlignmentFlag.AlignCenter)
        box.setSpacing(GAP)
        picture = QLabel()
        picture.setPixmap(icons.pixmap(icon, "faint", 48))
        picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        heading = label(title, "h2", wrap=True)
        words = label(text, "muted", wrap=True)
        words.setMaximumWidth(460)
        words.setMinimumWidth(320)
        for one in (heading, words):
            one.setAlignment(Qt.AlignmentFlag.AlignCenter)
        box.addStretch(1)
        box.addWidget(picture)
        box.addWidget(heading)
        box.addWidget(words, 0, Qt.AlignmentFlag.AlignHCenter)
        self.action: QPushButton | None = None
        if action and callback is not None:
            self.action = button(action, primary=True)
            self.action.clicked.connect(lambda: callback())
            box.addWidget(self.action, 0, Qt.AlignmentFlag.AlignHCenter)
        box.addStretch(2)
