"""The words around names of places, of the language of a text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import ClassVar

from pydantic import Field

from extractor.language.detecting import language_of_view
from extractor.language.transliteration import fold
from extractor.segments import TextView
from extractor.vocabulary import Grouped, Phrases, Vocabulary

_NONE: frozenset[str] = frozenset()


class PlaceWords(Vocabulary):
    """Words of `data/<code>/places.toml`; what each role is for is said beside it."""

    topic: ClassVar[str] = "places"

    locatives_before: Phrases = _NONE  # "in": what follows is where something is
    locatives_after: Phrases = _NONE  # the same behind the name: "में"
    written_on: Phrases = _NONE  # the same written onto the name: "에서", "'da"
    references_before: Phrases = _NONE  # "al sur de": what a distance or a direction counts from
    references_after: Phrases = _NONE
    movements_before: Phrases = _NONE  # "naar": where somebody went
    movements_after: Phrases = _NONE
    articles: Phrases = _NONE  # between one of these and the name
    conjunctions: Phrases = _NONE  # between places named together
    streets: Phrases = _NONE  # the last word of a street's name
    ordinary: Phrases = _NONE  # words of the language that are also the name of a place somewhere
    capital_nouns: bool = False  # every noun has a capital, so that a capital tells nothing of names
    elsewhere: Phrases = _NONE  # "in another town": the sentence is of a place that it does not name
    case_endings: Grouped = Field(default_factory=dict)  # the end of a name in a dictionary to its ends in other cases

    # Nouns that a place is called by; UCDP's where_prec is exact for the first two, then a district, a province.
    sub_nouns: Phrases = _NONE
    city_nouns: Phrases = _NONE
    admin2_nouns: Phrases = _NONE
    admin1_nouns: Phrases = _NONE
    quarters: Phrases = _NONE  # a part of a town
    local_nouns: Phrases = _NONE  # what is in a town: a street, a mine
    waters: Phrases = _NONE  # what is in no town
    common_nouns: Phrases = _NONE  # nouns behind a name that are too common to make it a place
    kin: Grouped = Field(default_factory=dict)  # what "the city" may point at, by the nouns that places are called
    # Capitalised words beside a name.
    name_tails: Phrases = _NONE  # they close the name of a place: "Homs Province", "Swat Valley"
    name_heads: Phrases = _NONE  # they open one
    open_heads: Phrases = _NONE  # they make a place of a name that is not listed: "Lake Kisale"
    short_heads: Phrases = _NONE  # "St" before a full stop
    district_words: Phrases = _NONE  # nouns with a capital before a name: "Landkreis"
    features: Phrases = _NONE  # "Marlow Falls" is not Marlow
    facilities: Phrases = _NONE
    town_facilities: Phrases = _NONE  # facilities that are called by their town
    squares: Phrases = _NONE  # with these an ordinary word is a name: "Union Square"
    directions: Phrases = _NONE
    body_words: Phrases = _NONE  # of the name of a body: "Ministry"
    office_words: Phrases = _NONE  # behind "County", "District", "State": an office or a body
    place_like: Phrases = _NONE  # body words that also close a place's name: they reject only unlisted names
    club_tails: Phrases = _NONE
    titles: Phrases = _NONE  # before or behind a person's name
    loose_titles: Phrases = _NONE  # titles that are also words of their own before a place
    not_posts: Phrases = _NONE  # titles that are not a post behind a name
    given_names: Phrases = _NONE
    name_suffixes: Phrases = _NONE  # "Jr"
    # Small words.
    particles: Phrases = _NONE  # in lower case inside a name
    written_articles: Phrases = _NONE  # "al-", written onto a name
    small_words: Phrases = _NONE  # they do not tell a name from another
    inner_words: Phrases = _NONE  # inside a described place: "the port of X"
    openers: Phrases = _NONE  # they begin a sentence with a capital and no name
    name_openers: Phrases = _NONE  # ordinary words that a name may begin with: "New"
    calendar: Phrases = _NONE  # months and weekdays
    never: Phrases = _NONE  # no place even behind a preposition
    short_names: Phrases = _NONE  # of countries, shorter than other names may be


@cache
def all_words() -> PlaceWords:
    """The words of every language: names cross languages."""
    return PlaceWords.of_all()


@cache
def type_nouns() -> frozenset[str]:
    """Every noun that a place is called by."""
    words = all_words()
    return words.sub_nouns | words.city_nouns | words.admin2_nouns | words.admin1_nouns


def place_words(view: TextView) -> PlaceWords:
    """The words of the view's language; none where it has no file."""
    return PlaceWords.of(language_of_view(view))


@cache
def case_rows(code: str) -> tuple[tuple[str, frozenset[str]], ...]:
    """The ends of a dictionary form with those of its other cases, folded; the longest first."""
    rows = {fold(end): frozenset(map(fold, ends)) for end, ends in PlaceWords.of(code).case_endings.items()}
    return tuple(sorted(rows.items(), key=lambda row: (-len(row[0]), row[0])))


def pattern_before(phrases: Iterable[str], articles: Iterable[str], *, words: int = 0) -> re.Pattern[str] | None:
    """A pattern of the phrases at the end of a stretch, with an article and up to `words` other words behind them."""
    if not (listed := _alternatives(phrases)):
        return None
    article = _alternatives(articles)
    between = rf"(?:[^\s,.;:()]+\s+){{0,{words}}}" if words else ""
    behind = rf"(?:(?:{article})\s*)?" if article else ""
    return re.compile(rf"(?<!\w)(?:{listed})\s*{between}{behind}[{_QUOTES}]?$", re.IGNORECASE)


_QUOTES = "«„“\"'‘"


def pattern_after(phrases: Iterable[str], written_on: Iterable[str] = ()) -> re.Pattern[str] | None:
    """A pattern of the phrases at the beginning of a stretch; those written onto a name follow it without a space."""
    apart, on = _alternatives(phrases), _alternatives(written_on)
    both = [rf"\s+(?:{apart})(?!\w)"] * bool(apart) + [f"(?:{on})"] * bool(on)
    return re.compile("|".join(both), re.IGNORECASE) if both else None


def _alternatives(phrases: Iterable[str]) -> str:
    """The phrases, the longest first; one that ends in a letter is parted from what follows by a space."""
    made = (re.escape(p).replace(r"\ ", r"\s+") + ("" if p[-1:] in "'’" else r"(?!\w)") for p in phrases if p)
    return "|".join(sorted(made, key=lambda p: (-len(p), p)))
