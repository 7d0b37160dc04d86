"""The phrases of an attribution: the noun phrase of a speaker, and what may stand around it."""

from __future__ import annotations

from extractor.language.speech import speech_words
from extractor.language.words import Token
from extractor.records import SourceType
from extractor.values.naming.phrases import Named, classify, is_determiner, name_source

QUOTE_MARKS = frozenset('"“”«»„')


STOP_MARKS = frozenset(",;:()—–[]") | QUOTE_MARKS


_LONGEST_PHRASE = 16


_LONGEST_APPOSITION = 28


def closes_apposition(tokens: list[Token], comma: int, free: int) -> bool:
    """Does the comma close "X, which ...," or "X, a doctor,"?"""
    for k in range(comma - 1, max(free, comma - _LONGEST_APPOSITION), -1):
        if tokens[k].text == "," and k + 1 < comma:
            return tokens[k + 1].low in {"who", "which", "whose", "an", "a", "however", "speaking", "where"}
    return False


def before_auxiliaries(tokens: list[Token], index: int, free: int) -> int:
    """The end of the subject of the verb at `index`: before its auxiliaries and adverbs."""
    end = index
    while end > free and tokens[end - 1].low in speech_words().auxiliaries:
        end -= 1
    return end


def subject_before(tokens: list[Token], end: int, free: int) -> tuple[int, int, list[Token]]:
    """The noun phrase that ends before `end`, past an apposition in commas: (begin, end, words of the apposition)."""
    if end > free and tokens[end - 1].text in {",", ")"} | QUOTE_MARKS:
        if tokens[end - 1].text in QUOTE_MARKS:
            return end, end, []
        return _past_apposition(tokens, end, free)
    begin = phrase_backward(tokens, end, free)
    relative = _before_relative(tokens, end, free)
    if relative is not None:
        return relative
    if begin == end and end > free and tokens[end - 1].low in {"and", "but"}:
        return (*first_subject(tokens, free), [])
    return _before_reduced(tokens, begin, free) or (begin, end, [])


def _past_apposition(tokens: list[Token], end: int, free: int) -> tuple[int, int, list[Token]]:
    """The subject before ", a doctor," or "(KNCHR)": as `subject_before`."""
    opener = "," if tokens[end - 1].text == "," else "("
    for k in range(end - 2, max(free, end - _LONGEST_APPOSITION) - 1, -1):
        if tokens[k].text in QUOTE_MARKS:
            break
        if tokens[k].text != opener:
            continue
        opening = _opening_relative(tokens, k, free)
        inner = tokens[opening + 1 : end - 1]
        stop = _before_bracket(tokens, opening, free)
        if inner and inner[0].low in {"and", "but"}:
            return (*first_subject(tokens, free), [])
        begin = phrase_backward(tokens, stop, free)
        if inner and inner[0].low in speech_words().circumstances:
            return begin, stop, []
        if inner and inner[0].low in {"who", "which"} and begin > free and tokens[begin - 1].text == ",":
            inner = tokens[phrase_backward(tokens, begin - 1, free) : begin - 1] or inner
        described = inner and _is_name(inner) and begin < stop and not _ends_capital(tokens[begin:stop])
        if described and classify(tokens[begin:stop]) is not SourceType.UNSPECIFIED:
            return k + 1, end - 1, tokens[begin:stop]
        return begin, stop, inner
    return end, end, []


def _opening_relative(tokens: list[Token], comma: int, free: int) -> int:
    """`X, which is based in Coventry, England, said`: the comma that opens the clause that the one given lies in."""
    for k in range(comma - 1, max(free, comma - _LONGEST_APPOSITION), -1):
        if tokens[k].text == ",":
            return k if tokens[k + 1].low in {"which", "who", "whose"} else comma
        if tokens[k].text in STOP_MARKS:
            break
    return comma


def _before_reduced(tokens: list[Token], begin: int, free: int) -> tuple[int, int, list[Token]] | None:
    """`A commission sent to the village informs`: the phrase before a participle and its preposition."""
    if begin - 1 > free and tokens[begin - 1].low in {"on", "near", "inside", "outside"}:
        start = phrase_backward(tokens, begin - 1, free)
        opens = start == free or not tokens[start - 1].word
        typed = classify(tokens[start : begin - 1]) is not SourceType.UNSPECIFIED
        return (start, begin - 1, []) if opens and typed else None  # "Aid workers on the ground"
    made = begin - 2
    if made <= free or tokens[begin - 1].low not in speech_words().after_participle or tokens[made].capital:
        return None
    if not (tokens[made].low.endswith("ed") or tokens[made].low in speech_words().participles):
        return None
    start = phrase_backward(tokens, made, free)
    left = tokens[start:made]
    if not left or not (is_determiner(left[0]) or left[0].capital):
        return None
    stands = any(t.low in speech_words().bodies for t in left) or classify(left) is not SourceType.UNSPECIFIED
    return (start, made, []) if stands else None


