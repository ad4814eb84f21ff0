"""What readers of sources say in English, in Persian too.

Readers work in child processes and tell what they find in plain English sentences, which plans and
logs keep. Here those sentences are recognised by their fixed words; what stands between these words
is translated the same way if it can be, and set apart so that it keeps its own direction. A
sentence that is not listed is shown as it is.
"""

from __future__ import annotations

import re
from functools import cache

from migrator.desks.plan_sentences import PROBLEMS
from migrator.desks.run_sentences import WARNINGS
from migrator.desks.source_advice import ADVICE, DATABASES
from migrator.desks.source_sentences import SENTENCES
from migrator.model.text import Text

_FSI, _PDI = "\u2068", "\u2069"
_DIGITS = str.maketrans("0123456789,", "۰۱۲۳۴۵۶۷۸۹٬")

_RENAMED = re.compile(r'"([^"]*)" is now "([^"]*)"')


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple(
        (re.compile(re.escape(en).replace(r"\{\}", "(.*?)"), re.DOTALL), fa)
        for en, fa in (*SENTENCES, *ADVICE, *PROBLEMS, *DATABASES, *WARNINGS)
    )


def said(sentence: str) -> Text:
    """A reader's sentence, or a part of one, in both languages."""
    return Text(sentence, _persian(sentence))


def _persian(sentence: str) -> str:
    for pattern, fa in _patterns():
        if found := pattern.fullmatch(sentence):
            return fa.format(*map(_part, found.groups()))
    return sentence


def _part(text: str) -> str:
    """What stands between the words: a phrase, a number, or a name of its own direction."""
    known = _persian(text)
    if known != text:
        return known
    if renamed := _RENAMED.findall(text):
        return "، ".join(f"«{_FSI}{old}{_PDI}» شد «{_FSI}{new}{_PDI}»" for old, new in renamed)
    if text[:1] == text[-1:] and text[:1] in {"'", '"'} and len(text) > 1:
        text = text[1:-1]
    if re.fullmatch(r"[\d,]+", text):
        return text.translate(_DIGITS)
    return f"{_FSI}{text}{_PDI}" if text else ""
