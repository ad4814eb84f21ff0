"""Every icon is used, and every name that asks for one has its file."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ICONS = {path.stem for path in (ROOT / "resources" / "icons").glob("*.svg")}
NAME = r"[\"']([a-z0-9]+(?:-[a-z0-9]+)*)[\"']"
# A call that names its icon outright: first of all, by keyword, or after the words of a button.
ASKING = re.compile(
    rf"(?:\b(?:icon|pixmap|beside_words|EmptyState)\(\s*|\bicon=){NAME}"
    rf"|\bbutton\(\s*(?:self\.tr\((?:[^()]|\([^()]*\))*\)|\"\"),\s*{NAME}"
)


def test_icons_and_their_names_belong_together() -> None:
    quoted: set[str] = set()
    asked: dict[str, str] = {}
    for path in [*(ROOT / "ui").rglob("*.py"), *(ROOT / "migrator").rglob("*.py")]:
        text = path.read_text("utf-8")
        quoted.update(re.findall(NAME, text))
        for first, second in ASKING.findall(text):
            asked[first or second] = str(path.relative_to(ROOT))
    assert {name: path for name, path in asked.items() if name not in ICONS} == {}
    assert sorted(ICONS - quoted) == []
    assert len(asked) > 50, "the calls that ask for icons were not recognised"
