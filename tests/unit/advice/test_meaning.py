from __future__ import annotations

import pytest

from migrator.advice.meaning import meaning_of, meanings_of, words_of
from migrator.advice.meaning_values import (
    CLUES,
    calendar,
    iban,
    iranian_company_id,
    iranian_national_id,
)
from migrator.advice.meaning_words import phrases
from migrator.model.meanings import MEANINGS
from migrator.model.schema import FieldType

# Headers alone: English, Persian, and Persian in Latin letters, as exports write them.
HEADERS = [
    ("CompanyName", "company_name"),
    ("نام شركت", "company_name"),
    ("ContactName", "person_name"),
    ("نام و نام خانوادگی", "person_name"),
    ("FirstName", "first_name"),
    ("نام", "first_name"),
    ("given_name", "first_name"),
    ("LNAME", "last_name"),
    ("نام خانوادگی", "last_name"),
    ("nam khanevadegi", "last_name"),
    ("ContactTitle", "job_title"),
    ("سمت", "job_title"),
    ("TitleOfCourtesy", "salutation"),
    ("EMailAddress1", "email"),
    ("ایمیل", "email"),
    ("HomePhone", "phone"),
    ("telephone1", "phone"),
    ("تلفن", "phone"),
    ("shomare telefon", "phone"),
    ("MobileNo", "mobile"),
    ("موبایل مدیر", "mobile"),
    ("shomareh mobile", "mobile"),
    ("نمابر", "fax"),
    ("websiteurl", "url"),
    ("address1_line1", "address"),
    ("آدرس", "address"),
    ("address1_city", "city"),
    ("شهرستان", "city"),
    ("ostan", "province"),
    ("ShipPostalCode", "postal_code"),
    ("کدپستی", "postal_code"),
    ("کشور", "country"),
    ("کد ملي", "national_id"),
    ("code_melli", "national_id"),
    ("شناسه ملی", "company_id"),
    ("کد اقتصادی", "economic_code"),
    ("شماره شبا", "iban"),
    ("تاریخ تولد", "birth_date"),
    ("tarikhe_tavalod", "birth_date"),
    ("OrderDate", "date"),
    ("تاریخ ثبت", "date"),
    ("UnitPrice", "money"),
    ("مبلغ کل", "money"),
    ("UnitsInStock", "quantity"),
    ("درصد", "percent"),
    ("وضعیت", "status"),
    ("جنسیت", "gender"),
    ("نام کالا", "product_name"),
    ("کد مشتری", "code"),
    ("توضیحات", "note"),
    ("ReportsTo", "reference"),
    ("unique_id", "id"),
]


@pytest.mark.parametrize(("header", "meaning"), HEADERS, ids=[one[0] for one in HEADERS])
def test_headers(header: str, meaning: str) -> None:
    found = meaning_of(header)
    assert found.meaning == meaning
    assert found.confidence >= 0.5
    assert "name says" in found.evidence


# Values under a header that says nothing.
VALUES = [
    ("email", ["a@b.co", "x.y@example.org", "info@شرکت.ایران"]),
    ("mobile", ["09121234567", "+98 912 123 4567", "۰۹۱۲-۱۲۳-۴۵۶۷", "9121234567"]),
    ("national_id", ["4394232899", "0636989501", "9447930441"]),
    ("iban", ["DE89370400440532013000", "GB82 WEST 1234 5698 7654 32"]),
    ("url", ["https://example.com", "www.example.ir/x"]),
    ("id", ["123e4567-e89b-12d3-a456-426614174000", "00000000-0000-4000-8000-000000000001"]),
    ("date", ["1399/12/30", "۱۴۰۰/۰۱/۰۲", "1400-1-3"]),
    ("datetime", ["2024-03-20 13:05:00", "2024-03-21T10:00:00Z"]),
    ("city", ["تهران", "اصفهان", "Shiraz", "مشهد"]),
    ("country", ["Germany", "ایران", "USA"]),
    ("company_name", ["شرکت آریا", "Acme Ltd", "گروه صنایع البرز"]),
    ("person_name", ["سارا شریفی", "علی رضایی", "Maria Anders"]),
    ("first_name", ["سارا", "علی", "Maria"]),
    ("job_title", ["Sales Manager", "مدیر فروش", "Owner"]),
    ("gender", ["male", "female"]),
    ("salutation", ["جناب آقای", "Dr.", "سرکار خانم"]),
    ("percent", ["10%", "12.5 %", "٪۵".replace("٪۵", "5٪")]),
    ("money", ["12,000 ریال", "$30", "۵۰۰ تومان"]),
    ("address", ["خیابان آزادی، پلاک ۱۲", "12 Orchard Road, Apt 3"]),
]


