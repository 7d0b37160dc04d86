"""Are two groups one event? The evidence, added up and said in words.

Some contradictions forbid it, whatever the rest says.

| evidence | weight |
|---|---|
| place the same; one inside the other; near; a country over a place; none named | 3; 2; 1; 0.5; 0.5 |
| near, and on the very day | 0.5 |
| two names of which it is not known how they lie, and neither article names the other's | -2.25 |
| day: dates agree; agree with what the publication suggests; within a month; nothing known | 3; 2; 1.5; 1 |
| days apart: a siege or an outbreak goes on; a disaster, one day; one figure, so a misread day | 1.5; 1; 0.5 |
| kind: the same, to hardly compatible | 1.5 to -1 (3 x strength - 1.5) |
| the same figure, ten or more; smaller; from the same source too | 1.5; 0.75; 0.5 |
| a telling figure that the other rounds (57, around 60) | 1 |
| only contradictory figures (a toll also rises) | -0.25 |
| the same sentence (wire copy) | 3 |
| the same people hurt, sought or charged, or streets and venues, with a figure of both; fewer | 5.5; 1 |
| the same target (a market, a hospital) | 1 |
| the same article | 1.5 |

Agreements and statements are compared by who takes part instead of where (`_talk`).
"""

from __future__ import annotations

from extractor.linkage.compare_days import judge_days, shared_words
from extractor.linkage.compare_figures import (
    TELLING,
    clash_of,
    judge_figures,
    one_voice,
    other_numbers,
    same_toll,
)
from extractor.linkage.compare_places import judge_place
from extractor.linkage.compare_talk import judge_talk
from extractor.linkage.evidence import Evidence
from extractor.linkage.kinds import compatible
from extractor.linkage.nodes import Node
from extractor.linkage.options import LinkOptions
from extractor.linkage.places import PlaceRelation
from extractor.records import key_window


def compare(one: Node, other: Node, options: LinkOptions) -> Evidence:
    """The evidence that two groups are one occurrence; symmetric."""
    found = Evidence()
    _words(one, other, found)
    if one.talk or other.talk:
        judge_talk(one, other, options, found)
        return found
    _parties(one, other, found)
    judge_place(one, other, options, found)
    _whole(one, other, found)
    if found.forbidden and not found.same_words:
        return found  # another place: most pairs end here
    _kind(one, other, found)
    judge_days(one, other, found)
    if found.place is PlaceRelation.NEAR and found.sure_day:
        found.add(0.5, "place: near, and on the very day")
    judge_figures(one, other, found)
    _marks(one, other, found)
    _witness(one, other, found)
    return found


def _whole(one: Node, other: Node, found: Evidence) -> None:
    """A total over several places and a figure of one of them are two, unless both say one telling figure."""
    told = any(number >= TELLING for _, number in one.numbers.keys() & other.numbers.keys())
    inside = found.place in (PlaceRelation.CONTAINS, PlaceRelation.INSIDE)
    if one.whole != other.whole and inside and not told:
        found.forbid("total: one of them is a total over several places, the other is of a place in it")


def _words(one: Node, other: Node, found: Evidence) -> None:
    if shared_words(one, other):
        found.same_words = True
        found.add(3.0, "words: both stand in the same sentence, word for word")


_NAMED_ALIKE = 2  # a person counts two, a street or a venue one


def _parties(one: Node, other: Node, found: Evidence) -> None:
    """Who was hurt, sought or charged in both, and at what street or bar: with a figure of both hardly two events."""
    people = sorted(one.parties.keys() & other.parties.keys())
    venues = sorted(one.venues.keys() & other.venues.keys())
    if not (people or venues) or one.documents.keys() & other.documents.keys():
        return
    told = ", ".join(name.title() for name in (*people, *venues)[:3])
    weight = 2 * len(people) + len(venues)
    agreed = any(key in other.numbers for key in one.numbers)
    if weight >= (_NAMED_ALIKE if agreed else _NAMED_ALIKE + 1) and (agreed or not clash_of(one, other)):
        found.same_people = told
        found.add(5.5, f"names: both tell of {told}")
    else:
        found.add(1.0, f"names: both tell of {told}")


def _kind(one: Node, other: Node, found: Evidence) -> None:
    possible = min(compatible(a, b) for a in one.kinds for b in other.kinds) > 0
    strength = compatible(one.kind_told, other.kind_told)  # one odd label weakens no group of many
    pair = f"{'/'.join(sorted(one.kinds))} and {'/'.join(sorted(other.kinds))}"
    together = one.documents.keys() & other.documents.keys()
    if (
        (not possible or strength == 0.0)
        and found.place is PlaceRelation.SAME
        and same_toll(one, other)
        and not together
    ):
        found.add(-1.0, f"type: {pair}, but place and toll are the same: a word was taken for the kind")
    elif not possible or strength == 0.0:
        found.forbid(f"type: {pair} are not one event")
    else:
        found.add(3.0 * strength - 1.5, f"type: {pair} go together")


