"""Reading an answer part by part: what fits is kept, what has one other reading is read so, the rest is a flaw each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Generic, TypeVar, get_args, get_origin

from pydantic import BaseModel, ValidationError

from extractor.client.fitting import AnswerData
from extractor.client.flaws import Flaw
from extractor.client.jsontext import JsonPart, answer_parts, unreadable

M = TypeVar("M", bound=BaseModel)

_MOST_OBJECTS = 100  # of one text that are looked at, from the last
_ROUNDS = 12  # each takes away or rereads something; validators of a whole run only when its parts fit


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
    try:
        value = model.model_validate_json(text)
    except ValidationError:
        pass
    else:
        return PartialReading(value, (), count_parts(value), fits=True)
    parts = answer_parts(text)
    found: PartialReading[M] | None = None
    for part in parts[: -_MOST_OBJECTS - 1 : -1]:
        reading = _read_part(model, part, alone=len(parts) == 1)
        if reading.fits:
            return reading
        found = found or reading
    if found is None or (not parts[0].complete and not found.parts):
        # What follows a break are pieces of the object that broke.
        return PartialReading(None, (Flaw(f"the answer: {unreadable(text)}"),))
    return found


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


def _read_part(model: type[M], part: JsonPart, *, alone: bool) -> PartialReading[M]:
    work = AnswerData(_meant(model, part.value, alone=alone))
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


def _meant(model: type[BaseModel], value: Any, *, alone: bool) -> Any:
    """A bare list as the one list field of the model, where it has one; of a lone object with an item's keys too."""
    lists = [
        (name, part.annotation) for name, part in model.model_fields.items() if get_origin(part.annotation) is list
    ]
    if len(lists) != 1:
        return value
    name, annotation = lists[0]
    if isinstance(value, list):
        return {name: value}
    (item,) = get_args(annotation)
    known = item.model_fields if isinstance(item, type) and issubclass(item, BaseModel) else {}
    is_item = alone and value and set(value) <= set(known) and not set(value) & set(model.model_fields)
    return {name: [value]} if is_item else value
