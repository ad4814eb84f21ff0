"""The mapping document as one HTML page that Word opens as a document."""

from __future__ import annotations

from pathlib import Path

from migrator.documents import words
from migrator.documents.lines import Document
from migrator.documents.sections import Table, sections
from migrator.reports.html import Html, el, value

# Word knows neither variables nor flex: plain rules, borders on cells, a landscape section.
_CSS = """
@page{size:841.9pt 595.3pt;margin:36pt}
@page Document{size:841.9pt 595.3pt;mso-page-orientation:landscape;margin:36pt}
div.document{page:Document}
body{font-family:Vazirmatn,"Segoe UI",Calibri,Tahoma,Arial,sans-serif;font-size:10pt;color:#1b2130}
h1{font-size:20pt;margin:0 0 6pt}h2{font-size:15pt;margin:18pt 0 4pt;color:#1d3f94}
h3{font-size:12pt;margin:12pt 0 4pt}h4{font-size:10.5pt;margin:10pt 0 3pt;color:#5d677a}
table{border-collapse:collapse;width:100%;margin:0 0 8pt}
th{background:#e4e9f4;text-align:start;font-size:8.5pt}
td,th{border:1px solid #c9cfda;padding:3pt 5pt;vertical-align:top;font-size:8.5pt}
thead{display:table-header-group}tr{page-break-inside:avoid}
table.facts{width:auto}table.facts td{border:0;padding:1pt 10pt 1pt 0;font-size:10pt}
table.signs td{height:34pt}
"""


def write(document: Document, path: Path) -> None:
    """Write the page. Raises OSError."""
    path.write_text(page(document), "utf-8")


def page(document: Document) -> str:
    """The page as text; nothing in it is fetched from elsewhere."""
    title = f"{document.say(words.TITLE)} · {document.plan.name}"
    body = el(
        "div",
        el("h1", title),
        _facts(document),
        *(_section(document, one) for one in sections(document)),
        _signatures(document),
        class_="document",
    )
    head = el(
        "head",
        el("meta", charset="utf-8"),
        el("title", title),
        el("style", Html(_CSS)),
    )
    direction = "rtl" if document.rtl else "ltr"
    root = el("html", head, el("body", body), lang=document.language, dir=direction)
    return f"<!DOCTYPE html>\n{root}\n"


def _facts(document: Document) -> Html:
    rows = [el("tr", el("td", name), el("td", value(text))) for name, text in document.facts()]
    return el("table", *rows, class_="facts")


def _section(document: Document, one: Table) -> list[Html]:
    found = [el(f"h{one.level}", value(one.title))]
    if one.rows:
        direction = "rtl" if document.rtl else "ltr"
        head = el("thead", el("tr", *(el("th", text) for text in one.heads)))
        rows = [el("tr", *(el("td", value(text)) for text in row)) for row in one.rows]
        found.append(el("table", head, el("tbody", *rows), dir=direction))
    return found


def _signatures(document: Document) -> list[Html]:
    heads = [el("th", document.say(words.SIGN[name])) for name in ("name", "date", "sign")]
    people = [one.name for one in document.plan.people] or ["", ""]
    rows = [el("tr", el("td", name), el("td", ""), el("td", "")) for name in people]
    table = el("table", el("thead", el("tr", *heads)), el("tbody", *rows), class_="signs")
    return [el("h2", document.say(words.SIGN["title"])), table]
