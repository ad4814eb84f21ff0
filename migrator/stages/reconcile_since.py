"""Who changed a value: the target as it was written, or somebody since."""

from __future__ import annotations

from migrator.store import names
from migrator.store.names import quote
from migrator.store.staging import Staging


def mark_changed(staging: Staging, entity: str, before: str, again: bool) -> None:
    """Call those differences of difference_<entity> `changed` that the comparison before did not
    see. `before` is its table.

    What stood in a record right after it was written is the target's own doing. So only records
    that this run did not write are looked at, or all of them when nothing was written since
    (`again`). A value that only looks different stays `normalised`, whoever did it.
    """
    table = quote(staging.physical(names.difference(entity)))
    outcome = names.outcome(entity)
    kept = "done = 'skip'" if "done" in staging.columns(outcome) else "false"
    standing = f"d._gid in (select _gid from {quote(outcome)} where {kept})"
    staging.run(
        f"""update {table} d set kind = 'changed'
            where d.kind in ('differs', 'truncated') and {"true" if again else standing}
                and not exists (select 1 from {quote(before)} b
                    where b.target_id = d.target_id and b.field = d.field
                        and b.found is not distinct from d.found and b.kind <> 'changed')"""
    )
