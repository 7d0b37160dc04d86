"""One pass over the tokens of a stretch of text that reads every number with its hedge."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from extractor.records import Bound
from extractor.values.numbers.digits import parse_numeral
from extractor.values.numbers.lexicon import NumberWords
from extractor.values.numbers.reading import NumberReading
from extractor.values.numbers.tokens import Shape, Token

_LARGEST = 10**15


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
    return value.numerator if value.denominator == 1 and value < _LARGEST else None


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
            hedge = self.words.hedges.starting(self.tokens, at)
            if hedge is not None and hedge[0] > 1:  # the "many" of "as many as" is no number
                at += hedge[0]
                continue
            core = self._core(at)
            if core is None:
                at += 1
            else:
                cores.append(core)
                at = core.last
        return self._hedged(cores)

    def _core(self, at: int) -> _Core | None:
        words, tokens = self.words, self.tokens
        if (hit := words.nothing.starting(tokens, at)) is not None:
            return _Core(at, at + hit[0], 0, flags=frozenset({"zero_word", "words"}))
        if (hit := words.abouts.starting(tokens, at)) is not None:
            return _Core(at, at + hit[0], hit[1], flags=frozenset({"about", "words"}))
        vague = words.vague.starting(tokens, at)
        if vague is not None:
            return _Core(at, at + vague[0], None, floor=vague[1], flags=frozenset({"words"}), vague=True)
        if (hit := words.ordinals.starting(tokens, at)) is not None:
            return _Core(at, at + hit[0], None, flags=frozenset({"ordinal", "words"}))
        if (core := self._fraction(at)) is not None:
            return core
        if (hit := words.pairs.starting(tokens, at)) is not None:
            return _Core(at, at + hit[0], hit[1], flags=frozenset({"pair", "words"}))
        return self._composed(at)

    def _fraction(self, at: int) -> _Core | None:
        """Half a million, a quarter of a million, three quarters of a million."""
        hit = self.words.fractions.starting(self.tokens, at)
        if hit is None:
            return None
        cursor = at + hit[0]
        if cursor < len(self.tokens) and self.tokens[cursor].low in ("of", "-"):
            cursor += 1
        if cursor < len(self.tokens) and self.tokens[cursor].low in self.words.articles:
            cursor += 1
        scale = self.words.scales.starting(self.tokens, cursor)
        if scale is None:
            return None
        return _Core(at, cursor + scale[0], _whole(hit[1] * scale[1]), flags=frozenset({"words"}))

    def _numeral(self, at: int) -> tuple[Fraction, int] | None:
        """A numeral at a token, with a suffix such as k or m, or groups set off by plain spaces."""
        token = self.tokens[at]
        value = parse_numeral(token.low, self.words.decimal)
        if value is None:
            return None
        last = at + 1
        while (
            self.words.spaced
            and last < len(self.tokens)
            and value.denominator == 1
            and len(token.low) <= 3  # noqa: PLR2004 - a group of thousands
            and len(self.tokens[last].low) == 3  # noqa: PLR2004
            and self.tokens[last].shape is Shape.NUMBER
            and self.text[self.tokens[last - 1].end : self.tokens[last].start] == " "
            and value > 0
            and value < _LARGEST
        ):
            value = value * 1000 + int(self.tokens[last].low)
            last += 1
        if last < len(self.tokens) and self.tokens[last].start == self.tokens[last - 1].end:
            scale = self.words.suffixes.get(self.tokens[last].low)
            if scale is not None:
                return value * scale, last + 1
        return value, last

    def _composed(self, at: int) -> _Core | None:  # noqa: C901, PLR0912 - one small grammar, read top to bottom
        tokens, words = self.tokens, self.words
        cursor, total, section = at, Fraction(0), Fraction(0)
        unit: Fraction | None = None
        last_scale, last_multiplier = _LARGEST, _LARGEST
        end, digits, grew = at, False, False
        if tokens[at].low in words.articles:  # "a hundred", "a thousand", never a bare "a"
            ahead = next(
                (t for t in (words.multipliers, words.scales, words.collectives) if t.starting(tokens, at + 1)), None
            )
            if ahead is None:
                return None
            unit, cursor = Fraction(1), at + 1
        while cursor < len(tokens):
            step = cursor
            if grew and unit is None and tokens[cursor].low in words.joiners and cursor + 1 < len(tokens):
                if tokens[cursor].low == "," and not self._small_after_comma(cursor, last_scale):
                    break
                step = cursor + 1
            token = tokens[step]
            half = words.halves.starting(tokens, cursor) if end > at else None
            if half is not None and (unit is not None or grew):
                follow = words.scales.starting(tokens, cursor + half[0])
                if unit is not None and follow is not None:
                    unit += Fraction(1, 2)
                    cursor = end = cursor + half[0]
                    continue
                if grew and unit is None and section == 0 and last_scale < _LARGEST:
                    total += Fraction(last_scale, 2)
                    end = cursor + half[0]
                break
            if token.shape is Shape.NUMBER:
                numeral = self._numeral(step)
                if unit is not None or numeral is None or (grew and (step != cursor or numeral[0] >= last_scale)):
                    break
                unit, digits = numeral[0], True
                cursor = end = numeral[1]
                continue
            small = words.small.starting(tokens, step)
            if small is not None:
                if unit is not None or (last_multiplier < _LARGEST and small[1] >= last_multiplier):
                    break
                if step != cursor and self._opens_another(step + small[0], last_multiplier, last_scale):
                    break
                unit = Fraction(small[1])
                cursor = end = step + small[0]
                continue
            multiplier = words.multipliers.starting(tokens, step)
            if multiplier is not None and multiplier[1] < last_multiplier and step == cursor:
                section += (1 if unit is None else unit) * multiplier[1]
                unit, last_multiplier, grew = None, multiplier[1], True
                cursor = end = step + multiplier[0]
                continue
            scale = words.scales.starting(tokens, step)
            if scale is not None and scale[1] < last_scale and step == cursor:
                group = section + (unit or 0)
                if unit is None and section == 0:
                    if end == at and cursor == at and not words.multipliers.starting(tokens, at) and self._bare(at):
                        return None
                    group = Fraction(1)
                total += group * scale[1]
                section, unit, last_multiplier, last_scale, grew = Fraction(0), None, _LARGEST, scale[1], True
                cursor = end = step + scale[0]
                continue
            dozens = words.collectives.starting(tokens, step)
            if dozens is not None and not grew and step == cursor:
                unit = (1 if unit is None else unit) * Fraction(dozens[1])
                end = step + dozens[0]
            break
        if end == at:
            return None
        value = total + section + (unit or 0)
        flags = set() if digits else {"words"}
        if value.denominator != 1:
            flags.add("decimal")
        return _Core(at, end, _whole(value), flags=frozenset(flags))

    def _opens_another(self, at: int, last_multiplier: int, last_scale: int) -> bool:
        """In "two hundred and three hundred" the words after "and" are a number of their own."""
        multiplier = self.words.multipliers.starting(self.tokens, at)
        scale = self.words.scales.starting(self.tokens, at)
        return (multiplier is not None and multiplier[1] >= last_multiplier) or (
            scale is not None and scale[1] >= last_scale
        )

    def _bare(self, at: int) -> bool:
        """A scale word with nothing before it: "thousand" is one only where the language says so by itself (mil, cien)."""
        return self.tokens[at].low in ("million", "billion", "trillion", "bn", "mln", "lakh", "crore", "lac")

    def _small_after_comma(self, comma: int, last_scale: int) -> bool:
        """One thousand, two hundred: a comma inside a number in words needs another multiplier soon after it."""
        if last_scale == _LARGEST:
            return False
        small = self.words.small.starting(self.tokens, comma + 1)
        return small is not None and self.words.multipliers.starting(self.tokens, comma + 1 + small[0]) is not None

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
        return opened and any(low in self.words.changes for low in window)

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
        if tokens[core.last].low == "plus":
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
