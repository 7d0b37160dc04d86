"""What a phrase names as a source: its short name, its type, and where it stands."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from extractor.language.speech import speech_words
from extractor.language.words import Token, phrase_at, tokenise
from extractor.records import SourceType
from extractor.values.naming.vocabulary import source_words
from extractor.world.groups import armed_groups
from extractor.world.outlets import outlets
from extractor.world.states import actor_words

_P = SourceType.PERPETRATOR_OUTLET
_LONGEST = 9
_ACRONYM = 4  # letters of a short name that may be a common word


@dataclass(frozen=True, slots=True)
class Named:
    """A source as a phrase names it: `text[start:end]` is `name`; `canonical` is its known name, else the same."""

    start: int
    end: int
    name: str
    canonical: str
    source_type: SourceType
    pronoun: bool = False


def _key(name: str) -> tuple[str, ...]:
    return tuple(t.low for t in tokenise(name, 0, len(name)))


@cache
def known_sources() -> dict[tuple[str, ...], tuple[str, SourceType]]:
    """Folded tokens of a known name to (canonical name, type)."""
    table: dict[tuple[str, ...], tuple[str, SourceType]] = {}
    for source_type, rows in outlets().named.items():
        for row in rows:
            for alias in row:
                table.setdefault(_key(alias), (row[0], source_type))
    return table


@cache
def known_groups() -> dict[tuple[str, ...], str]:
    """Folded tokens of an armed group's name to its canonical name."""
    table: dict[tuple[str, ...], str] = {}
    for row in armed_groups():
        for alias in row:
            table.setdefault(_key(alias), row[0])
    return table


@cache
def _source_firsts() -> frozenset[str]:
    return frozenset(key[0] for key in known_sources())


@cache
def group_firsts() -> frozenset[str]:
    """The words that the name of a known armed group may begin with."""
    return frozenset(key[0] for key in known_groups())


@cache
def _hard() -> dict[str, SourceType]:
    return {word: SourceType(kind) for word, kind in source_words().heads.items()}


def known_at(tokens: list[Token], index: int) -> tuple[int, str, SourceType] | None:
    """A known source that begins at `tokens[index]`; one-word names must be written with a capital."""
    if not tokens[index].capital or tokens[index].low not in _source_firsts():
        return None
    hit = phrase_at(tokens, index, known_sources(), _LONGEST)
    if hit is None:
        return None
    size, (canonical, source_type) = hit
    word = tokens[index].text
    # Short acronyms and words that also mean something else must look like a name.
    if (
        size == 1
        and len(word) <= _ACRONYM
        and not (word.isupper() or word in {"Sana", "Tass", "Dawn", "Wafa", "Saba", "Fana"})
    ):
        return None
    return size, canonical, source_type


def group_at(tokens: list[Token], index: int) -> tuple[int, str] | None:
    """A known armed group that begins at `tokens[index]`; an acronym must be written in capitals."""
    if tokens[index].low not in group_firsts():
        return None
    hit = phrase_at(tokens, index, known_groups(), _LONGEST)
    if hit is None:
        return None
    size, canonical = hit
    first = tokens[index]
    if not any(letter.isupper() for t in tokens[index : index + size] for letter in t.text):
        return None
    shortest = 3
    if size == 1 and len(first.text) <= shortest and not first.text.isupper() and first.text != "LeT":
        return None
    return size, canonical


def classify(tokens: list[Token]) -> SourceType:
    """The type of a source phrase, from its head outwards; `unspecified` when no word tells.

    >>> classify(tokenise("a spokesman for the Red Cross", 0, 29))
    <SourceType.MONITOR_NGO: 'monitor_ngo'>
    >>> classify(tokenise("Taliban spokesman", 0, 17))
    <SourceType.PERPETRATOR_OUTLET: 'perpetrator_outlet'>
    """
    head, tail = _split_head(tokens)
    for index in range(len(head)):
        group = group_at(tokens, index)
        if group is not None and group[0] > 1:
            return SourceType.PERPETRATOR_OUTLET
        known = known_at(tokens, index)
        if known is not None and known[0] > 1 and index + known[0] > len(head):
            return known[2]
    for part in (head, tail):
        found = _hard_type(part)
        written = (
            part is head and found is SourceType.UNSPECIFIED and bool(head) and head[-1].low in speech_words().rumour
        )
        if found is not None and not (written and tail):
            return found
    soft = next((i for i, t in enumerate(tokens) if t.low in source_words().soft_heads), None)
    if soft is not None:
        private = tokens[soft].low in source_words().speaking_for and any(
            t.capital and t.low not in speech_words().determiners | actor_words().demonyms | outlets().seats and n
            for n, t in enumerate(tokens[:soft], 1)
        )
        return SourceType.UNSPECIFIED if private else SourceType.GOVERNMENT
    return _by_last_word([t for t in tokens if t.word and t.low not in speech_words().determiners])


