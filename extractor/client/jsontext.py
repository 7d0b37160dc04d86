"""The JSON of an answer among whatever a model puts around it: fences, prose, thoughts, channel marks.

One pass by `raw_decode` from bracket to bracket. What is read is skipped as a whole, so that a brace in a quote is
never taken for a beginning; a stretch that cannot be read is looked at again from inside, until a budget in proportion
to the text is used up: ten megabytes of braces are given up on within a second.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

_OPENING = re.compile(r"""\{\s*+["}]|\[\s*+[\[\]{"\d\-tfnN]""")
_SURROGATE = re.compile("[\ud800-\udfff]")
_SPACE = re.compile(r"\s*")
_THOUGHTS = re.compile(r"<(?:think|thinking)>", re.IGNORECASE)
_AFTER_THOUGHTS = re.compile(r"</(?:think|thinking)>|<\|message\|>", re.IGNORECASE)
_LOOKS = 4  # how often, on average, a character of unreadable text is looked at
_ALWAYS = 1_000_000  # characters that may be looked at again however short the text is
_COUNTED = 32  # json counts the lines before an error, this many times faster than it reads
_RUN = re.compile(r"[\[{\s]+")
_BEGINNING = 2  # brackets at the end of a run that may begin an answer: `[{"`
_DIGITS = 300  # a longer number is kept as its text, which no field of numbers takes
_ESCAPE = 6  # characters of `\u0041`, the longest piece of JSON before which an error is said when it is cut
_SHOWN = 80


@dataclass(frozen=True, slots=True)
class JsonPart:
    """An outermost object or list in a text, `text[start:end]`.

    `complete` is false for one that breaks off: `value` then holds the members and items before the break, of a list
    that breaks off those that are whole. `reach` is how far it is JSON: to the end of the text where that cuts it.
    """

    value: Any
    start: int
    end: int
    complete: bool
    reach: int


def _whole_number(digits: str) -> int | str:
    return int(digits) if len(digits) <= _DIGITS else digits


# Control characters in strings are let through: models copy them out of articles. NaN stands where null is meant.
_DECODER = json.JSONDecoder(strict=False, parse_int=_whole_number, parse_constant=lambda _: None)


def answer_parts(text: str) -> list[JsonPart]:
    """The outermost objects and lists of an answer in their order, those in its thoughts left out.

    >>> [part.value for part in answer_parts('<think>{"a": 0}?</think> Here: ```json {"a": 1}``` and ["b"]')]
    [{'a': 1}, ['b']]
    """
    text = text.removeprefix("\ufeff")
    written = _string_of_json(text)
    if written is not None:
        return answer_parts(written)
    parts = list(_parts(text))
    begins, ends = _beyond_thoughts(text, parts)
    meant = [part for part in parts if begins <= part.start < ends]
    return [replace(part, value=_writable(part.value)) for part in meant] if "\\u" in text else meant


def only_thoughts(text: str) -> bool:
    """Whether an answer ends before it begins: there is nothing but thoughts, or nothing at all."""
    return not text.strip() or ends_in_thoughts(text)


def ends_in_thoughts(text: str) -> bool:
    """Whether an answer breaks off inside of its thoughts."""
    return _beyond_thoughts(text, list(_parts(text)))[1] < len(text)


def unreadable(text: str) -> str:
    """Why nothing was found in a text, in words that a model and a person can act on."""
    body = text.strip().removeprefix("\ufeff")
    if not body:
        return "Invalid JSON: the answer is empty"
    if ends_in_thoughts(body):
        return "Invalid JSON: the answer ends before its thoughts do"
    first = _OPENING.search(body)
    shown = " ".join(body[: 4 * _SHOWN].split())[:_SHOWN]
    if first is None:
        return f"Invalid JSON: the answer holds no object or list; it begins: {shown}"
    try:
        _DECODER.raw_decode(body, first.start())
    except json.JSONDecodeError as error:
        return f"Invalid JSON: {error.msg} at character {error.pos}"
    except RecursionError:
        return "Invalid JSON: it is nested too deeply"
    return "Invalid JSON: the object is followed by thoughts that do not end"


def _writable(value: Any) -> Any:
    """A value with U+FFFD for every half of a pair of surrogates: escaped ones are JSON, but cannot be written."""
    if isinstance(value, str):
        return _SURROGATE.sub("\ufffd", value)
    if isinstance(value, list):
        return [_writable(item) for item in value]
    return {_writable(name): _writable(item) for name, item in value.items()} if isinstance(value, dict) else value


def _string_of_json(text: str) -> str | None:
    """What a JSON string that is the whole answer holds; `None` for any other answer."""
    if not text.lstrip().startswith('"'):
        return None
    try:
        value = json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return None
    return value if isinstance(value, str) else None


def _parts(text: str) -> Iterator[JsonPart]:
    position, left = 0, _LOOKS * len(text) + _ALWAYS
    while left > 0 and (opening := _OPENING.search(text, position)) is not None:
        start = opening.start()
        try:
            value, position = _DECODER.raw_decode(text, start)
        except json.JSONDecodeError as error:
            reached = len(text) if error.msg.startswith("Unterminated") else error.pos
        except RecursionError:
            # Where it gave up is not said: it may have read everything. A run of brackets is passed over at once.
            left -= 4 * (len(text) - start)
            run = _RUN.match(text, start)
            position = max(start + 1, run.end() - _BEGINNING) if run else start + 1
            continue
        else:
            yield JsonPart(value, start, position, complete=True, reach=position)
            continue
        left -= 4 * (reached - start + reached // _COUNTED)
        is_cut = reached >= len(text) - _ESCAPE
        broken = _before_the_break(text, start, len(text) if is_cut else None)
        if broken is not None:
            yield broken
        position = broken.end if broken is not None and broken.end > start else start + 1


def _before_the_break(text: str, start: int, reach: int | None) -> JsonPart | None:
    """What is whole of an object or list that cannot be read to its end; `None` when that is nothing.

    `reach` is the end of the text when that is what cuts it, `None` when something else does.
    """
    value: Any
    if text[start] == "[":
        value, end = _items(text, start)
    else:
        value, end = _members(text, start)
    return JsonPart(value, start, end, complete=False, reach=reach or end) if value else None


def _members(text: str, start: int) -> tuple[dict[str, Any], int]:
    members: dict[str, Any] = {}
    position = _past_space(text, start + 1)
    while text[position : position + 1] == '"':
        key, behind = _whole(text, position)
        behind = _past_space(text, behind)
        if not isinstance(key, str) or text[behind : behind + 1] != ":":
            break
        behind = _past_space(text, behind + 1)
        value, end = _whole(text, behind)
        if end == behind and text[behind : behind + 1] == "[":
            members[key], end = _items(text, behind)
            return members, end
        if end == behind:
            break
        members[key] = value
        position = _past_space(text, end)
        if text[position : position + 1] != ",":
            break
        position = _past_space(text, position + 1)
    return members, position


def _items(text: str, start: int) -> tuple[list[Any], int]:
    items: list[Any] = []
    position = _past_space(text, start + 1)
    while True:
        value, end = _whole(text, position)
        if end == position:
            return items, position
        items.append(value)
        position = _past_space(text, end)
        if text[position : position + 1] != ",":
            return items, position
        position = _past_space(text, position + 1)


def _whole(text: str, start: int) -> tuple[Any, int]:
    """A value and where it ends; `start` for one that is not whole. A number at the very end may go on."""
    try:
        value, end = _DECODER.raw_decode(text, start)
    except (ValueError, RecursionError):
        return None, start
    return (None, start) if end == len(text) and not isinstance(value, dict | list | str) else (value, end)


def _past_space(text: str, position: int) -> int:
    found = _SPACE.match(text, position)
    return found.end() if found else position


def _beyond_thoughts(text: str, parts: Sequence[JsonPart]) -> tuple[int, int]:
    """Where the answer proper begins and ends: behind the last end of thoughts, before thoughts that do not end.

    Marks inside of JSON are words of the article.
    """
    begins = max((end for _, end in _outside(_AFTER_THOUGHTS, text, parts)), default=0)
    ends = min((start for start, _ in _outside(_THOUGHTS, text, parts) if start >= begins), default=len(text))
    return begins, ends


def _outside(mark: re.Pattern[str], text: str, parts: Sequence[JsonPart]) -> Iterator[tuple[int, int]]:
    at = iter(parts)
    part = next(at, None)
    for found in mark.finditer(text):
        while part is not None and part.reach <= found.start():
            part = next(at, None)
        if part is None or not (part.start <= found.start() < part.reach):
            yield found.span()
