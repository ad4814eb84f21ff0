"""Identifiers with check digits: IBAN, and Iranian national ids, company ids, postal codes."""

from __future__ import annotations

import re
from dataclasses import dataclass

import polars as pl

from migrator.model.text import Text
from migrator.transforms.base import CannotTransform, Example, NoOptions, Transform, Value
from migrator.transforms.characters import PLAIN, plain
from migrator.transforms.kernels import VALUE, run
from migrator.transforms.options import option

_FILLING = str.maketrans("", "", " -_./")
_CODE = {**PLAIN, **dict.fromkeys(" -_./", "")}
_CODE_FROM, _CODE_TO = list(_CODE), [to.strip() for to in _CODE.values()]


def _code(value: str) -> str:
    return plain(value).translate(_FILLING)


def _code_expr() -> pl.Expr:
    return VALUE.str.replace_many(_CODE_FROM, _CODE_TO)


def iban(value: str, options: NoOptions) -> Value:
    """An IBAN without spaces, in capitals, its check digits proved (ISO 13616: the number with its
    first four characters moved to the end and letters as 10 to 35 leaves 1 modulo 97). 24 digits
    alone are read as an Iranian one (شبا), which has 26 characters."""
    del options
    code = _code(value).upper()
    if not code:
        return None
    code = f"IR{code}" if re.fullmatch(r"[0-9]{24}", code) else code
    if not re.fullmatch(r"[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}", code):
        raise CannotTransform("not the form of an IBAN", "bad_iban")
    if code.startswith("IR") and not re.fullmatch(r"IR[0-9]{24}", code):
        raise CannotTransform("an Iranian IBAN has IR and 24 digits", "bad_iban")
    if int("".join(str(int(c, 36)) for c in code[4:] + code[:4])) % 97 != 1:
        raise CannotTransform("the check digits are wrong", "bad_iban")
    return code


@dataclass(frozen=True)
class NationalIdOptions:
    """How many leading zeros may have been lost."""

    restore_zeros: bool = option(
        True,
        Text("Restore lost leading zeros", "صفرهای آغازین برگردانده شود"),
        help=Text("For 8 and 9 digits", "برای ۸ و ۹ رقم"),
    )


def national_id_iran(value: str, options: NationalIdOptions) -> Value:
    """An Iranian national id (کد ملی): ten digits. With weights 10 to 2 on the first nine and r the
    sum modulo 11, the last digit is r when r < 2, else 11 - r. Ten equal digits satisfy that and
    are nobody's: refused."""
    code = _code(value)
    if not code:
        return None
    shortest = 8 if options.restore_zeros else 10
    if not re.fullmatch(r"[0-9]{8,10}", code) or len(code) < shortest:
        raise CannotTransform("not ten digits", "bad_national_id")
    code = code.zfill(10)
    rest = sum(int(digit) * (10 - place) for place, digit in enumerate(code[:9])) % 11
    if int(code[9]) != (rest if rest < 2 else 11 - rest) or len(set(code)) == 1:
        raise CannotTransform("the check digit is wrong", "bad_national_id")
    return code


def _national_id_kernel(
    values: pl.Series, options: NationalIdOptions
) -> tuple[pl.Series, pl.Series]:
    shortest = 8 if options.restore_zeros else 10
    code = (
        values.alias("value")
        .to_frame()
        .select(_code_expr().str.extract(f"^([0-9]{{{shortest},10}})$").alias("code"))["code"]
    )
    number = code.cast(pl.Int64)
    total = pl.lit(0)
    for place in range(9):
        total += pl.col("n") // 10 ** (9 - place) % 10 * (10 - place)
    frame = pl.DataFrame({"code": code, "n": number}).with_columns(rest=total % 11)
    wanted = pl.when(pl.col("rest") < 2).then("rest").otherwise(11 - pl.col("rest"))
    out = frame.select(
        pl.col("code").str.zfill(10).alias("result"),
        ((pl.col("n") % 10 == wanted) & (pl.col("n") % 1_111_111_111 != 0))
        .fill_null(value=False)
        .not_()
        .alias("undecided"),
    )
    return out["result"], out["undecided"]


_COMPANY_WEIGHTS = (29, 27, 23, 19, 17, 29, 27, 23, 19, 17)


def company_id_iran(value: str, options: NoOptions) -> Value:
    """An Iranian company id (شناسه‌ی ملی): eleven digits. The tenth digit plus 2 is added to each of
    the first ten, they are weighted 29, 27, 23, 19, 17 twice, and the sum modulo 11 (10 as 0) is
    the last. Digits four to nine are not all zero."""
    del options
    code = _code(value)
    if not code:
        return None
    if not re.fullmatch(r"[0-9]{11}", code) or code[3:9] == "000000":
        raise CannotTransform("not eleven digits of a company id", "bad_company_id")
    added = int(code[9]) + 2
    pairs = zip(code[:10], _COMPANY_WEIGHTS, strict=True)
    if sum((int(digit) + added) * weight for digit, weight in pairs) % 11 % 10 != int(code[10]):
        raise CannotTransform("the check digit is wrong", "bad_company_id")
    return code


