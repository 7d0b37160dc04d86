"""What a paragraph is: headline, body, caption, or furniture that no editor wrote as part of the article.

A sentence that counts dead or hurt people is never furniture, whatever it begins with. What pages say around articles
is data: topic `page` of the languages' folders, of all languages at once, since a page often speaks another one than
its article.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from extractor.segments.phrases import any_of
from extractor.segments.words import PageWords, calendar_names
from extractor.vocabulary import Phrases


class Zone(StrEnum):
    """What part of an article a paragraph is."""

    HEADLINE = "headline"
    BODY = "body"
    CAPTION = "caption"
    FURNITURE = "furniture"  # banners, newsletter boxes, read-also links, cookie notices


_LOOKED_AT = 400  # code points of a paragraph's beginning and end that are looked at
_HEADLINE = 200  # code points; a longer paragraph is not a headline
_LABEL_LENGTH = 25
_SHORT = 90  # code points; a longer one is not page furniture of the kind that is only words
_MOST_BUTTONS = 15
_ENDS = (".", "!", "?", "。", "！", "？", "؟", "۔", "।", "…")
_QUESTIONS = "?？؟!！"
_MARKDOWN = "#*_[>| \t"
_CLOSERS = "\"'”’»)]」』"

_CAPITALISED = r"[A-ZÀ-Ý][\w.'’-]*"
_ORDINAL = r"(?:st|nd|rd|th)?"  # as digits carry it
_CLOCK = r"\d{1,2}[:.]\d{2}(?::\d{2})?\s*(?:[ap]\.?m\.?)?(?:\s*[a-z]{2,4})?"
_ISO_OR_DOTTED = r"\d{4}-\d{2}-\d{2}|\d{1,2}[./]\d{1,2}[./]\d{4}"
_IMAGE_FILE = r"[\w-]{1,60}\.(?:jpe?g|png|gif|webp|mp4)"
_I = re.IGNORECASE


@dataclass(frozen=True, slots=True)
class _PagePatterns:
    """The words of the pages of all languages, compiled.

    `beginnings` make a paragraph furniture whatever its length, `wholes` only a short one.
    """

    link: re.Pattern[str]
    beginnings: tuple[re.Pattern[str], ...]
    wholes: tuple[re.Pattern[str], ...]
    somewhere: re.Pattern[str]
    date_line: re.Pattern[str]
    caption: re.Pattern[str]
    caption_start: re.Pattern[str]
    casualty: re.Pattern[str]
    number: re.Pattern[str]


@cache
def _patterns() -> _PagePatterns:
    words = PageWords.of_all()
    date_line = re.compile(_date_line(words), _I)
    return _PagePatterns(
        link=re.compile(rf"{any_of(words.links)}|{any_of(words.marked_links)}\s*(?:[:|>»]|$)", _I),
        beginnings=(
            re.compile(any_of(words.weak_links | words.prompts), _I),
            re.compile(_notice(words), _I),
            re.compile(_about_the_author(words)),
        ),
        wholes=(
            re.compile(_label(words), _I),
            re.compile(_byline(words)),
            date_line,
            re.compile(_file_or_agency(words)),
        ),
        somewhere=re.compile(rf"\b{any_of(words.somewhere)}|\b{any_of(words.at_the_end)}[^.]*$", _I),
        date_line=date_line,
        caption=re.compile(_caption(words)),
        caption_start=re.compile(
            rf"{any_of(words.caption_starts)}\s*(?:[:|]|[-–—]\s)|{any_of(words.image_starts)}", _I
        ),
        casualty=re.compile(rf"(?<!\w){any_of(words.casualties)}|{_unspaced(words.casualties)}", _I),
        number=re.compile(rf"\d|\b{any_of(words.number_words)}", _I),
    )


def _unspaced(phrases: Phrases) -> str:
    """Words of a script without spaces, which appear inside a run of letters."""
    return any_of(phrase for phrase in phrases if "\u2e80" <= phrase[-1] <= "\u9fff")


def _notice(words: PageWords) -> str:
    proper = rf"(?:\d{{4}}|©|\(c\)|{any_of(words.copyright_by)}|(?-i:[A-Z]\w)|$)"
    rights = rf"©|\(c\) ?\d{{4}}|{any_of(words.copyright)}(?=\W{{0,3}}{proper})"
    return rf"\(?(?:{rights}|{any_of(words.notices)}|{any_of(words.marked_notices)}\s*[:|])"


def _about_the_author(words: PageWords) -> str:
    return rf"(?:{_CAPITALISED}\s+){{1,4}}{any_of(words.author_links)} (?:[\w'’-]+ ){{0,4}}{any_of(words.authors)}"


def _label(words: PageWords) -> str:
    buttons = rf"(?:{any_of(words.buttons)}[\s,|/·•]*){{1,{_MOST_BUTTONS}}}"
    return rf"(?:{any_of(words.labels)}|{any_of(words.label_starts)}.*|{buttons})\W*$"


def _byline(words: PageWords) -> str:
    begin = rf"(?i:{any_of(words.bylines)})\s+"
    name = rf"{_CAPITALISED}(?:\s+(?:{any_of(words.byline_particles)}|{_CAPITALISED}),?){{0,12}}"
    return rf"{begin}(?:{name}|(?i:{any_of(words.byline_articles)}) (?:[\w.'’-]+ ?){{1,5}})$"


def _date_line(words: PageWords) -> str:
    weekday = any_of(calendar_names("weekdays"))
    day, month = rf"\d{{1,2}}{_ORDINAL}", rf"{any_of(calendar_names('months', 'short_months'))}\.?"
    small = rf"(?:{any_of(words.byline_particles)}\s+)?"
    dates = rf"{day}\s+{small}{month},?\s+{small}\d{{4}}|{month}\s+{day},?\s+\d{{4}}|{_ISO_OR_DOTTED}"
    hour = rf"[\s,|·•-]*(?:{any_of(words.time_words)}\s+)?{_CLOCK}"
    return rf"(?:{weekday},?\s*)?(?:{dates})(?:{hour})?\W*$"


def _file_or_agency(words: PageWords) -> str:
    return rf"(?:{_IMAGE_FILE}|(?:{any_of(words.agency_lines)}[\s,/&|]*){{1,6}})$"


def _caption(words: PageWords) -> str:
    agency, credit = any_of(words.agencies), rf"(?i:{any_of(words.credits)})"
    named = rf"{agency}\s+{credit}s?|{credit}s?\s*[:/]|{agency}/"
    return (
        rf"(?<![.!?])(?<![.!?]\s)\((?:[^()]{{0,80}}\b)?{agency}[^()]{{0,80}}\)\s*$"
        rf"|\([^()]{{0,40}}\b(?:{named})[^()]{{0,80}}\)\s*$"
        rf"|(?:^|[.!?)\]|–—-]\s*){credit}(?: {credit})?\s*(?::|{any_of(words.credit_marks)})[^.!?]{{0,60}}\.?\s*$"
        rf"|\b{agency}/{_CAPITALISED}(?: {_CAPITALISED})?\W*$|\b{agency} {credit}(?:\W*$|/)"
        rf"|\b{agency} {any_of(words.credit_marks)} {agency}\W*$"
    )


def zone_of(paragraph: str, *, first: bool, body_seen: bool) -> Zone:
    """What a paragraph is.

    Args:
        paragraph: Its text; only the beginning and the end of a long one are looked at.
        first: Whether it is the first one that is not furniture, and others follow.
        body_seen: Whether an earlier one was body text; headlines precede it.

    >>> zone_of("Read more: 57 dead in Homs", first=False, body_seen=True).value
    'furniture'
    >>> zone_of("Related deaths rose to 50, officials said.", first=False, body_seen=True).value
    'body'
    """
    start, end = paragraph[:_LOOKED_AT].strip().lstrip(_MARKDOWN), paragraph[-_LOOKED_AT:].strip()
    if not start:
        return Zone.FURNITURE if paragraph.isspace() or not paragraph else Zone.BODY
    page = _patterns()
    stopped = end.rstrip(_CLOSERS).endswith(_ENDS)
    linked = page.link.match(start) is not None
    if linked or _is_furniture(start, len(paragraph)):
        counts = stopped and bool(page.casualty.search(paragraph[: 2 * _LOOKED_AT]) and page.number.search(start))
        if not counts or (linked and len(start) <= _SHORT):
            return Zone.FURNITURE
    if page.caption_start.match(start) or page.caption.search(end):
        return Zone.CAPTION
    if not body_seen and len(paragraph) < _HEADLINE and (not stopped or (first and end[-1] in _QUESTIONS)):
        return Zone.HEADLINE
    return Zone.BODY


def _is_furniture(start: str, length: int) -> bool:
    page = _patterns()
    if any(pattern.match(start) for pattern in page.beginnings):
        return True
    label, _, rest = start.partition("|")  # "PTI | Jun 29, 2019"
    if rest and len(label) <= _LABEL_LENGTH and not page.number.search(label) and page.date_line.match(rest.strip()):
        return True
    return length <= _SHORT and (
        any(pattern.match(start) for pattern in page.wholes) or bool(page.somewhere.search(start))
    )
