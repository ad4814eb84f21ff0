"""Everything that the engine says when the world refuses is said in Persian too."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

import migrator
from migrator.databases.codes import CASES, Case
from migrator.desks.error_words import in_persian, problem_text
from migrator.desks.host import Host
from migrator.errors import MigratorError, PlanError, SourceError
from migrator.model.text import Text

ROOT = Path(next(iter(migrator.__path__)))
ERRORS = {"MigratorError", "SourceError", "TargetError", "ProjectError", "PlanError", "kind"}
# The terminal speaks English.
TERMINAL = ("cli/", "scratch.py")
STANDS_FOR = "Zq"  # what is put in the place of a value: no word of any sentence
TWO_ENGLISH_WORDS = re.compile(r"\b[a-z]{2,} [a-z]{2,}\b")


class Given(NamedTuple):
    """A message or a hint as a raise site gives it."""

    where: str
    node: ast.expr


def _sites() -> Iterator[Given]:
    for path in sorted(ROOT.rglob("*.py")):
        name = path.relative_to(ROOT).as_posix()
        if name.startswith(TERMINAL):
            continue
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name)):
                continue
            if node.func.id in ERRORS and node.args:
                hints = [word.value for word in node.keywords if word.arg == "hint"]
                for given in (node.args[0], *hints):
                    yield Given(f"{name}:{given.lineno}", given)


def _sentences(node: ast.expr) -> list[str] | None:
    """The English sentences that an expression can be, with something in the place of values;
    None where that cannot be read off the code (a name, a call)."""
    if isinstance(node, ast.Constant):
        return [str(node.value)]
    if isinstance(node, ast.JoinedStr):
        parts = [p.value if isinstance(p, ast.Constant) else STANDS_FOR for p in node.values]
        return ["".join(map(str, parts))]
    if isinstance(node, ast.IfExp):
        found = [_sentences(node.body), _sentences(node.orelse)]
        return None if None in found else [one for some in found for one in some or []]
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
        pairs = (_sentences(node.left) or [STANDS_FOR], _sentences(node.right) or [STANDS_FOR])
        return [left + right for left in pairs[0] for right in pairs[1]]
    return None


def _is_persian(sentence: str) -> bool:
    if not re.search("[A-Za-z]{2}", sentence.replace(STANDS_FOR, "")):
        return True
    told, _ = in_persian(MigratorError(sentence))
    return told != sentence and not TWO_ENGLISH_WORDS.search(told.replace(STANDS_FOR, ""))


SITES = list(_sites())


def test_finds_the_sites() -> None:
    assert len(SITES) > 300


def test_every_sentence_is_given_or_known_in_persian() -> None:
    alone = [
        f"{site.where}: {sentence}"
        for site in SITES
        for sentence in _sentences(site.node) or []
        if not _is_persian(sentence)
    ]
    assert not alone, "\n" + "\n".join(alone)


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_what_databases_refuse_is_known_in_persian(case: Case) -> None:
    place = {"place": STANDS_FOR, "user": STANDS_FOR, "text": STANDS_FOR}
    assert _is_persian(case.message.format(**place))
    assert _is_persian(case.hint)


def test_no_two_languages_are_the_same() -> None:
    texts = [
        site
        for site in SITES
        if isinstance(site.node, ast.Call)
        and isinstance(site.node.func, ast.Name)
        and site.node.func.id == "Text"
    ]
    assert texts
    for site in texts:
        assert isinstance(site.node, ast.Call)
        persian = ast.unparse(site.node.args[1])
        assert re.search("[\u0600-\u06ff]", persian), site.where


def test_persian_names_no_command() -> None:
    named = [
        site.where
        for site in SITES
        for sentence in _sentences(site.node) or [ast.unparse(site.node)]
        if re.search(r"\bkooch [a-z]|--[a-z]", in_persian(MigratorError(sentence))[0])
    ]
    assert not named


@pytest.mark.parametrize(
    ("error", "message", "hint"),
    [
        (
            SourceError('"a.csv" is empty: it has no bytes at all.', hint="Check the path."),
            "«\u2068a.csv\u2069» خالی است: حتی یک بایت ندارد.",
            "مسیر را بررسی کنید.",
        ),
        (
            PlanError(Text("Gone.", "نیست."), hint=Text("Look again.", "دوباره ببینید.")),
            "نیست.",
            "دوباره ببینید.",
        ),
        (PlanError("Nobody knows these words."), "Nobody knows these words.", ""),
    ],
)
def test_says_persian_where_it_can(error: MigratorError, message: str, hint: str) -> None:
    assert Host.in_persian(error) == (message, hint)


def test_problems_inside_a_sentence_are_translated() -> None:
    problem = "crm.contact: Step 2 (trim): There is no option 'x'. Did you mean 'y'?"
    error = PlanError(
        Text(f"It cannot run: {problem}", f"اجرا نمی‌شود: {problem}"), problems=[problem]
    )
    message, _ = in_persian(error)
    assert message == (
        "اجرا نمی‌شود: crm.contact: گام ۲ («trim»): گزینه‌ای به نام \u2068x\u2069 نیست."
        " منظورتان \u2068y\u2069 بود؟"
    )


@pytest.mark.parametrize(
    ("english", "persian"),
    [
        (
            "Step 1 (expression): There is no function foo at character 1. Known: abs, len.",
            "گام ۱ («expression»): تابعی به نام \u2068foo\u2069 نیست (نویسه‌ی ۱)."
            " موجود: \u2068abs, len\u2069.",
        ),
        (
            "contact, check pattern: There is no check called 'patern'.",
            "contact، وارسی pattern: وارسی‌ای به نام \u2068patern\u2069 نیست.",
        ),
        ("contact: nobody knows", "contact: nobody knows"),
        (
            "account is not in the target. contact.id is required now.",
            "\u2068account\u2069 در مقصد نیست. \u2068contact.id\u2069 اکنون الزامی است.",
        ),
        (
            "Nobody knows. Use - or not.",
            "Nobody knows. - یا not را به کار برید.",
        ),
    ],
)
def test_problems_are_known_behind_their_place(english: str, persian: str) -> None:
    assert problem_text(english) == Text(english, persian)
