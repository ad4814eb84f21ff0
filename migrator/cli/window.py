"""kooch gui: the window, started as a program of its own. The engine knows nothing of it."""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
from pathlib import Path

import click

from migrator.cli.main import main
from migrator.errors import MigratorError

WINDOW_PROGRAM = "kooch-window"  # beside the command line in a frozen build


@main.command()
@click.argument("project", required=False, type=click.Path(path_type=Path))
def gui(project: Path | None) -> None:
    """Open the wizard, with PROJECT if given."""
    click.get_current_context().exit(subprocess.call(window_command(project)))


def window_command(project: Path | None) -> list[str]:
    """The command that opens the window; MigratorError where its part is not installed."""
    opened = [str(project)] if project else []
    if getattr(sys, "frozen", False):
        beside = Path(sys.executable).with_name(WINDOW_PROGRAM + Path(sys.executable).suffix)
        return [str(beside), *opened]
    if not is_installed():
        raise MigratorError(
            "The window is not installed.", hint="Install it with: pip install kooch[gui]"
        )
    return [sys.executable, "-m", "ui", *opened]


def is_installed() -> bool:
    """Whether the window's part is there."""
    return bool(getattr(sys, "frozen", False)) or importlib.util.find_spec("PySide6") is not None


def has_display() -> bool:
    """Whether there is a screen to open a window on."""
    if sys.platform in {"win32", "darwin"}:
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def open_window(project: Path) -> None:
    """Open the window on a project and go on without waiting for it."""
    subprocess.Popen(window_command(project), stdin=subprocess.DEVNULL, start_new_session=True)
