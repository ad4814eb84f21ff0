"""Cleanse: the recipe of each entity, step by step, over its mapped rows."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import polars as pl
import pyarrow as pa

from migrator.errors import PlanError
from migrator.model.recipe import Recipe, RecipeStep
from migrator.model.reports import StageReport
from migrator.model.text import Text
from migrator.progress import Progress
from migrator.stages.issue_frames import IssueFrames
from migrator.store import names
from migrator.store.staging import Staging
from migrator.transforms.memo import Memo
from migrator.transforms.runner import Chain, compile_steps

VERSION = 2

# So many row ids are kept of what a step has changed.
EXAMPLES = 20


@dataclass(frozen=True)
class CleanseSection:
    """The entities in order, and the recipes of those that have one."""

    entities: tuple[str, ...]
    recipes: tuple[Recipe, ...]

    def steps(self, entity: str) -> tuple[RecipeStep, ...]:
        """The enabled steps of an entity."""
        found = (recipe for recipe in self.recipes if recipe.entity == entity)
        return tuple(step for recipe in found for step in recipe.steps if step.enabled)


def run(staging: Staging, section: CleanseSection, progress: Progress) -> StageReport:
    """Writes clean_<entity> and issues_cleanse_<entity>; an entity without a recipe is the same
    table under its new name. Facts: per entity and step the number of changed values (`changed`),
    and a few row ids of such values (`examples`)."""
    started = time.monotonic()
    plans = {e: _compile(e, section.steps(e), staging) for e in section.entities}
    rows: dict[str, int] = {}
    facts: dict[str, Any] = {"changed": {}, "examples": {}, "issues": {}}
    for entity, plan in plans.items():
        issues = IssueFrames()
        changed = {step.id: 0 for step, _ in plan}
        examples: dict[str, list[int]] = {step.id: [] for step, _ in plan}
        if plan:
            recipe = _Running(entity, plan, issues, changed, examples)
            schema = _schema(staging.columns(names.mapped(entity)))
            stream = _stream(staging, recipe, schema, progress)
            rows[entity] = staging.write(names.clean(entity), schema, stream)
        else:
            rows[entity] = staging.same_as(names.clean(entity), names.mapped(entity))
        facts["changed"][entity] = changed
        facts["examples"][entity] = examples
        facts["issues"][entity] = issues.write(staging, names.issues("cleanse", entity))
    return StageReport(
        stage="cleanse",
        rows=rows,
        facts=facts,
        attention=sum(facts["issues"].values()),
        seconds=time.monotonic() - started,
    )


def writes(entities: tuple[str, ...]) -> list[str]:
    """The logical tables that `run` writes."""
    return [n for e in entities for n in (names.clean(e), names.issues("cleanse", e))]


def _compile(
    entity: str, steps: tuple[RecipeStep, ...], staging: Staging
) -> list[tuple[RecipeStep, Chain]]:
    known = set(staging.columns(names.mapped(entity)))
    problems: list[str] = []
    plan = []
    memo = Memo()
    for step in steps:
        missing = [name for name in (*step.reads, step.writes) if name not in known]
        problems += [f"{step.id}: {entity} has no mapped field {name!r}" for name in missing]
        try:
            plan.append((step, compile_steps((step.step,), sources=len(step.reads), memo=memo)))
        except PlanError as error:
            problems += [f"{step.id}: {p}" for p in error.details.get("problems", [str(error)])]
    if problems:
        raise PlanError(
            Text(
                f"The recipe of {entity} cannot run: {'; '.join(problems)}.",
                f"گام‌های پاک‌سازی «{entity}» اجرا نمی‌شوند: {'؛ '.join(problems)}.",
            ),
            hint=Text("Correct or switch off these steps.", "این گام‌ها را درست یا خاموش کنید."),
            problems=problems,
        )
    return plan


def _schema(columns: list[str]) -> pa.Schema:
    return pa.schema([(name, pa.int64() if name == "_rid" else pa.string()) for name in columns])


@dataclass(frozen=True)
class _Running:
    """The compiled recipe of one entity, and what it gathers while rows stream past."""

    entity: str
    plan: list[tuple[RecipeStep, Chain]]
    issues: IssueFrames
    changed: dict[str, int]
    examples: dict[str, list[int]]

    def apply(self, frame: pl.DataFrame) -> dict[str, pl.Series]:
        columns = {name: frame[name] for name in frame.columns}
        for step, chain in self.plan:
            applied = chain.apply([columns[name] for name in step.reads])
            differs = applied.values.ne_missing(columns[step.writes])
            self.changed[step.id] += int(differs.sum())
            room = EXAMPLES - len(self.examples[step.id])
            if room > 0:
                self.examples[step.id] += frame["_rid"].filter(differs).head(room).to_list()
            columns[step.writes] = applied.values
            self.issues.add(step.writes, frame["_rid"], applied.issues)
        return columns


def _stream(
    staging: Staging, recipe: _Running, schema: pa.Schema, progress: Progress
) -> Iterator[pa.RecordBatch]:
    table = names.mapped(recipe.entity)
    done, total = 0, staging.count(table)
    for batch in staging.arrow(f"select * from {names.quote(table)}"):
        columns = recipe.apply(pl.DataFrame(pl.from_arrow(batch)))
        arrays = [columns[f.name].to_arrow().cast(f.type) for f in schema]
        yield pa.RecordBatch.from_arrays(arrays, schema=schema)
        done += batch.num_rows
        progress.update(done, total, f"clean {recipe.entity}")
