"""The bundled schema is coherent, and the sample data are what they say they are."""

from __future__ import annotations

import importlib.util
import sqlite3
from collections import Counter
from pathlib import Path
from types import ModuleType

import openpyxl
import pytest

from migrator import bundled
from migrator.errors import PlanError
from migrator.model.meanings import MEANINGS
from migrator.model.schema import Entity, FieldType

CRM = bundled.schema("crm")
EVERY_ENTITY = pytest.mark.parametrize("entity", CRM.entities, ids=lambda e: e.name)


def is_persian(text: str) -> bool:
    return any("\u0600" <= c <= "\u06ff" for c in text) and not set(text) & set("يك")


def test_the_entities_of_a_crm_are_there() -> None:
    selling = {
        "account",
        "contact",
        "lead",
        "opportunity",
        "product",
        "salesorder",
        "salesorderdetail",
    }
    activities = {"phonecall", "email", "appointment", "task", "incident"}
    assert {e.name for e in CRM.entities} == {"systemuser"} | selling | activities


def test_names_are_unique() -> None:
    assert max(Counter(e.name for e in CRM.entities).values()) == 1
    for entity in CRM.entities:
        assert max(Counter(f.name for f in entity.fields).values()) == 1, entity.name


@EVERY_ENTITY
def test_labels_are_in_both_languages(entity: Entity) -> None:
    assert entity.label
    assert is_persian(entity.label_fa)
    for field in entity.fields:
        assert field.label, field.name
        assert is_persian(field.label_fa), field.name
        assert all(p.label and is_persian(p.label_fa) for p in field.picklist), field.name


@EVERY_ENTITY
def test_primary_key_is_a_required_uuid(entity: Entity) -> None:
    (key,) = entity.primary_key
    assert entity.field(key).type == FieldType.UUID
    assert entity.field(key).required


@EVERY_ENTITY
def test_relationships_point_to_primary_keys_and_are_indexed(entity: Entity) -> None:
    for relation in entity.relationships:
        assert CRM.entity(relation.parent).primary_key == (relation.parent_field,)
        field = entity.field(relation.field)
        assert field.type == FieldType.UUID
        assert field.meaning == "reference"
        assert field.required == relation.required
        assert (relation.field,) in entity.indexes
    uuids = {f.name for f in entity.fields if f.type == FieldType.UUID}
    assert uuids - set(entity.primary_key) == {r.field for r in entity.relationships}


@EVERY_ENTITY
def test_fields_are_described(entity: Entity) -> None:
    for field in entity.fields:
        assert field.meaning in MEANINGS, field.name
        assert (field.length is not None) == (field.type == FieldType.TEXT), field.name
        assert (field.scale is not None) == (field.type == FieldType.DECIMAL), field.name
        values = [p.value for p in field.picklist]
        assert len(values) == len(set(values)), field.name
        if field.type == FieldType.INTEGER:
            assert all(v.isdecimal() for v in values), field.name
    for names in (*entity.unique_keys, *entity.indexes):
        assert all(entity.field(name) for name in names)


def test_accounts_and_contacts_point_at_each_other() -> None:
    account, contact = CRM.entity("account"), CRM.entity("contact")
    assert account.relationship("primarycontactid").parent == "contact"  # type: ignore[union-attr]
    assert contact.relationship("parentcustomerid").parent == "account"  # type: ignore[union-attr]


def test_an_unknown_schema_is_refused() -> None:
    with pytest.raises(PlanError, match="Known: crm"):
        bundled.schema("../crm")


# -- samples


def generator() -> ModuleType:
    path = bundled.sample_folder() / "make_legacy_customers.py"
    spec = importlib.util.spec_from_file_location("make_legacy_customers", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def cells(path: Path) -> dict[str, list[tuple[object, ...]]]:
    book = openpyxl.load_workbook(path)
    return {sheet.title: list(sheet.iter_rows(values_only=True)) for sheet in book}


def test_the_generator_gives_the_committed_list(tmp_path: Path) -> None:
    generator().write(tmp_path / "again.xlsx")
    committed = cells(bundled.sample_folder() / "legacy_customers.xlsx")
    assert cells(tmp_path / "again.xlsx") == committed


def test_the_list_has_the_faults_it_is_for() -> None:
    made = generator()
    rows = made.rows()
    origins = Counter(origin for origin, _ in rows)
    assert len(rows) == 120
    assert sum(n - 1 for n in origins.values()) >= 10, "the same customer twice"
    assert sum(o.startswith("nw:") for o in origins) >= 40, "customers of Northwind"
    names = [str(row.get("نام شرکت")) for _, row in rows]
    assert any("ي" in name or "ك" in name for name in names)
    assert any(row.get("نام شرکت") is None for _, row in rows)
    sheet = cells(bundled.sample_folder() / "legacy_customers.xlsx")[made.SHEET]
    assert [sheet[0][0], sheet[1][0]] == list(made.PREAMBLE)
    assert sheet[2] == made.HEADERS


def test_northwind_is_whole() -> None:
    path = bundled.sample_folder() / "northwind.sqlite"
    database = sqlite3.connect(f"file:{path.as_posix()}?immutable=1", uri=True)
    try:
        assert database.execute("pragma quick_check").fetchall() == [("ok",)]
        counts = {
            table: database.execute(f'select count(*) from "{table}"').fetchone()[0]
            for table in ("Customers", "Orders", "Order Details", "Products", "Suppliers")
        }
    finally:
        database.close()
    assert counts == {
        "Customers": 93,
        "Orders": 830,
        "Order Details": 2155,
        "Products": 77,
        "Suppliers": 29,
    }


def test_a_notice_names_source_and_licence() -> None:
    notice = (bundled.sample_folder() / "NOTICE.md").read_text(encoding="utf-8")
    assert "northwind-SQLite3" in notice
    assert "MIT" in notice
    assert "Made up" in notice
