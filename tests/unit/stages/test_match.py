"""Match: who is compared, who is merged, what people's verdicts do; rows in, rows out."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from typing import Any

import polars as pl
import pyarrow as pa
import pytest

from migrator.advice.matching import explain, explain_proposal, propose, propose_for_columns
from migrator.errors import Cancelled, PlanError
from migrator.model.matching import Answer, BlockingRule, Comparison, MatchSettings, Verdict
from migrator.model.schema import Entity, Field, Relationship
from migrator.progress import NULL_PROGRESS
from migrator.stages import match_table
from migrator.stages.match import MatchSection, run
from migrator.stages.match_clusters import latest, write_clusters
from migrator.stages.match_fields import KINDS, KeyedField, key_batches
from migrator.stages.match_keys import folded, sorted_words, sound, spelling
from migrator.stages.match_levels import levels
from migrator.store import names
from migrator.store.names import quote
from migrator.store.staging import Staging

FIELDS = ("name", "mobile", "email", "city")
MEANINGS = {"name": "person_name", "mobile": "mobile", "email": "email", "city": "city"}
SETTINGS = MatchSettings(
    "contact",
    comparisons=tuple(Comparison(name, meaning) for name, meaning in MEANINGS.items()),
    blocking=(BlockingRule(("mobile:last7",)), BlockingRule(("email",)),
              BlockingRule(("name:skeleton",))),
)  # fmt: skip
ALI = ("علی کریمی", "+989121234567", "ali@karimi12.ir", "تهران")


@pytest.fixture
def staging() -> Iterator[Staging]:
    opened = Staging(None, threads=2)
    opened.begin("cafe0001")
    yield opened
    opened.close()


def put(staging: Staging, rows: Sequence[Sequence[str | None]], entity: str = "contact") -> None:
    """clean_<entity> with row ids 1, 2, ..."""
    schema = pa.schema([("_rid", pa.int64()), *((n, pa.string()) for n in ("_key", *FIELDS))])
    table = [[n, str(n), *row] for n, row in enumerate(rows, 1)]
    columns = [
        pa.array([row[place] for row in table], kind.type) for place, kind in enumerate(schema)
    ]
    staging.write(names.clean(entity), schema, [pa.RecordBatch.from_arrays(columns, schema=schema)])


def people(count: int, seed: int = 7) -> list[tuple[str | None, ...]]:
    """Different people; every third one a second time, spelt in another way."""
    draw = random.Random(seed)
    first = ["علی", "سارا", "رضا", "مریم", "نوید", "یوسف", "حمید", "لاله", "بابک", "ندا"]
    last = ["کریمی", "محمدی", "رستمی", "قربانی", "شریفی", "نوری", "جلالی", "یزدی", "پاکزاد"]
    rows: list[tuple[str | None, ...]] = []
    for number in range(count):
        name = (
            f"{draw.choice(first)} {draw.choice(last)}{draw.choice(['', ' اصل', ' نیا', 'زاده'])}"
        )
        mobile = f"+98912{draw.randrange(10**7):07}"
        email = f"{draw.choice('abcdefg')}{draw.randrange(10**6)}@mail.ir"
        city = draw.choice(["تهران", "شیراز", "قم"])
        rows.append((name, mobile, email, city))
        if number % 3 == 0:
            twin = name.replace("ی", "ي") if number % 2 else " ".join(reversed(name.split(" ")))
            rows.append((twin, mobile, None if number % 2 else email, city))
    return rows


def match(
    staging: Staging,
    *verdicts: Verdict,
    settings: MatchSettings | None = SETTINGS,
    entities: tuple[str, ...] = ("contact",),
) -> Any:
    section = MatchSection((settings,) if settings else (), verdicts, entities)
    return run(staging, section, NULL_PROGRESS)


def clusters(staging: Staging, entity: str = "contact") -> list[tuple[int, int]]:
    return staging.rows(f"select _rid, _gid from {quote(names.clusters(entity))} order by all")


def pairs(staging: Staging, columns: str = '"left", "right"') -> list[tuple[Any, ...]]:
    return staging.rows(f'select {columns} from pairs_contact order by "left", "right"')


def same(left: int, right: int, seq: int = 1) -> Verdict:
    return Verdict("contact", left, right, Answer.SAME, seq)


def different(left: int, right: int, seq: int = 1) -> Verdict:
    return Verdict("contact", left, right, Answer.DIFFERENT, seq)


# -- keys


@pytest.mark.parametrize(
    ("persian", "latin"),
    [
        ("علی", "Ali"), ("علي كريمي", "ALI KARIMI"), ("نوید", "Navid"), ("یوسف", "Yousef"),
        ("فاطمه هاشمی", "Fatemeh Hashemi"), ("غلامرضا", "Gholamreza"), ("خدیجه", "Khadijeh"),
        ("شاه‌پور", "Shahpour"), ("محمد", "Mohammad"), ("اصفهان", "Isfahan"), ("مصطفی", "Mostafa"),
        ("روح‌الله", "Rouhollah"), ("چراغ", "Cheragh"), ("ابراهیم", "Ebrahim"),
    ],
)  # fmt: skip
def test_persian_and_latin_sound_the_same(persian: str, latin: str) -> None:
    keys = sound(folded(pl.Series([persian, latin]))).to_list()
    assert keys[0] == keys[1] != ""


@pytest.mark.parametrize(
    ("one", "other"),
    [("علی", "رضا"), ("سارا", "مارا"), ("Ali", "Vali"), ("کریمی", "رحیمی"), ("حمید", "سعید")],
)
def test_different_names_sound_different(one: str, other: str) -> None:
    keys = sound(folded(pl.Series([one, other]))).to_list()
    assert keys[0] != keys[1]


@pytest.mark.parametrize("text", ["علی کریمی", "Ångström", "Иван", "李小龙", "ali 12", "گچپژ"])
def test_spelling_has_one_byte_per_letter(text: str) -> None:
    plain = folded(pl.Series([text]))
    key = spelling(plain)[0]
    assert key.isascii()
    assert len(key) == len(plain[0])


def test_words_in_any_order() -> None:
    keys = sorted_words(folded(pl.Series(["Karimi Ali", "ali  karimi", None, "--"])))
    assert keys.to_list() == ["alikarimi", "alikarimi", None, None]


KEYS = [
    ("mobile", ["+98 912 123-4567", "09121234567", "۰۹۱۲۱۲۳۴۵۶۷", "-"],
     [["9121234567"], ["9121234567"], ["9121234567"], [None]]),
    ("national_id", ["0012345678", "12345678", "001-234567-8"],
     [["12345678"], ["12345678"], ["12345678"]]),
    ("email", ["Ali.12@B.ir ", "nobody"],
     [["ali.12@b.ir", "ali.12", "12"], ["nobody", None, None]]),
    ("birth_date", ["1990-01-31T00:00:00", "unknown"], [["19900131"], [None]]),
    ("company_name", ["شرکت پارس گستر (سهامی خاص)", "Pars Gostar Co. Ltd", "شرکت"],
     [["gstrpars", "parsgstr", "gstrprs"], ["gostarpars", "parsgostar", "gstrprs"],
      ["Srkt", "Srkt", "wrkt"]]),
    ("person_name", ["دکتر علی کریمی", "Dr. Ali Karimi"],
     [["Elykrymy", "Elykrymy", "alkrm"], ["alikarimi", "alikarimi", "alkrm"]]),
    ("address", ["خیابان آزادی، کوچه ۳، پلاک ۱۲", "Azadi St. 3 - 12", "-"],
     [["azady#3-12", "azady", "3-12"], ["azadi#3-12", "azadi", "3-12"], [None, "", None]]),
    ("url", ["https://www.Pars.ir/a?b", "pars.ir"], [["pars.ir"], ["pars.ir"]]),
]  # fmt: skip


@pytest.mark.parametrize(("meaning", "values", "wanted"), KEYS, ids=[case[0] for case in KEYS])
def test_keys_of_a_field(meaning: str, values: list[str], wanted: list[list[str | None]]) -> None:
    field = KeyedField(0, "x", meaning)
    batch = pa.RecordBatch.from_arrays(
        [pa.array(range(len(values)), pa.int64()), pa.array(values, pa.string())], ["_rid", "x"]
    )
    (out,) = key_batches([batch], [field])
    found = [list(row.values())[1:] for row in out.to_pylist()]
    assert [[key or None for key in row] for row in found] == [
        [key or None for key in row] for row in wanted
    ]


@pytest.mark.parametrize("meaning", [*KINDS, "city", ""])
def test_levels_of_every_meaning_are_a_distribution(meaning: str) -> None:
    found = levels(KeyedField(0, "x", meaning))
    exact = next(level.m for level in found if level.exact)
    total = exact + sum(level.m for level in found if not level.exact)
    assert total == pytest.approx(1.0)
    assert all(level.m > 0 for level in found)
    assert found[-1].sql == "ELSE"


# -- the stage


def test_finds_twins_and_leaves_others_alone(staging: Staging) -> None:
    rows = people(300)
    put(staging, rows)
    report = match(staging)
    twins = {
        (n, n + 1)
        for n in range(1, len(rows))
        if rows[n - 1][1] == rows[n][1]
    }  # fmt: skip
    assert len(twins) == 100
    assert {(gid, rid) for rid, gid in clusters(staging) if rid != gid} == twins
    facts = report.facts["contact"]
    assert facts["absorbed"] == facts["clusters"] == 100
    assert facts["clustered_rows"] == 200
    assert sum(facts["histogram"]) <= facts["pairs_compared"]
    assert len(facts["histogram"]) == 20
    assert not facts["fixed_parameters"]


def test_tables_have_the_agreed_shape(staging: Staging) -> None:
    put(staging, people(30))
    match(staging)
    agreed = [f"agree_{name}" for name in FIELDS]
    assert staging.columns("pairs_contact") == [
        "left", "right", "probability", "weight", "answer", *agreed,
    ]  # fmt: skip
    assert staging.columns("clusters_contact") == ["_rid", "_gid"]
    assert all(left < right for left, right in pairs(staging))


def test_weights_and_prior_add_up_to_the_score(staging: Staging) -> None:
    put(staging, people(120))
    facts = match(staging).facts["contact"]
    found = staging.rows(
        "select weight, probability, agree_name, agree_mobile, agree_email, agree_city"
        " from pairs_contact"
    )
    assert found
    for weight, probability, *agree in found:
        evidence = explain(facts, dict(zip(FIELDS, agree, strict=True)))
        total = facts["prior_weight"] + sum(part.weight for part in evidence)
        assert total == pytest.approx(weight, abs=0.01)
        assert probability == pytest.approx(1 / (1 + 2**-weight), abs=1e-5)
        assert abs(evidence[0].weight) >= abs(evidence[-1].weight)


def test_same_input_same_result(staging: Staging) -> None:
    rows = people(250)
    results = []
    for threads in (1, 2):
        opened = Staging(None, threads=threads)
        put(opened, rows)
        match(opened)
        results.append((pairs(opened, "*"), clusters(opened)))
        opened.close()
    assert results[0] == results[1]


def test_a_handful_of_rows_uses_fixed_values_and_says_so(staging: Staging) -> None:
    put(staging, [ALI, ("Ali Karimi", *ALI[1:]), ("سارا نوری", "+989350000001", None, "قم")])
    report = match(staging)
    assert clusters(staging) == [(1, 1), (2, 1)]
    assert report.facts["contact"]["fixed_parameters"]
    assert "too few rows to learn from" in report.warnings[0]


@pytest.mark.parametrize("rows", [[], [ALI]], ids=["no row", "one row"])
def test_nothing_to_compare(staging: Staging, rows: list[Any]) -> None:
    put(staging, rows)
    report = match(staging)
    assert clusters(staging) == []
    assert staging.count("pairs_contact") == 0
    assert report.facts["contact"]["pairs_compared"] == 0


def test_empty_fields_only(staging: Staging) -> None:
    put(staging, [(None, None, None, None)] * 250)
    match(staging)
    assert clusters(staging) == []


def test_entities_without_settings_get_empty_tables(staging: Staging) -> None:
    put(staging, people(10))
    put(staging, people(10), "order")
    match(staging, settings=None, entities=("contact", "order"))
    for entity in ("contact", "order"):
        assert clusters(staging, entity) == []
        assert staging.columns(names.pairs(entity))[:5] == [
            "left", "right", "probability", "weight", "answer",
        ]  # fmt: skip


def test_a_huge_block_is_skipped_and_reported(staging: Staging) -> None:
    rows = people(60) + [(None, "+989120000000", f"x{n}@mail.ir", "قم") for n in range(300)]
    put(staging, rows)
    settings = MatchSettings("contact", True, SETTINGS.comparisons, SETTINGS.blocking,
                             max_block=100)  # fmt: skip
    report = match(staging, settings=settings)
    block = report.facts["contact"]["blocking"][0]
    assert (block["skipped_blocks"], block["skipped_rows"]) == (1, 300)
    assert report.facts["contact"]["skipped_rows"] == 300
    assert "300 rows in 1 blocks of mobile:last7" in report.warnings[0]
    assert len(clusters(staging)) == 40


def test_a_rule_with_too_many_pairs_compares_those_that_agree_elsewhere(
    staging: Staging, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(match_table, "WHOLE_PAIRS", 10)
    common = [("علی کریمی", None, f"x{n}@mail.ir", "قم") for n in range(30)]
    small = [("Nora Zand", None, f"n{n}@mail.ir", "قم") for n in range(2)]
    same_mailbox = ("علی كريمي", None, "x7@other.ir", "یزد")
    put(staging, [*common, *small, same_mailbox])
    settings = MatchSettings(
        "contact", comparisons=SETTINGS.comparisons, blocking=SETTINGS.blocking[2:], review_above=0
    )
    facts = match(staging, settings=settings).facts["contact"]
    assert facts["pairs_compared"] == 2
    assert facts["blocking"][0]["narrowed_above"] == 23
    assert facts["blocking"][0]["skipped_rows"] == 0
    assert (8, 33) in {(row[0], row[1]) for row in pairs(staging)}


def test_settings_that_do_not_fit_are_all_named(staging: Staging) -> None:
    put(staging, [ALI])
    wrong = MatchSettings(
        "contact",
        comparisons=(Comparison("fax", "fax"),),
        blocking=(BlockingRule(("phone:last7",)),),
    )
    with pytest.raises(PlanError) as caught:
        match(staging, settings=wrong)
    assert caught.value.details["problems"] == [
        "contact: field 'fax' is not mapped",
        "contact: field 'phone' is not mapped",
    ]


def test_nothing_temporary_is_left(staging: Staging) -> None:
    put(staging, people(230))
    match(staging, same(1, 3))
    left = staging.rows(
        "select table_name from duckdb_columns() where table_name like 'match_%'"
        " or table_name like '%splink%'"
    )
    assert left == []


def test_cancelling_leaves_nothing_behind(staging: Staging) -> None:
    class Stop:
        def update(self, done: int, total: int | None, label: str) -> None:
            if "comparing" in label or "learning" in label:
                raise Cancelled

    put(staging, people(30))
    with pytest.raises(Cancelled):
        run(staging, MatchSection((SETTINGS,), (), ("contact",)), Stop())
    tables = staging.rows("select table_name from duckdb_tables() where table_name like 'match_%'")
    assert tables == []
    assert not staging.exists("pairs_contact")


# -- verdicts


TRIO = [ALI, ("Ali Karimi", *ALI[1:]), ("علي كريمي", ALI[1], None, "تهران"),
        ("سارا نوری", "+989350000001", "s@b.ir", "قم")]  # fmt: skip


@pytest.mark.parametrize(
    ("verdicts", "groups"),
    [
        pytest.param((), [(1, 1), (2, 1), (3, 1)], id="no verdict"),
        pytest.param((different(1, 2),), [(1, 1), (3, 1)], id="different, even through the third"),
        pytest.param((different(2, 1),), [(1, 1), (3, 1)], id="the other way round"),
        pytest.param((same(3, 4),), [(1, 1), (2, 1), (3, 1), (4, 1)], id="same joins"),
        pytest.param((same(1, 2, 1), different(1, 2, 2)), [(1, 1), (3, 1)], id="last one counts"),
        pytest.param(
            (different(1, 2, 1), same(1, 2, 2)), [(1, 1), (2, 1), (3, 1)], id="taken back"
        ),
        pytest.param((different(1, 2), different(1, 3), different(2, 3)), [], id="all three apart"),
        pytest.param(
            (different(1, 2), same(2, 3, 2)), [(2, 2), (3, 2)], id="verdicts before scores"
        ),
        pytest.param((same(1, 1),), [(1, 1), (2, 1), (3, 1)], id="a row with itself"),
        pytest.param((different(1, 4),), [(1, 1), (2, 1), (3, 1)], id="never met"),
    ],
)
def test_clusters_follow_verdicts(
    staging: Staging, verdicts: tuple[Verdict, ...], groups: list[tuple[int, int]]
) -> None:
    """Rows 1, 2 and 3 belong together by score: 1-2 at 12, 1-3 at 9, 2-3 at 8."""
    known = latest(verdicts)
    scored = {(1, 2): 12.0, (1, 3): 9.0, (2, 3): 8.0}
    free = ", ".join(f"({a}, {b}, {w})" for (a, b), w in scored.items() if (a, b) not in known)
    edges = f'select * from (values {free or "(0, 0, 0)"}) v("left", "right", weight)'
    write_clusters(staging, "clusters_contact", f'{edges} where "left" > 0', known)
    assert clusters(staging) == groups


def test_a_verdict_cuts_a_scored_pair(staging: Staging) -> None:
    put(staging, TRIO)
    match(staging)
    assert clusters(staging) == [(1, 1), (2, 1), (3, 1)]
    match(staging, different(1, 2), different(2, 3))
    assert clusters(staging) == [(1, 1), (3, 1)]


def test_verdicts_show_in_pairs_with_levels(staging: Staging) -> None:
    put(staging, TRIO)
    match(staging, different(1, 2), same(2, 4))
    assert staging.rows(
        'select "left", "right", answer, agree_city > 0 from pairs_contact'
        " where answer is not null order by all"
    ) == [(1, 2, "different", True), (2, 4, "same", False)]


def test_verdicts_about_rows_that_vanished_are_reported(staging: Staging) -> None:
    put(staging, TRIO)
    report = match(staging, same(3, 99), settings=None)
    assert report.facts["contact"]["vanished_verdicts"] == 1
    assert any("no longer exist (row ids 3 and 99)" in text for text in report.warnings)
    assert clusters(staging) == []


def test_verdicts_that_contradict_each_other_are_reported(staging: Staging) -> None:
    put(staging, TRIO)
    verdicts = same(1, 4, 1), same(2, 4, 2), different(1, 2, 3)
    report = match(staging, *verdicts, settings=None)
    assert clusters(staging) == [(2, 2), (4, 2)]
    assert any("rows 1 and 4 are called the same" in text for text in report.warnings)


def test_verdicts_count_without_settings(staging: Staging) -> None:
    put(staging, TRIO)
    match(staging, same(1, 4), settings=None)
    assert clusters(staging) == [(1, 1), (4, 1)]
    assert pairs(staging, '"left", "right", probability, answer') == [(1, 4, None, "same")]


def test_a_long_chain_is_one_cluster(staging: Staging) -> None:
    put(staging, [(None, None, None, None)] * 60)
    match(staging, *(same(n, n + 1, n) for n in range(1, 60)), settings=None)
    assert clusters(staging) == [(n, 1) for n in range(1, 61)]


# -- proposals


def entity(called: str, /, **meanings: str) -> Entity:
    return Entity(
        called,
        (Field("id"), *(Field(field, meaning=meaning) for field, meaning in meanings.items())),
        primary_key=("id",),
        relationships=(Relationship("owner", "user"),),
    )


CONTACT = entity("contact", **MEANINGS, owner="reference", note="note")


def test_proposes_by_meaning() -> None:
    found = propose(CONTACT, ["id", *MEANINGS, "owner", "note"], None)
    assert found.enabled
    assert {part.field: part.meaning for part in found.comparisons} == MEANINGS
    keys = {rule.keys for rule in found.blocking}
    assert {("email",), ("mobile:last7",), ("name:skeleton",)} <= keys


def test_leaves_out_empty_and_constant_fields() -> None:
    counts = {"name": (1000, 900), "mobile": (3, 3), "email": (900, 890), "city": (1000, 1)}
    found = propose(CONTACT, list(MEANINGS), counts)
    assert [part.field for part in found.comparisons] == ["email", "name"]


def test_big_tables_do_not_block_by_name_alone() -> None:
    counts = dict.fromkeys(MEANINGS, (1_000_000, 600_000))
    keys = {rule.keys for rule in propose(CONTACT, list(MEANINGS), counts).blocking}
    assert ("name:skeleton",) not in keys
    assert ("name:skeleton", "city") in keys


@pytest.mark.parametrize(
    ("item", "enabled"),
    [
        pytest.param(entity("contact", name="person_name", email="email"), True, id="contact"),
        pytest.param(entity("accounts", name="company_name", phone="phone"), True, id="accounts"),
        pytest.param(entity("sales_order", no="code", name="text"), False, id="order"),
        pytest.param(entity("activity", subject="text", email="email"), False, id="activity"),
        pytest.param(entity("order_line", product="product_name"), False, id="line"),
        pytest.param(entity("personal", name="person_name", mobile="mobile"), True, id="people"),
        pytest.param(entity("setting", key="code", text="text"), False, id="setting"),
    ],
)
def test_only_customer_like_entities_are_enabled(item: Entity, enabled: bool) -> None:
    proposal = explain_proposal(item, [field.name for field in item.fields[1:]], None)
    assert proposal.settings.enabled is enabled
    assert proposal.reason.endswith(".")


def test_proposal_for_a_raw_table_runs(staging: Staging) -> None:
    rows = people(300)
    put(staging, rows, "t")
    counts = {name: (len(rows), 300) for name in FIELDS}
    found = propose_for_columns(FIELDS, {}, counts)
    report = match(staging, settings=found, entities=("t",))
    assert report.facts["t"]["absorbed"] == 100
