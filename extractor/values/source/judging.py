"""The verdict on a source that its quote names and that the attribution reader does not put over the figure.

The reader's silence refutes nothing: only another speaker over the figure's own clause does. The quote itself may
confirm: a name beside a word of speech, in the figure's sentence or just before it.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from extractor.language.clauses import How
from extractor.language.detecting import language_of_view
from extractor.language.speech import SpeechWords, speech_words
from extractor.language.words import sentence_range
from extractor.records import Span, Status, Verdict
from extractor.segments import TextView
from extractor.values.naming.mention import speaks_beside, speech_signs, words_of
from extractor.values.source.attribution import sentence_attributions
from extractor.values.source.quotations import inside_quotation, quotation_at
from extractor.values.source.speakers import Speaker, speakers_at
from extractor.values.when.words import weekday_words


@dataclass(frozen=True, slots=True)
class Quoted:
    """A named source to judge: where the quote names it, the quote, the figure (if there is one), and the anchor."""

    named: tuple[int, int]
    quote: Span
    figure: Span | None
    anchor: Span


def judge_named(view: TextView, case: Quoted) -> Verdict:
    """Supported, contradicted, unconfirmed or unsupported, for a source that stands in its quote."""
    at = case.figure or case.anchor
    speakers = [s for s in speakers_at(view, at.start, at.end) if s.source.canonical]
    if any(_one_phrase(view, s, case.named) for s in speakers) or _holds_too(view, case, at):
        return Verdict(status=Status.SUPPORTED, reason="governs", decided=case.named)
    if _is_relayed(view, case.named, at):
        return Verdict(status=Status.SUPPORTED, reason="attributed", decided=case.named)
    sign = speaks_beside(view, case.named, case.quote.start, case.quote.end)
    rival = next((s for s in speakers if _is_rival(view, s, case, sign)), None)
    if rival is not None:
        return said_by(rival.canonical or rival.source.name, (rival.source.start, rival.source.end))
    if sign is not None:
        if _reaches(view, case, at):
            return Verdict(status=Status.SUPPORTED, reason="attributed", decided=case.named)
        detail = "it speaks in the quote; nothing shows that the figure is its own"
        return Verdict(status=Status.UNCONFIRMED, reason="named_only", detail=detail, decided=case.named)
    return _silent(view, case)


def _holds_too(view: TextView, case: Quoted, at: Span) -> bool:
    """`Officials had counted 9 dead, the agency said`: an outer speaker whose words hold those of the nearer one."""
    for found in sentence_attributions(view, *sentence_range(view, at.start)):
        named = any(s.start < case.named[1] and case.named[0] < s.end for s in found.sources)
        if (
            named
            and found.governs(at.start)
            and found.verb not in speech_words().denials
            and not inside_quotation(view, found)
        ):
            return True
    return False


def _is_relayed(view: TextView, named: tuple[int, int], figure: Span) -> bool:
    """`The BBC, citing police, reported 12 deaths`: in the figure's sentence, one whose words another passes on."""
    low, high = sentence_range(view, figure.start)
    if not low <= named[0] < high:
        return False
    speech = speech_words()
    before = [w.casefold() for _, _, w in words_of(view.text, max(low, named[0] - _TITLED), named[0])]
    while before and before[-1] in speech.possessives | speech.definite:
        before.pop()
    return any(before[-len(phrase) :] == list(phrase) for phrase in _relays())


@cache
def _relays() -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(phrase.split()) for phrase in sorted(speech_words().relays))


def said_by(name: str, decided: tuple[int, int]) -> Verdict:
    """Contradicted: somebody else says these words."""
    detail = f"these words are said by {name}"
    return Verdict(status=Status.CONTRADICTED, reason="governs_other", detail=detail, decided=decided)


def _one_phrase(view: TextView, speaker: Speaker, named: tuple[int, int]) -> bool:
    """Is the name a part of the phrase that the reader took for the speaker, or apposed to it?

    "Said the mayor, J. S.", "State TV on Thursday said", "A source in the town, who saw it, said": one speaker each. A
    word of speech between the two parts them.
    """
    start, end = speaker.source.start, speaker.source.end
    # A label ("Police: 9 dead") speaks under its own name only.
    if not speaker.says and not speech_signs(view, *speaker.cue):
        return named[0] <= start and end <= named[1]
    if named[0] < end and start < named[1]:
        return True
    if named[1] <= start and _behind_preposition(view, named[0]):
        return False  # "in a letter seen by X, the bishop wrote"
    first, last = (end, named[0]) if named[0] >= end else (named[1], start)
    low, high = speaker.cue
    inside = low <= named[0] < high and low <= named[1] <= high
    between = view.text[first:last]
    if any(t in between for t in _ENDS) or speech_signs(view, first, last):
        return last <= start and _relative(view, first, last)
    return inside or (between.strip() in _APPOSING and len(words_of(view.text, first, last)) <= 1)


