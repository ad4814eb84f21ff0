"""What keeps a document from being run for good: rows that nobody signed, or that were edited
since."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from migrator.contract import words
from migrator.contract.signing import Edited, Standing, edits, standing
from migrator.errors import PlanError
from migrator.model.mapping import Feed, FieldMapping, RowStatus
from migrator.model.plan import Plan
from migrator.model.text import Text
from migrator.model.views.contract import EditedCell, SignLine
from migrator.project.contracts import Contracts

NAMED = 3  # rows that a refusal names
_HINT = Text("Look at the rows, then sign them.", "ردیف‌ها را ببینید و سپس امضا کنید.")


def lines(plan: Plan, contracts: Contracts) -> tuple[SignLine, ...]:
    """Every row of the document with its signature, and what was edited since."""
    found = [(feed, row, standing(plan, feed, row)) for feed in plan.feeds for row in feed.fields]
    marks = [
        row.signature.fingerprint
        for _, row, stands in found
        if stands == Standing.REOPENED and row.signature
    ]
    recalled = contracts.recalled(marks)
    return tuple(line(plan, feed, row, recalled) for feed, row, _ in found)


def line(plan: Plan, feed: Feed, row: FieldMapping, recalled: Mapping[str, Any]) -> SignLine:
    """One row with its signature."""
    stands = standing(plan, feed, row)
    since = edits(plan, feed, row, recalled) if stands == Standing.REOPENED else ()
    cells = tuple(_cell(one) for one in since)
    where = words.where_in(plan, feed.id, feed.entity, row.target)
    return SignLine(
        feed=feed.id,
        entity=feed.entity,
        target=row.target,
        where=where,
        status=row.status.value,
        standing=stands.value,
        by=row.signature.by if row.signature else "",
        at=row.signature.at if row.signature else "",
        edits=cells,
        told=told(where, cells) if cells else Text("", ""),
    )


def _cell(one: Edited) -> EditedCell:
    cell = words.CELLS[one.what]
    if one.key:
        cell = Text(f"{cell.en} “{one.key}”", f"{cell.fa} «{one.key}»")
    return EditedCell(cell, one.old, one.new, one.who, one.at)


def told(where: Text, cells: tuple[EditedCell, ...]) -> Text:
    """What was edited in a row after signing, in one sentence."""
    en, fa = [], []
    for one in cells:
        was, now = words.quoted(one.old), words.quoted(one.new)
        en.append(f"{one.cell.en} {was.en} became {now.en}")
        fa.append(f"{one.cell.fa} از {was.fa} به {now.fa}")
    who = next((one.who for one in cells if one.who), "")
    by_en, by_fa = (f" (by {who})", f" (به دست {who})") if who else ("", "")
    return Text(
        f"{where.en} was edited after signing{by_en}: {'; '.join(en)}.",
        f"{where.fa} پس از امضا ویرایش شد{by_fa}: {'؛ '.join(fa)}.",
    )


def open_rows(plan: Plan, contracts: Contracts) -> tuple[SignLine, ...]:
    """The rows that keep a full run waiting; none where no signature is asked for."""
    if not plan.loading.require_signature:
        return ()
    return tuple(one for one in lines(plan, contracts) if one.standing != "signed")


def said(rows: tuple[SignLine, ...]) -> Text:
    """What keeps the full run waiting, in one or two sentences; "" for nothing."""
    edited = [one for one in rows if one.standing == "reopened"]
    bare = [one for one in rows if one.standing == "unsigned"]
    en, fa = [], []
    for one in edited[:NAMED]:
        en.append(one.told.en)
        fa.append(one.told.fa)
    if len(edited) > NAMED:
        more = words.number(len(edited) - NAMED)
        en.append(f"{more.en} more rows were edited after signing.")
        fa.append(f"{more.fa} ردیف دیگر هم پس از امضا ویرایش شده است.")
    if bare:
        count, rest = words.number(len(bare)), len(bare) - NAMED
        names = words.listed([one.where.en for one in bare[:NAMED]]).en
        persian = words.listed([one.where.fa for one in bare[:NAMED]]).fa
        dots = "…" if rest > 0 else "."
        verb = "row of the mapping is" if len(bare) == 1 else "rows of the mapping are"
        en.append(f"{count.en} {verb} not signed: {names}{dots}")
        fa.append(f"{count.fa} ردیف نگاشت امضا نشده است: {persian}{dots}")
    return Text(" ".join(en), " ".join(fa))


def undecided(plan: Plan) -> Text | None:
    """The sentence for rows that wait for a decision: nothing is loaded for good while people
    doubt what it does. None if there are none."""
    waiting = [
        words.where(plan, feed.entity, row.target)
        for feed in plan.feeds
        for row in feed.fields
        if row.status == RowStatus.TO_DECIDE
    ]
    if not waiting:
        return None
    count, dots = words.number(len(waiting)), "…" if len(waiting) > NAMED else "."
    names = words.listed([one.en for one in waiting[:NAMED]]).en
    persian = words.listed([one.fa for one in waiting[:NAMED]]).fa
    verb = "row of the mapping waits" if len(waiting) == 1 else "rows of the mapping wait"
    return Text(
        f"{count.en} {verb} for a decision: {names}{dots}",
        f"{count.fa} ردیف نگاشت نیازمند تصمیم است: {persian}{dots}",
    )


def waiting(plan: Plan, contracts: Contracts) -> Text:
    """What keeps the full run waiting, in words; "" for nothing."""
    return undecided(plan) or said(open_rows(plan, contracts))


def check(plan: Plan, contracts: Contracts) -> None:
    """Raise PlanError, naming rows and edits, where the document may not be run for good."""
    doubted = undecided(plan)
    if doubted is not None:
        raise PlanError(
            doubted,
            hint=Text(
                "Decide on them at the step “Map”, then set their status.",
                "در گام «نگاشت» درباره‌ی آن‌ها تصمیم بگیرید و وضعیتشان را بنویسید.",
            ),
        )
    rows = open_rows(plan, contracts)
    if rows:
        raise PlanError(said(rows), hint=_HINT, rows=[f"{one.feed}.{one.target}" for one in rows])
