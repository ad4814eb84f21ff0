"""Reading single records out of the staging tables, whatever of them exists yet."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from migrator.model.plan import Plan
from migrator.model.schema import Entity
from migrator.model.text import Text
from migrator.store import names
from migrator.store.names import quote
from migrator.store.staging import Staging

Row = dict[str, Any]

# The fields that name a record to people, the best first.
NAMING = ("person_name", "company_name", "product_name", "last_name", "email", "code")


class Tables:
    """Rows by id; a table that does not exist yet has none."""

    def __init__(self, staging: Staging, plan: Plan) -> None:
        self.staging = staging
        self.plan = plan

    def rows(self, table: str, where: str, limit: int = 1000) -> list[Row]:
        """The rows of `table` for which the SQL condition holds, as dictionaries."""
        if not self.staging.exists(table):
            return []
        sql = f"select * from {quote(table)} where {where} limit {limit}"
        found: list[Row] = self.staging.table(sql).to_pylist()
        return found

    def one(self, table: str, where: str) -> Row | None:
        """The first such row, or None."""
        return next(iter(self.rows(table, where, 1)), None)

    def golden(self, entity: str, gid: int) -> Row | None:
        """The golden record."""
        return self.one(names.golden(entity), f"_gid = {int(gid)}")

    def row(self, entity: str, rid: int) -> Row | None:
        """The row after cleansing, or at least after mapping."""
        where = f"_rid = {int(rid)}"
        return self.one(names.clean(entity), where) or self.one(names.mapped(entity), where)

    def gid_of(self, entity: str, rid: int) -> int:
        """The golden record that a row became part of; 0 if none yet."""
        found = self.one(names.crosswalk(entity), f"_rid = {int(rid)}")
        return int(found["_gid"]) if found else 0

    def rids_of(self, entity: str, gid: int) -> list[int]:
        """The rows of a golden record, lowest first."""
        found = self.rows(names.crosswalk(entity), f"_gid = {int(gid)}")
        return sorted(int(row["_rid"]) for row in found)

    def name(self, entity: str, values: Row | None) -> str:
        """What people would call the record; "" if nothing names it."""
        if not values or not self.plan.target.schema.has(entity):
            return ""
        fields = self.plan.target.schema.entity(entity).fields
        by_meaning = {f.meaning: f.name for f in reversed(fields)}
        listed = [by_meaning[m] for m in NAMING if m in by_meaning]
        listed = [f.name for f in fields if f.name in {"name", "title"}] + listed
        return next((str(values[f]) for f in listed if values.get(f)), "")


def entity_label(plan: Plan, name: str) -> Text:
    """The entity as people call it."""
    if not plan.target.schema.has(name):
        return Text.of(name)
    return _label(plan.target.schema.entity(name))


def _label(entity: Entity) -> Text:
    return Text(entity.label or entity.name, entity.label_fa or entity.label or entity.name)


def field_label(plan: Plan, entity: str, field: str) -> Text:
    """The field as people call it."""
    fields: Iterable[Any] = ()
    if plan.target.schema.has(entity):
        fields = plan.target.schema.entity(entity).fields
    found = next((f for f in fields if f.name == field), None)
    if found is None:
        return Text.of(field)
    return Text(found.label or field, found.label_fa or found.label or field)
