"""Rules of Persian typography, as tables and patterns."""

from __future__ import annotations

import re
import unicodedata

from migrator.transforms.characters import SPACES, ZWNJ
from migrator.transforms.rules import Rules

# Same letter, other keyboard. Hamza carriers and teh marbuta are spelling, not keyboard.
_KEYBOARD = {"ي": "ی", "ى": "ی", "ك": "ک", "ڪ": "ک", "ہ": "ه", "ھ": "ه", "ە": "ه", "ـ": ""}
_HAMZA = {"أ": "ا", "إ": "ا", "ٱ": "ا", "ؤ": "و", "ئ": "ی", "ۀ": "ه", "\u0654": "", "\u0655": ""}
_VOWEL_SIGNS = dict.fromkeys("\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0670", "")
# After these letters nothing joins anyway: a half-space there does nothing and spoils comparison.
_UNJOINED = "اآأإدذرزژوؤء"
_LETTER = "\u0621-\u064a\u066e-\u06d3"
_PRESENTATION = re.compile("[\ufb50-\ufdff\ufe70-\ufefc]+")


def typography(*, teh_marbuta: bool, hamza: bool, vowel_signs: bool, punctuation: bool) -> Rules:
    """The rules for these choices. They change Persian and Arabic letters and half-spaces, and,
    with `punctuation`, commas, semicolons and question marks after such letters; nothing else."""
    table = {
        **_KEYBOARD,
        **({"ة": "ه"} if teh_marbuta else {}),
        **(_HAMZA if hamza else {}),
        **(_VOWEL_SIGNS if vowel_signs else {}),
    }
    spaces = f"[{SPACES}]"
    patterns = [
        (f"{ZWNJ}{{2,}}", ZWNJ),
        (f"{ZWNJ}*({spaces}){ZWNJ}*", "\\1"),
        (f"([{_UNJOINED}]){ZWNJ}", "\\1"),
    ]
    if punctuation:
        for latin, persian in ((",", "،"), (";", "؛"), ("\\?", "؟")):
            patterns.append((f"([{_LETTER}]){spaces}*{latin}", f"\\1{persian}"))
        patterns.append((f"([{_LETTER}]) +([،؛؟])", "\\1\\2"))
    return Rules(table, patterns)


def presentation_forms(text: str) -> str:
    """Letters in their drawn forms (U+FB50-FDFF, U+FE70-FEFC) as the letters they stand for."""
    return _PRESENTATION.sub(lambda match: unicodedata.normalize("NFKC", match[0]), text)
