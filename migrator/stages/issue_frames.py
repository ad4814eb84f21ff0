"""Issues gathered while rows stream past, and written as one table at the end."""

from __future__ import annotations

import polars as pl
import pyarrow as pa

from migrator.store.staging import Staging

ISSUE_SCHEMA = pa.schema(
    [
        ("row", pa.int64()),
        ("field", pa.string()),
        ("code", pa.string()),
        ("severity", pa.string()),
        ("value", pa.string()),
        ("detail", pa.string()),
    ]
)


class IssueFrames:
    """Issues of one entity in one stage, kept as columns."""

    def __init__(self) -> None:
        self._tables: list[pa.Table] = []
        self.count = 0

    def add(self, field: str, rows: pl.Series, found: pl.DataFrame) -> None:
        """Take the issues of one field of one batch: `found` holds `index` into `rows` (row ids),
        `code`, `severity`, `value`, `detail`."""
        if found.is_empty():
            return
        frame = found.select(
            rows.gather(found["index"]).cast(pl.Int64).alias("row"),
            pl.lit(field).alias("field"),
            pl.col("code").cast(pl.String),
            pl.col("severity").cast(pl.String),
            pl.col("value").cast(pl.String),
            pl.col("detail").cast(pl.String),
        )
        self._tables.append(frame.to_arrow().cast(ISSUE_SCHEMA))
        self.count += frame.height

    def write(self, staging: Staging, name: str) -> int:
        """Write the issues table, also when it is empty; returns rows."""
        batches = [batch for table in self._tables for batch in table.to_batches()]
        return staging.write(name, ISSUE_SCHEMA, batches)
