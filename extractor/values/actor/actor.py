"""Actor: who does something: armed groups, forces, states, persons."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import ClassVar

from extractor.language.words import Token, sentence_range, sentence_ranges, sentence_tokens, tokenise
from extractor.records import CheckedValue, ClaimedValue, Span, Status, Verdict
from extractor.segments import TextView, per_text
from extractor.values.actor.deeds import deed_role, set_apart
from extractor.values.actor.judging import FIGURE, rival_agent, role_at, same_actor
from extractor.values.actor.roles import Role
from extractor.values.naming.aliases import article_aliases, initials_of, known_name, short_key
from extractor.values.naming.mention import same_word
from extractor.values.naming.phrases import group_at, group_firsts
from extractor.values.valuetype import FieldRole, Fused, Reading, ValueType, Witness
from extractor.world.states import actor_words, country_key

_NAME_JOINTS = frozenset(["al", "bin", "ibn", "de", "del", "da", "van", "von", "el"])


def read_actors(view: TextView, start: int, end: int) -> list[Reading]:
    """Groups, forces, states and titled or known persons in a range, in text order, not overlapping."""
    return list(_actors(view, start, end))


@per_text
def _actors(view: TextView, start: int, end: int) -> tuple[Reading, ...]:
    made: list[Reading] = []
    openers = _openers()
    for low, high in sentence_ranges(view, start, end):
        tokens = [t for t in sentence_tokens(view, low, high) if start <= t.start and t.end <= end]
        index = 0
        while index < len(tokens):
            token = tokens[index]
            size = _actor_size(view, tokens, index) if token.capital or token.low in openers else 0
            if size:
                first, last = tokens[index], tokens[index + size - 1]
                if not made or first.start >= made[-1].end:
                    made.append(_reading(view, first.start, last.end))
                index += size
            else:
                index += 1
    return tuple(made)


@cache
def _openers() -> frozenset[str]:
    """The words that an actor may begin with when they are written without a capital."""
    return group_firsts() | actor_words().modifiers | actor_words().actor_nouns | actor_words().person_titles


def _reading(view: TextView, start: int, end: int) -> Reading:
    text = view.text[start:end]
    canonical = article_aliases(view).canonical(text)
    return Reading(start, end, ClaimedValue(value=text, quote=text, start=start), "actor", resolved=canonical)


def _actor_size(view: TextView, tokens: list[Token], index: int) -> int:
    """How many tokens from here name an actor; 0 for none."""
    group = group_at(tokens, index)
    if group is not None:
        size = group[0]
        further = size
        while index + further < len(tokens) and tokens[
            index + further
        ].low in actor_words().actor_nouns | actor_words().modifiers | {"group"}:
            further += 1
            if tokens[index + further - 1].low in actor_words().actor_nouns | {"group"}:
                size = further
        if index + size + 2 < len(tokens) and tokens[index + size].text == "(" and tokens[index + size + 2].text == ")":
            following = tokens[index + size + 3].low if index + size + 3 < len(tokens) else ""
            size += 3 + (following in actor_words().actor_nouns | {"group"})
        return size
    size = 0
    while index + size < len(tokens) and _modifies(tokens[index + size]):
        size += 1
    if index + size < len(tokens) and tokens[index + size].low in actor_words().actor_nouns:
        return size + 1
    if tokens[index].low in actor_words().states and tokens[index].capital and tokens[index].text not in _NO_STATES:
        return 1
    for name in (2, 1):
        phrase = " ".join(t.low for t in tokens[index : index + name])
        if name > 1 and phrase in actor_words().states and tokens[index].capital:
            return name
    return _person_size(view, tokens, index)


def _modifies(token: Token) -> bool:
    return token.low in actor_words().modifiers or (token.capital and token.low in actor_words().demonyms)


def _person_size(view: TextView, tokens: list[Token], index: int) -> int:
    """A titled name, or a name this article knows as a person's."""
    size = 0
    while index + size < len(tokens) and (
        tokens[index + size].low in actor_words().person_titles
        or (tokens[index + size].low in {"of", "state"} and size)
    ):
        size += 1
    titled = size > 0
    names = 0
    while index + size + names < len(tokens) and (
        (tokens[index + size + names].capital and tokens[index + size + names].low not in actor_words().person_titles)
        or (names and tokens[index + size + names].low in _NAME_JOINTS)
    ):
        names += 1
        if names > 4:  # noqa: PLR2004 - longer is no person's name
            break
    if not names:
        return 0
    if titled:
        return size + names
    if any(tokens[k].low in actor_words().modifiers or group_at(tokens, k) for k in range(index, index + names)):
        return 0
    text = view.text[tokens[index].start : tokens[index + names - 1].end]
    persons = article_aliases(view).persons
    return names if short_key(text) in persons else 0


