"""Responsibility: whom an attack is laid to, how it is stated, and which attacks the statement covers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from pydantic import Field

from extractor.language.wordlists import word_set
from extractor.language.words import phrase_at, sentence_range, sentence_ranges, sentence_tokens
from extractor.records import CheckedValue, ClaimedValue, Span, Stance, Status, Verdict
from extractor.segments import TextView
from extractor.values.actor.actor import Actor, fuse_names, read_actors
from extractor.values.actor.judging import FIGURE, rival_agent, same_actor, same_party
from extractor.values.actor.words import (
    ATTACK_NOUNS,
    MANY,
    NOBODY,
)
from extractor.values.naming.aliases import article_aliases, short_key
from extractor.values.responsibility.judging import stances_of
from extractor.values.responsibility.reading import read_sentence
from extractor.values.valuetype import FieldRole, Fused, Reading, ValueType, Witness

_LONGEST = 6


_RANK = (Stance.DENIED, Stance.CLAIMED, Stance.BLAMED, Stance.SUSPECTED, Stance.REPORTED)


class Responsibility(ValueType):
    """`value` is the actor, with `stance` and the `scope` in the article's words."""

    name: ClassVar[str] = "responsibility"
    role = FieldRole.WHO_ANSWERS

    def read(self, view: TextView, start: int, end: int) -> list[Reading]:
        """Every statement of responsibility in the range, in text order; "no group has claimed" gives none."""
        made: list[Reading] = []
        for low, high in sentence_ranges(view, start, end):
            inside = [r for r in read_sentence(view, low, high) if start <= r.start and r.end <= end]
            made.extend(r for r in inside if not made or r.start > made[-1].start or r.end > made[-1].end)
        return made

    def govern(self, view: TextView, start: int, end: int) -> list[Reading]:
        """What the sentence of a figure says of responsibility, claims and denials before reports."""
        low, high = sentence_range(view, start)
        found = read_sentence(view, low, high)
        return sorted(
            found,
            key=lambda r: (
                _RANK.index(r.value.stance or Stance.REPORTED),
                min(abs(r.start - end), abs(start - r.end)),
                r.start,
            ),
        )

    def verify(self, value: ClaimedValue, span: Span, view: TextView, anchor: Span | None = None) -> Verdict:
        """Do actor, stance and scope agree with the words?

        Reasons: `stated`; `other_stance`, `other_scope`, `other_actor`, `nobody` (contradicted); `not_named`,
        `no_stance`, `scope_not_stated`.
        """
        if value.value is None:
            return Verdict(status=Status.UNSUPPORTED, reason="no_value", detail="no actor is claimed")
        low, high = sentence_range(view, span.start)
        sentence = (low, max(high, span.end))
        found = list(read_sentence(view, *sentence))
        here = [r for r in found if r.start < span.end and span.start < r.end] or found
        aliases = article_aliases(view)
        claimed = str(value.value)
        mine = [r for r in here if aliases.same(claimed, str(r.value.value)) or same_actor(claimed, r.resolved or "")]
        fitting = [r for r in mine if r.value.stance is (value.stance or mine[0].value.stance)]
        mention = _mention(view, claimed, span, sentence)
        rival = self._rival(view, value, mention, anchor)
        if rival is not None:
            return rival
        if fitting:
            return _scope_verdict(value.scope, fitting[0], view.text[low : sentence[1]])
        framed = frozenset[Stance]() if mention is None else stances_of(view, mention, sentence)
        if mention is not None and framed:
            return _by_frames(value, framed, mention, (view, sentence))
        if mine:
            return _other_stance(value.stance, mine[0])
        return _unnamed(mention, here, view, sentence)

    @staticmethod
    def _rival(
        view: TextView, value: ClaimedValue, mention: tuple[int, int] | None, anchor: Span | None
    ) -> Verdict | None:
        """Contradicted where the figure's own words have another doer; a denial lays nothing to its actor."""
        if mention is None or anchor is None or value.stance is Stance.DENIED or anchor.end - anchor.start > FIGURE:
            return None
        low, high = sentence_range(view, anchor.start)
        other = rival_agent(view, str(value.value), mention, anchor, read_actors)
        if not low <= mention[0] < high:
            if value.stance not in _DONE:
                return None
            other = other or _other_claimant(view, str(value.value), (low, high))
        return None if other is None else _laid_to(str(other.value.value), (other.start, other.end))

    def resolve(self, value: ClaimedValue, span: Span, view: TextView) -> str | None:
        """The actor's canonical name in this article."""
        del span
        return None if value.value is None else article_aliases(view).canonical(str(value.value))

    def compatible(self, one: CheckedValue, other: CheckedValue) -> bool:
        """The same actor, not claimed by one and denied by the other; rival claimants exclude each other."""
        if not same_actor(_shown(one), _shown(other)):
            rival = {Stance.CLAIMED, Stance.REPORTED}
            return not (one.claimed.stance in rival and other.claimed.stance in rival) or _apart(
                one.claimed.scope, other.claimed.scope
            )
        stances = {one.claimed.stance, other.claimed.stance}
        return not (Stance.DENIED in stances and stances & {Stance.CLAIMED, Stance.REPORTED})

    def answer_fields(self) -> Mapping[str, Any]:
        """The actor, its stance and what the statement covers."""
        return {**super().answer_fields(), "stance": (Stance, Field()), "scope": (str | None, Field())}

    def fuse(self, witnesses: Sequence[Witness], rule: str) -> Fused:
        """The actor with the most lines; denials back nobody and conflict with claims."""
        named = [("" if w.value.claimed.stance is Stance.DENIED else _shown(w.value), w.line) for w in witnesses]
        made = fuse_names(named, rule)
        conflicts = tuple(
            (i, j)
            for i, left in enumerate(witnesses)
            for j, right in enumerate(witnesses)
            if i < j and not self.compatible(left.value, right.value)
        )
        return Fused(made.value, made.rule, supporting=made.supporting, conflicts=conflicts)


