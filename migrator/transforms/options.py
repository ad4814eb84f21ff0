"""Fields of options dataclasses: a default, and the words that a form shows."""

from __future__ import annotations

import dataclasses
from typing import Any

from migrator.model.text import Text

Choices = tuple[tuple[str, Text], ...]


class Refused(ValueError):
    """An option that cannot be used, told in every language: for `__post_init__` of options."""

    def __init__(self, en: str, fa: str) -> None:
        super().__init__(en)
        self.words = Text(en, fa)


def option(
    default: Any, title: Text, *, help: Text | None = None, choices: Choices = (), of: str = ""
) -> Any:
    """A field whose metadata holds `title`, `help` (or None), `choices`, the allowed values with
    their labels (none: any value of the field's type), and `of`, what its texts are: "field" or
    "source" for names of such, "pattern" (RE2), "expression". A dict default is copied."""
    metadata = {"title": title, "help": help, "choices": choices, "of": of}
    if isinstance(default, dict):
        return dataclasses.field(default_factory=lambda: dict(default), metadata=metadata)
    return dataclasses.field(default=default, metadata=metadata)


def number_between(name: str, value: int, low: int, high: int) -> None:
    """Raise Refused unless low <= value <= high: for `__post_init__` of options."""
    if not low <= value <= high:
        raise Refused(
            f"{name} must be between {low} and {high}, not {value}",
            f"عدد باید از {low} تا {high} باشد، نه {value}",
        )
