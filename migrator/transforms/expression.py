"""The locked-down evaluator: expressions over named texts, compiled to closures.

An expression is parsed with Python's own parser and then built node by node from an allow-list:
arithmetic, comparisons, and/or/not, `x if c else y`, `in`, and calls of the functions of
`expression_values`. There are no attributes, subscripts, comprehensions, lambdas, assignments,
f-strings or keyword arguments, and text cannot be multiplied, so nothing outside is reachable.
Length, number and depth of nodes, digits and text sizes are bounded, so every run ends soon.
"""

from __future__ import annotations

import ast
import difflib
import warnings
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import NoReturn

from migrator.errors import PlanError
from migrator.model.text import Text
from migrator.transforms.base import Value
from migrator.transforms.expression_values import (
    ARITHMETIC,
    COMPARISONS,
    FUNCTIONS,
    Result,
    as_text,
    equal,
    is_true,
    negate,
)
from migrator.transforms.replacing import check_regex, regex

MAX_LENGTH = 2000
MAX_NODES = 300
MAX_DEPTH = 40
MAX_NUMBER = 50

Row = Mapping[str, Value]
_Code = Callable[[Row], Result]


@dataclass(frozen=True)
class Expression:
    """A compiled expression. Calling it with a row gives a bool, or a text, or None for empty;
    raises CannotTransform when the values do not fit (text where a number is needed, division by
    zero). `names` are the columns it reads; one that the row lacks is empty.

    A column is written as its name, or as field('its name') when that has spaces or is a word of
    the language. Patterns in matches() and extract() are RE2; write them r'...' if they have a
    backslash."""

    text: str
    names: frozenset[str]
    _code: _Code

    def __call__(self, row: Row) -> Value | bool:
        result = self._code(row)
        return result if isinstance(result, bool) else as_text(result) or None


def compile_expression(text: str) -> Expression:
    """The expression, ready to run on rows. PlanError says what is wrong, where (`position`, a
    1-based character, in `details`) and what to write instead."""
    if len(text) > MAX_LENGTH:
        raise PlanError(
            Text(
                f"The expression has more than {MAX_LENGTH} characters.",
                f"عبارت بیش از {MAX_LENGTH} نویسه دارد.",
            ),
            position=1,
        )
    # One line without indentation is what the parser takes; no character changes its place.
    source = text.translate(_FLAT)
    builder = _Builder(source)
    code = builder.build(_parse(source), 1)
    return Expression(text, frozenset(builder.names), code)


_FLAT = str.maketrans("\r\n\t\f", "    ")


def _parse(source: str) -> ast.expr:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # "\d" in a pattern is meant as it stands
            return ast.parse(source.lstrip(" "), mode="eval").body
    except SyntaxError as error:
        position = (error.offset or max(len(source), 1)) + _indent(source)
        raise PlanError(
            Text(
                f"The expression cannot be read at character {position}: {error.msg}.",
                f"عبارت در نویسه‌ی {position} خوانده نمی‌شود: {error.msg}.",
            ),
            hint=Text(
                "Write for example: value if len(value) > 3 else None",
                "برای نمونه بنویسید: value if len(value) > 3 else None",
            ),
            position=min(position, len(source) + 1),
        ) from error
    except (ValueError, MemoryError, RecursionError, OverflowError) as error:
        raise PlanError(
            Text("The expression is nested too deeply.", "عبارت بیش از اندازه تودرتو است."),
            position=1,
        ) from error


def _indent(source: str) -> int:
    return len(source) - len(source.lstrip(" "))


