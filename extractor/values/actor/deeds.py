"""What part a named actor has in the harm, in any language that has the words for it.

A part is read from the words beside the name. With `doer` a noun of attack and `victim` one whose owner suffers it:

    agent   = before_agent name (a deed in the clause) | name after_agent (a deed in the clause)
            | name linker doer, where an owner comes first; doer linker name, where it comes last
            | name verb
    target  = doer before_target name | name after_target doer | victim linker name | name passive

English has rules of its own in `extractor.values.actor.roles`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import ClassVar

from extractor.language.clauses import clause_bounds
from extractor.language.tokens import PhraseTable, Token, tokenise
from extractor.numbers import language_of_view
from extractor.segments import TextView
from extractor.values.actor.roles import Role
from extractor.values.label.cues import clitics_of
from extractor.vocabulary import Phrases, Vocabulary, read_data

_NEAR = 5  # words between a subject and its verb, or an attack and whom it is aimed at
_SIGNS = 3  # characters of a script without spaces that count as one word
_OWNERS = 3  # nouns that a name may belong to, one to the other, itself included
_DETERMINERS = 1  # words between a preposition and a name


class DeedWords(Vocabulary):
    """Words of harm done, and what ties it to who did it and to whom it was done.

    `doer_nouns` belong to whoever did it ("an attack of"), `victim_nouns` to whom it was done ("the murder of").
    `verbs` have the doer as their subject, `passives` the victim, in some languages only behind one of `helpers`.
    `owner_first`: an owner comes before what it owns. `doer_after_verb`: a subject follows its verb. `contrasts` set a
    clause apart from the one before.
    """

    topic: ClassVar[str] = "deeds"
    doer_nouns: Phrases = frozenset()
    victim_nouns: Phrases = frozenset()
    verbs: Phrases = frozenset()
    passives: Phrases = frozenset()
    helpers: Phrases = frozenset()
    before_agent: Phrases = frozenset()
    after_agent: Phrases = frozenset()
    subject_marks: Phrases = frozenset()
    before_target: Phrases = frozenset()
    after_target: Phrases = frozenset()
    linkers: Phrases = frozenset()
    contrasts: Phrases = frozenset()
    owner_first: bool = False
    doer_after_verb: bool = False


class _Deeds:
    """The words of a language, ready to be found beside a name."""

    def __init__(self, code: str) -> None:
        self.words = DeedWords.of(code)
        clitics = clitics_of(code)
        self._tables = {
            name: PhraseTable([(phrase, True) for phrase in sorted(getattr(self.words, name))], clitics)
            for name, field in DeedWords.model_fields.items()
            if field.annotation is not bool
        }

    def at(self, name: str, tokens: Sequence[Token], index: int) -> int:
        """Where a phrase of the role that begins at a token ends; 0 when none does."""
        hit = self._tables[name].at(tokens, index) if 0 <= index < len(tokens) else None
        return hit.last if hit else 0

    def ends(self, name: str, tokens: Sequence[Token], end: int) -> int | None:
        """Where a phrase of the role that ends before token `end` begins; `None` when none does."""
        return next((i for i in range(max(0, end - _NEAR * _SIGNS), end) if self.at(name, tokens, i) == end), None)

    def among(self, names: Sequence[str], tokens: Sequence[Token]) -> bool:
        """Is a phrase of one of the roles among the tokens?"""
        return any(self.at(name, tokens, index) for name in names for index in range(len(tokens)))

    def particle(self, after: Sequence[Token]) -> bool:
        """Do the words after a name begin with one that says what its part is?"""
        return any(self.at(name, after, 0) for name in ("after_agent", "subject_marks", "after_target", "linkers"))

    def heads(self, before: Sequence[Token]) -> Iterator[int]:
        """Where a name begins, and the nouns that it belongs to: "the air force of", "members of"."""
        at = len(before)
        for _ in range(_OWNERS):
            yield from range(at, max(0, at - _DETERMINERS) - 1, -1)
            linked = next((s for e in (at, at - 1) if (s := self.ends("linkers", before, e)) is not None), None)
            if linked is None or linked < 1:
                return
            at = linked - 1

    def first_verb(self, tokens: Sequence[Token]) -> Role:
        """What the first verb of harm before any mark makes of its subject."""
        helped = not self.words.helpers
        for index, token in enumerate(tokens):
            if token.kind == "mark" and token.low not in {"'", '"', "-"}:
                return Role.UNKNOWN
            helped = helped or bool(self.at("helpers", tokens, index))
            if helped and self.at("passives", tokens, index):
                return Role.TARGET
            if self.at("verbs", tokens, index):
                return Role.AGENT
        return Role.UNKNOWN


@cache
def _deeds(code: str) -> _Deeds | None:
    return _Deeds(code) if code and read_data(code, DeedWords.topic) is not None else None


@dataclass(frozen=True, slots=True)
class _Beside:
    """The words before and after a name in its clause."""

    before: tuple[Token, ...]
    after: tuple[Token, ...]


def deed_role(view: TextView, name: str, mention: tuple[int, int]) -> Role:
    """The part of an actor named at `mention`; unknown in a language without the words, or where they say nothing."""
    deeds = _deeds(language_of_view(view))
    if deeds is None or not deeds.words.verbs:
        return Role.UNKNOWN
    start, end = mention
    if view.text.startswith(name, start):
        end = start + len(name)  # a particle that is written together with a name is no part of it
    low, high = clause_bounds(view, start, end)
    after = tuple(tokenise(view.text, end, high))
    if after and after[0].start == end and after[0].kind == "word" and not deeds.particle(after):
        after = after[1:]  # the ending of a name
    beside = _Beside(tuple(tokenise(view.text, low, start)), after)
    for part in (_marked, _owned, _subject):
        role = part(deeds, beside)
        if role is not Role.UNKNOWN:
            return role
    return Role.UNKNOWN


def _marked(deeds: _Deeds, beside: _Beside) -> Role:
    """By a preposition before the name, or a postposition or particle after it."""
    before, after = beside.before, beside.after
    everything = (*before, *after)
    if last := deeds.at("after_target", after, 0):
        near = deeds.among(["doer_nouns", "verbs"], after[last : last + _NEAR * _SIGNS])
        return Role.TARGET if near else Role.UNKNOWN
    if deeds.at("after_agent", after, 0):
        done = deeds.among(["doer_nouns", "victim_nouns", "verbs", "passives"], after)
        return Role.AGENT if done else Role.UNKNOWN
    for end in deeds.heads(before):
        at = deeds.ends("before_agent", before, end)
        if at is not None:
            done = deeds.among(["doer_nouns", "victim_nouns", "verbs", "passives"], everything)
            return Role.AGENT if done else Role.UNKNOWN
        at = deeds.ends("before_target", before, end)
        if at is not None:
            behind = after[: _NEAR * _SIGNS] if deeds.words.owner_first else ()
            aimed = deeds.among(["doer_nouns", "verbs"], (*before[max(0, at - _NEAR) : at], *behind))
            return Role.TARGET if aimed else Role.UNKNOWN
    return Role.UNKNOWN


def _owned(deeds: _Deeds, beside: _Beside) -> Role:
    """As the owner of an attack or of a death."""
    parts = (("doer_nouns", Role.AGENT), ("victim_nouns", Role.TARGET))
    if deeds.words.owner_first:
        index = deeds.at("linkers", beside.after, 0)
        return next((role for name, role in parts if deeds.at(name, beside.after, index)), Role.UNKNOWN)
    for end in deeds.heads(beside.before):
        linked = deeds.ends("linkers", beside.before, end)
        for at in {end, end if linked is None else linked}:
            for name, role in parts:
                if deeds.ends(name, beside.before, at) is not None:
                    return role
    return Role.UNKNOWN


def _subject(deeds: _Deeds, beside: _Beside) -> Role:
    """As the subject of a verb of harm; a name behind a preposition is nobody's subject."""
    before, after = beside.before, beside.after
    prepositions = ("linkers", "before_agent", "before_target")
    if not deeds.words.owner_first and any(deeds.ends(name, before, len(before)) is not None for name in prepositions):
        return Role.UNKNOWN
    if deeds.words.doer_after_verb and deeds.ends("verbs", before, len(before)) is not None:
        plain = deeds.ends("passives", before, len(before)) is None
        return Role.AGENT if plain else Role.UNKNOWN
    marked = deeds.at("subject_marks", after, 0)
    if deeds.words.owner_first and not marked and before:
        return Role.UNKNOWN  # a verb at the end may be another's
    reach = after[marked:] if deeds.words.owner_first else after[: _NEAR * (_SIGNS if _is_unspaced(after) else 1)]
    return deeds.first_verb(reach)


def _is_unspaced(tokens: Sequence[Token]) -> bool:
    return any(token.kind == "sign" for token in tokens)


def set_apart(view: TextView, mention: tuple[int, int], figure: tuple[int, int]) -> bool:
    """Does a contrast come between a name and a figure: "rebels shelled the port, while 12 died in a flood"?"""
    deeds = _deeds(language_of_view(view))
    if deeds is None or not deeds.words.contrasts:
        return False
    start, end = (mention[1], figure[0]) if mention[1] <= figure[0] else (figure[1], mention[0])
    return deeds.among(["contrasts"], tokenise(view.text, start, max(start, end)))
