"""The assessment of a small real project: figures, findings, rows behind them, leaving out."""

from __future__ import annotations

import pickle
from collections.abc import Iterator
from pathlib import Path

import pytest

from migrator import starting
from migrator.desks.assess import AssessDesk
from migrator.errors import PlanError, ProjectError
from migrator.model.views.assess import Bin, ColumnLine, Finding, Split, TableLine
from migrator.progress import NULL_PROGRESS
from migrator.workspace import Workspace

CUSTOMERS = """code,company,mobile,registered,credit,mail,gone
C1,شرکت نمونه,09120000001,1402/11/03,100,a@example.com,
C2,شركت آزمون,09120000002,1403/12/30,250,b@example.com,
C3,Acme,۰۹۱۲۰۰۰۰۰۰۳,2020-01-05,900,-,
C4, Acme Two,09120000004,0000-00-00,oops,,
C5,Acme,09120000005,2021-02-06,75,e@example.com,
C6,ACME,09120000006,2021-03-07,31,f@example.com,
"""
ORDERS = """no,customer code,amount
1,C1,10
2,C1,20
3,C2,30
4,C3,5
5,C4,7
"""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("assess")
    (home / "customers.csv").write_text(CUSTOMERS, "utf-8")
    (home / "orders.csv").write_text(ORDERS, "utf-8")
    uris = [str(home / "customers.csv"), str(home / "orders.csv")]
    with starting.begin(
        home / "p", uris, f"sqlite:///{home / 'crm.sqlite'}", create=starting.BUNDLED
    ) as workspace:
        starting.propose_all(workspace)
    return home / "p"


@pytest.fixture
def desk(made: Path) -> Iterator[AssessDesk]:
    """The project, and after the test as it was before."""
    with Workspace.open(made) as workspace:
        before = current(workspace)
        yield AssessDesk(workspace)
        while current(workspace) > before:
            workspace.undo()


def current(workspace: Workspace) -> int:
    return next(n for n, entry in enumerate(workspace.history()) if entry.current)


def line(desk: AssessDesk, name: str) -> TableLine:
    return next(one for one in desk.overview().tables if one.name == name)


def column(desk: AssessDesk, name: str) -> ColumnLine:
    return next(c for c in desk.columns(line(desk, "customers").no) if c.name == name)


def finding(desk: AssessDesk, code: str) -> Finding:
    return next(one for one in desk.overview().findings if one.code == code)


def test_the_overview_counts_what_is_there(desk: AssessDesk) -> None:
    found = desk.overview()
    assert (found.totals.tables, found.totals.rows, found.totals.columns) == (2, 11, 10)
    assert found.totals.duplicate_rows == 0
    assert found.totals.personal == 2  # mobile and mail
    customers = line(desk, "customers")
    assert (customers.rows, customers.columns, customers.keys[0]) == (6, 7, ("code",))
    assert customers.split.rows == 6 * 7
    assert 0 < customers.quality.score < 100
    assert pickle.loads(pickle.dumps(found)) == found  # noqa: S301 - our own bytes


@pytest.mark.parametrize(
    ("name", "split"),
    [
        ("code", Split(6, 0, 0, 0)),
        ("credit", Split(5, 0, 1, 0)),  # "oops" is no number
        ("mail", Split(4, 1, 0, 1)),  # "-" stands for nothing
        ("gone", Split(0, 0, 0, 6)),
        ("registered", Split(3, 2, 1, 0)),  # two Jalali dates among Gregorian ones; 0000-00-00
    ],
)
def test_a_column_is_split_into_what_fits_and_what_does_not(
    desk: AssessDesk, name: str, split: Split
) -> None:
    assert column(desk, name).split == split


def test_personal_data_keys_and_the_mapping_are_marked(desk: AssessDesk) -> None:
    assert column(desk, "mail").personal == "contact"
    assert column(desk, "company").personal == ""
    assert column(desk, "code").key
    assert any(one.endswith(".name") for one in column(desk, "company").mapped_to)


