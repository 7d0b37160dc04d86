"""Which cues of a label may speak against another label, which only for their own, and words that hold no cue."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from extractor.values.label.event_labels import EventType, SubType, Victims


def _phrases(text: str) -> tuple[str, ...]:
    return tuple(cue.strip() for cue in text.split(",") if cue.strip())


@dataclass(frozen=True, slots=True)
class Weights:
    """What the members of a label and their cues are worth beside one another.

    `general` members give way to any other that stands beside them; `harmful` ones are what people die of, and
    beside a casualty figure the others give way to them. A `carried` label holds for the sentences that follow its
    cue until another takes over: "Some 600 were hurt" is still the earthquake. `faint` cues are words of many
    meanings: they show their own label and rule out no other. `decisive` members are the only ones whose cues speak
    against others (empty: all). `families` are members between which writers choose freely; two of one family
    exclude each other less than two of different ones. `apart` are phrases with a cue's letters but not its
    meaning.
    """

    general: frozenset[StrEnum] = frozenset()
    harmful: frozenset[StrEnum] = frozenset()
    carried: bool = False
    faint: tuple[str, ...] = ()
    decisive: frozenset[StrEnum] = frozenset()
    families: tuple[frozenset[StrEnum], ...] = ()
    apart: tuple[str, ...] = ()

    def akin(self, one: StrEnum, other: StrEnum) -> bool:
        """Do the two lie in one family? Without families all do."""
        return not self.families or any(one in family and other in family for family in self.families)


# Words that stand in reports of every kind of event: "killed" of a quake, "fighting" a blaze, a "bus" in a flood.
FAINT = _phrases(
    "opened fire on, live ammunition, live rounds, kill*, attack*, attaque*, ataque*, attentat*, anschlag*, shot, "
    "shots, shoot*, raid*, assault*, advance*, offensive*, fighting, battle*, combat*, fought, clash*, stormed, "
    "captur*, captured, seized, took over, took control, fell to, murder*, asesin*, slain, beaten, beat, hack*, "
    "execut*, ramm*, plough*, plow*, target*, violence, operation*, troops, fighters, insurgents, fire, fires, "
    "burn*, burned, burnt, burning, blaze*, flames, engulf*, torch*, brand, suicide, sexual*, march, marched, "
    "rally, rallied, rallies, mob, mobs, rampage*, gunm*n, gunman, gunmen, bus, buses, train, trains, plane, "
    "planes, ferry, airliner, jet, jets, truck, lorry, coach, boat, vessel, minibus, aircraft, helicopter, "
    "flight, rail, railway, locomotive, express, tram, metro, zug, highway, head-on, steamer, trawler, crash*, "
    "plung*, accident*, accidente, acidente*, unfall*, unglück*, sank, sunk, sink, sinking, drown*, overturn*, "
    "collaps*, caved in, gave way, roof, rubble, crush, crushed, derrumb*, effondr*, desab*, factory, warehouse, "
    "reactor, pipeline, boiler, leaking, mine, mina, mines, miner*, pit, usine, fábrica, disease, diseases, "
    "virus, outbreak*, plague, erupt*, magnitude, starv*, famine*, seca, lightning, gale*, cannon*, explosiv*, "
    "explosives, hostage*, siege, nuclear, atomic, chemical*, poison*, radiation, axe, axes, slash*, throat*, "
    "sword*, strafed, clubs, drone*, guards, recruits, residents, girl, girls, boy, boys, guns, gun"
)
# A cue's letters without its sense.
APART = _phrases(
    "cease-fire*, ceasefire*, opened fire, opening fire, open fire, came under fire, under fire, return fire, "
    "returned fire, gun fire, fire brigade*, fire department*, fire service*, fire truck*, fire station*, fire "
    "engine*, fire chief*, fire official*, fire fighter*, death toll*, shell company, shot down, drill rig*, time "
    "bomb*, bomb shelter*, photo shoot*, oil drilling, train station*, bus station*, bus stop*, mine clearance, "
    "sexual health, flight data, red cross worker*, police station*"
)
_ARMED = frozenset(
    [
        EventType.BATTLES,
        EventType.EXPLOSIONS_REMOTE_VIOLENCE,
        EventType.VIOLENCE_AGAINST_CIVILIANS,
        EventType.STRATEGIC_DEVELOPMENTS,
        EventType.PROTESTS,
        EventType.RIOTS,
        EventType.BACKGROUND,
        EventType.STATEMENT,
        EventType.AID,
        EventType.AGREEMENT,
    ]
)
_TOLD = frozenset(
    [EventType.BACKGROUND, EventType.STATEMENT, EventType.AID, EventType.AGREEMENT, EventType.STRATEGIC_DEVELOPMENTS]
)
_DECISIVE_TYPES = frozenset(
    [
        EventType.BATTLES,
        EventType.EXPLOSIONS_REMOTE_VIOLENCE,
        EventType.PROTESTS,
        EventType.RIOTS,
        EventType.NATURAL_DISASTER,
        EventType.TECHNOLOGICAL_DISASTER,
    ]
)
EVENT_TYPE_WEIGHTS = Weights(
    general=frozenset(
        [
            EventType.STATEMENT,
            EventType.BACKGROUND,
            EventType.VIOLENCE_AGAINST_CIVILIANS,
            EventType.STRATEGIC_DEVELOPMENTS,
        ]
    ),
    harmful=_DECISIVE_TYPES | {EventType.VIOLENCE_AGAINST_CIVILIANS},
    carried=True,
    faint=FAINT,
    decisive=_DECISIVE_TYPES,
    families=(
        _ARMED,
        _TOLD | {EventType.NATURAL_DISASTER},
        _TOLD | {EventType.TECHNOLOGICAL_DISASTER},
    ),
    apart=APART,
)
_NATURAL = frozenset(
    [
        SubType.EARTHQUAKE,
        SubType.TSUNAMI,
        SubType.FLOOD,
        SubType.STORM,
        SubType.LANDSLIDE,
        SubType.VOLCANIC,
        SubType.WILDFIRE,
        SubType.DROUGHT,
        SubType.EXTREME_TEMPERATURE,
        SubType.EPIDEMIC,
    ]
)
_TECHNICAL = frozenset(
    [
        SubType.TRANSPORT_ACCIDENT,
        SubType.SHIPWRECK,
        SubType.AIR_CRASH,
        SubType.RAIL_CRASH,
        SubType.ROAD_CRASH,
        SubType.INDUSTRIAL_ACCIDENT,
        SubType.MINE_ACCIDENT,
        SubType.BUILDING_COLLAPSE,
        SubType.FIRE,
        SubType.STAMPEDE,
    ]
)
_REMOTE = frozenset(
    [
        SubType.SUICIDE_BOMB,
        SubType.REMOTE_EXPLOSIVE_IED,
        SubType.AIR_DRONE_STRIKE,
        SubType.SHELLING_ARTILLERY_MISSILE,
        SubType.GRENADE,
        SubType.CHEMICAL_WEAPON,
    ]
)
SUB_TYPE_WEIGHTS = Weights(
    carried=True,
    faint=FAINT,
    decisive=_NATURAL | _TECHNICAL | _REMOTE,
    families=(
        frozenset(SubType) - _NATURAL - _TECHNICAL,
        _NATURAL,
        _TECHNICAL | {SubType.REMOTE_EXPLOSIVE_IED},
        _NATURAL | {SubType.FIRE, SubType.BUILDING_COLLAPSE},
    ),
    apart=APART,
)
WEAPON_WEIGHTS = Weights(faint=FAINT, apart=APART)
# What somebody is besides: these words are said of people of every other group.
BESIDE = frozenset(
    [
        Victims.CHILDREN,
        Victims.WOMEN,
        Victims.STUDENTS,
        Victims.PASSENGERS,
        Victims.CREW,
        Victims.WORKERS,
        Victims.VILLAGERS,
        Victims.TOURISTS,
        Victims.PRISONERS,
        Victims.MIGRANTS,
        Victims.WORSHIPPERS,
    ]
)
VICTIM_WEIGHTS = Weights(decisive=frozenset(Victims) - BESIDE, apart=APART)
