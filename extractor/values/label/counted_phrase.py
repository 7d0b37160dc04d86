"""The phrase that a figure heads: "5 civilians" of "an attack on soldiers killed 5 civilians near the port"."""

from __future__ import annotations

from extractor.language.wordlists import word_set
from extractor.language.words import Token, sentence_range, sentence_tokens
from extractor.segments import TextView

_MOST = 14  # words of a phrase
_NEAR = 4  # words between a number and the noun it counts
# A phrase of people ends at what is said of them: a verb, a place, a cause.
_ENDS = word_set(
    "in at by from during after before when on near as while over into inside outside with without for to who "
    "whom whose which that were was are is be been had has have died dead killed wounded injured hurt missing "
    "drowned perished and/or en durante tras por con según cuando cerca del murieron muertos dans lors après par "
    "avec quand près sont ont morts bei nach durch mit von als während sind wurden em após pelo pela com quando "
    "nel dopo per da con"
)
_OPENS = word_set(
    "including mostly mainly among all most many some both of and y et und e o sowie incluidos dont darunter"
)
_NUMBERS = word_set(
    "one two three four five six seven eight nine ten eleven twelve dozen dozens score scores hundred hundreds "
    "thousand several many some twenty thirty forty fifty deux trois quatre cinq dos tres cuatro cinco zwei drei "
    "vier fünf"
)
_HARM = word_set(
    "killed wounded injured shot hurt murdered massacred abducted kidnapped beheaded executed killing wounding "
    "injuring kill kills maté mató tué tötete detained arrested"
)
_PASSIVE = word_set("was were been being are is be fueron sido ont été wurden worden foram")
_COPULA = frozenset({"be", "being"})
_ARE = frozenset({"were", "are", "eran", "étaient", "waren", "sono", "eram"})
_OBJECTS = frozenset({"of", "them", "whom", "these", "those"})


def phrase_bounds(view: TextView, start: int, end: int) -> tuple[int, int]:
    """`[start, end)` of the words a figure counts, absolute; back to its antecedent for "five of them".

    >>> text = "A raid on rebels killed 5 civilians and 2 nurses in Homs."
    >>> text[slice(*phrase_bounds(TextView(text), 24, 25))]
    '5 civilians and 2 nurses'
    """
    low, high = sentence_range(view, start)
    tokens = sentence_tokens(view, low, max(high, end))
    at = next((i for i, t in enumerate(tokens) if t.end > start), len(tokens))
    stop = next((i for i, t in enumerate(tokens) if t.start >= end), len(tokens))
    last = end
    for index in range(stop, min(len(tokens), max(stop, at) + _MOST)):
        token = tokens[index]
        if _ends(tokens, index, stop):
            break
        last = token.end
    if (
        [t.low for t in tokens[stop : stop + 2]][:1] == ["of"]
        and tokens[stop + 1 : stop + 2]
        and (tokens[stop + 1].low in _OBJECTS)
    ):
        return low, last
    return start, last


def _ends(tokens: list[Token], index: int, first: int) -> bool:
    token = tokens[index]
    following = tokens[index + 1].low if index + 1 < len(tokens) else ""
    if token.text == ",":
        return not (following in _OPENS or following in _NUMBERS or following[:1].isdigit())
    if not token.word:
        return token.text not in {"-", "'", "’"}
    if token.low == "and":
        return following in _HARM
    if token.low in {"dead", "killed", "wounded", "injured", "missing"} and index == first:
        return False  # "5 dead civilians"
    if token.low in _COPULA or following in _COPULA:
        return False  # "two persons suspected to be civilians"
    return token.low in _ENDS or token.low in _HARM


def counts_people(view: TextView, start: int, end: int) -> bool:
    """Are the people named at `text[start:end]` a number of people to whom something was done?

    >>> text = "Ten people died, among them three soldiers, when two gunmen killed a guard."
    >>> counts_people(TextView(text), 35, 43), counts_people(TextView(text), 54, 60)
    (True, False)
    """
    low, high = sentence_range(view, start)
    tokens = sentence_tokens(view, low, max(high, end))
    first = next((i for i, t in enumerate(tokens) if t.end > start), len(tokens))
    behind = next((i for i, t in enumerate(tokens) if t.start >= end), len(tokens))
    if behind < len(tokens) and tokens[behind].low in _HARM:
        return False  # they did it
    for token in reversed(tokens[max(0, first - _NEAR) : first]):
        if token.low in _HARM or token.low in _NUMBERS or token.low[:1].isdigit():
            return True
        if token.low in _ARE:
            return True  # "the dead were all miners"
        if token.low in _ARE:
            return True  # "the dead were all miners"
        if token.low in _ENDS or token.low in _PASSIVE or not token.word:
            return False
    return False
