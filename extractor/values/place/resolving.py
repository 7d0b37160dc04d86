"""What each mention of a place is, in this article: which of the same-named places, what it lies in, how precise."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import islice, takewhile

from extractor.language.transliteration import name_similarity
from extractor.records import ClaimedValue
from extractor.segments import TextView, per_text
from extractor.values.place import words
from extractor.values.place.home import HEAD, as_quarter, home_of, is_local
from extractor.values.place.mention import Mention
from extractor.values.place.patterns import WordPattern
from extractor.values.place.reading import raw_mentions
from extractor.values.place.vocabulary import all_words
from extractor.values.valuetype import Reading
from extractor.world.gazetteer import Entry, Level, gazetteer

_CLEAR = 5  # times as many people: the larger of two namesakes is meant
_SPELLING = 0.85
_CITYS = WordPattern("citys")


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
    """Every place of the text, resolved."""
    return _resolved(view)[0]


def home_place(view: TextView) -> Named | None:
    """The town that the article speaks of far more often than of any other; `None` if there is no such town."""
    return _resolved(view)[1]


def places_between(view: TextView, start: int, end: int) -> list[Named]:
    """The places that lie wholly in `text[start:end]`."""
    places = named_places(view)
    first = bisect_left(places, start, key=lambda n: n.start)
    return [n for n in takewhile(lambda n: n.start < end, islice(places, first, None)) if n.end <= end]


@per_text
def _resolved(view: TextView) -> tuple[tuple[Named, ...], Named | None]:
    """Every place of the text, and its home town where it is first named."""
    mentions: Sequence[Mention] = [_as_capital(view, mention) for mention in raw_mentions(view)]
    mentions = _without_strangers(view, mentions)
    votes = _votes(mentions)
    stated = _stated_containers(mentions)
    found: list[Named] = []
    home, near_only = home_of(mentions)
    mentions = [as_quarter(mention, home) for mention in mentions]
    for position, mention in enumerate(mentions):
        container = mention.container or stated.get(mention.name)
        if container is None and home is not None and not near_only and is_local(mention):
            container = home  # a street is in the article's town, whatever town is named before it
        container = container or _nearby(view, mentions, position)
        if container is None and home is not None and is_local(mention):
            container = home if not near_only or mention.start - home.start < HEAD else None
        chain, entry = _chain(mention, container, votes)
        found.append(Named(mention, _reading(view, mention, chain, entry), chain, entry))
    first = (n for n in found if home is not None and not near_only and n.start == home.start)
    return tuple(found), next(first, None)


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
        elif mention.noun or words.LOCATIVE.search(view.low, max(0, mention.start - 40), mention.start):
            kept.append(replace(mention, entries=(), flags=mention.flags | {"unlisted"}))
    return kept


_LARGE = 300_000  # people


_CAPITAL = WordPattern("capital")


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
    if mention.noun in all_words().waters:
        return None
    if mention.entries or mention.noun in all_words().admin1_nouns | all_words().admin2_nouns - {"district"}:
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
        and mention.noun in all_words().admin1_nouns
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
    if mention.noun in all_words().admin1_nouns or mention.level is Level.REGION:
        return "admin1"
    if mention.noun in all_words().admin2_nouns and container is None:
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
