"""Where the JSON of an answer is, whatever is around it."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.client.jsontext import answer_parts, only_thoughts, unreadable

AROUND = {
    "nothing": "ANSWER",
    "a byte order mark": "\ufeffANSWER",
    "white space": "\n \t ANSWER\n\n",
    "a fence": "```json\nANSWER\n```",
    "prose before": "Sure. The claims are: ANSWER",
    "prose after": "ANSWER\n\nNote: only {one} event [sic].",
    "a fence and prose": "Here is the JSON:\n\n```json\nANSWER\n```\n\nI found one claim.",
    "two fences": "```text\n{no json}\n```\n```json\nANSWER\n```",
    "an example before": 'Like {"claims": []}: ANSWER',
    "thoughts": '<think>\nThe article says {x}, so {"claims": [1]}.\n</think>\n\nANSWER',
    "thoughts in other words": "<thinking>\nlet me see\n</thinking>\nANSWER",
    "thoughts without their start": 'I will fill {"killed": 3}.\n</think>\n\nANSWER',
    "channels": "<|channel|>analysis<|message|>We need {<|end|><|start|>assistant<|channel|>final<|message|>ANSWER",
    "an open brace before": '{"claims": [... is how it begins. ANSWER',
}
TEXTS = st.one_of(
    st.text(), st.sampled_from(["</think>", "<think>", "```", '{"claims": [', "<|message|>", '\\"', "]}"])
)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | TEXTS,
    lambda inside: st.lists(inside, max_size=3) | st.dictionaries(TEXTS, inside, max_size=3),
    max_leaves=12,
)


@given(claims=st.lists(VALUES, max_size=4), around=st.sampled_from(list(AROUND.values())), ascii_only=st.booleans())
def test_what_was_meant_is_read(claims, around, ascii_only):
    meant = {"claims": claims}
    text = around.replace("ANSWER", json.dumps(meant, ensure_ascii=ascii_only))
    assert [found.value for found in answer_parts(text) if found.complete and found.value != ["sic"]][-1] == meant


@given(claims=st.lists(VALUES, max_size=3))
def test_json_in_a_string_of_json(claims):
    meant = {"claims": claims}
    assert answer_parts(json.dumps(json.dumps(meant)))[-1].value == meant


@given(items=st.lists(st.dictionaries(TEXTS, VALUES, min_size=1, max_size=3), min_size=1, max_size=3))
def test_an_answer_cut_anywhere_keeps_exactly_its_whole_items(items):
    text, ends = '{"claims": [', []
    for number, item in enumerate(items):
        text += (", " if number else "") + json.dumps(item, ensure_ascii=False)
        ends.append(len(text))
    text += "]}"
    for cut in range(len(text)):
        whole = items[: sum(end <= cut for end in ends)]
        parts = answer_parts(text[:cut])
        first = parts[0].value if parts and not parts[0].start and isinstance(parts[0].value, dict) else {}
        assert first.get("claims", []) == whole


def test_a_number_at_the_cut_may_go_on():
    assert answer_parts('{"a": [5, 57')[0].value == {"a": [5]}
    assert answer_parts('{"a": 1, "b": 2')[0].value == {"a": 1}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (" ", "the answer is empty"),
        ("I cannot help with that.", "holds no object or list; it begins: I cannot help with that."),
        ('<think>well {"a": 1}', "ends before its thoughts do"),
        ('{"a": "b" "c"}', "Expecting ',' delimiter at character 10"),
        ('{"a": "b', "Unterminated string starting at at character 6"),
    ],
)
def test_why_nothing_is_read(text, said):
    assert said in unreadable(text)
    assert unreadable(text).startswith("Invalid JSON: ")


@pytest.mark.parametrize(("text", "thoughts"), [("", True), ("<think>hm", True), ("<think>hm</think>{", False)])
def test_an_answer_that_is_only_thoughts(text, thoughts):
    assert only_thoughts(text) is thoughts


def test_what_models_write_for_null_and_inside_of_strings():
    assert answer_parts('{"a": NaN, "b": "one\ttwo\nthree"}')[0].value == {"a": None, "b": "one\ttwo\nthree"}


def test_an_answer_behind_brackets_that_are_nested_too_deeply():
    assert answer_parts("[" * 5000 + '{"a": 1} and so on')[-1].value == [{"a": 1}]


def test_a_number_that_is_too_long_is_not_a_number():
    assert answer_parts('{"a": ' + "9" * 5000 + "}")[0].value == {"a": "9" * 5000}


@pytest.mark.parametrize(
    "piece",
    [
        "{",
        "[",
        '{"a":',
        "[1,1,",
        '{"x',
        '["{", ',
        '{"a":1, "b":',
        "{}",
        "[" * 900 + "1," * 20_000,
        '{"a":1,',
        "[[],",
        '{"\\',
        '"',
    ],
)
def test_megabytes_of_brackets_are_looked_at_a_bounded_number_of_times(piece, monkeypatch):
    """By the characters that the decoder is asked to look at, not by a clock."""
    looked = 0

    class Counting(json.JSONDecoder):
        def raw_decode(self, s, idx=0):
            nonlocal looked
            try:
                value, end = super().raw_decode(s, idx)
            except json.JSONDecodeError as error:
                looked += len(s) - idx if error.msg.startswith("Unterminated") else error.pos - idx
                raise
            except RecursionError:
                looked += len(s) - idx
                raise
            looked += end - idx
            return value, end

    monkeypatch.setattr("extractor.client.jsontext._DECODER", Counting(strict=False))
    text = piece * max(1, 2_000_000 // len(piece))
    answer_parts(text)
    assert looked < 12 * len(text)
