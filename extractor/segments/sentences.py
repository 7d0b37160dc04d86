"""Where sentences end. One pass over the text, with a bounded look in both directions at every stop."""

from __future__ import annotations

import re
from collections.abc import Iterator

CLOSERS = "\"'”’»)]」』）】›"
MAX_SENTENCE = 3000
"""Code points; longer run without a stop (tables, lists of names) is cut at white space: readers work by sentence."""

_CLOSE = rf"(?:\s?»|[{re.escape(CLOSERS)}])*(?:\[\d{{1,3}}\])*"
_STOP = re.compile(
    rf"[.!?…]+{_CLOSE}(?=\s|$)"  # scripts that put a space after a stop
    rf"|(?<=[^\W\d_]{{3}})[.!?](?=[“\"‘]?[^\W\d_a-z][a-zà-ÿ]{{1,20}}\s)"  # "dead.The army": the space was lost
    rf"|[。！？｡؟۔।॥።։။]+{_CLOSE}"  # CJK, Arabic, Urdu, Devanagari, Ethiopic, Armenian, Burmese
)
_BEFORE = 24  # code points looked at before a stop, and after it
_AFTER = 40

# Followed by a name, never by the next sentence.
_TITLE = re.compile(
    r"(?:^|[^\w.])(?:Mr|Mrs|Ms|Messrs|Dr|Drs|Sen|Rep|Gov|Gen|Col|Lt|Sgt|Capt|Cmdr|Cdr|Maj|Brig|Adm|Cpl|"
    r"Pvt|Insp|Supt|Det|"
    r"Const|Amb|Prof|Rev|Hon|Pres|Fr|Sr|Sra|Srta|Gral|Cnel|Tte|Cap|Mme|Mlle|Mgr|Ing|Lic|Dra|Hr|Frau|Brgy|on|On|Kol|"
    r"RS|RSUD|Jl|ul|im|TP|डॉ|د|أ|"
    r"vs|v|ca|cf|approx|mind|bzw|e\.g|i\.e|z\.B|d\.h|u\.a|e\.V|al|тыс|млн|млрд|руб|чел)$"
)
# Followed by a number or by something that goes on; a capital after them starts a sentence.
_BEFORE_NUMBER = re.compile(r"(?:^|\W)(?:No|Nos|Nr|Art|Fig|[Pp]aras?|Sec|Ch|Res|Doc|pp?|vol|Vol|Rs|núm|nº|Abs)$")
_MONTH = re.compile(r"(?:^|\W)(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Mon|Tues?|Wed|Thurs?|Fri|Sat|Sun)$")
_HOUR = re.compile(r"(?:^|[\s\d])[ap]\.m$", re.IGNORECASE)
# May end a sentence, but only if a word follows that starts one: "in the U.S. The army".
_LOOSE = re.compile(
    r"(?:(?:^|[^\w.])(?:[^\W\d_]\.)+[^\W\d_]|(?:^|[\s(\-–—“\"])[^\W\d_]|(?:^|\W)(?:St|Ste|Mt|Ft|Ave|Blvd|"
    r"Rd|Jr|Inc|Ltd|Co|Corp|"
    r"Bros|Dept|Univ|Est|etc|EE\.UU|Mio|Mrd))$"
)
_STARTER = re.compile(
    r"[“\"‘'(\[]*(?:The|A|An|In|On|At|It|Its|He|She|They|We|You|I|But|And|Or|So|If|As|That|This|These|"
    r"Those|There|Then|"
    r"When|While|Where|After|Before|Since|Until|By|For|From|Of|To|With|Among|Another|Both|All|Some|Most|Many|More|"
    r"Several|At|No|None|Nobody|Not|Now|Two|Three|One|His|Her|Their|Our|My|Its|What|Who|How|Why|Meanwhile|"
    r"However|Police|"
    r"Officials|Witnesses|Authorities|Rescuers|Residents|Survivors|Hospital|Local|Earlier|Later|Last|"
    r"El|La|Los|Las|Le|Les|Un|Une|Una|Der|Die|Das|Ein|Eine|Il|En|Au|В|На|По|Он|Она|Они)\b(?!\.)"
)
_GERMAN_DAY = re.compile(
    r"(?:Januar|Jänner|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|"
    r"Jahrhundert|Geburtstag)"
)
_AFTER_HOUR = re.compile(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|"
    r"Dec)[a-z]*\b|[A-Z]{2,4}\b|"
    r"(?:Eastern|Pacific|Central|Mountain|Greenwich|Moscow|Beijing|London)\b"
)
_GOES_ON = re.compile(
    r"\s*(?:[-–—]|\((?:[A-Z]{2,}|Reuters|Xinhua|Tass))"
)  # a dateline: "D.C. (AP)", "Tuesday. — Sixty"
_DATELINE = 80  # code points from the start of a paragraph within which a dateline stands
_DIGIT = re.compile(r"\d$")
_NUMBERED = re.compile(r"\s*\(?\d{1,3}")


