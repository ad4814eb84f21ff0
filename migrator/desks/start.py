"""How a project comes to be: opened, made, or the bundled sample."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from migrator import bundled, starting
from migrator.model.plan import Plan
from migrator.model.text import Text
from migrator.progress import NULL_PROGRESS, Progress
from migrator.workspace import Workspace


def open_project(folder: str) -> Workspace:
    """Open the project in `folder`; raises ProjectError."""
    return Workspace.open(Path(folder))


def create(folder: str, name: str, language: str = "en") -> Workspace:
    """Make an empty project in `folder`; raises ProjectError."""
    return Workspace.create(Path(folder), Plan(name=name, language=language))


_LANGUAGE = Text("Chose the language", "انتخاب زبان")
SAMPLES = ("northwind.sqlite", "legacy_customers.xlsx")
SAMPLE_TARGET = "crm.sqlite"


def sample(folder: str, language: str = "en", progress: Progress = NULL_PROGRESS) -> Workspace:
    """Make the sample project in `folder`: bundled legacy data, a new SQLite CRM beside the
    project, and every proposal accepted. Nothing is loaded yet."""
    home = Path(folder)
    uris = [str(bundled.sample_folder() / name) for name in SAMPLES]
    target = f"sqlite:///{home.with_name(SAMPLE_TARGET)}"
    workspace = starting.begin(home, uris, target, create=starting.BUNDLED)
    try:
        workspace.edit(_LANGUAGE, lambda plan: replace(plan, language=language))
        starting.propose_all(workspace, progress)
        workspace.run("validate", progress)
    except BaseException:
        workspace.close()
        raise
    return workspace