_NO_STATES = frozenset(("Un", "Us"))  # an article, a pronoun: the states are written in capitals


class Actor(ValueType):
    """A party, or who is stated to have done it (`role`): `value` is its name as in the text."""

    name: ClassVar[str] = "actor"

    def __init__(self, role: FieldRole = FieldRole.WHO) -> None:
        """`role` is that of a party or of who is stated to have done it; `ValueError` for any other."""
        if role not in (FieldRole.WHO, FieldRole.BY_WHOM):
            message = f"Actor({role!r}): an actor is FieldRole.WHO (a party) or FieldRole.BY_WHOM (who did it)"
            raise ValueError(message)
        self.role = FieldRole(role)

    def read(self, view: TextView, start: int, end: int) -> list[Reading]:
        """Every actor named in the range."""
        return read_actors(view, start, end)

    def govern(self, view: TextView, start: int, end: int) -> list[Reading]:
        """The actors in the sentence of a figure, the nearest first."""
        low, high = sentence_range(view, start)
        return sorted(self.read(view, low, high), key=lambda r: (min(abs(r.start - end), abs(start - r.end)), r.start))

    def verify(self, value: ClaimedValue, span: Span, view: TextView, anchor: Span | None = None) -> Verdict:
        """Is the actor named in the quote, by any of its names, and did a perpetrator do it?

        Reasons: `named`, `named_in_sentence` (the quote itself names nobody); for a perpetrator also `is_target` and
        `other_agent` (contradicted), `role_not_stated`, `other_clause` (unconfirmed); `other_actor`, `not_named`,
        `no_value`.
        """
        if value.value is None:
            return Verdict(status=Status.UNSUPPORTED, reason="no_value", detail="no actor is claimed")
        claimed = str(value.value)
        found = self.mention(claimed, view, span.start, span.end)
        if found is not None:
            return self._judged(view, claimed, found, anchor) or _is_named("named", found)
        others = self.read(view, span.start, span.end)
        if others:
            other = others[0]
            return Verdict(
                status=Status.UNSUPPORTED,
                reason="other_actor",
                detail=f"the quoted words name {other.value.value}",
                decided=(other.start, other.end),
            )
        low, high = sentence_range(view, span.start)
        found = self.mention(claimed, view, low, high)
        if found is not None:
            return self._judged(view, claimed, found, anchor) or _is_named("named_in_sentence", found)
        return Verdict(
            status=Status.UNSUPPORTED, reason="not_named", detail="neither the quote nor its sentence names this actor"
        )

    def _judged(self, view: TextView, claimed: str, found: tuple[int, int], anchor: Span | None) -> Verdict | None:
        """A perpetrator's verdict by its part in the harm; `None` for a party, or when it did it."""
        if self.role is not FieldRole.BY_WHOM:
            return None
        low, high = sentence_range(view, found[0])
        role = role_at(view, found, (low, high))
        if role is Role.UNKNOWN:
            role = deed_role(view, claimed, found)
        figure = anchor if anchor is not None and anchor.end - anchor.start <= FIGURE else None
        rival = rival_agent(view, claimed, found, figure, read_actors)
        if rival is not None:
            detail = f"the words of the figure say that {rival.value.value} did it"
            decided = (rival.start, rival.end)
            return Verdict(status=Status.CONTRADICTED, reason="other_agent", detail=detail, decided=decided)
        here = figure is not None and low <= figure.start < high
        if role is Role.AGENT and figure is not None and here and set_apart(view, found, (figure.start, figure.end)):
            detail = "the words state its deed in a clause that is set apart from the figure's"
            return Verdict(status=Status.UNCONFIRMED, reason="other_clause", detail=detail, decided=found)
        if role is Role.AGENT:
            return None
        if role is Role.TARGET:
            detail = "the words make it the target, not the one who did it"
            return Verdict(status=Status.CONTRADICTED, reason="is_target", detail=detail, decided=found)
        detail = "the words name it and do not tell what it did"
        return Verdict(status=Status.UNCONFIRMED, reason="role_not_stated", detail=detail, decided=found)

    def mention(self, claimed: str, view: TextView, start: int, end: int) -> tuple[int, int] | None:
        """Where the range names the actor: by its words, an alias, an adjective or another form; `None` if nowhere."""
        aliases = article_aliases(view)
        if invents_country(claimed, view):
            return None
        for reading in self.read(view, start, end):
            text = str(reading.value.value)
            if _same_forces(claimed, text, view):
                return reading.start, reading.end
            if aliases.same(claimed, text) or (reading.resolved and aliases.same(claimed, reading.resolved)):
                return reading.start, reading.end
        found = find_words(view, claimed, start, end) or _adjective(view, claimed, start, end)
        return found or find_forms(view, claimed, start, end)

    def resolve(self, value: ClaimedValue, span: Span, view: TextView) -> str | None:
        """The canonical name in this article."""
        del span
        return None if value.value is None else article_aliases(view).canonical(str(value.value))

    def compatible(self, one: CheckedValue, other: CheckedValue) -> bool:
        """The same party under any known name; an unknown one by equal words, or the words of one inside the other."""
        return same_actor(_shown(one), _shown(other))

    def fuse(self, witnesses: Sequence[Witness], rule: str) -> Fused:
        """The party with the most lines, under the alias most of them use."""
        return fuse_names([(_shown(w.value), w.line) for w in witnesses], rule)


