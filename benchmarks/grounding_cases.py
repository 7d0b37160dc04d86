"""Makes quotes from any folder of texts: true ones (exact, retyped, edited as models edit) and false ones, by kind.

Nothing here comes from `extractor.grounding`: a maker that shares its word lists with the locator would only test
that the lists agree. Every case keeps where it was made from, so that a located span can be scored by overlap.
"""

from __future__ import annotations

import random
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from grounding_edits import EDITS, TYPOGRAPHY, Change, swapped

_SENTENCE = re.compile(r"\S(?:[^\n.!?。！？؟۔।]|[.!?](?=\S)){20,}(?:[.!?。！？؟۔।]+[\"'”’»)]*)?")
_WORD = re.compile(r"\w+(?:['’]\w+)*")
_DIGITS = re.compile(r"\d+(?:,\d{3})*")


@dataclass(frozen=True, slots=True)
class Case:
    """One quote: `start`/`end` say where it comes from; `None` for a false one, which must not be located."""

    text: int
    quote: str
    group: str  # exact, typography, edited, false
    kind: str
    start: int | None = None
    end: int | None = None


def sentences(text: str) -> list[tuple[int, int]]:
    """Stretches that read like sentences, of at least six words (or 20 characters where words have no spaces)."""
    found = []
    for match in _SENTENCE.finditer(text):
        piece = match.group()
        start = match.start() + len(piece) - len(piece.lstrip())
        end = match.end() - len(piece) + len(piece.rstrip())
        if len(_WORD.findall(text[start:end])) >= 6 or (end - start >= 20 and not text[start:end].isascii()):
            found.append((start, end))
    return found


# ---------------------------------------------------------------- false quotes

_SPELT = [
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty", "thirty", "forty", "fifty",
    "sixty", "seventy", "eighty", "ninety",
]  # fmt: skip
_DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
_MONTHS = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
]  # fmt: skip
_FLIP = {
    "killed": "injured", "injured": "killed", "wounded": "killed", "dead": "wounded", "deaths": "injuries",
    "wounding": "killing", "killing": "wounding", "missing": "dead", "died": "were hurt",
}  # fmt: skip
_HEDGES = {
    "at least": "at most", "more than": "fewer than", "nearly": "more than", "up to": "at least", "about": "over",
    "around": "at least", "almost": "over", "as many as": "at least", "over": "under",
}  # fmt: skip
_OPPOSITE = {
    "increased": "decreased", "north": "south", "northern": "southern", "east": "west", "eastern": "western",
    "civilians": "militants", "men": "women", "women": "men", "accepted": "rejected", "before": "after",
    "after": "before", "government": "opposition", "rebels": "troops", "attack": "defend", "with": "without",
    "inside": "outside", "claimed": "denied", "reached": "rejected", "arrested": "released", "more": "fewer",
    "ready": "unwilling", "began": "ended", "started": "stopped", "central": "coastal", "police": "gunmen",
    "soldiers": "children", "children": "soldiers", "car": "truck", "bomb": "gun", "legal": "illegal",
}  # fmt: skip
_OPPOSITE_WORDS = {k: [v] for k, v in _OPPOSITE.items()}
_INVENTED = [
    "Rescue teams abandoned the search on the third day after a second landslide.",
    "A spokesman for the rebels said that 412 hostages had been freed unharmed.",
    "The minister resigned shortly after the report was made public.",
    "Witnesses described a white van speeding away from the scene.",
    "At least 75 people were killed when the ferry went down.",
    "No group has said that it carried out the attack on the embassy.",
    "The death toll is expected to rise as workers reach remote villages.",
]


def _digit(quote: str, rng: random.Random) -> str:
    found = list(_DIGITS.finditer(quote))
    if not found:
        return ""
    match = rng.choice(found)
    old = match.group()
    number = int(old.replace(",", ""))
    choices = [number + 1, max(0, number - 1), number + 10, number * 10, number + rng.randrange(2, 90)]
    if len(str(number)) > 1 and str(number)[::-1] != str(number):
        choices.append(int(str(number)[::-1]))
        choices.append(int(str(number)[1:]))
    new = rng.choice([c for c in choices if c != number])
    return quote[: match.start()] + (f"{new:,}" if "," in old else str(new)) + quote[match.end() :]


