"""The candidate sentences of an article, and for each what the reader sees there to choose from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from extractor.language.clauses import How
from extractor.records import ClaimedValue
from extractor.segments import Segment, TextView, Zone
from extractor.values.analysis import Analysis
from extractor.values.schema import ClaimSchema
from extractor.values.valuetype import NOT_CLAIMED, TELLING, FieldRole, Flag, Reading, ValueType, Weight

_GOVERNING = (FieldRole.WHERE, FieldRole.WHEN, FieldRole.WHOSE_WORDS)
_LABELS = (FieldRole.WHAT, FieldRole.WITH_WHAT, FieldRole.WHOM, FieldRole.HOW_FAR)
_STANDING = (_LABELS, (FieldRole.WHO_ANSWERS,), (FieldRole.BY_WHOM, FieldRole.WHO))
# A response schema offers at most so much. OpenAI's strict mode refuses more than 1,000 enumeration values in a schema
# ("Structured outputs", supported schemas), small models lose the thread long before, and a grammar takes time to make.
MOST_FIGURES = 12
MOST_OPTIONS = 24
_MOST_TOGETHER = 4  # places named in one option ("Homs + Damascus")
_LONGEST_LABEL = 160
_SURE = frozenset({How.CLAUSE, How.SENTENCE})


@dataclass(frozen=True, slots=True)
class Option:
    """One choice the model is offered: the words shown, and the readings behind it (several: "Damascus + Homs")."""

    label: str
    readings: tuple[Reading, ...]

    @property
    def values(self) -> tuple[ClaimedValue, ...]:
        """The claimed values, with the offsets of their words."""
        return tuple(_placed(r) for r in self.readings)


def _placed(reading: Reading) -> ClaimedValue:
    """The claimed value where its reading is."""
    value = reading.value
    return value if value.start == reading.start else value.model_copy(update={"start": reading.start})


@dataclass(frozen=True, slots=True)
class Choice:
    """A field with its options, the reader's own first choice first. `optional`: the model may say that none fits.

    `silent`: the reader itself chooses none of them.
    """

    field: str
    options: tuple[Option, ...]
    optional: bool
    silent: bool = False

    @property
    def open(self) -> bool:
        """Whether there is anything to choose; what only one reading fits is not worth a model's tokens."""
        return self.optional or len(self.options) > 1


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure of the sentence: the field it fills, what may govern it, and whether it counts people.

    `doubtful`: a model is asked what it counts.
    """

    field: str
    reading: Reading
    choices: tuple[Choice, ...]
    people: bool = True
    doubtful: bool = False

    @property
    def open(self) -> bool:
        """Whether a model is asked anything about it."""
        return self.doubtful or any(choice.open for choice in self.choices)


@dataclass(frozen=True, slots=True)
class Passage:
    """A candidate sentence: its figures, and the choices about the sentence as a whole."""

    sentence: Segment
    figures: tuple[Figure, ...]
    choices: tuple[Choice, ...]

    @property
    def open(self) -> bool:
        """Whether a model is asked: only when there is something to choose."""
        return any(figure.open for figure in self.figures) or any(choice.open for choice in self.choices)


def find_passages(view: TextView, schema: type[ClaimSchema], only: Iterable[int] = ()) -> list[Passage]:
    """The sentences that say something a claim could hold, in text order.

    Args:
        view: the article.
        schema: the claim schema.
        only: offsets of figures to ask about; empty for all there is to say.

    Returns:
        Sentences with a figure of a Count field, a statement of responsibility, or the cue of an event; a sentence with
        many figures (a table) as several passages of at most 12 figures. None of a text in a language that nothing
        reads: another language's words would say nothing true of it.
    """
    if not Analysis(view).is_read:
        return []
    wanted = set(only)
    sentences = {view.sentence_at(offset) for offset in wanted}
    found: list[Passage] = []
    counted, main = _counted(view, schema), frozenset(schema.main_fields())
    for index, sentence in enumerate(view.sentences):
        if sentence.zone is Zone.FURNITURE or (wanted and sentence not in sentences):
            continue
        figures = tuple(
            Figure(name, reading, tuple(_choices_at(view, schema, reading.start, reading.end)), name in main)
            for name, reading in counted.get(index, ())
            if not wanted or reading.start in wanted
        )
        if wanted and not figures:
            continue
        if figures or _tells_an_event(view, schema, sentence):
            standing = tuple(_standing(view, schema, sentence, figures))
            here = () if figures else _choices_at(view, schema, sentence.start, sentence.end, carried=False)
            choices = (*standing, *here)
            found.extend(
                Passage(sentence, figures[first : first + MOST_FIGURES], choices)
                for first in range(0, max(1, len(figures)), MOST_FIGURES)
            )
    return found


def _tells_an_event(view: TextView, schema: type[ClaimSchema], sentence: Segment) -> bool:
    """Whether a sentence has the cue of an event that is more than somebody speaking, or states responsibility."""
    for first in list(schema.fields_with(FieldRole.WHAT).values())[:1]:
        if any(first.weigh(r) in TELLING for r in first.read(view, sentence.start, sentence.end)):
            return True
    return any(
        label_of(reading)
        for kind in schema.fields_with(FieldRole.WHO_ANSWERS).values()
        for reading in kind.read(view, sentence.start, sentence.end)
    )


def _counted(view: TextView, schema: type[ClaimSchema]) -> dict[int, list[tuple[str, Reading]]]:
    """The figures that a claim can hold, by the index of their sentence, each with the first field that it fills.

    Where the article gives a number for a field, "the body of a man" beside it is a detail and no toll.
    """
    found: dict[int, list[tuple[str, Reading]]] = defaultdict(list)
    seen: set[tuple[int, int]] = set()
    for name, kind in schema.fields_with(FieldRole.HOW_MANY).items():
        read = [r for r in Analysis(view).values(kind) if not r.flags & NOT_CLAIMED]
        placed = [(view.sentence_index(r.start), r) for r in read]
        placed = [(index, r) for index, r in placed if view.sentences[index].zone is not Zone.FURNITURE]
        stated = any(Flag.IMPLICIT not in r.flags for _, r in placed)
        for index, reading in placed:
            at = (reading.start, reading.end)
            if at not in seen and not (stated and Flag.IMPLICIT in reading.flags):
                seen.add(at)
                found[index].append((name, reading))
    return found


def _choices_at(
    view: TextView, schema: type[ClaimSchema], start: int, end: int, *, carried: bool = True
) -> Iterable[Choice]:
    """What may govern the words there. `carried` places come from sentences before; a date never does.

    A date of another sentence may be another event's, and linkage knows the article's dates.
    """
    for wanted in _GOVERNING:
        for name, kind in list(schema.fields_with(wanted).items())[:1]:
            readings = kind.govern(view, start, end)
            if wanted is FieldRole.WHEN:
                readings = [r for r in readings if r.value.value is not None and r.how in _SURE]
            elif wanted is FieldRole.WHERE and not carried:
                readings = [r for r in readings if r.how in _SURE]
            choice = _governing(name, kind, readings) if readings else None
            if choice and choice.options:
                yield choice


def _governing(name: str, kind: ValueType, readings: list[Reading]) -> Choice:
    """The nearest words govern; only places of one sentence, none in the figure's clause, are a matter of choice."""
    nearest = [r for r in readings if r.how is readings[0].how]
    options = [Option(label_of(r), (r,)) for r in readings]
    if kind.role is FieldRole.WHERE and 1 < len(nearest) <= _MOST_TOGETHER:
        together = Option(" + ".join(label_of(r) for r in nearest), tuple(nearest))
        options = [together, *options] if nearest[0].how is How.SENTENCE else [together]
    elif kind.role is FieldRole.WHERE:
        options = options[:1]
    return Choice(name, _distinct(options), optional=False)


