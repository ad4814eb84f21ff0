"""Checks: named questions to golden records. A new one is a file and a line here."""

from __future__ import annotations

from migrator.checks import row_checks, schema_checks, value_checks
from migrator.checks.base import Check, CheckContext
from migrator.registry import Registry

__all__ = ["CHECKS", "Check", "CheckContext"]

CHECKS: Registry[Check] = Registry("check")
CHECKS.register(
    schema_checks.REQUIRED,
    schema_checks.MAX_LENGTH,
    schema_checks.FIELD_TYPE,
    schema_checks.PICKLIST,
    schema_checks.UNIQUE,
    schema_checks.PARENT_EXISTS,
    value_checks.RANGE,
    value_checks.PATTERN,
    value_checks.EMAIL,
    value_checks.PHONE,
    value_checks.URL,
    value_checks.NATIONAL_ID_IRAN,
    value_checks.DATE_PLAUSIBLE,
    value_checks.NO_CONTROL_CHARACTERS,
    value_checks.NOT_PLACEHOLDER,
    row_checks.DATE_ORDER,
    row_checks.COMPARE_FIELDS,
)
