"""A day: typed or picked from a calendar, Jalali in Persian; it may be left open."""

from __future__ import annotations

from PySide6.QtCore import QCalendar, QDate, QLocale, Qt, Signal
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QCheckBox, QDateEdit, QHBoxLayout, QWidget

from ui import speech
from ui.theme import colour


class DateField(QWidget):
    """Holds an ISO date, or "" while the day is open. What is kept is Gregorian in every
    language."""

    changed = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._known = QCheckBox(self.tr("Set"))
        self._known.setAccessibleName(self.tr("The day is known"))
        self._edit = QDateEdit(QDate.currentDate())
        # In a right-to-left field Qt turns the parts of the date round.
        self._edit.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self._edit.setCalendarPopup(True)
        self._edit.setAccessibleName(name)
        self._edit.setDateRange(QDate(1990, 1, 1), QDate(2100, 12, 31))
        if speech.language() == "fa":
            self._edit.setCalendar(QCalendar(QCalendar.System.Jalali))
            self._edit.setDisplayFormat("yyyy/MM/dd")
        else:
            self._edit.setDisplayFormat("d MMM yyyy")
        self._dress(self._edit.calendarWidget())
        self._known.toggled.connect(self._edit.setEnabled)
        self._edit.setEnabled(False)
        self._known.toggled.connect(lambda _: self.changed.emit())
        self._edit.dateChanged.connect(lambda _: self.changed.emit())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(self._known)
        row.addWidget(self._edit, 1)

    def iso(self) -> str:
        """The day as ISO text; "" while it is open."""
        if not self._known.isChecked():
            return ""
        day = self._edit.date()
        return f"{day.year():04}-{day.month():02}-{day.day():02}"

    def set_iso(self, iso: str) -> None:
        """Show a day; "" for none."""
        day = QDate.fromString(iso, Qt.DateFormat.ISODate)
        self._known.setChecked(day.isValid())
        if day.isValid():
            self._edit.setDate(day)

    @staticmethod
    def _dress(calendar: QCalendarWidget) -> None:
        """The week as the language has it: without numbers, with its own day off."""
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        plain, off = QTextCharFormat(), QTextCharFormat()
        plain.setForeground(colour("text"))
        off.setForeground(colour("error"))
        persian = speech.language() == "fa"
        for day in Qt.DayOfWeek:
            rest = {Qt.DayOfWeek.Friday} if persian else {Qt.DayOfWeek.Sunday}
            calendar.setWeekdayTextFormat(day, off if day in rest else plain)
        calendar.setFirstDayOfWeek(QLocale().firstDayOfWeek())
        if persian:
            calendar.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
