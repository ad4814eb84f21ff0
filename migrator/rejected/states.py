"""New, recurring, accepted, fixed: how the causes of now stand to what earlier runs left behind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from migrator.model.plan import Plan
from migrator.project.cases import Acceptance, Cases, CauseKey, Seen
from migrator.rejects import RejectGroup, cause_id, present, reject_groups
from migrator.store.staging import Staging

NEW, RECURRING, ACCEPTED, FIXED = "new", "recurring", "accepted", "fixed"


@dataclass(frozen=True)
class Standing:
    """A cause and its records by state; `acceptance` is the one that covers them."""

    group: RejectGroup
    new: int
    recurring: int
    acceptance: Acceptance | None = None

    @property
    def accepted(self) -> int:
        """Records that may stay behind."""
        return self.group.rows if self.acceptance else 0


@dataclass(frozen=True)
class Fixed:
    """A cause that records had after an earlier run and have no more."""

    id: str
    key: CauseKey
    rows: int
    keys: tuple[str, ...]


KEYS_LISTED = 20


def note(staging: Staging, plan: Plan, cases: Cases, run: int) -> None:
    """Keep what run `run` left behind."""
    cases.note(run, present(staging, plan))


def standings(staging: Staging, plan: Plan, cases: Cases) -> tuple[Standing, ...]:
    """Every cause of now, most records first."""
    groups = reject_groups(staging, plan)
    seen, last = cases.seen(), cases.last_run()
    again: Counter[CauseKey] = Counter()
    if seen:
        for cause, key, _ in present(staging, plan):
            again[cause] += recurs(seen.get(cause, {}).get(key), last)
    accepted = cases.acceptances()
    return tuple(
        Standing(one, one.rows - again[one.key], again[one.key], accepted.get(one.key))
        for one in groups
    )


def recurs(found: Seen | None, last: int) -> bool:
    """Whether a record that has the cause now had it before the newest run too, or has it again."""
    return found is not None and (found.runs > 1 or found.last_run < last)


def fixed(staging: Staging, plan: Plan, cases: Cases) -> tuple[Fixed, ...]:
    """What was noted once and is no more, most records first."""
    seen: Mapping[CauseKey, dict[str, Seen]] = cases.seen()
    left = {cause: set(keys) for cause, keys in seen.items() if cause.entity in plan.entities()}
    for cause, key, _ in present(staging, plan):
        if cause in left:
            left[cause].discard(key)
    found = [
        Fixed(cause_id(cause), cause, len(keys), tuple(sorted(keys)[:KEYS_LISTED]))
        for cause, keys in left.items()
        if keys
    ]
    return tuple(sorted(found, key=lambda one: (-one.rows, one.key)))
