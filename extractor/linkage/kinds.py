"""What kind of thing a claim is about, and which kinds can be one event.

The kinds are read from the labels of the schema (ACLED's six and the rest) or, where there is none, from the
words. The table of cues serves both, so that "Explosions/Remote violence" and "two car bombs" end in the same kind.
"""

from __future__ import annotations

import re
from functools import cache

UNKNOWN = "unknown"
TALK = frozenset({"agreement", "statement", "aid"})
VIOLENCE = frozenset({"explosion", "airstrike", "violence", "battle", "protest", "strategic", "siege"})
LASTING = frozenset({"flood", "storm", "epidemic", "drought", "battle", "wildfire", "weather", "disaster", "siege"})
SLOW = frozenset({"epidemic", "drought"})  # counted over weeks and months

# First match wins: the more telling words stand first ("mine explosion" is a mine accident, not a bombing).
_CUES: tuple[tuple[str, str], ...] = (
    (
        "mine",
        (
            r"mine (?:accident|disaster|explosion|collapse)|mining (?:accident|disaster)|colliery|coal ?mine|miners|"
            r"cave-?in|firedamp"
        ),
    ),
    ("earthquake", r"earthquake|\bquake|tremor|aftershock|seismic|\bsismo\b|terremoto|séisme|erdbeben"),
    ("ship", r"shipwreck|naufrag|ferry|capsiz|\bsank\b|sinking|\bboat\b|\bvessel\b|shipping"),
    ("plane", r"plane crash|airliner|aircraft|\bjets?\b|\bjumbos?\b|helicopter|air crash|aviation|runway"),
    ("rail", r"derail|\btrain\b(?! station)|railway(?! station)|rail crash"),
    ("tsunami", r"tsunami|tidal wave"),
    ("weather", r"heat ?wave|cold (?:wave|snap)|extreme temperature"),
    ("landslide", r"mud ?slide|land ?slide|avalanche|rock ?fall"),
    ("flood", r"\bflood|inundat|dam burst|\bcrue\b|inundaci|inondation|überschwemm|hochwasser"),
    ("storm", r"cyclone|hurricane|typhoon|tornado|\b(?:\w+)?storms?\b"),
    ("eruption", r"volcan|\beruption"),
    ("epidemic", r"epidemic|cholera|ebola|outbreak|pandemic"),
    ("drought", r"drought|famine"),
    ("crush", r"stampede|crush"),
    ("collapse", r"(?:building|bridge|dam|structure).{0,12}collapse|collapse of"),
    (
        "road",
        r"road (?:crash|accident)|\bbus\b(?! (?:terminal|station|stop|depot))|lorry|truck (?:crash|overturn)|traffic",
    ),
    ("wildfire", r"wild ?fire|bush ?fire|forest fire"),
    ("fire", r"(?<!opened )(?<!open )(?<!cease-)\bfire\b(?! on\b)|\bblaze|incendi"),
    ("siege", r"hostages?\b|\bsiege|hijack|stand-?off"),
    (
        "explosion",
        (
            r"explos|bomb|blast|attentat|atentado|anschlag|\bied\b|suicide (?:belt|attack)|grenade|landmine|"
            r"remote violence"
        ),
    ),
    ("airstrike", r"air ?strike|air raid|shell(?:ed|ing)\b|drone (?:strike|attack)|missile|bombard"),
    ("battle", r"battle|clash|offensive|fighting|advance by|captured|territor|armed conflict|military operation"),
    ("protest", r"protest|\briot|demonstrat|manifesta|\brally\b|mob violence|uprising|unrest"),
    (
        "violence",
        (
            r"shoot|shot|gunm[ae]n|opened fire|massacre|stab|murder|violence.against.civilians|abduct|kidnap|"
            r"attack|attaque|ataque|fusillade|tiroteo|masacre|"
            r"slain|assassin|killing spree|sexual violence|militia"
        ),
    ),
    ("agreement", r"agreement|agree|treaty|truce|cease-?fire|accord|diplomacy|negotiat"),
    ("statement", r"statement|speech|condemn"),
    ("aid", r"\baid\b|relief"),
    ("strategic", r"strategic"),
    ("background", r"background"),
    ("disaster", r"disaster"),
    ("accident", r"accident|collision|collided"),
)
_TABLE = tuple((kind, re.compile(pattern, re.IGNORECASE)) for kind, pattern in _CUES)
_PHYSICAL = tuple(row for row in _TABLE if row[0] not in {"agreement", "statement", "aid", "background", "strategic"})

