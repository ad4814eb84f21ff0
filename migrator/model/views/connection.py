"""What a test of a connection found."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Reached:
    """The place answers and holds `tables` tables (or files); `exists` is False when there is
    nothing yet and it will be made when it is first written to."""

    tables: int
    exists: bool = True
