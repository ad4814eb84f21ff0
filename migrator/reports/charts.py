"""Charts as inline SVG. Lengths are in user units of a viewBox; pages scale them as they like.

In Persian everything runs from right to left: x is mirrored here, once, and text anchors with it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from migrator.reports.html import Html, el, text
from migrator.reports.style import GREY

WIDTH = 960
_INK, _SOFT, _TRACK = "#1b2130", "#5d677a", "#eef0f4"


@dataclass(frozen=True)
class Part:
    """A piece of a bar or a stream: `amount` is drawn, `told` is what people read."""

    label: str
    amount: float
    told: str
    colour: str


@dataclass(frozen=True)
class Bar:
    """One row of a bar chart; `told` stands at its end."""

    label: str
    parts: tuple[Part, ...]
    told: str


@dataclass(frozen=True)
class Canvas:
    """Where things stand, mirrored or not."""

    height: float
    rtl: bool

    def x(self, at: float, width: float = 0.0) -> str:
        """The left edge of something `width` wide that starts `at` units from the reading side."""
        return _short(WIDTH - at - width if self.rtl else at)

    def words(self, at: float, y: float, said: object, **more: object) -> Html:
        """Text that starts (`anchor` start, the default) or ends `at` units from the reading
        side."""
        anchor = str(more.pop("anchor", "start"))
        turned = {"start": "end", "end": "start"}.get(anchor, anchor) if self.rtl else anchor
        size = more.pop("size", 13)
        fill = more.pop("fill", _INK)
        # Isolates: a Latin field name keeps its own direction among Persian words.
        content = Html(f"\u2068{text(said)}\u2069")
        options = {"text_anchor": turned, "font_size": size, "fill": fill, "direction": "ltr"}
        return el("text", content, x=self.x(at), y=_short(y), **options, **more)

    def rect(self, at: float, y: float, width: float, height: float, colour: str) -> Html:
        """A rectangle that starts `at` units from the reading side."""
        place = {"x": self.x(at, width), "y": _short(y)}
        return el("rect", **place, width=_short(width), height=_short(height), fill=colour)

    def draw(self, title: str, *shapes: object) -> Html:
        """The finished picture; `title` is read out by screen readers."""
        box = f"0 0 {WIDTH} {_short(self.height)}"
        return el("svg", el("title", title), *shapes, viewBox=box, role="img")


def bars(
    title: str,
    rows: Sequence[Bar],
    *,
    rtl: bool,
    whole: float | None = None,
    label_width: float = 230.0,
) -> Html:
    """Horizontal bars, one under the other. `whole` is the amount of a full track; without it the
    longest bar is full."""
    step = 30.0
    room = WIDTH - label_width - 90.0
    full = whole or max((sum(p.amount for p in row.parts) for row in rows), default=0) or 1
    canvas = Canvas(step * len(rows) + 4, rtl)
    shapes: list[Html] = []
    for number, row in enumerate(rows):
        y = step * number + 5
        shapes.append(canvas.words(0, y + 13, _cut(row.label, int(label_width / 6.8))))
        shapes.append(canvas.rect(label_width, y + 3, room, 12, _TRACK))
        at = label_width
        for part in row.parts:
            width = room * min(part.amount / full, 1.0)
            width = max(width, 2.0) if part.amount else 0.0
            shapes.append(canvas.rect(at, y + 3, width, 12, part.colour))
            at += width
        shapes.append(canvas.words(WIDTH, y + 13, row.told, anchor="end", fill=_SOFT))
    return canvas.draw(title, *shapes)


def flow(title: str, start: Part, ends: Sequence[Part], *, rtl: bool) -> Html:
    """Streams from one amount to the amounts it splits into; `ends` add up to `start`."""
    total = sum(part.amount for part in ends) or 1
    inner, gap, node, left = 150.0, 26.0, 12.0, 150.0
    heights = [max(inner * part.amount / total, 3.0) for part in ends]
    places = _places(heights, gap)
    height = max(places[-1] + heights[-1] + 22, 120.0) if ends else 120.0
    canvas = Canvas(height, rtl)
    begin = (height - sum(heights)) / 2
    shapes = [canvas.rect(left, begin, node, sum(heights), GREY)]
    shapes.append(_tell(canvas, left - 12, begin + sum(heights) / 2, start, "end"))
    right = WIDTH - 250.0
    for part, tall, y in zip(ends, heights, places, strict=True):
        shapes.append(_ribbon(canvas, (left + node, begin), (right, y), tall, part.colour))
        shapes.append(canvas.rect(right, y, node, tall, part.colour))
        shapes.append(_tell(canvas, right + node + 12, y + tall / 2, part, "start"))
        begin += tall
    return canvas.draw(title, *shapes)


def columns(title: str, parts: Sequence[Part]) -> Html:
    """A histogram: one column per part, its label below, the amount above. The axis runs from left
    to right in every language, as numbers do."""
    tall, base = 130.0, 160.0
    full = max((part.amount for part in parts), default=0) or 1
    width = WIDTH / max(len(parts), 1)
    every = max(1, len(parts) // 8)  # labels side by side must not run into each other
    canvas = Canvas(base + 26, rtl=False)
    shapes: list[Html] = [canvas.rect(0, base, WIDTH, 1, "#d5d9e0")]
    for number, part in enumerate(parts):
        height = max(tall * part.amount / full, 1.5 if part.amount else 0)
        middle = width * (number + 0.5)
        shapes.append(
            canvas.rect(width * number + 5, base - height, width - 10, height, part.colour)
        )
        shapes.append(canvas.words(middle, base - height - 6, part.told, anchor="middle", size=12))
        if number % every == 0:
            shapes.append(
                canvas.words(middle, base + 19, part.label, anchor="middle", size=12, fill=_SOFT)
            )
    return canvas.draw(title, *shapes)


def sign(good: bool) -> Html:
    """A tick or a warning, so that colour is never the only signal."""
    colour = "#178a5a" if good else "#c8372d"
    line = "M10 17l5 5 9-11" if good else "M17 9v10M17 24v.5"
    pen = {"stroke": colour, "stroke_width": 2.6, "fill": "none", "stroke_linecap": "round"}
    ring = el("circle", cx=17, cy=17, r=15, stroke=colour, stroke_width=2, fill="none")
    drawn = el("path", d=line, **pen)
    return el("svg", ring, drawn, viewBox="0 0 34 34", width=34, height=34, aria_hidden="true")


def _tell(canvas: Canvas, at: float, y: float, part: Part, anchor: str) -> Html:
    number = canvas.words(at, y - 1, part.told, anchor=anchor, size=15, font_weight=700)
    return Html(number + canvas.words(at, y + 15, part.label, anchor=anchor, size=12, fill=_SOFT))


def _places(heights: Sequence[float], gap: float) -> list[float]:
    """Tops of the ends: far enough apart for two lines of words each."""
    places: list[float] = []
    at = 20.0
    for height in heights:
        places.append(at)
        at += max(height + gap, 44.0)
    return places


def _ribbon(
    canvas: Canvas, start: tuple[float, float], end: tuple[float, float], tall: float, colour: str
) -> Html:
    (x0, y0), (x1, y1) = start, end
    middle = (x0 + x1) / 2
    a, m, b = canvas.x(x0), canvas.x(middle), canvas.x(x1)
    top, low = _short(y0), _short(y0 + tall)
    top1, low1 = _short(y1), _short(y1 + tall)
    path = f"M{a} {top}C{m} {top} {m} {top1} {b} {top1}V{low1}C{m} {low1} {m} {low} {a} {low}Z"
    return el("path", d=path, fill=colour, opacity="0.22")


def _cut(said: str, length: int) -> str:
    return said if len(said) <= length else said[: length - 1] + "…"


def _short(number: float) -> str:
    return f"{number:.1f}".removesuffix(".0")
