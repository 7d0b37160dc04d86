"""The claimed type of a source against the words: the same, one that may be said too, or one that they exclude."""

from __future__ import annotations

from extractor.language.words import sentence_range, tokenise
from extractor.records import ClaimedValue, SourceType, Status, Verdict
from extractor.segments import TextView
from extractor.values.naming.aliases import short_key
from extractor.values.naming.phrases import classify, soft_only
from extractor.values.naming.vocabulary import source_words
from extractor.values.valuetype import Reading


def typed(value: ClaimedValue, match: Reading, view: TextView, reason: str) -> Verdict:
    """Supported, unless the words make it another type; where both may be said, the other is in the detail."""
    read = match.value.source_type or SourceType.UNSPECIFIED
    if read is SourceType.UNSPECIFIED and match.resolved is not None:
        read = _titled_type(match.resolved, view)
    good = Verdict(status=Status.SUPPORTED, reason=reason, decided=(match.start, match.end))
    return of_type(good, value, read, match.resolved)


def of_type(good: Verdict, value: ClaimedValue, read: SourceType, name: str | None) -> Verdict:
    """A verdict as it is, with a note on another type, or `wrong_type` where the words exclude the claimed one."""
    said = value.source_type
    if said is None or said is read or SourceType.UNSPECIFIED in {said, read} or not good.usable:
        return good
    detail = f"the words make it {read.value}"
    if not _open_type({said, read}, str(value.value), name, value.quote):
        return Verdict(status=Status.UNSUPPORTED, reason="wrong_type", detail=detail, decided=good.decided)
    return good.model_copy(update={"detail": good.detail or detail})


def _titled_type(name: str, view: TextView) -> SourceType:
    """The type that a person's title tells where the article gives the full name ("Secretary of State John Kerry")."""
    at = view.text.find(name)
    for _ in range(_MENTIONS):
        if at < 0:
            break
        low, _high = sentence_range(view, at)
        before = tokenise(view.text, max(low, at - _TITLE), at)
        begin = len(before)
        while begin and (before[begin - 1].capital or before[begin - 1].low in source_words().title_words):
            begin -= 1
        found = classify(before[begin:]) if begin < len(before) else SourceType.UNSPECIFIED
        if found is not SourceType.UNSPECIFIED:
            return found
        at = view.text.find(name, at + 1)
    return SourceType.UNSPECIFIED


_MENTIONS = 5  # of a full name, in which a title is looked for
_TITLE = 60  # code points that a title may take
# Bodies that careful readers type differently: a state's survey, an agency of the United Nations, a doctors' network.


def _open_type(pair: set[SourceType], *names: str | None) -> bool:
    """May both types be said of it: a body between state and observers, a hospital between state and witness?"""
    if SourceType.GOVERNMENT in pair and SourceType.STATE_MEDIA not in pair and any(_of_a_body(n) for n in names if n):
        return True
    words = set(" ".join(short_key(n) for n in names if n).replace("-", " ").replace("'", " ").split())
    if pair == {SourceType.GOVERNMENT, SourceType.MONITOR_NGO}:
        return not words & source_words().of_state and bool(
            words & source_words().debated_bodies or (words & source_words().rescue and words & source_words().united)
        )
    if pair == {SourceType.WITNESS, SourceType.MONITOR_NGO}:
        return bool(words & source_words().rescue and words & source_words().united)
    return pair == {SourceType.GOVERNMENT, SourceType.WITNESS} and bool(words & source_words().rescue)


def _of_a_body(name: str) -> bool:
    """`Blue Project sources`: a name of two words and more that a soft word ("sources") alone makes official."""
    tokens = tokenise(name, 0, len(name))
    proper = [t for t in tokens if t.capital and t.low not in source_words().soft_heads]
    return len(proper) > 1 and soft_only(tokens) and tokens[-1].low in source_words().heard
