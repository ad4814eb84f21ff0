"""Compile the Windows installer around a frozen folder with makensis.

    python packaging/windows/installer.py [FOLDER]      (default: dist/kooch)

On another system the installer can be compiled too, to see that the script holds; what is shipped
is built on Windows.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

TOP = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(TOP))

from migrator import __version__  # noqa: E402


def main(folder: Path) -> int:
    """Compile; returns makensis' exit code."""
    program = shutil.which("makensis") or r"C:\Program Files (x86)\NSIS\makensis.exe"
    if not shutil.which(program):
        sys.stderr.write("makensis is missing: install NSIS (on Debian, apt install nsis).\n")
        return 2
    # The publisher's NSIS for Windows carries the x86 stub only, Debian's both.
    stub = "x86-unicode" if sys.platform == "win32" else "amd64-unicode"
    facts = {
        "VERSION": __version__,
        "FOLDER": str(folder),
        "OUT": str(TOP / "dist" / f"kooch-{__version__}-setup.exe"),
        "LICENSE_FILE": str(TOP / "LICENSE"),
        "STUB": stub,
    }
    defined = [f"-D{name}={value}" for name, value in facts.items()]
    script = TOP / "packaging" / "windows" / "kooch.nsi"
    return subprocess.call([program, "-V2", *defined, str(script)])


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1] if len(sys.argv) > 1 else TOP / "dist" / "kooch").resolve()))
