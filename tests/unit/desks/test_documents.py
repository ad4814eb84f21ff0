"""The mapping document as files, on a real project: out in four forms, back in, undone."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from migrator import starting
from migrator.cli import main
from migrator.documents import schema
from migrator.errors import PlanError, ProjectError
from tests.unit.desks.loading_project import Calls
from tests.unit.documents.small_document import Hands

OFFICE = shutil.which("soffice")
PUBLISHED = Path(__file__).parents[3] / "resources" / "schemas" / "mapping.schema.json"
LIKE_MARKUP = "<b>& | * _x_"


@pytest.fixture(scope="module")
def calls(_made_loading_project: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Calls]:
    """One project for all tests here; each takes back what it changed."""
    home = tmp_path_factory.mktemp("documents") / "home"
    shutil.copytree(_made_loading_project, home)
    opened = Calls(home)
    yield opened
    opened.close()


@pytest.fixture
def annotated(calls: Calls) -> Iterator[Calls]:
    """The project with a note that looks like markup."""
    feed = calls.workspace.plan.feeds[0].id
    calls("mapping.set_note", feed=feed, target="name", note=LIKE_MARKUP)
    yield calls
    calls("history.undo")


def export(calls: Calls, path: Path, language: str = "en") -> Path:
    done = calls("documents.export", path=str(path), language=language)
    assert (done.path, done.size) == (str(path), path.stat().st_size)
    return path


# -- out


@pytest.mark.parametrize("language", ["en", "fa"])
def test_the_page_for_word_says_everything(annotated: Calls, tmp_path: Path, language: str) -> None:
    text = export(annotated, tmp_path / "m.html", language).read_text("utf-8")
    direction, label = ("rtl", "شرکت") if language == "fa" else ("ltr", "Account")
    assert f'dir="{direction}"' in text
    assert "&lt;b&gt;&amp; | * _x_" in text
    for words in (label, "شرکت نمونه", "first name", "mso-page-orientation:landscape"):
        assert words in text
    assert not re.search(r"https?://|<script|<img|<link", text)


def test_markdown_keeps_its_tables_whole(annotated: Calls, tmp_path: Path) -> None:
    lines = export(annotated, tmp_path / "m.md").read_text("utf-8").splitlines()
    assert lines[0].startswith("# Mapping document")
    row = next(line for line in lines if r"\<b\>& \| \* \_x\_" in line)
    head = lines[lines.index(row) - 2 : lines.index(row)]
    unescaped = re.compile(r"(?<!\\)\|")
    assert len({len(unescaped.findall(line)) for line in [*head, row]}) == 1


def test_json_fits_the_published_schema_and_comes_back(calls: Calls, tmp_path: Path) -> None:
    assert PUBLISHED.read_text("utf-8") == schema.text(), "python -m migrator.documents.schema"
    assert (schema.DOCUMENT, schema.VERSION) == (starting.DOCUMENT, 1)
    text = export(calls, tmp_path / "m.json").read_text("utf-8")
    published = json.loads(PUBLISHED.read_text("utf-8"))
    assert list(misfits(published, json.loads(text), published)) == []
    assert starting.mapping_from(text) == calls.workspace.plan.feeds
    wrong = json.loads(text)
    wrong["feeds"][0]["fields"][0] |= {"collision": "replace", "sources": "name", "colour": 1}
    assert len(list(misfits(published, wrong, published))) == 3


WORDS = {"$ref", "anyOf", "const", "enum", "type", "properties", "required", "items"}
WORDS |= {"additionalProperties", "description", "title", "$schema", "$defs"}
KINDS = {"object": dict, "array": list, "string": str, "boolean": bool, "null": type(None)}


def misfits(rule: dict[str, Any], data: Any, whole: dict[str, Any]) -> Iterator[str]:
    """What in `data` breaks the rule; as much of JSON Schema as the published one uses."""
    assert rule.keys() <= WORDS, "a word that this check does not know"
    if "$ref" in rule:
        yield from misfits(whole["$defs"][rule["$ref"].rpartition("/")[2]], data, whole)
    elif "anyOf" in rule:
        if all(list(misfits(one, data, whole)) for one in rule["anyOf"]):
            yield f"{data!r} fits none"
    elif data != rule.get("const", data) or data not in rule.get("enum", [data]):
        yield f"{data!r} is not allowed"
    elif not is_a(rule.get("type", ""), data):
        yield f"{data!r} is no {rule['type']}"
    else:
        yield from misfits_within(rule, data, whole)


def is_a(kind: str, data: Any) -> bool:
    if kind in {"integer", "number"}:
        return isinstance(data, (int, float)) and not isinstance(data, bool)
    return isinstance(data, KINDS.get(kind, object))


def misfits_within(rule: dict[str, Any], data: Any, whole: dict[str, Any]) -> Iterator[str]:
    if isinstance(data, list):
        for item in data:
            yield from misfits(rule.get("items", {}), item, whole)
    elif isinstance(data, dict):
        yield from (f"no {name}" for name in rule.get("required", []) if name not in data)
        rest = rule.get("additionalProperties", {})
        for name, item in data.items():
            part = rule.get("properties", {}).get(name, rest)
            if part is False:
                yield f"{name} is not known"
            else:
                yield from misfits(part, item, whole)


def test_what_cannot_be_written_is_a_sentence(calls: Calls, tmp_path: Path) -> None:
    with pytest.raises(PlanError, match=r"not written as '\.docx'"):
        export(calls, tmp_path / "m.docx")
    with pytest.raises(ProjectError, match="cannot be written"):
        export(calls, tmp_path / "nowhere" / "m.xlsx")


# -- and back


def test_samples_and_values_stand_in_the_workbook(calls: Calls, tmp_path: Path) -> None:
    hands = Hands(export(calls, tmp_path / "m.xlsx", "fa"))
    sheet, before = hands.place("before", "accountnumber", "شرکت")
    assert sheet[before].value in {"C1", "C2", "C3", "C4"}
    assert hands.place("evidence", "accountnumber", "شرکت")


def test_what_is_accepted_is_one_step_of_undo(calls: Calls, tmp_path: Path) -> None:
    hands = Hands(export(calls, tmp_path / "m.xlsx"))
    hands.write("note", "name", "asked", "Account")
    hands.write("sources", "description", "seller + phone", "Account")
    hands.write("owner", "lastname", "Reza", "Contact")
    path = str(hands.save("Maryam"))
    before = calls.workspace.plan.feeds
    found = calls("documents.review", paths=[path])
    assert len(found.edits) == 3
    wanted = [e.id for e in found.edits if e.change.what != "owner"]
    changes = calls("documents.take", paths=[path], ids=wanted)
    assert changes.label.en == "Took 2 changes from a workbook"
    rows = {row.target: row for row in calls.workspace.plan.feeds[0].fields}
    assert (rows["name"].note, rows["name"].changed_by) == ("asked", "Maryam")
    assert rows["description"].sources == ("seller", "phone")
    left = calls("documents.review", paths=[path])
    assert ([e.change.what for e in left.edits], left.copies[0].current) == (["owner"], False)
    calls("history.undo")
    assert calls.workspace.plan.feeds == before
    with pytest.raises(PlanError, match="No change was accepted"):
        calls("documents.take", paths=[path], ids=[])
    with pytest.raises(PlanError, match="1 of the chosen changes"):
        calls("documents.take", paths=[path], ids=["0"])


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """LibreOffice without a window, with settings of its own."""
    profile = tmp_path_factory.mktemp("office").as_uri()
    return [str(OFFICE), "--headless", f"-env:UserInstallation={profile}"]


@pytest.mark.skipif(OFFICE is None, reason="LibreOffice (soffice) is not installed")
@pytest.mark.parametrize("ending", ["xlsx", "ods"])
def test_a_copy_that_libreoffice_saved_comes_back_whole(
    calls: Calls, tmp_path: Path, office: list[str], ending: str
) -> None:
    hands = Hands(export(calls, tmp_path / "m.xlsx", "fa"))
    hands.write("note", "name", "=نه ۱۲", "شرکت")
    sheet, address = hands.place("note", "name", "شرکت")
    sheet[address].data_type = "s"
    hands.write("collision", "name", "همان بماند", "شرکت")
    out = tmp_path / "saved"
    subprocess.run(
        [*office, "--convert-to", ending, "--outdir", str(out), str(hands.save())],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    found = calls("documents.review", paths=[str(out / f"m.{ending}")])
    assert found.refusals == ()
    assert {(e.change.target, e.change.what, e.new.en) for e in found.edits} == {
        ("name", "note", "=نه ۱۲"),
        ("name", "collision", "keep"),
    }


def test_the_command_line_shows_takes_and_refuses(loading_project: Calls, tmp_path: Path) -> None:
    project, file = str(loading_project.workspace.project.folder), str(tmp_path / "m.xlsx")
    loading_project.close()

    def kooch(*words: str) -> tuple[int, Any]:
        done = CliRunner().invoke(main, ["map", *words, "--json"])
        return done.exit_code, json.loads(done.stdout)

    assert kooch("export", project, file, "--language", "fa")[0] == 0
    first = Hands(Path(file))
    second = Hands(Path(shutil.copy(file, tmp_path / "second.xlsx")))
    first.write("note", "name", "one", "شرکت")
    first.write("owner", "name", "Sara", "شرکت")
    second.write("note", "name", "two", "شرکت")
    files = [str(first.save()), str(second.save())]
    code, told = kooch("import", project, *files)
    assert (code, told["taken"]) == (3, [])
    (clash,) = told["review"]["clashes"]
    wanted = [told["review"]["edits"][0]["id"], clash["edits"][1]["id"]]
    code, told = kooch("import", project, *files, "--accept", ",".join(wanted))
    assert (code, told["taken"]) == (0, sorted(wanted))
    second.write("status", "name", "fine", "شرکت")
    code, told = kooch("import", project, str(second.save()), "--accept", "all")
    assert (code, len(told["review"]["refusals"]), told["taken"]) == (3, 1, [])
    assert (
        CliRunner().invoke(main, ["map", "import", project, file, "--accept", "x"]).exit_code == 2
    )
