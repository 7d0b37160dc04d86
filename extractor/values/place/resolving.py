"""What each mention of a place is, in this article: which of the same-named places, what it lies in, how precise."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from extractor.language.transliteration import name_similarity
from extractor.records import ClaimedValue
from extractor.segments import TextView
from extractor.values.place import words
from extractor.values.place.mention import Mention
from extractor.values.place.reading import raw_mentions
from extractor.values.valuetype import Reading
from extractor.world.gazetteer import Entry, Level, gazetteer

_CLEAR = 5  # times as many people: the larger of two namesakes is meant
_SPELLING = 0.85
_CITYS = re.compile(r"\b(?:the\s+)?(?:city|town|capital)['’]s\s+(?:\w+\s+){0,2}$")


@dataclass(frozen=True, slots=True)
class Named:
    """A mention with its reading; `chain` are the names from inner to outer, the country last where known."""

    mention: Mention
    reading: Reading
    chain: tuple[str, ...]
    entry: Entry | None

    @property
    def start(self) -> int:
        """Where it begins in the text."""
        return self.mention.start

    @property
    def end(self) -> int:
        """Where it ends in the text."""
        return self.mention.end

    @property
    def flags(self) -> frozenset[str]:
        """The mention's flags."""
        return self.mention.flags


def named_places(view: TextView) -> tuple[Named, ...]:
    """Every place of the text, resolved; remembered on the view."""
    known = view.memo.get("places")
    if known is None:
        known = _resolve_all(view, raw_mentions(view))
        view.memo["places"] = known
    return known  # type: ignore[return-value]  # the memo is typed as object for all readers


def home_place(view: TextView) -> Named | None:
    """The town that the article speaks of far more often than of any other; `None` if there is no such town."""
    named = named_places(view)
    at = view.memo.get("home")
    return next((n for n in named if n.start == at), None)


def places_between(view: TextView, start: int, end: int) -> list[Named]:
    """The places that lie wholly in `text[start:end]`."""
    places = named_places(view)
    found: list[Named] = []
    for named in places[bisect_left(places, start, key=lambda n: n.start) :]:
        if named.start >= end:
            break
        if named.end <= end:
            found.append(named)
    return found


def _resolve_all(view: TextView, mentions: Sequence[Mention]) -> tuple[Named, ...]:
    mentions = [_as_capital(view, mention) for mention in mentions]
    mentions = _without_strangers(view, mentions)
    votes = _votes(mentions)
    stated = _stated_containers(mentions)
    found: list[Named] = []
    home, near_only = home_of(mentions)
    view.memo["home"] = home.start if home is not None and not near_only else None
    mentions = [_as_quarter(mention, home) for mention in mentions]
    for position, mention in enumerate(mentions):
        container = mention.container or stated.get(mention.name)
        if container is None and home is not None and not near_only and _local(mention):
            container = home  # a street is in the article's town, whatever town is named before it
        container = container or _nearby(view, mentions, position)
        if container is None and home is not None and _local(mention):
            container = home if not near_only or mention.start - home.start < _HEAD else None
        chain, entry = _chain(mention, container, votes)
        found.append(Named(mention, _reading(view, mention, chain, entry), chain, entry))
    return tuple(found)


_HEAD = 700  # characters; so far copy from a small town speaks of streets and mines of that town


def _without_strangers(view: TextView, mentions: Sequence[Mention]) -> list[Mention]:
    """Without the small towns of a country that the article does not speak of.

    Where the words around such a name say that it is a place, it is one that no gazetteer has; else it is no place.
    """
    spoken = _votes([m for m in mentions if m.level is not Level.CITY or m.container is not None])
    spoken += _votes([m for m in mentions if m.level is Level.CITY and m.entries[0].population >= _LARGE])
    if not spoken:
        return list(mentions)
    kept: list[Mention] = []
    for mention in mentions:
        strange = (
            mention.level is Level.CITY
            and mention.container is None
            and not any(e.capital or e.population >= _LARGE or spoken[e.country] for e in mention.entries)
        )
        if not strange:
            kept.append(mention)
        elif mention.noun or words.LOCATIVE.search(view.text, max(0, mention.start - 40), mention.start):
            kept.append(replace(mention, entries=(), flags=mention.flags | {"unlisted"}))
    return kept


_LARGE = 300_000  # people


