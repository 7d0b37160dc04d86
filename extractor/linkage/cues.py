"""Words of a sentence that say how its claim stands to the others of the article.

What a language has no words for (`linkage.toml` of its folder) is not seen in it; then a claim is linked by its values.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from extractor.linkage.words import LinkageWords, any_of


@dataclass(frozen=True, slots=True)
class Cues:
    """What the words of one claim say about its place among the others."""

    many: bool = False  # speaks of several occurrences at once
    sum: bool = False  # adds up what was told before: "in all"
    pair: bool = False  # of exactly two, already told
    past: bool = False  # of something before the news of the day
    habit: bool = False  # of a pattern or a whole war
    separate: bool = False  # marks itself off from what was told before
    anaphor: bool = False  # leans on what was told before
    speaker: bool = False  # whoever spoke before goes on
    plural: bool = False
    counted: bool = False  # its day is the day of the count, not of the event
    dayparts: tuple[str, ...] = ()
    sites: tuple[str, ...] = ()


NONE = Cues()


@dataclass(frozen=True, slots=True)
class _Patterns:
    """The patterns of one language."""

    many: re.Pattern[str]
    sums: re.Pattern[str]
    pair: re.Pattern[str]
    past: re.Pattern[str]
    aside: re.Pattern[str]
    habit: re.Pattern[str]
    separate: re.Pattern[str]
    soon: re.Pattern[str]
    counted: re.Pattern[str]
    anaphor: re.Pattern[str]
    speaker: re.Pattern[str]
    plural: re.Pattern[str]
    dayparts: tuple[tuple[str, re.Pattern[str]], ...]
    site: re.Pattern[str]


def _compiled(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(patterns), re.IGNORECASE)


_WORD = r"(?:\w+\s+)?"  # one more word, as in "three deadly attacks"
_YEAR = r"(?:1[89]|20)\d\d\b"


@cache
def _patterns(language: str) -> _Patterns:
    words = LinkageWords.of(language)
    sums, occurrences, spoke = any_of(words.sums), any_of(words.occurrences), any_of(words.spoke)
    speakers, months = any_of(words.speakers), any_of(words.months)
    return _Patterns(
        many=_compiled(rf"{any_of(words.numbers_of)}\s+{_WORD}{any_of(words.numbered)}", sums, any_of(words.wide)),
        sums=_compiled(sums),
        pair=_compiled(any_of(words.pairs)),
        past=_compiled(any_of(words.past), rf"{any_of(words.year_after)}\s+(?:{months}\s+)?{_YEAR}"),
        aside=_compiled(rf"\s*{any_of(words.asides)}"),
        habit=_compiled(
            any_of(words.habits),
            rf"{any_of(words.habits_open)}(?!\s+(?:\w+\s+){{0,2}}{any_of(words.habits_closed)})",
        ),
        separate=_compiled(
            rf"{any_of(words.others)}.{{0,40}}?{occurrences}",
            any_of(words.separately),
            rf"{any_of(words.separate)}\s+{_WORD}{occurrences}",
        ),
        soon=_compiled(any_of(words.soon)),
        counted=_compiled(
            rf"{any_of(words.tolls)}(?! toll).{{0,80}}?{any_of(words.grew)}.{{0,60}}?"
            rf"{any_of(words.on_day)}\s+(?:{any_of(words.weekdays)}|\d)"
        ),
        anaphor=_compiled(any_of(words.anaphors)),
        speaker=_compiled(
            rf"^\W*(?:\w+,?\s+)?{speakers}\s+(?:{any_of(words.spoke_also)}\s+)?{spoke}",
            rf"[\"”»],?\s+{speakers}\s+{spoke}",
        ),
        plural=_compiled(any_of(words.plurals)),
        dayparts=(
            ("morning", _compiled(any_of(words.morning), rf"\d{{1,2}}(?::\d\d)?\s?{any_of(words.before_noon)}")),
            ("afternoon", _compiled(any_of(words.afternoon))),
            ("night", _compiled(any_of(words.night))),
        ),
        site=_compiled(any_of(words.sites)),
    )


_DIGIT = re.compile(r"\d")
_MARK = re.compile(r"[,;()–—]")


def _told_of(cue: re.Pattern[str], words: str, figure: tuple[int, int] | None, aside: re.Pattern[str]) -> bool:
    """Does the cue appear in the words, with no other number between it and the figure, and not in an aside after it?

    "43 were killed, which brings the dead to 680 since the war began": the war's are the 680. "Killed 43 in the square,
    the site of a siege in 1996": the siege is of 1996.
    """
    for match in cue.finditer(words):
        if figure is None:
            return True
        between = words[figure[1] : match.start()]
        if _DIGIT.search(between or words[match.end() : figure[0]]):
            continue
        marks = list(_MARK.finditer(between))
        if not (marks and aside.match(between, marks[-1].end())):
            return True
    return False


def read_cues(words: str, figure: tuple[int, int] | None = None, language: str = "en") -> Cues:
    """The cues of a sentence; `figure` is where in it the number stands that the claim is about.

    >>> read_cues("The group claimed both attacks.").many
    True
    >>> read_cues("A second bomb went off minutes later.").separate
    False
    """
    if not words:
        return NONE
    found = _patterns(language)
    return Cues(
        many=bool(found.many.search(words)),
        sum=bool(found.sums.search(words)),
        pair=bool(found.pair.search(words)),
        past=_told_of(found.past, words, figure, found.aside),
        habit=_told_of(found.habit, words, figure, found.aside),
        separate=bool(found.separate.search(words)) and not found.soon.search(words),
        anaphor=bool(found.anaphor.search(words)),
        speaker=bool(found.speaker.search(words)),
        plural=bool(found.plural.search(words)),
        counted=bool(found.counted.search(words)),
        dayparts=tuple(name for name, cue in found.dayparts if cue.search(words)),
        sites=tuple(sorted({m.group().casefold() for m in found.site.finditer(words)})),
    )
