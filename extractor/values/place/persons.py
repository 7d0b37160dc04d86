"""The persons an article names: whose surname is no place later on, and who was in what it tells of."""

from __future__ import annotations

import re
from functools import cache

from extractor.values.place.patterns import WordPattern
from extractor.values.place.vocabulary import all_words
from extractor.world.gazetteer import gazetteer

_WORD = r"[A-Z][\w'’-]+"
_MIDDLE = rf"(?:\s+(?:[A-Z]\.|[a-z]{{2,3}}|[\"“‘']{_WORD}[\"”’'])){{0,2}}"
_NAME = rf"{_WORD}{_MIDDLE}\s+{_WORD}(?:\s+{_WORD})?(?:,?\s+(?:Jr|Sr|II|III)\b\.?)?"
# What only stands beside a person: an age, a post, words of speech, "identified as".
_FILL = {
    "name": lambda: _NAME,
    "word": lambda: _WORD,
    "titles": lambda: "|".join(sorted(all_words().titles - all_words().not_posts)),
}
_AGED = WordPattern("aged", fill=_FILL)
_SURNAME_AGED = WordPattern("surname_aged", fill=_FILL)
_AGE_FIRST = WordPattern("age_first", fill=_FILL)
_CALLED = WordPattern("called", fill=_FILL)
_SPEAKS = WordPattern("speaks_persons", fill=_FILL)
_POST = WordPattern("post", fill=_FILL)
# Who was hurt, killed, sought, charged: the people of the event rather than those who speak of it.
_INVOLVED = WordPattern("involved", fill=_FILL)


@cache
def _not_of_persons() -> frozenset[str]:
    """Words that no person's name holds."""
    words = all_words()
    return words.body_words | words.facilities | words.name_tails | words.name_heads


@cache
def _before_names() -> frozenset[str]:
    """Words that have a capital before a person's name and are not of it."""
    words = all_words()
    return words.titles | words.ordinary | words.directions


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
            parts = [
                w
                for w in _words_of_person(match[group], whole=True)
                if w.lower().rstrip(".") not in all_words().name_suffixes
            ]
            if len(parts) > 1:
                key = f"{parts[0]} {parts[-1]}".casefold()
                found[key] = min(found.get(key, len(text)), match.start(group))
    return tuple(sorted(found.items(), key=lambda item: (item[1], item[0])))


def _words_of_person(name: str, *, whole: bool = False) -> tuple[str, ...]:
    """The words of a name; none when it is that of a place or a body."""
    parts = tuple(w.strip("\"“”‘’'") for w in name.replace(",", " ").split() if w[:1].isupper() or w[:1] in "\"“‘'")
    parts = tuple(re.sub(r"['’]s$", "", w) for w in parts if len(w.rstrip(".")) > 1)
    while parts and parts[0].lower() in _before_names():
        parts = parts[1:]
    known = gazetteer()
    if len(parts) < 2 or any(w in _not_of_persons() for w in parts):  # noqa: PLR2004 - a given name and a surname
        return ()
    if known.lookup(" ".join(parts)) or known.lookup(" ".join(parts[-2:])) or known.lookup(" ".join(parts[:2])):
        return ()
    return parts[1:] if known.lookup(parts[0]) and not whole else parts
