import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.records import ClaimedValue, SourceType, Span, Status
from extractor.segments import TextView
from extractor.values.naming.aliases import article_aliases, short_key
from extractor.values.source.source import Source, source_family, source_line

CASES = json.loads((Path(__file__).parents[2] / "data" / "values" / "attribution.json").read_text(encoding="utf-8"))


OWN_VOICE = json.loads((Path(__file__).parents[2] / "data" / "values" / "own_voice.json").read_text(encoding="utf-8"))


def figures():
    for case in CASES:
        position = 0
        for figure in case["figures"]:
            pattern = re.compile(rf"(?<![\w,.]){re.escape(figure['figure'])}(?![\w]|[.,]\d)")
            found = pattern.search(case["text"], position) or pattern.search(case["text"])
            position = found.end()
            yield pytest.param(case["text"], found.start(), found.end(), figure, id=f"{case['id']}-{figure['figure']}")


def fits(wanted, got):
    one, other = short_key(wanted), short_key(got)
    return one in other or other in one


@pytest.mark.parametrize(("text", "start", "end", "figure"), list(figures()))
def test_the_source_that_governs_a_figure(text, start, end, figure):
    found = [r for r in Source().govern(TextView(text), start, end) if r.value.value is not None]
    wanted = [name for name in figure["sources"] if name != "reports"]
    assert bool(found) == bool(wanted)
    for reading in found:
        assert any(fits(w, reading.resolved or "") or fits(w, str(reading.value.value)) for w in wanted)
        assert reading.kind in figure["types"]
        assert text[reading.start : reading.end] == reading.value.quote


@pytest.mark.parametrize("case", OWN_VOICE, ids=[f"{c['text'][:24]}-{c['figure']}" for c in OWN_VOICE])
def test_a_figure_in_the_voice_of_the_article_has_no_source(case):
    start = case["text"].index(case["figure"])
    found = Source().govern(TextView(case["text"]), start, start + len(case["figure"]))
    assert [r.value.value for r in found if r.value.value is not None] == []


def test_the_source_of_another_figure_is_refused():
    text = "The army said 20 rebels died. Residents said 9 farmers were killed."
    view = TextView(text)
    anchor = Span(start=text.index("20"), end=text.index("20") + 2)
    whole = Span(start=0, end=len(text))
    right = Source().verify(ClaimedValue(value="the army", quote="x"), whole, view, anchor)
    wrong = Source().verify(ClaimedValue(value="Residents", quote="x"), whole, view, anchor)
    assert (right.status, right.reason) == (Status.SUPPORTED, "governs")
    assert (wrong.status, wrong.reason) == (Status.CONTRADICTED, "governs_other")


def test_a_name_that_only_stands_nearby_is_no_source():
    text = "A bomb near the Red Cross office in Kabul killed 8 people."
    view = TextView(text)
    anchor = Span(start=text.index("8"), end=text.index("8") + 1)
    verdict = Source().verify(ClaimedValue(value="Red Cross", quote="x"), Span(start=0, end=len(text)), view, anchor)
    assert verdict.status is Status.UNSUPPORTED


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("SANA", "Syrian state news agency SANA", True),
        ("SANA", "the official Syrian news agency", True),
        ("SOHR", "the Observatory", True),
        ("police", "the police", True),
        ("police", "army", False),
        ("state television", "SANA", False),
        ("Reuters", "AFP", False),
    ],
)
def test_source_lines(one, other, same):
    assert (source_line(one) == source_line(other)) is same


def test_state_television_and_sana_are_one_family_but_two_lines():
    assert source_family(source_line("state television")) == source_family(source_line("SANA"))
    assert source_line("", SourceType.WITNESS) == "witness:"


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        ("The Karen Human Rights Group (KHRG) said 4 died.", "KHRG", "Karen Human Rights Group"),
        ("Police Chief Dan Rowe spoke. Rowe left.", "Rowe", "Dan Rowe"),
        ("Isis struck.", "Islamic State group", "Isis"),
        ("President Bashar al-Assad spoke.", "Assad", "Bashar al-Assad"),
    ],
)
def test_aliases_of_an_article(text, one, other):
    assert article_aliases(TextView(text)).same(one, other)


@given(st.text(max_size=200))
def test_no_text_makes_it_raise(text):
    view = TextView(text)
    for reading in Source().read(view, 0, len(text)):
        assert text[reading.start : reading.end] == reading.value.quote
    Source().govern(view, 0, len(text))
    article_aliases(view).canonical(text)


def spoken(marked, language=None):
    """The sources and their types over the figure in braces."""
    at = marked.index("{")
    text = marked.replace("{", "").replace("}", "")
    found = Source().govern(TextView(text, language=language), at, at + 1)
    return [(r.value.value, r.kind) for r in found if r.value.value is not None]


@pytest.mark.parametrize(
    "marked",
    [
        "An army lorry overturned at Ostrava: {3} dead, 17 hurt.",
        "A police car crashed near Utrecht: {2} dead.",
        "A hospital wing burned in Seville: {4} killed.",
    ],
)
def test_a_sentence_before_a_colon_is_no_speaker(marked):
    assert spoken(marked) == []


@pytest.mark.parametrize(
    ("marked", "language", "name", "kind"),
    [
        ("Police chief: {3} dead in crash at the weekend.", "en", "Police chief", "government"),
        ("Rescue officials in Turin: {3} dead in the blast.", "en", "Rescue officials in Turin", "government"),
        (
            "At least {16} died, the Baltic Network for Human Rights, which is based in Leeds, England, said.",
            "en",
            "Baltic Network for Human Rights",
            "monitor_ngo",
        ),
        ("Murieron {12} personas, dijo el martes el alcalde.", "es", "alcalde", "government"),
        ("Au moins {12} personnes sont mortes, a indiqué la police samedi.", "fr", "police", "government"),
        ("Murieron {12} personas, informó la Media Luna Roja.", "es", "Media Luna Roja", "monitor_ngo"),
    ],
)
def test_who_speaks_without_what_stands_beside(marked, language, name, kind):
    assert spoken(marked, language) == [(name, kind)]


@pytest.mark.parametrize(
    ("text", "quote", "name"),
    [
        (
            "Twelve people died. It is in a report issued at noon on Friday by the Delta Relief Network.",
            "a report issued at noon on Friday by the Delta Relief Network",
            "Delta Relief Network",
        ),
        (
            "Murieron 12 personas. Lo dice un informe difundido el lunes por la Red Andina.",
            "un informe difundido el lunes por la Red Andina",
            "Red Andina",
        ),
    ],
)
def test_what_somebody_issued_lets_them_speak(text, quote, name):
    start = text.index(quote)
    value = ClaimedValue(value=name, quote=quote)
    figure = Span(start=0, end=6)
    verdict = Source().verify(value, Span(start=start, end=start + len(quote)), TextView(text), figure)
    assert verdict.status in {Status.SUPPORTED, Status.UNCONFIRMED}
