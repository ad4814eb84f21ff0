"""What became of every ready row, from the target's ledger alone."""

from __future__ import annotations

from migrator.model.issues import Severity
from migrator.stages.load_payload import Payload, folded_key
from migrator.store import names
from migrator.store.names import literal, quote
from migrator.store.staging import Staging
from migrator.targets.doors import LOADED, REFUSED, Door, Order


def write_outcome(
    staging: Staging, door: Door, order: Order, payload: Payload, run: int
) -> dict[str, int]:
    """Write outcome_<entity> as it stands for run `run`; returns rows by state. Rows that are in
    the target with older content because their change was refused count as rejected; they keep
    their target id."""
    name = order.entity.name
    known, refused = f"load_known_{name}", f"load_refused_{name}"
    staging.write(known, LOADED, door.loaded(order))
    staging.write(refused, REFUSED, door.refused(order))
    held = f"""select _gid, min(code) as code, min(detail) as detail
        from ({payload.held()}) group by _gid"""
    staging.create(
        names.outcome(name),
        f"""select r._gid,
            case when j.key is not null then 'rejected'
                 when x.key is not null then 'loaded' else 'pending' end as state,
            x.target_id, x.action,
            case when j.key is not null then j.code when x.key is null and h._gid is not null
                 then h.code end as code,
            case when j.key is not null then j.reason when x.key is null then h.detail end
                 as reason,
            try_cast(coalesce(j.batch_no, x.batch_no) as bigint) as batch_no,
            case when j.key is not null then 'reject' when x.key is null then 'wait'
                 when x.run <> {literal(str(run))} or json_exists(x.image, '$.same') then 'skip'
                 when x.image is null then 'create' else 'update' end as done,
            json_extract(x.image, '$.kept')::varchar as kept
            from {quote(names.ready(name))} r
            left join {quote(known)} x on x.key = {folded_key("r._key")}
            left join {quote(refused)} j on j.key = {folded_key("r._key")}
            left join ({held}) h on h._gid = r._gid""",
    )
    rows = staging.rows(f"select state, count(*) from {quote(names.outcome(name))} group by state")
    return {str(state): int(count) for state, count in rows}


def write_issues(staging: Staging, door: Door, links: Order | None, payload: Payload) -> int:
    """Write issues_load_<entity>; returns its rows."""
    name = payload.step.name
    outcome = quote(names.outcome(name))
    error, warning = literal(Severity.ERROR.value), literal(Severity.WARNING.value)
    parts = [
        f"""select _gid as row, '' as field, 'refused' as code, {error} as severity,
            null::varchar as value, code || ': ' || reason as detail
            from {outcome} where state = 'rejected'""",
        f"""select h._gid, h.field, h.code, {error},
            case when h.code = 'same_key' then h.detail end, h.detail
            from ({payload.held()}) h join {outcome} o on o._gid = h._gid
            where o.state = 'pending'""",
        f"""select _gid, field, 'parent_held_back', {warning}, null, detail
            from ({payload.unlinked()})""",
    ]
    refused = f"load_unlinked_{name}"
    if links is not None:
        staging.write(refused, REFUSED, door.refused(links))
        parts.append(
            f"""select r._gid, {literal(", ".join(links.fields))}, 'refused', {warning}, null,
                j.code || ': ' || j.reason from {quote(refused)} j
                join {quote(names.ready(name))} r on {folded_key("r._key")} = j.key"""
        )
    return staging.create(names.issues("load", name), " union all ".join(parts))


def linked_table(staging: Staging, door: Door, links: Order | None, entity: str) -> str:
    """Quoted table of the lookups that the second pass has filled so far: `key`, `kept`."""
    raw, table = f"load_links_{entity}", f"load_linked_{entity}"
    staging.write(raw, LOADED, door.loaded(links) if links else ())
    staging.create(
        table, f"select key, json_extract(image, '$.kept')::varchar as kept from {quote(raw)}"
    )
    return quote(table)
