"""One engine for all tests of a file: forms change no project."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication

from tests.ui.warm import Warm
from ui.session import Session


@pytest.fixture(scope="module")
def asker(
    qapp: QApplication, tmp_path_factory: pytest.TempPathFactory, warm: Warm
) -> Iterator[Session]:
    """A session with an empty project open."""
    made = Session(engine=warm.lend())
    loop = QEventLoop()
    made.opened.connect(loop.quit)
    made.create(str(tmp_path_factory.mktemp("forms") / "empty.kooch"), "empty", "en")
    loop.exec()
    yield made
    made.shutdown()
    warm.take_back()
