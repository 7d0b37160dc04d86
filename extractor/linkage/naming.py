"""Names for groups that a person can read and that stay the same for the same claims: `homs-2016-02-21`."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable
from datetime import date

from extractor.linkage.days import Interval, show
from extractor.linkage.kinds import LASTING
from extractor.linkage.nodes import Node
from extractor.linkage.options import LinkOptions
from extractor.records.groups import Group, GroupKind, Standing


def slug(text: str) -> str:
    """Lower case words of a name joined by hyphens; `unnamed` when nothing is left.

    Accents of Latin letters go; the letters of another script stay whole, with their breves and vowel signs.

    >>> slug("Sayyida Zeinab"), slug("São Tomé"), slug("Київ")
    ('sayyida-zeinab', 'sao-tome', 'київ')
    """
    kept: list[str] = []
    base = ""
    for letter in unicodedata.normalize("NFKD", text.casefold()):
        mark = unicodedata.category(letter).startswith("M")
        base = base if mark else letter
        if not (mark and base < _PAST_LATIN):
            kept.append(letter if mark or letter.isalnum() else " ")
    words = unicodedata.normalize("NFC", "".join(kept)).split()
    return "-".join(words)[:_LONGEST].strip("-") or "unnamed"


_LONGEST = 60  # characters of a name in an id
_PAST_LATIN = "\u0250"  # the first letter past Latin and its extensions


def _commonest(values: Iterable[str]) -> str | None:
    counted = Counter(iter(values))  # a mapping would be taken for counts
    return min(counted, key=lambda v: (-counted[v], v)) if counted else None


def _place(node: Node, options: LinkOptions) -> str | None:
    if node.kind is GroupKind.AGGREGATE and not node.whole:
        return " + ".join(sorted(set(node.places))) or None
    named = [m.places[0] for m in node.members if m.places]
    if node.talk and len(named) * 2 < len(node.members):
        return None  # talks are where most of their claims say, or nowhere
    close = [p for p in named if not options.places.broad(p)]
    return _commonest(close or named)


def _days(node: Node) -> Interval | None:
    """The narrowest stated date; among equals the commonest, then the earliest."""
    stated = Counter(m.days for m in node.members if m.days is not None)
    if not stated:
        return node.days
    apart = max(d[0] for d in stated) > min(d[1] for d in stated)
    if apart and node.kind_told in LASTING:
        return node.days  # a flood, an outbreak: from its first day told to its last
    return min(stated, key=lambda d: (d[1] - d[0], -stated[d], d))


def _when_words(node: Node) -> tuple[str | None, str]:
    days = _days(node)
    if days is not None:
        if node.kind is GroupKind.AGGREGATE and node.days is not None and days != node.days:
            days = node.days
        return show(days), show(days).partition("/")[0]
    if node.soft is not None and (node.lent or node.soft[0] == node.soft[1]):
        return show(node.soft), show(node.soft).partition("/")[0]
    if node.soft is not None:
        return None, f"about-{date.fromordinal(node.soft[1]).isoformat()}"
    return None, "undated"


_SUREST = (Standing.CONFIRMED, Standing.UNCONFIRMED)


def _standing(place: str | None, told: Iterable[Standing]) -> Standing:
    """How far the text bears out a group's place: the best of its claims; without one, whether any was refused."""
    found = set(told)
    if place is not None:
        return next((s for s in _SUREST if s in found), Standing.UNCONFIRMED)
    return Standing.REFUSED if Standing.REFUSED in found else Standing.NOT_STATED


def _date_standing(node: Node, date_said: str | None) -> Standing:
    """The same of its date; a day that no claim of it states is inferred."""
    dated = [m.date_standing for m in node.members if m.days is not None]
    if date_said is not None and not dated:
        return Standing.INFERRED
    return _standing(date_said, dated or (m.date_standing for m in node.members))


def _stem(node: Node, place: str | None, when: str) -> str:
    if node.kind is GroupKind.AGGREGATE and node.places and not node.whole:
        heads = sorted({p.partition(",")[0] for p in node.places})
        name = slug(" ".join(heads[:3]))
    elif place is not None and not (node.talk and node.people):
        name = slug(place.partition(",")[0])
    else:
        who = _commonest(p for m in node.members for p in (*m.actors, *m.sources) if p in node.people)
        name = slug(f"{node.kinds[0]} {who}" if who else node.kinds[0])
    prefix = "background-" if node.kind is GroupKind.BACKGROUND and not name.startswith("background") else ""
    return f"{prefix}{name}-{when}"


def as_groups(nodes: Iterable[Node], options: LinkOptions) -> tuple[Group, ...]:
    """The groups as records, sorted by id.

    Where two would have one name, the second is `-2`: events before totals, then by their first claim.
    """
    order = list(GroupKind)
    described = []
    for node in nodes:
        place = _place(node, options)
        stated, when = _when_words(node)
        claims = tuple(sorted(m.id for m in node.members))
        described.append((_stem(node, place, when), order.index(node.kind), claims, node, place, stated))
    described.sort(key=lambda d: d[:3])
    names: dict[int, str] = {}
    used: Counter[str] = Counter()
    taken: set[str] = set()
    for stem, _, _, node, _, _ in described:
        name = stem
        while name in taken or not used[stem]:
            used[stem] += 1
            name = stem if used[stem] == 1 else f"{stem}-{used[stem]}"
            if name not in taken:
                break
        taken.add(name)
        names[id(node)] = name
    return tuple(
        sorted(
            (
                Group(
                    id=names[id(node)],
                    kind=node.kind,
                    claims=claims,
                    parts=tuple(sorted({names[id(p)] for p in node.parts if id(p) in names})),
                    place=place,
                    date=stated,
                    place_status=_standing(place, (m.place_standing for m in node.members if m.places or not place)),
                    date_status=_date_standing(node, stated),
                    event_type=_commonest(m.label for m in node.members if m.label) or (node.kinds[0]),
                    links=tuple(node.links),
                )
                for _, _, claims, node, place, stated in described
            ),
            key=lambda g: g.id,
        )
    )
