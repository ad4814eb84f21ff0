"""HTML by small functions. Text is escaped wherever it enters; only `Html` passes as it is."""

from __future__ import annotations

from html import escape


class Html(str):
    """Markup that was built here, element by element."""

    __slots__ = ()


def text(value: object) -> Html:
    """The value as escaped text. Control characters that XML forbids become U+FFFD."""
    if isinstance(value, Html):
        return value
    plain = "".join(c if _allowed(c) else "\ufffd" for c in str(value))
    return Html(escape(plain, quote=True))


def el(tag: str, /, *children: object, **attributes: object) -> Html:
    """An element. An attribute ending in _ or holding _ inside is written with -, so `class_` is
    class and `text_anchor` is text-anchor; None leaves an attribute out."""
    listed = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{text(value)}"'
        for key, value in attributes.items()
        if value is not None
    )
    if tag in _VOID:
        return Html(f"<{tag}{listed}>")
    return Html(f"<{tag}{listed}>{join(*children)}</{tag}>")


def join(*children: object) -> Html:
    """Children one after the other; lists are flattened, None is nothing."""
    parts = []
    for child in children:
        if isinstance(child, (list, tuple)):
            parts.append(join(*child))
        elif child is not None:
            parts.append(text(child))
    return Html("".join(parts))


def value(content: object) -> Html:
    """A value from the data: isolated, so that it keeps its own direction in any sentence."""
    return el("bdi", content)


_VOID = frozenset({"meta", "br", "col"})


def _allowed(character: str) -> bool:
    code = ord(character)
    if code < 0x20:
        return character in "\t\n\r"
    return not (0x7F <= code <= 0x9F or 0xD800 <= code <= 0xDFFF or code in {0xFFFE, 0xFFFF})
