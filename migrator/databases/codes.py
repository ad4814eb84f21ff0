"""Tables of error codes: PostgreSQL SQLSTATEs (manual, appendix A), MySQL and MariaDB numbers
(server error reference), SQLite result codes (rescode.html), SQL Server numbers (sys.messages)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

Blame = Literal["infrastructure", "row", "conflict"]


@dataclass(frozen=True)
class Case:
    """One kind of trouble. `message` may use {place}, {user} and {text} (the driver's words)."""

    id: str
    message: str
    hint: str
    transient: bool = False


CASES: dict[str, Case] = {
    case.id: case
    for case in (
        Case(
            "unreachable",
            "There is no connection to {place}.",
            "Check the host name, the port, the network and that the server runs.",
            True,
        ),
        Case(
            "password",
            "{place} refused user {user}: the password or the user name is wrong.",
            "Type the password again, or ask who looks after the database for a login.",
        ),
        Case(
            "no_database",
            "The database does not exist: {place}.",
            "Check the last part of the URL; names are often case sensitive.",
        ),
        Case(
            "no_permission",
            "User {user} lacks a right on {place}: {text}",
            "Ask who looks after the database to grant it, then try again.",
        ),
        Case(
            "tls",
            "The secure connection to {place} failed: {text}",
            "Check the certificate and the TLS options of the URL.",
        ),
        Case(
            "lost",
            "The connection to {place} was lost.",
            "It is safe to try again: what was not confirmed is looked up first.",
            True,
        ),
        Case(
            "busy",
            "{place} has no room for one more connection.",
            "Close other programs that use it, or try again in a minute.",
            True,
        ),
        Case(
            "shutdown",
            "{place} is starting up or shutting down.",
            "Try again in a minute.",
            True,
        ),
        Case(
            "disk_full",
            "There is no room left on the disk of {place}.",
            "Free some space there, then resume.",
        ),
        Case(
            "deadlock",
            "{place} undid the transaction because another one was in its way.",
            "Trying again is safe and usually enough.",
            True,
        ),
        Case(
            "lock_timeout",
            "{place} is locked by another program.",
            "Close the other program or wait until it has finished, then try again.",
            True,
        ),
        Case(
            "read_only",
            "{place} cannot be written: it is read-only.",
            "Check the rights on the file or the server's mode.",
        ),
        Case(
            "no_table",
            "A table or column is not there any more in {place}: {text}",
            "Look at its tables again, then repeat the step.",
        ),
        Case(
            "damaged",
            "{place} is damaged, or is not a database of this kind.",
            "Open it in the program it comes from and export it, or use a backup.",
        ),
        Case(
            "no_file",
            "{place} cannot be opened.",
            "Check that the file and its folder exist and may be read.",
        ),
        Case(
            "stopped",
            "A query on {place} took too long and was stopped.",
            "If it is a view, leave it out or ask for a table instead.",
        ),
        Case(
            "no_driver",
            "The driver for {place} is not installed.",
            "Install the optional part for this kind of database.",
        ),
        Case("refused", "{place} refused: {text}", "Look at the words of the database."),
    )
}

_BY_STATE = {  # the longest prefix wins
    "08": "unreachable", "08003": "lost", "08006": "lost", "28": "password",
    "3D000": "no_database", "42501": "no_permission", "53": "busy", "53100": "disk_full",
    "53200": "busy", "40": "deadlock", "55P03": "lock_timeout", "57014": "stopped",
    "57": "shutdown", "57P01": "lost", "57P02": "lost", "58030": "disk_full", "25006": "read_only",
    "42P01": "no_table", "42703": "no_table", "XX001": "damaged", "XX002": "damaged",
}  # fmt: skip
_BY_NUMBER = {
    "mysql": {
        1040: "busy", 1203: "busy", 1226: "busy", 1044: "no_permission", 1045: "password",
        1698: "password", 1049: "no_database", 1142: "no_permission", 1143: "no_permission",
        1227: "no_permission", 1370: "no_permission", 1021: "disk_full", 1114: "disk_full",
        3: "disk_full", 1213: "deadlock", 1205: "lock_timeout", 1290: "read_only",
        1792: "read_only", 1036: "read_only", 1146: "no_table", 1054: "no_table",
        1051: "no_table", 1356: "no_table", 1053: "shutdown", 1077: "shutdown", 1317: "stopped",
        1969: "stopped", 3024: "stopped", 2003: "unreachable", 2002: "unreachable",
        2005: "unreachable", 2006: "lost", 2013: "lost", 2014: "lost", 2055: "lost", 1927: "lost",
        1152: "lost", 1158: "lost", 1159: "lost", 1160: "lost", 1161: "lost", 2026: "tls",
        1412: "deadlock", 1020: "deadlock",
    },
    "mssql": {
        18456: "password", 18452: "password", 4060: "no_database", 911: "no_database",
        229: "no_permission", 230: "no_permission", 262: "no_permission", 1105: "disk_full",
        9002: "disk_full", 1205: "deadlock", 3960: "deadlock", 1222: "lock_timeout",
        208: "no_table", 207: "no_table", 20009: "unreachable", 20002: "unreachable",
        20003: "lost", 20004: "lost", 20006: "lost", 20047: "lost", 3906: "read_only",
        10928: "busy", 10929: "busy", 40501: "busy", 40613: "shutdown",
    },
}  # fmt: skip
_BY_TEXT: tuple[tuple[str, str], ...] = (  # SQLite names, and words where a driver has no code
    (r"SQLITE_(BUSY|LOCKED)|database (table )?is locked", "lock_timeout"),
    (r"SQLITE_FULL|disk is full|no space left", "disk_full"),
    (r"SQLITE_(READONLY|PERM)|readonly database", "read_only"),
    (r"SQLITE_(CORRUPT|NOTADB)|malformed|is not a database", "damaged"),
    (r"SQLITE_INTERRUPT|interrupted", "stopped"),
    (r"SQLITE_CANTOPEN|unable to open database|No such file", "no_file"),
    (r"no such (table|column)|has no column named", "no_table"),
    (r"password authentication failed|no password supplied", "password"),
    (r"database \"?.*\"? does not exist", "no_database"),
    (r"certificate|SSL|TLS", "tls"),
    (r"no pg_hba.conf entry", "no_permission"),
    (r"closed the connection|terminating connection|connection (is )?closed|no connection to the"
     r"|server has gone away|Lost connection|connection was lost", "lost"),
    (r"starting up|shutting down", "shutdown"),
    (r"too many (clients|connections)|connection slots", "busy"),
    (r"refused|could not connect|connection failed|timeout expired|timed out|resolve"
     r"|translate host|unreachable|connection to server", "unreachable"),
)  # fmt: skip

_ROW_CLASSES = frozenset({"09", "21", "22", "23", "27", "38", "39", "44", "P0"})
_NUMBERS: dict[str, dict[Blame, frozenset[int]]] = {
    "mysql": {
        "conflict": frozenset({1022, 1062, 1169, 1586, 1859, 1761, 1762}),
        "row": frozenset({
            1048, 1118, 1138, 1216, 1217, 1263, 1264, 1265, 1292, 1364, 1366, 1369, 1406, 1411,
            1416, 1441, 1451, 1452, 1526, 1644, 1690, 3140, 3819, 4025, 4078,
        }),
    },
    "mssql": {
        "conflict": frozenset({2601, 2627}),
        "row": frozenset({
            220, 232, 235, 241, 242, 244, 245, 248, 257, 295, 512, 515, 529, 547, 550, 2628, 8114,
            8115, 8152, 8169, 9809,
        }),
    },
}  # fmt: skip

# How drivers quote the offending value -> the same words without it.
VALUES_IN_WORDS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"(Duplicate entry) '.*' (for key)", re.DOTALL), r"\1 \2"),
    (re.compile(r"\b(value:?) '.*' (for|to|in)\b", re.DOTALL), r"\1 \2"),
    (re.compile(r"(invalid (?:input )?(?:syntax|value)[^:]*|out of range[^:]*): \".*", re.DOTALL),
     r"\1"),
    (re.compile(r"^(date/time field value|value) \".*\" (is )?(?=out of range)", re.DOTALL),
     r"\1 "),
    (re.compile(r"(The duplicate key value is) \(.*\)", re.DOTALL), r"\1 (…)"),
    (re.compile(r"(Truncated value:) '.*'", re.DOTALL), r"\1 …"),
    (re.compile(r"(Key \([^)]*\)=)\(.*\)", re.DOTALL), r"\1(…)"),
)  # fmt: skip


