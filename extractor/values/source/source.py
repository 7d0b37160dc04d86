"""Source: who says so. Reads attributions, decides which governs a figure, tells one source line from another."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from pydantic import Field

from extractor.language.clauses import How
from extractor.language.words import sentence_range, sentence_ranges
from extractor.records import CheckedValue, ClaimedValue, SourceType, Span, Status, Verdict
from extractor.segments import TextView
from extractor.values.actor.actor import invents_country
from extractor.values.naming.aliases import article_aliases, known_name, short_key
from extractor.values.naming.mention import meant_by_pronoun, mention_of
from extractor.values.naming.vocabulary import source_words
from extractor.values.source.attribution import sentence_attributions
from extractor.values.source.judging import Quoted, judge_named, said_by
from extractor.values.source.lines import known_inside, source_family, source_line, source_type_of
from extractor.values.source.speakers import Speaker, resolve_source, speakers_at
from extractor.values.source.types import of_type, typed
from extractor.values.valuetype import FieldRole, Fused, Reading, ValueType, Witness
from extractor.world.states import country_key


class Source(ValueType):
    """Who a figure is attributed to. `value` is its name as in the text, `resolved` that in this article."""

    name: ClassVar[str] = "source"
    role = FieldRole.WHOSE_WORDS

    def read(self, view: TextView, start: int, end: int) -> list[Reading]:
        """Every attributed source in the range, in text order."""
        found: dict[tuple[int, int], Reading] = {}
        for low, high in sentence_ranges(view, start, end):
            for attribution in sentence_attributions(view, low, high):
                for source in attribution.sources:
                    if source.canonical and start <= source.start and source.end <= end:
                        speaker = resolve_source(view, attribution, source)
                        place = (source.start, source.end)
                        found.setdefault(place, self._reading(view, speaker, *place))
        return [found[key] for key in sorted(found)]

    @staticmethod
    def _reading(view: TextView, speaker: Speaker, start: int, end: int) -> Reading:
        text = view.text[start:end]
        kind = speaker.source.source_type
        value = ClaimedValue(value=text, quote=text, start=start, source_type=kind)
        return Reading(start, end, value, kind.value, resolved=speaker.canonical)

    def govern(self, view: TextView, start: int, end: int) -> list[Reading]:
        """The sources whose speech holds the figure; a reading without value for hearsay ("it was reported")."""
        made: list[Reading] = []
        for speaker in speakers_at(view, start, end):
            source = speaker.source
            quote = view.text[source.start : source.end]
            value = ClaimedValue(
                value=source.name if _named(speaker) else None,
                quote=quote,
                start=source.start,
                source_type=source.source_type,
            )
            made.append(
                Reading(
                    source.start,
                    source.end,
                    value,
                    source.source_type.value,
                    how=speaker.how,
                    resolved=speaker.canonical,
                )
            )
        return made

    def verify(self, value: ClaimedValue, span: Span, view: TextView, anchor: Span | None = None) -> Verdict:
        """Is the source named at the span, and does its speech hold the anchor?

        Reasons: `governs`, `attributed` (it speaks in the quote), `hearsay`, `unattributed`; `named_only`
        (unconfirmed); `governs_other` (contradicted); `not_attribution`, `not_named`, `wrong_type`.
        """
        at = span if anchor is None else anchor
        governing = self._governing(at, view, spread=anchor is None)
        if value.value is None:
            return self._verify_unnamed(governing, span)
        named = self._mention(value, span, view)
        match = next((r for r in governing if self._matches(value, r, view)), None)
        if match is not None and (named or match.how is not How.CLAUSE or self._overlaps(match, span)):
            reason = "governs" if anchor is not None else "attributed"
            return typed(value, match, view, reason)
        if named is None and meant_by_pronoun(str(value.value), view, span):
            detail = "the quote has a pronoun that may mean it"
            return Verdict(
                status=Status.UNCONFIRMED, reason="named_only", detail=detail, decided=(span.start, span.end)
            )
        if named is None:
            return Verdict(status=Status.UNSUPPORTED, reason="not_named", detail="the quote does not name this source")
        figure = at if anchor is not None and at.end - at.start <= _PASSAGE else None
        verdict = judge_named(view, Quoted(named, span, figure, at))
        if verdict.status is not Status.SUPPORTED:
            return verdict
        own = governing[0].value.source_type if governing and verdict.reason == "governs" else None
        return of_type(verdict, value, own or source_type_of(str(value.value)), None)

    @staticmethod
    def _verify_unnamed(governing: list[Reading], span: Span) -> Verdict:
        """A claim without a named source: true of hearsay and of words that nobody is given for."""
        named = [r for r in governing if r.value.value is not None]
        if named:
            return _other(named[0])
        decided = (governing[0].start, governing[0].end) if governing else (span.start, span.end)
        return Verdict(status=Status.SUPPORTED, reason="hearsay" if governing else "unattributed", decided=decided)

    def _governing(self, at: Span, view: TextView, *, spread: bool) -> list[Reading]:
        found = self.govern(view, at.start, at.end)
        if not spread and at.end - at.start <= _PASSAGE:
            return found
        if not spread:
            inside = self.read(view, at.start, at.end)
            return found + [r for r in inside if r.start not in {f.start for f in found}]
        low, high = sentence_range(view, at.start)
        inside = self.read(view, min(at.start, low), max(at.end, high))
        return found + [r for r in inside if r not in found]

    @staticmethod
    def _overlaps(found: Reading, span: Span) -> bool:
        return found.start < span.end and span.start < found.end

    def _mention(self, value: ClaimedValue, span: Span, view: TextView) -> tuple[int, int] | None:
        """Where the quote names the claimed source, by its words or by what the reader makes of a pronoun or alias."""
        claimed = str(value.value)
        if not invents_country(claimed, view):
            named = mention_of(claimed, view, span.start, span.end)
            if named is not None:
                return named
        found = next((r for r in self.read(view, span.start, span.end) if self._matches(value, r, view)), None)
        return None if found is None else (found.start, found.end)

    @staticmethod
    def _matches(value: ClaimedValue, found: Reading, view: TextView) -> bool:
        claimed = str(value.value)
        aliases = article_aliases(view)
        names = [n for n in (found.resolved, None if found.value.value is None else str(found.value.value)) if n]
        if invents_country(claimed, view):
            return False
        if any(aliases.same(claimed, n) for n in names):
            return True
        claimed_known = known_name(claimed) or known_inside(claimed)
        if claimed_known is not None:
            return any(claimed_known == (known_name(n) or known_inside(n)) for n in names)
        wanted = set(short_key(claimed).split())
        return any(_covers(wanted, set(short_key(n).split())) for n in names)

    def resolve(self, value: ClaimedValue, span: Span, view: TextView) -> str | None:
        """The canonical name in this article; `None` for an unnamed source."""
        if value.value is None:
            return None
        for found in self.read(view, span.start, span.end):
            if found.resolved is not None and self._matches(value, found, view):
                return found.resolved
        return article_aliases(view).canonical(str(value.value))

    def compatible(self, one: CheckedValue, other: CheckedValue) -> bool:
        """Two sources of one figure never exclude each other."""
        del one, other
        return True

    def alike(self, one: CheckedValue, other: CheckedValue) -> bool:
        """Does the text let both speak, or are they one line?"""
        spoken = one.verdict.status is Status.SUPPORTED and other.verdict.status is Status.SUPPORTED
        left, right = (v.resolved or str(v.claimed.value or "") for v in (one, other))
        return spoken or source_line(left) == source_line(right)

    def answer_fields(self) -> Mapping[str, Any]:
        """The name and what kind of source it is."""
        return {**super().answer_fields(), "source_type": (SourceType, Field())}

    def fuse(self, witnesses: Sequence[Witness], rule: str) -> Fused:
        """The source line with the most witnesses; on a tie the first in the alphabet."""
        lines: dict[str, list[int]] = {}
        names: dict[str, list[str]] = {}
        for index, witness in enumerate(witnesses):
            name = witness.value.resolved or witness.value.claimed.value
            if name is None:
                continue
            line = source_line(str(name), witness.value.claimed.source_type)
            lines.setdefault(line, []).append(index)
            names.setdefault(line, []).append(str(name))
        if not lines:
            return Fused(None, rule)
        best = min(lines, key=lambda line: (-len(lines[line]), line))
        shown = min(names[best], key=lambda n: (-names[best].count(n), n))
        return Fused(shown, rule, supporting=tuple(lines[best]))


_PASSAGE = 40  # an anchor longer than this many characters is a passage, not a figure


def _named(speaker: Speaker) -> bool:
    """Hearsay and "reports" are nobody's name; an unresolved pronoun is somebody's."""
    return bool(speaker.source.canonical) and (speaker.canonical is not None or speaker.source.pronoun)


def _covers(wanted: set[str], found: set[str]) -> bool:
    """Every telling word of one name stands in the other."""
    left = {country_key(w) for name in wanted for w in name.split("-")} - source_words().generic
    right = {country_key(w) for name in found for w in name.split("-")} - source_words().generic
    if not left or not right:
        return bool(wanted) and wanted == found
    return left <= right or right <= left


def _other(found: Reading) -> Verdict:
    return said_by(str(found.resolved or found.value.value), (found.start, found.end))


__all__ = ["Source", "source_family", "source_line", "source_type_of"]
