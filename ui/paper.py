"""The HTML report on paper: a PDF of A4 pages, drawn by Qt.

Qt's rich text knows neither grids nor inline SVG, so the few parts of the report that need them are
rewritten: tiles and facts become tables, charts become pictures.
"""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtCore import QByteArray, QMarginsF, QRectF, QSizeF, Qt, QUrl
from PySide6.QtGui import (
    QFont,
    QGuiApplication,
    QImage,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QTextDocument,
    QTextOption,
)
from PySide6.QtSvg import QSvgRenderer

from migrator.errors import MigratorError
from migrator.model.text import Text
from ui import speech
from ui.theme.apply import FAMILY, load_fonts

DPI = 96
FOOT = 22  # room for the page number
_PERSIAN = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")  # the language of the report, not the window's
SHARPNESS = 3  # pixels of a chart for one of the page
_COLOURS = {
    "green": "#178a5a",
    "amber": "#b36b00",
    "red": "#c8372d",
    "blue": "#2563eb",
    "violet": "#6d4bc3",
}
_STYLE = """
body { color: #1b2130; font-size: 12px; }
h1 { font-size: 21px; margin-top: 0; margin-bottom: 2px; }
h2 { font-size: 15px; margin-top: 18px; margin-bottom: 6px; }
h3 { font-size: 12px; margin-top: 10px; margin-bottom: 4px; color: #5d677a; }
p { margin-top: 0; margin-bottom: 6px; }
.soft, .small, footer, dt { color: #5d677a; }
.small, footer { font-size: 11px; }
.mark { color: #2563eb; font-weight: 600; }
th { color: #5d677a; background-color: #f5f6f9; font-weight: 600; font-size: 11px; }
td { font-size: 11px; }
.figure { font-size: 18px; font-weight: 600; }
"""
_SVG = re.compile(r"<svg[^>]*?viewBox=\"0 0 ([\d.]+) ([\d.]+)\".*?</svg>", re.DOTALL)
_KPIS = re.compile(r'<div class="kpis">(.*?)</div></div>', re.DOTALL)
_KPI = re.compile(r'--tone:var\(--(\w+)\)"><b>(.*?)</b><span>(.*?)</span>', re.DOTALL)
_FACTS = re.compile(r'<dl class="facts">(.*?)</dl>', re.DOTALL)
_FACT = re.compile(r"<dt>(.*?)</dt><dd>(.*?)</dd>", re.DOTALL)
_SIGNS = re.compile(r'<div class="signs">(.*?)</div></div></div>', re.DOTALL)
_ROW = re.compile(r"<tr([^>]*)>(.*?)</tr>", re.DOTALL)
_CELL = re.compile(r"<t[dh].*?</t[dh]>", re.DOTALL)
_SIGN = re.compile(r"<h3>(.*?)</h3>((?:<div>.*?</div>)+)", re.DOTALL)


def print_report(page: str, paper: str) -> int:
    """Draw a report in a process without a window; returns the pages. Raises MigratorError where
    one file cannot be read or the other not be written."""
    if QGuiApplication.instance() is None:
        _applications.append(QGuiApplication(["kooch-paper", "-platform", "offscreen"]))
        load_fonts()
    try:
        return write_pdf(Path(page), Path(paper))
    except OSError as error:
        reason = error.strerror or str(error)
        raise MigratorError(
            Text(
                f"The PDF {Path(paper).name} cannot be written: {reason}.",
                f"فایل «{Path(paper).name}» نوشته نمی‌شود: {reason}.",
            ),
            hint=Text(
                "Close it where it is open, or choose another folder.",
                "اگر جایی باز است آن را ببندید، یا پوشه‌ی دیگری برگزینید.",
            ),
        ) from error


# Kept for as long as the process lives: Qt's fonts hang on it.
_applications: list[QGuiApplication] = []


def write_pdf(page: Path, paper: Path) -> int:
    """Draw the report `page` (HTML of the sign-off pack) as `paper`; returns the pages. Raises
    OSError when one cannot be read or the other not be written."""
    text = page.read_text("utf-8")
    paper.open("wb").close()  # the writer itself would only be silent
    writer = QPdfWriter(str(paper))
    writer.setResolution(DPI)
    writer.setPageLayout(
        QPageLayout(
            QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait,
            QMarginsF(12, 14, 12, 12), QPageLayout.Unit.Millimeter,
        )
    )  # fmt: skip
    room = QSizeF(writer.width(), writer.height() - FOOT)
    document = _document(text, room)
    painter = QPainter(writer)
    for number in range(document.pageCount()):
        if number:
            writer.newPage()
        _draw(painter, document, number, room)
    painter.end()
    return document.pageCount()


