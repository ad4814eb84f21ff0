"""Where the bundled files are: beside the packages, also in a frozen program."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).resolve().parents[1] / "resources"


def path(*parts: str) -> Path:
    """A file or folder under `resources/`."""
    return ROOT.joinpath(*parts)
