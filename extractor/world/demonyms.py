"""What the people of a country, and its things, are called."""

from __future__ import annotations

from functools import cache
from typing import ClassVar

from extractor.vocabulary import Meanings, Vocabulary


class DemonymWords(Vocabulary):
    """Demonyms of one language, to ISO 3166 codes."""

    topic: ClassVar[str] = "demonyms"

    demonyms: Meanings


@cache
def demonyms() -> dict[str, str]:
    """Demonym as printed, of any language, to the code of the country.

    >>> demonyms()["Syrian"]
    'SY'
    """
    return DemonymWords.of_all().demonyms