def _by_last_word(words: list[Token]) -> SourceType:
    """A newspaper by its name, a state's communique, a capital that stands for its government."""
    if not words:
        return SourceType.UNSPECIFIED
    last, before = words[-1], words[:-1]
    if before and last.low in source_words().paper_names and all(t.capital for t in words):
        return SourceType.MEDIA
    issued = last.low in source_words().state_papers and any(
        t.low in outlets().seats or t.low in actor_words().demonyms for t in before
    )
    municipal = not before and last.low in source_words().municipal
    return SourceType.GOVERNMENT if issued or municipal or _is_seat(words) else SourceType.UNSPECIFIED


def _is_seat(words: list[Token]) -> bool:
    """A capital, a country or a city that speaks: "Khartoum", "the city"."""
    if len(words) == 1 and words[0].low in source_words().municipal:
        return True
    return (
        bool(words) and all(t.low in outlets().seats or t.capital for t in words) and words[-1].low in outlets().seats
    )


# Whoever has a name before one of these has a spokesman: a company, a club, a ministry that a hard word would show.


# "residents reached by radio": what follows is the way, not the speaker.


def _split_head(tokens: list[Token]) -> tuple[list[Token], list[Token]]:
    for index, token in enumerate(tokens):
        if index and (token.low in speech_words().inner_prepositions or token.low in source_words().asked):
            return tokens[:index], tokens[index + 1 :] if token.low not in source_words().asked else []
    return tokens, []


def _hard_type(tokens: list[Token]) -> SourceType | None:
    """By whole names, then pairs of words, then names inside other names, then single words from the end."""
    found = _telling_words(tokens)
    if found in {SourceType.GOVERNMENT, SourceType.MEDIA} and any(_hard().get(t.low) is _P for t in tokens):
        return _P  # "the rebel high command", "a guerrilla colonel"
    return found


def _telling_words(tokens: list[Token]) -> SourceType | None:
    for finder in (_state_radio, _whole_name, _group_of_words, _pair, _part_name):
        for index in range(len(tokens)):
            found = finder(tokens, index)
            if found is not None:
                return found
    hard = _hard()
    written = None
    for token in reversed(tokens):
        if token.low in speech_words().rumour:
            written = hard.get(token.low)  # "a military report" is the military's
        elif token.low in hard:
            return hard[token.low]
        elif _official_compound(token.low):
            return SourceType.GOVERNMENT
    return written


def _whole_name(tokens: list[Token], index: int) -> SourceType | None:
    known = known_at(tokens, index)
    return known[2] if known is not None and _stands_for_all(tokens, index, known[0]) else None


def _state_radio(tokens: list[Token], index: int) -> SourceType | None:
    """`Radio Hanoi`, `Baghdad radio`: a capital's radio where the state kept the air waves."""
    pair = [t.low for t in tokens[index : index + 2]]
    few = 2
    if len(pair) == few and (
        (pair[0] in source_words().broadcasts - {"news"} and pair[1] in outlets().state_air)
        or (pair[1] in source_words().broadcasts and pair[0] in outlets().state_air)
    ):
        return SourceType.STATE_MEDIA
    rebel = (
        len(pair) == few
        and pair[1] in source_words().broadcasts
        and (pair[0] in {"clandestine", "pirate", "underground"})
    )
    return SourceType.PERPETRATOR_OUTLET if rebel else None


def _group_of_words(tokens: list[Token], index: int) -> SourceType | None:
    group = group_at(tokens, index)
    return SourceType.PERPETRATOR_OUTLET if group is not None and group[0] > 1 else None


@cache
def _pairs() -> dict[tuple[str, ...], SourceType]:
    return {tuple(pair.split()): SourceType(kind) for pair, kind in source_words().pairs.items()}


def _pair(tokens: list[Token], index: int) -> SourceType | None:
    pair = phrase_at(tokens, index, _pairs(), 4)
    return pair[1] if pair is not None else None


def _part_name(tokens: list[Token], index: int) -> SourceType | None:
    known = known_at(tokens, index)
    if known is not None:
        return known[2]
    return SourceType.PERPETRATOR_OUTLET if group_at(tokens, index) is not None else None


def _official_compound(word: str) -> bool:
    """Whether a compound names an authority: "Polizeidirektion", "Innenministerium"."""
    words = source_words()
    return any(map(word.startswith, words.official_stems)) or any(map(word.endswith, words.official_endings))


def is_determiner(token: Token) -> bool:
    """An article or the like; "UN" is none."""
    return token.low in speech_words().determiners and not (token.text.isupper() and len(token.text) > 1)


def trim(tokens: list[Token]) -> list[Token]:
    """A phrase without its leading determiner and marks at its ends ("a" stays out of the name, too)."""
    start, end = 0, len(tokens)
    while start < end and (is_determiner(tokens[start]) or not tokens[start].word):
        start += 1
    while end > start and not tokens[end - 1].word and tokens[end - 1].text != "'":
        end -= 1
    return tokens[start:end]


