"""The manifest of a pack: the SHA-256 of every file, in the form that `sha256sum -c` reads."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path

MANIFEST = "manifest.sha256"


def digest(path: Path) -> str:
    """The SHA-256 of a file's content in hexadecimal digits; raises OSError."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def write_manifest(folder: Path, files: Iterable[Path]) -> Path:
    """Write the manifest of `files`, which lie in `folder`, beside them; one that is there is
    replaced. Raises OSError."""
    path = folder / MANIFEST
    lines = [f"{digest(file)} *{file.name}\n" for file in files if file.name != MANIFEST]
    path.write_text("".join(lines), encoding="utf-8", newline="\n")
    return path
