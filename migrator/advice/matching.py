"""Match settings proposed from what fields mean, and a score explained field by field."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from migrator.advice.meaning import meaning_of
from migrator.model.matching import BlockingRule, Comparison, MatchSettings
from migrator.model.schema import Entity

Counts = Mapping[str, tuple[int, int]]

# Fields that tell rows apart, in the order in which they are worth comparing.
COMPARED = (
    "national_id",
    "company_id",
    "economic_code",
    "iban",
    "email",
    "mobile",
    "phone",
    "fax",
    "person_name",
    "first_name",
    "last_name",
    "company_name",
    "product_name",
    "birth_date",
    "address",
    "postal_code",
    "city",
    "url",
    "code",
    "text",
)
NAMES = ("person_name", "last_name", "company_name", "first_name", "product_name")
TEXTS = ("text", "note", "job_title", "product_name")
WEAK = ("province", "category", "gender", "number", "percent", "money", "date")
ENOUGH = 5
# Without any of these a raw table is a list of things: variants differ by one word, so only a
# score beyond doubt merges by itself and the rest is for people.
PROVING = frozenset(
    ("national_id", "company_id", "economic_code", "iban", "email", "mobile", "phone",
     "person_name", "last_name", "address")
)  # fmt: skip
TEXT_MERGE_ABOVE = 0.999
MAX_OF_A_KIND = 2
MIN_FILLED = 0.02
# Names of entities that hold events, lines or settings: two equal rows there are two events.
UNLIKE_CUSTOMERS = frozenset(
    """order line item detail invoice quote activity task event call appointment meeting note
    attachment history log audit payment transaction opportunity case ticket incident product
    price pricelist unit currency role user team campaign annotation salesorder sale deal
    orderdetail orderline movement stock""".split()  # noqa: SIM905 - reads as the list it is
)
LIKE_CUSTOMERS = frozenset(
    ("account", "contact", "lead", "customer", "company", "person", "client", "member", "supplier")
)


@dataclass(frozen=True)
class Proposal:
    """Settings and why they are as they are, in one sentence."""

    settings: MatchSettings
    reason: str


@dataclass(frozen=True)
class Evidence:
    """What one field adds to the score of a pair: the level's words and its weight (log2)."""

    field: str
    level: int
    label: str
    weight: float


def propose(entity: Entity, fields: Sequence[str], counts: Counts | None = None) -> MatchSettings:
    """Match settings for the mapped `fields` of an entity; disabled for entities that are not
    customer-like and where nothing tells rows apart (`explain_proposal` says why).

    `counts` gives (filled, distinct) per field: empty and constant fields are left out, and names
    alone make blocks only in tables that bear it.
    """
    return explain_proposal(entity, fields, counts).settings


def explain_proposal(
    entity: Entity, fields: Sequence[str], counts: Counts | None = None
) -> Proposal:
    """`propose` with its reason."""
    meanings = {
        name: entity.field(name).meaning or _meaning(name)
        for name in fields
        if entity.relationship(name) is None and not _is_key(entity, name)
    }
    found = _settings(entity.name, meanings, counts)
    disabled = MatchSettings(entity.name, False, found.comparisons, found.blocking)
    if not _customer_like(entity.name, meanings):
        return Proposal(
            disabled, "Rows of this entity are events or lines: equal ones are not duplicates."
        )
    if not found.comparisons or not found.blocking:
        return Proposal(disabled, "No mapped field tells one row from another.")
    return Proposal(found, f"Compared by {', '.join(part.field for part in found.comparisons)}.")


def propose_for_columns(
    columns: Sequence[str], meanings: Mapping[str, str], counts: Counts | None = None
) -> MatchSettings:
    """Match settings of one raw table; `meanings` may leave columns out (their names are read),
    its entity is called "t".

    A raw table may hold anything, so texts that mostly differ from row to row are compared whatever
    they mean, and weak fields help out where there is little else.
    """
    known = {name: meanings.get(name) or _meaning(name) for name in columns}
    known = {
        name: "text" if found in TEXTS and _various(name, counts) else found
        for name, found in known.items()
    }
    settings = _settings("t", known, counts)
    weak = [
        Comparison(name, known[name])
        for name in columns
        if known[name] in WEAK and _telling(name, counts)
    ]
    if not {part.meaning for part in settings.comparisons} & PROVING:
        settings = replace(settings, merge_above=TEXT_MERGE_ABOVE)
    spare = max(0, ENOUGH - len(settings.comparisons)) if settings.comparisons else 0
    return replace(settings, comparisons=(*settings.comparisons, *weak[:spare]))


