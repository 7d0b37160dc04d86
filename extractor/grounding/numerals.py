"""Number words and digits brought to one key: "57" and "fifty-seven" are the same token. Guards, not readings."""

from __future__ import annotations

from extractor.numbers.language import number_words

_SMALL = {
    words[0]: number_words("en").small.meaning(words) for words in number_words("en").small.words() if len(words) == 1
}
UNITS = {word: value for word, value in _SMALL.items() if value is not None and value < 20}  # noqa: PLR2004 - up to nineteen
TENS = {word: value for word, value in _SMALL.items() if value is not None and value >= 20}  # noqa: PLR2004
SCALES = {"hundred": 100, "thousand": 1000}
LARGE = frozenset(["million", "billion", "trillion", "mln", "bn", "crore", "lakh"])
NUMBER_WORDS = frozenset({*UNITS, *TENS, *SCALES, *LARGE})


def digits_key(word: str) -> str:
    """The key of a token that holds a digit: thousands commas gone, everything else as written.

    >>> digits_key("1,200"), digits_key("2.3"), digits_key("057")
    ('#1200', '#2.3', '#57')
    """
    groups = word.split(",")
    if len(groups) > 1 and all(len(g) == 3 for g in groups[1:]) and len(groups[0]) <= 3:  # noqa: PLR2004 - thousands
        word = "".join(groups)
    if word.isdecimal():
        return f"#{int(word)}" if len(word) < 19 else f"#{word}"  # noqa: PLR2004 - longer is no count
    return f"#{word}"


def spelt(words: list[str], start: int) -> tuple[int, int]:
    """Value and number of words of the spelt number at `words[start]`; `(0, 0)` when there is none.

    >>> spelt(["fifty", "seven", "people"], 0), spelt(["two", "hundred", "and", "six"], 0)
    ((57, 2), (206, 4))
    """
    total = current = 0
    at = start
    last = ""
    while at < len(words):
        word = words[at]
        if word in UNITS and last in {"", "tens", "scale"} and not (last == "tens" and UNITS[word] > 9):  # noqa: PLR2004
            current += UNITS[word]
            last = "unit"
        elif word in TENS and last in {"", "scale"}:
            current += TENS[word]
            last = "tens"
        elif word == "hundred" and last in {"unit", "tens"}:
            current *= 100
            last = "scale"
        elif word == "thousand" and last:
            total, current, last = total + current * 1000, 0, "scale"
        elif (
            word == "and"
            and last == "scale"
            and at + 1 < len(words)
            and (words[at + 1] in UNITS or words[at + 1] in TENS)
        ):
            pass
        else:
            break
        at += 1
    return (total + current, at - start) if last else (0, 0)