def _draw(painter: QPainter, document: QTextDocument, number: int, room: QSizeF) -> None:
    top = number * room.height()
    painter.save()
    painter.translate(0, -top)
    document.drawContents(painter, QRectF(0, top, room.width(), room.height()))
    painter.restore()
    painter.setFont(_font(10))
    painter.setPen(Qt.GlobalColor.gray)
    told = f"{number + 1} / {document.pageCount()}"
    if document.defaultTextOption().textDirection() == Qt.LayoutDirection.RightToLeft:
        told = told.translate(_PERSIAN)
    foot = QRectF(0, room.height(), room.width(), FOOT)
    painter.drawText(foot, Qt.AlignmentFlag.AlignCenter, speech.ltr(told))


def _document(text: str, room: QSizeF) -> QTextDocument:
    rtl = 'dir="rtl"' in text[:400]
    document = QTextDocument()
    document.setDefaultFont(_font(12))
    document.setDocumentMargin(0)
    option = QTextOption()
    option.setTextDirection(
        Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight
    )
    document.setDefaultTextOption(option)
    document.setDefaultStyleSheet(_STYLE)
    document.setPageSize(room)
    body = re.sub(r"<(style|title)>.*?</\1>", "", text, count=2, flags=re.DOTALL)
    pictures: list[tuple[str, float]] = []

    def picture(found: re.Match[str]) -> str:
        width, height = float(found[1]), float(found[2])
        shown = min(room.width(), width)
        name = f"chart:{len(pictures)}"
        pictures.append((found[0], shown))
        return (
            f'<p><img src="{name}" width="{shown:.0f}" height="{height * shown / width:.0f}"></p>'
        )

    body = _plainer(_SVG.sub(picture, body), rtl)
    for number, (svg, shown) in enumerate(pictures):
        address = QUrl(f"chart:{number}")
        document.addResource(QTextDocument.ResourceType.ImageResource, address, _image(svg, shown))
    document.setHtml(body)
    return document


def _font(pixels: int) -> QFont:
    font = QFont(FAMILY)
    font.setPixelSize(pixels)
    return font


def _image(svg: str, width: float) -> QImage:
    """A chart as a picture, sharp enough for paper."""
    named = svg.replace(
        "<svg ", f'<svg xmlns="http://www.w3.org/2000/svg" font-family="{FAMILY}" ', 1
    )
    renderer = QSvgRenderer(QByteArray(named.encode()))
    size = renderer.defaultSize()
    scale = width * SHARPNESS / max(1, size.width())
    image = QImage(
        max(1, round(size.width() * scale)), max(1, round(size.height() * scale)),
        QImage.Format.Format_ARGB32_Premultiplied,
    )  # fmt: skip
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    renderer.render(painter)
    painter.end()
    return image


# -- the report in simpler HTML


def _plainer(body: str, rtl: bool) -> str:
    far = "left" if rtl else "right"
    body = _KPIS.sub(_tiles, body)
    body = _FACTS.sub(_facts, body)
    body = _SIGNS.sub(_signs, body)
    body = re.sub(r'<i style="background:(#\w+)"></i>', r'<font color="\1">■</font>&nbsp;', body)
    body = re.sub(r'<span class="chip" style="--tone:var\(--(\w+)\)">', _chip, body)
    body = body.replace("</span><span>", "</span>&nbsp;&nbsp; <span>")
    body = re.sub(r'<(t[dh]) class="n"', rf'<\1 align="{far}"', body)
    body = body.replace("<th>", f'<th align="{"right" if rtl else "left"}">')
    body = body.replace("<table>", _table())
    if rtl:
        body = _ROW.sub(_mirrored, body)
    return body.replace("<bdi>", speech.FSI).replace("</bdi>", speech.PDI)


def _mirrored(found: re.Match[str]) -> str:
    """Qt lays the columns of every table out from the left."""
    return f"<tr{found[1]}>{''.join(reversed(_CELL.findall(found[2])))}</tr>"


def _table(extra: str = "") -> str:
    return f'<table width="100%" cellspacing="0" cellpadding="4" border="0"{extra}>'


def _chip(found: re.Match[str]) -> str:
    return f'<span style="color:{_COLOURS.get(found[1], "#1b2130")};font-weight:600">'


def _tiles(found: re.Match[str]) -> str:
    cells = "".join(
        f'<td align="center" style="color:{_COLOURS.get(tone, "#1b2130")}">'
        f'<span class="figure">{value}</span><br><span class="soft">{told}</span></td>'
        for tone, value, told in _KPI.findall(found[1])
    )
    return f"<p></p>{_table()}<tr>{cells}</tr></table><p></p>"


def _facts(found: re.Match[str]) -> str:
    facts = _FACT.findall(found[1])
    rows = "".join(
        f'<tr><td width="24%"><span class="soft">{name}</span></td><td>{value}</td></tr>'
        for name, value in facts
    )
    return f"{_table()}{rows}</table>"


def _signs(found: re.Match[str]) -> str:
    cells = ""
    for title, lines in _SIGN.findall(found[1] + "</div>"):
        words = re.findall(r"<div>(.*?)</div>", lines)
        blanks = "".join(f"<p>{word}<br><br>{'_' * 32}</p>" for word in words)
        cells += f'<td width="50%"><h3>{title}</h3>{blanks}</td>'
    return f"{_table()}<tr>{cells}</tr></table>"
