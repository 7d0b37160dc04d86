"""Figures of a part among figures of the whole: of a place inside it, of a group of the dead. They are floors of it.

"24 died in the province ... six children in a mosque of the north" are not rivals, nor "11 policemen and 14 soldiers".
The article that reports both shows which is the part: the figure is lower and its place lies inside the other's, or its
own words count one group ("six children"), those of the other nobody in particular. Two named sources, one with the
wider place, are taken for rivals, for each may mean the whole. What one article shows to be a part is one in others.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from extractor.fusion.kinds import Kind, groups_of_people, kinds_of
from extractor.fusion.stating import number, outweighs
from extractor.linkage.words import LinkageWords, any_of
from extractor.numbers import read_numbers
from extractor.records import CheckedClaim, CheckedValue
from extractor.records.events import SourceLine, Standing, WitnessRecord
from extractor.values.place.matching import PlaceRelation, place_similarity
from extractor.values.schema import ClaimSchema

_BREAK = re.compile(r"[.,;:!?()\n]")
_PHRASE = 6  # words after a number in which its noun is told: "two persons suspected to be civilians"

_Out = dict[str, tuple[Standing, str, str]]


@dataclass(frozen=True, slots=True)
class Told:
    """What a claim says its figures are of: the innermost places, and by count field the groups its own words count."""

    places: tuple[str, ...] = ()
    groups: Mapping[str, frozenset[str]] = field(default_factory=dict)
    added: frozenset[str] = frozenset()  # the count fields whose words add to a toll: "five more bodies"


_NOTHING = Told()


@dataclass(frozen=True, slots=True)
class CountOf:
    """A count field and, by claim, what its figures are of."""

    name: str = ""
    claims: Mapping[str, Told] = field(default_factory=dict)

    def told(self, witness: WitnessRecord) -> Told:
        """What the witness's claim states."""
        return self.claims.get(witness.claim, _NOTHING)

    def group(self, witness: WitnessRecord) -> frozenset[str]:
        """The groups that its own words count; empty where they count people in general."""
        return self.told(witness).groups.get(self.name, frozenset())


def told_by(claim: CheckedClaim, schema: type[ClaimSchema], article: tuple[str, str | None]) -> Told:
    """Of which places and groups the figures of a claim are; `article` is its text and its language (None: unknown)."""
    kinds = kinds_of(schema)
    named = [
        str(value.resolved or value.claimed.value)
        for name, kind in kinds.items()
        if kind is Kind.PLACE
        for value in claim.usable(name)
    ]
    labels = [value for name in groups_of_people(schema) for value in claim.usable(name)]
    groups = {
        name: frozenset(
            str(label.claimed.value)
            for value in claim.usable(name)
            for label in labels
            if _counts(value, label, article)
        )
        for name, kind in kinds.items()
        if kind is Kind.COUNT and labels
    }
    added = (
        name
        for name, kind in kinds.items()
        if kind is Kind.COUNT and any(_is_added(value, article) for value in claim.usable(name))
    )
    return Told(_innermost(named), groups, frozenset(added))


_SENTENCE_END = re.compile(r"[.!?。！？؟।]\s|\n")


def _is_added(figure: CheckedValue, article: tuple[str, str | None]) -> bool:
    """Do its own words add it to a toll ("five more bodies")? "Killed 5 and wounded 30 more" adds to no toll."""
    text, language = article
    ends = figure.verdict.decided or _ends(figure)
    number = next(iter(read_numbers(text, *ends, language)), None) if ends is not None else None
    if number is None:
        return False
    before = text[max(0, number.start - _BACK) : number.start]
    before = before[max((m.end() for m in _SENTENCE_END.finditer(before)), default=0) :]
    words = _increments(language or "")
    beside = words.match(text, number.end, number.end + _REACH) or re.search(rf"{words.pattern}$", before)
    start = number.start - len(before)
    return bool(beside) and not read_numbers(text, start, number.start, language)


_BACK = 300  # characters before a number that are looked at
_REACH = 30  # and after it


@cache
def _increments(language: str) -> re.Pattern[str]:
    return re.compile(rf"\s*{any_of(LinkageWords.of(language).increments)}\s*", re.IGNORECASE)


def _counts(figure: CheckedValue, label: CheckedValue, article: tuple[str, str | None]) -> bool:
    """Do the words of the figure count that group: does the label's word follow the number in one phrase?"""
    text, language = article
    number_at = figure.verdict.decided or _ends(figure)
    word_at = label.verdict.decided or _ends(label)
    if number_at is None or word_at is None or word_at[1] <= number_at[0] or word_at[0] < number_at[0]:
        return False
    phrase = text[number_at[0] : word_at[1]]
    between = text[number_at[1] : word_at[0]]
    if len(between.split()) > _PHRASE or _BREAK.search(between) or "\n" in phrase:
        return False
    # "Fourteen civilians and six soldiers": the soldiers are of the six.
    return not read_numbers(text, number_at[1], word_at[0], language)


def _ends(value: CheckedValue) -> tuple[int, int] | None:
    return (value.span.start, value.span.end) if value.span else None


def _innermost(places: Iterable[str]) -> tuple[str, ...]:
    found = sorted(set(places))
    return tuple(p for p in found if not any(q != p and _inside(q, p) for q in found))


def _inside(one: str, other: str) -> bool:
    return place_similarity(one, other).relation is PlaceRelation.INSIDE


def _same(one: str, other: str) -> bool:
    return one == other or place_similarity(one, other).relation is PlaceRelation.SAME


