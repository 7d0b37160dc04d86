"""Find the places a text names: capitalised runs, looked up in the gazetteer and judged by the words around them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from extractor.segments import Segment, TextView, Zone
from extractor.values import place_words as words
from extractor.values.gazetteer import Entry, Gazetteer, Level, gazetteer
from extractor.values.transliteration import fold

_TOKEN = re.compile(r"(?:[A-Z]\.){2,}|\w+(?:[-'’‘]\w+)*")
_PARTICLES = frozenset(
    "al el ad as ash at ar az an de del la las los le les du da do dos des di es ez ed e i sur y".split()
)
_LONGEST = 5  # words of a name
_BARE = 150_000  # people; a smaller town must stand where places stand
_CASELESS = re.compile(r"[\u0590-\u06ff\u0900-\u0e7f\u3040-\u9fff\uac00-\ud7af]")


@dataclass(frozen=True, slots=True)
class Mention:
    """A place named at `text[start:end]`; `container` is what the text itself says it lies in, as an index chain."""

    start: int
    end: int
    name: str
    entries: tuple[Entry, ...] = ()
    flags: frozenset[str] = frozenset()
    noun: str = ""  # the type noun beside it: suburb, province
    near: bool = False
    container: Mention | None = None
    names_inside: tuple[str, ...] = field(default=(), compare=False)

    @property
    def level(self) -> Level | None:
        """What the gazetteer takes it for, `None` if it is not listed."""
        return self.entries[0].level if self.entries else None


@dataclass(frozen=True, slots=True)
class _Run:
    """Capitalised words in a row: (start, end) of each."""

    tokens: tuple[tuple[int, int], ...]
    initial: bool  # begins a sentence


@dataclass
class _Article:
    """What the whole text tells about its words."""

    view: TextView
    source: Gazetteer
    lower: frozenset[str]
    persons: set[str] = field(default_factory=set)


def raw_mentions(view: TextView) -> tuple[Mention, ...]:
    """Every place named in the text, in order, not yet disambiguated."""
    article = _Article(view, gazetteer(), _lower_words(view.text))
    found: list[Mention] = []
    for sentence in view.sentences:
        if sentence.zone is Zone.FURNITURE:
            continue
        found.extend(_sentence(article, sentence))
    return tuple(found)


def _lower_words(text: str) -> frozenset[str]:
    counted = Counter(m.group() for m in re.finditer(r"\b[a-z]{2,}\b", text))
    return frozenset(counted)


def _sentence(article: _Article, sentence: Segment) -> list[Mention]:
    text, found = article.view.text, []
    for run in _runs(text, sentence):
        found.extend(_of_run(article, run, sentence))
    found.extend(_caseless(article, sentence))
    found.sort(key=lambda m: (m.start, -m.end))
    return _contained(text, found)


def _runs(text: str, sentence: Segment) -> Iterator[_Run]:
    current: list[tuple[int, int]] = []
    first = True
    initial = True
    for match in _TOKEN.finditer(text, sentence.start, sentence.end):
        start, end, word = match.start(), match.end(), match.group()
        joined = (
            bool(current)
            and text[current[-1][1] : start] in {" ", "\u00a0", ". "}
            and (text[current[-1][1] : start] != ". " or text[slice(*current[-1])] in {"St", "Mt", "Ft"})
        )
        upper = word[0].isupper() or (
            word[:3] in {"al-", "el-", "as-", "ad-", "ar-", "an-", "az-", "at-"} and len(word) > 4
        )  # noqa: PLR2004
        particle = word.lower() in _PARTICLES and not upper
        if current and not (joined and (upper or particle)):
            yield _Run(tuple(current), initial)
            current = []
        if upper or (particle and (current or word in {"al", "el"})):
            if not current:
                initial = first
            current.append((start, end))
        first = False
    if current:
        yield _Run(tuple(current), initial)


def _of_run(article: _Article, run: _Run, sentence: Segment) -> list[Mention]:
    text, tokens = article.view.text, list(run.tokens)
    while tokens and _leads_nothing(text, tokens[0], run):
        tokens.pop(0)
    while tokens and text[slice(*tokens[-1])].islower():
        tokens.pop()
    if not any(text[slice(*t)][:1].isupper() or "-" in text[slice(*t)] for t in tokens):
        return []
    names = [text[slice(*t)] for t in tokens]
    found: list[Mention] = []
    position = 0
    while position < len(tokens):
        hit = _longest(article, tokens, names, position)
        if hit is None:
            position += 1
            continue
        end, entries = hit
        mention = _judge(article, tokens, names, (position, end), entries, sentence)
        if mention is not None:
            found.append(mention)
        position = end
    if not found:
        unlisted = _unlisted(article, tokens, names, sentence)
        if unlisted is not None:
            found.append(unlisted)
    return found


def _leads_nothing(text: str, token: tuple[int, int], run: _Run) -> bool:
    word = text[slice(*token)]
    return run.initial and token == run.tokens[0] and word.lower() in words.ORDINARY and word.lower() not in {
        "new", "north", "south", "east", "west", "united", "western", "eastern", "northern", "southern", "central", "nice",
    }  # fmt: skip


def _longest(
    article: _Article, tokens: list[tuple[int, int]], names: list[str], position: int
) -> tuple[int, tuple[Entry, ...]] | None:
    text = article.view.text
    for end in range(min(len(tokens), position + _LONGEST), position, -1):
        name = text[tokens[position][0] : tokens[end - 1][1]]
        entries = _lookup(article.source, name)
        if entries:
            return end, entries
    word = _possessive(names[position])
    entry = article.source.country_of_demonym(word) or article.source.country_of_demonym(word.removesuffix("s"))
    return (position + 1, (entry,)) if entry else None


def _possessive(name: str) -> str:
    return re.sub(r"['’]s?$", "", name)


def _lookup(source: Gazetteer, name: str) -> tuple[Entry, ...]:
    plain = _possessive(name)
    if plain.islower() or (len(plain) < 4 and plain.lower() not in _SHORT_NAMES and not _known_short(source, plain)):  # noqa: PLR2004
        return ()
    if plain.isupper() and len(plain) > 4:  # noqa: PLR2004 - "KABUL" is a dateline, "IRAN" may be a headline
        plain = plain.title()
    if plain.lower() in {"us", "uk"} and not plain.isupper():
        return ()
    return source.lookup(plain)


_SHORT_NAMES = frozenset(["us", "u.s", "u.s.", "uk", "u.k", "u.k.", "uae", "drc"])


def _known_short(source: Gazetteer, name: str) -> bool:
    found = source.lookup(name)
    return bool(found) and found[0].population >= _BARE and name[:1].isupper() and not name.isupper()


def _judge(
    article: _Article,
    tokens: list[tuple[int, int]],
    names: list[str],
    matched: tuple[int, int],
    entries: tuple[Entry, ...],
    sentence: Segment,
) -> Mention | None:
    """Is the matched stretch of the run a place here? With what name and flags?"""
    text = article.view.text
    low, high = matched
    before, after = names[:low], names[high:]
    start, end = tokens[low][0], tokens[high - 1][1]
    word = _possessive(names[low])
    if high - low == 1 and _is_demonym(article.source, word) and not _lookup(article.source, word):
        return _demonym(article, (start, end), before, after, entries)
    if _organisation(before, after) or _person(article, before, after, text, start):
        return None
    ordinary_rest = article.lower | words.ORDINARY
    kept_before = [n for n in before if n.lower() not in ordinary_rest and n.lower() not in words.DIRECTIONS]
    kept_before = [n for n in kept_before if not _is_demonym(article.source, n) and n.lower() not in _PARTICLES]
    kept_before = [n for n in kept_before if not _lookup(article.source, n) and n not in words.NAME_HEADS]
    flags: set[str] = set()
    noun = ""
    if after and after[0] in words.NAME_TAILS:
        noun = after[0].lower()
        end = tokens[high][1]
    elif after and any(a in words.FACILITIES for a in after[:3]):
        at = next(i for i, a in enumerate(after[:3]) if a in words.FACILITIES)
        end = tokens[high + at][1]
        flags.add("facility")
    elif kept_before or any(
        a.lower() not in ordinary_rest and not _lookup(article.source, a) and not _is_demonym(article.source, a)
        for a in after[:1]
    ):
        return None
    if not (flags or noun) and not _stands_as_place(article, entries, start, end, sentence):
        return None
    return _mention(article, start, end, entries, flags, noun)


def _is_demonym(source: Gazetteer, word: str) -> bool:
    return source.country_of_demonym(word) is not None or source.country_of_demonym(word.removesuffix("s")) is not None


def _demonym(
    article: _Article, at: tuple[int, int], before: list[str], after: list[str], entries: tuple[Entry, ...]
) -> Mention | None:
    if before and before[-1].lower() not in article.lower | words.ORDINARY | words.DIRECTIONS:
        return None
    if _organisation([], after):
        return None
    following = article.view.text[at[1] : at[1] + 40]
    scene = re.match(
        r"\s+(?:\w+\s+)?(?:cit(?:y|ies)|towns?|capital|villages?|provinces?|coast|border|territory|waters|port|islands?|"
        r"resort|region|state|suburb|soil|countryside|district|mine|airspace|school|side)\b",
        following,
        re.IGNORECASE,
    )
    flags = frozenset({"demonym", "scene"} if scene else {"demonym"})
    return Mention(at[0], at[1], entries[0].name, entries, flags)


def _organisation(before: list[str], after: list[str]) -> bool:
    if any(_possessive(n) in words.ORGANISATION and n not in words.FACILITIES for n in after[:3]):
        return not (after[0] in words.NAME_TAILS)
    return any(n in words.ORGANISATION for n in before)


def _person(article: _Article, before: list[str], after: list[str], text: str, start: int) -> bool:
    own = re.match(r"[\w'’-]+", text[start : start + 60])
    word = own.group() if own else ""
    if before and (before[-1].lower() in words.GIVEN_NAMES or before[-1].lower().rstrip(".") in words.TITLES):
        article.persons.add(word)
        return True
    if before and len(before[-1].rstrip(".")) == 1:
        article.persons.add(word)
        return True
    lead = re.search(r"([\w.]+)\s+$", text[max(0, start - 25) : start])
    if lead and lead.group(1).lower().rstrip(".") in words.TITLES - {
        "general",
        "chief",
        "named",
        "called",
        "secretary",
        "captain",
    }:
        article.persons.add(word)
        return True
    return word in article.persons and not words.LOCATIVE.search(text, max(0, start - 40), start)


def _stands_as_place(article: _Article, entries: tuple[Entry, ...], start: int, end: int, sentence: Segment) -> bool:
    text, best = article.view.text, entries[0]
    name = text[start:end]
    plain = fold(_possessive(name))
    if words.LOCATIVE.search(text, max(sentence.start, start - 60), start):
        return plain not in _NEVER
    if plain in words.ORDINARY:
        return False
    if best.level is not Level.CITY or best.capital or best.population >= _BARE:
        return True
    after = text[end : end + 40]
    if re.match(r",\s+[A-Z]", after):
        listed = re.match(r",\s+([A-Z][\w'’-]*(?:\s[A-Z][\w'’-]*)?)", after)
        if listed and (_lookup(article.source, listed[1]) or _lookup(article.source, listed[1].split()[0])):
            return True
    noun = re.match(r"[\s,]+(?:a\s+|the\s+)?(?:\w+\s+)?([a-z-]+)", after)
    return bool(noun and noun[1] in words.TYPE_NOUNS)


_NEVER = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december islam islamic parliament congress police of most".split()
)


def _mention(
    article: _Article, start: int, end: int, entries: tuple[Entry, ...], flags: set[str], noun: str
) -> Mention:
    text = article.view.text
    if re.search(r"['’]s$", text[start:end]):
        end -= 2
    elif text[start:end][-1:] in "'’":
        end -= 1
    begin, following = max(0, start - 90), text[end : end + 60]
    line = text.rfind("\n", begin, start)
    begin = max(begin, line + 1)
    if words.SPEAKER_AFTER.match(following):
        flags.add("speaker")
    if words.ASIDE_BEFORE.search(text, begin, start):
        flags.add("aside")
    elif words.WEAK.search(text, begin, start) and not words.NEAR.search(text, begin, start):
        flags.add("weak")
    near = bool(words.NEAR.search(text, begin, start))
    return Mention(
        start,
        end,
        text[start:end],
        entries,
        frozenset(flags),
        noun or _noun_beside(text, begin, start, following),
        near,
    )


def _noun_beside(text: str, begin: int, start: int, following: str) -> str:
    """The type noun of a name: "the village of X", "the X suburb", "X suburb of"."""
    lead = re.search(r"\b([a-z-]+)\s+of\s+(?:the\s+)?$", text[begin:start])
    if lead and lead[1] in words.TYPE_NOUNS:
        return lead[1]
    tail = re.match(r"['’]?\s+([a-z-]+)\b", following)
    if tail and tail[1] in words.TYPE_NOUNS - {"area", "block", "port", "market", "camp"}:
        # "the Homs neighborhood of al Zahra": the noun is that of the name behind it.
        return "" if re.match(r"\s+[a-z-]+\s+of\s+(?:al|el|[A-Z])", following) and not _belongs(following) else tail[1]
    return tail[1] if tail and tail[1] in words.SUB_NOUNS else ""


def _belongs(following: str) -> bool:
    """ "X suburb of Damascus" says X is the suburb when what follows is a listed city."""
    match = re.match(r"\s+[a-z-]+\s+of\s+((?:al[ -])?[A-Z][\w'’-]*)", following)
    return bool(match and gazetteer().lookup(match[1]))


def _unlisted(article: _Article, tokens: list[tuple[int, int]], names: list[str], sentence: Segment) -> Mention | None:
    """A name no gazetteer has, where only a place can stand."""
    text = article.view.text
    upper = [n for n in names if n[:1].isupper()]
    start, end = tokens[0][0], tokens[-1][1]
    if any(_possessive(n) in words.ORGANISATION for n in names) or len(names) > _LONGEST:
        return None
    if names[0].lower() in words.GIVEN_NAMES or fold(names[0]) in words.ORDINARY | words.DIRECTIONS:
        return None
    if any(_is_demonym(article.source, n) for n in names) or (
        len(upper) == 1 and len(upper[0]) <= 3 and upper[0].isupper()
    ):  # noqa: PLR2004
        return None
    begin = max(sentence.start, start - 60)
    noun = _noun_beside(text, begin, start, text[end : end + 60])
    typed = bool(noun) or names[-1] in words.NAME_TAILS or names[0] in {"Lake", "Mount", "Cape", "Camp"}
    lead = re.search(r"\b(?:in|near|outside|inside|around)\s+(?:the\s+)?$", text[begin:start])
    facility = any(n in words.FACILITIES for n in names[1:])
    stated = re.match(
        r",?\s+in\s+(?:the\s+)?[A-Z]|,\s+(?:a|the)\s+(?:\w+\s+){0,3}(?:suburb|village|town|district|neighbou?rhood|city)\b",
        text[end : end + 60],
    )
    if not (typed or facility or (lead and not lead.group().rstrip().endswith("the")) or stated and len(upper) <= 2):  # noqa: PLR2004
        return None
    if stated and not (typed or facility or lead) and not _stated_place(article, text, end):
        return None
    if all(n.lower() in article.lower for n in names):
        return None
    return _mention(article, start, end, (), {"unlisted"} | ({"facility"} if facility else set()), noun)


def _stated_place(article: _Article, text: str, end: int) -> bool:
    match = re.match(r",\s+in\s+(?:the\s+)?([A-Z][\w'’-]*)", text[end : end + 60])
    return bool(match and _lookup(article.source, match[1])) or bool(re.match(r",\s+(?:a|the)\s", text[end : end + 8]))


def _caseless(article: _Article, sentence: Segment) -> Iterator[Mention]:
    """Listed names in scripts without capitals, longest first."""
    text = article.view.text
    if not _CASELESS.search(text, sentence.start, sentence.end):
        return
    tokens = [(m.start(), m.end()) for m in re.finditer(r"[\u0600-\u06ff]+", text[sentence.start : sentence.end])]
    position = 0
    while position < len(tokens):
        for size in (3, 2, 1):
            if position + size > len(tokens):
                continue
            start = sentence.start + tokens[position][0]
            end = sentence.start + tokens[position + size - 1][1]
            name = text[start:end]
            prefix = 1 if name[:1] in "بلو" and not article.source.lookup(name) else 0
            entries = article.source.lookup(name[prefix:])
            if entries and entries[0].population >= _BARE:
                yield Mention(start + prefix, end, name[prefix:], entries)
                position += size - 1
                break
        position += 1


_IN_BETWEEN = re.compile(
    r"(?:,?\s+(?:in|of)\s+(?:the\s+)?(?:(?:northern|southern|eastern|western|central|north-?eastern|north-?western|"
    r"south-?eastern|south-?western|nearby|neighbouring)\s+)?(?:[a-z]+\s+){0,2}?(?:(?:province|state|region|district|city|capital|county|governorate|island)\s+of\s+)?"
    r"|\s+(?:[a-z-]+\s+){0,2}?(?:suburb|neighbou?rhood|district|quarter|area|village|town|city|port|camp|province|region|market|county|part|section)"
    r"(?:,)?\s+(?:of|in|outside|near|on\s+the\s+outskirts\s+of)\s+(?:the\s+)?(?:[a-z]+\s+){0,2}?(?:(?:city|capital|province)\s+(?:of\s+)?)?"
    r"|,\s+(?:a|the)\s+(?:[\w-]+\s+){0,4}?(?:suburb|neighbou?rhood|district|quarter|area|village|town|city|port|camp)\s+(?:of|in|near|outside|north of|south of|east of|west of)\s+(?:the\s+)?"
    r"|\s+\()"
)
_OUTER_FIRST = re.compile(
    r"(?:['’]s?\s+(?:[a-z-]+\s+){0,3}?|\s+(?:[a-z-]+\s+)?(?:suburb|neighbou?rhood|district|quarter|area|village|town|city|province|region|state|port|capital|island|camp)"
    r"(?:\s+of)?\s+(?:the\s+)?|\s+(?:[a-z]+\s+)?(?:capital|city|town|province),?\s+)"
)


def _contained(text: str, found: list[Mention]) -> list[Mention]:
    """Link each mention to what the text says it lies in."""
    linked: list[Mention] = list(found)
    for i in range(len(found) - 2, -1, -1):
        one, two = found[i], linked[i + 1]
        between = text[one.end : two.start]
        if "demonym" in one.flags:
            continue
        if between in {", ", " , "} and _can_hold(two, one, stated=False):
            linked[i] = replace(one, container=two)
        elif _IN_BETWEEN.fullmatch(between) and "demonym" not in two.flags and _can_hold(two, one, stated=True):
            linked[i] = replace(one, container=two)
    for i in range(1, len(found)):
        one, two = linked[i - 1], linked[i]
        between = text[one.end : two.start]
        if (
            two.container is None
            and one.container is None
            and _OUTER_FIRST.fullmatch(between)
            and _can_hold(one, two, stated=True)
        ):
            linked[i] = replace(two, container=replace(one, container=None))
            if "demonym" not in one.flags:
                linked[i - 1] = replace(one, flags=one.flags | {"outer"})
    return linked


def _can_hold(outer: Mention, inner: Mention, *, stated: bool) -> bool:
    """Can `inner` lie in `outer`, as far as their levels tell? A list of cities is no nesting."""
    if outer.level is Level.COUNTRY:
        fits = not inner.entries or inner.level is not Level.COUNTRY
        return fits and (
            not inner.entries or any(e.country == outer.entries[0].country for e in inner.entries) or stated
        )
    if outer.level is Level.REGION or outer.noun in words.ADMIN1_NOUNS | words.ADMIN2_NOUNS:
        return inner.level in {Level.CITY, None}
    if outer.level is Level.CITY:
        small = not inner.entries or inner.noun in words.SUB_NOUNS | words.ADMIN2_NOUNS or "facility" in inner.flags
        return small or (
            stated and inner.level is Level.CITY and inner.entries[0].population * 3 < outer.entries[0].population
        )
    return outer.level is None and bool(outer.noun) and inner.level is None
