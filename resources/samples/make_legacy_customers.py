"""Write legacy_customers.xlsx: a made-up customer list with the faults of real ones.

Everything is drawn from a fixed seed and from northwind.sqlite beside this file, so running it
again gives the same cells. Run it as a program to rewrite the workbook.
"""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Font

HERE = Path(__file__).resolve().parent
SEED = 1404
SHEET = "مشتريان"
PREAMBLE = ("فهرست مشتریان - واحد فروش", "به‌روزرسانی: خرداد ۱۴۰۲ (نسخه‌ی نهایی ۳)")
HEADERS = (
    "کد",
    "نام شرکت",
    "contact person",
    "سمت",
    "تلفن",
    "موبایل",
    "ایمیل",
    "آدرس",
    "شهر",
    "کشور",
    "کد پستی",
    "شناسه ملی",
    "تاریخ ثبت",
    "credit limit",
    "active?",
    "توضیحات",
)
NOTES = (
    "یادداشت‌های واحد فروش",
    "ستون active? را خانم احمدی پر می‌کند؛ خالی یعنی نامعلوم.",
    "credit limit is in rial unless somebody wrote otherwise",
    "ردیف‌های تکراری را هنوز پاک نکرده‌ایم",
)
Cell = str | int | datetime | None
Row = dict[str, Cell]

MEN = ("علی", "محمد", "رضا", "حسین", "مهدی", "امیر", "سعید", "بهرام", "کامران")
WOMEN = ("فاطمه", "زهرا", "مریم", "نرگس", "شیرین", "لیلا", "سارا", "نیلوفر")
LAST = (
    "کریمی|رضایی|احمدی|موسوی|حسینی|یزدانی|صادقی|کاظمی|نوری|اکبری|شریفی|رحیمی|جعفری|قاسمی|"
    "میرزایی|کیانی|بهرامی|پورمحمدی|علیزاده|فتحی"
)
LATIN_LAST = ("karimi", "rezaei", "ahmadi", "mousavi", "hosseini", "yazdani", "sadeghi", "nouri")
BRANDS = {
    "سپهر": "sepehr",
    "آریا": "arya",
    "کیان": "kian",
    "پارس": "pars",
    "البرز": "alborz",
    "زاگرس": "zagros",
    "مهر": "mehr",
    "خزر": "khazar",
    "نگین": "negin",
    "پویا": "pouya",
}
TRADES = {
    "بازرگانی {}": "trading",
    "صنایع غذایی {}": "food",
    "پخش {} گستر": "distribution",
    "شرکت {} کیمیا": "kimia",
    "گروه صنعتی {}": "industries",
}
CITIES = ["تهران", "اصفهان", "شیراز", "مشهد", "تبریز", "کرج", "اهواز", "قم", "رشت", "یزد"]
CODES = ("021", "031", "071", "051", "041", "026", "061", "025", "013", "035")
STREETS = ("خیابان آزادی", "بلوار کشاورز", "خ. انقلاب", "میدان ولی‌عصر", "کوچه‌ی نسترن")
JOBS = ("مدیر فروش", "مدیرعامل", "کارشناس خرید", "مسئول تدارکات", "حسابدار")
YES = ("بله", "yes", "Y", "1", "فعال")
NO = ("خیر", "no", "0", "غیرفعال")
PERSIAN_DIGITS = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")
ARABIC_LETTERS = str.maketrans("یک", "يك")


def rows() -> list[tuple[str, Row]]:
    """(origin, row) in the order of the sheet. Rows with equal origin are the same customer;
    `nw:<CustomerID>` is a customer of Northwind. The origin is not written to the workbook."""
    rng = random.Random(SEED)
    made = list(_from_northwind(rng, 52)) + list(_persian(rng, 50))
    made += [(origin, _again(rng, row)) for origin, row in rng.sample(made, 12)]
    made += _bad_rows(rng)
    rng.shuffle(made)
    for number, (_, row) in enumerate(made, start=101):
        row["کد"] = f"C-{number:04d}"
    _swap_habits(rng, made)
    return made


def write(path: Path) -> None:
    """The workbook: the list under two lines of preamble, and a sheet of notes."""
    book = Workbook()
    sheet = book.active
    sheet.title = SHEET
    sheet.sheet_view.rightToLeft = True
    for line in PREAMBLE:
        sheet.append([line])
    sheet.append(HEADERS)
    for cell in sheet[len(PREAMBLE) + 1]:
        cell.font = Font(bold=True)
    for _, row in rows():
        sheet.append([row.get(header) for header in HEADERS])
    notes = book.create_sheet("یادداشت")
    for line in NOTES:
        notes.append([line])
    book.properties.creator = "make_legacy_customers.py (made-up data)"
    book.properties.created = book.properties.modified = datetime(2023, 6, 1)
    book.save(path)


