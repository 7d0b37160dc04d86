"""What was found in a text, in its order, with quick access to a stretch of it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Generic, Protocol, TypeVar, overload


class HasOffsets(Protocol):
    """Anything that lies at `text[start:end]`."""

    @property
    def start(self) -> int:
        """Offset of its first character."""

    @property
    def end(self) -> int:
        """Offset behind its last character."""


T = TypeVar("T")
L = TypeVar("L", bound=HasOffsets)


class Found(Sequence[T], Generic[T]):
    """Immutable: items sorted by where they begin; those that begin together keep the order in which they came.

    Args:
        items: what was found.
        place: `[start, end)` of an item.
    """

    __slots__ = ("_ends", "_items", "_starts")

    def __init__(self, items: Iterable[T], place: Callable[[T], tuple[int, int]]) -> None:
        ordered = sorted(((place(item), item) for item in items), key=lambda pair: pair[0][0])
        self._items = tuple(item for _, item in ordered)
        self._starts = tuple(at[0] for at, _ in ordered)
        self._ends = tuple(at[1] for at, _ in ordered)

    @classmethod
    def of(cls, items: Iterable[L]) -> Found[L]:
        """The items by their own `start` and `end`."""
        return Found(items, lambda item: (item.start, item.end))

    def between(self, start: int, end: int) -> list[T]:
        """The items that lie wholly in `text[start:end]`, in order.

        >>> found = Found([(4, 9), (0, 3), (10, 12)], lambda pair: pair)
        >>> found.between(0, 9), found.between(1, 12)
        ([(0, 3), (4, 9)], [(4, 9), (10, 12)])
        """
        low, high = bisect_left(self._starts, start), bisect_left(self._starts, end)
        return [self._items[index] for index in range(low, high) if self._ends[index] <= end]

    @overload
    def __getitem__(self, index: int) -> T: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[T, ...]: ...
    def __getitem__(self, index: int | slice) -> T | tuple[T, ...]:
        return self._items[index]

    def __iter__(self) -> Iterator[T]:
        return iter(self._items)

    def __len__(self) -> int:
        return len(self._items)

    def __repr__(self) -> str:
        return f"Found({list(self._items)!r})"
