"""What people wrote into a cell, read as the value that the plan would get."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence

from migrator.contract import words as contract_words
from migrator.documents import words
from migrator.documents.state import NOTHING, CellKey, State, Value, label_of
from migrator.model.mapping import Collision, RowStatus
from migrator.model.schema import PicklistValue
from migrator.model.text import Text
from migrator.transforms.folding import compact, fold

LONGEST = 2_000  # characters of a note, a reason, a value
_BETWEEN = re.compile(r"[ \t]*(?:[+＋;؛\n،])[ \t]*")


class Unfit(ValueError):
    """What stands in the cell cannot be taken; `words` says why."""

    def __init__(self, en: str, fa: str) -> None:
        super().__init__(en)
        self.words = Text(en, fa)


def plain(text: str) -> str:
    """The text as people mean it: no spaces around, one kind of line end, letters composed."""
    return unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n")).strip()


def answer(state: State, key: CellKey, text: str) -> Value:
    """The value that `text` stands for in the cell `key`; Unfit says why it stands for none."""
    written = plain(text)
    if not written:
        return NOTHING
    if len(written) > LONGEST:
        raise Unfit(
            f"The text has more than {LONGEST} characters.", f"متن بیش از {LONGEST} نویسه دارد."
        )
    return _READERS.get(key.what, _free)(state, key, written)


def _free(_: State, __: CellKey, written: str) -> Value:
    return (written,)


def _owner(state: State, _: CellKey, written: str) -> Value:
    """A person of the project however the name is typed; anybody else as typed."""
    names = [one.name for one in state.plan.people]
    return (next((name for name in names if compact(name) == compact(written)), written),)


def _status(_: State, __: CellKey, written: str) -> Value:
    found = _word(written, ((str(one), contract_words.STATUSES[one]) for one in RowStatus))
    if not found:
        raise Unfit(f"There is no status “{written}”.", f"وضعیتی به نام «{written}» نیست.")
    if found == RowStatus.SIGNED:
        raise Unfit(
            "A row is signed in Kooch, not in a file.",
            "ردیف را در کوچ امضا می‌کنند، نه در پرونده.",
        )
    return (found,)


def _collision(_: State, __: CellKey, written: str) -> Value:
    found = _word(written, ((str(one), contract_words.COLLISIONS[one]) for one in Collision))
    if not found:
        raise Unfit(f"There is no rule “{written}”.", f"قاعده‌ای به نام «{written}» نیست.")
    return (found,)


def _word(written: str, known: Iterable[tuple[str, Text]]) -> str:
    wanted = compact(written)
    return next(
        (value for value, told in known if wanted in map(compact, (value, told.en, told.fa))), ""
    )


def _sources(state: State, key: CellKey, written: str) -> Value:
    columns = state.columns(key.feed)
    found: list[str] = []
    parts = _BETWEEN.split(written)
    gaps = [*_BETWEEN.findall(written), ""]
    at = 0
    while at < len(parts):
        name, taken = _longest(columns, parts[at:], gaps[at:])
        if not name:
            gone = parts[at]
            raise Unfit(f"The table has no column “{gone}”.", f"جدول ستونی به نام «{gone}» ندارد.")
        found.append(name)
        at += taken
    return tuple(dict.fromkeys(found))


def _longest(columns: Sequence[str], parts: list[str], gaps: list[str]) -> tuple[str, int]:
    """The column that the most parts together name (a name may hold a +), and how many parts."""
    for count in range(len(parts), 0, -1):
        text = parts[0] + "".join(g + p for g, p in zip(gaps, parts[1:count], strict=False))
        name = _column(columns, text)
        if name:
            return name, count
    return "", 0


def _column(columns: Sequence[str], text: str) -> str:
    wanted = text.strip()
    for way in (str, str.strip, plain, fold, compact):
        same = [name for name in columns if way(name) == way(wanted)]
        if len(same) == 1 and way(wanted):
            return same[0]
    return ""


def _picked(state: State, key: CellKey, written: str) -> Value:
    """A value of the field's picklist by label or value; any text where there is no picklist."""
    empty = {compact(words.EMPTY.en), compact(words.EMPTY.fa)}
    if key.what == "value" and compact(written) in empty:
        return ("",)
    picklist = state.picklist(key)
    if not picklist:
        return (written,)
    found = [one.value for one in picklist if one.value == written] or [
        one.value for one in picklist if _is(picklist, one, written)
    ]
    if len(found) == 1:
        return (found[0],)
    if found:
        raise Unfit(
            f"“{written}” is the label of {len(found)} values: write the value itself.",
            f"«{written}» برچسب {len(found)} مقدار است: خود مقدار را بنویسید.",
        )
    raise Unfit(
        f"“{written}” is not in the picklist of the field.",
        f"«{written}» در فهرست انتخاب فیلد نیست.",
    )


def _is(picklist: Sequence[PicklistValue], one: PicklistValue, written: str) -> bool:
    unique = label_of(picklist, one.value)
    ways = {one.value, one.label, one.label_fa, unique.en, unique.fa}
    ways |= {f"{label} ({one.value})" for label in (one.label, one.label_fa) if label}
    return compact(written) in {compact(way) for way in ways if way}


_READERS: dict[str, Callable[[State, CellKey, str], Value]] = {
    "sources": _sources,
    "default": _picked,
    "value": _picked,
    "collision": _collision,
    "status": _status,
    "owner": _owner,
}
