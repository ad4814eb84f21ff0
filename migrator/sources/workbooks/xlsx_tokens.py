"""Sheet XML in columns: whole rows of plain cells read by vectorised splitting at `<`.

In XML without comments, CDATA or processing instructions a `<` only ever starts a tag, so a split
at `<` gives one token per tag with the text behind it. The tags of a plain row follow a small
automaton (`_NEXT`); each one also has to match its strict form. Whatever does not raises NotPlain,
and the sheet is read by the event parser instead: this file never guesses and never complains.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from migrator.sources.workbooks.arrow_text import decode_references, place, split
from migrator.sources.workbooks.base import MAX_COLUMN, MAX_ROW, column_number

_BLANKS = " \t\n"
_DIGITS = "0123456789"
_CAPITALS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_CONTROLS = bytes(set(range(0x20)) - {0x09, 0x0A, 0x0D})

# Kinds of tokens; an empty element has the kind of its opening tag plus _EMPTY.
_ROW, _CELL, _VALUE, _FORMULA, _INLINE, _TEXT = range(6)
_EMPTY = 8
_CLOSE = 16
# Made once: turning a Python number into an Arrow one takes longer than comparing a block with it.
_KINDS = [pa.scalar(kind, pa.int32()) for kind in range(2 * _CLOSE)]
_ONE, _PAIR, _ROW_STEP = pa.scalar(1, pa.int32()), pa.scalar(32, pa.int32()), pa.scalar(32768)
_LEADS = {
    "ro": _ROW, "/r": _ROW + _CLOSE, "c ": _CELL, "/c": _CELL + _CLOSE,
    "v>": _VALUE, "v/": _VALUE + _EMPTY, "/v": _VALUE + _CLOSE,
    "f>": _FORMULA, "f ": _FORMULA, "f/": _FORMULA, "/f": _FORMULA + _CLOSE,
    "is": _INLINE, "/i": _INLINE + _CLOSE,
    "t>": _TEXT, "t ": _TEXT, "t/": _TEXT + _EMPTY, "/t": _TEXT + _CLOSE,
}  # fmt: skip
_FIXED = {"/row>", "/c>", "v/>", "/v>", "/f>", "is>", "/is>", "t/>", "/t>"}
_VARIED = (_VALUE, _FORMULA, _FORMULA + _EMPTY, _TEXT)
_ROW_STARTS = {_ROW, _ROW + _EMPTY}
_AFTER_CELL = {_CELL, _CELL + _EMPTY, _ROW + _CLOSE}
_AFTER_FORMULA = {_VALUE, _VALUE + _EMPTY, _INLINE, _CELL + _CLOSE}
_NEXT = {
    _ROW: _AFTER_CELL,
    _ROW + _EMPTY: _ROW_STARTS,
    _ROW + _CLOSE: _ROW_STARTS,
    _CELL: {_FORMULA, _FORMULA + _EMPTY} | _AFTER_FORMULA,
    _CELL + _EMPTY: _AFTER_CELL,
    _CELL + _CLOSE: _AFTER_CELL,
    _FORMULA: {_FORMULA + _CLOSE},
    _FORMULA + _EMPTY: _AFTER_FORMULA,
    _FORMULA + _CLOSE: _AFTER_FORMULA,
    _VALUE: {_VALUE + _CLOSE},
    _VALUE + _EMPTY: {_CELL + _CLOSE},
    _VALUE + _CLOSE: {_CELL + _CLOSE},
    _INLINE: {_TEXT, _TEXT + _EMPTY, _INLINE + _CLOSE},
    _INLINE + _CLOSE: {_CELL + _CLOSE},
    _TEXT: {_TEXT + _CLOSE},
    _TEXT + _EMPTY: {_INLINE + _CLOSE},
    _TEXT + _CLOSE: {_INLINE + _CLOSE},
}
_PAIRS = {before * 32 + after for before, afters in _NEXT.items() for after in afters}
_ENDS = {_ROW + _CLOSE, _ROW + _EMPTY}

_ATTRIBUTE = r'[ \t\n]+[A-Za-z_][\w:.-]*="[^"<>&\t\n]*"'
_CELL_REST = re.compile(rf"((?:{_ATTRIBUTE})*)[ \t\n]*(/?)>", re.ASCII)
_CELL_ATTRIBUTES = re.compile(r'([\w:.-]+)="([^"]*)"', re.ASCII)
_ROW_FORM = rf"row({_ATTRIBUTE})*[ \t\n]*/?>$"
_ROW_NUMBER = r'[ \t\n]r="(?P<r>[1-9][0-9]{0,6})"'
_REFERENCE = "&(amp|lt|gt|quot|apos|#[0-9]{1,6}|#x[0-9A-Fa-f]{1,5});"
_FORMULA_OPEN = rf"^f({_ATTRIBUTE})*[ \t\n]*>([^&]|{_REFERENCE})*$"
_FORMULA_EMPTY = rf"^f({_ATTRIBUTE})*[ \t\n]*/>[ \t\n]*$"
_KEPT = 't xml:space="preserve">'


class NotPlain(Exception):
    """The XML is not of the plain form; says nothing about whether it is right."""


@dataclass(frozen=True)
class RawCells:
    """Cells as the XML stores them, in document order.

    `rows`, `columns`: int32, 1-based. `styles`: int32 index into `attributes`, the distinct
    (type, style) pairs as written. `texts`: string, null without a value. `formulas`: boolean.
    """

    rows: pa.Array
    columns: pa.Array
    styles: pa.Array
    attributes: tuple[tuple[str, str], ...]
    texts: pa.Array
    formulas: pa.Array

    def after(self, row: int) -> RawCells:
        """Only the cells below a row."""
        keep = pc.greater(self.rows, row)
        return RawCells(
            self.rows.filter(keep),
            self.columns.filter(keep),
            self.styles.filter(keep),
            self.attributes,
            self.texts.filter(keep),
            self.formulas.filter(keep),
        )


def plain_tokens(data: bytes) -> pa.Array:
    """The tokens of a piece of XML content; NotPlain if it holds bytes that need a real parser."""
    if b"\r" in data:
        data = data.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    if len(data.translate(None, _CONTROLS)) != len(data) or b"\xef\xbf\xbe" in data:
        raise NotPlain
    try:
        data.decode()
    except UnicodeDecodeError:
        raise NotPlain from None
    tokens = split(data, "<")
    if tokens[0].as_py().strip(_BLANKS):
        raise NotPlain
    return tokens.slice(1)


def token_kinds(tokens: pa.Array, prefix: str, leads: dict[str, int]) -> pa.Array:
    """The kind (int32) of each token by its first two letters behind the namespace prefix."""
    heads = pc.binary_slice(tokens.cast(pa.binary()), 0, len(prefix) + 2).dictionary_encode()
    known = {
        (f"/{prefix}{lead[1:]}" if lead[0] == "/" else prefix + lead).encode(): kind
        for lead, kind in leads.items()
    }
    try:
        kinds = pa.array([known[head] for head in heads.dictionary.to_pylist()], pa.int32())
    except KeyError:
        raise NotPlain from None
    return kinds.take(heads.indices)


def check_pairs(kinds: pa.Array, pairs: set[int], starts: set[int], ends: set[int]) -> None:
    """NotPlain unless the kinds form a path of the automaton."""
    found = pc.unique(pc.add(pc.multiply(kinds.slice(0, len(kinds) - 1), _PAIR), kinds.slice(1)))
    ends_well = kinds[0].as_py() in starts and kinds[len(kinds) - 1].as_py() in ends
    if not ends_well or not set(found.to_pylist()) <= pairs:
        raise NotPlain


def after_lead(tokens: pa.Array, length: int) -> pa.Array:
    """The tokens without their first `length` bytes."""
    return pc.binary_replace_slice(tokens, 0, length, "")


def text_contents(tokens: pa.Array, prefix: str, part: str) -> pa.Array:
    """The text of `<t>` tokens, trimmed unless xml:space says to keep blanks, as Excel does."""
    kept = prefix + _KEPT
    keeps = pc.starts_with(tokens, prefix + "t ")
    if pc.any(keeps).as_py() and not pc.all(pc.starts_with(tokens.filter(keeps), kept)).as_py():
        raise NotPlain
    bare = decode_references(after_lead(tokens, len(prefix) + 2), part)
    trimmed = pc.ascii_trim(bare, characters=" \t\n\r")
    if not pc.any(keeps).as_py():
        return trimmed
    whole = decode_references(after_lead(tokens.filter(keeps), len(kept)), part)
    return pc.replace_with_mask(trimmed, keeps, whole)


class _Block:
    """Whole rows of one sheet on their way from tokens to cells."""

    def __init__(self, data: bytes, prefix: str, part: str) -> None:
        self.prefix = prefix
        self.part = part
        self.tokens = plain_tokens(data)
        self.kinds = token_kinds(self.tokens, prefix, _LEADS)

    def of(self, *kinds: int) -> pa.Array:
        """Which tokens are of these kinds."""
        found = pc.equal(self.kinds, _KINDS[kinds[0]])
        for kind in kinds[1:]:
            found = pc.or_(found, pc.equal(self.kinds, _KINDS[kind]))
        return found

    def recode(self, mask: pa.Array, empty: pa.Array, kind: int) -> None:
        """Tell opening tags from empty elements, where `empty` says so."""
        if pc.any(empty).as_py():
            kinds = pc.if_else(empty, kind + _EMPTY, kind).cast(pa.int32())
            self.kinds = pc.replace_with_mask(self.kinds, mask, kinds)

    def check_fixed(self) -> None:
        mask = pc.invert(self.of(_ROW, _ROW + _EMPTY, _CELL, _CELL + _EMPTY, *_VARIED))
        allowed = {
            f"/{self.prefix}{form[1:]}" if form[0] == "/" else self.prefix + form for form in _FIXED
        }
        found = pc.unique(self.tokens.filter(mask)).to_pylist()
        if not {token.rstrip(_BLANKS) for token in found} <= allowed:
            raise NotPlain

    def row_numbers(self) -> pa.Array:
        """The `r` of every row as text; recodes empty rows."""
        mask = self.of(_ROW)
        rows = pc.ascii_rtrim(self.tokens.filter(mask), characters=_BLANKS)
        form = f"^{re.escape(self.prefix)}{_ROW_FORM}"
        if not pc.all(pc.match_substring_regex(rows, form)).as_py():
            raise NotPlain
        numbers = pc.struct_field(pc.extract_regex(rows, _ROW_NUMBER), 0)
        if numbers.null_count:
            raise NotPlain
        self.recode(mask, pc.ends_with(rows, "/>"), _ROW)
        return numbers

    def formula_marks(self) -> None:
        """Recode empty `<f .../>`; the text of formulas is not looked at."""
        mask = self.of(_FORMULA)
        if not pc.any(mask).as_py():
            return
        tokens = self.tokens.filter(mask)
        if self.prefix:
            tokens = after_lead(tokens, len(self.prefix))
        empty = pc.match_substring_regex(tokens, _FORMULA_EMPTY)
        opened = pc.match_substring_regex(tokens, _FORMULA_OPEN)
        if not pc.all(pc.or_(empty, opened)).as_py():
            raise NotPlain
        self.recode(mask, empty, _FORMULA)

    def values(self) -> list[tuple[pa.Array, pa.Array]]:
        """(positions among the cells, texts) of `<v>` and of inline `<t>`."""
        place_of_cell = self.cell_places()
        found = []
        for kind in (_VALUE, _TEXT):
            mask = self.of(kind)
            if pc.any(mask).as_py():
                tokens = self.tokens.filter(mask)
                if kind == _VALUE:
                    texts = decode_references(after_lead(tokens, len(self.prefix) + 2), self.part)
                else:
                    texts = text_contents(tokens, self.prefix, self.part)
                found.append((place_of_cell.filter(mask), texts))
        return found

    def cell_places(self) -> pa.Array:
        """For every token the 0-based place of the last cell begun."""
        return running_count(self.of(_CELL, _CELL + _EMPTY))


def running_count(mask: pa.Array) -> pa.Array:
    """How many true values there were up to each place, minus one (int32)."""
    return pc.subtract(pc.cumulative_sum(mask.cast(pa.int32())), _ONE)


def plain_rows(data: bytes, prefix: str, part: str) -> RawCells:
    """The cells of `data`, which must hold whole `<row>` elements; NotPlain if not of that form."""
    block = _Block(data, prefix, part)
    if len(block.tokens) == 0:
        return no_cells()
    numbers = block.row_numbers()
    mask = block.of(_CELL)
    names, rest = _cell_tags(block.tokens.filter(mask), prefix)
    forms = [_cell_form(text) for text in rest.dictionary.to_pylist()]
    empties = pa.array([form[2] for form in forms], pa.bool_()).take(rest.indices)
    block.recode(mask, empties, _CELL)
    block.formula_marks()
    block.check_fixed()
    check_pairs(block.kinds, _PAIRS, _ROW_STARTS, _ENDS)
    row_of_cell = running_count(block.of(_ROW, _ROW + _EMPTY)).filter(mask)
    rows, columns = _positions(names, numbers, row_of_cell)
    attributes, styles = _styles(forms, rest.indices)
    return RawCells(
        rows,
        columns,
        styles,
        attributes,
        _cell_texts(block.values(), len(names)),
        _has_formula(block, len(names)),
    )


def no_cells() -> RawCells:
    """Not a single cell."""
    none = pa.array([], pa.int32())
    return RawCells(none, none, none, (), pa.array([], pa.string()), pa.array([], pa.bool_()))


def _cell_tags(tokens: pa.Array, prefix: str) -> tuple[pa.Array, Any]:
    """(A1 names, rest of the tag dictionary-encoded) of `c r="A1" ...>` tokens."""
    parts = pc.split_pattern(tokens, pattern='"', max_splits=2)
    if len(tokens) and pc.min(pc.list_value_length(parts)).as_py() != 3:
        raise NotPlain
    leads = pc.unique(pc.list_element(parts, 0)).to_pylist() if len(tokens) else []
    if any(lead.split() != [f"{prefix}c", "r="] for lead in leads):
        raise NotPlain
    if not len(tokens):
        return pa.array([], pa.string()), pa.array([], pa.string()).dictionary_encode()
    return pc.list_element(parts, 1), pc.list_element(parts, 2).dictionary_encode()


@lru_cache(maxsize=4096)
def _cell_form(rest: str) -> tuple[str, str, bool]:
    """(type, style, empty) from what follows the reference in a cell's tag."""
    found = _CELL_REST.fullmatch(rest.rstrip(_BLANKS))
    if found is None:
        raise NotPlain
    pairs = _CELL_ATTRIBUTES.findall(found[1])
    named = dict(pairs)
    if len(named) != len(pairs) or "r" in named:
        raise NotPlain
    return named.get("t", "n"), named.get("s", "0"), bool(found[2])


