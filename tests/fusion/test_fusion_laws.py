"""Laws of fusion, over made-up figures of made-up lines."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from extractor.fusion.figures import Setting, fuse_count
from extractor.fusion.stating import interval, number
from extractor.numbers import interval as interval_of
from extractor.records import Bound, ClaimedValue, Evidence, SourceType
from extractor.records.events import Rule, SourceLine, Standing, WitnessRecord

BOUNDS = [b for b in Bound if b is not Bound.BETWEEN]
LINES = {
    f"{kind.value}:{name}": SourceLine(
        id=f"{kind.value}:{name}",
        name=name,
        source_type=kind,
        side=f"{kind.value}:{name}",
        named=named,
        attributed=attributed,
        documents=("a", "b"),
    )
    for kind, name, named, attributed in [
        (SourceType.GOVERNMENT, "police", True, True),
        (SourceType.GOVERNMENT, "officials", False, True),
        (SourceType.MONITOR_NGO, "monitor", True, True),
        (SourceType.STATE_MEDIA, "agency", True, True),
        (SourceType.UNSPECIFIED, "paper", False, False),
    ]
}


def _witness(index, figure, line, article, place):
    """A witness: `figure` is number and bound, `article` its id and date, `place` the offset and whether a headline."""
    (number_, bound), (document, published), (start, headline) = figure, article, place
    value = ClaimedValue(value=number_, bound=bound)
    span = interval_of(value)
    return WitnessRecord(
        id=f"w{index:03d}",
        claim=f"c{index:03d}",
        document=document,
        line=line,
        value=number_,
        text=f"{bound.value} {number_}",
        bound=bound,
        low=span.low,
        high=span.high,
        soft=span.soft,
        published=published,
        headline=headline,
        attribution=Evidence(document=document, start=0, end=1, quote="x")
        if not line.startswith("unspecified")
        else None,
        evidence=Evidence(document=document, start=start, end=start + 1, quote="x"),
    )


@st.composite
def witnesses(draw, least=0):
    dates = {d: draw(st.sampled_from([None, "2020-01-01", "2020-01-02", "2020-01-02T10:00:00+00:00"])) for d in "abc"}
    found = []
    for index in range(draw(st.integers(least, 8))):
        document = draw(st.sampled_from("abc"))
        found.append(
            _witness(
                index,
                (draw(st.integers(0, 40)), draw(st.sampled_from(BOUNDS))),
                draw(st.sampled_from(sorted(LINES))),
                (document, dates[document]),
                (draw(st.integers(0, 50)), draw(st.booleans())),
            )
        )
    return found


def _fuse(found, rule=Rule.MAJORITY):
    return fuse_count("killed", found, Setting(LINES, rule))


@given(witnesses(), st.randoms(use_true_random=False), st.sampled_from(Rule))
def test_order_changes_nothing(found, random, rule):
    shuffled = list(found)
    random.shuffle(shuffled)
    assert _fuse(shuffled, rule) == _fuse(found, rule)


@given(witnesses(), st.sampled_from(Rule))
def test_fusing_twice_is_once(found, rule):
    first, conflicts = _fuse(found, rule)
    in_force = [w for w in first.witnesses if w.standing is Standing.CURRENT]
    second, again = _fuse(in_force, rule)
    assert (second.low, second.best, second.high, again) == (first.low, first.best, first.high, conflicts)


@given(witnesses(), st.sampled_from(Rule))
def test_low_best_high(found, rule):
    field, _ = _fuse(found, rule)
    if field.best is None:
        assert (field.low, field.high) == (None, None)
        assert not [w for w in field.witnesses if w.standing is Standing.CURRENT and number(w) is not None]
    else:
        assert field.low <= field.best <= field.high


@given(witnesses(), st.sampled_from(Rule))
def test_best_is_backed_by_its_supporters(found, rule):
    field, _ = _fuse(found, rule)
    backing = [w for w in field.witnesses if w.id in field.supporting]
    assert all(number(w) == field.best and w.standing is Standing.CURRENT for w in backing)
    assert bool(backing) == (field.best is not None)


@given(witnesses())
def test_conflicts_are_pairs_that_do_not_meet(found):
    field, conflicts = _fuse(found)
    known = {w.id: w for w in field.witnesses}
    for conflict in conflicts:
        assert not interval(known[conflict.one[0]]).meets(interval(known[conflict.other[0]]))
    assert field.disputed == bool(conflicts)


@given(witnesses(least=1), st.data())
def test_a_compatible_witness_never_widens_a_conflict(found, data):
    before, conflicts = _fuse(found)
    current = [w for w in before.witnesses if w.standing is Standing.CURRENT]
    line = SourceLine(
        id="monitor_ngo:new", name="new", source_type=SourceType.MONITOR_NGO, side="new", named=True, attributed=True,
        documents=("z",),
    )  # fmt: skip
    figure = (data.draw(st.integers(0, 40)), data.draw(st.sampled_from(BOUNDS)))
    fresh = _witness(900, figure, line.id, ("z", "2020-02-01"), (3, False))
    if not all(interval(fresh).meets(interval(w)) for w in current):
        return
    _, after = fuse_count("killed", [*found, fresh], Setting({**LINES, line.id: line}))
    assert _figures(after, [*found, fresh]) <= _figures(conflicts, found)


def _figures(conflicts, found):
    known = {w.id: (w.low, w.high) for w in found}
    return {(known[c.one[0]], known[c.other[0]]) for c in conflicts}


@given(witnesses(), st.sampled_from(Rule))
def test_a_repeated_witness_changes_no_value(found, rule):
    again = [w.model_copy(update={"id": w.id + "-again"}) for w in found]
    one, two = _fuse(found, rule)[0], _fuse([*found, *again], rule)[0]
    assert (one.low, one.best, one.high, one.disputed) == (two.low, two.best, two.high, two.disputed)
    assert one.agreement == two.agreement
