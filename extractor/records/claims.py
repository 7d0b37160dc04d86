"""The records that pass between the steps: Document, Span, Claim, Verdict, Event.

All are frozen. Offsets are Python code points into the ORIGINAL text of a document, half-open `[start, end)`.
"""

from __future__ import annotations

from enum import StrEnum

from pydantic import BaseModel, ConfigDict, Field, field_validator, model_validator


class Record(BaseModel):
    """A frozen record; an unknown key is an error, so a misspelt field of a claims file is reported, not lost."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Document(Record):
    """An article as read.

    `text` is what was read, never altered. `sha256` is that of the text in UTF-8. `published` is an ISO date or
    date-time, `None` when nobody states it. `path` is the path as the user gave it, `None` for a text from elsewhere.
    """

    id: str
    text: str
    sha256: str
    path: str | None = None
    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    published: str | None = None
    language: str | None = None
    encoding: str | None = None


class SpanMethod(StrEnum):
    """How a quote was found in the text, from the strictest to the loosest."""

    EXACT = "exact"
    NORMALISED = "normalised"
    JOINED = "joined"
    EDITED = "edited"


class Span(Record):
    """Where a quote stands: `text[start:end]`, code points of the original, half-open.

    `parts` are the pieces of a quote joined over an ellipsis (empty for one piece); `others` are further places where
    the same quote stands as well. `similarity` is 1.0 unless words were edited.
    """

    start: int = Field(ge=0)
    end: int = Field(ge=0)
    method: SpanMethod = SpanMethod.EXACT
    similarity: float = 1.0
    parts: tuple[tuple[int, int], ...] = ()
    others: tuple[tuple[int, int], ...] = ()

    @model_validator(mode="after")
    def _ordered(self) -> Span:
        if self.end < self.start:
            msg = f"span ends at {self.end}, before it starts at {self.start}"
            raise ValueError(msg)
        return self


class Bound(StrEnum):
    """What a hedge makes of a number N (UCDP low/best/high, MUC-4 number slot, ACLED FAQ for the vague words)."""

    EXACT = "exact"  # [N, N]
    AT_LEAST = "at_least"  # [N, inf)
    MORE_THAN = "more_than"  # [N+1, inf): more than, over
    AROUND = "around"  # [N-10 %, N+10 %], soft: around, about, some
    NEARLY = "nearly"  # (-inf, N-1], soft: nearly, almost
    AS_MANY_AS = "as_many_as"  # (-inf, N]: up to, as many as
    FEWER_THAN = "fewer_than"  # (-inf, N-1]: fewer than, less than, under
    BETWEEN = "between"  # [N, high]: between N and M, N to M
    VAGUE = "vague"  # dozens: floor 12, scores: 20, hundreds: 100 (ACLED FAQ); several: no number


class SourceType(StrEnum):
    """Who a figure is attributed to."""

    GOVERNMENT = "government"  # officials, ministries, police, army, hospitals run by the state
    STATE_MEDIA = "state_media"
    MONITOR_NGO = "monitor_ngo"  # monitors, NGOs, UN bodies, rights groups
    WITNESS = "witness"  # witnesses, residents, medics on the ground
    PERPETRATOR_OUTLET = "perpetrator_outlet"  # the armed group, or an outlet linked to it
    MEDIA = "media"
    UNSPECIFIED = "unspecified"


class Stance(StrEnum):
    """How a responsibility is stated (MUC-4 slot 11, PLOVER)."""

    REPORTED = "reported"  # stated as fact by the article
    CLAIMED = "claimed"  # claimed or admitted by the actor itself
    BLAMED = "blamed"  # somebody named puts it on the actor
    SUSPECTED = "suspected"  # suspected, alleged, possible
    DENIED = "denied"  # the actor, or somebody for it, denies


class Modality(StrEnum):
    """Whether the event took place (PLOVER)."""

    ACTUAL = "actual"
    HISTORICAL = "historical"
    FUTURE = "future"
    HYPOTHETICAL = "hypothetical"
    NEGATED = "negated"


class ClaimedValue(Record):
    """One value that a claim asserts and the words it says it took it from.

    What `value` holds is the value type's business: a whole number for a Count (`None` for a vague word), an ISO
    date, month, year or `start/end` interval for a When (`2016-02-21`, `2016-02`, `2016`, `2016-02-20/2016-02-21`), a
    name for a Place (`Sayyida Zeinab, Damascus`: inner place first), an Actor or a Source, a member of its enumeration
    for a Label.
    `quote` is verbatim; `None` means the claimant gives no words, and the value can then never be supported.
    `start` is a hint where the quote stands, used when it stands in several places.
    """

    value: int | str | None
    quote: str | None = None
    start: int | None = None
    bound: Bound | None = None  # Count
    high: int | None = None  # Count, with bound `between`
    source_type: SourceType | None = None  # Source
    stance: Stance | None = None  # responsibility
    scope: str | None = None  # responsibility: which of the events it covers, in the article's words

    @field_validator("value", "high", mode="before")
    @classmethod
    def _counted(cls, value: object) -> object:
        if isinstance(value, bool):
            msg = f"{str(value).lower()} is not a value: give a whole number, a text or null"
            raise ValueError(msg)  # noqa: TRY004 - pydantic turns a ValueError into a problem of the line
        return value


class Status(StrEnum):
    """What became of a value."""

    SUPPORTED = "supported"  # in the words, nothing beside them says otherwise, and the reader confirms the tie
    UNCONFIRMED = "unconfirmed"  # in the words, nothing says otherwise, the reader cannot tell: kept, with a mark
    CONTRADICTED = "contradicted"  # the figure's own clause or phrase says otherwise
    UNSUPPORTED = "unsupported"  # the words do not say
    NOT_FOUND = "not_found"  # the quote is not in the text


USABLE = frozenset({Status.SUPPORTED, Status.UNCONFIRMED})


class Holding(StrEnum):
    """How it is known that a place lies in what it is claimed to lie in."""

    STATED = "stated"  # by the article
    KNOWN = "known"  # by the gazetteer
    ASSERTED = "asserted"  # by the claim alone
    DENIED = "denied"  # the article states another


class Container(Record):
    """What a claimed place is said to lie in, one name, and how that is known."""

    name: str
    holding: Holding


class Verdict(Record):
    """Do the words say so? `reason` is a stable code, `detail` a sentence for a person.

    `decided` is the sub-span that decided ("57" inside "killed at least 57 people"), absolute offsets; `None` when no
    words decided. `containers` are the verdicts on the outer names of a place, inner first; empty for other values.
    """

    status: Status
    reason: str
    detail: str = ""
    decided: tuple[int, int] | None = None
    containers: tuple[Container, ...] = ()

    @property
    def usable(self) -> bool:
        """Whether the value may go into an event: supported, or unconfirmed with a mark."""
        return self.status in USABLE


class CheckedValue(Record):
    """A claimed value with where its quote stands and whether the words support it.

    `resolved` is what the words mean after reading: for a When the interval `earliest/latest` in ISO dates, for an
    Actor or Source the canonical name in this article, for a Place the place with what it lies in; `None` if nothing
    was resolved.
    """

    claimed: ClaimedValue
    span: Span | None
    verdict: Verdict
    resolved: str | None = None


class Claim(Record):
    """What one article says about one event, by one source: for each field the values with their quotes.

    `quote` is the passage the claim was made from (a sentence), `None` when only the fields have quotes. `made_by` says
    who filled it: a model's name, `reader`, a person. `flags` mark an imperfect answer that was kept.
    `event` is a key, unique within the article, that the claims of one event share; `parts` are the keys of the events
    that a total sums up. Both are what the claimant says, a witness's word; `None` and empty when it says nothing.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)

    id: str
    document: str
    schema_name: str = Field(default="event", alias="schema")
    quote: str | None = None
    fields: dict[str, tuple[ClaimedValue, ...]]
    event: str | None = None
    parts: tuple[str, ...] = ()
    made_by: str | None = None
    flags: tuple[str, ...] = ()


