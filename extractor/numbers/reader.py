"""One pass over the tokens of a stretch of text that reads every number with its hedge."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from extractor.numbers.composing import LARGEST, compose
from extractor.numbers.lexicon import NumberWords
from extractor.numbers.reading import NumberReading
from extractor.numbers.tokens import Shape, Token
from extractor.records import Bound


@dataclass(frozen=True, slots=True)
class _Core:
    """A number without its hedge, over tokens [first, last)."""

    first: int
    last: int
    value: int | None
    floor: int | None = None
    flags: frozenset[str] = frozenset()
    vague: bool = False


def _whole(value: Fraction) -> int | None:
    return value.numerator if value.denominator == 1 and value < LARGEST else None


class NumberReader:
    """Reads the numbers of one sentence's tokens in one language."""

    def __init__(self, text: str, tokens: Sequence[Token], words: NumberWords) -> None:
        self.text = text
        self.tokens = tokens
        self.words = words

    def read(self) -> list[NumberReading]:
        """Every number, in text order, none overlapping another."""
        cores: list[_Core] = []
        openers = self.words.openers
        at = 0
        while at < len(self.tokens):
            token = self.tokens[at]
            if token.shape is not Shape.NUMBER and token.low not in openers:
                at += 1
                continue
            skipped = self._numberless(at)
            if skipped:
                at += skipped
                continue
            core = self._core(at)
            if core is None:
                at += 1
            else:
                cores.append(core)
                at = core.last
        return self._hedged(cores)

    def _numberless(self, at: int) -> int:
        """How many tokens at a place hold no number for all their number words: "how many", "as many as"."""
        asked = self.words.questions.starting(self.tokens, at)
        if asked is not None:
            return asked[0]
        hedge = self.words.hedges.starting(self.tokens, at)
        return hedge[0] if hedge is not None and hedge[0] > 1 else 0

    def _core(self, at: int) -> _Core | None:
        words, tokens = self.words, self.tokens
        if tokens[at].shape is Shape.NUMBER and tokens[at].low not in words.openers:
            return self._composed(at)
        worded = frozenset({"words"})
        for table, flag in ((words.nothing, "zero_word"), (words.abouts, "about")):
            if (hit := table.starting(tokens, at)) is not None:
                return _Core(at, at + hit[0], hit[1], flags=worded | {flag})
        if (vague := words.vague.starting(tokens, at)) is not None:
            return _Core(at, at + vague[0], None, floor=vague[1], flags=worded, vague=True)
        if (hit := words.ordinals.starting(tokens, at)) is not None:
            return _Core(at, at + hit[0], None, flags=worded | {"ordinal"})
        core = self._fraction(at)
        if core is None and (hit := words.pairs.starting(tokens, at)) is not None:
            after = tokens[at + hit[0]].low if at + hit[0] < len(tokens) else ""
            if after in words.pair_limits and hit[1] > 1 and tokens[at].low not in words.sure_pairs:
                return None  # "double that"
            core = _Core(at, at + hit[0], hit[1], flags=worded | {"pair"})
        return core or self._composed(at)

    def _fraction(self, at: int) -> _Core | None:
        """Half a million, a quarter of a million, three quarters of a million."""
        hit = self.words.fractions.starting(self.tokens, at)
        if hit is None:
            return None
        cursor = at + hit[0]
        if cursor < len(self.tokens) and self.tokens[cursor].low in self.words.fraction_links:
            cursor += 1
        if cursor < len(self.tokens) and self.tokens[cursor].low in self.words.articles:
            cursor += 1
        scale = self.words.scales.starting(self.tokens, cursor)
        if scale is None:
            return None
        return _Core(at, cursor + scale[0], _whole(hit[1] * scale[1]), flags=frozenset({"words"}))

    def _composed(self, at: int) -> _Core | None:
        composed = compose(self.text, self.tokens, self.words, at)
        if composed is None:
            return None
        flags = set() if composed.digits else {"words"}
        if composed.value.denominator != 1:
            flags.add("decimal")
        return _Core(at, composed.end, _whole(composed.value), flags=frozenset(flags))

    def _hedged(self, cores: list[_Core]) -> list[NumberReading]:
        found: list[NumberReading] = []
        at = 0
        while at < len(cores):
            reading, used = self._range(cores, at)
            if reading is None:
                reading, used = self._single(cores[at]), 1
            if reading is not None and found and reading.phrase_first < found[-1].phrase_last:
                reading = replace(
                    reading,
                    phrase_first=found[-1].phrase_last,
                    phrase_start=min(reading.start, max(reading.phrase_start, found[-1].phrase_end)),
                )
            if reading is not None:
                found.append(reading)
            at += used
        return self._rates(found)

    def _range(self, cores: list[_Core], at: int) -> tuple[NumberReading | None, int]:
        """Between 30 and 40, 30 to 40, 30-40, 57 or 58."""
        one = cores[at]
        if at + 1 >= len(cores) or one.value is None:
            return None, 1
        other = cores[at + 1]
        if other.value is None or "pair" in other.flags | one.flags:
            return None, 1
        between = [t.low for t in self.tokens[one.last : other.first]]
        opened = self.words.opens.ending(self.tokens, one.first)
        low, first = one, one.first
        if self._changed(one.first):
            return None, 1
        if opened is not None:
            first -= opened[0]
        fits = len(between) == 1 and (
            between[0] in self.words.links or (opened is not None and opened[1] == between[0])
        )
        small = one.value
        scale = self._shared_scale(one, other)
        if scale and small < other.value and small * scale < other.value:
            small *= scale
        if not fits or not small < other.value or self._not_a_range(one, other, between):
            return None, 1
        reading = self._reading(
            _Core(low.first, other.last, small, flags=low.flags | other.flags), Bound.BETWEEN, first, other.last
        )
        hedge = self._hedge_before(first)
        reading = replace(reading, high=other.value)
        if hedge is not None and opened is None:
            reading = replace(reading, phrase_first=hedge[0], phrase_start=self.tokens[hedge[0]].start)
        return self._percent(reading), 2

    def _changed(self, first: int) -> bool:
        """The toll rose from 31 to 57: two figures, not a range."""
        window = [self.tokens[at].low for at in range(max(0, first - 4), first)]
        opened = self.words.opens.ending(self.tokens, first) is not None
        by = first > 0 and self.tokens[first - 1].low in self.words.steps  # "deaths rose by 12 to 134"
        return (opened or by) and any(low in self.words.changes for low in window)

    def _shared_scale(self, one: _Core, other: _Core) -> int:
        """The scale of "2 to 3 million", which both numbers share; 0 if there is none."""
        hit = self.words.scales.ending(self.tokens, other.last)
        if hit is None or self.words.scales.ending(self.tokens, one.last) is not None:
            return 0
        return hit[1] if one.value is not None and one.value < 1000 else 0  # noqa: PLR2004 - a group

    def _not_a_range(self, one: _Core, other: _Core, between: list[str]) -> bool:
        """Years and phone numbers joined by a dash, and words such as "twenty-one" cut in two."""
        if between != ["-"]:
            return False
        one_low, other_low = self.tokens[one.first].low, self.tokens[other.first].low
        chained = other.last < len(self.tokens) and self.tokens[other.last].low == "-"
        numbered = chained and other.last + 1 < len(self.tokens) and self.tokens[other.last + 1].shape is Shape.NUMBER
        behind = one.first > 0 and self.tokens[one.first - 1].low in ("-", "+", "/")
        return numbered or behind or (one_low.startswith("0") and len(one_low) > 1) or other_low.startswith("0")

    def _single(self, core: _Core) -> NumberReading | None:
        words, tokens = self.words, self.tokens
        flags = set(core.flags)
        last = core.last
        if (
            last < len(tokens)
            and tokens[last].low in words.ordinal_endings
            and tokens[last].start == tokens[last - 1].end
        ):
            flags.add("ordinal")
        bound = Bound.VAGUE if core.vague else Bound.AROUND if "about" in flags else Bound.EXACT
        first, last_phrase = core.first, core.last
        hedge = self._hedge_before(core.first)
        if hedge is not None:
            first, found = hedge
            bound = bound if core.vague else found
        tail = words.tails.starting(tokens, core.last)
        if tail is not None and self._tail_fits(core, tail[0]):
            last_phrase = core.last + tail[0]
            bound = tail[1] if bound is Bound.EXACT else bound
        reading = self._reading(replace(core, flags=frozenset(flags)), bound, first, last_phrase)
        return self._percent(reading)

    def _tail_fits(self, core: _Core, length: int) -> bool:
        """A tail of marks ("+", "-odd") must touch the number, and "plus" must not add another number."""
        tokens = self.tokens
        after = core.last + length
        if tokens[core.last].shape is Shape.MARK and tokens[core.last].start != tokens[core.last - 1].end:
            return False
        if tokens[core.last].low in self.words.adders:
            return (
                after < len(tokens)
                and tokens[after].shape is Shape.WORD
                and tokens[after].low not in self.words.articles
            )
        return True

    def _hedge_before(self, first: int) -> tuple[int, Bound] | None:
        """The hedge that ends before a token, over fillers ("at least another"); of stacked hedges the outer one."""
        tokens, words = self.tokens, self.words
        cursor, found, start = first, None, first
        for _ in range(4):
            hit = words.hedges.ending(tokens, cursor)
            if hit is not None and hit[1] is Bound.AS_MANY_AS and self._follows_change(cursor - hit[0]):
                break  # "rose up to 57", "возросло до 57": where a toll went to, not its ceiling
            if hit is not None:
                cursor -= hit[0]
                start = cursor
                if (
                    found is None
                    or found is Bound.EXACT
                    or hit[1] in (Bound.AT_LEAST, Bound.MORE_THAN, Bound.AS_MANY_AS)
                ):
                    found = hit[1] if hit[1] is not Bound.EXACT or found is None else found
                continue
            if cursor > 0 and tokens[cursor - 1].low in words.fillers:
                cursor -= 1
                continue
            break
        return None if found is None else (start, found)

    def _follows_change(self, at: int) -> bool:
        return at > 0 and self.tokens[at - 1].low in self.words.changes

    def _reading(self, core: _Core, bound: Bound, first: int, last: int) -> NumberReading:
        tokens = self.tokens
        return NumberReading(
            start=tokens[core.first].start,
            end=tokens[core.last - 1].end,
            phrase_start=tokens[first].start,
            phrase_end=tokens[last - 1].end,
            value=core.value,
            bound=bound,
            floor=core.floor,
            flags=core.flags,
            first=core.first,
            last=core.last,
            phrase_first=first,
            phrase_last=last,
        )

    def _percent(self, reading: NumberReading) -> NumberReading:
        hit = self.words.percents.starting(self.tokens, reading.last)
        return reading if hit is None else replace(reading, flags=reading.flags | {"percent"})

    def _rates(self, found: list[NumberReading]) -> list[NumberReading]:
        """Mark both numbers of "one in three" and "two out of every five", not "two in three days"."""
        for at in range(len(found) - 1):
            one, other = found[at], found[at + 1]
            hit = self.words.rates.starting(self.tokens, one.last)
            if hit is None or one.last + hit[0] != other.first or one.value is None or other.value is None:
                continue
            after = self.tokens[other.last].low if other.last < len(self.tokens) else ""
            if 0 < one.value < other.value <= 10**6 and one.value < 10 and after not in self.words.time_words:  # noqa: PLR2004
                if 1900 <= other.value <= 2100 and "words" not in other.flags:  # noqa: PLR2004 - a year
                    continue
                found[at] = replace(one, flags=one.flags | {"rate"})
                found[at + 1] = replace(other, flags=other.flags | {"rate"})
        return found
