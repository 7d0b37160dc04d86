"""Which language a text is in: as declared, else by its script and function words; `None` where nothing tells.

A text is never taken for a neighbour language: a language without a lexicon is known here by its words, and a text
that shows too few words of any language is none.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

from extractor.language.lexicon import codes, news_words
from extractor.language.tokens import PhraseTable, Token, fold, phrases, text_tokens, tokenise
from extractor.segments import TextView, per_text

UNREAD = ""  # the code of a text whose language is not known
_SAMPLE = 6_000  # characters; enough to tell a language, and a 5 MB text costs no more than a short one
_GLANCE = 1_200  # characters; enough for most texts, see `_is_evident`
_ENOUGH = 120  # words
_EVIDENT = 0.15  # share of them that must be function words of one language
_AHEAD = 2.0  # times as many as of the next language
_DEFAULT = "en"
_FEW_WORDS = 20  # a shorter text without any function word is a headline; in Latin letters taken for the default
_FLOOR = 0.04  # share of a longer text's words that must be function words of its language
_CLEAR = 2.0  # function words by which a language must lead in a short text
_LETTER = 0.5  # what a letter of its own counts for a language, against a function word
_CODE = re.compile(r"(?P<code>[A-Za-z]{2,3})(?:[-_].*)?")


_Scores = tuple[dict[str, float], int]  # of each language, and of how many words


@dataclass(frozen=True)
class _Cues:
    words: dict[str, tuple[str, ...]]
    letters: dict[str, str]
    scripts: tuple[tuple[str, str, str], ...]
    news: dict[str, PhraseTable[bool]]
    codes: frozenset[str]  # of all languages that a declaration may name
    aliases: dict[str, str]


@cache
def _cues() -> _Cues:
    path = resources.files("extractor.language") / "data" / "detecting_words.toml"
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    words: dict[str, set[str]] = {}
    for name, listed in data["words"].items():
        for word in listed.split():
            words.setdefault(fold(word), set()).add(name.partition("_")[0])
    letters: dict[str, str] = {}
    for code, listed in data["letters"].items():
        for letter in listed:
            letters[letter] = code if letter not in letters else ""  # of two languages: tells neither
    scripts = tuple((span[0], span[-1], code) for code, spans in data["scripts"].items() for span in spans.split())
    return _Cues(
        {word: tuple(sorted(found)) for word, found in words.items()},
        {letter: code for letter, code in letters.items() if code},
        scripts,
        {code: PhraseTable([(phrase, True) for phrase in phrases(listed)]) for code, listed in data["news"].items()},
        frozenset(data["declared"]["codes"].split()) | {name.partition("_")[0] for name in data["words"]},
        {name: code for code, names in data["declared"]["aliases"].items() for name in names.split()},
    )


def detect(text: str, start: int = 0, end: int | None = None, *, declared: str | None = None) -> str | None:
    """The code of the language of `text[start:end]`, `None` when nothing tells.

    Args:
        text: any text.
        start: where to begin.
        end: where to stop; `None` for the text's end.
        declared: what metadata says (`uk`, `pt-BR`); believed, lexicon or not, unless the script or most of the
            function words are another language's.

    >>> detect("Щонайменше 12 людей загинули"), detect("По меньшей мере 12 человек погибли")
    ('uk', 'ru')
    >>> detect("少なくとも12人が死亡した"), detect("至少12人死亡"), detect("57 dead"), detect("Lorem ipsum dolor")
    ('ja', 'zh', 'en', 'en')
    """
    last = len(text) if end is None else end
    glance = _scores(text, tokenise(text, start, min(last, start + _GLANCE)))
    return _detected(text, start, last, declared, glance)


def _detected(text: str, start: int, last: int, declared: str | None, glance: _Scores) -> str | None:
    """As `detect`; `glance` are the scores of the beginning, which decide where they leave no doubt."""
    stop, (scores, total) = min(last, start + _GLANCE), glance
    if stop < last and not _is_evident(scores, total):
        stop = min(last, start + _SAMPLE)
        scores, total = _scores(text, tokenise(text, start, stop))
    script = _script(text, start, stop)
    said = _declared(declared)
    if said is not None and _is_borne_out(said, script, scores, total):
        return said
    if script in ("ja", "zh"):
        return script
    if script is not None and not _told_by_words(script):
        return script
    near = {code: n for code, n in scores.items() if script is None or script in _scripts_of(code)}
    if total < _FEW_WORDS and _undecided(near):
        near = _with_news_words(near, script, text[start:stop])
    told = max(near.values(), default=0.0) >= _CLEAR or bool(scores)
    if not told and total < _FEW_WORDS and script in (None, _DEFAULT):
        return _DEFAULT
    return _leader(near, total)


@per_text
def language_of_view(view: TextView) -> str:
    """The language of a view, found once; empty when nothing tells."""
    return _detected(view.text, 0, len(view.text), view.language, _glance(view)) or UNREAD


@per_text
def _glance(view: TextView) -> _Scores:
    """The scores of the beginning of a text."""
    whole = text_tokens(view).between(0, _GLANCE)
    cut = tokenise(view.text, whole[-1].end if whole else 0, min(len(view.text), _GLANCE))
    return _scores(view.text, [*whole, *cut])


def is_evident(view: TextView, code: str) -> bool:
    """Whether the function words of a text's beginning show a language beyond doubt, whatever its length.

    >>> seen = TextView("The blast killed 12 of the men who were in the market.")
    >>> is_evident(seen, "en"), is_evident(TextView("12 dead"), "en")
    (True, False)
    """
    scores, total = _glance(view)
    others = max((score for other, score in scores.items() if other != code), default=0.0)
    return scores.get(code, 0.0) >= max(_CLEAR, _EVIDENT * total, _AHEAD * others)


def _leader(scores: Mapping[str, float], total: int) -> str | None:
    """The language with the highest score; `None` for too low a score, and where two share it."""
    if not scores:
        return None
    best = min(scores, key=lambda code: (-scores[code], code != _DEFAULT, code))
    shared = best != _DEFAULT and sum(n == scores[best] for n in scores.values()) > 1
    return None if shared or scores[best] < _FLOOR * total else best


def _is_evident(scores: Mapping[str, float], total: int) -> bool:
    """Whether the words of a text's beginning leave no doubt, so that the rest need not be looked at."""
    first, second = (*sorted(scores.values(), reverse=True), 0.0, 0.0)[:2]
    return total >= _ENOUGH and first >= _EVIDENT * total and first >= _AHEAD * second


