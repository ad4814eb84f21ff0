"""Workbooks locked with a password: opened in memory, never on disk."""

from __future__ import annotations

import io
import re
import struct
from typing import Any, BinaryIO

import msoffcrypto
from msoffcrypto import exceptions

from migrator.errors import SourceError
from migrator.sources.workbooks.base import hostile
from migrator.sources.workbooks.ole_guard import CompoundFile
from migrator.sources.workbooks.safe_xml import parse_all

# Excel's own password for files that are only protected against changes, see [MS-OFFCRYPTO].
_EVERYBODYS = "VelvetSweatshop"
_MAX_SPINS = 10_000_000


def unlock(file: BinaryIO, compound: CompoundFile, secret: str) -> io.BytesIO:
    """The decrypted workbook; SourceError if the password is missing or wrong, or the way it is
    locked is unknown."""
    _check_key_info(compound.stream("EncryptionInfo"))
    last: Exception | None = None
    for password in dict.fromkeys([secret, _EVERYBODYS] if secret else [_EVERYBODYS]):
        try:
            return _decrypt(file, compound, password)
        except exceptions.InvalidKeyError as error:
            last = error
        except SourceError:
            raise
        except Exception as error:  # noqa: BLE001 - the library fails in many ways on old locks
            raise _unknown_lock() from error
    if secret:
        raise SourceError(
            "The password is wrong.",
            hint="Type it as in the spreadsheet program; capitals and keyboard layout matter.",
            reason="wrong_password",
        ) from last
    raise SourceError(
        "The workbook is locked with a password.",
        hint="Give it as --option password=..., or as KOOCH_PASSWORD_<SOURCE ID>.",
        reason="password",
    ) from last


class _Streams:
    """The streams of a compound file as the library asks for them: through our strict reader."""

    def __init__(self, compound: CompoundFile) -> None:
        self._compound = compound

    def openstream(self, name: str) -> io.BytesIO:
        """A stream by name; OSError if there is none."""
        data = self._compound.stream(name)
        if data is None:
            raise OSError(f"no stream {name}")
        return io.BytesIO(data)


def _decrypt(file: BinaryIO, compound: CompoundFile, password: str) -> io.BytesIO:
    file.seek(0)
    office: Any = msoffcrypto.OfficeFile(file)
    if office.format == "ooxml":
        office.file = _Streams(compound)
        office.load_key(password=password, verify_password=True)
    else:
        office.load_key(password=password)
    result = io.BytesIO()
    office.decrypt(result)
    result.seek(0)
    return result


def _check_key_info(info: bytes | None) -> None:
    """Refuse key descriptions that are built to keep the reader busy."""
    if info is None or len(info) < 8 or struct.unpack_from("<HH", info) != (4, 4):
        return
    parse_all(info[8:], "EncryptionInfo", lambda _tag, _attributes: None)
    for found in re.findall(rb'spinCount="([0-9]+)"', info):
        if len(found) > 9 or int(found) > _MAX_SPINS:
            raise hostile("its password would take hours to check")


def _unknown_lock() -> SourceError:
    return SourceError(
        "The workbook is locked in a way that cannot be opened here.",
        hint="Open it in a spreadsheet program, save it without a password and read that file.",
        reason="password",
    )
