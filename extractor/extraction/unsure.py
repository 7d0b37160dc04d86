"""What the reader is unsure of in a passage, and what a model may choose there; nothing where the reader is sure.

The reader is sure of the place, day or source of the figure's own clause, and of what a number counts when
the deciding word is beside it. It is unsure when a place is carried from elsewhere and others are named as near,
when the sentence gives no day or nobody's words but the sentences before do, and when the word that decides what a
number counts is far from it, or another number stands between.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from extractor.extraction.passages import Choice, Figure, Option, Passage, label_of
from extractor.language.clauses import How
from extractor.segments import TextView, Zone
from extractor.values.count.reader import counts_in
from extractor.values.schema import ClaimSchema
from extractor.values.valuetype import FieldRole, Reading, ValueType

_BACK = 2  # sentences before that a choice is offered from: those that the model is shown
_BESIDE = 4  # words between a number and the word that decides what it counts
_ELSEWHERE = frozenset({"speaker", "aside", "outer", "dateline", "weak", "demonym"})
_SURE: dict[FieldRole, frozenset[How]] = {
    FieldRole.WHERE: frozenset({How.CLAUSE, How.SENTENCE}),
    FieldRole.WHEN: frozenset({How.CLAUSE, How.SENTENCE}),
    FieldRole.WHOSE_WORDS: frozenset({How.CLAUSE, How.SENTENCE, How.PARAGRAPH}),
}


def open_passage(passage: Passage, view: TextView, schema: type[ClaimSchema], *, disputed: bool = False) -> Passage:
    """The passage with the choices that a model is asked about open, and all others closed on the reader's own.

    What the reader itself answers (`first_answer`) is the same before and after. `disputed` figures are those that
    somebody who read the article did not mention: what they count is asked, however sure the reader is.
    """
    figures = tuple(_open_figure(figure, passage, view, schema) for figure in passage.figures)
    if disputed:
        figures = tuple(replace(figure, doubtful=True) for figure in figures)
    choices = tuple(
        _closed(choice) if figures and schema.value_types()[choice.field].role is not FieldRole.WHO_ANSWERS else choice
        for choice in passage.choices
    )
    return replace(passage, figures=figures, choices=choices)


def _closed(choice: Choice) -> Choice:
    """The reader's own choice; beside a figure the event word nearest to it stands."""
    return replace(choice, options=choice.options[:1], optional=False)


def _open_figure(figure: Figure, passage: Passage, view: TextView, schema: type[ClaimSchema]) -> Figure:
    given = {choice.field: choice for choice in figure.choices}
    choices: list[Choice] = []
    for wanted, sure in _SURE.items():
        for name, kind in list(schema.fields_with(wanted).items())[:1]:
            own = given.pop(name, None)
            how = own.options[0].readings[0].how if own else None
            opened = own if how in sure else _offered(name, own, _nearby(kind, passage, view))
            choices.extend([opened] if opened else [])
    return replace(figure, choices=(*choices, *given.values()), doubtful=_doubtful(figure, view))


def _offered(name: str, own: Choice | None, nearby: Iterable[Reading]) -> Choice | None:
    """The reader's own choice first, then what is named nearby; `None` when there is nothing to choose."""
    options = {option.label: option for option in (own.options if own else ())}
    chains = [_chain(reading) for option in options.values() for reading in option.readings]
    for reading in nearby:
        label, chain = _label(reading), _chain(reading)
        if label and not any(chain[0] in other or other[0] in chain for other in chains):
            options[label] = Option(label, (reading,))
            chains.append(chain)
    if not options:
        return None
    if own is None:
        return Choice(name, tuple(options.values()), optional=True, silent=True)
    return Choice(name, tuple(options.values()), optional=False)


def _chain(reading: Reading) -> tuple[str, ...]:
    """The name and what it lies in; a place beside what it lies in is not another place."""
    value = reading.value.value
    names = (reading.resolved or str(value)).split(", ") if isinstance(value, str) else [str(value)]
    return tuple(name.casefold() for name in names)


def _label(reading: Reading) -> str:
    """The words; for a day what they mean as well."""
    label, words = label_of(reading), " ".join((reading.value.quote or "").split())
    return label if not words or words == label or not label[:1].isdigit() else f"{words} ({label})"


def _nearby(kind: ValueType, passage: Passage, view: TextView) -> Iterator[Reading]:
    """What is named in the sentence and in those before it, the nearest first."""
    index = view.sentence_index(passage.sentence.start)
    for sentence in reversed(view.sentences[max(0, index - _BACK) : index + 1]):
        if sentence.zone is not Zone.BODY:
            continue
        for reading in kind.read(view, sentence.start, sentence.end):
            if reading.value.value is not None and not reading.flags & _ELSEWHERE:
                yield reading


def _doubtful(figure: Figure, view: TextView) -> bool:
    """Whether what the number counts is decided by a word that is far from it."""
    start, end = figure.reading.start, figure.reading.end
    for count in counts_in(view, start, end):
        if count.decided_by is None or count.toll or count.reading.start != start:
            continue
        first, last = count.decided_by
        between = (end, first) if first >= end else (last, start)
        if between[0] >= between[1]:
            return False
        words = view.text[between[0] : between[1]].split()
        return len(words) > _BESIDE or any(word[:1].isdigit() for word in words)
    return False
