"""What no linter knows: words that must not be in the house."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
FORBIDDEN = {
    "a registry's host": "pypi" + ".org",
    "a file host": "python" + "hosted",
    "a node registry": "registry." + "npmjs",
    "a package mirror": "deb." + "debian.org",
}


def tracked() -> list[Path]:
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True
    ).stdout
    return [ROOT / name for name in listed.decode().split("\0") if name]


@pytest.mark.parametrize(("what", "words"), FORBIDDEN.items())
def test_no_file_names(what: str, words: str) -> None:
    named = [p.name for p in tracked() if p.is_file() and words.encode() in p.read_bytes()]
    assert named == [], what


THREADS = re.compile(
    r"^\s*(import|from) (threading|multiprocessing|subprocess|concurrent)|QThread", re.M
)
MAY_START = {"jobs.py", "engine.py", "app.py", "translations.py"}


def test_threads_and_processes_of_the_window_live_in_one_place() -> None:
    found = {
        path.name
        for path in (ROOT / "ui").rglob("*.py")
        if THREADS.search(path.read_text("utf-8")) and path.name not in MAY_START
    }
    assert found == {"crash.py"}, "crash.py hooks into threading.excepthook and starts nothing"


def test_no_page_is_long() -> None:
    pages = (ROOT / "ui" / "pages").rglob("*.py")
    long = {p.name: n for p in pages if (n := len(p.read_text("utf-8").splitlines())) > 250}
    assert long == {}
