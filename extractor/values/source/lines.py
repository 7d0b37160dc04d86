"""One key for one source across articles: its type and line, and the family that speaks for one party."""

from __future__ import annotations

from extractor.language.words import tokenise
from extractor.records import SourceType
from extractor.values.naming.aliases import known_name, short_key
from extractor.values.naming.phrases import classify, known_sources
from extractor.values.naming.vocabulary import source_words
from extractor.world.outlets import outlets


def source_type_of(name: str) -> SourceType:
    """The type that a source's name tells by itself.

    >>> source_type_of("Syria's Foreign Ministry"), source_type_of("a monitoring group")
    (<SourceType.GOVERNMENT: 'government'>, <SourceType.MONITOR_NGO: 'monitor_ngo'>)
    """
    return classify(tokenise(name, 0, len(name)))


def source_line(name: str, source_type: SourceType | None = None) -> str:
    """One key for one source across articles: two articles that quote SANA are one line of evidence.

    A known outlet or organisation has its canonical name as key; an unnamed one its type and words, so that "police"
    in two articles is one line and "police" and "army" are two.

    >>> source_line("the official Syrian news agency"), source_line("Sana", SourceType.STATE_MEDIA)
    ('state_media:sana', 'state_media:sana')
    >>> source_line("SOHR") == source_line("the Observatory") == source_line("Syrian Observatory for Human Rights")
    True
    """
    if not name.strip():
        return f"{(source_type or SourceType.UNSPECIFIED).value}:"
    canonical = known_name(name) or known_inside(name)
    if canonical is not None:
        kind = _named_type(canonical) or source_type or source_type_of(name)
        return f"{kind.value}:{short_key(canonical)}"
    kind = source_type if source_type not in {None, SourceType.UNSPECIFIED} else source_type_of(name)
    words = short_key(name).replace("'s", "").replace(" s ", " ")
    if kind is SourceType.STATE_MEDIA:
        words = "state media" if not set(words.split()) - source_words().state_words else words
    return f"{(kind or SourceType.UNSPECIFIED).value}:{words}"


def source_family(line: str) -> str:
    """A coarser key: lines of one family speak for one party, and are not independent of each other.

    State media of one country are one family with "state media"; everything else is its own.

    >>> source_family(source_line("SANA")) == source_family(source_line("state television"))
    True
    """
    kind, _, _ = line.partition(":")
    if kind in {SourceType.STATE_MEDIA.value, SourceType.GOVERNMENT.value}:
        return "state"
    return line


def _named_type(canonical: str) -> SourceType | None:
    return next((kind for kind, rows in outlets().named.items() for row in rows if row[0] == canonical), None)


def known_inside(name: str) -> str | None:
    """A known name inside a description: "Syrian state news agency SANA"."""
    tokens = tokenise(name, 0, len(name))
    table = known_sources()
    longest = 9
    for index in range(len(tokens)):
        for size in range(min(longest, len(tokens) - index), 0, -1):
            found = table.get(tuple(t.low for t in tokens[index : index + size]))
            written = tokens[index].text
            if found is None or (size == 1 and not written[:1].isupper()):
                continue
            return found[0]
    return None
