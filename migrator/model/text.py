"""Words that people see, in every language of the product."""

from __future__ import annotations

import re
from dataclasses import dataclass

_DIGITS = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")
# Quoted and isolated values, placeholders, and words with Latin letters or signs of a code, an
# address or a path: their digits are part of them.
_KEPT = re.compile(
    r"""«[^»]*»|“[^”]*”|"[^"]*"|'[^']*'|\{[^}]*\}|[\u2066\u2068][^\u2069]*\u2069"""
    r"""|[^\s،؛()]*[A-Za-z_/\\@#][^\s،؛()]*"""
)


def persian_digits(words: str) -> str:
    """A Persian sentence with its numbers in Persian digits; what is quoted, and what looks like a
    code or path, stays as it is."""
    told, at = [], 0
    for kept in _KEPT.finditer(words):
        told += [words[at : kept.start()].translate(_DIGITS), kept[0]]
        at = kept.end()
    return "".join([*told, words[at:].translate(_DIGITS)])


@dataclass(frozen=True)
class Text:
    """One phrase in English and Persian. `{name}` placeholders are the same in both."""

    en: str
    fa: str

    @classmethod
    def of(cls, words: Text | str) -> Text:
        """`words` as a text; a plain string (a name, a person's own words) reads the same in
        every language."""
        return words if isinstance(words, Text) else cls(words, words)

    def say(self, language: str = "en", /, **values: object) -> str:
        """The phrase in `language` ("fa" or anything else for English), placeholders filled."""
        phrase = self.fa if language == "fa" else self.en
        return phrase.format(**values) if values else phrase
