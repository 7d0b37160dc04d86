"""What a value that does not fit can only mean: the one other reading, by the kind of pydantic's error."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

NOTHING: Any = object()
"""No other reading, or more than one."""
_GROUPED = re.compile(r"[+-]?\d{1,3}(?:([,.\s'\u2019])\d{3})(?:\1\d{3})*")
_LABEL = re.compile(r"""'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)\"""")
_APART = re.compile(r"[\s_-]+")


def _as_list(said: object, _fault: Any) -> Any:
    if said is None:
        return []
    return [said] if isinstance(said, Mapping) else NOTHING


def _as_whole_number(said: object, _fault: Any) -> Any:
    """A whole number that was written with groups of three digits; nothing else in it can be meant."""
    text = said.strip() if isinstance(said, str) else ""
    return int(re.sub(r"[^\d+-]", "", text)) if _GROUPED.fullmatch(text) else NOTHING


def _as_label(said: object, fault: Any) -> Any:
    """The one label that differs only in case, hyphens, underscores and space."""
    if not isinstance(said, str):
        return NOTHING
    labels = [one or other for one, other in _LABEL.findall(str(fault.get("ctx", {}).get("expected", "")))]
    alike = [label for label in labels if _folded(label) == _folded(said)]
    return alike[0] if len(alike) == 1 else NOTHING


def _as_text(said: object, _fault: Any) -> Any:
    return str(said) if isinstance(said, int) and not isinstance(said, bool) else NOTHING


def _folded(label: str) -> str:
    return _APART.sub("_", label.strip()).casefold()


_READINGS: dict[str, Callable[[object, Any], Any]] = {
    "list_type": _as_list,
    "int_parsing": _as_whole_number,
    "enum": _as_label,
    "literal_error": _as_label,
    "string_type": _as_text,
}


def other_reading(fault: Any) -> Any:
    """What is meant by the value at fault, `NOTHING` where that cannot be told.

    Args:
        fault: one entry of `ValidationError.errors()`.
    """
    reading = _READINGS.get(fault["type"])
    return NOTHING if reading is None else reading(fault.get("input"), fault)
