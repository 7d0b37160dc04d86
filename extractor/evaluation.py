"""Score checked claims against figures that a person wrote down: what was found, where, by whom, in which words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from extractor.records import CheckedClaim, CheckedValue, Record, SourceType, Status
from extractor.values.place.place import place_similarity
from extractor.values.schema import ClaimSchema
from extractor.values.source.source import source_line
from extractor.values.valuetype import FieldRole

_SAME_PLACE = frozenset({"same", "contains", "inside", "near"})


class GoldFigure(Record):
    """A figure of an article: `value` is `None` for a vague word, `place` and `source` when not stated."""

    document: str
    field: str
    value: int | None
    bound: str
    place: str | None = None
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Score:
    """`true_positives` of the `predicted` are right; `recalled` of the `expected` were predicted."""

    true_positives: int
    predicted: int
    recalled: int
    expected: int

    @property
    def precision(self) -> float:
        """Share of what was found that is right; 1.0 when nothing was found."""
        return self.true_positives / self.predicted if self.predicted else 1.0

    @property
    def recall(self) -> float:
        """Share of what is there that was found; 1.0 when nothing is there."""
        return self.recalled / self.expected if self.expected else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0

    def __str__(self) -> str:
        """One line: precision with its counts, recall with its counts, F1."""
        return (
            f"P {self.precision:.2f} ({self.true_positives}/{self.predicted}) "
            f"R {self.recall:.2f} ({self.recalled}/{self.expected}) F1 {self.f1:.2f}"
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
    place, source = schema.first_with(FieldRole.WHERE) or "", schema.first_with(FieldRole.WHOSE_WORDS) or ""
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


@dataclass(frozen=True, slots=True)
class Comparison:
    """What was found against what is there: found figures `right` and `wrong`, gold figures `recalled` and `missed`."""

    right: tuple[FoundFigure, ...]
    wrong: tuple[FoundFigure, ...]
    recalled: tuple[GoldFigure, ...]
    missed: tuple[GoldFigure, ...]

    @property
    def score(self) -> Score:
        """The comparison counted."""
        predicted, expected = len(self.right) + len(self.wrong), len(self.recalled) + len(self.missed)
        return Score(len(self.right), predicted, len(self.recalled), expected)


def compare_figures(
    claims: Iterable[CheckedClaim],
    gold: Iterable[GoldFigure],
    schema: type[ClaimSchema],
    fields: Sequence[str] = (),
    alternatives: Iterable[GoldFigure] = (),
) -> Mapping[str, Comparison]:
    """Hold the figures of checked claims against the gold, at four strengths.

    Args:
        claims: what was found.
        gold: what is there.
        schema: the schema of the claims.
        fields: the count fields to look at; by default those whose figures rise after an event.
        alternatives: figures over which careful people differ. Found, they count as neither right nor wrong; a gold
            figure that was found only as its alternative says (same figure, another bound, place or source) is neither
            recalled nor missed at that strength.

    Returns:
        `value`: (article, field, number); `bound`: the bound as well; `place`: number and place, where the gold states
        a place (a place that contains it or lies in it counts); `source`: number and source, likewise.
    """
    fields = fields or [name for name in schema.main_fields() if name in schema.domain.rising]
    found = found_figures(claims, schema, fields)
    wanted = [g for g in gold if g.field in fields]
    spare = [a for a in alternatives if a.field in fields]
    return {
        "value": _compare("value", found, wanted, spare),
        "bound": _compare("bound", found, wanted, spare),
        "place": _compare("place", _known(found, wanted, "place"), [g for g in wanted if g.place], spare),
        "source": _compare("source", _known(found, wanted, "source"), [g for g in wanted if g.source], spare),
    }


def score_figures(
    claims: Iterable[CheckedClaim],
    gold: Iterable[GoldFigure],
    schema: type[ClaimSchema],
    fields: Sequence[str] = (),
    alternatives: Iterable[GoldFigure] = (),
) -> Mapping[str, Score]:
    """The scores of `compare_figures`, under the same four names."""
    return {name: c.score for name, c in compare_figures(claims, gold, schema, fields, alternatives).items()}


def quote_score(claims: Iterable[CheckedClaim]) -> Score:
    """How many of the quotes that the claims give appear in their articles."""
    values = [v for c in claims for vs in c.fields.values() for v in vs if v.claimed.quote]
    located = sum(v.verdict.status is not Status.NOT_FOUND for v in values)
    return Score(located, len(values), located, len(values))


def _compare(
    strength: str, found: Sequence[FoundFigure], wanted: Sequence[GoldFigure], spare: Sequence[GoldFigure]
) -> Comparison:
    fits = _FITS[strength]
    right = tuple(f for f in found if any(fits(f, g) for g in wanted))
    undecided = {a for f in found if f not in right for a in spare if fits(f, a)}
    wrong = tuple(f for f in found if f not in right and not any(fits(f, a) for a in spare))
    recalled = tuple(g for g in wanted if any(fits(f, g) for f in found))
    missed = tuple(g for g in wanted if g not in recalled and not any(_varies(a, g, strength) for a in undecided))
    return Comparison(right, wrong, recalled, missed)


def _varies(alternative: GoldFigure, gold: GoldFigure, strength: str) -> bool:
    """Whether the alternative is that gold figure with nothing but the bound, the place or the source exchanged."""
    return alternative.model_copy(update={strength: getattr(gold, strength)}) == gold


def _known(found: Sequence[FoundFigure], wanted: Sequence[GoldFigure], what: str) -> list[FoundFigure]:
    """The found figures that the gold has, states `what` of, and for which something was found."""
    return [
        f
        for f in found
        if (f.places if what == "place" else f.sources) and any(_same_figure(f, g) and getattr(g, what) for g in wanted)
    ]


def _same_figure(found: FoundFigure, gold: GoldFigure) -> bool:
    return (found.document, found.field, found.value) == (gold.document, gold.field, gold.value)


def _bound_fits(found: FoundFigure, gold: GoldFigure) -> bool:
    return _same_figure(found, gold) and found.bound == gold.bound


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


_FITS: Mapping[str, Callable[[FoundFigure, GoldFigure], bool]] = {
    "value": _same_figure,
    "bound": _bound_fits,
    "place": _place_fits,
    "source": _source_fits,
}
