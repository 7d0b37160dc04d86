"""Which language a text is in; a neighbour's words never make it one."""

import pytest

from extractor.language import detect

PAIRS = [
    ("uk", "Рятувальники працюють на місці вибуху, повідомили в поліції. Постраждалих доставили до лікарні."),
    ("ru", "Спасатели работают на месте взрыва, сообщили в полиции. Пострадавших доставили в больницу."),
    ("bg", "Спасителите работят на мястото на взрива, съобщиха от полицията, като при него са загинали хора."),
    ("nl", "De hulpdiensten zijn ter plaatse, meldt de politie. De gewonden zijn naar het ziekenhuis gebracht."),
    ("tr", "Kurtarma ekipleri olay yerinde çalışıyor. Yaralılar hastaneye kaldırıldı ve bir soruşturma başlatıldı."),
    ("ur", "امدادی ٹیمیں موقع پر موجود ہیں۔ زخمیوں کو ہسپتال منتقل کر دیا گیا ہے۔"),
    ("fa", "نیروهای امدادی در محل هستند و زخمیان به بیمارستان منتقل شدند."),
    ("ar", "تعمل فرق الإنقاذ في موقع الانفجار ونقل المصابون إلى المستشفى."),
    ("ja", "救助隊が現場で作業している。けが人は病院に運ばれた。"),
    ("zh", "救援人员正在现场工作，伤者已送往医院。"),
    ("pl", "Na miejscu pracują ratownicy, podała policja. Ranni zostali przewiezieni do szpitala."),
    ("en", "Rescuers are at the scene of the blast, police said. The wounded were taken to hospital."),
    ("cy", "Mae achubwyr yn gweithio ar y safle, ac mae pobl wedi cael eu cludo i'r ysbyty gan yr heddlu."),
    ("hi", "राहत दल मौके पर है और घायलों को अस्पताल ले जाया गया।"),
]


@pytest.mark.parametrize(("code", "text"), PAIRS, ids=[code for code, _ in PAIRS])
def test_the_language_is_told(code, text):
    assert detect(text) == code


def test_a_long_text_without_any_function_word_is_of_no_language():
    assert detect("Zxqva blorp nembit drasco. " * 12) is None


@pytest.mark.parametrize(
    ("declared", "code"), [("uk", "uk"), ("uk-UA", "uk"), ("de", "ru"), ("xx", "ru"), (None, "ru"), ("", "ru")], ids=str
)
def test_what_metadata_declares_is_believed_in_its_own_script(declared, code):
    assert detect("Погибли 12 человек, еще 30 ранены.", declared=declared) == code


POLISH = (
    "W nocy ze środy na czwartek w kamienicy przy rynku wybuchł pożar, w którym zginęły trzy osoby, a siedem jest "
    "w szpitalu. Straż nie wie jeszcze, co było przyczyną, ale na miejscu są już biegli."
)
AFRIKAANS = "Minstens nege mense is dood nadat 'n bus naby Beaufort-Wes omgeslaan het, het die stad gesê."


@pytest.mark.parametrize(
    ("declared", "text", "code"),
    [
        pytest.param("en-US", POLISH, "pl", id="a page's default against its words"),
        pytest.param("pl", POLISH, "pl", id="as declared"),
        pytest.param("Polish", POLISH, "pl", id="a name is no code"),
        pytest.param("af", AFRIKAANS, "af", id="a neighbour's words do not read a language without a lexicon"),
        pytest.param("nb-NO", "Tre døde i brann.", "no", id="another code of the language"),
        pytest.param("qq", "Three dead in fire.", "en", id="a code of no language"),
    ],
)
def test_what_metadata_declares_is_weighed_against_the_words(declared, text, code):
    assert detect(text, declared=declared) == code
