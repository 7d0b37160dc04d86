"""The pattern rows of every language: each row's own example, and sentences in which nobody speaks."""

from __future__ import annotations

import re

import pytest

from extractor.language.speech import SpeechWords
from extractor.records import SourceType
from extractor.segments import TextView
from extractor.values.source.source import Source

ROWS = [(code, row) for code in SpeechWords.codes() for row in SpeechWords.of(code).rows]
SILENT = [(code, sentence) for code in SpeechWords.codes() for sentence in SpeechWords.of(code).silent]


def sources(code, marked):
    """The sources over the figure in braces."""
    at = re.sub(r"[\[\]]", "", marked).index("{")
    text = re.sub(r"[\[\]{}]", "", marked)
    return [r.value for r in Source().govern(TextView(text, language=code), at, at + 1) if r.value.value]


@pytest.mark.parametrize(("code", "row"), ROWS, ids=[f"{code}-{row.shape}-{row.units}" for code, row in ROWS])
def test_the_example_of_a_row_is_read_as_it_says(code, row):
    wanted = re.search(r"\[(.*?)\]", row.example).group(1)
    got = [str(value.value) for value in sources(code, row.example)]
    assert len(got) == 1
    assert got[0] in wanted or wanted in got[0]


@pytest.mark.parametrize(("code", "sentence"), SILENT, ids=[f"{c}-{s[:24]}" for c, s in SILENT])
def test_a_sentence_in_which_nobody_speaks_has_no_source(code, sentence):
    assert [value.value for value in sources(code, sentence)] == []


def test_every_language_with_rows_has_an_example_of_silence():
    with_rows = {code for code, _ in ROWS}
    assert with_rows == {code for code, _ in SILENT}
    assert len(with_rows) >= 18


@pytest.mark.parametrize(
    ("code", "marked", "kind"),
    [
        ("pl", "Zginęło {12} osób, podał [Polski Czerwony Krzyż].", SourceType.MONITOR_NGO),
        ("ru", "Погибли {12} человек, рассказали [очевидцы].", SourceType.WITNESS),
        ("tr", "[Anadolu Ajansı] patlamada {12} kişinin öldüğünü duyurdu.", SourceType.STATE_MEDIA),
        ("id", "[Menteri Kesehatan] mengatakan {12} orang tewas.", SourceType.GOVERNMENT),
        ("ja", "[人権監視団]によると、{12}人が死亡した。", SourceType.MONITOR_NGO),
    ],
)
def test_the_type_of_a_source_is_told_by_its_words(code, marked, kind):
    assert [value.source_type for value in sources(code, marked)] == [kind]


def test_two_speakers_of_a_sentence_share_it():
    marked = "Zginęło {12} osób, podała policja, a strażacy powiedzieli, że rannych jest 30."
    assert [v.value for v in sources("pl", marked)] == ["policja"]
    marked = "Zginęło 12 osób, podała policja, a strażacy powiedzieli, że rannych jest {30}."
    assert [v.value for v in sources("pl", marked)] == ["strażacy"]


def test_a_sentence_that_only_points_back_speaks_of_the_one_before_in_its_paragraph():
    assert [v.value for v in sources("it", "I morti sono {12}. Lo riferisce la prefettura.")] == ["prefettura"]
    assert sources("it", "I morti sono {12}.\n\nLo riferisce la prefettura.") == []
