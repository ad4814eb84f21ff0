"""Runs that send a part: replays of what is not in the target, deltas of a newer snapshot.

What was loaded is known by the target's ledger and by a digest of every record's mapped values,
kept when it was loaded; both are compared in SQL. Where the digests are lost, or a run was taken
back, every record that the ledger knows travels, and the ledger tells what has not changed.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from migrator.errors import PlanError, TargetError
from migrator.model.codec import fingerprint
from migrator.model.loading import RunKind
from migrator.model.plan import Plan
from migrator.model.text import Text
from migrator.pipeline import STAGES, Inputs
from migrator.progress import Progress
from migrator.project.records import Run
from migrator.rejected import states
from migrator.stages.load_meeting import ledger_table, read_ledger
from migrator.stages.load_order import Step
from migrator.stages.load_payload import folded_key
from migrator.stages.load_section import LoadSection, Payloads
from migrator.store import names
from migrator.store.names import literal, quote
from migrator.store.staging import Staging
from migrator.targets.opening import door_of

if TYPE_CHECKING:
    from migrator.workspace import Workspace

NEW, CHANGED, SAME = "new", "changed", "same"
REGROUPED, HELD, VANISHED = "regrouped", "held", "vanished"
KINDS = (NEW, CHANGED, SAME, REGROUPED, HELD, VANISHED)
TOLD = {
    RunKind.PILOT: Text("pilot", "آزمایشی"),
    RunKind.FULL: Text("full", "کامل"),
    RunKind.REPLAY: Text("replay", "ارسال دوباره"),
    RunKind.DELTA: Text("delta", "تفاضلی"),
    RunKind.ROLLBACK: Text("rollback", "بازگردانی"),
}


# -- what a part rests on


def base(workspace: Workspace) -> Run | None:
    """The newest finished run after which everything planned was tried; None before the first."""
    done = (r for r in reversed(workspace.runs()) if r.state in {"done", "attention"})
    return next((run for run in done if run.kind.whole), None)


def basis(workspace: Workspace, inputs: Inputs) -> dict[str, str]:
    """What a run rested on, in three parts: the data read, the rules that name and shape records,
    and how values are cleaned and checked."""
    plan = inputs.plan
    shaped = (
        STAGES["map"].key(inputs), plan.matching, plan.survivorship, plan.target.uri,
        plan.target.schema, plan.system, plan.loading.matching, plan.loading.mode,
    )  # fmt: skip
    return {
        "data": workspace.pipeline.digest("extract", inputs),
        "rules": fingerprint("rules", *shaped),
        "cleaning": fingerprint("cleaning", plan.recipes, plan.checking, plan.waivers),
    }


def follows(workspace: Workspace, kind: RunKind) -> bool:
    """Whether a partial run goes on from an approved one by itself: a replay where only cleansing
    and checks changed since, a delta where only the data did."""
    found = base(workspace)
    then = found.facts.get("basis") if found else None
    if not then:
        return False
    now = basis(workspace, workspace.inputs())
    same = ("data", "rules") if kind is RunKind.REPLAY else ("rules", "cleaning")
    return all(now[part] == then.get(part) for part in same)


def newer(workspace: Workspace) -> bool:
    """Whether the data were read anew since the last whole run."""
    found = base(workspace)
    then = (found.facts.get("basis") or {}).get("data") if found else None
    return then is not None and then != workspace.pipeline.digest("extract", workspace.inputs())


def require(plan: Plan, found: Run | None, kind: RunKind) -> None:
    """Raises PlanError where a partial run has nothing to go on from, or rows have no key."""
    if found is None:
        raise PlanError(
            Text("Nothing was loaded in full yet.", "هنوز هیچ اجرای کاملی انجام نشده است."),
            hint=Text("Make a full run first.", "نخست یک اجرای کامل انجام دهید."),
        )
    keyless = [feed for feed in plan.feeds if not feed.key]
    if kind is RunKind.DELTA and keyless:
        tables = ", ".join(dict.fromkeys(feed.table for feed in keyless))
        raise PlanError(
            Text(
                f"A delta run needs a source key, and the rows of {tables} have none: they cannot"
                " be found again in a newer snapshot.",
                f"اجرای تفاضلی به کلید مبدأ نیاز دارد و ردیف‌های «{tables}» کلید ندارند: در "
                "داده‌های تازه نمی‌شود بازشان یافت.",
            ),
            hint=Text(
                "Choose the columns that name a row in Map, or make a full run.",
                "در گام نگاشت ستون‌هایی را که هر ردیف را می‌شناسانند برگزینید، یا اجرای کامل کنید.",
            ),
        )


# -- choosing


def choose(
    workspace: Workspace, section: LoadSection, kind: RunKind, progress: Progress
) -> LoadSection:
    """The section of a partial run: only records that are not in the target yet (replay), and those
    that changed (delta). Writes chosen_<entity>, and delta_<entity> of a delta. The target is read
    only."""
    if not section.target.capabilities.exactly_once:
        raise TargetError(
            Text(
                "A folder of files takes whole runs only.",
                "پوشه‌ی پرونده‌ها را فقط می‌شود با اجرای کامل پر کرد.",
            ),
            hint=Text("Make a full run.", "اجرای کامل انجام دهید."),
        )
    staging = workspace.staging
    payloads = Payloads(staging, section, door_of(section.target).links)
    for place, step in enumerate(payloads.steps):
        progress.update(place, len(payloads.steps), f"compare {step.name}")
        read_ledger(staging, section.target, section.project, payloads.of(step))
        if kind is RunKind.DELTA:
            staging.create(names.delta(step.name), _delta(staging, step))
            wanted = f"""select _gid from {quote(names.delta(step.name))}
                where what in ({literal(NEW)}, {literal(CHANGED)})"""
        else:
            wanted = _missing(staging, step.name)
        staging.create(names.chosen(step.name), wanted)
    return replace(section, only={step.name: names.chosen(step.name) for step in payloads.steps})


def _missing(staging: Staging, entity: str) -> str:
    """Records that the ledger does not know, and those whose change was refused."""
    refused = ""
    if staging.exists(names.outcome(entity)):
        outcome = quote(names.outcome(entity))
        refused = f" or r._gid in (select _gid from {outcome} where state = 'rejected')"
    return f"""select r._gid from {quote(names.ready(entity))} r
        where {folded_key("r._key")} not in (select key from {quote(ledger_table(entity))})
        {refused}"""


def _delta(staging: Staging, step: Step) -> str:
    name, ledger = step.name, quote(ledger_table(step.name))
    sent = "select ''::varchar as key, ''::varchar as digest where false"
    if staging.exists(names.sent(name)):
        sent = f"select key, digest from {quote(names.sent(name))}"
    crosswalk = quote(names.crosswalk(name))
    # A record of several rows goes by the key of the first: another first row must not make it new.
    moved = (
        f"""select x._gid from {crosswalk} x join {ledger} l on l.key = {folded_key("x._key")}"""
    )
    return f"""
        with now as ({digests(step)}), sent as ({sent}), moved as ({moved})
        select n._gid, n.key, k.target_id,
            case when k.key is not null and s.digest = n.digest then {literal(SAME)}
                 when k.key is not null then {literal(CHANGED)}
                 when n._gid in (select _gid from moved) then {literal(REGROUPED)}
                 else {literal(NEW)} end as what
        from now n left join {ledger} k on k.key = n.key left join sent s on s.key = n.key
        union all
        select null, k.key, k.target_id,
            case when k.key in (select {folded_key("_key")} from {crosswalk})
                 then {literal(HELD)} else {literal(VANISHED)} end
        from {ledger} k where k.key not in (select key from now)"""


def digests(step: Step) -> str:
    """SELECT of `_gid`, `key` and `digest` of every ready record: its mapped values, each with its
    length, lookups by the source key of the parent."""
    parts, joins = [], []
    for n, field in enumerate(step.load.fields):
        value = f"r.{quote(field)}"
        parents = step.load.lookups.get(field)
        if parents:
            golden = " union all ".join(
                f"select _gid, {literal(f'{parent}|')} || _key as k"
                f" from {quote(names.golden(parent))}"
                for parent in parents
            )
            joins.append(f"left join ({golden}) p{n} on p{n}._gid = try_cast({value} as bigint)")
            value = f"p{n}.k"
        parts.append(f"coalesce(length({value}) || ':' || {value}, '-')")
    content = f"sha256(concat({', '.join(parts)}))" if parts else "''"
    return f"""select r._gid, {folded_key("r._key")} as key, {content} as digest
        from {quote(names.ready(step.name))} r {" ".join(joins)}"""


# -- remembering


def remember(workspace: Workspace, section: LoadSection) -> None:
    """Keep what is loaded now: sent_<entity>. Of a partial run, what it sent; the rest stays as it
    was known."""
    staging = workspace.staging
    payloads = Payloads(staging, section, door_of(section.target).links)
    for step in payloads.steps:
        name = step.name
        loaded = f"""select d.key, d.digest from ({digests(step)}) d
            join {quote(names.outcome(name))} o on o._gid = d._gid where o.state = 'loaded'"""
        if section.kind.partial:
            chosen = quote(names.chosen(name))
            loaded += f" and d._gid in (select _gid from {chosen})"
            if staging.exists(names.sent(name)):
                loaded += f""" union all select key, digest from {quote(names.sent(name))}
                    where key not in (select {folded_key("r._key")}
                        from {quote(names.ready(name))} r join {chosen} using (_gid))"""
        staging.create(names.sent(name), loaded)


def forget(staging: Staging, plan: Plan) -> None:
    """After a rollback nobody knows by the digests what the target holds."""
    for entity in plan.entities():
        if staging.exists(names.sent(entity)):
            staging.create(
                names.sent(entity), "select ''::varchar as key, ''::varchar as digest where false"
            )


# -- telling


def facts(workspace: Workspace, kind: RunKind, no: int) -> dict[str, Any]:
    """What the record of a whole run keeps of this; its rejects are noted too."""
    if not kind.whole:
        return {}
    states.note(workspace.staging, workspace.plan, workspace.project.cases, no)
    kept: dict[str, Any] = {"basis": basis(workspace, workspace.inputs())}
    return {**kept, "delta": counts(workspace)} if kind is RunKind.DELTA else kept


def counts(workspace: Workspace) -> dict[str, dict[str, int]]:
    """Records of the newest comparison by entity and kind."""
    found: dict[str, dict[str, int]] = {}
    for entity in workspace.plan.entities():
        if workspace.staging.exists(names.delta(entity)):
            rows = workspace.staging.rows(
                f"select what, count(*) from {quote(names.delta(entity))} group by what"
            )
            known = {str(what): int(count) for what, count in rows}
            found[entity] = {kind: known.get(kind, 0) for kind in KINDS}
    return found


def lines(
    workspace: Workspace, entity: str, what: str, limit: int, offset: int = 0
) -> list[tuple[Any, ...]]:
    """(source key, target id) of the records of a kind."""
    table = names.delta(entity)
    if not workspace.staging.exists(table):
        return []
    return workspace.staging.rows(
        f"select key, coalesce(target_id, '') from {quote(table)} where what = ?"
        f" order by key limit {limit} offset {offset}",
        [what],
    )
