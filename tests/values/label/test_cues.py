"""The words of the event schema's labels: every example is read and every counter-example is not, in each language."""

from __future__ import annotations

import sys
from enum import StrEnum

import pytest

from extractor.registry import load_schema
from extractor.segments import TextView
from extractor.values.label.cues import CueTable, LabelCues, cue_tokens
from extractor.values.label.files import LabelFiles

EVENT = load_schema("event")
LABELS = sys.modules[EVENT.__module__].LABELS
EXAMPLES = LABELS.examples


def kinds(field, text, language):
    view = TextView(text, language=language)
    return {reading.kind for reading in EVENT.value_types()[field].read(view, 0, len(text))}


@pytest.mark.parametrize("row", [e for e in EXAMPLES if e.text], ids=lambda e: f"{e.language}-{e.text[:30]}")
def test_an_example_is_read(row):
    assert row.member in kinds(row.field, row.text, row.language)


@pytest.mark.parametrize("row", [e for e in EXAMPLES if e.counter], ids=lambda e: f"{e.language}-{e.counter[:30]}")
def test_a_counter_example_is_not(row):
    assert row.member not in kinds(row.field, row.counter, row.language)


def test_every_language_has_an_example_and_a_counter_example():
    languages = set(EVENT.value_types()["sub_type"].cues)
    assert {e.language for e in EXAMPLES if e.text} == {e.language for e in EXAMPLES if e.counter} == languages


def test_the_words_of_another_language_show_nothing():
    assert "fire" in kinds("sub_type", "Bei einem Brand in Celle starben zwei Menschen.", "de")
    assert "fire" not in kinds("sub_type", "The brand recalled two cars after two people died.", "en")


class Colour(StrEnum):
    RED = "red"
    BLUE = "blue"


def write(folder, labels="", cues=""):
    (folder / "cues").mkdir()
    (folder / "labels.toml").write_text(labels)
    (folder / "cues" / "en.toml").write_text(cues)
    return LabelFiles(folder, {"colour": Colour})


@pytest.mark.parametrize(
    ("labels", "cues", "message"),
    [
        ("", "[colours]\nred = 'red'", "colours"),
        ("", "[colour]\ngreen = 'green'", "'green' is not one of the values of colour"),
        ("[colour]\ngeneral = 'grey'", "", "'grey' is not one of the values of colour"),
        ("[colour", "", r"labels\.toml"),
        ("", "[colour]\nred = 5", r"en\.toml: \[colour\] red = 5 is not a text"),
        ("", "colour = 'red'", r"en\.toml: colour is not a table"),
        ("", "[faint]\nword = 'red'", r"en\.toml: 'word' is not one of the values of faint; there are words"),
        ("", "[[examples]]\ntxt = 'red'", r"en\.toml: 'txt' is not one .*; there are field, member, text, counter"),
        ("", "[colour]\ngreen = 'green'", r"en\.toml: .*; there are red, blue"),
        ("[colours]\ncarried = true", "", r"labels\.toml: there is no field 'colours'"),
        ("[colour]\ncaried = true", "", r"labels\.toml: \[colour\] has no key 'caried'; there are general"),
        ("[colour]\nparents = 'red'", "", r"labels\.toml: \[colour\] parents = 'red' is of the wrong type"),
        ("[colour]\ncarried = 'no'", "", r"labels\.toml: \[colour\] carried = 'no' is of the wrong type"),
        ("[colour]\nfamilies = [1]", "", r"labels\.toml: \[colour\] families = \[1\] is of the wrong type"),
    ],
)
def test_files_that_are_wrong(tmp_path, labels, cues, message):
    with pytest.raises(ValueError, match=message):
        write(tmp_path, labels, cues).label("colour")


def test_members_shown_by_those_of_another_field(tmp_path):
    (tmp_path / "cues").mkdir()
    (tmp_path / "labels.toml").write_text("[shade.shown_by]\nred = 'red, blue'\n")
    (tmp_path / "cues" / "en.toml").write_text("[colour]\nred = 'crimson'\n[shade]\nred = 'ruby'\n")
    files = LabelFiles(tmp_path, {"colour": Colour, "shade": Colour}, shown={"shade": "colour"})
    assert files.label("shade").cues["en"].members == {Colour.RED: ("ruby", "crimson")}


@pytest.mark.parametrize(
    ("cue", "text", "clitics", "found"),
    [
        ("car bomb*", "two car-bombs", (), ["car-bombs"]),
        ("gunm*n", "the gunmen", (), ["gunmen"]),
        ("爆炸", "工厂爆炸", (), ["爆炸"]),
        ("زلزال", "بالزلزال", ("بال",), ["بالزلزال"]),
        ("bomb", "bombs", (), []),
    ],
)
def test_where_a_cue_is(cue, text, clitics, found):
    table = CueTable([LabelCues({Colour.RED: (cue,)})], clitics)
    tokens = cue_tokens(TextView(text), 0, len(text))
    assert [text[tokens[c.first].start : tokens[c.last - 1].end] for c in table.find(tokens)] == found


def test_a_range_has_the_cues_that_it_has_alone():
    text = "No car-bombs: the bombings, a car bomb attack and gunmen who did not bomb anybody."
    label = EVENT.value_types()["sub_type"]
    view = TextView(text, language="en")
    for start in range(len(text)):
        for end in range(start, len(text) + 1):
            alone = label.read(TextView(text[start:end], language="en"), 0, end - start)
            told = [(r.start - start, r.end - start, r.kind, r.flags) for r in label.read(view, start, end)]
            assert told == [(r.start, r.end, r.kind, r.flags) for r in alone]
