"""The rules panel: all that decides about duplicates of an entity. Every change is one edit."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from migrator.model.views.catalog import CatalogItem
from migrator.model.views.duplicates import Rules, SurvivorLine
from ui import speech
from ui.job import Job
from ui.latest import Latest
from ui.operations import catalog, duplicates
from ui.pages.duplicates.rules_cards import BlockingCard, ComparisonsCard, SurvivorsCard
from ui.pages.duplicates.survivor_dialog import SurvivorDialog
from ui.session import Session
from ui.widgets.basic import button, label


class RulesView(QScrollArea):
    """`failed` carries why something was refused, `closed` asks for the queue again."""

    failed = Signal(object)
    closed = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._session = session
        self._entity = ""
        self._rules: Rules | None = None
        self._catalog: tuple[CatalogItem, ...] = ()
        self._latest = Latest(self, self._show, self.failed.emit)
        self.dialog: SurvivorDialog | None = None
        self._title = label("", "h2")
        self.enabled = QCheckBox(self.tr("Look for duplicates here"))
        self.enabled.clicked.connect(self._enable)
        self.suggest = button(self.tr("Suggest rules again"), "wand-sparkles")
        self.suggest.clicked.connect(lambda: self._do(duplicates.suggest(**self._of)))
        self.back = button(self.tr("Back to the queue"), "list-checks")
        self.back.clicked.connect(self.closed)
        self.comparisons = ComparisonsCard()
        self.comparisons.changed.connect(self._compare)
        self.blocking = BlockingCard()
        self.blocking.changed.connect(self._block)
        self.survivors = SurvivorsCard()
        self.survivors.chosen.connect(self._survive)
        self.survivors.opened.connect(self._open_options)
        self.setWidget(self._laid_out())
        self.viewport().setAutoFillBackground(False)

    def _laid_out(self) -> QWidget:
        body = QWidget()
        body.setAutoFillBackground(False)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self._title)
        head.addWidget(self.enabled)
        head.addStretch(1)
        head.addWidget(self.suggest)
        head.addWidget(self.back)
        left = QVBoxLayout()
        left.setSpacing(12)
        left.addWidget(self.comparisons)
        left.addWidget(self.blocking)
        left.addStretch(1)
        right = QVBoxLayout()
        right.addWidget(self.survivors)
        right.addStretch(1)
        columns = QHBoxLayout()
        columns.setSpacing(12)
        columns.addLayout(left, 1)
        columns.addLayout(right, 1)
        box = QVBoxLayout(body)
        box.setContentsMargins(0, 0, 4, 0)
        box.setSpacing(12)
        box.addLayout(head)
        box.addLayout(columns, 1)
        return body

    @property
    def _of(self) -> dict[str, Any]:
        return {"session": self._session, "entity": self._entity}

    # -- what is shown

    def show_entity(self, entity: str, title: str) -> None:
        """Show the rules of an entity."""
        self._entity = entity
        self._title.setText(title)
        if not self._catalog:
            catalog.survivors(session=self._session).then(self._learn, self.failed.emit)
        self._latest.ask(duplicates.rules(**self._of))

    def _learn(self, items: tuple[CatalogItem, ...]) -> None:
        self._catalog = items
        self._show(self._rules)

    def _show(self, rules: Rules | None) -> None:
        self._rules = rules
        if rules is None:
            return
        self.enabled.setChecked(rules.settings.enabled)
        self.comparisons.show_rules(rules)
        self.blocking.show_rules(rules)
        self.survivors.show_rules(rules.survivors, self._catalog)

    # -- what people do

    def _do(self, job: Job) -> None:
        job.failed.connect(self._refused)

    def _refused(self, failure: object) -> None:
        """Show again what holds, and why the change does not."""
        self._show(self._rules)
        self.failed.emit(failure)

    def _enable(self, enabled: bool) -> None:
        self._do(duplicates.set_enabled(**self._of, enabled=enabled))

    def _compare(self, comparisons: Any) -> None:
        self._do(duplicates.set_comparisons(**self._of, comparisons=comparisons))

    def _block(self, blocking: Any) -> None:
        self._do(duplicates.set_blocking(**self._of, blocking=blocking))

    def _survive(self, field: str, rule: str) -> None:
        item = next((one for one in self._catalog if one.id == rule), None)
        if item is not None and item.options:
            survivors = self._rules.survivors if self._rules else ()
            line = next(one for one in survivors if one.field == field)
            self._ask_options(line, item, {})
        else:
            self._do(duplicates.set_survivor(**self._of, field=field, rule=rule))

    def _open_options(self, survivor: SurvivorLine) -> None:
        item = next((one for one in self._catalog if one.id == survivor.rule), None)
        if item is not None:
            self._ask_options(survivor, item, survivor.options)

    def _ask_options(
        self, survivor: SurvivorLine, item: CatalogItem, options: dict[str, Any]
    ) -> None:
        fields = [field.name for field in self._rules.fields] if self._rules else []
        names = {"field": fields, "source": [spec.id for spec in self._session.plan.sources]}
        self.dialog = SurvivorDialog(self._session, speech.say(survivor.label), self)
        self.dialog.form.set_item(item, options, names)
        self.dialog.taken.connect(
            lambda found: self._do(
                duplicates.set_survivor(
                    **self._of, field=survivor.field, rule=item.id, options=found
                )
            )
        )
        self.dialog.rejected.connect(lambda: self._show(self._rules))
        self.dialog.open()
