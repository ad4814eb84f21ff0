"""Readers in a process of their own: whatever ends them, this process lives and says why."""

from __future__ import annotations

import ctypes
import multiprocessing
import os
import time
from collections.abc import Callable, Iterator
from multiprocessing.process import BaseProcess
from pathlib import Path

import pyarrow as pa
import pytest

from migrator.errors import SourceError
from migrator.model.source import SourceColumn, SourceTable
from migrator.sources.base import (
    CellNote,
    OpenOptions,
    ReadBatch,
    Unreadable,
    row_schema,
)
from migrator.sources.isolate import Isolated, Limits, Readers

OPTIONS = OpenOptions()
BEFORE: set[int | None] = set()


@pytest.fixture(autouse=True)
def _children_before() -> None:
    BEFORE.clear()
    BEFORE.update(child.pid for child in multiprocessing.active_children())


def fail(error: Exception) -> None:
    raise error


def chatter() -> None:
    os.write(1, b"noise\n")
    os.write(2, b"noise\n")


MISCHIEF: dict[str, Callable[[], object]] = {
    "segfault": lambda: ctypes.string_at(0),
    "abort": os.abort,
    "exit": lambda: os._exit(3),
    "memory": lambda: bytearray(2**32),
    "silence": lambda: time.sleep(60),
    "bug": lambda: fail(KeyError("secret cell")),
    "refuse": lambda: fail(SourceError("The sheet is locked.", hint="Unlock it.", sheet="x")),
    "noise": chatter,
}


class Odd:
    """A reader whose tables are ways to misbehave."""

    def __init__(self, path: Path, options: OpenOptions) -> None:
        self.path = path
        self.options = options

    def discover(self) -> tuple[SourceTable, ...]:
        if self.options.source.get("slow"):
            time.sleep(60)
        return (SourceTable("t", (SourceColumn("a"),)),)

    def read(self, table: str, limit: int | None = None) -> Iterator[ReadBatch]:
        if table != "good":
            yield batch(0)
        if table in MISCHIEF:
            MISCHIEF[table]()
        for number in range(1, 4 if limit is None else limit + 1):
            yield batch(number)

    def identity(self) -> str:
        return ""

    def close(self) -> None:
        return None


def batch(number: int) -> ReadBatch:
    rows = pa.record_batch([pa.array([number]), pa.array(["é"])], schema=row_schema(1))
    bad = (Unreadable(number, 9, "undecodable_bytes", "d", "t"),)
    return ReadBatch(rows, bad, (CellNote(number, 1, "nul_character", "v"),))


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.syspath_prepend(Path(__file__).parents[3])  # the child imports `Odd` from here
    path = tmp_path / "odd.bin"
    path.write_bytes(b"content")
    return path


def source(file: Path, limits: Limits | None = None, **options: object) -> Isolated:
    readers = Readers(limits or Limits(memory_mb=700, silence_s=20))
    return Isolated(Odd, file, OpenOptions(source=dict(options)), readers)


def own_children() -> list[BaseProcess]:
    """The readers started in this test; another fixture's engine process may live beside them."""
    return [child for child in multiprocessing.active_children() if child.pid not in BEFORE]


def no_children() -> bool:
    return not own_children()


def test_batches_come_through_whole(file: Path) -> None:
    reader = source(file)
    assert reader.discover() == Odd(file, OPTIONS).discover()
    got = list(reader.read("good"))
    expected = [batch(n) for n in (1, 2, 3)]
    assert [g.rows.to_pylist() for g in got] == [e.rows.to_pylist() for e in expected]
    assert [(g.unreadable, g.notes) for g in got] == [(e.unreadable, e.notes) for e in expected]
    assert got[0].rows.schema == row_schema(1)
    assert len(list(reader.read("good", limit=2))) == 2
    assert reader.peak_bytes > 0
    assert len(own_children()) == 1
    reader.close()
    reader.close()
    assert no_children()


@pytest.mark.parametrize(
    ("table", "reason", "words"),
    [
        ("segfault", "died", "SIGSEGV"),
        ("abort", "died", "SIGABRT"),
        ("exit", "died", "exit code 3"),
        ("memory", "memory", "more memory"),
        ("bug", None, "KeyError"),
    ],
)
def test_death_of_a_reader_is_an_error_that_names_the_file(
    file: Path, table: str, reason: str | None, words: str, capfd: pytest.CaptureFixture[str]
) -> None:
    reader = source(file)
    with pytest.raises(SourceError) as caught:
        list(reader.read(table))
    assert "odd.bin" in caught.value.message
    assert words in caught.value.message
    assert caught.value.details.get("reason") == reason
    assert "secret cell" not in str(caught.value)
    assert [b.rows.num_rows for b in reader.read("good")] == [1, 1, 1]
    reader.close()
    assert no_children()
    assert capfd.readouterr() == ("", "")


def test_readers_own_refusal_comes_out_as_it_is(file: Path) -> None:
    reader = source(file)
    with pytest.raises(SourceError) as caught:
        list(reader.read("refuse"))
    assert (caught.value.message, caught.value.hint) == ("The sheet is locked.", "Unlock it.")
    assert caught.value.details == {"sheet": "x"}
    reader.close()


def test_silence_ends_the_reader(file: Path) -> None:
    reader = source(file, Limits(silence_s=0.5))
    begun = time.monotonic()
    with pytest.raises(SourceError, match="no result for 0.5 seconds"):
        list(reader.read("silence"))
    assert time.monotonic() - begun < 10
    assert no_children()


def test_discovery_has_a_deadline(file: Path) -> None:
    with pytest.raises(SourceError, match="odd.bin"):
        source(file, Limits(discover_s=0.5), slow=True).discover()
    assert no_children()


def test_leaving_a_stream_kills_the_reader_at_once(file: Path) -> None:
    reader = source(file)
    stream = reader.read("silence")
    next(stream)
    begun = time.monotonic()
    stream.close()
    assert time.monotonic() - begun < 1
    assert no_children()


def test_two_streams_at_once_have_a_reader_each(file: Path) -> None:
    reader = source(file)
    pairs = list(zip(reader.read("good"), reader.read("good"), strict=True))
    assert all(a.rows.equals(b.rows) for a, b in pairs)
    assert len(pairs) == 3
    reader.close()
    assert no_children()


def test_readers_chatter_is_not_heard(file: Path, capfd: pytest.CaptureFixture[str]) -> None:
    reader = source(file)
    assert len(list(reader.read("noise"))) == 4
    reader.close()
    assert capfd.readouterr() == ("", "")


def test_a_file_that_changes_while_it_is_read_is_told(file: Path) -> None:
    reader = source(file)
    stream = reader.read("good")
    next(stream)
    file.write_bytes(b"other content")
    with pytest.raises(SourceError, match="was changed while it was in use"):
        list(stream)
    with pytest.raises(SourceError, match="was changed"):
        reader.discover()
    reader.close()


def test_a_file_that_was_only_touched_is_the_same(file: Path) -> None:
    reader = source(file)
    known = reader.identity()
    os.utime(file, (1, 1))
    assert len(list(reader.read("good"))) == 3
    assert reader.identity() == known
    assert known == "ed7002b439e9ac845f22357d822bac1444730fbdb6016d3ec9432297b9ec9f73"
    reader.close()


def test_a_missing_file_is_one_clear_sentence(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match='"gone.csv" cannot be opened: No such file'):
        source(tmp_path / "gone.csv")
