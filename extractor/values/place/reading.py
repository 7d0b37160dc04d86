"""Find the places a text names: capitalised runs, looked up in the gazetteer and judged by the words around them."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from extractor.language.transliteration import fold
from extractor.segments import Segment, TextView
from extractor.values.place import words
from extractor.values.place.article import (
    BARE,
    Article,
    is_demonym,
    lookup,
    mention_at,
    possessive,
)
from extractor.values.place.caseless import caseless_mentions
from extractor.values.place.lines import Line, line_kind, site_start
from extractor.values.place.mention import Mention, linked_mentions
from extractor.values.place.others import are_two_names, is_named_otherwise, is_of_body
from extractor.values.place.patterns import WordPattern
from extractor.values.place.persons import persons_of
from extractor.values.place.runs import Run, capital_runs
from extractor.values.place.unlisted import LONGEST, goes_on, unlisted_place
from extractor.values.place.vocabulary import all_words, type_nouns
from extractor.world.gazetteer import Entry, Level, gazetteer


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
    return frozenset(re.findall(r"\b[a-z]{2,}\b", text))


def _sentence(article: Article, sentence: Segment) -> list[Mention]:
    text, found = article.view.text, []
    for run in capital_runs(text, sentence):
        start = run.tokens[0][0]
        site = site_start(text, start)
        if site is None or start < site:
            found.extend(_of_run(article, run, sentence))
    found.extend(caseless_mentions(article, sentence))
    found.sort(key=lambda m: (m.start, -m.end))
    return found


def _of_run(article: Article, run: Run, sentence: Segment) -> list[Mention]:
    text, tokens = article.view.text, list(run.tokens)
    while tokens and _leads_nothing(text, tokens[0], run):
        tokens.pop(0)
    while tokens and (text[slice(*tokens[-1])].islower() or text[slice(*tokens[-1])].lower() in all_words().calendar):
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
    return all(p in article.lower or p in all_words().ordinary or len(p) == 1 for p in parts)


def _without_words(
    article: Article, tokens: list[tuple[int, int]], names: list[str]
) -> tuple[list[tuple[int, int]], list[str]]:
    """The first stretch of a title's run that is no word the text writes in lower case, its type noun included."""
    first = next((i for i, n in enumerate(names) if not _is_word(article, n)), len(names))
    last = next((i for i in range(first, len(names)) if _is_word(article, names[i])), len(names))
    if first < last < len(names) and names[last] in all_words().name_tails | all_words().facilities:
        last += 1
    return tokens[first:last], names[first:last]


@cache
def _no_openers() -> frozenset[str]:
    """Ordinary words that may begin a sentence, and names seldom begin with."""
    words = all_words()
    return (words.ordinary | words.openers) - words.directions - words.name_openers


def _leads_nothing(text: str, token: tuple[int, int], run: Run) -> bool:
    return run.initial and token == run.tokens[0] and text[slice(*token)].lower() in _no_openers()


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
    if is_named_otherwise(article, (before, after), (start, end), entries, sentence):
        return None
    kept_before = [n for n in before if not _is_ordinary(article, n) and n.lower() not in all_words().directions]
    kept_before = [
        n for n in kept_before if not is_demonym(article.source, n) and n.lower() not in all_words().particles
    ]
    kept_before = [n for n in kept_before if not lookup(article.source, n) and n not in all_words().name_heads]
    flags: set[str] = set()
    noun = ""
    if after and after[0] in all_words().name_tails:
        noun = after[0].lower()
        end = tokens[high][1]
        if after[0] in all_words().features and entries[0].level is Level.CITY:
            entries = ()  # Marlow Falls is not Marlow
    elif after and any(a in all_words().facilities for a in after[:3]):
        at = next(i for i, a in enumerate(after[:3]) if a in all_words().facilities)
        if any(n[:1].isupper() and n not in all_words().facilities for n in after[at + 1 : at + 2]):
            return None  # a Federal Road Safety Corps
        end = tokens[high + at][1]
        flags.add("facility")
        if after[at] not in all_words().town_facilities:
            entries = ()  # a Superior Avenue is not in the town of Superior, nor an Olympic Hotel in Hong Kong
    elif (
        are_two_names(article, before, after)
        or kept_before
        or any(
            not _is_ordinary(article, a) and not lookup(article.source, a) and not is_demonym(article.source, a)
            for a in [n for n in after if n.lower() not in all_words().particles][:1]
        )
    ):
        return None
    if not (flags or noun) and not _stands_as_place(article, entries, start, end, sentence):
        return None
    return mention_at(article, (start, end), entries, flags, noun)


def _is_ordinary(article: Article, name: str) -> bool:
    """Is it a word that the article, or the language, writes without a capital?"""
    return name.lower() in article.lower or name.lower() in all_words().ordinary


_ARTICLE = WordPattern("article", ignore_case=True)


def _adjective(text: str, start: int, end: int) -> bool:
    """Reads "a Kazakh cargo plane" as no town: an article before, a noun in lower case behind."""
    article = _ARTICLE.search(text[max(0, start - 10) : start])
    return bool(article and re.match(r"\s+[a-z]", text[end : end + 3]))


_SCENE_NOUN = WordPattern("scene_noun", ignore_case=True)


def _demonym(
    article: Article, at: tuple[int, int], before: list[str], after: list[str], entries: tuple[Entry, ...]
) -> Mention | None:
    if before and not _is_ordinary(article, before[-1]) and before[-1].lower() not in all_words().directions:
        return None
    if is_of_body([], after):
        return None
    following = article.view.text[at[1] : at[1] + 40]
    scene = _SCENE_NOUN.match(following)
    flags = frozenset({"demonym", "scene"} if scene else {"demonym"})
    return Mention(at[0], at[1], entries[0].name, entries, flags)


_NOUN_BEHIND = WordPattern("noun_behind")


def _stands_as_place(article: Article, entries: tuple[Entry, ...], start: int, end: int, sentence: Segment) -> bool:
    text, best = article.view.text, entries[0]
    name = text[start:end]
    plain = fold(possessive(name))
    if words.LOCATIVE.search(article.view.low, max(sentence.start, start - 60), start):
        return plain not in all_words().never
    if plain in all_words().ordinary:
        return False
    if " " in plain or best.level is not Level.CITY or best.capital or best.population >= BARE:
        return True
    after = text[end : end + 40]
    if re.match(r",\s+[A-Z]", after):
        listed = re.match(r",\s+([A-Z][\w'’-]*(?:\s[A-Z][\w'’-]*)?)", after)
        if listed and (lookup(article.source, listed[1]) or lookup(article.source, listed[1].split()[0])):
            return True
    noun = _NOUN_BEHIND.match(after)
    return bool(noun and noun[1] in type_nouns())
