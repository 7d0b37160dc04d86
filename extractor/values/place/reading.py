"""Find the places a text names: capitalised runs, looked up in the gazetteer and judged by the words around them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from extractor.language.transliteration import fold
from extractor.language.wordlists import word_set
from extractor.segments import Segment, TextView
from extractor.values.place import words
from extractor.values.place.article import (
    BARE,
    SHORT_NAMES,
    Article,
    is_dateline,
    is_demonym,
    lookup,
    mention_at,
    possessive,
)
from extractor.values.place.lines import Line, line_kind, site_start
from extractor.values.place.mention import Mention, linked_mentions
from extractor.values.place.persons import persons_of
from extractor.values.place.roles import Role, role_beside
from extractor.values.place.unlisted import AGAINST, CLUB_TAILS, LONGEST, goes_on, unlisted_place
from extractor.values.place.vocabulary import PlaceWords
from extractor.world.gazetteer import Entry, Level, gazetteer

_TOKEN = re.compile(r"(?:[A-Z]\.){2,}|\w+(?:[-'’‘]\w+)*")
_PARTICLES = word_set("al el ad ash ar az de del la las los le les du da do dos des di es ez ed e i sur y")
_LONGEST_RUN = 40  # words; more capitals in a row are no sentence
_ARTICLES = frozenset({"al-", "el-", "as-", "ad-", "ar-", "an-", "az-", "at-"})
_CODE = 3  # letters; a shorter name in capitals is a code
_CASELESS = re.compile(r"[\u0590-\u06ff\u0900-\u0e7f\u3040-\u9fff\uac00-\ud7af]")


@dataclass(frozen=True, slots=True)
class _Run:
    """Capitalised words in a row: (start, end) of each."""

    tokens: tuple[tuple[int, int], ...]
    initial: bool  # begins a sentence


def raw_mentions(view: TextView) -> tuple[Mention, ...]:
    """Every place named in the text, in order, not yet disambiguated."""
    article = Article(view, gazetteer(), _lower_words(view.text), set(persons_of(view.text)))
    read = [_sentence(article, sentence) for sentence in view.sentences]
    named = {m.name for mentions in read for m in mentions if "unlisted" in m.flags and "facility" not in m.flags}
    for index, start, end in article.doubtful:
        if view.text[start:end] in named or goes_on(view.text, read[index], start):
            named.add(view.text[start:end])
            read[index].append(mention_at(article, (start, end), (), {"unlisted"}, ""))
            read[index].sort(key=lambda m: (m.start, -m.end))
    return tuple(m for mentions in read for m in linked_mentions(view.text, mentions))


def _lower_words(text: str) -> frozenset[str]:
    counted = Counter(m.group() for m in re.finditer(r"\b[a-z]{2,}\b", text))
    return frozenset(counted)


def _sentence(article: Article, sentence: Segment) -> list[Mention]:
    text, found = article.view.text, []
    for run in _runs(text, sentence):
        start = run.tokens[0][0]
        site = site_start(text, start)
        if site is None or start < site:
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
        owner = bool(current) and (_owns(text[slice(*current[-1])]) or _heads(text, current, word))
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


def _heads(text: str, run: list[tuple[int, int]], word: str) -> bool:
    """Do words in capitals open the line before a word that is not: "BAGHDAD The death toll"?"""
    opens = run[0][0] == 0 or text[run[0][0] - 1] == "\n"
    return opens and len(text[slice(*run[-1])]) > _CODE and text[slice(*run[-1])].isupper() and not word.isupper()


def _owns(word: str) -> bool:
    """Does a listed place's possessive end the name ("Yemen's Saada province" are two)?"""
    return word[-2:] in {"'s", "’s"} and bool(gazetteer().lookup(word[:-2]))


