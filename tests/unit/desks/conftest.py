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
    return home


@pytest.fixture
def loading_project(_made_loading_project: Path, tmp_path: Path) -> Iterator[Calls]:
    """A small project of its own, validated, nothing loaded."""
    shutil.copytree(_made_loading_project, tmp_path / "home")
    calls = Calls(tmp_path / "home")
    yield calls
    calls.close()
