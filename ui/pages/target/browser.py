"""Entities and their fields, to look at: search, types, picklists, relationships."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from migrator.model.plan import Plan
from migrator.model.schema import Entity, Field, Schema
from ui import speech
from ui.models.small_table import Cell, Line, SmallTable
from ui.pages.target.words import (
    entity_told,
    field_told,
    points_told,
    role_told,
    type_told,
    value_told,
)
from ui.widgets.basic import GAP, Card, SearchField, label
from ui.widgets.small_view import SmallView


class SchemaBrowser(QWidget):
    """Entities at the start, the fields of the chosen one beside them, the chosen field below."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._schema = Schema()
        self._mapped: set[tuple[str, str]] = set()
        self.search = SearchField(self.tr("Search entities and fields"))
        self.entities = SmallTable((self.tr("Entity"), self.tr("Fields"), self.tr("Mapped")), self)
        self.entity_view = SmallView(self.entities, (1, 0, 0), self.tr("Entities"))
        self.fields = SmallTable(
            (
                self.tr("Field"),
                self.tr("Name there"),
                self.tr("What fits"),
                "",
                self.tr("Values or link"),
                self.tr("Mapped"),
            ),
            self,
        )
        self.field_view = SmallView(self.fields, (5, 5, 5, 0, 4, 0), self.tr("Fields"))
        self._title = label("", "h2")
        self._name = label("", "small")
        self._detail = label("", "small", wrap=True)
        self._build()
        self.search.textChanged.connect(lambda _: self._show_entities())
        self.entity_view.picked.connect(lambda _: self._show_fields())
        self.field_view.picked.connect(lambda _: self._show_detail())

    def show_plan(self, plan: Plan) -> None:
        """Show the schema of the plan's target, and what of it is mapped."""
        self._schema = plan.target.schema
        self._mapped = {(feed.entity, row.target) for feed in plan.feeds for row in feed.fields}
        self._show_entities()

    # -- entities

    def _show_entities(self) -> None:
        wanted = self.search.text().strip().casefold()
        chosen = self.entity_view.current
        lines = [
            self._entity_line(entity)
            for entity in self._schema.entities
            if not wanted or _fits(entity, wanted) or self._hits(entity, wanted)
        ]
        self.entities.show(lines)
        if not self.entity_view.select_key(chosen) and lines:
            self.entity_view.select_key(lines[0].key)
        self._show_fields()

    def _entity_line(self, entity: Entity) -> Line:
        mapped = sum((entity.name, f.name) in self._mapped for f in entity.fields)
        return Line(
            (
                Cell(entity_told(entity), tip=speech.ltr(entity.name), strong=mapped > 0),
                Cell(speech.number(len(entity.fields)), "muted", number=True),
                Cell(speech.number(mapped) if mapped else "—", "" if mapped else "faint",
                     number=True),
            ),
            entity.name,
        )  # fmt: skip

    @staticmethod
    def _hits(entity: Entity, wanted: str) -> list[Field]:
        return [
            field
            for field in entity.fields
            if any(
                wanted in text.casefold()
                for text in (field.name, field.label, field.label_fa, field.description)
            )
        ]

    # -- fields

    def _show_fields(self) -> None:
        name = self.entity_view.current
        if not isinstance(name, str) or not self._schema.has(name):
            self.fields.show(())
            self._title.setText("")
            self._name.setText("")
            self._show_detail()
            return
        entity = self._schema.entity(name)
        wanted = self.search.text().strip().casefold()
        found = list(entity.fields)
        if wanted and not _fits(entity, wanted):
            found = self._hits(entity, wanted)
        chosen = self.field_view.current
        self._title.setText(entity_told(entity))
        self._name.setText(speech.ltr(entity.name))
        self.fields.show([self._field_line(entity, field) for field in found])
        if not self.field_view.select_key(chosen) and found:
            self.field_view.select_key(found[0].name)
        self._show_detail()

    def _field_line(self, entity: Entity, field: Field) -> Line:
        role, tone = role_told(entity, field)
        linked = entity.relationship(field.name) is not None
        points = points_told(entity, field, self._schema)
        mapped = (entity.name, field.name) in self._mapped
        return Line(
            (
                Cell(field_told(field), strong=bool(role)),
                Cell(speech.ltr(field.name), "muted", plain=field.name),
                Cell(type_told(field), tip=field.native_type),
                Cell(role, tone),
                Cell(points, "muted", icon=("link" if linked else "list") if points else ""),
                Cell("", "ok" if mapped else "", icon="check" if mapped else "",
                     tip=self.tr("mapped") if mapped else "",
                     plain=self.tr("mapped") if mapped else ""),
            ),
            field.name,
        )  # fmt: skip

    def _show_detail(self) -> None:
        entity, field = self.entity_view.current, self.field_view.current
        told = ""
        if isinstance(entity, str) and isinstance(field, str) and self._schema.has(entity):
            found = self._schema.entity(entity)
            one = next((f for f in found.fields if f.name == field), None)
            told = "" if one is None else self._told(found, one)
        self._detail.setText(told)

    def _told(self, entity: Entity, field: Field) -> str:
        parts = [f"{field_told(field)} · {type_told(field)}"]
        if field.description:
            parts.append(field.description)
        relationship = entity.relationship(field.name)
        if relationship is not None:
            words = self.tr("Holds the key of a record of {entity}.")
            name = relationship.parent
            if self._schema.has(name):
                name = entity_told(self._schema.entity(name))
            parts.append(words.format(entity=name))
        if field.generated:
            parts.append(self.tr("The target fills it by itself when nothing is sent."))
        if field.picklist:
            listed = "، " if speech.language() == "fa" else ", "
            values = listed.join(value_told(value) for value in field.picklist)
            parts.append(self.tr("Allowed values: {values}").format(values=values))
        return "\n".join(parts)

    # -- the look

    def _build(self) -> None:
        left = Card()
        left.setFixedWidth(290)
        left.body.addWidget(self.search)
        left.body.addWidget(self.entity_view, 1)
        right = Card()
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self._title)
        head.addWidget(self._name)
        head.addStretch(1)
        right.body.setSpacing(8)
        right.body.addLayout(head)
        right.body.addWidget(self.field_view, 1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setFixedHeight(76)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inner = QWidget()
        box = QVBoxLayout(inner)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self._detail)
        box.addStretch(1)
        area.setWidget(inner)
        area.viewport().setAutoFillBackground(False)
        inner.setAutoFillBackground(False)
        right.body.addWidget(area)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        row.addWidget(left)
        row.addWidget(right, 1)


def _fits(entity: Entity, wanted: str) -> bool:
    return any(wanted in text.casefold() for text in (entity.name, entity.label, entity.label_fa))
