"""Where a quote names a source, and whether the words beside the name let it speak."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from extractor.language.speech import speech_words
from extractor.language.transliteration import without_clitics
from extractor.records import Span
from extractor.segments import TextView
from extractor.values.naming.aliases import article_aliases, initials_of
from extractor.values.naming.speech import sign_phrases, sign_stems, sign_verbs, sign_words
from extractor.values.naming.vocabulary import source_words
from extractor.world.states import country_key

_WORD = re.compile(r"[^\W_][\w\u0300-\u036f\u0610-\u065f\u0900-\u0dff\u200c]*")
# Words that many sources share: never enough to name one.
_LEAST = 4  # letters that two forms of one word share
_STEM = 7  # letters of a word that a compound may begin with
_ANTECEDENT = 2  # sentences that a pronoun looks back
_ENDING = 3  # letters that an ending or a clitic may have
_NEAR = 14  # words between a name and the sign that it speaks
_ACRONYM = 2


@lru_cache(maxsize=8192)
def _fold(word: str) -> str:
    plain = unicodedata.normalize("NFKD", word).casefold()
    return "".join(c for c in plain if not unicodedata.combining(c))


@lru_cache(maxsize=16384)
def same_word(one: str, other: str) -> bool:
    """Are two words forms of one: equal, a state and its adjective, one with an ending or a clitic more?

    >>> same_word("Polizei", "polizei"), same_word("rebel", "rebels"), same_word("الشرطة", "للشرطة")
    (True, True, True)
    >>> same_word("army", "armed"), same_word("Syria", "Syrian"), same_word("57", "570")
    (False, True, False)
    """
    left, right = _fold(one), _fold(other)
    if left == right or country_key(left) == country_key(right):
        return True
    if set(without_clitics(left)) & set(without_clitics(right)):
        return True
    short, long = sorted((left, right), key=len)
    if not short.isalpha() or not long.isalpha():
        return False
    if not short.isascii() and len(short) > _ENDING and short in long:
        return len(long) - len(short) <= _ENDING
    if len(short) >= _STEM and long.startswith(short):
        return True  # "Polizeiangaben"
    shared = next((n for n, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    return shared >= _LEAST and len(short) - shared <= 1 + (not short.isascii()) and len(long) - shared <= _ENDING


def words_of(text: str, start: int, end: int) -> list[tuple[int, int, str]]:
    """The words of a range in any script: start, end and the word; hyphens part them."""
    return [(m.start(), m.end(), m.group()) for m in _WORD.finditer(text, start, end)]


def mention_of(claimed: str, view: TextView, start: int, end: int) -> tuple[int, int] | None:
    """Where `text[start:end]` names a source: its words, half of them or the surname, an acronym; `None` if nowhere.

    Ranges from the first word found to the last.
    """
    here = words_of(view.text, start, end)
    wanted = [w for _, _, w in words_of(claimed, 0, len(claimed))]
    if not wanted or not here:
        return None
    return (
        _in_a_row(wanted, here)
        or _most(wanted, here)
        or _short_form(claimed, view, here)
        or _inside(claimed, view, (start, end))
    )


def meant_by_pronoun(claimed: str, view: TextView, quote: Span) -> bool:
    """May a quote like "he said" mean a source: has it a pronoun and a word of speech, and a name shortly before it?"""
    words = {w.casefold() for _, _, w in words_of(view.text, quote.start, quote.end)}
    if not words & speech_words().pronouns or not speech_signs(view, quote.start, quote.end):
        return False
    first = max(0, view.sentence_index(quote.start) - _ANTECEDENT)
    return mention_of(claimed, view, view.sentences[first].start, quote.start) is not None


def _in_a_row(wanted: list[str], here: list[tuple[int, int, str]]) -> tuple[int, int] | None:
    size = len(wanted)
    if size == 1 and _fold(wanted[0]) in source_words().shared_words:
        return None
    for k in range(len(here) - size + 1):
        if all(same_word(w, here[k + n][2]) for n, w in enumerate(wanted)):
            return here[k][0], here[k + size - 1][1]
    return None


def _most(wanted: list[str], here: list[tuple[int, int, str]]) -> tuple[int, int] | None:
    """At least half of the telling words, or a person's last name."""
    telling = [w for w in wanted if _fold(w) not in source_words().shared_words]
    hits = [h for h in here if any(same_word(w, h[2]) for w in telling)]
    if not telling or not hits:
        return None
    found = sum(any(same_word(w, h[2]) for h in hits) for w in telling)
    surname = telling[-1][:1].isupper() and len(telling) > 1 and all(w[:1].isupper() for w in telling)
    last = next((h for h in hits if h[2] == telling[-1]), None)
    if 2 * found >= len(telling):
        return hits[0][0], hits[-1][1]
    return (last[0], last[1]) if surname and last is not None else None


