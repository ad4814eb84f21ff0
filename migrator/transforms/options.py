"""Fields of options dataclasses: a default, and the words that a form shows."""

from __future__ import annotations

import dataclasses
from typing import Any

from migrator.model.text import Text

Choices = tuple[tuple[str, Text], ...]


def option(default: Any, title: Text, *, help: Text | None = None, choices: Choices = ()) -> Any:
    """A field whose metadata holds `title`, `help` (or None) and `choices`, the allowed values
    with their labels (none: any value of the field's type). A dict default is copied."""
    metadata = {"title": title, "help": help, "choices": choices}
    if isinstance(default, dict):
        return dataclasses.field(default_factory=lambda: dict(default), metadata=metadata)
    return dataclasses.field(default=default, metadata=metadata)


def number_between(name: str, value: int, low: int, high: int) -> None:
    """Raise ValueError unless low <= value <= high: for `__post_init__` of options."""
    if not low <= value <= high:
        raise ValueError(f"{name} must be between {low} and {high}, not {value}")