def explain(facts: Mapping[str, Any], agree: Mapping[str, int]) -> tuple[Evidence, ...]:
    """The evidence for and against a pair, strongest first: `facts` are the match report's facts
    of the entity, `agree` the `agree_<field>` levels of the pair by field (-1: a side is empty).
    The weights and `facts["prior_weight"]` add up to the pair's weight."""
    found = []
    for field in facts["fields"]:
        level = agree.get(field["field"], -1)
        if level < 0:
            found.append(Evidence(field["field"], -1, "empty", 0.0))
            continue
        entry = next(entry for entry in field["levels"] if entry["level"] == level)
        found.append(Evidence(field["field"], level, entry["label"], entry["weight"]))
    return tuple(sorted(found, key=lambda evidence: (-abs(evidence.weight), evidence.field)))


def _meaning(name: str) -> str:
    """What a field's name alone says."""
    return meaning_of(name).meaning or "text"


def _is_key(entity: Entity, name: str) -> bool:
    return name in entity.primary_key


def _customer_like(name: str, meanings: Mapping[str, str]) -> bool:
    words = name.lower().replace("-", "_").split("_")
    plain = {word.removesuffix("s") for word in (*words, "".join(words))}
    if plain & LIKE_CUSTOMERS:
        return True
    if plain & UNLIKE_CUSTOMERS:
        return False
    found = set(meanings.values())
    return bool(found & {"email", "mobile", "phone", "national_id", "company_id"}) and bool(
        found & set(NAMES)
    )


def _settings(entity: str, meanings: Mapping[str, str], counts: Counts | None) -> MatchSettings:
    usable = {name: found for name, found in meanings.items() if _telling(name, counts)}
    chosen: list[Comparison] = []
    for meaning in COMPARED:
        alike = [name for name, found in usable.items() if found == meaning]
        chosen += [Comparison(name, meaning) for name in alike[:MAX_OF_A_KIND]]
    return MatchSettings(
        entity,
        enabled=bool(chosen),
        comparisons=tuple(chosen),
        blocking=_blocking(chosen, counts),
    )


def _telling(name: str, counts: Counts | None) -> bool:
    """Whether a field has values enough to compare."""
    if not counts or name not in counts:
        return True
    filled, distinct = counts[name]
    most = max(filled for filled, _ in counts.values())
    return distinct > 1 and filled >= MIN_FILLED * most


def _various(name: str, counts: Counts | None) -> bool:
    """Whether a field's values mostly differ from row to row."""
    if not counts or name not in counts:
        return True
    filled, distinct = counts[name]
    return distinct > 0.3 * filled


def _blocking(chosen: Sequence[Comparison], counts: Counts | None) -> tuple[BlockingRule, ...]:
    """Rules that between them miss few true pairs: every strong field alone, names with every
    other field (alone where that stays small), and places and dates for names that were misspelt.
    """
    fields: dict[str, str] = {}
    for part in chosen:
        fields.setdefault(part.meaning, part.field)
    rules: list[tuple[str, ...]] = []
    for part in chosen:
        rules += [(key.format(part.field),) for key in _ALONE.get(part.meaning, ())]
    rules += _name_rules(fields, counts)
    if "birth_date" in fields:
        birth = fields["birth_date"]
        starts = [fields[name] for name in ("person_name", "first_name") if name in fields]
        # In a big table even a birthday and four letters are shared by many.
        also = (fields["city"],) if "city" in fields and not _small(birth, counts) else ()
        rules += [(birth, f"{name}:start", *also) for name in starts]
        # An address, where known, finds what date and place would find, in fewer pairs.
        sides = ("last_name", "postal_code", *(() if "address" in fields else ("city",)))
        rules += [(birth, fields[side]) for side in sides if side in fields][:1]
    return tuple(BlockingRule(keys) for keys in dict.fromkeys(rules))


# Keys that make small blocks by themselves.
_ALONE: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(("national_id", "company_id", "economic_code", "iban", "fax", "url"), ("{}",)),
    "email": ("{}", "{}:local"),
    "mobile": ("{}:last7",),
    "phone": ("{}:last7",),
    "address": ("{}:place",),
    "product_name": ("{}:code", "{}:rare"),
    "text": ("{}:code", "{}:rare"),
}


def _name_rules(fields: Mapping[str, str], counts: Counts | None) -> list[tuple[str, ...]]:
    main = next((fields[name] for name in NAMES[:3] if name in fields), "")
    if not main:
        return []
    skeleton = f"{main}:skeleton"
    if _small(main, counts):
        return [(skeleton,)]
    # A city is shared by many: only where nothing finer is known.
    sides = [side for side in ("birth_date", "postal_code", "address") if side in fields]
    sides += ["city"] if "city" in fields and len(sides) < 2 else []
    rules: list[tuple[str, ...]] = [
        (skeleton, f"{fields[side]}:place" if side == "address" else fields[side]) for side in sides
    ]
    for other in ("first_name", "company_name"):
        if other in fields and fields[other] != main:
            rules.append((skeleton, f"{fields[other]}:skeleton"))
    return rules


def _small(name: str, counts: Counts | None) -> bool:
    """Whether blocks of equal names stay small on average."""
    if not counts or name not in counts:
        return True
    filled, distinct = counts[name]
    return filled <= 30_000 or (filled <= 200_000 and filled <= 3 * distinct)
