"""The fast way and the exact way through a table give the same, whatever the bytes."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from migrator.sources import tablereader
from migrator.sources.encoding import to_utf8
from migrator.sources.records import Dialect
from migrator.sources.tablereader import TableReader, take
from tests.unit.sources.reading import Content, gather

PIECES = st.sampled_from(
    [
        "a",
        "b",
        " ",
        "é",
        "گ",
        '"',
        '""',
        ",",
        ",",
        "\n",
        "\n",
        "\r\n",
        "\r",
        '"a"',
        ',"',
        '",',
        "\0",
    ]
)
TEXT = st.lists(PIECES, max_size=40).map("".join)
SETTINGS = settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@contextmanager
def window(size: int) -> Iterator[None]:
    """Small windows, so that short texts have several."""
    usual = tablereader.WINDOW
    tablereader.WINDOW = size
    try:
        yield
    finally:
        tablereader.WINDOW = usual


def read(
    data: bytes, cuts: list[int], width: int, *, fast: bool, limit: int | None = None
) -> Content:
    reader = TableReader("t", Dialect(), width, "utf-8")
    reader._fast = fast
    places = [0, *sorted(cut % (len(data) + 1) for cut in cuts), len(data)]
    blocks = [data[a:b] for a, b in zip(places, places[1:], strict=False) if a < b]
    return gather(take(reader.batches(blocks, 1, 0), limit))


@SETTINGS
@given(TEXT, st.binary(max_size=2), st.lists(st.integers(0, 200), max_size=3), st.integers(1, 3))
def test_fast_and_slow_agree(text: str, junk: bytes, cuts: list[int], width: int) -> None:
    data = text.encode() + junk
    with window(8):
        fast = read(data, cuts, width, fast=True)
    assert fast == read(data, [], width, fast=False)


@SETTINGS
@given(TEXT, st.integers(0, 6), st.integers(1, 3))
def test_limit_gives_the_beginning_of_the_same(text: str, limit: int, width: int) -> None:
    data = text.encode()
    everything = read(data, [5, 11], width, fast=True)
    part = read(data, [5, 11], width, fast=True, limit=limit)
    count = sum(ordinal <= limit for ordinal in everything.ordinals)
    assert part.rows == everything.rows[:count]
    assert part.unreadable == [u for u in everything.unreadable if u.ordinal <= limit]
    assert part.notes == [n for n in everything.notes if n.ordinal <= limit]


CELLS = st.text(st.characters(exclude_characters="\0", exclude_categories=("Cs",)), max_size=8)


@SETTINGS
@given(st.lists(st.tuples(CELLS, CELLS, CELLS), max_size=12), st.sampled_from(["\n", "\r\n"]))
@pytest.mark.parametrize("quoting", [csv.QUOTE_MINIMAL, csv.QUOTE_ALL], ids=["minimal", "all"])
def test_what_was_written_is_read(quoting: int, rows: list[tuple[str, ...]], newline: str) -> None:
    if quoting == csv.QUOTE_MINIMAL:  # Python 3.11 writes a lone CR without quotes
        rows = [tuple(cell.replace("\r", "") for cell in row) for row in rows]
    out = io.StringIO()
    csv.writer(out, quoting=quoting, lineterminator=newline).writerows(rows)
    content = read(out.getvalue().encode(), [7], 3, fast=True)
    assert content.rows == [tuple(cell or None for cell in row) for row in rows]
    assert not content.unreadable
    assert not content.notes


@settings(SETTINGS, max_examples=30)
@given(st.lists(st.tuples(CELLS, CELLS), max_size=8), st.integers(1, 9))
@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-8"])
def test_encodings_survive_any_block_size(
    encoding: str, rows: list[tuple[str, ...]], size: int
) -> None:
    out = io.StringIO()
    csv.writer(out, quoting=csv.QUOTE_ALL).writerows(rows)
    data = out.getvalue().encode(encoding)
    blocks = to_utf8((data[i : i + size] for i in range(0, len(data), size)), encoding)
    content = gather(TableReader("t", Dialect(), 2, encoding).batches(blocks, 1, 0))
    assert content.rows == [tuple(cell or None for cell in row) for row in rows]


def test_each_record_has_one_fate_and_a_line() -> None:
    data = b'1,a\n2,"b\nc"\n\n3,c,d\n  \n4\n5,"x"y\n6,\xff\n7,"e\nf",\n8,ok\n'
    content = read(data, [], 2, fast=True)
    assert list(zip(content.ordinals, content.rows, strict=True)) == [
        (1, ("1", "a")),
        (2, ("2", "b\nc")),
        (4, ("4", None)),
        (8, ("8", "ok")),
    ]
    assert [(u.ordinal, u.line, u.code) for u in content.unreadable] == [
        (3, 5, "too_many_cells"),
        (5, 8, "unreadable_record"),
        (6, 9, "undecodable_bytes"),
        (7, 10, "too_many_cells"),
    ]
    assert [(n.ordinal, n.column, n.code) for n in content.notes] == [(4, 2, "too_few_cells")]
