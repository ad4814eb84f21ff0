"""The report on paper."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QSizeF
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QApplication

from ui.paper import _document, write_pdf

PAGE = """<!DOCTYPE html><html lang="{lang}" dir="{dir}"><head><title>T</title><style>x</style>
</head><body><h1>Report</h1><div class="kpis"><div class="kpi" style="--tone:var(--blue)"><b>12</b>
<span>read</span></div><div class="kpi" style="--tone:var(--red)"><b>3</b><span>lost</span></div>
</div><svg viewBox="0 0 100 40" role="img"><rect x="0" y="0" width="50" height="40" fill="#178a5a">
</rect></svg><dl class="facts"><div><dt>Run</dt><dd><bdi>no 7</bdi></dd></div></dl><table><thead>
<tr><th>a</th><th class="n">b</th></tr></thead><tbody><tr><td>first</td><td class="n">1</td></tr>
</tbody></table><div class="signs"><div><h3>Customer</h3><div>Name</div></div><div><h3>Team</h3>
<div>Date</div></div></div></section></body></html>"""


def shown(direction: str) -> QTextDocument:
    page = PAGE.replace("\n", "").format(lang="x", dir=direction)
    return _document(page, QSizeF(600, 800))


@pytest.mark.parametrize("direction", ["ltr", "rtl"])
def test_no_word_of_the_report_is_lost(qapp: QApplication, direction: str) -> None:
    text = shown(direction).toPlainText()
    for word in (
        "Report",
        "12",
        "read",
        "lost",
        "Run",
        "no 7",
        "first",
        "Customer",
        "Team",
        "Date",
    ):
        assert word in text, word
    assert "x" not in text.replace("Excel", "")  # neither style nor title is printed


def test_columns_of_a_right_to_left_report_begin_at_the_right(qapp: QApplication) -> None:
    left, right = shown("ltr").toPlainText(), shown("rtl").toPlainText()
    assert left.index("first") < left.index("\n1", left.index("first"))
    assert right.index("first") > right.index("\n1\n")


def test_a_report_of_the_engine_becomes_pages(qapp: QApplication, tmp_path: Path) -> None:
    page = tmp_path / "report.html"
    page.write_text(PAGE.format(lang="fa", dir="rtl"), "utf-8")
    assert write_pdf(page, tmp_path / "report.pdf") == 1
    assert (tmp_path / "report.pdf").read_bytes()[:5] == b"%PDF-"
    with pytest.raises(OSError, match="no"):
        write_pdf(page, tmp_path / "no" / "report.pdf")
