"""What is done with the mapping document as a whole."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMenu, QWidget

from ui import icons
from ui.pages.mapping import files
from ui.pages.mapping.errands import Errands


def document_menu(errands: Errands, parent: QWidget) -> QMenu:
    """Out to a file and in from one, versions, signatures, templates."""
    menu = QMenu(parent)
    out = menu.addMenu(
        icons.icon("file-down"), QCoreApplication.translate("Mapping", "Export the mapping…")
    )
    for ending, words in files.endings().items():
        out.addAction(words, partial(errands.export, ending))
    menu.addAction(
        icons.icon("upload"),
        QCoreApplication.translate("Mapping", "Import a mapping…"),
        errands.import_,
    )
    menu.addSeparator()
    menu.addAction(
        icons.icon("history"),
        QCoreApplication.translate("Mapping", "Versions…"),
        errands.open_versions,
    )
    menu.addAction(
        icons.icon("shield-check"),
        QCoreApplication.translate("Mapping", "Sign…"),
        errands.open_signing,
    )
    menu.addSeparator()
    menu.addAction(
        icons.icon("copy"),
        QCoreApplication.translate("Mapping", "Save as a template…"),
        errands.save_template,
    )
    menu.addAction(
        icons.icon("download"),
        QCoreApplication.translate("Mapping", "Apply a template…"),
        errands.take_template,
    )
    return menu