def _undecided(scores: Mapping[str, float]) -> bool:
    """Whether no language leads clearly."""
    first, second = (*sorted(scores.values(), reverse=True), 0.0, 0.0)[:2]
    return first - second < _CLEAR


def _with_news_words(scores: Mapping[str, float], script: str | None, text: str) -> dict[str, float]:
    """The scores with the words of harm and of people that each language of the script finds in a short text."""
    found = dict(scores)
    tokens = tokenise(text)
    for code in (*codes(), *_cues().news):
        words = (_cues().news.get(code) or news_words(code)) if script is None or script in _scripts_of(code) else None
        if words is not None:
            found[code] = found.get(code, 0.0) + sum(h.last - h.first for h in words.all(tokens))
    return {code: n for code, n in found.items() if n}


def _declared(declared: str | None) -> str | None:
    """The code of a declared language (`pt-BR`, `nb`); `None` for a name, a code of no language, or nothing."""
    match = _CODE.fullmatch((declared or "").strip())
    if match is None:
        return None
    code = match["code"].lower()
    code = _cues().aliases.get(code, code)
    return code if code in codes() or code in _cues().codes else None


def _is_borne_out(said: str, script: str | None, scores: Mapping[str, float], total: int) -> bool:
    """Whether a text may be in its declared language: not in another's script, nor clearly in another's words."""
    own = _scripts_of(said)
    if script is not None and own and script not in own:
        return False
    if not own or total < _FEW_WORDS or scores.get(said, 0.0) >= _FLOOR * total:
        return True
    return _leader(scores, total) in (None, said)


def _scores(text: str, tokens: Iterable[Token]) -> _Scores:
    """How many function words and letters of its own each language has in tokens of a text, and how many words."""
    cues = _cues()
    scores: defaultdict[str, float] = defaultdict(float)
    lows: Counter[str] = Counter()
    raws: Counter[str] = Counter()
    for token in tokens:
        if token.kind == "word":
            lows[token.low] += 1
            if not token.low.isascii():
                raws[text[token.start : token.end]] += 1
    for low, number in lows.items():
        for code in cues.words.get(low, ()):
            scores[code] += number
    for raw, number in raws.items():
        for letter in set(raw.lower()).intersection(cues.letters):
            scores[cues.letters[letter]] += number * _LETTER
    return scores, lows.total()


@cache
def _scripts_of(code: str) -> frozenset[str]:
    """The scripts that a language's words are in, each named by the language that stands for it."""
    found = {_script_of_letter(word[0]) for word, listed in _cues().words.items() if code in listed}
    named = {code} if any(c == code for _, _, c in _cues().scripts) else set()
    return frozenset({script for script in found if script is not None} | named)


@cache
def _told_by_words(script: str) -> bool:
    """Whether several languages write a script, so that only words tell them apart."""
    return sum(script in _scripts_of(code) for code in {c for listed in _cues().words.values() for c in listed}) > 1


def _script(text: str, start: int, stop: int) -> str | None:
    """The script of most letters, named by a language; kana makes a text with Han letters Japanese."""
    counts: Counter[str] = Counter()
    for letter, number in Counter(text[start:stop].lower()).items():
        code = _script_of_letter(letter)
        if code is not None:
            counts[code] += number
    if not counts:
        return None
    if counts["ja"] * 10 >= counts["zh"] and counts["ja"]:
        counts["ja"] += counts.pop("zh", 0)
    return min(counts, key=lambda code: (-counts[code], code))


@cache
def _script_of_letter(letter: str) -> str | None:
    if not letter.isalpha():
        return None
    return next((code for first, last, code in _cues().scripts if first <= letter <= last), None)
