"""The composition root: application, log, crash reports, session, window."""

from __future__ import annotations

import argparse
import multiprocessing
import sys
from pathlib import Path

from PySide6 import __version__ as qt_version
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from migrator.errors import MigratorError
from ui import icons, theme
from ui.crash import Crashes
from ui.main_window import MainWindow
from ui.session import Session
from ui.settings import Settings
from ui.shell.preload import Preload
from ui.theme import Scheme
from ui.tour import Tour, stops


def check_qt() -> None:
    """Refuse the Qt that loses references to None on Python below 3.12 and then aborts."""
    found = tuple(int(part) for part in qt_version.split(".")[:2])
    if found >= (6, 12) and sys.version_info < (3, 12):
        raise MigratorError(
            f"PySide6 {qt_version} does not work with Python {sys.version_info.major}."
            f"{sys.version_info.minor}.",
            hint="Install PySide6_Essentials below 6.12, or use Python 3.12.",
        )


def make_app(settings: Settings) -> QApplication:
    """The application with its look; one a process."""
    check_qt()
    made = QApplication.instance()
    app = made if isinstance(made, QApplication) else QApplication(sys.argv[:1])
    app.setApplicationName("Kooch")
    app.setOrganizationName("Kooch")
    rtl = settings.language == "fa"
    app.setLayoutDirection(
        Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight
    )
    theme.apply(app, Scheme(settings.scheme))
    app.setWindowIcon(icons.icon("arrow-right-left", "accent"))
    return app


def release_clipboard() -> None:
    """Leave what was copied as plain text: an object of ours on the clipboard would outlive
    Python and take the process down with it."""
    clipboard = QApplication.clipboard()
    if clipboard.ownsClipboard():
        clipboard.setText(clipboard.text())


def arguments(words: list[str]) -> argparse.Namespace:
    """What stands on the command line."""
    parser = argparse.ArgumentParser(prog="kooch-window", description="The wizard of Kooch.")
    parser.add_argument("project", nargs="?", default="", help="project folder to open")
    parser.add_argument("--settings", type=Path, help="settings file to use instead of one's own")
    parser.add_argument("--tour", type=Path, metavar="DIR", help="picture every step, then end")
    parser.add_argument("--languages", default="en,fa", help="of the tour")
    parser.add_argument("--schemes", default="light,dark", help="of the tour")
    parser.add_argument("--sizes", default="1280x720", help="of the tour")
    return parser.parse_args(words)


def main(words: list[str]) -> int:
    """Open the window as the command line says; returns the exit code."""
    multiprocessing.freeze_support()
    asked = arguments(words)
    settings = Settings(asked.settings)
    app = make_app(settings)
    crashes = Crashes()
    crashes.install()
    session = Session()
    window = MainWindow(session, settings)
    crashes.happened.connect(window.crashed)
    window.show()
    Preload(window)
    if asked.project:
        window.open_project(str(Path(asked.project).expanduser().resolve()))
    if asked.tour:
        plan = stops(*(text.split(",") for text in (asked.languages, asked.schemes, asked.sizes)))
        Tour(window, asked.tour, list(plan))
    code = app.exec()
    release_clipboard()
    session.shutdown()
    crashes.remove()
    return code