def _from_northwind(rng: random.Random, count: int) -> Iterator[tuple[str, Row]]:
    database = sqlite3.connect(f"file:{(HERE / 'northwind.sqlite').as_posix()}?mode=ro", uri=True)
    customers = database.execute(
        "SELECT CustomerID, CompanyName, ContactName, ContactTitle, Phone, Address, City, Country,"
        " PostalCode FROM Customers WHERE Country IS NOT NULL ORDER BY CustomerID"
    ).fetchall()
    database.close()
    for key, company, person, job, phone, address, city, country, postcode in rng.sample(
        customers, count
    ):
        changed = rng.random() < 0.3
        yield (
            f"nw:{key}",
            {
                "نام شرکت": _variant(rng, company),
                "contact person": _latin_person(rng, person),
                "سمت": rng.choice((job, job, None)),
                "تلفن": f"(5) 555-{rng.randrange(1000, 9999)}" if changed else phone,
                "ایمیل": rng.choice((None, f"{_slug(person, '.')}@{_slug(company)}.example.com")),
                "آدرس": address,
                "شهر": rng.choice((city, city.upper())),
                "کشور": rng.choice((country, country, country.lower(), None)),
                "کد پستی": postcode,
                "تاریخ ثبت": _western_date(rng),
                "credit limit": rng.choice((None, 5000, "12,500", 20000, "7.500 EUR")),
                "active?": rng.choice((*YES[1:4], *NO[1:3], None)),
            },
        )


def _persian(rng: random.Random, count: int) -> Iterator[tuple[str, Row]]:
    names = [(t, b) for t in TRADES for b in BRANDS]
    for number, (trade, brand) in enumerate(rng.sample(names, count)):
        place = rng.randrange(len(CITIES))
        host = f"{BRANDS[brand]}-{TRADES[trade]}.example.com"
        landline = f"{CODES[place]}-{rng.randrange(20000000, 88999999)}"
        row: Row = {
            "نام شرکت": _arabic(rng, trade.format(brand)),
            "contact person": _arabic(rng, _persian_person(rng)),
            "سمت": rng.choice((*JOBS, None)),
            "تلفن": rng.choice((landline, landline.translate(PERSIAN_DIGITS), None)),
            "موبایل": _mobile(rng),
            "ایمیل": rng.choice((None, f"info@{host}", f"{rng.choice(LATIN_LAST)}@{host}")),
            "آدرس": f"{rng.choice(STREETS)}، پلاک {rng.randrange(1, 200)}".translate(
                PERSIAN_DIGITS
            ),
            "شهر": _arabic(rng, CITIES[place]),
            "کشور": rng.choice(("ایران", "Iran", None)),
            "کد پستی": str(rng.randrange(1111111111, 9999999999)),
            "شناسه ملی": _company_id(rng),
            "تاریخ ثبت": _jalali(rng),
            "credit limit": rng.choice((None, 250000000, "۱۲۰٬۰۰۰٬۰۰۰", "50,000,000 ریال")),
            "active?": rng.choice((YES[0], YES[4], NO[0], NO[3], None)),
            "توضیحات": rng.choice((None, None, "تماس بعد از عید نوروز", "فاکتور رسمی می‌خواهد")),
        }
        yield f"fa:{number}", row


def _again(rng: random.Random, row: Row) -> Row:
    """The same customer typed in a second time, by somebody else."""
    twin = dict(row)
    twin["نام شرکت"] = _retyped(rng, str(row["نام شرکت"]))
    twin["contact person"] = rng.choice((row["contact person"], None))
    twin["موبایل"] = _mobile(rng) if row.get("موبایل") and rng.random() < 0.5 else row.get("موبایل")
    twin["تاریخ ثبت"] = _jalali(rng)
    twin["توضیحات"] = rng.choice((None, "تکراری؟"))
    return twin


def _bad_rows(rng: random.Random) -> list[tuple[str, Row]]:
    bad: list[Row] = [
        {"نام شرکت": "تجارت افق", "ایمیل": "info(at)ofogh", "تاریخ ثبت": "1401/02/11"},
        {"نام شرکت": "فولاد نمونه", "ایمیل": "sales@@nemoone.example.com", "موبایل": "0912"},
        {"نام شرکت": "Bistro Nowhere", "تاریخ ثبت": "2019-02-30", "شهر": "Lyon"},
        {"نام شرکت": "پخش سراب", "تاریخ ثبت": "1399/13/01", "شهر": "تبریز"},
        {"contact person": "مریم نوری", "موبایل": "09120004411", "تاریخ ثبت": "1398/04/31"},
        {"contact person": "ندارد", "ایمیل": "ندارد", "تاریخ ثبت": "0000-00-00"},
    ]
    return [
        (f"bad:{n}", {"تلفن": f"021-{rng.randrange(20000000, 88999999)}", **row})
        for n, row in enumerate(bad)
    ]


