"""Does the text say so? True claims pass, every one-step falsehood fails with its reason."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.records import Bound, CheckedValue, ClaimedValue, Span, Status, Verdict
from extractor.segments import TextView
from extractor.values.count import Count, fuse_counts, read_counts
from extractor.values.valuetype import Witness

CASES = json.loads((Path(__file__).parents[2] / "data" / "counts.json").read_text(encoding="utf-8"))
S, C, U, N = Status.SUPPORTED, Status.CONTRADICTED, Status.UNSUPPORTED, Status.UNCONFIRMED


def check(text, quote, value, bound=None, kind="killed"):
    start = text.index(quote)
    claimed = ClaimedValue(value=value, bound=bound, quote=quote)
    return Count(kind).verify(claimed, Span(start=start, end=start + len(quote)), TextView(text))


TABLE = [
    ("plain", "The blast killed 57 people.", "57 people", 57, None, "killed", S, "supported"),
    ("hedge kept", "It killed at least 57 people.", "at least 57", 57, Bound.AT_LEAST, "killed", S, "supported"),
    ("hedge cut off", "It killed at least 57 people.", "57 people", 57, Bound.AT_LEAST, "killed", S, "supported"),
    ("hedge dropped", "It killed at least 57 people.", "57 people", 57, Bound.EXACT, "killed", C, "bound_differs"),
    ("hedge unstated", "It killed at least 57 people.", "57 people", 57, None, "killed", C, "bound_differs"),
    ("hedge added", "It killed 57 people.", "57 people", 57, Bound.AT_LEAST, "killed", C, "bound_differs"),
    ("other number", "It killed 57 people.", "killed 57 people", 75, None, "killed", C, "number_differs"),
    ("elsewhere", "It killed 57. In June 71 died.", "It killed 57", 71, None, "killed", C, "number_differs"),
    ("other kind", "It wounded 57 people.", "57 people", 57, None, "killed", C, "kind_differs"),
    ("denied", "The army denied that 57 people were killed.", "57 people", 57, None, "killed", C, "negated"),
    ("not", "The raid did not kill 57 people.", "57 people", 57, None, "killed", C, "negated"),
    ("could", "A raid could kill 57 people.", "57 people", 57, None, "killed", U, "hypothetical"),
    ("feared", "Some 57 people are feared dead.", "57", 57, Bound.AROUND, "killed", U, "hypothetical"),
    ("part", "It killed 57, including 11 women.", "11 women", 11, None, "killed", C, "part_of_whole"),
    ("superseded", "The toll rose from 31 to 57.", "from 31 to 57", 31, None, "killed", C, "superseded"),
    ("current", "The toll rose from 31 to 57.", "from 31 to 57", 57, None, "killed", S, "supported"),
    (
        "sum",
        "The raid killed 12 boys and 3 girls.",
        "killed 12 boys and 3 girls",
        15,
        None,
        "killed",
        U,
        "sum_of_parts",
    ),
    ("no figure", "The blast killed many.", "The blast", 57, None, "killed", U, "no_figure"),
    ("people only", "About 57 people danced.", "57 people", 57, Bound.AROUND, "killed", U, "kind_not_stated"),
    ("people alone", "About 57 people, mostly traders.", "57", 57, Bound.AROUND, "killed", N, "kind_unconfirmed"),
    ("houses", "It destroyed 57 houses.", "57 houses", 57, None, "killed", C, "kind_differs"),
    ("vague", "It wounded dozens.", "dozens", None, Bound.VAGUE, "injured", S, "supported"),
    ("vague as number", "It wounded dozens.", "dozens", 24, None, "injured", C, "number_differs"),
    ("nought", "No one was killed.", "No one was killed", 0, None, "killed", S, "supported"),
    ("clipped numeral", "It killed 1,057 people.", "057 people", 57, None, "killed", U, "no_figure"),
    ("rate", "One in 57 was killed.", "One in 57 was killed", 57, None, "killed", U, "rate"),
    (
        "shared hedge",
        "At least 50 dead and 200 wounded.",
        "200 wounded",
        200,
        Bound.AT_LEAST,
        "injured",
        S,
        "supported",
    ),
    ("shared hedge read plainly", "At least 50 dead and 200 wounded.", "200", 200, None, "injured", S, "supported"),
    ("implied one", "A man was killed.", "A man", 1, None, "killed", S, "supported"),
    ("text for a number", "It killed 57.", "57", "57", None, "killed", U, "not_a_number"),
]


@pytest.mark.parametrize("case", TABLE, ids=[t[0] for t in TABLE])
def test_a_claim_is_judged(case):
    *claim, status, reason = case[1:]
    verdict = check(*claim)
    assert (verdict.status, verdict.reason) == (status, reason)


def test_what_decided_is_the_hedge_and_the_number():
    text = "It killed at least 57 people."
    verdict = check(text, "killed at least 57 people", 57, Bound.AT_LEAST)
    assert verdict.decided is not None
    assert text[slice(*verdict.decided)] == "at least 57"


def test_a_quote_in_several_places_is_tried_in_each():
    text = "He saw 57 houses. The blast killed 57."
    span = Span(start=7, end=9, others=((35, 37),))
    view = TextView(text)
    assert Count("killed").verify(ClaimedValue(value=57, quote="57"), span, view).status is S
    assert Count("killed").verify(ClaimedValue(value=57, quote="57", start=7), span, view).status is C


def firm(reading):
    return not reading.flags & {"negated", "hypothetical", "future", "part", "superseded"}


def verdict_on(view, reading, **changes):
    claimed = reading.value.model_copy(update=changes)
    kind = reading.kind
    sentence = view.sentence_at(reading.start)
    return Count(kind).verify(claimed, Span(start=sentence.start, end=sentence.end), view)


def test_no_changed_figure_is_accepted():
    for case in CASES:
        view = TextView(case["text"])
        readings = read_counts(view, 0, len(view.text))
        for reading in (r for r in readings if r.kind in ("killed", "injured") and r.value.value is not None):
            if firm(reading):
                assert verdict_on(view, reading).status is S, case["id"]
            standing = {(r.kind, r.value.value) for r in readings}
            for number in (reading.value.value + 1, reading.value.value - 1, reading.value.value * 10 + 3):
                if (reading.kind, number) not in standing:
                    assert verdict_on(view, reading, value=number).status is not S, case["id"]
            bounds = {
                r.value.bound for r in readings if r.value.value == reading.value.value and r.kind == reading.kind
            }
            if Bound.BETWEEN in bounds:
                bounds |= {Bound.AT_LEAST}  # "between 30 and 40" are at least 30
            for bound in set(Bound) - bounds:
                if "shared_hedge" not in reading.flags:
                    assert verdict_on(view, reading, bound=bound).status is not S, case["id"]


def witness(value, bound=None, line="a", order=(), quote=None):
    claimed = ClaimedValue(value=value, bound=bound, quote=quote)
    return Witness(CheckedValue(claimed=claimed, span=None, verdict=Verdict(status=S, reason="supported")), line, order)


def test_homs_and_damascus_fuse_as_a_coder_would():
    homs = [
        witness(46, Bound.AT_LEAST, "ministry"),
        witness(57, None, "observatory"),
        witness(60, Bound.AROUND, "monitors"),
    ]
    fused = fuse_counts(homs, "majority")
    assert (fused.low, fused.best, fused.high, fused.conflicts) == (46, 57, 60, ())
    damascus = [witness(83, Bound.AT_LEAST, "sana"), witness(62, None, "observatory")]
    assert fuse_counts(damascus, "majority").conflicts == ((0, 1),)
    assert [fuse_counts(damascus, rule).best for rule in ("conservative", "majority", "highest")] == [62, 62, 83]


def test_a_line_corrects_itself():
    fused = fuse_counts([witness(31, None, "police", ("1",)), witness(57, None, "police", ("2",))], "majority")
    assert (fused.low, fused.best, fused.high, fused.supporting) == (57, 57, 57, (1,))


def test_vague_words_alone_give_a_word():
    fused = fuse_counts(
        [witness(None, Bound.VAGUE, "a", quote="dozens"), witness(None, Bound.VAGUE, "b", quote="hundreds")], "majority"
    )
    assert (fused.value, fused.low, fused.best) == ("hundreds", 100, None)
    assert fuse_counts([], "majority").value is None


BOUNDS = [None, Bound.AT_LEAST, Bound.MORE_THAN, Bound.AROUND, Bound.NEARLY, Bound.FEWER_THAN]
WITNESSES = st.lists(
    st.builds(
        witness, st.integers(1, 90), st.sampled_from(BOUNDS), st.sampled_from("abcd"), st.sampled_from([("1",), ("2",)])
    ),
    min_size=1,
    max_size=8,
)


@given(WITNESSES, st.sampled_from(["conservative", "majority", "highest", "latest"]))
def test_order_and_duplicates_change_no_figure(witnesses, rule):
    one = fuse_counts(witnesses, rule)
    for other in (fuse_counts(witnesses[::-1], rule), fuse_counts([*witnesses, witnesses[0]], rule)):
        assert (one.low, one.best, one.high, one.value) == (other.low, other.best, other.high, other.value)
        assert len(one.conflicts) == len(other.conflicts)
    assert one.low <= one.best <= one.high
    assert one.supporting


@given(st.integers(1, 100), st.integers(1, 100), st.sampled_from(BOUNDS), st.sampled_from(BOUNDS))
def test_compatible_is_symmetric(one, other, bound, other_bound):
    first, second = witness(one, bound).value, witness(other, other_bound).value
    count = Count("killed")
    assert count.compatible(first, second) == count.compatible(second, first)
    assert count.compatible(first, first)


def test_a_vague_count_is_said_in_whole_words():
    view = TextView("Dozens of people were hurt in the blast.")
    verdict = Count("killed").verify(
        ClaimedValue(value=None, bound="vague", quote="Dozens"), Span(start=0, end=6), view
    )
    assert "a vague number of killed" in verdict.detail
    assert "a vague number of injured" in verdict.detail
