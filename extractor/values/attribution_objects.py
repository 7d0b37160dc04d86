"""What a transitive verb is about: "listed 57 dead" speaks of a toll, "listed its demands" does not."""

from __future__ import annotations

from extractor.values.word_lists import word_set
from extractor.values.words import Token

_REACH = 10  # tokens after the verb
# Verbs whose object decides: a figure or a noun of the toll.
_FIGURES = word_set(
    "listed lists list recorded records record documented documents document tallied tally tallies counted counts "
    "count registered registers register logged verified verifies identified identifies denied denies deny described "
    "describes feared fear fears held showed shows show mentioned mentions"
)
# Verbs that move things, too: only a noun of the toll makes them speech ("put the toll at", not "put 300 troops").
_TOLLS = word_set("put puts gave gives raised revised lowered released issued published provided supplied pegged pegs")
OBJECT_VERBS = _FIGURES | _TOLLS
_TOLL_NOUNS = word_set(
    "toll tolls number numbers figure figures total totals count dead deaths casualties casualty losses loss fatalities "
    "injured wounded missing victims statement list lists estimate estimates tally it them enemy killed death report "
    "bodies survivors data statistics communique communiqué bulletin release dead's drowned homeless displaced"
)
_SAYING = word_set("that saying how killing having anyone at as")
_NUMBERS = word_set(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands "
    "dozen dozens scores no none many several"
)
_SUBORDINATE = word_set("after when since who which whose where because while before with although though if")


def about_toll(tokens: list[Token], index: int) -> bool:
    """Does the object of the verb at `index` make it a statement of a toll?"""
    moves = tokens[index].low in _TOLLS
    for token in tokens[index + 1 : index + _REACH]:
        low = token.low
        if low in _TOLL_NOUNS or low in _SAYING:
            return True
        if not moves and (token.text[:1].isdigit() or low in _NUMBERS or low.split("-")[0] in _NUMBERS):
            return True
        if token.text in {",", ";", ".", ":"} or low in _SUBORDINATE:
            return token.text == ":"
    return False
