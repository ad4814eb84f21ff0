"""The kinds of file that can be read, one line each, and how a file's kind is told."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from migrator.errors import SourceError
from migrator.registry import Registry
from migrator.sources.bytestream import GZIP_MAGIC, read_blocks
from migrator.sources.delimited import DelimitedSource
from migrator.sources.encoding import from_bom, from_zeros
from migrator.sources.html import HtmlSource
from migrator.sources.isolate import Limits
from migrator.sources.jsonfiles import JsonLinesSource, JsonSource
from migrator.sources.parquet import ParquetSource
from migrator.sources.spreadsheets import SpreadsheetSource
from migrator.sources.worker import Opener

SQLITE_MAGIC = b"SQLite format 3\0"
_HEAD = 8_192
_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_ZIP = b"PK\x03\x04"
_WORKBOOK_PARTS = (b"[Content_Types].xml", b"xl/", b"_rels/", b"opendocument.spreadsheet")
_HTML = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*|<!--.*?-->\s*)*<(?:!doctype html|html|head|table|meta|style)"
)
# What files begin with that hold no table we read, and what to do about it.
_OTHERS = (
    (b"%PDF", "a PDF document", "Export the data from the program that made it."),
    (b"7z\xbc\xaf", "a 7z archive", "Unpack it and open the files in it."),
    (b"Rar!", "a RAR archive", "Unpack it and open the files in it."),
    (b"BZh", "a bzip2 archive", "Unpack it and open the files in it."),
    (b"\xfd7zXZ", "an xz archive", "Unpack it and open the files in it."),
    (b"\x89PNG", "a picture", "Choose a file that holds a table."),
    (b"\xff\xd8\xff", "a picture", "Choose a file that holds a table."),
    (b"MZ", "a program", "Choose a file that holds a table."),
    (b"!BDN", "an Outlook mailbox", "Export the contacts from Outlook as CSV."),
    (
        b"\x00\x01\x00\x00Standard ",
        "an Access database",
        "Export its tables from Access as workbooks or CSV.",
    ),
)


@dataclass(frozen=True)
class Kind:
    """A kind of file: `suffixes` are lower case; `opener` runs in a guarded child."""

    id: str
    suffixes: tuple[str, ...]
    opener: Opener
    limits: Limits = Limits()


KINDS: Registry[Kind] = Registry("kind of file")
KINDS.register(
    Kind("delimited", (".csv", ".tsv", ".txt", ".tab", ".dat", ".asc", ".psv"), DelimitedSource),
    Kind(
        "workbook",
        (".xlsx", ".xlsm", ".xltx", ".xltm", ".xlsb", ".xls", ".ods"),
        SpreadsheetSource,
        Limits(memory_mb=1536),
    ),
    Kind("jsonl", (".jsonl", ".ndjson"), JsonLinesSource),
    Kind("json", (".json",), JsonSource, Limits(memory_mb=1536)),
    Kind("parquet", (".parquet", ".pq"), ParquetSource, Limits(memory_mb=1536)),
    Kind("html", (".html", ".htm"), HtmlSource),
)


def kind_of(path: Path) -> Kind:
    """The kind of a file by its first bytes, then by its name; SourceError if it is none of them.

    Contents win over the name: an old workbook's name may hide HTML or tab-separated text.
    """
    with path.open("rb") as file:
        head = file.read(_HEAD)
    if head.startswith(GZIP_MAGIC):
        return _packed(path)
    if head.startswith(_ZIP):
        return _zipped(path, head)
    if head.startswith(_OLE):
        return KINDS.get("workbook")
    if head.startswith(b"PAR1"):
        return KINDS.get("parquet")
    for magic, what, hint in _OTHERS:
        if head.startswith(magic) and (b"\0" in head or magic == b"%PDF"):
            raise _refusal(path, f"it is {what}, whatever its name says", hint)
    return _by_name(path.suffix.lower(), head, path)


def _zipped(path: Path, head: bytes) -> Kind:
    kind = KINDS.get("workbook")
    if path.suffix.lower() in kind.suffixes or any(part in head for part in _WORKBOOK_PARTS):
        return kind
    raise _refusal(
        path,
        "it is a ZIP archive or a damaged Excel file, whatever its name says",
        "Unpack it and open the files in it.",
    )


def _packed(path: Path) -> Kind:
    """The kind inside gzip: text, told by the name before `.gz`."""
    name = Path(path.name.lower().removesuffix(".gz"))
    head = next(read_blocks(path), b"")[:_HEAD]
    if name.suffix == ".tar" or path.suffix.lower() == ".tgz" or head[257:262] == b"ustar":
        raise _refusal(
            path, "it is an archive of several files", "Unpack it and open the files in it."
        )
    suffix = name.suffix if name.suffix in (".jsonl", ".ndjson") else ".csv"
    return _by_name(suffix, head, path)


def _by_name(suffix: str, head: bytes, path: Path) -> Kind:
    text = _beginning(head)
    if _HTML.match(text.lower()):
        return KINDS.get("html")
    if suffix == ".xls" and head and not _is_binary(head):
        return KINDS.get("delimited")
    for kind in KINDS:
        if suffix in kind.suffixes:
            return _lines_or_whole(kind, text)
    known = ", ".join(sorted({s for kind in KINDS for s in kind.suffixes}))
    name = f'files called "{suffix}"' if suffix else "files without a suffix"
    raise _refusal(path, f"{name} are of no kind that can be read", f"Known are {known}.")


def _lines_or_whole(kind: Kind, text: str) -> Kind:
    """JSON Lines are often called .json: an object on the first line, another on the second."""
    lines = text.split("\n", 2)
    if kind.id == "json" and len(lines) > 1:
        first, second = lines[0].strip(), lines[1].strip()
        if first[:1] == "{" and first[-1:] == "}" and second[:1] == "{":
            return KINDS.get("jsonl")
    return kind


def _beginning(head: bytes) -> str:
    told = from_bom(head) or from_zeros(head)
    if told:
        return head[told.bom :].decode(told.name, "replace")
    return head.decode("latin-1")


def _is_binary(head: bytes) -> bool:
    """Whether this is no text; the oldest workbooks begin with a tab and a version number."""
    if head[:2] in (b"\t\x08", b"\t\x04", b"\t\x02", b"\t\x00"):
        return True
    return b"\0" in head and not from_bom(head) and not from_zeros(head)


def _refusal(path: Path, why: str, hint: str) -> SourceError:
    return SourceError(
        f'"{path.name}" cannot be read: {why}.', hint=hint, path=str(path), reason="kind"
    )
