"""The words that show a label, language by language, and where they are in a text.

A cue is one or more words, folded; `*` stands for any letters: "bomb*" is bombs, bombing, bombed. Particles that a
language writes together with the next word (Arabic articles and prepositions) may precede a cue.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from extractor.language.tokens import Token, fold, phrases, tokenise, tokens_between
from extractor.segments import Found, TextView, per_text
from extractor.vocabulary import read_data

_WORDS_KEPT = 20_000  # words of texts that a table remembers, and those of one more text
ANY = ""  # the code of words that belong to no language in particular


@dataclass(frozen=True, slots=True)
class LabelCues:
    """The words of one language that show the members of a label.

    `faint` cues are words of many meanings: they show their own label and rule out no other. `apart` are phrases with a
    cue's letters but not its meaning.
    """

    members: Mapping[StrEnum, tuple[str, ...]]
    faint: tuple[str, ...] = ()
    apart: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue over tokens [first, last): what it shows (`None`: nothing, another sense), and whether it is faint."""

    first: int
    last: int
    member: StrEnum | None
    faint: bool


class CueTable:
    """The cues of a label in one language, or of several together, ready to be found."""

    def __init__(self, cues: Sequence[LabelCues], clitics: Iterable[str] = ()) -> None:
        rows = [(member, phrase) for one in cues for member, phrases in one.members.items() for phrase in phrases]
        apart = [(None, phrase) for one in cues for phrase in one.apart]
        self._rows = _index([*rows, *apart])
        self._faint = frozenset(_words(phrase) for one in cues for phrase in one.faint)
        self._clitics = tuple(sorted(clitics, key=lambda c: (-len(c), c)))
        self._beginning: dict[str, tuple[tuple[tuple[str, ...], StrEnum | None], ...]] = {}
        self._telling: set[str] = set()  # the words of `_beginning` that begin a cue

    def find(self, tokens: Sequence[Token]) -> Iterator[Cue]:
        """Every cue of the tokens, in their order; a longer cue hides the shorter ones inside it for its member."""
        return unhidden(self.all_in(tokens, positions(tokens)), len(tokens))

    def all_in(self, tokens: Sequence[Token], places: Mapping[str, Sequence[int]]) -> Iterator[Cue]:
        """Every cue of the tokens, in their order, the longest of those that begin together first.

        `places` are the `positions` of the tokens.
        """
        if len(self._beginning) > _WORDS_KEPT:
            self._beginning.clear()
            self._telling.clear()
        for low, indices in places.items():
            if low not in self._beginning:
                self._learn(tokens[indices[0]])
        for index in sorted(index for low in places if low in self._telling for index in places[low]):
            for words, member in self._beginning[tokens[index].low]:
                last = index + len(words)
                if last <= len(tokens) and all(_fits(word, tokens[index + n].low) for n, word in enumerate(words) if n):
                    yield Cue(index, last, member, words in self._faint)

    def _learn(self, token: Token) -> None:
        """Remember the cues that begin with a word; most words begin none."""
        found = self._beginning[token.low] = tuple(
            row
            for low in self._forms(token)
            for key in dict.fromkeys((low[:2], low[:1]))
            for row in self._rows.get(key, ())
            if _fits(row[0][0], low)
        )
        if found:
            self._telling.add(token.low)

    def _forms(self, token: Token) -> tuple[str, ...]:
        """The word, and what is left of it without each particle that may be written before it."""
        if not self._clitics or token.kind != "word":
            return (token.low,)
        rests = (token.low[len(c) :] for c in self._clitics if token.low.startswith(c) and len(token.low) > len(c) + 1)
        return (token.low, *rests)


def _index(
    cues: Iterable[tuple[StrEnum | None, str]],
) -> dict[str, list[tuple[tuple[str, ...], StrEnum | None]]]:
    """First letters of a cue to the cues that begin so, longest first."""
    table: dict[str, list[tuple[tuple[str, ...], StrEnum | None]]] = {}
    for member, phrase in dict.fromkeys(cues):
        if words := _words(phrase):
            table.setdefault(words[0][:2].rstrip("*"), []).append((words, member))
    for entries in table.values():
        entries.sort(key=lambda entry: (-len(entry[0]), entry[0], entry[1] or ""))
    return table


def _words(phrase: str) -> tuple[str, ...]:
    """The folded words of a cue, with their stars.

    >>> _words("car-bomb*"), _words("gunm*n"), _words("d'accord"), _words("爆炸")
    (('car', 'bomb*'), ('gunm*n',), ('d', "'", 'accord'), ('爆', '炸'))
    """
    found: list[str] = []
    end, starred = -1, False
    for token in tokenise(phrase):
        joined = bool(found) and token.start == end and (starred or token.low == "*")
        end, starred = token.end, token.low == "*"
        if joined:
            found[-1] += token.low
        elif token.low != "-":
            found.append(token.low)
    return tuple(found)


def _fits(pattern: str, word: str) -> bool:
    """A cue word against a word of the text.

    >>> _fits("bomb*", "bombings"), _fits("gunm*n", "gunmen"), _fits("bomb", "bombs")
    (True, True, False)
    """
    if "*" not in pattern:
        return pattern == word
    head, _, tail = pattern.partition("*")
    return word.startswith(head) and word.endswith(tail) and len(word) >= len(head) + len(tail)


def clitics_of(code: str) -> tuple[str, ...]:
    """The particles that a language writes together with the next word, "and" among them; none for most languages."""
    words = (read_data(code, "counts") or {}).get("words", {}) if code else {}
    return tuple(fold(c) for name in ("clitics", "and_clitics") for c in phrases(words.get(name, "")))


def positions(tokens: Iterable[Token]) -> dict[str, list[int]]:
    """The different words of tokens, each with the indices where it is."""
    found: dict[str, list[int]] = {}
    for index, token in enumerate(tokens):
        found.setdefault(token.low, []).append(index)
    return found


def unhidden(cues: Iterable[Cue], last: int) -> Iterator[Cue]:
    """The cues that end before a token, without the shorter ones inside a longer one of their member."""
    taken: dict[StrEnum | None, int] = {}
    for cue in cues:
        if cue.last <= last and taken.get(cue.member, 0) <= cue.first:
            taken[cue.member] = cue.last
            yield cue


def cue_tokens(view: TextView, start: int, end: int) -> tuple[Token, ...]:
    """The words of a range, the parts of compounds apart: "car-bomb" is two."""
    return tuple(t for t in tokens_between(view, start, end) if t.low != "-")


@per_text
def text_cue_tokens(view: TextView) -> Found[Token]:
    """The words of the whole text, as `cue_tokens` gives them."""
    return Found.of(cue_tokens(view, 0, len(view.text)))


@per_text
def text_positions(view: TextView) -> dict[str, list[int]]:
    """The `positions` of the words of the whole text."""
    return positions(text_cue_tokens(view))
