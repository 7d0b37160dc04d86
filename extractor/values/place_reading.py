"""Find the places a text names: capitalised runs, looked up in the gazetteer and judged by the words around them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from extractor.segments import Segment, TextView
from extractor.values import place_words as words
from extractor.values.gazetteer import Entry, Gazetteer, Level, gazetteer
from extractor.values.place_mention import Mention, linked_mentions
from extractor.values.tables import word_set
from extractor.values.transliteration import fold

_TOKEN = re.compile(r"(?:[A-Z]\.){2,}|\w+(?:[-'’‘]\w+)*")
_PARTICLES = word_set("al el ad ash ar az de del la las los le les du da do dos des di es ez ed e i sur y")
_LONGEST = 5  # words of a name
_LONGEST_RUN = 40  # words; more capitals in a row are no sentence
_ARTICLES = frozenset({"al-", "el-", "as-", "ad-", "ar-", "an-", "az-", "at-"})
_CODE = 3  # letters; a shorter name in capitals is a code
_BARE = 150_000  # people; a smaller town must stand where places stand
_CASELESS = re.compile(r"[\u0590-\u06ff\u0900-\u0e7f\u3040-\u9fff\uac00-\ud7af]")


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
    # (sentence, start, end) of names that nothing beside them calls a place; another sentence may.
    doubtful: list[tuple[int, int, int]] = field(default_factory=list)


def raw_mentions(view: TextView) -> tuple[Mention, ...]:
    """Every place named in the text, in order, not yet disambiguated."""
    article = _Article(view, gazetteer(), _lower_words(view.text))
    read = [_sentence(article, sentence) for sentence in view.sentences]
    named = {m.name for mentions in read for m in mentions if "unlisted" in m.flags and "facility" not in m.flags}
    for index, start, end in article.doubtful:
        if view.text[start:end] in named or _goes_on(view.text, read[index], start):
            named.add(view.text[start:end])
            read[index].append(_mention(article, (start, end), (), {"unlisted"}, ""))
            read[index].sort(key=lambda m: (m.start, -m.end))
    return tuple(m for mentions in read for m in linked_mentions(view.text, mentions))


_PLURAL = re.compile(r"\b(?:villages|towns|cities|hamlets|districts|suburbs|provinces|camps|settlements|communities|islands)\s+of\s+$")
_NEXT_OF_LIST = re.compile(r",\s+(?:and\s+)?|\s+and\s+")


def _goes_on(text: str, mentions: list[Mention], start: int) -> bool:
    """Does a name go on with the list of "the villages of Pirago, Rivalta and Villanova"?"""
    end = start
    for mention in reversed(mentions):
        if mention.end > end:
            continue
        if not _NEXT_OF_LIST.fullmatch(text, mention.end, end):
            return False
        if _PLURAL.search(text, max(0, mention.start - 30), mention.start):
            return True
        end = mention.start
    return False


def _lower_words(text: str) -> frozenset[str]:
    counted = Counter(m.group() for m in re.finditer(r"\b[a-z]{2,}\b", text))
    return frozenset(counted)


def _sentence(article: _Article, sentence: Segment) -> list[Mention]:
    text, found = article.view.text, []
    for run in _runs(text, sentence):
        found.extend(_of_run(article, run, sentence))
    found.extend(_caseless(article, sentence))
    found.sort(key=lambda m: (m.start, -m.end))
    return found


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
        upper = word[0].isupper() or (word[:3] in _ARTICLES and len(word) > _CODE + 1)
        particle = word.lower() in _PARTICLES and not upper
        owner = bool(current) and _owns(text[slice(*current[-1])])
        if current and not (joined and (upper or particle) and len(current) < _LONGEST_RUN and not owner):
            yield _Run(tuple(current), initial)
            current = []
        if upper or (particle and (current or word in {"al", "el"})):
            if not current:
                initial = first
            current.append((start, end))
        first = False
    if current:
        yield _Run(tuple(current), initial)


def _owns(word: str) -> bool:
    """Does a listed place's possessive end the name ("Yemen's Saada province" are two)?"""
    return word[-2:] in {"'s", "’s"} and bool(gazetteer().lookup(word[:-2]))


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
        mention = _judge(article, (tokens, names), (position, end), entries, sentence)
        if mention is not None:
            found.append(mention)
        position = end
    if not found:
        unlisted = _unlisted(article, tokens, names, sentence)
        if unlisted is not None:
            found.append(unlisted)
    return found


