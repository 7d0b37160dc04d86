"""The town whose streets and schools an article speaks of without saying so."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from extractor.values.place.mention import Mention
from extractor.values.place.vocabulary import all_words
from extractor.world.gazetteer import Level

HEAD = 700  # characters; so far copy from a small town speaks of streets and mines of that town


def home_of(mentions: Sequence[Mention]) -> tuple[Mention | None, bool]:
    """The town whose streets and schools an article speaks of without saying so, and whether only its head does.

    That is the town of the dateline, else the one named far more often than any other.
    """
    dated = next((m for m in mentions[:20] if "dateline" in m.flags), None)
    if dated is not None and (
        dated.start > HEAD or dated.level in {Level.COUNTRY, Level.REGION} or _bureau(dated, mentions)
    ):
        dated = None
    counted: Counter[str] = Counter()
    first: dict[str, Mention] = {}
    for mention in mentions:
        if _town(mention):
            counted[mention.name.title()] += 1
            held = first.get(mention.name.title())
            if held is None or (held.container is None and mention.container is not None):
                first[mention.name.title()] = mention
    ranked = counted.most_common(2)
    if ranked and (len(ranked) == 1 or ranked[0][1] >= _FAR_MORE * ranked[1][1]):
        most = first[ranked[0][0]]
        if dated is None or most.name.title() == dated.name.title():
            return most, False
    return dated, True


_FAR_MORE = 2


def _town(mention: Mention) -> bool:
    """A listed city, or an unlisted name that the text puts in a state or a country."""
    if mention.flags & {"demonym", "facility", "reference", "aside"} or mention.near:
        return False
    if (
        mention.noun
        in all_words().sub_nouns - {"town", "village"} | all_words().admin1_nouns | all_words().admin2_nouns
    ):
        return False
    if mention.level is Level.CITY:
        return True
    inside = mention.container
    return mention.level is None and inside is not None and inside.level in {Level.COUNTRY, Level.REGION}


def as_quarter(mention: Mention, home: Mention | None) -> Mention:
    """Reads "the Austin neighborhood" in an article on Chicago as a part of Chicago, whatever else is called so."""
    if (
        home is None
        or mention.noun not in all_words().quarters
        or mention.container is not None
        or mention.name == home.name
    ):
        return mention
    if mention.level is not Level.CITY or mention.flags & {"speaker", "dateline"}:
        return mention
    return replace(mention, entries=(), flags=mention.flags | {"unlisted"})


def _bureau(home: Mention, mentions: Sequence[Mention]) -> bool:
    """Is it a capital, in copy whose head speaks of another town?"""
    if not home.entries or not home.entries[0].capital:
        return False
    head = [
        m
        for m in mentions[:30]
        if m is not home and m.start < home.start + HEAD and not m.flags & {"speaker", "aside", "weak"}
    ]
    return any(m.level in {Level.CITY, None} and not is_local(m) and m.name != home.name for m in head)


def is_local(mention: Mention) -> bool:
    """A street, a mine, a mosque: something that lies in a town."""
    small = "facility" in mention.flags or mention.noun in all_words().local_nouns
    return small and not mention.entries and "dateline" not in mention.flags
