"""Listed names in scripts without capitals."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor.segments import Segment
from extractor.values.place.article import (
    BARE,
    Article,
    is_dateline,
    mention_at,
)
from extractor.values.place.mention import Mention
from extractor.values.place.roles import Role, role_beside
from extractor.values.place.vocabulary import all_words
from extractor.world.gazetteer import Entry, Level

_CASELESS = re.compile(r"[\u0590-\u06ff\u0900-\u0e7f\u3040-\u9fff\uac00-\ud7af]")


def caseless_mentions(article: Article, sentence: Segment) -> Iterator[Mention]:
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
    if article.view.text[start:end] in all_words().ordinary:
        return False
    if entry.level is not Level.CITY and end - start - prefix > _LETTERS:
        return True
    placed = bool(prefix) or role_beside(article.view, start, end) in {Role.LOCATIVE, Role.REFERENCE}
    return placed or is_dateline(article.view.text, start, end)


_LETTERS = 3  # a name that is no longer is a word of many languages
