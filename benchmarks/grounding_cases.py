"""Makes quotes from any folder of texts: true ones (exact, retyped, edited as models edit) and false ones, by kind.

Nothing here comes from `extractor.grounding`: a maker that shares its word lists with the locator would only test
that the lists agree. Every case keeps where it was made from, so that a located span can be scored by overlap.
"""

from __future__ import annotations

import random
import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

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


# ---------------------------------------------------------------- typography: the words stay, their setting changes


def _straight(quote: str, rng: random.Random) -> str:
    del rng
    table = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "\u00a0": " ", "…": "..."})
    return quote.translate(table)


def _curly(quote: str, rng: random.Random) -> str:
    del rng
    return re.sub(r'"([^"]*)"', r"“\1”", quote).replace("'", "’")


def _spaces(quote: str, rng: random.Random) -> str:
    kinds = ["\u00a0", "  ", "\n", "\t", "\u2009", "\u202f", " \n", "\u3000", "\r\n"]
    return "".join(rng.choice(kinds) if c == " " and rng.random() < 0.3 else c for c in quote)


def _dashes(quote: str, rng: random.Random) -> str:
    return "".join(rng.choice("‐‑–—−") if c in "-–—" else c for c in quote)


def _hidden(quote: str, rng: random.Random) -> str:
    kinds = ["\u00ad", "\u200b", "\u2060", "\ufeff", "\u200e"]
    out = []
    for one, two in zip(quote, [*quote[1:], " "], strict=True):
        out.append(one)
        if one.isalpha() and two.isalpha() and rng.random() < 0.06:
            out.append(rng.choice(kinds))
    return "".join(out)


def _ligatures(quote: str, rng: random.Random) -> str:
    del rng
    return quote.replace("ffi", "ﬃ").replace("fi", "ﬁ").replace("fl", "ﬂ").replace("ff", "ﬀ")


def _decomposed(quote: str, rng: random.Random) -> str:
    del rng
    return unicodedata.normalize("NFD", quote)


def _composed(quote: str, rng: random.Random) -> str:
    del rng
    return unicodedata.normalize("NFKC", quote)


def _wide(quote: str, rng: random.Random) -> str:
    del rng
    return "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in quote)


def _upper(quote: str, rng: random.Random) -> str:
    del rng
    return quote.upper()


def _lower(quote: str, rng: random.Random) -> str:
    del rng
    return quote.lower()


def _several(quote: str, rng: random.Random) -> str:
    for change in rng.sample([_straight, _spaces, _dashes, _hidden, _ligatures, _decomposed, _curly], 3):
        quote = change(quote, rng)
    return quote


Change = Callable[[str, random.Random], str]
TYPOGRAPHY: dict[str, Change] = {
    "straight": _straight,
    "curly": _curly,
    "spaces": _spaces,
    "dashes": _dashes,
    "hidden": _hidden,
    "ligatures": _ligatures,
    "decomposed": _decomposed,
    "composed": _composed,
    "wide": _wide,
    "upper": _upper,
    "lower": _lower,
    "several": _several,
}

# ---------------------------------------------------------------- edits of the kind models make

_SAME = {
    "said": ["stated", "reported", "told reporters"],
    "says": ["said"],
    "killed": ["slain"],
    "wounded": ["injured"],
    "injured": ["wounded"],
    "blasts": ["explosions"],
    "blast": ["explosion"],
    "explosion": ["blast"],
    "near": ["close to"],
    "began": ["started"],
    "start": ["begin"],
    "attack": ["assault"],
    "city": ["town"],
    "officials": ["authorities"],
    "according to": ["as reported by"],
    "after": ["following"],
    "many": ["numerous"],
    "big": ["large"],
    "children": ["kids"],
    "fire": ["blaze"],
    "told": ["informed"],
    "announced": ["declared"],
    "while": ["as"],
    "about": ["around"],
    "because": ["since"],
    "while ": ["whereas "],
}
_TENSE = {
    "is": "was",
    "are": "were",
    "was": "is",
    "were": "are",
    "has": "had",
    "have": "had",
    "had": "has",
    "says": "said",
    "said": "says",
    "killed": "kills",
    "left": "leaves",
    "struck": "strikes",
    "hit": "hits",
    "reached": "reaches",
    "began": "begins",
    "took": "takes",
    "came": "comes",
    "caused": "causes",
    "reported": "reports",
}
_SPELLING = [
    ("isation", "ization"), ("ization", "isation"), ("ised", "ized"), ("ized", "ised"), ("our", "or"),
    ("ighbor", "ighbour"), ("enter", "entre"), ("defense", "defence"), ("defence", "defense"),
    ("ceasefire", "cease-fire"), ("cease-fire", "ceasefire"), ("programme", "program"), ("travell", "travel"),
]  # fmt: skip
_SHORT = {
    "did not": "didn't", "it is": "it's", "is not": "isn't", "was not": "wasn't", "had not": "hadn't",
    "they have": "they've", "it's": "it is", "don't": "do not", "didn't": "did not", "that is": "that's",
    "cannot": "can't", "would not": "wouldn't", "they are": "they're", "he had": "he'd",
}  # fmt: skip
_LITTLE = {
    "the", "a", "an", "also", "then", "later", "very", "largely", "central", "official", "heavily", "just", "its",
    "his", "main", "local", "elusive", "mangled", "major", "new", "close", "meanwhile", "repeatedly", "almost", "still",
    "that", "which", "deadly", "holiest", "busy", "small", "elderly", "nearby", "quickly", "badly", "slowly", "heavy",
}  # fmt: skip
_ADDED = ["also", "the", "very", "then", "just", "that", "now", "has", "quite", "indeed", "further", "subsequently"]


