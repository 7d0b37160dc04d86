"""Reading an answer part by part: what fits is kept, what has one other reading is read so, the rest is a flaw each.

The parts are the items of lists, at any depth: of a claim with one wrong value the other values stay. Nothing here
knows a field by its name; pydantic says where an answer does not fit, and the innermost list item there goes.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from pydantic import BaseModel, ValidationError

from extractor.client.jsontext import JsonPart, answer_parts, unreadable

M = TypeVar("M", bound=BaseModel)
Path = tuple[str | int, ...]

_ROUNDS = 12  # each takes away or rereads something; validators of a whole run only when its parts fit
_LONGEST_SHOWN = 200
_GROUPED = re.compile(r"[+-]?\d{1,3}(?:([,.\s'\u2019])\d{3})(?:\1\d{3})*")
_LABEL = re.compile(r"""'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)\"""")
_APART = re.compile(r"[\s_-]+")
_SURROGATES = re.compile(r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[dD][89a-fA-F][0-9a-fA-F]{2}")
_NOTHING: Any = object()


@dataclass(frozen=True, slots=True)
class Flaw:
    """Something wrong with a part of an answer.

    Attributes:
        message: what is wrong, as the model is told it.
        path: the item of the answer's value that it concerns (`("claims", 2)`, counted from 0); empty when it concerns
            the whole, or an item that was not kept.
        refused: what it is about was left out of the value, for it does not fit the response model.
        said: what was left out, as JSON, shortened.
        broken: the answer breaks off, and what follows is missing.
    """

    message: str
    path: Path = ()
    refused: bool = False
    said: str = ""
    broken: bool = False

    def __str__(self) -> str:
        return f"refused {self.said} ({self.message})" if self.said else self.message


@dataclass(frozen=True, slots=True)
class PartialReading(Generic[M]):
    """What an answer says.

    Attributes:
        value: `None` when no part of it can be kept.
        flaws: what is wrong with it.
        parts: how many of its parts are kept.
        fits: it was meant as an answer: a part of it is kept, or it fits as it is and has none.
    """

    value: M | None
    flaws: tuple[Flaw, ...] = ()
    parts: int = 0
    fits: bool = False


def read_answer(model: type[M], text: str) -> PartialReading[M]:
    """Read a model's text as an instance of its response model.

    Of several objects the last counts of which something can be kept: a model may show an example first. An object
    that breaks off gives its whole items, with a flaw that says so.
    """
    text = _SURROGATES.sub(_whole_or_replaced, text)
    try:
        value = model.model_validate_json(text)
    except ValidationError:
        pass
    else:
        return PartialReading(value, (), count_parts(value), fits=True)
    found: PartialReading[M] | None = None
    for part in reversed(answer_parts(text)):
        reading = _read_part(model, part)
        if reading.fits:
            return reading
        found = found or reading
    return found or PartialReading(None, (Flaw(f"the answer: {unreadable(text)}"),))


def _whole_or_replaced(found: re.Match[str]) -> str:
    """An escaped character outside of the first plane as it is; half of one, which no text holds, as U+FFFD."""
    return found[0] if len(found[0]) > len(r"\ud800") else r"\ufffd"


def count_parts(value: object) -> int:
    """How many parts an answer has: the models in it that hold no model themselves, at least 1."""
    return _innermost(value) or 1


def _innermost(value: object) -> int:
    if isinstance(value, BaseModel):
        inside = sum(_innermost(getattr(value, name)) for name in type(value).model_fields)
        return inside or int(bool(value.model_fields_set) and not _has_lists(value))
    return sum(map(_innermost, value)) if isinstance(value, list | tuple) else 0


def _has_items(value: BaseModel) -> bool:
    return any(isinstance(items := getattr(value, name), list) and items for name in type(value).model_fields)


def _has_lists(value: BaseModel) -> bool:
    return any(isinstance(getattr(value, name), list | tuple) for name in type(value).model_fields)


def _read_part(model: type[M], part: JsonPart) -> PartialReading[M]:
    work = _Work(_meant(model, part.value))
    value: M | None = None
    for _ in range(_ROUNDS):
        try:
            value = model.model_validate(work.data)
            break
        except ValidationError as error:
            if not work.put_right(error):
                break
    flaws = work.flaws()
    if not part.complete:
        flaws = (Flaw(f"the answer: Invalid JSON: it breaks off at character {part.end}", broken=True), *flaws)
    if value is None or (not part.complete and not _has_items(value)):
        # Of an object that breaks off, a member that did not come would be read as one that was left out.
        return PartialReading(None, flaws)
    kept = _innermost(value)
    if not kept and flaws:
        return PartialReading(None, flaws)
    return PartialReading(value, flaws, kept, fits=bool(kept) or not work.changed)


def _meant(model: type[BaseModel], value: Any) -> Any:
    """A bare list as the one list field of the model, where it has one."""
    if not isinstance(value, list):
        return value
    lists = [name for name, part in model.model_fields.items() if getattr(part.annotation, "__origin__", None) is list]
    return {lists[0]: value} if len(lists) == 1 else value


@dataclass(slots=True)
class _Work:
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
        reading = _READINGS.get(kind, _no_reading)(fault.get("input"), fault)
        if reading is _NOTHING:
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


def _no_reading(_said: object, _fault: Any) -> Any:
    return _NOTHING


def _as_list(said: object, _fault: Any) -> Any:
    if said is None:
        return []
    return [said] if isinstance(said, Mapping) else _NOTHING


def _as_whole_number(said: object, _fault: Any) -> Any:
    """A whole number that was written with groups of three digits; nothing else in it can be meant."""
    text = said.strip() if isinstance(said, str) else ""
    return int(re.sub(r"[^\d+-]", "", text)) if _GROUPED.fullmatch(text) else _NOTHING


def _as_label(said: object, fault: Any) -> Any:
    """The one label that differs only in case, hyphens, underscores and space."""
    if not isinstance(said, str):
        return _NOTHING
    labels = [one or other for one, other in _LABEL.findall(str(fault.get("ctx", {}).get("expected", "")))]
    alike = [label for label in labels if _folded(label) == _folded(said)]
    return alike[0] if len(alike) == 1 else _NOTHING


def _as_text(said: object, _fault: Any) -> Any:
    return str(said) if isinstance(said, int) and not isinstance(said, bool) else _NOTHING


def _folded(label: str) -> str:
    return _APART.sub("_", label.strip()).casefold()


_READINGS: dict[str, Callable[[object, Any], Any]] = {
    "list_type": _as_list,
    "int_parsing": _as_whole_number,
    "enum": _as_label,
    "literal_error": _as_label,
    "string_type": _as_text,
}
