"""What each reason is called without a value, and what repairs it."""

from __future__ import annotations

from migrator.model.issues import ISSUE_CODES
from migrator.model.text import Text
from migrator.model.views.validation import Remedy

_TITLES = {
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
    "parent_held_back": Text("Parent is kept back", "والد کنار گذاشته شده"),
    "same_key": Text("Another row has the same key", "ردیف دیگری همین کلید را دارد"),
    "check_failed": Text("Breaks a rule", "نقض قاعده"),
}
# What the target itself demands: a waiver lets the record go, and the target will refuse it.
DEMANDED = {
    "required",
    "too_long",
    "wrong_type",
    "out_of_range",
    "not_in_picklist",
    "not_unique",
    "missing_parent",
}
NOT_MAPPED = "not mapped"


def title_of(code: str) -> Text:
    """A reason in a few words."""
    known = ISSUE_CODES.get(code)
    return _TITLES.get(code) or (known.text if known else Text.of(code))


def remedy_of(code: str, detail: str) -> Remedy:
    """The one action that repairs issues with this reason."""
    if code == "required" and detail == NOT_MAPPED:
        return Remedy.MAP
    return _REMEDIES.get(code, Remedy.FIX)


_REMEDIES = {
    "parent_held_back": Remedy.PARENT,
    "not_unique": Remedy.MATCH,
    "same_key": Remedy.MATCH,
    # Emptying the link would lose it: the parents that look alike are what has to be settled.
    "lookup_ambiguous": Remedy.MATCH,
}
