"""What several of these tests share."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from migrator.model.plan import Plan
from migrator.workspace import Workspace
from tests.e2e.lives import Lives
from tests.unit.desks.loading_project import make


@pytest.fixture(scope="session")
def lives() -> Iterator[Lives]:
    """Processes of loaders, to be killed."""
    started = Lives()
    yield started
    started.close()


@pytest.fixture(scope="session")
def _made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("project") / "home"
    make(home)
    return home


@pytest.fixture
def project_in(_made: Path) -> Callable[[Path], Path]:
    """Puts a small project into a folder, with sources and a target of its own there."""

    def put(home: Path) -> Path:
        shutil.copytree(_made, home, dirs_exist_ok=True)

        def moved(plan: Plan) -> Plan:
            sources = (
                replace(s, uri=str(home / Path(s.uri).relative_to(_made))) for s in plan.sources
            )
            target = replace(plan.target, uri=f"sqlite:///{home / 'crm.sqlite'}")
            return replace(plan, sources=tuple(sources), target=target)

        with Workspace.open(home / "p.kooch") as workspace:
            workspace.edit("Moved", moved)
        return home / "p.kooch"

    return put
