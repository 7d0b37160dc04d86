"""What a whole article tells about its words, and a mention made from the words around a name."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from extractor.numbers.language import UNREAD, language_of_view
from extractor.segments import TextView
from extractor.values.place import words
from extractor.values.place.mention import Mention
from extractor.values.place.patterns import WordPattern
from extractor.values.place.roles import Role, role_beside
from extractor.values.place.vocabulary import all_words, type_nouns
from extractor.world.gazetteer import Entry, Gazetteer, gazetteer

_SHORTEST = 4  # letters
BARE = 150_000  # people; a smaller town must stand where places stand


@dataclass
class Article:
    """What the whole text tells about its words."""

    view: TextView
    source: Gazetteer
    lower: frozenset[str]
    persons: set[str] = field(default_factory=set)
    # (sentence, start, end) of names that nothing beside them calls a place; another sentence may.
    doubtful: list[tuple[int, int, int]] = field(default_factory=list)


def possessive(name: str) -> str:
    """The name without its possessive ending.

    >>> possessive("Syria's"), possessive("Honduras'")
    ('Syria', 'Honduras')
    """
    stem = name.removesuffix("s")
    return stem[:-1] if stem.endswith(("'", "’")) else name


def lookup(source: Gazetteer, name: str) -> tuple[Entry, ...]:
    """Entries of a name as it stands in a text; none for words in lower case and for short codes."""
    plain = possessive(name)
    if plain.islower() or (
        len(plain) < _SHORTEST and plain.lower() not in all_words().short_names and not _known_short(source, plain)
    ):
        return ()
    if plain.isupper() and len(plain) > 4:  # noqa: PLR2004 - "KABUL" is a dateline, "IRAN" may be a headline
        plain = plain.title()
    if plain.lower() in {"us", "uk"} and not plain.isupper():
        return ()
    return source.lookup(plain)


def _known_short(source: Gazetteer, name: str) -> bool:
    found = source.lookup(name)
    return bool(found) and found[0].population >= BARE and name[:1].isupper() and not name.isupper()


_OLD_DATELINE = WordPattern("old_dateline")
# "La Paz, 6 sep. El", "Praia, 16 ago 2023 (Lusa) -": a day and a month in any language.
_DAY_DATELINE = re.compile(
    r",\s+\d{1,2}\.?\s+[^\W\d_]{3,10}\.?(?:\s+\d{4})?\s*(?:\([^()]{2,40}\)\s*)?(?:[–—-]|(?<=\.)\s)"
)
_DATELINE = re.compile(
    r"(?:,\s*[A-Z][\w .]{1,30}){0,2}(?:,?\s+[A-Z][a-z]{2,8}\.?\s+\d{1,2}(?:,?\s+\d{4})?\.?)?"
    r"\s*(?:\([^()]{2,40}\))?\s*(?:[–—-]{1,2}\s|:\s)"
)


_DATELINES = ((_DATELINE, 120), (_OLD_DATELINE, 40), (_DAY_DATELINE, 60))  # with how far behind the name they reach


def is_dateline(text: str, start: int, end: int) -> bool:
    """Does the paragraph open with this name and a dash: "KABUL, March 12 (Reuters) -"?"""
    line = text.rfind("\n", max(0, start - 80), start) + 1 if start else 0
    lead = text[line:start] if line or start < 80 else "x"  # noqa: PLR2004 - no dateline is that long
    opens = not lead.strip() or re.fullmatch(r"[A-Z][\w '’-]{1,40},\s+(?:[A-Z][\w '’-]{1,40},\s+)?", lead)
    dashed = any(p.match(text, end, end + reach) for p, reach in _DATELINES)
    return bool(opens) and bool(dashed or (_CAPITALS.fullmatch(text, start, end) and _BODY.match(text, end, end + 40)))


# "BAGHDAD The death toll ...": some copies have lost the dash, and the name in capitals still opens the paragraph.
_CAPITALS = re.compile(r"[^\W\d_a-z]{3,}(?:[ -][^\W\d_a-z]{2,})*")
_BODY = re.compile(r"\s+(?:[A-Z][a-z]+|[AI])\s+[a-z]")


def is_demonym(source: Gazetteer, word: str) -> bool:
    """Is it a people or their adjective: "Syrian", "Syrians"?"""
    return source.country_of_demonym(word) is not None or source.country_of_demonym(word.removesuffix("s")) is not None


# What every pattern of `mention_at` ends with; tried first because it is cheap.
_PREPOSITION = WordPattern("preposition")


# "flown to Darwin and Perth"
_WEAK_LIST = WordPattern("weak_list")
_HOSPITAL = WordPattern("hospital", ignore_case=True)
# Who is told of in a hospital is a patient there, however the sentence goes; but a hospital may be hit itself.
_PATIENTS = WordPattern("patients")
_IN_HOSPITAL = WordPattern("in_hospital")


def _people_beside(article: Article, at: tuple[int, int], begin: int, line_start: int) -> set[str]:
    """The flags of a name that says where somebody speaks from, lives, or is treated."""
    (start, end), found, text = at, set[str](), article.view.text
    following = text[end : end + 60]
    if words.SPEAKER_AFTER.match(following):
        found.add("speaker")
    hospital = _HOSPITAL.match(following) or text[start:end].endswith(("Hospital", "Infirmary"))
    inside = _IN_HOSPITAL.search(text, begin, start)
    treated = (hospital or inside) and _PATIENTS.search(
        text, max(line_start, start - 140), inside.start() if inside else start
    )
    lives = words.OF_PERSON.search(text, begin, start)
    if treated or (lives and (lives[1] is None or lives[1] in article.persons)):
        found.add("aside")
    if not words.LOCATIVE.search(article.view.low, begin, start):
        found |= {"speaker"} if words.OFFICE_AFTER.match(following) else set()
        found |= {"weak"} if words.RESIDENT.match(following) and "aside" not in found else set()
    return found


def mention_at(
    article: Article, at: tuple[int, int], entries: tuple[Entry, ...], flags: set[str], noun: str
) -> Mention:
    """The mention of a name at `at`, with the flags that the words around it give it."""
    (start, end), text, low = at, article.view.text, article.view.low
    if re.search(r"['’]s$", text[start:end]):
        end -= 2
    elif text[start:end][-1:] in "'’":
        end -= 1
    line_start = text.rfind("\n", max(0, start - 200), start) + 1
    begin, following = max(0, start - 90, line_start), text[end : end + 60]
    flags |= _people_beside(article, (start, end), begin, line_start)
    if not _PREPOSITION.search(low, max(begin, start - 40), start):
        pass
    elif words.ASIDE_BEFORE.search(low, begin, start):
        flags.add("aside")
    elif words.TAKEN_FROM.search(low, begin, start) and " in " not in text[begin:start]:
        pass
    elif (words.WEAK.search(low, begin, start) or _WEAK_LIST.search(text, begin, start)) and not words.NEAR.search(
        low, begin, start
    ):
        flags.add("weak")
    if is_dateline(text, start, end):
        flags.add("dateline")
    flags |= _of_language(article, start, end)
    if _BORDER.match(following) and _FAR_FROM.search(text, begin, start):
        flags |= {"outer", "reference"}
    near = bool(words.NEAR.search(low, begin, start))
    return Mention(
        start,
        end,
        text[start:end],
        entries,
        frozenset(flags),
        noun or noun_beside(text, begin, start, following),
        near,
    )


# "55 miles south of the Oregon border": the border only says where the scene is.
_BORDER = WordPattern("border")
_FAR_FROM = WordPattern("far_from", ignore_case=True)


def _of_language(article: Article, start: int, end: int) -> set[str]:
    """The flags that the rows of the text's own language give a name; English has patterns of its own."""
    if language_of_view(article.view) in {"en", UNREAD}:
        return set()
    role = role_beside(article.view, start, end)
    return {"outer", "reference"} if role is Role.REFERENCE else {"weak"} if role is Role.MOVEMENT else set()