def _cut_digit(quote: str, rng: random.Random) -> str:
    """The quote starts or ends inside a number: '7 people' of '57 people'."""
    found = [m for m in _DIGITS.finditer(quote) if len(m.group()) > 1]
    if not found:
        return ""
    match = rng.choice(found)
    cut = match.start() + 1
    back = quote[cut:] if rng.random() < 0.5 or cut < 12 else quote[:cut]
    return back if len(back) > 8 and back[0] not in ",." else ""


def _spelt(quote: str, rng: random.Random) -> str:
    found = [m for m in re.finditer(r"\b[a-z]+\b", quote) if m.group() in _SPELT]
    if not found:
        return ""
    match = rng.choice(found)
    new = rng.choice([w for w in _SPELT if w != match.group()])
    return quote[: match.start()] + new + quote[match.end() :]


def _number_added(quote: str, rng: random.Random) -> str:
    found = list(re.finditer(r"\b(?:people|bombs|attacks|soldiers|houses|children|blasts|men|women)\b", quote))
    if not found or _DIGITS.search(quote):
        return ""
    match = rng.choice(found)
    return quote[: match.start()] + str(rng.randrange(3, 200)) + " " + quote[match.start() :]


def _negated(quote: str, rng: random.Random) -> str:
    found = list(re.finditer(r"\b(?:was|were|is|are|has|have|had|did|could|would|will)\b(?! not)", quote))
    if not found:
        return ""
    match = rng.choice(found)
    word = rng.choice([" not", " never", "n't", " no longer"])
    return quote[: match.end()] + word + quote[match.end() :]


def _denied(quote: str, rng: random.Random) -> str:
    del rng
    changed = re.sub(r"\b(?:said|confirmed|claimed|announced|reported)\b", "denied", quote, count=1)
    return changed if changed != quote else ""


def _affirmed(quote: str, rng: random.Random) -> str:
    del rng
    changed = re.sub(r"\b(?:not|never|without|no) |n['’]t\b", "", quote, count=1)
    return changed if changed != quote and not quote.endswith(changed) else ""


def _table(table: dict[str, str]) -> Change:
    def change(quote: str, rng: random.Random) -> str:
        return swapped(quote, rng, {k: [v] for k, v in table.items()})

    return change


def _dated(quote: str, rng: random.Random) -> str:
    for names in (_DAYS, _MONTHS):
        found = [n for n in names if re.search(rf"\b{n}\b", quote)]
        if found:
            return quote.replace(rng.choice(found), rng.choice([n for n in names if n not in found]), 1)
    return swapped(
        quote,
        rng,
        {
            "yesterday": ["today"],
            "last": ["next"],
            "later": ["earlier"],
            "earlier": ["later"],
            "month": ["week"],
            "week": ["year"],
            "evening": ["morning"],
        },
    )


def _moved_hedge(quote: str, rng: random.Random) -> str:
    match = re.search(r"(?<=\w )(?=\d)", quote)
    if not match or re.search(
        r"\b(?:at least|about|than|nearly|to|over|some|around|almost|as|as many as)$", quote[: match.start()].rstrip()
    ):
        return ""
    if re.search(
        r"(?:January|February|March|April|May|June|July|August|September|October|November|December|in|of|on)$",
        quote[: match.start()].rstrip(),
    ):
        return ""
    return (
        quote[: match.start()] + rng.choice(["at least ", "more than ", "nearly ", "up to "]) + quote[match.start() :]
    )


FALSE: dict[str, Change] = {
    "digit": _digit,
    "cut number": _cut_digit,
    "spelt number": _spelt,
    "number added": _number_added,
    "negated": _negated,
    "denied": _denied,
    "affirmed": _affirmed,
    "hedge flipped": _table(_HEDGES),
    "hedge added": _moved_hedge,
    "death for injury": _table(_FLIP),
    "date": _dated,
    "opposite": _table(_OPPOSITE),
}