def _swap_habits(rng: random.Random, made: list[tuple[str, Row]]) -> None:
    """One clerk wrote mobiles under telephone, another the company under the person."""
    persian = [row for origin, row in made if origin.startswith("fa:") and row.get("موبایل")]
    for row in rng.sample(persian, 5):
        row["تلفن"], row["موبایل"] = row["موبایل"], row["تلفن"]
    latin = [row for origin, row in made if origin.startswith("nw:") and row["contact person"]]
    for row in rng.sample(latin, 2):
        row["نام شرکت"], row["contact person"] = row["contact person"], row["نام شرکت"]


def _variant(rng: random.Random, company: str) -> str:
    kind = rng.randrange(5)
    if kind == 0:
        return company.upper()
    if kind == 1:
        return _ascii(company)
    if kind == 2:
        return _retyped(rng, company)
    return company if kind == 3 else f"{company} {rng.choice(('Ltd', 'GmbH', 'Co.', '& Co'))}"


def _retyped(rng: random.Random, text: str) -> str:
    """One letter doubled, left out, or a blank too many: what fingers do."""
    at = rng.randrange(1, len(text) - 1)
    return text[:at] + rng.choice((text[at] * 2, "", text[at] + " ")) + text[at + 1 :]


def _latin_person(rng: random.Random, name: str) -> str:
    first, _, last = name.partition(" ")
    return rng.choice((name, f"{last}, {first}", f"{first[0]}. {last}"))


def _persian_person(rng: random.Random) -> str:
    names, honorific = rng.choice(((MEN, "آقای "), (WOMEN, "خانم ")))
    title = rng.choice(("", "", honorific, "مهندس "))
    return f"{title}{rng.choice(names)} {rng.choice(LAST.split('|'))}"


def _ascii(text: str) -> str:
    return text.translate(str.maketrans("áàâäãåéèêëíîïóôöõúûüçñøÅ", "aaaaaaeeeeiiioooouuucnoA"))


def _slug(text: str, gap: str = "-") -> str:
    plain = "".join(c if c.isalnum() else " " for c in _ascii(text.lower()) if ord(c) < 128)
    return gap.join(plain.split())


def _arabic(rng: random.Random, text: str) -> str:
    return text.translate(ARABIC_LETTERS) if rng.random() < 0.4 else text


def _mobile(rng: random.Random) -> Cell:
    operator, end = rng.choice((912, 913, 919, 935, 936, 990)), rng.randrange(1000, 9999)
    shapes: tuple[Cell, ...] = (
        f"0{operator}000{end}",
        f"0{operator} 000 {end}",
        f"+98 {operator} 000 {end}",
        f"0098{operator}000{end}",
        f"0{operator}-000-{end}",
        f"0{operator}000{end}".translate(PERSIAN_DIGITS),
        int(f"{operator}000{end}"),
    )
    return rng.choice(shapes)


def _jalali(rng: random.Random) -> str:
    year, month, day = rng.randrange(1388, 1402), rng.randrange(1, 13), rng.randrange(1, 30)
    shape = rng.choice(("{}/{:02d}/{:02d}", "{}/{}/{}", "{}-{:02d}-{:02d}"))
    text = shape.format(year, month, day)
    if year < 1400 and rng.random() < 0.1:
        text = text[2:]
    return text.translate(PERSIAN_DIGITS) if rng.random() < 0.5 else text


def _western_date(rng: random.Random) -> Cell:
    day = date(rng.randrange(2009, 2023), rng.randrange(1, 13), rng.randrange(1, 29))
    return rng.choice((day.isoformat(), day.strftime("%Y/%m/%d"), datetime(*day.timetuple()[:3])))


def _company_id(rng: random.Random) -> str | None:
    """Eleven digits whose last one checks the others (the published rule of شناسه ملی)."""
    if rng.random() < 0.3:
        return None
    body = "10" + f"{rng.randrange(10**8):08d}"
    shift = int(body[9]) + 2
    weights = (29, 27, 23, 19, 17) * 2
    total = sum((int(d) + shift) * w for d, w in zip(body, weights, strict=True))
    digits = body + str(total % 11 % 10)
    return digits.translate(PERSIAN_DIGITS) if rng.random() < 0.3 else digits


if __name__ == "__main__":
    write(HERE / "legacy_customers.xlsx")
