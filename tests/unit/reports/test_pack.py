"""The sign-off pack: nothing becomes a formula or markup, both languages are whole."""

from __future__ import annotations

import csv
import hashlib
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from html.parser import HTMLParser
from pathlib import Path
from string import Formatter

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from migrator import bundled, reports
from migrator.model.days import jalali
from migrator.model.issues import ISSUE_CODES
from migrator.model.mapping import Feed, FieldMapping, LeftOut, Lookup, RowStatus, Step
from migrator.model.plan import (
    Goal,
    Milestone,
    Person,
    Plan,
    SourceSpec,
    TableChoice,
    TargetSpec,
)
from migrator.model.profile import ColumnProfile, Oddity, TableProfile, ValueCount
from migrator.model.reports import EntityAccount, RowAccount, StageReport, TableAccount
from migrator.model.segments import broken_links, segments, wholes
from migrator.model.source import SourceTable
from migrator.model.text import Text
from migrator.reports.data import (
    CrosswalkRow,
    DecisionRow,
    DifferenceRow,
    GoalResult,
    IssueRow,
    LogRow,
    MergeRow,
    PackData,
    RunFacts,
    ScoreBin,
)
from migrator.reports.html import el, text
from migrator.reports.pack import write_pack
from migrator.reports.speech import Speech
from migrator.reports.telling import cause
from migrator.reports.words import WORDS

HOSTILE = '=HYPERLINK("http://x.example","<script>alert(1)</script>")\x01'
ERROR_VALUE = "#N/A"
FEW = "account: too few rows"
FACTS = {
    "reconciliation": {
        "entities": {
            "account": {
                "totals": [
                    {"field": "", "expected": "90", "found": "89"},
                    {"field": "revenue", "expected": "12345678901234567.25", "found": "7.5"},
                ],
                "segments": [
                    {
                        "kind": "country",
                        "field": "address1_country",
                        "measures": ["revenue"],
                        "rows": [
                            {"value": HOSTILE, "expected": ["50", "1"], "found": ["49", "1"]},
                            {"value": None, "expected": ["40", "2"], "found": ["40", "2"]},
                        ],
                        "rest": 0,
                    }
                ],
                "links": {"ownerid": {"orphan": 3, "lost": 1}},
            }
        }
    }
}
LANGUAGES = pytest.mark.parametrize("language", ["en", "fa"])


def a_plan() -> Plan:
    feed = Feed(
        "account_1",
        1,
        "list",
        HOSTILE,
        "account",
        fields=(
            FieldMapping(
                "name", (HOSTILE,), (Step("trim"),), status=RowStatus.AGREED, note=HOSTILE
            ),
            FieldMapping("ownerid", ("seller",), lookup=Lookup("systemuser"), confidence=0.9),
        ),
        left_out=(LeftOut("old", "empty since 1390"),),
    )
    schema = bundled.schema("crm")
    return Plan(
        name=HOSTILE, customer="بازرگانی سپهر", feeds=(feed,), target=TargetSpec(schema=schema)
    )


def account(loaded: int = 90) -> RowAccount:
    return RowAccount(
        (TableAccount("list", HOSTILE, read=120, used=118, excluded=1, unreadable=1),),
        (EntityAccount("account", 118, 20, 98, 4, 94, loaded, 3, 1),),
    )


def issues(code: str, count: int) -> Iterator[IssueRow]:
    for number in range(count):
        yield IssueRow("account", f"list/{number}", "name", code, "error", HOSTILE, HOSTILE)


