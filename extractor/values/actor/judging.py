"""Who did it, held against the words: a named actor's part, and whether the figure's own words have another doer."""

from __future__ import annotations

from collections.abc import Callable

from extractor.language.words import sentence_range
from extractor.records import Span
from extractor.segments import TextView
from extractor.values.actor.phrases import Phrase, phrase_of
from extractor.values.actor.roles import Role, role_of
from extractor.values.naming.aliases import article_aliases, known_name, short_key
from extractor.values.valuetype import Reading
from extractor.world.states import actor_words, country_key

FIGURE = 40  # an anchor longer than this many characters is a passage, not a figure


def same_actor(one: str, other: str) -> bool:
    """Are two names one party, whatever the article?

    >>> same_actor("Isis", "the Islamic State group"), same_actor("Taliban", "Pakistani Taliban")
    (True, False)
    """
    left, right = known_name(one), known_name(other)
    if left is not None or right is not None:
        return left == right
    a, b = set(short_key(one).split()), set(short_key(other).split())
    return bool(a) and bool(b) and (a <= b or b <= a)


def role_at(view: TextView, mention: tuple[int, int], sentence: tuple[int, int]) -> Role:
    """The part of the actor named at `mention` in its sentence."""
    phrase = phrase_of(view, mention[0], mention[1], sentence)
    return Role.UNKNOWN if phrase is None else role_of(phrase)


Reader = Callable[[TextView, int, int], list[Reading]]


def rival_agent(
    view: TextView, claimed: str, mention: tuple[int, int], figure: Span | None, read: Reader
) -> Reading | None:
    """Another named actor that did what the figure counts, nearer to it than the claimed one; `None` if there is none.

    Only a known group, a state or the forces of one: "gunmen" may be anybody's.
    """
    if figure is None:
        return None
    low, high = sentence_range(view, figure.start)
    agents = [a for a in read(view, low, high) if _is_party(a) and _did_it(view, a, (low, high))]
    here = low <= mention[0] < high
    own = [a for a in agents if same_party(view, claimed, a)]
    if own or not agents:
        return None
    nearest = min(agents, key=lambda a: (_apart(a.start, a.end, figure), a.start))
    if here and role_at(view, mention, (low, high)) is Role.AGENT:
        nearer = _apart(nearest.start, nearest.end, figure) < _apart(*mention, figure)
        return nearest if nearer else None
    return nearest


def _did_it(view: TextView, actor: Reading, sentence: tuple[int, int]) -> bool:
    phrase: Phrase | None = phrase_of(view, actor.start, actor.end, sentence)
    return phrase is not None and role_of(phrase) is Role.AGENT


def _is_party(actor: Reading) -> bool:
    """A known group, a state, or a word of a state's or a group's ("Russian airstrikes", "rebel shelling")."""
    name = str(actor.resolved or actor.value.value or "")
    words = set(short_key(name).split())
    return (
        known_name(name) is not None
        or bool(words & (actor_words().states | actor_words().demonyms))
        or bool(words & _SIDES)
    )


_SIDES = frozenset(("rebel", "rebels", "government", "opposition", "army", "police", "settlers", "settler"))


def same_party(view: TextView, claimed: str, actor: Reading) -> bool:
    """Is a name the party of a reading in this article: by an alias, or by a word that both have?"""
    names = [str(n) for n in (actor.value.value, actor.resolved) if n]
    aliases = article_aliases(view)
    if any(aliases.same(claimed, n) or same_actor(claimed, n) for n in names):
        return True
    mine = {country_key(w).rstrip("s") for w in short_key(claimed).replace("-", " ").split()}
    return any(mine & {country_key(w).rstrip("s") for w in short_key(n).replace("-", " ").split()} for n in names)


def _apart(start: int, end: int, figure: Span) -> int:
    return max(start - figure.end, figure.start - end, 0)
