"""One window on the review queue."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from migrator.desks import duplicates_compare as compare
from migrator.desks.duplicates_groups import Group, Groups
from migrator.model.dormant import mapped_fields
from migrator.model.views.duplicates import QueueLine, Stand
from migrator.store import names
from migrator.store.names import literal, quote
from migrator.workspace import Workspace

LISTED = 8  # rows of a group that are looked at for its name
_LETTERS = str.maketrans({"ي": "ی", "ى": "ی", "ك": "ک"})


@dataclass(frozen=True)
class Wanted:
    """Which groups: those that stood as `stand` (None: any) at the time that is asked about, whose
    records hold `search`; `limit` of them from `offset` on."""

    stand: Stand | None
    search: str
    offset: int
    limit: int


def page(
    workspace: Workspace,
    entity: str,
    found: Groups,
    standing: tuple[Sequence[Stand | None], Sequence[Stand | None]],
    wanted: Wanted,
) -> tuple[tuple[QueueLine, ...], int]:
    """(the groups in the window, how many there are); `standing` is (now, then)."""
    now, then = standing
    rows = _holding(workspace, entity, wanted.search)
    places = [
        place
        for place, stand in enumerate(then)
        if (stand is not None if wanted.stand is None else stand is wanted.stand)
        and (rows is None or not rows.isdisjoint(found.listed[place].rows))
    ]
    shown = places[wanted.offset : wanted.offset + wanted.limit]
    looked_at = {row for place in shown for row in found.listed[place].rows[:LISTED]}
    titles = compare.titles(workspace.staging, workspace.plan, entity, sorted(looked_at))
    return tuple(_line(found.listed[p], now[p] or then[p], titles) for p in shown), len(places)


def _line(group: Group, stand: Stand | None, titles: dict[int, str]) -> QueueLine:
    title = next((titles[row] for row in group.rows[:LISTED] if row in titles), "")
    return QueueLine(group.rows, title, group.score, stand or Stand.BY_RULE)


def _holding(workspace: Workspace, entity: str, search: str) -> set[int] | None:
    """Rows that hold the words in some field; None where nothing is searched for."""
    text = search.strip().translate(_LETTERS)
    fields = mapped_fields(workspace.plan, entity)
    clean = names.clean(entity)
    if not text or not fields or not workspace.staging.exists(clean):
        return None
    sought = literal(text.lower())
    hits = " or ".join(f"contains(lower({quote(name)}), {sought})" for name in fields)
    return {
        row for (row,) in workspace.staging.rows(f"select _rid from {quote(clean)} where {hits}")
    }