def _standing(
    view: TextView, schema: type[ClaimSchema], sentence: Segment, figures: tuple[Figure, ...]
) -> Iterable[Choice]:
    """What the sentence as a whole says. The kind of event is a choice; parties, weapons and the like all stand."""
    first = schema.first_with(FieldRole.WHAT)
    for wanted in _STANDING:
        for name, kind in schema.fields_with(*wanted).items():
            if kind.role is FieldRole.BY_WHOM or (figures and kind.role is FieldRole.WHO):
                continue  # whoever is named beside a figure need not have done it: Responsibility reads who did
            readings = kind.read(view, sentence.start, sentence.end)
            if kind.role in _LABELS:
                readings = _by_weight(kind, readings, figures)
            options = _distinct(Option(label_of(r), (r,)) for r in readings)
            if len(options) > 1 and name != first and kind.role is not FieldRole.WHO_ANSWERS:
                together = tuple(r for o in options for r in o.readings)
                options = (Option(" + ".join(o.label for o in options), together),)
            if options:
                yield Choice(name, options, optional=len(options) > 1)


def _by_weight(kind: ValueType, readings: list[Reading], figures: tuple[Figure, ...]) -> list[Reading]:
    """A general member (somebody said something) only when nothing else is there; then the nearest to a figure."""
    particular = [r for r in readings if kind.weigh(r) in TELLING]
    if not figures:
        return particular or readings
    harmful = [r for r in readings if kind.weigh(r) is Weight.HARMFUL]
    harmful = harmful or [r for r in readings if kind.weigh(r) is Weight.GENERAL_HARM]
    nearest = harmful or particular or readings
    return sorted(nearest, key=lambda r: (min(_gap(r, f.reading) for f in figures), r.start))


def _gap(one: Reading, other: Reading) -> int:
    return max(one.start - other.end, other.start - one.end, 0)


def label_of(reading: Reading) -> str:
    """The words a model chooses by, on one line: a line end or a control character seldom survives an answer."""
    value = reading.value
    words = str(value.value) if value.value is not None else (value.quote or "")
    shown = " ".join("".join(c if c.isprintable() else " " for c in words).split())[:_LONGEST_LABEL]
    return f"{shown} ({value.stance.value})" if value.stance else shown


def _distinct(options: Iterable[Option]) -> tuple[Option, ...]:
    """The first option of every label that says something; the sure ones stand first, so the cap drops the rest."""
    kept: dict[str, Option] = {}
    for option in options:
        if option.label:
            kept.setdefault(option.label, option)
    return tuple(kept.values())[:MOST_OPTIONS]
