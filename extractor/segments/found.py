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
        kept = tuple(items)
        places = [place(item) for item in kept]
        self._order(kept, [start for start, _ in places], [end for _, end in places])

    def _order(self, items: tuple[T, ...], starts: list[int], ends: list[int]) -> None:
        """Take the items over, which mostly come in order already."""
        if starts != sorted(starts):
            order = sorted(range(len(items)), key=starts.__getitem__)
            items = tuple(items[index] for index in order)
            starts, ends = [starts[index] for index in order], [ends[index] for index in order]
        self._items, self._starts, self._ends = items, starts, ends

    @classmethod
    def of(cls, items: Iterable[L]) -> Found[L]:
        """The items by their own `start` and `end`."""
        kept = tuple(items)
        found: Found[L] = Found.__new__(Found)
        found._order(kept, [item.start for item in kept], [item.end for item in kept])
        return found

    def between(self, start: int, end: int) -> list[T]:
        """The items that lie wholly in `text[start:end]`, in order.

        >>> found = Found([(4, 9), (0, 3), (10, 12)], lambda pair: pair)
        >>> found.between(0, 9), found.between(1, 12)
        ([(0, 3), (4, 9)], [(4, 9), (10, 12)])
        """
        low, high = bisect_left(self._starts, start), bisect_left(self._starts, end)
        return [self._items[index] for index in range(low, high) if self._ends[index] <= end]

    def slice_of(self, start: int, end: int) -> tuple[int, int] | None:
        """The indices `[first, last)` of the items in `text[start:end]`; `None` where either end cuts an item.

        Only for items that do not overlap.

        >>> found = Found([(0, 3), (4, 9), (10, 12)], lambda pair: pair)
        >>> found.slice_of(3, 10), found.slice_of(0, 8)
        ((1, 2), None)
        """
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
        cut = (first and self._ends[first - 1] > start) or (last and self._ends[last - 1] > end)
        return None if cut else (first, last)

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
