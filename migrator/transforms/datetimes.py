"""Date and time of day, with time zones."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from functools import lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from migrator.model.text import Text
from migrator.transforms.base import CannotTransform, Example, Transform, Value
from migrator.transforms.calendar_text import DateRules, read_date
from migrator.transforms.characters import LONGEST, plain
from migrator.transforms.dates import ORDER_TITLE, ORDERS
from migrator.transforms.options import Refused, option


@dataclass(frozen=True)
class DatetimeOptions:
    """Calendar, order of the parts, and the time zone of what was written."""

    calendar: str = option(
        "auto",
        Text("Calendar", "تقویم"),
        choices=(
            ("auto", Text("told by the year", "از سال معلوم شود")),
            ("gregorian", Text("Gregorian", "میلادی")),
            ("jalali", Text("Jalali", "شمسی")),
        ),
    )
    order: str = option("day_first", ORDER_TITLE, choices=ORDERS)
    zone: str = option(
        "",
        Text("Time zone of the source", "منطقه‌ی زمانی منبع"),
        help=Text("Such as Asia/Tehran; empty: not known", "مانند Asia/Tehran؛ خالی: نامعلوم"),
    )
    to: str = option(
        "as_is",
        Text("Written as", "نوشته شود به شکل"),
        choices=(
            ("as_is", Text("local time without zone", "وقت محلی بی منطقه")),
            ("offset", Text("local time with offset", "وقت محلی با اختلاف ساعت")),
            ("utc", Text("UTC", "UTC")),
        ),
    )

    def __post_init__(self) -> None:
        if self.zone:
            _zone(self.zone)
        elif self.to != "as_is":
            raise Refused(
                "zone must be given to write an offset or UTC",
                "برای نوشتن اختلاف ساعت یا UTC باید منطقه‌ی زمانی را تعیین کنید",
            )


_FORM = re.compile(
    r"(?P<date>.*?)(?:[T ]+(?P<hour>[0-9]{1,2}):(?P<minute>[0-9]{2})(?::(?P<second>[0-9]{2})"
    r"(?:[.,](?P<part>[0-9]{1,9}))?)?(?: ?(?P<half>[AaPp])[Mm]| ?(?P<fa>ق\.?ظ|ب\.?ظ))?"
    r" ?(?P<offset>Z|[+-][0-9]{2}:?[0-9]{2})?)?"
)


def date_and_time(value: str, options: DatetimeOptions) -> Value:
    """The moment as ISO text with seconds (2024-03-20T13:05:00). A date alone is its midnight. An
    offset that is written in the value counts more than `zone`; where neither is known, only
    local time can be given. In the hour that a clock change repeats, the first is meant."""
    text = plain(value)
    if not text:
        return None
    match = _FORM.fullmatch(text) if len(text) <= LONGEST else None
    if match is None:
        raise CannotTransform("not a date and time", "bad_date")
    day = read_date(match["date"], DateRules(options.calendar, options.order))
    try:
        moment = datetime.datetime.combine(day, _time(match))
        return _written(moment, match["offset"], options)
    except (ValueError, OverflowError) as error:
        raise CannotTransform("no such time", "bad_date") from error


def _time(match: re.Match[str]) -> datetime.time:
    if match["hour"] is None:
        return datetime.time()
    hour = int(match["hour"])
    half = (match["half"] or "").lower() or {"ق": "a", "ب": "p"}.get((match["fa"] or " ")[0], "")
    if half:
        if not 1 <= hour <= 12:
            raise ValueError("hour of a half day")
        hour = hour % 12 + (12 if half == "p" else 0)
    micro = int((match["part"] or "0")[:6].ljust(6, "0"))
    return datetime.time(hour, int(match["minute"]), int(match["second"] or 0), micro)


def _written(moment: datetime.datetime, offset: str | None, options: DatetimeOptions) -> str:
    zone = _zone(options.zone) if options.zone else None
    if offset:
        zoned = moment.replace(tzinfo=_fixed(offset))
        if zone is None:
            return zoned.isoformat()  # nothing known to turn it into: it stays as written
        zoned = zoned.astimezone(zone)
    else:
        zoned = moment.replace(tzinfo=zone)
    if options.to == "utc":
        return zoned.astimezone(datetime.UTC).isoformat()
    return (zoned if options.to == "offset" else zoned.replace(tzinfo=None)).isoformat()


def _fixed(offset: str) -> datetime.timezone:
    if offset == "Z":
        return datetime.UTC
    minutes = int(offset[1:3]) * 60 + int(offset[-2:])
    return datetime.timezone(datetime.timedelta(minutes=-minutes if offset[0] == "-" else minutes))


@lru_cache(maxsize=32)
def _zone(name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise Refused(
            f"{name!r} is not a time zone (such as Asia/Tehran)",
            f"«{name}» منطقه‌ی زمانی نیست (مانند Asia/Tehran)",
        ) from error


DATETIME = Transform(
    id="datetime",
    title=Text("Date and time", "تاریخ و ساعت"),
    help=Text(
        "Reads date and time, either calendar, and writes it with the zone you choose.",
        "تاریخ و ساعت را در هر دو تقویم می‌خواند و با منطقه‌ی زمانی دلخواه می‌نویسد.",
    ),
    options=DatetimeOptions,
    function=date_and_time,
    examples=(
        Example("2024-03-20 13:05", "2024-03-20T13:05:00"),
        Example("۱۴۰۳/۰۱/۰۱ ۱۳:۰۵:۰۹", "2024-03-20T13:05:09"),
        Example("20/03/2024 1:05 PM", "2024-03-20T13:05:00"),
        Example("2024-03-20T13:05:00.25", "2024-03-20T13:05:00.250000"),
        Example("1403/01/01", "2024-03-20T00:00:00"),
        Example(
            "2024-03-20 13:05",
            "2024-03-20T13:05:00+03:30",
            {"zone": "Asia/Tehran", "to": "offset"},
        ),
        Example(
            "2021-07-01 12:00", "2021-07-01T07:30:00+00:00", {"zone": "Asia/Tehran", "to": "utc"}
        ),
        Example(
            "2024-03-20T09:35:00Z",
            "2024-03-20T13:05:00",
            {"zone": "Asia/Tehran"},
        ),
        Example("2024-03-20T09:35:00Z", "2024-03-20T09:35:00+00:00"),
        Example("2024-03-20 25:00", fails="bad_date"),
        Example("1402/13/40 10:00", fails="bad_date"),
    ),
    idempotent=False,
)
