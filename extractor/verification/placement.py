"""Where the quotes of one claim are, taken together: first its figure's words, then each quote where it fits best.

"on Sunday" and "police said" appear many times in an article; the one that is meant is the one beside the figure.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from extractor.language.clauses import clause_bounds
from extractor.records import Claim, Span, Status, Verdict
from extractor.segments import TextView

Spans = dict[str, tuple[Span | None, ...]]
Judge = Callable[[str, int, Span], Verdict]
_RANK = (Status.SUPPORTED, Status.UNCONFIRMED, Status.CONTRADICTED, Status.UNSUPPORTED, Status.NOT_FOUND)


@dataclass(frozen=True, slots=True)
class Placement:
    """The quotes of a claim, by field, and its anchor: the words of its figure, `None` for a claim without any.

    `passage` is where the quote of the whole claim is. `figures` names the values that the anchor was chosen from, the
    chosen one first: `(field, index)`.
    """

    spans: Spans
    anchor: Span | None
    passage: Span | None = None
    figures: tuple[tuple[str, int], ...] = ()


def occurrences(span: Span) -> list[Span]:
    """Every place where the quote of a span is found, each as a span that knows the others; its own first."""
    if not span.others or span.parts:
        return [span]
    places = [(span.start, span.end), *span.others]
    return [
        span.model_copy(update={"start": s, "end": e, "others": tuple(sorted(p for p in places if p != (s, e)))})
        for s, e in places
    ]


def place_quotes(
    claim: Claim, found: Spans, view: TextView, counts: Sequence[str], judge: Judge, passage: Span | None
) -> Placement:
    """Choose one occurrence for every quote of a claim.

    Args:
        claim: the claim; a value with a `start` of its own stays where it says.
        found: for every value where its quote was located, with the other occurrences on the span.
        view: the text.
        counts: the schema's count fields, in its order.
        judge: the verdict on a count, `(field, index, span)`, with its quote at that span.
        passage: where the quote of the whole claim is, `None` if it has none.
    """
    options = {
        (name, i): [span] if claim.fields[name][i].start is not None else occurrences(span)
        for name, spans in found.items()
        for i, span in enumerate(spans)
        if span is not None
    }
    figures = [key for name in counts for key in sorted(k for k in options if k[0] == name)]
    judged = {key: _best_read(options[key], key, judge) for key in figures}
    order = sorted(figures, key=lambda k: (judged[k][0], figures.index(k)))
    chosen: dict[tuple[str, int], Span] = {}
    if order:
        first = order[0]
        chosen[first] = _in_company(judged[first][1], [options[k] for k in options if k != first], view)
        chosen.update({key: nearest(judged[key][1], chosen[first], view) for key in order[1:]})
    centre = chosen[order[0]] if order else passage or _only_place(options)
    for key, spans in options.items():
        if key not in chosen:
            chosen[key] = nearest(spans, centre, view) if centre is not None else spans[0]
    placed = {name: tuple(chosen.get((name, i)) for i in range(len(spans))) for name, spans in found.items()}
    return Placement(placed, chosen[order[0]] if order else passage, passage, tuple(order))


def _best_read(spans: Sequence[Span], key: tuple[str, int], judge: Judge) -> tuple[int, list[Span]]:
    """The occurrences at which a figure reads best, and how well: 0 is supported."""
    if len(spans) == 1:
        return _RANK.index(judge(*key, spans[0]).status), list(spans)
    ranks = [_RANK.index(judge(*key, span).status) for span in spans]
    return min(ranks), [span for span, rank in zip(spans, ranks, strict=True) if rank == min(ranks)]


def _in_company(spans: Sequence[Span], others: Iterable[Sequence[Span]], view: TextView) -> Span:
    """Of several occurrences of a figure the one that the claim's other quotes lie closest to."""
    if len(spans) == 1:
        return spans[0]
    listed = list(others)

    def cost(span: Span) -> tuple[int, int, int]:
        beside = [min(_distance(o, span, view) for o in options) for options in listed]
        return sum(tier for tier, _ in beside), sum(gap for _, gap in beside), span.start

    return min(spans, key=cost)


def nearest(spans: Sequence[Span], centre: Span, view: TextView) -> Span:
    """Of several occurrences the one in the clause of `centre`, else in its sentence, else the nearest."""
    if len(spans) == 1:
        return spans[0]
    return min(spans, key=lambda s: (*_distance(s, centre, view), s.start))


def _distance(span: Span, centre: Span, view: TextView) -> tuple[int, int]:
    gap = max(0, span.start - centre.end, centre.start - span.end)
    low, high = clause_bounds(view, centre.start, centre.end)
    if low <= span.start < high:
        return 0, gap
    sentence = view.sentence_at(centre.start)
    return (1 if sentence.start <= span.start < sentence.end else 2), gap


def _only_place(options: Mapping[tuple[str, int], Sequence[Span]]) -> Span | None:
    """For a claim without a figure: the longest quote that appears once, beside which the others are looked for."""
    single = [spans[0] for spans in options.values() if len(spans) == 1]
    return max(single, key=lambda s: (s.end - s.start, -s.start), default=None)
