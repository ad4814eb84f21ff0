"""What stands in the way of a load: a target that is not what the plan was made for."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection

from migrator.databases.engine import dialect_of, driver_rows, driver_sql, quote
from migrator.databases.trouble import DRIVER_ERRORS, classify, words
from migrator.model.schema import Entity, Field, Schema


def differences(planned: Entity, schema: Schema) -> list[str]:
    """Sentences on what changed in the target since the plan's copy of its schema was taken, as far
    as it can harm a load. Bundled schemas have no native types: there only what is narrower
    counts."""
    if not schema.has(planned.name):
        return [f"{planned.name} is not in the target."]
    found = schema.entity(planned.name)
    there = {field.name: field for field in found.fields}
    told = []
    if found.primary_key != planned.primary_key:
        told.append(
            f"The primary key of {planned.name} was ({', '.join(planned.primary_key)}) and is"
            f" ({', '.join(found.primary_key)})."
        )
    for field in planned.fields:
        where = f"{planned.name}.{field.name}"
        if field.name not in there:
            told.append(f"{where} is not in the target any more.")
        else:
            told += _field_differences(where, field, there[field.name])
    known = {field.name for field in planned.fields}
    told += [
        f"{planned.name}.{field.name} is new in the target and required."
        for field in found.fields
        if field.required and field.name not in known
    ]
    told += [
        f"{planned.name} has a new unique key ({', '.join(key)})."
        for key in found.unique_keys
        if set(key) not in [set(known_key) for known_key in planned.unique_keys]
    ]
    return told


def _field_differences(where: str, planned: Field, found: Field) -> list[str]:
    told = []
    if planned.native_type and planned.native_type != found.native_type:
        told.append(f"{where} was {planned.native_type} and is {found.native_type}.")
    elif _narrower(found.length, planned.length):
        told.append(f"{where} took {_size(planned.length)} characters and takes {found.length}.")
    elif planned.precision and _narrower(found.precision, planned.precision):
        told.append(f"{where} took {planned.precision} digits and takes {found.precision}.")
    if found.required and not planned.required:
        told.append(f"{where} is required now.")
    return told


def _narrower(found: int | None, planned: int | None) -> bool:
    return found is not None and (planned is None or found < planned)


def _size(length: int | None) -> str:
    return "any number of" if length is None else str(length)


def rights(connection: Connection, entities: Sequence[Entity]) -> list[str]:
    """What we may not do, found out by doing it to no rows."""
    told = []
    for entity in entities:
        key, table = quote(connection, entity.primary_key[0]), quote(connection, entity.name)
        for verb, sql in (
            ("read", f"select {key} from {table} where 1 = 0"),
            ("insert into", f"insert into {table} ({key}) select {key} from {table} where 1 = 0"),
            ("update", f"update {table} set {key} = {key} where 1 = 0"),
        ):
            told += _tried(connection, sql, f"We may not {verb} {entity.name}")
    return told


def _tried(connection: Connection, sql: str, sentence: str) -> list[str]:
    try:
        with connection.begin_nested():
            driver_sql(connection, sql)
    except DRIVER_ERRORS as error:
        # A trigger or a missing default is no matter of rights: no row is sent here.
        return [f"{sentence}: {words(error)[1]}"] if classify(error) == "infrastructure" else []
    return []


def engine_troubles(connection: Connection, entities: Sequence[Entity]) -> list[str]:
    """Settings without which a batch would not be all or nothing, or values would be cut."""
    return _mysql(connection, entities) if dialect_of(connection) == "mysql" else []


def _mysql(connection: Connection, entities: Sequence[Entity]) -> list[str]:
    rows = driver_rows(
        connection,
        "select table_name, engine from information_schema.tables where table_schema = database()",
    )
    engines = {str(name): str(engine) for name, engine in rows}
    told = [
        f"{entity.name} is stored by {engines[entity.name]}, which knows no transactions:"
        " it must be InnoDB."
        for entity in entities
        if engines.get(entity.name, "InnoDB").lower() != "innodb"
    ]
    mode = str(driver_rows(connection, "select @@session.sql_mode")[0][0])
    if "STRICT_ALL_TABLES" not in mode:
        told.append("The server would cut values in silence: strict mode could not be set.")
    return told
