"""SQL over staging that makes the rows of batches: keys, target ids, resolved lookups."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from migrator.model.loading import IdStrategy
from migrator.model.schema import Entity
from migrator.stages.load_order import Step
from migrator.store import names
from migrator.store.names import literal, quote

_KEY_LETTERS = 400


@dataclass(frozen=True)
class Payload:
    """What is sent of one entity. `parents` are the entities by name with their ids' strategies;
    `only` is the quoted table of chosen golden ids, "" for all. `formula` resolves late lookups by
    computing the parent's id (targets without a second pass)."""

    step: Step
    ids: IdStrategy
    namespace: UUID
    parents: Mapping[str, tuple[Entity, IdStrategy]]
    only: str = ""
    formula: bool = False

    @property
    def entity(self) -> Entity:
        return self.step.load.entity

    @property
    def fields(self) -> tuple[str, ...]:
        """The fields of LOAD batches."""
        late = () if self.formula else self.step.late
        return tuple(name for name in self.step.load.fields if name not in late)

    # -- what is loaded

    def rows(self) -> str:
        """LOAD batches' rows, in order of golden id."""
        resolved = {field: f"p{n}.value" for n, field in enumerate(self.step.early)}
        resolved |= {field: f"l{n}.value" for n, field in enumerate(self._formulas)}
        columns = [f"{resolved.get(f, f'r.{quote(f)}')} as {quote(f)}" for f in self.fields]
        target_id = self._target_id(resolved)
        head = f"r._gid, {folded_key('r._key')} as _key, {target_id} as target_id"
        return (
            f"select {', '.join([head, *columns])} from {self._source()} where {self._free()}"
            " order by r._gid"
        )

    def gids(self) -> str:
        """The golden ids of `rows`, in no order."""
        return f"select r._gid from {self._source()} where {self._free()}"

    def held(self) -> str:
        """Chosen rows that wait for a parent: `_gid`, `field`, `detail` (names the parent)."""
        parts = [
            self._unresolved(field, f"p{n}") for n, field in enumerate(self.step.early)
        ]  # fmt: skip
        return " union all ".join(parts) or _NOTHING_HELD

    # -- what is linked

    def links(self) -> str:
        """LINK batches' rows, in order of golden id: records that are there, with the late lookups
        whose parents are there too."""
        joins, columns = [], []
        for n, field in enumerate(self.step.late):
            joins.append(self._parent_join(field, f"p{n}"))
            columns.append(f"p{n}.value as {quote(field)}")
        some = " or ".join(f"p{n}.value is not null" for n in range(len(self.step.late)))
        return (
            f"select r._gid, {folded_key('r._key')} as _key, o.target_id, {', '.join(columns)}"
            f" from {self._chosen()} {' '.join(joins)}"
            f" join {quote(names.outcome(self.step.name))} o on o._gid = r._gid"
            f" where o.target_id is not null and ({some}) order by r._gid"
        )

    def unlinked(self) -> str:
        """Loaded rows whose late lookups have no parent in the target, like `held`."""
        parts = [
            self._unresolved(
                field,
                f"p{n}",
                f" join {quote(names.outcome(self.step.name))} o on o._gid = r._gid"
                " and o.target_id is not null",
            )
            for n, field in enumerate(() if self.formula else self.step.late)
        ]
        return " union all ".join(parts) or _NOTHING_HELD

    # -- parts

    @property
    def _formulas(self) -> tuple[str, ...]:
        return self.step.late if self.formula else ()

    def _chosen(self) -> str:
        ready = f"{quote(names.ready(self.step.name))} r"
        return f"{ready} semi join {self.only} c on c._gid = r._gid" if self.only else ready

    def _source(self) -> str:
        joins = [self._parent_join(field, f"p{n}") for n, field in enumerate(self.step.early)]
        joins += [self._formula_join(field, f"l{n}") for n, field in enumerate(self._formulas)]
        return " ".join([self._chosen(), *joins])

    def _free(self) -> str:
        waits = [
            f"(r.{quote(f)} is null or p{n}.value is not null)"
            for n, f in enumerate(self.step.early)
        ]
        return " and ".join(waits) or "true"

    def _parent_join(self, field: str, alias: str) -> str:
        """The parent's outcome; `value` is what the lookup holds in the target."""
        parent = self.step.load.lookups[field]
        outcome, ready = quote(names.outcome(parent)), quote(names.ready(parent))
        column = self._parent_column(field)
        if column:
            inner = (
                f"select o._gid, g.{quote(column)} as value from {outcome} o join {ready} g"
                " on g._gid = o._gid where o.target_id is not null"
            )
        else:
            inner = f"select _gid, target_id as value from {outcome} where target_id is not null"
        return f"left join ({inner}) {alias} on {alias}._gid = try_cast(r.{quote(field)} as bigint)"

    def _formula_join(self, field: str, alias: str) -> str:
        parent = self.step.load.lookups[field]
        entity, ids = self.parents[parent]
        column = self._parent_column(field)
        if not column and ids is IdStrategy.MAPPED:
            column = entity.primary_key[0]
        value = quote(column) if column else uuid5(self.namespace, parent, "_key")
        inner = f"select _gid, {value} as value from {quote(names.ready(parent))}"
        return f"left join ({inner}) {alias} on {alias}._gid = try_cast(r.{quote(field)} as bigint)"

    def _parent_column(self, field: str) -> str:
        """The parent's field that the lookup holds, "" for its key."""
        relationship = self.entity.relationship(field)
        named = relationship.parent_field if relationship else ""
        return (
            "" if (named,) == self.parents[self.step.load.lookups[field]][0].primary_key else named
        )

    def _target_id(self, resolved: Mapping[str, str]) -> str:
        if self.ids is IdStrategy.UUID:
            return uuid5(self.namespace, self.step.name, "r._key")
        if self.ids is IdStrategy.MAPPED:
            key = self.entity.primary_key[0]
            return resolved.get(key, f"r.{quote(key)}")
        return "''"

    def _unresolved(self, field: str, alias: str, more: str = "") -> str:
        parent = self.step.load.lookups[field]
        return (
            f"select r._gid, {literal(field)} as field,"
            f" {literal(parent + ' ')} || coalesce(g._key, r.{quote(field)}) as detail"
            f" from {self._chosen()} {self._parent_join(field, alias)}"
            f" left join {quote(names.ready(parent))} g"
            f" on g._gid = try_cast(r.{quote(field)} as bigint){more}"
            f" where r.{quote(field)} is not null and {alias}.value is null"
        )


