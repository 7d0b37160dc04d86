"""A sentence as units for the pattern rows of its language: verbs of speech, who reports, marks, and plain words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from extractor.language import KINDS, lexicon
from extractor.language import tokens as fine
from extractor.language.patterns import Grammar, Row, Unit
from extractor.language.speech import SpeechWords
from extractor.language.words import Token
from extractor.records import SourceType
from extractor.values.naming.vocabulary import SourceWords

WORDS: Final = (
    *(
        "say",
        "state",
        "that",
        "by",
        "per",
        "subject",
        "particle",
        "way",
        "given",
        "following",
        "so",
        "back",
        "measure",
        "aux",
        "spoken",
    ),
    *("when", "inner", "edge", "pronoun", "break"),
)
"""The kinds that a language lists in `[units]` of its speech.toml."""

_MARKS: Final = {
    **dict.fromkeys(",،、，", "comma"),
    **dict.fromkeys(".!?;…。！？；؛؟۔।", "stop"),
    **dict.fromkeys(":：", "colon"),
    **dict.fromkeys("–—-", "dash"),
    **dict.fromkeys('"“”«»„「」『』', "quote"),
    **dict.fromkeys("([（【〔", "open"),
    **dict.fromkeys(")]）】〕", "close"),
}
_OPENING: Final = {"“": "”", "«": "»", "„": "“”", '"': '"', "「": "」", "『": "』"}
_JOINERS: Final = frozenset(("-", "'", "’", "/", "&", ".", "·", "・"))
_LONGEST_QUOTED: Final = 3  # tokens of a name in quotation marks
_LONGEST_BRACKET: Final = 4  # tokens of an acronym or an aside in brackets

_KINDS: Final = (
    *("word", "name", "acronym", "who", "kana", "number", "harm", "mark"),
    *("comma", "stop", "colon", "dash", "quote", "open", "close"),
    *WORDS,
)
_BREAKING: Final = frozenset(
    ("comma", "stop", "colon", "dash", "quote", "open", "close", "break", "by", "that", "number", "harm", "say")
)
GRAMMAR: Final = Grammar(
    kinds=_KINDS,
    groups={
        "noun": "word/name/acronym/who",
        "part": "noun/inner/harmed",
        "harmed": "inner harm",  # "relatives of the victims"
        "phrase": "part{1,9}",
        "source": "part{0,7} who/acronym part{0,6}",
        "reporter": "part{0,7} who noun{0,2}",
        "title": "part{0,3} who titled{0,4}",
        "titled": "name/acronym/who/inner",
        "time": "number/when",
        "plain": "/".join(kind for kind in _KINDS if kind not in _BREAKING),
        "aside": "comma plain{1,9} comma",
        "place": "edge name{1,3}",
        "told": "comma that",  # ", that": what is said comes
        "inverted": "when{0,2} part{1,9} not-told end",
        "label": "part{0,5} who part{0,4}",
        "lead": "word/measure/edge/comma/when",
        "clause": "/".join(kind for kind in _KINDS if kind not in {"stop", "break", "colon", "dash"}),
    },
    starts=("comma", "stop", "colon", "dash", "quote", "open", "close", "break"),
    ends=("comma", "stop", "dash", "quote", "open", "close", "break", "by"),
)


@dataclass(frozen=True)
class Reader:
    """What reads the attributions of one language: its rows, its words by kind, and the endings that are kinds."""

    rows: tuple[tuple[Row, re.Pattern[str]], ...]
    words: fine.PhraseTable[tuple[str, SourceType]]
    endings: tuple[tuple[str, str], ...]
    breaks: frozenset[str]
    harm: fine.PhraseTable[str] | None  # no name goes over a word of harm


@cache
def reader_of(code: str) -> Reader | None:
    """The reader of a language, `None` for one that has no rows."""
    speech, names = SpeechWords.of(code), SourceWords.of(code)
    if not speech.rows:
        return None
    listed = [(phrase, (kind, SourceType.UNSPECIFIED)) for phrase, kind in speech.units.items()]
    roles = (
        ("say", speech.strong_verbs),
        ("state", speech.weak_verbs),
        ("by", speech.prepositions),
        ("who", speech.bodies),
    )
    known_kinds = speech.units | names.reporters | names.heads
    listed += [
        (phrase, (kind, SourceType.UNSPECIFIED)) for kind, of in roles for phrase in sorted(of - known_kinds.keys())
    ]
    reporters = names.heads | names.pairs | names.reporters
    listed += [(phrase, ("who", SourceType(kind))) for phrase, kind in reporters.items() if phrase not in speech.units]
    rows = tuple((row, GRAMMAR.compiled(row)) for row in speech.rows)
    endings = tuple(sorted(speech.endings.items(), key=lambda e: (-len(e[0]), e)))
    known = lexicon(code)
    breaks = frozenset(phrase for phrase, kind in speech.units.items() if kind == "break")
    clitics = tuple(sorted(speech.clitics, key=lambda c: (-len(c), c)))
    return Reader(rows, fine.PhraseTable(listed, clitics), endings, breaks, known.harm if known is not None else None)


def tokens_of(text: str, start: int, end: int) -> list[fine.Token]:
    """The tokens of a range, a sign each where a script sets no spaces."""
    return fine.tokenise(text, start, end)


def as_words(text: str, tokens: Sequence[fine.Token]) -> list[Token]:
    """The same tokens as the readers of names take them."""
    return [Token(t.start, t.end, text[t.start : t.end], t.low) for t in tokens]


@dataclass(frozen=True, slots=True)
class Sentence:
    """The units of a sentence; `types` is what the unit at an index says of the type of a source."""

    units: tuple[Unit, ...]
    types: tuple[SourceType, ...]


def units_of(text: str, tokens: Sequence[fine.Token], reader: Reader) -> Sentence:
    """The sentence as units, in order."""
    made: list[tuple[Unit, SourceType]] = []
    at = 0
    while at < len(tokens):
        found = _unit_at(text, tokens, at, reader, made)
        made += found
        at = max(at + 1, found[-1][0].last) if found else at + 1
    return Sentence(tuple(u for u, _ in made), tuple(t for _, t in made))


def _unit_at(
    text: str,
    tokens: Sequence[fine.Token],
    at: int,
    reader: Reader,
    made: list[tuple[Unit, SourceType]],
) -> list[tuple[Unit, SourceType]]:
    """The unit at a token, and the ending of its word as a unit of its own; none for a mark inside a name."""
    token = tokens[at]
    if token.kind == "mark":
        return _mark(text, tokens, at, made)
    if token.kind == "number":
        return [(Unit("number", at, at + 1), SourceType.UNSPECIFIED)]
    unit, source_type = _word_at(text, tokens, at, reader)
    own = [(unit, source_type)]
    if token.kind == "sign" or unit.kind not in _ENDED:
        return own
    last = tokens[unit.last - 1].low
    ending = next((k for e, k in reader.endings if last.endswith(e) and len(last) > len(e)), None)
    return own if ending is None else [*own, (Unit(ending, unit.last, unit.last), SourceType.UNSPECIFIED)]


_SMALL: Final = frozenset(("inner", "edge", "pronoun", "that", "by", "break"))
_ENDED: Final = frozenset(("word", "name", "acronym", "who", "edge", "harm"))


def _word_at(text: str, tokens: Sequence[fine.Token], at: int, reader: Reader) -> tuple[Unit, SourceType]:
    hit = reader.words.at(tokens, at)
    written = text[tokens[at].start : tokens[at].end]
    if hit is not None and hit.meaning[0] in _SMALL and len(written) > 1 and written.isupper():
        hit = None  # "OM", "IS" are no prepositions
    if hit is not None:
        return Unit(hit.meaning[0], at, hit.last), hit.meaning[1]
    harm = reader.harm.at(tokens, at) if reader.harm is not None else None
    if harm is not None and harm.meaning in KINDS:  # "rescued" is no harm: rescue workers report
        return Unit("harm", at, harm.last), SourceType.UNSPECIFIED
    if tokens[at].kind == "sign":
        return _run_of_signs(tokens, at, reader), SourceType.UNSPECIFIED
    return Unit(_word_kind(written), at, at + 1), SourceType.UNSPECIFIED


def _word_kind(written: str) -> str:
    if len(written) > 1 and written.isupper():
        return "acronym"
    return "name" if written[:1].isupper() else "word"


def _mark(
    text: str, tokens: Sequence[fine.Token], at: int, made: list[tuple[Unit, SourceType]]
) -> list[tuple[Unit, SourceType]]:
    written = text[tokens[at].start : tokens[at].end]
    glued = (
        0 < at < len(tokens) - 1 and tokens[at - 1].end == tokens[at].start and tokens[at].end == tokens[at + 1].start
    )
    if (written in _JOINERS and glued) or _is_abbreviating(text, tokens, at):
        return []
    if made and written in "(（":
        close = next(
            (k for k in range(at + 1, min(len(tokens), at + _LONGEST_BRACKET)) if tokens[k].low in ")）"), None
        )
        if close is not None and made[-1][0].kind in {"word", "name", "acronym", "who"}:
            return [(Unit("word", at, close + 1), SourceType.UNSPECIFIED)]
    closing = _OPENING.get(written)
    if closing is not None:
        shut = range(at + 2, min(len(tokens), at + _LONGEST_QUOTED + 2))
        close = next((k for k in shut if text[tokens[k].start : tokens[k].end] in closing), None)
        if close is not None and all(t.kind in {"word", "sign"} or t.low in _JOINERS for t in tokens[at + 1 : close]):
            return [(Unit("acronym", at, close + 1), SourceType.UNSPECIFIED)]
    return [(Unit(_MARKS.get(written, "mark"), at, at + 1), SourceType.UNSPECIFIED)]


def _is_abbreviating(text: str, tokens: Sequence[fine.Token], at: int) -> bool:
    """Whether a full stop is of an abbreviation: one letter or two before it, more of the sentence behind."""
    if text[tokens[at].start : tokens[at].end] != "." or not 0 < at < len(tokens) - 1:
        return False
    before = tokens[at - 1]
    return before.kind == "word" and before.end - before.start <= 2 and before.end == tokens[at].start  # noqa: PLR2004 - "в. о."


def _run_of_signs(tokens: Sequence[fine.Token], at: int, reader: Reader) -> Unit:
    """Signs of one script that no word of the language begins in, as one unit; syllables of grammar apart."""
    syllable = _is_syllable(tokens[at].low)
    stop = at + 1
    while (
        stop < len(tokens)
        and tokens[stop].kind == "sign"
        and _is_syllable(tokens[stop].low) is syllable
        and tokens[stop].start == tokens[stop - 1].end
        and reader.words.at(tokens, stop) is None
    ):
        stop += 1
    return Unit("kana" if syllable else "word", at, stop)


def _is_syllable(sign: str) -> bool:
    return "\u3041" <= sign <= "\u3096"