_NOUN_AFTER = WordPattern("noun_after")


def noun_beside(text: str, begin: int, start: int, following: str) -> str:
    """The type noun of a name: "the village of X", "the X suburb", "X suburb of"."""
    lead = re.search(r"\b([a-z-]+)\s+of\s+(?:the\s+)?$", text[begin:start])
    if lead and lead[1] in type_nouns():
        return lead[1]
    if lead and (singular := re.sub(r"ies$", "y", lead[1]).removesuffix("s")) in type_nouns():
        return singular
    tail = _NOUN_AFTER.match(following)
    if tail and tail[1] in type_nouns() and tail[1] not in all_words().common_nouns:
        # "the Homs neighborhood of al Zahra": the noun is that of the name behind it.
        return "" if re.match(r"\s+[a-z-]+\s+of\s+(?:al|el|[A-Z])", following) and not _belongs(following) else tail[1]
    return tail[1] if tail and tail[1] in all_words().sub_nouns else ""


def _belongs(following: str) -> bool:
    """Reads "X suburb of Damascus" says X is the suburb when what follows is a listed city."""
    match = re.match(r"\s+[a-z-]+\s+of\s+((?:al[ -])?[A-Z][\w'’-]*)", following)
    return bool(match and gazetteer().lookup(match[1]))
