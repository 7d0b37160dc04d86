"""Days of several witnesses: which agree, and what they say together."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st
from when_cases import WHEN

from extractor.records import CheckedValue, ClaimedValue, Status, Verdict
from extractor.values.valuetype import Witness


def checked(resolved, value=None):
    return CheckedValue(
        claimed=ClaimedValue(value=value),
        span=None,
        verdict=Verdict(status=Status.SUPPORTED, reason="x"),
        resolved=resolved,
    )


def test_compatible_and_fuse():
    sunday, february, january = "2016-02-21/2016-02-21", "2016-02-01/2016-02-29", "2016-01-01/2016-01-31"
    assert WHEN.compatible(checked(sunday), checked(february))
    assert not WHEN.compatible(checked(sunday), checked(january))
    assert WHEN.compatible(checked(None), checked(january))
    fused = WHEN.fuse(
        [Witness(checked(february), "a"), Witness(checked(sunday), "b"), Witness(checked(january), "c")], "majority"
    )
    assert fused.value == "2016-02-21"
    assert fused.supporting == (0, 1)
    assert fused.conflicts == ((0, 2), (1, 2))


INTERVALS = st.tuples(st.dates(date(2000, 1, 1), date(2001, 1, 1)), st.integers(0, 40)).map(
    lambda pair: f"{pair[0].isoformat()}/{date.fromordinal(pair[0].toordinal() + pair[1]).isoformat()}"
)


@given(st.lists(INTERVALS, min_size=1, max_size=6), st.randoms(use_true_random=False))
def test_fusion_ignores_order(intervals, random):
    witnesses = [Witness(checked(text), str(i % 3)) for i, text in enumerate(intervals)]
    shuffled = list(witnesses)
    random.shuffle(shuffled)
    assert WHEN.fuse(witnesses, "majority").value == WHEN.fuse(shuffled, "majority").value
