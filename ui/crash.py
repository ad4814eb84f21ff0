"""When we fail: the error goes into a report without anybody's data, and the window lives on."""

from __future__ import annotations

import logging
import os
import platform
import re
import sys
import threading
import traceback
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Any

from PySide6.QtCore import QObject, QStandardPaths, Signal

from migrator import __version__

KEPT = 10
# What stands in quotes, looks like an address, or is a long number may be somebody's data.
_QUOTED = re.compile(r"'[^'\n]*'|\"[^\"\n]*\"|«[^»\n]*»")
_MAIL = re.compile(r"\S+@\S+")
_DIGITS = re.compile(r"[0-9۰-۹٠-٩]{4,}")
_HOME = re.compile(re.escape(str(Path.home()))) if str(Path.home()) != "/" else None

log = logging.getLogger(__name__)


def redacted(text: str) -> str:
    """`text` without quoted values, addresses, long numbers and the home folder."""
    if _HOME is not None:
        text = _HOME.sub("~", text)
    text = _MAIL.sub("<address>", text)
    return _DIGITS.sub("<number>", _QUOTED.sub("<value>", text))


def report_text(
    kind: type[BaseException], error: BaseException, trace: TracebackType | None
) -> str:
    """A crash report: versions, where in the code, and the redacted message."""
    frames = traceback.format_list(
        [
            traceback.FrameSummary(Path(f.filename).name, f.lineno, f.name, lookup_line=False)
            for f in traceback.extract_tb(trace)
        ]
    )
    head = f"Kooch {__version__}, Python {platform.python_version()}, {platform.platform()}"
    return f"{head}\n\n{''.join(frames)}{kind.__name__}: {redacted(str(error))}\n"


class Crashes(QObject):
    """Takes what nobody caught. `happened` carries a few words and the report's path."""

    happened = Signal(str, str)

    def __init__(self, folder: Path | None = None) -> None:
        super().__init__()
        where = QStandardPaths.StandardLocation.AppLocalDataLocation
        self.folder = folder or Path(QStandardPaths.writableLocation(where)) / "crashes"
        self._places: set[tuple[str, str, int | None]] = set()
        self._before: Any = None
        self._thread_before: Any = None

    def install(self) -> None:
        """Take every uncaught error of this process from now on."""
        self._before, sys.excepthook = sys.excepthook, self.caught
        self._thread_before, threading.excepthook = threading.excepthook, self._in_thread

    def remove(self) -> None:
        """Leave the errors to whom they went before."""
        if self._before is not None:
            sys.excepthook, threading.excepthook = self._before, self._thread_before
            self._before = None

    def _in_thread(self, args: Any) -> None:
        self.caught(args.exc_type, args.exc_value, args.exc_traceback)

    def caught(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """Write the report and say so; an interrupt from the keyboard ends the program."""
        if issubclass(kind, KeyboardInterrupt):
            sys.exit(130)
        log.error("uncaught %s", kind.__name__)
        if self._is_known(kind, trace):
            return
        text = report_text(kind, error, trace)
        self.happened.emit(f"{kind.__name__}", str(self._write(text) or ""))

    def _is_known(self, kind: type[BaseException], trace: TracebackType | None) -> bool:
        """Whether this place failed so before: a painter fails at every repaint, and one report
        of it is enough."""
        frames = traceback.extract_tb(trace)
        place = (
            kind.__name__,
            frames[-1].filename if frames else "",
            frames[-1].lineno if frames else 0,
        )
        known = place in self._places
        self._places.add(place)
        return known

    def _write(self, text: str) -> Path | None:
        stamp = datetime.now(UTC).strftime("%Y%m%d-%H%M%S-%f")
        path = self.folder / f"crash-{stamp}-{os.getpid()}.txt"
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
            for old in sorted(self.folder.glob("crash-*.txt"))[:-KEPT]:
                old.unlink()
        except OSError:
            log.exception("the crash report could not be written")
            return None
        return path
