"""Frozen dataclasses to JSON and back, and their canonical form for fingerprints.

Opening is forgiving (fields that this version does not know are passed over),
types are not: a value of the wrong shape raises ValueError naming its path.
"""

from __future__ import annotations

import dataclasses
import hashlib
import json
import types
from enum import Enum
from functools import cache
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

T = TypeVar("T")


_PLAIN = frozenset({str, int, float, bool, type(None)})


@cache
def _items(kind: type) -> tuple[dataclasses.Field[Any], ...] | None:
    """The fields of a dataclass; None for another type."""
    return dataclasses.fields(kind) if dataclasses.is_dataclass(kind) else None


def to_data(value: Any, *, whole: bool = False) -> Any:
    """Plain JSON data of a dataclass tree.

    Fields equal to their default are left out, so that a new field with a default changes no stored
    document and no fingerprint; `whole` keeps them, for readers that do not know the defaults.
    """
    if value.__class__ in _PLAIN:
        return value
    items = _items(value.__class__)
    if items is not None:
        parts = ((item, getattr(value, item.name)) for item in items)
        return {
            item.name: to_data(part, whole=whole)
            for item, part in parts
            if whole or not _is_default(item, part)
        }
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, (list, tuple, set, frozenset)):
        listed = [to_data(part, whole=whole) for part in value]
        return sorted(listed) if isinstance(value, (set, frozenset)) else listed
    if isinstance(value, dict):
        return {str(key): to_data(part, whole=whole) for key, part in value.items()}
    return value


def canonical(value: Any) -> str:
    """Canonical JSON text: sorted keys, no spaces, UTF-8 letters as they are."""
    return json.dumps(to_data(value), sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def fingerprint(*parts: Any) -> str:
    """SHA-256 (hex) over the canonical JSON of the parts."""
    return hashlib.sha256(canonical(parts).encode("utf-8", "surrogatepass")).hexdigest()


def from_data(kind: type[T], data: Any, path: str = "$") -> T:
    """The dataclass tree that `data` describes; ValueError names the path that does not fit."""
    return cast(T, _build(kind, data, path))


@cache
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)


def _is_default(item: dataclasses.Field[Any], value: Any) -> bool:
    if item.default is not dataclasses.MISSING:
        return bool(value == item.default)
    if item.default_factory is not dataclasses.MISSING:
        return bool(value == item.default_factory())
    return False


def _build(kind: Any, data: Any, path: str) -> Any:
    if kind is Any:
        return data
    origin, args, record = _form(kind)
    if record:
        return _build_dataclass(cast(type, kind), data, path)
    if origin is tuple:
        return _build_tuple(args, data, path)
    if origin in (Union, types.UnionType):
        return _build_union(args, data, path)
    if origin is dict:
        if not isinstance(data, dict):
            raise ValueError(f"{path}: an object is expected")
        return {key: _build(args[1], part, f"{path}.{key}") for key, part in data.items()}
    return _build_scalar(kind, data, path)


@cache
def _form(kind: Any) -> tuple[Any, tuple[Any, ...], bool]:
    """(origin, arguments, whether it is a dataclass) of a type: looked up for every value."""
    return get_origin(kind), get_args(kind), dataclasses.is_dataclass(kind)


def _build_union(options: tuple[Any, ...], data: Any, path: str) -> Any:
    if data is None and type(None) in options:
        return None
    return _build(next(option for option in options if option is not type(None)), data, path)


def _build_tuple(args: tuple[Any, ...], data: Any, path: str) -> Any:
    if not isinstance(data, (list, tuple)):
        raise ValueError(f"{path}: a list is expected")
    if len(args) == 2 and args[1] is Ellipsis:
        return tuple(_build(args[0], part, f"{path}[{i}]") for i, part in enumerate(data))
    if len(args) != len(data):
        raise ValueError(f"{path}: {len(args)} entries are expected")
    return tuple(
        _build(arg, part, f"{path}[{i}]")
        for i, (arg, part) in enumerate(zip(args, data, strict=True))
    )


def _build_dataclass(kind: type, data: Any, path: str) -> Any:
    if not isinstance(data, dict):
        raise ValueError(f"{path}: an object is expected")
    hints = _hints(kind)
    known = {
        key: _build(hints[key], part, f"{path}.{key}") for key, part in data.items() if key in hints
    }
    try:
        return kind(**known)
    except TypeError as error:
        raise ValueError(f"{path}: {error}") from error


def _build_scalar(kind: Any, data: Any, path: str) -> Any:
    if isinstance(kind, type) and issubclass(kind, Enum):
        try:
            return kind(data)
        except ValueError as error:
            raise ValueError(f"{path}: {error}") from error
    if kind is float and isinstance(data, int) and not isinstance(data, bool):
        return float(data)
    if isinstance(data, kind) and not (kind is int and isinstance(data, bool)):
        return data
    raise ValueError(f"{path}: {kind.__name__} is expected, not {type(data).__name__}")
