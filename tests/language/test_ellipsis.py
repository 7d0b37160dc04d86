"""A name and a figure that leave the verb out count something; a house number still counts nobody."""

import pytest

from extractor.language import lexicon, read_figures

TEXTS = [
    ("es", "En Totana murieron 25 personas y en Águilas, 13, según el alcalde.", 13, "other"),
    ("de", "In Köln starben 25 Menschen und in Bonn 13, teilte die Polizei mit.", 13, "other"),
    ("de", "In der Hauptstraße 5 starben drei Menschen.", 5, "measure"),
]


@pytest.mark.parametrize(("code", "text", "value", "kind"), TEXTS)
def test_a_figure_behind_a_name(code, text, value, kind):
    assert (value, kind) in [(f.value, f.kind) for f in read_figures(text, 0, len(text), lexicon(code))]