_FOREIGN_OPENERS = word_set("im am bei beim nach die der das en em dans nel nella à une un una des wegen unter")
_NAME_OPENERS = words.DIRECTIONS | {"new", "united", "nice"}


def _leads_nothing(text: str, token: tuple[int, int], run: _Run) -> bool:
    word = text[slice(*token)]
    lower = word.lower()
    opens = lower in words.ORDINARY | _FOREIGN_OPENERS and lower not in _NAME_OPENERS
    return run.initial and token == run.tokens[0] and opens


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
    run: tuple[list[tuple[int, int]], list[str]],
    matched: tuple[int, int],
    entries: tuple[Entry, ...],
    sentence: Segment,
) -> Mention | None:
    """Is the matched stretch of the run a place here? With what name and flags?"""
    text, (tokens, names) = article.view.text, run
    low, high = matched
    before, after = names[:low], names[high:]
    start, end = tokens[low][0], tokens[high - 1][1]
    word = _possessive(names[low])
    if high - low == 1 and _is_demonym(article.source, word) and (not _lookup(article.source, word) or _adjective(text, start, end)):
        return _demonym(article, (start, end), before, after, entries)
    if _organisation(before, after) or _belongs_to_body(text, start) or _person(article, before, text, start):
        return None
    if text[start:end].isupper() and not _capitals_allowed(text, start, end, sentence):
        return None
    ordinary_rest = article.lower | words.ORDINARY
    kept_before = [n for n in before if n.lower() not in ordinary_rest and n.lower() not in words.DIRECTIONS]
    if before and _is_demonym(article.source, before[-1]) and entries[0].level is Level.CITY and not entries[0].capital:
        return None  # Indian Queens
    kept_before = [n for n in kept_before if not _is_demonym(article.source, n) and n.lower() not in _PARTICLES]
    kept_before = [n for n in kept_before if not _lookup(article.source, n) and n not in words.NAME_HEADS]
    flags: set[str] = set()
    noun = ""
    if after and after[0] in _CLUB_TAILS and _AGAINST.search(text, max(0, start - 30), start):
        return None
    if after and after[0] in words.NAME_TAILS:
        noun = after[0].lower()
        end = tokens[high][1]
        if after[0] in _FEATURES and entries[0].level is Level.CITY:
            entries = ()  # Marlow Falls is not Marlow
    elif after and any(a in words.FACILITIES for a in after[:3]):
        at = next(i for i, a in enumerate(after[:3]) if a in words.FACILITIES)
        end = tokens[high + at][1]
        flags.add("facility")
        if after[at] not in _TOWN_FACILITIES:
            entries = ()  # a Superior Avenue is not in the town of Superior, nor an Olympic Hotel in Hong Kong
    elif (
        _two_names(article, before, after)
        or kept_before
        or any(
            a.lower() not in ordinary_rest and not _lookup(article.source, a) and not _is_demonym(article.source, a)
            for a in after[:1]
        )
    ):
        return None
    if not (flags or noun) and not _stands_as_place(article, entries, start, end, sentence):
        return None
    return _mention(article, (start, end), entries, flags, noun)


_CLUB_TAILS = word_set("City Town County Forest Rangers United")
_AGAINST = re.compile(r"\b(?:against|beat|beating|v|vs|versus|fans\s+of|supporters\s+of|play|playing|played|lost\s+to)\.?\s+$", re.IGNORECASE)
_FEATURES = word_set("Falls Springs Beach Valley River Lake Bay Pass Canyon Hills Heights Forest Island Islands Creek")
# Facilities that are called by their town.
_TOWN_FACILITIES = word_set("Airport Dam Base Airbase Port Harbour Prison Barracks Refinery Stadium Park")
_STREETS = word_set("Avenue Street Road Boulevard Square Bridge Plaza")
_OLD_DATELINE = re.compile(
    r",\s+(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|to-?day)(?:\s+(?:night|morning|evening|afternoon))?\s*[.—–-]"
)


_DATELINE = re.compile(
    r"(?:,\s*[A-Z][\w .]{1,30}){0,2}(?:,?\s+[A-Z][a-z]{2,8}\.?\s+\d{1,2}(?:,?\s+\d{4})?)?"
    r"\s*(?:\([^()]{2,40}\))?\s*(?:[–—-]{1,2}\s|:\s)"
)


