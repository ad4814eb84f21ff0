"""The only file that knows the order of the stages, what each reads, and when it is fresh."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any

from migrator.contract.fit import hindrance
from migrator.errors import PlanError
from migrator.model.codec import fingerprint
from migrator.model.dormant import awake_matching, awake_recipes, awake_survivorship, mapped_fields
from migrator.model.mapping import Feed
from migrator.model.matching import Verdict
from migrator.model.plan import Plan, SourceSpec, TableChoice
from migrator.model.relations import all_parents, entities_of, in_order
from migrator.model.reports import StageReport
from migrator.model.source import TYPE_OPTION
from migrator.model.survivorship import Override
from migrator.model.text import Text
from migrator.progress import Progress
from migrator.project.records import Outputs, StageOutput
from migrator.sources.base import Source
from migrator.stages import cleanse, extract, match, merge, profile, validate
from migrator.stages import map as mapping
from migrator.store import names
from migrator.store.staging import Staging


class Freshness(StrEnum):
    """Whether a stage's output fits the plan as it stands."""

    FRESH = "fresh"
    STALE = "stale"
    NEVER = "never"
    BLOCKED = "blocked"


@dataclass(frozen=True)
class Inputs:
    """What sections are made from: the plan, people's verdicts and overrides, and how to open a
    source. `prints` keeps the fingerprints made for them: each is asked for many times."""

    plan: Plan
    verdicts: tuple[Verdict, ...] = ()
    open_source: Callable[[SourceSpec], Source] | None = None
    overrides: tuple[Override, ...] = ()
    prints: dict[tuple[str, ...], str] = field(init=False, default_factory=dict, compare=False)


@dataclass(frozen=True)
class Stage:
    """One derived stage. `key` is the part of the inputs that its output depends on, as data;
    `section` what its `run` takes; `missing` says what the plan still lacks (None: nothing)."""

    name: str
    needs: tuple[str, ...]
    version: int
    key: Callable[[Inputs], Any]
    section: Callable[[Inputs], Any]
    run: Callable[[Staging, Any, Progress], StageReport]
    writes: Callable[[Inputs], list[str]]
    missing: Callable[[Plan], Text | None]


# -- sections, from the plan


def _kept(plan: Plan) -> tuple[SourceSpec, ...]:
    return tuple(spec for spec in plan.sources if any(c.keep for c in spec.tables))


def _extract_key(inputs: Inputs) -> Any:
    return [
        (
            spec.id,
            spec.uri,
            spec.options,
            [(c.no, c.table.name, _read_as(c)) for c in spec.tables if c.keep],
        )
        for spec in _kept(inputs.plan)
    ]


def _read_as(choice: TableChoice) -> dict[str, Any]:
    """The reading options that can change what is read: a column's type changes no value."""
    return {k: v for k, v in choice.options.items() if not k.startswith(TYPE_OPTION)}


def _extract_section(inputs: Inputs) -> extract.ExtractSection:
    if inputs.open_source is None:
        raise PlanError(
            Text("This client cannot open sources.", "این برنامه نمی‌تواند مبدأها را باز کند.")
        )
    return extract.ExtractSection(_kept(inputs.plan), inputs.open_source)


def _profile_section(inputs: Inputs) -> profile.ProfileSection:
    kept = [(spec.id, c) for spec in inputs.plan.sources for c in spec.tables if c.keep]
    return profile.ProfileSection(tuple(kept))


def _profile_key(inputs: Inputs) -> Any:
    """The kept tables without what people wrote about them: leaving out a column changes no
    statistics."""
    kept = _profile_section(inputs).tables
    return {"tables": [(source, replace(c, reason="", left_out=())) for source, c in kept]}


def _map_section(inputs: Inputs) -> mapping.MapSection:
    plan = inputs.plan
    tables = {feed.id: plan.choice(feed.source, feed.table) for feed in plan.feeds}
    return mapping.MapSection(plan.feeds, tables)


def _map_key(inputs: Inputs) -> Any:
    section = _map_section(inputs)
    bare = [_bare(feed) for feed in section.feeds]
    columns = {k: [c.name for c in t.table.columns] for k, t in section.tables.items()}
    return bare, columns


def _bare(feed: Feed) -> Any:
    """A feed without what people write around it: owner, status and notes change no value."""
    rows = [(r.target, r.sources, r.steps, r.lookup) for r in feed.fields]
    return feed.id, feed.no, feed.source, feed.table, feed.entity, feed.key, rows, feed.filters


