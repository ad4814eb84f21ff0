"""The step "Duplicates": scores, the review queue, records side by side, verdicts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from migrator.desks import duplicates_compare as compare
from migrator.desks import duplicates_rules as rules
from migrator.desks.base import edit, query
from migrator.desks.duplicates_groups import counts, pairs_of
from migrator.desks.duplicates_lookups import told
from migrator.desks.duplicates_pending import pending
from migrator.desks.duplicates_queue import Wanted, page
from migrator.desks.duplicates_scores import scores
from migrator.desks.duplicates_settings import DuplicatesSettings
from migrator.desks.duplicates_verdicts import apart, together
from migrator.errors import PlanError
from migrator.model.matching import Answer
from migrator.model.schema import Entity, PicklistValue
from migrator.model.survivorship import Override
from migrator.model.text import Text
from migrator.model.views.duplicates import (
    Decided,
    EntityLine,
    Explanation,
    FieldLine,
    Overview,
    QueuePage,
    Scores,
    SideBySide,
    Stand,
)
from migrator.store import names
from migrator.store.names import quote


class DuplicatesDesk(DuplicatesSettings):
    """Works on the last result and the decisions given since: nothing waits for matching."""

    @query
    def overview(self) -> Overview:
        """Every entity with its groups, and what was decided since the last result."""
        plan = self.workspace.plan
        lines = [self._entity(plan.target.schema.entity(name)) for name in plan.entities()]
        return Overview(tuple(lines), *pending(self.workspace))

    @query
    def scores(self, entity: str) -> Scores:
        """What each threshold would mean."""
        staging, settings = self.workspace.staging, self._settings(entity)
        pairs = pairs_of(staging, entity) if staging.exists(names.pairs(entity)) else []
        return scores(settings, pairs, self._facts(entity), self._answers(entity))

    @query
    def queue(  # noqa: PLR0917 - a window on a list: what, how far, how much, as of when
        self,
        entity: str,
        show: str = "to_decide",
        search: str = "",
        offset: int = 0,
        limit: int = 100,
        as_of: int = 0,
    ) -> QueuePage:
        """A window on the groups that stood as `show` says (a Stand, or "all") after decision
        `as_of` (0: the last one), and whose records hold the words of `search`."""
        as_of = as_of or self.workspace.project.decisions.last()
        found = self._groups(entity)
        now = found.standing(self._answers(entity))
        then = found.standing(self._answers(entity, as_of))
        wanted = Wanted(None if show == "all" else Stand(show), search, offset, limit)
        lines, total = page(self.workspace, entity, found, (now, then), wanted)
        return QueuePage(total, as_of, lines, counts(now, self._absorbed(entity)))

    @query
    def side_by_side(
        self, entity: str, rows: Sequence[int], without: Sequence[int] = ()
    ) -> SideBySide:
        """The records of a group, and what merging those that are not `without` would keep."""
        staging, plan = self.workspace.staging, self.workspace.plan
        settings, clusters = self._settings(entity), self._clusters(entity)
        known = compare.existing(staging, entity, rows)
        shown = known[: compare.SHOWN]
        chosen = [row for row in shown if row not in set(without)]
        pairs = compare.pair_lines(staging, settings, shown, (clusters, self._answers(entity)))
        overrides = self.workspace.project.decisions.overrides()
        stand = Stand.DECIDED if any(pair.answer for pair in pairs) else Stand.BY_RULE
        fields = compare.field_lines(staging, plan, entity, (shown, chosen), overrides)
        return SideBySide(
            entity,
            compare.records(staging, plan, entity, shown, clusters),
            tuple(self._named(entity, line, shown) for line in fields),
            pairs,
            Stand.TO_DECIDE if any(pair.asked for pair in pairs) else stand,
            len(known) - len(shown),
        )

    @query
    def explain(self, entity: str, left: int, right: int) -> Explanation:
        """Why the pair has its score, field by field."""
        schema, facts = self._schema(entity), self._facts(entity)
        return compare.explanation(self.workspace.staging, schema, facts, (left, right))

    # -- deciding

    @edit
    def merge(self, entity: str, rows: Sequence[int], without: Sequence[int] = ()) -> Decided:
        """These rows are one and the same; those `without` are different from all of them."""
        known = self._known(entity, [*rows, *without])
        inside = [row for row in known if row not in set(without)]
        if len(inside) < 2:
            raise PlanError(
                Text("Merging needs at least two records.", "برای ادغام دست‌کم دو رکورد لازم است."),
                hint=Text("Choose two or more.", "دو رکورد یا بیشتر برگزینید."),
            )
        found, answers = self._groups(entity), self._answers(entity)
        verdicts = together(entity, inside, found, answers)
        for row in set(known) - set(inside):
            verdicts += apart(entity, [inside, [row]], found, answers)
        label = Text(f"Merged {len(inside)} records", f"ادغام {len(inside)} رکورد")
        return self._decide(label, verdicts, known)

    @edit
    def separate(self, entity: str, rows: Sequence[int]) -> Decided:
        """These rows are not one and the same: the parts that the last result made of them, or
        that people made since, are different from each other; where there is only one part, each
        row stands alone."""
        known = self._known(entity, rows)
        if len(known) < 2:
            raise PlanError(
                Text(
                    "One record alone is no duplicate of anything.",
                    "یک رکورد به‌تنهایی تکراری چیزی نیست.",
                )
            )
        parts = self._parts(entity, known)
        kept = parts if len(parts) > 1 else [[row] for row in known]
        verdicts = apart(entity, kept, self._groups(entity), self._answers(entity))
        label = Text(f"Kept {len(known)} records apart", f"جدا ماندن {len(known)} رکورد")
        return self._decide(label, verdicts, known)

    @edit
    def keep(self, entity: str, field: str, row: int) -> Decided:
        """The value that the row has in a field goes into the golden record."""
        known = self._known(entity, [row])
        staging, clean = self.workspace.staging, names.clean(entity)
        if field.startswith("_") or field not in staging.columns(clean):
            raise PlanError(
                Text(f"The field {field!r} is not mapped.", f"فیلد «{field}» نگاشت نشده است.")
            )
        if not staging.scalar(f"select {quote(field)} from {quote(clean)} where _rid = ?", [row]):
            raise PlanError(
                Text("An empty value cannot be kept.", "مقدار خالی را نمی‌شود نگه داشت."),
                hint=Text("Choose one that is filled.", "مقداری برگزینید که خالی نیست."),
            )
        label = Text("Kept a value", "نگه داشتن یک مقدار")
        return self._decide(label, [Override(entity, field, row)], known)

    @edit
    def let_rule_decide(self, entity: str, field: str, rows: Sequence[int]) -> Decided:
        """Take back what was kept of these rows in a field."""
        self._schema(entity)
        inside = set(rows)
        acts = [
            one.act or one.seq
            for one in self.workspace.project.decisions.overrides()
            if (one.entity, one.field) == (entity, field) and one.row in inside
        ]
        label = Text("Let the rule choose a value", "سپردن یک مقدار به قاعده")
        return self._withdraw(label, acts, rows)

    @edit
    def take_back(self, entity: str) -> Decided:
        """Undo the last thing that was decided about an entity's records."""
        acts = [a for a in self.workspace.project.decisions.acts() if a.entity == entity]
        if not acts:
            raise PlanError(
                Text("There is no decision to take back.", "تصمیمی برای پس گرفتن نیست.")
            )
        label = Text("Took a decision back", "پس گرفتن یک تصمیم")
        return self._withdraw(label, [acts[-1].no], self._rows_of(acts[-1].no))

    # -- parts

    def _entity(self, schema: Entity) -> EntityLine:
        name = schema.name
        found = counts(self._groups(name).standing(self._answers(name)), self._absorbed(name))
        known = any(s.entity == name for s in self.workspace.plan.matching)
        enabled = rules.settings_of(self.workspace.plan, name).enabled
        rows = self.workspace.staging.count(names.clean(name))
        return EntityLine(name, compare.entity_text(schema), enabled, known, rows, found)

    def _named(self, entity: str, line: FieldLine, rows: Sequence[int]) -> FieldLine:
        """The line with words for values that say little by themselves: names of the records that
        a lookup points to, labels of a picklist."""
        schema = self._schema(entity)
        labels = {value.value: value for value in schema.field(line.name).picklist}
        if labels:
            return replace(line, told=tuple(_label(labels.get(v)) for v in line.values))
        if schema.relationship(line.name) is None:
            return line
        values = list(zip(rows, line.values, strict=True))
        staging, plan = self.workspace.staging, self.workspace.plan
        named = told(staging, plan, entity, line.name, values)
        return replace(line, told=tuple(Text.of(name) for name in named))

    def _parts(self, entity: str, rows: Sequence[int]) -> list[list[int]]:
        """The rows by the cluster they stand in, joined further by verdicts given since."""
        clusters = self._clusters(entity)
        label = {row: clusters.get(row, row) for row in rows}
        for (left, right), answer in self._answers(entity).items():
            if answer is Answer.SAME and left in label and right in label:
                old, new = label[right], label[left]
                label = {row: new if at == old else at for row, at in label.items()}
        parts: dict[int, list[int]] = {}
        for row in rows:
            parts.setdefault(label[row], []).append(row)
        return list(parts.values())


def _label(value: PicklistValue | None) -> Text:
    if value is None:
        return Text("", "")
    return Text(value.label, value.label_fa or value.label)