def home_of(mentions: Sequence[Mention]) -> tuple[Mention | None, bool]:
    """The town whose streets and schools an article speaks of without saying so, and whether only its head does.

    That is the town of the dateline, else the one named far more often than any other.
    """
    dated = next((m for m in mentions[:20] if "dateline" in m.flags), None)
    if dated is not None and (
        dated.start > _HEAD or dated.level in {Level.COUNTRY, Level.REGION} or _bureau(dated, mentions)
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
    if mention.noun in words.SUB_NOUNS - {"town", "village"} | words.ADMIN1_NOUNS | words.ADMIN2_NOUNS:
        return False
    if mention.level is Level.CITY:
        return True
    inside = mention.container
    return mention.level is None and inside is not None and inside.level in {Level.COUNTRY, Level.REGION}


def _as_quarter(mention: Mention, home: Mention | None) -> Mention:
    """Reads "the Austin neighborhood" in an article on Chicago as a part of Chicago, whatever else is called so."""
    if home is None or mention.noun not in _QUARTERS or mention.container is not None or mention.name == home.name:
        return mention
    if mention.level is not Level.CITY or mention.flags & {"speaker", "dateline"}:
        return mention
    return replace(mention, entries=(), flags=mention.flags | {"unlisted"})


_QUARTERS = frozenset({"neighborhood", "neighbourhood", "quarter", "section", "subdivision", "block"})


def _bureau(home: Mention, mentions: Sequence[Mention]) -> bool:
    """Is it a capital, in copy whose head speaks of another town?"""
    if not home.entries or not home.entries[0].capital:
        return False
    head = [
        m
        for m in mentions[:30]
        if m is not home and m.start < home.start + _HEAD and not m.flags & {"speaker", "aside", "weak"}
    ]
    return any(m.level in {Level.CITY, None} and not _local(m) and m.name != home.name for m in head)


def _local(mention: Mention) -> bool:
    """A street, a mine, a mosque: something that lies in a town."""
    small = "facility" in mention.flags or mention.noun in _LOCAL_NOUNS
    return small and not mention.entries and "dateline" not in mention.flags


_LOCAL_NOUNS = _QUARTERS | {"mine", "street", "square", "market", "estate"}
_CAPITAL = re.compile(
    r"(?:['’]s?)?\s+capital(?:\s+city)?\b(?!,?\s+(?:city\s+)?(?:of\s+)?[A-Z])(?!\s+(?:punish|gains|market))"
)


def _as_capital(view: TextView, mention: Mention) -> Mention:
    """Reads "South Sudan's capital", "the Syrian capital" as that city, when its name does not follow."""
    if mention.level is not Level.COUNTRY or not _CAPITAL.match(view.text, mention.end, mention.end + 40):
        return mention
    entries = gazetteer().capital_of(mention.entries[0].country)
    if not entries:
        return mention
    flags = mention.flags - {"demonym", "scene", "outer"} | {"capital"}
    if "reference" in mention.flags:
        flags |= {"outer"}
    return replace(mention, name=entries[0].name, entries=entries, flags=flags, noun="capital")


def _votes(mentions: Sequence[Mention]) -> Counter[str]:
    """How much the article speaks of each country."""
    votes: Counter[str] = Counter()
    for mention in mentions:
        if not mention.entries:
            continue
        best = mention.entries[0]
        if best.level is Level.COUNTRY or len({e.country for e in mention.entries}) == 1:
            votes[best.country] += 2
        elif best.capital:
            votes[best.country] += 1
    return votes


def _stated_containers(mentions: Sequence[Mention]) -> dict[str, Mention]:
    """For each name that the text places somewhere once: where, for its other mentions of any spelling."""
    stated: dict[str, Mention] = {}
    for mention in mentions:
        if mention.container is not None and not mention.entries:
            stated.setdefault(mention.name, mention.container)
    anywhere = list(stated.items())
    for mention in mentions:
        if mention.entries or mention.name in stated or len(anywhere) > 200:  # noqa: PLR2004 - a list of places, not news
            continue
        for name, container in anywhere:
            if name_similarity(name, mention.name) >= _SPELLING:
                stated[mention.name] = container
                break
    return stated


def _nearby(view: TextView, mentions: Sequence[Mention], position: int) -> Mention | None:
    """The city that an unlisted place of a sentence lies in: the one named before it in the same sentence."""
    mention = mentions[position]
    if mention.noun in {"sea", "ocean", "river", "mountains", "strait", "straits", "gulf"}:
        return None
    if mention.entries or mention.noun in words.ADMIN1_NOUNS | words.ADMIN2_NOUNS - {"district"}:
        return None
    if _CITYS.search(view.text, max(0, mention.start - 40), mention.start):
        earlier = (m for m in reversed(mentions[max(0, position - 20) : position]) if m.level is Level.CITY)
        return next((m for m in earlier if not m.flags & {"speaker", "aside"}), None)
    home = view.sentence_index(mention.start)
    for other in reversed(mentions[max(0, position - 6) : position]):
        if view.sentence_index(other.start) != home:
            break
        if other.flags & {"speaker", "aside", "demonym", "dateline"} or other.near:
            continue
        if (
            other.entries
            and other.level in {Level.CITY, Level.REGION}
            and view.text[other.end : mention.start].strip() not in {"and", ","}
        ):
            return other
    return None


def _pick(entries: Sequence[Entry], votes: Counter[str], countries: frozenset[str]) -> Entry | None:
    """The one of several namesakes that is meant; `None` where neither article nor size tells."""
    fitting = [e for e in entries if e.country in countries] if countries else list(entries)
    if not fitting:
        return None  # "Orangeville, Utah" is not the one of Canada
    ranked = sorted(fitting, key=lambda e: (-votes[e.country], not e.capital, -e.population, e.id))
    if len({e.country for e in ranked}) == 1 or ranked[0].capital:
        return ranked[0]
    first, second = ranked[0], next(e for e in ranked if e.country != ranked[0].country)
    if votes[first.country] > votes[second.country] or first.population >= _CLEAR * second.population:
        return first
    return None


def _chain(mention: Mention, container: Mention | None, votes: Counter[str]) -> tuple[tuple[str, ...], Entry | None]:
    outers: list[Mention] = []
    while container is not None and len(outers) < 4:  # noqa: PLR2004 - village, district, province, country
        outers.append(container)
        container = container.container
    countries = frozenset(e.country for m in outers for e in m.entries)
    states = {(e.country, e.admin1) for m in outers for e in m.entries if e.level is Level.REGION and e.admin1}
    inside = tuple(e for e in mention.entries if (e.country, e.admin1) in states)
    entry = _pick(inside or mention.entries, votes, countries) if mention.entries else None
    if (
        entry
        and entry.level is Level.CITY
        and mention.noun in words.ADMIN1_NOUNS
        and votes
        and not votes[entry.country]
    ):
        entry = None  # "Gaza province" in an article on Mozambique
    names = [_calm(mention.name.title() if "dateline" in mention.flags and mention.entries else mention.name)]
    code = entry.country if entry else ""
    for outer in outers:
        chosen = _pick(outer.entries, votes, countries) if outer.entries else None
        if _calm(outer.name) not in names:
            names.append(_calm(outer.name))
        code = code or (chosen.country if chosen else "")
    if outers and outers[-1].level is Level.COUNTRY:
        code = outers[-1].entries[0].country
    country = gazetteer().country_name(code) if code else None
    is_country = mention.level is Level.COUNTRY or any(m.level is Level.COUNTRY for m in outers)
    if country and not is_country and country not in names:
        names.append(country)
    return tuple(names), entry


def _calm(name: str) -> str:
    return name.title() if name.isupper() and len(name) > 4 else name  # noqa: PLR2004 - a shorter one is a code


def _kind(mention: Mention, container: str | None) -> str:
    if mention.near:
        return "near"
    if mention.level is Level.COUNTRY:
        return "country"
    if mention.noun in words.ADMIN1_NOUNS or mention.level is Level.REGION:
        return "admin1"
    if mention.noun in words.ADMIN2_NOUNS and container is None:
        return "admin2"
    return "exact"


def _reading(view: TextView, mention: Mention, chain: tuple[str, ...], entry: Entry | None) -> Reading:
    kind = _kind(mention, chain[1] if len(chain) > 2 else None)  # noqa: PLR2004 - itself, what it lies in, the country
    del entry
    return Reading(
        mention.start,
        mention.end,
        ClaimedValue(value=chain[0], quote=view.text[mention.start : mention.end], start=mention.start),
        kind,
        mention.flags,
        resolved=", ".join(chain),
    )
