"""Reads statements of responsibility: claimed, denied, blamed, suspected, or told as fact."""

from __future__ import annotations

import re
from collections.abc import Mapping

from extractor.language.speech import speech_words
from extractor.language.wordlists import word_set
from extractor.language.words import Token, fold, phrase_at, sentence_tokens
from extractor.records import ClaimedValue, SourceType, Stance
from extractor.segments import TextView, per_text
from extractor.values.actor.actor import read_actors
from extractor.values.actor.words import (
    ATTACK_NOUNS,
    ATTACK_VERBS,
    BLAME_BEFORE,
    BY_CUES,
    CARRIED_OUT,
    NOBODY,
    SUBJECT_CUES,
    SUSPICION,
)
from extractor.values.source.attribution import sentence_attributions
from extractor.values.valuetype import Reading

_LONGEST = 6


_GAP = 9  # words between an actor and its verb: "ISIS, late on Sunday, claimed"


@per_text
def read_sentence(view: TextView, low: int, high: int) -> tuple[Reading, ...]:
    """Every statement of responsibility of the sentence `[low, high)`."""
    if _SIGNS.isdisjoint(_WORD.findall(fold(view.text[low:high]))):
        return ()
    tokens = sentence_tokens(view, low, high)
    openings = [index for index, token in enumerate(tokens) if _opens(tokens, index)]
    if not openings:
        return ()
    actors = read_actors(view, low, high)
    found: dict[tuple[int, Stance], Reading] = {}
    for index in openings:
        for reading in _at(view, tokens, index, actors):
            found.setdefault((reading.start, reading.value.stance or Stance.REPORTED), reading)
    return tuple(_without_weaker(sorted(found.values(), key=lambda r: (r.start, r.end))))


def _without_weaker(found: list[Reading]) -> list[Reading]:
    """A report of an actor whose claim, denial or suspicion stands in the same sentence says nothing more."""
    strong = {r.resolved for r in found if r.value.stance is not Stance.REPORTED}
    return [r for r in found if r.value.stance is not Stance.REPORTED or r.resolved not in strong]


_ALONE = ATTACK_VERBS | {"attributed", "attributes", "attributing", "pinned"}
_CUES: tuple[Mapping[tuple[str, ...], object], ...] = (SUBJECT_CUES, BY_CUES, BLAME_BEFORE, CARRIED_OUT)
_FIRSTS = {
    first: tuple(table for table in _CUES if any(key[0] == first for key in table))
    for first in _ALONE | {key[0] for table in _CUES for key in table}
}  # to the tables that have a cue which begins so


_WORD = re.compile(r"[^\W\d_]+")
# The longest word of each cue: a sentence without any of them is not read.
_SIGNS = _ALONE | {max(_WORD.findall(" ".join(cue)), key=len) for table in _CUES for cue in table}


def _opens(tokens: list[Token], index: int) -> bool:
    """Whether a cue of responsibility begins here."""
    low = tokens[index].low
    return low in _ALONE or any(phrase_at(tokens, index, table, _LONGEST) for table in _FIRSTS.get(low, ()))


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
        actor = _after(tokens, index + hit[0], actors, 4) or _capital_after(view, tokens, index + hit[0])
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
    back = _past_statement(tokens, back)
    if tokens[back].low not in {"said", "says", "say", "saying", "admitted", "boasted", "announced", "claimed"}:
        return _laid_to(view, tokens, index, hit[0], actors)
    actor = _before(tokens, back, actors)
    if actor is None:
        return []
    return [_made(view, actor, Stance.CLAIMED, _scope(view, tokens, index + hit[0]), tokens[index + hit[0] - 1].end)]


def _past_statement(tokens: list[Token], back: int) -> int:
    """From "statement" in "said in an Internet statement that it" back to the verb; else as it was."""
    if tokens[back].low not in speech_words().adjunct_ends:
        return back
    for k in range(back - 1, max(-1, back - 7), -1):
        if not tokens[k].word:
            break
        if tokens[k].low in {"in", "on", "via", "by", "through"} and k:
            return k - 1
    return back


