"""A field's values with their counts, and groups of values that may mean the same."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from migrator.model.views.cleaning import RecipeView, Unified
from ui import speech
from ui.latest import Latest
from ui.operations import cleaning
from ui.pages.cleaning.facet_card import FacetCard
from ui.pages.cleaning.groups_card import GroupsCard
from ui.pages.cleaning.words import field_told
from ui.session import Session
from ui.widgets.basic import label
from ui.widgets.split import Split


class ValuesWork(QWidget):
    """Looks at one field of one entity. `failed` carries a Failure, `changed` comes after an
    edit."""

    failed = Signal(object)
    changed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._entity = ""
        self._fields: dict[str, str] = {}  # entity -> the field looked at last
        self.facet = FacetCard()
        self.groups = GroupsCard()
        self._facets = Latest(self, self.facet.show_facet, self.failed.emit)
        self._found = Latest(self, self.groups.show_groups, self.failed.emit)
        self.field = QComboBox()
        self.field.setAccessibleName(self.tr("Field"))
        self.field.setMinimumWidth(260)
        self.field.currentIndexChanged.connect(self._look)
        row = QHBoxLayout()
        row.addWidget(label(self.tr("Field")))
        row.addWidget(self.field)
        row.addWidget(label(self.tr("as the recipe leaves it"), "muted"))
        row.addStretch(1)
        splitter = Split()
        splitter.addWidget(self.facet)
        splitter.addWidget(self.groups)
        splitter.setSizes([460, 540])
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        box.addLayout(row)
        box.addWidget(splitter, 1)
        self.facet.search_changed.connect(self._ask_values)
        self.groups.likeness_changed.connect(self._ask_groups)
        for card in (self.facet, self.groups):
            card.unify_wanted.connect(self._unify)

    def show_fields(self, view: RecipeView) -> None:
        """Offer the fields of an entity, and look at the one looked at before, else at the first
        that has values to choose from."""
        self._entity = view.entity.name
        wanted = self._fields.get(self._entity, "")
        told = self.tr("{field} – {count} different")
        self.field.blockSignals(True)
        self.field.clear()
        for one in view.fields:
            words = told.format(field=field_told(one), count=speech.number(one.distinct))
            self.field.addItem(words, one.name)
        place = self.field.findData(wanted)
        if place < 0:
            likely = (n for n, f in enumerate(view.fields) if 1 < f.distinct < f.filled / 2)
            place = next(likely, 0)
        self.field.setCurrentIndex(place)
        self.field.blockSignals(False)
        self._ask()

    def _look(self) -> None:
        self.facet.search.blockSignals(True)
        self.facet.search.clear()
        self.facet.search.blockSignals(False)
        self._ask()

    def _ask(self) -> None:
        field = self.field.currentData()
        if field and self.isVisible():
            self._fields[self._entity] = str(field)
            self._ask_values()
            self._ask_groups()

    def _ask_values(self) -> None:
        self._facets.ask(
            cleaning.facet(
                session=self._session,
                entity=self._entity,
                field=str(self.field.currentData()),
                search=self.facet.search.text().strip(),
            )
        )

    def _ask_groups(self) -> None:
        self._found.ask(
            cleaning.groups(
                session=self._session,
                entity=self._entity,
                field=str(self.field.currentData()),
                likeness=self.groups.likeness,
            )
        )

    def _unify(self, groups: tuple[Unified, ...]) -> None:
        job = cleaning.unify(
            session=self._session,
            entity=self._entity,
            field=str(self.field.currentData()),
            groups=groups,
        )
        job.then(lambda _: self.changed.emit(), self.failed.emit)
