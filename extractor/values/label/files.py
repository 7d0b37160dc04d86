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
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from extractor.language.tokens import phrases
from extractor.values.label.cues import LabelCues
from extractor.values.label.label import Label
from extractor.values.label.weights import Weights
from extractor.values.valuetype import FieldRole

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
        self._weights = _load(folder / "labels.toml")
        self._cues = {path.stem: _load(path) for path in sorted((folder / "cues").glob("*.toml"))}
        for code, table in self._cues.items():
            if unknown := sorted(set(table) - set(enums) - _BESIDE):
                message = f"{folder / 'cues' / code}.toml: there is no field {unknown[0]!r}"
                raise ValueError(message)

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


def _load(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        message = f"{path}: {error}"
        raise ValueError(message) from error
