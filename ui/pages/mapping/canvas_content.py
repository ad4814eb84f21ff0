"""The cards and lines that stand on the canvas: only what differs is made anew, moved or lit."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtWidgets import QGraphicsScene

from ui.pages.mapping.canvas_items import CardItem, LinkItem
from ui.pages.mapping.canvas_layout import Frame, Placement
from ui.pages.mapping.canvas_looks import chips, is_solid, source_look, target_look
from ui.pages.mapping.document import Document

Spot = tuple[bool, str]  # whether it is a source column, its name
Ends = tuple[str, str]  # source column, target field


class Content:
    """Keeps the items of one scene. `touched` counts the items that the last change made, moved,
    repainted or removed: an edit of one row may touch a few of thousand."""

    def __init__(self, scene: QGraphicsScene) -> None:
        self._scene = scene
        self.cards: dict[Spot, CardItem] = {}
        self.links: dict[Ends, LinkItem] = {}
        self.touched = 0
        self._lit: set[CardItem | LinkItem] = set()

    def show(self, document: Document, placement: Placement, mirrored: bool) -> None:
        """Hold the items of this document and no others."""
        self.touched = 0
        wanted: dict[Spot, object] = {}
        for name in placement.sources:
            wanted[True, name] = (document.sources[name], name in document.fed)
        for name in placement.targets:
            wanted[False, name] = (document.targets[name], document.rows.get(name))
        for spot in [spot for spot in self.cards if spot not in wanted]:
            self._drop(self.cards.pop(spot))
        for spot, facts in wanted.items():
            self._show_card(document, spot, facts, mirrored)
        self._show_links(document)

    def _show_card(self, document: Document, spot: Spot, facts: object, mirrored: bool) -> None:
        there = self.cards.get(spot)
        if there is not None and there.facts == facts:
            return
        source, name = spot
        if source:
            look = source_look(document, document.sources[name])
        else:
            look = target_look(document, document.targets[name])
        self.touched += 1
        if there is None:
            there = self.cards[spot] = CardItem(source, name, look, mirrored)
            self._scene.addItem(there)
        else:
            there.show_look(look)
        there.facts = facts

    def _show_links(self, document: Document) -> None:
        wanted = {
            (link.source, link.target): link
            for link in document.links
            if (True, link.source) in self.cards and (False, link.target) in self.cards
        }
        for ends in [ends for ends in self.links if ends not in wanted]:
            gone = self.links.pop(ends)
            self._scene.removeItem(gone.strip)
            self._drop(gone)
        for ends, link in wanted.items():
            row = document.rows[link.target]
            facts = (row, link.leading, document.tone(row), link.target in document.sheet.reopened)
            there = self.links.get(ends)
            if there is not None and there.facts == facts:
                continue
            self.touched += 1
            told = chips(document, row) if link.leading else []
            if there is None:
                there = self.links[ends] = LinkItem(*ends)
                self._scene.addItem(there)
                self._scene.addItem(there.strip)
            there.show_look(document.tone(row), is_solid(row), told)
            there.facts = facts

    def _drop(self, item: CardItem | LinkItem) -> None:
        self.touched += 1
        self._lit.discard(item)
        self._scene.removeItem(item)

    def lay_out(self, placement: Placement, frame: Frame) -> None:
        """Put everything in its place."""
        for source, names in ((True, placement.sources), (False, placement.targets)):
            for n, name in enumerate(names):
                self.touched += self.cards[source, name].put(frame.card(source, n))
        heights = {name: n for n, name in enumerate(placement.sources)}
        depths = {name: n for n, name in enumerate(placement.targets)}
        for (begin, end_at), link in self.links.items():
            start = frame.port(True, heights[begin])
            end = frame.port(False, depths[end_at])
            self.touched += link.put(start, end, frame.gap)

    def light(self, spots: Collection[Spot], rows: Collection[str]) -> None:
        """Show these cards, and the lines into these fields, as selected; nothing else."""
        wanted: set[CardItem | LinkItem] = {self.cards[s] for s in spots if s in self.cards}
        wanted |= {link for ends, link in self.links.items() if ends[1] in rows}
        for item in wanted ^ self._lit:
            item.light(chosen=item in wanted)
            self.touched += 1
        self._lit = wanted

    def repaint(self) -> None:
        """Paint everything anew, as when the colours changed."""
        for item in (*self.cards.values(), *self.links.values()):
            item.update()
        for link in self.links.values():
            link.strip.update()
