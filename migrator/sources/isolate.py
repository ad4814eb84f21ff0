"""Readers in a process of their own: nothing a file contains can end or fill this one.

A child has a memory cap and a deadline, streams its batches through a pipe (the pipe's size is
the back-pressure) and is killed at once when nobody reads on. Whatever ends it - a signal, an
abort of native code, lack of memory, silence - becomes a SourceError that names the file.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import signal
import sys
import threading
import types
import weakref
from collections.abc import Iterator
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from typing import cast

import pyarrow as pa

from migrator.errors import SourceError
from migrator.model.source import SourceTable
from migrator.sources.base import OpenOptions, ReadBatch, TopRow, row_schema
from migrator.sources.memory import MEMORY_EXIT
from migrator.sources.worker import (
    BatchHead,
    Done,
    Opener,
    Recipe,
    Request,
    memory_error,
    serve,
)


@dataclass(frozen=True)
class Limits:
    """What a reader may use: MiB of address space, seconds between two batches, and seconds for
    listing the tables of a file."""

    memory_mb: int = 1024
    silence_s: float = 90.0
    discover_s: float = 300.0


class Readers:
    """The children of one source or folder: started when needed, used again, ended by `close`."""

    def __init__(self, limits: Limits = Limits()) -> None:
        self.limits = limits
        self._idle: list[_Child] = []
        self._busy: list[_Child] = []
        self._finalizer = weakref.finalize(self, _kill_all, self._idle, self._busy)

    @contextlib.contextmanager
    def lend(self) -> Iterator[_Child]:
        """A child for one conversation; it is killed unless the conversation came to its end."""
        child = self._idle.pop() if self._idle else _Child(self.limits.memory_mb)
        self._busy.append(child)
        try:
            yield child
        finally:
            if child in self._busy:
                self._busy.remove(child)
            if child.free:
                self._idle.append(child)
            else:
                child.kill()

    def close(self) -> None:
        """End all children; safe to call twice, and from another thread to stop a reader."""
        _kill_all(self._idle, self._busy)


class Isolated:
    """A Source that is read in a child process.

    `opener` is a module-level class or function `(Path, OpenOptions) -> Source`. The file is
    watched: if it changes after the first look, reading ends with a SourceError that says so.
    `peak_bytes` is the most memory a child has reported.
    """

    def __init__(
        self,
        opener: Opener,
        path: Path,
        options: OpenOptions,
        readers: Readers | None = None,
    ) -> None:
        self.path = path
        self.peak_bytes = 0
        self._recipe = Recipe(opener, path, options)
        self._readers = readers or Readers()
        self._stamp = _stamp(path)
        self._digest = ""

    def discover(self) -> tuple[SourceTable, ...]:
        """All tables of the file; SourceError after `Limits.discover_s` seconds."""
        return cast("tuple[SourceTable, ...]", self._ask(Request(self._recipe, "discover")))

    def top(self, table: str, limit: int) -> tuple[TopRow, ...]:
        """The first rows of a table as they stand, where its header can be chosen."""
        return cast("tuple[TopRow, ...]", self._ask(Request(self._recipe, "top", table, limit)))

    def _ask(self, request: Request) -> object:
        """The one answer to a request; SourceError after `Limits.discover_s` seconds."""
        for answer in self._converse(request, self._readers.limits.discover_s):
            if isinstance(answer, Done):
                return answer.value
        raise AssertionError("a conversation ends with Done")

    def read(self, table: str, limit: int | None = None) -> Iterator[ReadBatch]:
        """The records of one table; closing the generator kills the child at once."""
        request = Request(self._recipe, "read", table, limit)
        for answer in self._converse(request, self._readers.limits.silence_s):
            if isinstance(answer, ReadBatch):
                yield answer

    def identity(self) -> str:
        """SHA-256 of the file's bytes, in hex."""
        self._check_unchanged()
        if not self._digest:
            self._digest = digest(self.path)
        return self._digest

    def close(self) -> None:
        """End the children; safe to call twice."""
        self._readers.close()

    def _converse(self, request: Request, silence: float) -> Iterator[ReadBatch | Done]:
        """The answers to a request. Done comes last, and only after the file was found as it was;
        until then an error of the reader may be the change's doing, so that is told instead."""
        self._check_unchanged()
        with self._readers.lend() as child:
            for answer in child.ask(request, silence):
                if isinstance(answer, Done):
                    self.peak_bytes = max(self.peak_bytes, answer.peak_bytes)
                    self._check_unchanged()
                    if answer.error is not None:
                        raise answer.error
                yield answer

    def _check_unchanged(self) -> None:
        now = _stamp(self.path)
        if now == self._stamp:
            return
        if self._digest and digest(self.path) == self._digest:
            self._stamp = now
            return
        raise SourceError(
            f'"{self.path.name}" was changed while it was in use here.',
            hint="Close the program that writes to it, then open the file again.",
            path=str(self.path),
            reason="changed",
        )