def _names(text: str) -> list[str]:
    """Capitalised words in the middle of a sentence, most used first."""
    counts: dict[str, int] = {}
    for match in re.finditer(r"(?<=[a-z,] )[A-Z][a-z]{3,}\b", text):
        counts[match.group()] = counts.get(match.group(), 0) + 1
    skip = set(_DAYS) | set(_MONTHS)
    return sorted((n for n in counts if n not in skip), key=lambda n: (-counts[n], n))


def _renamed(quote: str, names: Sequence[str], rng: random.Random) -> str:
    here = [n for n in names if re.search(rf"(?<=\w ){n}\b", quote)]
    other = [n for n in names if n not in quote]
    if not here or not other:
        return ""
    return re.sub(rf"\b{rng.choice(here)}\b", rng.choice(other[:12]), quote, count=1)


def _stitched(text: str, spans: Sequence[tuple[int, int]], rng: random.Random) -> str:
    if len(spans) < 8:
        return ""
    one = rng.randrange(len(spans) - 6)
    two = rng.randrange(one + 5, len(spans))
    if spans[two][0] - spans[one][1] < 600:
        return ""
    first = text[slice(*spans[one])].split(" ")
    second = text[slice(*spans[two])].split(" ")
    if len(first) < 6 or len(second) < 6:
        return ""
    return " ".join([*first[: len(first) // 2 + 1], *rng.choice([[], ["..."]]), *second[len(second) // 2 :]])


def _flat(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).casefold().replace("’", "'").split())


def make(texts: Sequence[str], seed: int, per_kind: int = 2) -> list[Case]:
    """Cases of every kind from every text: at most `per_kind` of a kind a text. Same texts and seed, same cases."""
    return [case for i in range(len(texts)) for case in _of_text(texts, i, random.Random(f"{seed}/{i}"), per_kind)]  # noqa: S311


def _of_text(  # noqa: C901 - one loop a group
    texts: Sequence[str], i: int, rng: random.Random, per_kind: int
) -> Iterator[Case]:
    text = texts[i]
    spans = sentences(text)
    if not spans:
        return
    flat = _flat(text)

    def sample() -> list[tuple[int, int]]:
        return rng.sample(spans, len(spans))

    for start, end in sample()[: 6 * per_kind]:
        yield Case(i, text[start:end], "exact", "sentence", start, end)
    for start, end in sample()[: 3 * per_kind]:
        cuts = [m.start() for m in re.finditer(r"(?<=\s)\S", text[start:end])]
        if len(cuts) > 6:
            yield Case(i, text[start + cuts[1] : end], "exact", "truncated", start + cuts[1], end)
    for group, table in (("typography", TYPOGRAPHY), ("edited", EDITS)):
        for kind, change in table.items():
            done = 0
            for start, end in sample():
                quote = change(text[start:end], rng) if " " in text[start:end] or group == "typography" else ""
                if quote and quote != text[start:end]:
                    yield Case(i, quote, group, kind, start, end)
                    done += 1
                if done == per_kind:
                    break
    yield from _false_of(texts, i, rng, per_kind, spans, flat)


def _false_of(
    texts: Sequence[str], i: int, rng: random.Random, per_kind: int, spans: Sequence[tuple[int, int]], flat: str
) -> Iterator[Case]:
    text = texts[i]
    names = _names(text)

    def made(kind: str, quotes: Iterator[str], *, inside: bool = False) -> Iterator[Case]:
        done = 0
        for quote in quotes:
            # A change that happens to stand elsewhere in the text is not false.
            if quote and (inside or _flat(quote) not in flat):
                yield Case(i, quote, "false", kind)
                done += 1
            if done == per_kind:
                return

    def changed(change: Change) -> Iterator[str]:
        return (change(text[s:e], rng) for s, e in rng.sample(spans, len(spans)))

    for kind, change in FALSE.items():
        yield from made(kind, changed(change), inside=kind == "cut number")
    yield from made("name", changed(lambda q, r: _renamed(q, names, r)))
    yield from made("stitched", (_stitched(text, spans, rng) for _ in range(20)))
    yield from made("invented", iter(rng.sample(_INVENTED, per_kind)))
    others = [t for j, t in enumerate(texts) if j != i and sentences(t)]
    if others:
        foreign = [t[slice(*rng.choice(sentences(t)))] for t in rng.choices(others, k=10)]
        yield from made("other article", iter(foreign))