def key_window(key: str) -> str:
    """The window of a long article that an event key was said in, empty for an article in one piece.

    Keys of different windows say nothing about each other: nobody saw both.

    >>> key_window("2/homs"), key_window("homs"), key_window("homs/mosque")
    ('2', '', '')
    """
    window, mark, _ = key.partition("/")
    return window if mark and window.isdecimal() else ""


class CheckedClaim(Record):
    """A claim after grounding and verification; rejected values stay, with their verdicts."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)

    id: str
    document: str
    schema_name: str = Field(default="event", alias="schema")
    quote: str | None = None
    span: Span | None = None
    fields: dict[str, tuple[CheckedValue, ...]]
    event: str | None = None
    parts: tuple[str, ...] = ()
    made_by: str | None = None
    flags: tuple[str, ...] = ()

    def supported(self, name: str) -> tuple[CheckedValue, ...]:
        """The values of a field whose verdict is `supported`, in the claim's order."""
        return tuple(v for v in self.fields.get(name, ()) if v.verdict.status is Status.SUPPORTED)

    def usable(self, name: str) -> tuple[CheckedValue, ...]:
        """The values of a field that may go into an event, supported or unconfirmed, in the claim's order."""
        return tuple(v for v in self.fields.get(name, ()) if v.verdict.usable)


class Evidence(Record):
    """Words that prove a value: `text[start:end] == quote` in the document (W3C Web Annotation selectors)."""

    document: str
    start: int
    end: int
    quote: str
    prefix: str = ""
    suffix: str = ""

    @property
    def key(self) -> str:
        """What `events.json` calls it: the article and the offsets."""
        return f"{self.document}:{self.start}-{self.end}"
