"""The records of fusion: one event out of many claims.

Every number and name in these records is either computed from witnesses or carried by a witness, and every witness
carries the words that prove it (`Evidence`). Nothing is dropped: what was set aside or rejected is listed with its
reason.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Any, Literal

from pydantic import PlainSerializer, WithJsonSchema, model_validator

from extractor.records import Bound, Evidence, Modality, Record, SourceType, Stance, Status
from extractor.records.groups import GroupKind


class Rule(StrEnum):
    """What chooses `best` among the figures in force; the steps of each are `Step`s, in `fusion.figures.STEPS`."""

    CONSERVATIVE = "conservative"  # the lowest
    MAJORITY = "majority"  # the one that most independent source lines state; ties by the later, then by the fuller
    HIGHEST = "highest"
    LATEST = "latest"  # the one published last; an article without a date counts as older than any with one


class Step(StrEnum):
    """Which step of the rule took `best` among several numbers in force: the first at which the others fell behind."""

    ONLY = "only_figure"  # there was no other
    CONFIRMED = "confirmed_lines"  # more independent lines state it with a confirmed figure
    LINES = "lines"  # more independent lines state it
    COMPATIBLE = "compatible_lines"  # more independent lines do not exclude it
    LATER = "later"  # it was published on a later day
    EXACT = "exact_lines"  # more independent lines state it without a hedge
    FIRST = "first_in_article"  # more articles give it before any other: they begin with the toll
    HIGHER = "higher"  # of two numbers that all else leaves equal, the lower is the likelier to be a part or outdated
    LOWEST = "lowest"  # by the rule `conservative`
    HIGHEST = "highest"  # by the rule `highest`
    SUM = "sum_of_groups"  # nobody gives a whole: the groups of the dead that one article counts are added up


class Grade(StrEnum):
    """How well an event is supported, after Airwars' grading of civilian harm allegations."""

    CONFIRMED = "confirmed"  # an actor admits or claims it, and nobody else does
    FAIR = "fair"  # two or more independent source lines
    WEAK = "weak"  # one source line
    CONTESTED = "contested"  # rival claims of responsibility, or an admitted act that is denied
    DISCOUNTED = "discounted"  # the articles say that it did not happen


class Standing(StrEnum):
    """What becomes of a supported value in fusion."""

    CURRENT = "current"
    SUPERSEDED = "superseded"  # the same source line gave a later figure, or the toll rose (see the reason)
    PART = "part"  # a figure of a place inside, or of a group of the dead: a floor of the whole, no rival
    IMPLIED = "implied"  # a tighter figure of the same line or article already says it: "at least 30" beside 62
    CONTESTED = "contested"  # another event claims the same words, and nothing decides whose they are
    SET_ASIDE = "set_aside"  # supported, but not of this event as it happened: hypothetical, negated


class ConflictKind(StrEnum):
    """What sort of disagreement it is."""

    VALUE = "value"  # 62 against at least 83
    BOUND = "bound"  # nearly 130 against at least 130
    SCOPE = "scope"  # claimed for both attacks, or for one
    RESPONSIBILITY = "responsibility"  # two actors claim it, or one denies what is laid on it
    DENIAL = "denial"  # some say that it happened, others that it did not


class Fit(StrEnum):
    """How a sum of part figures stands to a stated total."""

    EXACT = "exact"  # the numbers add up to the number
    WITHIN = "within"  # the sum keeps within the total's hedge
    IF = "if"  # it fits only if a rounded part has a certain value: 140 needs 57 inside "around 60"
    NO = "no"


class FlagKind(StrEnum):
    """What a reader of the record must be warned of."""

    HEADLINE = "headline_contradicts_text"
    WITHIN_ARTICLE = "article_contradicts_itself"
    PART_ABOVE_WHOLE = "part_above_whole"
    PARTS_AND_TOTAL = "parts_do_not_add_up"
    UNEXPLAINED_TOTAL = "total_not_explained"
    ONE_COPY = "only_one_piece_of_copy"
    LATER = "later_figure_disagrees"
    RISING = "rising_toll"  # the later figure of another source took the place of an earlier one
    SAME_PLACE = "parts_may_be_one"  # two parts of a total are of one place, one of them without a date


