import pytest

from extractor.grounding import Locator, locate_quote, normalise
from extractor.records import SpanMethod

HOMS = (
    "Bombs kill 140 in two cities\n\nTwo car bombs in the central city of Homs killed at least 57 people and wounded dozens "
    "more, the governor\u00a0said on Sunday. The army, which has held the old quarter since May, denied that it had shelled the "
    "market. “We did not hear any warning,” said Layla Haddad, a nurse. Nearly 2.3 million people have fled; 1,200 houses burnt."
)

FOUND = [
    ("exact", "killed at least 57 people", SpanMethod.EXACT, "killed at least 57 people"),
    ("no-break space", "the governor said on Sunday", SpanMethod.NORMALISED, "the governor\u00a0said on Sunday"),
    ("quotes", '"We did not hear any warning,"', SpanMethod.NORMALISED, "“We did not hear any warning,”"),
    ("case", "TWO CAR BOMBS", SpanMethod.NORMALISED, "Two car bombs"),
    ("soft hyphen", "wound\u00aded dozens", SpanMethod.NORMALISED, "wounded dozens"),
    ("full width", "ｋｉｌｌｅｄ ａｔ ｌｅａｓｔ ５７", SpanMethod.NORMALISED, "killed at least 57"),
    ("number as words", "killed at least fifty-seven people", SpanMethod.EDITED, "killed at least 57 people"),
    ("slain", "at least 57 people were slain", None, None),
    ("injured", "killed at least 57 people and injured dozens more", SpanMethod.EDITED, "killed at least 57 people and wounded dozens more"),
    ("dropped word", "Two car bombs in the city of Homs killed at least 57", SpanMethod.EDITED, "Two car bombs in the central city of Homs killed at least 57"),
    ("typo", "killed at least 57 people and wouunded dozens", SpanMethod.EDITED, "killed at least 57 people and wounded dozens"),
    ("contracted", "We didn't hear any warning", SpanMethod.EDITED, "We did not hear any warning"),
    ("full stop", "wounded dozens more.", SpanMethod.EDITED, "wounded dozens more"),
    ("ellipsis", "Two car bombs ... killed at least 57 people", SpanMethod.JOINED, "Two car bombs in the central city of Homs killed at least 57 people"),
    ("bracketed ellipsis", "The army […] denied that it had shelled the market", SpanMethod.JOINED, "The army, which has held the old quarter since May, denied that it had shelled the market"),
]  # fmt: skip

REFUSED = [
    ("no words", "“...”"), ("empty", ""), ("white space", " \n\u00a0"),
    ("number", "killed at least 75 people"), ("cut number", "7 people and wounded dozens"), ("cut at the end", "killed at least 5"),
    ("other words", "killed at least fifty-eight people"), ("name", "in the central city of Hama killed at least 57 people"),
    ("negation gone", "We did hear any warning,” said Layla Haddad"), ("negation came", "two car bombs have not killed at least 57 people"),
    ("hedge flipped", "killed at most 57 people and wounded dozens"), ("hedge gone", "Two car bombs killed 57 people and wounded dozens more"),
    ("hedge came", "and wounded nearly dozens more, the governor said"), ("injured for killed", "injured at least 57 people and wounded dozens more"),
    ("day", "the governor said on Monday"), ("confirmed for denied", "May, confirmed that it had shelled the market"),
    ("magnitude cut", "Nearly 2.3"), ("decimal cut", "3 million people have fled"), ("thousands cut", "200 houses burnt"),
    ("thousands cut at the end", "people have fled; 1"), ("kind of people", "killed at least 57 soldiers and wounded dozens more"),
    ("far pieces", "Bombs kill 140 ... 1,200 houses burnt"), ("did for didn't", "We did ... hear any warning"),
    ("invented", "A second blast hit the bus station an hour later."),
]  # fmt: skip


@pytest.mark.parametrize(("quote", "method", "slice_"), [c[1:] for c in FOUND], ids=[c[0] for c in FOUND])
def test_finds(quote, method, slice_):
    span = locate_quote(quote, HOMS)
    if slice_ is None:
        assert span is None or HOMS[span.start : span.end] in HOMS
        return
    assert span is not None
    assert (HOMS[span.start : span.end], span.method) == (slice_, method)


@pytest.mark.parametrize("quote", [c[1] for c in REFUSED], ids=[c[0] for c in REFUSED])
def test_refuses(quote):
    assert locate_quote(quote, HOMS) is None


