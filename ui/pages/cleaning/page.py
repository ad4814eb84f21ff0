"""Step 6: the recipe of each entity, and values made alike."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QStackedWidget, QTabBar, QWidget

from migrator.model.changes import ChangeSet
from migrator.model.recipe import RecipeStep
from migrator.model.views.catalog import CatalogItem
from migrator.model.views.cleaning import EntityLine, RecipeView
from ui import speech
from ui.latest import Latest
from ui.operations import catalog, cleaning, proposals
from ui.pages.cleaning.recipe_view import RecipeWork
from ui.pages.cleaning.suggest_dialog import SuggestDialog
from ui.pages.cleaning.values_view import ValuesWork
from ui.pages.page import Page
from ui.session import Session
from ui.widgets.basic import EmptyState, label

RECIPE, VALUES = range(2)


class CleaningPage(Page):
    """One entity at a time: its recipe with the effect of each step, or the values of its
    fields."""

    step = "cleaning"
    needs = "cleanse"

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._view: RecipeView | None = None
        self.recipe = RecipeWork(session)
        self.values = ValuesWork(session)
        self.entity = QComboBox()
        self.entity.setAccessibleName(self.tr("Entity"))
        self.entity.setMinimumWidth(240)
        self.tabs = QTabBar(drawBase=False, expanding=False)
        self.tabs.setAccessibleName(self.tr("Recipe or values"))
        self.tabs.addTab(self.tr("Recipe"))
        self.tabs.addTab(self.tr("Values"))
        self._entities = Latest(self, self._show_entities, self.fail)
        self._recipes = Latest(self, self._show_recipe, self.fail)
        self._catalog = Latest(self, self._show_items, self.fail)
        self.suggest = self.header.add_action(
            self.tr("Suggest steps"), "wand-sparkles", self._suggest
        )
        self._build()
        self._catalog.ask(catalog.transforms(session=session))

    def title(self) -> str:
        return self.tr("Clean")

    def intro(self) -> str:
        return self.tr(
            "Steps that put values in order, always the same way, also when new data comes. Nothing"
            " is changed in the sources, and every step can be switched off or undone."
        )

    def _build(self) -> None:
        self._bar = QWidget()
        row = QHBoxLayout(self._bar)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(label(self.tr("Entity")))
        row.addWidget(self.entity)
        row.addWidget(self.tabs)
        row.addStretch(1)
        self._empty = EmptyState(
            "sparkles",
            self.tr("Nothing to clean yet"),
            self.tr(
                "Map fields of the sources to the target first: their values are cleaned here."
            ),
            self.tr("Go to mapping"),
            lambda: self.go.emit("mapping"),
        )
        self._stack = QStackedWidget()
        for part in (self.recipe, self.values, self._empty):
            self._stack.addWidget(part)
        self.body.addWidget(self._bar)
        self.body.addWidget(self._stack, 1)
        self.entity.currentIndexChanged.connect(self._other_entity)
        self.tabs.currentChanged.connect(self._other_tab)
        for work in (self.recipe, self.values):
            work.failed.connect(self.fail)
            work.changed.connect(self._edited)

    # -- what is shown

    def refresh(self) -> None:
        self._entities.ask(cleaning.entities(session=self.session))

    def on_changed(self, changes: ChangeSet, initiator: Any) -> None:  # noqa: ARG002
        self.refresh()

    def leave(self) -> None:
        self.recipe.leave()
        super().leave()

    def _edited(self) -> None:
        self.banner("")
        self.refresh()

    def _show_entities(self, entities: tuple[EntityLine, ...]) -> None:
        chosen = self.entity.currentData()
        told = self.tr("{entity} – {rows} rows")
        self.entity.blockSignals(True)
        self.entity.clear()
        for one in entities:
            words = told.format(entity=speech.say(one.label), rows=speech.number(one.rows))
            self.entity.addItem(words, one.name)
        busiest = max(entities, key=lambda one: one.changed, default=None)
        first = busiest.name if busiest else ""
        place = self.entity.findData(chosen if chosen else first)
        self.entity.setCurrentIndex(max(0, place))
        self.entity.blockSignals(False)
        self._bar.setVisible(bool(entities))
        self.suggest.setVisible(bool(entities))
        self.header.set_pills(self._pills(entities))
        self._offer(entities)
        self._other_tab()
        self._other_entity()

    def _offer(self, entities: tuple[EntityLine, ...]) -> None:
        """Where there is no recipe at all: what Kooch would do, in one press."""
        if entities and not self.session.plan.recipes:
            self.banner(
                self.tr("No entity has a recipe yet. Kooch can propose one for each."),
                "info",
                self.tr("Suggest for all"),
                lambda: proposals.cleaning(session=self.session).then(self._offered, self.fail),
            )

    def _offered(self, _: object) -> None:
        self.banner("")

    def _pills(self, entities: tuple[EntityLine, ...]) -> list[tuple[str, str]]:
        if not entities:
            return []
        steps = sum(one.enabled for one in entities)
        changed = sum(one.changed for one in entities)
        issues = sum(one.issues for one in entities)
        pills = [(self.tr("{count} steps").format(count=speech.number(steps)), "info")]
        if changed:
            told = self.tr("{count} values changed").format(count=speech.number(changed))
            pills.append((told, "ok"))
        if issues:
            told = self.tr("{count} could not be converted").format(count=speech.number(issues))
            pills.append((told, "warn"))
        return pills

    def _other_entity(self) -> None:
        name = self.entity.currentData()
        if name:
            self._recipes.ask(cleaning.recipe(session=self.session, entity=str(name)))

    def _show_recipe(self, view: RecipeView) -> None:
        self._view = view
        self.recipe.show_recipe(view)
        self.values.show_fields(view)

    def _show_items(self, items: tuple[CatalogItem, ...]) -> None:
        self.recipe.set_items(items)

    def _other_tab(self, *_: object) -> None:
        if not self.entity.count():
            self._stack.setCurrentWidget(self._empty)
            return
        values = self.tabs.currentIndex() == VALUES
        if values:
            self.recipe.leave()
        self._stack.setCurrentWidget(self.values if values else self.recipe)
        if values and self._view is not None:
            self.values.show_fields(self._view)

    # -- what the person does

    def _suggest(self) -> None:
        name = self.entity.currentData()
        if not name:
            return
        dialog = SuggestDialog(self.session, str(name), self)
        dialog.taken.connect(self._take)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _take(self, steps: tuple[RecipeStep, ...]) -> None:
        name = str(self.entity.currentData())
        job = cleaning.add(session=self.session, entity=name, steps=steps)
        job.then(lambda _: self._edited(), self.fail)