def _mention(view: TextView, claimed: str, span: Span, sentence: tuple[int, int]) -> tuple[int, int] | None:
    """Where the quote names the actor, else its sentence."""
    party = Actor()
    return party.mention(claimed, view, span.start, span.end) or party.mention(claimed, view, *sentence)


_DONE = frozenset((Stance.CLAIMED, Stance.REPORTED, None))


def _other_claimant(view: TextView, claimed: str, sentence: tuple[int, int]) -> Reading | None:
    """Another actor that claims what the figure's own sentence tells; `None` if nobody does, or the same one."""
    found = [r for r in read_sentence(view, *sentence) if r.value.stance is Stance.CLAIMED]
    mine = any(same_party(view, claimed, r) for r in found) or Actor().mention(claimed, view, *sentence) is not None
    return found[0] if found and not mine else None


_SOFT = frozenset((Stance.BLAMED, Stance.SUSPECTED, Stance.REPORTED))


def _by_frames(
    value: ClaimedValue, framed: frozenset[Stance], mention: tuple[int, int], where: tuple[TextView, tuple[int, int]]
) -> Verdict:
    """Held against the stances that the actor's own verb gives it: one of them, the opposite, or not told."""
    view, sentence = where
    if value.stance is None or value.stance in framed:
        quote = view.text[slice(*sentence)]
        stated = ClaimedValue(value=value.value, quote=quote, start=sentence[0], stance=value.stance)
        return _scope_verdict(value.scope, Reading(*mention, stated, "framed"), quote)
    told = min(framed, key=_RANK.index)
    opposed = not (value.stance in _SOFT and framed <= _SOFT)
    detail = f"the words say {told.value}"
    status = Status.CONTRADICTED if opposed and told is not Stance.REPORTED else Status.UNCONFIRMED
    return Verdict(status=status, reason="other_stance", detail=detail, decided=mention)


