"""Which class shows which step: one line a page."""

from __future__ import annotations

import importlib

from ui.pages.page import Page

PAGES: dict[str, str] = {
    "project": "ProjectPage",
    "sources": "SourcesPage",
    "assess": "AssessPage",
    "target": "TargetPage",
    "mapping": "MappingPage",
    "cleaning": "CleaningPage",
    "duplicates": "DuplicatesPage",
    "validation": "ValidationPage",
    "pilot": "PilotPage",
    "migration": "MigrationPage",
    "verification": "VerificationPage",
}


def page_class(step: str) -> type[Page]:
    """The page of a step."""
    try:
        module = importlib.import_module(f"ui.pages.{step}.page")
    except ModuleNotFoundError as error:
        if error.name not in {f"ui.pages.{step}", f"ui.pages.{step}.page"}:
            raise
        return _Missing
    found: type[Page] = getattr(module, PAGES[step])
    return found


class _Missing(Page):
    """Stands in until the page is built."""

    def title(self) -> str:
        return "..."
