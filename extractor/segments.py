"""The shape of an article: paragraphs, sentences, zones. Offsets only; the text itself is never copied or altered."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cached_property

from extractor.records import Document

_ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|St|Sen|Rep|Gov|Gen|Col|Lt|Sgt|Capt|Cmdr|Maj|Brig|Prof|Rev|Hon|Pres|Sr|Jr|vs|No|Nos|"
    r"approx|ca|"
    r"Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|Mon|Tue|Wed|Thu|Fri|Sat|Sun|Fig|Inc|Ltd|Co|Corp|Ft|Mt|Bros|Rs)"
    r"|\b(?:[A-Za-z]\.)+[A-Za-z]|\b[A-Z]|\be\.g|\bi\.e|\ba\.m|\bp\.m)\.$"
)
_CLOSER = "\"'”’»)]」』"
_END = re.compile(rf"[.!?…]+[{re.escape(_CLOSER)}]*(?=\s|$)|[。！？؟۔।]+[{re.escape(_CLOSER)}]*")
_PARAGRAPH = re.compile(r"[^\n\r\u2028\u2029]*\S[^\n\r\u2028\u2029]*")


class Zone(StrEnum):
    """What part of an article a paragraph is."""

    HEADLINE = "headline"
    BODY = "body"
    CAPTION = "caption"
    FURNITURE = "furniture"  # banners, newsletter boxes, read-also links, cookie notices


_CAPTION = re.compile(
    r"\((?:[^()]*\b)?(?:AP|AFP|Reuters|Getty|EPA|Photo|File)\b[^()]*\)\s*$|\b(?:Picture|Photo|Image)s?\s*(?::|via\b|by\b)",
    re.IGNORECASE,
)
_FURNITURE = re.compile(
    r"^\s*(?:related|read (?:also|more|next)|see also|also read|more on this|recommended|advertisement|sign up|"
    r"subscribe|share this|follow us|stay up to date|notifications can|your support|help us keep|the \w+ is trusted by|"
    r"join (?:our|the)|thank you for|please refresh|comments?\s*$|this story is over|last update|updated\s*:|"
    r"published\s*:|copyright|all rights reserved|click here)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of the text: `text[start:end]`, with surrounding white space left out."""

    start: int
    end: int
    zone: Zone = Zone.BODY
    paragraph: int = 0  # index of the paragraph a sentence lies in; of itself for a paragraph


def _sentences_of(text: str, paragraph: Segment, index: int) -> list[Segment]:
    found: list[Segment] = []
    start = paragraph.start
    for match in _END.finditer(text, paragraph.start, paragraph.end):
        end = match.end()
        if end < paragraph.end:
            stop = match.start() + 1
            if (
                text[match.start()] == "."
                and len(match.group().rstrip(_CLOSER)) == 1
                and _ABBREVIATION.search(text, max(start, stop - 12), stop)
            ):
                continue
            following = text[end : paragraph.end].lstrip()
            if text[match.start()] in ".!?…" and following[:1].islower():
                continue
        found.append(_trimmed(text, start, end, paragraph.zone, index))
        start = end
    if text[start : paragraph.end].strip():
        found.append(_trimmed(text, start, paragraph.end, paragraph.zone, index))
    return found


def _trimmed(text: str, start: int, end: int, zone: Zone, paragraph: int) -> Segment:
    piece = text[start:end]
    return Segment(start + len(piece) - len(piece.lstrip()), end - len(piece) + len(piece.rstrip()), zone, paragraph)


@dataclass(frozen=True)
class TextView:
    """A document's text with its segments and what is known about it; made once, shared by every reader.

    `published` is the publication day, `None` if unknown. `headline` is a title from metadata that is not in the text.
    """

    text: str
    published: date | None = None
    headline: str | None = None
    document: str = ""
    memo: dict[str, object] = field(default_factory=dict, compare=False, repr=False)  # for readers: one analysis a text

    @classmethod
    def of(cls, document: Document) -> TextView:
        """The view of a document; an unreadable `published` counts as unknown."""
        published: date | None = None
        if document.published:
            try:
                published = date.fromisoformat(document.published[:10])
            except ValueError:
                published = None
        return cls(document.text, published, document.title, document.id)

    @cached_property
    def paragraphs(self) -> tuple[Segment, ...]:
        """Runs of text between line breaks, in order."""
        found: list[Segment] = []
        body_seen = False
        for index, match in enumerate(_PARAGRAPH.finditer(self.text)):
            line = match.group()
            zone = self._zone(line, body_seen=body_seen)
            body_seen = body_seen or (zone is Zone.BODY)
            found.append(_trimmed(self.text, match.start(), match.end(), zone, index))
        return tuple(found)

    @staticmethod
    def _zone(line: str, *, body_seen: bool) -> Zone:
        stripped = line.strip()
        if _FURNITURE.match(stripped):
            return Zone.FURNITURE
        if _CAPTION.search(stripped):
            return Zone.CAPTION
        if not body_seen and len(stripped) < 200 and stripped[-1] not in ".!?。！？؟।":  # noqa: PLR2004 - a headline's length
            return Zone.HEADLINE
        return Zone.BODY

    @cached_property
    def sentences(self) -> tuple[Segment, ...]:
        """Sentences in order; none crosses a paragraph."""
        return tuple(s for i, p in enumerate(self.paragraphs) for s in _sentences_of(self.text, p, i))

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