def _is_dateline(text: str, start: int, end: int) -> bool:
    """Does the paragraph open with this name and a dash: "KABUL, March 12 (Reuters) -"?"""
    line = text.rfind("\n", max(0, start - 80), start) + 1 if start else 0
    lead = text[line:start] if line or start < 80 else "x"  # noqa: PLR2004 - no dateline is that long
    opens = not lead.strip() or re.fullmatch(r"[A-Z][\w '’-]{1,40},\s+(?:[A-Z][\w '’-]{1,40},\s+)?", lead)
    return bool(opens) and bool(_DATELINE.match(text, end, end + 300) or _OLD_DATELINE.match(text, end, end + 40))


def _capitals_allowed(text: str, start: int, end: int, sentence: Segment) -> bool:
    """A short word in capitals is an acronym ("SANA") unless it is a dateline or all around it is in capitals."""
    if end - start > 6 or text[start:end].rstrip(".").lower() in _SHORT_NAMES:  # noqa: PLR2004 - no acronym is longer
        return True
    around = re.findall(r"\b[A-Za-z]{4,}\b", text[sentence.start : min(sentence.end, sentence.start + 300)])
    loud = sum(word.isupper() for word in around)
    return loud * 2 > len(around) > 1 or _is_dateline(text, start, end)


def _is_demonym(source: Gazetteer, word: str) -> bool:
    return source.country_of_demonym(word) is not None or source.country_of_demonym(word.removesuffix("s")) is not None


def _adjective(text: str, start: int, end: int) -> bool:
    """Reads "a Kazakh cargo plane" as no town: an article before, a noun in lower case behind."""
    article = re.search(r"\b(?:an?|the|two|three|four|several)\s+$", text[max(0, start - 10) : start], re.IGNORECASE)
    return bool(article and re.match(r"\s+[a-z]", text[end : end + 3]))


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


def _two_names(article: _Article, before: list[str], after: list[str]) -> bool:
    """Reads "Tirana Hassan": two listed cities in a row and no comma are somebody's name."""
    beside = [*before[-1:], *after[:1]]
    return any(
        (found := _lookup(article.source, name)) and found[0].level is Level.CITY and name.lower() not in article.lower
        for name in beside
    )


_BODY_OF = re.compile(r"\b([A-Z]\w+)\s+of\s+(?:the\s+)?$")


def _belongs_to_body(text: str, start: int) -> bool:
    """Is it the end of the name of an organisation ("the Bank of China")?"""
    match = _BODY_OF.search(text, max(0, start - 40), start)
    return match is not None and match[1] in words.ORGANISATION - words.PLACE_LIKE - words.FACILITIES


def _organisation(before: list[str], after: list[str]) -> bool:
    if any(_possessive(n) in words.ORGANISATION and n not in words.FACILITIES for n in after[:3]):
        return after[0] not in words.NAME_TAILS
    return any(n in words.ORGANISATION for n in before)


def _person(article: _Article, before: list[str], text: str, start: int) -> bool:
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
    if " " in plain or best.level is not Level.CITY or best.capital or best.population >= _BARE:
        return True
    after = text[end : end + 40]
    if re.match(r",\s+[A-Z]", after):
        listed = re.match(r",\s+([A-Z][\w'’-]*(?:\s[A-Z][\w'’-]*)?)", after)
        if listed and (_lookup(article.source, listed[1]) or _lookup(article.source, listed[1].split()[0])):
            return True
    noun = re.match(r"[\s,]+(?:a\s+|the\s+)?(?:\w+\s+)?([a-z-]+)", after)
    return bool(noun and noun[1] in words.TYPE_NOUNS)


_NEVER = word_set(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december islam islamic parliament congress police of most"
)


def _mention(article: _Article, at: tuple[int, int], entries: tuple[Entry, ...], flags: set[str], noun: str) -> Mention:
    (start, end), text = at, article.view.text
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
    elif words.TAKEN_FROM.search(text, begin, start) and " in " not in text[begin:start]:
        pass
    elif words.WEAK.search(text, begin, start) and not words.NEAR.search(text, begin, start):
        flags.add("weak")
    if _is_dateline(text, start, end):
        flags.add("dateline")
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


_NOUN_AFTER = re.compile(
    r"['’]?\s+(?:(?:refugee|coal|gold|copper|iron|diamond|silver|tin|uranium|oil|residential|industrial|resort|market|mining|fishing|border|university|housing)\s+)?([a-z-]+?)(?:s|ies)?\b"
)