def _behind_preposition(view: TextView, at: int) -> bool:
    before = [w.casefold() for _, _, w in words_of(view.text, max(0, at - _TOKENS), at)]
    while before and before[-1] in speech_words().possessives:
        before.pop()
    return bool(before) and before[-1] in speech_words().parting_prepositions


_TITLED = 60  # characters before a name that hold what passes its words on
_TOKENS = 30  # characters before a name that hold its article and preposition
_ENDS = frozenset(".;:!?\n")
_APPOSING = frozenset(("", ",", ", the", "، ", "،", "(", "-", "–", "—"))


def _relative(view: TextView, first: int, last: int) -> bool:
    """Is what stands between a name and the reader's speaker a clause about the name (", who confirmed the raid")?"""
    between = view.text[first:last]
    opening = between.replace(",", " ").split()
    return bool(opening) and opening[0].lower() in speech_words().relatives and not any(t in between for t in _ENDS)


def _is_rival(view: TextView, speaker: Speaker, case: Quoted, sign: tuple[int, int] | None) -> bool:
    """Does another speaker hold the figure's own clause? One carried from before, or a pronoun, may be the same."""
    at = case.figure or case.anchor
    if speaker.canonical is None and not speaker.source.pronoun:
        return False
    if all(_is_time(w) for _, _, w in words_of(view.text, speaker.source.start, speaker.source.end)):
        return False  # "on Monday said", read for a speaker
    low, high = sentence_range(view, at.start)
    if speaker.how is not How.CLAUSE and quotation_at(view, at.start) is None:
        return False
    same_sentence = low <= case.named[0] < high
    if speaker.source.pronoun and (
        speaker.canonical is None or (same_sentence and case.named[1] <= speaker.source.start)
    ):
        return False
    return not (sign is not None and same_sentence and _nested(view, speaker, case, at))


def _is_time(word: str) -> bool:
    return word.casefold() in speech_words().adjunct_words or word.casefold() in weekday_words()


def _nested(view: TextView, speaker: Speaker, case: Quoted, at: Span) -> bool:
    """`Dr X said the agency had verified 9 deaths`: the inner speaker is the nearer one."""
    named = case.named
    if not speaker.cue[1] <= named[0] < at.start:
        return False
    beyond = max(case.quote.end, named[1])
    return not speech_signs(view, min(beyond, at.start), at.start)


def _reaches(view: TextView, case: Quoted, figure: Span) -> bool:
    """Does the figure stand in the sentence that the quote lets speak, with no other word of speech that is not read?

    What goes on over sentences is the reader's to carry: a next sentence may be anybody's. Only one that begins with
    the toll itself ("The count was raised ...") goes back to the figure before.
    """
    low, high = sentence_range(view, case.named[0])
    if not low <= figure.start < high:
        return _goes_back(view, low, figure)
    others = [s for s in speech_signs(view, low, high) if s[1] <= case.quote.start or s[0] >= case.quote.end]
    return reads(view, low, high) or not others


def _goes_back(view: TextView, low: int, figure: Span) -> bool:
    """Does the sentence that begins at `low` take up the figure of the one before it, which nobody says?"""
    first, last = sentence_range(view, figure.start)
    if view.sentence_index(figure.start) + 1 != view.sentence_index(low) or speech_signs(view, first, last):
        return False
    opening = [w.casefold() for _, _, w in words_of(view.text, low, low + _OPENING)]
    return (
        bool(opening)
        and opening[0] in speech_words().definite
        and any(w in speech_words().toll_nouns for w in opening[1:4])
    )


_OPENING = 40  # characters that open a sentence
_BARE = 2  # words that a quote may have beside the name and still be the name alone


def reads(view: TextView, start: int, end: int) -> bool:
    """Is the range in a language whose attributions the reader parses, by the article and by a word of its own?"""
    own = SpeechWords.of(language_of_view(view)).function_words
    return any(w.casefold() in own for _, _, w in words_of(view.text, start, end))


def _silent(view: TextView, case: Quoted) -> Verdict:
    """A quote that names the source and in which nothing speaks."""
    low, high = sentence_range(view, case.quote.start)
    others = [w for w in words_of(view.text, case.quote.start, case.quote.end) if not _within(w, case.named)]
    if len(others) > _BARE and language_of_view(view) == "en" and reads(view, low, high):
        detail = "the quote names it, and no word of the quote says that it speaks"
        return Verdict(status=Status.UNSUPPORTED, reason="not_attribution", detail=detail, decided=case.named)
    detail = "the quote names it; nothing shows whether it says this"
    return Verdict(status=Status.UNCONFIRMED, reason="named_only", detail=detail, decided=case.named)


def _within(word: tuple[int, int, str], named: tuple[int, int]) -> bool:
    return named[0] <= word[0] and word[1] <= named[1]
