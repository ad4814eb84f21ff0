"""Raw cells of a worksheet to text and remarks, one kind of cell at a time."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

import pyarrow as pa
import pyarrow.compute as pc

from migrator.sources.workbooks.arrow_text import map_distinct, place
from migrator.sources.workbooks.base import CellRemark, Cells, cell_name, damaged
from migrator.sources.workbooks.values import NumberKind, number_text, serial_text
from migrator.sources.workbooks.xlsx_strings import finish_texts
from migrator.sources.workbooks.xlsx_tokens import RawCells

_SIMPLE_NUMBER = r"^(0|-?[1-9][0-9]{0,14})$"
_ISO_ZERO = re.compile(r"T00:00(:00(\.0+)?)?Z?$")


@dataclass
class _Found:
    """What one kind of cell became: `texts` and (place, code, value) remarks."""

    texts: pa.Array
    remarks: list[tuple[int, str, str]] = field(default_factory=list)


class CellTexts:
    """Converts raw cells with the strings, styles and date system of their workbook."""

    def __init__(self, strings: pa.Array, styles: tuple[NumberKind, ...], epoch_1904: bool) -> None:
        self._strings = strings
        self._styles = styles
        self._epoch_1904 = epoch_1904

    def convert(self, raw: RawCells) -> Cells:
        """The same cells as text; those without value or remark are gone."""
        kinds = [self._kind(*pair) for pair in raw.attributes]
        done, remarks = [], []
        for kind in dict.fromkeys(kinds):
            styles = [place for place, found in enumerate(kinds) if found == kind]
            mask = pc.is_in(raw.styles, pa.array(styles, pa.int32()))
            if len(set(kinds)) > 1:
                mask = pc.and_(mask, pc.is_valid(raw.texts))
            else:
                mask = pc.is_valid(raw.texts)
            places = pc.indices_nonzero(mask)
            if not len(places):
                continue
            found = self._convert_kind(kind, raw, places)
            done.append((places, found.texts))
            remarks += [(places[at].as_py(), code, value) for at, code, value in found.remarks]
        remarks += _missing_values(raw)
        texts = place(done, len(raw.rows)) if done else pa.nulls(len(raw.rows), pa.string())
        return _kept(raw, texts, remarks)

    def _kind(self, cell_type: str, style: str) -> str:
        if cell_type != "n":
            return cell_type
        index = int(style) if style.isascii() and style.isdigit() else 0
        kind = self._styles[index] if index < len(self._styles) else NumberKind.NUMBER
        return kind.value

    def _convert_kind(self, kind: str, raw: RawCells, places: pa.Array) -> _Found:
        texts = raw.texts if len(places) == len(raw.texts) else raw.texts.take(places)
        if kind == "s":
            return self._shared(texts, raw, places)
        if kind == NumberKind.NUMBER:
            return _number(texts)
        if kind in tuple(NumberKind):
            return self._date(texts, NumberKind(kind))
        if kind == "e":
            return _remarked(texts, _error)
        if kind in _SIMPLE:
            return _Found(map_distinct(texts, _SIMPLE[kind], pa.string()))
        return _Found(finish_texts(texts))

    def _shared(self, texts: pa.Array, raw: RawCells, places: pa.Array) -> _Found:
        plain = pc.match_substring_regex(texts, r"^[ \t\n]*[0-9]{1,9}[ \t\n]*$")
        if not pc.all(plain).as_py():
            self._bad_string(raw, places, pc.index(plain, False).as_py())
        indices = pc.ascii_trim_whitespace(texts).cast(pa.int32())
        if pc.max(indices).as_py() >= len(self._strings):
            outside = pc.greater_equal(indices, len(self._strings))
            self._bad_string(raw, places, pc.index(outside, True).as_py())
        return _Found(self._strings.take(indices))

    def _bad_string(self, raw: RawCells, places: pa.Array, at: int) -> None:
        where = places[at].as_py()
        name = cell_name(raw.rows[where].as_py(), raw.columns[where].as_py())
        raise damaged(
            f"cell {name} refers to text number {raw.texts[where].as_py()[:20]!r} of the "
            f"{len(self._strings):,} in the file"
        )

    def _date(self, texts: pa.Array, kind: NumberKind) -> _Found:
        def change(stored: str) -> tuple[str | None, str]:
            text = serial_text(stored, kind, self._epoch_1904)
            return text, "" if text is not None else "bad_date_cell"

        return _remarked(texts, change)


def _number(texts: pa.Array) -> _Found:
    odd = pc.invert(pc.match_substring_regex(texts, _SIMPLE_NUMBER))
    if not pc.any(odd).as_py():
        return _Found(texts)
    changed = _remarked(texts.filter(odd), _number_remark)
    places = pc.indices_nonzero(odd)
    remarks = [(places[at].as_py(), code, value) for at, code, value in changed.remarks]
    return _Found(pc.replace_with_mask(texts, odd, changed.texts), remarks)


def _number_remark(stored: str) -> tuple[str | None, str]:
    text, lost = number_text(stored)
    return text or None, "digits_lost" if lost else ""


def _boolean(stored: str) -> str:
    return {"1": "true", "0": "false"}.get(stored.strip(), stored.strip().lower())


def _iso_date(stored: str) -> str:
    return _ISO_ZERO.sub("", stored.strip())


def _error(_stored: str) -> tuple[str | None, str]:
    return None, "error_cell"


_SIMPLE: dict[str, Callable[[str], str]] = {"b": _boolean, "d": _iso_date}


def _remarked(texts: pa.Array, change: Callable[[str], tuple[str | None, str]]) -> _Found:
    """`change(stored) -> (text, code or "")` per distinct value; remarks carry the stored value."""
    coded = texts.dictionary_encode()
    stored = coded.dictionary.to_pylist()
    changed = [change(value) for value in stored]
    result = pa.array([text for text, _ in changed], pa.string()).take(coded.indices)
    if not any(code for _, code in changed):
        return _Found(result)
    marked = pa.array([bool(code) for _, code in changed], pa.bool_()).take(coded.indices)
    places = pc.indices_nonzero(marked)
    remarks = [
        (at, changed[which][1], stored[which])
        for at, which in zip(
            places.to_pylist(), coded.indices.take(places).to_pylist(), strict=True
        )
    ]
    return _Found(result, remarks)


def _missing_values(raw: RawCells) -> list[tuple[int, str, str]]:
    """Formulas whose result was never stored; an empty text result is a stored one."""
    if not pc.any(raw.formulas).as_py():
        return []
    texts = [place for place, pair in enumerate(raw.attributes) if pair[0] == "str"]
    no_text = pc.invert(pc.is_in(raw.styles, pa.array(texts, pa.int32())))
    empty = pc.equal(pc.fill_null(pc.binary_length(raw.texts), 0), 0)
    missing = pc.and_(pc.and_(raw.formulas, empty), no_text)
    return [(at, "formula_without_value", "") for at in pc.indices_nonzero(missing).to_pylist()]


def _kept(raw: RawCells, texts: pa.Array, remarks: list[tuple[int, str, str]]) -> Cells:
    """Cells with a text or a remark."""
    remarks.sort()
    keep = pc.is_valid(texts)
    rows, columns = raw.rows, raw.columns
    if texts.null_count:
        if remarks:
            marked = pa.array(sorted({at for at, _, _ in remarks}), pa.int32())
            keep = pc.or_(keep, pc.is_in(pa.array(range(len(texts)), pa.int32()), marked))
        rows, columns, texts = rows.filter(keep), columns.filter(keep), texts.filter(keep)
    notes = tuple(
        CellRemark(raw.rows[at].as_py(), raw.columns[at].as_py(), code, value)
        for at, code, value in remarks
    )
    return Cells(rows, columns, texts, notes)
