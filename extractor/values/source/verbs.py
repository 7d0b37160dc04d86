"""Attributions by a verb of speech: who is its subject, and on which side stands what was said."""

from __future__ import annotations

from extractor.language.speech import speech_words
from extractor.language.words import Token
from extractor.records import SourceType
from extractor.values.naming.phrases import Named
from extractor.values.source.frames import figure_before, given_by_cue, telling
from extractor.values.source.objects import no_speech
from extractor.values.source.phrases import (
    QUOTE_MARKS,
    before_auxiliaries,
    closes_apposition,
    first_subject,
    phrase_backward,
    phrase_forward,
    skip_addressee,
    skip_adjuncts,
    skip_relative,
    sources_of,
    subject_before,
)
from extractor.values.source.shapes import Cue, Shape, unspecified


def participle_cue(text: str, tokens: list[Token], index: int, found: list[Cue]) -> Cue | None:
    """`Kerry declined to go into details, saying it ...`: the last speaker, else the subject of the sentence."""
    earlier = next((c for c in reversed(found) if c.shape is not Shape.HEARSAY), None)
    if earlier is not None:
        return Cue(Shape.BEFORE, index, index + 1, earlier.sources, tokens[index].low)
    begin, stop = first_subject(tokens, 0)
    sources = sources_of(text, tokens, begin, stop) if begin < stop <= index else ()
    return Cue(Shape.BEFORE, index, index + 1, sources, tokens[index].low) if sources else None


def verb_cue(text: str, tokens: list[Token], index: int, free: int) -> Cue | None:  # noqa: PLR0911 - cases
    """The attribution made by the verb of speech at `index`, if it is one here."""
    verb = tokens[index].low
    following = tokens[index + 1].low if index + 1 < len(tokens) else ""
    if no_speech(tokens, index):
        return None
    quoted = verb == "quoted"
    if quoted and "saying" in [t.low for t in tokens[index : index + 12]]:
        return _quoted_cue(text, tokens, index, free)
    if (
        following in {"by", "por", "par"}
        and verb in speech_words().weak_verbs | speech_words().strong_verbs
        and not _by_means(tokens, index + 2)
    ):
        return _by_cue(text, tokens, index)
    if _passive(tokens, index):
        given = given_by_cue(text, tokens, index) if verb in speech_words().agent_verbs else None
        return given or _passive_cue(tokens, index)
    inverted = _inverted(text, tokens, index, free)
    if inverted is not None:
        return inverted
    end = before_auxiliaries(tokens, index, free)
    if free and end > free and tokens[end - 1].low in {"and", "but"}:
        return None  # the speaker before goes on
    related = _relative_cue(text, tokens, index, end, free)
    if related is not None:
        return related
    return _subject_cue(text, tokens, index, end, free)


def _subject_cue(text: str, tokens: list[Token], index: int, end: int, free: int) -> Cue | None:
    """The subject before the verb, whose words end at `end`; else the agent after a participle."""
    verb = tokens[index].low
    begin, end, context = subject_before(tokens, end, free)
    sources = sources_of(text, tokens, begin, end, context) if begin < end else ()
    if not sources or not _plausible(tokens, begin, end, index, sources):
        if verb in speech_words().agent_verbs and not (index and tokens[index - 1].low in {"has", "have", "had"}):
            return given_by_cue(text, tokens, index)
        return None
    return _placed(tokens, begin, index, sources)


def _relative_cue(text: str, tokens: list[Token], index: int, end: int, free: int) -> Cue | None:
    """`contradicts the army, which has acknowledged only 30 deaths`: the antecedent speaks, over what follows."""
    comma = end - 2
    if comma <= free or tokens[end - 1].low not in {"which", "who"} or tokens[comma].text != ",":
        return None
    if tokens[index].low in speech_words().count_verbs or not _figure_near(tokens, index):
        return None
    begin = phrase_backward(tokens, comma, free)
    sources = sources_of(text, tokens, begin, comma) if begin < comma else ()
    if not sources or not telling(tokens[begin:comma], sources):
        return None
    return Cue(Shape.BEFORE, begin, index + 1, sources, tokens[index].low)


def _figure_near(tokens: list[Token], index: int) -> bool:
    """A figure between the verb and the next comma: the relative clause is about it."""
    for token in tokens[index + 1 : index + 10]:
        if token.text[:1].isdigit():
            return True
        if token.text in {",", ";", "."}:
            return False
    return False


def coordinated_cue(tokens: list[Token], index: int, found: list[Cue]) -> Cue | None:
    """`Officials dismissed the claim and said ...`: the speaker goes on."""
    back = before_auxiliaries(tokens, index, 0) - 1
    if back < 0 or tokens[back].low not in {"and", "but"} or tokens[index].low not in speech_words().strong_verbs:
        return None
    earlier = next((c for c in reversed(found) if c.shape is Shape.BEFORE), None)
    return Cue(Shape.BEFORE, back, index + 1, earlier.sources, tokens[index].low) if earlier is not None else None


