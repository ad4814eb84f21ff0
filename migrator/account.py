"""The row account: where every record that was read has ended, from the staging tables."""

from __future__ import annotations

from migrator.model.mapping import ROW_BITS
from migrator.model.plan import Plan, TableChoice
from migrator.model.reports import EntityAccount, RowAccount, TableAccount
from migrator.store import names
from migrator.store.names import quote
from migrator.store.staging import Staging


def row_account(staging: Staging, plan: Plan) -> RowAccount:
    """Count anew, from the tables themselves; stages that have not run count as nothing yet."""
    tables = [
        _table(staging, plan, spec.id, choice)
        for spec in plan.sources
        for choice in spec.tables
        if choice.keep
    ]
    return RowAccount(
        tables=tuple(tables), entities=tuple(_entity(staging, e) for e in plan.entities())
    )


def _table(staging: Staging, plan: Plan, source: str, choice: TableChoice) -> TableAccount:
    unreadable = staging.count(names.unreadable(choice.no))
    records = staging.count(names.raw(choice.no))
    used = _used(staging, plan, source, choice)
    return TableAccount(
        source=source,
        table=choice.table.name,
        read=records + unreadable,
        used=used,
        excluded=_excluded(staging, plan, source, choice, records),
        unreadable=unreadable,
    )


def _rows_of_feeds(staging: Staging, plan: Plan, source: str, table: str, kind: str) -> str | None:
    """SQL for the ordinals of one source table in mapped_* or excluded_*; None if no feed reads
    it. Counted apart from each other on purpose: a row in neither would break the balance."""
    parts = []
    for feed in plan.feeds:
        name = names.mapped(feed.entity) if kind == "mapped" else names.excluded(feed.entity)
        if feed.source == source and feed.table == table and staging.exists(name):
            low, high = feed.no << ROW_BITS, (feed.no + 1) << ROW_BITS
            parts.append(
                f"select _rid - {low} as ordinal from {quote(name)}"
                f" where _rid >= {low} and _rid < {high}"
            )
    return f"({' union '.join(parts)})" if parts else None


def _used(staging: Staging, plan: Plan, source: str, choice: TableChoice) -> int:
    mapped = _rows_of_feeds(staging, plan, source, choice.table.name, "mapped")
    return int(staging.scalar(f"select count(*) from {mapped} used")) if mapped else 0


def _excluded(staging: Staging, plan: Plan, source: str, choice: TableChoice, records: int) -> int:
    """Records that some feed's filter left out and no feed uses; all of them where no feed reads
    the table (it was kept to look at, not to move)."""
    gone = _rows_of_feeds(staging, plan, source, choice.table.name, "excluded")
    mapped = _rows_of_feeds(staging, plan, source, choice.table.name, "mapped")
    if gone is None or mapped is None:
        return records
    return int(staging.scalar(f"select count(*) from ({gone} except {mapped}) gone"))


def _entity(staging: Staging, entity: str) -> EntityAccount:
    golden = staging.count(names.golden(entity))
    mapped = staging.count(names.mapped(entity))
    absorbed = 0
    if staging.exists(names.golden(entity)):
        absorbed = int(
            staging.scalar(f"select coalesce(sum(_size - 1), 0) from {quote(names.golden(entity))}")
        )
    states: dict[str, int] = {}
    if staging.exists(names.outcome(entity)):
        sql = f"select state, count(*) from {quote(names.outcome(entity))} group by state"
        states = {state: int(count) for state, count in staging.rows(sql)}
    ready = staging.count(names.ready(entity))
    return EntityAccount(
        entity=entity,
        mapped=mapped,
        absorbed=absorbed,
        golden=golden,
        quarantined=staging.count(names.quarantine(entity)),
        ready=ready,
        loaded=states.get("loaded", 0),
        rejected=states.get("rejected", 0),
        pending=states.get("pending", 0) if states else ready,
    )
