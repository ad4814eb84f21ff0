"""Every desk by name, one line each."""

from __future__ import annotations

from migrator.desks.base import Desk
from migrator.desks.stages import StagesDesk

DESKS: dict[str, type[Desk]] = {
    "stages": StagesDesk,
}
