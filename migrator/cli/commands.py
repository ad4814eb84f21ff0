"""Every command, listed here: importing a module registers its commands."""

from migrator.cli import (
    contract,
    demo,
    documents,
    existing,
    moves,
    pilot,
    projects,
    rejects,
    sources,
    trace,
    window,
)
from migrator.cli.main import main

__all__ = [
    "contract",
    "demo",
    "documents",
    "existing",
    "main",
    "moves",
    "pilot",
    "projects",
    "rejects",
    "sources",
    "trace",
    "window",
]
