"""Who says what in a sentence: every attribution with the stretch of words it governs.

Three shapes: before ("The Observatory said 57 people ..."), after ("..., police said", "..., said Kerry",
"..., according to X") and hearsay ("It was reported"). Scopes are cut where the next speaker takes over.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from extractor.language.detecting import language_of_view
from extractor.language.speech import speech_words
from extractor.language.words import Token, sentence_tokens
from extractor.segments import TextView, per_text
from extractor.values.naming.phrases import Named
from extractor.values.source.cues import find_cues
from extractor.values.source.rows import cues_by_rows
from extractor.values.source.shapes import Cue, Shape
from extractor.values.source.units import as_words, reader_of, tokens_of


@dataclass(frozen=True, slots=True)
class Attribution:
    """`sources` speak over `[scope_start, scope_end)`; `tail_end` reaches past an inserted "police said"."""

    shape: Shape
    start: int
    end: int
    sources: tuple[Named, ...]
    scope_start: int = 0
    scope_end: int = 0
    tail_end: int = 0
    verb: str = ""
    says: bool = False

    def governs(self, start: int) -> bool:
        """Does the main scope hold the offset?"""
        return self.scope_start <= start < self.scope_end


@per_text
def sentence_attributions(view: TextView, start: int, end: int) -> tuple[Attribution, ...]:
    """All attributions of a sentence, in text order, with their scopes."""
    reader = reader_of(language_of_view(view))
    if reader is None:
        tokens = sentence_tokens(view, start, end)
        return _with_scopes(tokens, find_cues(view.text, tokens), (start, end), speech_words().clause_breaks)
    signs = tokens_of(view.text, start, end)
    cues = cues_by_rows(view.text, signs, reader)
    return _with_scopes(as_words(view.text, signs), cues, (start, end), reader.breaks)


# Who counts is told by the one who speaks: "rescuers counted 90 dead, the agency said" is the agency's.


def _counting(earlier: Cue, cue: Cue) -> bool:
    return earlier.verb in speech_words().counting_verbs and cue.verb in speech_words().strong_verbs


def _break_between(tokens: list[Token], left: int, right: int, breaks: frozenset[str]) -> int | None:
    """The last token index in [left, right) where one clause ends and another begins."""
    for index in range(right - 1, left - 1, -1):
        token = tokens[index]
        if token.text == ";" or token.low in breaks:
            if token.low == "and" and index + 1 < right and tokens[index + 1].low == "that":
                continue
            return index
    return None


def _break_before_after(tokens: list[Token], left: int, cue: Cue, breaks: frozenset[str]) -> int | None:
    """Where the words of a later "according to X" begin: at the last clause, or at ", which killed 9" before it."""
    cut = _break_between(tokens, left, cue.first, breaks)
    for index in range(cue.first - 1, left, -1):
        if tokens[index].low == "which" and tokens[index - 1].text == ",":
            return index if cut is None or index > cut else cut
    return cut


def _with_scopes(
    tokens: list[Token], cues: list[Cue], within: tuple[int, int], breaks: frozenset[str]
) -> tuple[Attribution, ...]:
    start, end = within
    made: list[Attribution] = []
    for n, cue in enumerate(cues):
        earlier = next((c for c in reversed(cues[:n]) if c.shape is not Shape.HEARSAY), None)
        later = next((c for c in cues[n + 1 :] if c.shape is not Shape.HEARSAY), None)
        last = tokens[cue.last - 1].end
        first = tokens[cue.first].start
        base = Attribution(cue.shape, first, last, cue.sources, first, last, last, cue.verb, cue.says)
        if cue.shape is Shape.BEFORE:
            low = first
            if cue.whole:
                low = start if earlier is None else first
            made.append(replace(base, scope_start=low, scope_end=_reach(tokens, cue, later, (end, breaks))))
        elif cue.shape is Shape.AFTER:
            low = start
            if earlier is not None and earlier.shape is Shape.BEFORE and _counting(earlier, cue):
                low = start
            elif earlier is not None:
                cut = _break_before_after(tokens, earlier.last, cue, breaks)
                low = (
                    tokens[earlier.last].start if earlier.shape is Shape.AFTER and earlier.last < len(tokens) else first
                )
                low = tokens[cut].start if cut is not None and earlier.shape is Shape.BEFORE else low
            tail = _reach(tokens, cue, later, (end, breaks)) if cue.tail else last
            made.append(replace(base, scope_start=low, scope_end=last, tail_end=tail))
        elif cue.shape is Shape.BACK:
            made.append(replace(base, scope_start=first, scope_end=first))
        else:
            low, high = _clause(tokens, cue.first, within, breaks)
            made.append(replace(base, scope_start=low, scope_end=high))
    return tuple(made)


def _reach(tokens: list[Token], cue: Cue, later: Cue | None, until: tuple[int, frozenset[str]]) -> int:
    """Where what a speaker says ends: at the next speaker's clause, or where the article speaks again (", as ...")."""
    end, breaks = until
    limit = later.first if later is not None else len(tokens)
    for k in range(cue.last, limit - 1):
        if (
            tokens[k].text == ","
            and tokens[k + 1].low == "as"
            and k + 2 < limit
            and tokens[k + 2].low not in {"well", "many", "much", "a"}
        ):
            return tokens[k].start
    if later is None:
        return end
    if later.shape is Shape.BEFORE:
        cut = _break_between(tokens, cue.last, later.first, breaks)
        return tokens[cut].start if cut is not None and later.first - cut <= 4 else tokens[later.first].start  # noqa: PLR2004 - "and yesterday X said"
    cut = _break_before_after(tokens, cue.last, later, breaks)
    if cue.shape is Shape.AFTER:
        return tokens[cue.last].start if cue.last < len(tokens) else end
    return tokens[cut].start if cut is not None else tokens[later.first].start


def _clause(tokens: list[Token], index: int, within: tuple[int, int], breaks: frozenset[str]) -> tuple[int, int]:
    low, high = within
    for k in range(index - 1, -1, -1):
        if tokens[k].text == ";" or (tokens[k].low in breaks and tokens[k].low != "and"):
            low = tokens[k].start
            break
    for k in range(index + 1, len(tokens)):
        if tokens[k].text == ";" or (tokens[k].low in breaks and tokens[k].low != "and"):
            high = tokens[k].start
            break
    return low, high
