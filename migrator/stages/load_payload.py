"""SQL over staging that makes the rows of batches: keys, target ids, resolved lookups."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from migrator.model.loading import IdStrategy
from migrator.model.schema import Entity
from migrator.stages.load_order import Step
from migrator.store import names
from migrator.store.names import literal, quote

_KEY_LETTERS = 400
MEETS = "_meets"  # the column that names the record of others that a row is


@dataclass(frozen=True)
class Payload:
    """What is sent of one entity. `parents` are the entities by name with their ids' strategies;
    `only` is the quoted table of chosen golden ids, "" for all. `formula` resolves late lookups by
    computing the parent's id (targets without a second pass). With `meets` meeting_<entity> says
    which rows are records of others, and which are kept back. `landed` names the table that tells
    where the records of an entity are in the target."""

    step: Step
    ids: IdStrategy
    namespace: UUID
    parents: Mapping[str, tuple[Entity, IdStrategy]]
    only: str = ""
    formula: bool = False
    meets: bool = False
    landed: Callable[[str], str] = names.outcome

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
        if self.meets:
            columns.append(f"m.target_id as {MEETS}")
        return (
            f"select {', '.join([head, *columns])} from {self._source()} where {self._free()}"
            " order by r._gid"
        )

    def value_of(self, field: str) -> str:
        """SQL of what a row `r` holds in a field that is no lookup, or in its key."""
        if (field,) == self.entity.primary_key:
            return self._target_id({})
        return f"r.{quote(field)}"

    def gids(self) -> str:
        """The golden ids of `rows`, in no order."""
        return f"select r._gid from {self._source()} where {self._free()}"

    def held(self) -> str:
        """Chosen rows that are kept back: `_gid`, `field`, `code`, `detail`. They wait for a parent
        (which the detail names), or it is not clear which record of the target they are."""
        parts = [
            self._unresolved(field, f"p{n}") for n, field in enumerate(self.step.early)
        ]  # fmt: skip
        if self.meets:
            parts.append(
                f"select r._gid, '' as field, m.code, m.detail from {self._chosen()}"
                f" {self._meeting} where m.code is not null"
            )
        return " union all ".join(parts) or _NOTHING_HELD

    # -- what is linked

    def links(self, linked: str, clears: bool) -> str:
        """LINK batches' rows, in order of golden id: records that are there, with the late lookups
        whose parents are there too. Rows without any lookup clear the one that an earlier run
        filled (`linked`: quoted table of the keys that it did that for), and, with `clears`, what
        a record of others holds there."""
        joins, columns = [], []
        for n, field in enumerate(self.step.late):
            joins.append(self._parent_join(field, f"p{n}"))
            columns.append(f"p{n}.value as {quote(field)}")
        some = " or ".join(f"p{n}.value is not null" for n in range(len(self.step.late)))
        empty = " and ".join(f"r.{quote(field)} is null" for field in self.step.late)
        filled = f"{folded_key('r._key')} in (select key from {linked})"
        if clears:
            filled = f"({filled} or o.action = 'update')"
        if self.meets:
            columns.append(f"case when o.action = 'update' then o.target_id end as {MEETS}")
        return (
            f"select r._gid, {folded_key('r._key')} as _key, o.target_id, {', '.join(columns)}"
            f" from {self._chosen()} {' '.join(joins)}"
            f" join {quote(names.outcome(self.step.name))} o on o._gid = r._gid"
            f" where o.target_id is not null and ({some} or ({empty} and {filled}))"
            " order by r._gid"
        )

    def expected(self, linked: str) -> str:
        """Loaded rows in whose record something else stands than what was mapped: `_gid` and all
        fields as they should be there. `linked`: like the table of `links`, with `kept`."""
        late = tuple(f for f in self.step.load.fields if f not in self.fields)
        joins = [self._parent_join(field, f"p{n}") for n, field in enumerate(self.step.early)]
        joins += [self._formula_join(field, f"l{n}") for n, field in enumerate(self._formulas)]
        joins += [self._parent_join(field, f"w{n}") for n, field in enumerate(late)]
        value = {field: f"p{n}.value" for n, field in enumerate(self.step.early)}
        value |= {field: f"l{n}.value" for n, field in enumerate(self._formulas)}
        value |= {field: f"w{n}.value" for n, field in enumerate(late)}
        columns = ["r._gid"]
        for field in self.step.load.fields:
            # A JSON pointer (RFC 6901): fields may have any letter in their name.
            path = literal("/" + field.replace("~", "~0").replace("/", "~1"))
            kept = "x.kept" if field in late else "o.kept"
            columns.append(
                f"case when json_exists({kept}, {path}) then json_extract_string({kept}, {path})"
                f" else {value.get(field, f'r.{quote(field)}')} end as {quote(field)}"
            )
        return (
            f"select {', '.join(columns)} from {quote(names.ready(self.step.name))} r"
            f" join {quote(names.outcome(self.step.name))} o on o._gid = r._gid"
            f" left join {linked} x on x.key = {folded_key('r._key')} {' '.join(joins)}"
            " where o.state = 'loaded' and (o.kept is not null or x.kept is not null)"
        )

    def unlinked(self) -> str:
        """Loaded rows whose late lookups have no parent in the target, like `held`."""
        parts = [
            self._unresolved(
                field,
                f"p{n}",
                f" join {quote(self.landed(self.step.name))} o on o._gid = r._gid"
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
        if self.meets:
            joins.append(self._meeting)
        return " ".join([self._chosen(), *joins])

    @property
    def _meeting(self) -> str:
        return f"left join {quote(names.meeting(self.step.name))} m on m._gid = r._gid"

    def _free(self) -> str:
        waits = [
            f"(r.{quote(f)} is null or p{n}.value is not null)"
            for n, f in enumerate(self.step.early)
        ]
        if self.meets:
            waits.append("m.code is null")
        return " and ".join(waits) or "true"

    def _parent_join(self, field: str, alias: str) -> str:
        """The parents' outcome; `value` is what the lookup holds in the target."""
        parts = []
        for parent in self.step.load.lookups[field]:
            outcome, column = quote(self.landed(parent)), self._parent_column(field, parent)
            if column:
                parts.append(
                    f"select o._gid, g.{quote(column)} as value from {outcome} o"
                    f" join {quote(names.ready(parent))} g on g._gid = o._gid"
                    " where o.target_id is not null"
                )
            else:
                parts.append(
                    f"select _gid, target_id as value from {outcome} where target_id is not null"
                )
        return self._joined(field, alias, parts)

    def _formula_join(self, field: str, alias: str) -> str:
        parts = []
        for parent in self.step.load.lookups[field]:
            entity, ids = self.parents[parent]
            column = self._parent_column(field, parent)
            if not column and ids is IdStrategy.MAPPED:
                column = entity.primary_key[0]
            value = quote(column) if column else uuid5(self.namespace, parent, "_key")
            parts.append(f"select _gid, {value} as value from {quote(names.ready(parent))}")
        return self._joined(field, alias, parts)

    def _joined(self, field: str, alias: str, parts: Sequence[str]) -> str:
        # Golden ids tell feeds apart, so those of different entities are never the same.
        return (
            f"left join ({' union all '.join(parts)}) {alias}"
            f" on {alias}._gid = try_cast(r.{quote(field)} as bigint)"
        )

    def _parent_column(self, field: str, parent: str) -> str:
        """The field of `parent` that the lookup holds, "" for its key."""
        declared = [r for r in self.entity.relationships if r.field == field]
        several = len(self.step.load.lookups[field]) > 1
        named = next((r.parent_field for r in declared if not several or r.parent == parent), "")
        return "" if (named,) == self.parents[parent][0].primary_key else named

    def _target_id(self, resolved: Mapping[str, str]) -> str:
        if self.ids is IdStrategy.UUID:
            return uuid5(self.namespace, self.step.name, "r._key")
        if self.ids is IdStrategy.MAPPED:
            key = self.entity.primary_key[0]
            return resolved.get(key, f"r.{quote(key)}")
        return "''"

    def _unresolved(self, field: str, alias: str, more: str = "") -> str:
        parents = self.step.load.lookups[field]
        ready = " union all ".join(
            f"select _gid, _key, {literal(f'{parent} ')} as entity"
            f" from {quote(names.ready(parent))}"
            for parent in parents
        )
        unknown = literal(f"{' / '.join(parents)} ")
        return (
            f"select r._gid, {literal(field)} as field, 'parent_held_back' as code,"
            f" coalesce(g.entity, {unknown}) || coalesce(g._key, r.{quote(field)}) as detail"
            f" from {self._chosen()} {self._parent_join(field, alias)} left join ({ready}) g"
            f" on g._gid = try_cast(r.{quote(field)} as bigint){more}"
            f" where r.{quote(field)} is not null and {alias}.value is null"
        )


_NOTHING_HELD = "select 0::bigint as _gid, '' as field, '' as code, '' as detail where false"


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
