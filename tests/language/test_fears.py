"""What somebody fears is no toll: the verb governs its complement, and only that."""

import pytest

from extractor.language import lexicon, read_figures

FEARED = {
    "fr": "Les secouristes craignent que le nombre de victimes n'atteigne 45 morts.",
    "it": "I soccorritori temono che il bilancio salga a 45 morti.",
    "nl": "Hulpverleners vrezen dat het dodental oploopt tot 45 doden.",
    "de": "Die Retter fürchten, dass die Zahl der Opfer auf 45 Tote steigt.",
    "uk": "Рятувальники побоюються, що загинули 45 людей.",
}
TOLD = {
    "fr": "Les habitants craignent une réplique après le séisme qui a fait mardi dans le nord du pays 45 morts.",
    "es": "Los vecinos temen otra crecida después de la tormenta que el martes en la capital dejó 45 muertos.",
    "fr, an adjective": "La redoutable tempête a fait 45 morts.",
    "de": "Befürchtet werden weitere Opfer; 45 Menschen wurden getötet.",
    "it": "Si temono nuove scosse: 45 persone sono morte.",
    "nl": "Bewoners vrezen een nieuwe aanval; 45 mensen werden gedood.",
    "uk": "Мешканці побоюються нових ударів; загинули 45 людей.",
}


def kinds(code, text):
    return [(f.value, f.kind, "hypothetical" in f.flags) for f in read_figures(text, 0, len(text), lexicon(code))]


@pytest.mark.parametrize("code", sorted(FEARED))
def test_a_feared_figure_is_supposed(code):
    assert (45, "killed", True) in kinds(code, FEARED[code])


@pytest.mark.parametrize("code", sorted(TOLD))
def test_a_figure_beyond_what_is_feared_is_told(code):
    assert (45, "killed", False) in kinds(code[:2], TOLD[code])
