"""Where paragraphs stand: a line each, or the lines of hard-wrapped text put together.

Old wire copy, e-mails and plain-text books break lines at 60 to 90 columns and part paragraphs by a blank line or an
indent. A line was broken there if the next line's first word would not have fitted (how such text is made), or if it
ends in mid-sentence and the next begins with a small letter.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

_LONGEST_WRAPPED = 110  # columns; a longer line was not broken by anybody
_SHORTEST_WIDTH = 45
_NARROW_COLUMN = 20  # of a newspaper's column, believed when sentences clearly run on from line to line
_NARROW_LINES = 3
_LONG_ENOUGH = 40  # a line this long that ends in mid-sentence was broken
_SHARE_WRAPPED = 0.6  # of the line breaks inside blocks must look like wrapping
_SHARE_STOPPED = 0.5  # more lines that end in a full stop are one-sentence paragraphs
_SHARE_RUNNING_ON = 0.3  # of the lines must visibly go on: a small letter, a comma, an "of"
_RAGGED = 2  # columns that a typist or typesetter leaves free
_INDENT = 2
_TAIL = 12  # code points of a line's end looked at for a word that ends no paragraph
_BULLET = re.compile(r"\s*(?:[-–—*•·▪●►>]\s|\(?\d{1,3}[.)]\s|\(?[a-z]\)\s|https?://)")
_HANGING = re.compile(  # words that end no paragraph and no headline
    r"(?:^|\s)(?:a|an|the|of|in|on|at|by|and|or|to|for|with|from|as|than|that|least|about|some|nearly|"
    r"almost|over|was|were|"
    r"is|are|be|been|had|has|have|his|her|their|its|who|which|le|la|les|de|des|du|et|el|los|las|del|en|y|"
    r"der|die|das|und|"
    r"im|von|di|il|e)$",
    re.IGNORECASE,
)
_STOPPED = (".", "!", "?", "。", "؟", "۔", "।", ":", ".”", '."', ".’", ".'", ".)")


@dataclass(frozen=True, slots=True)
class _TextLine:
    """A line `text[start:end]` without white space around it, its indent, and whether a blank line is above."""

    start: int
    end: int
    indent: int
    parted: bool
    content: str

    @property
    def width(self) -> int:
        return self.indent + self.end - self.start


def paragraph_spans(text: str) -> list[tuple[int, int]]:
    r"""The paragraphs of a text, in order, without surrounding white space.

    >>> text = "Twelve people drowned when a ferry sank in the river\nnear Goma.\n\nA headline\nA line"
    >>> [text[a:b] for a, b in paragraph_spans(text)]
    ['Twelve people drowned when a ferry sank in the river\nnear Goma.', 'A headline', 'A line']
    """
    lines = _lines(text)
    width = _wrap_width(lines)
    found: list[tuple[int, int]] = []
    previous: _TextLine | None = None
    for line in lines:
        if previous is not None and _continues(previous, line, width):
            found[-1] = (found[-1][0], line.end)
        else:
            found.append((line.start, line.end))
        previous = line
    return found


def _lines(text: str) -> list[_TextLine]:
    found: list[_TextLine] = []
    offset, parted = 0, True
    for raw in text.splitlines(keepends=True):
        content = raw.strip()
        if content:
            indent = len(raw) - len(raw.lstrip())
            found.append(_TextLine(offset + indent, offset + indent + len(content), indent, parted, content))
        parted = not content
        offset += len(raw)
    return found


def _breaks(lines: list[_TextLine]) -> list[tuple[_TextLine, _TextLine]]:
    """Pairs of lines between which a paragraph may go on."""
    return [(one, other) for one, other in pairwise(lines) if _may_continue(one, other)]


def _may_continue(one: _TextLine, other: _TextLine) -> bool:
    return (
        not other.parted
        and one.width <= _LONGEST_WRAPPED
        and other.width <= _LONGEST_WRAPPED
        and other.indent < one.indent + _INDENT
        and not _BULLET.match(other.content)
    )


def _wrap_width(lines: list[_TextLine]) -> int | None:
    """The column at which the text was wrapped, `None` if it was not."""
    pairs = _breaks(lines)
    if not pairs:
        return None
    widths = sorted(one.width for one, _ in pairs)
    width = widths[min(len(widths) - 1, int(len(widths) * 0.95))]
    running_on = sum(_runs_on(one, other) for one, other in pairs) / len(pairs)
    narrow = len(pairs) >= _NARROW_LINES and running_on > _SHARE_STOPPED
    if len(pairs) == 1 or width < (_NARROW_COLUMN if narrow else _SHORTEST_WIDTH):
        return None
    wrapped = sum(_filled(one, other, width) for one, other in pairs) / len(pairs)
    stopped = sum(one.content.endswith(_STOPPED) for one, _ in pairs) / len(pairs)
    looks_wrapped = wrapped >= _SHARE_WRAPPED and stopped <= _SHARE_STOPPED and running_on >= _SHARE_RUNNING_ON
    return width if looks_wrapped else None


def _runs_on(one: _TextLine, other: _TextLine) -> bool:
    """Whether a sentence visibly goes on over the line end; scripts without capitals are taken at their word."""
    first = other.content[:1]
    caseless = first.isalpha() and first.lower() == first.upper()
    if one.content.endswith(_STOPPED):
        return False
    return (
        first.islower() or caseless or one.content.endswith((",", "-")) or bool(_HANGING.search(one.content[-_TAIL:]))
    )


def _filled(one: _TextLine, other: _TextLine, width: int) -> bool:
    return one.width + 1 + len(other.content.split(None, 1)[0]) > width - _RAGGED


def _cut_off(one: _TextLine, other: _TextLine) -> bool:
    """Whether a line ends in a word that ends nothing and the next goes on, blank lines between or not."""
    first = other.content[:1]
    goes_on = first.islower() or first.isdigit()
    return goes_on and bool(_HANGING.search(one.content[-_TAIL:])) and not _BULLET.match(other.content)


def _continues(one: _TextLine, other: _TextLine, width: int | None) -> bool:
    if _cut_off(one, other):
        return True
    if not _may_continue(one, other):
        return False
    if width is not None and one.width > width // 2 and _filled(one, other, width):
        return True
    if one.width < _LONG_ENOUGH or one.content.endswith(_STOPPED):
        return False
    return other.content[:1].islower() or bool(_HANGING.search(one.content[-_TAIL:]))
