"""What each reason of the closed list is called without a value: a few words."""

from __future__ import annotations

from migrator.model.issues import ISSUE_CODES
from migrator.model.text import Text

_TITLES = {
    "unreadable_record": Text("Could not be read", "رکورد خوانده‌نشده"),
    "undecodable_bytes": Text("Bytes that are no text", "بایت‌های نامعتبر"),
    "too_many_cells": Text("More cells than the header", "خانه‌های بیش از سرستون"),
    "too_few_cells": Text("Fewer cells than the header", "خانه‌های کمتر از سرستون"),
    "field_too_large": Text("A cell beyond the limit", "خانه‌ی بیش از حد بزرگ"),
    "nul_character": Text("NUL character removed", "نویسه‌ی NUL حذف‌شده"),
    "error_cell": Text("The cell holds an error", "خطا در خانه"),
    "bad_date_cell": Text("The cell's date does not exist", "تاریخ ناموجود در خانه"),
    "digits_lost": Text("Digits may be lost", "شاید رقم‌هایی از دست رفته باشد"),
    "formula_without_value": Text("Formula without a value", "فرمول بدون مقدار"),
    "refused": Text("Refused by the target", "ردشده در مقصد"),
    "transform_failed": Text("Could not be converted", "تبدیل‌نشده"),
    "value_not_in_map": Text("Value missing in the value map", "مقداری که در جدول مقدارها نیست"),
    "lookup_not_found": Text("Parent record not found", "رکورد والد پیدا نشد"),
    "lookup_ambiguous": Text("Several parents fit", "چند والد جور است"),
    "required": Text("Required and empty", "الزامی و خالی"),
    "too_long": Text("Too long", "بلندتر از اندازه"),
    "wrong_type": Text("Wrong type", "نوع نادرست"),
    "out_of_range": Text("Out of range", "بیرون از بازه"),
    "not_in_picklist": Text("Not an allowed value", "مقدار غیرمجاز"),
    "not_unique": Text("Appears more than once", "تکراری"),
    "pattern": Text("Unexpected form", "شکل نامنتظر"),
    "placeholder": Text("Placeholder instead of a value", "جای‌نگهدار به‌جای مقدار"),
    "bad_email": Text("Not an e-mail address", "ایمیل نامعتبر"),
    "bad_phone": Text("Not a phone number", "شماره تلفن نامعتبر"),
    "bad_url": Text("Not a web address", "نشانی وب نامعتبر"),
    "bad_national_id": Text("National id is not valid", "کد ملی نامعتبر"),
    "bad_company_id": Text("Company id is not valid", "شناسه‌ی ملی نامعتبر"),
    "bad_postal_code": Text("Postal code is not valid", "کد پستی نامعتبر"),
    "bad_iban": Text("IBAN is not valid", "شماره شبای نامعتبر"),
    "bad_number": Text("Not a number", "عدد نامعتبر"),
    "bad_boolean": Text("Neither yes nor no", "نه بله و نه خیر"),
    "bad_date": Text("Invalid date", "تاریخ نامعتبر"),
    "date_order": Text("Dates in the wrong order", "ترتیب نادرست تاریخ‌ها"),
    "bad_characters": Text("Invisible characters", "نویسه‌های نامرئی"),
    "missing_parent": Text("Parent does not exist", "والد وجود ندارد"),
    "parent_held_back": Text("Parent in quarantine", "والد در قرنطینه"),
    "target_ambiguous": Text("Fits several records of the target", "جور با چند رکورد مقصد"),
    "target_unsure": Text("Perhaps in the target already", "شاید از پیش در مقصد باشد"),
    "same_key": Text("Another row has the same key", "ردیف دیگری همین کلید را دارد"),
    "check_failed": Text("Breaks a rule", "نقض قاعده"),
}


def title_of(code: str) -> Text:
    """A reason in a few words; a code that is not ours is shown as it is."""
    known = ISSUE_CODES.get(code)
    return _TITLES.get(code) or (known.text if known else Text.of(code))
