"""Wide tables: hundreds of columns are read within the memory that a reader may have."""

from __future__ import annotations

from pathlib import Path

import pytest

from migrator.sources import tablereader
from migrator.sources.base import OpenOptions
from migrator.sources.opening import open_source
from tests.unit.sources.reading import delimited, gather, read_all

WIDTH, ROWS = 300, 1500


def wide(width: int, rows: int) -> bytes:
    head = ",".join(f"column_{n}" for n in range(width))
    lines = (",".join(f"{row}-{n} سلام" for n in range(width)) for row in range(rows))
    return "\n".join((head, *lines, "")).encode()


def test_three_hundred_columns_fit_into_a_reader(tmp_path: Path) -> None:
    file = tmp_path / "wide.csv"
    file.write_bytes(wide(WIDTH, ROWS))
    source = open_source(str(file), OpenOptions())
    try:
        content = gather(source.read(source.discover()[0].name))
    finally:
        source.close()
    assert (len(content.rows), len(content.rows[0])) == (ROWS, WIDTH)
    assert content.rows[-1][-1] == f"{ROWS - 1}-{WIDTH - 1} سلام"
    assert content.ordinals == list(range(1, ROWS + 1))


def test_in_windows_a_table_reads_as_in_one_block(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = wide(7, 40)
    whole = read_all(delimited(tmp_path, data))
    monkeypatch.setattr(tablereader, "ARROW_BYTES", 100)
    monkeypatch.setattr(tablereader, "WINDOW", 300)
    assert read_all(delimited(tmp_path, data)) == whole
