"""Looking into sources: their tables anew, and first rows through the real readers."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Hashable
from contextlib import closing
from dataclasses import dataclass, field, replace
from pathlib import Path

from migrator.databases.url import is_database_url
from migrator.desks.source_cards import is_there
from migrator.desks.source_words import said
from migrator.errors import MigratorError, SourceError
from migrator.model.codec import canonical
from migrator.model.issues import ISSUE_CODES
from migrator.model.plan import SourceSpec, TableChoice
from migrator.model.source import TYPE_OPTION, SourceTable, TableKind
from migrator.model.text import Text
from migrator.model.views.sources import (
    Preview,
    PreviewColumn,
    PreviewNote,
    Problem,
    Reading,
    Top,
    Unread,
)
from migrator.sources.base import CellNote, HeadedSource, ReadBatch, Unreadable
from migrator.starting import look
from migrator.workspace import Workspace

CELL = 500  # characters of a cell that are shown
COLUMNS = 200  # columns that are shown
TOP_CELL = 120
_KEPT = 64

DELIMITED = ("encoding", "delimiter", "quote", "header_row")


# -- what can be chosen


def reading(spec: SourceSpec, choice: TableChoice) -> Reading:
    """How a table is read, and which of that may be chosen."""
    facts = choice.table.facts
    if "delimiter" in facts:
        options: tuple[str, ...] = DELIMITED
    elif choice.table.kind is TableKind.SHEET:
        options = ("header_row", "range")
    else:
        options = ("encoding",) if facts.get("format") == "html" else ()
    chosen = {**spec.options, **choice.options}
    types = tuple(name for name in choice.options if name.startswith(TYPE_OPTION))
    return Reading(dict(facts), options, (*(n for n in options if n in chosen), *types))


def is_database(uri: str) -> bool:
    """Whether the source is reached by a URL rather than a path."""
    return is_database_url(uri)


# -- tables anew


def anew(workspace: Workspace, spec: SourceSpec) -> tuple[TableChoice, ...]:
    """What is in a source now, read with the options that people chose for it."""
    chosen = {c.table.name: c.options for c in spec.tables if c.options}
    secret = workspace.secrets.get(spec.id)
    try:
        return look(spec.uri, spec.id, secret, 1, spec.options, chosen).tables
    except SourceError:
        if not chosen:
            raise
    # A chosen table may be gone, which some readers take for a mistake: see what is there first.
    there = {c.table.name for c in look(spec.uri, spec.id, secret, 1, spec.options).tables}
    if there.issuperset(chosen):
        return look(spec.uri, spec.id, secret, 1, spec.options, chosen).tables
    chosen = {name: options for name, options in chosen.items() if name in there}
    return look(spec.uri, spec.id, secret, 1, spec.options, chosen).tables


# -- trouble in words


def problem(error: MigratorError, *, asked: bool = True) -> Problem:
    """An error as people read it. `asked` is whether somebody typed a password: without one, a
    remembered password that no longer fits is simply missing."""
    reason = str(error.details.get("reason") or error.details.get("case") or "")
    if reason == "wrong_password" and not asked:
        reason = "password"
        return Problem(said("The workbook is locked with a password."), _HINTS[reason], reason)
    choices = tuple(str(name) for name in error.details.get("candidates", ()))
    ours = reason in _HINTS and (reason != "kind" or error.hint.startswith("Known are"))
    hint = _HINTS[reason] if ours else said(error.hint)
    return Problem(said(error.message), hint, reason, choices)


_HINTS = {
    "password": Text("Type its password.", "رمز عبور آن را وارد کنید."),
    "encoding": Text(
        "Choose the encoding: cp1256 is Persian or Arabic, cp1252 Western European.",
        "کدگذاری را انتخاب کنید: cp1256 فارسی و عربی است و cp1252 اروپای غربی.",
    ),
    "kind": Text(
        "Files that can be read: CSV and other text, Excel, OpenDocument, JSON, Parquet, HTML"
        " tables, SQLite.",
        "پرونده‌های خواندنی: CSV و متن‌های مشابه، اکسل، OpenDocument، JSON، Parquet، جدول‌های HTML"
        " و SQLite.",
    ),
}


def _why(spec: SourceSpec, error: MigratorError) -> Problem:
    """Why a source of the plan cannot be read: above all, whether it is still there."""
    told = problem(error, asked=False)
    return told if is_there(spec.uri) else replace(told, reason="missing")


# -- previews


def preview(workspace: Workspace, source: str, table: str, limit: int) -> Preview:
    """The first `limit` records of a table; trouble is told in it."""
    spec = workspace.plan.source(source)
    choice = workspace.plan.choice(source, table)
    about = _about(spec, choice)
    if not choice.table.columns:
        return about
    key = _stamp(spec, choice, limit)
    if key is not None and (known := _PREVIEWS.get(key)):
        return known
    try:
        with closing(workspace.open_source(spec)) as opened:
            found = _Rows(choice.table)
            for batch in opened.read(table, limit):
                found.take(batch)
    except MigratorError as error:
        return replace(about, problem=_why(spec, error))
    made = found.preview(about)
    if key is not None and made.problem is None:
        _PREVIEWS.put(key, made)
    return made


def top(workspace: Workspace, source: str, table: str, limit: int) -> Top:
    """The first rows of a file or sheet as they stand, to choose its header among them."""
    spec = workspace.plan.source(source)
    choice = workspace.plan.choice(source, table)
    header = choice.table.facts.get("header_row", "none")
    try:
        with closing(workspace.open_source(spec)) as opened:
            rows = opened.top(table, limit) if isinstance(opened, HeadedSource) else ()
    except MigratorError as error:
        return Top(source, table, header, problem=_why(spec, error))
    cells = tuple(tuple(_cut(cell, TOP_CELL) for cell in row.cells[:COLUMNS]) for row in rows)
    return Top(source, table, header, tuple(row.line for row in rows), cells)


def _about(spec: SourceSpec, choice: TableChoice) -> Preview:
    columns = choice.table.columns
    shown = tuple(
        PreviewColumn(c.name, c.header, c.type, c.native_type, c.chosen) for c in columns[:COLUMNS]
    )
    return Preview(
        spec.id,
        choice.table.name,
        reading(spec, choice),
        shown,
        len(columns),
        warnings=tuple(said(warning) for warning in choice.table.warnings),
    )


@dataclass
class _Rows:
    """Records as they stream past."""

    table: SourceTable
    ordinals: list[int] = field(default_factory=list)
    rows: list[tuple[str | None, ...]] = field(default_factory=list)
    notes: list[CellNote] = field(default_factory=list)
    unread: list[Unreadable] = field(default_factory=list)
    fits: bool = True

    def take(self, batch: ReadBatch) -> None:
        """Keep what is shown of a batch."""
        self.fits = self.fits and batch.rows.num_columns == len(self.table.columns) + 1
        self.ordinals += batch.rows.column(0).to_pylist()
        shown = [c.to_pylist() for c in batch.rows.columns[1 : COLUMNS + 1]]
        if shown:
            self.rows += [tuple(map(_cell, row)) for row in zip(*shown, strict=True)]
        self.notes += batch.notes
        self.unread += batch.unreadable

    def preview(self, about: Preview) -> Preview:
        """All of it as people see it."""
        if not self.fits:
            return replace(about, problem=_OTHER_COLUMNS)
        place = {ordinal: row for row, ordinal in enumerate(self.ordinals)}
        notes = (
            PreviewNote(place[n.ordinal], n.column - 1, remark(n.code, n.value, n.detail))
            for n in self.notes
            if n.ordinal in place and n.column <= COLUMNS
        )
        unread = (
            Unread(bad.ordinal, bad.line, remark(bad.code, "", bad.detail), _cut(bad.text))
            for bad in self.unread
        )
        return replace(
            about,
            ordinals=tuple(self.ordinals),
            rows=tuple(self.rows),
            notes=tuple(notes),
            unread=tuple(unread),
        )


_OTHER_COLUMNS = Problem(
    Text(
        "The table has other columns than when it was added.",
        "ستون‌های جدول با زمان افزودن آن فرق کرده است.",
    ),
    Text("Look at the source again.", "مبدأ را دوباره بررسی کنید."),
    "changed",
)


def remark(code: str, value: str, detail: str) -> Text:
    """What is wrong with a cell or record."""
    words = ISSUE_CODES[code].text if code in ISSUE_CODES else Text.of(code)
    told = {"field": "", "value": _cut(value, TOP_CELL), "detail": detail}
    detailed = said(detail)
    return Text(words.en.format(**told), words.fa.format(**{**told, "detail": detailed.fa}))


def _cut(text: str, size: int = CELL) -> str:
    return text if len(text) <= size else text[: size - 1] + "…"


def _cell(text: str | None) -> str | None:
    return None if text is None else _cut(text)


# -- previews of files are kept while the files stay as they are


class _Previews:
    """The previews looked at last: going back and forth between tables reads nothing again."""

    def __init__(self, size: int) -> None:
        self._size = size
        self._kept: OrderedDict[Hashable, Preview] = OrderedDict()

    def get(self, key: Hashable) -> Preview | None:
        """The preview for a key, now the newest."""
        if key not in self._kept:
            return None
        self._kept.move_to_end(key)
        return self._kept[key]

    def put(self, key: Hashable, preview: Preview) -> None:
        """Keep a preview; the oldest goes."""
        self._kept[key] = preview
        while len(self._kept) > self._size:
            self._kept.popitem(last=False)


_PREVIEWS = _Previews(_KEPT)


def _stamp(spec: SourceSpec, choice: TableChoice, limit: int) -> Hashable | None:
    """Tells one state of a file and its reading from another; None for what has no such state."""
    path = Path(spec.uri)
    if is_database(spec.uri):
        return None
    try:
        if path.is_dir():
            path /= choice.table.name.split("/", maxsplit=1)[0]
        status = path.stat()
    except OSError:
        return None
    return (
        spec.uri,
        status.st_mtime_ns,
        status.st_size,
        canonical(spec.options),
        canonical(choice),
        limit,
    )
