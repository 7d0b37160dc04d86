"""Who says what in a sentence: every attribution with the stretch of words it governs.

Three shapes: before ("The Observatory said 57 people ..."), after ("..., police said", "..., said Kerry",
"..., according to X") and hearsay ("It was reported"). Scopes are cut where the next speaker takes over.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from extractor.records import SourceType
from extractor.segments import TextView
from extractor.values.reporting_words import (
    ADJUNCT_ENDS,
    ADJUNCT_HEADS,
    ADJUNCT_WORDS,
    AUXILIARIES,
    BOUNDARY_WORDS,
    CLAUSE_BREAKS,
    COUNT_NOUNS,
    DETERMINERS,
    FRENCH_PARTICIPLES,
    HEARSAY,
    INNER_PREPOSITIONS,
    LEADING,
    NOT_SPEECH_AFTER,
    NOUN_LIKE,
    POSTPOSITIONS,
    PREPOSITIONS_OF_SOURCE,
    PRONOUNS,
    STRONG_VERBS,
    WEAK_VERBS,
)
from extractor.values.source_phrase import Named, classify, is_determiner, name_source
from extractor.values.words import Token, phrase_at, sentence_tokens

_QUOTES = frozenset('"“”«»„')
_STOPS = frozenset(",;:()—–[]") | _QUOTES
_LONGEST_PHRASE = 16
_LONGEST_APPOSITION = 28


class Shape(StrEnum):
    """Where an attribution stands to what it governs."""

    BEFORE = "before"
    AFTER = "after"
    HEARSAY = "hearsay"


@dataclass(frozen=True, slots=True)
class Attribution:
    """`sources` speak over `[scope_start, scope_end)`; `tail_end` reaches past an inserted "police said"."""

    shape: Shape
    start: int
    end: int
    sources: tuple[Named, ...]
    scope_start: int = 0
    scope_end: int = 0
    tail_end: int = 0
    verb: str = ""

    def governs(self, start: int) -> bool:
        """Does the main scope hold the offset?"""
        return self.scope_start <= start < self.scope_end


@dataclass(frozen=True, slots=True)
class _Cue:
    shape: Shape
    first: int  # token index where source or cue begins
    last: int  # token index one past the cue, source and adjuncts included
    sources: tuple[Named, ...]
    verb: str = ""
    tail: bool = False


def sentence_attributions(view: TextView, start: int, end: int) -> tuple[Attribution, ...]:
    """All attributions of a sentence, in text order, with their scopes; remembered for the view."""
    key = f"attribution:{start}:{end}"
    held = view.memo.get(key)
    if isinstance(held, tuple):
        return held
    tokens = sentence_tokens(view, start, end)
    made = _with_scopes(tokens, _cues(view.text, tokens), start, end)
    view.memo[key] = made
    return made


def _cues(text: str, tokens: list[Token]) -> list[_Cue]:
    found: list[_Cue] = []
    free = 0  # no cue may take words of an earlier one
    for index, token in enumerate(tokens):
        if index < free:
            continue
        cue = _preposition_cue(text, tokens, index, free)
        if cue is None and token.low in POSTPOSITIONS:
            cue = _postposition_cue(text, tokens, index, free)
        if cue is None and _hearsay(tokens, index):
            cue = _Cue(Shape.HEARSAY, index, index + 1, (_unspecified(token),))
        if cue is None and (token.low in STRONG_VERBS or token.low in WEAK_VERBS):
            cue = _verb_cue(text, tokens, index, free) or _coordinated_cue(tokens, index, found)
        if cue is None and token.low in {"saying", "adding", "warning", "noting", "stressing"}:
            cue = _participle_cue(text, tokens, index, found)
        if cue is None and token.low in COUNT_NOUNS:
            cue = _count_cue(text, tokens, index, free)
        if cue is not None:
            found.append(cue)
            free = max(index + 1, cue.last)
    return found


def _hearsay(tokens: list[Token], index: int) -> bool:
    """`reportedly`, or "reports that" without anybody who reports."""
    if tokens[index].low in HEARSAY:
        return True
    return tokens[index].low in {"reports", "rumours", "rumors"} and index + 1 < len(tokens) and tokens[index + 1].low == "that"


def _unspecified(token: Token) -> Named:
    return Named(token.start, token.end, token.text, "", SourceType.UNSPECIFIED)


def _preposition_cue(text: str, tokens: list[Token], index: int, free: int) -> _Cue | None:
    """`according to X`: before what it governs when it opens a sentence or clause, else after it."""
    hit = phrase_at(tokens, index, PREPOSITIONS_OF_SOURCE, 4)
    if hit is None or (tokens[index].low == "citing" and free == index and index > 0 and tokens[index - 1].text == ","):
        return None
    size, _ = hit
    first = tokens[index]
    if first.low == "citing" and index:
        return None
    if first.low in {"segundo", "conforme", "selon"} and index and tokens[index - 1].low in DETERMINERS:
        return None
    stop = _phrase_forward(tokens, index + size)
    sources = _sources(text, tokens, index + size, stop)
    if not sources:
        return None
    opens = all(
        t.low in LEADING or t.text in _STOPS or t.low in CLAUSE_BREAKS for t in tokens[max(0, index - 1) : index]
    )
    opens = opens and (index == 0 or tokens[index - 1].text != "," or index == 1)
    german = first.low in {"laut", "nach"}
    if german and stop < len(tokens) - 1:
        opens = True  # "starben laut Polizei 133 Menschen": what follows, and the verb before it
    last = stop
    tail = False
    if not opens:
        last = _skip_relative(tokens, stop)
        tail = last < len(tokens) and tokens[last].text == ","
    return _Cue(
        Shape.BEFORE if opens else Shape.AFTER,
        index,
        last,
        sources,
        " ".join(t.low for t in tokens[index : index + size]),
        tail,
    )


def _postposition_cue(text: str, tokens: list[Token], index: int, free: int) -> _Cue | None:
    begin = max(free, index - 4)
    while begin < index and tokens[begin].text in _STOPS:
        begin += 1
    sources = _sources(text, tokens, begin, index)
    return _Cue(Shape.BEFORE, begin, index + 1, sources, tokens[index].low) if sources else None


def _participle_cue(text: str, tokens: list[Token], index: int, found: list[_Cue]) -> _Cue | None:
    """`Kerry declined to go into details, saying it ...`: the last speaker, else the subject of the sentence."""
    earlier = next((c for c in reversed(found) if c.shape is not Shape.HEARSAY), None)
    if earlier is not None:
        return _Cue(Shape.BEFORE, index, index + 1, earlier.sources, tokens[index].low)
    begin, stop = _first_subject(tokens, 0)
    sources = _sources(text, tokens, begin, stop) if begin < stop <= index else ()
    return _Cue(Shape.BEFORE, index, index + 1, sources, tokens[index].low) if sources else None


def _count_cue(text: str, tokens: list[Token], index: int, free: int) -> _Cue | None:
    """`the Red Crescent's count stood at 91`, `a tally by AFP`."""
    following = tokens[index + 1].low if index + 1 < len(tokens) else ""
    if following in {"by", "from", "given", "compiled", "provided"}:
        begin = index + (3 if following in {"given", "compiled", "provided"} and index + 2 < len(tokens) else 2)
        stop = _phrase_forward(tokens, begin)
        sources = _sources(text, tokens, begin, stop)
        typed = tuple(s for s in sources if s.source_type is not SourceType.UNSPECIFIED)
        return _Cue(Shape.BEFORE, index, stop, typed, tokens[index].low) if typed else None
    back = index - 1
    while back > free and tokens[back].word and tokens[back].low != "s" and not tokens[back].low.endswith("'s"):
        if index - back > 4:  # noqa: PLR2004 - "the ministry's latest official casualty count"
            return None
        back -= 1
    possessive = back > free + 1 and (tokens[back].low == "s" and tokens[back - 1].text in "'’")
    if not possessive or index - back < 1:
        return None
    end = back - 1
    begin = _phrase_backward(tokens, end, free)
    sources = tuple(s for s in _sources(text, tokens, begin, end) if s.source_type is not SourceType.UNSPECIFIED)
    return _Cue(Shape.BEFORE, begin, index + 1, sources, tokens[index].low) if sources else None


def _verb_cue(text: str, tokens: list[Token], index: int, free: int) -> _Cue | None:
    verb = tokens[index].low
    following = tokens[index + 1].low if index + 1 < len(tokens) else ""
    if following in NOT_SPEECH_AFTER.get(verb, frozenset()):
        return None
    quoted = verb == "quoted"
    if quoted and "saying" in [t.low for t in tokens[index : index + 12]]:
        return _quoted_cue(text, tokens, index, free)
    if following in {"by", "por", "par"} and verb in WEAK_VERBS | STRONG_VERBS:
        return _by_cue(text, tokens, index)
    if _passive(tokens, index):
        return _passive_cue(tokens, index)
    inverted = _inverted(text, tokens, index, free)
    if inverted is not None:
        return inverted
    end = _before_auxiliaries(tokens, index, free)
    begin, end, context = _subject(tokens, end, free)
    if begin >= end:
        return None
    sources = _sources(text, tokens, begin, end, context)
    if not sources or not _plausible(tokens, begin, end, index, sources):
        return None
    return _placed(tokens, begin, index, sources)


def _coordinated_cue(tokens: list[Token], index: int, found: list[_Cue]) -> _Cue | None:
    """`Officials dismissed the claim and said ...`: the speaker goes on."""
    back = _before_auxiliaries(tokens, index, 0) - 1
    if back < 0 or tokens[back].low not in {"and", "but"} or tokens[index].low not in STRONG_VERBS:
        return None
    earlier = next((c for c in reversed(found) if c.shape is Shape.BEFORE), None)
    return _Cue(Shape.BEFORE, back, index + 1, earlier.sources, tokens[index].low) if earlier is not None else None


def _by_cue(text: str, tokens: list[Token], index: int) -> _Cue | None:
    """`57 deaths reported by the ministry`, `quoted by SANA`: the speaker after "by"; "claimed by" is no speech."""
    if tokens[index].low not in _BY_VERBS:
        return None
    stop = _phrase_forward(tokens, index + 2)
    sources = tuple(s for s in _sources(text, tokens, index + 2, stop) if s.source_type is not SourceType.UNSPECIFIED)
    return _Cue(Shape.AFTER, index, stop, sources, tokens[index].low) if sources else None


_DEEDS = frozenset("released issued gave gives raised lowered listed published accused blamed dismissed rejected registered given described".split())
_HAPPENINGS = frozenset(
    (
        "bomb", "bombs", "blast", "blasts", "bombing", "bombings", "attack", "attacks", "quake", "earthquake", "storm", "hurricane", "typhoon",
        "cyclone", "tornado", "flood", "floods", "fire", "blaze", "crash", "explosion", "explosions", "war", "fighting", "clashes", "strike", "strikes",
        "disaster", "accident", "violence", "epidemic", "outbreak", "eruption", "landslide", "avalanche", "tsunami", "shooting", "massacre",
    )
)  # fmt: skip
_BY_VERBS = frozenset("reported confirmed announced given quoted cited released recorded documented published estimated issued".split())


def _plausible(tokens: list[Token], begin: int, end: int, index: int, sources: tuple[Named, ...]) -> bool:
    """May these words be the subject of this verb of speech?"""
    verb = tokens[index].low
    first = next((t for t in tokens[begin:end] if t.word), tokens[begin])
    named = any(s.source_type is not SourceType.UNSPECIFIED or s.pronoun for s in sources)
    capital = any(t.capital and (t is not tokens[0] or n) for n, t in enumerate(tokens[begin:end]))
    if all(not t.word or t.text[:1].isdigit() for t in tokens[begin:end]):
        return False
    if first.low in {"we", "i", "you", "nous", "wir", "nosotros", "nós", "ich", "je", "yo", "eu", "which", "there", "this"}:
        return False
    if tokens[end - 1].low in _HAPPENINGS and (verb in WEAK_VERBS or verb == "left"):
        return False
    if verb in {"claimed", "claims", "claim"} and any(t.low in {"lives", "life", "victims", "responsibility"} for t in tokens[index + 1 : index + 8]):
        return False
    if verb in {"put", "puts"} and tokens[index + 1 : index + 2] and tokens[index + 1].low in {"the", "its", "their", "losses", "casualties", "enemy"}:
        return True
    if verb in NOUN_LIKE and (first.low in DETERMINERS and not named):
        return False
    if sources[0].pronoun and verb in _DEEDS:
        return False
    if verb in WEAK_VERBS:
        return (
            named
            or capital
            or tokens[end - 1].low in {"reports", "report", "rumours", "rumors"}
            or tokens[end - 1].low in COUNT_NOUNS
        )
    return named or capital or first.low in DETERMINERS or len(tokens[begin:end]) <= 4  # noqa: PLR2004 - "unconfirmed reports"


def _passive(tokens: list[Token], index: int) -> bool:
    """`was reported`, `were confirmed`: nobody is named as the speaker."""
    back = index - 1
    while back >= 0 and tokens[back].low in {
        "also",
        "reportedly",
        "later",
        "initially",
        "been",
        "being",
        "first",
        "officially",
    }:
        if tokens[back].low in {"been", "being"}:
            return True
        back -= 1
    return (
        back >= 0
        and tokens[back].low in {"was", "were", "is", "are", "be", "been"}
        and tokens[index].low not in FRENCH_PARTICIPLES
    )


def _passive_cue(tokens: list[Token], index: int) -> _Cue | None:
    verb = tokens[index].low
    if verb not in {"reported", "said", "feared", "announced", "rumoured", "claimed", "alleged", "believed"}:
        return None
    if (
        (verb == "said"
        and not (index + 1 < len(tokens) and tokens[index + 1].low in {"to", "that"}))
        or verb in {"feared", "claimed"}
    ):
        return None
    pronoun = next((k for k in range(max(0, index - 3), index) if tokens[k].low == "it"), None)
    return _Cue(
        Shape.HEARSAY if pronoun is None else Shape.BEFORE,
        max(0, index - 1) if pronoun is None else pronoun,
        index + 1,
        (_unspecified(tokens[index]),),
        verb,
    )


def _quoted_cue(text: str, tokens: list[Token], index: int, free: int) -> _Cue | None:
    """`Interfax quoted a military source as saying`; `he was quoted as saying`."""
    saying = next(i for i in range(index, min(len(tokens), index + 12)) if tokens[i].low == "saying")
    if tokens[index + 1].low in {"as", "saying", "by"}:
        begin, end, context = _subject(tokens, _before_auxiliaries(tokens, index, free), free)
    else:
        begin, end, context = index + 1, saying - (tokens[saying - 1].low == "as"), []
    sources = _sources(text, tokens, begin, end, context)
    if not sources:
        return None
    closes = saying + 1 >= len(tokens) or not tokens[saying + 1].word and tokens[saying + 1].text not in {":", ","}
    first = _phrase_backward(tokens, index, free) if begin > index else begin
    return _Cue(Shape.AFTER if closes else Shape.BEFORE, min(first, index), saying + 1, sources, "quoted")


def _inverted(text: str, tokens: list[Token], index: int, free: int) -> _Cue | None:
    """`..., said Kerry`, `..., informó la Fiscalía`, `teilte das Ministerium mit`: the speaker after the verb."""
    back = index - 1
    while back > free and tokens[back].low in {"a", "ont", "ha", "han", "has", "had", "also", "l", "'"}:
        back -= 1
    if back < 0 or tokens[back].text not in _QUOTES | {","} or back < free or index + 1 >= len(tokens):
        return None
    following = tokens[index + 1]
    if tokens[index].low in {"told", "tells"}:
        return None
    if (
        not following.word
        or following.text[:1].isdigit()
        or following.low in {"that", "que", "on", "in", "he", "she", "it", "they", "to"}
    ):
        if following.low not in {"he", "she", "they"} or index + 2 >= len(tokens) or tokens[index + 2].word:
            return None
    stop = _phrase_forward(tokens, index + 1)
    ending = tokens[stop] if stop < len(tokens) else None
    if (
        ending is not None
        and ending.word
        and ending.low
        not in ADJUNCT_HEADS | ADJUNCT_WORDS | CLAUSE_BREAKS | {"who", "whose", "as", "after", "qui", "que"}
    ):
        return None
    if (
        tokens[back].text == ","
        and ending is not None
        and ending.low in {"who", "as", "after"}
        and not following.capital
        and following.low not in DETERMINERS
    ):
        return None
    if (
        tokens[back].text == ","
        and _closes_apposition(tokens, back, free)
        and not (ending is None or (not ending.word and ending.text != ","))
    ):
        return None
    context = tokens[stop + 1 : stop + 9] if ending is not None and ending.text == "," else []
    sources = _sources(text, tokens, index + 1, stop, context)
    if not sources:
        return None
    last = _skip_relative(tokens, stop)
    tail = last < len(tokens) and tokens[last].text == ","
    return _Cue(Shape.AFTER, index, last, sources, tokens[index].low, tail)


def _closes_apposition(tokens: list[Token], comma: int, free: int) -> bool:
    """Does the comma close "X, which ...," or "X, a doctor,"?"""
    for k in range(comma - 1, max(free, comma - _LONGEST_APPOSITION), -1):
        if tokens[k].text == "," and k + 1 < comma:
            return tokens[k + 1].low in {"who", "which", "whose", "an", "a", "however", "speaking", "where"}
    return False


def _before_auxiliaries(tokens: list[Token], index: int, free: int) -> int:
    end = index
    while end > free and tokens[end - 1].low in AUXILIARIES:
        end -= 1
    if end > free and tokens[end - 1].low == "a" and tokens[index].low in FRENCH_PARTICIPLES:
        end -= 1
    return end


def _subject(tokens: list[Token], end: int, free: int) -> tuple[int, int, list[Token]]:
    """The noun phrase that ends before `end`, past an apposition in commas: (begin, end, words of the apposition)."""
    if end > free and tokens[end - 1].text in {",", ")"} | _QUOTES:
        if tokens[end - 1].text in _QUOTES:
            return end, end, []
        opener = "," if tokens[end - 1].text == "," else "("
        for k in range(end - 2, max(free, end - _LONGEST_APPOSITION) - 1, -1):
            if tokens[k].text == opener:
                inner = tokens[k + 1 : end - 1]
                k = _before_bracket(tokens, k, free)
                if inner and inner[0].low in {"and", "but"}:
                    return (*_first_subject(tokens, free), [])
                begin = _phrase_backward(tokens, k, free)
                described = inner and _is_name(inner) and begin < k and not _ends_capital(tokens[begin:k])
                if described and classify(tokens[begin:k]) is not SourceType.UNSPECIFIED:
                    return k + 1, end - 1, tokens[begin:k]
                return begin, k, inner
            if tokens[k].text in _QUOTES:
                break
        return end, end, []
    begin = _phrase_backward(tokens, end, free)
    relative = _before_relative(tokens, end, free)
    if relative is not None:
        return relative
    if begin == end and end > free and tokens[end - 1].low in {"and", "but"}:
        return (*_first_subject(tokens, free), [])
    return begin, end, []


def _ends_capital(tokens: list[Token]) -> bool:
    """Does the phrase, up to its preposition, end with a capital (a name, not a description)?"""
    stop = next((n for n, t in enumerate(tokens) if n and t.low in INNER_PREPOSITIONS), len(tokens))
    last = next((t for t in reversed(tokens[:stop]) if t.word), None)
    return last is not None and last.capital


def _before_bracket(tokens: list[Token], k: int, free: int) -> int:
    """`Association (AAPP), a monitor, put`: the name ends before its acronym."""
    if k > free and tokens[k - 1].text == ")":
        return next((j for j in range(k - 2, max(free, k - 6), -1) if tokens[j].text == "("), k)
    return k


def _first_subject(tokens: list[Token], free: int) -> tuple[int, int]:
    """The subject that opens the sentence: "Mr Kerry has since ..., and ... said"."""
    begin = free
    while begin < len(tokens) and (tokens[begin].low in LEADING or not tokens[begin].word):
        begin += 1
    stop = begin
    while stop < len(tokens) and stop - begin < _LONGEST_PHRASE:
        token = tokens[stop]
        if not token.word or token.low in BOUNDARY_WORDS | AUXILIARIES | WEAK_VERBS | STRONG_VERBS or token.text[:1].isdigit():
            break
        if stop > begin and not token.capital and (token.low.endswith("ed") or token.low in _PLAIN_VERBS):
            break
        stop += 1
    return (begin, stop) if stop < len(tokens) else (begin, begin)


_PLAIN_VERBS = frozenset("went took made met came held led left kept saw spoke fled began flew sought found stood".split())


def _before_relative(tokens: list[Token], end: int, free: int) -> tuple[int, int, list[Token]] | None:
    """`A local official who asked not to be named said`: the phrase before "who"."""
    for k in range(end - 1, max(free, end - 14), -1):
        if tokens[k].text in _STOPS or tokens[k].low in CLAUSE_BREAKS | {"that"}:
            return None
        if tokens[k].low == "who" and k + 1 < end:
            begin = _phrase_backward(tokens, k, free)
            return (begin, k, tokens[k:end]) if begin < k else None
    return None


def _is_name(tokens: list[Token]) -> bool:
    words = [t for t in tokens if t.word]
    least = 2
    return len(words) >= least and all(t.capital for t in words)


def _phrase_backward(tokens: list[Token], end: int, free: int) -> int:
    """Where the noun phrase that ends at token `end` begins."""
    index = end
    floor = max(free, end - _LONGEST_PHRASE)
    while index > floor:
        token = tokens[index - 1]
        if (
            token.text in _STOPS
            or token.low in BOUNDARY_WORDS
            or token.text[:1].isdigit()
            or token.text in {".", "!", "?", "…"}
        ):
            break
        if token.low in {"and", "y", "et", "und", "e", "or"} and not _joins(tokens, index - 1, floor, end):
            break
        index -= 1
        if is_determiner(token) and token.low not in {"other", "two", "three"}:
            before = tokens[index - 1] if index > floor else None
            if before is None or not (before.low in INNER_PREPOSITIONS or before.low in {"and", "et", "y", "und", "e"}):
                break
    while index < end and (
        (tokens[index].low in LEADING and not _is_title_case(tokens, index, end)) or tokens[index].text == "'"
    ):
        index += 1
    return index


def _is_title_case(tokens: list[Token], index: int, end: int) -> bool:
    """A capitalised day or adverb inside a name keeps its place ("Today newspaper")."""
    return index > 0 and tokens[index].capital and index + 1 < end and tokens[index].low not in ADJUNCT_WORDS


def _joins(tokens: list[Token], index: int, floor: int, end: int) -> bool:
    """Does this "and" join two sources ("monitors and state media"), rather than two clauses?"""
    if index <= floor or index + 1 >= end:
        return False
    left = index
    while left > floor and index - left < 8:  # noqa: PLR2004 - words of the left name
        token = tokens[left - 1]
        if token.text in _STOPS:
            break
        if token.low in BOUNDARY_WORDS or token.text[:1].isdigit():
            return token.low in {"that", "as", "while", "but"}
        left -= 1
    left_type = classify(tokens[left:index])
    right_type = classify(tokens[index + 1 : end])
    if left_type is not SourceType.UNSPECIFIED and right_type is not SourceType.UNSPECIFIED:
        return True
    return tokens[index - 1].capital and tokens[index + 1].capital


def _phrase_forward(tokens: list[Token], begin: int) -> int:
    """One past the noun phrase that begins at token `begin`."""
    index = begin
    while index < len(tokens) and index - begin < _LONGEST_PHRASE:
        token = tokens[index]
        if (
            token.text in _STOPS
            or token.text in {".", "!", "?", "…"}
            or token.low in BOUNDARY_WORDS | CLAUSE_BREAKS - {"and"}
        ):
            break
        if index > begin and token.text[:1].isdigit():
            break
        if (
            index > begin
            and token.low in {"on", "late", "early", "yesterday", "today", "by", "in"}
            and token.low not in {"of"}
        ):
            following = tokens[index + 1] if index + 1 < len(tokens) else None
            if token.low != "in" or following is None or not following.capital or following.low in ADJUNCT_WORDS:
                break
        if index > begin and token.low in ADJUNCT_WORDS:
            break
        if index > begin and (token.low in STRONG_VERBS or token.low in {"reported", "cited", "quoted"}):
            break
        if token.low in {"and", "y", "et", "und", "e"}:
            ahead = tokens[index + 1 : index + 6]
            if not ahead or (classify(ahead) is SourceType.UNSPECIFIED and not ahead[0].capital):
                break
        index += 1
    return index


def _skip_relative(tokens: list[Token], index: int) -> int:
    """Past ", which ..." and adjuncts after a source, to the comma or end that closes them."""
    if index < len(tokens) and tokens[index].text == "," and index + 1 < len(tokens):
        following = tokens[index + 1].low
        if following in {"who", "which", "whose", "a", "an", "the", "qui"}:
            for k in range(index + 1, min(len(tokens), index + _LONGEST_APPOSITION)):
                if tokens[k].text in {",", ";"} or tokens[k].text in _QUOTES:
                    return k
            return len(tokens)
        return index
    return _skip_adjuncts(tokens, index)


def _skip_adjuncts(tokens: list[Token], index: int) -> int:
    """Past time words, "in a statement", "to reporters"."""
    while index < len(tokens):
        token = tokens[index]
        if token.low in ADJUNCT_WORDS:
            index += 1
            continue
        if token.low in ADJUNCT_HEADS:
            stop = next(
                (k for k in range(index + 1, min(len(tokens), index + 9)) if tokens[k].low in ADJUNCT_ENDS),
                None,
            )
            if stop is None or any(not t.word and t.text not in "'’" for t in tokens[index:stop]):
                break
            while stop + 1 < len(tokens) and tokens[stop + 1].low in ADJUNCT_ENDS:
                stop += 1
            index = stop + 1
            if index < len(tokens) and tokens[index].low in _MADE_KNOWN:
                index += 1
                if index < len(tokens) and tokens[index].low == "by":
                    index = _phrase_forward(tokens, index + 1)
            continue
        break
    return index


_MADE_KNOWN = frozenset(("published", "released", "issued", "carried", "broadcast", "read", "seen", "obtained", "monitored", "quoted"))


def _skip_addressee(tokens: list[Token], index: int) -> int:
    """Past the one who was told: "Reuters", "a news conference", "state television"."""
    start = index
    while index < len(tokens) and index - start < 10:  # noqa: PLR2004 - words of an addressee
        token = tokens[index]
        if token.text in _STOPS or token.text == "." or token.low in BOUNDARY_WORDS or token.text[:1].isdigit():
            break
        if index > start and token.low in ADJUNCT_HEADS | ADJUNCT_WORDS | DETERMINERS:
            break
        index += 1
        if token.low in ADJUNCT_ENDS | {"reuters", "afp", "bbc", "cnn", "ap"}:
            break
    return index


def _placed(tokens: list[Token], begin: int, index: int, sources: tuple[Named, ...]) -> _Cue:
    """Before or after what it governs? After, when a clause with a comma stands before and nothing follows."""
    after = index + 1
    if tokens[index].low in {"told", "tells"}:
        after = _skip_addressee(tokens, after)
    after = _skip_adjuncts(tokens, after)
    following = tokens[after] if after < len(tokens) else None
    before = tokens[begin - 1] if begin > 0 else None
    has_clause = begin > 2 and before is not None  # noqa: PLR2004 - "In Homs, ..." is no clause
    closed = (
        following is None
        or following.text in {".", "!", "?", "…", ")", ";"}
        or (following.text in _QUOTES
        and before is not None
        and before.text in _QUOTES | {","})
    )
    inserted = following is not None and (
        following.text == "," or following.low in CLAUSE_BREAKS | {"as", "after", "adding"}
    )
    comma = before is not None and before.text in {",", "—", "–", "("} | _QUOTES
    verb = tokens[index].low
    if has_clause and (closed or (inserted and comma)):
        return _Cue(Shape.AFTER, begin, after, sources, verb, tail=inserted)
    return _Cue(Shape.BEFORE, begin, after, sources, verb)


def _sources(
    text: str, tokens: list[Token], begin: int, end: int, context: list[Token] | None = None
) -> tuple[Named, ...]:
    """The sources a phrase names; two when "and" joins two that each look like one."""
    piece = tokens[begin:end]
    for offset, token in enumerate(piece):
        if token.low in {"and", "y", "et", "und", "e"} and 0 < offset < len(piece) - 1:
            left, right = piece[:offset], piece[offset + 1 :]
            if classify(left) is not SourceType.UNSPECIFIED and classify(right) is not SourceType.UNSPECIFIED:
                named = (name_source(text, left, []), name_source(text, right, []))
                return tuple(n for n in named if n is not None)
    one = name_source(text, piece, context or [])
    return (one,) if one is not None else ()


def _break_between(tokens: list[Token], left: int, right: int) -> int | None:
    """The last token index in [left, right) where one clause ends and another begins."""
    for index in range(right - 1, left - 1, -1):
        token = tokens[index]
        if token.text == ";" or token.low in CLAUSE_BREAKS:
            if token.low == "and" and index + 1 < right and tokens[index + 1].low == "that":
                continue
            return index
    return None


def _with_scopes(tokens: list[Token], cues: list[_Cue], start: int, end: int) -> tuple[Attribution, ...]:
    made: list[Attribution] = []
    for n, cue in enumerate(cues):
        earlier = next((c for c in reversed(cues[:n]) if c.shape is not Shape.HEARSAY), None)
        later = next((c for c in cues[n + 1 :] if c.shape is not Shape.HEARSAY), None)
        last = tokens[cue.last - 1].end
        first = tokens[cue.first].start
        base = Attribution(cue.shape, first, last, cue.sources, first, last, last, cue.verb)
        if cue.shape is Shape.BEFORE:
            low = first
            if cue.verb in {"laut", "zufolge"} or cue.verb.startswith("nach angaben"):
                low = start if earlier is None else first
            made.append(replace(base, scope_start=low, scope_end=_reach(tokens, cue, later, end)))
        elif cue.shape is Shape.AFTER:
            low = start
            if earlier is not None:
                cut = _break_between(tokens, earlier.last, cue.first)
                low = (
                    tokens[earlier.last].start if earlier.shape is Shape.AFTER and earlier.last < len(tokens) else first
                )
                low = tokens[cut].start if cut is not None and earlier.shape is Shape.BEFORE else low
            tail = _reach(tokens, cue, later, end) if cue.tail else last
            made.append(replace(base, scope_start=low, scope_end=last, tail_end=tail))
        else:
            low, high = _clause(tokens, cue.first, start, end)
            made.append(replace(base, scope_start=low, scope_end=high))
    return tuple(made)


def _reach(tokens: list[Token], cue: _Cue, later: _Cue | None, end: int) -> int:
    """Where what a speaker says ends: at the next speaker's clause, or where the article speaks again (", as ...")."""
    limit = later.first if later is not None else len(tokens)
    for k in range(cue.last, limit - 1):
        if tokens[k].text == "," and tokens[k + 1].low == "as" and k + 2 < limit and tokens[k + 2].low not in {"well", "many", "much", "a"}:
            return tokens[k].start
    if later is None:
        return end
    if later.shape is Shape.BEFORE:
        cut = _break_between(tokens, cue.last, later.first)
        return tokens[cut].start if cut is not None and later.first - cut <= 4 else tokens[later.first].start  # noqa: PLR2004 - "and yesterday X said"
    cut = _break_between(tokens, cue.last, later.first)
    if cue.shape is Shape.AFTER:
        return tokens[cue.last].start if cue.last < len(tokens) else end
    return tokens[cut].start if cut is not None else tokens[later.first].start


def _clause(tokens: list[Token], index: int, start: int, end: int) -> tuple[int, int]:
    low, high = start, end
    for k in range(index - 1, -1, -1):
        if tokens[k].text == ";" or (tokens[k].low in CLAUSE_BREAKS and tokens[k].low != "and"):
            low = tokens[k].start
            break
    for k in range(index + 1, len(tokens)):
        if tokens[k].text == ";" or (tokens[k].low in CLAUSE_BREAKS and tokens[k].low != "and"):
            high = tokens[k].start
            break
    return low, high


__all__ = ["PRONOUNS", "Attribution", "Shape", "sentence_attributions"]
