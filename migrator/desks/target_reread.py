"""The same target chosen again: its schema is read anew, and the mapping stays whole."""

from __future__ import annotations

from dataclasses import replace

from migrator.contract.target_changes import reread
from migrator.desks.target_fit import fit, fitted
from migrator.model.plan import Plan, TargetSpec
from migrator.model.schema import Schema
from migrator.model.views.target import Fit
from migrator.project.project import now


def same_place(plan: Plan, spec: TargetSpec) -> bool:
    """Whether `spec` is the plan's target, looked at again."""
    return spec.uri == plan.target.uri and bool(plan.target.schema.entities)


def chosen(plan: Plan, spec: TargetSpec) -> Plan:
    """The plan with `spec` as its target: fitted to another one, kept whole for the same."""
    if not same_place(plan, spec):
        return replace(fitted(plan, spec.schema), target=spec)
    after = reread(plan, spec.schema, now())
    rules = fitted(replace(after, feeds=()), spec.schema)
    return replace(rules, feeds=after.feeds, target=spec)


def stays(plan: Plan, schema: Schema) -> Fit:
    """What goes when the same target is read again: rules alone, no mapped field."""
    found = fit(plan, schema)
    return Fit(found.kept + len(found.lost), (), found.dropped)
