"""Recipes, what a step does to values, and values that may mean the same."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from migrator import starting
from migrator.desks.cleaning_groups import fingerprint_key, grouped, letters_key, sound_key
from migrator.desks.host import Host
from migrator.errors import PlanError
from migrator.model.mapping import Feed, FieldMapping, OnError, Step
from migrator.model.recipe import RecipeStep
from migrator.model.views.cleaning import Likeness, Show, Unified, ValueCount

ROWS = """name,city,state
 شركت نمونه ,Tehran,x
شرکت آزمون,tehran,x
Acme,تهران,x
-,Isfahan,
Beta,Esfahan,
Gamma,Tehran,
"""
FIELDS = {"name": "name", "city": "address1_city", "state": "address1_stateorprovince"}


class Desk:
    """Calls the cleansing desk of a project as a client does."""

    def __init__(self, home: Path) -> None:
        (home / "customers.csv").write_text(ROWS, "utf-8")
        workspace = starting.begin(
            home / "p.kooch",
            [str(home / "customers.csv")],
            f"sqlite:///{home / 'crm.sqlite'}",
            create=starting.BUNDLED,
        )
        mapped = tuple(FieldMapping(target, (column,)) for column, target in FIELDS.items())
        feed = Feed("f1", 1, "customers", "customers", "account", fields=mapped)
        workspace.edit("Mapping", lambda plan: replace(plan, feeds=(feed,)))
        workspace.run("cleanse")
        workspace.close()
        self.host = Host()
        self.host.call("start.open", {"folder": str(home / "p.kooch")})
        assert self.host.workspace is not None
        self.workspace = self.host.workspace

    def __call__(self, name: str, /, **args: Any) -> Any:
        return self.host.call(f"cleaning.{name}", {"entity": "account", **args}).result

    def ids(self) -> list[str]:
        return [line.step.id for line in self("recipe").steps]

    def clean(self, field: str) -> list[str | None]:
        self.workspace.run("cleanse")
        rows = self.workspace.staging.rows(f'select "{field}" from clean_account order by _rid')
        return [row[0] for row in rows]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = Desk(tmp_path)
    yield made
    made.host.close()


def step(
    transform: str, field: str, options: dict[str, Any] | None = None, **more: Any
) -> RecipeStep:
    reads = more.pop("reads", (field,))
    on_error = more.pop("on_error", OnError.KEEP)
    return RecipeStep("", reads, field, Step(transform, options or {}, on_error), **more)


def test_suggestions_tell_what_each_would_change(desk: Desk) -> None:
    found = {(s.step.writes, s.step.step.transform): s.changed for s in desk("suggestions")}
    assert found["name", "trim"] == 1
    assert found["name", "blank_if"] == 1
    assert found["name", "persian_letters"] == 1
    desk("add", steps=[s.step for s in desk("suggestions")])
    assert desk("suggestions") == ()
    assert desk.clean("name")[:4] == ["شرکت نمونه", "شرکت آزمون", "Acme", None]


def test_the_recipe_tells_the_effect_of_every_step(desk: Desk) -> None:
    desk("add", steps=[step("trim", "name"), step("case", "address1_city", {"to": "upper"})])
    assert [line.changed for line in desk("recipe").steps] == [None, None]  # not run yet
    desk.workspace.run("cleanse")
    view = desk("recipe")
    assert [(line.title.en, line.label.en, line.changed) for line in view.steps] == [
        ("Trim spaces", "Account name", 1),
        ("Change case", "City", 5),
    ]
    assert (view.entity.rows, view.entity.steps, view.entity.changed) == (6, 2, 6)
    filled = {f.name: (f.filled, f.distinct) for f in view.fields}
    assert filled["address1_stateorprovince"] == (3, 1)


def test_ids_are_unique_and_order_is_kept(desk: Desk) -> None:
    desk("add", steps=[step("trim", "name"), step("trim", "name")])
    desk("add", steps=[step("case", "name")], position=0)
    assert desk.ids() == ["name-case", "name-trim", "name-trim-2"]
    desk("move", step="name-case", position=2)
    assert desk.ids() == ["name-trim", "name-trim-2", "name-case"]
    desk("move", step="name-case", position=-5)
    assert desk.ids()[0] == "name-case"
    desk("switch", ids=["name-trim"], on=False)
    assert [line.step.enabled for line in desk("recipe").steps] == [True, False, True]
    desk("remove", ids=["name-trim", "name-trim-2"])
    assert desk.ids() == ["name-case"]
    labels = [entry.label for entry in desk.workspace.history()]
    assert labels[-1].fa == "حذف 2 گام پاک‌سازی"
    desk.workspace.undo()
    assert desk.ids() == ["name-case", "name-trim", "name-trim-2"]


def test_a_changed_step_keeps_its_place(desk: Desk) -> None:
    desk("add", steps=[step("trim", "name"), step("case", "name")])
    first = desk("recipe").steps[0].step
    desk("change", step=replace(first, note="why", step=Step("trim", {"collapse": False})))
    assert desk("recipe").steps[0].step.note == "why"
    assert desk.ids() == ["name-trim", "name-case"]


@pytest.mark.parametrize(
    ("name", "args", "said"),
    [
        ("add", {"steps": [step("trim", "fax")]}, "Nothing is mapped to 'fax'"),
        ("change", {"step": replace(step("trim", "name"), id="gone")}, "no longer in the recipe"),
        ("remove", {"ids": ["gone"]}, "no longer in the recipe"),
        ("move", {"step": "gone", "position": 0}, "no longer in the recipe"),
        ("facet", {"field": "fax"}, "Nothing is mapped to 'fax'"),
        ("unify", {"field": "name", "groups": [Unified("a", ("a",))]}, "Nothing would change"),
    ],
)
def test_what_cannot_be_is_a_sentence(
    desk: Desk, name: str, args: dict[str, Any], said: str
) -> None:
    with pytest.raises(PlanError, match=said):
        desk(name, **args)


def test_before_and_after(desk: Desk) -> None:
    found = desk("preview", position=-1, step=step("case", "address1_city", {"to": "upper"}))
    told = {(c.before, c.after, c.rows) for c in found.changes}
    assert ("Tehran", "TEHRAN", 2) in told
    assert (found.changed_values, found.changed_rows, found.looked) == (4, 5, 5)
    assert (found.rows, found.complete, found.problem.en) == (6, True, "")


def test_a_preview_stands_on_the_steps_before_it(desk: Desk) -> None:
    desk("add", steps=[step("trim", "name"), step("persian_letters", "name")])
    whole = {"map": {"شرکت نمونه": "نمونه"}, "default": "keep", "folded": False}
    exact = step("value_map", "name", whole)
    assert desk("preview", position=0, step=exact).changed_rows == 0
    assert desk("preview", position=-1, step=exact).changed_rows == 1
    trim = desk("recipe").steps[0].step
    assert desk("preview", position=0, step=trim).changed_rows == 1
    desk("switch", ids=["name-trim"], on=False)
    assert desk("preview", position=-1, step=exact).changed_rows == 0


def test_several_fields_in_and_another_out(desk: Desk) -> None:
    joined = step(
        "join",
        "address1_stateorprovince",
        {"separator": "/"},
        reads=("address1_city", "address1_stateorprovince"),
    )
    found = desk("preview", position=-1, step=joined)
    first = found.changes[0]
    assert (first.given, first.before, first.after) == (("Esfahan", None), None, "Esfahan")
    assert ("Tehran", "x") in {c.given for c in found.changes}


def test_what_cannot_be_converted_is_counted(desk: Desk) -> None:
    number = step("number", "address1_city")
    found = desk("preview", position=-1, step=number, show=Show.FAILED)
    assert (found.failed_values, found.failed_rows, found.changed_rows) == (5, 6, 0)
    assert found.changes[0].problem.en == "Not a number: Tehran"
    blank = replace(number, step=replace(number.step, on_error=OnError.BLANK))
    assert desk("preview", position=-1, step=blank).emptied_rows == 6


@pytest.mark.parametrize(
    ("bad", "said"),
    [
        (step("nonsense", "name"), "does not know the transform nonsense"),
        (step("pad_left", "name", {"width": 0}), "must be between"),
        (step("trim", "name", reads=("name", "address1_city")), "takes one field only"),
        (step("trim", "name", reads=()), "Choose the field"),
    ],
)
def test_a_step_that_cannot_run_says_why(desk: Desk, bad: RecipeStep, said: str) -> None:
    assert said in desk("preview", position=-1, step=bad).problem.en
    desk("add", steps=[replace(bad, reads=bad.reads or ("name",))])
    line = desk("recipe").steps[0]
    assert line.problem.en if bad.reads else True


def test_a_step_of_a_field_that_is_no_longer_mapped_sleeps(desk: Desk) -> None:
    desk("add", steps=[step("trim", "name")])
    desk.workspace.edit(
        "Unmap",
        lambda plan: replace(
            plan, feeds=tuple(replace(f, fields=f.fields[1:]) for f in plan.feeds)
        ),
    )
    assert desk("recipe").steps[0].problem.en.startswith("It waits")


def test_a_facet_counts_values(desk: Desk) -> None:
    found = desk("facet", field="address1_city")
    assert [(v.value, v.rows) for v in found.values][0] == ("Tehran", 2)
    assert (found.found, found.rows, found.field.filled) == (5, 6, 6)
    narrowed = desk("facet", field="address1_city", search="TEH")
    assert {v.value for v in narrowed.values} == {"Tehran", "tehran"}
    assert desk("facet", field="address1_city", search="%").values == ()


def test_unifying_becomes_one_step(desk: Desk) -> None:
    found = desk("groups", field="address1_city", likeness=Likeness.SPELLING)
    assert [(g.suggestion, [v.value for v in g.values]) for g in found.groups] == [
        ("Tehran", ["Tehran", "tehran"])
    ]
    desk("unify", field="address1_city", groups=[Unified("Tehran", ("Tehran", "tehran"))])
    desk.workspace.run("cleanse")
    near = desk("groups", field="address1_city", likeness=Likeness.NEAR).groups
    assert {v.value for v in near[0].values} == {"Isfahan", "Esfahan"}
    desk("add", steps=[step("trim", "name")])
    desk("unify", field="address1_city", groups=[Unified("تهران", ("Tehran",))])
    assert desk.ids() == ["address1_city-value_map", "name-trim"]
    options = desk("recipe").steps[0].step.step.options
    assert options["map"] == {"tehran": "تهران", "Tehran": "تهران"}
    assert desk.clean("address1_city") == [*["تهران"] * 3, "Isfahan", "Esfahan", "تهران"]
    desk("unify", field="address1_city", groups=[Unified("", ("Esfahan",))])
    assert desk.clean("address1_city")[4] is None


def test_undoing_a_value_in_a_unifying_step(desk: Desk) -> None:
    desk("unify", field="address1_city", groups=[Unified("B", ("Tehran", "tehran"))])
    desk("unify", field="address1_city", groups=[Unified("Tehran", ("B",))])
    assert desk("recipe").steps[0].step.step.options["map"] == {"tehran": "Tehran", "B": "Tehran"}
    assert desk.clean("address1_city")[:2] == ["Tehran", "Tehran"]


def test_a_value_of_the_source_that_looks_like_a_result(desk: Desk) -> None:
    """A becomes B, then B becomes C: what was B from the start becomes C too."""
    desk("unify", field="address1_city", groups=[Unified("Isfahan", ("Esfahan",))])
    desk("unify", field="address1_city", groups=[Unified("اصفهان", ("Isfahan",))])
    assert desk.clean("address1_city")[3:5] == ["اصفهان", "اصفهان"]


def test_a_reference_table_for_looking_up(desk: Desk) -> None:
    (table,) = desk.host.call("cleaning.references", {}).result
    assert (table.table, table.columns) == ("customers", ("name", "city", "state"))
    asked = {"source": "customers", "table": "customers", "key": "city", "result": "state"}
    rows = desk.host.call("cleaning.reference", asked).result
    assert rows[0] == ("city", "state")
    assert ("Tehran", "x") in rows
    with pytest.raises(PlanError, match="two different columns"):
        desk.host.call("cleaning.reference", {**asked, "result": "city"})


@pytest.mark.parametrize(
    ("key", "left", "right", "same"),
    [
        (fingerprint_key, "Tehran, IRAN", "iran tehran", True),
        (fingerprint_key, "شركت نمونة", "نمونه شرکت", True),
        (fingerprint_key, "شهرک غرب", "شهرکغرب", False),
        (letters_key, "شهرک غرب", "شهرک‌غرب", True),
        (letters_key, "کرمان", "تهران", False),
        (sound_key, "اصفهان", "اسفهان", True),
        (sound_key, "قاسمی", "غاسمی", True),
        (sound_key, "خواهر", "خاهر", True),
        (sound_key, "Catherine", "Kathryn", True),
        (sound_key, "Philip", "Filip", True),
        (sound_key, "Smith", "Jones", False),
    ],
)
def test_keys(key: Any, left: str, right: str, same: bool) -> None:
    assert (key(left) == key(right)) is same


def counted(*values: str) -> list[ValueCount]:
    return [ValueCount(value, len(values) - n) for n, value in enumerate(values)]


@pytest.mark.parametrize("likeness", list(Likeness))
def test_different_digits_are_never_alike(likeness: Likeness) -> None:
    values = counted("Branch office 1", "Branch office 2", "شعبه‌ی مرکزی ۱", "شعبه‌ی مرکزی ۲")
    assert grouped(values, likeness).groups == ()
    same = counted("Branch office 1", "branch OFFICE ۱")
    assert len(grouped(same, likeness).groups) == 1


def test_near_values_do_not_chain() -> None:
    values = counted("aaaaaaaaaa", "aaaaaaaaab", "aaaaaaaabb", "aaaaaaabbb")
    groups = grouped(values, Likeness.NEAR).groups
    assert [[v.value for v in g.values] for g in groups] == [
        ["aaaaaaaaaa", "aaaaaaaaab"],
        ["aaaaaaaabb", "aaaaaaabbb"],
    ]


def test_short_and_empty_keys_group_nothing() -> None:
    for likeness in Likeness:
        assert grouped(counted("--", "..", "!", "؟"), likeness).groups == ()
    assert grouped(counted("abc", "abd"), Likeness.NEAR).groups == ()


def test_many_values_are_compared_in_time() -> None:
    values = counted(*(f"company {chr(97 + n % 26)}{n:x}" for n in range(4_000)))
    found = grouped(values, Likeness.NEAR)
    assert (found.looked, found.complete) == (3_000, False)
