"""JSON values as cells: every number keeps its digits."""

from __future__ import annotations

import json
from typing import Any


class Literal(str):
    """A number as it stands in the file."""

    __slots__ = ()


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError("a name appears twice in one object")
    return found


DECODER = json.JSONDecoder(
    object_pairs_hook=_object, parse_float=Literal, parse_int=Literal, parse_constant=Literal
)


def cell(value: Any) -> str | None:
    """A value as text: strings and numbers as they stand, null as None, the rest as JSON."""
    if value is None:
        return None
    return value if isinstance(value, str) else _text(value)


def _text(value: Any) -> str:
    if isinstance(value, Literal):
        return value
    if isinstance(value, dict):
        parts = (f"{json.dumps(k, ensure_ascii=False)}:{_text(v)}" for k, v in value.items())
        return "{" + ",".join(parts) + "}"
    if isinstance(value, list):
        return "[" + ",".join(map(_text, value)) + "]"
    return json.dumps(value, ensure_ascii=False)