def _styles(
    forms: list[tuple[str, str, bool]], indices: pa.Array
) -> tuple[tuple[tuple[str, str], ...], pa.Array]:
    """The distinct (type, style) pairs and each cell's index into them."""
    attributes = tuple(dict.fromkeys(form[:2] for form in forms))
    places = {pair: place for place, pair in enumerate(attributes)}
    return attributes, pa.array([places[form[:2]] for form in forms], pa.int32()).take(indices)


def _positions(
    names: pa.Array, numbers: pa.Array, row_of_cell: pa.Array
) -> tuple[pa.Array, pa.Array]:
    """Rows and columns of the cells, once sure that they are in order and inside the grid."""
    if not pc.all(
        pc.equal(pc.ascii_ltrim(names, characters=_CAPITALS), numbers.take(row_of_cell)),
        min_count=0,
    ).as_py():
        raise NotPlain
    letters = pc.ascii_rtrim(names, characters=_DIGITS).dictionary_encode()
    known = letters.dictionary.to_pylist()
    if not all(re.fullmatch("[A-Z]{1,3}", text) for text in known):
        raise NotPlain
    columns = pa.array([column_number(text) for text in known], pa.int32()).take(letters.indices)
    row_numbers = numbers.cast(pa.int32())
    rows = row_numbers.take(row_of_cell)
    keys = pc.add(pc.multiply(rows.cast(pa.int64()), _ROW_STEP), columns)
    if not (
        _ascending(row_numbers)
        and _ascending(keys)
        and pc.max(row_numbers).as_py() <= MAX_ROW
        and (pc.max(columns).as_py() or 0) <= MAX_COLUMN
    ):
        raise NotPlain
    return rows, columns


def _ascending(numbers: pa.Array) -> bool:
    steps = pc.subtract(numbers.slice(1), numbers.slice(0, max(len(numbers) - 1, 0)))
    return len(steps) == 0 or pc.min(steps).as_py() > 0


def _cell_texts(found: list[tuple[pa.Array, pa.Array]], count: int) -> pa.Array:
    return place(found, count) if found else pa.nulls(count, pa.string())


def _has_formula(block: _Block, count: int) -> pa.Array:
    mask = block.of(_FORMULA, _FORMULA + _EMPTY)
    if not pc.any(mask).as_py():
        return pc.equal(pa.nulls(count, pa.int8()).fill_null(0), 1)
    cells = block.cell_places().filter(mask)
    return pc.is_in(pa.array(range(count), pa.int32()), cells)
