"""Something wrong with a part of an answer."""

from __future__ import annotations

from dataclasses import dataclass

Path = tuple[str | int, ...]


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