@pytest.mark.parametrize(
    ("code", "step", "columns", "rows"),
    [
        ("misfit", "mapping", ("credit",), 1),
        ("impossible_date", "cleaning", ("registered",), 1),
        ("mixed_calendars", "cleaning", ("registered",), 2),
        ("empty", "", ("gone",), 0),
    ],
)
def test_findings_say_what_where_and_how_often(
    desk: AssessDesk, code: str, step: str, columns: tuple[str, ...], rows: int
) -> None:
    found = finding(desk, code)
    assert (found.step, found.columns, found.rows) == (step, columns, rows)
    assert found.words.en
    assert found.words.fa


def test_a_column_that_holds_the_keys_of_another_table_is_a_candidate(desk: AssessDesk) -> None:
    (tie,) = desk.overview().ties
    assert (tie.table, tie.columns) == ("orders/orders", ("customer code",))
    assert (tie.parent, tie.declared, tie.contained) == ("customers/customers", False, 1.0)


def test_the_weightiest_finding_comes_first(desk: AssessDesk) -> None:
    tones = [one.tone for one in desk.overview().findings]
    assert tones == sorted(tones, key=["error", "warn", "info"].index)


@pytest.mark.parametrize(
    ("name", "what", "value", "rows"),
    [
        ("gone", "empty", "", (1, 2, 3, 4, 5, 6)),
        ("credit", "misfit", "", (4,)),
        ("company", "value", "Acme", (3, 5)),
        ("company", "arabic_letters", "", (2,)),
        ("company", "case_variants", "", (6,)),
        ("mobile", "mixed_digits", "", (3,)),
        ("registered", "mixed_calendars", "", (1, 2)),
        ("mail", "placeholder", "", (3,)),
    ],
)
def test_the_rows_behind_a_figure(
    desk: AssessDesk, name: str, what: str, value: str, rows: tuple[int, ...]
) -> None:
    found = desk.rows("customers/customers", name, what, value)
    assert found.rows == rows
    assert found.total == len(rows)


def test_every_oddity_of_the_profile_has_its_rows(desk: AssessDesk) -> None:
    for one in desk.columns(line(desk, "customers").no):
        for odd in one.odd:
            assert desk.rows("customers/customers", one.name, odd.code).total == odd.rows, odd


def test_a_column_in_full_by_any_name_of_its_table(desk: AssessDesk) -> None:
    no = line(desk, "customers").no
    named = desk.column("customers/customers", "credit")
    assert desk.column(f"raw_{no}", "credit").profile == named.profile
    assert desk.column(f"raw_{no}", "c5").profile == named.profile
    staged = desk.column("clean_account", "name")
    assert staged.profile.filled == 6


def test_a_histogram_of_numbers_and_one_of_years(desk: AssessDesk) -> None:
    numbers = desk.column("customers/customers", "credit").histogram
    assert numbers is not None
    assert numbers.over == "number"
    assert sum(one.rows for one in numbers.bins) == 5
    assert numbers.beyond == 1
    years = desk.column("customers/customers", "registered").histogram
    assert years is not None
    # Jalali 1402 and 1403 stand as 2023 and 2024, beside the Gregorian ones.
    filled = [(one.low, one.rows) for one in years.bins if one.rows]
    assert filled == [(2020, 1), (2021, 2), (2023, 1), (2024, 1)]
    assert years.bins[0] == Bin(2020, 2021, 1)
    assert years.beyond == 1


@pytest.mark.parametrize(
    ("table", "name"),
    [("customers/customers", "nope"), ("customers/nope", "code"), ("clean_account", "nope")],
)
def test_a_column_that_is_not_there_is_a_sentence(desk: AssessDesk, table: str, name: str) -> None:
    with pytest.raises((PlanError, ProjectError), match="no column"):
        desk.column(table, name)


