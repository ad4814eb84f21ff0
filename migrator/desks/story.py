"""The story of a record: from any row or number to where it came from and where it ended.

Works with what the stages have made so far; what has not run yet is simply not told.
"""

from __future__ import annotations

from migrator.desks.base import Desk, query
from migrator.desks.freshness import first_stale
from migrator.desks.story_records import landing, pair_traces, record_issues, survivor_traces
from migrator.desks.story_rows import row_trace
from migrator.desks.story_tables import Tables, entity_label
from migrator.errors import PlanError
from migrator.model.mapping import ROW_BITS, Feed, lineage, row_id
from migrator.model.text import Text
from migrator.model.views.story import Fate, Hit, Landing, RecordStory
from migrator.store import names
from migrator.store.names import literal, quote

FOUND = 50
ROWS_SHOWN = 20  # rows of one record whose way is told in full


class StoryDesk(Desk):
    """Reads; changes nothing."""

    @query
    def record(self, entity: str, gid: int) -> RecordStory:
        """The story of a golden record; PlanError when there is none of this number."""
        tables = self._tables()
        rids = tables.rids_of(entity, gid)
        golden = tables.golden(entity, gid)
        if not rids or golden is None:
            raise _nothing(
                Text(f"There is no record {gid} of {entity}.", f"رکورد {gid} در «{entity}» نیست.")
            )
        feeds = {feed.no: feed for feed in tables.plan.feeds}
        traced = [(feeds.get(lineage(rid)[0]), rid) for rid in rids[:ROWS_SHOWN]]
        verdicts = self.workspace.project.decisions.verdicts()
        return RecordStory(
            entity=entity,
            label=entity_label(tables.plan, entity),
            gid=gid,
            key=str(golden["_key"] or ""),
            name=tables.name(entity, golden),
            rows=tuple(row_trace(tables, feed, rid) for feed, rid in traced if feed),
            pairs=pair_traces(tables, entity, rids, verdicts),
            survivors=survivor_traces(tables, entity, golden, rids),
            issues=record_issues(tables, entity, gid),
            landing=landing(tables, entity, gid, self.workspace.runs()),
            stale=first_stale(self.workspace),
        )

    @query
    def row(self, rid: int) -> RecordStory:
        """The story of the record that a source row became part of; of the row alone when it was
        left out or the stages have not come so far. PlanError when there is no such row."""
        tables = self._tables()
        feed = self._feed(rid)
        gid = tables.gid_of(feed.entity, rid)
        if gid and tables.golden(feed.entity, gid):
            return self.record(feed.entity, gid)
        trace = row_trace(tables, feed, rid)
        if not any(value is not None for _, value in trace.values) and not trace.fields:
            raise _nothing(
                Text(
                    f"There is no row {lineage(rid)[1]} in {feed.source}/{feed.table}.",
                    f"ردیف {lineage(rid)[1]} در «{feed.source}/{feed.table}» نیست.",
                )
            )
        return RecordStory(
            entity=feed.entity,
            label=entity_label(tables.plan, feed.entity),
            gid=0,
            key=trace.key,
            name=tables.name(feed.entity, tables.row(feed.entity, rid)),
            rows=(trace,),
            pairs=(),
            survivors=(),
            issues=(),
            landing=Landing(Fate.LEFT_OUT if trace.left_out else Fate.MAPPED),
            stale=first_stale(self.workspace),
        )

    @query
    def find(self, text: str) -> tuple[Hit, ...]:
        """Records by source key, target id or number, in every entity; at most FOUND."""
        wanted = text.strip()
        if not wanted:
            return ()
        tables = self._tables()
        hits: list[Hit] = []
        for entity in tables.plan.entities():
            seen: set[int] = set()
            for gid, by in self._found(tables, entity, wanted):
                if gid not in seen and len(hits) < FOUND:
                    seen.add(gid)
                    hits.append(_hit(tables, entity, gid, by))
        for feed in tables.plan.feeds:
            hits += _left_out(tables, feed, wanted)[: FOUND - len(hits)]
        return tuple(hits)

    @staticmethod
    def _found(tables: Tables, entity: str, wanted: str) -> list[tuple[int, str]]:
        """(golden id, found by) of an entity; the same one may come twice."""
        found: list[tuple[int, str]] = []
        key = literal(wanted)
        where = f"_key = {key} or ends_with(_key, {literal('|' + wanted)})"
        rows = tables.rows(names.crosswalk(entity), where, FOUND)
        found += [(int(row["_gid"]), "key") for row in rows]
        rows = tables.rows(names.outcome(entity), f"target_id = {key}", FOUND)
        found += [(int(row["_gid"]), "target") for row in rows]
        if wanted.isascii() and wanted.isdigit() and len(wanted) < 19:
            number = int(wanted)
            where = f"_gid = {number} or _rid = {number}"
            rows = tables.rows(names.crosswalk(entity), where, 1)
            found += [(int(row["_gid"]), "row") for row in rows]
        return found

    def _tables(self) -> Tables:
        return Tables(self.workspace.staging, self.workspace.plan)

    def _feed(self, rid: int) -> Feed:
        number = lineage(rid)[0]
        found = next((f for f in self.workspace.plan.feeds if f.no == number), None)
        if found is None:
            raise _nothing(
                Text(
                    f"No table of the mapping has a row {rid}.",
                    f"هیچ جدولی در نگاشت ردیف {rid} را ندارد.",
                )
            )
        return found


def _hit(tables: Tables, entity: str, gid: int, by: str) -> Hit:
    golden = tables.golden(entity, gid)
    key = str(golden["_key"] or "") if golden else ""
    label = entity_label(tables.plan, entity)
    return Hit(entity, label, gid, key, tables.name(entity, golden), by)


def _left_out(tables: Tables, feed: Feed, wanted: str) -> list[Hit]:
    """Rows of a feed with this key that a filter left out: they went into no record."""
    choice = tables.plan.choice(feed.source, feed.table)
    columns = [column.name for column in choice.table.columns]
    gone = names.excluded(feed.entity)
    if not set(feed.key) <= set(columns) or not tables.staging.exists(gone):
        return []
    # As the stage "map" makes the key: trimmed, joined; without one, the row's number.
    parts = [f"trim(coalesce(c{columns.index(name) + 1}, ''))" for name in feed.key]
    key = " || '|' || ".join(parts) if parts else "'#' || _row"
    own = literal(wanted.removeprefix(feed.id + "|"))
    where = f"""{key} = {own} and _row in (select _rid & {(1 << ROW_BITS) - 1}
        from {quote(gone)} where _rid >> {ROW_BITS} = {feed.no})"""
    label = entity_label(tables.plan, feed.entity)
    return [
        Hit(feed.entity, label, 0, wanted, "", "key", row_id(feed.no, int(row["_row"])))
        for row in tables.rows(names.raw(choice.no), where, FOUND)
    ]


def _nothing(message: Text) -> PlanError:
    return PlanError(
        message,
        hint=Text(
            "The data may have been made anew since: look at the list again.",
            "شاید داده‌ها از آن پس دوباره ساخته شده باشند: فهرست را دوباره ببینید.",
        ),
    )