@dataclass(frozen=True)
class PostalCodeOptions:
    """Form only, or the post office's rules on digits too."""

    strict: bool = option(
        False,
        Text("Also forbid digits that the post does not give out", "رقم‌های ناممکن هم پذیرفته نشود"),
        help=Text(
            "No 0 or 2 in the first five, no 5 in the fifth place",
            "در پنج رقم نخست ۰ و ۲ و در رقم پنجم ۵ نمی‌آید",
        ),
    )


_STRICT_POSTAL = re.compile(r"[13-9]{4}[1346-9][0-9]{5}")


def postal_code_iran(value: str, options: PostalCodeOptions) -> Value:
    """An Iranian postal code: ten digits, no leading zero, not all the same."""
    code = _code(value)
    if not code:
        return None
    if not re.fullmatch(r"[1-9][0-9]{9}", code) or len(set(code)) == 1:
        raise CannotTransform("not ten digits of a postal code", "bad_postal_code")
    if options.strict and not _STRICT_POSTAL.fullmatch(code):
        raise CannotTransform("digits that the post does not give out", "bad_postal_code")
    return code


def _postal_kernel(values: pl.Series, options: PostalCodeOptions) -> tuple[pl.Series, pl.Series]:
    form = _STRICT_POSTAL.pattern if options.strict else "[1-9][0-9]{9}"
    code = _code_expr().str.extract(f"^({form})$")
    same = code.is_in([str(digit) * 10 for digit in range(1, 10)])
    return run(values, code, code.is_null() | same)


IBAN = Transform(
    id="iban",
    title=Text("Bank account (IBAN, Sheba)", "شماره شبا (IBAN)"),
    help=Text(
        "Cleans an IBAN and proves its check digits.",
        "شماره شبا را پاک می‌کند و رقم‌های کنترلی آن را می‌سنجد.",
    ),
    options=NoOptions,
    function=iban,
    examples=(
        Example("IR06 2960 0000 0010 0324 2000 01", "IR062960000000100324200001"),
        Example("۰۶۲۹۶۰۰۰۰۰۰۰۱۰۰۳۲۴۲۰۰۰۰۱", "IR062960000000100324200001"),
        Example("de89 3704 0044 0532 0130 00", "DE89370400440532013000"),
        Example("IR06 2960 0000 0010 0324 2000 02", fails="bad_iban"),
        Example("6037991234567890", fails="bad_iban"),
    ),
)
NATIONAL_ID_IRAN = Transform(
    id="national_id_iran",
    title=Text("Iranian national id", "کد ملی"),
    help=Text(
        "Cleans a national id, restores its leading zeros and checks it.",
        "کد ملی را پاک می‌کند، صفرهای آغازین را برمی‌گرداند و رقم کنترلی را می‌سنجد.",
    ),
    options=NationalIdOptions,
    function=national_id_iran,
    kernel=_national_id_kernel,
    examples=(
        Example("0499370899", "0499370899"),
        Example("۰۴۹۹۳۷۰۸۹۹", "0499370899"),
        Example("049-937089-9", "0499370899"),
        Example("499370899", "0499370899"),
        Example("499370899", options={"restore_zeros": False}, fails="bad_national_id"),
        Example("0499370898", fails="bad_national_id"),
        Example("1111111111", fails="bad_national_id"),
        Example("12345", fails="bad_national_id"),
    ),
)
COMPANY_ID_IRAN = Transform(
    id="company_id_iran",
    title=Text("Iranian company id", "شناسه‌ی ملی شرکت"),
    help=Text(
        "Cleans a company's national id and checks it.",
        "شناسه‌ی ملی شرکت را پاک می‌کند و رقم کنترلی را می‌سنجد.",
    ),
    options=NoOptions,
    function=company_id_iran,
    examples=(
        Example("10380284790", "10380284790"),
        Example("۱۰۳۸۰۲۸۴۷۹۰", "10380284790"),
        Example("10380284791", fails="bad_company_id"),
        Example("1038028479", fails="bad_company_id"),
    ),
)
POSTAL_CODE_IRAN = Transform(
    id="postal_code_iran",
    title=Text("Iranian postal code", "کد پستی ایران"),
    help=Text(
        "Cleans a ten-digit postal code and checks its form.",
        "کد پستی ده‌رقمی را پاک و شکل آن را بررسی می‌کند.",
    ),
    options=PostalCodeOptions,
    function=postal_code_iran,
    kernel=_postal_kernel,
    examples=(
        Example("19395-4614", None, fails="bad_postal_code"),
        Example("۱۹۳۹۵-۴۶۱۴۵", "1939546145"),
        Example("1939546145", options={"strict": True}, fails="bad_postal_code"),
        Example("1193653471", "1193653471", {"strict": True}),
        Example("0193954614", fails="bad_postal_code"),
        Example("1111111111", fails="bad_postal_code"),
    ),
)
