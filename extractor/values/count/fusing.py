"""One figure out of many: low, best and high over the source lines."""

from __future__ import annotations

from collections.abc import Sequence

from extractor.numbers import Interval, interval
from extractor.records import Bound, ClaimedValue
from extractor.values.valuetype import Fused, Witness

RULES = ("conservative", "majority", "highest", "latest")


def current(witnesses: Sequence[Witness]) -> list[int]:
    """The indices of the witnesses that no later figure of the same line supersedes, in input order.

    Of two figures of a line with the same order the larger value wins, then the bound's name, so that the order of
    the input never decides.
    """
    latest: dict[str, int] = {}
    for at, witness in enumerate(witnesses):
        known = latest.get(witness.line)
        if known is None or _rank(witness) > _rank(witnesses[known]):
            latest[witness.line] = at
    return sorted(latest.values())


def _rank(witness: Witness) -> tuple[tuple[str, ...], int, str, str]:
    claimed = witness.value.claimed
    return witness.order, _figure(claimed) or -1, str(claimed.bound or ""), claimed.quote or ""


def _figure(claimed: ClaimedValue) -> int | None:
    return claimed.value if isinstance(claimed.value, int) else None


def _top(claimed: ClaimedValue) -> int | None:
    return claimed.high if claimed.bound is Bound.BETWEEN and claimed.high is not None else _figure(claimed)


def _backs(claimed: ClaimedValue, span: Interval, figure: int) -> bool:
    """A line backs a figure it states, or one that its bound allows (at least 46 backs 57)."""
    return claimed.value == figure or span.meets(Interval(figure, figure))


def fuse_counts(witnesses: Sequence[Witness], rule: str) -> Fused:
    """Low, best and high of the current figures, one per source line.

    `low` and `high` are the lowest and highest figure any line states. `best` follows the rule: `majority` takes the
    figure that most lines back (state it, or allow it by their bound), on a tie the lower; `conservative` takes `low`,
    `highest` takes `high`, `latest` the figure of the last witness. An unknown rule counts as `majority`. Vague words
    count only where no line gives a number; then `value` is the word. Conflicts are the pairs of current witnesses
    whose intervals do not meet.
    """
    kept = current(witnesses)
    claims = {at: witnesses[at].value.claimed for at in kept}
    spans = {at: interval(claims[at]) for at in kept}
    conflicts = tuple((a, b) for i, a in enumerate(kept) for b in kept[i + 1 :] if not spans[a].meets(spans[b]))
    figures = {at: figure for at in kept if (figure := _figure(claims[at])) is not None}
    used = rule if rule in RULES else "majority"
    if not figures:
        return _vague(claims, spans, used)
    low = min(figures.values())
    high = max(top for at in figures if (top := _top(claims[at])) is not None)
    backing = {f: sum(_backs(claims[at], spans[at], f) for at in kept) for f in sorted(set(figures.values()))}
    last = max(figures, key=lambda at: _rank(witnesses[at]))
    best = {
        "conservative": low,
        "highest": high,
        "latest": figures[last],
        "majority": min(backing, key=lambda f: (-backing[f], f)),
    }[used]
    return Fused(
        value=best,
        rule=used,
        low=low,
        best=best,
        high=high,
        supporting=tuple(at for at in kept if _backs(claims[at], spans[at], best)),
        conflicts=conflicts,
    )


def _vague(claims: dict[int, ClaimedValue], spans: dict[int, Interval], rule: str) -> Fused:
    """What is left when no line gives a number: the word with the highest floor, which all the others allow."""
    ranked = sorted(claims, key=lambda at: (-(spans[at].low or 0), claims[at].quote or "", at))
    if not ranked:
        return Fused(None, rule)
    first = ranked[0]
    quotes = {claims[at].quote for at in ranked}
    return Fused(
        value=claims[first].quote,
        rule=rule,
        low=spans[first].low,
        supporting=tuple(sorted(at for at in ranked if claims[at].quote == claims[first].quote or len(quotes) == 1)),
    )
