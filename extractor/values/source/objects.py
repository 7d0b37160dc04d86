"""When a verb of speech is none, and what it is about: "listed 57 dead" is of a toll.

"The union has listed its demands after 8 miners died" says nothing of the 8.
"""

from __future__ import annotations

from functools import cache

from extractor.language.speech import speech_words
from extractor.language.words import Token

_REACH = 10  # tokens after the verb
# Verbs whose object decides: a figure or a noun of the toll.
# Verbs that move things, too: only a noun of the toll makes them speech ("put the toll at", not "put 300 troops").


@cache
def _object_verbs() -> frozenset[str]:
    words = speech_words()
    return words.figure_objects | words.toll_objects | words.meant_objects


def about_toll(tokens: list[Token], index: int) -> bool:
    """Does the object of the verb at `index` make it a statement of a toll?"""
    moves = tokens[index].low in speech_words().toll_objects
    ahead = tokens[index + 1 : index + 3]
    if ahead and ahead[0].text[:1].isdigit() and not any(t.word for t in ahead[1:]):
        return True  # "the consul gave 37."
    for token in tokens[index + 1 : index + _REACH]:
        low = token.low
        if (
            low in speech_words().toll_nouns
            or low in speech_words().saying
            or (low in {"que", "qu"} and token is ahead[0])
        ):
            return True
        if not moves and (
            token.text[:1].isdigit()
            or low in speech_words().number_words
            or low.split("-")[0] in speech_words().number_words
        ):
            return True
        if token.text in {",", ";", ".", ":"} or low in speech_words().subordinators or (moves and low == "and"):
            return token.text == ":"
    return False


_WINDOW = 14  # tokens in which "of", "von" must follow "spoke", "sprach"


def no_speech(tokens: list[Token], index: int) -> bool:
    """Do the words beside a verb of speech make it something else?"""
    verb = tokens[index].low
    following = tokens[index + 1].low if index + 1 < len(tokens) else ""
    if following in speech_words().not_before.get(verb, frozenset()) or (
        verb in speech_words().that_verbs and following != "that"
    ):
        return True
    if verb in speech_words().noun_forms and index and tokens[index - 1].low in speech_words().noun_articles:
        return True  # "a claim the army denied"
    if verb in speech_words().noun_forms and (
        following in speech_words().strong_verbs
        or following in speech_words().weak_verbs
        or following in speech_words().after_noun
    ):
        return True  # "a military report said", "the police report is due"
    if index and verb.endswith("ed") and tokens[index - 1].low in {"a", "an", "the"}:
        return True  # "an estimated 800 people"
    wanted = speech_words().only_with.get(verb)
    if wanted is not None and not any(t.low in wanted for t in tokens[index + 1 : index + _WINDOW]):
        return True
    return (wanted is not None or verb in _object_verbs()) and not about_toll(tokens, index)
