"""What the sentence of a figure tells besides it: whether the attacker is counted, whether the report is withdrawn.

These are words around a figure, never figures: they explain a conflict ("9 or 10") and are quoted where they are used.
"""

from __future__ import annotations

import re

from extractor.fusion.stating import number
from extractor.records.events import WitnessRecord

_ATTACKER = (
    r"(?:gun(?:man|men)|shooters?|attackers?|assailants?|bombers?|suicide bombers?|perpetrators?|killers?|hijackers?"
    r"|knife(?:man|men)|assassins?|suspects?|drivers?|atacantes?|asaltantes?|assaillants?|tireurs?|attentäters?|täters?)"
)
_THE = (
    r"(?:(?:the|an?|both|el|los|al|l['’]|le|les|der|den|des|die)\s*)?"
    r"(?:(?:two|three|four|suspected|alleged|lone) )?"
)
# "not including the gunman" leaves him out, and so does whatever both patterns match.
_COUNTED = re.compile(
    r"\b(?:including|counting|incluidos?|incluyendo|y compris|dont|darunter|einschließlich) "
    rf"{_THE}{_ATTACKER}\b"
    rf"|\b{_THE}{_ATTACKER} (?:being |was |were |is |are )?(?:among|one of) "
    r"(?:them|the dead|those killed|the victims)\b"
    r"|\bincluding (?:himself|herself|themselves)\b",
    re.IGNORECASE,
)
_LEFT_OUT = re.compile(
    r"\b(?:before|then) (?:killing|shooting|hanging|killed|shot|hanged) (?:himself|herself|themselves)\b"
    r"|\b(?:before|then) turn(?:ing|ed) (?:the|his|her|their) \w+ on (?:himself|herself|themselves)\b"
    r"|\b(?:before|then) (?:taking|took) (?:his|her|their) own li(?:fe|ves)\b"
    r"|\bbefore (?:being|(?:he|she) was|they were) (?:shot|killed|gunned down)\b"
    r"|\bbefore \w+(?: \w+)? (?:shot|killed|gunned) (?:him|her|them)\b"
    r"|\b(?:not including|not counting|excluding|besides|in addition to|apart from|as well as|plus) "
    rf"{_THE}{_ATTACKER}\b"
    rf"|\b{_THE}{_ATTACKER} (?:also died|also was killed|(?:was|were) also killed|(?:was|were) killed too|died too)\b",
    re.IGNORECASE,
)
_HAPPENING = r"(?:attack|incident|massacre|explosion|blast|bombing|shooting|crash|raid|killings?)"
_WITHDRAWN = re.compile(
    r"\b(?:our|the|an|this) (?:\w+ ){0,3}(?:report|story|article|dispatch)s?\b[^.!?;]{0,200}?"
    r"\b(?:was|were|is|are|has been|have been|proved(?: to be)?|turned out to be) (?:\w+ )?"
    r"(?:wrong|false|untrue|incorrect|erroneous|mistaken|unfounded|withdrawn|retracted|a hoax)\b"
    r"|\b(?:retract|withdraw)(?:s|n|ed)? (?:[\w'’]+ ){0,4}(?:report|story|article|dispatch)s?\b"
    r"|\bwithdrew (?:[\w'’]+ ){0,4}(?:report|story|article|dispatch)s?\b"
    rf"|\bno (?:such )?{_HAPPENING} (?:took place|had taken place|happened|occurred)\b",
    re.IGNORECASE,
)
_LONGEST = 1000  # characters of a sentence that are looked at


def attacker_counted(sentence: str) -> tuple[bool, str] | None:
    """Do the words count the attacker in (True) or leave him out (False), and which words say so?

    None when they do not say.

    >>> attacker_counted("Ten people died, including the gunman, police said.")
    (True, 'including the gunman')
    >>> attacker_counted("He killed nine people before shooting himself.")
    (False, 'before shooting himself')
    >>> attacker_counted("Nine died, not including the gunman.")
    (False, 'not including the gunman')
    >>> attacker_counted("Ten people died.") is None
    True
    """
    piece = sentence[:_LONGEST]
    counted, left_out = _COUNTED.search(piece), _LEFT_OUT.search(piece)
    found = left_out or counted
    return (found is counted, " ".join(found.group().split())) if found else None


_FEW = 5  # attackers that may make the difference between two figures


def attacker_hint(one: WitnessRecord, other: WitnessRecord, sentences: tuple[str, str]) -> str:
    """What the words around two rival figures tell of the attacker, to end a conflict's sentence; "" if nothing.

    Only where the lower figure leaves him out or the higher counts him, and the difference is small.

    Args:
        one: the lower figure.
        other: the higher figure.
        sentences: the sentences that the two stand in.
    """
    low, high = number(one), number(other)
    if low is None or high is None or not 0 < high - low <= _FEW:
        return ""
    told = tuple(attacker_counted(sentence) for sentence in sentences)
    if told[0] is not None and not told[0][0]:
        return f"{one.text} seems to leave the attacker out (“{told[0][1]}”)"
    if told[1] is not None and told[1][0]:
        return f"{other.text} counts the attacker (“{told[1][1]}”)"
    return ""


def withdrawn(sentence: str) -> str | None:
    """The words that take a report back; None if there are none.

    >>> withdrawn("Our report that 80 villagers were killed was wrong and is withdrawn.")
    'Our report that 80 villagers were killed was wrong'
    >>> withdrawn("The report was published on Monday.") is None
    True
    """
    found = _WITHDRAWN.search(sentence[:_LONGEST])
    return " ".join(found.group().split()) if found else None
