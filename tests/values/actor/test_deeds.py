"""Who did it, in the languages that have words for it: the agent is believed, the target is not."""

from __future__ import annotations

import pytest

from extractor.records import ClaimedValue, Span, Status
from extractor.segments import TextView
from extractor.values.actor.actor import Actor
from extractor.values.actor.deeds import DeedWords, deed_role
from extractor.values.actor.roles import Role
from extractor.values.valuetype import FieldRole
from extractor.vocabulary import VocabularyError

ROWS = [
    (
        "es",
        "Un bombardeo de la aviación de Marruecos mató a 12 pastores cerca de Tifariti.",
        "12",
        "Marruecos",
        "supported",
    ),
    ("es", "Hombres del cartel Los Tigres atacaron un retén y mataron a 4 policías.", "4", "Los Tigres", "supported"),
    ("es", "Un ataque contra el Ejército dejó 5 muertos en Arauca.", "5", "Ejército", "contradicted"),
    ("es", "Tres soldados de Colombia fueron asesinados por disidentes.", "Tres", "Colombia", "not supported"),
    ("fr", "Une frappe de la Turquie a tué 6 bergers.", "6", "Turquie", "supported"),
    ("fr", "Un attentat visant la gendarmerie a fait 3 morts.", "3", "gendarmerie", "contradicted"),
    ("ru", "Эфиопия выпустила ракеты по рынку, погибли 9 человек.", "9", "Эфиопия", "supported"),
    ("ru", "При атаке на базу Росгвардии погибли 4 человека.", "4", "Росгвардии", "not supported"),
    ("ru", "Удар Израиля по порту унес жизни 5 моряков.", "5", "Израиля", "supported"),
    ("uk", "Армія Судану обстріляла село, загинули 7 людей.", "7", "Армія Судану", "supported"),
    ("pl", "Wojsko Etiopii zaatakowało targ, zginęło 8 osób.", "8", "Wojsko Etiopii", "supported"),
    ("pl", "W zamachu na policję zginęły 3 osoby.", "3", "policję", "contradicted"),
    ("de", "Bei einem Angriff der Türkei starben 6 Hirten.", "6", "Türkei", "supported"),
    ("de", "Bei einem Anschlag auf die Polizei starben 4 Menschen.", "4", "Polizei", "contradicted"),
    ("nl", "Bij een aanval van Turkije kwamen 6 herders om.", "6", "Turkije", "supported"),
    ("nl", "Zes herders werden gedood door het leger van Tsjaad.", "Zes", "leger", "supported"),
    ("it", "Sei pastori sono stati uccisi dai miliziani di Boko Haram.", "Sei", "Boko Haram", "supported"),
    ("it", "Un attacco contro la polizia ha ucciso 4 persone.", "4", "polizia", "contradicted"),
    ("tr", "Etiyopya ordusu tarafından öldürülen 12 köylü toprağa verildi.", "12", "Etiyopya ordusu", "supported"),
    ("tr", "Polise yönelik saldırıda 3 kişi öldü.", "3", "Polis", "not supported"),
    ("ar", "شنت القوات الإثيوبية هجوما على سوق وقتل 12 شخصا.", "12", "القوات الإثيوبية", "supported"),
    ("ar", "قتل 3 أشخاص في هجوم على الشرطة في بوصاصو.", "3", "الشرطة", "contradicted"),
    ("fa", "ارتش ترکیه به روستا حمله کرد و 6 چوپان کشته شدند.", "6", "ارتش ترکیه", "supported"),
    ("fa", "در حمله به پلیس 4 نفر کشته شدند.", "4", "پلیس", "contradicted"),
    ("hi", "इथियोपिया की सेना ने बाजार पर हमला किया, 12 लोग मारे गए।", "12", "इथियोपिया की सेना", "supported"),
    ("hi", "पुलिस पर हमले में 4 लोग मारे गए।", "4", "पुलिस", "contradicted"),
    ("ur", "ایتھوپیا کی فوج نے بازار پر حملہ کیا، 12 افراد ہلاک ہو گئے۔", "12", "ایتھوپیا کی فوج", "supported"),
    ("ur", "پولیس پر حملے میں 4 افراد ہلاک ہو گئے۔", "4", "پولیس", "contradicted"),
    ("id", "Tentara Etiopia menyerang pasar dan menewaskan 12 orang.", "12", "Tentara Etiopia", "supported"),
    ("id", "Serangan terhadap polisi menewaskan 4 orang.", "4", "polisi", "contradicted"),
    ("zh", "埃塞俄比亚军队对市场发动袭击，造成12人死亡。", "12", "埃塞俄比亚军队", "supported"),
    ("zh", "针对警察的袭击造成4人死亡。", "4", "警察", "not supported"),
    ("ja", "エチオピア軍の空爆で市場の12人が死亡した。", "12", "エチオピア軍", "supported"),
    ("ja", "警察への攻撃で4人が死亡した。", "4", "警察", "contradicted"),
    ("ko", "에티오피아군의 공습으로 시장에서 12명이 숨졌다.", "12", "에티오피아군", "supported"),
    ("ko", "경찰에 대한 공격으로 4명이 숨졌다.", "4", "경찰", "contradicted"),
    ("en", "Rebels shelled the port, while 12 people died in a ferry accident.", "12", "Rebels", "not supported"),
    ("pt", "Um bombardeio da Turquia matou 6 pastores.", "6", "Turquia", "supported"),
]


def span(text, words):
    start = text.index(words)
    return Span(start=start, end=start + len(words))


@pytest.mark.parametrize(("code", "text", "figure", "name", "want"), ROWS, ids=[f"{r[0]}-{r[3]}" for r in ROWS])
def test_who_did_it(code, text, figure, name, want):
    view = TextView(text, language=code)
    claimed = ClaimedValue(value=name, quote=name)
    verdict = Actor(FieldRole.BY_WHOM).verify(claimed, span(text, name), view, span(text, figure))
    if want == "not supported":
        assert verdict.status is not Status.SUPPORTED
    else:
        assert verdict.status.value == want


def test_a_language_without_the_words_says_nothing():
    text = "Rebels shelled the port."
    assert deed_role(TextView(text, language="en"), "Rebels", (0, 6)) is Role.UNKNOWN


def test_a_deed_set_apart_from_the_figure_says_why():
    text = "Rebels shelled the port, while 12 people died in a ferry accident."
    claimed = ClaimedValue(value="Rebels", quote="Rebels shelled the port")
    verdict = Actor(FieldRole.BY_WHOM).verify(claimed, span(text, claimed.quote), TextView(text), span(text, "12"))
    assert (verdict.status, verdict.reason) == (Status.UNCONFIRMED, "other_clause")


def test_every_language_has_verbs_and_nouns_or_only_contrasts():
    for code in DeedWords.codes():
        words = DeedWords.of(code)
        assert bool(words.verbs) == bool(words.doer_nouns) == bool(words.victim_nouns)
        assert words.contrasts


def test_a_role_that_nobody_knows_is_refused():
    with pytest.raises(VocabularyError, match="doers"):
        DeedWords.parse({"doers": "attack"})
