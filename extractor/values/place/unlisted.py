"""Names that no gazetteer has, read where the words around them say that they are places."""

from __future__ import annotations

import re

from extractor.language.transliteration import fold
from extractor.language.wordlists import word_set
from extractor.segments import Segment
from extractor.values.place import words
from extractor.values.place.article import Article, is_dateline, is_demonym, lookup, mention_at, noun_beside, possessive
from extractor.values.place.mention import Mention
from extractor.values.place.vocabulary import place_words
from extractor.world.gazetteer import gazetteer

LONGEST = 5  # words of a name
_CODE = 3  # letters; a shorter name in capitals is a code
_STREETS = word_set("Avenue Street Road Boulevard Square Bridge Plaza")
CLUB_TAILS = word_set("City Town County Forest Rangers United")
AGAINST = re.compile(
    r"\b(?:against|beat|beating|v|vs|versus|fans\s+of|supporters\s+of|play|playing|played|lost\s+to)\.?\s+$",
    re.IGNORECASE,
)
# German nouns that stand before a name and have a capital like it.
_DISTRICT_WORDS = word_set(
    "Landkreis Kreis Stadt Gemeinde Ortsteil Stadtteil Dorf Provinz Bezirk Ort Kleinstadt Vorort"
)
_PAIR = 2  # words; a longer name needs more than an apposition to be a place
_UNLISTED_LEAD = re.compile(
    r"\b(?:in|near|nearby|outside|inside|around|off|(?:parts?|outskirts|centre|center|edge|streets|people|residents|villagers|north|south|east|west)\s+of|en|à|ad|em|bei|presso|près\s+de|cerca\s+de|vicino\s+ad?|"
    r"(?:frazione|località|comune|pueblo|municipio|barrio|village|ciudad|cidade|aldeia|departamento|provincia|distrito|estado|localidad|caserío|vereda|commune|ville|quartier|villaggio)\s+d[ei]|"
    r"(?:landkreis|kreis|stadt|gemeinde|ortsteil|stadtteil|dorf|provinz|bezirk|ort|kleinstadt)|"
    r"(?:attaques?|attentats?|séisme|bataille|ataques?|atentado|masacre|terremoto|incendio|attentato|strage|tragedia|tragédia|desastre|explosion|explosión|incendie)\s+d[eio]l?|"
    r"(?:fled|marched|advanced|retreated|withdrew|spread)\s+(?:to|towards?|through)|\w*(?:unglück|anschlag|massaker|katastrophe|brand|schlacht|beben)s?\s+(?:von|in|bei))\s+(?:the\s+)?$",
    re.IGNORECASE,
)


def _no_place_name(article: Article, at: tuple[int, int], names: list[str], sentence: Segment) -> bool:
    """Is it a body, a club, a person, a people, a code or an ordinary word?"""
    (start, end), text = at, article.view.text
    upper = [n for n in names if n[:1].isupper()]
    if any(possessive(n) in words.ORGANISATION for n in names) or len(names) > LONGEST:
        return True
    if AGAINST.search(text, max(0, start - 30), start) or (
        len(names) == 1 and fold(possessive(names[0])) in words.DIRECTIONS | words.CALENDAR
    ):
        return True
    if fold(possessive(names[0])) in words.ORDINARY - words.DIRECTIONS and not (
        len(names) > 1 and names[-1] in _STREETS
    ):
        return True
    if possessive(names[0]) in article.persons and not (
        (len(names) > 1 and names[-1] in words.FACILITIES | words.NAME_TAILS)
        or words.LOCATIVE.search(text, max(sentence.start, start - 40), start)
    ):
        return True
    if names[0].lower() in words.GIVEN_NAMES and not _happens_at(text, sentence.start, start, end):
        return True
    at_place = re.search(r"\bat\s+$", text[max(0, start - 6) : start]) and _AT_TAIL.match(text[end : end + 30])
    code = len(upper) == 1 and len(upper[0]) <= _CODE and upper[0].isupper()
    return code or (any(is_demonym(article.source, n) for n in names) and not at_place)


def unlisted_place(
    article: Article, tokens: list[tuple[int, int]], names: list[str], sentence: Segment
) -> Mention | None:
    """A name no gazetteer has, where only a place can stand."""
    text = article.view.text
    if len(names) > 1 and names[0] in _DISTRICT_WORDS:
        tokens, names = tokens[1:], names[1:]
    start, end = tokens[0][0], tokens[-1][1]
    if _no_place_name(article, (start, end), names, sentence):
        return None
    begin = max(sentence.start, start - 60)
    noun = noun_beside(text, begin, start, text[end : end + 60])
    if re.search(
        r"\b(?:a|an|mostly|predominantly|largely|mainly|majority|many|some)\s+(?:\w+ly\s+)?$", text[begin:start]
    ):
        return None
    return _evident(article, (start, end), names, noun, sentence)


# "at Muxidi, a crossroads", "at Nova Kasaba." name places; "at Boeing said" does not.
_AT_TAIL = re.compile(
    r",\s+(?:an?|the|in|on|near|just|some|about|where|when|and|\d+)\s|\.(?:\s|$)|\s+in\s+(?:1[89]|20)\d\d\b|\s+(?:in|on|to)\s+the\s+(?:far\s+)?(?:north|south|east|west|cent|coast|border)"
    r"|\s+(?:last|yesterday|late|early)\s"
)
_CATASTROPHE = re.compile(
    r"\s+(?:massacre|earthquake|quake|bombings?|tsunami|(?:mine|air|rail|train|ferry)\s+(?:disaster|crash|accident))\b"
)
_HAPPENS_AT = re.compile(
    r"\b(?:stopped|ambushed|attacked|crashed|derailed|collided|exploded|happened|occurred|place|struck|killed|died|dead|shot|bombed|"
    r"collapsed|overturned|sank)\s+(?:\w+\s+){0,2}?(?:at|in|near)\s+$"
)


