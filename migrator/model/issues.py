"""Bad data is a value: a row, a field, a code from a closed list."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from migrator.model.text import Text


class Severity(StrEnum):
    """INFO is worth knowing, WARNING travels on, ERROR keeps the row out of the target."""

    INFO = "info"
    WARNING = "warning"
    ERROR = "error"


@dataclass(frozen=True)
class IssueCode:
    """One reason from the closed list. `text` may use {field}, {value} and {detail}."""

    code: str
    text: Text


@dataclass(frozen=True)
class Issue:
    """One failed expectation. `row` is a row id (`_rid`) up to merge and a golden id after it."""

    row: int
    field: str
    code: str
    severity: Severity
    value: str | None = None
    detail: str = ""


def _codes(*rows: tuple[str, str, str]) -> dict[str, IssueCode]:
    return {code: IssueCode(code, Text(en, fa)) for code, en, fa in rows}


ISSUE_CODES: dict[str, IssueCode] = _codes(
    # -- reading
    ("unreadable_record", "The record could not be read: {detail}", "رکورد خوانده نشد: {detail}"),
    (
        "undecodable_bytes",
        "Bytes that are not valid text: {detail}",
        "بایت‌هایی که متن معتبر نیستند: {detail}",
    ),
    (
        "too_many_cells",
        "More cells than the header has: {detail}",
        "تعداد خانه‌ها بیش از سرستون‌هاست: {detail}",
    ),
    (
        "too_few_cells",
        "Fewer cells than the header has; the rest is empty",
        "تعداد خانه‌ها کمتر از سرستون‌هاست؛ بقیه خالی ماند",
    ),
    (
        "field_too_large",
        "A cell larger than the limit: {detail}",
        "خانه‌ای بزرگ‌تر از حد مجاز: {detail}",
    ),
    ("nul_character", "A NUL character was removed", "نویسه‌ی NUL حذف شد"),
    ("error_cell", "The cell holds an error: {value}", "خانه خطا دارد: {value}"),
    ("bad_date_cell", "The cell's date does not exist: {value}", "تاریخ خانه وجود ندارد: {value}"),
    (
        "digits_lost",
        "A number of more than 15 digits was stored as a number: digits may be lost",
        "عددی با بیش از ۱۵ رقم به‌صورت عددی ذخیره شده و شاید رقم‌هایش از دست رفته باشد",
    ),
    ("formula_without_value", "A formula without a stored value", "فرمول بدون مقدار ذخیره‌شده"),
    # -- transforming
    ("transform_failed", "Could not be converted: {detail}", "قابل تبدیل نبود: {detail}"),
    (
        "value_not_in_map",
        "The value map has no entry for {value}",
        "جدول مقدارها برای {value} مقداری ندارد",
    ),
    ("lookup_not_found", "{value} was not found in {detail}", "{value} در {detail} پیدا نشد"),
    (
        "lookup_ambiguous",
        "{value} fits several records in {detail}; the first was taken",
        "{value} با چند رکورد در {detail} جور است؛ نخستین برداشته شد",
    ),
    # -- checking
    ("required", "{field} is required and empty", "{field} الزامی است و خالی مانده"),
    ("too_long", "Longer than the field allows: {detail}", "بلندتر از اندازه‌ی فیلد: {detail}"),
    ("wrong_type", "Not a valid {detail}: {value}", "{value} از نوع {detail} نیست"),
    ("out_of_range", "Outside the allowed range: {detail}", "بیرون از بازه‌ی مجاز: {detail}"),
    (
        "not_in_picklist",
        "{value} is not one of the allowed values",
        "{value} جزو مقدارهای مجاز نیست",
    ),
    ("not_unique", "{value} appears more than once", "{value} تکراری است"),
    ("pattern", "Does not have the expected form: {value}", "شکل مورد انتظار را ندارد: {value}"),
    (
        "placeholder",
        "{value} stands for no value",
        "{value} به‌جای «بدون مقدار» نوشته شده است",
    ),
    ("bad_email", "Not an e-mail address: {value}", "نشانی ایمیل نیست: {value}"),
    ("bad_phone", "Not a phone number: {value}", "شماره تلفن نیست: {value}"),
    ("bad_url", "Not a web address: {value}", "نشانی وب نیست: {value}"),
    ("bad_national_id", "Not a valid national id: {value}", "کد ملی معتبر نیست: {value}"),
    ("bad_company_id", "Not a valid company id: {value}", "شناسه‌ی ملی معتبر نیست: {value}"),
    ("bad_postal_code", "Not a valid postal code: {value}", "کد پستی معتبر نیست: {value}"),
    ("bad_iban", "Not a valid IBAN: {value}", "شماره شبا معتبر نیست: {value}"),
    ("bad_number", "Not a number: {value}", "عدد نیست: {value}"),
    ("bad_boolean", "Neither yes nor no: {value}", "نه بله است و نه خیر: {value}"),
    ("bad_date", "Not a plausible date: {value}", "تاریخ پذیرفتنی نیست: {value}"),
    ("date_order", "{field} is before {detail}", "{field} پیش از {detail} است"),
    (
        "bad_characters",
        "Invisible or control characters: {detail}",
        "نویسه‌های نامرئی یا کنترلی: {detail}",
    ),
    (
        "missing_parent",
        "The parent record {value} does not exist in {detail}",
        "رکورد والد {value} در {detail} وجود ندارد",
    ),
    (
        "parent_held_back",
        "The parent record is in quarantine: {detail}",
        "رکورد والد در قرنطینه است: {detail}",
    ),
    ("same_key", "Another row has the same key {value}", "سطر دیگری همین کلید را دارد: {value}"),
    ("check_failed", "Breaks the rule {detail}", "قاعده‌ی {detail} را نقض می‌کند"),
    # -- loading
    (
        "target_ambiguous",
        "Several records of the target fit: {detail}",
        "چند رکورد مقصد با آن جورند: {detail}",
    ),
    (
        "target_unsure",
        "May be a record that is in the target already: {detail}",
        "شاید رکوردی باشد که از پیش در مقصد است: {detail}",
    ),
    ("refused", "Refused by the target: {detail}", "مقصد نپذیرفت: {detail}"),
)
