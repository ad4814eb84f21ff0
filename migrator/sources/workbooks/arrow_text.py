"""Small column-wise helpers over Arrow arrays."""

from __future__ import annotations

import struct
from collections.abc import Callable, Sequence
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from migrator.sources.workbooks.base import damaged
from migrator.sources.workbooks.safe_xml import SafeParser

# A noncharacter that XML allows and no text uses: separates texts that are decoded together.
_SEPARATOR = "\ufdd0"


def one_string(data: bytes) -> pa.Array:
    """An array of one string over the bytes, without copying or checking them."""
    offsets = pa.py_buffer(struct.pack("<ii", 0, len(data)))
    return pa.Array.from_buffers(pa.string(), 1, [None, offsets, pa.py_buffer(data)])


def split(data: bytes, separator: str) -> pa.Array:
    """The pieces of `data` between separators, as strings."""
    return pc.split_pattern(one_string(data), pattern=separator).values


def map_distinct(array: pa.Array, change: Callable[[str], Any], to: pa.DataType) -> pa.Array:
    """`change` applied once per distinct value of a string array; nulls stay null."""
    coded = array.dictionary_encode()
    mapped = pa.array([change(value) for value in coded.dictionary.to_pylist()], to)
    return mapped.take(coded.indices)


def place(parts: Sequence[tuple[pa.Array, pa.Array]], length: int) -> pa.Array:
    """An array of `length` where each (positions, values) pair is put in place, else null."""
    if len(parts) == 1 and len(parts[0][0]) == length:
        return parts[0][1]
    positions = pa.concat_arrays([positions.cast(pa.int32()) for positions, _ in parts])
    values = pa.concat_arrays([values for _, values in parts])
    return values.take(pc.inverse_permutation(positions, max_index=length - 1))


def change_where(
    array: pa.Array, mask: pa.Array, change: Callable[[pa.Array], pa.Array]
) -> pa.Array:
    """The array with the masked values replaced by what `change` makes of them."""
    if not pc.any(mask).as_py():
        return array
    return pc.replace_with_mask(array, mask, change(array.filter(mask)))


def decode_references(texts: pa.Array, part: str) -> pa.Array:
    """Raw XML character data with its `&...;` references resolved; SourceError if one is bad."""
    has = pc.fill_null(pc.match_substring(texts, "&"), False)
    return change_where(texts, has, lambda raw: _decode(raw, part))


def _decode(raw: pa.Array, part: str) -> pa.Array:
    values = raw.to_pylist()
    joined = _SEPARATOR.join(values)
    pieces: list[str] = []
    parser = SafeParser(part, lambda _tag, _attributes: None, text=pieces.append)
    parser.feed(b"<t>")
    parser.feed(joined.encode())
    parser.feed(b"</t>", final=True)
    decoded = "".join(pieces).split(_SEPARATOR)
    if len(decoded) != len(values):
        raise damaged(f"the part {part!r} uses a character that no text may hold")
    return pa.array(decoded, pa.string())
