"""Any document, any edits: what comes back is exactly what was written."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from migrator.desks.mapping_import import chosen, taken
from migrator.documents.answers import plain
from migrator.documents.state import ROW_CELLS, CellKey, State, Value, loosely
from migrator.model.mapping import Collision, Feed, FieldMapping, LeftOut, RowStatus, Step
from migrator.model.plan import Person, Plan, SourceSpec, TableChoice, TargetSpec
from migrator.model.schema import Entity, Field, PicklistValue, Schema
from migrator.model.source import SourceColumn, SourceTable
from migrator.transforms.folding import compact
from tests.unit.documents.small_document import Hands, exported, look

LETTERS = st.text("abcیكک۱0 +=-@#'\"\n،;/[]<&\u200cé\U0001f600", min_size=1, max_size=9)
WORDS = LETTERS.map(plain).filter(lambda text: text and compact(text))
LABELS = st.lists(WORDS, min_size=1, max_size=4, unique_by=compact)


@st.composite
def documents(draw: st.DrawFn) -> Plan:
    """One table with odd column names, an entity with and without picklists, some rows."""
    columns = draw(st.lists(WORDS, min_size=1, max_size=6, unique_by=compact))
    fields = []
    for number in range(draw(st.integers(1, 5))):
        labels = draw(st.one_of(st.just([]), LABELS))
        picklist = tuple(PicklistValue(f"v{n}", label) for n, label in enumerate(labels))
        fields.append(Field(f"f{number}", label=f"{draw(WORDS)}{number}", picklist=picklist))
    rows = tuple(draw(rows_of(field, columns)) for field in fields if draw(st.booleans()))
    used = {name for row in rows for name in row.sources}
    free = [name for name in columns if name not in used]
    out = tuple(LeftOut(name, draw(WORDS)) for name in free if draw(st.booleans()))
    table = SourceTable("t", tuple(SourceColumn(name) for name in columns))
    feed = Feed("e_1", 1, "s", "t", "e", fields=rows, left_out=out)
    return Plan(
        "p",
        sources=(SourceSpec("s", "s.csv", tables=(TableChoice(1, table),)),),
        target=TargetSpec(schema=Schema((Entity("e", tuple(fields), label=draw(WORDS)),))),
        feeds=(feed,),
        people=(Person("Sara"),),
    )


@st.composite
def rows_of(draw: st.DrawFn, field: Field, columns: list[str]) -> FieldMapping:
    names = draw(st.lists(st.sampled_from(columns), min_size=1, max_size=3, unique=True))
    steps: tuple[Step, ...] = (Step("join"),) if len(names) > 1 else ()
    if draw(st.booleans()):
        keys = draw(st.lists(WORDS, max_size=4, unique_by=loosely))
        values = texts(field) | st.just("")
        steps += (Step("value_map", {"map": {key: draw(values) for key in keys}}),)
    return FieldMapping(
        field.name,
        tuple(names),
        steps,
        status=draw(st.sampled_from([RowStatus.SUGGESTED, RowStatus.AGREED])),
        owner=draw(st.one_of(st.just(""), WORDS)),
        note=draw(st.one_of(st.just(""), WORDS)),
        collision=draw(st.sampled_from(list(Collision))),
    )


def texts(field: Field) -> st.SearchStrategy[str]:
    values = [one.value for one in field.picklist]
    return st.sampled_from(values) if values else WORDS


@st.composite
def edits_of(draw: st.DrawFn, plan: Plan) -> dict[CellKey, Value]:
    """New values for some cells of mapped rows, value maps and unmapped columns."""
    state, found = State(plan), {}
    (feed,) = plan.feeds
    for row in feed.fields:
        field = plan.target.schema.entity("e").field(row.target)
        new: dict[str, st.SearchStrategy[Value]] = {
            "sources": st.lists(
                st.sampled_from(state.columns(feed.id)), min_size=1, max_size=3, unique=True
            ).map(tuple),
            "default": texts(field).map(lambda text: (text,)),
            "collision": st.sampled_from(list(Collision)).map(lambda one: (str(one),)),
            "status": st.sampled_from(["draft", "to_decide", "agreed"]).map(lambda one: (one,)),
            "owner": WORDS.filter(lambda text: compact(text) != "sara").map(lambda text: (text,)),
            "note": st.one_of(st.just(()), WORDS.map(lambda text: (text,))),
        }
        for what in ROW_CELLS:
            if draw(st.booleans()):
                found[CellKey(feed.id, row.target, what)] = draw(new[what])
        for step in row.steps:
            for key in step.options.get("map", {}):
                if draw(st.booleans()):
                    value = texts(field).map(lambda text: (text,))
                    one = CellKey(feed.id, row.target, "value", key)
                    found[one] = draw(st.one_of(st.just(()), st.just(("",)), value))
    newly = {name for key, value in found.items() if key.what == "sources" for name in value}
    for name in state.columns(feed.id):
        if not state.mapped(feed.id, name) and name not in newly and draw(st.booleans()):
            found[CellKey(feed.id, "", "left_out", name)] = (draw(WORDS),)
    return {key: value for key, value in found.items() if state.value(key) != value}


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data(), language=st.sampled_from(["en", "fa"]))
def test_exactly_the_edits_come_back(data: st.DataObject, language: str) -> None:
    plan = data.draw(documents())
    wanted = data.draw(edits_of(plan))
    state = State(plan)
    with tempfile.TemporaryDirectory() as folder:
        hands = Hands(exported(Path(folder) / "copy.xlsx", plan, language))
        _fill(hands, state, wanted, language)
        found = look(plan, hands.save())
    assert found.refusals == ()
    assert found.clashes == ()
    arrived = {
        CellKey(e.change.feed, e.change.target, e.change.what, e.change.key): e.value
        for e in found.edits
    }
    assert arrived == wanted
    after = State(taken(plan, chosen(found, [e.id for e in found.edits]), lambda _: None))
    for key, value in wanted.items():
        assert after.value(key) == value


def _fill(hands: Hands, state: State, wanted: dict[CellKey, Value], language: str) -> None:
    """Type the values into the cells, found by what the lines show."""
    entity = state.plan.target.schema.entities[0]
    labels = {f"{entity.label}: {field.label}": field.name for field in entity.fields}
    places: dict[tuple[str, str, str], tuple[Any, str]] = {}
    for sheet in hands.book.worksheets:
        kind = str(sheet["A1"].value or "")
        keys = [str(cell.value) for cell in sheet[1]]
        for row in sheet.iter_rows(min_row=3) if kind.startswith("kooch:") else ():
            told = {key: str(cell.value or "") for key, cell in zip(keys, row, strict=True)}
            line = {
                "kooch:fields": (told.get("name", ""), ROW_CELLS, ""),
                "kooch:values": (labels.get(told.get("field", ""), ""), ("value",), "legacy"),
                "kooch:columns": ("", ("left_out",), "column"),
            }[kind]
            for what in line[1]:
                place = (line[0], what, told.get(line[2], ""))
                places[place] = (sheet, row[keys.index(what)].coordinate)
    for key, value in wanted.items():
        sheet, address = places[key.target, key.what, key.key]
        sheet[address].value = state.told(key, value).say(language) or None
        sheet[address].data_type = "s"