@pytest.mark.parametrize(("meaning", "values"), VALUES, ids=[one[0] for one in VALUES])
def test_values_alone(meaning: str, values: list[str]) -> None:
    found = meaning_of("c7", values)
    assert found.meaning == meaning
    assert found.confidence >= 0.5
    assert "100% of the values" in found.evidence


def test_name_and_values_together_are_surer_than_either() -> None:
    values = ["a@b.co", "c@d.org"]
    both = meaning_of("email", values).confidence
    assert both > meaning_of("email").confidence
    assert both > meaning_of("x", values).confidence


def test_values_contradict_a_name() -> None:
    found = meaning_of("email", ["Ann", "Bob", "Carl"])
    assert found.confidence < 0.5
    assert meaning_of("phone", ["a@b.co", "c@d.org"]).meaning == "email"


def test_a_fax_is_told_from_a_phone_by_its_name() -> None:
    numbers = ["021-88776655", "(171) 555-2222"]
    assert meaning_of("Fax", numbers).meaning == "fax"
    assert meaning_of("Phone", numbers).meaning == "phone"


def test_calendars_are_named() -> None:
    assert "jalali calendar" in meaning_of("date", ["1399/01/01"]).evidence
    assert "gregorian calendar" in meaning_of("date", ["2020-01-01"]).evidence
    assert "mixed" in meaning_of("date", ["1399/01/01", "2020-01-01"]).evidence


def test_a_key_is_told_from_a_reference_by_repetition() -> None:
    ids = ["A1", "A2", "A3"]
    assert meaning_of("CustomerID", ids, unique=True).meaning == "id"
    assert meaning_of("CustomerID", ids, unique=False).meaning == "reference"


def test_moments_with_a_time_of_day_are_no_plain_dates() -> None:
    assert meaning_of("OrderDate", ["1996-07-04 00:00:00.000"]).meaning == "date"
    assert meaning_of("first_seen", ["2024-08-13T18:04:34.666+00:00"]).meaning == "datetime"


@pytest.mark.parametrize(
    ("type_", "meaning"),
    [(FieldType.INTEGER, "number"), (FieldType.TEXT, "text"), (FieldType.DATE, "date")],
)
def test_without_a_clue_the_type_is_all_there_is(type_: FieldType, meaning: str) -> None:
    found = meaning_of("zzz", (), type_)
    assert (found.meaning, found.confidence) == (meaning, 0.2)


@pytest.mark.parametrize("name", ["", "   ", "42", "؟؟", "‌"])
def test_headers_without_words(name: str) -> None:
    assert meaning_of(name).meaning == "text"
    assert meaning_of(name, ["", " "]).meaning == "text"


def test_guesses_are_ranked_and_known() -> None:
    found = meanings_of("نام", ["سارا", "علی"])
    scores = [guess.confidence for guess in found]
    assert scores == sorted(scores, reverse=True)
    assert {guess.meaning for guess in found} <= set(MEANINGS)
    assert all(0 <= score < 1 for score in scores)


def test_the_word_lists_speak_of_known_meanings_only() -> None:
    assert {meaning for meaning, _ in phrases()} <= set(MEANINGS)
    assert {clue.meaning for clue in CLUES} <= set(MEANINGS)
    assert all(words for _, words in phrases())


@pytest.mark.parametrize(
    ("header", "words"),
    [
        ("EMailAddress1", ("e", "mail", "address")),
        ("e_mail address", ("e", "mail", "address")),
        ("HTTPServer", ("http", "server")),
        ("شماره‌ی تلفن", ("شماره", "ی", "تلفن")),
    ],
)
def test_words_of_a_header(header: str, words: tuple[str, ...]) -> None:
    assert words_of(header) == words


@pytest.mark.parametrize(
    ("text", "good"),
    [
        ("4394232899", True),
        ("4394232890", False),
        ("1111111111", False),
        ("439423289", False),
        ("", False),
    ],
)
def test_national_ids(text: str, good: bool) -> None:
    assert iranian_national_id(text) is good


@pytest.mark.parametrize(
    ("text", "good"), [("10004981278", True), ("10004981279", False), ("1", False)]
)
def test_company_ids(text: str, good: bool) -> None:
    assert iranian_company_id(text) is good


@pytest.mark.parametrize(
    ("text", "good"),
    [
        ("DE89370400440532013000", True),
        ("DE88370400440532013000", False),
        ("IR89370400440532013000", False),
        ("", False),
    ],
)
def test_ibans(text: str, good: bool) -> None:
    assert iban(text) is good


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("1399/12/30", "jalali"),
        ("30-12-1399", "jalali"),
        ("13991230", "jalali"),
        ("2024-03-20", "gregorian"),
        ("20/03/2024 10:15", "gregorian"),
        ("4-Jul-96", "gregorian"),
        ("021-8877", ""),
        ("text", ""),
    ],
)
def test_calendar(text: str, kind: str) -> None:
    assert calendar(text) == kind
