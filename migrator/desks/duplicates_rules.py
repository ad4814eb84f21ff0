"""What decides about duplicates: comparisons, blocking rules, thresholds, survivorship."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from migrator.desks import duplicates_words as words
from migrator.desks.duplicates_compare import field_text, meaning
from migrator.desks.error_words import problem_text
from migrator.errors import PlanError
from migrator.model.dormant import mapped_fields
from migrator.model.matching import BlockingRule, Comparison, MatchSettings
from migrator.model.meanings import MEANINGS
from migrator.model.plan import Plan
from migrator.model.schema import Entity
from migrator.model.survivorship import SurvivorRule, Survivorship
from migrator.model.text import Text
from migrator.model.views.duplicates import BlockLine, FieldChoice, Rules, SurvivorLine
from migrator.stages.match_table import split_key
from migrator.stages.merge_golden import field_rules

EVERY_FIELD = Text("All other fields", "همه‌ی فیلدهای دیگر")


def settings_of(plan: Plan, entity: str) -> MatchSettings:
    """The settings of an entity; ones that compare nothing where the plan says nothing."""
    found = next((s for s in plan.matching if s.entity == entity), None)
    return found or MatchSettings(entity, enabled=False)


def rules(plan: Plan, entity: str, facts: Mapping[str, Any]) -> Rules:
    """Everything that the rules panel shows of one entity."""
    schema = plan.target.schema.entity(entity)
    settings = settings_of(plan, entity)
    fields = tuple(
        FieldChoice(name, field_text(schema, name), found, words.keys(found))
        for name, found in ((name, meaning(schema, name)) for name in mapped_fields(plan, entity))
        if name not in schema.primary_key
    )
    done = {block["rule"]: block for block in facts.get("blocking", ())}
    blocks = tuple(_block(done.get(" + ".join(rule.keys))) for rule in settings.blocking)
    meanings = tuple(MEANINGS.items())
    return Rules(settings, fields, meanings, _survivors(plan, schema), blocks)


def _block(facts: Mapping[str, Any] | None) -> BlockLine | None:
    return BlockLine(int(facts["pairs"]), int(facts["skipped_rows"])) if facts else None


def _survivors(plan: Plan, schema: Entity) -> tuple[SurvivorLine, ...]:
    stated = {
        rule.field: rule
        for item in plan.survivorship
        if item.entity == schema.name
        for rule in item.rules
    }
    default = stated.get("", SurvivorRule("", "first"))
    lines = [SurvivorLine("", EVERY_FIELD, default.rule, default.options, own=True)]
    for name in mapped_fields(plan, schema.name):
        rule = stated.get(name, default)
        lines.append(
            SurvivorLine(name, field_text(schema, name), rule.rule, rule.options, name in stated)
        )
    return tuple(lines)


# -- changes


def with_settings(plan: Plan, settings: MatchSettings) -> Plan:
    """The plan with these settings in the place of the entity's old ones. Raises PlanError naming
    everything in them that does not fit."""
    problems = _problems(plan, settings)
    if problems:
        raise PlanError(
            problems[0],
            hint=Text("Change it, then try again.", "آن را تغییر دهید و دوباره بکوشید."),
            problems=[problem.en for problem in problems],
        )
    others = tuple(s for s in plan.matching if s.entity != settings.entity)
    known = [s.entity for s in plan.matching]
    if settings.entity not in known:
        return replace(plan, matching=(*others, settings))
    at = known.index(settings.entity)
    return replace(plan, matching=(*others[:at], settings, *others[at:]))


def _problems(plan: Plan, settings: MatchSettings) -> list[Text]:
    if settings.entity not in plan.entities():
        return [_UNFED.of(settings.entity)]
    before = settings_of(plan, settings.entity)
    # What was there before may sleep: fields that are not mapped now are kept for later.
    mapped = {*mapped_fields(plan, settings.entity), *(c.field for c in before.comparisons)}
    mapped |= {split_key(key)[0] for rule in before.blocking for key in rule.keys}
    asked = [part.field for part in settings.comparisons]
    found = [_UNMAPPED.of(name) for name in asked if name not in mapped]
    found += [_TWICE.of(name) for name in sorted({n for n in asked if asked.count(n) > 1})]
    found += [
        _NO_MEANING.of(part.meaning)
        for part in settings.comparisons
        if part.meaning not in MEANINGS
    ]
    found += _block_problems(settings, mapped)
    if not 0 < settings.review_above <= settings.merge_above <= 1:
        found.append(_ORDER)
    if settings.enabled and not (settings.comparisons and settings.blocking):
        found.append(_TOO_LITTLE)
    return found


def _block_problems(settings: MatchSettings, mapped: set[str]) -> list[Text]:
    found = []
    for rule in settings.blocking:
        if not rule.keys:
            found.append(_NO_KEY)
        for key in rule.keys:
            name, derived = split_key(key)
            if name not in mapped:
                found.append(_UNMAPPED.of(name))
            elif derived and not _fits(settings, name, derived):
                found.append(_NO_PART.of(name))
    if len(set(settings.blocking)) < len(settings.blocking):
        found.append(_SAME_RULE)
    return found


@dataclass(frozen=True)
class _About:
    """A sentence about one name."""

    en: str
    fa: str

    def of(self, name: str) -> Text:
        return Text(self.en.format(name=name), self.fa.format(name=name))


_UNFED = _About(
    "No source table is mapped to {name}.", "هیچ جدولی از مبدأ به «{name}» نگاشت نشده است."
)
_UNMAPPED = _About("The field {name} is not mapped.", "فیلد «{name}» نگاشت نشده است.")
_TWICE = _About("The field {name} is compared twice.", "فیلد «{name}» دو بار مقایسه می‌شود.")
_NO_MEANING = _About("{name} is no meaning of a field.", "«{name}» معنای هیچ فیلدی نیست.")
_NO_PART = _About(
    "Values of {name} have no such part to make blocks by.",
    "مقدارهای «{name}» چنین بخشی برای بلوک‌بندی ندارند.",
)
_NO_KEY = Text(
    "A blocking rule needs at least one field.", "قاعده‌ی بلوک‌بندی دست‌کم یک فیلد می‌خواهد."
)
_SAME_RULE = Text("A blocking rule is there twice.", "یک قاعده‌ی بلوک‌بندی دو بار آمده است.")
_ORDER = Text(
    "The score from which people are asked must be above 0 and not above the score from which"
    " records are merged.",
    "امتیاز آغازِ پرسش باید بیشتر از صفر باشد و از امتیاز آغازِ ادغام بیشتر نباشد.",
)
_TOO_LITTLE = Text(
    "Finding duplicates needs at least one comparison and one blocking rule.",
    "یافتن تکراری‌ها دست‌کم یک مقایسه و یک قاعده‌ی بلوک‌بندی می‌خواهد.",
)


def _fits(settings: MatchSettings, name: str, derived: str) -> bool:
    """Whether values of the field's meaning have this derived key; of a field that is not compared
    the meaning does not matter."""
    found = next((part.meaning for part in settings.comparisons if part.field == name), None)
    return found is None or derived in {key for key, _ in words.keys(found)}


def fitting(settings: MatchSettings) -> MatchSettings:
    """The settings without derived keys that no longer fit what the compared fields mean."""
    kept = []
    for rule in settings.blocking:
        keys = []
        for key in rule.keys:
            name, derived = split_key(key)
            keys.append(key if not derived or _fits(settings, name, derived) else name)
        kept.append(BlockingRule(tuple(dict.fromkeys(keys))))
    return replace(settings, blocking=tuple(dict.fromkeys(kept)))


def with_survivor(plan: Plan, entity: str, rule: SurvivorRule | None, field: str) -> Plan:
    """The plan with `rule` for a field (or the default, field ""); None takes the field's own
    rule away. Raises PlanError where the rule does not fit."""
    stated = next((s.rules for s in plan.survivorship if s.entity == entity), ())
    if rule is None:
        kept = tuple(r for r in stated if r.field != field)
    elif any(r.field == field for r in stated):
        kept = tuple(rule if r.field == field else r for r in stated)
    else:
        kept = (*stated, rule)
    columns = frozenset(mapped_fields(plan, entity))
    if field and field not in columns:
        raise PlanError(
            Text(f"The field {field!r} is not mapped.", f"فیلد «{field}» نگاشت نشده است."),
            hint=Text("Map it first.", "نخست آن را نگاشت کنید."),
        )
    sources = {feed.no: feed.source for feed in plan.feeds}
    _, problems = field_rules((field,), (rule,) if rule else (), columns, sources)
    if problems:
        raise PlanError(
            Text(
                "This survivorship rule does not fit: " + problems[0] + ".",
                f"این قاعده‌ی بقا جور نیست: {problem_text(problems[0]).fa}.",
            ),
            hint=Text(
                "Choose what it needs, then try again.",
                "آنچه را لازم دارد برگزینید و دوباره بکوشید.",
            ),
            problems=problems,
        )
    others = tuple(s for s in plan.survivorship if s.entity != entity)
    return replace(plan, survivorship=(*others, Survivorship(entity, kept)) if kept else others)


def label_of(before: MatchSettings, after: MatchSettings, entity: Text) -> Text:
    """What a change of settings is called in the history."""
    if before.enabled != after.enabled:
        said = _ON if after.enabled else _OFF
    elif (before.merge_above, before.review_above) != (after.merge_above, after.review_above):
        said = _THRESHOLDS
    elif before.comparisons != after.comparisons:
        said = _COMPARISONS
    else:
        said = _BLOCKING
    return Text(said.en.format(entity=entity.en), said.fa.format(entity=entity.fa))


_ON = Text("{entity}: find duplicates", "{entity}: یافتن تکراری‌ها")
_OFF = Text("{entity}: leave duplicates alone", "{entity}: بدون یافتن تکراری‌ها")
_THRESHOLDS = Text("{entity}: moved the score thresholds", "{entity}: تغییر آستانه‌های امتیاز")
_COMPARISONS = Text("{entity}: changed what is compared", "{entity}: تغییر فیلدهای مقایسه")
_BLOCKING = Text("{entity}: changed the blocking rules", "{entity}: تغییر قاعده‌های بلوک‌بندی")


def compared(settings: MatchSettings, comparisons: Sequence[Comparison]) -> MatchSettings:
    """The settings with other comparisons; blocking keys that no longer fit become whole values."""
    return fitting(replace(settings, comparisons=tuple(comparisons)))
