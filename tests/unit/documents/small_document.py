"""A small document in memory, and hands that fill in its workbook."""

from __future__ import annotations

from pathlib import Path

from openpyxl import load_workbook

from migrator.contract.content import document_fingerprint
from migrator.desks.mapping_import import reviewed
from migrator.documents import workbook
from migrator.documents.copy_cells import cells_of
from migrator.documents.lines import Document, Findings, Legacy
from migrator.model.mapping import Feed, FieldMapping, LeftOut, RowStatus, Step
from migrator.model.plan import Person, Plan, SourceSpec, TableChoice, TargetSpec
from migrator.model.schema import Entity, Field, PicklistValue, Schema
from migrator.model.source import SourceColumn, SourceTable
from migrator.model.views.mapping_documents import ImportReview

PROJECT = "p1"
COLUMNS = ("کد", "نام", "first + last", "نام خانوادگی", "city", "active", "=note")
STATES = (PicklistValue("0", "Active", "فعال"), PicklistValue("1", "Inactive", "غیرفعال"))
TWINS = (PicklistValue("a", "Same", "یکی"), PicklistValue("b", "Same", "یکی"))
FIELDS = (
    Field("name", label="Name", label_fa="نام", required=True, length=80),
    Field("code", label="Code", label_fa="کد"),
    Field("state", label="State", label_fa="وضعیت", picklist=STATES),
    Field("kind", label="Kind", label_fa="گونه", picklist=TWINS),
    Field("city", label="City", label_fa="شهر"),
)
MAP = {"فعال": "0", "غير فعال": "1"}
ROWS = (
    FieldMapping("name", ("نام",), (Step("trim"),), status=RowStatus.SUGGESTED, confidence=0.9),
    FieldMapping("code", ("کد",), status=RowStatus.AGREED, owner="Sara", note="=1+1"),
    FieldMapping("state", ("active",), (Step("value_map", {"map": MAP}),)),
)
VALUES = (Legacy("فعال", 7), Legacy("غیر فعال", 2), Legacy("?", 1))


def plan(rows: tuple[FieldMapping, ...] = ROWS, out: tuple[LeftOut, ...] = ()) -> Plan:
    """One table that feeds two entities, the second of them with nothing."""
    table = SourceTable("مشتریان", tuple(SourceColumn(name) for name in COLUMNS))
    entity = Entity("account", FIELDS, label="Account", label_fa="شرکت")
    other = Entity("contact", (Field("fullname", label="Name"),), label="Contact", label_fa="شخص")
    return Plan(
        "Acme [2026]",
        sources=(SourceSpec("old", "old.csv", tables=(TableChoice(1, table),)),),
        target=TargetSpec(schema=Schema((entity, other))),
        feeds=(
            Feed("account_1", 1, "old", "مشتریان", "account", fields=rows, left_out=out),
            Feed("contact_2", 2, "old", "مشتریان", "contact"),
        ),
        people=(Person("Sara"), Person("علی کریمی")),
    )


def exported(path: Path, made: Plan, language: str = "fa") -> Path:
    """The plan's document as a workbook."""
    found = Findings(PROJECT, document_fingerprint(made.feeds), "2026-01-02T03:04:05+00:00")
    found.values["account_1", "state"] = VALUES
    workbook.write(Document(made, found, language), path)
    return path


def look(made: Plan, *paths: Path, project: str = PROJECT) -> ImportReview:
    """What came back, read in this process."""
    return reviewed(made, project, paths, cells_of)


class Hands:
    """Somebody who fills in a copy."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.book = load_workbook(path)

    def place(self, what: str, line: str, sheet: str = "") -> tuple[object, str]:
        """(sheet, address) of the cell `what` in the line that begins like `line`."""
        for page in self.book.worksheets:
            if not str(page["A1"].value or "").startswith("kooch:") or sheet not in page.title:
                continue
            keys = {cell.value: cell.column for cell in page[1]}
            for row in page.iter_rows(min_row=3):
                if what in keys and line in [cell.value for cell in row]:
                    return page, page.cell(row[0].row, keys[what]).coordinate
        raise AssertionError(f"no cell {what} in a line with {line}")

    def write(self, what: str, line: str, value: object, sheet: str = "") -> str:
        """Type into a cell; returns its address."""
        page, address = self.place(what, line, sheet)
        page[address] = value  # type: ignore[index]
        return f"{page.title}!{address}"  # type: ignore[attr-defined]

    def save(self, who: str = "Maryam") -> Path:
        """Save the copy."""
        self.book.properties.lastModifiedBy = who
        self.book.save(self.path)
        return self.path
