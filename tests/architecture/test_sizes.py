"""Small or split: the limits of the house, with an allow-list that may only shrink."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
FILE, CLASS, FUNCTION, ARGUMENTS = 400, 250, 40, 6

# name -> how large it may be at the most. Never add a line here: split instead.
ALLOWED: dict[str, int] = {}

SOURCES = sorted([*(ROOT / "migrator").rglob("*.py"), *(ROOT / "ui").rglob("*.py")])


def length(node: ast.AST) -> int:
    return (node.end_lineno or 0) - node.lineno + 1


def body_length(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Lines without decorators and docstring: a contract may be as long as it needs."""
    first = node.body[0]
    documented = isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant)
    return length(node) - (length(first) if documented else 0)


def is_command(node: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    """A command's options are its arguments."""
    return any("command" in ast.dump(decorator) for decorator in node.decorator_list)


def arguments(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    every = [*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs]
    return sum(argument.arg not in {"self", "cls"} for argument in every)


def too_large(path: Path) -> Iterator[tuple[str, str, int]]:
    name = path.relative_to(ROOT).as_posix()
    text = path.read_text("utf-8")
    lines = len(text.splitlines())
    if lines > FILE:
        yield name, "file", lines
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.ClassDef) and length(node) > CLASS:
            yield f"{name}:{node.name}", "class", length(node)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            if body_length(node) > FUNCTION:
                yield f"{name}:{node.name}", "function", body_length(node)
            if arguments(node) > ARGUMENTS and not is_command(node):
                yield f"{name}:{node.name}", "arguments", arguments(node)


@pytest.mark.parametrize("path", SOURCES, ids=lambda p: p.relative_to(ROOT).as_posix())
def test_everything_is_small(path: Path) -> None:
    found = [
        (what, kind, size) for what, kind, size in too_large(path) if size > ALLOWED.get(what, 0)
    ]
    assert found == []


def test_the_allow_list_only_shrinks() -> None:
    sizes = {what: size for path in SOURCES for what, _, size in too_large(path)}
    assert {what: sizes.get(what, 0) for what in ALLOWED} == ALLOWED
