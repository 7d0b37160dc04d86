"""What is known of the endpoints that were asked before, kept beside the response store."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from extractor.client.adapting import Adaptation, adapted
from extractor.client.failures import Refusal
from extractor.client.modes import Mode
from extractor.output import write_json

_FILE = "endpoints.json"
_ADAPTATION = TypeAdapter(Adaptation)


class KnownEndpoint:
    """How one model at one endpoint is asked, and what it has refused so far.

    Attributes:
        adaptation: how it is asked from now on.
        lessons: a sentence for each thing that was learnt in this run, in the order in which it was.
    """

    def __init__(self, name: str, adaptation: Adaptation, keep: Callable[[Adaptation], None] | None = None) -> None:
        self._name = name
        self._keep = keep
        self.adaptation = adaptation
        self.lessons: list[str] = []

    def learn(self, used: Adaptation, refusal: Refusal, request: dict[str, object]) -> bool:
        """Whether a refused request is worth sending again, differently.

        Args:
            used: how it was asked; another task may have learnt meanwhile what it now learns.
            refusal: what the endpoint answered.
            request: as it is meant.
        """
        if used != self.adaptation:
            return True
        found = adapted(used, refusal, request)
        if found is None:
            return False
        self._remember(*found)
        return True

    def allow_at_most(self, limit: int | None) -> None:
        """A longer answer than so many tokens was refused without a word of what is allowed."""
        if limit is not None and self.adaptation.limit != limit:
            self._remember(replace(self.adaptation, limit=limit), f"allows no more than {limit} tokens an answer")

    def _remember(self, adaptation: Adaptation, lesson: str) -> None:
        self.adaptation = adaptation
        self.lessons.append(f"{self._name} {lesson}")
        if self._keep is not None:
            self._keep(self.adaptation)


def known_endpoint(name: str, first: Adaptation, folder: Path | None) -> KnownEndpoint:
    """What earlier runs learnt of an endpoint and model; `first` where they learnt nothing.

    Args:
        name: of the endpoint and the model, as messages name them.
        first: how to ask when nothing is known; a fixed mode prevails over a mode that was learnt.
        folder: of the response store; `None` keeps nothing between runs.
    """
    if folder is None:
        return KnownEndpoint(name, first)
    path = folder / _FILE
    learnt = _load(path).get(name)
    adaptation = first if learnt is None else replace(learnt, fixed=first.fixed)
    if first.fixed:
        adaptation = replace(adaptation, mode=first.mode)

    def keep(adaptation: Adaptation) -> None:
        rows = {**_load(path), name: replace(adaptation, fixed=False)}
        write_json(path, {key: _ADAPTATION.dump_python(value, mode="json") for key, value in sorted(rows.items())})

    return KnownEndpoint(name, adaptation, keep)


def _load(path: Path) -> dict[str, Adaptation]:
    """The rows of the file; one that is not ours counts for nothing, since all of it can be learnt again."""
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    rows: dict[str, Adaptation] = {}
    for name, row in data.items() if isinstance(data, dict) else ():
        try:
            rows[name] = _ADAPTATION.validate_python(row)
        except ValidationError:
            continue
    return rows


def first_adaptation(mode: str | None, usual: Mode | None = None) -> Adaptation:
    """How to ask an endpoint of which nothing is known.

    Args:
        mode: what the user fixed; `None` or `auto` for what suits the endpoint.
        usual: the mode that this endpoint is known for; `None` for the strictest.
    """
    if mode in (None, "auto"):
        return Adaptation(mode=usual or Mode.JSON_SCHEMA)
    return Adaptation(mode=Mode(mode), fixed=True)