def _ends_capital(tokens: list[Token]) -> bool:
    """Does the phrase, up to its preposition, end with a capital (a name, not a description)?"""
    stop = next((n for n, t in enumerate(tokens) if n and t.low in speech_words().inner_prepositions), len(tokens))
    last = next((t for t in reversed(tokens[:stop]) if t.word), None)
    return last is not None and last.capital


def _before_bracket(tokens: list[Token], k: int, free: int) -> int:
    """`Association (AAPP), a monitor, put`: the name ends before its acronym."""
    if k > free and tokens[k - 1].text == ")":
        return next((j for j in range(k - 2, max(free, k - 6), -1) if tokens[j].text == "("), k)
    return k


def first_subject(tokens: list[Token], free: int) -> tuple[int, int]:
    """The subject that opens the sentence: "Mr Kerry has since ..., and ... said"."""
    begin = free
    while begin < len(tokens) and (tokens[begin].low in speech_words().leading or not tokens[begin].word):
        begin += 1
    stop = begin
    while stop < len(tokens) and stop - begin < _LONGEST_PHRASE:
        token = tokens[stop]
        if (
            not token.word
            or token.low
            in speech_words().boundaries
            | speech_words().auxiliaries
            | speech_words().weak_verbs
            | speech_words().strong_verbs
            or token.text[:1].isdigit()
        ):
            break
        if (
            stop > begin + 1
            and is_determiner(token)
            and tokens[stop - 1].low not in speech_words().inner_prepositions | {"and"}
        ):
            stop -= 1  # "Rebels overran the garrison": what stands before an article is the verb
            break
        if stop > begin and not token.capital and (token.low.endswith("ed") or token.low in speech_words().plain_verbs):
            break
        stop += 1
    return (begin, stop) if stop < len(tokens) else (begin, begin)


def _before_relative(tokens: list[Token], end: int, free: int) -> tuple[int, int, list[Token]] | None:
    """`A local official who asked not to be named said`: the phrase before "who"."""
    for k in range(end - 1, max(free, end - 14), -1):
        if tokens[k].text in STOP_MARKS or tokens[k].low in speech_words().clause_breaks | {"that"}:
            return None
        if tokens[k].low == "who" and k + 1 < end:
            begin = phrase_backward(tokens, k, free)
            return (begin, k, tokens[k:end]) if begin < k else None
    return None


def _is_name(tokens: list[Token]) -> bool:
    words = [t for t in tokens if t.word]
    least = 2
    return len(words) >= least and all(t.capital for t in words)


def phrase_backward(tokens: list[Token], end: int, free: int) -> int:
    """Where the noun phrase that ends at token `end` begins."""
    index = end
    floor = max(free, end - _LONGEST_PHRASE)
    while index > floor:
        token = tokens[index - 1]
        numbered = index - 2 >= floor and tokens[index - 2].low in speech_words().numbered
        if (
            token.text in STOP_MARKS
            or token.low in speech_words().boundaries
            or (token.text[:1].isdigit() and not numbered)
            or token.text in {".", "!", "?", "…", "-"}
        ):
            break
        if token.low in {"and", "y", "et", "und", "e", "or"} and not _joins(tokens, index - 1, floor, end):
            break
        index -= 1
        if is_determiner(token) and token.low not in {"other", "two", "three"}:
            before = tokens[index - 1] if index > floor else None
            titled = before is not None and token.capital and before.low in speech_words().titled_papers
            if before is None or not (
                titled
                or before.low in speech_words().inner_prepositions
                or before.low in {"and", "et", "y", "und", "e"}
                or (
                    before.low in {"on", "at"}
                    and tokens[index + 1 : index + 2]
                    and tokens[index + 1].low in speech_words().spots
                )
            ):
                break
    while index < end and (
        (tokens[index].low in speech_words().leading and not _is_title_case(tokens, index, end))
        or tokens[index].text == "'"
    ):
        index += 1
    return index


def _is_title_case(tokens: list[Token], index: int, end: int) -> bool:
    """A capitalised day or adverb inside a name keeps its place ("Today newspaper")."""
    return (
        index > 0
        and tokens[index].capital
        and index + 1 < end
        and tokens[index].low not in speech_words().adjunct_words
    )


def _joins(tokens: list[Token], index: int, floor: int, end: int) -> bool:
    """Does this "and" join two sources ("monitors and state media"), rather than two clauses?"""
    if index <= floor or index + 1 >= end:
        return False
    left = index
    while left > floor and index - left < 8:  # noqa: PLR2004 - words of the left name
        token = tokens[left - 1]
        if token.text in STOP_MARKS:
            break
        if token.low in speech_words().boundaries or token.text[:1].isdigit():
            return token.low in {"that", "as", "while", "but"}
        left -= 1
    left_type = classify(tokens[left:index])
    right_type = classify(tokens[index + 1 : end])
    if left_type is not SourceType.UNSPECIFIED and right_type is not SourceType.UNSPECIFIED:
        return True
    return tokens[index - 1].capital and tokens[index + 1].capital