def _part_by_place(one: Told, whole: Told) -> bool:
    """Does all of `one` lie inside a place of the whole, or is it one of several places of it?"""
    if not one.places or not whole.places:
        return False
    among = len(whole.places) > len(one.places)
    return all(any(_inside(p, q) or (among and _same(p, q)) for q in whole.places) for p in one.places)


def floors(figures: Sequence[WitnessRecord], of: CountOf, lines: Mapping[str, SourceLine]) -> _Out:
    """The witnesses that are figures of a part: standing, reason, the witness of the whole.

    Args:
        figures: the figures of one field, any that were set aside left out.
        of: what they are figures of.
        lines: the source lines.
    """
    out: _Out = {}
    by_article: dict[str, list[WitnessRecord]] = defaultdict(list)
    for witness in figures:
        by_article[witness.document].append(witness)
    places: set[str] = set()
    groups: set[frozenset[str]] = set()
    for document in sorted(by_article):
        likely = _distinct(by_article[document], of)
        for one in by_article[document]:
            here, group = of.told(one), of.group(one)
            if not here.places and not group:
                continue
            wholes = [w for w in likely if _may_hold(w, one)]
            around = [w for w in wholes if not _rivals(w, one, lines) and _part_by_place(here, of.told(w))]
            wider = [w for w in wholes if group and _wider(of.group(w), group)]
            if around:
                places.update(here.places)
                out[one.id] = _part(around, f"a figure of {here.places[0]} alone")
            elif wider:
                groups.add(group)
                out[one.id] = _part(wider, f"a figure of the {', '.join(sorted(group))} alone")
    return _everywhere(figures, of, out, (places, groups))


def increments(figures: Sequence[WitnessRecord], of: CountOf) -> _Out:
    """The witnesses whose words add them to a toll, where a higher figure is one: they are a part of it."""
    added = {w.id for w in figures if of.name in of.told(w).added}
    wholes = [w for w in figures if w.id not in added]
    out: _Out = {}
    for one in figures:
        higher = [w for w in wholes if _may_hold(w, one)] if one.id in added else []
        if higher:
            out[one.id] = _part(higher, "a figure that was added to the toll")
    return out


def _everywhere(
    figures: Sequence[WitnessRecord], of: CountOf, found: _Out, shown: tuple[set[str], set[frozenset[str]]]
) -> _Out:
    """With the figures of other articles for the places and groups that one article shows to be parts.

    A figure that more lines give than any whole is none: the many may mean the whole by it.
    """
    places, groups = shown
    if not found:
        return found
    left = [w for w in figures if w.id not in found]
    likely = _distinct(left, of)
    lines: dict[tuple[int | None, int | None], set[str]] = defaultdict(set)
    for w in left:
        lines[w.low, w.high].add(w.line)
    backed = {figure: len(of_figure) for figure, of_figure in lines.items()}
    out = dict(found)
    for one in left:
        here, group = of.told(one), of.group(one)
        of_part = bool(here.places) and all(any(_same(p, q) for q in places) for p in here.places)
        if not of_part and group not in groups:
            continue
        holding = [w for w in likely if _may_hold(w, one) and backed[w.low, w.high] >= backed[one.low, one.high]]
        around = [w for w in holding if of_part and _part_by_place(here, of.told(w))]
        wider = [w for w in holding if group in groups and _wider(of.group(w), group)]
        if around:
            out[one.id] = _part(around, f"a figure of {here.places[0]} alone")
        elif wider:
            out[one.id] = _part(wider, f"a figure of the {', '.join(sorted(group))} alone")
    return out


def _may_hold(whole: WitnessRecord, one: WitnessRecord) -> bool:
    high, low = number(whole), number(one)
    return high is not None and low is not None and high > low and outweighs(whole, one)


def _distinct(figures: Sequence[WitnessRecord], of: CountOf) -> list[WitnessRecord]:
    """One witness for every figure of a line and of a place and group: an article repeats itself."""
    first: dict[tuple[object, ...], WitnessRecord] = {}
    for w in figures:
        first.setdefault((w.line, w.low, w.high, w.confirmed, of.told(w).places, of.group(w)), w)
    return list(first.values())


def _rivals(one: WitnessRecord, other: WitnessRecord, lines: Mapping[str, SourceLine]) -> bool:
    """Are they figures of two named sources, each of which may mean the whole?"""
    return lines[one.line].named and lines[other.line].named and lines[one.line].side != lines[other.line].side


def _wider(whole: frozenset[str], group: frozenset[str]) -> bool:
    return not whole or group < whole


def _part(wholes: Sequence[WitnessRecord], what: str) -> tuple[Standing, str, str]:
    by = max(wholes, key=lambda w: (number(w) or 0, w.id))
    return Standing.PART, f"{what}, a part of {by.text}", by.id


def enumerated(figures: Sequence[WitnessRecord], of: CountOf) -> list[tuple[WitnessRecord, ...]]:
    """Figures of several groups that one source of one article counts in one place: "11 policemen, 14 soldiers".

    One figure a group, the last where there are several; groups that overlap are not a list.
    """
    by_source: dict[tuple[str, ...], dict[frozenset[str], WitnessRecord]] = defaultdict(dict)
    for witness in sorted(figures, key=lambda w: (w.document, w.evidence.start, w.id)):
        group = of.group(witness)
        if group and number(witness) is not None:
            by_source[witness.document, witness.line, *of.told(witness).places][group] = witness
    found = []
    for key in sorted(by_source):
        groups = by_source[key]
        members = [member for group in groups for member in group]
        if len(groups) > 1 and len(members) == len(set(members)):
            found.append(tuple(groups.values()))
    return found


def total(listed: Sequence[WitnessRecord]) -> int:
    """What the figures of a list add up to."""
    return sum(number(w) or 0 for w in listed)
