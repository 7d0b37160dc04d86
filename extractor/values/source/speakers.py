"""Who speaks over a figure: scopes, quotations over sentences, pronouns, and what is carried from before."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from extractor.language.clauses import How
from extractor.language.speech import speech_words
from extractor.language.words import fold, sentence_range, sentence_tokens, tokenise
from extractor.records import SourceType
from extractor.segments import Segment, TextView, Zone, per_text
from extractor.values.naming.aliases import article_aliases, short_key
from extractor.values.naming.phrases import Named, classify
from extractor.values.naming.vocabulary import source_words
from extractor.values.source.attribution import Attribution, sentence_attributions
from extractor.values.source.phrases import first_subject, sources_of
from extractor.values.source.quotations import inside_quotation, quotation_at, quotation_speaker
from extractor.values.source.shapes import Shape

_MOST = 24  # attributions it looks at
_BACK = 8  # sentences a pronoun looks back
_AGENCY_TYPES = frozenset((SourceType.STATE_MEDIA, SourceType.MEDIA, SourceType.PERPETRATOR_OUTLET))
_GROUP_TYPES = frozenset((SourceType.MONITOR_NGO, SourceType.PERPETRATOR_OUTLET))
_CONTINUES = re.compile(
    r"(?:as many as|another|others|a further)\b|(?:at least |some |about |around )?[\w,]{1,12} (?:others|more)\b"
)


@cache
def _body_heads() -> frozenset[str]:
    return source_words().generic_heads | source_words().collective_heads | speech_words().bodies


@dataclass(frozen=True, slots=True)
class Speaker:
    """A source that governs a figure, how it came to, and the words that attribute."""

    source: Named
    how: How
    canonical: str | None
    cue: tuple[int, int]
    says: bool = False  # a word of speech is known to be in the cue


def speakers_at(view: TextView, start: int, end: int) -> list[Speaker]:
    """The speakers over `[start, end)`, the surest first; empty when the text names none."""
    del end
    return list(_speakers(view, start))


@per_text
def _speakers(view: TextView, start: int) -> list[Speaker]:
    low, high = sentence_range(view, start)
    found = sentence_attributions(view, low, high)
    quote = quotation_at(view, start)
    if quote is not None:
        inside = [a for a in found if quote.start <= a.start and a.end <= quote.end]
        chosen = _governor(inside, start)
        if chosen is None:
            chosen = quotation_speaker(view, quote)
            if chosen is not None:
                return _speaking(view, chosen, How.SENTENCE if low <= chosen.start < high else How.PARAGRAPH)
        if chosen is not None:
            return _speaking(view, chosen, How.CLAUSE)
    outside = [a for a in found if not inside_quotation(view, a)]
    chosen = _governor(outside, start)
    if chosen is not None:
        return _speaking(view, chosen, How.CLAUSE)
    return _carried(view, start, low) or _said_after(view, start)


def _governor(found: list[Attribution], start: int) -> Attribution | None:
    """The attribution whose scope holds the offset, the nearest first; hearsay only when nobody is named."""
    named = [a for a in found if a.shape is not Shape.HEARSAY and a.governs(start)]
    named = [a for a in named if a.verb not in speech_words().denials] or named
    if named:
        return min(named, key=lambda a: (_distance(a, start), a.start))
    tails = [a for a in found if a.shape is Shape.AFTER and a.end <= start < a.tail_end]
    if tails:
        return tails[-1]
    hearsay = [a for a in found if a.shape is Shape.HEARSAY and a.governs(start)]
    return min(hearsay, key=lambda a: (_distance(a, start), a.start)) if hearsay else None


def _distance(found: Attribution, start: int) -> int:
    return min(abs(found.start - start), abs(found.end - start))


def _speaking(view: TextView, found: Attribution, how: How) -> list[Speaker]:
    return [replace(_resolved(view, s, how, (found.start, found.end)), says=found.says) for s in found.sources]


def _resolved(view: TextView, source: Named, how: How, cue: tuple[int, int]) -> Speaker:
    if not source.canonical:
        return Speaker(source, how, None, cue)
    words = {t.low for t in tokenise(source.name, 0, len(source.name))}
    nobody = not any(w[:1].isupper() for w in source.name.split()[1:])  # "the report of the Mayor" has an author
    if words & speech_words().rumour and source.source_type is SourceType.UNSPECIFIED and nobody:
        return Speaker(source, how, None, cue)
    if source.pronoun:
        earlier = _last_speaker(view, source)
        if earlier is None:
            return Speaker(source, how, None, cue)
        return Speaker(replace(source, source_type=earlier.source.source_type), how, earlier.canonical, cue)
    aliases = article_aliases(view)
    canonical = aliases.canonical(source.name if source.canonical == source.name else source.canonical)
    source_type = source.source_type
    generic = short_key(source.name) in source_words().generic_heads | source_words().person_heads
    if generic and short_key(canonical) == short_key(source.name):
        earlier = _last_with_head(view, source)
        if earlier is not None:
            return Speaker(replace(source, source_type=earlier.source.source_type), how, earlier.canonical, cue)
    if source_type is SourceType.UNSPECIFIED or generic:
        known = _described(view, canonical)
        source_type = known if known is not SourceType.UNSPECIFIED else source_type
    return Speaker(replace(source, source_type=source_type), how, canonical, cue)


@per_text
def _described(view: TextView, name: str) -> SourceType:
    """What the article calls the name elsewhere: "police chief Dan Rowe", "Dan Rowe, a lawyer"."""
    made = SourceType.UNSPECIFIED
    at = view.text.find(name) if len(name) > 2 else -1  # noqa: PLR2004 - a name has letters
    if at >= 0:
        low, high = sentence_range(view, at)
        tokens = sentence_tokens(view, low, high)
        first = next((i for i, t in enumerate(tokens) if t.start >= at), len(tokens))
        last = next((i for i, t in enumerate(tokens) if t.start >= at + len(name)), len(tokens))
        before = first
        while before > max(0, first - 6) and tokens[before - 1].word:
            before -= 1
        made = classify(tokens[before:first] + tokens[first:last])
        if last + 2 < len(tokens) and tokens[last].text == "(" and tokens[last + 2].text == ")":
            last += 3
        if made is SourceType.UNSPECIFIED and last < len(tokens) and tokens[last].text == ",":
            stop = next((i for i in range(last + 1, min(len(tokens), last + 12)) if not tokens[i].word), last + 1)
            made = classify(tokens[last + 1 : stop])
    return made


def _person(source: Named) -> bool:
    words = re.split(r" (?:at|of|in|for|from|who) ", source.name)[0].split()
    if any(short_key(w) in _body_heads() for w in words) and short_key(words[-1]) not in source_words().person_heads:
        return False
    if short_key(words[-1]) in source_words().person_heads or short_key(words[0]) in source_words().person_heads:
        return True
    few = 4
    return (
        len(words) <= few
        and all(w[:1].isupper() for w in words if w.islower() is False)
        and source.canonical == source.name
        and not words[-1].isupper()
    )


def _earlier(view: TextView, before: int) -> Iterator[Attribution]:
    """Attributions of the sentences before an offset, the nearest first, within reach; at most `_MOST`."""
    index = view.sentence_index(before)
    seen = 0
    for k in range(index, max(-1, index - 1 - _BACK), -1):
        segment = view.sentences[k]
        if k != index and segment.zone is Zone.FURNITURE:
            continue
        low, high = sentence_range(view, before if k == index else segment.start)
        for found in reversed(sentence_attributions(view, low, high)):
            if found.end > before:
                continue
            seen += 1
            if seen > _MOST:
                return
            yield found


def _last_speaker(view: TextView, pronoun: Named) -> Speaker | None:
    person = fold(pronoun.name) in speech_words().person_pronouns and fold(pronoun.name) not in {"er", "il"}
    near = _near_sentence(view, pronoun.start)
    for found in _earlier(view, pronoun.start):
        if found.end <= near and person:
            subject = _subject_before(view, pronoun, person=True)
            if subject is not None:
                return subject
            near = -1
        for source in reversed(found.sources):
            if source.pronoun or not source.canonical or set(fold(source.name).split()) & speech_words().rumour:
                continue
            if person and not _person(source):
                continue
            if fold(pronoun.name) == "it" and _person(source):
                continue
            return _resolved(view, source, How.BEFORE, (found.start, found.end))
    return _subject_before(view, pronoun, person=person)


def _near_sentence(view: TextView, at: int) -> int:
    """Where the sentence before begins, in the paragraph of the offset; -1 where there is none."""
    index = view.sentence_index(at)
    if index <= 0 or view.sentences[index - 1].paragraph != view.sentences[index].paragraph:
        return -1
    return view.sentences[index - 1].start


def _subject_before(view: TextView, pronoun: Named, *, person: bool) -> Speaker | None:
    """`The Red Cross has opened a camp. It said ...`: the subject of the sentence before, if it can be meant."""
    index = view.sentence_index(pronoun.start)
    if index <= 0 or view.sentences[index - 1].zone is not Zone.BODY:
        return None
    low, high = sentence_range(view, view.sentences[index - 1].start)
    tokens = sentence_tokens(view, low, high)
    begin, stop = first_subject(tokens, 0)
    for source in sources_of(view.text, tokens, begin, stop):
        fits = source.source_type is not SourceType.UNSPECIFIED and not source.pronoun
        several = fold(source.name).endswith(("s", "police", "people", "rebellen", "x"))
        if fits and fold(pronoun.name) in source_words().plural_pronouns and several:
            return _resolved(view, source, How.BEFORE, (source.start, source.end))
        fits = fits and fold(pronoun.name) not in source_words().plural_pronouns
        if fits and person == _person(source):
            return _resolved(view, source, How.BEFORE, (source.start, source.end))
    return None


def _last_with_head(view: TextView, source: Named) -> Speaker | None:
    """The earlier speaker that "the agency", "the group" means."""
    head = short_key(source.name).split()[-1]
    for found in _earlier(view, source.start):
        for other in reversed(found.sources):
            if other.pronoun or short_key(other.name) == short_key(source.name):
                continue
            if head in source_words().papers and not _person(other) and other.source_type is not SourceType.UNSPECIFIED:
                return _resolved(view, other, How.BEFORE, (found.start, found.end))
            agency = head in source_words().agency_heads and other.source_type in _AGENCY_TYPES
            group = head in source_words().group_heads and other.source_type in _GROUP_TYPES
            if agency or group or head in short_key(view.text[found.start : found.end]).split():
                return _resolved(view, other, How.BEFORE, (found.start, found.end))
    return None


def _carried(view: TextView, start: int, low: int) -> list[Speaker]:
    """A sentence that goes on with "Another 20 ..." inside a paragraph keeps the speaker of the one before."""
    index = view.sentence_index(start)
    if index <= 0:
        return []
    here, before = view.sentences[index], view.sentences[index - 1]
    if here.paragraph != before.paragraph or _CONTINUES.match(fold(view.text[low : low + 60])) is None:
        return []
    found = [a for a in _attributions_of_sentence(view, before) if not inside_quotation(view, a)]
    return _speaking(view, found[-1], How.PARAGRAPH) if found and found[-1].shape is not Shape.HEARSAY else []


def _said_after(view: TextView, start: int) -> list[Speaker]:
    """The speaker of a next sentence that only says whose words these are: "That was confirmed by the police."."""
    index = view.sentence_index(start)
    if not 0 <= index < len(view.sentences) - 1:
        return []
    here, after = view.sentences[index], view.sentences[index + 1]
    if here.paragraph != after.paragraph:
        return []
    found = next((a for a in _attributions_of_sentence(view, after) if a.shape is Shape.BACK), None)
    return _speaking(view, found, How.SENTENCE) if found is not None else []


def _attributions_of_sentence(view: TextView, segment: Segment) -> tuple[Attribution, ...]:
    low, high = sentence_range(view, segment.start)
    return sentence_attributions(view, low, high)


def resolve_source(view: TextView, found: Attribution, source: Named) -> Speaker:
    """A source of an attribution as a speaker: with its name in this article and its type."""
    return _resolved(view, source, How.CLAUSE, (found.start, found.end))
