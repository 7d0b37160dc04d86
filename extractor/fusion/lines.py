"""Who says it: the sides that source lines speak for, and how many lines are independent.

The lines themselves are `values.source.source_line`; a side narrows `source_family` (all that speaks for a state) down
to one country.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import pairwise

from extractor.records import SourceType
from extractor.records.events import SourceLine
from extractor.values.source.source import source_family
from extractor.world.states import actor_words, country_key

_UNATTRIBUTED = "unattributed:"
_DETERMINER = re.compile(r"^(?:the|a|an|some|several|other|local|official|one|two|its|their)\s+", re.IGNORECASE)
_NOT_WORD = re.compile(r"[^\w]+")
# Words that tell what kind of source it is, not which one.
_COMMON = frozenset(
    word
    for line in (
        "a activist activists agencies agency an and anti anonymous association at authorities body by channel",
        "channels chief committee doctors emergency eyewitness eyewitnesses for from general government group groups",
        "head human in is local media medic medical medics member members monitor monitoring monitors national",
        "network news newspaper newspapers of official officials on or organisation organisations organization",
        "organizations other outlet outlets paramedics people radio regional report reports rescue rescuer rescuers",
        "resident residents rights security senior service services source sources spokesman spokesperson",
        "spokeswoman state statement station survivor survivors team teams television the their to tv unnamed war was",
        "were witness witnesses worker workers several some one two its",
    )
    for word in line.split()
)
_ORGANISATIONS = frozenset(("un", "nato"))  # named among the states as parties; as sources they are themselves
GOVERNED = (SourceType.GOVERNMENT, SourceType.STATE_MEDIA)


def _bare(name: str) -> str:
    previous, bare = "", name.strip()
    while previous != bare:
        previous, bare = bare, _DETERMINER.sub("", bare)
    return bare.replace("'s ", " ").replace("’s ", " ")


def is_named(name: str) -> bool:
    """Does the name single out one source? "officials" and "a monitoring group" do not; "police" does, in one event.

    >>> is_named("SANA"), is_named("Syrian Observatory for Human Rights"), is_named("a monitoring group")
    (True, True, False)
    """
    words = [word for word in _NOT_WORD.split(_bare(name).casefold()) if word]
    known = actor_words()
    return any(word not in _COMMON | known.demonyms | (known.states - _ORGANISATIONS) for word in words)


def unattributed_line(publisher: str) -> str:
    """The line of figures for which an article gives no source.

    >>> unattributed_line("The Daily Test")
    'unattributed:the daily test'
    """
    return _UNATTRIBUTED + " ".join(publisher.casefold().split())


def country_of(name: str) -> str | None:
    """The country a source's name speaks of, in lower case; None if the name does not say.

    >>> country_of("Syria's Foreign Ministry"), country_of("the Turkish army"), country_of("SANA")
    ('syria', 'turkey', None)
    """
    words = [word for word in _NOT_WORD.split(_bare(name).casefold()) if word]
    for one, two in pairwise(words):  # South Korean, Sri Lankan, Saudi Arabia
        found = next((state for state in _double_names() if f"{one} {two}".startswith(state[:-1])), None)
        if found is not None:
            return found
    return next((state for state in map(country_key, words) if state in actor_words().states), None)


@cache
def _double_names() -> tuple[str, ...]:
    return tuple(sorted(state for state in actor_words().states if " " in state))


def side_of(name: str, source_type: SourceType, line: str, countries: Sequence[str]) -> str:
    """Who a line speaks for: the government and the state media of one country are one side.

    `countries` are those that the government sources of the same events name. A source that names none belongs to the
    only one there is; with several, it stands alone.

    >>> side_of("SANA", SourceType.STATE_MEDIA, "state_media:sana", ["syria"])
    'government of syria'
    >>> side_of("SANA", SourceType.STATE_MEDIA, "state_media:sana", ["syria", "turkey"])
    'state_media:sana'
    """
    if source_type not in GOVERNED or source_family(line) == line:
        return line
    country = country_of(name)
    if country is None and len(countries) == 1:
        country = countries[0]
    if country is None:
        return line if countries else "government"
    return f"government of {country}"


def independent(lines: Iterable[SourceLine], copied: Sequence[frozenset[str]] = ()) -> int:
    """How many of the lines are independent witnesses.

    - A named source is one, however many articles quote it.
    - State media add nothing to a government source of the same side: they relay it.
    - An unnamed source ("officials") adds nothing to a named one of its type: it may be the same.
    - Articles that give no source are one for all that share an article or a piece of copy (`copied`).

    >>> line = SourceLine(id="a", name="SANA", source_type="state_media", side="g", named=True, attributed=True,
    ...                   documents=("1", "2"))
    >>> independent([line, line.model_copy(update={"id": "b", "name": "state media", "named": False})])
    1
    """
    found = sorted(lines, key=lambda line: line.id)
    attributed = [line for line in found if line.attributed]
    named = [line for line in attributed if line.named]
    government = {line.side for line in named if line.source_type is SourceType.GOVERNMENT}
    relays = {line.side for line in named if line.source_type is SourceType.STATE_MEDIA} - government
    count = len(relays) + sum(1 for line in named if line.source_type is not SourceType.STATE_MEDIA)
    types = {line.source_type for line in named}
    if types & set(GOVERNED):
        types.update(GOVERNED)
    count += len({line.source_type for line in attributed if not line.named} - types)
    return count + _components([frozenset(line.documents) for line in found if not line.attributed], copied)


def _components(groups: Sequence[frozenset[str]], copied: Sequence[frozenset[str]]) -> int:
    leader: dict[str, str] = {}

    def find(item: str) -> str:
        while leader.setdefault(item, item) != item:
            item = leader[item]
        return item

    for group in (*groups, *copied):
        members = sorted(group)
        for member in members[1:]:
            leader[find(member)] = find(members[0])
    return len({find(min(group)) for group in groups if group})
