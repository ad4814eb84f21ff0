"""Named things of one kind: registered by an explicit line, found by id."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from typing import Generic, Protocol, TypeVar

from migrator.errors import PlanError
from migrator.model.text import Text


class Registered(Protocol):
    """Anything with a stable id."""

    @property
    def id(self) -> str: ...


T = TypeVar("T", bound=Registered)


class Registry(Generic[T]):
    """Ids to items of one kind. A duplicate id is a programming error and raises at import."""

    def __init__(self, kind: str) -> None:
        self.kind = kind
        self._items: dict[str, T] = {}

    def register(self, *items: T) -> None:
        """Add items; raises ValueError on an id that is already taken."""
        for item in items:
            if item.id in self._items:
                raise ValueError(f"two {self.kind}s are called {item.id!r}")
            self._items[item.id] = item

    def get(self, item_id: str) -> T:
        """The item with this id; raises PlanError naming the nearest one if there is none."""
        try:
            return self._items[item_id]
        except KeyError:
            near = difflib.get_close_matches(item_id, self._items, n=1)
            listed = Text(f"Known: {', '.join(self._items)}.", f"موجود: {'، '.join(self._items)}.")
            meant = (
                Text(f"Did you mean {near[0]!r}?", f"منظورتان «{near[0]}» بود؟") if near else None
            )
            raise PlanError(
                Text(
                    f"There is no {self.kind} called {item_id!r}.",
                    f"موردی به نام «{item_id}» شناخته نیست.",
                ),
                hint=meant or listed,
            ) from None

    def __contains__(self, item_id: object) -> bool:
        return item_id in self._items

    def __iter__(self) -> Iterator[T]:
        return iter(self._items.values())

    def __len__(self) -> int:
        return len(self._items)
