"""The sign-off pack: one Excel workbook, one HTML report, and the hashes of both."""

from __future__ import annotations

from pathlib import Path

from migrator.reports.data import PackData, PackPaths
from migrator.reports.manifest import write_manifest
from migrator.reports.page import page
from migrator.reports.sheets import write_sheets
from migrator.reports.speech import Speech
from migrator.reports.tally import Tally
from migrator.reports.workbook import EXCEL_ROWS, Book


def write_pack(
    data: PackData, folder: Path, language: str, *, max_rows: int = EXCEL_ROWS
) -> PackPaths:
    """Write `migration_report.xlsx`, `.html` and the manifest into `folder`, in `language` ("fa"
    or "en").

    The folder is made if it is not there; files of the same names are replaced. `max_rows` is the
    number of rows of a sheet; a list that is longer goes in full into a CSV beside the workbook.
    Raises OSError when the disk refuses.
    """
    folder.mkdir(parents=True, exist_ok=True)
    speech, tally = Speech(language), Tally()
    book = Book(folder, speech, limit=max_rows)
    write_sheets(book, data, tally)
    workbook = folder / "migration_report.xlsx"
    book.save(workbook)
    # Second: the page shows what was counted while the lists went into the workbook.
    document = folder / "migration_report.html"
    document.write_text(page(data, tally, speech), encoding="utf-8", newline="\n")
    manifest = write_manifest(folder, [workbook, document, *book.lists])
    return PackPaths(workbook, document, manifest, tuple(book.lists))