def _noun_beside(text: str, begin: int, start: int, following: str) -> str:
    """The type noun of a name: "the village of X", "the X suburb", "X suburb of"."""
    lead = re.search(r"\b([a-z-]+)\s+of\s+(?:the\s+)?$", text[begin:start])
    if lead and lead[1] in words.TYPE_NOUNS:
        return lead[1]
    if lead and (singular := re.sub(r"ies$", "y", lead[1]).removesuffix("s")) in words.TYPE_NOUNS:
        return singular
    tail = _NOUN_AFTER.match(following)
    if tail and tail[1] in words.TYPE_NOUNS - {"area", "block", "port", "market", "camp"}:
        # "the Homs neighborhood of al Zahra": the noun is that of the name behind it.
        return "" if re.match(r"\s+[a-z-]+\s+of\s+(?:al|el|[A-Z])", following) and not _belongs(following) else tail[1]
    return tail[1] if tail and tail[1] in words.SUB_NOUNS else ""


def _belongs(following: str) -> bool:
    """Reads "X suburb of Damascus" says X is the suburb when what follows is a listed city."""
    match = re.match(r"\s+[a-z-]+\s+of\s+((?:al[ -])?[A-Z][\w'’-]*)", following)
    return bool(match and gazetteer().lookup(match[1]))


# German nouns that stand before a name and have a capital like it.
_DISTRICT_WORDS = word_set("Landkreis Kreis Stadt Gemeinde Ortsteil Stadtteil Dorf Provinz Bezirk Ort Kleinstadt Vorort")
_PAIR = 2  # words; a longer name needs more than an apposition to be a place
_UNLISTED_LEAD = re.compile(
    r"\b(?:in|near|nearby|outside|inside|around|off|(?:parts?|outskirts|centre|center|edge|streets|people|residents|villagers|north|south|east|west)\s+of|en|à|ad|em|bei|presso|près\s+de|cerca\s+de|vicino\s+ad?|"
    r"(?:frazione|località|comune|pueblo|municipio|barrio|village|ciudad|cidade|aldeia|departamento|provincia|distrito|estado|localidad|caserío|vereda|commune|ville|quartier|villaggio)\s+d[ei]|"
    r"(?:landkreis|kreis|stadt|gemeinde|ortsteil|stadtteil|dorf|provinz|bezirk|ort|kleinstadt)|"
    r"(?:attaques?|attentats?|séisme|bataille|ataques?|atentado|masacre|terremoto|incendio|attentato|strage|tragedia|tragédia|explosion|explosión|incendie)\s+d[eio]l?|"
    r"(?:fled|marched|advanced|retreated|withdrew|spread)\s+(?:to|towards?|through)|\w*(?:unglück|anschlag|massaker|katastrophe|brand|schlacht|beben)s?\s+(?:von|in|bei))\s+(?:the\s+)?$",
    re.IGNORECASE,
)


def _unlisted(article: _Article, tokens: list[tuple[int, int]], names: list[str], sentence: Segment) -> Mention | None:
    """A name no gazetteer has, where only a place can stand."""
    text = article.view.text
    if len(names) > 1 and names[0] in _DISTRICT_WORDS:
        tokens, names = tokens[1:], names[1:]
    upper = [n for n in names if n[:1].isupper()]
    start, end = tokens[0][0], tokens[-1][1]
    if any(_possessive(n) in words.ORGANISATION for n in names) or len(names) > _LONGEST:
        return None
    if _AGAINST.search(text, max(0, start - 30), start):
        return None
    if fold(_possessive(names[0])) in words.ORDINARY - words.DIRECTIONS and not (len(names) > 1 and names[-1] in _STREETS):
        return None
    if names[0].lower() in words.GIVEN_NAMES and not _happens_at(text, sentence.start, start, end):
        return None
    if fold(names[0]) in words.DIRECTIONS and len(names) == 1:
        return None
    at_place = re.search(r"\bat\s+$", text[max(0, start - 6) : start]) and _AT_TAIL.match(text[end : end + 30])
    if (any(_is_demonym(article.source, n) for n in names) and not at_place) or (
        len(upper) == 1 and len(upper[0]) <= _CODE and upper[0].isupper()
    ):
        return None
    begin = max(sentence.start, start - 60)
    noun = _noun_beside(text, begin, start, text[end : end + 60])
    if re.search(
        r"\b(?:a|an|mostly|predominantly|largely|mainly|majority|many|some)\s+(?:\w+ly\s+)?$", text[begin:start]
    ):
        return None
    return _evident(article, (start, end), names, noun, sentence)


