"""The details that transforms and checks give with an issue, in both languages.

Stages write details in English, as data; people read them here. What is not listed is said as it
stands: a name, a bound, the target's own words.
"""

from __future__ import annotations

import re

from migrator.model.text import Text

_FIXED = {
    "not mapped": "به آن نگاشتی نشده",
    "not listed": "در جدول نیست",
    "not a date": "تاریخ نیست",
    "not a date and time": "تاریخ و ساعت نیست",
    "not a date of this calendar": "تاریخ این تقویم نیست",
    "no such time": "چنین ساعتی نیست",
    "a year of two digits": "سال دورقمی",
    "day is out of range for month": "این ماه چنین روزی ندارد",
    "month must be in 1..12": "چنین ماهی نیست",
    "the month is of another calendar than the year": "ماه و سال از یک تقویم نیستند",
    "a year alone is in two years of the other calendar": (
        "یک سالِ تنها در دو سالِ تقویم دیگر می‌افتد"
    ),
    "longer than 254 characters": "بیش از ۲۵۴ نویسه",
    "more than one address": "بیش از یک نشانی",
    "not an e-mail address": "نشانی ایمیل نیست",
    "not a web address": "نشانی وب نیست",
    "the host is not a domain name": "میزبان نام دامنه نیست",
    "no http:// or https://": "بدون http:// یا https://",
    "the port is above 65535": "درگاه بیش از ۶۵۵۳۵ است",
    "not a phone number": "شماره تلفن نیست",
    "more than one number": "بیش از یک شماره",
    "letters in a number": "حرف در میان شماره",
    "no number of this form is assigned": "شماره‌ای به این شکل واگذار نشده",
    "not an Iranian mobile number": "شماره‌ی همراه ایران نیست",
    "not the form of an IBAN": "شکل شبا ندارد",
    "an Iranian IBAN has IR and 24 digits": "شبای ایران IR و ۲۴ رقم دارد",
    "the check digits are wrong": "رقم‌های کنترل نادرست است",
    "the check digit is wrong": "رقم کنترل نادرست است",
    "not ten digits": "ده رقم نیست",
    "not eleven digits of a company id": "یازده رقمِ شناسه‌ی ملی نیست",
    "not ten digits of a postal code": "ده رقمِ کد پستی نیست",
    "digits that the post does not give out": "رقم‌هایی که پست نمی‌دهد",
    "not a number": "عدد نیست",
    "not a whole number": "عدد صحیح نیست",
    "no amount": "مبلغ ندارد",
    "neither yes nor no": "نه بله و نه خیر",
    "text": "متن",
    "integer": "عدد صحیح",
    "decimal": "عدد اعشاری",
    "float": "عدد ممیز شناور",
    "boolean": "بله/خیر",
    "date": "تاریخ",
    "time": "ساعت",
    "datetime": "تاریخ و ساعت",
    "uuid": "UUID",
    "binary": "دودویی",
}
_DIGITS = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")
_SHAPES = tuple(
    (re.compile(pattern), fa)
    for pattern, fa in (
        (r"year (\d+) is not plausible", "سال {0} پذیرفتنی نیست"),
        (r"year (\d+) is of the other calendar", "سال {0} از تقویم دیگر است"),
        (r"there is no month (\d+)", "ماه {0} نداریم"),
        (r"month (\d+) of (\d+) has no day (\d+)", "ماه {0} سال {1} روز {2} ندارد"),
        (r"Jalali year (\d+) is outside (\d+) to (\d+)", "سال شمسی {0} بیرون از {1} تا {2} است"),
        (r"(\d+) characters, (\d+) allowed", "{0} نویسه، حداکثر {1}"),
        (r"(\d+) > (\d+)", "{0} نویسه، حداکثر {1}"),
        (r"more than (\d+) digits", "بیش از {0} رقم"),
        (r"(\d+) digits before and (\d+) after the point", "{0} رقم پیش و {1} رقم پس از ممیز"),
        (r"(-?[\d.]+) to (-?[\d.]+)", "از {0} تا {1}"),
        (r"(\d{4}-\d\d-\d\d) to (\d{4}-\d\d-\d\d)", "از {0} تا {1}"),
        (r"nothing matches (.+)", "با {0} جور نیست"),
        (r"extension (.+)", "شماره‌ی داخلی {0}"),
    )
)


def detail_text(detail: str) -> Text:
    """A detail in both languages."""
    fixed = _FIXED.get(detail)
    if fixed is not None:
        return Text(detail, fixed)
    for pattern, fa in _SHAPES:
        found = pattern.fullmatch(detail)
        if found:
            return Text(detail, fa.format(*map(_number, found.groups())))
    return Text.of(detail)


def _number(part: str) -> str:
    """A plain number in Persian digits; anything else as it stands."""
    return part.translate(_DIGITS) if part.isdecimal() else part
