"""The style sheet: rules for named kinds of control only, never for tables.

Scroll bars have a rule: measured on a table of 12 columns (PySide6 6.11.3, offscreen) a wheel step
costs 1.1 ms with it and 2.1 with Fusion's own bars; a rule that reaches the table itself is what
made steps dear.
"""

from __future__ import annotations

from string import Template

from ui import resources
from ui.theme import tokens

_RULES = Template("""
QFrame[kind="card"] { background: $card; border: 1px solid $border; border-radius: 10px; }
QFrame[kind="bar"] { background: $card; border: none; }
QFrame[kind="topbar"] { background: $card; border: none; border-bottom: 1px solid $border; }
QFrame[kind="bottombar"] { background: $card; border: none; border-top: 1px solid $border; }
QFrame[kind="rail"] { background: $sunken; border: none; }
QFrame[kind="line"] { background: $border; border: none; }
QFrame[kind="row"] { background: transparent; border: 1px solid $border; border-radius: 8px; }
QFrame[kind="row"][chosen="true"] { background: $accent_soft; border: 1px solid $accent; }
QFrame[kind="soft"] { background: $hover; border: none; border-radius: 8px; }
QFrame[kind="drop"] { background: $sunken; border: 2px dashed $control; border-radius: 12px; }
QFrame[kind="drop"][active="true"] { background: $accent_soft; border-color: $accent; }
QFrame[kind="banner"] { border-radius: 8px; border: none; }
QFrame[kind="banner"][tone="info"] { background: $accent_soft; }
QFrame[kind="banner"][tone="ok"] { background: $ok_soft; }
QFrame[kind="banner"][tone="warn"] { background: $warn_soft; }
QFrame[kind="banner"][tone="error"] { background: $error_soft; }
QLabel[kind="h1"] { font-size: 19px; font-weight: 600; color: $text; }
QLabel[kind="h2"] { font-size: 14px; font-weight: 600; color: $text; }
QLabel[kind="muted"] { color: $muted; }
QLabel[kind="small"] { color: $muted; font-size: 12px; }
QLabel[kind="value"] { font-size: 19px; font-weight: 600; color: $text; }
QLabel[tone="ok"] { color: $ok; } QLabel[tone="warn"] { color: $warn; }
QLabel[tone="error"] { color: $error; } QLabel[tone="info"] { color: $accent_ink; }
QLabel[kind="pill"] { border-radius: 10px; padding: 3px 10px; font-size: 12px; font-weight: 500; }
QLabel[kind="pill"][tone="plain"] { background: $hover; color: $muted; }
QLabel[kind="pill"][tone="ok"] { background: $ok_soft; color: $ok; }
QLabel[kind="pill"][tone="warn"] { background: $warn_soft; color: $warn; }
QLabel[kind="pill"][tone="error"] { background: $error_soft; color: $error; }
QLabel[kind="pill"][tone="info"] { background: $accent_soft; color: $accent_ink; }
QLabel[kind="pill"][tone="violet"] { background: $violet_soft; color: $violet; }
QPushButton[kind="plain"] { background: $card; color: $text; border: 1px solid $control;
  border-radius: 7px; padding: 6px 14px; min-height: 20px; }
QPushButton[kind="plain"]:hover { background: $hover; }
QPushButton[kind="plain"]:checked { background: $accent_soft; border-color: $accent;
  color: $accent_ink; }
QPushButton[kind="plain"]:disabled { color: $faint; border-color: $border; }
QPushButton[kind="primary"] { background: $accent; color: $on_accent; border: 1px solid $accent;
  border-radius: 7px; padding: 6px 16px; min-height: 20px; font-weight: 600; }
QPushButton[kind="primary"]:hover { background: $accent_hover; }
QPushButton[kind="primary"]:disabled { background: $track; border-color: $track; color: $faint; }
QPushButton[kind="danger"] { background: $card; color: $error; border: 1px solid $error;
  border-radius: 7px; padding: 6px 14px; min-height: 20px; }
QPushButton[kind="danger"]:hover { background: $error_soft; }
QPushButton[kind="danger"]:disabled { color: $faint; border-color: $border; }
QPushButton[kind="flat"] { background: transparent; color: $muted;
  border: 2px solid transparent; border-radius: 7px; padding: 4px 8px; min-height: 20px; }
QPushButton[kind="flat"]:hover { background: $hover; color: $text; }
QPushButton[kind="flat"]:checked { background: $accent_soft; color: $accent_ink; }
QPushButton[kind="flat"]:disabled { color: $control; }
QPushButton[kind="link"] { background: transparent; color: $accent_ink; border: none;
  padding: 2px; text-align: left; }
QPushButton[kind="link"]:hover { text-decoration: underline; }
QPushButton::menu-indicator { image: url($chevron); width: 14px; height: 14px;
  subcontrol-origin: padding; subcontrol-position: center right; right: 8px; }
QPushButton[kind][menu="true"] { padding-right: 28px; }
QPushButton[kind]:focus { border: 2px solid $accent; }
QPushButton[kind="plain"]:focus { padding: 5px 13px; }
QPushButton[kind="primary"]:focus, QPushButton[kind="danger"]:focus { padding: 5px 13px; }
QPushButton[kind="primary"]:focus { border: 2px solid $text; }
QLineEdit, QPlainTextEdit, QTextEdit, QSpinBox, QDoubleSpinBox, QDateEdit { background: $card;
  color: $text; border: 1px solid $control; border-radius: 7px; padding: 5px 8px;
  min-height: 20px; selection-background-color: $accent; selection-color: $on_accent; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QSpinBox:focus, QDoubleSpinBox:focus,
QDateEdit:focus { border: 2px solid $accent; padding: 4px 7px; }
QLineEdit:disabled, QSpinBox:disabled { color: $faint; background: $sunken; }
QAbstractSpinBox > QLineEdit { background: transparent; border: none; padding: 0 6px;
  min-height: 0; }
QAbstractSpinBox::up-button { subcontrol-origin: border; subcontrol-position: top right;
  width: 22px; border: none; }
QAbstractSpinBox::down-button { subcontrol-origin: border; subcontrol-position: bottom right;
  width: 22px; border: none; }
QAbstractSpinBox::up-arrow { image: url($chevron_up); width: 12px; height: 12px; }
QAbstractSpinBox::down-arrow { image: url($chevron); width: 12px; height: 12px; }
QLineEdit[wrong="true"] { border: 2px solid $error; padding: 4px 7px; }
QComboBox { background: $card; color: $text; border: 1px solid $control; border-radius: 7px;
  padding: 5px 10px; min-height: 20px; }
QComboBox:focus { border: 2px solid $accent; padding: 5px 9px; min-height: 18px; }
QComboBox::drop-down, QDateEdit::drop-down { border: none; width: 24px; }
QComboBox::down-arrow, QDateEdit::down-arrow { image: url($chevron); width: 14px;
  height: 14px; }
QCheckBox::indicator, QRadioButton::indicator, QListView[kind="ticks"]::indicator {
  width: 16px; height: 16px; border: 1px solid $control; background: $card; border-radius: 4px; }
QRadioButton::indicator { border-radius: 8px; }
QCheckBox::indicator:hover, QRadioButton::indicator:hover { border-color: $accent; }
QCheckBox::indicator:checked, QListView[kind="ticks"]::indicator:checked {
  background: $accent; border-color: $accent; image: url($tick); }
QRadioButton::indicator:checked { background: $card; border: 5px solid $accent;
  border-radius: 9px; width: 8px; height: 8px; }
QCheckBox:focus, QRadioButton:focus { color: $accent_ink; }
QProgressBar { background: $track; border: none; border-radius: 4px; max-height: 8px;
  min-height: 8px; }
QProgressBar::chunk { background: $accent; border-radius: 4px; }
QToolTip { background: $card; color: $text; border: 1px solid $border; padding: 6px; }
QMenu { background: $card; color: $text; border: 1px solid $border; padding: 4px; }
QMenu::item { padding: 6px 22px; border-radius: 5px; }
QMenu::item:selected { background: $accent_soft; color: $accent_ink; }
QMenu::item:disabled { color: $faint; }
QMenu::separator { height: 1px; background: $border; margin: 4px 8px; }
QTabBar::tab { background: transparent; color: $muted; padding: 7px 14px; border: none;
  border-bottom: 2px solid transparent; }
QTabBar::tab:selected { color: $accent_ink; border-bottom: 2px solid $accent; }
QTabBar::tab:hover { color: $text; }
QTabWidget::pane { border: none; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; border: none; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; border: none; }
QScrollBar::handle { background: $control; border-radius: 3px; margin: 3px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: $muted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QSplitter::handle { background: transparent; }
""")


def sheet(dark: bool) -> str:
    """The rules with the colours of the theme filled in."""
    name = "dark" if dark else "light"
    images = {
        "chevron": resources.path("icons", "themed", f"chevron-{name}.svg").as_posix(),
        "chevron_up": resources.path("icons", "themed", f"chevron-up-{name}.svg").as_posix(),
        "tick": resources.path("icons", "themed", f"tick-{name}.svg").as_posix(),
    }
    return _RULES.substitute({**(tokens.DARK if dark else tokens.LIGHT), **images})
