"""What can be chosen: transforms, checks and survivorship rules, described for a form."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from migrator.model.text import Text

NO_TEXT = Text("", "")


class OptionKind(StrEnum):
    """What an option holds, in plain data."""

    TEXT = "text"
    NUMBER = "number"  # whole
    DECIMAL = "decimal"
    BOOLEAN = "boolean"
    CHOICE = "choice"  # one of `choices`
    LIST = "list"  # texts in order
    MAPPING = "mapping"  # text to text
    TABLE = "table"  # rows of texts, the first names the columns


@dataclass(frozen=True)
class OptionField:
    """One option. `default` is plain data; `optional` ones may be None. `of` tells what its texts
    are: "field" or "source" for names of such, "pattern" (RE2), "expression", or "" for any."""

    name: str
    title: Text
    kind: OptionKind
    default: Any = None
    help: Text = NO_TEXT
    choices: tuple[tuple[str, Text], ...] = ()
    of: str = ""
    optional: bool = False


@dataclass(frozen=True)
class CatalogExample:
    """One documented case: `given` (several values where many are taken) gives `gives`, or cannot
    be converted, in the words of `fails`."""

    given: tuple[str | None, ...]
    gives: str | None
    options: dict[str, Any] = field(default_factory=dict)
    fails: Text = NO_TEXT


@dataclass(frozen=True)
class CatalogItem:
    """One entry of a registry. `kind` is transform, check or survivor; `group` is the shelf of the
    palette it stands on; `many` takes several values at once."""

    kind: str
    id: str
    title: Text
    help: Text
    group: str
    group_title: Text
    many: bool = False
    options: tuple[OptionField, ...] = ()
    examples: tuple[CatalogExample, ...] = ()

    def option(self, name: str) -> OptionField:
        """The option called `name`; KeyError if there is none."""
        for one in self.options:
            if one.name == name:
                return one
        raise KeyError(name)

    def defaults(self) -> dict[str, Any]:
        """Every option's default, by name."""
        return {one.name: one.default for one in self.options}