def _of_run(article: Article, run: _Run, sentence: Segment) -> list[Mention]:
    text, tokens = article.view.text, list(run.tokens)
    while tokens and _leads_nothing(text, tokens[0], run):
        tokens.pop(0)
    while tokens and (text[slice(*tokens[-1])].islower() or text[slice(*tokens[-1])].lower() in words.CALENDAR):
        tokens.pop()
    if not any(text[slice(*t)][:1].isupper() or "-" in text[slice(*t)] for t in tokens):
        return []
    names = [text[slice(*t)] for t in tokens]
    if (region := _region_behind(article, tokens)) is not None:
        return [region]
    plain = line_kind(text, tokens[0][0]) is Line.PLAIN
    found = _listed(article, (tokens, names), sentence, plain=plain)
    if not plain:
        tokens, names = _without_words(article, tokens, names)
    if not found and tokens:
        unlisted = unlisted_place(article, tokens, names, sentence)
        return [unlisted] if unlisted is not None else []
    return found


def _listed(
    article: Article, run: tuple[list[tuple[int, int]], list[str]], sentence: Segment, *, plain: bool
) -> list[Mention]:
    """The places of a run that the gazetteer has; in a title, none that is an ordinary word."""
    tokens, names = run
    found: list[Mention] = []
    position = 0
    while position < len(tokens):
        hit = _longest(article, tokens, names, position)
        if hit is None:
            position += 1
            continue
        end, entries = hit
        if plain or not _only_words(article, names[position:end]):
            mention = _judge(article, (tokens, names), (position, end), entries, sentence)
            found.extend([mention] if mention is not None else [])
        position = end
    return found


def _region_behind(article: Article, tokens: list[tuple[int, int]]) -> Mention | None:
    """Reads "Tyler, Tex.", "Tacoma, Washington": a state behind its town."""
    text, (start, end) = article.view.text, tokens[0]
    before = _TOWN_BEFORE.search(text, max(0, start - 60), start)
    if before is None or len(tokens) > 1:
        return None
    if text[start - 2 : start] == "W.":
        start -= 2
    entry = article.source.region_behind(text[start:end], lookup(article.source, before[1]))
    dotted = text[end : end + 1] == "." or text[start:end].isupper() or "." in text[start:end]
    if entry is None or not (dotted or text[start:end] == entry.name):
        return None
    return replace(mention_at(article, (start, end), (entry,), set(), ""), name=entry.name)


_TOWN_BEFORE = re.compile(r"([A-Z][\w'’.-]+(?:\s[A-Z][\w'’-]+){0,3}),\s(?:W\.)?$")


def _only_words(article: Article, names: list[str]) -> bool:
    """Are all of these words of the language, as far as the article or the list of ordinary words tells?"""
    return all(_is_word(article, n) for n in names)


def _is_word(article: Article, name: str) -> bool:
    parts = [p for p in re.split(r"[-'’]", name.lower()) if p]
    return all(p in article.lower or p in words.ORDINARY or len(p) == 1 for p in parts)


def _without_words(
    article: Article, tokens: list[tuple[int, int]], names: list[str]
) -> tuple[list[tuple[int, int]], list[str]]:
    """The first stretch of a title's run that is no word the text writes in lower case, its type noun included."""
    first = next((i for i, n in enumerate(names) if not _is_word(article, n)), len(names))
    last = next((i for i in range(first, len(names)) if _is_word(article, names[i])), len(names))
    if first < last < len(names) and names[last] in words.NAME_TAILS | words.FACILITIES:
        last += 1
    return tokens[first:last], names[first:last]


_FOREIGN_OPENERS = word_set("im am bei beim nach die der das en em dans nel nella à une un una des wegen unter")
_NAME_OPENERS = words.DIRECTIONS | {"new", "united", "nice"}


def _leads_nothing(text: str, token: tuple[int, int], run: _Run) -> bool:
    word = text[slice(*token)]
    lower = word.lower()
    opens = lower in words.ORDINARY | _FOREIGN_OPENERS and lower not in _NAME_OPENERS
    return run.initial and token == run.tokens[0] and opens


def _longest(
    article: Article, tokens: list[tuple[int, int]], names: list[str], position: int
) -> tuple[int, tuple[Entry, ...]] | None:
    text = article.view.text
    for end in range(min(len(tokens), position + LONGEST), position, -1):
        name = text[tokens[position][0] : tokens[end - 1][1]]
        entries = lookup(article.source, name)
        if entries:
            return end, entries
    word = possessive(names[position])
    entry = article.source.country_of_demonym(word) or article.source.country_of_demonym(word.removesuffix("s"))
    return (position + 1, (entry,)) if entry else None