class _Child:
    """One reader process and the pipe to it."""

    def __init__(self, memory_mb: int) -> None:
        context = get_context("spawn")
        # Arrow's default allocator reserves a GiB of addresses, which the child's cap would count;
        # it is chosen when Arrow is imported there.
        os.environ.setdefault("ARROW_DEFAULT_MEMORY_POOL", "system")
        self._connection, theirs = context.Pipe()
        self._process = context.Process(
            target=serve, args=(theirs, memory_mb), daemon=True, name="reader"
        )
        self.free = False
        with _light_main():
            self._process.start()
        theirs.close()

    def ask(self, request: Request, silence: float) -> Iterator[ReadBatch | Done]:
        """Send a request and yield what comes back; SourceError if the child dies or is silent."""
        path = request.recipe.path
        self.free = False
        try:
            self._connection.send(request)
            while True:
                answer = self._receive(path, silence)
                self.free = isinstance(answer, Done)
                yield answer
                if self.free:
                    return
        except (EOFError, OSError) as error:
            raise self._obituary(path) from error

    def _receive(self, path: Path, silence: float) -> ReadBatch | Done:
        if not self._connection.poll(silence):
            raise SourceError(
                f'Reading "{path.name}" gave no result for {silence:g} seconds and was stopped.',
                hint="Save the file anew in the program it comes from, or in a simpler format.",
                path=str(path),
                reason="deadline",
            )
        head = self._connection.recv()
        if not isinstance(head, BatchHead):
            return cast("Done", head)
        message = pa.py_buffer(self._connection.recv_bytes())
        rows = pa.ipc.read_record_batch(message, row_schema(head.columns))
        return ReadBatch(rows, head.unreadable, head.notes)

    def _obituary(self, path: Path) -> SourceError:
        with contextlib.suppress(ValueError):  # the process object was closed by `kill`
            self._process.join(2)
            code = self._process.exitcode
            if code == MEMORY_EXIT:
                return memory_error(path)
            if code is not None:
                return SourceError(
                    f'The reader died on "{path.name}" ({_cause(code)}).',
                    hint="The file is damaged, too large or made to do harm: open it in the program"
                    " it comes from and save it anew.",
                    path=str(path),
                    reason="died",
                    exit_code=code,
                )
        return SourceError(f'Reading "{path.name}" was stopped.', path=str(path), reason="stopped")

    def kill(self) -> None:
        """End the process now; safe to call twice."""
        self.free = False
        with contextlib.suppress(ValueError):  # already closed
            self._process.kill()
            self._process.join()
            self._process.close()
        self._connection.close()


def _kill_all(*groups: list[_Child]) -> None:
    for group in groups:
        while group:
            group.pop().kill()


def _cause(code: int) -> str:
    if code >= 0:
        return f"exit code {code}"
    try:
        return signal.Signals(-code).name
    except ValueError:
        return f"signal {-code}"


_MAIN_LOCK = threading.Lock()


@contextlib.contextmanager
def _light_main() -> Iterator[None]:
    """Start a child that does not import the program's main module again.

    `spawn` does so for the sake of functions defined there; a reader needs none, and importing
    the whole engine would make a child ten times slower to start.
    """
    with _MAIN_LOCK:
        main = sys.modules["__main__"]
        sys.modules["__main__"] = types.ModuleType("__main__")
        try:
            yield
        finally:
            sys.modules["__main__"] = main


def digest(path: Path) -> str:
    """SHA-256 of a file's bytes, in hex; SourceError if it cannot be read."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise _not_there(path, error) from error


def _stamp(path: Path) -> tuple[int, ...]:
    try:
        found = path.stat()
    except OSError as error:
        raise _not_there(path, error) from error
    return (found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino)


def _not_there(path: Path, error: OSError) -> SourceError:
    return SourceError(
        f'"{path.name}" cannot be opened: {error.strerror or type(error).__name__}.',
        hint="Check the path, and that you may read the file.",
        path=str(path),
    )
