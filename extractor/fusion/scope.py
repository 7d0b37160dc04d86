"""What is said of a whole holds for its parts; and who says it of one part only."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from extractor.fusion.conflicts import conflict_of
from extractor.fusion.kinds import Kind
from extractor.fusion.witnesses import Gathered, Seen
from extractor.records.events import Conflict, ConflictKind, SourceLine, Standing, WitnessRecord

CARRIED = (Kind.RESPONSIBILITY, Kind.ACTOR)
_WORD = re.compile(r"\w{4,}")


def carry_down(
    whole: Gathered, whole_id: str, part: Gathered, kinds: Mapping[str, Kind], places: tuple[str | None, Sequence[str]]
) -> None:
    """Add to `part` what is said of the whole: who did it always, when it was if the part itself has no date.

    `places` are the part's own place and those of all parts: a statement whose scope names another part and not this
    one is not carried. A place or a figure never is.
    """
    own, everywhere = places
    for name, kind in kinds.items():
        dated = kind is Kind.WHEN and not part.fields.get(name)
        if kind not in CARRIED and not dated:
            continue
        for seen in whole.fields.get(name, ()):
            if seen.record.via is None and _in_scope(seen.record.scope, own, everywhere):
                record = seen.record.model_copy(update={"via": whole_id})
                part.fields.setdefault(name, []).append(Seen(record, seen.value))
                part.lines.setdefault(record.line, whole.lines[record.line])


def _words(place: str | None) -> set[str]:
    return set(_WORD.findall((place or "").casefold()))


def _in_scope(scope: str | None, own: str | None, everywhere: Sequence[str]) -> bool:
    named = _words(scope)
    if not named or named & _words(own):
        return True
    return not any(named & _words(place) for place in everywhere)


def narrow_claims(
    name: str,
    whole: Sequence[WitnessRecord],
    parts: Mapping[str, Gathered],
    lines: Mapping[str, SourceLine],
    places: Mapping[str, str | None],
) -> tuple[Conflict, ...]:
    """Articles that report a responsibility for one part only, while others report it for the whole.

    An article counts as narrow when it speaks of the other parts too, and gives the responsibility for just this one.
    `places` name the parts in the sentence.
    """
    broad = [w for w in whole if w.standing is Standing.CURRENT and w.via is None]
    wide_articles = {w.document for w in broad}
    if not broad or len(parts) < 2:  # noqa: PLR2004 - a part among others
        return ()
    articles = {
        key: {s.record.document for found in part.fields.values() for s in found if s.record.via is None}
        for key, part in parts.items()
    }
    own = {key: [s.record for s in part.fields.get(name, ()) if s.record.via is None] for key, part in parts.items()}
    found = []
    for key in sorted(parts):
        elsewhere = {w.document for other in parts if other != key for w in own[other]}
        others = set().union(*(articles[other] for other in parts if other != key))
        narrow = [w for w in own[key] if w.document in others - elsewhere - wide_articles]
        if narrow:
            documents = ", ".join(sorted({w.document for w in narrow}))
            sentence = (
                f"{documents} reports the responsibility for {places.get(key) or key} only; "
                f"{', '.join(sorted(wide_articles))} for all of it."
            )
            merged = {**lines, **parts[key].lines}
            found.append(conflict_of(name, ConflictKind.SCOPE, (narrow, broad), merged, sentence))
    return tuple(found)
