"""The child's side of a guarded reader: takes requests from a pipe, streams answers back.

It imports nothing but Arrow and the noun modules; the reader itself arrives with the first
request as a class, which unpickling imports: a child loads only what its kind of file needs.
"""

from __future__ import annotations

import os
import signal
import sys
import traceback
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path

import pyarrow as pa

from migrator.errors import SourceError
from migrator.sources.base import (
    CellNote,
    HeadedSource,
    OpenOptions,
    ReadBatch,
    Source,
    Unreadable,
    row_schema,
)
from migrator.sources.memory import cap_memory, peak_memory

Opener = Callable[[Path, OpenOptions], Source]


@dataclass(frozen=True)
class Recipe:
    """How a child opens a file: `opener` is a module-level class or function (picklable)."""

    opener: Opener
    path: Path
    options: OpenOptions


@dataclass(frozen=True)
class Request:
    """`operation` is `discover` (the answer's value are the tables), `top` (its value are rows as
    they stand) or `read` (batches)."""

    recipe: Recipe
    operation: str
    table: str = ""
    limit: int | None = None


@dataclass(frozen=True)
class BatchHead:
    """Announces a batch: its Arrow IPC message follows as raw bytes."""

    columns: int
    unreadable: tuple[Unreadable, ...]
    notes: tuple[CellNote, ...]


@dataclass(frozen=True)
class Done:
    """The end of an answer: `value` of the operation or the `error` that ended it."""

    value: object = None
    error: SourceError | None = None
    peak_bytes: int = 0


def serve(connection: Connection, memory_mb: int) -> None:
    """Answer requests until the other end closes."""
    _be_quiet()
    cap_memory(memory_mb)
    opened: tuple[Recipe, Source] | None = None
    try:
        while True:
            request = connection.recv()
            if opened is not None and opened[0] != request.recipe:
                opened[1].close()
                opened = None
            opened = _answer(connection, request, opened)
    except (EOFError, ConnectionError):
        return
    finally:
        if opened is not None:
            opened[1].close()


def _be_quiet() -> None:
    """Ctrl-C is the parent's business, and a native abort must not write over its terminal."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    null = os.open(os.devnull, os.O_WRONLY)
    for stream in (1, 2):
        os.dup2(null, stream)
    os.close(null)
    if sys.stdout is None:  # a program without a console
        sys.stdout = sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115


def _answer(
    connection: Connection, request: Request, opened: tuple[Recipe, Source] | None
) -> tuple[Recipe, Source] | None:
    value: object = None
    error: SourceError | None = None
    try:
        if opened is None:
            opened = (request.recipe, request.recipe.opener(*_place(request.recipe)))
        source = opened[1]
        if request.operation == "discover":
            value = source.discover()
        elif request.operation == "top":
            value = _top(source, request)
        else:
            _send_batches(connection, source.read(request.table, request.limit))
    except ConnectionError:
        raise
    except Exception as problem:  # noqa: BLE001 - the border of the process: all of it is told
        error = _as_source_error(problem, request.recipe.path)
    connection.send(Done(value, error, peak_memory()))
    return opened


def _top(source: Source, request: Request) -> object:
    return source.top(request.table, request.limit or 0) if isinstance(source, HeadedSource) else ()


def _place(recipe: Recipe) -> tuple[Path, OpenOptions]:
    return recipe.path, recipe.options


def _send_batches(connection: Connection, batches: Iterator[ReadBatch]) -> None:
    for batch in batches:
        columns = batch.rows.num_columns - 1
        if not batch.rows.schema.equals(row_schema(columns)):
            raise ValueError(f"a batch of {columns} columns is not of the schema of rows")
        connection.send(BatchHead(columns, batch.unreadable, batch.notes))
        connection.send_bytes(batch.rows.serialize())


def _as_source_error(problem: Exception, path: Path) -> SourceError:
    if isinstance(problem, SourceError):
        return problem
    if isinstance(problem, MemoryError):
        return memory_error(path, "".join(traceback.format_exception(problem)))
    if isinstance(problem, OSError) and not isinstance(problem, pa.ArrowException):
        reason = problem.strerror or type(problem).__name__
        return SourceError(
            f'"{path.name}" cannot be read: {reason}.',
            hint="Check that the file exists, that you may read it and that no program locks it.",
            path=str(path),
        )
    return SourceError(
        f'The reader failed on "{path.name}" ({type(problem).__name__}).',
        hint="The file is probably damaged: open it in the program it comes from and save it anew.",
        path=str(path),
        traceback="".join(traceback.format_exception(problem)),
    )


def memory_error(path: Path, trace: str = "") -> SourceError:
    """Reading this file needs more memory than a reader may have."""
    return SourceError(
        f'"{path.name}" needs more memory to read than a reader may have.',
        hint="Split the file, or save it as CSV, and try again.",
        path=str(path),
        reason="memory",
        traceback=trace,
    )
