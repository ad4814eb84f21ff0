"""What a spreadsheet finds on the clipboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QItemSelection, QItemSelectionRange
from PySide6.QtGui import QStandardItemModel

from ui.widgets.grid.clipboard import mime, table, tsv
from ui.widgets.grid.copying import block_of


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        ("plain", "plain"),
        (None, ""),
        ("", ""),
        (12, "12"),
        ("a\tb", '"a\tb"'),
        ('say "hi"', '"say ""hi"""'),
        ("two\nlines", '"two\nlines"'),
        ("=1+1", "'=1+1"),
        ("@sum(a1)", "'@sum(a1)"),
        ("+cmd|' /C calc'!A0", "'+cmd|' /C calc'!A0"),
        ("-2+3+cmd", "'-2+3+cmd"),
        ("+98 912 000 0000", "+98 912 000 0000"),  # a phone number is no formula
        ("-12.5", "-12.5"),
        ("  =1", "'  =1"),
        ("۰۹۱۲", "۰۹۱۲"),
    ],
)
def test_a_cell_as_plain_text(cell: str | int | None, written: str) -> None:
    assert tsv([[cell]]) == written


def test_lines_and_columns() -> None:
    assert tsv([["a", "b"], ["c", None]]) == "a\tb\r\nc\t"


def test_the_html_table_keeps_values_as_text() -> None:
    told = table([["007", "=1+1", "<b>&"], ["x\ny", None, "علی"]])
    assert "mso-number-format:'\\@'" in told
    assert "<td>007</td><td>=1+1</td><td>&lt;b&gt;&amp;</td>" in told
    assert "x<br style='mso-data-placement:same-cell'>y</td><td></td><td>علی</td>" in told


def test_both_forms_with_headings() -> None:
    made = mime([["1"]], header=["Name"])
    assert made.text() == "Name\r\n1"
    assert "<td>Name</td>" in made.html()


def test_a_block_covers_everything_that_is_chosen() -> None:
    model = QStandardItemModel(10, 5)
    chosen = QItemSelection()
    for top, left, bottom, right in ((1, 1, 2, 1), (2, 3, 4, 3), (8, 1, 8, 1)):
        chosen.append(QItemSelectionRange(model.index(top, left), model.index(bottom, right)))
    block = block_of(chosen)
    assert (block.rows, block.columns, block.count) == (((1, 5), (8, 9)), (1, 3), 5)