def _by_means(tokens: list[Token], index: int) -> bool:
    """`the mayor reported by radio`: the way it came, not who says it."""
    return index < len(tokens) and tokens[index].low in speech_words().means


def _by_cue(text: str, tokens: list[Token], index: int) -> Cue | None:
    """`57 deaths reported by the ministry`, `quoted by SANA`: the speaker after "by"; "claimed by" is no speech."""
    if tokens[index].low not in speech_words().agent_verbs:
        return None
    stop = phrase_forward(tokens, index + 2)
    sources = sources_of(text, tokens, index + 2, stop)
    if not sources or not telling(tokens[index + 2 : stop], sources):
        return None
    if tokens[index].low == "claimed" and not _figure_before(tokens, index):
        return None  # "an attack claimed by the group"
    return Cue(Shape.AFTER, figure_before(tokens, index), stop, sources, tokens[index].low)


def _figure_before(tokens: list[Token], index: int) -> bool:
    return any(t.text[:1].isdigit() for t in tokens[max(0, index - 4) : index])


def _plausible(  # noqa: PLR0911 - exclusions
    tokens: list[Token], begin: int, end: int, index: int, sources: tuple[Named, ...]
) -> bool:
    """May these words be the subject of this verb of speech?"""
    verb = tokens[index].low
    first = next((t for t in tokens[begin:end] if t.word), tokens[begin])
    named = any(s.pronoun for s in sources) or telling(tokens[begin:end], sources)
    if verb in speech_words().count_verbs:
        press = any(s.source_type in {SourceType.MEDIA, SourceType.STATE_MEDIA} for s in sources)
        counting = tokens[index + 1 : index + 5] if press else tokens[begin:end]
        return named and any(t.low in speech_words().count_nouns for t in counting)
    capital = any(t.capital and (t is not tokens[0] or n) for n, t in enumerate(tokens[begin:end]))
    if first.low in speech_words().no_subjects or _no_phrase(tokens, begin, end):
        return False
    if tokens[end - 1].low in speech_words().happenings and (verb in speech_words().weak_verbs or verb == "left"):
        return False
    if verb in {"claimed", "claims", "claim"} and any(
        t.low in {"lives", "life", "victims", "responsibility"} for t in tokens[index + 1 : index + 8]
    ):
        return False
    if (
        verb in {"put", "puts"}
        and tokens[index + 1 : index + 2]
        and tokens[index + 1].low in {"the", "its", "their", "losses", "casualties", "enemy"}
    ):
        return True
    if verb in speech_words().noun_like and (first.low in speech_words().determiners and not named):
        return False
    if sources[0].pronoun and verb in speech_words().deeds:
        return False
    if verb in speech_words().weak_verbs:
        counted = (
            tokens[end - 1].low in speech_words().count_nouns | speech_words().rumour | speech_words().plural_speakers
        )
        return named or capital or counted or _states_figure(tokens, index, first)
    return named or capital or first.low in speech_words().determiners or len(tokens[begin:end]) <= 4  # noqa: PLR2004 - "unconfirmed reports"


def _no_phrase(tokens: list[Token], begin: int, end: int) -> bool:
    """Numbers alone, or a possessive: "the hospital's list" is a noun, no verb."""
    if all(not t.word or t.text[:1].isdigit() for t in tokens[begin:end]):
        return True
    return end - begin > 1 and tokens[end - 1].low == "s" and tokens[end - 2].text in "'’"


def _states_figure(tokens: list[Token], index: int, first: Token) -> bool:
    """`the stationmaster spoke of 65`, `nationalists estimated the dead at 200`: any subject will do."""
    verb = tokens[index].low
    if verb in {"estimated", "estimate", "reckoned", "spoke"} and _figure_near(tokens, index):
        return True
    return verb in speech_words().figure_verbs and first.low in {"the", "a", "an"} and _figure_follows(tokens, index)


def _figure_follows(tokens: list[Token], index: int) -> bool:
    """A figure right after the verb, "of" or a hedge between."""
    for token in tokens[index + 1 : index + 5]:
        if token.text[:1].isdigit():
            return True
        if token.low not in speech_words().figure_hedges:
            return False
    return False


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
    return back >= 0 and tokens[back].low in {"was", "were", "is", "are", "be", "been"}


def _passive_cue(tokens: list[Token], index: int) -> Cue | None:
    verb = tokens[index].low
    if verb not in {"reported", "said", "feared", "announced", "rumoured", "claimed", "alleged", "believed"}:
        return None
    if (verb == "said" and not (index + 1 < len(tokens) and tokens[index + 1].low in {"to", "that"})) or verb in {
        "feared",
        "claimed",
    }:
        return None
    pronoun = next((k for k in range(max(0, index - 3), index) if tokens[k].low == "it"), None)
    return Cue(
        Shape.HEARSAY if pronoun is None else Shape.BEFORE,
        max(0, index - 1) if pronoun is None else pronoun,
        index + 1,
        (unspecified(tokens[index]),),
        verb,
    )


