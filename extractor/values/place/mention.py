"""A place as a text mentions it, and what the text itself says it lies in."""

from __future__ import annotations

from dataclasses import dataclass, replace

from extractor.values.place.patterns import WordPattern
from extractor.values.place.vocabulary import all_words
from extractor.world.gazetteer import Entry, Level


@dataclass(frozen=True, slots=True)
class Mention:
    """A place named at `text[start:end]`; `container` is what the text itself says it lies in, `None` if nothing."""

    start: int
    end: int
    name: str
    entries: tuple[Entry, ...] = ()
    flags: frozenset[str] = frozenset()
    noun: str = ""  # the type noun beside it: suburb, province
    near: bool = False
    container: Mention | None = None

    @property
    def level(self) -> Level | None:
        """What the gazetteer takes it for, `None` if it is not listed."""
        return self.entries[0].level if self.entries else None


_IN_BETWEEN = WordPattern("in_between")
_OUTER_FIRST = WordPattern("outer_first")


_PARTED = WordPattern("parted")


def linked_mentions(text: str, found: list[Mention]) -> list[Mention]:
    """Link each mention to what the text says it lies in."""
    linked = _outer_first(text, _same_role(text, _without_references(text, found)))
    for i in range(len(found) - 2, -1, -1):
        one, two = linked[i], linked[i + 1]
        between = text[one.end : two.start]
        if "demonym" in one.flags or one.container is not None:
            continue
        if "outer" in two.flags and i + 2 < len(linked):
            # "Dahyan, in Yemen's Saada province": what Yemen holds is what holds Dahyan.
            two = linked[i + 2]
        if (_PARTED.fullmatch(between) and _can_hold(two, one, stated=False)) or (
            _IN_BETWEEN.fullmatch(between) and "demonym" not in two.flags and _can_hold(two, one, stated=True)
        ):
            linked[i] = replace(one, container=two)
            if "dateline" in one.flags:
                linked[i + 1] = replace(linked[i + 1], flags=linked[i + 1].flags | {"outer"})
    return linked


def _outer_first(text: str, found: list[Mention]) -> list[Mention]:
    """Reads "Baghdad's Karrada district", "the Homs neighborhood of al Zahra"."""
    linked = list(found)
    for i in range(1, len(found)):
        one, two = linked[i - 1], linked[i]
        between = text[one.end : two.start]
        if (
            two.container is None
            and one.container is None
            and _OUTER_FIRST.fullmatch(between)
            and _can_hold(one, two, stated=True)
            and not (between.rstrip().endswith(" of") and two.level is Level.CITY and not _larger(one, two))
        ):
            linked[i] = replace(two, container=replace(one, container=None))
            if "demonym" not in one.flags:
                linked[i - 1] = replace(one, flags=one.flags | {"outer"})
    return linked


def _larger(one: Mention, two: Mention) -> bool:
    """Reads "the Homs neighborhood of al Zahra" but not "the Mejicanos district of San Salvador" as outer first."""
    return one.level is Level.CITY and one.entries[0].population > two.entries[0].population


_BETWEEN = WordPattern("between")
_REFERENCE = WordPattern("reference")


def _without_references(text: str, found: list[Mention]) -> list[Mention]:
    """Reads "Tangshan, 100 miles east of Peking": the second only says where the first lies."""
    kept = list(found)
    for i in range(1, len(kept)):
        between = text[kept[i - 1].end : kept[i].start]
        if _BETWEEN.fullmatch(between) or (_AND.fullmatch(between) and "between" in kept[i - 1].flags):
            kept[i] = replace(kept[i], flags=kept[i].flags | {"outer", "reference", "between"})
        elif _REFERENCE.fullmatch(text[kept[i - 1].end : kept[i].start]):
            kept[i] = replace(kept[i], flags=kept[i].flags | {"outer", "reference"})
    return kept


_AND = WordPattern("and")
_LISTED = WordPattern("listed")
_ROUTE = WordPattern("route")
_ROLES = frozenset({"weak", "aside", "speaker"})


def _same_role(text: str, found: list[Mention]) -> list[Mention]:
    """Reads "flown in from Mexico and the United States": what is said of the first of a list holds for the next."""
    shared = list(found)
    for i in range(1, len(shared)):
        role = shared[i - 1].flags & _ROLES - {"speaker"}
        if role and _LISTED.fullmatch(text[shared[i - 1].end : shared[i].start]):
            shared[i] = replace(shared[i], flags=shared[i].flags | role)
        elif "aside" in shared[i - 1].flags and _ROUTE.fullmatch(text[shared[i - 1].end : shared[i].start]):
            shared[i] = replace(shared[i], flags=shared[i].flags | {"aside"})
    for i in range(len(shared) - 2, -1, -1):
        if "speaker" in shared[i + 1].flags and _AND.fullmatch(text[shared[i].end : shared[i + 1].start]):
            shared[i] = replace(shared[i], flags=shared[i].flags | {"speaker"})
        elif (
            "weak" in shared[i].flags
            and "weak" not in shared[i + 1].flags
            and _AND.fullmatch(text[shared[i].end : shared[i + 1].start])
        ):
            shared[i + 1] = replace(shared[i + 1], flags=shared[i + 1].flags | {"weak"})
    return shared


def _can_hold(outer: Mention, inner: Mention, *, stated: bool) -> bool:
    """Can `inner` lie in `outer`, as far as their levels tell? A list of cities is no nesting."""
    if outer.level is Level.COUNTRY:
        fits = not inner.entries or inner.level is not Level.COUNTRY
        return fits and (
            not inner.entries or any(e.country == outer.entries[0].country for e in inner.entries) or stated
        )
    if outer.level is Level.REGION or outer.noun in all_words().admin1_nouns | all_words().admin2_nouns:
        return inner.level in {Level.CITY, None}
    if outer.level is Level.CITY:
        small = (
            not inner.entries
            or inner.noun in all_words().sub_nouns | all_words().admin2_nouns
            or "facility" in inner.flags
        )
        return small or (
            stated and inner.level is Level.CITY and inner.entries[0].population * 3 < outer.entries[0].population
        )
    return outer.level is None and bool(outer.noun) and inner.level is None
