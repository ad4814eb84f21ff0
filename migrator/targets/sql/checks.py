"""CHECK constraints that say no more than a closed list of values or a length."""

from __future__ import annotations

import re

from migrator.databases.engine import Dialect

_CAST = r"::\s*[a-z][\w ]*(?:\(\d+\))?(?:\[\])?"
_TOKEN = re.compile(
    rf"(?P<text>N?'(?:[^']|'')*')|(?P<cast>{_CAST})|(?P<name>\"(?:[^\"]|\"\")*\"|`(?:[^`]|``)*`)"
    r"|(?P<number>-?\d+(?:\.\d+)?)|(?P<word>\w+)|(?P<other>\S)",
    re.IGNORECASE,
)
_BRACKETED = re.compile(r"\[([^\]]*)\]")
_LIST_WORDS = {"in", "any", "array", "or"}
_LENGTH = re.compile(
    r"^\(*\s*(?:char_length|length|len)\s*\(+\s*(?P<name>`(?:[^`]|``)*`|\"(?:[^\"]|\"\")*\"|\w+)"
    r"\s*\)+\s*<=\s*(?P<length>\d+)\s*\)*$",
    re.IGNORECASE,
)


def picklist_of(sql: str, dialect: Dialect) -> tuple[str, tuple[str, ...]] | None:
    """The column and its allowed values, when the check is `column IN (literals)` in the words of
    any of the dialects (`= ANY (ARRAY[...])`, `a = 'x' OR a = 'y'`); otherwise None."""
    if dialect == "mssql":
        sql = _BRACKETED.sub(r'"\1"', sql)
    if dialect == "mysql":
        sql = _plain_mysql(sql)
    column = ""
    values: list[str] = []
    listed = False
    for match in _TOKEN.finditer(sql):
        kind, text = str(match.lastgroup), match.group()
        if kind in ("text", "number"):
            values.append(_literal(text))
        elif kind == "name" or (kind == "word" and not _is_noise(text)):
            name = _unquoted(text)
            if column not in ("", name):
                return None
            column = name
        elif kind == "other" and text not in "()[],=":
            return None
        listed = listed or text.lower() in _LIST_WORDS or text == "="
    return (column, tuple(values)) if column and values and listed else None


def length_of(sql: str) -> tuple[str, int] | None:
    """The column and its longest length in characters, when that is all the check says."""
    match = _LENGTH.match(re.sub(_CAST, "", sql.strip()))
    return (_unquoted(match["name"]), int(match["length"])) if match else None


def _plain_mysql(sql: str) -> str:
    """MySQL quotes the quotes (`_utf8mb4\\'a\\'`), MariaDB only what is inside (`'it\\'s'`): both
    as standard SQL."""
    if re.search(r"_\w+\\'", sql):
        return sql.replace("\\'", "'")
    return re.sub(r"\\(.)", lambda found: "''" if found[1] == "'" else found[1], sql)


def _is_noise(word: str) -> bool:
    """Words of the list itself, and MySQL's `_utf8mb4` before a string."""
    return word.lower() in _LIST_WORDS or word.lower().startswith("_utf8")


def _literal(text: str) -> str:
    if text[0] in "'Nn":
        return text[text.index("'") + 1 : -1].replace("''", "'")
    return text


def _unquoted(name: str) -> str:
    if name[0] in '"`':
        return name[1:-1].replace(name[0] * 2, name[0])
    return name