def _cleanse_section(inputs: Inputs) -> cleanse.CleanseSection:
    return cleanse.CleanseSection(inputs.plan.entities(), awake_recipes(inputs.plan))


def _match_section(inputs: Inputs) -> match.MatchSection:
    plan = inputs.plan
    keyed = {
        entity: tuple(feed.no for feed in plan.feeds_of(entity) if feed.one_per_key and feed.key)
        for entity in plan.entities()
    }
    return match.MatchSection(
        awake_matching(plan),
        inputs.verdicts,
        plan.entities(),
        {entity: feeds for entity, feeds in keyed.items() if feeds},
    )


def _merge_section(inputs: Inputs) -> merge.MergeSection:
    plan = inputs.plan
    section = merge.section_of(plan, in_order(plan))
    return replace(section, survivorship=awake_survivorship(plan), overrides=inputs.overrides)


def _validate_section(inputs: Inputs) -> validate.ValidateSection:
    plan = inputs.plan
    parents = all_parents(plan)
    return validate.ValidateSection(entities_of(plan), plan.checking, plan.waivers, parents)


def _validate_key(inputs: Inputs) -> Any:
    """The section, and which fields are mapped: an unmapped required field is an issue."""
    plan = inputs.plan
    return _validate_section(inputs), {e: mapped_fields(plan, e) for e in plan.entities()}


def _per_entity(inputs: Inputs, *make: Callable[[str], str]) -> list[str]:
    return [name(entity) for entity in inputs.plan.entities() for name in make]


def _merge_issues(entity: str) -> str:
    return names.issues("merge", entity)


def _missing_sources(plan: Plan) -> Text | None:
    return None if _kept(plan) else _NO_TABLES


def _missing_feeds(plan: Plan) -> Text | None:
    return hindrance(plan) if plan.feeds else _NO_FEEDS


_NO_TABLES = Text("There is no source table to read yet.", "هنوز جدولی از مبدأ برای خواندن نیست.")
_NO_FEEDS = Text(
    "No source table is mapped to an entity yet.",
    "هنوز هیچ جدولی از مبدأ به موجودیتی نگاشت نشده است.",
)


# -- the stages, in order

STAGES: dict[str, Stage] = {
    stage.name: stage
    for stage in (
        Stage(
            "extract",
            (),
            extract.VERSION,
            _extract_key,
            _extract_section,
            extract.run,
            lambda inputs: extract.writes(inputs.plan.sources),
            _missing_sources,
        ),
        Stage(
            "profile",
            ("extract",),
            1,
            _profile_key,
            _profile_section,
            profile.run,
            lambda inputs: profile.writes(_profile_section(inputs)),
            _missing_sources,
        ),
        Stage(
            "map",
            ("extract",),
            mapping.VERSION,
            _map_key,
            _map_section,
            mapping.run,
            lambda inputs: mapping.writes(inputs.plan.feeds),
            _missing_feeds,
        ),
        Stage(
            "cleanse",
            ("map",),
            cleanse.VERSION,
            _cleanse_section,
            _cleanse_section,
            cleanse.run,
            lambda inputs: cleanse.writes(inputs.plan.entities()),
            _missing_feeds,
        ),
        Stage(
            "match",
            ("cleanse",),
            match.VERSION,
            _match_section,
            _match_section,
            match.run,
            lambda inputs: _per_entity(inputs, names.pairs, names.clusters),
            _missing_feeds,
        ),
        Stage(
            "merge",
            ("cleanse", "match"),
            merge.VERSION,
            _merge_section,
            _merge_section,
            merge.run,
            lambda inputs: _per_entity(
                inputs, names.golden, names.provenance, names.crosswalk, _merge_issues
            ),
            _missing_feeds,
        ),
        Stage(
            "validate",
            ("merge",),
            validate.VERSION,
            _validate_key,
            _validate_section,
            validate.run,
            lambda inputs: validate.writes(inputs.plan.entities()),
            _missing_feeds,
        ),
    )
}


# -- freshness and running


@dataclass(frozen=True)
class StageStatus:
    """How a stage stands. `reason` says why it is stale or blocked; `output` is the newest one."""

    name: str
    freshness: Freshness
    reason: str = ""
    output: StageOutput | None = None


