"""Match keys of a value: what two spellings of one name, number or address have in common.

All keys are ASCII, one byte per letter: DuckDB's text distances count UTF-8 bytes, and would find
Persian words more alike than they are. Persian letters become Latin ones (one for one, see
`_SPELLING`), so only the `sound` keys compare across scripts: there vowels are dropped, because
Persian does not write the short ones (علی and Ali are both `al`).
"""

from __future__ import annotations

import polars as pl

from migrator.transforms.folding import fold_series

# One byte per Persian letter, distinct from each other; upper case stays free for these.
_SPELLING = dict(
    zip("ابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی", "abptYjCHxdDrzJsSPZTzEGfqkglmnvhy", strict=True)
) | {"آ": "a", "ظ": "V", "ئ": "y", "ؤ": "v"}
# Letters that sound alike fall together (w stands for sh, c for ch, x for kh).
_SOUND = dict(
    zip("ابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی", "abptsjchxdzrzjswsztzaqfqkglmnvhy", strict=True)
) | {"آ": "a", "ئ": "y", "ؤ": "v"}
_DIGRAPHS = {"kh": "K", "sh": "S", "ch": "C", "gh": "q", "zh": "j", "ph": "f", "th": "t", "ck": "k"}
_SINGLES = {"x": "ks", "c": "k", "w": "v", "K": "x", "S": "w", "C": "c"}
_INITIALS = [" A", " A", " A", " A", " A", " V", " Y"]
_DOUBLES = {letter * 2: letter for letter in "bcdfghjklmnpqrstvwxyz"}
# Titles before a person's name, what a company's form is called, words of an address; folded.
HONORIFICS = frozenset(
    """آقای اقای خانم جناب سرکار مهندس دکتر حاج استاد
    mr mrs ms miss dr prof eng sir""".split()  # noqa: SIM905 - a list of words reads as text
)
LEGAL_FORMS = frozenset(
    """شرکت گروه موسسه کارخانه هلدینگ سهامی خاص عام با مسیولیت محدود تضامنی تعاونی
    co company corp corporation inc incorporated ltd limited llc llp plc gmbh ag sa srl spa bv nv
    pty pvt kg oy ab as the and group holding""".split()  # noqa: SIM905
)
STREET_WORDS = frozenset(
    """خیابان خ کوچه ک پلاک پ واحد و بلوار بل میدان م طبقه ط ساختمان بن بست جنب نبش
    street st road rd avenue ave av lane ln drive dr court ct place pl boulevard blvd blv
    no unit apt suite floor flat""".split()  # noqa: SIM905
)


def folded(values: pl.Series, *, joined: bool = True) -> pl.Series:
    """`fold` of the values; null where nothing is left. With `joined` the zero-width non-joiner
    ties word parts together (علی‌نیا is one word, as Latin spells it)."""
    if joined:
        values = values.str.replace_all("\u200c", "", literal=True)
    return _filled(fold_series(values))


def without_words(texts: pl.Series, words: frozenset[str]) -> pl.Series:
    """Folded texts without the whole `words`; a text made of nothing else stays as it is."""
    # Every word gets spaces of its own, so that one pass finds neighbours too.
    padded = _with(texts, pl.concat_str(pl.lit(" "), _DOUBLE_SPACED, pl.lit(" ")))
    bare = (
        padded.str.replace_many([f" {word} " for word in sorted(words)], [""] * len(words))
        .str.replace_all(" {2,}", " ")
        .str.strip_chars(" ")
    )
    both = pl.DataFrame({"bare": bare, "texts": texts})
    return both.select(
        pl.when(pl.col("bare") == "").then("texts").otherwise("bare").alias(texts.name)
    )[texts.name]


_DOUBLE_SPACED = pl.col("v").str.replace_all(" ", "  ", literal=True)


def _with(values: pl.Series, expression: pl.Expr) -> pl.Series:
    """The values (column `v`) sent through an expression."""
    return pl.DataFrame({"v": values}).select(expression.alias("v"))["v"]


def spelling(texts: pl.Series) -> pl.Series:
    """Folded texts in one byte per letter, words kept apart by one space."""
    latin = texts.str.replace_many(list(_SPELLING), list(_SPELLING.values()))
    return _ascii(latin)


def sound(texts: pl.Series) -> pl.Series:
    """Consonant skeletons of the words of folded texts, in order, one space between.

    Digraphs and letters that sound alike fall together, doubled letters count once, a vowel at the
    start of a word becomes `a`, all other vowels, y and v inside words are dropped.
    """
    singles = _SINGLES | _SOUND
    latin = (
        texts.str.replace_many(list(_DIGRAPHS), list(_DIGRAPHS.values()))
        .str.replace_many(list(singles), list(singles.values()))
        .str.replace_many(list(_DOUBLES), list(_DOUBLES.values()))
    )
    # Upper case keeps the first letter of a word out of the sweep.
    swept = (
        _with(latin, pl.concat_str(pl.lit(" "), pl.col("v")))
        .str.replace_many([f" {letter}" for letter in "aeiouvy"], _INITIALS)
        .str.replace_many(list("aeiouvy"), [""] * 7)
        .str.to_lowercase()
        .str.strip_chars_start(" ")
    )
    return _ascii(swept)


def sorted_words(texts: pl.Series) -> pl.Series:
    """The words in alphabetical order, joined: equal for swapped first and last names."""
    # One or two words, which most names are, by comparing; the rest in plain Python: sorting inside
    # lists takes the column engine thirty times as long.
    parts = pl.DataFrame({"v": texts}).select(
        pl.col("v").str.split_exact(" ", 2).struct.rename_fields(["a", "b", "c"]).alias("w"), "v"
    )
    parts = parts.unnest("w")
    sorted_two = pl.when(pl.col("a") <= pl.col("b")).then(pl.col("a") + pl.col("b"))
    short = (
        pl.when(pl.col("b").is_null())
        .then("a")
        .otherwise(sorted_two.otherwise(pl.col("b") + pl.col("a")))
    )
    long = pl.col("c").is_not_null()
    keys = parts.select(pl.when(long.not_()).then(short).alias("k"))["k"]
    if parts["c"].null_count() < len(parts):
        many = parts.filter(long)["v"]
        joined = ["".join(sorted(text.split(" "))) for text in many.to_list()]
        places = parts.select(long.arg_true()).to_series()
        keys = keys.scatter(places, pl.Series(joined, dtype=pl.String))
    return keys.alias(texts.name)


def word_sets(texts: pl.Series) -> pl.Series:
    """The distinct words of every text, in order, as lists."""
    words = [text if text is None else sorted(set(text.split(" "))) for text in texts.to_list()]
    return pl.Series(texts.name, words, dtype=pl.List(pl.String))


def _filled(values: pl.Series) -> pl.Series:
    frame = values.to_frame("v")
    return frame.select(pl.when(pl.col("v") != "").then("v").alias(values.name))[values.name]


def _ascii(values: pl.Series) -> pl.Series:
    """Letters of other alphabets become one byte each: distances stay distances of letters."""
    strange = values.str.contains(r"[^\x00-\x7F]").fill_null(False)
    if not strange.any():
        return values
    rare = values.filter(strange).unique()
    keys = ["".join(_byte(letter) for letter in text) for text in rare]
    frame = values.to_frame("v")
    return frame.select(pl.col("v").replace(rare, pl.Series(keys, dtype=pl.String)))["v"].alias(
        values.name
    )


def _byte(letter: str) -> str:
    code = ord(letter)
    return letter if code < 0x80 else chr(0x41 + code % 58)
