"""Tokens of a script that writes numbers, scales and counters as one word: `4천여명을` is 4, 천, 여 and 명을."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extractor.language.lexicon import Lexicon
from extractor.language.tokens import Token


def split_numbers(tokens: Sequence[Token], words: Lexicon) -> list[Token]:
    """The tokens with number words cut off from what is written behind them; unchanged for most languages."""
    if not words.counters:
        return list(tokens)
    found: list[Token] = []
    for token in tokens:
        glued = bool(found) and found[-1].kind == "number" and found[-1].end == token.start
        found.extend(_split(token, words, glued=glued) if token.kind == "word" else (token,))
    return found


def _split(token: Token, words: Lexicon, *, glued: bool) -> Iterator[Token]:
    """A word's number words, one token each, then the rest where that is a counter or nothing precedes it."""
    start, rest = token.start, token.low
    cut: list[Token] = []
    while rest:
        piece = max((p for p in words.pieces if rest.startswith(p)), key=len, default="")
        if not piece or (glued and not cut and words.pieces[piece] < 100):  # noqa: PLR2004 - a scale
            break
        cut.append(Token(start, start + len(piece), piece, "word"))
        start, rest = start + len(piece), rest[len(piece) :]
    if not cut and glued:
        yield from _counted(token, words)
    elif not cut or len(token.low) != token.end - token.start or not _is_number(cut, rest, words, glued=glued):
        yield token
    else:
        yield from cut
        if rest:
            yield from _counted(Token(start, token.end, rest, "word"), words)


def _is_number(cut: Sequence[Token], rest: str, words: Lexicon, *, glued: bool) -> bool:
    """Whether what was cut off a word is a number: behind a numeral, before a counter, or of two words and no more."""
    return glued or rest.startswith(words.counters) or (not rest and len(cut) > 1)


def _counted(token: Token, words: Lexicon) -> Iterator[Token]:
    """A word that begins with a hedge of one sign before a counter, as two."""
    for counter in words.counters:
        rest = token.low[len(counter) :]
        if token.low.startswith(counter) and rest and rest.startswith(words.counters):
            middle = token.start + len(counter)
            yield Token(token.start, middle, counter, "word")
            yield Token(middle, token.end, rest, "word")
            return
    yield token
