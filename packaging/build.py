"""Freeze Kooch into one folder for the system that this runs on: dist/kooch.

python packaging/build.py            (make package does this, then smoke.py, then the installer)
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from importlib import metadata
from pathlib import Path

TOP = Path(__file__).resolve().parents[1]
DIST = TOP / "dist"
# Licences that must travel with the files; everything else says it in its own metadata.
NOTICE_HEAD = """Kooch is licensed under the Apache License 2.0 (see LICENSE).

Qt and PySide6 are used under the GNU LGPL version 3. They lie as separate libraries in this folder
and may be replaced by other versions of them; the licence permits reverse engineering for debugging
such changes. Their sources: the project "pyside-setup" and Qt at the version named below.

The typeface Vazirmatn is under the SIL Open Font License 1.1 (resources/fonts/OFL.txt), the icons
lucide under the ISC licence (resources/icons/LICENSE.txt).

This program contains:
"""


def main() -> int:
    """Translations, PyInstaller, notices; returns the exit code."""
    run(sys.executable, "-m", "ui.translations", "compile")
    shutil.rmtree(DIST / "kooch", ignore_errors=True)
    spec = TOP / "packaging" / "kooch.spec"
    run(sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN",
        "--distpath", str(DIST), "--workpath", str(TOP / "build"), str(spec))  # fmt: skip
    (DIST / "kooch" / "NOTICE.txt").write_text(notice(), "utf-8")
    return 0


def notice() -> str:
    """Name, version and licence of everything that is frozen with us."""
    lines = []
    for found in sorted(metadata.distributions(), key=lambda d: d.metadata["Name"].lower()):
        about = found.metadata
        licence = about.get("License-Expression") or about.get("License") or ""
        first = licence.strip().splitlines()[0] if licence.strip() else "see its own files"
        lines.append(f"  {about['Name']} {found.version}: {first}")
    return NOTICE_HEAD + "\n".join(lines) + "\n"


def run(*words: str) -> None:
    """Run a program from the top folder; a failure ends the build."""
    subprocess.run(words, cwd=TOP, check=True)


if __name__ == "__main__":
    sys.exit(main())
