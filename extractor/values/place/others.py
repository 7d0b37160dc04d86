"""Names that are listed as places but are here part of the name of a body, a person, a club, or an acronym."""

from __future__ import annotations

import re

from extractor.segments import Segment
from extractor.values.place import words
from extractor.values.place.article import (
    Article,
    is_dateline,
    is_demonym,
    lookup,
    possessive,
)
from extractor.values.place.patterns import WordPattern
from extractor.values.place.unlisted import AGAINST
from extractor.values.place.vocabulary import all_words
from extractor.world.gazetteer import Entry, Level


def _is_title(low: str) -> bool:
    """Is it a title of persons, and not also a word before a place?"""
    return low in all_words().titles and low not in all_words().loose_titles


def is_named_otherwise(
    article: Article,
    beside: tuple[list[str], list[str]],
    at: tuple[int, int],
    entries: tuple[Entry, ...],
    sentence: Segment,
) -> bool:
    """Is it part of the name of a body, a person, a club, or an acronym?"""
    (before, after), (start, end), text = beside, at, article.view.text
    if text[start:end] in all_words().body_words and not words.LOCATIVE.search(
        article.view.low, max(0, start - 40), start
    ):
        return True
    if is_of_body(before, after) or _belongs_to_body(text, start) or _person(article, before, after, start):
        return True
    if text[start:end].isupper() and not _capitals_allowed(text, start, end, sentence):
        return True
    if before and is_demonym(article.source, before[-1]) and entries[0].level is Level.CITY and not entries[0].capital:
        return True  # Indian Queens
    return bool(after) and after[0] in all_words().club_tails and bool(AGAINST.search(text, max(0, start - 30), start))


def _capitals_allowed(text: str, start: int, end: int, sentence: Segment) -> bool:
    """A short word in capitals is an acronym ("SANA") unless it is a dateline or all around it is in capitals."""
    if end - start > 6 or text[start:end].rstrip(".").lower() in all_words().short_names:  # noqa: PLR2004 - no acronym is longer
        return True
    around = re.findall(r"\b[A-Za-z]{4,}\b", text[sentence.start : min(sentence.end, sentence.start + 300)])
    loud = sum(word.isupper() for word in around)
    return loud * 2 > len(around) > 1 or is_dateline(text, start, end)


def are_two_names(article: Article, before: list[str], after: list[str]) -> bool:
    """Reads "Tirana Hassan": two listed cities in a row and no comma are somebody's name."""
    beside = [*before[-1:], *after[:1]]
    return any(
        (found := lookup(article.source, name)) and found[0].level is Level.CITY and name.lower() not in article.lower
        for name in beside
    )


_BODY_OF = WordPattern("body_of")


def _belongs_to_body(text: str, start: int) -> bool:
    """Is it the end of the name of an organisation ("the Bank of China")?"""
    match = _BODY_OF.search(text, max(0, start - 40), start)
    if match is None or match[1] not in all_words().body_words:
        return False
    return match[1] not in all_words().place_like and match[1] not in all_words().facilities


def is_of_body(before: list[str], after: list[str]) -> bool:
    """Do the words before or behind a name in its run make it part of a body's name?"""
    if any(possessive(n) in all_words().body_words and n not in all_words().facilities for n in after[:3]):
        # "Ouham State" is a place, "Ouham State Police" is none.
        return after[0] not in all_words().name_tails or len(after) > 1
    if len(after) > 1 and after[0] in all_words().name_tails and after[1] in all_words().office_words:
        return True
    return any(n in all_words().body_words for n in before)


def _person(article: Article, before: list[str], after: list[str], start: int) -> bool:
    text = article.view.text
    own = re.match(r"[\w'’-]+", text[start : start + 60])
    word = own.group() if own else ""
    if before and (
        before[-1].lower() in all_words().given_names or before[-1].lower().rstrip(".") in all_words().titles
    ):
        article.persons.add(word)
        return True
    if before and len(before[-1].rstrip(".")) == 1:
        article.persons.add(word)
        return True
    lead = re.search(r"([\w.]+)\s+$", text[max(0, start - 25) : start])
    if lead and _is_title(lead.group(1).lower().rstrip(".")):
        article.persons.add(word)
        return True
    if after and (after[0] in all_words().facilities or after[0] in all_words().name_tails):
        return False
    if is_dateline(text, start, start + len(word)):
        return False
    return word in article.persons and not words.LOCATIVE.search(article.view.low, max(0, start - 40), start)
