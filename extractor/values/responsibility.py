"""Responsibility: whom an attack is laid to, how it is stated, and which attacks the statement covers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from extractor.records import CheckedValue, ClaimedValue, SourceType, Span, Stance, Status, Verdict
from extractor.segments import TextView
from extractor.values.actor import find_words, fuse_names, read_actors, same_actor
from extractor.values.aliases import article_aliases, short_key
from extractor.values.attribution import sentence_attributions
from extractor.values.reporting_words import ADJUNCT_WORDS, AUXILIARIES
from extractor.values.responsibility_words import (
    ATTACK_NOUNS,
    ATTACK_VERBS,
    BLAME_BEFORE,
    BY_CUES,
    CARRIED_OUT,
    MANY,
    NOBODY,
    SUBJECT_CUES,
    SUSPICION,
)
from extractor.values.valuetype import Fused, Reading, ValueType, Witness
from extractor.values.words import Token, phrase_at, sentence_range, sentence_tokens

_LONGEST = 6
_GAP = 9  # words between an actor and its verb: "ISIS, late on Sunday, claimed"
_RANK = (Stance.DENIED, Stance.CLAIMED, Stance.BLAMED, Stance.SUSPECTED, Stance.REPORTED)


class Responsibility(ValueType):
    """`value` is the actor, with `stance` and the `scope` in the article's words."""

    name: ClassVar[str] = "responsibility"

    def read(self, view: TextView, start: int, end: int) -> list[Reading]:
        """Every statement of responsibility in the range, in text order; "no group has claimed" gives none."""
        made: list[Reading] = []
        position = start
        while position < end:
            low, high = sentence_range(view, position)
            made.extend(r for r in _sentence(view, low, high) if start <= r.start and r.end <= end)
            following = view.sentence_index(position) + 1
            nearest = view.sentences[following].start if following < len(view.sentences) else end
            position = (
                max(position + 1, high if high < view.sentences[following - 1].end else max(high, nearest))
                if view.sentences
                else end
            )
        return made

    def govern(self, view: TextView, start: int, end: int) -> list[Reading]:
        """What the sentence of a figure says of responsibility, claims and denials before reports."""
        low, high = sentence_range(view, start)
        found = _sentence(view, low, high)
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

        Reasons: `stated`; `other_stance`, `other_scope`, `other_actor`, `nobody` (contradicted); `not_named`, `no_stance`,
        `scope_not_stated`.
        """
        del anchor
        if value.value is None:
            return Verdict(status=Status.UNSUPPORTED, reason="no_value", detail="no actor is claimed")
        low, high = sentence_range(view, span.start)
        found = _sentence(view, low, max(high, span.end))
        here = [r for r in found if r.start < span.end and span.start < r.end] or found
        aliases = article_aliases(view)
        claimed = str(value.value)
        mine = [r for r in here if aliases.same(claimed, str(r.value.value)) or same_actor(claimed, r.resolved or "")]
        if not mine:
            return self._unnamed(claimed, here, view, (low, max(high, span.end)))
        stance = value.stance or mine[0].value.stance
        fitting = [r for r in mine if r.value.stance is stance]
        if not fitting:
            got = mine[0]
            opposed = (
                stance is Stance.DENIED or got.value.stance is Stance.DENIED or got.value.stance is not Stance.REPORTED
            )
            status = Status.CONTRADICTED if opposed else Status.UNSUPPORTED
            return Verdict(
                status=status,
                reason="other_stance",
                detail=f"the words say {got.value.stance}",
                decided=(got.start, got.end),
            )
        chosen = fitting[0]
        return _scope_verdict(value.scope, chosen, view.text[low : max(high, span.end)])

    @staticmethod
    def _unnamed(claimed: str, here: list[Reading], view: TextView, sentence: tuple[int, int]) -> Verdict:
        tokens = sentence_tokens(view, *sentence)
        nobody = next((t for i, t in enumerate(tokens) if phrase_at(tokens, i, NOBODY, _LONGEST)), None)
        if nobody is not None:
            return Verdict(
                status=Status.CONTRADICTED,
                reason="nobody",
                detail="the words say that nobody claims it",
                decided=(nobody.start, nobody.end),
            )
        if find_words(view, claimed, *sentence) is not None:
            return Verdict(
                status=Status.UNSUPPORTED, reason="no_stance", detail="the actor is named, but nothing is laid to it"
            )
        strong = [r for r in here if r.value.stance is not Stance.REPORTED]
        if strong:
            detail = f"the words lay it to {strong[0].value.value}"
            return Verdict(
                status=Status.CONTRADICTED,
                reason="other_actor",
                detail=detail,
                decided=(strong[0].start, strong[0].end),
            )
        return Verdict(status=Status.UNSUPPORTED, reason="not_named", detail="the sentence does not name this actor")

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


def _shown(value: CheckedValue) -> str:
    return value.resolved or str(value.claimed.value or "")


def _apart(one: str | None, other: str | None) -> bool:
    """Two scopes that share no telling word are claims for different attacks."""
    if not one or not other:
        return False
    left, right = _telling(one), _telling(other)
    return bool(left) and bool(right) and not left & right


def _telling(scope: str) -> set[str]:
    return {w for w in short_key(scope.replace("+", " ")).split() if w not in _SCOPE_FILLERS}


_SCOPE_FILLERS = (
    ATTACK_NOUNS
    | MANY
    | frozenset(
        ["only", "the", "in", "of", "and", "a", "an", "at", "on", "for", "s", "cities", "city", "syrian", "towns", "town", "capital", "its", "their", "suicide", "car", "by", "that", "which", "were", "was", "it"]
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


def _sentence(view: TextView, low: int, high: int) -> list[Reading]:
    key = f"responsibility:{low}:{high}"
    held = view.memo.get(key)
    if isinstance(held, list):
        return held
    tokens = sentence_tokens(view, low, high)
    actors = read_actors(view, low, high)
    found: dict[tuple[int, Stance], Reading] = {}
    for index in range(len(tokens)):
        for reading in _at(view, tokens, index, actors):
            found.setdefault((reading.start, reading.value.stance or Stance.REPORTED), reading)
    made = _without_weaker(sorted(found.values(), key=lambda r: (r.start, r.end)))
    view.memo[key] = made
    return made


def _without_weaker(found: list[Reading]) -> list[Reading]:
    """A report of an actor whose claim, denial or suspicion stands in the same sentence says nothing more."""
    strong = {r.resolved for r in found if r.value.stance is not Stance.REPORTED}
    return [r for r in found if r.value.stance is not Stance.REPORTED or r.resolved not in strong]


def _at(view: TextView, tokens: list[Token], index: int, actors: list[Reading]) -> list[Reading]:
    hit = phrase_at(tokens, index, SUBJECT_CUES, _LONGEST)
    if hit is not None and not _nobody_before(tokens, index) and not _followed_by_agent(tokens, index + hit[0]):
        actor = _before(tokens, index, actors)
        if actor is not None and _cue_holds(tokens, index, hit[0]):
            scope = _scope(view, tokens, index + hit[0]) or _scope_before(view, tokens, actor)
            return [_made(view, actor, _softened(tokens, actor, hit[1]), scope, tokens[index + hit[0] - 1].end)]
    hit = phrase_at(tokens, index, BY_CUES, _LONGEST)
    if hit is not None:
        actor = _after(tokens, index + hit[0], actors, 5)
        if actor is not None:
            scope = _scope_before(view, tokens, None, index) + " " + _scope(view, tokens, _index_of(tokens, actor.end))
            return [_made(view, actor, _softened(tokens, actor, hit[1]), scope.strip(), actor.end, tokens[index].start)]
    hit = phrase_at(tokens, index, BLAME_BEFORE, _LONGEST)
    if hit is not None:
        actor = _after(tokens, index + hit[0], actors, 4)
        if actor is not None:
            return [
                _made(
                    view,
                    actor,
                    hit[1],
                    _scope(view, tokens, _index_of(tokens, actor.end)),
                    actor.end,
                    tokens[index].start,
                )
            ]
    to = _attributed_to(tokens, index)
    actor = _after(tokens, to, actors, 3) if to is not None else None
    if actor is not None:
        return [_made(view, actor, Stance.BLAMED, "", actor.end, tokens[index].start)]
    return _carried_out(view, tokens, index, actors) or _fact(view, tokens, index, actors)


def _followed_by_agent(tokens: list[Token], index: int) -> bool:
    """`claimed by`: the actor comes after, not before."""
    return index < len(tokens) and tokens[index].low in {"by", "par", "por"}


def _attributed_to(tokens: list[Token], index: int) -> int | None:
    """`attributed the massacre to X`: the token after "to"."""
    if tokens[index].low not in {"attributed", "attributes", "attributing", "pinned"}:
        return None
    return next((k + 1 for k in range(index + 1, min(len(tokens), index + 9)) if tokens[k].low in {"to", "on"}), None)


def _cue_holds(tokens: list[Token], index: int, size: int) -> bool:
    """`claimed` alone must claim an attack, not lives or a figure."""
    if size > 1 or tokens[index].low not in {"claimed", "claims", "claiming"}:
        return True
    return any(t.low in ATTACK_NOUNS for t in tokens[index + 1 : index + 6]) and not any(
        t.text[:1].isdigit() for t in tokens[index + 1 : index + 3]
    )


def _carried_out(view: TextView, tokens: list[Token], index: int, actors: list[Reading]) -> list[Reading]:
    """`X said it carried out`, `which IS fighters also said they had carried out`."""
    hit = phrase_at(tokens, index, CARRIED_OUT, _LONGEST)
    if hit is None:
        return []
    back = index - 1
    while back > 0 and tokens[back].low in {
        "had",
        "have",
        "has",
        "also",
        "its",
        "their",
        "fighters",
        "members",
        "militants",
        "he",
        "she",
        "it",
        "they",
        "that",
        "men",
    }:
        back -= 1
    if tokens[back].low not in {"said", "says", "say", "saying", "admitted", "boasted", "announced", "claimed"}:
        return _laid_to(view, tokens, index, hit[0], actors)
    actor = _before(tokens, back, actors)
    if actor is None:
        return []
    return [_made(view, actor, Stance.CLAIMED, _scope(view, tokens, index + hit[0]), tokens[index + hit[0] - 1].end)]


def _laid_to(view: TextView, tokens: list[Token], index: int, size: int, actors: list[Reading]) -> list[Reading]:
    """`X was responsible`, `X was behind`, said by somebody: laid to X, or claimed for it by a caller."""
    actor = _before(tokens, index, actors, 4)
    if actor is None or tokens[index + size - 1].low not in {"responsible", "behind"} or not _adjacent(tokens, actor, index):
        return []
    before = {t.low for t in tokens[:index]}
    stance = Stance.CLAIMED if before & {"caller", "communique", "communiqué"} else Stance.BLAMED
    stance = Stance.SUSPECTED if before & _DOUBT else stance
    return [_made(view, actor, stance, _scope(view, tokens, index + size), tokens[index + size - 1].end)]


_DOUBT = frozenset(("believe", "believes", "believed", "suspect", "suspects", "think", "thought", "probably", "likely", "possibly", "fear", "may", "might"))


def _fact(view: TextView, tokens: list[Token], index: int, actors: list[Reading]) -> list[Reading]:
    """`Taliban fighters attacked`, `killed by rebels`; an outlet of the group that says so makes it a claim."""
    token = tokens[index]
    if token.low not in ATTACK_VERBS:
        return []
    following = tokens[index + 1].low if index + 1 < len(tokens) else ""
    passive = any(t.text in {"was", "were", "been", "being", "are", "is"} for t in tokens[max(0, index - 3) : index])
    out = following == "out" and index + 2 < len(tokens) and tokens[index + 2].low == "by"
    actor = _after(tokens, index + 2 + out, actors, 3) if following == "by" or out else None
    if actor is None and not passive:
        actor = _before(tokens, index, actors, 4)
        if actor is not None and not _adjacent(tokens, actor, index):
            actor = None
    if actor is None or _mere_object(tokens, actor):
        return []
    stance = _softened(tokens, actor, Stance.REPORTED)
    if {t.low for t in tokens[max(0, index - 8) : index] if t.text[:1].islower()} & _DOUBT:
        stance = Stance.SUSPECTED
    for attribution in sentence_attributions(view, tokens[0].start, tokens[-1].end):
        own = any(s.source_type is SourceType.PERPETRATOR_OUTLET for s in attribution.sources)
        if own and attribution.governs(actor.start) and stance is Stance.REPORTED and attribution.end <= actor.start:
            stance = Stance.CLAIMED
    return [_made(view, actor, stance, "", max(actor.end, token.end), min(actor.start, token.start))]


def _adjacent(tokens: list[Token], actor: Reading, index: int) -> bool:
    """Nothing but auxiliaries and words of time between an actor and its verb; "its fighters" have an owner to name."""
    at, stop = _index_of(tokens, actor.start), _index_of(tokens, actor.end)
    if at and tokens[at - 1].low in {"its", "their", "his", "her", "whose"}:
        return False
    return all(t.low in AUXILIARIES | ADJUNCT_WORDS | {"on"} for t in tokens[stop:index])


def _mere_object(tokens: list[Token], actor: Reading) -> bool:
    """A place or victim behind a preposition acts on nothing ("in Syria killed")."""
    index = _index_of(tokens, actor.start)
    return (
        index > 0
        and tokens[index - 1].low in {"in", "of", "against", "near", "from", "for", "on", "to"}
        and tokens[index].low not in {"suspected"}
    )


def _nobody_before(tokens: list[Token], index: int) -> bool:
    before = tokens[max(0, index - 8) : index]
    return any(phrase_at(before, i, NOBODY, _LONGEST) for i in range(len(before))) or any(
        t.low in {"no", "nobody", "none", "neither"} for t in before[-6:]
    )


def _softened(tokens: list[Token], actor: Reading, stance: Stance) -> Stance:
    """`suspected Taliban militants attacked`: the adjective makes it a suspicion."""
    if stance is not Stance.REPORTED:
        return stance
    index = _index_of(tokens, actor.start)
    near = tokens[max(0, index - 3) : index + 1]
    return Stance.SUSPECTED if any(t.low in SUSPICION for t in near) else stance


def _index_of(tokens: list[Token], offset: int) -> int:
    low, high = 0, len(tokens)
    while low < high:
        middle = (low + high) // 2
        if tokens[middle].start < offset:
            low = middle + 1
        else:
            high = middle
    return low


def _before(tokens: list[Token], index: int, actors: list[Reading], gap: int = _GAP) -> Reading | None:
    """The actor that is the subject of the cue at `index`: the nearest before it, past a relative clause."""
    floor = tokens[max(0, index - gap)].start
    found = [a for a in actors if a.end <= tokens[index].start and a.end > floor]
    if not found:
        return None
    chosen = found[-1]
    at = _index_of(tokens, chosen.start)
    # "a spokesman for the Taliban", "fighters of the group": the party is still the one named.
    if at > 1 and tokens[at - 1].low in {"from", "in", "near", "against"} and len(found) > 1:
        return found[-2]
    return chosen


def _after(tokens: list[Token], index: int, actors: list[Reading], gap: int) -> Reading | None:
    if index >= len(tokens):
        return None
    limit = tokens[min(len(tokens) - 1, index + gap)].end
    return next((a for a in actors if a.start >= tokens[index].start and a.start <= limit), None)


def _scope(view: TextView, tokens: list[Token], index: int) -> str:
    """The words after a claim that say which attacks: up to the next mark or verb."""
    stop = index
    while stop < len(tokens) and stop - index < 24:  # noqa: PLR2004 - words of a scope
        token = tokens[stop]
        if token.text in {",", ".", ";", ":", "(", "“", '"'} or token.low in {
            "that",
            "which",
            "who",
            "killed",
            "have",
            "has",
            "as",
            "saying",
            "after",
            "but",
            "while",
            "said",
        }:
            break
        stop += 1
    words = tokens[index:stop]
    while words and words[0].low in {"for", "of", "in", "to"} and len(words) > 1 and not words[0].low == "in":
        words = words[1:]
    return view.text[words[0].start : words[-1].end] if words else ""


def _scope_before(view: TextView, tokens: list[Token], actor: Reading | None, index: int | None = None) -> str:
    """The attacks named before "claimed by X"."""
    stop = index if index is not None else _index_of(tokens, actor.start) if actor else 0
    begin = stop
    while begin > 0 and stop - begin < 16 and tokens[begin - 1].text not in {",", ".", ";", "“", '"'}:  # noqa: PLR2004
        begin -= 1
    words = tokens[begin:stop]
    if not any(t.low in ATTACK_NOUNS for t in words):
        return ""
    return view.text[words[0].start : words[-1].end]


def _made(view: TextView, actor: Reading, stance: Stance, scope: str, stop: int, start: int | None = None) -> Reading:
    begin, end = min(actor.start, start if start is not None else actor.start), max(actor.end, stop)
    value = ClaimedValue(
        value=actor.value.value, quote=view.text[begin:end], start=begin, stance=stance, scope=scope.strip() or None
    )
    return Reading(begin, end, value, stance.value, resolved=actor.resolved)
