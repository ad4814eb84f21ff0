"""Phone numbers: E.164 for the world, and a fast rule for Iranian mobiles."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

import phonenumbers
import polars as pl
from phonenumbers import NumberParseException, PhoneMetadata

from migrator.model.text import Text
from migrator.transforms.base import CannotTransform, Example, Transform, Value
from migrator.transforms.characters import LONGEST, PLAIN, plain
from migrator.transforms.kernels import VALUE, none_decided, only_where, run
from migrator.transforms.options import Refused, option


@dataclass(frozen=True)
class PhoneOptions:
    """How a number without country or area code is read, and what becomes of its extension."""

    region: str = option(
        "IR",
        Text("Country of numbers without country code", "کشور شماره‌های بی‌پیش‌شماره"),
        help=Text("Two letters, such as IR or DE", "دو حرف، مانند IR یا DE"),
    )
    area_code: str = option(
        "",
        Text("Area code of short local numbers", "کد شهر شماره‌های کوتاه"),
        help=Text("21 for Tehran; empty: refused", "مانند ۲۱ برای تهران؛ خالی: پذیرفته نشود"),
    )
    extension: str = option(
        "keep",
        Text("Extension", "داخلی"),
        choices=(
            ("keep", Text("keep as ;ext=12", "به شکل ‎;ext=12 بماند")),
            ("drop", Text("leave out", "حذف شود")),
            ("fail", Text("report", "گزارش شود")),
        ),
    )

    def __post_init__(self) -> None:
        if self.region not in phonenumbers.SUPPORTED_REGIONS:
            raise Refused(
                f"region {self.region!r} is not a country (two capital letters)",
                f"«{self.region}» کد کشور نیست (دو حرف بزرگ لاتین، مانند IR)",
            )
        if self.area_code and not re.fullmatch("[0-9]{1,5}", self.area_code):
            raise Refused("area_code must be digits", "کد شهر فقط رقم است")


_EXTENSION = re.compile(
    r"^(.*\d.*?)[ ,;]*(?:داخلي|داخلی|ext(?:ension)?|int)[ .:=]*(\d{1,7})\W*$", re.I
)
_SEVERAL = re.compile(r"\d{5}[^\d+]*[/,،;؛\n|\\][ ]*\+?\(?\d[\d ()-]{6}|\d{7}[^\d]* و [^\d]*\d{7}")
_LOCAL = re.compile(r"[1-9]\d{3,7}")
_LETTERS = re.compile(r"[^\W\d_]")
_FILLING = re.compile(r"[ ().-]")


def phone(value: str, options: PhoneOptions) -> Value:
    """The number in E.164 (+989121234567), with `;ext=` (RFC 3966) when it has an extension and
    it is kept. Two numbers in one value, numbers of impossible length and unassigned ranges are
    refused, never shortened."""
    text = plain(value)
    if not text:
        return None
    if len(text) > LONGEST:
        raise CannotTransform("not a phone number", "bad_phone")
    if _SEVERAL.search(text):
        raise CannotTransform("more than one number", "bad_phone")
    number, extension = _without_extension(text)
    if _LETTERS.search(number):
        raise CannotTransform("letters in a number", "bad_phone")
    national = _FILLING.sub("", number)
    if options.area_code and _LOCAL.fullmatch(national) and len(national) < 9:
        number = f"0{options.area_code}{national}" if options.region == "IR" else number
        number = number if options.region == "IR" else f"{options.area_code}{national}"
    parsed = _parse(number, options.region)
    if extension and options.extension == "fail":
        raise CannotTransform(f"extension {extension}", "bad_phone")
    formatted = phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164)
    keep = extension and options.extension == "keep"
    return f"{formatted};ext={extension}" if keep else str(formatted)


def _without_extension(text: str) -> tuple[str, str]:
    match = _EXTENSION.match(text)
    return (match[1].rstrip(" -,;("), match[2]) if match else (text, "")


def _parse(number: str, region: str) -> phonenumbers.PhoneNumber:
    try:
        parsed = phonenumbers.parse(number, region)
    except NumberParseException as error:
        raise CannotTransform("not a phone number", "bad_phone") from error
    if parsed.extension or not phonenumbers.is_valid_number(parsed):
        raise CannotTransform("no number of this form is assigned", "bad_phone")
    return parsed


def _iranian_mobiles() -> str:
    """The numbering plan's pattern of ten digits from 9, from the library's own metadata."""
    metadata: Any = PhoneMetadata.metadata_for_region("IR")
    # In regular expressions of columns \d means the digits of every script.
    return str(metadata.mobile.national_number_pattern).replace("\\d", "[0-9]")


_MOBILE = f"^(?:\\+98|0098|98|0)?({_iranian_mobiles()})$"
_DROPPED = {**PLAIN, **dict.fromkeys(" -()", "")}
_DROPPED_FROM, _DROPPED_TO = list(_DROPPED), [v.strip() for v in _DROPPED.values()]


def _phone_kernel(values: pl.Series, options: PhoneOptions) -> tuple[pl.Series, pl.Series]:
    if options.region != "IR":
        return none_decided(values)
    bare = VALUE.str.replace_many(_DROPPED_FROM, _DROPPED_TO)
    national = VALUE.str.extract(_MOBILE)
    values = only_where(values, VALUE.str.contains("[^0-9+]"), bare)
    return run(values, pl.lit("+98") + national, national.is_null())


@dataclass(frozen=True)
class MobileIranOptions:
    """How an Iranian mobile number is written."""

    style: str = option(
        "e164",
        Text("Form", "شکل"),
        choices=(
            ("e164", Text("+989121234567", "‎+989121234567")),
            ("national", Text("09121234567", "09121234567")),
        ),
    )


_ANY_MOBILE = re.compile(r"(?:\+98|0098|98)?0?(9[0-9]{9})")


def mobile_iran(value: str, options: MobileIranOptions) -> Value:
    """An Iranian mobile number; anything else is refused. Looks at the form only."""
    text = _FILLING.sub("", plain(value))
    match = _ANY_MOBILE.fullmatch(text)
    if not text:
        return None
    if match is None:
        raise CannotTransform("not an Iranian mobile number", "bad_phone")
    return ("+98" if options.style == "e164" else "0") + match[1]


def _mobile_kernel(values: pl.Series, options: MobileIranOptions) -> tuple[pl.Series, pl.Series]:
    national = VALUE.str.replace_many([*_DROPPED_FROM, "."], [*_DROPPED_TO, ""]).str.extract(
        f"^{_ANY_MOBILE.pattern}$"
    )
    prefix = "+98" if options.style == "e164" else "0"
    return run(values, pl.lit(prefix) + national, national.is_null())


PHONE = Transform(
    id="phone",
    title=Text("Phone number", "شماره تلفن"),
    help=Text(
        "Writes phone numbers in the international form +982188776655.",
        "شماره تلفن را به شکل بین‌المللی ‎+982188776655 می‌نویسد.",
    ),
    options=PhoneOptions,
    function=phone,
    kernel=_phone_kernel,
    examples=(
        Example("0912 345 6789", "+989123456789"),
        Example("۰۹۱۲-۳۴۵-۶۷۸۹", "+989123456789"),
        Example("٠٩١٢٣٤٥٦٧٨٩", "+989123456789"),
        Example("0098 (912) 345 67 89", "+989123456789"),
        Example("9123456789", "+989123456789"),
        Example("989123456789", "+989123456789"),
        Example("021-88776655", "+982188776655"),
        Example("۰۲۱۸۸۷۷۶۶۵۵ داخلی ۱۲", "+982188776655;ext=12"),
        Example("021 88776655 ext. 12", "+982188776655", {"extension": "drop"}),
        Example("021 88776655 ext. 12", options={"extension": "fail"}, fails="bad_phone"),
        Example("+49 30 901820", "+4930901820"),
        Example("030 901820", "+4930901820", {"region": "DE"}),
        Example("88776655", "+982188776655", {"area_code": "21"}),
        Example("88776655", fails="bad_phone"),
        Example("02188776655 / 09123456789", fails="bad_phone"),
        Example("0912345678", fails="bad_phone"),
        Example("تماس بگیرید", fails="bad_phone"),
    ),
)
MOBILE_IRAN = Transform(
    id="mobile_iran",
    title=Text("Iranian mobile number", "شماره همراه ایران"),
    help=Text(
        "Writes Iranian mobile numbers in one form and refuses everything else.",
        "شماره‌های همراه ایران را به یک شکل می‌نویسد و بقیه را نمی‌پذیرد.",
    ),
    options=MobileIranOptions,
    function=mobile_iran,
    kernel=_mobile_kernel,
    examples=(
        Example("0912 345 6789", "+989123456789"),
        Example("۹۸۹۱۲۳۴۵۶۷۸۹", "09123456789", {"style": "national"}),
        Example("+98 0912 3456789", "+989123456789"),
        Example("02188776655", fails="bad_phone"),
    ),
)
