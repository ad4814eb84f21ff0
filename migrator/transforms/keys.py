"""Stable keys made of a value, and hiding personal data."""

from __future__ import annotations

import hashlib
import hmac
import uuid
from dataclasses import dataclass

from migrator.model.text import Text
from migrator.transforms.base import Example, Transform, Value
from migrator.transforms.options import Refused, number_between, option


@dataclass(frozen=True)
class HashOptions:
    """Length of the result, and a secret that keeps values from being guessed."""

    length: int = option(32, Text("Characters", "تعداد نویسه"))
    secret: str = option(
        "",
        Text("Secret", "رمز"),
        help=Text(
            "Phone numbers and ids can be guessed from a hash made without one",
            "شماره و کد ملی را از روی درهم‌سازی بی‌رمز می‌توان حدس زد",
        ),
    )

    def __post_init__(self) -> None:
        number_between("length", self.length, 8, 64)


def hash_value(value: str, options: HashOptions) -> Value:
    """Hexadecimal SHA-256 (RFC 6234), or HMAC-SHA-256 (RFC 2104) with a secret."""
    data = value.encode()
    if options.secret:
        digest = hmac.new(options.secret.encode(), data, hashlib.sha256).hexdigest()
    else:
        digest = hashlib.sha256(data).hexdigest()
    return digest[: options.length]


@dataclass(frozen=True)
class Uuid5Options:
    """The name space in which the value is unique."""

    namespace: str = option(
        "kooch",
        Text("Name space", "فضای نام"),
        help=Text("A UUID, or any text", "یک UUID یا هر متن دیگر"),
    )


def uuid5(value: str, options: Uuid5Options) -> Value:
    """The name-based UUID (RFC 9562 version 5): the same value gives the same id everywhere."""
    try:
        space = uuid.UUID(options.namespace)
    except ValueError:
        space = uuid.uuid5(uuid.NAMESPACE_URL, options.namespace)
    return str(uuid.uuid5(space, value))


@dataclass(frozen=True)
class MaskOptions:
    """How much stays readable."""

    keep_first: int = option(1, Text("Characters kept at the start", "نویسه‌های آشکار آغاز"))
    keep_last: int = option(2, Text("Characters kept at the end", "نویسه‌های آشکار پایان"))
    sign: str = option("*", Text("Sign", "نشانه"))

    def __post_init__(self) -> None:
        number_between("keep_first", self.keep_first, 0, 100)
        number_between("keep_last", self.keep_last, 0, 100)
        if len(self.sign) != 1:
            raise Refused("sign must be one character", "نشانه باید یک نویسه باشد")


def mask(value: str, options: MaskOptions) -> Value:
    """Letters and digits in the middle replaced by the sign; punctuation and length stay. A text
    too short to hide anything between its ends is hidden whole."""
    hidden = len(value) - options.keep_first - options.keep_last
    first, last = (options.keep_first, options.keep_last) if hidden >= 2 else (0, 0)
    stop = len(value) - last
    middle = "".join(options.sign if c.isalnum() else c for c in value[first:stop])
    return value[:first] + middle + value[stop:]


HASH = Transform(
    id="hash",
    title=Text("Hash", "درهم‌سازی"),
    help=Text(
        "Turns a value into a code that cannot be read back.",
        "مقدار را به کدی تبدیل می‌کند که بازخوانی‌شدنی نیست.",
    ),
    options=HashOptions,
    function=hash_value,
    examples=(
        Example("abc", "ba7816bf8f01cfea414140de5dae2223"),
        Example("abc", "ba7816bf", {"length": 8}),
        Example("abc", "9c196e32dc0175f86f4b1cb89289d661", {"secret": "key"}),
    ),
    idempotent=False,
)
UUID5 = Transform(
    id="uuid5",
    title=Text("Stable UUID", "UUID پایدار"),
    help=Text(
        "Makes a UUID out of a value: the same value always gives the same UUID.",
        "از مقدار یک UUID می‌سازد: مقدار یکسان همیشه همان UUID را می‌دهد.",
    ),
    options=Uuid5Options,
    function=uuid5,
    examples=(
        Example(
            "www.example.com",
            "2ed6657d-e927-568b-95e1-2665a8aea6a2",
            {"namespace": "6ba7b810-9dad-11d1-80b4-00c04fd430c8"},
        ),
    ),
    idempotent=False,
)
MASK = Transform(
    id="mask",
    title=Text("Mask", "پوشاندن"),
    help=Text("Hides the middle of personal data.", "میانه‌ی داده‌ی شخصی را می‌پوشاند."),
    options=MaskOptions,
    function=mask,
    examples=(
        Example("09123456789", "0********89"),
        Example("sara@mail.ir", "s***@****.ir"),
        Example("علی", "***"),
        Example("0499370899", "****370899", {"keep_first": 0, "keep_last": 6}),
    ),
    idempotent=False,
)
