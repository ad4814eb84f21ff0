"""The target's own records and ours, compared by the duplicates rules; and a prediction scored."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from migrator.errors import PlanError
from migrator.model.changes import ChangeSet
from migrator.model.dormant import awake_matching, mapped_fields
from migrator.model.loading import TargetMatch
from migrator.model.matching import Answer, MatchSettings
from migrator.model.plan import Plan
from migrator.model.relations import parents_of
from migrator.model.text import Text
from migrator.progress import Progress
from migrator.project.records import StageOutput
from migrator.stages import match
from migrator.stages.load_section import LoadSection, Payloads
from migrator.store import names
from migrator.store.names import literal, quote
from migrator.targets.opening import door_of

if TYPE_CHECKING:
    from migrator.workspace import Workspace

WRONG_LISTED = 200
PREDICT = "predict"
_THEIRS = 1 << 62  # row ids of the target's records: above all that a feed can have


def pseudo(entity: str) -> str:
    """What the comparison of an entity with its records in the target is called: verdicts on such
    pairs are kept under this name."""
    return f"{entity}@target"


def row_id_sql(target_id: str) -> str:
    """SQL of the row id that stands for a record of the target in pairs and verdicts: made from
    its id, so it stays the same."""
    return f"{_THEIRS} + ('0x' || left(sha1({target_id}), 15))::bigint"


def by_rules(plan: Plan) -> tuple[str, ...]:
    """The fed entities whose records in the target are found by the duplicates rules."""
    wanted = {one.entity for one in plan.loading.matching if one.rules}
    return tuple(entity for entity in plan.entities() if entity in wanted)


def set_matching(workspace: Workspace, new: TargetMatch) -> ChangeSet:
    """Say how records of others are recognised as those of an entity; without fields and rules they
    are not looked for. Raises PlanError for what the plan does not have."""
    _refuse_unknown(workspace.plan, new)
    label = Text(f"Existing records of {new.entity}", f"رکوردهای از پیش موجودِ {new.entity}")

    def change(plan: Plan) -> Plan:
        others = tuple(one for one in plan.loading.matching if one.entity != new.entity)
        chosen = (*others, new) if new.fields or new.rules else others
        return replace(plan, loading=replace(plan.loading, matching=chosen))

    return workspace.edit(label, change)


def _refuse_unknown(plan: Plan, new: TargetMatch) -> None:
    if new.entity not in plan.entities():
        raise PlanError(
            Text(
                f"No source table is mapped to an entity called {new.entity}.",
                f"هیچ جدولی از مبدأ به موجودیتی به نام «{new.entity}» نگاشت نشده است.",
            ),
            hint=Text("Choose a mapped entity.", "موجودیتی نگاشت‌شده برگزینید."),
        )
    allowed = key_fields(plan, new.entity)
    wrong = [field for field in new.fields if field not in allowed]
    if wrong:
        raise PlanError(
            Text(
                f"Records cannot be found by {', '.join(wrong)}.",
                f"با {'، '.join(wrong)} نمی‌شود رکوردها را پیدا کرد.",
            ),
            hint=Text(
                f"Choose mapped fields that are no lookups: {', '.join(allowed)}.",
                f"فیلدهای نگاشت‌شده‌ای برگزینید که ارجاع نباشند: {'، '.join(allowed)}.",
            ),
        )


def key_fields(plan: Plan, entity: str) -> tuple[str, ...]:
    """Mapped fields by which records can be found: all but lookups."""
    looked_up = parents_of(plan, entity)
    return tuple(field for field in mapped_fields(plan, entity) if field not in looked_up)


def compare(workspace: Workspace, section: LoadSection, progress: Progress) -> None:
    """Write suspects_<entity> of every entity whose records are found by the rules. The target is
    read, nothing is written there. Raises PlanError for an entity without rules."""
    plan, staging = workspace.plan, workspace.staging
    wanted = by_rules(plan)
    if not wanted:
        return
    settings = {one.entity: one for one in awake_matching(plan) if one.enabled}
    payloads = Payloads(staging, section, door_of(section.target).links)
    verdicts = workspace.project.decisions.verdicts()
    for step in payloads.steps:
        if step.name not in wanted:
            continue
        rules = _rules(settings.get(step.name), step.name, step.load.lookups)
        fields = [f for f in step.load.fields if f not in step.load.lookups]
        payload = payloads.of(step)
        match_inputs = (payload, fields)
        _side_by_side(payloads, match_inputs, progress)
        name = pseudo(step.name)
        match.run(
            staging,
            match.MatchSection((replace(rules, entity=name),), verdicts, (name,)),
            progress,
        )
        _suspects(workspace, step.name, rules)


def _rules(found: MatchSettings | None, entity: str, lookups: Iterable[str]) -> MatchSettings:
    """The settings without lookups, which hold other things here and there."""
    skipped = set(lookups)
    comparisons = [c for c in found.comparisons if c.field not in skipped] if found else []
    blocking = [
        rule
        for rule in (found.blocking if found else ())
        if not skipped & {key.partition(":")[0] for key in rule.keys}
    ]
    if found is None or not comparisons or not blocking:
        raise PlanError(
            Text(
                f"{entity} has no duplicates rules by which records of the target could be found.",
                f"«{entity}» قاعده‌ی تکراری‌یابی ندارد که رکوردهای مقصد با آن پیدا شوند.",
            ),
            hint=Text(
                "Set them up in Duplicates, or choose fields to find records by.",
                "آن‌ها را در گام تکراری‌ها بسازید، یا فیلدهایی برای پیدا کردن رکوردها برگزینید.",
            ),
        )
    return replace(found, comparisons=tuple(comparisons), blocking=tuple(blocking))


def _side_by_side(payloads: Payloads, what: tuple[Any, list[str]], progress: Progress) -> None:
    """clean_<entity>@target: our ready records, and the target's that are not ours."""
    payload, fields = what
    staging, name = payloads.staging, payload.step.name
    payloads.read(payload, fields, progress)
    columns = "".join(f", {quote(f)}" for f in fields)
    staging.create(
        names.clean(pseudo(name)),
        f"""select _gid as _rid, _key{columns} from {quote(names.ready(name))}
            union all
            select {row_id_sql("target_id")}, target_id{columns}
            from {quote(names.existing(name))}
            where target_id not in (select target_id from {quote(f"load_ledger_{name}")})""",
    )


