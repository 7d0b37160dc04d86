"""The cues of a sentence by the pattern rows of its language."""

from __future__ import annotations

from collections.abc import Sequence

from extractor.language import tokens as fine
from extractor.language.patterns import Match, Unit, find_matches
from extractor.language.words import Token
from extractor.records import SourceType
from extractor.values.naming.phrases import Named, known_at
from extractor.values.source.objects import no_speech
from extractor.values.source.shapes import Cue, Shape
from extractor.values.source.units import GRAMMAR, Reader, Sentence, as_words, units_of

_NEAR = 4  # units beside a name that are part of the cue


def cues_by_rows(text: str, tokens: Sequence[fine.Token], reader: Reader) -> list[Cue]:
    """All cues of a sentence that a row of its language matches, in order."""
    sentence = units_of(text, tokens, reader)
    words = as_words(text, tokens)
    found: list[Cue] = []
    for match in find_matches(GRAMMAR, reader.rows, sentence.units):
        named = _named(text, tokens, sentence, match, reader)
        if named is not None and not _is_other(words, sentence, match):
            found.append(_cue(text, tokens, sentence, match, named))
    return found


def _is_other(words: list[Token], sentence: Sentence, match: Match) -> bool:
    """Whether the words beside a verb make it something else than speech: "compte sur l'aide", "calcula o custo"."""
    if match.row.shape == "after":
        return False  # what is said is before it
    units = sentence.units[match.first : match.last]
    verbs = [u for u in units if u.kind in {"say", "state"} and u.last == u.first + 1]
    return bool(verbs) and no_speech(words, verbs[-1].first)


def _cue(text: str, tokens: Sequence[fine.Token], sentence: Sentence, match: Match, named: Named) -> Cue:
    units = sentence.units
    first, last = units[match.first].first, units[match.last - 1].last
    if match.last - match.stop > _NEAR and match.begin - match.first <= _NEAR:
        last = units[match.stop - 1].last  # a frame: what is said stands between the speaker and the verb
    while first < last - 1 and tokens[first].kind == "mark":
        first += 1
    spoken = next(
        (u for u in sentence.units[match.first : match.last] if u.kind in {"say", "state", "by", "per"}), None
    )
    verb = "label" if spoken is None else text[tokens[spoken.first].start : tokens[spoken.last - 1].end].casefold()
    kind = match.row.shape
    shape = Shape.BEFORE if kind == "whole" else Shape(kind)
    tail = shape is Shape.AFTER and last < len(tokens) and tokens[last].low in {",", ";", "،", "、", "，", "؛"}
    return Cue(shape, first, max(last, first + 1), (named,), verb, tail, says=spoken is not None, whole=kind == "whole")


def _named(text: str, tokens: Sequence[fine.Token], sentence: Sentence, match: Match, reader: Reader) -> Named | None:
    """The source of the units that a row captures, `None` when they hold no name."""
    captured = sentence.units[match.begin : match.stop]
    kinds = list(sentence.types[match.begin : match.stop])
    while captured and captured[0].kind in {"inner", "quote", "comma"}:
        captured, kinds = captured[1:], kinds[1:]
    while captured and captured[-1].kind in {"inner", "quote", "comma"}:
        captured, kinds = captured[:-1], kinds[:-1]
    if not captured:
        return None
    aside = _name_aside(sentence, match)
    pieces = as_words(
        text, tokens[aside[0].first : aside[-1].last] if aside else tokens[captured[0].first : captured[-1].last]
    )
    start, end = pieces[0].start, pieces[-1].end
    kind = next((k for k in kinds if k is not SourceType.UNSPECIFIED), SourceType.UNSPECIFIED)
    for index in range(len(pieces)):
        known = known_at(pieces, index)
        if known is not None:
            name = text[pieces[index].start : pieces[index + known[0] - 1].end]
            return Named(pieces[index].start, pieces[index + known[0] - 1].end, name, known[1], known[2])
    end -= 0 if aside else _case_ending(tokens, sentence, match, reader)
    name = text[start:end]
    return Named(start, end, name, name, kind)


def _case_ending(tokens: Sequence[fine.Token], sentence: Sentence, match: Match, reader: Reader) -> int:
    """How many code points of a captured name are a particle written together with it."""
    if match.stop >= len(sentence.units) or sentence.units[match.stop].first < sentence.units[match.stop].last:
        return 0
    word = tokens[sentence.units[match.stop].first - 1]
    return next((len(e) for e, _ in reader.endings if word.low.endswith(e) and len(word.low) > len(e)), 0)


def _name_aside(sentence: Sentence, match: Match) -> list[Unit]:
    """The units of a person's name between commas behind a captured title: "the mayor, Ana Ruiz, said"."""
    units = sentence.units[match.stop : match.last]
    if not units or units[0].kind != "comma":
        return []
    close = next((n for n, unit in enumerate(units) if n and unit.kind == "comma"), 0)
    inside = list(units[1:close])
    return inside if len(inside) > 1 and all(unit.kind == "name" for unit in inside) else []
