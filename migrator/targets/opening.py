"""The one place that knows which target a URI means."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from migrator.databases.url import is_database_url
from migrator.errors import TargetError
from migrator.model.text import Text
from migrator.targets.base import Target
from migrator.targets.doors import Door
from migrator.targets.folder import FolderTarget
from migrator.targets.folder_door import FolderDoor
from migrator.targets.sql.target import SqlTarget

_SQLITE_SUFFIXES = {".db", ".sqlite", ".sqlite3", ".db3"}


def open_target(uri: str, secret: str = "", options: Mapping[str, Any] | None = None) -> Target:
    """The target at `uri`: a database URL (or the path of a SQLite file), `folder:PATH`, a path of
    a folder, or one that ends in `.xlsx` for a folder of workbooks.

    `secret` is the password if the URI has none; `options["form"]` is `csv` or `xlsx` for folders.
    Raises TargetError.
    """
    if not uri.strip():
        raise TargetError(
            Text("No target was chosen.", "مقصدی انتخاب نشده است."),
            hint=Text("Choose a database or a folder.", "پایگاه داده یا پوشه‌ای را برگزینید."),
        )
    if is_database_url(uri) or Path(uri).suffix.lower() in _SQLITE_SUFFIXES:
        return SqlTarget(uri, secret)
    if "://" in uri:
        raise TargetError(
            Text(
                f"{uri.partition('://')[0]}:// is no target that can be written.",
                f"مقصد «{uri.partition('://')[0]}://» نوشتنی نیست.",
            ),
            hint=Text(
                "Use postgresql://, mysql://, mariadb://, sqlite:///path or folder:PATH.",
                "یکی از این‌ها را به کار برید: postgresql://، mysql://، mariadb://، "
                "sqlite:///path یا folder:PATH.",
            ),
        )
    path = Path(uri.removeprefix("folder:")).expanduser()
    form = str((options or {}).get("form", "csv"))
    if path.suffix.lower() == ".xlsx":
        path, form = path.with_suffix(""), "xlsx"
    return FolderTarget(path, "xlsx" if form == "xlsx" else "csv")


def door_of(target: Target) -> Door:
    """The way in that `target` offers to the stage `load`; TargetError if there is none."""
    if isinstance(target, SqlTarget):
        return target.door
    if isinstance(target, FolderTarget):
        return FolderDoor(target)
    raise TargetError(
        Text("This target cannot be loaded.", "در این مقصد نمی‌شود بارگذاری کرد."),
        hint=Text("Choose a database or a folder.", "پایگاه داده یا پوشه‌ای را برگزینید."),
    )
