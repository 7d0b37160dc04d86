"""One figure, one event: whose are the words of a figure that several claims use, or that fit no claim's other words?

A figure's words count for one event and one source. Of two claims that report different events and use the same words,
the one whose place, day, source and kind are told beside the words keeps them. A claim all of whose other words are
told elsewhere, while the figure's own clause names a rival, took the figure from another event.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from extractor.language.clauses import clause_bounds
from extractor.records import CheckedClaim, CheckedValue, Span, Status, Verdict
from extractor.segments import TextView
from extractor.values.schema import ClaimSchema
from extractor.values.valuetype import FieldRole, ValueType

Lost = dict[tuple[int, str, int], Verdict]
_CLAUSE, _SENTENCE, _BESIDE = 3.0, 2.0, 1.0  # how much a value told so near a figure says for its claim
_DENIED = -2.0  # the figure's own clause has another value
_SEVERAL = 2  # values told elsewhere; a single one may as well be what is wrong
_FAR = 1.0  # by so much another claim must fit the words better to take them without using them
_MARGIN = 0.25  # of the mean over a claim's values: less decides nothing
_CONTRADICTS = frozenset({"governs_other", "other_date"})


@dataclass(frozen=True, slots=True)
class _Holding:
    """A usable figure of a claim."""

    claim: int
    field: str
    index: int
    start: int
    end: int
    anchor: bool

    @property
    def key(self) -> tuple[int, str, int]:
        return self.claim, self.field, self.index


def contest_figures(
    claims: Sequence[CheckedClaim], anchors: Sequence[Span | None], view: TextView, schema: type[ClaimSchema]
) -> Lost:
    """The figures that their claims lose, or hold in dispute, with the verdict that says so.

    Args:
        claims: the checked claims of one article.
        anchors: for each claim the figure that its other values were judged by; what contradicts a value there says
            nothing of the claim's other figures.
        view: its text.
        schema: their schema.

    Returns:
        By claim (its position), field and index: `other_event` (contradicted) for a figure that belongs to another
        event, `contested` (unconfirmed) where nothing decides between two claims.
    """
    types = schema.value_types()
    holdings = list(_holdings(claims, anchors, types))
    lost: Lost = {}
    for group in _groups(holdings):
        _contest(group, claims, view, types, lost)
    near = _by_sentence(claims, view)
    for holding in holdings:
        told = lost.get(holding.key)
        if (told is None or told.usable) and (why := _strayed(holding, claims, near, view, types)):
            lost[holding.key] = _verdict(holding, Status.CONTRADICTED, "other_event", why)
    return lost


def _by_sentence(claims: Sequence[CheckedClaim], view: TextView) -> dict[int, list[int]]:
    """For each sentence the positions of the claims that have words in it."""
    found: dict[int, list[int]] = {}
    for number, claim in enumerate(claims):
        for index in {view.sentence_index(start) for start, _ in _words(claim)}:
            found.setdefault(index, []).append(number)
    return found


def _holdings(
    claims: Sequence[CheckedClaim], anchors: Sequence[Span | None], types: Mapping[str, ValueType]
) -> Iterator[_Holding]:
    for number, (claim, anchor) in enumerate(zip(claims, anchors, strict=True)):
        at = (anchor.start, anchor.end) if anchor is not None else None
        for name, values in claim.fields.items():
            if name not in types or types[name].role is not FieldRole.HOW_MANY:
                continue
            for index, value in enumerate(values):
                if value.verdict.usable and value.verdict.decided and value.span:
                    decided = value.verdict.decided
                    yield _Holding(number, name, index, *decided, anchor=decided == at)


def _groups(holdings: Sequence[_Holding]) -> Iterator[list[_Holding]]:
    """The holdings of one field whose words overlap, where there are at least two claims."""
    group: list[_Holding] = []
    for holding in sorted(holdings, key=lambda h: (h.field, h.start, h.end, h.claim, h.index)):
        if group and (holding.field != group[0].field or holding.start >= max(h.end for h in group)):
            if len({h.claim for h in group}) > 1:
                yield group
            group = []
        group.append(holding)
    if len({h.claim for h in group}) > 1:
        yield group


def _contest(
    group: Sequence[_Holding],
    claims: Sequence[CheckedClaim],
    view: TextView,
    types: Mapping[str, ValueType],
    lost: Lost,
) -> None:
    """Give the words of a group to the claim that they fit best; the claims of its event keep them as well."""
    ranked = sorted(group, key=lambda h: (-_closeness(claims[h.claim], h, view, types), claims[h.claim].id, h.index))
    best = ranked[0]
    for holding in ranked[1:]:
        one, other = claims[best.claim], claims[holding.claim]
        differs = _differs(one, other, types)
        if differs is None:
            continue
        if _closeness(one, best, view, types, other) - _closeness(other, holding, view, types, one) >= _MARGIN:
            detail = (
                f"these words count for the claim {one.id!r}, which has another {differs} and is told nearer to them"
            )
            lost[holding.key] = _verdict(holding, Status.CONTRADICTED, "other_event", detail)
        else:
            lost.setdefault(best.key, _verdict(best, Status.UNCONFIRMED, "contested", _dispute(other.id, differs)))
            lost[holding.key] = _verdict(holding, Status.UNCONFIRMED, "contested", _dispute(one.id, differs))


def _dispute(rival: str, differs: str) -> str:
    return f"the claim {rival!r} uses these words with another {differs}, and nothing decides between the two"


def _verdict(holding: _Holding, status: Status, reason: str, detail: str) -> Verdict:
    return Verdict(status=status, reason=reason, detail=detail, decided=(holding.start, holding.end))


def _others(
    claim: CheckedClaim, types: Mapping[str, ValueType], holding: _Holding
) -> Iterator[tuple[str, CheckedValue]]:
    """The values of a claim that are told anywhere, but for the figure itself."""
    for name, values in sorted(claim.fields.items()):
        for value in values if name in types else ():
            decided = value.verdict.decided or (-1, -1)
            if value.span is not None and (name != holding.field or decided != (holding.start, holding.end)):
                yield name, value


def _closeness(
    claim: CheckedClaim,
    holding: _Holding,
    view: TextView,
    types: Mapping[str, ValueType],
    rival: CheckedClaim | None = None,
) -> float:
    """How near to a figure a claim's other values are told, from -2 to 3 in the mean over them.

    Words that a `rival` uses as well ("on Tuesday" of the lead) speak for neither and are left out.
    """
    shared = _words(rival) if rival is not None else frozenset()
    told = [v for _, v in _others(claim, types, holding) if v.span and (v.span.start, v.span.end) not in shared]
    return sum(_points(value, holding, view) for value in told) / len(told) if told else 0.0


def _words(claim: CheckedClaim) -> frozenset[tuple[int, int]]:
    spans = (value.span for values in claim.fields.values() for value in values)
    return frozenset((span.start, span.end) for span in spans if span is not None)


def _points(value: CheckedValue, holding: _Holding, view: TextView) -> float:
    return _DENIED if _contradicted(value, holding) else _nearness(value, holding, view)


def _contradicted(value: CheckedValue, holding: _Holding) -> bool:
    """Do the words of this figure say otherwise?"""
    verdict = value.verdict
    return holding.anchor and verdict.status is Status.CONTRADICTED and verdict.reason in _CONTRADICTS


def _nearness(value: CheckedValue, holding: _Holding, view: TextView) -> float:
    at = value.span.start if value.span else 0
    low, high = clause_bounds(view, holding.start, holding.end)
    if low <= at < high:
        return _CLAUSE
    own, other = view.sentence_index(holding.start), view.sentence_index(at)
    if own == other:
        return _SENTENCE
    return _BESIDE if abs(own - other) == 1 else 0.0


def _differs(one: CheckedClaim, other: CheckedClaim, types: Mapping[str, ValueType]) -> str | None:
    """In which field two claims of one article report different events or sources; `None` if they do not."""
    if one.event is not None and other.event is not None and one.event != other.event:
        return "event"
    for name, kind in types.items():
        left, right = one.fields.get(name, ()), other.fields.get(name, ())
        if left and right and not any(kind.alike(a, b) for a in left for b in right):
            return name
    return None


def _places(claim: CheckedClaim, types: Mapping[str, ValueType]) -> Iterator[CheckedValue]:
    for name, values in claim.fields.items():
        if name in types and types[name].role is FieldRole.WHERE:
            yield from (v for v in values if v.span is not None)


def _strayed(
    holding: _Holding,
    claims: Sequence[CheckedClaim],
    near: Mapping[int, Sequence[int]],
    view: TextView,
    types: Mapping[str, ValueType],
) -> str | None:
    """Why a figure that no other claim uses belongs to another event than its claim's; `None` if nothing says so.

    Either nothing else of the claim is told in the figure's sentence, and a rival place, day or speaker is; or another
    claim of another event has its own words there, and this one has its own elsewhere.
    """
    claim = claims[holding.claim]
    told = [(n, v) for n, v in _others(claim, types, holding) if v.span is not None and not v.span.others]
    against = [(n, v) for n, v in told if _contradicted(v, holding)]
    alone = len(told) >= _SEVERAL and not any(_nearness(v, holding, view) >= _SENTENCE for _, v in told)
    if alone and against:
        name, value = against[0]
        return f"the claim's {name} is told elsewhere, and beside the figure: {value.verdict.detail}"
    if any(_nearness(v, holding, view) >= _SENTENCE and v.verdict.usable for v in _places(claim, types)):
        return None
    # Only a claim with words in the figure's sentence is told near enough to it.
    sentences = range(view.sentence_index(holding.start), view.sentence_index(holding.end) + 1)
    beside = {number for index in sentences for number in near.get(index, ())}
    for number in sorted(beside, key=lambda n: (claims[n].id, n)):
        other = claims[number]
        if number == holding.claim or (differs := _differs(claim, other, types)) is None:
            continue
        own = _closeness(claim, holding, view, types, other)
        if own < _SENTENCE and _closeness(other, holding, view, types, claim) >= max(_SENTENCE, own + _FAR):
            return f"these words are told beside those of the claim {other.id!r}, which has another {differs}"
    return None