def data(**changes: object) -> PackData:
    goal = Goal("account", "filled", "emailaddress1", at_least=0.95)
    column = ColumnProfile(
        HOSTILE,
        rows=120,
        filled=60,
        empty=60,
        distinct=9,
        top=(ValueCount(HOSTILE, 9),),
        odd=(Oddity("arabic_letters", 4),),
    )
    whole = PackData(
        plan=a_plan(),
        account=account(),
        fingerprint="ab" * 32,
        generated_at=datetime(2024, 3, 20, 9, 5, tzinfo=timezone(timedelta(hours=3, minutes=30))),
        run=RunFacts(3, "full", "attention", "2024-03-20T08:00:00", by=HOSTILE, delivery="upsert"),
        stages=(StageReport("match", {HOSTILE: 4}, warnings=(HOSTILE,), attention=2, seconds=1.5),),
        profiles=(("list", TableProfile(HOSTILE, 120, (column,))),),
        goals=(GoalResult(goal, 0.5, met=False),),
        score_bins=(ScoreBin(0.8, 0.9, 4), ScoreBin(0.9, 1.0, 30)),
        compared=1000,
        crosswalk=iter([CrosswalkRow("account", "list", "t", 1, HOSTILE, "7", "u", "loaded")]),
        merges=iter([MergeRow("account", "7", "list", "t", 2, 0.97, "rule", HOSTILE)]),
        quarantine=issues("required", 4),
        rejects=issues("refused", 3),
        differences=iter(
            [DifferenceRow("account", "r", "u", "name", "value", HOSTILE, ERROR_VALUE)]
        ),
        decisions=iter([DecisionRow("2024-03-20T08:00:00", HOSTILE, "1/2", "same", HOSTILE)]),
        log=iter([LogRow("2024-03-20T08:00:00", "me", HOSTILE)]),
        parts=(*wholes(a_plan(), FACTS), *segments(a_plan(), FACTS)),
        links=tuple(broken_links(a_plan(), FACTS)),
        accepted=(DecisionRow("", HOSTILE, Text(HOSTILE, HOSTILE), "accepted", HOSTILE),),
    )
    return replace(whole, **changes)  # type: ignore[arg-type]


def sheets(path: Path) -> dict[str, list[list[object]]]:
    book = openpyxl.load_workbook(path)
    return {s.title: [[c.value for c in row] for row in s.iter_rows()] for s in book}


