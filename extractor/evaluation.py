"""Score checked claims against figures that a person wrote down: what was found, where, by whom, in which words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from extractor.records import CheckedClaim, CheckedValue, Record, SourceType, Status
from extractor.values.place import Place, place_similarity
from extractor.values.schema import ClaimSchema
from extractor.values.source import Source, source_line

_SAME_PLACE = frozenset({"same", "contains", "inside", "near"})


class GoldFigure(Record):
    """A figure that stands in an article: `value` is `None` for a vague word, `place` and `source` when not stated."""

    document: str
    field: str
    value: int | None
    bound: str
    place: str | None = None
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Score:
    """`right` of `found` are right; `recalled` of `there` were found."""

    right: int
    found: int
    recalled: int
    there: int

    @property
    def precision(self) -> float:
        """Share of what was found that is right; 1.0 when nothing was found."""
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """Share of what is there that was found; 1.0 when nothing is there."""
        return self.recalled / self.there if self.there else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0

    def __str__(self) -> str:
        """One line: precision with its counts, recall with its counts, F1."""
        return (
            f"P {self.precision:.2f} ({self.right}/{self.found}) "
            f"R {self.recall:.2f} ({self.recalled}/{self.there}) F1 {self.f1:.2f}"
        )


@dataclass(frozen=True, slots=True)
class FoundFigure:
    """A supported figure of a checked claim with the supported places and sources beside it."""

    document: str
    field: str
    value: int | None
    bound: str
    places: tuple[str, ...]
    sources: tuple[tuple[str, str], ...]


def found_figures(
    claims: Iterable[CheckedClaim], schema: type[ClaimSchema], fields: Sequence[str]
) -> list[FoundFigure]:
    """The supported figures of `fields`, each once per article, place and source."""
    place = next(iter(schema.fields_of(Place)))
    source = next(iter(schema.fields_of(Source)))
    found: dict[FoundFigure, None] = {}
    for claim in claims:
        for field in fields:
            for value in claim.supported(field):
                claimed = value.claimed
                figure = FoundFigure(
                    claim.document,
                    field,
                    claimed.value if isinstance(claimed.value, int) else None,
                    (claimed.bound or "exact"),
                    tuple(_name(v) for v in claim.supported(place)),
                    tuple((_name(v), v.claimed.source_type or "") for v in claim.supported(source)),
                )
                found.setdefault(figure)
    return list(found)


def _name(value: CheckedValue) -> str:
    return value.resolved or str(value.claimed.value)


def score_figures(
    claims: Iterable[CheckedClaim],
    gold: Iterable[GoldFigure],
    schema: type[ClaimSchema],
    fields: Sequence[str] = ("killed", "injured"),
) -> Mapping[str, Score]:
    """Score figures at four strengths.

    Returns:
        `value`: (article, field, number); `bound`: the bound as well; `place`: number and place, where the gold states
        a place (a place that contains it or lies in it counts); `source`: number and source, likewise.
    """
    found = found_figures(claims, schema, fields)
    wanted = [g for g in gold if g.field in fields]
    return {
        "value": _score(found, wanted, _same_figure),
        "bound": _score(found, wanted, lambda f, g: _same_figure(f, g) and f.bound == g.bound),
        "place": _score(_known(found, wanted, "place"), [g for g in wanted if g.place], _place_fits),
        "source": _score(_known(found, wanted, "source"), [g for g in wanted if g.source], _source_fits),
    }


def quote_score(claims: Iterable[CheckedClaim]) -> Score:
    """How many of the quotes that the claims give stand in their articles."""
    values = [v for c in claims for vs in c.fields.values() for v in vs if v.claimed.quote]
    located = sum(v.verdict.status is not Status.NOT_FOUND for v in values)
    return Score(located, len(values), located, len(values))


_Fits = Callable[[FoundFigure, GoldFigure], bool]


def _score(found: Sequence[FoundFigure], wanted: Sequence[GoldFigure], fits: _Fits) -> Score:
    right = sum(any(fits(f, g) for g in wanted) for f in found)
    recalled = sum(any(fits(f, g) for f in found) for g in wanted)
    return Score(right, len(found), recalled, len(wanted))


def _known(found: Sequence[FoundFigure], wanted: Sequence[GoldFigure], what: str) -> list[FoundFigure]:
    """The found figures that the gold has, states `what` of, and for which something was found."""
    return [
        f
        for f in found
        if (f.places if what == "place" else f.sources) and any(_same_figure(f, g) and getattr(g, what) for g in wanted)
    ]


def _same_figure(found: FoundFigure, gold: GoldFigure) -> bool:
    return (found.document, found.field, found.value) == (gold.document, gold.field, gold.value)


def _place_fits(found: FoundFigure, gold: GoldFigure) -> bool:
    return _same_figure(found, gold) and any(
        place_similarity(place, gold.place or "").relation in _SAME_PLACE for place in found.places
    )


def _source_fits(found: FoundFigure, gold: GoldFigure) -> bool:
    wanted = (gold.source or "").casefold()
    return _same_figure(found, gold) and any(
        wanted in name.casefold()
        or name.casefold() in wanted
        or source_line(name, SourceType(kind) if kind else None) == source_line(gold.source or "", None)
        for name, kind in found.sources
    )