# "at Muxidi, a crossroads", "at Nova Kasaba." name places; "at Boeing said" does not.
_AT_TAIL = re.compile(
    r",\s+(?:an?|the|in|on|near|just|some|about|where|when|and|\d+)\s|\.(?:\s|$)|\s+(?:in|on|to)\s+the\s+(?:far\s+)?(?:north|south|east|west|cent|coast|border)"
    r"|\s+(?:last|yesterday|late|early)\s"
)
_CATASTROPHE = re.compile(r"\s+(?:massacre|earthquake|quake|bombings?|tsunami|(?:mine|air|rail|train|ferry)\s+(?:disaster|crash|accident))\b")
_HAPPENS_AT = re.compile(
    r"\b(?:stopped|ambushed|attacked|crashed|derailed|collided|exploded|happened|occurred|place|struck|killed|died|dead|shot|bombed|"
    r"collapsed|overturned|sank)\s+(?:\w+\s+){0,2}?(?:at|in|near)\s+$"
)


def _happens_at(text: str, low: int, start: int, end: int) -> bool:
    """Reads "was stopped at Omar Jillow, about 30 km from": a given name that only a place can be here."""
    return bool(_HAPPENS_AT.search(text, max(low, start - 60), start) and _AT_TAIL.match(text[end : end + 30]))


# "on the A30 between Bodmin and Launceston": names on a road are places; "talks between Hun Sen and Sihanouk" are not.
_ROAD_BETWEEN = re.compile(
    r"\b(?:roads?|highways?|motorways?|railway|tracks?|line|stretch|route|bridge|midway|halfway|somewhere|border|sea|strait|waters|[AMN]\d{1,4})\s+"
    r"(?:\w+\s+){0,3}?(?:between|from|linking|connecting)\s+(?:[A-Z][\w'’-]+(?:\s+[A-Z][\w'’-]+){0,2}\s+(?:and|to|with)\s+)?$",
)
_LISTED_KIND = re.compile(
    r"\s+and\s+[A-Z][\w'’-]+\s+(?:refugee\s+)?(?:camps|districts|villages|provinces|neighbou?rhoods|towns|states|suburbs)\b"
)


def _evident(
    article: _Article, where: tuple[int, int], names: list[str], noun: str, sentence: Segment
) -> Mention | None:
    """Do the words around an unlisted name say that it is a place?"""
    (start, end), text = where, article.view.text
    begin = max(sentence.start, start - 60)
    short = sum(n[:1].isupper() for n in names) <= _PAIR
    typed = bool(noun) or names[-1] in words.NAME_TAILS or names[0] in {"Lake", "Mount", "Cape", "Camp"}
    lead = _UNLISTED_LEAD.search(text[begin:start]) or words.TAKEN_FROM.search(text[begin:start]) or _ROAD_BETWEEN.search(text[begin:start])
    at = text[begin:start].lower().endswith(" at ") or text[begin:start].lower() == "at "
    typed = (
        typed or (at and bool(_AT_TAIL.match(text[end : end + 30]))) or bool(_LISTED_KIND.match(text[end : end + 60]))
    )
    facility = any(n in words.FACILITIES for n in names[1:])
    stated = re.match(
        r",?\s+in\s+(?:the\s+)?[A-Z]|,\s+(?:a|the)\s+(?:\w+\s+){0,3}(?:suburb|village|town|district|neighbou?rhood|city)\b",
        text[end : end + 60],
    )
    typed = typed or (short and bool(_CATASTROPHE.match(text, end, end + 30)))
    typed = typed or (text[start:end].isupper() and end - start > _CODE and _is_dateline(text, start, end) and text[end] != ":")
    if not (typed or facility or (lead and not lead.group().rstrip().endswith("the")) or (stated and short)):
        if short:
            article.doubtful.append((article.view.sentence_index(start), start, _bare_end(text, start, end)))
        return None
    if stated and not (typed or facility or lead) and not _stated_place(article, text, end):
        return None
    if all(n.lower() in article.lower for n in names):
        return None
    return _mention(article, (start, end), (), {"unlisted"} | ({"facility"} if facility else set()), noun)


def _bare_end(text: str, start: int, end: int) -> int:
    """Without a possessive."""
    return end - 2 if re.search(r"['’]s$", text[start:end]) else end


def _stated_place(article: _Article, text: str, end: int) -> bool:
    match = re.match(
        r",\s+in\s+(?:the\s+)?([A-Z][\w'’-]*)(\s+(?:province|prefecture|state|district|region)\b)?",
        text[end : end + 60],
    )
    if match and match[2]:
        return True
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
