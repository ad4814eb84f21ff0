"""Projects for the tests of the desks: made once, copied for each test."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.unit.desks.loading_project import Calls, make


@pytest.fixture(scope="session")
def _made_loading_project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("loading") / "home"
    make(home)
    shutil.copytree(home / "old", home.with_name("kept"))
    return home


@pytest.fixture(autouse=True)
def _sources_as_they_were(request: pytest.FixtureRequest) -> Iterator[None]:
    """All copies of the project read the same files: what a test did to them does not last."""
    yield
    made = {"_made_loading_project", "loading_project"} & {*request.fixturenames}
    if not made:
        return
    home: Path = request.getfixturevalue("_made_loading_project")
    for kept in home.with_name("kept").iterdir():
        shutil.copy2(kept, home / "old" / kept.name)


@pytest.fixture
def loading_project(_made_loading_project: Path, tmp_path: Path) -> Iterator[Calls]:
    """A small project of its own, validated, nothing loaded."""
    shutil.copytree(_made_loading_project, tmp_path / "home")
    calls = Calls(tmp_path / "home")
    yield calls
    calls.close()