def _named_otherwise(
    article: Article,
    beside: tuple[list[str], list[str]],
    at: tuple[int, int],
    entries: tuple[Entry, ...],
    sentence: Segment,
) -> bool:
    """Is it part of the name of a body, a person, a club, or an acronym?"""
    (before, after), (start, end), text = beside, at, article.view.text
    if text[start:end] in words.ORGANISATION and not words.LOCATIVE.search(text, max(0, start - 40), start):
        return True
    if _organisation(before, after) or _belongs_to_body(text, start) or _person(article, before, after, start):
        return True
    if text[start:end].isupper() and not _capitals_allowed(text, start, end, sentence):
        return True
    if before and is_demonym(article.source, before[-1]) and entries[0].level is Level.CITY and not entries[0].capital:
        return True  # Indian Queens
    return bool(after) and after[0] in CLUB_TAILS and bool(AGAINST.search(text, max(0, start - 30), start))


def _judge(
    article: Article,
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
    word = possessive(names[low])
    if (
        high - low == 1
        and is_demonym(article.source, word)
        and (not lookup(article.source, word) or _adjective(text, start, end))
    ):
        return _demonym(article, (start, end), before, after, entries)
    if _named_otherwise(article, (before, after), (start, end), entries, sentence):
        return None
    ordinary_rest = article.lower | words.ORDINARY
    kept_before = [n for n in before if n.lower() not in ordinary_rest and n.lower() not in words.DIRECTIONS]
    kept_before = [n for n in kept_before if not is_demonym(article.source, n) and n.lower() not in _PARTICLES]
    kept_before = [n for n in kept_before if not lookup(article.source, n) and n not in words.NAME_HEADS]
    flags: set[str] = set()
    noun = ""
    if after and after[0] in words.NAME_TAILS:
        noun = after[0].lower()
        end = tokens[high][1]
        if after[0] in _FEATURES and entries[0].level is Level.CITY:
            entries = ()  # Marlow Falls is not Marlow
    elif after and any(a in words.FACILITIES for a in after[:3]):
        at = next(i for i, a in enumerate(after[:3]) if a in words.FACILITIES)
        if any(n[:1].isupper() and n not in words.FACILITIES for n in after[at + 1 : at + 2]):
            return None  # a Federal Road Safety Corps
        end = tokens[high + at][1]
        flags.add("facility")
        if after[at] not in _TOWN_FACILITIES:
            entries = ()  # a Superior Avenue is not in the town of Superior, nor an Olympic Hotel in Hong Kong
    elif (
        _two_names(article, before, after)
        or kept_before
        or any(
            a.lower() not in ordinary_rest and not lookup(article.source, a) and not is_demonym(article.source, a)
            for a in [n for n in after if n.lower() not in _PARTICLES][:1]
        )
    ):
        return None
    if not (flags or noun) and not _stands_as_place(article, entries, start, end, sentence):
        return None
    return mention_at(article, (start, end), entries, flags, noun)


_FEATURES = word_set("Falls Springs Beach Valley River Lake Bay Pass Canyon Hills Heights Forest Island Islands Creek")
# Facilities that are called by their town.
_TOWN_FACILITIES = word_set("Airport Dam Base Airbase Port Harbour Prison Barracks Refinery Stadium Park")


def _capitals_allowed(text: str, start: int, end: int, sentence: Segment) -> bool:
    """A short word in capitals is an acronym ("SANA") unless it is a dateline or all around it is in capitals."""
    if end - start > 6 or text[start:end].rstrip(".").lower() in SHORT_NAMES:  # noqa: PLR2004 - no acronym is longer
        return True
    around = re.findall(r"\b[A-Za-z]{4,}\b", text[sentence.start : min(sentence.end, sentence.start + 300)])
    loud = sum(word.isupper() for word in around)
    return loud * 2 > len(around) > 1 or is_dateline(text, start, end)


def _adjective(text: str, start: int, end: int) -> bool:
    """Reads "a Kazakh cargo plane" as no town: an article before, a noun in lower case behind."""
    article = re.search(r"\b(?:an?|the|two|three|four|several)\s+$", text[max(0, start - 10) : start], re.IGNORECASE)
    return bool(article and re.match(r"\s+[a-z]", text[end : end + 3]))


def _demonym(
    article: Article, at: tuple[int, int], before: list[str], after: list[str], entries: tuple[Entry, ...]
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


def _two_names(article: Article, before: list[str], after: list[str]) -> bool:
    """Reads "Tirana Hassan": two listed cities in a row and no comma are somebody's name."""
    beside = [*before[-1:], *after[:1]]
    return any(
        (found := lookup(article.source, name)) and found[0].level is Level.CITY and name.lower() not in article.lower
        for name in beside
    )


_BODY_OF = re.compile(r"\b([A-Z]\w+)\s+of\s+(?:the\s+)?$")


def _belongs_to_body(text: str, start: int) -> bool:
    """Is it the end of the name of an organisation ("the Bank of China")?"""
    match = _BODY_OF.search(text, max(0, start - 40), start)
    return match is not None and match[1] in words.ORGANISATION - words.PLACE_LIKE - words.FACILITIES


def _organisation(before: list[str], after: list[str]) -> bool:
    if any(possessive(n) in words.ORGANISATION and n not in words.FACILITIES for n in after[:3]):
        # "Ouham State" is a place, "Ouham State Police" is none.
        return after[0] not in words.NAME_TAILS or len(after) > 1
    if len(after) > 1 and after[0] in words.NAME_TAILS and after[1] in words.OFFICES:
        return True
    return any(n in words.ORGANISATION for n in before)


def _person(article: Article, before: list[str], after: list[str], start: int) -> bool:
    text = article.view.text
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
    if after and (after[0] in words.FACILITIES or after[0] in words.NAME_TAILS):
        return False
    if is_dateline(text, start, start + len(word)):
        return False
    return word in article.persons and not words.LOCATIVE.search(text, max(0, start - 40), start)


def _stands_as_place(article: Article, entries: tuple[Entry, ...], start: int, end: int, sentence: Segment) -> bool:
    text, best = article.view.text, entries[0]
    name = text[start:end]
    plain = fold(possessive(name))
    if words.LOCATIVE.search(text, max(sentence.start, start - 60), start):
        return plain not in _NEVER
    if plain in words.ORDINARY:
        return False
    if " " in plain or best.level is not Level.CITY or best.capital or best.population >= BARE:
        return True
    after = text[end : end + 40]
    if re.match(r",\s+[A-Z]", after):
        listed = re.match(r",\s+([A-Z][\w'’-]*(?:\s[A-Z][\w'’-]*)?)", after)
        if listed and (lookup(article.source, listed[1]) or lookup(article.source, listed[1].split()[0])):
            return True
    noun = re.match(r"[\s,]+(?:a\s+|the\s+)?(?:\w+\s+)?([a-z-]+)", after)
    return bool(noun and noun[1] in words.TYPE_NOUNS)


_NEVER = word_set(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu "
    "thurs fri "
    "sat sun islam islamic parliament congress police of most"
)


def _caseless(article: Article, sentence: Segment) -> Iterator[Mention]:
    """Listed names in scripts without capitals, longest first, where the words around them leave no other reading."""
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
            if entries and entries[0].population >= BARE and _is_meant(article, (start, end), entries[0], prefix):
                yield mention_at(article, (start + prefix, end), entries, set(), "")
                position += size - 1
                break
        position += 1


def _is_meant(article: Article, at: tuple[int, int], entry: Entry, prefix: int) -> bool:
    """Is a listed word in a script without capitals the place: a country, behind a preposition, or a dateline?"""
    start, end = at
    if article.view.text[start:end] in PlaceWords.of_all().ordinary:
        return False
    if entry.level is not Level.CITY and end - start - prefix > _LETTERS:
        return True
    placed = bool(prefix) or role_beside(article.view, start, end) in {Role.LOCATIVE, Role.REFERENCE}
    return placed or is_dateline(article.view.text, start, end)


_LETTERS = 3  # a name that is no longer is a word of many languages