_NOTHING_HELD = "select 0::bigint as _gid, '' as field, '' as detail where false"


def folded_key(key: str) -> str:
    """A source key as the ledger keeps it: very long ones end in their SHA-256."""
    return (
        f"case when length({key}) <= {_KEY_LETTERS} then {key}"
        f" else left({key}, {_KEY_LETTERS - 70}) || '#' || sha256({key}) end"
    )


def uuid5(namespace: UUID, entity: str, key: str) -> str:
    """SQL for the UUIDv5 (RFC 9562, 5.5) of `entity|key` in `namespace`, as text; `key` is a SQL
    expression."""
    head = literal(f"{entity}|")
    sha = f"sha1(unhex('{namespace.hex}') || encode({head} || {key}))"
    # Version 5 in the 13th digit; the 17th keeps two bits under the variant's two. (`translate`
    # would say the latter in one word, and cost more than all the rest.)
    digit = "substr(h, 17, 1)"
    variant = (
        f"case when {digit} in ('0', '4', '8', 'c') then '8'"
        f" when {digit} in ('1', '5', '9', 'd') then '9'"
        f" when {digit} in ('2', '6', 'a', 'e') then 'a' else 'b' end"
    )
    parts = (
        f"left(h, 8), '-', substr(h, 9, 4), '-5', substr(h, 14, 3), '-', {variant},"
        " substr(h, 18, 3), '-', substr(h, 21, 12)"
    )
    return f"list_transform([{sha}], lambda h: concat({parts}))[1]"
