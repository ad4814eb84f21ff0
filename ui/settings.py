"""What the window remembers between two starts: never data, never secrets."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QByteArray, QLocale, QSettings, QStandardPaths

RECENTS = 12


class Settings:
    """An INI file in the place that the system keeps for it (or `path`)."""

    def __init__(self, path: Path | None = None) -> None:
        where = QStandardPaths.StandardLocation.AppConfigLocation
        file = path or Path(QStandardPaths.writableLocation(where)) / "kooch.ini"
        self._store = QSettings(str(file), QSettings.Format.IniFormat)

    @property
    def language(self) -> str:
        """The chosen language; the system's if Persian, else English, until one is chosen."""
        chosen = str(self._store.value("language", ""))
        persian = QLocale.system().language() == QLocale.Language.Persian
        return chosen or ("fa" if persian else "en")

    @language.setter
    def language(self, value: str) -> None:
        self._store.setValue("language", value)

    @property
    def scheme(self) -> str:
        """system, light or dark."""
        return str(self._store.value("scheme", "system"))

    @scheme.setter
    def scheme(self, value: str) -> None:
        self._store.setValue("scheme", value)

    @property
    def geometry(self) -> QByteArray:
        """Where the window was."""
        found = self._store.value("geometry")
        return found if isinstance(found, QByteArray) else QByteArray()

    @geometry.setter
    def geometry(self, value: QByteArray) -> None:
        self._store.setValue("geometry", value)

    @property
    def recents(self) -> list[tuple[str, str, str]]:
        """(folder, name, opened at) of projects, newest first."""
        try:
            found = json.loads(str(self._store.value("recents", "[]")))
            return [(str(a), str(b), str(c)) for a, b, c in found]
        except (ValueError, TypeError):
            return []

    def remember(self, folder: str, name: str) -> None:
        """Put a project at the head of the recents."""
        at = datetime.now(UTC).isoformat(timespec="seconds")
        rest = [one for one in self.recents if one[0] != folder]
        self._keep([(folder, name, at), *rest][:RECENTS])

    def forget(self, folder: str) -> None:
        """Take a project off the recents."""
        self._keep([one for one in self.recents if one[0] != folder])

    def _keep(self, recents: list[tuple[str, str, str]]) -> None:
        self._store.setValue("recents", json.dumps(recents, ensure_ascii=False))

    def sync(self) -> None:
        """Write what was set to disk."""
        self._store.sync()
