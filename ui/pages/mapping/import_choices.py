"""Which of the changes that came back a person accepts, and how they are listed."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from migrator.model.text import Text
from migrator.model.views.mapping_documents import CellEdit, Clash, ImportReview
from ui import speech
from ui.models.small_table import Cell, Line

MARK = 0  # the column that is clicked to accept or reject


class Kind(StrEnum):
    """What is listed."""

    ALL = "all"
    CLASHES = "clashes"
    ACCEPTED = "accepted"
    REJECTED = "rejected"


class Choices:
    """Begins with everything accepted that nobody contradicts; of a conflict one side at most."""

    def __init__(self, review: ImportReview) -> None:
        self.review = review
        self.clashes = {edit.id: clash for clash in review.clashes for edit in clash.edits}
        self.edits = {edit.id: edit for clash in review.clashes for edit in clash.edits}
        self.edits |= {edit.id: edit for edit in review.edits}
        self.accepted = {edit.id for edit in review.edits}

    @property
    def chosen(self) -> tuple[str, ...]:
        """The ids that are accepted, in the order of the list."""
        return tuple(name for name in self.edits if name in self.accepted)

    @property
    def undecided(self) -> int:
        """Conflicts of which no side is accepted: the plan stays as it is there."""
        return sum(
            not any(edit.id in self.accepted for edit in clash.edits)
            for clash in self.review.clashes
        )

    def clash(self, name: object) -> Clash | None:
        """The conflict that a change belongs to."""
        return self.clashes.get(str(name))

    def set_accepted(self, name: str, accepted: bool) -> None:
        """Accept or reject a change; the other sides of its conflict are rejected."""
        clash = self.clash(name)
        if clash is not None:
            self.accepted -= {edit.id for edit in clash.edits}
        if accepted:
            self.accepted.add(name)
        else:
            self.accepted.discard(name)

    def accept_all(self) -> None:
        """Accept whatever nobody contradicts; conflicts stay as they were decided."""
        self.accepted |= {edit.id for edit in self.review.edits}

    def reject_all(self) -> None:
        """Accept nothing."""
        self.accepted.clear()

    # -- as a list

    def lines(self, kind: Kind, search: str) -> list[Line]:
        """The changes to show, conflicts first."""
        return [self._line(edit) for edit in self._shown(kind, search.casefold().strip())]

    def _shown(self, kind: Kind, search: str) -> Iterator[CellEdit]:
        for edit in self.edits.values():
            fits = {
                Kind.ALL: True,
                Kind.CLASHES: edit.id in self.clashes,
                Kind.ACCEPTED: edit.id in self.accepted,
                Kind.REJECTED: edit.id not in self.accepted,
            }[kind]
            told = " ".join([_all(edit.place), _all(edit.old), _all(edit.new), *_who(edit)])
            if fits and search in told.casefold():
                yield edit

    def _line(self, edit: CellEdit) -> Line:
        clash = self.clash(edit.id)
        accepted = edit.id in self.accepted
        if accepted:
            mark = QCoreApplication.translate("Mapping", "accepted")
        elif clash is not None and not any(one.id in self.accepted for one in clash.edits):
            mark = QCoreApplication.translate("Mapping", "undecided")
        else:
            mark = QCoreApplication.translate("Mapping", "rejected")
        old = clash.now if clash is not None else edit.old
        where = ", ".join(map(speech.ltr, edit.cells))
        return Line(
            (
                Cell(mark, "ok" if accepted else "muted", "check" if accepted else "square"),
                Cell(
                    speech.say(edit.place),
                    "warn" if clash else "",
                    "triangle-alert" if clash else "",
                    tip=speech.say(edit.place),
                ),
                Cell(speech.say(old), "muted", tip=speech.say(old)),
                Cell(speech.say(edit.new), strong=True, tip=speech.say(edit.new)),
                Cell(speech.isolate(edit.change.who), "muted", tip="\n".join(edit.files)),
                Cell(where, "muted", tip=where),
            ),
            edit.id,
        )


def _all(words: Text) -> str:
    return f"{words.en} {words.fa}"


def _who(edit: CellEdit) -> tuple[str, ...]:
    return (edit.change.who, *edit.files, *edit.cells)
