"""What eyes cannot see is said by code point."""

from __future__ import annotations

import pytest

from ui.pages.cleaning.letters import difference
from ui.speech import LRI, PDI
from ui.visible import visible


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (" a  b ", "·a··b·"),
        ("a b", "a b"),
        ("a\nb\tc", "a⏎b⇥c"),
        ("\u200fعلی\u00a0", "[U+200F]علی⍽"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("", ""),
    ],
)
def test_visible(value: str, shown: str) -> None:
    assert visible(value) == shown


@pytest.mark.parametrize(
    ("before", "after", "chips"),
    [
        ("علي", "علی", ["ي U+064A → ی U+06CC"]),
        ("كيك", "کیک", ["ك U+0643 → ک U+06A9", "ي U+064A → ی U+06CC"]),
        ("abc", "ABC", []),
        ("a\u200eb", "ab", ["U+200E → ∅"]),
        ("a b", "a\u200cb", ["U+0020 → U+200C"]),
        (
            "٠١٢٣",
            "0123",
            ["٠ U+0660 → 0 U+0030", "١ U+0661 → 1 U+0031", "٢ U+0662 → 2 U+0032", "…"],
        ),
        (None, "a", []),
        ("a", None, []),
        ("x" * 500, "y" * 500, []),
    ],
)
def test_changed_letters(before: str | None, after: str | None, chips: list[str]) -> None:
    told = [chip.removeprefix(LRI).removesuffix(PDI) for chip in difference(before, after).chips]
    assert told == chips


def test_ranges_are_those_of_the_shown_text() -> None:
    found = difference("\u200fعلي", "علی")
    assert found.before.text == "[U+200F]علي"
    assert found.before.ranges == ((0, 8), (10, 1))
    assert (found.after.text, found.after.ranges) == ("علی", ((2, 1),))
    spaces = difference(" a ", "a")
    assert (spaces.before.text, spaces.before.ranges) == ("·a·", ((0, 1), (2, 1)))
