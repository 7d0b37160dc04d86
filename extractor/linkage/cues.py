"""Words of a sentence that say how its claim stands to the others of the article.

English only; without them a claim is linked by its values alone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_NOUN = (
    r"(?:attacks?|bombings?|blasts?|explosions?|shootings?|incidents?|strikes?|raids?|assaults?|massacres?|killings?|"
    r"accidents?|crashes|crash|disasters?|quakes?|earthquakes?|fires?|clashes|ambush(?:es)?|avalanches?|collapses?|sinkings?|floods?|landslides?)"
)
_DAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_MONTH = r"(?:january|february|march|april|may|june|july|august|september|october|november|december)"
_MANY = re.compile(
    r"\b(?:both|the (?:two|three|four|five|twin)|two|three|four|five|several) (?:\w+ )?"
    r"(?:attacks|bombings|blasts in|shootings|incidents|raids|massacres|crashes|disasters|quakes|earthquakes|cities|"
    r"towns|provinces|countries|states|regions)\b|"
    r"\b(?:taken together|altogether|in all|combined)\b|"
    r"\bacross (?:the country|the region|\w+ (?:cities|provinces|states))\b|"
    r"\b(?:cities|provinces)\b",
    re.IGNORECASE,
)
_PAIR = re.compile(r"\b(?:both|the two|the twin|taken together)\b", re.IGNORECASE)
_PAST = re.compile(
    rf"\blast (?:week|month|year|spring|summer|autumn|fall|winter|{_MONTH})\b|"
    r"\b(?:weeks?|months?|years?|decades?) (?:ago|earlier|before)\b|\bearlier this (?:month|year)\b|"
    rf"\bthe previous (?:week|month|year)\b|\b(?:in|since) (?:{_MONTH} )?(?:1[89]|20)\d\d\b",
    re.IGNORECASE,
)
_HABIT = re.compile(
    r"\brepeatedly\b|\bin the past\b(?! (?:few |several )?(?:\w+ )?(?:hours?|days?|weeks?))|"
    r"\b(?:civil )?war (?:has|have|that has|which has)\b|\bconflict (?:has|have|that has)\b|"
    r"\bsince the (?:war|conflict|uprising|insurgency|start of)\b|\bso far this year\b|\bthis year alone\b|"
    r"\bover the (?:past|last) (?:\w+ )?(?:years|decades?|months)\b",
    re.IGNORECASE,
)
_SEPARATE = re.compile(
    r"\b(?:in another|another|elsewhere in|a (?:second|third|fourth)|hours (?:later|earlier))\b"
    rf".{{0,40}}?\b{_NOUN}\b|"
    r"\bseparately\b|\belsewhere in the (?:city|capital|town)\b|\bin a separate\b|"
    rf"\bseparate (?:\w+ )?{_NOUN}\b",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"\b(?:tolls?|number of (?:the )?(?:dead|deaths|victims)|deaths?|dead|bodies)\b(?! toll).{0,80}?"
    r"\b(?:rose|risen|rises|climb(?:s|ed)|reached|increased|jumped|now|stands?|stood|found|recovered)\b.{0,60}?"
    rf"\bon (?:the )?(?:{_DAY}|\d)",
    re.IGNORECASE,
)
_MINUTES = re.compile(r"\b(?:minutes|seconds|moments) (?:later|after|earlier)\b", re.IGNORECASE)
_ANAPHOR = re.compile(r"\b(?:he|she|they|it|his|her|their|the (?:agreement|deal|talks|accord|truce))\b", re.IGNORECASE)
_SPOKE = r"(?:said|says|added|told|warned|insisted|stressed|declined)"
_SPEAKER = re.compile(
    rf"^\W*(?:\w+,? )?(?:he|she|they) (?:also |later |then )?{_SPOKE}\b|[\"”»],? (?:he|she|they) {_SPOKE}\b",
    re.IGNORECASE,
)
_PLURAL = re.compile(
    r"\b(?:attacks|bombings|blasts|explosions|bombs|shootings|strikes|raids|killings|clashes)\b", re.IGNORECASE
)
_DAYPART = (
    ("morning", re.compile(r"\b(?:morning|dawn|breakfast|rush-hour|\d{1,2}(?::\d\d)? ?a\.?m\b)", re.IGNORECASE)),
    ("afternoon", re.compile(r"\b(?:afternoon|midday|noon)\b", re.IGNORECASE)),
    ("night", re.compile(r"\b(?:evening|night|midnight|dusk|nightfall)\b", re.IGNORECASE)),
)
_SITE = re.compile(
    r"\b(?:market|bazaar|mosque|church|temple|synagogue|shrine|school|university|hospital|clinic|police station|"
    r"checkpoint|barracks|hotel|restaurant|caf[eé]|bar|nightclub|stadium|airport|railway station|bus station|bank|"
    r"embassy|parliament|courthouse|prison|mall|supermarket|funeral|wedding|convoy|barber)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Cues:
    """What the words of one claim say about its place among the others."""

    many: bool = False  # speaks of several occurrences at once
    pair: bool = False  # of exactly two, already told
    past: bool = False  # of something before the news of the day
    habit: bool = False  # of a pattern or a whole war
    separate: bool = False  # marks itself off from what was told before
    anaphor: bool = False  # leans on what was told before
    speaker: bool = False  # whoever spoke before goes on
    plural: bool = False
    counted: bool = False  # its day is the day of the count, not of the event
    dayparts: tuple[str, ...] = ()
    sites: tuple[str, ...] = ()


NONE = Cues()


_DIGIT = re.compile(r"\d")


def _told_of(cue: re.Pattern[str], words: str, figure: tuple[int, int] | None) -> bool:
    """Does the cue stand in the words, with no other number between it and the figure?

    "43 were killed, which brings the dead to 680 since the war began": the war's are the 680.
    """
    for match in cue.finditer(words):
        if figure is None or not _DIGIT.search(words[figure[1] : match.start()] or words[match.end() : figure[0]]):
            return True
    return False


def read_cues(words: str, figure: tuple[int, int] | None = None) -> Cues:
    """The cues of a sentence; `figure` is where in it the number stands that the claim is about.

    >>> read_cues("The group claimed both attacks.").many
    True
    >>> read_cues("A second bomb went off minutes later.").separate
    False
    """
    if not words:
        return NONE
    return Cues(
        many=bool(_MANY.search(words)),
        pair=bool(_PAIR.search(words)),
        past=_told_of(_PAST, words, figure),
        habit=_told_of(_HABIT, words, figure),
        separate=bool(_SEPARATE.search(words)) and not _MINUTES.search(words),
        anaphor=bool(_ANAPHOR.search(words)),
        speaker=bool(_SPEAKER.search(words)),
        plural=bool(_PLURAL.search(words)),
        counted=bool(_COUNTED.search(words)),
        dayparts=tuple(name for name, cue in _DAYPART if cue.search(words)),
        sites=tuple(sorted({m.group().casefold() for m in _SITE.finditer(words)})),
    )
