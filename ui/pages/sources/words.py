"""What readers found, in the language of the window."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QLocale

from migrator.model.schema import FieldType
from migrator.model.source import TableKind
from migrator.model.text import Text
from migrator.model.views.sources import Loss, Problem, SourceCard, TableCard
from ui import speech

NONE = "none"
_NAMED = 4
ENCODINGS = (
    "utf-8",
    "cp1256",
    "cp1252",
    "cp1250",
    "cp1251",
    "cp1253",
    "cp1254",
    "utf-16-le",
    "utf-16-be",
    "mac-farsi",
    "iso8859-1",
)
DELIMITERS = (",", ";", "tab", "|", "space", "^", "~", "¦", ":", "#", "،", "؛", NONE)
QUOTES = ('"', "'", NONE)


def type_told(kind: FieldType) -> str:
    """The name of a type."""
    return {
        FieldType.TEXT: QCoreApplication.translate("Sources", "text"),
        FieldType.INTEGER: QCoreApplication.translate("Sources", "whole number"),
        FieldType.DECIMAL: QCoreApplication.translate("Sources", "decimal"),
        FieldType.FLOAT: QCoreApplication.translate("Sources", "number"),
        FieldType.BOOLEAN: QCoreApplication.translate("Sources", "yes/no"),
        FieldType.DATE: QCoreApplication.translate("Sources", "date"),
        FieldType.TIME: QCoreApplication.translate("Sources", "time"),
        FieldType.DATETIME: QCoreApplication.translate("Sources", "date and time"),
        FieldType.UUID: QCoreApplication.translate("Sources", "UUID"),
        FieldType.BINARY: QCoreApplication.translate("Sources", "binary"),
    }[kind]


def automatic() -> str:
    """What leaves a choice to the reader."""
    return QCoreApplication.translate("Sources", "As detected")


def type_hint() -> str:
    """How a column is taken for something else."""
    return QCoreApplication.translate(
        "Sources", "Click the heading (or press F4) to say what it is taken for"
    )


def kind_told(kind: TableKind) -> str:
    """What a table is in its source."""
    return {
        TableKind.TABLE: QCoreApplication.translate("Sources", "table"),
        TableKind.VIEW: QCoreApplication.translate("Sources", "view"),
        TableKind.SHEET: QCoreApplication.translate("Sources", "sheet"),
        TableKind.FILE: QCoreApplication.translate("Sources", "file"),
    }[kind]


def mark_told(mark: str) -> str:
    """A delimiter or quote as people say it."""
    told = {
        ",": QCoreApplication.translate("Sources", "comma"),
        ";": QCoreApplication.translate("Sources", "semicolon"),
        "tab": QCoreApplication.translate("Sources", "tab"),
        "|": QCoreApplication.translate("Sources", "pipe"),
        "space": QCoreApplication.translate("Sources", "space"),
        ":": QCoreApplication.translate("Sources", "colon"),
        "،": QCoreApplication.translate("Sources", "Persian comma"),
        "؛": QCoreApplication.translate("Sources", "Persian semicolon"),
        '"': QCoreApplication.translate("Sources", "double"),
        "'": QCoreApplication.translate("Sources", "single"),
        NONE: QCoreApplication.translate("Sources", "none"),
    }.get(mark, "")
    if mark in {"tab", "space", NONE}:
        return told
    return f"{speech.ltr(mark)}  {told}" if told else speech.ltr(mark)


def encoding_told(name: str) -> str:
    """An encoding with what it is used for."""
    used = {
        "cp1256": QCoreApplication.translate("Sources", "Persian, Arabic"),
        "cp1252": QCoreApplication.translate("Sources", "Western Europe"),
        "cp1250": QCoreApplication.translate("Sources", "Central Europe"),
        "cp1251": QCoreApplication.translate("Sources", "Cyrillic"),
        "cp1253": QCoreApplication.translate("Sources", "Greek"),
        "cp1254": QCoreApplication.translate("Sources", "Turkish"),
        "mac-farsi": QCoreApplication.translate("Sources", "Persian on old Macs"),
    }.get(name, "")
    return f"{speech.ltr(name)} - {used}" if used else speech.ltr(name)


def header_told(fact: str) -> str:
    """Where the header stands: a line or sheet row, or nowhere."""
    if fact in {"", NONE, "0"}:
        return QCoreApplication.translate("Sources", "no header")
    return QCoreApplication.translate("Sources", "row {number}").format(number=speech.digits(fact))


def rows_told(card: TableCard) -> str:
    """How many rows a table has, as far as known; then its columns."""
    columns = counted(
        card.columns,
        QCoreApplication.translate("Sources", "1 column"),
        QCoreApplication.translate("Sources", "{count} columns"),
    )
    if card.rows is None:
        return columns
    form = QCoreApplication.translate("Sources", "{rows} rows, {columns}")
    if card.rows == 1:
        form = QCoreApplication.translate("Sources", "1 row, {columns}")
    if card.estimated:
        form = QCoreApplication.translate("Sources", "about {rows} rows, {columns}")
    return form.format(rows=speech.number(card.rows), columns=columns)


def size_told(count: int) -> str:
    """A number of bytes."""
    return QLocale().formattedDataSize(count, 1, QLocale.DataSizeFormat.DataSizeTraditionalFormat)


def facts_told(facts: dict[str, str]) -> str:
    """How a table was read, beyond what can be chosen: one short line."""
    told = []
    if facts.get("format"):
        told.append(speech.ltr(facts["format"].upper()))
    if facts.get("bom") == "yes":
        told.append(QCoreApplication.translate("Sources", "with byte-order mark"))
    if facts.get("date_system") == "1904":
        told.append(QCoreApplication.translate("Sources", "dates counted from 1904"))
    if facts.get("escape", NONE) not in {NONE, ""}:
        told.append(QCoreApplication.translate("Sources", "backslash escapes"))
    if facts.get("newline") in {"LF", "CRLF", "CR"}:
        ends = QCoreApplication.translate("Sources", "line ends {name}")
        told.append(ends.format(name=speech.ltr(facts["newline"])))
    if facts.get("first_column"):
        begins = QCoreApplication.translate("Sources", "begins in column {letters}")
        told.append(begins.format(letters=speech.ltr(facts["first_column"])))
    return "  ·  ".join(told)


def problem_told(problem: Problem) -> str:
    """A sentence and what to do."""
    return " ".join(
        part for part in (speech.say(problem.message), speech.say(problem.hint)) if part
    )


def losses_told(losses: Sequence[Loss]) -> str:
    """The mapping that would go along, in a few words."""
    return entities_told([(loss.label, len(loss.fields)) for loss in losses])


def entities_told(fed: Sequence[tuple[Text, int]]) -> str:
    """Entities with numbers of their fields."""
    one = QCoreApplication.translate("Sources", "1 field")
    many = QCoreApplication.translate("Sources", "{count} fields")
    told = [f"{speech.isolate(said(name))} ({counted(count, one, many)})" for name, count in fed]
    return listed(told)


def counted(count: int, one: str, many: str) -> str:
    """A number of things, in the words for one or for many."""
    return one if count == 1 else many.format(count=speech.number(count))


def listed(parts: Sequence[str]) -> str:
    """Things one after another."""
    return QCoreApplication.translate("Sources", ", ").join(parts)


def said(text: Text) -> str:
    """A text of the engine in the language of the window."""
    return speech.say(text)


def left_out() -> str:
    """What a table that is not kept says without a reason."""
    return QCoreApplication.translate("Sources", "left out")


def missing() -> str:
    """A source that is no longer where it was."""
    return QCoreApplication.translate("Sources", "not found any more")


def changed() -> str:
    """A source that was written after it was read."""
    return QCoreApplication.translate("Sources", "changed since it was read")


def source_told(card: SourceCard) -> str:
    """The kind of a source and how many tables are kept."""
    form = card.form or QCoreApplication.translate("Sources", "folder")
    kept = sum(table.keep for table in card.tables)
    told = counted(
        len(card.tables),
        QCoreApplication.translate("Sources", "1 table"),
        QCoreApplication.translate("Sources", "{count} tables"),
    )
    if kept < len(card.tables):
        some = QCoreApplication.translate("Sources", "{kept} of {tables}")
        told = some.format(kept=speech.number(kept), tables=told)
    return f"{speech.ltr(form) if card.form else form}  ·  {told}"


def header_was(header: str) -> str:
    """What stood above a column whose name had to be changed."""
    told = QCoreApplication.translate("Sources", "in the source: {header}")
    return told.format(header=speech.isolate(header))


def names_told(names: Sequence[str]) -> str:
    """The first of some names."""
    shown = [speech.isolate(name) for name in names[:_NAMED]]
    return listed([*shown, "…"] if len(names) > _NAMED else shown)


def unkept() -> str:
    """A password that no keyring takes."""
    return QCoreApplication.translate(
        "Sources",
        "This computer has no keyring: the password is kept until Kooch is closed, then asked for"
        " again.",
    )
