"""The window's languages: English stands in the code, Persian in Qt Linguist files by area.

python -m ui.translations update [AREA]    take new strings into resources/i18n/fa/<area>.ts
python -m ui.translations compile          write resources/i18n/kooch_fa.qm
python -m ui.translations check            name what is not translated; fails if there is any
"""

from __future__ import annotations

import os
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QTranslator

from migrator.model.views.state import STEPS
from ui import resources, speech

SHELL = "shell"
AREAS = (SHELL, *STEPS)
COMPILED = "kooch_fa.qm"
_UI = Path(__file__).resolve().parent


def install(app: QCoreApplication, language: str) -> None:
    """Let `app` speak `language` from now on, instead of what it spoke before."""
    while _installed:
        app.removeTranslator(_installed.pop())
    speech.use(language)
    if language != "fa":
        return
    qt_folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    for name, folder in (("qtbase_fa.qm", qt_folder), (COMPILED, str(resources.path("i18n")))):
        translator = QTranslator(app)
        if translator.load(name, folder):
            app.installTranslator(translator)
            _installed.append(translator)


_installed: list[QTranslator] = []


def files_of(area: str) -> list[Path]:
    """The sources of an area: a step's page and operations, or everything else."""
    if area in STEPS:
        own = sorted((_UI / "pages" / area).rglob("*.py"))
        return [*own, *[p for p in [_UI / "operations" / f"{area}.py"] if p.is_file()]]
    taken = {path for step in STEPS for path in files_of(step)}
    return sorted(path for path in _UI.rglob("*.py") if path not in taken)


def document(area: str) -> Path:
    """The Linguist file of an area."""
    return resources.path("i18n", "fa", f"{area}.ts")


def update(area: str, out: Path | None = None) -> None:
    """Take the strings of the code into the area's Linguist file (or `out`); gone ones are
    dropped."""
    out = out or document(area)
    out.parent.mkdir(parents=True, exist_ok=True)
    _tool("pyside6-lupdate", *map(str, files_of(area)), "-ts", str(out),
          "-source-language", "en", "-target-language", "fa_IR", "-no-obsolete",
          "-locations", "none")  # fmt: skip


def compile_all() -> Path:
    """Compile every area into one file that Qt loads."""
    out = resources.path("i18n", COMPILED)
    found = [str(document(area)) for area in AREAS if document(area).is_file()]
    # Written beside and moved: a window that starts meanwhile never loads half a file.
    fresh = out.with_suffix(f".{os.getpid()}")
    _tool("pyside6-lrelease", "-silent", *found, "-qm", str(fresh))
    fresh.replace(out)
    return out


def messages(path: Path) -> Iterator[tuple[str, str, str]]:
    """(context, English, Persian) of a Linguist file; "" for what is not translated."""
    for context in ET.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            found = message.find("translation")
            done = found is not None and found.get("type") != "unfinished"
            words = (found.text or "") if done and found is not None else ""
            yield context.findtext("name", ""), message.findtext("source", ""), words.strip()


def unfinished() -> list[str]:
    """What has no Persian yet, as "area: context: English"."""
    return [
        f"{area}: {context}: {source}"
        for area in AREAS
        for context, source, words in messages(document(area))
        if not words
    ]


def _tool(name: str, *args: str) -> None:
    program = Path(sys.executable).with_name(name)
    subprocess.run([str(program), *args], check=True, stdout=subprocess.DEVNULL)


def main(words: list[str]) -> int:
    """The command line of this file."""
    match words:
        case ["update", *areas]:
            for area in areas or AREAS:
                update(area)
        case ["compile"]:
            compile_all()
        case ["check"]:
            lacking = unfinished()
            sys.stdout.write("".join(f"{one}\n" for one in lacking))
            return 1 if lacking else 0
        case _:
            sys.stderr.write(f"{__doc__}\n")
            return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