class SourceLine(Record):
    """A source whose statements are one line: a later one replaces an earlier one.

    `name` is for people. `side` groups lines that speak with one voice (a government and its state media). `named` is
    False for "officials" or "a monitoring group", and for an article that gives no source; `attributed` is False for
    the latter alone.
    """

    id: str
    name: str
    source_type: SourceType
    side: str
    named: bool
    attributed: bool
    documents: tuple[str, ...]


# In JSON a witness names its words by their key; the event holds them once, in `evidence`.
_Quoted = Annotated[
    Evidence,
    PlainSerializer(lambda words: words.key, return_type=str, when_used="json"),
    WithJsonSchema({"type": "string"}),
]


class WitnessRecord(Record):
    """One supported value of one claim, as one source line says it.

    `text` is the value in words ("at least 83"). `low` and `high` are the interval the words mean, whole and closed;
    None is unbounded, and both are None where the value is no number. `soft` marks a rounded or vague figure.
    `confirmed` is False where the verdict is `unconfirmed`: in the words, but the tie to the figure is not known.
    `via` is the aggregate that the value was stated of, when it is carried down to a part of it. `reason` says why the
    value is not in force; `by` is the witness that took its place. `attribution` are the words that name the source;
    they stand in another article when this one prints the same copy and cuts the source off.
    """

    id: str
    claim: str
    document: str
    line: str
    value: int | str | None
    text: str
    bound: Bound | None = None
    low: int | None = None
    high: int | None = None
    soft: bool = False
    resolved: str | None = None
    stance: Stance | None = None
    scope: str | None = None
    published: str | None = None
    headline: bool = False
    confirmed: bool = True
    standing: Standing = Standing.CURRENT
    reason: str = ""
    by: str | None = None
    via: str | None = None
    evidence: _Quoted
    attribution: _Quoted | None = None


class Agreement(Record):
    """How strongly a value is backed: `independent` lines state it, `exact` of them without a hedge.

    `compatible` counts the independent lines whose figures do not exclude it. `lines` are those that state it.
    """

    independent: int = 0
    exact: int = 0
    compatible: int = 0
    lines: tuple[str, ...] = ()


class Conflict(Record):
    """Two sides that cannot both be right: witness ids, the source lines of each, and a sentence for a person.

    `hint` is what the words around the figures tell of the difference ("9 seems to leave the attacker out"), "" if
    nothing; the sentence ends with it.
    """

    kind: ConflictKind
    field: str
    one: tuple[str, ...]
    other: tuple[str, ...]
    one_lines: tuple[str, ...]
    other_lines: tuple[str, ...]
    sentence: str
    hint: str = ""


class FieldRecord(Record):
    """One field of an event. `low <= best <= high` for a count; all three are None when nobody gives a number.

    `value` is what fusion chose (`best` for a count), None if no value is in force. `open_ended` is True when every
    current figure is a floor: the true number may be above `high`. `kind` is the value type's name. `confirmed` is
    False when every witness that supports the value is unconfirmed. `decided` is the step of the rule that took `best`
    among the numbers in force; None where the field is no count or has no number.
    """

    kind: str
    value: int | str | None
    text: str
    rule: str
    low: int | None = None
    best: int | None = None
    high: int | None = None
    open_ended: bool = False
    disputed: bool = False
    confirmed: bool = True
    decided: Step | None = None
    agreement: Agreement = Agreement()
    supporting: tuple[str, ...] = ()
    witnesses: tuple[WitnessRecord, ...] = ()


class Addend(Record):
    """One part figure of a sum: the event it is of, the figure, who says it, and the witnesses that carry it."""

    event: str
    place: str | None
    text: str
    number: int
    lines: tuple[str, ...]
    documents: tuple[str, ...]
    witnesses: tuple[str, ...]


class Combination(Record):
    """Part figures, one an event, and how their sum stands to the total. `difference` is sum minus stated number."""

    addends: tuple[Addend, ...]
    total: int
    fit: Fit
    difference: int
    same_article: bool
    sentence: str


