"""Merge: a value that a person keeps goes before the rule."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from migrator.model.codec import canonical, fingerprint
from migrator.model.mapping import row_id
from migrator.model.survivorship import Override
from migrator.progress import NULL_PROGRESS
from migrator.stages.merge import EntityMerge, MergeSection, run
from migrator.store.staging import Staging
from tests.unit.stages.test_merge import FEED_IDS, FEED_SOURCES, cluster, put, table

CONTACT = EntityMerge("contact", ("name", "email"))
ROWS = [
    (1, 1, "a", "Ali", "a@b.ir"),
    (1, 2, "b", "Aly", ""),
    (2, 1, "c", "A. Rezaei", "c@d.ir"),
    (2, 2, "d", "Sara", "s@t.ir"),
]


@pytest.fixture
def staging() -> Iterator[Staging]:
    opened = Staging(None, threads=2)
    opened.begin("cafe0001")
    put(opened, "contact", ("name", "email"), ROWS)
    cluster(opened, "contact", [(1, 1), (1, 2), (2, 1)])
    yield opened
    opened.close()


def kept(field: str, row: tuple[int, int], seq: int, entity: str = "contact") -> Override:
    return Override(entity, field, row_id(*row), seq)


def merged(staging: Staging, *overrides: Override) -> tuple[str, str]:
    section = MergeSection((CONTACT,), (), FEED_IDS, FEED_SOURCES, overrides)
    run(staging, section, NULL_PROGRESS)
    return table(staging, "golden_contact", "name, email", "_size desc")[0]


@pytest.mark.parametrize(
    ("overrides", "golden"),
    [
        ((), ("Ali", "a@b.ir")),
        ((kept("name", (2, 1), 1),), ("A. Rezaei", "a@b.ir")),
        ((kept("name", (2, 1), 1), kept("name", (1, 2), 2)), ("Aly", "a@b.ir")),
        ((kept("name", (1, 2), 2), kept("name", (2, 1), 1)), ("Aly", "a@b.ir")),
        ((kept("email", (1, 2), 1),), ("Ali", "a@b.ir")),
        ((kept("name", (2, 2), 1),), ("Ali", "a@b.ir")),
        ((kept("name", (9, 9), 1),), ("Ali", "a@b.ir")),
        ((kept("name", (2, 1), 1, "account"),), ("Ali", "a@b.ir")),
        ((kept("name", (2, 1), 1), kept("email", (2, 1), 2)), ("A. Rezaei", "c@d.ir")),
    ],
    ids=[
        "none", "one", "the latest of two", "by number, not by place", "an empty value never",
        "a row of no cluster", "a row that is gone", "another entity", "two fields",
    ],
)  # fmt: skip
def test_what_is_kept_wins(
    staging: Staging, overrides: tuple[Override, ...], golden: tuple[str, str]
) -> None:
    assert merged(staging, *overrides) == golden


def test_provenance_tells_who_decided(staging: Staging) -> None:
    merged(staging, kept("name", (2, 1), 1))
    assert table(staging, "provenance_contact", "field, _rid, rule") == [
        ("email", row_id(1, 1), "first"),
        ("name", row_id(2, 1), "override"),
    ]


def test_the_report_counts_them(staging: Staging) -> None:
    section = MergeSection(
        (CONTACT,), (), FEED_IDS, FEED_SOURCES, (kept("name", (2, 1), 1), kept("email", (1, 2), 2))
    )
    assert run(staging, section, NULL_PROGRESS).facts["contact"]["kept_by_hand"] == 1


def test_no_override_leaves_the_fingerprint_as_it_was() -> None:
    bare = MergeSection((CONTACT,), (), FEED_IDS, FEED_SOURCES)
    one = MergeSection((CONTACT,), (), FEED_IDS, FEED_SOURCES, (kept("name", (2, 1), 1),))
    assert "overrides" not in canonical(bare)
    assert fingerprint(one) != fingerprint(bare)
