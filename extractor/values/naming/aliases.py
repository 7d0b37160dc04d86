"""One name for one thing: aliases known beforehand and those that an article defines itself."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache

from extractor.language.speech import speech_words
from extractor.language.words import fold, tokenise
from extractor.segments import TextView, per_text
from extractor.values.naming.phrases import known_groups, known_sources
from extractor.values.naming.vocabulary import source_words

# A capitalised name: words with capitals, joined by the small words that names hold. Bounded: linear on any text.
_CAPITAL = r"(?:(?:[A-Z]\.)+|(?:al-|el-|ad-|ash-|as-|an-)?[A-ZÀ-ÖØ-Þ][\w’'-]*)"
_JOINT = r"(?: (?:of|for|and|the|al|bin|ibn|de|del|da|do|dos|la|les|van|von|der|e|y|in|on|against)(?= )){0,2}"
_NAME = re.compile(rf"\b{_CAPITAL}{_JOINT}(?: {_CAPITAL}{_JOINT}){{1,9}}")
_BRACKETED = re.compile(r"\(([A-Z][A-Za-z&.-]{1,11})\)")
_ACRONYM_FIRST = re.compile(
    r"\b([A-Z]{2,8}), (?:or )?(?:the )?([A-Z][\w'’-]*(?: (?:[A-Z][\w'’-]*|of|for|and|the|in)){1,8})"
)
_ACRONYM = re.compile(r"\b[A-Z]{2,7}s?\b")
# "Taliban suicide bombers" are Taliban.
_PERSONS_LIMIT = 20000  # distinct capitalised names held for one article


@lru_cache(maxsize=4096)
def short_key(name: str) -> str:
    """A name without articles, marks and case, for comparison.

    >>> short_key("the so-called Islamic State (IS) group")
    'islamic state'
    >>> short_key("U.S. Army")
    'us army'
    """
    plain = re.sub(r"\([^()]{0,40}\)", " ", name)
    words = [t.low.replace(".", "") for t in tokenise(plain, 0, len(plain)) if t.word]
    while len(words) > 1 and words[0] in source_words().articles:
        words.pop(0)
    while len(words) > 1 and words[-1] in source_words().trailers:
        words.pop()
    return " ".join(words)


@lru_cache(maxsize=1)
def _known() -> dict[str, str]:
    table: dict[str, str] = {}
    for key, canonical in known_groups().items():
        table.setdefault(short_key(" ".join(key)), canonical)
    for key, (canonical, _) in known_sources().items():
        table.setdefault(short_key(" ".join(key)), canonical)
    return table


def known_name(name: str) -> str | None:
    """The canonical name of a known group, agency or organisation; `None` when it is not in the tables.

    >>> known_name("the Islamic State group"), known_name("Isis"), known_name("Sana"), known_name("some farmer")
    ('Islamic State', 'Islamic State', 'SANA', None)
    """
    words = short_key(name).split()
    while words:
        found = _known().get(" ".join(words))
        if found is not None:
            return found
        if words[-1] not in source_words().own_people:
            return None
        words.pop()
    return None


@dataclass(frozen=True)
class AliasTable:
    """Names of one article that mean the same. `pairs` map a folded alias to the fullest form in the text."""

    pairs: dict[str, str] = field(default_factory=dict)
    persons: dict[str, str] = field(default_factory=dict)
    heads: dict[str, str] = field(default_factory=dict)

    def canonical(self, name: str) -> str:
        """The known name, else the fullest form in the text, else the name without its article.

        >>> AliasTable({"is": "Islamic State"}).canonical("IS group")
        'Islamic State'
        """
        key = short_key(name)
        defined = self.pairs.get(key)
        for candidate in (defined, name):
            if candidate is not None:
                known = known_name(candidate)
                if known is not None:
                    return known
        if defined is not None:
            return _plain(defined)
        person = self.persons.get(_without_titles(key))
        if person is not None:
            return person
        head = self.heads.get(key)
        if head is not None and name.strip().lower().startswith(("the ", "el ", "la ", "le ")) | name[:1].isupper():
            return known_name(head) or head
        return _plain(name)

    def same(self, one: str, other: str) -> bool:
        """Do two names mean the same thing in this article?"""
        left, right = self.canonical(one), self.canonical(other)
        return short_key(left) == short_key(right) or _person_same(left, right)


def _plain(name: str) -> str:
    words = name.split()
    while len(words) > 1 and words[0].lower() in source_words().articles:
        words.pop(0)
    return " ".join(words)


@lru_cache(maxsize=1)
def _title_words() -> frozenset[str]:
    return frozenset(w for title in speech_words().titles for w in title.split()) | {"of", "the"}


def _without_titles(key: str) -> str:
    words = key.split()
    while len(words) > 1 and (words[0] in _title_words() or f"{words[0]}." in _title_words()):
        words.pop(0)
    return " ".join(words)


def _person_same(one: str, other: str) -> bool:
    """`President Bashar al-Assad` and `Bashar al-Assad`: equal once titles are off."""
    left, right = _person_words(one), _person_words(other)
    if not left or not right or left[-1] != right[-1]:
        return left == right and bool(left)
    shorter, longer = sorted((left, right), key=len)
    # "Assad" is "Bashar al-Assad"; "Basharal-Assad" a slip of the same; "Basil al-Assad" is another.
    return all(any(_slip(a, b) for b in longer) for a in shorter)


def _person_words(name: str) -> list[str]:
    plain = _without_titles(short_key(name)).replace("-", " ").split()
    return [w for w in plain if w not in {"al", "el", "s", "'"}]


def _slip(one: str, other: str) -> bool:
    least = 4
    short, long = sorted((one, other), key=len)
    return short == long or (len(short) >= least and long.startswith(short) and len(long) - len(short) <= len("al"))


def initials_of(name: str) -> set[str]:
    """The acronyms that a name may have: of its capitals, of all its words, of all but the small ones."""
    words = [w for w in re.split(r"[\s-]+", name) if w]
    capitals = "".join(w[0] for w in words if w[0].isupper())
    everything = "".join(w[0] for w in words)
    content = "".join(w[0] for w in words if w.lower() not in source_words().small_words)
    return {capitals.upper(), everything.upper(), content.upper()}


@per_text
def article_aliases(view: TextView) -> AliasTable:
    """The aliases that hold in one article. Linear in the text."""
    text = view.text if not view.headline else f"{view.headline}\n{view.text}"
    names = _names(text)
    pairs = _bracketed(text)
    persons: dict[str, str] = {}
    heads: dict[str, str] = {}
    by_initials: dict[str, str] = {}
    for name in names:
        words = name.split()
        for word in reversed(words):
            if word.lower() in source_words().organisations:
                heads.setdefault(word.lower(), name)
        for initials in sorted(initials_of(name)):
            by_initials.setdefault(initials, name)
        _add_person(persons, words)
    for match in _ACRONYM.finditer(text):
        acronym = match.group()
        least = 3
        if len(acronym) >= least and acronym in by_initials and known_name(acronym) is None:
            pairs.setdefault(fold(acronym), by_initials[acronym])
    return AliasTable(pairs, persons, heads)


def _bracketed(text: str) -> dict[str, str]:
    """`Full Name (ACR)` and `ACR, the Full Name`: folded acronym to name."""
    pairs: dict[str, str] = {}
    for match in _BRACKETED.finditer(text):
        name = _before_bracket(text, match.start(), match.group(1))
        if name is not None:
            pairs.setdefault(fold(match.group(1)).replace(".", ""), name)
    for match in _ACRONYM_FIRST.finditer(text):
        if match.group(1) in initials_of(match.group(2)):
            pairs.setdefault(fold(match.group(1)), match.group(2))
    return pairs


def _add_person(persons: dict[str, str], words: list[str]) -> None:
    """Surname to full name, the first full name winning."""
    bare = _without_titles(short_key(" ".join(words))).split()
    least, most = 2, 4
    if not least <= len(bare) <= most or any(
        w in source_words().organisations or w in source_words().small_words - {"al", "bin", "de", "van", "von", "del"}
        for w in bare
    ):
        return
    full = " ".join(words[len(words) - len(bare) :])
    persons.setdefault(bare[-1], full)
    if "-" in bare[-1]:
        persons.setdefault(bare[-1].split("-", 1)[1], full)
    persons.setdefault(" ".join(bare), full)


def _before_bracket(text: str, at: int, acronym: str) -> str | None:
    """The capitalised name before "(ACR)" when its letters fit the acronym."""
    piece = text[max(0, at - 120) : at].rstrip()
    piece = re.split(r"[.,;:\n]", piece)[-1]
    words = piece.split()
    wanted = acronym.replace(".", "").upper()
    for size in range(min(len(words), 10), 0, -1):
        candidate = words[-size:]
        if candidate[0][:1].isupper() and wanted in initials_of(" ".join(candidate)):
            return " ".join(candidate)
    run: list[str] = []
    for word in reversed(words):
        if word[:1].isupper() or (run and word.lower() in source_words().small_words):
            run.insert(0, word)
        else:
            break
    while run and run[0].lower() in source_words().small_words:
        run.pop(0)
    least = 2
    # The acronym may be of the name in another language ("Kurdistan Workers' Party (PKK)").
    return " ".join(run) if len(run) >= least and acronym.isupper() else None


def _names(text: str) -> list[str]:
    """Distinct capitalised names of two words and more, in text order."""
    found: dict[str, None] = {}
    for match in _NAME.finditer(text):
        name = match.group().rstrip(".'’-")
        for cut in ("'s", "’s"):
            name = name.replace(cut, "")
        words = name.split()
        while words and words[-1].lower() in source_words().small_words:
            words.pop()
        while words and words[0] in {"The", "In", "On", "At", "But", "And", "A", "As", "Mr", "Mrs", "Meanwhile"}:
            words.pop(0)
        least = 2
        if len(words) >= least:
            found.setdefault(" ".join(words), None)
        if len(found) > _PERSONS_LIMIT:
            break
    return list(found)
