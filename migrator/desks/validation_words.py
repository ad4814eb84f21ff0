"""What the target demands, and what repairs each reason."""

from __future__ import annotations

from migrator.model.views.validation import Remedy

# What the target itself demands: a waiver lets the record go, and the target will refuse it.
DEMANDED = {
    "required",
    "too_long",
    "wrong_type",
    "out_of_range",
    "not_in_picklist",
    "not_unique",
    "missing_parent",
}
NOT_MAPPED = "not mapped"


def remedy_of(code: str, detail: str) -> Remedy:
    """The one action that repairs issues with this reason."""
    if code == "required" and detail == NOT_MAPPED:
        return Remedy.MAP
    return _REMEDIES.get(code, Remedy.FIX)


_REMEDIES = {
    "parent_held_back": Remedy.PARENT,
    "not_unique": Remedy.MATCH,
    "same_key": Remedy.MATCH,
    # Emptying the link would lose it: the parents that look alike are what has to be settled.
    "lookup_ambiguous": Remedy.MATCH,
}