class _Builder:
    """Turns allowed nodes into closures and refuses all others."""

    def __init__(self, text: str) -> None:
        self.names: set[str] = set()
        self._text = text
        self._source = text.lstrip(" ")
        self._nodes = 0
        self._builders: dict[type[ast.AST], Callable[..., _Code]] = {
            ast.Constant: self._constant,
            ast.Name: self._name,
            ast.BinOp: self._arithmetic,
            ast.UnaryOp: self._unary,
            ast.BoolOp: self._and_or,
            ast.Compare: self._comparison,
            ast.IfExp: self._condition,
            ast.Call: self._call,
        }

    def build(self, node: ast.AST, depth: int) -> _Code:
        """The closure of a node at this depth."""
        self._nodes += 1
        if self._nodes > MAX_NODES or depth > MAX_DEPTH:
            self._refuse(node, "The expression is too large", "Split it into several steps.")
        builder = self._builders.get(type(node))
        if builder is None:
            what = type(node).__name__
            self._refuse(node, f"{what} is not allowed", "Use operators and listed functions only.")
        return builder(node, depth + 1)

    def _refuse(self, node: ast.AST, problem: str, hint: str = "") -> NoReturn:
        position = self._position(node)
        raise PlanError(f"{problem} at character {position}.", hint=hint, position=position)

    def _position(self, node: ast.AST) -> int:
        """1-based character; the parser counts bytes from 0."""
        before = self._source.encode()[: getattr(node, "col_offset", 0)]
        return _indent(self._text) + len(before.decode("utf-8", "ignore")) + 1

    def _constant(self, node: ast.Constant, depth: int) -> _Code:
        del depth
        value: Result
        if isinstance(node.value, str | bool | None):
            value = node.value
        elif isinstance(node.value, int | float):
            value = self._number(node)
        else:
            self._refuse(node, "This kind of value is not allowed", "Use texts and numbers.")
        return lambda _row: value

    def _number(self, node: ast.Constant) -> Decimal:
        """The number as it is written, so that 0.1 is exactly 0.1."""
        written = ast.get_source_segment(self._source, node) or ""
        if len(written) > MAX_NUMBER:
            self._refuse(node, f"A number of more than {MAX_NUMBER} digits")
        try:
            number = Decimal(written.replace("_", ""))
        except InvalidOperation:
            self._refuse(node, "This number cannot be used", "Write it like 1234.5")
        if not number.is_finite() or abs(number.adjusted()) > MAX_NUMBER:
            self._refuse(node, "This number is too large or too small")
        return number

    def _name(self, node: ast.Name, depth: int) -> _Code:
        del depth
        name = node.id
        if name.startswith("__"):
            self._refuse(node, f"{name} is not a column", "Names do not begin with two lines.")
        if name.lower() in _CONSTANTS:
            self._refuse(node, f"{name} is not a name", f"Write {_CONSTANTS[name.lower()]}.")
        return self._column(name)

    def _column(self, name: str) -> _Code:
        self.names.add(name)
        return lambda row: row.get(name)

    def _arithmetic(self, node: ast.BinOp, depth: int) -> _Code:
        operation = ARITHMETIC.get(type(node.op).__name__)
        if operation is None:
            self._refuse(node, "This operator is not allowed", "Use + - * / // % ** and or not.")
        left, right = self.build(node.left, depth), self.build(node.right, depth)
        return lambda row: operation(left(row), right(row))

    def _unary(self, node: ast.UnaryOp, depth: int) -> _Code:
        operand = self.build(node.operand, depth)
        if isinstance(node.op, ast.Not):
            return lambda row: not is_true(operand(row))
        if isinstance(node.op, ast.USub):
            return lambda row: negate(operand(row))
        return self._refuse(node, "This operator is not allowed", "Use - or not.")

    def _and_or(self, node: ast.BoolOp, depth: int) -> _Code:
        parts = [self.build(value, depth) for value in node.values]
        stop_at = isinstance(node.op, ast.Or)

        def run(row: Row) -> Result:
            result: Result = None
            for part in parts:
                result = part(row)
                if is_true(result) is stop_at:
                    return result
            return result

        return run

    def _comparison(self, node: ast.Compare, depth: int) -> _Code:
        left = self.build(node.left, depth)
        links = [
            self._link(op, right, depth)
            for op, right in zip(node.ops, node.comparators, strict=True)
        ]

        def run(row: Row) -> Result:
            before = left(row)
            for holds, right in links:
                after = right(row) if right else None
                if not holds(row, before, after):
                    return False
                before = after
            return True

        return run

    def _link(
        self, op: ast.cmpop, right: ast.expr, depth: int
    ) -> tuple[Callable[[Row, Result, Result], bool], _Code | None]:
        if isinstance(op, ast.In | ast.NotIn):
            wanted = isinstance(op, ast.In)
            if isinstance(right, ast.Tuple | ast.List):
                items = [self.build(item, depth) for item in right.elts]
                return lambda row, a, _: any(equal(a, i(row)) for i in items) is wanted, None
            text = self.build(right, depth)
            return lambda _, a, b: (as_text(a) in as_text(b)) is wanted, text
        compare = COMPARISONS[type(op).__name__]
        return lambda _, a, b: compare(a, b), self.build(right, depth)

    def _condition(self, node: ast.IfExp, depth: int) -> _Code:
        return self._choose(node.test, node.body, node.orelse, depth)

    def _choose(self, test: ast.expr, yes: ast.expr, no: ast.expr, depth: int) -> _Code:
        condition = self.build(test, depth)
        first, second = self.build(yes, depth), self.build(no, depth)
        return lambda row: first(row) if is_true(condition(row)) else second(row)

    def _call(self, node: ast.Call, depth: int) -> _Code:
        if not isinstance(node.func, ast.Name):
            self._refuse(node, "Only listed functions can be called", _KNOWN)
        if node.keywords or any(isinstance(argument, ast.Starred) for argument in node.args):
            self._refuse(node, "Only plain values can be handed to a function")
        name = node.func.id
        if name in _SPECIAL:
            return self._special(name, node, depth)
        function = FUNCTIONS.get(name)
        if function is None:
            near = difflib.get_close_matches(name, [*FUNCTIONS, *_SPECIAL], n=1)
            hint = f"Did you mean {near[0]}?" if near else _KNOWN
            self._refuse(node, f"There is no function {name}", hint)
        most = len(node.args) if function.most is None else function.most
        if not function.least <= len(node.args) <= most:
            self._refuse(node, f"The function {name} takes {_count(function.least, function.most)}")
        arguments = [self.build(argument, depth) for argument in node.args]
        call = function.call
        return lambda row: call(*[argument(row) for argument in arguments])

    def _special(self, name: str, node: ast.Call, depth: int) -> _Code:
        if len(node.args) != _SPECIAL[name]:
            self._refuse(node, f"The function {name} takes {_SPECIAL[name]} value(s)")
        if name == "when":
            test, yes, no = node.args
            return self._choose(test, yes, no, depth)
        if name == "field":
            return self._column(self._literal(node.args[0]))
        pattern = self._literal(node.args[1])
        try:
            check_regex(pattern)
        except ValueError as error:
            self._refuse(node.args[1], f"{str(error).capitalize()},", "Patterns are RE2 syntax.")
        text, search = self.build(node.args[0], depth), regex(pattern).search
        if name == "matches":
            return lambda row: search(as_text(text(row))) is not None
        group = 1 if regex(pattern).groups else 0
        return lambda row: (found := search(as_text(text(row)))) and found.group(group) or None

    def _literal(self, node: ast.expr) -> str:
        if not (isinstance(node, ast.Constant) and isinstance(node.value, str)):
            self._refuse(node, "A text in quotation marks is expected")
        return node.value


# Functions with parts that are not values: name to number of arguments.
_SPECIAL = {"when": 3, "field": 1, "matches": 2, "extract": 2}
_CONSTANTS = {"true": "True", "false": "False", "none": "None", "null": "None"}
_KNOWN = f"Known: {', '.join(sorted([*FUNCTIONS, *_SPECIAL]))}."


def _count(least: int, most: int | None) -> str:
    if most is None:
        return f"{least} value(s) or more"
    return f"{least} value(s)" if least == most else f"{least} to {most} values"
