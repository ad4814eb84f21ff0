"""From the steps of a document to transforms with checked options; all problems at once."""

from __future__ import annotations

import dataclasses
import difflib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Protocol, get_type_hints

from migrator.errors import PlanError
from migrator.model.codec import fingerprint, from_data
from migrator.model.mapping import OnError, Step
from migrator.model.text import Text
from migrator.registry import Registry
from migrator.transforms.base import Transform
from migrator.transforms.options import Refused


class Adjustable(Protocol):
    """Anything of a registry that has options: a transform, a check, a survivorship rule."""

    @property
    def id(self) -> str: ...

    @property
    def options(self) -> type: ...


@dataclass(frozen=True)
class ReadyStep:
    """A step that can run: `key` tells its results from those of every other step."""

    transform: Transform
    options: Any
    on_error: OnError
    key: str


def ready_steps(
    steps: Sequence[Step], registry: Registry[Transform], sources: int | None
) -> tuple[ReadyStep, ...]:
    """The steps with their options built. PlanError lists every problem in
    `details["problems"]`. `sources` is the number of columns handed in, None when unknown."""
    problems: list[str] = []
    ready: list[ReadyStep] = []
    for number, step in enumerate(steps, 1):
        try:
            transform = registry.get(step.transform)
            options = build_options(transform, step.options)
        except PlanError as error:
            told = error.details.get("problems") or [str(error)]
            problems += [f"Step {number} ({step.transform}): {problem}" for problem in told]
            continue
        ready.append(ReadyStep(transform, options, OnError(step.on_error), _key(step)))
    problems += _sources_problems(steps, registry, sources)
    if problems:
        raise PlanError(
            Text(
                f"{len(problems)} problem(s) in the steps: {' '.join(problems)}",
                f"در گام‌ها {len(problems)} مشکل هست: {' '.join(problems)}",
            ),
            hint=Text("Correct the steps and run again.", "گام‌ها را درست کنید و دوباره اجرا کنید."),
            problems=problems,
        )
    return tuple(ready)


def build_options(item: Adjustable, data: dict[str, Any]) -> Any:
    """The options dataclass of `item` from plain data; what is left out has its default.
    PlanError lists unknown names (with the nearest), wrong types and refused values; its cause is
    what the dataclass itself raised."""
    fields = {field.name: field for field in dataclasses.fields(item.options)}
    problems = [_unknown_option(name, list(fields)) for name in data if name not in fields]
    for name in fields.keys() & data.keys():
        problems += _option_problems(item.options, fields[name], data[name])
    persian, cause = " ".join(problems), None
    if not problems:
        try:
            return from_data(item.options, data, item.id)
        except ValueError as error:
            problems.append(f"{str(error).removeprefix(item.id + ': ')}.")
            persian = f"{error.words.fa}." if isinstance(error, Refused) else problems[0]
            cause = error
    raise PlanError(
        Text(
            f"The options of {item.id!r} cannot be used: {' '.join(problems)}",
            f"گزینه‌های «{item.id}» به کار نمی‌آیند: {persian}",
        ),
        problems=problems,
    ) from cause


def _unknown_option(name: str, known: list[str]) -> str:
    near = difflib.get_close_matches(name, known, n=1)
    if near:
        return f"There is no option {name!r}. Did you mean {near[0]!r}?"
    return f"There is no option {name!r}. Known: {', '.join(known) or 'none'}."


def _option_problems(kind: type, field: dataclasses.Field[Any], value: Any) -> list[str]:
    holder = dataclasses.make_dataclass("Holder", [(field.name, _type_of(kind, field.name))])
    try:
        from_data(holder, {field.name: value}, "")
    except ValueError as error:
        return [f"Option {str(error).removeprefix('.')}."]
    allowed = [choice for choice, _ in field.metadata.get("choices", ())]
    if allowed and value not in allowed:
        near = difflib.get_close_matches(str(value), allowed, n=1)
        hint = f"Did you mean {near[0]!r}?" if near else f"Allowed: {', '.join(allowed)}."
        return [f"Option {field.name} cannot be {value!r}. {hint}"]
    return []


def _type_of(kind: type, name: str) -> Any:
    return get_type_hints(kind)[name]


def _key(step: Step) -> str:
    return fingerprint(step.transform, step.options)


def _sources_problems(
    steps: Sequence[Step], registry: Registry[Transform], sources: int | None
) -> list[str]:
    if sources is None or sources == 1:
        return []
    first = steps[0].transform if steps else ""
    if first and (first not in registry or registry.get(first).many):
        return []
    if sources == 0:
        if first and registry.get(first).numbered:
            return []
        return ["No source column: the first step must be one that needs none, such as constant."]
    return [
        f"{sources} source columns need a first step that takes many, such as join or coalesce."
    ]
