"""Yes and no in the words of legacy systems."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import polars as pl

from migrator.model.text import Text
from migrator.transforms.base import CannotTransform, Example, Transform, Value
from migrator.transforms.characters import words
from migrator.transforms.folding import fold, fold_series
from migrator.transforms.options import option

YES = words(
    "true t yes y on 1 -1 x ok active enabled checked بله بلی آری اره فعال دارد هست صحیح درست "
    "تایید ✓ ✔ ☑ ja oui si"
)
NO = words(
    "false f no n off 0 inactive disabled unchecked خیر نه نخیر غیرفعال ندارد نیست غلط نادرست "
    "لغو ✗ ✘ ☐ nein non"
)


@dataclass(frozen=True)
class BooleanOptions:
    """More words than the built-in ones, which they override."""

    yes: tuple[str, ...] = option((), Text("Further words for yes", "واژه‌های دیگر برای بله"))
    no: tuple[str, ...] = option((), Text("Further words for no", "واژه‌های دیگر برای خیر"))

    @cached_property
    def words(self) -> dict[str, str]:
        """Every word as it is compared, with its meaning."""
        known = dict.fromkeys(map(_key, YES), "true") | dict.fromkeys(map(_key, NO), "false")
        known |= dict.fromkeys(map(_key, self.yes), "true")
        return known | dict.fromkeys(map(_key, self.no), "false")


def _key(word: str) -> str:
    """Signs have no letters to fold: they stand for themselves."""
    return fold(word).replace(" ", "") or word.strip()


def boolean(value: str, options: BooleanOptions) -> Value:
    """`true` or `false`. Words are compared folded: case, keyboard and half-spaces do not count."""
    if not value.strip():
        return None
    found = options.words.get(_key(value))
    if found is None:
        raise CannotTransform("neither yes nor no", "bad_boolean")
    return found


def _boolean_kernel(values: pl.Series, options: BooleanOptions) -> tuple[pl.Series, pl.Series]:
    keys = fold_series(values).str.replace_all(" ", "", literal=True)
    listed = {key: to for key, to in options.words.items() if fold(key)}
    found = keys.replace_strict(
        list(listed), list(listed.values()), default=None, return_dtype=pl.String
    )
    return found, found.is_null()


BOOLEAN = Transform(
    id="boolean",
    title=Text("Yes or no", "بله یا خیر"),
    help=Text(
        "Reads yes and no in many words: بله, فعال, Y, 1, on.",
        "بله و خیر را با واژه‌های گوناگون می‌خواند: بله، فعال، Y، 1.",
    ),
    options=BooleanOptions,
    function=boolean,
    kernel=_boolean_kernel,
    examples=(
        Example("بله", "true"),
        Example("غیر\u200cفعال", "false"),
        Example(" YES ", "true"),
        Example("0", "false"),
        Example("۱", "true"),
        Example("✓", "true"),
        Example("مشترک", "true", {"yes": ["مشترک"]}),
        Example("maybe", fails="bad_boolean"),
    ),
)
