"""Fixtures for the readers."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def hostile(shared: Path) -> Path:
    """The folder of hostile files, generated once per version of their script: making the bombs
    takes most of a minute, so they are kept in the system's folder for temporary files."""
    script = shared / "bench" / "hostile" / "gen.py"
    version = hashlib.sha256(script.read_bytes()).hexdigest()[:12]
    place = Path(tempfile.gettempdir()) / f"kooch-hostile-{version}"
    if not (place / "manifest.json").is_file():
        making = Path(tempfile.mkdtemp(prefix="kooch-hostile-"))
        command = [sys.executable, str(script), str(making / "files")]
        subprocess.run(command, check=True, capture_output=True, timeout=300)
        try:
            os.replace(making, place)
        except OSError:  # another run was faster
            shutil.rmtree(making, ignore_errors=True)
    return place / "files"
