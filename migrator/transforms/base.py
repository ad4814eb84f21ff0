"""What a transform is: a pure function from value(s) to a value, and how it is described."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import polars as pl

from migrator.model.text import Text

Value = str | None


class CannotTransform(Exception):
    """This value cannot be converted; the step's error policy decides what becomes of it.

    `code` is one of ISSUE_CODES, `detail` a few words for people.
    """

    def __init__(self, detail: str, code: str = "transform_failed") -> None:
        super().__init__(detail)
        self.detail = detail
        self.code = code


@dataclass(frozen=True)
class NoOptions:
    """For transforms that have nothing to set."""


@dataclass(frozen=True)
class Example:
    """One documented case, checked by the contract tests. `given` is one value, or a tuple for a
    transform that takes many; `fails` is the expected code when it cannot be converted."""

    given: Value | tuple[Value, ...]
    gives: Value = None
    options: dict[str, Any] | None = None
    fails: str = ""


# A kernel converts a whole column at once: (values, options) -> (results, undecided). `undecided`
# is a boolean column, true where the function below must decide; there the result is ignored.
# It must agree with the function on every value it decides.
Kernel = Callable[[pl.Series, Any], tuple[pl.Series, pl.Series]]


@dataclass(frozen=True)
class Transform:
    """One entry of the registry.

    `function(value, options)` gets one text (never None: an empty value passes by untouched), or,
    when `many`, a tuple of values in which some may be None; it returns the new text, or None for
    "empty", or raises CannotTransform. It must be pure: same input, same output, nothing else
    touched. Values are canonical text, see `model.schema.FieldType`. A `numbered` one needs no
    column as the first step of a row: it then gets the place of the row in its table.
    """

    id: str
    title: Text
    help: Text
    options: type
    function: Callable[[Any, Any], Value]
    examples: tuple[Example, ...]
    many: bool = False
    kernel: Kernel | None = None
    idempotent: bool = True
    numbered: bool = False
