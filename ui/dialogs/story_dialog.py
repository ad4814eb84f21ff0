"""The whole story of one record: where it came from, what was done to it, where it ended."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QMenu, QTabWidget, QVBoxLayout, QWidget

from migrator.model.views.story import Hit, RecordStory
from ui import icons, speech
from ui.dialogs.story_merge import MergePart
from ui.dialogs.story_source import SourcePart
from ui.dialogs.story_target import TargetPart
from ui.dialogs.story_words import fate_told, stage_told
from ui.job import Job
from ui.latest import Latest
from ui.operations import story
from ui.session import Session
from ui.widgets.banner import Banner
from ui.widgets.basic import Pill, SearchField, button, label, set_tone


class StoryDialog(QDialog):
    """Shows the golden record `gid` of `entity`; `of_row` starts from a source row. Other records
    are a double click or a search away, and Back returns."""

    def __init__(
        self, session: Session, entity: str = "", gid: int = 0, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Story of a record"))
        self.resize(1080, 640)
        self._session = session
        self._seen: list[tuple[str, int]] = []
        self.story: RecordStory | None = None
        self.back = button("", flat=True)
        self.seek = SearchField(self.tr("Find by source key, target id or number"))
        self.seek.setFixedWidth(300)
        self.title = label("", "h1")
        self.facts = label("", "muted")
        self.fate = Pill()
        self.source = SourcePart()
        self.merge = MergePart()
        self.target = TargetPart()
        self.tabs = QTabWidget()
        self.banner = Banner()
        self._build()
        self._answers = Latest(self, self._show, self.banner.fail)
        self._hits = Latest(self, self._show_hits, self.banner.fail)
        self.back.clicked.connect(self._go_back)
        self.merge.wanted.connect(self.show_record)
        self.seek.returnPressed.connect(self._search)
        QShortcut(QKeySequence.StandardKey.Back, self, self._go_back)
        if gid:
            self.show_record(entity, gid)

    @classmethod
    def of_row(cls, session: Session, rid: int, parent: QWidget | None = None) -> StoryDialog:
        """The story of the record that the source row `rid` (a row id) became part of."""
        made = cls(session, parent=parent)
        made.show_row(rid)
        return made

    def show_record(self, entity: str, gid: int) -> None:
        """Tell the story of another record."""
        self._ask(story.record(session=self._session, entity=entity, gid=int(gid)))

    def show_row(self, rid: int) -> None:
        """Tell the story of the record that a source row became part of."""
        self._ask(story.row(session=self._session, rid=int(rid)))

    def _ask(self, job: Job) -> None:
        self.banner.hide()
        self._answers.ask(job)

    # -- showing

    def _show(self, found: RecordStory) -> None:
        self.story = found
        place = (found.entity, found.gid)
        if found.gid and (not self._seen or self._seen[-1] != place):
            self._seen.append(place)
        self.back.setEnabled(len(self._seen) > 1)
        plan = self._session.plan
        entity = speech.say(found.label)
        name = speech.isolate(found.name) if found.name else ""
        self.title.setText(f"{entity}: {name}" if name else entity)
        parts = [speech.isolate(found.key)] if found.key else []
        if found.gid:
            number = self.tr("record {number}").format(number=speech.ltr(str(found.gid)))
            parts.append(number)
        self.facts.setText(" · ".join(parts))
        told, tone = fate_told(found.landing.fate)
        self.fate.setText(told)
        set_tone(self.fate, tone)
        self.source.show_rows(plan, found.rows)
        self.merge.show_story(plan, found)
        self.target.show_story(plan, found)
        self._name_tabs(found)
        if found.stale:
            words = self.tr(
                "Something changed since this was worked out: “{stage}” and what follows are out of"
                " date."
            )
            self.banner.say(words.format(stage=stage_told(found.stale)), "warn")

    def _name_tabs(self, found: RecordStory) -> None:
        rows = self.tr("Source and steps ({count})").format(count=speech.number(len(found.rows)))
        self.tabs.setTabText(0, rows)
        merged = len(found.rows) > 1
        self.tabs.setTabText(1, self.tr("Merged") if merged else self.tr("Not merged"))
        self.tabs.setTabText(2, self.tr("Checks and target"))

    # -- other records

    def _go_back(self) -> None:
        if len(self._seen) > 1:
            self._seen.pop()
            entity, gid = self._seen.pop()
            self.show_record(entity, gid)

    def _search(self) -> None:
        if self.seek.text().strip():
            self._hits.ask(story.find(session=self._session, text=self.seek.text()))

    def _show_hits(self, hits: tuple[Hit, ...]) -> None:
        if not hits:
            words = self.tr("No record has the key or id “{text}”.")
            text = speech.isolate(self.seek.text().strip())
            self.banner.say(words.format(text=text), "info")
        elif len(hits) == 1:
            self._open(hits[0])
        else:
            self._offer(hits)

    def _open(self, hit: Hit) -> None:
        if hit.gid:
            self.show_record(hit.entity, hit.gid)
        else:
            self.show_row(hit.rid)

    def _offer(self, hits: tuple[Hit, ...]) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for hit in hits:
            name = speech.isolate(hit.name or hit.key)
            action = menu.addAction(f"{speech.say(hit.label)}: {name}".replace("&", "&&"))
            action.triggered.connect(lambda _=False, hit=hit: self._open(hit))
        menu.popup(self.seek.mapToGlobal(self.seek.rect().bottomLeft()))

    # -- the look

    def _build(self) -> None:
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        self.back.setIcon(icons.icon("arrow-left", mirrored=rtl))
        told = self.tr("Back to the record before")
        self.back.setToolTip(told)
        self.back.setAccessibleName(told)
        self.back.setEnabled(False)
        self.back.setAutoDefault(False)
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self.back)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.title)
        words.addWidget(self.facts)
        head.addLayout(words)
        head.addWidget(self.fate, 0, Qt.AlignmentFlag.AlignVCenter)
        head.addStretch(1)
        head.addWidget(self.seek)
        for part in (self.source, self.merge, self.target):
            self.tabs.addTab(part, "")
        self.tabs.tabBar().setDrawBase(False)
        box = QVBoxLayout(self)
        box.setContentsMargins(20, 16, 20, 16)
        box.setSpacing(8)
        box.addLayout(head)
        box.addWidget(self.banner)
        box.addWidget(self.tabs, 1)
