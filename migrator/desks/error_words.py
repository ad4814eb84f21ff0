"""What the engine says when the world refuses, in Persian: sentences that were given in one
language, and the problems that stand inside others."""

from __future__ import annotations

import re

from migrator.desks.source_words import said
from migrator.errors import MigratorError
from migrator.model.text import Text, persian_digits

_SENTENCE = re.compile(r"(?<=[.?]) (?=\w)")
_DIGITS = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")
# What stands before a problem: the surest first, and what could as well be a part of the words.
_PLACES = (
    (re.compile(r"Step (\d+) \((.*?)\): (.*)", re.DOTALL), "گام {} («{}»): {}"),
    (re.compile(r"([^: ]*?), check ([^: ]*?): (.*)", re.DOTALL), "{}، وارسی {}: {}"),
)
_ANY_PLACE = ((re.compile(r"([^: ]*): (.*)", re.DOTALL), "{}: {}"),)


def in_persian(error: MigratorError) -> tuple[str, str]:
    """(what happened, what to do) in Persian, as far as the words are known; else in English."""
    given = zip(error.words("fa"), (error.message, error.hint), strict=True)
    message, hint = (_persian(words) if words == english else words for words, english in given)
    problems = error.details.get("problems", ())
    for problem in filter(lambda one: isinstance(one, str), problems):
        told = _persian(problem)
        message, hint = message.replace(problem, told), hint.replace(problem, told)
    return persian_digits(message), persian_digits(hint)


def problem_text(problems: str) -> Text:
    """One problem or several sentences of them, in both languages."""
    return Text(problems, _persian(problems))


def _persian(words: str) -> str:
    pieces = _SENTENCE.split(words)
    known = [words]
    if len(pieces) > 1:
        known = [_persian(piece) for piece in pieces]
        if all(a != b for a, b in zip(known, pieces, strict=True)):
            return " ".join(known)
    for one in (_placed(words, _PLACES), said(words).fa, _placed(words, _ANY_PLACE)):
        if one != words:
            return one
    return " ".join(known)


def _placed(words: str, places: tuple[tuple[re.Pattern[str], str], ...]) -> str:
    """The words behind the place they are about, such as "Step 2 (trim): "."""
    for pattern, persian in places:
        if found := pattern.fullmatch(words):
            *place, rest = found.groups()
            known = _persian(rest)
            where = [part.translate(_DIGITS) if part.isdigit() else part for part in place]
            return persian.format(*where, known) if known != rest else words
    return words
