"""Phrases that lay an attack to somebody. Each is a tuple of folded words with the stance it shows."""

from __future__ import annotations

from extractor.language.wordlists import word_set
from extractor.records import Stance


def _table(rows: dict[Stance, str]) -> dict[tuple[str, ...], Stance]:
    return {
        tuple(p.split()): stance for stance, text in rows.items() for p in (q.strip() for q in text.split(",")) if p
    }


# The actor stands before.
SUBJECT_CUES: dict[tuple[str, ...], Stance] = _table(
    {
        Stance.CLAIMED: (
            "claimed responsibility, claims responsibility, claim responsibility, claiming responsibility, "
            "claimed credit, claimed, claims, claiming, took responsibility, takes responsibility, taken "
            "responsibility, taking responsibility, admitted responsibility, acknowledged responsibility, "
            "accepted responsibility, admitted carrying out, admitted planting, admitted killing, admitted to, "
            "admitted it, admitted the, admitted that it, confessed to, owned up to, reivindicó, se atribuyó, a "
            "revendiqué, ont revendiqué, revendiqué, bekannte sich, bekannten sich, reivindicou, assumiu a "
            "responsabilidade, assumiu a autoria"
        ),
        Stance.DENIED: (
            "denied responsibility, denies responsibility, denied involvement, denied any involvement, denies "
            "involvement, denied any responsibility, denied carrying out, denied being behind, denied being "
            "responsible, denied it, denied that it, denied attacking, denied the, denied any role, denied any "
            "part, denied having, denied its, denied bombing, denied shelling, denied killing, denied planting, "
            "denied targeting, denied claims, denied accusations, denied allegations, disclaimed "
            "responsibility, denied firing, rejected responsibility, rejected the accusation, rejected "
            "accusations, negó, a nié, dementierte, negou"
        ),
        Stance.BLAMED: (
            "was blamed, were blamed, has been blamed, have been blamed, is blamed, are blamed, was accused, "
            "were accused, has been accused, have been accused, stands accused, is accused, are accused"
        ),
        Stance.SUSPECTED: (
            "is suspected, are suspected, was suspected, were suspected, is believed to, are believed to, was "
            "believed to, were believed to, was thought to, is thought to, are thought to, were thought to, is "
            "alleged, are alleged, was alleged, were alleged, allegedly, may have carried out, might have "
            "carried out, may be behind, may have been behind, could be behind, is believed to be behind, "
            "possibly, are the main suspects, is the main suspect, has come under suspicion"
        ),
    }
)
# The actor stands after.
BY_CUES: dict[tuple[str, ...], Stance] = _table(
    {
        Stance.CLAIMED: (
            "claimed by, responsibility was claimed by, admitted by, reivindicado por, reivindicada por, "
            "revendiqué par, revendiquée par, revendiqué"
        ),
        Stance.DENIED: "denied by",
        Stance.SUSPECTED: (
            "suspected to be, believed to be, the work of suspected, thought to be, suspicion fell on, "
            "suspicion falls on, alleged, presumed, believed to have been carried out by, suspected of being, "
            "thought to have been carried out by, suspicion has fallen on, suspects include, hallmarks of, "
            "trademark of, apparently by"
        ),
    }
)
BLAME_BEFORE: dict[tuple[str, ...], Stance] = _table(
    {
        Stance.BLAMED: (
            "blamed on, blamed, blames, blaming, blame, accused, accuses, accusing, attributed to, attributes "
            "to, pointed the finger at, pinned on, held responsible, holds responsible, laid at the door of, "
            "charged that, attributed the attack to, attributed the bombing to, culpó a, acusó a, accusé, "
            "accuse, a accusé, beschuldigte, culpou, acusou, were the work of, was the work of, responsibility "
            "lay with"
        ),
    }
)
CARRIED_OUT: dict[tuple[str, ...], bool] = {
    tuple(p.split()): True
    for p in (
        "carried out",
        "was behind",
        "were behind",
        "had carried out",
        "was responsible",
        "were responsible",
        "is responsible",
        "are responsible",
        "staged the",
        "mounted the",
        "planted the",
        "detonated",
        "had detonated",
        "had bombed",
        "had attacked",
        "had killed",
        "killed",
        "ambushed",
        "had planted",
        "conducted the",
        "launched the",
        "executed the",
        "had ambushed",
        "attacked",
        "bombed",
        "shot down",
        "perpetrated",
        "had executed",
        "had shot",
        "were the perpetrators",
        "set off",
        "fired the",
        "fired rockets",
        "fired the rockets",
    )
}
NOBODY: dict[tuple[str, ...], bool] = {
    tuple(p.split()): True
    for p in (
        "no group",
        "no one",
        "nobody",
        "no organisation",
        "no organization",
        "no immediate claim",
        "no claim of",
        "none of the groups",
        "no party",
        "not claimed",
        "no faction",
        "ningún grupo",
        "aucun groupe",
        "nenhum grupo",
        "no responsibility",
        "no individual or group",
        "neither group",
        "without claiming",
        "no militant group",
        "no armed group",
        "not yet claimed",
        "yet to claim",
        "has not claimed",
        "have not claimed",
    )
}
SUSPICION = frozenset(
    ["suspected", "alleged", "presumed", "purported", "apparent", "suspectedly", "allegedly", "reportedly", "believed"]
)
ATTACK_NOUNS = word_set(
    "attack attacks bombing bombings blast blasts explosion explosions assault assaults shooting "
    "shootings killing killings murder murders massacre raid raids ambush strike strikes airstrike "
    "airstrikes bomb bombs hijacking kidnapping kidnappings abduction operation ambushes hostage-taking "
    "assassination assassinations siege shelling outrage atrocity incident incidents responsibility "
    "credit suicide devices device mine deaths fire atentado atentados attentat attentats ataque ataques "
    "anschlag anschläge attaque massaker rocket rockets missile crash downing"
)
ATTACK_VERBS = word_set(
    "killed attacked bombed ambushed stormed detonated massacred shot murdered kidnapped abducted opened "
    "raided shelled executed beheaded hacked blew fired overran slaughtered targeted hijacked seized "
    "burned torched gunned assassinated struck hit rammed stabbed planted carried staged exploded wounded "
    "bombarded kill attack bomb"
)
MANY = word_set("both two all several twin three four each double cities attacks bombings blasts explosions every") - {
    "attacks",
    "bombings",
    "blasts",
    "explosions",
    "cities",
}
