"""The labels of a schema from its files: what their members are worth, and the words of each language.

labels.toml        a table per field: `general`, `harmful`, `decisive` members, `families`, `carried`, and the
tables `parents` (which members a member also is) and `shown_by` (the members of another field
whose words show this one's too)
cues/<code>.toml   a table per field of one language: the words of each member; `faint.words`, `apart.words`, and
`examples`, sentences that a label is read in (`text`) or is not (`counter`)
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from enum import StrEnum
from pathlib import Path
from typing import Any, NoReturn

from extractor.language.tokens import phrases
from extractor.values.label.cues import LabelCues
from extractor.values.label.label import Label
from extractor.values.label.weights import Weights
from extractor.values.valuetype import FieldRole

_WORTH: Mapping[str, type] = {  # the keys of a field in labels.toml, and what each holds
    "general": str,
    "harmful": str,
    "decisive": str,
    "families": list,
    "carried": bool,
    "parents": dict,
    "shown_by": dict,
}
_BESIDE = frozenset({"faint", "apart", "examples"})  # tables of a language that are not a field


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence in which a member of a field is read, and one in which it is not though it has the cue's letters."""

    language: str
    field: str
    member: str
    text: str = ""
    counter: str = ""


class LabelFiles:
    """The label files of a schema's folder. `enums` are the members of each field; `shown` where a field's words count.

    Raises:
        ValueError: a file names a field or a member that there is not; the message names the file.
    """

    def __init__(
        self, folder: Path, enums: Mapping[str, type[StrEnum]], shown: Mapping[str, str] | None = None
    ) -> None:
        self._enums = dict(enums)
        self._shown = dict(shown or {})
        weights = folder / "labels.toml"
        self._weights = _load(weights)
        for field, table in self._weights.items():
            _check_worth(weights, field, table, enums)
        self._cues: dict[str, dict[str, Any]] = {}
        for path in sorted((folder / "cues").glob("*.toml")):
            self._cues[path.stem] = table = _load(path)
            for name in table:
                _check_words(path, name, table[name], enums)

    def label(self, field: str, role: FieldRole = FieldRole.WITH_WHAT) -> Label:
        """The label of a field."""
        table = self._weights.get(field, {})
        weights = Weights(
            general=frozenset(self._members(field, table.get("general", ""))),
            harmful=frozenset(self._members(field, table.get("harmful", ""))),
            decisive=frozenset(self._members(field, table.get("decisive", ""))),
            families=tuple(frozenset(self._members(field, family)) for family in table.get("families", [])),
            carried=table.get("carried", False),
        )
        parents = {
            self._member(field, name): self._members(field, above) for name, above in table.get("parents", {}).items()
        }
        cues = {code: self._language(field, code) for code in self._cues}
        return Label(self._enums[field], cues, parents, weights, role)

    @property
    def examples(self) -> tuple[Example, ...]:
        """The sentences of all languages that show what a cue means, and what it does not."""
        return tuple(
            Example(language=code, **row) for code, table in self._cues.items() for row in table.get("examples", [])
        )

    def _language(self, field: str, code: str) -> LabelCues:
        table = self._cues[code]
        found: dict[StrEnum, list[str]] = {}
        for name, listed in table.get(field, {}).items():
            found.setdefault(self._member(field, name), []).extend(phrases(listed))
        other = self._shown.get(field, "")
        for name, listed in self._weights.get(field, {}).get("shown_by", {}).items():
            member = self._member(field, name)
            for shown in self._members(other, listed):
                found.setdefault(member, []).extend(phrases(table.get(other, {}).get(shown.value, "")))
        words = {name: tuple(phrases(table.get(name, {}).get("words", ""))) for name in ("faint", "apart")}
        return LabelCues({member: tuple(dict.fromkeys(cues)) for member, cues in found.items()}, **words)

    def _members(self, field: str, listed: str) -> tuple[StrEnum, ...]:
        return tuple(self._member(field, name) for name in phrases(listed))

    def _member(self, field: str, name: str) -> StrEnum:
        try:
            return self._enums[field](name)
        except ValueError:
            message = f"{name!r} is not one of the values of {field}"
            raise ValueError(message) from None


def _check_worth(path: Path, field: str, table: object, enums: Mapping[str, type[StrEnum]]) -> None:
    """Whether a table of labels.toml is of a field, and its keys are known and hold what they should."""
    if field not in enums:
        _refuse(path, f"there is no field {field!r}")
    if not isinstance(table, dict):
        _refuse(path, f"{field} is not a table")
    for key, value in table.items():
        if key not in _WORTH:
            _refuse(path, f"[{field}] has no key {key!r}; there are {', '.join(_WORTH)}")
        inside = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
        if not isinstance(value, _WORTH[key]) or not all(isinstance(item, str) for item in inside):
            _refuse(path, f"[{field}] {key} = {value!r} is of the wrong type")


def _check_words(path: Path, name: str, table: object, enums: Mapping[str, type[StrEnum]]) -> None:
    """Whether a table of a language is of a field, names its members and lists words, or is one of those beside."""
    if name not in enums and name not in _BESIDE:
        _refuse(path, f"there is no field {name!r}")
    rows = table if name == "examples" else [table]
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        _refuse(path, f"{name} is not {'a list of tables' if name == 'examples' else 'a table'}")
    known = {"faint": ["words"], "apart": ["words"], "examples": [f.name for f in fields(Example)[1:]]}
    keys = known.get(name) or [str(member) for member in enums[name]]
    for key, value in (item for row in rows for item in row.items()):
        if key not in keys:
            _refuse(path, f"{key!r} is not one of the values of {name}; there are {', '.join(keys)}")
        if not isinstance(value, str):
            _refuse(path, f"[{name}] {key} = {value!r} is not a text")


def _refuse(path: Path, what: str) -> NoReturn:
    message = f"{path}: {what}"
    raise ValueError(message)


def _load(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        message = f"{path}: {error}"
        raise ValueError(message) from error