def _short_form(claimed: str, view: TextView, here: list[tuple[int, int, str]]) -> tuple[int, int] | None:
    """`WHO` for "World Health Organization", either way round, or an alias that the article defines."""
    aliases = article_aliases(view)
    letters = initials_of(claimed)
    for k, (start, end, word) in enumerate(here):
        if word.isupper() and len(word) >= _ACRONYM and (word in letters or aliases.same(word, claimed)):
            return start, end
        if claimed.isupper() and word[:1].isupper() and len(claimed) > _ACRONYM:
            run = here[k : k + len(claimed) + _ENDING]
            for size in range(len(run), 1, -1):
                piece = view.text[start : run[size - 1][1]]
                if claimed in initials_of(piece):
                    return start, run[size - 1][1]
    return None


def _inside(claimed: str, view: TextView, at: tuple[int, int]) -> tuple[int, int] | None:
    """A name in a script without spaces."""
    if claimed.isascii():
        return None
    found = view.text.find(claimed, *at)
    return (found, found + len(claimed)) if found >= 0 else None


def _is_sign(word: str) -> bool:
    low = _fold(word)
    plain = word.casefold()
    if {low, plain} & sign_verbs() or {low, plain} & sign_words():
        return True
    if not low.isascii() or not plain.isascii():
        return any(plain.startswith(s) or (plain[:1] in "وف" and plain[1:].startswith(s)) for s in sign_stems())
    return _lemma_in(low) or any(low.startswith(s) for s in sign_stems())


def _lemma_in(low: str) -> bool:
    """An English verb in any of its forms: "indicating", "denies", "noted"."""
    return bool((_lemmas(low) - {low}) & speech_words().lemmas) or low in {
        "said",
        "told",
        "wrote",
        "heard",
        "understood",
    }


def _lemmas(low: str) -> set[str]:
    """An English word and the base forms that it may be of."""
    forms = [low]
    for ending, instead in (("ies", "y"), ("ied", "y"), ("ing", "e"), ("ing", ""), ("es", ""), ("ed", "e"), ("ed", "")):
        if low.endswith(ending):
            forms.append(low[: -len(ending)] + instead)
    if low.endswith("s"):
        forms.append(low[:-1])
    if low.endswith("d"):
        forms.append(low[:-1])
    return set(forms)


def speech_signs(view: TextView, start: int, end: int) -> list[tuple[int, int]]:
    """Where words of speech stand in a range: verbs, prepositions of a source, nouns of what is said."""
    text = view.text[start:end].casefold()
    found = [(at, stop) for at, stop, word in words_of(view.text, start, end) if _is_sign(word)]
    if len(text) == end - start:
        for phrase in sign_phrases():
            at = text.find(phrase)
            while at >= 0:
                found.append((start + at, start + at + len(phrase)))
                at = text.find(phrase, at + 1)
    return sorted(set(found))


def speaks_beside(view: TextView, named: tuple[int, int], start: int, end: int) -> tuple[int, int] | None:
    """The sign of speech in `[start, end)` that is near a name, the nearest one; `None` when there is none."""
    signs = [s for s in speech_signs(view, start, end) if s[1] <= named[0] or s[0] >= named[1] or _wraps(named, s)]
    signs = [s for s in signs if not _takes(view, s, named)]
    signs += _issuing(view, named, start)
    near = [s for s in signs if len(words_of(view.text, min(s[1], named[1]), max(s[0], named[0]))) <= _NEAR]
    return min(near, key=lambda s: (max(s[0] - named[1], named[0] - s[1]), s)) if near else None


def _issuing(view: TextView, named: tuple[int, int], start: int) -> list[tuple[int, int]]:
    """The participle of publishing whose agent the name is: "a report issued at 9 pm by the agency"."""
    words = speech_words()
    before = [(a, b, w.casefold()) for a, b, w in words_of(view.text, start, named[0])]
    while before and before[-1][2] in words.determiners:
        before.pop()
    if not before or before[-1][2] not in words.agents:
        return []
    return [(a, b) for a, b, w in before[-_NEAR:] if w in words.publishing][-1:]


def _takes(view: TextView, sign: tuple[int, int], named: tuple[int, int]) -> bool:
    """Is the name the object of a verb that has one: "accuses the police", "told the paper"?"""
    verb = view.text[sign[0] : sign[1]].casefold()
    between = words_of(view.text, sign[1], named[0]) if sign[1] <= named[0] else None
    return (
        between is not None
        and len(between) <= 1
        and (verb in {"told", "tells"} or bool(_lemmas(verb) & speech_words().taking))
    )


def _wraps(named: tuple[int, int], sign: tuple[int, int]) -> bool:
    """Does the name hold the sign: "a security ministry tally"?"""
    return named[0] <= sign[0] and sign[1] <= named[1]