def _other_stance(stance: Stance | None, got: Reading) -> Verdict:
    opposed = stance is Stance.DENIED or got.value.stance is not Stance.REPORTED
    status = Status.CONTRADICTED if opposed else Status.UNCONFIRMED
    detail = f"the words say {got.value.stance}"
    return Verdict(status=status, reason="other_stance", detail=detail, decided=(got.start, got.end))


def _unnamed(
    mention: tuple[int, int] | None, here: list[Reading], view: TextView, sentence: tuple[int, int]
) -> Verdict:
    """No statement of responsibility names the actor: nobody's, another's, not told, or the actor is not there."""
    tokens = sentence_tokens(view, *sentence)
    nobody = next((t for i, t in enumerate(tokens) if phrase_at(tokens, i, NOBODY, _LONGEST)), None)
    if nobody is not None:
        detail = "the words say that nobody claims it"
        return Verdict(status=Status.CONTRADICTED, reason="nobody", detail=detail, decided=(nobody.start, nobody.end))
    strong = [r for r in here if r.value.stance is not Stance.REPORTED]
    if strong:
        return _laid_to(str(strong[0].value.value), (strong[0].start, strong[0].end))
    if mention is not None:
        detail = "the actor is named, and the words do not tell what is laid to it"
        return Verdict(status=Status.UNCONFIRMED, reason="no_stance", detail=detail, decided=mention)
    return Verdict(status=Status.UNSUPPORTED, reason="not_named", detail="the sentence does not name this actor")


def _laid_to(name: str, decided: tuple[int, int]) -> Verdict:
    detail = f"the words lay it to {name}"
    return Verdict(status=Status.CONTRADICTED, reason="other_actor", detail=detail, decided=decided)


def _shown(value: CheckedValue) -> str:
    return value.resolved or str(value.claimed.value or "")


def _apart(one: str | None, other: str | None) -> bool:
    """Two scopes that share no telling word are claims for different attacks."""
    if not one or not other:
        return False
    left, right = _telling(one), _telling(other)
    return bool(left) and bool(right) and not left & right


def _telling(scope: str) -> set[str]:
    return {w for w in short_key(scope.replace("+", " ")).replace("-", " ").split() if w not in _SCOPE_FILLERS}


_SCOPE_FILLERS = (
    ATTACK_NOUNS
    | MANY
    | word_set(
        "only the in of and a an at on for s cities city syrian towns town capital its their suicide car by "
        "that which were was it"
    )
)


def _scope_verdict(scope: str | None, found: Reading, sentence: str) -> Verdict:
    good = Verdict(status=Status.SUPPORTED, reason="stated", decided=(found.start, found.end))
    if not scope:
        return good
    wanted = _telling(scope)
    words = set(short_key(sentence).replace("-", " ").split())
    many_wanted = bool(set(short_key(scope).split()) & MANY) or "+" in scope
    stated = found.value.scope or ""
    inside = {w for w in _telling(stated) if w}
    many_said = bool(set(short_key(stated).split()) & MANY)
    missing = sorted(w for w in wanted if w not in words)
    if missing and not (many_said and many_wanted):
        status = Status.CONTRADICTED if inside and not many_said else Status.UNSUPPORTED
        reason = "other_scope" if status is Status.CONTRADICTED else "scope_not_stated"
        return Verdict(
            status=status,
            reason=reason,
            detail=f"the claim covers {stated or 'no stated attack'}",
            decided=(found.start, found.end),
        )
    only = "only" in short_key(scope).split()
    if only and (many_said or (wanted and inside - wanted and _places(stated) - wanted)):
        return Verdict(
            status=Status.CONTRADICTED,
            reason="other_scope",
            detail=f"the claim covers {stated}",
            decided=(found.start, found.end),
        )
    if many_wanted and not many_said and inside and len(_places(stated)) == 1 and not (wanted and wanted <= inside):
        return Verdict(
            status=Status.CONTRADICTED,
            reason="other_scope",
            detail=f"the claim covers {stated}",
            decided=(found.start, found.end),
        )
    return good


def _places(scope: str) -> set[str]:
    return {w for w in (short_key(p) for p in scope.split() if p[:1].isupper()) if w not in _SCOPE_FILLERS}