class Reconciliation(Record):
    """One stated total and the sums that explain it, best first; then those of the same article that do not.

    `exhaustive` is False when there were too many combinations to try all: then the same article's figures and the
    figures in force were tried (at most `fusion.reconciliation.LIMIT` sums). `missing` are parts without a figure.
    """

    field: str
    document: str
    witnesses: tuple[str, ...]
    text: str
    number: int
    explained: bool
    combinations: tuple[Combination, ...]
    omitted: int = 0
    exhaustive: bool = True
    missing: tuple[str, ...] = ()


class Account(Record):
    """What one source, or one side, says of all parts, and what that adds up to.

    `total` is None when the side gives no figure for a part (`missing`). `at_least` is True when a part is a floor.
    """

    side: str
    field: str
    addends: tuple[Addend, ...]
    total: int | None
    at_least: bool
    missing: tuple[str, ...]
    sentence: str


class Sensitivity(Record):
    """What it would take to change `best`: without these source lines, or this claim, it would be `to`.

    Several lines in `removed` mean that none of them alone moves it; `to` is None when no figure would be left.
    """

    field: str
    kind: str  # "line" or "claim"
    removed: tuple[str, ...]
    best: int | None
    to: int | None
    sentence: str


class Rejected(Record):
    """A value that never entered the record, and why: the verdict, or what is wrong with its span."""

    claim: str
    document: str
    field: str
    value: int | str | None
    text: str
    quote: str | None
    status: Status
    reason: str
    detail: str = ""


class Flag(Record):
    """A warning, with the witnesses it is about."""

    kind: FlagKind
    field: str
    sentence: str
    witnesses: tuple[str, ...] = ()


class CopyMember(Record):
    """One article's copy of a shared sentence: the sentence, and the runs of words it shares, as offsets."""

    document: str
    start: int
    end: int
    shared: tuple[tuple[int, int], ...]


class Copy(Record):
    """A sentence that several articles print: wire copy, or the same quotation (which is no sign of copying).

    `text` is the sentence as the first member prints it.
    """

    id: str
    quotation: bool
    text: str
    members: tuple[CopyMember, ...]


Told = Literal["confirmed", "unconfirmed", "inferred", "refused", "not_stated"]


class EventRecord(Record):
    """All that is known of one event, and who says so.

    `independent` is the number of independent source lines behind it; `copies` are the shared sentences that its claims
    stand in. `place_status` and `date_status` say how far the text bears out `place` and `date`: a claim of it is
    confirmed, or it only stands in the words (`unconfirmed`), was lent by another claim (`inferred`, a date), was
    claimed and is not borne out (`refused`: there is none), or nobody says (`not_stated`). `statement` is True for
    talk without figures: statements, agreements, aid. `evidence` holds the words that the witnesses name, once each.
    `parts` and `parents` are ids of other events of the same file.
    """

    id: str
    kind: GroupKind
    title: str
    place: str | None
    date: str | None
    place_status: Told | None = None
    date_status: Told | None = None
    statement: bool = False
    event_type: str | None
    modality: Modality
    grade: Grade
    grade_reason: str
    independent: int
    parts: tuple[str, ...]
    parents: tuple[str, ...]
    documents: tuple[str, ...]
    claims: tuple[str, ...]
    lines: tuple[SourceLine, ...]
    fields: dict[str, FieldRecord]
    conflicts: tuple[Conflict, ...]
    reconciliations: tuple[Reconciliation, ...]
    accounts: tuple[Account, ...]
    sensitivity: tuple[Sensitivity, ...]
    flags: tuple[Flag, ...]
    copies: tuple[Copy, ...]
    rejected: tuple[Rejected, ...]
    evidence: dict[str, Evidence]

    @model_validator(mode="before")
    @classmethod
    def _with_words(cls, data: Any) -> Any:
        """Give the witnesses of a file back the words that they name by key."""
        if not isinstance(data, dict) or not isinstance(table := data.get("evidence"), dict):
            return data
        fields = {name: _field_with_words(field, table) for name, field in dict(data.get("fields", {})).items()}
        return {**data, "fields": fields}


def _field_with_words(field: Any, table: dict[str, Any]) -> Any:
    if not isinstance(field, dict):
        return field
    quoted = ("evidence", "attribution")
    witnesses = [
        {**w, **{key: table.get(w[key], w[key]) for key in quoted if isinstance(w.get(key), str)}}
        for w in field.get("witnesses", ())
    ]
    return {**field, "witnesses": witnesses}
