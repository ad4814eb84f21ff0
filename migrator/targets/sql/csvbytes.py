"""Columns as CSV bytes, made by Arrow: how COPY and LOAD DATA take rows."""

from __future__ import annotations

import base64

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv


def csv_bytes(rows: pa.Table) -> pa.Buffer:
    """Comma, double quote, line feed; no header. NULL is an empty cell and '' is `""`."""
    # A lone column must be quoted: a bare `\\.` on a line ends COPY.
    style = "all_valid" if rows.num_columns == 1 else "needed"
    options = pyarrow.csv.WriteOptions(include_header=False, quoting_style=style)
    sink = pa.BufferOutputStream()
    pyarrow.csv.write_csv(rows, sink, options)
    return sink.getvalue()


def decoded(column: pa.ChunkedArray) -> pa.Array:
    """base64 text as bytes; what is no base64 becomes NULL never: ValueError."""
    values = [None if v is None else base64.b64decode(v, validate=True) for v in column.to_pylist()]
    return pa.array(values, pa.binary())


def zero_or_one(column: pa.ChunkedArray) -> pa.ChunkedArray:
    """`true`/`false` as `1`/`0`; other text as it is."""
    column = pc.if_else(pc.equal(column, "true"), "1", column)
    return pc.if_else(pc.equal(column, "false"), "0", column)
