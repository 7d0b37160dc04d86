"""The words by which an article's shape is known: what pages say around it, and what a stop ends.

Topics `page` and `sentence_ends` of the languages' folders. They are read for all languages at once: the shape comes
before anybody knows which language a text is in, and a page often speaks another one than its article.
"""

from __future__ import annotations

from functools import cache
from typing import Any, ClassVar

from extractor.vocabulary import Phrases, Vocabulary, folders, read_data


class PageWords(Vocabulary):
    """What a page says around an article; phrases as `segments/phrases.py` reads them.

    Attributes:
        links: begin a link to another article, whatever follows.
        marked_links: do so when a mark follows (`:`, `|`, `>`, `»`) or nothing.
        weak_links: begin a link or a sentence that counts people.
        prompts: ask the reader for something (to subscribe, to accept cookies).
        notices: of rights, of who wrote or changed the article.
        marked_notices: do so when `:` or `|` follows.
        somewhere, at_the_end: make a short paragraph furniture wherever they appear, and where no sentence end follows.
        copyright, copyright_by: a notice of rights, and the words after it that show that it is one.
        labels, label_starts: a whole short paragraph, and what may begin one.
        buttons: names of networks and deeds in a row of buttons.
        agencies: named in a caption's brackets; `agency_lines` those that stand alone in a paragraph.
        authors, author_links: a line about the author: a name, one of the links, then such a noun.
        bylines, byline_articles, byline_particles: a line that names the author, and small words inside the name.
        credits, credit_marks: whose picture it is.
        caption_starts, image_starts: begin a caption, the first where a mark follows.
        time_words: between a date and an hour.
        casualties, number_words: a sentence with one of each counts people.
    """

    topic: ClassVar[str] = "page"

    links: Phrases = frozenset()
    marked_links: Phrases = frozenset()
    weak_links: Phrases = frozenset()
    prompts: Phrases = frozenset()
    notices: Phrases = frozenset()
    marked_notices: Phrases = frozenset()
    somewhere: Phrases = frozenset()
    at_the_end: Phrases = frozenset()
    copyright: Phrases = frozenset()
    copyright_by: Phrases = frozenset()
    labels: Phrases = frozenset()
    label_starts: Phrases = frozenset()
    buttons: Phrases = frozenset()
    agencies: Phrases = frozenset()
    agency_lines: Phrases = frozenset()
    authors: Phrases = frozenset()
    author_links: Phrases = frozenset()
    bylines: Phrases = frozenset()
    byline_articles: Phrases = frozenset()
    byline_particles: Phrases = frozenset()
    credits: Phrases = frozenset()
    credit_marks: Phrases = frozenset()
    caption_starts: Phrases = frozenset()
    image_starts: Phrases = frozenset()
    time_words: Phrases = frozenset()
    casualties: Phrases = frozenset()
    number_words: Phrases = frozenset()


class SentenceEnds(Vocabulary):
    """Words before and after a stop that show whether it ends a sentence. Written with the case that counts.

    Attributes:
        titles: abbreviations followed by a name or by what goes on, never by the next sentence ("Gen.").
        before_numbers: abbreviations that a number follows ("No.").
        short_days: weekdays cut short; the months cut short are the calendars'.
        hours: "p.m" and the like, which a weekday, a month or one of the `time_zones` may follow.
        loose: abbreviations that may end a sentence ("Corp."): they do when one of the `starters` follows.
        after_ordinals: what follows a number with a stop besides a month ("im 20. Jahrhundert").
    """

    topic: ClassVar[str] = "sentence_ends"

    titles: Phrases = frozenset()
    before_numbers: Phrases = frozenset()
    short_days: Phrases = frozenset()
    hours: Phrases = frozenset()
    time_zones: Phrases = frozenset()
    loose: Phrases = frozenset()
    starters: Phrases = frozenset()
    after_ordinals: Phrases = frozenset()


@cache
def calendar_names(*tables: str) -> frozenset[str]:
    """The names in those tables of all calendars, without a final stop; only those of letters alone."""
    return frozenset(name for calendar in _calendars() for name in _names(calendar, tables))


@cache
def months_after_ordinals() -> frozenset[str]:
    """The months of the languages that write a day as a number with a stop ("3. März")."""
    return frozenset(
        name
        for calendar in _calendars()
        if any(row.startswith("<day> . <month>") for row in calendar.get("rows", ()))
        for name in _names(calendar, ("months", "short_months"))
    )


@cache
def _calendars() -> tuple[dict[str, Any], ...]:
    return tuple(calendar for code in folders() if (calendar := read_data(code, "calendar")))


def _names(calendar: dict[str, Any], tables: tuple[str, ...]) -> list[str]:
    listed = [
        name.rstrip(".") for table in tables for names in calendar.get(table, {}).values() for name in names.split(", ")
    ]
    return [name for name in listed if name.isalpha()]