def _marks(one: Node, other: Node, found: Evidence) -> None:
    """Marks by which a text tells two events of one day and place apart: hour, target, "a second attack"."""
    together = bool(one.documents.keys() & other.documents.keys())
    clash = clash_of(one, other)
    if clash and one.dayparts and other.dayparts and not one.dayparts.keys() & other.dayparts.keys():
        found.forbid(
            f"time of day: {'/'.join(one.dayparts)} and {'/'.join(other.dayparts)}, with other figures of {clash}"
        )
    elif (clash or other_numbers(one, other)) and together and any(map(_set_off, (one, other))):
        found.forbid("words: the article marks one of them off as another event, with other figures")
    elif clash and together and (label := _other_label(one, other)):
        found.forbid(f"{label}, with other figures of {clash}")
    elif clash and together and one.sites and other.sites and not one.sites.keys() & other.sites.keys():
        found.forbid(
            f"target: {'/'.join(sorted(one.sites))} and {'/'.join(sorted(other.sites))}, with other figures of {clash}"
        )
    elif clash and together and found.place is not PlaceRelation.SAME and one_voice(one, other, clash):
        found.forbid(f"figures: one article tells {clash} of two places, with figures that exclude each other")
    elif one.sites and other.sites:
        same = sorted(one.sites.keys() & other.sites.keys())
        if same:
            found.add(1.0, f"target: {'/'.join(same)}")
    _descriptions(one, other, found, apart=bool(clash) and together, told=together and other_numbers(one, other))
    if together and not found.broad:
        found.add(1.5, "article: the same")


def _set_off(node: Node) -> bool:
    return node.lead.cues.separate and not node.lead.headline


def _other_label(one: Node, other: Node) -> str | None:
    """The first field of what happened of which both say something, and nothing in common: shelling and an air strike.

    Only of claimants who read the whole article: a reader of one sentence takes its words for labels.
    """
    mine, theirs = ([d for m in node.members if not m.of_passage for d in m.deeds] for node in (one, other))
    for name in sorted({f for f, _ in mine} & {f for f, _ in theirs}):
        sides = ({v for f, v in deeds if f == name} for deeds in (mine, theirs))
        a, b = (sorted(side) for side in sides)
        if not set(a) & set(b):
            return f"{name}: {'/'.join(a)} and {'/'.join(b)}"
    return None


def _descriptions(one: Node, other: Node, found: Evidence, *, apart: bool, told: bool) -> None:
    """What words for the place and the other labels say: two camps of a city are two."""
    if one.described and other.described:
        same = sorted(one.described.keys() & other.described.keys())
        names = f"{'/'.join(sorted(one.described))} and {'/'.join(sorted(other.described))}"
        if same:
            found.prefer(1.0, f"place: both at {', '.join(same)}")
        elif apart or (told and _of_a_sort(one, other)):
            found.forbid(f"place: {names}, with other figures")
        else:
            found.prefer(-1.0, f"place: {names}")
    for name in sorted({f for f, _ in one.traits} & {f for f, _ in other.traits}):
        mine, theirs = ({v for f, v in n.traits if f == name} for n in (one, other))
        found.likeness += 0.5 if mine & theirs else -0.5


def _of_a_sort(one: Node, other: Node) -> bool:
    """Are both places told by names, or both by common words? The one may be the other where they are not."""
    sorts = [
        {w[:1].isupper() for place in n.places for w in place.split(",", maxsplit=1)[0].split()[:1]}
        for n in (one, other)
    ]
    return sorts[0] == sorts[1]


def told_apart(one: Node, other: Node) -> frozenset[str]:
    """The articles whose claimant, reading one stretch, gives the two groups keys, and none in common."""
    mine, theirs = ({(document, key_window(key)) for document, key in node.keys} for node in (one, other))
    documents = frozenset(document for document, _ in mine & theirs)
    return frozenset() if one.keys.keys() & other.keys.keys() else documents


def _witness(one: Node, other: Node, found: Evidence) -> None:
    """An article whose claimant reports the two as two events keeps them apart, unless all else says the same."""
    if one.expelled.keys() & other.keys.keys() or other.expelled.keys() & one.keys.keys():
        found.forbid("claimant: one event, which the text contradicts")
        return
    documents = told_apart(one, other)
    if not documents:
        return
    telling = any(number >= TELLING for _, number in one.numbers.keys() & other.numbers.keys())
    agreed = found.place is PlaceRelation.SAME and found.sure_day and found.likeness >= 0
    if not (telling and agreed) or clash_of(one, other):
        found.forbid(f"claimant: told as two events in {min(documents)}")
