"""What ships with the program: target schemas and the sample legacy data."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import resources
from migrator.errors import PlanError
from migrator.model.codec import from_data
from migrator.model.schema import Schema
from migrator.model.text import Text

SCHEMAS = ("crm",)


def _root() -> Path:
    # The package's own path: true in a checkout, an editable or normal install, and frozen, where
    # importlib.resources gives no folder for a package that was installed in editable mode.
    return Path(next(iter(resources.__path__)))


@cache
def schema(name: str) -> Schema:
    """The bundled schema called `name`; PlanError names those there are."""
    if name not in SCHEMAS:
        known = ", ".join(SCHEMAS)
        raise PlanError(
            Text(
                f"There is no bundled schema called {name!r}.", f"طرح آماده‌ای به نام «{name}» نیست."
            ),
            hint=Text(f"Known: {known}.", f"طرح‌های آماده: {known}."),
        )
    text = (_root() / "schemas" / f"{name}.json").read_text(encoding="utf-8")
    return from_data(Schema, json.loads(text))


def sample_folder() -> Path:
    """The folder of bundled legacy data; read only, other files beside the data are notices."""
    return _root() / "samples"