def _laid_to(view: TextView, tokens: list[Token], index: int, size: int, actors: list[Reading]) -> list[Reading]:
    """`X was responsible`, `X was behind`, said by somebody: laid to X, or claimed for it by a caller."""
    actor = _before(tokens, index, actors, 4)
    if (
        actor is None
        or tokens[index + size - 1].low not in {"responsible", "behind"}
        or not _adjacent(tokens, actor, index)
    ):
        return []
    before = {t.low for t in tokens[:index]}
    stance = Stance.CLAIMED if before & {"caller", "communique", "communiqué"} else Stance.BLAMED
    stance = Stance.SUSPECTED if before & _DOUBT else stance
    return [_made(view, actor, stance, _scope(view, tokens, index + size), tokens[index + size - 1].end)]


_DOUBT = word_set("believe believes believed suspect suspects think thought probably likely possibly fear may might")


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
    between = speech_words().auxiliaries | speech_words().adjunct_words | {"on"}
    return all(t.low in between for t in tokens[stop:index])


def _mere_object(tokens: list[Token], actor: Reading) -> bool:
    """A place or victim behind a preposition acts on nothing ("in Syria killed")."""
    index = _index_of(tokens, actor.start)
    return (
        index > 0
        and tokens[index - 1].low in {"in", "of", "against", "near", "from", "for", "on", "to"}
        and tokens[index].low != "suspected"
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
    chosen = _past_apposition(tokens, index, found)
    at = _index_of(tokens, chosen.start)
    # "a spokesman for the Taliban", "fighters of the group": the party is still the one named.
    if at > 1 and tokens[at - 1].low in {"from", "in", "near", "against"} and len(found) > 1:
        return found[-2]
    return chosen


def _past_apposition(tokens: list[Token], index: int, found: list[Reading]) -> Reading:
    """`X, an al Qaeda group, said`: the actor before the commas, where one ends there."""
    last = _index_of(tokens, found[-1].end)
    if len(found) == 1 or not any(t.text == "," for t in tokens[last:index]):
        return found[-1]
    for k in range(_index_of(tokens, found[-1].start) - 1, max(0, index - _GAP) - 1, -1):
        if tokens[k].text == ",":
            outer = [a for a in found[:-1] if _index_of(tokens, a.end) == k]
            return outer[-1] if outer else found[-1]
    return found[-1]


def _after(tokens: list[Token], index: int, actors: list[Reading], gap: int) -> Reading | None:
    if index >= len(tokens):
        return None
    limit = tokens[min(len(tokens) - 1, index + gap)].end
    return next((a for a in actors if a.start >= tokens[index].start and a.start <= limit), None)


def _capital_after(view: TextView, tokens: list[Token], index: int) -> Reading | None:
    """`blamed Baathists for`, `blamed the National Thowheeth Jama'ath`: a name that no list has."""
    begin = index + (index < len(tokens) and tokens[index].low == "the")
    stop = begin
    while stop < len(tokens) and (
        (tokens[stop].capital and tokens[stop].low not in speech_words().adjunct_words)
        or (stop > begin and _inner(tokens, stop))
    ):
        stop += 1
    if stop == begin or (stop < len(tokens) and tokens[stop].word and tokens[stop].low not in _AFTER_BLAMED):
        return None
    if stop < len(tokens) and tokens[stop].text in {"'", "’"}:
        return None
    start, end = tokens[begin].start, tokens[stop - 1].end
    text = view.text[start:end]
    return Reading(start, end, ClaimedValue(value=text, quote=text, start=start), "actor", resolved=text)


def _inner(tokens: list[Token], index: int) -> bool:
    """An apostrophe inside a name, and what follows it: "Jama'ath", never a genitive."""
    if tokens[index].text in {"'", "’"}:
        following = tokens[index + 1] if index + 1 < len(tokens) else None
        return following is not None and following.start == tokens[index].end and following.low != "s"
    before = tokens[index - 1]
    return before.text in {"'", "’"} and before.end == tokens[index].start and tokens[index].low != "s"


_AFTER_BLAMED = frozenset(("for", "of", "and", "over", "on"))


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
    while len(words) > 1 and words[0].low in {"for", "of", "to"}:
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