def _happens_at(text: str, low: int, start: int, end: int) -> bool:
    """Reads "was stopped at Omar Jillow, about 30 km from": a given name that only a place can be here."""
    return bool(_HAPPENS_AT.search(text, max(low, start - 60), start) and _AT_TAIL.match(text[end : end + 30]))


# "on the A30 between Bodmin and Launceston": names on a road are places; "talks between Hun Sen and Sihanouk" are not.
_ROAD_BETWEEN = re.compile(
    r"\b(?:roads?|highways?|motorways?|railway|tracks?|line|stretch|route|bridge|midway|halfway|somewhere|border|sea|strait|waters|[AMN]\d{1,4})\s+"
    r"(?:\w+\s+){0,3}?(?:between|from|linking|connecting)\s+(?:[A-Z][\w'’-]+(?:\s+[A-Z][\w'’-]+){0,2}\s+(?:and|to|with)\s+)?$",
)
_LOWER_FACILITY = re.compile(
    r"\s+(?:(?:railway|train|bus|underground|metro)\s+)?(?:station|airport|mosque|bridge|stadium|church|temple|refinery)\b"
)
_RAIDED = re.compile(
    r"\b(?:raided|attacked|stormed|shelled|bombed|besieged|captured|overran|entered|razed|reached)\s+$"
)
_LISTED_KIND = re.compile(
    r"\s+and\s+[A-Z][\w'’-]+\s+(?:refugee\s+)?(?:camps|districts|villages|provinces|neighbou?rhoods|towns|states|suburbs)\b"
)


def _evident(
    article: Article, where: tuple[int, int], names: list[str], noun: str, sentence: Segment
) -> Mention | None:
    """Do the words around an unlisted name say that it is a place?"""
    (start, end), text = where, article.view.text
    begin = max(sentence.start, start - 60)
    if len(names) == 1 and place_words(article.view).capital_nouns and not gazetteer().lookup_wide(names[0]):
        return None  # "in Zelten": any noun of such a language
    short = sum(n[:1].isupper() for n in names) <= _PAIR
    typed = bool(noun) or names[-1] in words.NAME_TAILS or names[0] in {"Lake", "Mount", "Cape", "Camp"}
    lead = (
        _UNLISTED_LEAD.search(text[begin:start])
        or words.TAKEN_FROM.search(text[begin:start])
        or _ROAD_BETWEEN.search(text[begin:start])
    )
    at = text[begin:start].lower().endswith(" at ") or text[begin:start].lower() == "at "
    typed = (
        typed or (at and bool(_AT_TAIL.match(text[end : end + 30]))) or bool(_LISTED_KIND.match(text[end : end + 60]))
    )
    facility = names[-1] in words.FACILITIES and len(names) > 1
    stated = re.match(
        r",?\s+in\s+(?:the\s+)?[A-Z]|,\s+(?:a|the)\s+(?:\w+\s+){0,3}(?:suburb|village|town|district|neighbou?rhood|city)\b",
        text[end : end + 60],
    )
    typed = typed or (at and bool(_LOWER_FACILITY.match(text, end, end + 30)))
    typed = typed or bool(_RAIDED.search(text, begin, start) and _AT_TAIL.match(text[end : end + 30]))
    typed = typed or text[end : end + 6] in {" here ", " here,", " here."}
    typed = typed or (short and bool(_CATASTROPHE.match(text, end, end + 30)))
    typed = typed or (
        text[start:end].isupper() and end - start > _CODE and is_dateline(text, start, end) and text[end] != ":"
    )
    if not (typed or facility or (lead and not lead.group().rstrip().endswith("the")) or (stated and short)):
        if short:
            article.doubtful.append((article.view.sentence_index(start), start, _bare_end(text, start, end)))
        return None
    if stated and not (typed or facility or lead) and not _stated_place(article, text, end):
        return None
    if all(n.lower() in article.lower for n in names):
        return None
    return mention_at(article, (start, end), (), {"unlisted"} | ({"facility"} if facility else set()), noun)


def _bare_end(text: str, start: int, end: int) -> int:
    """Without a possessive."""
    return end - 2 if re.search(r"['’]s$", text[start:end]) else end


def _stated_place(article: Article, text: str, end: int) -> bool:
    match = re.match(
        r",\s+in\s+(?:the\s+)?([A-Z][\w'’-]*)(\s+(?:province|prefecture|state|district|region)\b)?",
        text[end : end + 60],
    )
    if match and match[2]:
        return True
    return bool(match and lookup(article.source, match[1])) or bool(re.match(r",\s+(?:a|the)\s", text[end : end + 8]))


_PLURAL = re.compile(
    r"\b(?:villages|towns|cities|hamlets|districts|suburbs|provinces|camps|settlements|communities|islands)\s+of\s+$"
)
_NEXT_OF_LIST = re.compile(r",\s+(?:and\s+)?|\s+and\s+")


def goes_on(text: str, mentions: list[Mention], start: int) -> bool:
    """Does a name go on with the list of "the villages of Pirago, Rivalta and Villanova"?"""
    end = start
    for mention in reversed(mentions):
        if mention.end > end:
            continue
        if not _NEXT_OF_LIST.fullmatch(text, mention.end, end):
            return False
        if _PLURAL.search(text, max(0, mention.start - 30), mention.start):
            return True
        end = mention.start
    return False