def _quoted_cue(text: str, tokens: list[Token], index: int, free: int) -> Cue | None:
    """`Interfax quoted a military source as saying`; `he was quoted as saying`."""
    saying = next(i for i in range(index, min(len(tokens), index + 12)) if tokens[i].low == "saying")
    if tokens[index + 1].low in {"as", "saying", "by"}:
        begin, end, context = subject_before(tokens, before_auxiliaries(tokens, index, free), free)
    else:
        begin, end, context = index + 1, saying - (tokens[saying - 1].low == "as"), []
    sources = sources_of(text, tokens, begin, end, context)
    if not sources:
        return None
    last = saying + 1
    if last < len(tokens) and tokens[last].low in {"by", "in"}:
        last = phrase_forward(tokens, last + 1)  # "as saying by the newspaper"
    closes = last >= len(tokens) or (not tokens[last].word and tokens[last].text not in {":", ","})
    first = phrase_backward(tokens, index, free) if begin > index else begin
    return Cue(Shape.AFTER if closes else Shape.BEFORE, min(first, index), last, sources, "quoted")


def _past_time(tokens: list[Token], index: int) -> int:
    """Past words of time between a verb and its subject: "informó ayer el gobierno", "dijo el martes el alcalde"."""
    at = index
    while at + 1 < len(tokens):
        step = at + (tokens[at].low in speech_words().determiners)
        if step + 1 >= len(tokens) or tokens[step].low not in speech_words().adjunct_words:
            break
        at = step + 1
    return at if at < len(tokens) and tokens[at].word else index


def _inverted(text: str, tokens: list[Token], index: int, free: int) -> Cue | None:  # noqa: PLR0911 - exclusions
    """`..., said Kerry`, `..., informó la Fiscalía`, `teilte das Ministerium mit`: the speaker after the verb."""
    back = index - 1
    while back > free and tokens[back].low in {"a", "ont", "ha", "han", "has", "had", "also", "l", "'"}:
        back -= 1
    if back < 0 or tokens[back].text not in QUOTE_MARKS | {","} or back < free or index + 1 >= len(tokens):
        return None
    begin = _past_time(tokens, index + 1)
    following = tokens[begin]
    if tokens[index].low in {"told", "tells"}:
        return None
    if (
        not following.word
        or following.text[:1].isdigit()
        or following.low in {"that", "que", "on", "in", "it", "to"}
        or (following.low in {"he", "she", "they"} and (begin + 1 >= len(tokens) or tokens[begin + 1].word))
    ):
        return None
    stop = phrase_forward(tokens, begin)
    ending = tokens[stop] if stop < len(tokens) else None
    if (
        ending is not None
        and ending.word
        and ending.low
        not in speech_words().adjunct_heads
        | speech_words().adjunct_words
        | speech_words().clause_breaks
        | {"who", "whose", "as", "after", "qui", "que"}
    ):
        return None
    if (
        tokens[back].text == ","
        and ending is not None
        and ending.low in {"who", "as", "after"}
        and not following.capital
        and following.low not in speech_words().determiners
    ):
        return None
    if (
        tokens[back].text == ","
        and closes_apposition(tokens, back, free)
        and not (ending is None or (not ending.word and ending.text != ","))
    ):
        return None
    context = tokens[stop + 1 : stop + 9] if ending is not None and ending.text == "," else []
    sources = sources_of(text, tokens, begin, stop, context)
    if not sources:
        return None
    if tokens[index].low in speech_words().transitive and not any(
        s.source_type is not SourceType.UNSPECIFIED for s in sources
    ):
        return None  # "Police, who searched all night, put the toll at 57"
    last = skip_relative(tokens, stop)
    tail = last < len(tokens) and tokens[last].text in {",", ";"}
    return Cue(Shape.AFTER, index, last, sources, tokens[index].low, tail)


def _placed(tokens: list[Token], begin: int, index: int, sources: tuple[Named, ...]) -> Cue:
    """Before or after what it governs? After, when a clause with a comma stands before and nothing follows."""
    after = index + 1
    if tokens[index].low in {"told", "tells"}:
        after = skip_addressee(tokens, after)
    after = skip_adjuncts(tokens, after)
    following = tokens[after] if after < len(tokens) else None
    before = tokens[begin - 1] if begin > 0 else None
    has_clause = begin > 2 and before is not None  # noqa: PLR2004 - "In Homs, ..." is no clause
    closed = (
        following is None
        or following.text in {".", "!", "?", "…", ")", ";"}
        or (following.text in QUOTE_MARKS and before is not None and before.text in QUOTE_MARKS | {","})
    )
    inserted = following is not None and (
        following.text in {",", ";"} or following.low in speech_words().clause_breaks | {"as", "after", "adding"}
    )
    comma = before is not None and before.text in {",", "—", "–", "("} | QUOTE_MARKS
    verb = tokens[index].low
    if has_clause and (closed or (inserted and comma)):
        inserted = inserted or (following is not None and following.text == ";")
        return Cue(Shape.AFTER, begin, after, sources, verb, tail=inserted)
    return Cue(Shape.BEFORE, begin, after, sources, verb)
