"""What no linter knows: words that must not be in the house."""

from __future__ import annotations

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
