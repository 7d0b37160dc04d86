"""Passages: what is offered is what stands there, with labels that survive an answer, in schemas of a sensible size."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pipeline_cases import BRIDGE, QUIET, RAID, SCHEMA, corpus_articles, document

from extractor.client.schema import response_format
from extractor.extraction.passage_answers import passage_answer
from extractor.extraction.passages import MOST_FIGURES, MOST_OPTIONS, Option, _distinct, find_passages, label_of
from extractor.records import ClaimedValue, Stance
from extractor.segments import TextView
from extractor.values.count import Count
from extractor.values.valuetype import Reading

TABLE = "Killed: " + ", ".join(f"{number} dead" for number in range(101, 301)) + "."


def passages_of(text, only=(), **known):
    return find_passages(TextView.of(document(text, **known)), SCHEMA, only)


def choices_of(passage):
    return [*passage.choices, *(choice for figure in passage.figures for choice in figure.choices)]


def enumerations(node):
    if isinstance(node, dict):
        if "enum" in node:
            yield node["enum"]
        for part in node.values():
            yield from enumerations(part)
    elif isinstance(node, list):
        for part in node:
            yield from enumerations(part)


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        pytest.param(BRIDGE, {"killed": ["14"], "injured": ["32"], "missing": ["six"]}, id="bridge"),
        pytest.param(RAID, {"killed": ["21", "nine"], "injured": ["5"]}, id="raid"),
        pytest.param(QUIET, {}, id="no figures"),
        pytest.param("", {}, id="empty"),
        pytest.param("\x00 \ufffd 🙂\n", {}, id="no words"),
    ],
)
def test_every_figure_is_in_one_passage(text, figures):
    found = {}
    for passage in passages_of(text):
        for figure in passage.figures:
            words = text[figure.reading.start : figure.reading.end]
            assert passage.sentence.start <= figure.reading.start < figure.reading.end <= passage.sentence.end
            found.setdefault(figure.field, []).append(words)
    for name, numbers in figures.items():
        assert all(any(number in words for words in found[name]) for number in numbers), found
    if not figures:
        assert not found


@pytest.mark.parametrize("article", corpus_articles(), ids=lambda a: a["id"])
def test_only_what_stands_there_is_offered(article):
    text = article["text"]
    for passage in passages_of(text, published=article["published"]):
        for choice in choices_of(passage):
            labels = [option.label for option in choice.options]
            assert len(labels) == len(set(labels)) <= MOST_OPTIONS
            assert all(label and label.isprintable() for label in labels)
            for option in choice.options:
                for value in option.values:
                    assert text[value.start : value.start + len(value.quote)] == value.quote


def test_a_sentence_with_nothing_to_say_is_no_passage():
    assert passages_of("The minister thanked the crowd.\n") == []


def test_a_table_is_asked_about_in_pieces():
    passages = passages_of(TABLE)
    figures = [figure.reading.start for passage in passages for figure in passage.figures]
    assert len(figures) == 200
    assert figures == sorted(set(figures))
    assert all(len(passage.figures) <= MOST_FIGURES for passage in passages)
    for passage in passages:
        schema = response_format(passage_answer(passage))["json_schema"]["schema"]
        offered = list(enumerations(schema))
        assert sum(map(len, offered)) <= 1000
        assert len(json.dumps(schema)) < 40_000


def test_asking_again_is_about_the_named_figures_alone():
    at = RAID.index("5 people")
    (passage,) = passages_of(RAID, [at])
    assert [figure.reading.start for figure in passage.figures] == [at]


@pytest.mark.parametrize(
    ("words", "label"),
    [
        pytest.param("Sayyida\nZeinab", "Sayyida Zeinab", id="line end"),
        pytest.param("the “army” \\ 'guard'", "the “army” \\ 'guard'", id="quotes"),
        pytest.param("Ra\x00q\u200bqa", "Ra q qa", id="control characters"),
        pytest.param("火事 🔥 حمص", "火事 🔥 حمص", id="other scripts"),
        pytest.param("{{7*7}} {% raw %}", "{{7*7}} {% raw %}", id="template"),
        pytest.param(" \n\t", "", id="nothing"),
    ],
)
def test_a_label_is_one_line_of_the_words(words, label):
    reading = Reading(0, len(words), ClaimedValue(value=None, quote=words))
    assert label_of(reading) == label
    stated = Reading(0, len(words), ClaimedValue(value=words, quote=words, stance=Stance.CLAIMED))
    assert label_of(stated) == f"{label} (claimed)"


@given(st.lists(st.text(max_size=6), max_size=60))
def test_labels_are_unique_and_the_first_of_each_is_kept(labels):
    options = [Option(label, ()) for label in labels]
    kept = _distinct(options)
    assert [o.label for o in kept] == list(dict.fromkeys(label for label in labels if label))[:MOST_OPTIONS]


@given(st.text(max_size=300))
def test_no_text_makes_it_fail(text):
    for passage in passages_of(text):
        assert passage.sentence.end <= len(text)


def test_counts_of_attacks_are_figures_like_others():
    fields = {f.field for p in passages_of("Two car bombs killed 12 people in Basra.\n") for f in p.figures}
    assert {"killed", "attacks"} <= fields
    assert all(isinstance(SCHEMA.value_types()[name], Count) for name in fields)
