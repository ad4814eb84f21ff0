"""Changing the rules of the step "Duplicates"; each change is one step of undo."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from migrator.advice.matching import explain_proposal
from migrator.desks import duplicates_compare as compare
from migrator.desks import duplicates_rules as rules
from migrator.desks.base import edit, query
from migrator.desks.duplicates_base import DuplicatesBase
from migrator.errors import PlanError
from migrator.model.changes import ChangeSet
from migrator.model.matching import BlockingRule, Comparison
from migrator.model.survivorship import SurvivorRule
from migrator.model.text import Text
from migrator.model.views.duplicates import Rules
from migrator.starting import field_counts


class DuplicatesSettings(DuplicatesBase):
    """Thresholds, comparisons, blocking rules and survivorship rules of an entity."""

    @query
    def rules(self, entity: str) -> Rules:
        """Comparisons, blocking rules, thresholds and survivorship of an entity."""
        self._schema(entity)
        return rules.rules(self.workspace.plan, entity, self._facts(entity))

    @edit
    def set_thresholds(self, entity: str, merge_above: float, review_above: float) -> ChangeSet:
        """Merge by itself from one score on, ask from another one on."""
        return self._change(
            entity, lambda s: replace(s, merge_above=merge_above, review_above=review_above)
        )

    @edit
    def set_enabled(self, entity: str, enabled: bool) -> ChangeSet:
        """Look for duplicates of an entity, or leave it alone."""
        return self._change(entity, lambda s: replace(s, enabled=enabled))

    @edit
    def set_comparisons(self, entity: str, comparisons: Sequence[Comparison]) -> ChangeSet:
        """Say which fields are compared, and as what."""
        return self._change(entity, lambda s: rules.compared(s, comparisons))

    @edit
    def set_blocking(self, entity: str, blocking: Sequence[BlockingRule]) -> ChangeSet:
        """Say which rows are compared at all."""
        return self._change(entity, lambda s: replace(s, blocking=tuple(blocking)))

    @edit
    def suggest(self, entity: str) -> ChangeSet:
        """Propose comparisons and blocking rules anew from what the fields mean and hold; the
        thresholds stay."""
        schema, old = self._schema(entity), self._settings(entity)
        found = field_counts(self.workspace.staging, entity)
        proposed = explain_proposal(schema, list(found), found).settings
        if not proposed.comparisons or not proposed.blocking:
            raise PlanError(
                Text(
                    "No mapped field tells one record from another.",
                    "هیچ فیلد نگاشت‌شده‌ای رکوردها را از هم بازنمی‌شناسد.",
                ),
                hint=Text(
                    "Map a name, an e-mail address, a phone number or an id.",
                    "نام، ایمیل، شماره‌ی تلفن یا شناسه‌ای را نگاشت کنید.",
                ),
            )
        kept = replace(
            old,
            enabled=old.enabled or proposed.enabled,
            comparisons=proposed.comparisons,
            blocking=proposed.blocking,
        )
        name = compare.entity_text(schema)
        told = Text(f"{name.en}: suggested rules", f"{name.fa}: قاعده‌های پیشنهادی")
        return self.workspace.edit(told, lambda plan: rules.with_settings(plan, kept))

    @edit
    def set_survivor(
        self, entity: str, field: str, rule: str, options: dict[str, Any] | None = None
    ) -> ChangeSet:
        """Choose the survivorship rule of a field ("": of all others); rule "" gives the field
        the common one again."""
        schema = self._schema(entity)
        chosen = SurvivorRule(field, rule, options or {}) if rule else None
        name = compare.field_text(schema, field) if field else rules.EVERY_FIELD
        told = Text(f"{name.en}: which value survives", f"{name.fa}: مقدار ماندگار")
        return self.workspace.edit(
            told, lambda plan: rules.with_survivor(plan, entity, chosen, field)
        )
