"""What a recipe step does to the distinct values of a field as it stands before that step."""

from __future__ import annotations

from collections.abc import Sequence

import polars as pl

from migrator.desks.catalog import options_problem
from migrator.errors import PlanError
from migrator.model.issues import ISSUE_CODES
from migrator.model.recipe import RecipeStep
from migrator.model.text import Text
from migrator.model.views.cleaning import Change, Show, StepPreview
from migrator.store import names
from migrator.store.names import quote
from migrator.store.staging import Staging
from migrator.transforms import TRANSFORMS
from migrator.transforms.runner import Applied, compile_steps

LOOKED = 5_000
LISTED = 400
_ROWS = "_rows"


def step_problem(step: RecipeStep) -> Text | None:
    """Why a step cannot run, in one sentence; None when it can."""
    name = step.step.transform
    if name not in TRANSFORMS:
        return Text(
            f"This version of Kooch does not know the transform {name}.",
            f"این نسخه‌ی کوچ تبدیل {name} را نمی‌شناسد.",
        )
    if not step.reads:
        return Text("Choose the field that it reads.", "فیلدی را که می‌خواند انتخاب کنید.")
    if len(step.reads) > 1 and not TRANSFORMS.get(name).many:
        return Text("This transform takes one field only.", "این تبدیل فقط یک فیلد می‌گیرد.")
    return options_problem(TRANSFORMS.get(name), step.step.options)


def preview(
    staging: Staging,
    entity: str,
    before: Sequence[RecipeStep],
    step: RecipeStep,
    show: Show = Show.CHANGED,
) -> StepPreview:
    """Run `step` after the enabled steps `before` it, on the most frequent values. Raises
    PlanError for a field that is not mapped."""
    problem = step_problem(step)
    if problem is not None:
        return StepPreview(problem=problem)
    wanted = tuple(dict.fromkeys((*step.reads, step.writes)))
    known = staging.columns(names.mapped(entity))
    lost = [name for name in wanted if name not in known]
    if lost:
        raise PlanError(
            Text(
                f"Nothing is mapped to {lost[0]!r} of {entity}.",
                f"چیزی به «{lost[0]}» در «{entity}» نگاشت نشده است.",
            ),
            hint=Text(
                "Map the field first, or take another one.",
                "نخست این فیلد را نگاشت کنید یا فیلد دیگری برگزینید.",
            ),
        )
    runnable = [one for one in before if one.enabled and step_problem(one) is None]
    frame, complete = _values(staging, entity, runnable, wanted)
    chain = compile_steps((step.step,), sources=len(step.reads))
    applied = chain.apply([frame[name] for name in step.reads])
    return _told(frame, step, applied, show, complete)


def _values(
    staging: Staging, entity: str, before: Sequence[RecipeStep], wanted: tuple[str, ...]
) -> tuple[pl.DataFrame, bool]:
    """The combinations of the wanted fields after the steps `before`, with `_rows`; and whether
    these are all."""
    needed = set(wanted)
    relevant: list[RecipeStep] = []
    for step in reversed(before):
        if step.writes in needed:
            needed |= set(step.reads)
            relevant.insert(0, step)
    listed = ", ".join(quote(name) for name in sorted(needed))
    found = staging.table(
        f"select {listed}, count(*) as {_ROWS} from {quote(names.mapped(entity))}"
        f" group by all order by {_ROWS} desc, {listed} limit {LOOKED + 1}"
    )
    frame = pl.DataFrame(pl.from_arrow(found))
    complete = frame.height <= LOOKED
    frame = frame.head(LOOKED)
    for step in relevant:
        chain = compile_steps((step.step,), sources=len(step.reads))
        applied = chain.apply([frame[name] for name in step.reads])
        frame = frame.with_columns(applied.values.alias(step.writes))
    counted = frame.group_by(list(wanted), maintain_order=True).agg(pl.col(_ROWS).sum())
    return counted.sort(_ROWS, descending=True, maintain_order=True), complete


def _told(
    frame: pl.DataFrame, step: RecipeStep, applied: Applied, show: Show, complete: bool
) -> StepPreview:
    before, after, rows = frame[step.writes], applied.values, frame[_ROWS]
    failed = applied.issues.unique("index", keep="first", maintain_order=True)
    problems = {row["index"]: row for row in failed.iter_rows(named=True)}
    changed = after.ne_missing(before)
    fails = pl.Series([n in problems for n in range(frame.height)], dtype=pl.Boolean)
    emptied = after.is_null() & before.is_not_null()
    chosen = {Show.CHANGED: changed, Show.FAILED: fails}.get(show)
    places = range(frame.height) if chosen is None else chosen.arg_true().to_list()
    several = step.reads != (step.writes,)
    changes = [
        Change(
            before=before[n],
            after=after[n],
            rows=int(rows[n]),
            given=tuple(frame[name][n] for name in step.reads) if several else (),
            problem=_words(problems[n]) if n in problems else Text("", ""),
        )
        for n in list(places)[:LISTED]
    ]
    return StepPreview(
        changes=tuple(changes),
        looked=frame.height,
        complete=complete,
        rows=int(rows.sum() or 0),
        changed_values=int(changed.sum()),
        changed_rows=_sum(rows, changed),
        emptied_rows=_sum(rows, emptied),
        failed_values=len(problems),
        failed_rows=_sum(rows, fails),
    )


def _sum(rows: pl.Series, mask: pl.Series) -> int:
    return int(rows.filter(mask).sum() or 0)


def _words(issue: dict[str, str]) -> Text:
    words = ISSUE_CODES[issue["code"]].text
    told = {"value": issue["value"] or "", "detail": issue["detail"] or "", "field": ""}
    return Text(words.en.format(**told), words.fa.format(**told))
