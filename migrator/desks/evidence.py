"""Why something was proposed, in every language.

Proposals are stored with their reasons as one English sentence, its parts set apart by "; ". Here
each part is told again in both languages; a part nobody knows is repeated as it stands.
"""

from __future__ import annotations

import re

from migrator.model.text import Text

_CLUES = {
    "e-mail addresses": "نشانی ایمیل‌اند",
    "bank accounts with right check digits": "شماره شبای درست‌اند",
    "UUIDs": "شناسه‌ی UUID‌اند",
    "web addresses": "نشانی وب‌اند",
    "Iranian mobile numbers": "شماره همراه ایران‌اند",
    "national ids with right check digits": "کد ملی درست‌اند",
    "company ids with right check digits": "شناسه‌ی ملی درست‌اند",
    "dates with a time": "تاریخ و ساعت‌اند",
    "dates": "تاریخ‌اند",
    "percentages": "درصدند",
    "amounts with a currency": "مبلغ با واحد پول‌اند",
    "words for a gender": "نام جنسیت‌اند",
    "words for yes or no": "بله یا خیرند",
    "currencies": "نام ارزند",
    "forms of address": "عنوان احترام‌اند",
    "words for a status": "نام وضعیت‌اند",
    "countries": "نام کشورند",
    "cities": "نام شهرند",
    "provinces": "نام استان‌اند",
    "names with a word that companies use": "نامی دارند که شرکت‌ها به کار می‌برند",
    "first names": "نام کوچک‌اند",
    "names of persons": "نام اشخاص‌اند",
    "words for a position": "نام سمت‌اند",
    "lines with a word that addresses use": "واژه‌ای از نشانی‌ها دارند",
    "phone numbers": "شماره تلفن‌اند",
    "ten-digit postal codes": "کد پستی ده‌رقمی‌اند",
    "postal codes": "کد پستی‌اند",
    "encoded bytes": "داده‌ی کدگذاری‌شده‌اند",
    "long texts": "متن بلندند",
    "codes": "کدند",
    "numbers": "عددند",
}
_FIXED = {
    "no value repeats": "هیچ مقداری تکراری نیست",
    "values repeat": "مقدارها تکراری‌اند",
    "but the values look otherwise": "ولی شکل مقدارها چیز دیگری می‌گوید",
    "Jalali and Gregorian mixed": "تاریخ شمسی و میلادی با هم",
    "jalali calendar": "تقویم شمسی",
    "gregorian calendar": "تقویم میلادی",
    "a part of the full name": "بخشی از نام کامل",
    "first and last name together": "نام و نام خانوادگی با هم",
    "another pair fits as well": "جفت دیگری هم به همین اندازه مناسب است",
    "company and person stand in the same row": "شرکت و شخص در یک ردیف آمده‌اند",
}
_PATTERNS: tuple[tuple[str, str], ...] = (
    (r"the names agree \((?P<a>.*)\)", "نام‌ها یکی است ({a})"),
    (r"the names are alike \((?P<a>.*)\)", "نام‌ها نزدیک است ({a})"),
    (r"the header names the key of (?P<a>.*)", "سرستون کلید {a} را نام می‌برد"),
    (r"the column also says (?P<a>.*)", "ستون {a} را هم می‌گوید"),
    (r"the name says (?P<a>['\"].*['\"])", "نام ستون می‌گوید {a}"),
    (r"(?P<a>\d+%) of the values are in the picklist", "{a} مقدارها در فهرست مقصد هست"),
    (r"only (?P<a>\d+%) of the values read as (?P<b>\w+)", "تنها {a} مقدارها از نوع {b} است"),
    (r"but the values are of type (?P<a>\w+)", "ولی مقدارها از نوع {a} است"),
    (r"nothing but the type, (?P<a>\w+), is known", "جز نوع ({a}) چیزی دانسته نیست"),
    (r"agreed in the template (?P<a>.*)", "در الگوی {a} توافق شده است"),
    (r"used in the template (?P<a>.*)", "در الگوی {a} به کار رفته است"),
    (r"the table is called (?P<a>.*)", "نام جدول {a} است"),
    (
        r"a foreign key of (?P<a>.*), which feeds (?P<b>.*)",
        "کلید خارجی به {a} که {b} را پر می‌کند",
    ),
    (
        r"called like the key of (?P<a>.*), which feeds (?P<b>.*)",
        "هم‌نام کلید {a} که {b} را پر می‌کند",
    ),
    (
        r"the longest value has (?P<a>\d+) characters, the field takes (?P<b>\d+)",
        "بلندترین مقدار {a} نویسه دارد و فیلد {b} نویسه جا دارد",
    ),
)
_COMPILED = tuple((re.compile(pattern), words) for pattern, words in _PATTERNS)
_SHARE = re.compile(r"(?P<share>\d+%) of the values are (?P<what>.*)")
_ISOLATE = "\u2068{}\u2069"
# A Persian run inside an English sentence keeps to itself.
_FOREIGN = re.compile("[\u0600-\u06ff](?:[\u0600-\u06ff\u200c ]*[\u0600-\u06ff])?")
_DIGITS = str.maketrans("0123456789%", "۰۱۲۳۴۵۶۷۸۹٪")


def told(evidence: str) -> tuple[Text, ...]:
    """The parts of a stored reason, each in both languages."""
    return tuple(_part(part) for part in evidence.split("; ") if part)


def _part(part: str) -> Text:
    words = _words(part)
    return Text(_FOREIGN.sub(lambda run: _ISOLATE.format(run[0]), part), words)


def _words(part: str) -> str:
    if part in _FIXED:
        return _FIXED[part]
    found = _SHARE.fullmatch(part)
    if found and found["what"] in _CLUES:
        share = found["share"].translate(_DIGITS)
        return f"{share} مقدارها {_CLUES[found['what']]}"
    for pattern, words in _COMPILED:
        found = pattern.fullmatch(part)
        if found:
            return words.format(**_values(found))
    return part


def _values(found: re.Match[str]) -> dict[str, str]:
    """Numbers in Persian digits; names apart from the sentence's own direction."""
    return {name: _shown(value) for name, value in found.groupdict().items()}


def _shown(value: str) -> str:
    if value.rstrip("%").isdecimal():
        return value.translate(_DIGITS)
    return _ISOLATE.format(value.strip("'\""))
