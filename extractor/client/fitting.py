"""An answer's data made to fit its response model: read anew where one reading is possible, else the part goes.

The parts are the items of lists, at any depth: of a claim with one wrong value the other values stay. Nothing here
knows a field by its name; pydantic says where the data does not fit, and the innermost list item there goes.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from pydantic import ValidationError

from extractor.client.flaws import Flaw, Path
from extractor.client.lenience import NOTHING, other_reading

_LONGEST_SHOWN = 200


@dataclass(slots=True)
class AnswerData:
    """An answer's data while it is put right."""

    data: Any
    changed: bool = False
    _tried: set[tuple[Path, str]] = field(default_factory=set)
    _missing: dict[Path, str] = field(default_factory=dict)
    _flaws: list[tuple[Flaw, Any]] = field(default_factory=list)
    _numbers: dict[int, tuple[Any, int]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Remember which number each item had, for items move up when one before them goes."""
        if isinstance(self.data, dict):
            for items in self.data.values():
                for number, item in enumerate(items if isinstance(items, list) else ()):
                    self._numbers[id(item)] = (item, number)

    def put_right(self, error: ValidationError) -> bool:
        """Reread or take away what does not fit; false when neither can be done.

        From the last place to the first, so that the places before one that goes stay right.
        """
        listed = error.errors(include_url=False)
        self.changed = True
        if not isinstance(self.data, dict):
            self._refuse_all(listed)
            return False
        gone: set[Path] = set()
        for fault in sorted(listed, key=lambda fault: _sortable(fault["loc"]), reverse=True):
            place = self._resolved(fault["loc"])
            if any(fault["loc"][: len(path)] == path for path in gone):
                continue
            if self._reread(place, fault):
                continue
            item = _innermost_item(place)
            if item is None:
                self._refuse_all(listed)
                return False
            self._take_away(item, fault)
            gone.add(item)
        return True

    def _resolved(self, loc: tuple[str | int, ...]) -> Path:
        """A place as far as the data has it; a value outside of a list, read as a list of one, becomes one."""
        place: list[str | int] = []
        here: Any = self.data
        above: Any = None
        for step in loc:
            if isinstance(step, int) and isinstance(here, dict) and above is not None:
                here = above[place[-1]] = [here]
            if isinstance(here, dict) and isinstance(step, str):
                place.append(step)
                if step not in here:
                    break
            elif isinstance(here, list) and isinstance(step, int) and step < len(here):
                place.append(step)
            else:
                break
            above, here = here, here[step]
        return tuple(place)

    def _reread(self, place: Path, fault: Any) -> bool:
        """Put the one other reading in the place of what was said, once."""
        kind = fault["type"]
        if not place or (place, kind) in self._tried:
            return False
        self._tried.add((place, kind))
        around = _at(self.data, place[:-1])
        if kind == "extra_forbidden":
            extra = around.pop(place[-1])
            if _says_more(extra):
                flaw = Flaw(_message(self._named(place), fault["msg"]), (), refused=True, said=_shown(extra))
                self._flaws.append((flaw, self._owner(place)))
            return True
        if kind == "missing":
            around[place[-1]] = None  # where null is not allowed either, the next round says so
            self._missing[place] = fault["msg"]
            return True
        if place in self._missing:
            return False
        reading = other_reading(fault)
        if reading is NOTHING:
            return False
        around[place[-1]] = reading
        return True

    def _take_away(self, item: Path, fault: Any) -> None:
        place = self._resolved(fault["loc"])
        named, why = self._named(place), self._missing.pop(place, fault["msg"])
        around = _at(self.data, item[:-1])
        said = around[item[-1]]
        owner = self._owner(item)
        del around[item[-1]]
        if _says_something(said):
            self._flaws.append(
                (Flaw(_message(named, why), (), refused=True, said=_shown(_part_shown(fault, said))), owner)
            )

    def _owner(self, place: Path) -> Any:
        """The item of a list of the answer that a place is inside of: of `claims.1.killed.0` the second claim."""
        match place:
            case (str(name), int(number), _, *_):
                return self.data[name][number]
        return None

    def _refuse_all(self, listed: list[Any]) -> None:
        self._flaws.extend(
            (Flaw(_message(self._named(loc), self._missing.get(loc, fault["msg"])), (), refused=True), None)
            for fault in listed
            for loc in (fault["loc"],)
        )

    def _named(self, place: Path) -> Path:
        """A place with the number that its item had in the answer."""
        if len(place) > 1 and isinstance(place[1], int):
            try:
                known = self._numbers.get(id(self.data[place[0]][place[1]]))
            except (KeyError, IndexError, TypeError):
                return place
            if known is not None:
                return (place[0], known[1], *place[2:])
        return place

    def flaws(self) -> tuple[Flaw, ...]:
        """What went, in the order of the answer, each with the item of the value that it was taken from."""
        found = []
        for flaw, owner in reversed(self._flaws):
            path = self._path_of(owner) if owner is not None else ()
            found.append(Flaw(flaw.message, path, flaw.refused, flaw.said))
        return tuple(found)

    def _path_of(self, owner: Any) -> Path:
        for name, items in self.data.items():
            for number, item in enumerate(items if isinstance(items, list) else ()):
                if item is owner:
                    return (name, number)
        return ()


def _innermost_item(place: Path) -> Path | None:
    for length in range(len(place), 0, -1):
        if isinstance(place[length - 1], int):
            return place[:length]
    return None


def _at(data: Any, place: Path) -> Any:
    for step in place:
        data = data[step]
    return data


def _sortable(loc: tuple[str | int, ...]) -> tuple[tuple[int, str], ...]:
    return tuple((step, "") if isinstance(step, int) else (-1, step) for step in loc)


def _message(place: Path, said: str) -> str:
    return f"{'.'.join(str(step) for step in place) or 'the answer'}: {said}"


def _shown(value: object) -> str:
    text = json.dumps(value, ensure_ascii=False, default=str)
    return text if len(text) <= _LONGEST_SHOWN else f"{text[:_LONGEST_SHOWN]}..."


def _part_shown(fault: Any, said: object) -> object:
    """What is shown of a part that went: the part itself, or of a large one the member at fault."""
    return said if len(json.dumps(said, default=str)) <= _LONGEST_SHOWN else fault.get("input", said)


def _says_something(value: object) -> bool:
    """Whether anything is stated: a value whose members are all empty states nothing."""
    if isinstance(value, Mapping):
        return any(map(_says_something, value.values()))
    if isinstance(value, list):
        return any(map(_says_something, value))
    return value not in (None, "")


def _says_more(extra: object) -> bool:
    """Whether a key that is not known may hold a value: a list or an object may, a mark or a remark is left out."""
    return isinstance(extra, Mapping | list) and _says_something(extra)
