"""The event claim: what one article says about one event, field by field, each value with the words it came from."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, ClassVar

from pydantic import Field

from extractor.values.actor.actor import Actor
from extractor.values.count import Count
from extractor.values.domain import Domain
from extractor.values.label.files import LabelFiles
from extractor.values.modality.modality import ModalityLabel
from extractor.values.place.place import Place
from extractor.values.responsibility.responsibility import Responsibility
from extractor.values.schema import ClaimSchema, Values
from extractor.values.source.source import Source
from extractor.values.valuetype import FieldRole
from extractor.values.when.when import When

from .labels import AgreementStatus, EventType, SubType, Victims, Weapon

LABELS = LabelFiles(
    Path(__file__).parent,
    {
        "event_type": EventType,
        "sub_type": SubType,
        "weapon": Weapon,
        "victims": Victims,
        "agreement_status": AgreementStatus,
    },
    shown={"event_type": "sub_type"},
)


class Event(ClaimSchema):
    """One event as one article reports it, by one source. Leave a field empty when the text does not say."""

    domain: ClassVar[Domain] = Domain(
        main=("killed", "injured", "missing", "displaced", "detained"),
        rising=frozenset({"killed", "injured"}),  # found out bit by bit; the missing grow fewer
        two_sided=frozenset({EventType.BATTLES, EventType.PROTESTS, EventType.RIOTS}),
    )

    event_type: Annotated[
        Values,
        LABELS.label("event_type", FieldRole.WHAT),
    ] = Field(default=(), description="What kind of event it is. Quote the words that show it.")
    sub_type: Annotated[Values, LABELS.label("sub_type", FieldRole.WHAT)] = Field(
        default=(), description="The finer kind, such as suicide_bomb or earthquake. Quote the words that show it."
    )
    place: Annotated[Values, Place()] = Field(
        default=(),
        description=(
            "Where it happened, inner place first: `Sayyida Zeinab, Damascus`. Never the dateline or a speaker's home."
        ),
    )
    date: Annotated[Values, When()] = Field(
        default=(),
        description=(
            "When it happened, as an ISO date, month or year. Quote the words of time: `on Sunday`, `last month`."
        ),
    )
    killed: Annotated[Values, Count("killed")] = Field(
        default=(),
        description=(
            "How many were killed, with its bound (`at least`, `nearly`). Not the injured, not a part"
            " of another figure."
        ),
    )
    injured: Annotated[Values, Count("injured")] = Field(
        default=(), description="How many were injured, wounded or hurt, with the bound."
    )
    missing: Annotated[Values, Count("missing")] = Field(
        default=(), description="How many are missing or unaccounted for."
    )
    displaced: Annotated[Values, Count("displaced")] = Field(
        default=(), description="How many had to leave their homes: displaced, evacuated, made homeless."
    )
    detained: Annotated[Values, Count("detained")] = Field(
        default=(), description="How many were arrested or taken captive."
    )
    attacks: Annotated[Values, Count("attacks")] = Field(
        default=(),
        description=("How many attacks, bombs or blasts there were: `two car bombs` is 2, `twin bombings` is 2."),
    )
    attackers: Annotated[Values, Count("attackers")] = Field(
        default=(), description="How many attackers took part: `two suicide bombers` is 2."
    )
    weapon: Annotated[Values, LABELS.label("weapon")] = Field(
        default=(), description="Weapon or method, the most specific the words allow: car_bomb rather than bomb."
    )
    victims: Annotated[Values, LABELS.label("victims", FieldRole.WHOM)] = Field(
        default=(), description="Who was hit, such as civilians, soldiers, children, militants, miners, passengers."
    )
    perpetrator: Annotated[Values, Actor(FieldRole.BY_WHOM)] = Field(
        default=(),
        description=(
            "Who did it, only where the text states it as a fact. A claim of responsibility goes into `responsibility`."
        ),
    )
    responsibility: Annotated[Values, Responsibility()] = Field(
        default=(),
        description=(
            "Who is said to be responsible: the actor, the stance (claimed, blamed, suspected, "
            "denied, reported) and the scope in the article's words: which of the attacks it covers."
        ),
    )
    attribution: Annotated[Values, Source()] = Field(
        default=(),
        description=(
            "Who says so: the source that the article gives for these figures, as it names it. Not "
            "the newspaper itself."
        ),
    )
    modality: Annotated[Values, ModalityLabel()] = Field(
        default=(),
        description=(
            "Did it happen: actual, historical (an earlier event told as background), future, hypothetical, negated."
        ),
    )
    actor: Annotated[Values, Actor(FieldRole.WHO)] = Field(
        default=(), description="Parties of a battle, an agreement or a statement: groups, forces, states, persons."
    )
    agreement_status: Annotated[Values, LABELS.label("agreement_status", FieldRole.HOW_FAR)] = Field(
        default=(),
        description=(
            "How far an agreement is: provisional, final, conditional, not_final, deadline_missed, failed, rejected."
        ),
    )