class Page(HTMLParser):
    """Collects tags, attributes and text of a page."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str]] = []
        self.open: list[str] = []
        self.words: list[str] = []
        self.feed(source)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(name, value or "") for name, value in attrs]
        if tag not in {"meta", "br", "col"}:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words.append(data)


@LANGUAGES
def test_no_cell_is_a_formula(tmp_path: Path, language: str) -> None:
    paths = write_pack(data(), tmp_path, language)
    book = openpyxl.load_workbook(paths.workbook)
    kinds = {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row}
    assert kinds <= {"s", "n", "inlineStr"}
    everything = [v for rows in sheets(paths.workbook).values() for row in rows for v in row]
    assert everything.count(HOSTILE.replace("\x01", "\ufffd")) >= 8
    assert ERROR_VALUE in everything


@settings(max_examples=25, deadline=None)
@given(st.lists(st.text(max_size=40), min_size=40, max_size=40))
def test_any_text_survives_as_text(
    tmp_path_factory: pytest.TempPathFactory, values: list[str]
) -> None:
    folder = tmp_path_factory.mktemp("pack")
    log = [LogRow("", "", value or "x") for value in values]
    paths = write_pack(data(log=log), folder, "en")
    book = openpyxl.load_workbook(paths.workbook)
    cells = [row[2] for row in book["Run log"].iter_rows(min_row=2)]
    allowed = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
    newlines = re.compile("\r\n|\r")
    wanted = [newlines.sub("\n", allowed.sub("\ufffd", row.text)) for row in log]
    assert [newlines.sub("\n", str(cell.value)) for cell in cells] == wanted
    assert {cell.data_type for cell in cells} == {"s"}


@LANGUAGES
def test_markup_in_values_stays_text(tmp_path: Path, language: str) -> None:
    source = write_pack(data(), tmp_path, language).page.read_text(encoding="utf-8")
    page = Page(source)
    assert page.open == []
    assert "script" not in page.tags
    assert not [name for name, _ in page.attributes if name.startswith("on")]
    assert "<script" not in source
    assert "alert(1)" in "".join(page.words), "the value is shown all the same"


@LANGUAGES
def test_the_page_needs_nothing_else(tmp_path: Path, language: str) -> None:
    source = write_pack(data(), tmp_path, language).page.read_text(encoding="utf-8")
    page = Page(source)
    assert not {"link", "img", "iframe", "object", "script"} & set(page.tags)
    assert not [value for name, value in page.attributes if name in {"src", "href"}]
    assert "url(" not in source
    assert "@import" not in source
    assert page.tags.count("svg") >= 5


def test_persian_runs_from_right_to_left(tmp_path: Path) -> None:
    paths = write_pack(data(), tmp_path, "fa")
    page = paths.page.read_text(encoding="utf-8")
    assert '<html lang="fa" dir="rtl">' in page
    assert "۱ فروردین ۱۴۰۳، ۰۹:۰۵" in page
    assert "<bdi>" in page
    book = openpyxl.load_workbook(paths.workbook)
    assert all(sheet.sheet_view.rightToLeft for sheet in book)
    assert book.sheetnames == [
        "خلاصه",
        "حساب ردیف‌ها",
        "سند نگاشت",
        "شناخت داده",
        "تکراری‌ها و ادغام‌ها",
        "کنارمانده و نپذیرفته",
        "جمع‌های کنترلی",
        "رابطه‌های گسسته",
        "تفاوت‌ها",
        "جدول شناسه‌ها",
        "تصمیم‌ها",
        "گزارش اجرا",
    ]


def test_english_runs_from_left_to_right(tmp_path: Path) -> None:
    paths = write_pack(data(), tmp_path, "en")
    page = paths.page.read_text(encoding="utf-8")
    assert '<html lang="en" dir="ltr">' in page
    assert "20 March 2024, 09:05" in page
    book = openpyxl.load_workbook(paths.workbook)
    assert not any(sheet.sheet_view.rightToLeft for sheet in book)
    assert book["Crosswalk"].freeze_panes == "A2"
    assert book["Crosswalk"].auto_filter.ref == "A1:H2"


def test_the_row_account_is_told_with_its_verdict(tmp_path: Path) -> None:
    good = write_pack(data(), tmp_path / "good", "en")
    assert "The row account balances" in good.page.read_text(encoding="utf-8")
    rows = sheets(good.workbook)["Row account"]
    assert ["list", 120, 118, 1, 1, "yes"] in [
        [v for v in r if v is not None and v != HOSTILE.replace("\x01", "\ufffd")] for r in rows
    ]
    assert ["Account", 118, 20, 98, 4, 94, 90, 3, 1, "yes"] in rows
    bad = write_pack(data(account=account(loaded=89)), tmp_path / "bad", "en")
    said = bad.page.read_text(encoding="utf-8")
    assert "The row account does not balance" in said
    assert "The row account balances" not in said


def test_rejects_carry_their_reason(tmp_path: Path) -> None:
    rows = sheets(write_pack(data(), tmp_path, "en").workbook)["Held back and refused"]
    reasons = [row[4] for row in rows[1:]]
    assert reasons[:4] == ["name is required and empty"] * 4
    assert len(reasons) == 7
    assert str(reasons[4]).startswith("Refused by the target: =HYPERLINK")


def test_a_long_list_goes_on_in_a_csv(tmp_path: Path) -> None:
    rows = [CrosswalkRow("account", "s", "t", n, "=1+1", "-42", "@x", "loaded") for n in range(30)]
    paths = write_pack(data(crosswalk=iter(rows)), tmp_path, "en", max_rows=12)
    (path,) = paths.lists
    assert path.name == "crosswalk.csv"
    assert paths.all() == (paths.workbook, paths.page, path, paths.manifest)
    sheet = sheets(paths.workbook)["Crosswalk"]
    assert len(sheet) == 12
    assert sheet[-1][0] == (
        "This sheet holds the first 10 rows. The full list of 30 rows is in crosswalk.csv."
    )
    with path.open(encoding="utf-8-sig", newline="") as stream:
        written = list(csv.reader(stream))
    assert len(written) == 31
    assert written[1][4:7] == ["'=1+1", "-42", "'@x"]
    assert sorted(p.name for p in tmp_path.iterdir()) == [
        "crosswalk.csv",
        "manifest.sha256",
        "migration_report.html",
        "migration_report.xlsx",
    ]


@LANGUAGES
def test_a_pack_of_nothing_can_be_written(tmp_path: Path, language: str) -> None:
    when = datetime(2024, 3, 20, tzinfo=UTC)
    paths = write_pack(PackData(Plan("empty"), RowAccount(), "", when), tmp_path, language)
    assert Page(paths.page.read_text(encoding="utf-8")).open == []
    assert len(sheets(paths.workbook)) == 11


def test_the_same_data_give_the_same_page(tmp_path: Path) -> None:
    first = write_pack(data(), tmp_path / "a", "fa").page.read_bytes()
    assert write_pack(data(), tmp_path / "b", "fa").page.read_bytes() == first


# -- words


def places(phrase: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(phrase) if name is not None}


@pytest.mark.parametrize("key", sorted(WORDS))
def test_words_are_whole_in_both_languages(key: str) -> None:
    word = WORDS[key]
    assert word.en.strip()
    assert any("\u0600" <= c <= "\u06ff" for c in word.fa)
    assert not set(word.fa) & set("يك")
    assert places(word.en) == places(word.fa)


def test_every_word_that_is_asked_for_is_there() -> None:
    folder = Path(next(iter(reports.__path__)))
    asked = {
        key
        for path in folder.glob("*.py")
        for key in re.findall(r'say\(\s*"([a-z_]+)"', path.read_text(encoding="utf-8"))
    }
    assert len(asked) > 30
    assert asked <= set(WORDS)


@pytest.mark.parametrize(
    ("family", "items"),
    [
        ("fate", ["loaded", "merged", "quarantined", "rejected", "pending", "excluded"]),
        ("status", [str(status) for status in RowStatus]),
        ("severity", ["error", "warning", "info"]),
        ("measure", ["filled", "duplicates", "valid", "loaded"]),
        ("delivery", ["exactly_once", "upsert", "at_least_once"]),
        (
            "difference",
            ["value", "missing", "extra", "platform", "truncated", "changed", "orphan"],
        ),
    ],
)
def test_closed_lists_have_words(family: str, items: list[str]) -> None:
    assert {f"{family}_{item}" for item in items} <= set(WORDS)


@LANGUAGES
@pytest.mark.parametrize("code", sorted(ISSUE_CODES))
def test_every_issue_can_be_told(language: str, code: str) -> None:
    speech = Speech(language)
    assert "{" not in cause(speech, code)
    assert "{" not in cause(speech, code, field="f", value="{v}", detail="d").replace("{v}", "")


# -- numbers and dates


@pytest.mark.parametrize(
    ("when", "wanted"),
    [
        (date(2024, 3, 20), (1403, 1, 1)),
        (date(2024, 3, 19), (1402, 12, 29)),
        (date(2021, 3, 20), (1399, 12, 30)),
        (date(2021, 3, 21), (1400, 1, 1)),
        (date(2025, 3, 20), (1403, 12, 30)),
        (date(1979, 2, 11), (1357, 11, 22)),
        (date(2000, 1, 1), (1378, 10, 11)),
        (date(2016, 9, 22), (1395, 7, 1)),
    ],
)
def test_jalali(when: date, wanted: tuple[int, int, int]) -> None:
    assert jalali(when) == wanted


@pytest.mark.parametrize(
    ("share", "english", "persian"),
    [
        (1.0, "100%", "۱۰۰٪"),
        (0.99999, ">99.9%", ">۹۹٫۹٪"),
        (0.912, "91.2%", "۹۱٫۲٪"),
        (0.0001, "<0.1%", "<۰٫۱٪"),
        (0.0, "0%", "۰٪"),
    ],
)
def test_shares(share: float, english: str, persian: str) -> None:
    assert Speech("en").percent(share) == english
    assert Speech("fa").percent(share) == persian


def test_numbers() -> None:
    assert Speech("en").number(1234567) == "1,234,567"
    assert Speech("fa").number(1234567) == "۱٬۲۳۴٬۵۶۷"
    assert Speech("fa").number(1.5) == "۱٫۵۰"


# -- markup


@pytest.mark.parametrize(
    ("built", "wanted"),
    [
        (text('<b a="1">&'), "&lt;b a=&quot;1&quot;&gt;&amp;"),
        (text("a\x00\x07b\ud800"), "a\ufffd\ufffdb\ufffd"),
        (el("p", "<", el("br"), class_="x", id=None), '<p class="x">&lt;<br></p>'),
        (el("a", title='" onclick="x'), '<a title="&quot; onclick=&quot;x"></a>'),
    ],
)
def test_markup(built: str, wanted: str) -> None:
    assert built == wanted


def test_the_pack_speaks_of_people_dates_steps_and_tables_in_words(tmp_path: Path) -> None:
    plan = a_plan()
    sheet = TableChoice(7, SourceTable("مشتریان", ()))
    plan = replace(
        plan,
        people=(Person("سارا", "مالک داده", "sara@example.com"),),
        milestones=(Milestone("اجرای کامل", "2026-05-01"),),
        sources=(SourceSpec("list", "x.xlsx", tables=(sheet,)),),
    )
    stages = (
        StageReport("extract", {"raw_7": 120}),
        StageReport("merge", {"golden_account": 4, "golden_contact": 5}, warnings=(FEW,)),
    )
    told = {FEW: Text(FEW, FEW.replace("too few rows", "ردیف کم"))}
    whole = data(
        plan=plan,
        stages=stages,
        told=told.__getitem__,
        steps=lambda steps: Text("Trim spaces", "پیراستن فاصله‌ها"),
    )
    paths = write_pack(whole, tmp_path, "fa")
    page = paths.page.read_text("utf-8")
    listed = [str(cell) for rows in sheets(paths.workbook).values() for row in rows for cell in row]
    for written in (page, " ".join(listed)):
        assert "raw_7" not in written
        assert "golden_account" not in written
        for words in ("سارا", "مالک داده", "اجرای کامل", "۱۱ اردیبهشت ۱۴۰۵", "list / مشتریان",
                      "پیراستن فاصله‌ها", "شرکت: ردیف کم"):  # fmt: skip
            assert words in written, words


@LANGUAGES
def test_totals_segments_and_relationships_are_told_on_both_sides(
    tmp_path: Path, language: str
) -> None:
    speech = Speech(language)
    paths = write_pack(data(), tmp_path, language)
    found = sheets(paths.workbook)
    rows = found[speech.say("parts")][1:]
    yes, no = speech.say("yes"), speech.say("no")
    assert [row[4:] for row in rows] == [
        [90, 89, no],
        ["12345678901234567.25", 7.5, no],  # more digits than a cell keeps
        [50, 49, no],
        [1, 1, yes],
        [40, 40, yes],
        [2, 2, yes],
    ]
    assert rows[2][2] == HOSTILE.replace("\x01", "\ufffd")
    assert found[speech.say("links")][1][2:] == [3, 1, 0]
    page = paths.page.read_text(encoding="utf-8")
    assert speech.say("parts_differ", wrong=3, count=6) in page
    assert speech.say("links_orphan") in page
    assert speech.say("answer_accepted") in page


def test_every_file_has_its_hash_in_the_manifest(tmp_path: Path) -> None:
    merges = [MergeRow("account", "7", "list", "t", n, 0.97, "rule", "x") for n in range(20)]
    paths = write_pack(data(merges=iter(merges)), tmp_path, "fa", max_rows=10)
    told = dict(
        reversed(line.split(" *")) for line in paths.manifest.read_text("utf-8").splitlines()
    )
    assert set(told) == {path.name for path in paths.all()} - {paths.manifest.name}
    for name, digits in told.items():
        assert hashlib.sha256((tmp_path / name).read_bytes()).hexdigest() == digits
