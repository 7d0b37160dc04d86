"""What the readers find in a text, each kind once: the one place where engines ask for it.

analysis = Analysis(view)
analysis.counts.between(start, end)   # the counts of a stretch, in order
"""

from __future__ import annotations

from dataclasses import dataclass

from extractor.language.clauses import clause_spans
from extractor.language.words import Token, sentence_tokens
from extractor.numbers import NumberReading, read_numbers
from extractor.numbers.language import is_known, language_of_view, unread_language
from extractor.segments import Found, Segment, TextView, per_text
from extractor.values.actor.actor import read_actors
from extractor.values.count.reader import CountReading, counts_in
from extractor.values.place.resolving import Named, named_places
from extractor.values.source.attribution import Attribution, sentence_attributions
from extractor.values.source.quotations import Quotation, quotations_of
from extractor.values.valuetype import Reading, ValueType
from extractor.values.when.reading import read_dates


@dataclass(frozen=True, slots=True)
class Analysis:
    """The readings of a text, each made when it is first asked for and then kept with the text.

    Every sequence is sorted by offset, and `between(start, end)` gives the items that lie wholly in a stretch of it.
    Making an `Analysis` costs nothing: two of one view share what was read.
    """

    view: TextView

    @property
    def language(self) -> str:
        """The code of the text's language; empty where none could be told."""
        return language_of_view(self.view)

    @property
    def is_read(self) -> bool:
        """Whether anything reads the text's language."""
        return is_known(self.view)

    @property
    def language_not_read(self) -> str | None:
        """The code of a language that nothing reads, `und` where none could be told; `None` for one that is read."""
        return unread_language(self.view)

    @property
    def tokens(self) -> Found[Token]:
        """Words, numerals and marks."""
        return _tokens(self.view)

    @property
    def sentences(self) -> Found[Segment]:
        """The sentences, each with its zone and paragraph."""
        return _sentences(self.view)

    @property
    def clauses(self) -> Found[tuple[int, int]]:
        """`[start, end)` of every clause."""
        return _clauses(self.view)

    @property
    def quotations(self) -> Found[Quotation]:
        """What is said in quotation marks, if it is more than a few words."""
        return _quotations(self.view)

    @property
    def numbers(self) -> Found[NumberReading]:
        """Every number with its hedge, whatever it counts."""
        return _numbers(self.view)

    @property
    def counts(self) -> Found[CountReading]:
        """Every number with what it counts, placed where the number is."""
        return _counts(self.view)

    @property
    def dates(self) -> Found[Reading]:
        """Every date expression."""
        return _dates(self.view)

    @property
    def places(self) -> Found[Named]:
        """Every place that is named, resolved."""
        return _places(self.view)

    @property
    def actors(self) -> Found[Reading]:
        """Groups, forces, states and persons."""
        return _actors(self.view)

    @property
    def attributions(self) -> Found[Attribution]:
        """Who says what: the words that attribute, with their scopes."""
        return _attributions(self.view)

    def values(self, kind: ValueType) -> Found[Reading]:
        """Every value of a schema's field in the text."""
        return _values(self.view, kind)


@per_text
def _tokens(view: TextView) -> Found[Token]:
    return Found.of(token for s in view.sentences for token in sentence_tokens(view, s.start, s.end))


@per_text
def _sentences(view: TextView) -> Found[Segment]:
    return Found.of(view.sentences)


@per_text
def _clauses(view: TextView) -> Found[tuple[int, int]]:
    return Found((span for sentence in view.sentences for span in clause_spans(view, sentence)), lambda span: span)


@per_text
def _quotations(view: TextView) -> Found[Quotation]:
    return Found.of(quotations_of(view))


@per_text
def _numbers(view: TextView) -> Found[NumberReading]:
    language = language_of_view(view)
    found = (number for s in view.sentences for number in read_numbers(view.text, s.start, s.end, language))
    return Found(found, lambda number: (number.phrase_start, number.phrase_end))


@per_text
def _counts(view: TextView) -> Found[CountReading]:
    return Found(counts_in(view, 0, len(view.text)), lambda count: (count.number_start, count.number_end))


@per_text
def _dates(view: TextView) -> Found[Reading]:
    return Found.of(read_dates(view))


@per_text
def _places(view: TextView) -> Found[Named]:
    return Found.of(named_places(view))


@per_text
def _actors(view: TextView) -> Found[Reading]:
    return Found.of(read_actors(view, 0, len(view.text)))


@per_text
def _attributions(view: TextView) -> Found[Attribution]:
    return Found.of(found for s in view.sentences for found in sentence_attributions(view, s.start, s.end))


@per_text
def _values(view: TextView, kind: ValueType) -> Found[Reading]:
    return Found.of(kind.read(view, 0, len(view.text)))
