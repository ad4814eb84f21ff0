"""Values to other values: a map in the document, or a table."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from migrator.model.text import Text
from migrator.transforms.base import CannotTransform, Example, Transform, Value
from migrator.transforms.folding import fold
from migrator.transforms.options import Choices, Refused, option

_DEFAULTS: Choices = (
    ("issue", Text("report it", "گزارش شود")),
    ("keep", Text("keep the value", "مقدار بماند")),
    ("blank", Text("empty", "خالی شود")),
    ("value", Text("take the default", "مقدار پیش‌فرض بیاید")),
)
_DEFAULT_TITLE = Text("A value that is not listed", "مقداری که در جدول نیست")
_VALUE_TITLE = Text("Default", "مقدار پیش‌فرض")
_FOLDED_TITLE = Text("Compare loosely", "سنجش آسان‌گیر")
_FOLDED_HELP = Text(
    "Without regard to case, keyboard, digits and half-spaces",
    "بی‌توجه به بزرگی حروف، صفحه‌کلید، خط رقم‌ها و نیم‌فاصله",
)


@dataclass(frozen=True)
class ValueMapOptions:
    """The map; an entry with an empty right side makes the value empty."""

    map: dict[str, str] = option({}, Text("Values", "مقدارها"))
    default: str = option("issue", _DEFAULT_TITLE, choices=_DEFAULTS)
    default_value: str = option("", _VALUE_TITLE)
    folded: bool = option(True, _FOLDED_TITLE, help=_FOLDED_HELP)

    def __post_init__(self) -> None:
        len(self.found)  # a map that contradicts itself is refused now, not at the first value

    @cached_property
    def found(self) -> dict[str, str]:
        """The map by compared key."""
        return _by_key(self.map.items(), self.folded)


@dataclass(frozen=True)
class LookupTableOptions:
    """A table of texts whose first row names its columns."""

    table: tuple[tuple[str, ...], ...] = option((), Text("Table", "جدول"))
    key: str = option("", Text("Column to look in", "ستون جست‌وجو"))
    result: str = option("", Text("Column to take", "ستون نتیجه"))
    default: str = option("issue", _DEFAULT_TITLE, choices=_DEFAULTS)
    default_value: str = option("", _VALUE_TITLE)
    folded: bool = option(True, _FOLDED_TITLE, help=_FOLDED_HELP)

    def __post_init__(self) -> None:
        len(self.found)  # a map that contradicts itself is refused now, not at the first value

    @cached_property
    def found(self) -> dict[str, str]:
        """The table by compared key."""
        return _by_key(self._pairs(), self.folded)

    def _pairs(self) -> tuple[tuple[str, str], ...]:
        """(key, result) of every row. Without names the first two columns are taken."""
        if not self.table:
            return ()
        header, *rows = self.table
        columns = []
        for place, name in enumerate((self.key, self.result)):
            if name and name not in header:
                raise Refused(
                    f"the table has no column {name!r}: {', '.join(header)}",
                    f"جدول ستونی به نام «{name}» ندارد: {'، '.join(header)}",
                )
            columns.append(header.index(name) if name else place)
        if max(columns) >= len(header) or any(len(row) != len(header) for row in rows):
            raise Refused(
                "every row of the table must have as many cells as its header",
                "هر ردیف جدول باید به اندازه‌ی سرستون‌ها خانه داشته باشد",
            )
        return tuple((row[columns[0]], row[columns[1]]) for row in rows)


def mapped(value: str, options: ValueMapOptions | LookupTableOptions) -> Value:
    """What the value stands for, or what the default says."""
    found = options.found.get(_key(value, options.folded))
    if found is not None:
        return found or None
    if options.default == "keep":
        return value
    if options.default == "issue":
        raise CannotTransform("not listed", "value_not_in_map")
    return (options.default_value or None) if options.default == "value" else None


def _key(value: str, folded: bool) -> str:
    return (fold(value) or value.strip()) if folded else value


def _by_key(pairs: Iterable[tuple[str, str]], folded: bool) -> dict[str, str]:
    """The map by key; ValueError when two entries with different results are the same value."""
    found: dict[str, str] = {}
    for key, result in pairs:
        known = found.setdefault(_key(key, folded), result)
        if known != result:
            raise Refused(
                f"{key!r} is listed twice, for {known!r} and for {result!r}",
                f"«{key}» دو بار آمده است، یک بار برای «{known}» و یک بار برای «{result}»",
            )
    return found


VALUE_MAP = Transform(
    id="value_map",
    title=Text("Value map", "جدول مقدارها"),
    help=Text(
        "Turns listed values into others, such as status words into codes.",
        "مقدارهای فهرست‌شده را به مقدارهای دیگر تبدیل می‌کند، مانند وضعیت‌ها به کدها.",
    ),
    options=ValueMapOptions,
    function=mapped,
    examples=(
        Example("فعال", "active", {"map": {"فعال": "active"}}),
        Example(" ACTIVE", "1", {"map": {"active": "1"}}),
        Example(
            "ACTIVE", options={"map": {"active": "1"}, "folded": False}, fails="value_not_in_map"
        ),
        Example("x", "x", {"map": {"a": "b"}, "default": "keep"}),
        Example("x", None, {"map": {"a": "b"}, "default": "blank"}),
        Example("x", "z", {"map": {"a": "b"}, "default": "value", "default_value": "z"}),
        Example("a", None, {"map": {"a": ""}}),
        Example("x", options={"map": {"a": "b"}}, fails="value_not_in_map"),
    ),
    idempotent=False,
)
LOOKUP_TABLE = Transform(
    id="lookup_table",
    title=Text("Look up in a table", "جست‌وجو در جدول"),
    help=Text(
        "Finds the value in one column of a small table and takes another column.",
        "مقدار را در یک ستون جدولی کوچک می‌یابد و ستون دیگر را برمی‌دارد.",
    ),
    options=LookupTableOptions,
    function=mapped,
    examples=(
        Example("021", "تهران", {"table": [["code", "city"], ["021", "تهران"], ["031", "اصفهان"]]}),
        Example(
            "تهران",
            "021",
            {"table": [["code", "city"], ["021", "تهران"]], "key": "city", "result": "code"},
        ),
        Example(
            "099", options={"table": [["code", "city"], ["021", "تهران"]]}, fails="value_not_in_map"
        ),
        Example("099", "099", {"table": [["code", "city"]], "default": "keep"}),
    ),
    idempotent=False,
)