def invents_country(claimed: str, view: TextView) -> bool:
    """Does a name carry a nationality that the article nowhere has: "Bolivian coast guard" for "coast guard"?"""
    countries = [w for w in short_key(claimed).split() if w in actor_words().demonyms and w not in _COMPASS]
    if not countries:
        return False
    said = _countries_said(view)
    return any(country_key(word) not in said for word in countries)


@per_text
def _countries_said(view: TextView) -> frozenset[str]:
    """The keys of all capitalised words of a text: the countries that it may name are among them."""
    return frozenset(country_key(t.low) for t in tokenise(view.text, 0, len(view.text)) if t.capital)


_COMPASS = frozenset(("north", "south", "east", "west"))
_FORCES = frozenset(("troops", "forces", "soldiers", "army", "military"))


def _same_forces(claimed: str, text: str, view: TextView) -> bool:
    """`Government troops` are `Syrian government forces` where the article speaks of Syria."""
    left, right = set(short_key(claimed).split()), set(short_key(text).split())
    if not (left & _FORCES and right & _FORCES and right - _FORCES):
        return False
    extra = (left - _FORCES) ^ (right - _FORCES)
    if right - _FORCES - left or not all(word in actor_words().demonyms for word in extra):
        return False
    return all(word.capitalize() in view.text or country_key(word).capitalize() in view.text for word in extra)


def _adjective(view: TextView, claimed: str, start: int, end: int) -> tuple[int, int] | None:
    """A state by its adjective: "Russian airstrikes" are Russia's."""
    wanted = country_key(short_key(claimed))
    if wanted not in actor_words().states:
        return None
    for token in sentence_tokens(view, start, end):
        if token.capital and token.low in actor_words().demonyms and country_key(token.low) == wanted:
            return token.start, token.end
    return None


def find_words(view: TextView, claimed: str, start: int, end: int) -> tuple[int, int] | None:
    """The claimed words themselves, in order and next to each other, articles and case aside."""
    wanted = short_key(claimed).split()
    tokens = [t for t in sentence_tokens(view, start, end) if t.word]
    if not wanted:
        return None
    for index in range(len(tokens) - len(wanted) + 1):
        if all(tokens[index + n].low.replace(".", "") == word for n, word in enumerate(wanted)):
            return tokens[index].start, tokens[index + len(wanted) - 1].end
    return None


def find_forms(view: TextView, claimed: str, start: int, end: int) -> tuple[int, int] | None:
    """The claimed words in other forms ("rebel" for "rebels"), without the nationality that a text may leave away."""
    everything = short_key(claimed).split()
    tokens = [t for t in sentence_tokens(view, start, end) if t.word]
    letters = initials_of(claimed)
    acronym = next((t for t in tokens if t.text.isupper() and len(t.text) > 2 and t.text in letters), None)  # noqa: PLR2004
    if acronym is not None:
        return acronym.start, acronym.end
    for wanted in (everything, [w for w in everything if w not in actor_words().demonyms and w not in _FORCES]):
        for index in range(len(tokens) - len(wanted) + 1) if wanted else ():
            if all(same_word(tokens[index + n].text, word) for n, word in enumerate(wanted)):
                return tokens[index].start, tokens[index + len(wanted) - 1].end
    return None


def _is_named(reason: str, found: tuple[int, int]) -> Verdict:
    return Verdict(status=Status.SUPPORTED, reason=reason, decided=found)


def _shown(value: CheckedValue) -> str:
    return value.resolved or str(value.claimed.value or "")


def fuse_names(named: Sequence[tuple[str, str]], rule: str) -> Fused:
    """The party with the most lines; `named` are (name, line) pairs."""
    parties: dict[str, set[str]] = {}
    aliases: dict[str, list[str]] = {}
    for name, line in named:
        if name:
            key = short_key(known_name(name) or name)
            parties.setdefault(key, set()).add(line)
            aliases.setdefault(key, []).append(name)
    if not parties:
        return Fused(None, rule)
    best = min(parties, key=lambda k: (-len(parties[k]), k))
    shown = min(aliases[best], key=lambda n: (-aliases[best].count(n), n))
    supporting = tuple(i for i, (name, _) in enumerate(named) if name and same_actor(name, shown))
    return Fused(shown, rule, supporting=supporting)
