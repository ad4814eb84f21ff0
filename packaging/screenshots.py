"""Pictures of every step, both languages, both themes, two sizes, of the finished sample; the best
ones go where the README shows them.

    python packaging/screenshots.py             (needs a display: make screenshots gives one)
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

TOP = Path(__file__).resolve().parents[1]
ALL = TOP / "build" / "screenshots"
CHOSEN = TOP / "packaging" / "screenshots"
SHOWN = (
    "mapping_en_light_1280.png",
    "mapping_fa_dark_1280.png",
    "duplicates_fa_light_1280.png",
    "assess_en_dark_1280.png",
    "validation_en_light_1280.png",
    "verification_fa_light_1280.png",
)


def main() -> int:
    """Make them; returns the exit code of the tour."""
    shutil.rmtree(ALL, ignore_errors=True)
    ALL.mkdir(parents=True)
    command = [sys.executable, "-m", "migrator", "demo", "--dir", str(ALL / "demo"), "--no-open"]
    subprocess.run(command, cwd=TOP, check=True, stdout=subprocess.DEVNULL)
    project = str(ALL / "demo" / "sample.kooch")
    code = subprocess.call(
        [sys.executable, "-m", "ui", project, "--settings", str(ALL / "kooch.ini"),
         "--tour", str(ALL), "--sizes", "1280x720,1920x1080"],
        cwd=TOP,
    )  # fmt: skip
    CHOSEN.mkdir(exist_ok=True)
    for name in SHOWN:
        shutil.copy2(ALL / name, CHOSEN / name)
    return code


if __name__ == "__main__":
    sys.exit(main())
