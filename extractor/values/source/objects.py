"""When a verb of speech is none, and what it is about: "listed 57 dead" is of a toll.

"The union has listed its demands after 8 miners died" says nothing of the 8.
"""

from __future__ import annotations

from extractor.language.reporting_words import (
    NOT_SPEECH_AFTER,
    SPEECH_ONLY_WITH,
    STRONG_VERBS,
    THAT_VERBS,
    WEAK_VERBS,
)
from extractor.language.wordlists import word_set
from extractor.language.words import Token

_REACH = 10  # tokens after the verb
# Verbs whose object decides: a figure or a noun of the toll.
_FIGURES = word_set(
    "listed lists list recorded records record documented documents document tallied tally tallies counted counts "
    "count registered registers register logged verified verifies identified identifies denied denies deny described "
    "describes feared fear fears held showed shows show mentioned mentions"
)
# Verbs that move things, too: only a noun of the toll makes them speech ("put the toll at", not "put 300 troops").
_TOLLS = word_set("put puts gave gives raised revised lowered released issued published provided supplied pegged pegs")
_MEANT = word_set(
    "compte comptent calcula calculan calculó cuenta conta teme temen fürchtet estima estiman registra registran"
)
OBJECT_VERBS = _FIGURES | _TOLLS | _MEANT
TOLL_NOUNS = word_set(
    "toll tolls number numbers figure figures total totals count dead deaths casualties casualty "
    "losses loss fatalities "
    "injured wounded missing victims statement list lists estimate estimates tally it them enemy "
    "data statistics communique communiqué bulletin release "
    "toten tote todesopfern todesopfer opfern opfer verletzten vermissten muertos heridos "
    "fallecidos víctimas desaparecidos "
    "lesionados morts blessés disparus victimes bilan corps mortos feridos vítimas corpos desabrigados soterrados"
)
_SAYING = word_set("that saying how killing having anyone at as dass état")
_NUMBERS = word_set(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands "
    "dozen dozens scores no none many several fewer dos tres cuatro cinco seis siete ocho nueve diez once doce veinte "
    "treinta decenas cientos deux trois quatre cinq six sept huit neuf dix onze douze vingt "
    "dizaines centaines zwei drei "
    "vier fünf sechs sieben acht neun zehn elf zwölf zwanzig dreißig dutzende hunderte dois três quatro sete oito nove "
    "dez doze vinte dezenas centenas"
)
_SUBORDINATE = word_set(
    "after when since who which whose where because while before with although though if day "
    "que qui qu tras después nachdem weil après depois após"
)


def about_toll(tokens: list[Token], index: int) -> bool:
    """Does the object of the verb at `index` make it a statement of a toll?"""
    moves = tokens[index].low in _TOLLS
    ahead = tokens[index + 1 : index + 3]
    if ahead and ahead[0].text[:1].isdigit() and not any(t.word for t in ahead[1:]):
        return True  # "the consul gave 37."
    for token in tokens[index + 1 : index + _REACH]:
        low = token.low
        if low in TOLL_NOUNS or low in _SAYING or (low in {"que", "qu"} and token is ahead[0]):
            return True
        if not moves and (token.text[:1].isdigit() or low in _NUMBERS or low.split("-")[0] in _NUMBERS):
            return True
        if token.text in {",", ";", ".", ":"} or low in _SUBORDINATE or (moves and low == "and"):
            return token.text == ":"
    return False


_NOUN_FORMS = word_set(
    "report reports claim claims count counts estimate estimates list lists document documents records"
)
_ARTICLES = frozenset(("a", "an", "the", "this", "their", "his", "its"))
_AFTER_NOUN = word_set("is was are were has had have of by from on into for will would in aside and to")
_WINDOW = 14  # tokens in which "of", "von" must follow "spoke", "sprach"


def no_speech(tokens: list[Token], index: int) -> bool:
    """Do the words beside a verb of speech make it something else?"""
    verb = tokens[index].low
    following = tokens[index + 1].low if index + 1 < len(tokens) else ""
    if following in NOT_SPEECH_AFTER.get(verb, frozenset()) or (verb in THAT_VERBS and following != "that"):
        return True
    if verb in _NOUN_FORMS and index and tokens[index - 1].low in _ARTICLES:
        return True  # "a claim the army denied"
    if verb in _NOUN_FORMS and (following in STRONG_VERBS or following in WEAK_VERBS or following in _AFTER_NOUN):
        return True  # "a military report said", "the police report is due"
    if index and verb.endswith("ed") and tokens[index - 1].low in {"a", "an", "the"}:
        return True  # "an estimated 800 people"
    wanted = SPEECH_ONLY_WITH.get(verb)
    if wanted is not None and not any(t.low in wanted for t in tokens[index + 1 : index + _WINDOW]):
        return True
    return (wanted is not None or verb in OBJECT_VERBS) and not about_toll(tokens, index)
