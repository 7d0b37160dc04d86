"""Words of a sentence that say how its claim stands to the others of the article. English only; without them a claim
is linked by its values alone."""

from __future__ import annotations

import re
from dataclasses import dataclass

_NOUN = (
    r"(?:attacks?|bombings?|blasts?|explosions?|shootings?|incidents?|strikes?|raids?|assaults?|massacres?|killings?|"
    r"accidents?|crashes|crash|disasters?|quakes?|earthquakes?|fires?|clashes|ambush(?:es)?)"
)
_MANY = re.compile(
    rf"\b(?:both|the (?:two|three|four|five|twin)|two|three|four|five|several) (?:\w+ )?(?:attacks|bombings|blasts in|shootings|incidents|"
    r"raids|massacres|crashes|disasters|quakes|earthquakes|cities|towns|provinces|countries|states|regions)\b|"
    r"\b(?:taken together|altogether|in all|combined|across (?:the country|the region|\w+ (?:cities|provinces|states)))\b|"
    r"\b(?:cities|provinces)\b",
    re.IGNORECASE,
)
_PAIR = re.compile(r"\b(?:both|the two|the twin|taken together)\b", re.IGNORECASE)
_PAST = re.compile(
    r"\b(?:last (?:week|month|year|spring|summer|autumn|fall|winter|january|february|march|april|may|june|july|august|"
    r"september|october|november|december)|(?:weeks?|months?|years?|decades?) (?:ago|earlier|before)|earlier this (?:month|year)|"
    r"the previous (?:week|month|year)|(?:in|since) (?:(?:january|february|march|april|may|june|july|august|september|october|"
    r"november|december) )?(?:1[89]|20)\d\d)\b",
    re.IGNORECASE,
)
_HABIT = re.compile(
    r"\b(?:repeatedly|in the past(?! (?:few |several )?(?:\w+ )?(?:hours?|days?|weeks?))|(?:civil )?war (?:has|have|that has|which has)|conflict (?:has|have|that has)|since the (?:war|"
    r"conflict|uprising|insurgency|start of)|so far this year|this year alone|over the (?:past|last) (?:\w+ )?(?:years|decades?|months))\b",
    re.IGNORECASE,
)
_SEPARATE = re.compile(
    rf"\b(?:separate(?:ly)?|in another|another|elsewhere in|a (?:second|third|fourth)|hours (?:later|earlier))\b.{{0,40}}?\b{_NOUN}|"
    rf"\bseparately\b|\belsewhere in the (?:city|capital|town)\b|\bin a separate\b",
    re.IGNORECASE,
)
_MINUTES = re.compile(r"\b(?:minutes|seconds|moments) (?:later|after|earlier)\b", re.IGNORECASE)
_ANAPHOR = re.compile(r"\b(?:he|she|they|it|his|her|their|the (?:agreement|deal|talks|accord|truce))\b", re.IGNORECASE)
_PLURAL = re.compile(
    r"\b(?:attacks|bombings|blasts|explosions|bombs|shootings|strikes|raids|killings|clashes)\b", re.IGNORECASE
)
_DAYPART = (
    ("morning", re.compile(r"\b(?:morning|dawn|breakfast|rush-hour|\d{1,2}(?::\d\d)? ?a\.?m\b)", re.IGNORECASE)),
    ("afternoon", re.compile(r"\b(?:afternoon|midday|noon)\b", re.IGNORECASE)),
    ("night", re.compile(r"\b(?:evening|night|midnight|dusk|nightfall)\b", re.IGNORECASE)),
)
_SITE = re.compile(
    r"\b(?:market|bazaar|mosque|church|temple|synagogue|shrine|school|university|hospital|clinic|police station|checkpoint|"
    r"barracks|hotel|restaurant|caf[eé]|bar|nightclub|stadium|airport|railway station|bus station|bank|embassy|parliament|"
    r"courthouse|prison|mall|supermarket|funeral|wedding|convoy|barber)\b",
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
    plural: bool = False
    dayparts: tuple[str, ...] = ()
    sites: tuple[str, ...] = ()


NONE = Cues()


def read_cues(words: str) -> Cues:
    """The cues of a sentence.

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
        past=bool(_PAST.search(words)),
        habit=bool(_HABIT.search(words)),
        separate=bool(_SEPARATE.search(words)) and not _MINUTES.search(words),
        anaphor=bool(_ANAPHOR.search(words)),
        plural=bool(_PLURAL.search(words)),
        dayparts=tuple(name for name, cue in _DAYPART if cue.search(words)),
        sites=tuple(sorted({m.group().casefold() for m in _SITE.finditer(words)})),
    )