SCRIPTS = [
    ("arabic", "قتل ما لا يقل عن ٥٧ شخصا في انفجار سيارتين مفخختين في حمص", "ما لا يقـــل عن ٥٧ شخصا", "ما لا يقل عن ٥٧ شخصا"),
    ("presentation forms", "انفجار في حمص", "ﺍﻧﻔﺠﺎﺭ في حمص", "انفجار في حمص"),
    ("chinese", "周日在霍姆斯发生两起汽车炸弹袭击，造成至少57人死亡。", "至少５７人死亡", "至少57人死亡"),
    ("vietnamese", "Lũ quét làm ít nhất 35 người thiệt mạng", "ít nhất 35 người", "ít nhất 35 người"),
    ("hindi", "विस्फोट में कम से कम 57 लोगों की मौत हो गई", "कम से कम 57 लोगों की मौत", "कम से कम 57 लोगों की मौत"),
    ("russian", "Взрыв унёс жизни 57 человек, сообщили власти", "ВЗРЫВ УНЁС ЖИЗНИ 57 ЧЕЛОВЕК", "Взрыв унёс жизни 57 человек"),
    ("german", "Auf der Straße starben 57 Menschen", "auf der STRASSE starben 57 Menschen", "Auf der Straße starben 57 Menschen"),
    ("turkish", "İSTANBUL'da 57 kişi öldü", "İstanbul’da 57 kişi öldü", "İSTANBUL'da 57 kişi öldü"),
    ("emoji", "RIP 👨\u200d👩\u200d👧 57 dead 😢 in Homs", "57 dead 😢 in homs", "57 dead 😢 in Homs"),
    ("decomposed text", "Le se\u0301isme a fait 57 morts a\u0300 Bogota\u0301", "séisme a fait 57 morts à Bogotá", "se\u0301isme a fait 57 morts a\u0300 Bogota\u0301"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "quote", "slice_"), [c[1:] for c in SCRIPTS], ids=[c[0] for c in SCRIPTS])
def test_any_script(text, quote, slice_):
    span = locate_quote(quote, text)
    assert span is not None
    assert text[span.start : span.end] == slice_


CUT = [
    ("chinese numerals", "造成五十七人死亡", "七人死亡"), ("chinese digits", "造成57人死亡", "7人死亡"), ("han scale", "57万人逃离", "造成57"),
    ("arabic digits", "قتل ٥٧ شخصا", "٧ شخصا"), ("devanagari", "57 लोगों की मौत", "57 लोगो"), ("hyphen", "fifty-seven dead", "seven dead"),
    ("hyphen end", "killed fifty-seven", "killed fifty"), ("no-break thousands", "57\u00a0000 fled", "killed or fled 57"),
    ("spaced thousands", "some 57 000 fled", "some 57"), ("thousands head", "some 57 000 fled", "000 fled"), ("percent", "rose 5% in May", "rose 5"),
    ("million", "cost 5 million dollars", "million dollars"), ("hundred", "two hundred dead", "hundred dead"), ("not", "they didn't shell it", "they did"),
    ("cannot", "they can't leave", "they can"), ("no one", "No one was killed", "one was killed"), ("range", "5-7 dead", "7 dead"),
    ("date", "on 2016-02-21", "on 2016-02"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "quote"), [c[1:] for c in CUT], ids=[c[0] for c in CUT])
def test_never_cuts_a_number_or_a_negation(text, quote):
    assert locate_quote(quote, text) is None


def test_of_several_places_the_one_near_the_hint():
    text = "At least 57 dead. " + "Talks went on in Geneva. " * 20 + "At least 57 dead. The end."
    locator = Locator(text)
    last = text.rindex("At least 57")
    first, second = locator.locate("At least 57 dead"), locator.locate("At least 57 dead", near=len(text))
    assert first is not None
    assert second is not None
    assert (first.start, second.start) == (0, last)
    assert first.others == ((last, last + 16),)
    assert second.others == ((0, 16),)
    folded = locator.locate("at least 57 DEAD", near=last - 5)
    assert folded is not None
    assert folded.start == last


def test_neighbours_decide():
    text = "Homs: 57 dead. " + "Talks went on. " * 30 + "Damascus: 57 dead, it said."
    spans = Locator(text).locate_all(["Damascus", "57 dead", "it said"])
    assert spans[1] is not None
    assert spans[1].start == text.rindex("57 dead")


def test_number_of_places_is_capped():
    span = locate_quote("bomb", "bomb " * 5000)
    assert span is not None
    assert len(span.others) == 16


def test_joined_parts_are_offsets_of_the_original():
    quote = "Two car bombs … killed at least 57 people"
    span = locate_quote(quote, HOMS)
    assert span is not None
    assert [normalise(HOMS[s:e]) for s, e in span.parts] == ["two car bombs", "killed at least 57 people"]


@pytest.mark.parametrize(
    ("one", "other"), [("1000", "10000"), ("2.30", "2.300"), ("11111", "1111"), ("A1000", "A10000"), ("50s", "50ed")]
)
def test_digits_are_never_an_inflection(one, other):
    text = f"The ministry said that {one} people had fled the burning city."
    assert locate_quote(f"the ministry said that {other} people had fled the burning city", text) is None