def phrase_forward(tokens: list[Token], begin: int) -> int:
    """One past the noun phrase that begins at token `begin`."""
    index = begin
    while index < len(tokens) and index - begin < _LONGEST_PHRASE:
        token = tokens[index]
        if (
            token.text in STOP_MARKS
            or token.text in {".", "!", "?", "…"}
            or token.low in speech_words().boundaries | speech_words().clause_breaks - {"and"}
        ):
            break
        if index > begin and token.text[:1].isdigit():
            break
        if index > begin and token.low in {"on", "late", "early", "yesterday", "today", "by", "in"}:
            following = tokens[index + 1] if index + 1 < len(tokens) else None
            if (
                token.low != "in"
                or following is None
                or not following.capital
                or following.low in speech_words().adjunct_words
            ):
                break
        if index > begin and token.low in speech_words().adjunct_words:
            break
        if index > begin and (token.low in speech_words().strong_verbs or token.low in {"reported", "cited", "quoted"}):
            break
        if token.low in {"and", "y", "et", "und", "e"}:
            ahead = tokens[index + 1 : index + 6]
            if not ahead or (classify(ahead) is SourceType.UNSPECIFIED and not ahead[0].capital):
                break
        index += 1
    return index


def skip_relative(tokens: list[Token], index: int) -> int:
    """Past ", which ..." and adjuncts after a source, to the comma or end that closes them."""
    if index < len(tokens) and tokens[index].text == "," and index + 1 < len(tokens):
        following = tokens[index + 1].low
        if following in {"who", "which", "whose", "a", "an", "the", "qui"}:
            for k in range(index + 1, min(len(tokens), index + _LONGEST_APPOSITION)):
                if tokens[k].text in {",", ";"} or tokens[k].text in QUOTE_MARKS:
                    return k
            return len(tokens)
        return index
    return skip_adjuncts(tokens, index)


def skip_adjuncts(tokens: list[Token], index: int) -> int:
    """Past time words, "in a statement", "to reporters"."""
    while index < len(tokens):
        token = tokens[index]
        if token.low in speech_words().adjunct_words:
            index += 1
            continue
        where = _where(tokens, index)
        if where is not None:
            index = where
            continue
        closing = _place_at_end(tokens, index)
        if closing is not None:
            return closing
        if token.low in speech_words().adjunct_heads:
            stop = next(
                (
                    k
                    for k in range(index + 1, min(len(tokens), index + 9))
                    if tokens[k].low in speech_words().adjunct_ends
                ),
                None,
            )
            if stop is None or any(not t.word and t.text not in "'’" for t in tokens[index:stop]):
                break
            while stop + 1 < len(tokens) and tokens[stop + 1].low in speech_words().adjunct_ends:
                stop += 1
            index = stop + 1
            if index < len(tokens) and tokens[index].low in speech_words().made_known:
                index = _past_publishing(tokens, index + 1)
            continue
        break
    return index


def _place_at_end(tokens: list[Token], index: int) -> int | None:
    """`told reporters at the scene.`: a place of a few words that ends the sentence; the index of its end."""
    if tokens[index].low not in {"at", "in", "from", "near", "outside"}:
        return None
    for k in range(index + 1, min(len(tokens), index + 6)):
        if tokens[k].text == "." and k == len(tokens) - 1:
            return k
        if not tokens[k].word or tokens[k].text[:1].isdigit() or tokens[k].low in speech_words().boundaries:
            return None
    return None


def _where(tokens: list[Token], index: int) -> int | None:
    """Past "in New Delhi" where a sentence or clause ends with it: where it was said, not where it happened."""
    if tokens[index].low not in {"in", "at", "from"}:
        return None
    stop = index + 1
    while stop < len(tokens) and stop - index < _LONGEST_PLACE and tokens[stop].capital:
        stop += 1
    if stop == index + 1 or (stop < len(tokens) and tokens[stop].text not in {".", ")", ";"}):
        return None
    return stop


_LONGEST_PLACE = 4  # words of a place and its preposition


def _past_publishing(tokens: list[Token], index: int) -> int:
    """Past "by Reuters", "up in Islamabad": where and by whom a statement was made known."""
    if index < len(tokens) and tokens[index].low == "by":
        return phrase_forward(tokens, index + 1)
    for k in range(index, min(len(tokens), index + 7)):
        if tokens[k].text in {".", ","}:
            return k
        if not tokens[k].word or tokens[k].text[:1].isdigit() or tokens[k].low in speech_words().boundaries:
            break
    return index


def skip_addressee(tokens: list[Token], index: int) -> int:
    """Past the one who was told: "Reuters", "a news conference", "state television"."""
    start = index
    while index < len(tokens) and index - start < 10:  # noqa: PLR2004 - words of an addressee
        token = tokens[index]
        if (
            token.text in STOP_MARKS
            or token.text == "."
            or token.low in speech_words().boundaries
            or token.text[:1].isdigit()
        ):
            break
        if (
            index > start
            and token.low in speech_words().adjunct_heads | speech_words().adjunct_words | speech_words().determiners
        ):
            break
        index += 1
        if token.low in speech_words().adjunct_ends | {"reuters", "afp", "bbc", "cnn", "ap"}:
            break
    return index


def sources_of(
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
