"""Which encoding a text file has, from its bytes; and bytes to UTF-8.

A byte that is no text travels as one character U+DC00 + byte, in every encoding, so that its
record can be told apart later: `MARKS` finds them. Letter frequencies are of common prose; the
code pages are those that legacy customer data of the region comes in.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

MARKS = re.compile("[\udc00-\udcff]")
_MARK_ERRORS = "kooch_marks"
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Code pages by script, with the letters that make up most of a text in that script.
_PAGES = (
    ("cp1256", "ابتدرسشعلمنهويىكکپ"),
    ("cp1251", "оеаинтсрвлкмдпуяы"),
    ("cp1253", "αοιετσνηυρκπςάίόλμωδγή"),
)
_WORD = re.compile(rb"[A-Za-z\x80-\xff]*[\x80-\xff][A-Za-z\x80-\xff]*")
_SEQUENCE = re.compile(
    rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}"
)
_HIGH = re.compile(rb"[\x80-\xff]")


@dataclass(frozen=True)
class Encoding:
    """`name` is a Python codec, `bom` the length of the byte-order mark; `certain` is False when
    people should look. Without `name` nothing fits alone: `candidates` are what it may be."""

    name: str
    bom: int = 0
    certain: bool = True
    candidates: tuple[str, ...] = ()


def from_bom(head: bytes) -> Encoding | None:
    """The encoding that a byte-order mark names."""
    for mark, name in _BOMS:
        if head.startswith(mark):
            return Encoding(name, len(mark))
    return None


def from_zeros(head: bytes) -> Encoding | None:
    """UTF-16 or UTF-32 without a mark, told by where its zero bytes stand."""
    head = head[: len(head) // 4 * 4] or head[: len(head) // 2 * 2]
    if not head.count(0):
        return None
    for name, width, zeros in (
        ("utf-32-le", 4, (2, 3)),
        ("utf-32-be", 4, (0, 1)),
        ("utf-16-le", 2, (1,)),
        ("utf-16-be", 2, (0,)),
    ):
        if _zeros_fit(head, width, zeros) and _reads_well(head, name):
            return Encoding(name, certain=False)
    return None


def _zeros_fit(head: bytes, width: int, zeros: tuple[int, ...]) -> bool:
    """Whether the high bytes are zero often enough, and the lowest hardly ever."""
    units = max(len(head) // width, 1)
    share = [head[place::width].count(0) / units for place in range(width)]
    enough = 0.99 if width == 4 else 0.08
    lowest = 0 if zeros[-1] == width - 1 else width - 1
    return all(share[place] >= enough for place in zeros) and share[lowest] <= 0.01


def _reads_well(head: bytes, name: str) -> bool:
    text = head.decode(name, "replace")
    bad = sum(unicodedata.category(c) in ("Cn", "Co", "Cs") or c == "\ufffd" for c in text)
    return bad <= len(text) * 0.01 and ("\n" in text or "\r" in text or len(text) < 200)


def utf8_share(evidence: bytes) -> float:
    """How much of the bytes above 0x7F is built as UTF-8 is: sequences against stray bytes."""
    sequences = len(_SEQUENCE.findall(evidence))
    stray = len(_HIGH.findall(_SEQUENCE.sub(b"", evidence)))
    return sequences / max(sequences + stray, 1)


def from_letters(evidence: bytes) -> Encoding:
    """The eight-bit code page that makes the best letters of the bytes above 0x7F.

    Bytes glued to Latin letters are cp1252. Words of such bytes alone are Arabic or Persian,
    Cyrillic or Greek, whichever alphabet's common letters they make. Where several pages remain
    and read differently the name is empty.
    """
    words = Counter(_WORD.findall(evidence))
    latin = sum(n for word, n in words.items() if re.search(rb"[A-Za-z]", word))
    runs = {word: n for word, n in words.items() if len(_HIGH.findall(word)) >= 2}
    total = latin + sum(n for word, n in runs.items() if not re.search(rb"[A-Za-z]", word))
    if latin and latin >= total * 0.6:
        return _latin(words)
    scores = sorted(((_fit(page, good, runs), page) for page, good in _PAGES), reverse=True)
    best, second = scores[0], scores[1]
    if best[0] >= 0.6 and best[0] - second[0] >= 0.15 and latin <= total * 0.3:
        return Encoding(best[1], certain=False)
    pages = ("cp1252", *(page for _, page in scores))
    if _all_same(words, pages):
        return Encoding("cp1252", certain=False)
    return Encoding("", certain=False, candidates=pages)


def _latin(words: Counter[bytes]) -> Encoding:
    """cp1252, unless its letters do not exist or symbols stand inside words: then cp1250."""
    for page in ("cp1252", "cp1250"):
        strange = sum(_strange(word, page) * n for word, n in words.items())
        if strange <= sum(words.values()) * 0.05:
            return Encoding(page, certain=False)
    return Encoding("", certain=False, candidates=("cp1252", "cp1250", "cp1254", "cp437"))


def _strange(word: bytes, page: str) -> bool:
    """Whether a symbol or an undefined byte stands between two letters."""
    text = word.decode(page, "replace")
    inner = text[1:-1]
    return "\ufffd" in text or any(unicodedata.category(c) in ("So", "No", "Sc") for c in inner)


def _fit(page: str, good: str, words: dict[bytes, int]) -> float:
    """Share of the high bytes in `words` that are common letters of the page's script; words of
    large and small letters mixed do not count."""
    hits = letters = 0
    for word, n in words.items():
        text = word.decode(page, "replace")
        letters += n * sum(c >= "\x80" for c in text)
        if text in (text.lower(), text.upper(), text.capitalize()):
            hits += n * sum(c in good for c in text.lower())
    return hits / max(letters, 1)


def _all_same(words: Counter[bytes], pages: Iterable[str]) -> bool:
    return all(len({word.decode(page, "replace") for page in pages}) == 1 for word in words)


def _mark(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    bad = error.object[error.start : error.end]
    return "".join(chr(0xDC00 + byte) for byte in bad), error.end


codecs.register_error(_MARK_ERRORS, _mark)


def known(name: str) -> str:
    """The codec called `name` if it is a text encoding, else ""."""
    try:
        return name if "a".encode(name).decode(name) == "a" else ""
    except (LookupError, ValueError):
        return ""


def to_utf8(blocks: Iterable[bytes], encoding: str) -> Iterator[bytes]:
    """Blocks of any encoding as UTF-8 bytes; UTF-8 passes unchecked, bad bytes of the others
    become encoded marks (which are no valid UTF-8)."""
    if encoding == "utf-8":
        yield from blocks
        return
    decoder = codecs.getincrementaldecoder(encoding)(_MARK_ERRORS)
    for block in blocks:
        if text := decoder.decode(block):
            yield text.encode("utf-8", "surrogatepass")
    if text := decoder.decode(b"", final=True):
        yield text.encode("utf-8", "surrogatepass")


def to_text(data: bytes, encoding: str) -> str:
    """UTF-8 bytes of `to_utf8` as text with marks; `encoding` is the file's."""
    return data.decode("utf-8", "surrogateescape" if encoding == "utf-8" else "surrogatepass")


def byte_length(text: str, encoding: str) -> int:
    """How many bytes of the file `text` (with marks) took."""
    if text.isascii() and encoding in ("utf-8", "cp1252", "cp1256"):
        return len(text)
    plain = MARKS.sub("", text)
    return len(plain.encode(encoding, "replace")) + len(text) - len(plain)


def show_marks(text: str) -> str:
    """Marks as \\xNN, for people."""
    return MARKS.sub(lambda found: f"\\x{ord(found[0]) - 0xDC00:02x}", text)
