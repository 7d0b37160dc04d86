"""Armed groups and parties with their other names, in all eras."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources


@cache
def armed_groups() -> tuple[tuple[str, ...], ...]:
    """The names of each group, its canonical name first.

    >>> armed_groups()[1]
    ('Islamic State of Iraq', 'ISI')
    """
    text = (resources.files("extractor.world") / "data" / "groups.toml").read_text(encoding="utf-8")
    groups: dict[str, list[str]] = tomllib.loads(text)["groups"]
    return tuple((name, *others) for name, others in groups.items())
