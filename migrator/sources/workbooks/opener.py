"""From a file to an opened workbook: decided by content, never by the name's ending."""

from __future__ import annotations

from pathlib import Path
from typing import BinaryIO

from migrator.errors import SourceError
from migrator.sources.workbooks.base import Workbook, damaged
from migrator.sources.workbooks.calamine_workbook import open_xls, open_xlsb
from migrator.sources.workbooks.ods_workbook import CONTENT, OdsWorkbook
from migrator.sources.workbooks.ole_guard import MAGIC, CompoundFile
from migrator.sources.workbooks.record_marks import xls_locked
from migrator.sources.workbooks.workbook_password import unlock
from migrator.sources.workbooks.xlsx_parts import main_part
from migrator.sources.workbooks.xlsx_workbook import XlsxWorkbook
from migrator.sources.workbooks.zipguard import Package

_ZIP = b"PK\x03\x04"
_MAX_OLE = 512 << 20


def open_workbook(path: Path, secret: str) -> Workbook:
    """The workbook in a file, its guard passed; SourceError says why it is none, or is refused."""
    file = path.open("rb")
    try:
        return _open(file, path.name, secret)
    except BaseException:
        file.close()
        raise


def _open(file: BinaryIO, name: str, secret: str) -> Workbook:
    magic = file.read(8)
    file.seek(0)
    if magic.startswith(_ZIP):
        return _open_package(file)
    if magic == MAGIC:
        return _open_compound(file, secret)
    raise SourceError(
        f"{name!r} is not a workbook: {_what(magic)}.",
        hint="Open it in the program it comes from and save it as .xlsx or CSV.",
    )


def _what(magic: bytes) -> str:
    if not magic:
        return "the file is empty"
    if magic[:1] == b"<" or magic[:3] == b"\xef\xbb\xbf":
        return "it is a web page, XML or text with a workbook's name"
    if magic[:2] == b"\x09\x08" or magic[:4] in (b"\x09\x04\x06\x00", b"\x09\x02\x06\x00"):
        return "it was made by Excel 4 or older"
    return "its first bytes are not those of any workbook"


def _open_package(file: BinaryIO) -> Workbook:
    package = Package(file)
    if package.has(CONTENT) and not package.has("[Content_Types].xml"):
        return OdsWorkbook(file, package)
    part = main_part(package)
    if part.lower().endswith(".bin"):
        return open_xlsb(file, package, part)
    return XlsxWorkbook(file, package, part)


def _open_compound(file: BinaryIO, secret: str) -> Workbook:
    data = file.read(_MAX_OLE + 1)
    if len(data) > _MAX_OLE:
        raise SourceError(
            f"The file is larger than {_MAX_OLE >> 20} MiB.",
            hint="Save it as .xlsx and read that file.",
        )
    compound = CompoundFile(data)
    if "encryptedpackage" in (name.lower() for name in compound.names()):
        unlocked = unlock(file, compound, secret)
        file.close()
        return _open_package(unlocked)
    book = compound.stream("Workbook") or compound.stream("Book")
    if book is None:
        raise damaged("it is an OLE file without a workbook in it")
    if not xls_locked(book):
        return open_xls(file, compound)
    unlocked = unlock(file, compound, secret)
    file.close()
    return open_xls(unlocked, CompoundFile(unlocked.getvalue()))
