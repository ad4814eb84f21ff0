"""The small parts of an .xlsx package: which sheets there are, their relations, the cell styles."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass

from migrator.sources.workbooks.base import (
    MAX_FORMAT_LENGTH,
    MAX_SHEETS,
    SheetInfo,
    damaged,
    hostile,
)
from migrator.sources.workbooks.safe_xml import bare, parse_all
from migrator.sources.workbooks.values import NumberKind, built_in_format, format_kind
from migrator.sources.workbooks.zipguard import Package

_LIMIT = 64 << 20  # bytes of a small part
_RELATION_ID = "/relationships id"  # end of both namespaces' r:id attribute
_KINDS = {"worksheet": "sheet", "chartsheet": "chart", "dialogsheet": "dialog"}


@dataclass(frozen=True)
class Relation:
    """One entry of a .rels part: `kind` is the last word of its type, `target` a part name."""

    kind: str
    target: str
    external: bool


@dataclass(frozen=True)
class SheetPart:
    """A listed sheet and the part that holds it ("" if the package does not have it)."""

    info: SheetInfo
    part: str


@dataclass(frozen=True)
class WorkbookParts:
    """What workbook.xml and its relations say."""

    sheets: tuple[SheetPart, ...]
    strings: str
    styles: str
    epoch_1904: bool
    external: tuple[str, ...]


def relations(package: Package, part: str) -> dict[str, Relation]:
    """The relations of a part by id; empty if it has none. Targets are never followed outside."""
    folder, name = posixpath.split(part)
    rels = posixpath.join(folder, "_rels", f"{name}.rels")
    found: dict[str, Relation] = {}
    if not package.has(rels):
        return found

    def start(tag: str, attributes: dict[str, str]) -> None:
        if tag.endswith(" Relationship") or tag == "Relationship":
            external = attributes.get("TargetMode", "").lower() == "external"
            target = attributes.get("Target", "").replace("\\", "/")
            if not external:
                target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            kind = attributes.get("Type", "").rsplit("/", 1)[-1]
            found[attributes.get("Id", "")] = Relation(kind, target, external)

    parse_all(package.read(rels, _LIMIT), rels, start)
    return found


def main_part(package: Package) -> str:
    """The part that describes the workbook (workbook.xml or workbook.bin)."""
    for relation in relations(package, "").values():
        if relation.kind == "officeDocument" and package.has(relation.target):
            return relation.target
    for name in ("xl/workbook.xml", "xl/workbook.bin"):
        if package.has(name):
            return name
    raise damaged("it is a zip file without a workbook in it")


def workbook_parts(package: Package, part: str) -> WorkbookParts:
    """Read workbook.xml; SourceError for too many sheets or none."""
    related = relations(package, part)
    listed: list[SheetPart] = []
    flags = {"1904": False}

    def start(tag: str, attributes: dict[str, str]) -> None:
        tag = bare(tag)
        if tag == "workbookPr":
            flags["1904"] = attributes.get("date1904", "0") in ("1", "true")
        elif tag == "sheet":
            listed.append(_sheet_part(package, related, attributes))
            if len(listed) > MAX_SHEETS:
                raise hostile(f"it lists more than {MAX_SHEETS:,} sheets")

    parse_all(package.read(part, _LIMIT), part, start)
    if not listed:
        raise damaged("its workbook lists no sheets")
    return WorkbookParts(
        tuple(listed),
        _related_part(package, related, "sharedStrings"),
        _related_part(package, related, "styles"),
        flags["1904"],
        tuple(r.target for r in related.values() if r.kind == "externalLink"),
    )


def _sheet_part(
    package: Package, related: dict[str, Relation], attributes: dict[str, str]
) -> SheetPart:
    name = attributes.get("name", "")
    state = {"hidden": "hidden", "veryHidden": "very hidden"}.get(attributes.get("state", ""), "")
    key = next((v for k, v in attributes.items() if k.endswith(_RELATION_ID)), "")
    relation = related.get(key)
    if relation is None:
        return SheetPart(SheetInfo(name, state), "")
    kind = _KINDS.get(relation.kind, "macro" if "acrosheet" in relation.kind else "sheet")
    part = relation.target if package.has(relation.target) else ""
    return SheetPart(SheetInfo(name, state, kind), part)


def _related_part(package: Package, related: dict[str, Relation], kind: str) -> str:
    for relation in related.values():
        if relation.kind == kind and package.has(relation.target):
            return relation.target
    return ""


class _Styles:
    """Collects the number format of every cell style."""

    def __init__(self) -> None:
        self.codes: dict[int, str] = {}
        self.formats: list[int] = []
        self._in_cell_styles = False

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        tag = bare(tag)
        if tag == "numFmt":
            code = attributes.get("formatCode", "")
            if len(code) > MAX_FORMAT_LENGTH:
                raise hostile(f"a number format is {len(code):,} characters long")
            self.codes[int(attributes.get("numFmtId", "0"))] = code
        elif tag in ("cellXfs", "cellStyleXfs", "dxfs"):
            self._in_cell_styles = tag == "cellXfs"
        elif tag == "xf" and self._in_cell_styles:
            self.formats.append(int(attributes.get("numFmtId", "0")))


def cell_styles(package: Package, part: str) -> tuple[NumberKind, ...]:
    """What the numbers of each cell style mean, by style index."""
    styles = _Styles()
    if part:
        try:
            parse_all(package.read(part, _LIMIT), part, styles.start)
        except ValueError as error:
            raise damaged(f"the part {part!r} holds a format id that is no number") from error
    kinds = {number: format_kind(code) for number, code in styles.codes.items()}
    return tuple(
        kinds[number] if number in kinds else built_in_format(number) for number in styles.formats
    )
