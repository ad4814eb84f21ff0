"""Regular blocks of UTF-8 bytes: found by whole-block operations, parsed by Arrow.

A block is regular if every quote opens at the start of a cell, closes at its end or is doubled
inside, every record has the same number of cells and all bytes are text. Whatever else comes is
left to `records.split_records`; on regular blocks both agree, which a property test holds.
"""

from __future__ import annotations

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv as pa_csv

from migrator.sources.records import FIELD_LIMIT, Dialect

_BOM = b"\xef\xbb\xbf"
_TRIES = 8


def complete(data: bytes, quote: bytes, *, final: bool) -> int:
    """Where the last complete record of `data` ends, if quoting is regular; 0 if none is seen."""
    if final:
        return len(data)
    end = len(data) - data.endswith(b"\r")  # it may be half of a CRLF
    for _ in range(_TRIES):
        place = max(data.rfind(b"\n", 0, end), data.rfind(b"\r", 0, end))
        if place < 0:
            return 0
        if not quote or data.count(quote, 0, place) % 2 == 0:
            return place + 1
        end = data.rfind(quote, 0, place)
    return 0


def parse(data: bytes, dialect: Dialect, schema: pa.Schema) -> pa.Table | None:
    """The cells of complete records as string columns, empty ones NULL, blank lines left out;
    None if the block is not regular. `schema` is that of `ReadBatch.rows`."""
    quote = dialect.quote.encode()
    escaped = dialect.escape and dialect.escape.encode() in data
    if escaped or b"\0" in data or data.startswith(_BOM):
        return None
    quoted = bool(quote) and quote in data
    if quoted and not _quotes_are_regular(data, dialect.delimiter.encode(), quote):
        return None
    names = schema.names[1:]
    try:
        table = pa_csv.read_csv(
            pa.BufferReader(data),
            pa_csv.ReadOptions(column_names=names, block_size=len(data) + 1, use_threads=False),
            pa_csv.ParseOptions(
                delimiter=dialect.delimiter,
                quote_char=dialect.quote if quoted else False,
                double_quote=quoted,
                newlines_in_values=True,
            ),
            pa_csv.ConvertOptions(
                column_types=dict.fromkeys(names, pa.string()),
                strings_can_be_null=True,
                null_values=[""],
            ),
        )
    except pa.ArrowInvalid:
        return None
    longest = (pc.max(pc.binary_length(column)).as_py() for column in table.columns)
    if len(data) > FIELD_LIMIT and any((length or 0) > FIELD_LIMIT for length in longest):
        return None
    return table


def _quotes_are_regular(data: bytes, delimiter: bytes, quote: bytes) -> bool:
    """Whether each odd quote stands behind, each even one before a border or another quote."""
    framed = pa.py_buffer(b"\n" + data + b"\n")
    codes = pa.Array.from_buffers(pa.uint8(), len(framed), [None, framed])
    places = pc.indices_nonzero(pc.equal(codes, pa.scalar(quote[0], pa.uint8())))
    if len(places) % 2:
        return False
    borders = pa.array([delimiter[0], quote[0], 10, 13], pa.uint8())
    before = pc.is_in(codes.take(pc.subtract(places, 1)), borders)
    after = pc.is_in(codes.take(pc.add(places, 1)), borders)
    odd = _alternating(len(places))
    opens = pc.all(pc.or_(pc.invert(odd), before))
    return bool(opens.as_py()) and bool(pc.all(pc.or_(odd, after)).as_py())


def _alternating(length: int) -> pa.Array:
    """True, False, True ...: an array of `length`."""
    bits = pa.py_buffer(b"\x55" * (length // 8 + 1))
    return pa.Array.from_buffers(pa.bool_(), length, [None, bits])