# Kinds that one event can be told as; unordered pairs, strength 0 to 1. What is not listed cannot be one event.
_PAIRS: dict[frozenset[str], float] = {
    frozenset(pair): strength
    for pair, strength in (
        (("explosion", "violence"), 0.8),
        (("siege", "violence"), 0.9),
        (("siege", "battle"), 0.7),
        (("siege", "explosion"), 0.5),
        (("siege", "protest"), 0.3),
        (("siege", "plane"), 0.4),
        (("explosion", "airstrike"), 0.7),
        (("airstrike", "battle"), 0.7),
        (("airstrike", "violence"), 0.7),
        (("battle", "violence"), 0.6),
        (("battle", "explosion"), 0.4),
        (("protest", "violence"), 0.7),
        (("protest", "battle"), 0.4),
        (("protest", "explosion"), 0.3),
        (("strategic", "battle"), 0.5),
        (("strategic", "violence"), 0.4),
        (("strategic", "explosion"), 0.3),
        (("flood", "landslide"), 0.7),
        (("flood", "storm"), 0.8),
        (("storm", "landslide"), 0.6),
        (("earthquake", "landslide"), 0.5),
        (("earthquake", "tsunami"), 0.9),
        (("tsunami", "flood"), 0.4),
        (("earthquake", "collapse"), 0.6),
        (("earthquake", "fire"), 0.4),
        (("mine", "explosion"), 0.7),
        (("mine", "fire"), 0.7),
        (("mine", "collapse"), 0.7),
        (("mine", "flood"), 0.6),
        (("fire", "explosion"), 0.6),
        (("fire", "wildfire"), 0.8),
        (("crush", "fire"), 0.4),
        (("crush", "protest"), 0.3),
        (("storm", "ship"), 0.4),
        (("road", "fire"), 0.4),
        (("rail", "road"), 0.4),
        (("plane", "fire"), 0.5),
        (("plane", "explosion"), 0.5),
        (("ship", "fire"), 0.5),
        (("ship", "explosion"), 0.4),
        (("rail", "explosion"), 0.5),
        (("flood", "collapse"), 0.5),
        (("storm", "collapse"), 0.5),
        (("agreement", "statement"), 0.6),
        (("agreement", "aid"), 0.3),
        (("statement", "aid"), 0.4),
        (("strategic", "agreement"), 0.4),
        (("accident", "explosion"), 0.6),
        (("accident", "fire"), 0.8),
        (("accident", "disaster"), 0.8),
        (("explosion", "disaster"), 0.5),
        (("crush", "violence"), 0.3),
        (("fire", "violence"), 0.3),
    )
}
_ACCIDENTS = frozenset({"mine", "ship", "plane", "rail", "road", "crush", "collapse", "fire"})
_DISASTERS = frozenset(
    {
        "tsunami",
        "weather",
        "earthquake",
        "flood",
        "storm",
        "landslide",
        "eruption",
        "epidemic",
        "drought",
        "wildfire",
        "fire",
    }
)


@cache
def compatible(one: str, other: str) -> float:
    """How well two kinds go together in one event: 1 the same, 0 never.

    >>> compatible("explosion", "violence"), compatible("explosion", "agreement")
    (0.8, 0.0)
    """
    if one == other:
        return 1.0
    if UNKNOWN in (one, other):
        known = other if one == UNKNOWN else one
        return 0.0 if known in TALK else 0.8
    for generic, members in (("accident", _ACCIDENTS), ("disaster", _DISASTERS | _ACCIDENTS)):
        if generic in (one, other) and (other if one == generic else one) in members:
            return 0.8
    return _PAIRS.get(frozenset((one, other)), 0.0)


@cache
def kind_of_label(label: str) -> str:
    """The kind a label names; `unknown` when no cue appears in it.

    >>> kind_of_label("Explosions/Remote violence")
    'explosion'
    """
    words = label.replace("_", " ")
    return next((kind for kind, cue in _TABLE if cue.search(words)), UNKNOWN)


def kind_of_words(words: str) -> str:
    """The kind of physical event that a sentence speaks of, by its first cue in the order of the table."""
    return next((kind for kind, cue in _PHYSICAL if cue.search(words)), UNKNOWN)
