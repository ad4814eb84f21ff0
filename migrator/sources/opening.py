"""Opening any source: a database URL, a file or a folder of files."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import unquote, urlsplit

from migrator.errors import SourceError
from migrator.sources.base import OpenOptions, Source
from migrator.sources.chosen import Chosen, has_types, without_types
from migrator.sources.database import DatabaseSource
from migrator.sources.folder import FolderSource
from migrator.sources.isolate import Isolated, Readers
from migrator.sources.kinds import SQLITE_MAGIC, kind_of

_DEFAULTS = OpenOptions()
_URL = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+://")


def open_source(uri: str, options: OpenOptions = _DEFAULTS) -> Source:
    """The source that `uri` names: a database URL, or the path of a file or folder.

    Files are told by their first bytes, then by their name, and are read in a child process with
    a memory cap and a deadline. SourceError if there is nothing there or nothing to read in it.
    Types chosen for columns stand in place of the reader's guesses.
    """
    if has_types(options):
        return Chosen(_open(uri, without_types(options)), options)
    return _open(uri, options)


def _open(uri: str, options: OpenOptions) -> Source:
    if _URL.match(uri) and not uri.lower().startswith("file://"):
        return DatabaseSource(uri, options)
    path = Path(unquote(urlsplit(uri).path) if uri.lower().startswith("file://") else uri)
    try:
        if path.is_dir():
            return FolderSource(path, options, open_file)
        return open_file(path, options)
    except OSError as error:
        raise SourceError(
            f'"{path.name or uri}" cannot be opened: {error.strerror or type(error).__name__}.',
            hint="Check the path, and that you may read it.",
            path=str(path),
            reason="missing" if isinstance(error, FileNotFoundError) else "access",
        ) from error


def open_file(path: Path, options: OpenOptions) -> Source:
    """The source in one file; OSError if it cannot be opened, SourceError if no kind fits."""
    with path.open("rb") as file:
        head = file.read(len(SQLITE_MAGIC))
    if head == SQLITE_MAGIC:
        return DatabaseSource(str(path), options)
    if not head:
        raise SourceError(
            f'"{path.name}" is empty: it has no bytes at all.', path=str(path), reason="empty"
        )
    kind = kind_of(path)
    return Isolated(kind.opener, path, options, Readers(kind.limits))
