"""Reading the target back, in the same canonical text that was loaded."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import pyarrow as pa
from sqlalchemy import Connection, Engine
from sqlalchemy.engine import URL

from migrator.databases.engine import Dialect, dialect_of, quote
from migrator.databases.native import column_sql
from migrator.databases.stream import stream
from migrator.databases.trouble import explained
from migrator.errors import TargetError
from migrator.model.schema import Entity, FieldType
from migrator.model.text import Text


def read_back(
    bind: Engine | Connection, entity: Entity, fields: Sequence[str], ids_sql: str | None = None
) -> Iterator[pa.RecordBatch]:
    """Records of `entity` as string columns: `target_id` (the primary key as text), then `fields`.

    `ids_sql` is a SELECT of one text column `target_id`: the ids to restrict to. Decimals carry the
    digits of their scale, moments no trailing zeros and, where the column knows a time zone,
    `+00:00`: compare numbers and moments by value. Raises TargetError.
    """
    columns = [replace(entity.field(_key(entity)), name="target_id")]
    columns += [entity.field(name) for name in fields]
    with explained(_url_of(bind), TargetError):
        yield from stream(bind, select_sql(bind, entity, fields, ids_sql), columns)


def select_sql(
    bind: Engine | Connection, entity: Entity, fields: Sequence[str], ids_sql: str | None = None
) -> str:
    """The SELECT that `read_back` runs."""
    dialect = dialect_of(bind)
    chosen = [entity.field(name) for name in (_key(entity), *fields)]
    columns = ", ".join(
        column_sql(quote(bind, field.name), field.native_type, dialect) for field in chosen
    )
    sql = f"select {columns} from {quote(bind, entity.name)}"
    if ids_sql is None:
        return sql
    is_uuid = chosen[0].type is FieldType.UUID
    if dialect == "mysql":
        # Both sides in one collation: only then does the server look ids up in a table made of them
        # once, instead of comparing every record with every id.
        ids_sql = f"select {_as_text('ours.target_id', dialect)} from ({ids_sql}) ours"
    return f"{sql} where {_as_text(quote(bind, chosen[0].name), dialect, is_uuid)} in ({ids_sql})"


def _as_text(column: str, dialect: Dialect, is_uuid: bool = False) -> str:
    """A key as the text that the ledger keeps."""
    if dialect == "mysql":
        return f"convert({column} using utf8mb4) collate utf8mb4_bin"
    if dialect == "mssql":
        text = f"cast({column} as nvarchar(450))"
        return f"lower({text})" if is_uuid else text
    return f"cast({column} as text)"


def _key(entity: Entity) -> str:
    if len(entity.primary_key) != 1:
        raise TargetError(
            Text(
                f"{entity.name} has no primary key of one column.",
                f"موجودیت «{entity.name}» کلید اصلی تک‌ستونی ندارد.",
            ),
            hint=Text(
                "Give it one: records are found again by it.",
                "چنین کلیدی به آن بدهید: رکوردها با آن بازیافته می‌شوند.",
            ),
            entity=entity.name,
        )
    return entity.primary_key[0]


def _url_of(bind: Engine | Connection) -> URL:
    return (bind if isinstance(bind, Engine) else bind.engine).url