def blame_sqlstate(state: str) -> Blame:
    """PostgreSQL: a unique violation is a conflict; data, constraint and trigger classes are the
    row's; 54000 is an index entry that is too long: the row's too."""
    if state in ("23505", "23P01"):
        return "conflict"
    return "row" if state[:2] in _ROW_CLASSES or state == "54000" else "infrastructure"


def blame_number(dialect: str, number: int) -> Blame:
    """MySQL, MariaDB, SQL Server; 50000 and up are raised by SQL Server's own triggers."""
    for blame, numbers in _NUMBERS[dialect].items():
        if number in numbers:
            return blame
    return "row" if dialect == "mssql" and 50000 <= number < 2**31 else "infrastructure"


# What SQLite says of its own constraints, and what else it says by itself (c3ref/errcode.html,
# sqlite3_errstr) when a statement is stepped.
CONSTRAINT_WORDS = re.compile(r"constraint failed|datatype mismatch|string or blob too big")
FIXED_WORDS = re.compile(
    rf"{CONSTRAINT_WORDS.pattern}|not an error|SQL logic error|access permission denied"
    r"|query aborted|locked|out of memory|readonly database|interrupted|disk I/O error"
    r"|disk image is malformed|unknown operation|database or disk is full|unable to open"
    r"|locking protocol|schema has changed|API misuse|authorization denied|out of range"
    r"|file is not a database|no such (?:table|column|function)"
)


def blame_text(code: str, text: str) -> Blame:
    """SQLite, by extended result code, or by its fixed words where ADBC hides the code."""
    if re.search(r"_(UNIQUE|PRIMARYKEY|ROWID)$", code) or "UNIQUE constraint failed" in text:
        return "conflict"
    if code.startswith(("SQLITE_CONSTRAINT", "SQLITE_MISMATCH", "SQLITE_TOOBIG")):
        return "row"
    return "row" if CONSTRAINT_WORDS.search(text) and not code else "infrastructure"


def case_of(dialect: str, code: str, text: str) -> Case:
    """The kind of trouble behind a driver's code and words."""
    if dialect == "postgresql" and code:
        for length in (5, 2):
            if code[:length] in _BY_STATE:
                return CASES[_BY_STATE[code[:length]]]
        return CASES["refused"]
    if code.isdigit() and int(code) in _BY_NUMBER.get(dialect, {}):
        return CASES[_BY_NUMBER[dialect][int(code)]]
    for pattern, case_id in _BY_TEXT:
        if re.search(pattern, f"{code} {text}", re.IGNORECASE):
            return CASES[case_id]
    return CASES["refused"]