def _suspects(workspace: Workspace, entity: str, rules: MatchSettings) -> None:
    no, yes = literal(Answer.DIFFERENT.value), literal(Answer.SAME.value)
    workspace.staging.create(
        names.suspects(entity),
        f"""select p."left" as _gid, e.target_id, p.probability,
                coalesce(p.answer = {yes}, p.probability >= {rules.merge_above}) as sure
            from {quote(names.pairs(pseudo(entity)))} p
            join {quote(names.existing(entity))} e
                on {row_id_sql("e.target_id")} = p."right"
            where p."left" < {_THEIRS} and coalesce(p.answer, '') <> {no}""",
    )


# -- a prediction that came to pass


def prediction(workspace: Workspace, bound: str) -> StageOutput | None:
    """The prediction for exactly this plan and these data, while no run came after it; None if
    there is none, or its tables are gone."""
    found = workspace.project.outputs.get(PREDICT, bound)
    if found is None or not all(workspace.staging.exists(t) for t in found.tables.values()):
        return None
    return found


def score(workspace: Workspace, bound: str, no: int) -> dict[str, Any]:
    """How right the prediction was that was made before run `no`: per entity [predicted, done,
    records], and the first records of which something else was predicted than was done. Empty
    when there was no prediction, or other runs came between."""
    found = prediction(workspace, bound)
    made_after = int(found.digest) if found else 0
    between = [run for run in workspace.runs() if run.no > made_after and run.no != no]
    if found is None or made_after >= no or between:
        return {}
    entities: dict[str, list[list[Any]]] = {}
    wrong: list[dict[str, str]] = []
    for entity in workspace.plan.entities():
        table = found.tables.get(names.predicted(entity))
        if table is None:
            continue
        both = f"{quote(table)} p join {quote(names.outcome(entity))} o on o._gid = p._gid"
        entities[entity] = [
            [predicted, done, int(count)]
            for predicted, done, count in workspace.staging.rows(
                f"select p.class, o.done, count(*) from {both} group by 1, 2 order by 1, 2"
            )
        ]
        wrong += _wrong(workspace, entity, both)[: WRONG_LISTED - len(wrong)]
    return {"at": found.at, "entities": entities, "wrong": wrong}


def _wrong(workspace: Workspace, entity: str, both: str) -> list[dict[str, str]]:
    rows: Sequence[tuple[Any, ...]] = workspace.staging.rows(
        f"""select p._key, p.class, o.done, coalesce(o.reason, '') from {both}
            where p.class <> o.done order by p._gid limit {WRONG_LISTED}"""
    )
    names_ = ("key", "predicted", "done", "reason")
    return [{"entity": entity, **dict(zip(names_, row, strict=True))} for row in rows]
