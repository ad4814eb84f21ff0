"""Words that people see, in every language of the product."""

from __future__ import annotations

from dataclasses import dataclass


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
