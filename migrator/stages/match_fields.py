"""The key columns of the match table: which keys a field gets, by what it means.

A key column is called by a letter and the field's place among the keyed fields (`k0`, `s0`, ...):

    k  the value to compare: words sorted and joined, mailbox, digits, date as yyyymmdd
    p  the same words in their own order; the part of an e-mail address before the @; the words of
       an address
    s  consonant skeleton of the words, sorted and joined (see match_keys.sound)
    d  the numbers of an address; the digits before the @ of an e-mail address
    t  the set of words (a list), for long texts
    c  the longest word that holds a digit: a model or part number
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

import polars as pl
import pyarrow as pa

from migrator.stages.match_keys import (
    HONORIFICS,
    LEGAL_FORMS,
    STREET_WORDS,
    folded,
    sorted_words,
    sound,
    spelling,
    without_words,
    word_sets,
)

Keys = dict[str, pl.Series]

KINDS: dict[str, str] = {
    **dict.fromkeys(("person_name", "first_name", "last_name"), "name"),
    "company_name": "company",
    **dict.fromkeys(("product_name", "text", "note", "job_title"), "text"),
    "email": "email",
    **dict.fromkeys(("phone", "mobile", "fax"), "phone"),
    **dict.fromkeys(
        ("national_id", "company_id", "economic_code", "iban", "code", "id", "reference"), "code"
    ),
    "postal_code": "postal",
    **dict.fromkeys(("birth_date", "date", "datetime"), "date"),
    "address": "address",
    "url": "url",
}
_COLUMNS = {
    "name": "kps",
    "company": "kps",
    "text": "kpstc",
    "word": "kps",
    "email": "kpd",
    "phone": "k",
    "code": "k",
    "postal": "k",
    "date": "k",
    "address": "kpd",
    "url": "k",
}


@dataclass(frozen=True)
class KeyedField:
    """A field of the entity at its place `no` in the match table, and the kind of keys it gets."""

    no: int
    field: str
    meaning: str

    @property
    def kind(self) -> str:
        """How the field is keyed and compared: by short words unless its meaning says more."""
        return KINDS.get(self.meaning, "word")

    @property
    def columns(self) -> tuple[str, ...]:
        """Its columns in the match table."""
        return tuple(f"{letter}{self.no}" for letter in _COLUMNS[self.kind])

    def column(self, letter: str) -> str:
        """The column of one letter; `k` where this kind has no such key."""
        return f"{letter if letter in _COLUMNS[self.kind] else 'k'}{self.no}"


def key_schema(fields: Sequence[KeyedField]) -> pa.Schema:
    """Arrow schema of the match table: `rid`, then the key columns."""
    kinds = [
        pa.field(name, pa.list_(pa.string()) if name[0] == "t" else pa.string())
        for field in fields
        for name in field.columns
    ]
    return pa.schema([pa.field("rid", pa.int64()), *kinds])


def key_batches(
    batches: Iterable[pa.RecordBatch], fields: Sequence[KeyedField]
) -> Iterator[pa.RecordBatch]:
    """Batches of (row id, field values ...) as batches of `key_schema`."""
    schema = key_schema(fields)
    for batch in batches:
        columns: list[pa.Array] = [batch.column(0).cast(pa.int64())]
        for place, field in enumerate(fields, 1):
            values = pl.Series("v", batch.column(place).cast(pa.string()))
            columns += [_array(part) for part in _keys_of(values, field.kind)]
        yield pa.RecordBatch.from_arrays(
            [column.cast(kind.type) for column, kind in zip(columns, schema, strict=True)],
            schema=schema,
        )


def _array(series: pl.Series) -> pa.Array:
    found = series.to_arrow()
    return found.combine_chunks() if isinstance(found, pa.ChunkedArray) else found


def _keys_of(values: pl.Series, kind: str) -> list[pl.Series]:
    """The keys of every value, worked out once per distinct value of the batch where values
    repeat (finding the few repeated ones of the others takes longer than their keys)."""
    letters = _COLUMNS[kind]
    distinct = values.unique(maintain_order=True)
    if len(distinct) > 0.5 * len(values):
        keys = _KEYS[kind](values)
        return [keys[letter] for letter in letters]
    keys = _KEYS[kind](distinct)
    frame = pl.DataFrame({"v": distinct, **{letter: keys[letter] for letter in letters}})
    joined = values.to_frame("v").join(
        frame, on="v", how="left", nulls_equal=True, maintain_order="left"
    )
    return [joined[letter] for letter in letters]


def _blank_to_null(values: pl.Series) -> pl.Series:
    return values.to_frame("x").select(pl.when(pl.col("x") != "").then("x").alias("x"))["x"]


def _words(texts: pl.Series) -> Keys:
    spelled = spelling(texts)
    return {
        "k": sorted_words(spelled),
        "p": spelled.str.replace_all(" ", "", literal=True),
        "s": _blank_to_null(sorted_words(sound(texts))),
    }


def _name(values: pl.Series) -> Keys:
    return _words(without_words(folded(values), HONORIFICS))


def _company(values: pl.Series) -> Keys:
    return _words(without_words(folded(values), LEGAL_FORMS))


def _word(values: pl.Series) -> Keys:
    return _words(folded(values))


def _text(values: pl.Series) -> Keys:
    texts = folded(values)
    words = word_sets(spelling(texts))
    coded = words.to_frame("w").select(
        pl.col("w")
        .list.eval(pl.element().filter(pl.element().str.contains(r"\d") & (_length() >= 4)))
        .list.eval(pl.element().sort_by(_length(), pl.element(), descending=[True, False]))
        .list.first()
    )["w"]
    return _words(texts) | {"t": words, "c": coded}


def _length() -> pl.Expr:
    return pl.element().str.len_bytes()


def _email(values: pl.Series) -> Keys:
    clean = values.str.to_lowercase().str.replace_all(r"\s", "")
    local = clean.str.extract(r"^([^@]+)@", 1)
    return {
        "k": _blank_to_null(spelling(clean)),
        "p": spelling(local),
        "d": local.str.replace_all(r"\D", ""),
    }


def _phone(values: pl.Series) -> Keys:
    digits = folded(values).str.replace_all(r"\D", "")
    return {"k": _blank_to_null(digits.str.tail(10).str.strip_chars_start("0"))}


def _code(values: pl.Series) -> Keys:
    letters = spelling(folded(values).str.replace_all(" ", "", literal=True))
    return {"k": _blank_to_null(letters.str.strip_chars_start("0"))}


def _postal(values: pl.Series) -> Keys:
    letters = spelling(folded(values).str.replace_all(" ", "", literal=True))
    return {"k": _blank_to_null(letters)}


def _date(values: pl.Series) -> Keys:
    """ISO dates as yyyymmdd; any other text as its digits (a date nobody could read)."""
    iso = values.str.extract(r"^\s*(\d{4}-\d{2}-\d{2})", 1)
    digits = pl.DataFrame({"iso": iso, "v": values}).select(
        pl.coalesce("iso", "v").str.replace_all(r"\D", "")
    )["iso"]
    return {"k": _blank_to_null(digits)}


def _address(values: pl.Series) -> Keys:
    texts = folded(values)
    letters = without_words(texts.str.replace_many(list("0123456789"), [" "] * 10), STREET_WORDS)
    spelled = spelling(letters).str.replace_all(" ", "", literal=True)
    numbers = texts.str.extract_all(r"\d+").list.join("-")
    whole = pl.DataFrame({"p": spelled, "d": numbers}).select(
        pl.concat_str("p", "d", separator="#").alias("k")
    )["k"]
    whole = whole.to_frame("k").select(pl.when(pl.col("k") != "#").then("k").alias("k"))["k"]
    return {"k": whole, "p": spelled, "d": _blank_to_null(numbers)}


def _url(values: pl.Series) -> Keys:
    host = values.str.to_lowercase().str.extract(r"^\s*(?:[a-z]+://)?(?:www\.)?([^/?#\s:]+)", 1)
    return {"k": _blank_to_null(spelling(host))}


_KEYS: dict[str, Callable[[pl.Series], Keys]] = {
    "name": _name,
    "company": _company,
    "text": _text,
    "word": _word,
    "email": _email,
    "phone": _phone,
    "code": _code,
    "postal": _postal,
    "date": _date,
    "address": _address,
    "url": _url,
}
