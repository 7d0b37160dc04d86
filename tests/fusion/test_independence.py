"""Shared copy is found, however it was trimmed, and nothing else is."""

from __future__ import annotations

import time

import pytest
from fusion_fakes import document
from hypothesis import given
from hypothesis import strategies as st

from extractor.fusion.independence import CopyIndex
from extractor.segments import TextView

COPY = "The overloaded boat capsized within sight of the harbour shortly after dawn on Sunday"


def _index(*texts):
    return CopyIndex(TextView.of(document(f"d{i}", text)) for i, text in enumerate(texts))


@pytest.mark.parametrize(
    ("one", "other", "shared"),
    [
        (f"{COPY}.", f"{COPY}.", True),
        (f"{COPY}.", f"{COPY.upper()}!", True),
        (f"{COPY}, officials said.", f"{COPY}, drowning 40.", True),
        (f"{COPY}.", f"Villagers watched as {COPY[4:]}.", True),
        (f"{COPY}.", "An overloaded ferry sank near the port early on Sunday, witnesses told reporters there.", False),
        ("Police said 12 people died.", "Police said 12 people died.", False),
        ("", "", False),
        ("\x00\u202e 🙂", "🙂", False),
    ],
    ids=["same", "case", "tail cut", "head changed", "retold", "too short", "empty", "odd"],
)
def test_pairs(one, other, shared):
    found = _index(one, other).copies
    assert bool(found) == shared


def test_spans_point_at_the_shared_words():
    texts = [f"Intro here.\n{COPY}, officials said.", f"{COPY}, drowning 40."]
    (copy,) = _index(*texts).copies
    for member, text in zip(copy.members, texts, strict=True):
        assert [text[a:b] for a, b in member.shared] == [COPY]


def test_only_the_shared_words_are_copy():
    texts = [f"{COPY}.", f"{COPY}, and 62 people were later found on the rocks by a crew."]
    index = _index(*texts)
    assert index.at("d1", 3) is not None
    assert index.at("d1", texts[1].index("62")) is None
    assert index.at("d9", 0) is None


def test_a_quotation_is_not_copy():
    speech = "“We will rebuild every house that the river has taken from the people of this valley,” he said."
    (copy,) = _index(speech, speech).copies
    assert copy.quotation


def test_articles_in_a_chain_are_one_cluster():
    found = _index(f"{COPY}.", f"{COPY}, officials said.", f"{COPY}, drowning 40.").copies
    assert [len(copy.members) for copy in found] == [3]


@given(st.lists(st.text(max_size=200), max_size=4))
def test_any_text_will_do(texts):
    index = _index(*texts)
    for copy in index.copies:
        for member in copy.members:
            assert 0 <= member.start < member.end <= len(texts[int(member.document[1:])])


@given(st.permutations(range(4)))
def test_the_order_of_articles_changes_nothing(order):
    texts = [f"{COPY}.", f"{COPY}, officials said.", "Something else altogether was printed in this one.", f"{COPY}!"]
    views = [TextView.of(document(f"d{i}", texts[i])) for i in order]
    assert CopyIndex(views).copies == _index(*texts).copies


def test_time_grows_in_step_with_the_articles():
    def seconds(count):
        views = [
            TextView.of(document(f"d{i}", f"{COPY}.\n" + " ".join(f"w{i}x{j}" for j in range(200))))
            for i in range(count)
        ]
        started = time.perf_counter()
        CopyIndex(views)
        return time.perf_counter() - started

    seconds(50)
    assert seconds(800) < 40 * max(seconds(100), 0.002)
