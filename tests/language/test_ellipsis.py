"""A name and a figure that leave the verb out count something; a house number and an age still count nobody."""

import pytest

from extractor.language import lexicon, read_figures

TEXTS = [
    ("es", "En Totana murieron 25 personas y en Águilas, 13, según el alcalde.", 13, "other"),
    ("de", "In Köln starben 25 Menschen und in Bonn 13, teilte die Polizei mit.", 13, "other"),
    ("es", "Tres personas murieron en Totana y en Águilas, 13, según el alcalde.", 13, "other"),
    ("es", "El 5 de mayo murieron dos vecinos de Totana y en Águilas, 13, según el alcalde.", 13, "other"),
    ("it", "A Roma sono morte 25 persone e a Milano 13, dice la polizia.", 13, "other"),
    ("ru", "В Киеве погибли 25 человек и в Харькове 13, сообщили власти.", 13, "other"),
    ("de", "Hans Meier, 34, und Anna Schmidt, 29, starben bei dem Unfall.", 29, "measure"),
    ("es", "Murieron 25 personas, entre ellas Juan Pérez, 34, y Ana López, 29.", 29, "measure"),
    ("fr", "Le 5 mai, Jean Dupont et Anne Martin, 29, ont été tués.", 29, "measure"),
    ("it", "Marco Rossi, 34, e sua figlia Anna, 9, sono morti.", 9, "measure"),
    ("nl", "Jan Smit, 34, en Anna Bos, 29, kwamen om het leven.", 29, "measure"),
    ("pl", "Jan Nowak, 34, i Anna Lis, 29, zginęli w wypadku.", 29, "measure"),
    ("de", "In der Hauptstraße 5 starben drei Menschen.", 5, "measure"),
]


@pytest.mark.parametrize(("code", "text", "value", "kind"), TEXTS)
def test_a_figure_behind_a_name(code, text, value, kind):
    assert (value, kind) in [(f.value, f.kind) for f in read_figures(text, 0, len(text), lexicon(code))]