def name_source(text: str, tokens: list[Token], context: list[Token]) -> Named | None:
    """The source that a noun phrase names; `context` are the words of its apposition, for the type.

    Returns None when the phrase holds no word. A pronoun comes back as such, unresolved.
    """
    core = trim(tokens)
    if not core:
        core = [t for t in tokens if t.low in speech_words().pronouns]
        if not core:
            return None
    if len(core) == 1 and core[0].low in speech_words().pronouns:
        return Named(core[0].start, core[0].end, core[0].text, core[0].text, SourceType.UNSPECIFIED, pronoun=True)
    source_type = classify(core)
    unsure = source_type is SourceType.UNSPECIFIED or (source_type is SourceType.GOVERNMENT and soft_only(core))
    if unsure and context and not any(t.low in speech_words().rumour for t in core):
        told = classify(context)
        source_type = told if told is not SourceType.UNSPECIFIED else source_type
    head, _ = _split_head(core)
    for index in range(len(head) if _person_like(head) else len(core)):
        known = known_at(core, index)
        if known is not None and _stands_for_all(core, index, known[0]):
            size, canonical, kind = known
            if not index or source_type is SourceType.UNSPECIFIED:
                source_type = kind
            first, last = core[index], core[index + size - 1]
            return Named(first.start, last.end, text[first.start : last.end], canonical, source_type)
    kept = _name_tokens(core)
    name = text[kept[0].start : kept[-1].end]
    canonical = name
    group = group_at(kept, 0)
    if group is not None and group[0] == len(kept):
        canonical = group[1]
    return Named(kept[0].start, kept[-1].end, name, canonical, source_type)


def soft_only(tokens: list[Token]) -> bool:
    """Is "chief", "director" all that makes it official? Then what stands beside it knows better."""
    return _hard_type(tokens) is None and any(t.low in source_words().soft_heads for t in tokens)


def _stands_for_all(tokens: list[Token], index: int, size: int) -> bool:
    """Is the known name the phrase's own name, not a part of another ("UN High Commissioner", "AP photographer")?"""
    after = tokens[index + size :]
    return (
        all(t.low in source_words().outlet_words for t in after)
        or after[0].low in speech_words().inner_prepositions
        or not after[0].word
    )


def _name_tokens(core: list[Token]) -> list[Token]:
    """The name inside a phrase: a person without titles, an organisation whole, a description whole."""
    head, _ = _split_head(core)
    body = head if head and _person_like(head) else core
    if body is core:
        body = _without_place(core)
        if len(body) < len(core):
            head = body
    if body is core and len(head) == 1 and (head[0].low in _hard() or _plural_noun(head[0])):
        return body  # "Diplomats in Kampala": a capital of the sentence, not of a name
    described = body is core and 0 < len(head) < len(core) and not head[-1].capital
    body = trim(body) or core
    if described or not body[-1].capital:
        return body
    start = len(body)
    while start > 0 and (body[start - 1].capital or body[start - 1].low in source_words().connectors):
        start -= 1
    while start < len(body) - 1 and not body[start].capital:
        start += 1
    run = body[start:]
    stripped = _strip_titles(run)
    return stripped or run


def _plural_noun(token: Token) -> bool:
    """Does it look like a plain plural that only the start of a sentence capitalises ("Exiles")?"""
    known = known_at([token], 0) is not None or group_at([token], 0) is not None
    return token.low.endswith("s") and not token.text.isupper() and not known


def _without_place(core: list[Token]) -> list[Token]:
    """`The Defence Ministry in Kiev` is the ministry; `doctors in Gaza` and "al-Qaeda in Iraq" stay whole."""
    cut = next((n for n, t in enumerate(core) if n and t.low in source_words().locatives), None)
    if cut is None or not core[cut - 1].capital or group_at(core, 0) is not None:
        return core
    few = 2
    if cut < few or (cut == few and not core[0].capital):
        return core
    return core[:cut]


def _person_like(head: list[Token]) -> bool:
    """Title and name before a preposition: "Commander Stuart Cundy of the Metropolitan Police"."""
    stripped = _strip_titles([t for t in head if t.word])
    return bool(stripped) and len(stripped) < len(head) and len(stripped) > 1 and all(t.capital for t in stripped)


@cache
def _titles() -> dict[tuple[str, ...], int]:
    return {tuple(title.split()): len(title.split()) for title in speech_words().titles}


def _strip_titles(run: list[Token]) -> list[Token]:
    while run:
        hit = phrase_at(run, 0, _titles(), 4)
        if hit is None or hit[0] >= len(run) or not run[hit[0]].capital:
            break
        run = run[hit[0] :]
    return run