class Pipeline:
    """Runs derived stages on one staging database, and knows which outputs still fit."""

    def __init__(self, staging: Staging, outputs: Outputs) -> None:
        self._staging = staging
        self._outputs = outputs

    def fingerprint(self, name: str, inputs: Inputs) -> str:
        """SHA-256 over the stage's section, its version and the digests of what it reads."""
        stage = STAGES[name]
        upstream = [self.digest(need, inputs) for need in stage.needs]
        place = (name, *upstream)
        if place not in inputs.prints:
            made = fingerprint(stage.name, stage.version, stage.key(inputs), upstream)
            inputs.prints[place] = made
        return inputs.prints[place]

    def digest(self, name: str, inputs: Inputs) -> str:
        """What names the stage's output for the next ones: with extract, the content that was
        read; otherwise the fingerprint."""
        wanted = self.fingerprint(name, inputs)
        output = self._outputs.get(name, wanted)
        return output.digest if output else wanted

    def status(self, inputs: Inputs) -> list[StageStatus]:
        """How every derived stage stands, in order."""
        found: list[StageStatus] = []
        for stage in STAGES.values():
            latest = self._outputs.latest(stage.name)
            lack = stage.missing(inputs.plan)
            if lack:
                found.append(StageStatus(stage.name, Freshness.BLOCKED, lack.en, latest))
                continue
            output = self._outputs.get(stage.name, self.fingerprint(stage.name, inputs))
            if output and self._whole(output):
                found.append(StageStatus(stage.name, Freshness.FRESH, "", output))
            elif latest is None:
                found.append(StageStatus(stage.name, Freshness.NEVER))
            else:
                found.append(
                    StageStatus(stage.name, Freshness.STALE, self._why(found, stage), latest)
                )
        return found

    @staticmethod
    def _why(before: list[StageStatus], stage: Stage) -> str:
        stale = [s.name for s in before if s.name in stage.needs and s.freshness != Freshness.FRESH]
        return f"{stale[0]} is not up to date" if stale else "the plan changed since it ran"

    def run(self, until: str, inputs: Inputs, progress: Progress) -> list[StageReport]:
        """Bring every stage up to `until` up to date; outputs made before are shown again."""
        reports = []
        for name in needed(until):
            stage = STAGES[name]
            lack = stage.missing(inputs.plan)
            if lack:
                raise PlanError(
                    lack, hint=Text("Complete the plan first.", "نخست برنامه را کامل کنید.")
                )
            wanted = self.fingerprint(name, inputs)
            output = self._outputs.get(name, wanted)
            if output and self._show(output):
                reports.append(output.report)
                continue
            reports.append(self._make(stage, wanted, inputs, progress))
        return reports

    def _make(self, stage: Stage, wanted: str, inputs: Inputs, progress: Progress) -> StageReport:
        self._staging.begin(wanted)
        report = stage.run(self._staging, stage.section(inputs), progress)
        digest = wanted
        if stage.name == "extract":
            digest = fingerprint(wanted, report.facts["identities"])
        tables = {name: self._staging.physical(name) for name in stage.writes(inputs)}
        self._outputs.put(stage.name, wanted, digest, report, tables)
        return report

    def show(self, status: Iterable[StageStatus]) -> None:
        """Let the tables of every fresh stage be the ones that are shown: after an undo the views
        still stand on what was made later."""
        for stage in status:
            if stage.freshness == Freshness.FRESH and stage.output:
                self._show(stage.output)

    def tables(self, inputs: Inputs) -> set[str]:
        """The table versions that the stages made for these inputs, as far as they ran."""
        found: set[str] = set()
        for stage in STAGES.values():
            if stage.missing(inputs.plan) is None:
                output = self._outputs.get(stage.name, self.fingerprint(stage.name, inputs))
                found |= set(output.tables.values()) if output else set()
        return found

    def _whole(self, output: StageOutput) -> bool:
        return all(self._staging.exists(physical) for physical in output.tables.values())

    def _show(self, output: StageOutput) -> bool:
        """Point every logical table at this output's version; False if one was thrown away."""
        if not self._whole(output):
            return False
        for name, physical in output.tables.items():
            self._staging.point(name, physical)
        return True


def needed(until: str) -> list[str]:
    """`until` and every stage it rests on, in order; PlanError for an unknown name."""
    if until not in STAGES:
        raise PlanError(
            Text(f"There is no stage called {until!r}.", f"مرحله‌ای به نام «{until}» نیست."),
            hint=Text(f"Stages: {', '.join(STAGES)}.", f"مرحله‌ها: {', '.join(STAGES)}."),
        )
    wanted = {until}
    for name in reversed(STAGES):
        if name in wanted:
            wanted |= set(STAGES[name].needs)
    return [name for name in STAGES if name in wanted]
