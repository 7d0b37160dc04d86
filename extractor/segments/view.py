"""A document's text with its segments, made once and shared by every reader."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property, wraps
from typing import Any, Concatenate, ParamSpec, TypeVar

from extractor.records import Document
from extractor.segments.paragraphs import paragraph_spans
from extractor.segments.sentences import sentence_spans
from extractor.segments.zones import Zone, zone_of

P = ParamSpec("P")
T = TypeVar("T")


# As a pattern without case takes them; the first would be two letters.
_SMALL = str.maketrans({"\u0130": "i", "\u0131": "i", "\u017f": "s"})


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of the text: `text[start:end]`, with surrounding white space left out."""

    start: int
    end: int
    zone: Zone = Zone.BODY
    paragraph: int = 0  # index of the paragraph a sentence lies in; of itself for a paragraph


@dataclass(frozen=True)
class TextView:
    """A document's text with its segments and what is known about it; made once, shared by every reader.

    `published` is the publication day, `None` if unknown. `headline` is a title from metadata that is not in the text.
    `language` is what metadata declares, `None` if nothing; which language is read is the reader's business.
    """

    text: str
    published: date | None = None
    headline: str | None = None
    document: str = ""
    language: str | None = None  # as the document's metadata declares it
    facts: dict[Callable[..., Any], dict[Any, Any]] = field(default_factory=dict, init=False, compare=False, repr=False)

    @classmethod
    def of(cls, document: Document) -> TextView:
        """The view of a document; an unreadable `published` counts as unknown, a title that the text holds as none."""
        published: date | None = None
        if document.published:
            try:
                published = date.fromisoformat(document.published[:10])
            except ValueError:
                published = None
        title = document.title if document.title and document.title not in document.text else None
        return cls(document.text, published, title, document.id, document.language)

    @cached_property
    def low(self) -> str:
        """The text in small letters, each where it is in `text`; letters that are an i or an s in small are that."""
        return self.text.translate(_SMALL).lower()

    @cached_property
    def paragraphs(self) -> tuple[Segment, ...]:
        """Paragraphs in order: a line each, or the lines of hard-wrapped text together (which then hold line ends)."""
        spans = paragraph_spans(self.text)
        found: list[Segment] = []
        first, body_seen = len(spans) > 1, False
        for index, (start, end) in enumerate(spans):
            zone = zone_of(self.text[start:end], first=first, body_seen=body_seen)
            body_seen = body_seen or zone is Zone.BODY
            first = first and zone is Zone.FURNITURE
            found.append(Segment(start, end, zone, index))
        return tuple(found)

    @cached_property
    def sentences(self) -> tuple[Segment, ...]:
        """Sentences in order; none crosses a paragraph."""
        return tuple(
            Segment(start, end, paragraph.zone, index)
            for index, paragraph in enumerate(self.paragraphs)
            for start, end in sentence_spans(self.text, paragraph.start, paragraph.end)
        )

    @cached_property
    def _starts(self) -> list[int]:
        return [s.start for s in self.sentences]

    def sentence_index(self, offset: int) -> int:
        """Index into `sentences` of the one at `offset`, or the nearest before it; -1 in a text without sentences."""
        return max(0, bisect_right(self._starts, offset) - 1) if self.sentences else -1

    def sentence_at(self, offset: int) -> Segment:
        """The sentence at `offset`, or the nearest before it; the whole text when there is none."""
        index = self.sentence_index(offset)
        return self.sentences[index] if index >= 0 else Segment(0, len(self.text))


_UNREAD = object()  # the mark of an answer that is not there yet


def per_text(read: Callable[Concatenate[TextView, P], T]) -> Callable[Concatenate[TextView, P], T]:
    """Make a function of a view (and of hashable arguments) read each text once: its answers are kept with the view.

    >>> @per_text
    ... def words(view: TextView) -> tuple[str, ...]:
    ...     return tuple(view.text.split())
    >>> view = TextView("57 dead")
    >>> words(view) is words(view)
    True
    """

    @wraps(read)
    def known(view: TextView, /, *args: P.args, **kwargs: P.kwargs) -> T:
        answers = view.facts.get(read)
        if answers is None:
            answers = view.facts[read] = {}
        key = (args, tuple(sorted(kwargs.items()))) if kwargs else args
        answer = answers.get(key, _UNREAD)
        if answer is _UNREAD:
            answer = answers[key] = read(view, *args, **kwargs)
        made: T = answer
        return made

    return known
