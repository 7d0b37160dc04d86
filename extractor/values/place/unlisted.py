"""Names that no gazetteer has, read where the words around them say that they are places."""

from __future__ import annotations

import re

from extractor.language.transliteration import fold
from extractor.segments import Segment
from extractor.values.place import words
from extractor.values.place.article import Article, is_dateline, is_demonym, lookup, mention_at, noun_beside, possessive
from extractor.values.place.mention import Mention
from extractor.values.place.patterns import WordPattern
from extractor.values.place.vocabulary import all_words, place_words
from extractor.world.gazetteer import gazetteer

LONGEST = 5  # words of a name
_CODE = 3  # letters; a shorter name in capitals is a code
AGAINST = WordPattern("against", ignore_case=True)
# German nouns that stand before a name and have a capital like it.
_PAIR = 2  # words; a longer name needs more than an apposition to be a place
_UNLISTED_LEAD = WordPattern("unlisted_lead")  # of the text in small letters


_AT = WordPattern("at", ignore_case=True)
_SOME = WordPattern("some")
_STATED = WordPattern("stated")
_STATED_IN = WordPattern("stated_in")
_APPOSED = WordPattern("apposed")
_HERE = WordPattern("here")


def _no_place_name(article: Article, at: tuple[int, int], names: list[str], sentence: Segment) -> bool:
    """Is it a body, a club, a person, a people, a code or an ordinary word?"""
    (start, end), text = at, article.view.text
    upper = [n for n in names if n[:1].isupper()]
    if any(possessive(n) in all_words().body_words for n in names) or len(names) > LONGEST:
        return True
    known, first = all_words(), fold(possessive(names[0]))
    if AGAINST.search(text, max(0, start - 30), start) or (
        len(names) == 1 and (first in known.directions or first in known.calendar)
    ):
        return True
    if (
        first in known.ordinary
        and first not in known.directions
        and not (len(names) > 1 and names[-1] in known.squares)
    ):
        return True
    if possessive(names[0]) in article.persons and not (
        (len(names) > 1 and (names[-1] in known.facilities or names[-1] in known.name_tails))
        or words.LOCATIVE.search(article.view.low, max(sentence.start, start - 40), start)
    ):
        return True
    if names[0].lower() in all_words().given_names and not _happens_at(text, sentence.start, start, end):
        return True
    at_place = _AT.search(text[max(0, start - 6) : start]) and _AT_TAIL.match(text[end : end + 30])
    code = len(upper) == 1 and len(upper[0]) <= _CODE and upper[0].isupper()
    return code or (any(is_demonym(article.source, n) for n in names) and not at_place)


def unlisted_place(
    article: Article, tokens: list[tuple[int, int]], names: list[str], sentence: Segment
) -> Mention | None:
    """A name no gazetteer has, where only a place can stand."""
    text = article.view.text
    if len(names) > 1 and names[0] in all_words().district_words:
        tokens, names = tokens[1:], names[1:]
    start, end = tokens[0][0], tokens[-1][1]
    if _no_place_name(article, (start, end), names, sentence):
        return None
    begin = max(sentence.start, start - 60)
    noun = noun_beside(text, begin, start, text[end : end + 60])
    if _SOME.search(text[begin:start]):
        return None
    return _evident(article, (start, end), names, noun, sentence)


# "at Muxidi, a crossroads", "at Nova Kasaba." name places; "at Boeing said" does not.
_AT_TAIL = WordPattern("at_tail")
_CATASTROPHE = WordPattern("catastrophe")
_HAPPENS_AT = WordPattern("happens_at")


def _happens_at(text: str, low: int, start: int, end: int) -> bool:
    """Reads "was stopped at Omar Jillow, about 30 km from": a given name that only a place can be here."""
    return bool(_HAPPENS_AT.search(text, max(low, start - 60), start) and _AT_TAIL.match(text[end : end + 30]))


# "on the A30 between Bodmin and Launceston": names on a road are places; "talks between Hun Sen and Sihanouk" are not.
_ROAD_BETWEEN = WordPattern("road_between")
_LOWER_FACILITY = WordPattern("lower_facility")
_RAIDED = WordPattern("raided")
_LISTED_KIND = WordPattern("listed_kind")


def _evident(
    article: Article, where: tuple[int, int], names: list[str], noun: str, sentence: Segment
) -> Mention | None:
    """Do the words around an unlisted name say that it is a place?"""
    (start, end), text = where, article.view.text
    begin = max(sentence.start, start - 60)
    if len(names) == 1 and place_words(article.view).capital_nouns and not gazetteer().lookup_wide(names[0]):
        return None  # "in Zelten": any noun of such a language
    short = sum(n[:1].isupper() for n in names) <= _PAIR
    typed = bool(noun) or names[-1] in all_words().name_tails or names[0] in all_words().open_heads
    before = article.view.low[begin:start]
    lead = _UNLISTED_LEAD.search(before) or words.TAKEN_FROM.search(before) or _ROAD_BETWEEN.search(text[begin:start])
    at = bool(_AT.search(text[begin:start]))
    typed = (
        typed or (at and bool(_AT_TAIL.match(text[end : end + 30]))) or bool(_LISTED_KIND.match(text[end : end + 60]))
    )
    facility = names[-1] in all_words().facilities and len(names) > 1
    stated = _STATED.match(text[end : end + 60])
    typed = typed or (at and bool(_LOWER_FACILITY.match(text, end, end + 30)))
    typed = typed or bool(_RAIDED.search(text, begin, start) and _AT_TAIL.match(text[end : end + 30]))
    typed = typed or bool(_HERE.match(text[end : end + 6]))
    typed = typed or (short and bool(_CATASTROPHE.match(text, end, end + 30)))
    typed = typed or (
        text[start:end].isupper() and end - start > _CODE and is_dateline(text, start, end) and text[end] != ":"
    )
    if not (
        typed
        or facility
        or (lead and not text[begin + lead.start() : start].rstrip().endswith("the"))
        or (stated and short)
    ):
        if short:
            article.doubtful.append((article.view.sentence_index(start), start, _bare_end(text, start, end)))
        return None
    if stated and not (typed or facility or lead) and not _stated_place(article, text, end):
        return None
    if all(n.lower() in article.lower for n in names):
        return None
    return mention_at(article, (start, end), (), {"unlisted"} | ({"facility"} if facility else set()), noun)


def _bare_end(text: str, start: int, end: int) -> int:
    """Without a possessive."""
    return end - 2 if re.search(r"['’]s$", text[start:end]) else end


def _stated_place(article: Article, text: str, end: int) -> bool:
    match = _STATED_IN.match(text[end : end + 60])
    if match and match[2]:
        return True
    return bool(match and lookup(article.source, match[1])) or bool(_APPOSED.match(text[end : end + 8]))


_PLURAL = WordPattern("plural")
_NEXT_OF_LIST = WordPattern("next_of_list")


def goes_on(text: str, mentions: list[Mention], start: int) -> bool:
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