def sentence_spans(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The sentences of a paragraph `text[start:end]`, without surrounding white space, in order.

    >>> text = "Gen. Ruiz spoke at 5 p.m. Monday. Nine died."
    >>> [text[a:b] for a, b in sentence_spans(text, 0, len(text))]
    ['Gen. Ruiz spoke at 5 p.m. Monday.', 'Nine died.']
    """
    begin = start
    for match in _STOP.finditer(text, start, end):
        if match.end() < end and _goes_on(text, match, begin, (start, end)):
            continue
        yield from _pieces(text, begin, match.end())
        begin = match.end()
    yield from _pieces(text, begin, end)


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > MAX_SENTENCE:
        cut = max(
            text.rfind(" ", start + MAX_SENTENCE // 2, start + MAX_SENTENCE),
            text.rfind("\n", start, start + MAX_SENTENCE),
        )
        cut = cut if cut > start else start + MAX_SENTENCE
        yield from _trimmed(text, start, cut)
        start = cut
    yield from _trimmed(text, start, end)


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    piece = text[start:end]
    inner = piece.strip()
    if inner:
        first = start + len(piece) - len(piece.lstrip())
        yield first, first + len(inner)


def _goes_on(text: str, match: re.Match[str], begin: int, paragraph: tuple[int, int]) -> bool:
    """Whether the sentence goes on after this stop."""
    mark = text[match.start()]
    after = text[match.end() : min(paragraph[1], match.end() + _AFTER)]
    following = after.lstrip()
    first = following[:1]
    if mark in "。！？｡":
        return match.end() - match.start() > 1 and first == "と"  # Japanese: 「...。」と said
    if mark not in ".!?…" or first.islower():
        return mark in ".!?…"
    stops = match.group().rstrip(CLOSERS)
    if stops != ".":
        return stops.startswith(("...", "…")) and (first.isdigit() or first in ",;:")
    return (
        first in ",;:"
        or _is_dateline(text, match, begin, paragraph, after)
        or _is_abbreviation(text[max(begin, match.start() - _BEFORE) : match.start()], following)
    )


def _is_dateline(text: str, match: re.Match[str], begin: int, paragraph: tuple[int, int], after: str) -> bool:
    """Whether the stop belongs to a dateline at the head of a paragraph, or to the number of a list item."""
    if match.start() - begin < _BEFORE and _NUMBERED.fullmatch(text, begin, match.start()):
        return True  # "2. Three hurt"
    return match.start() - paragraph[0] < _DATELINE and bool(_GOES_ON.match(after))


def _is_abbreviation(before: str, following: str) -> bool:
    digit = following[:1].isdigit()
    rules: tuple[tuple[re.Pattern[str], bool], ...] = (
        (_TITLE, True),
        (_BEFORE_NUMBER, digit),
        (_MONTH, digit or bool(_MONTH.search(following.partition(".")[0]))),
        (_HOUR, bool(_AFTER_HOUR.match(following))),
        (_LOOSE, not _STARTER.match(following)),
        (_DIGIT, bool(_GERMAN_DAY.match(following))),
    )
    return next((goes_on for pattern, goes_on in rules if pattern.search(before)), False)
