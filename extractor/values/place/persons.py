"""The persons an article names: whose surname is no place later on, and who was in what it tells of."""

from __future__ import annotations

import re

from extractor.values.place import words
from extractor.world.gazetteer import gazetteer

_WORD = r"[A-Z][\w'’-]+"
_MIDDLE = rf"(?:\s+(?:[A-Z]\.|[a-z]{{2,3}}|[\"“‘']{_WORD}[\"”’'])){{0,2}}"
_NAME = rf"{_WORD}{_MIDDLE}\s+{_WORD}(?:\s+{_WORD})?(?:,?\s+(?:Jr|Sr|II|III)\b\.?)?"
# What only stands beside a person: an age, a post, words of speech, "identified as".
_AGED = re.compile(rf"({_NAME}),\s+(?:an?\s+)?\d{{1,2}}(?:-years?-old|,|;|\)|\.\s|\s+of\b|\s+and\b|\s+years\s+old)")
_SURNAME_AGED = re.compile(rf"(?<![,\w] )\b({_WORD}),\s+\d{{1,2}},\s+[a-z]")  # "Celaya, 31, shot"
_AGE_FIRST = re.compile(rf"\b(?:\d{{1,2}}-year-old|age\s+\d{{1,2}},?)\s+(?:[a-z]+\s+)?({_NAME})")
_CALLED = re.compile(
    rf"\b(?:identified\s+(?:\w+\s+){{0,4}}?as|named|victims?|suspects?|gunm[ae]n|father|mother|son|daughter|brother|sister|wife|husband|"
    rf"resident|detective|spokes\w+|mayor|sheriff|chief|neighbou?r|said|says|told)\s+({_NAME})"
)
_SPEAKS = re.compile(rf"(?<![A-Z][\w] )({_NAME})(?:,\s+[^,.;\n]{{3,60}},)?\s+(?:said|says|told|added|recalled)\b")
_POST = re.compile(
    rf"({_NAME}),\s+(?:the\s+|an?\s+)?(?:[\w'’-]+\s+){{0,4}}?"
    rf"(?i:{'|'.join(sorted(words.TITLES - {'general', 'named', 'called', 'aged'}))})\b",
)
# Who was hurt, killed, sought, charged: the people of the event rather than those who speak of it.
_INVOLVED = re.compile(
    rf"(?:\b(?:identified\s+(?:\w+\s+){{0,4}}?as|victims?|suspects?|gunm[ae]n|shooter|killed|killing|death\s+of|murder\s+of|arrested|charged|accused)\s+({_NAME}))"
    rf"|({_NAME})(?:,[^,.;\n]{{2,40}},)?\s+(?:was|were|is|are|has\s+been|had\s+been|faces?|pleaded)\s+(?:\w+\s+){{0,2}}?"
    r"(?:shot|killed|charged|arrested|pronounced|wounded|injured|accused|indicted|convicted|sentenced|stabbed|slain|murdered|guilty|not\s+guilty)\b"
)
_NOT_PERSONS = words.ORGANISATION | words.FACILITIES | words.NAME_TAILS | words.NAME_HEADS


def persons_of(text: str) -> frozenset[str]:
    """The words of the names of persons that the text introduces as such.

    >>> sorted(persons_of("The victim was Anna Chandler, 34, of Reading. Chandler was driving."))
    ['Chandler']
    """
    found: set[str] = set()
    for pattern in (_AGED, _AGE_FIRST, _CALLED, _SPEAKS, _POST):
        for match in pattern.finditer(text):
            found.update(_words_of_person(match[1]))
    found.update(match[1] for match in _SURNAME_AGED.finditer(text))
    return frozenset(found)


def parties_of(text: str) -> tuple[tuple[str, int], ...]:
    """Who was in what the text tells of: "given surname" in lower case, and where each is first told so.

    >>> parties_of("The victim was Anna Chandler, 34. Mayor Jim Hall said Anna M. Chandler was driving.")
    (('anna chandler', 15),)
    """
    found: dict[str, int] = {}
    for pattern in (_AGED, _AGE_FIRST, _INVOLVED):
        for match in pattern.finditer(text):
            group = 1 if match[1] else 2
            parts = [w for w in _words_of_person(match[group], whole=True) if w.lower().rstrip(".") not in _SUFFIXES]
            if len(parts) > 1:
                key = f"{parts[0]} {parts[-1]}".casefold()
                found[key] = min(found.get(key, len(text)), match.start(group))
    return tuple(sorted(found.items(), key=lambda item: (item[1], item[0])))


_SUFFIXES = frozenset({"jr", "sr", "ii", "iii"})


def _words_of_person(name: str, *, whole: bool = False) -> tuple[str, ...]:
    """The words of a name; none when it is that of a place or a body."""
    parts = tuple(w.strip("\"“”‘’'") for w in name.replace(",", " ").split() if w[:1].isupper() or w[:1] in "\"“‘'")
    parts = tuple(re.sub(r"['’]s$", "", w) for w in parts if len(w.rstrip(".")) > 1)
    while parts and parts[0].lower() in words.TITLES | words.ORDINARY | words.DIRECTIONS:
        parts = parts[1:]
    known = gazetteer()
    if len(parts) < 2 or any(w in _NOT_PERSONS for w in parts):  # noqa: PLR2004 - a given name and a surname
        return ()
    if known.lookup(" ".join(parts)) or known.lookup(" ".join(parts[-2:])) or known.lookup(" ".join(parts[:2])):
        return ()
    return parts[1:] if known.lookup(parts[0]) and not whole else parts
