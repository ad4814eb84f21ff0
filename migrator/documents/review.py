"""Several copies against the plan: what changed, where they disagree, what cannot be taken."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from migrator.documents import words
from migrator.documents.reading import Copy
from migrator.documents.state import NOTHING, CellKey, State, Value
from migrator.model.codec import canonical
from migrator.model.mapping import Collision, RowStatus
from migrator.model.mapping_change import MappingChange
from migrator.model.text import Text
from migrator.model.views.mapping_documents import (
    CellEdit,
    Clash,
    CopyFacts,
    ImportReview,
    Refusal,
)

_GONE = Text("(not there any more)", "(دیگر نیست)")
_ANNOTATIONS = frozenset({"collision", "status", "owner", "note"})
_USUAL = {"status": str(RowStatus.DRAFT), "collision": str(Collision.OVERWRITE)}
Said = dict[Value, list[tuple[Copy, str]]]  # who says a value, and in which cell


def review(state: State, copies: Sequence[Copy], fingerprint: str) -> ImportReview:
    """All changes of all copies; `fingerprint` is that of the plan's document now."""
    facts = tuple(_facts(copy, fingerprint) for copy in copies)
    for copy in copies:
        _settle(state, copy)
    refusals = [one for copy in copies for one in copy.refusals]
    refusals += [one for copy in copies for one in _contradictions(state, copy)]
    if refusals:
        return ImportReview(facts, (), (), tuple(refusals))
    edits: list[CellEdit] = []
    clashes: list[Clash] = []
    for key, (base, said) in _gathered(copies).items():
        now = state.value(key)
        if now is None:
            refusals += _gone(state, key, said)
            continue
        wanted = {value: who for value, who in said.items() if value != now}
        made = tuple(_edit(state, key, base, value, who) for value, who in wanted.items())
        if made and (len(said) > 1 or now != base):
            clashes.append(_clash(state, key, base, now, made))
        else:
            edits += made
    return ImportReview(facts, tuple(edits), tuple(clashes), tuple(refusals))


def _facts(copy: Copy, fingerprint: str) -> CopyFacts:
    memory = copy.memory
    if memory is None:
        return CopyFacts(copy.file, copy.who, "", "", current=False)
    same = memory.fingerprint == fingerprint
    return CopyFacts(copy.file, copy.who, memory.exported, memory.fingerprint, current=same)


def _gathered(copies: Sequence[Copy]) -> dict[CellKey, tuple[Value, Said]]:
    """By cell what stood there at the export, and every value that some copy gives it."""
    found: dict[CellKey, tuple[Value, Said]] = {}
    for copy in copies:
        for key, (base, value, address) in copy.answers.items():
            said = found.setdefault(key, (base, defaultdict(list)))[1]
            said[value].append((copy, address))
    return found


def _clash(
    state: State, key: CellKey, base: Value, now: Value, edits: tuple[CellEdit, ...]
) -> Clash:
    return Clash(
        state.place(key), _told(state, key, base), _told(state, key, now), edits, now != base
    )


def _edit(
    state: State, key: CellKey, base: Value, value: Value, who: Sequence[tuple[Copy, str]]
) -> CellEdit:
    old, new = _told(state, key, base), _told(state, key, value)
    parts = canonical([key.feed, key.target, key.what, key.key, list(value)])
    people = dict.fromkeys(copy.who or copy.file for copy, _ in who)
    feed = state.feed(key.feed)
    return CellEdit(
        id=hashlib.sha256(parts.encode("utf-8", "surrogatepass")).hexdigest()[:10],
        change=MappingChange(
            key.feed,
            feed.entity if feed else "",
            key.target,
            key.what,
            old.en if base else "",
            new.en if value else "",
            key.key,
            ", ".join(people),
        ),
        value=value,
        place=state.place(key),
        old=old,
        new=new,
        files=tuple(copy.file for copy, _ in who),
        cells=tuple(address for _, address in who),
    )


def _told(state: State, key: CellKey, value: Value) -> Text:
    return state.told(key, value) if value else words.NOTHING


def _gone(state: State, key: CellKey, said: Said) -> Iterable[Refusal]:
    place = state.place(key)
    column = state.mapped(key.feed, key.key) if key.what == "left_out" else ""
    for who in said.values():
        for copy, address in who:
            if column:
                told = Text(
                    f"{key.key} is mapped to {column} by now.",
                    f"{key.key} اکنون به {column} نگاشت شده است.",
                )
            else:
                told = Text(
                    f"“{place.en}” is not in the project any more.",
                    f"«{place.fa}» دیگر در پروژه نیست.",
                )
            yield Refusal(copy.file, address, told)


# -- what does not fit together within one copy


def _contradictions(state: State, copy: Copy) -> Iterable[Refusal]:
    yield from _homeless(state, copy)
    taken = {
        (key.feed, name): address
        for key, (_, value, address) in copy.answers.items()
        if key.what == "sources"
        for name in value
    }
    for key, (_, value, address) in copy.answers.items():
        if key.what == "left_out" and value and (key.feed, key.key) in taken:
            at = taken[key.feed, key.key]
            yield Refusal(
                copy.file,
                address,
                Text(
                    f"{key.key} is left out here and mapped in {at}.",
                    f"{key.key} این‌جا کنار گذاشته شده و در {at} نگاشت شده است.",
                ),
            )


def _settle(state: State, copy: Copy) -> None:
    """An emptied status or rule is the usual one, or nothing where the whole row goes."""
    for key, (base, value, address) in list(copy.answers.items()):
        if key.what in _USUAL and not value:
            usual = (_USUAL[key.what],)
            if _fills(state, copy.answers, key) and usual != base:
                copy.answers[key] = (base, usual, address)
            else:
                del copy.answers[key]


def _homeless(state: State, copy: Copy) -> Iterable[Refusal]:
    """Words about a field that nothing fills, before or after."""
    for key, (_, value, address) in copy.answers.items():
        if state.value(key) is None or key.what not in _ANNOTATIONS:
            continue
        if value and not _fills(state, copy.answers, key):
            yield Refusal(
                copy.file,
                address,
                Text(
                    "Nothing fills this field: choose its columns or a fixed value too.",
                    "چیزی این فیلد را پر نمی‌کند: ستون یا مقدار ثابتش را هم برگزینید.",
                ),
            )


def _fills(state: State, answers: Mapping[CellKey, tuple[Value, Value, str]], key: CellKey) -> bool:
    row = state.row(key.feed, key.target)
    there = []
    for what in ("sources", "default"):
        cell = CellKey(key.feed, key.target, what)
        there.append(answers[cell][1] if cell in answers else (state.value(cell) or NOTHING))
    changed = any(CellKey(key.feed, key.target, what) in answers for what in ("sources", "default"))
    return any(there) or (row is not None and not changed)
