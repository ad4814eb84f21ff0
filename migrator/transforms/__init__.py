"""Transforms, one file per close family, listed here."""

from __future__ import annotations

from migrator.registry import Registry
from migrator.transforms.base import Transform
from migrator.transforms.booleans import BOOLEAN
from migrator.transforms.by_hand import BY_HAND
from migrator.transforms.case import CASE
from migrator.transforms.cleaning import BLANK_IF, REMOVE_HTML, UNICODE
from migrator.transforms.dates import DATE, DATE_AUTO, JALALI_TO_GREGORIAN, YEAR
from migrator.transforms.datetimes import DATETIME
from migrator.transforms.expression_step import EXPRESSION
from migrator.transforms.identifiers import (
    COMPANY_ID_IRAN,
    IBAN,
    NATIONAL_ID_IRAN,
    POSTAL_CODE_IRAN,
)
from migrator.transforms.joining import COALESCE, CONSTANT, JOIN, TEMPLATE
from migrator.transforms.keys import HASH, MASK, UUID5
from migrator.transforms.letters import ARABIC_TO_PERSIAN, DIGITS, PERSIAN_LETTERS
from migrator.transforms.money import MONEY
from migrator.transforms.numbering import SEQUENCE
from migrator.transforms.numbers import INTEGER, NUMBER, PERCENT, ROUND
from migrator.transforms.phones import MOBILE_IRAN, PHONE
from migrator.transforms.replacing import REGEX_EXTRACT, REGEX_REPLACE, REPLACE
from migrator.transforms.shaping import PAD_LEFT, PREFIX_SUFFIX, SUBSTRING, TRUNCATE
from migrator.transforms.splitting import SPLIT, SPLIT_NAME
from migrator.transforms.trimming import TRIM
from migrator.transforms.value_maps import LOOKUP_TABLE, VALUE_MAP
from migrator.transforms.web import EMAIL, URL

TRANSFORMS: Registry[Transform] = Registry("transform")
TRANSFORMS.register(TRIM, CASE, BLANK_IF, UNICODE, REMOVE_HTML)
TRANSFORMS.register(REPLACE, REGEX_REPLACE, REGEX_EXTRACT)
TRANSFORMS.register(PAD_LEFT, SUBSTRING, TRUNCATE, PREFIX_SUFFIX)
TRANSFORMS.register(SPLIT, SPLIT_NAME, JOIN, COALESCE, CONSTANT, TEMPLATE)
TRANSFORMS.register(DIGITS, PERSIAN_LETTERS, ARABIC_TO_PERSIAN)
TRANSFORMS.register(PHONE, MOBILE_IRAN, EMAIL, URL)
TRANSFORMS.register(IBAN, NATIONAL_ID_IRAN, COMPANY_ID_IRAN, POSTAL_CODE_IRAN)
TRANSFORMS.register(NUMBER, INTEGER, MONEY, PERCENT, ROUND, BOOLEAN)
TRANSFORMS.register(DATE, DATETIME, JALALI_TO_GREGORIAN, DATE_AUTO, YEAR)
TRANSFORMS.register(VALUE_MAP, LOOKUP_TABLE, EXPRESSION, BY_HAND)
TRANSFORMS.register(SEQUENCE, HASH, UUID5, MASK)

__all__ = ["TRANSFORMS"]