def test_columns_left_out_leave_the_mapping_and_nothing_is_profiled_anew(
    desk: AssessDesk,
) -> None:
    plan = desk.workspace.plan
    assert column(desk, "mail").mapped_to
    changes = desk.leave_columns(line(desk, "customers").no, ["mail", "gone"], " not needed ")
    assert changes.sections == {"sources", "feeds"}
    assert "profile" not in changes.stages
    found = column(desk, "mail")
    assert (found.left_out, found.reason, found.mapped_to) == (True, "not needed", ())
    assert ("customers", "customers", "mail") not in starting.unaccounted(desk.workspace.plan)
    assert "empty" not in [one.code for one in desk.overview().findings]
    assert line(desk, "customers").left_out == 2
    desk.workspace.run("validate")  # rules of fields that are no longer mapped sleep
    desk.workspace.undo()
    assert desk.workspace.plan == plan


def test_a_proposal_passes_over_columns_left_out(desk: AssessDesk) -> None:
    workspace = desk.workspace
    desk.leave_columns(line(desk, "customers").no, ["mail"], "private")
    proposed = starting._map(workspace, workspace.plan)
    assert not [r for f in proposed.feeds for r in f.fields if "mail" in r.sources]
    workspace.undo()
    proposed = starting._map(workspace, workspace.plan)
    assert [r for f in proposed.feeds for r in f.fields if "mail" in r.sources]


def test_columns_come_back_to_be_mapped(desk: AssessDesk) -> None:
    no = line(desk, "customers").no
    desk.leave_columns(no, ["mail"], "private")
    desk.keep_columns(no, ["mail"])
    assert not column(desk, "mail").left_out
    assert ("customers", "customers", "mail") in starting.unaccounted(desk.workspace.plan)


def test_a_table_left_out_feeds_nothing_and_comes_back(desk: AssessDesk) -> None:
    no = line(desk, "customers").no
    desk.leave_tables([no], "another system has them")
    found = line(desk, "customers")
    assert (found.keep, found.profiled, found.entities) == (False, False, ())
    assert found.reason.en == "another system has them"
    assert desk.overview().tables[-1] == found, "left out tables come last"
    assert [f for f in desk.workspace.plan.feeds if f.table == "customers"] == []
    desk.keep_tables([no])
    assert line(desk, "customers").keep


@pytest.mark.parametrize("reason", ["", "   "])
def test_leaving_out_needs_a_reason(desk: AssessDesk, reason: str) -> None:
    no = line(desk, "customers").no
    with pytest.raises(PlanError, match="reason"):
        desk.leave_columns(no, ["mail"], reason)
    with pytest.raises(PlanError, match="reason"):
        desk.leave_tables([no], reason)


def test_what_is_not_there_cannot_be_left_out(desk: AssessDesk) -> None:
    no = line(desk, "customers").no
    with pytest.raises(PlanError, match="no column 'nope'"):
        desk.leave_columns(no, ["nope"], "x")
    with pytest.raises(PlanError, match="no table"):
        desk.leave_tables([999], "x")
    with pytest.raises(PlanError, match="No table"):
        desk.keep_tables([])


@pytest.mark.parametrize(("language", "word"), [("en", "Data assessment"), ("fa", "ارزیابی داده")])
def test_the_report_is_one_page_that_tells_it_all(
    desk: AssessDesk, tmp_path: Path, language: str, word: str
) -> None:
    desk.leave_columns(line(desk, "customers").no, ["gone"], "nothing in it")
    path = desk.export(str(tmp_path / "out.html"), language, progress=NULL_PROGRESS)
    page = Path(path).read_text("utf-8")
    assert word in page
    assert "nothing in it" in page
    assert "0000-00-00" in page
    assert "<script" not in page
    assert f'dir="{"rtl" if language == "fa" else "ltr"}"' in page


def test_a_report_that_cannot_be_written_says_so(desk: AssessDesk, tmp_path: Path) -> None:
    with pytest.raises(ProjectError, match="cannot be written"):
        desk.export(str(tmp_path / "no" / "such" / "x.html"), "en", progress=NULL_PROGRESS)
