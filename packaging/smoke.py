"""Try a frozen Kooch as a user would: the whole sample job, and a window that shows every step.

    python packaging/smoke.py dist/kooch

The report must equal the one that the same job makes from source, cell for cell but for moments and
paths. On Linux the window needs a display (xvfb-run gives one).
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tempfile
from datetime import datetime
from pathlib import Path
from typing import Any

from openpyxl import load_workbook

SUFFIX = ".exe" if sys.platform == "win32" else ""
# What differs between two runs of the same job: ids (made of the project's own), fingerprints,
# moments, durations and folders.
VARIES = re.compile(
    r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|[0-9a-f]{32,64}"
    r"|2\d{3}-\d\d-\d\d[T ][\d:+.Z]+|\S*[/\\]\S*|\d+[.]\d+ s\b"
)


def main(folder: Path) -> int:
    """0 if everything is as from source."""
    command, window = folder / f"kooch{SUFFIX}", folder / f"kooch-window{SUFFIX}"
    with tempfile.TemporaryDirectory() as scratch:
        home = Path(scratch)
        frozen = demo([str(command)], home / "frozen")
        source = demo([sys.executable, "-m", "migrator"], home / "source")
        problems = compared(frozen, source)
        problems += toured(window, home / "frozen" / "sample.kooch", home / "tour")
    for problem in problems[:20]:
        sys.stderr.write(f"{problem}\n")
    sys.stdout.write(f"smoke test: {len(problems)} problems\n")
    return 1 if problems else 0


def demo(command: list[str], folder: Path) -> Path:
    """Run the whole sample job; returns the workbook of its sign-off pack."""
    subprocess.run(
        [*command, "demo", "--dir", str(folder), "--no-open"],
        check=True,
        stdout=subprocess.DEVNULL,
    )
    return folder / "sign-off" / "migration_report.xlsx"


def compared(frozen: Path, source: Path) -> list[str]:
    """What differs between two reports of the same job."""
    ours, theirs = cells(frozen), cells(source)
    missing = [f"sheet {name} is missing" for name in theirs.keys() ^ ours.keys()]
    if not theirs or not any(theirs.values()):
        return ["the report from source is empty"]
    return missing + [
        f"{name}: {a!r} is not {b!r}"
        for name in ours.keys() & theirs.keys()
        for a, b in zip(ours[name], theirs[name], strict=False)
        if a != b
    ]


def cells(path: Path) -> dict[str, list[Any]]:
    """The cells of every sheet, row by row."""
    book = load_workbook(path, read_only=True)
    try:
        return {
            sheet.title: [
                plain(value)
                for row in sheet.iter_rows(values_only=True)
                for value in row
                if value is not None
            ]
            for sheet in book.worksheets
        }
    finally:
        book.close()


def plain(value: Any) -> str:
    """A cell without what may differ between two runs."""
    if isinstance(value, float | datetime):
        return "*"
    return VARIES.sub("*", str(value))


def toured(window: Path, project: Path, pictures: Path) -> list[str]:
    """Open the window on the project, look at every step, and see that each was there."""
    subprocess.run(
        [str(window), str(project), "--settings", str(pictures.with_suffix(".ini")),
         "--tour", str(pictures), "--languages", "fa", "--schemes", "light"],
        check=False, timeout=300, env={**os.environ, "PYTHONUTF8": "1"},
    )  # fmt: skip
    told = pictures / "tour.json"
    if not told.is_file():
        return ["the window did not come to the end of its tour"]
    seen = json.loads(told.read_text("utf-8"))
    problems = [f"{one['picture']} was not shown" for one in seen if not one["shown"]]
    problems += [f"{one['picture']}: {one['banner']}" for one in seen if "خطا" in one["banner"]]
    return problems + ([] if len(seen) == 11 else [f"{len(seen)} steps instead of 11"])


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]).resolve()))
