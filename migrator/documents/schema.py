"""The published schema of a mapping document as JSON (JSON Schema 2020-12).

It is made from the nouns themselves, so that it cannot say anything else than the program does.
`python -m migrator.documents.schema` prints it; `resources/schemas/mapping.schema.json` is that.
"""

from __future__ import annotations

import dataclasses
import json
import sys
import types
from collections.abc import Mapping
from enum import Enum
from typing import Any, Union, get_args, get_origin, get_type_hints

from migrator.model.mapping import Feed

DOCUMENT, VERSION = "kooch-mapping", 1
DRAFT = "https://json-schema.org/draft/2020-12/schema"
_SCALARS: Mapping[Any, str] = {
    str: "string",
    int: "integer",
    float: "number",
    bool: "boolean",
    type(None): "null",
}


def schema() -> dict[str, Any]:
    """The schema of a whole document."""
    parts: dict[str, Any] = {}
    feed = _of(Feed, parts)
    return {
        "$schema": DRAFT,
        "title": "Kooch mapping document",
        "description": (
            "Which source columns fill which target fields, and what happens on the way. A member"
            " that is left out has its default."
        ),
        "type": "object",
        "properties": {
            "format": {"const": DOCUMENT},
            "version": {"const": VERSION},
            "feeds": {"type": "array", "items": feed},
        },
        "required": ["format", "version", "feeds"],
        "additionalProperties": False,
        "$defs": dict(sorted(parts.items())),
    }


def _of(kind: Any, parts: dict[str, Any]) -> dict[str, Any]:
    origin, within = get_origin(kind), get_args(kind)
    if kind is Any:
        found: dict[str, Any] = {}
    elif origin in {Union, types.UnionType}:
        found = {"anyOf": [_of(one, parts) for one in within]}
    elif origin is tuple:
        found = {"type": "array", "items": _of(within[0], parts)}
    elif origin is dict:
        found = {"type": "object", "additionalProperties": _of(within[1], parts)}
    elif isinstance(kind, type) and issubclass(kind, Enum):
        found = {"enum": [one.value for one in kind]}
    elif dataclasses.is_dataclass(kind):
        found = _object(kind, parts)
    else:
        found = {"type": _SCALARS[kind]}
    return found


def _object(kind: Any, parts: dict[str, Any]) -> dict[str, Any]:
    name = kind.__name__
    if name not in parts:
        parts[name] = {}  # stands for itself while it is described
        hints = get_type_hints(kind)
        fields = dataclasses.fields(kind)
        parts[name] = {
            "description": " ".join((kind.__doc__ or "").split()),
            "type": "object",
            "properties": {f.name: _of(hints[f.name], parts) for f in fields},
            "required": [f.name for f in fields if _needed(f)],
            "additionalProperties": False,
        }
    return {"$ref": f"#/$defs/{name}"}


def _needed(field: dataclasses.Field[Any]) -> bool:
    missing = dataclasses.MISSING
    return field.default is missing and field.default_factory is missing


def text() -> str:
    """The schema as it is published."""
    return json.dumps(schema(), ensure_ascii=False, indent=2) + "\n"


if __name__ == "__main__":
    sys.stdout.write(text())
