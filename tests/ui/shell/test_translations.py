"""Every string of the window has its Persian, with the same places to fill in."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from ui import translations
from ui.translations import AREAS, document, messages

PLACES = re.compile(r"\{(\w*)\}")
LETTERS = re.compile("[\u0600-\u06ff]")
# What reads the same in every language: names of formats, samples, signs.
SAME = re.compile(r"^[^A-Za-z]*$|^(SHA-256|TLS|CSV|HTML|PDF|Excel|JSON|SQLite|Kooch)$")


@pytest.mark.parametrize("area", AREAS)
def test_every_string_of_the_code_is_translated(area: str, tmp_path: Path) -> None:
    copy = tmp_path / f"{area}.ts"
    shutil.copy2(document(area), copy)
    translations.update(area, copy)
    assert [(c, s) for c, s, words in messages(copy) if not words] == []


@pytest.mark.parametrize("area", AREAS)
def test_the_persian_is_persian_and_fills_the_same_places(area: str) -> None:
    for context, source, words in messages(document(area)):
        assert sorted(PLACES.findall(source)) == sorted(PLACES.findall(words)), (context, source)
        bare = PLACES.sub("", source)
        assert LETTERS.search(words) or SAME.match(bare) or bare == words, (context, source)


def test_no_two_areas_say_the_same_thing_differently() -> None:
    said: dict[tuple[str, str], str] = {}
    for area in AREAS:
        for context, source, words in messages(document(area)):
            assert said.setdefault((context, source), words) == words, (area, context, source)
