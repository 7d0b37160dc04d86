"""Several attempts at one answer: which is kept, and what of the others is added to it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, Generic, TypeVar

from pydantic import BaseModel

from extractor.client.flaws import Flaw
from extractor.client.reading import count_parts

M = TypeVar("M", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class ReadAttempt(Generic[M]):
    """One text of the model, read: `value` is `None` when nothing of it fits, `parts` counts what does."""

    raw: str
    value: M | None
    flaws: tuple[Flaw, ...] = ()
    parts: int = 0
    cut: bool = False

    def rank(self) -> tuple[bool, int, bool, int]:
        """Higher is better: a value, many right parts, not cut, few flaws."""
        wrong = sum(not flaw.refused for flaw in self.flaws)
        return self.value is not None, max(0, self.parts - wrong), not self.cut, -len(self.flaws)

    def with_flaw(self, flaw: Flaw) -> ReadAttempt[M]:
        """The same with one flaw more."""
        return replace(self, flaws=(*self.flaws, flaw))


def joined(best: ReadAttempt[M], other: ReadAttempt[M]) -> ReadAttempt[M]:
    """The best attempt, with items of which another one has more.

    An item of which something was refused is replaced by one of the other attempt that has everything it has, in the
    same words, and more, and is without a flaw itself, if exactly one such item is there. Nothing that was kept is lost
    or contradicted by that. Items that only the other attempt has are not added: they may be the same ones told
    differently.
    """
    if best.value is None or other.value is None:
        return best
    flawed = {flaw.path for flaw in other.flaws if flaw.path}
    items: dict[str, list[Any]] = {}
    done = set()
    for path in dict.fromkeys(flaw.path for flaw in best.flaws if flaw.refused and flaw.path):
        name, number = str(path[0]), int(path[1])
        known = items.get(name) or list(getattr(best.value, name))
        offered = enumerate(getattr(other.value, name))
        fuller = [item for at, item in offered if (name, at) not in flawed and _has_more(item, known[number])]
        if len(fuller) == 1:
            known[number] = fuller[0]
            items[name] = known
            done.add(path)
    if not done:
        return best
    value = best.value.model_copy(update=items)
    flaws = tuple(flaw for flaw in best.flaws if not (flaw.refused and flaw.path in done))
    return replace(best, value=value, flaws=flaws, parts=count_parts(value))


def _has_more(item: object, kept: object) -> bool:
    """Whether an item has all that another has, the same, and something beside."""
    if not isinstance(item, BaseModel) or not isinstance(kept, BaseModel) or type(item) is not type(kept):
        return False
    pairs = [(getattr(kept, name), getattr(item, name)) for name in type(kept).model_fields]
    has_all = all(mine in (None, [], theirs) or _in_order(mine, theirs) for mine, theirs in pairs)
    return has_all and item != kept and any(mine not in (None, []) for mine, _ in pairs)


def _in_order(some: object, more: object) -> bool:
    if not isinstance(some, list) or not isinstance(more, list):
        return False
    rest = iter(more)
    return all(any(one == other for other in rest) for one in some)
