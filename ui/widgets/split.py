"""Parts beside each other with a gap between them that can be dragged."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter

GAP = 10


class Split(QSplitter):
    """A horizontal splitter whose parts never vanish."""

    def __init__(self) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setHandleWidth(GAP)
        self.setChildrenCollapsible(False)
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            # Qt puts the parts of a mirrored splitter one pixel too far right (6.11), where the
            # border of the first would be cut.
            self.setContentsMargins(0, 0, 1, 0)
