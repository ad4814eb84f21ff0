"""From "these are one" and "these are not" to verdicts on pairs."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations, product

from migrator.desks.duplicates_groups import Answers, Edge, Groups
from migrator.model.matching import Answer, Verdict

MANY = 2000  # pairs: beyond that only those are written down that could bring rows together


def together(entity: str, rows: Sequence[int], found: Groups, answers: Answers) -> list[Verdict]:
    """Verdicts "same" that make one cluster of the rows: the first with each other, every pair in
    question, and every pair that an earlier verdict keeps apart."""
    inside = set(rows)
    first = min(rows)
    wanted = {(first, row) for row in rows if row != first}
    wanted |= {p for p in _asked(found, inside) if inside.issuperset(p)}
    wanted |= {p for p in answers if inside.issuperset(p) and answers[p] is Answer.DIFFERENT}
    return _new(entity, wanted, Answer.SAME, answers)


def apart(
    entity: str, parts: Sequence[Sequence[int]], found: Groups, answers: Answers
) -> list[Verdict]:
    """Verdicts "different" between the rows of different parts, so that no score, now or later,
    brings them together."""
    every = [
        (min(pair), max(pair))
        for one, other in combinations(parts, 2)
        for pair in product(one, other)
    ]
    if len(every) <= MANY:
        return _new(entity, set(every), Answer.DIFFERENT, answers)
    part_of = {row: no for no, part in enumerate(parts) for row in part}
    near = _asked(found, set(part_of)) | {p for p in answers if answers[p] is Answer.SAME}
    crossing = {
        pair
        for pair in near
        if pair[0] in part_of and pair[1] in part_of and part_of[pair[0]] != part_of[pair[1]]
    }
    return _new(entity, crossing, Answer.DIFFERENT, answers)


def _asked(found: Groups, rows: set[int]) -> set[Edge]:
    places = {place for row in rows for place in found.of_row.get(row, ())}
    return {pair for place in places for pair in found.listed[place].asked}


def _new(entity: str, pairs: set[Edge], answer: Answer, answers: Answers) -> list[Verdict]:
    """Verdicts on the pairs that do not have this answer yet."""
    return [
        Verdict(entity, left, right, answer)
        for left, right in sorted(pairs)
        if answers.get((left, right)) is not answer
    ]
