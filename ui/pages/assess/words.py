"""Counts in words: one, or many of them."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from ui import speech


def _counted(count: int, one: str, many: str) -> str:
    return (one if count == 1 else many).format(count=speech.number(count))


def rows(count: int) -> str:
    """How many rows."""
    translate = QCoreApplication.translate
    one, many = translate("Assess", "{count} row"), translate("Assess", "{count} rows")
    return _counted(count, one, many)


def columns(count: int) -> str:
    """How many columns."""
    translate = QCoreApplication.translate
    one, many = translate("Assess", "{count} column"), translate("Assess", "{count} columns")
    return _counted(count, one, many)


def copies(count: int) -> str:
    """How many rows are copies of another one."""
    translate = QCoreApplication.translate
    one = translate("Assess", "{count} exact copy")
    return _counted(count, one, translate("Assess", "{count} exact copies"))


def orphans(count: int) -> str:
    """How many rows lack their parent."""
    translate = QCoreApplication.translate
    one, many = translate("Assess", "{count} orphan"), translate("Assess", "{count} orphans")
    return _counted(count, one, many)


def odd_columns(count: int) -> str:
    """How many columns hold something odd."""
    translate = QCoreApplication.translate
    one = translate("Assess", "{count} odd column")
    return _counted(count, one, translate("Assess", "{count} odd columns"))


def personal(count: int) -> str:
    """How many columns hold personal data."""
    return QCoreApplication.translate("Assess", "{count} personal").format(
        count=speech.number(count)
    )


def columns_left_out(count: int) -> str:
    """How many columns are left out."""
    return QCoreApplication.translate("Assess", "{count} left out").format(
        count=speech.number(count)
    )


def left_out(reason: str) -> str:
    """That something is left out, and why."""
    words = QCoreApplication.translate("Assess", "left out: {reason}")
    return words.format(reason=speech.isolate(reason))


def key(name: str) -> str:
    """What identifies a row."""
    return QCoreApplication.translate("Assess", "key {name}").format(name=speech.isolate(name))


def no_key() -> str:
    """That nothing identifies a row."""
    return QCoreApplication.translate("Assess", "no key")