def _pieces(quote: str) -> list[str]:
    return quote.split(" ")


def _plain(word: str) -> bool:
    return word.isalpha() and word.islower()


def _drop(quote: str, rng: random.Random) -> str:
    words = _pieces(quote)
    places = [i for i, w in enumerate(words) if 0 < i < len(words) - 1 and w in _LITTLE - {"almost", "later", "just"}]
    if not places:
        return ""
    del words[rng.choice(places)]
    return " ".join(words)


def _add(quote: str, rng: random.Random) -> str:
    words = _pieces(quote)
    words.insert(rng.randrange(1, len(words)), rng.choice(_ADDED[:7]))
    return " ".join(words)


def _add_adverb(quote: str, rng: random.Random) -> str:
    words = _pieces(quote)
    words.insert(rng.randrange(1, len(words)), rng.choice(_ADDED[7:]))
    return " ".join(words)


def _swapped(quote: str, rng: random.Random, table: dict[str, list[str]]) -> str:
    keys = [k for k in table if re.search(rf"\b{re.escape(k)}\b", quote)]
    if not keys:
        return ""
    key = rng.choice(keys)
    return re.sub(rf"\b{re.escape(key)}\b", rng.choice(table[key]), quote, count=1)


def _synonym(quote: str, rng: random.Random) -> str:
    return _swapped(quote, rng, _SAME)


def _tense(quote: str, rng: random.Random) -> str:
    return _swapped(quote, rng, {k: [v] for k, v in _TENSE.items()})


def _contracted(quote: str, rng: random.Random) -> str:
    return _swapped(quote, rng, {k: [v] for k, v in _SHORT.items()})


def _spelling(quote: str, rng: random.Random) -> str:
    pairs = [(a, b) for a, b in _SPELLING if re.search(rf"[a-z]?{a}", quote) and a != "our"]
    if not pairs:
        return ""
    a, b = rng.choice(pairs)
    return quote.replace(a, b, 1)


def _typo(quote: str, rng: random.Random) -> str:
    words = _pieces(quote)
    places = [i for i, w in enumerate(words) if i and _plain(w) and len(w) >= 6 and w.isascii()]
    if not places:
        return ""
    i = rng.choice(places)
    word = words[i]
    k = rng.randrange(1, len(word) - 2)
    words[i] = rng.choice(
        [
            word[:k] + word[k + 1 :],
            word[:k] + word[k + 1] + word[k] + word[k + 2 :],
            word[:k] + word[k] + word[k:],
            word[:k] + rng.choice("aeiourstn") + word[k + 1 :],
        ]
    )
    return " ".join(words) if words[i] != word else ""


def _aside(quote: str, rng: random.Random) -> str:
    del rng
    changed = re.sub(r"\s*\((?=[^)]{2,40}\))[^)A-Z0-9]*\)", "", quote)
    if changed != quote:
        return changed
    changed = re.sub(r", (?:which|who|where) [a-z ]{5,60},", "", quote)
    return changed if changed != quote else ""


def _outer(quote: str, rng: random.Random) -> str:
    bare = quote.rstrip(".!?,;:")
    return rng.choice(
        ['"' + bare + '"', bare + ".", "“" + bare + ".”", bare + ",", bare + "!", "- " + bare, bare + "..."]
    )


def _punctuation(quote: str, rng: random.Random) -> str:
    del rng
    return quote.replace(",", "").replace("“", "'").replace("”", "'") if "," in quote[:-1] else ""


def _ellipsis(quote: str, rng: random.Random) -> str:
    words = _pieces(quote)
    if len(words) < 12:
        return ""
    at = rng.randrange(4, len(words) - 7)
    size = rng.randrange(2, min(9, len(words) - at - 3))
    if any(re.search(r"^(?:no|not|never|.*n't)$", w) for w in words[at : at + size]):
        return ""
    sign = rng.choice(["...", "…", "[...]", "(...)", "[…]", ". . ."])
    return " ".join([*words[:at], sign, *words[at + size :]])


def _tight_ellipsis(quote: str, rng: random.Random) -> str:
    return re.sub(r" (\.\.\.|…) ", r"\1 ", _ellipsis(quote, rng))


def _two(quote: str, rng: random.Random) -> str:
    changes = rng.sample([_drop, _tense, _typo, _synonym, _outer, _contracted], 2)
    once = changes[0](quote, rng)
    return changes[1](once, rng) if once else ""


EDITS: dict[str, Change] = {
    "dropped": _drop,
    "added": _add,
    "adverb": _add_adverb,
    "synonym": _synonym,
    "tense": _tense,
    "contracted": _contracted,
    "spelling": _spelling,
    "typo": _typo,
    "aside": _aside,
    "outer": _outer,
    "punctuation": _punctuation,
    "ellipsis": _ellipsis,
    "tight": _tight_ellipsis,
    "two": _two,
}

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
        return _swapped(quote, rng, {k: [v] for k, v in table.items()})

    return change


def _dated(quote: str, rng: random.Random) -> str:
    for names in (_DAYS, _MONTHS):
        found = [n for n in names if re.search(rf"\b{n}\b", quote)]
        if found:
            return quote.replace(rng.choice(found), rng.choice([n for n in names if n not in found]), 1)
    return _swapped(
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


def _false_of(  # noqa: PLR0913, PLR0917 - what the caller has worked out already
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
