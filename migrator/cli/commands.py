"""Every command, listed here: importing a module registers its commands."""

from migrator.cli import demo, projects, sources, window
from migrator.cli.main import main

__all__ = ["demo", "main", "projects", "sources", "window"]
