"""Labels, rows, splitters and icons: what the eye stumbles over when they are not right."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon, QImage
from PySide6.QtWidgets import QApplication, QComboBox, QFrame, QWidget
from pytestqt.qtbot import QtBot

from ui import icons
from ui.shell.work import work_told
from ui.widgets.basic import button, label
from ui.widgets.flow import Flow
from ui.widgets.split import Split

LONG = "با عدد بگویید مهاجرت چه وقت خوب است: مثلاً پر بودن تلفن همراه و کم بودن تکراری‌ها در مقصد"


@pytest.fixture
def mirrored(qapp: QApplication) -> Iterator[None]:
    before = qapp.layoutDirection()
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    yield
    qapp.setLayoutDirection(before)


def edges(picture: QImage, top: int, bottom: int) -> tuple[int, int]:
    """The first and last column that is not of the ground."""
    ground = picture.pixel(0, 0)
    inked = [
        x
        for x in range(picture.width())
        if any(picture.pixel(x, y) != ground for y in range(top, bottom))
    ]
    return inked[0], inked[-1]


def test_every_line_of_a_mirrored_label_stands_at_the_edge(mirrored: None, qtbot: QtBot) -> None:
    one = label(LONG, wrap=True)
    qtbot.addWidget(one)
    one.resize(260, one.heightForWidth(260))
    picture = one.grab().toImage()
    lines = round(one.height() / one.fontMetrics().lineSpacing())
    assert lines >= 2
    ends = []
    for n in range(lines):
        high = picture.height() // lines
        ends.append(edges(picture, n * high + 2, (n + 1) * high - 2)[1])
    assert all(picture.width() - end <= 4 for end in ends), ends


def test_the_parts_of_a_mirrored_splitter_lie_inside_it(mirrored: None, qtbot: QtBot) -> None:
    split = Split()
    qtbot.addWidget(split)
    parts = [QFrame(), QFrame()]
    for part in parts:
        split.addWidget(part)
    split.resize(600, 100)
    split.show()
    assert all(split.rect().contains(part.geometry()) for part in parts)


def test_a_row_goes_on_in_the_next_one_where_there_is_no_room(qtbot: QtBot) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    flow = Flow(6, fill=True)
    host.setLayout(flow)
    buttons = [button(words) for words in ("Fix all like this", "Accept")]
    for one in buttons:
        flow.addWidget(one)
    wide = flow.sizeHint().width()
    assert flow.heightForWidth(wide) == flow.sizeHint().height()
    assert flow.heightForWidth(wide - 10) > 2 * flow.sizeHint().height()
    host.resize(wide + 50, 40)
    host.show()
    assert buttons[0].width() == buttons[0].sizeHint().width() + 50


def test_what_is_switched_off_looks_so(qapp: QApplication) -> None:
    one = icons.icon("undo-2")
    size = QSize(16, 16)

    def ink(mode: QIcon.Mode) -> int:
        picture = one.pixmap(size, mode).toImage()
        return max(picture.pixelColor(x, y).alpha() for x in range(16) for y in range(16))

    assert ink(QIcon.Mode.Disabled) < 0.65 * ink(QIcon.Mode.Normal)


@pytest.mark.parametrize("told", ["load contact", "contact: blocks", "clean contact"])
def test_work_speaks_of_entities_as_people_do(told: str) -> None:
    assert "Contact person" in work_told(told, {"contact": "Contact person"})
    assert work_told("extract crm/contact", {"contact": "Contact person"}).endswith(
        "\u2068crm/contact\u2069"
    )


def test_a_focused_list_opens_whole(qtbot: QtBot) -> None:
    """Other paddings with focus than without leave the list too low: its last row is cut."""
    window = QWidget()
    qtbot.addWidget(window)
    choice = QComboBox(window)
    choice.addItems(["one", "two", "three", "four"])
    window.resize(300, 300)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    calm = choice.sizeHint()
    choice.setFocus()
    qtbot.waitUntil(choice.hasFocus)
    assert choice.sizeHint() == calm
    choice.showPopup()
    rows = choice.view()
    try:
        last = rows.visualRect(rows.model().index(3, 0))
        assert last.bottom() < rows.viewport().height()
    finally:
        choice.hidePopup()
