"""Changes that leave a quote true: its typography, and edits of the kind models make."""

from __future__ import annotations

import random
import re
import unicodedata
from collections.abc import Callable

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


def swapped(quote: str, rng: random.Random, table: dict[str, list[str]]) -> str:
    """One of the table's words or phrases replaced by one of its own; empty when none stands in the quote."""
    keys = [k for k in table if re.search(rf"\b{re.escape(k)}\b", quote)]
    if not keys:
        return ""
    key = rng.choice(keys)
    return re.sub(rf"\b{re.escape(key)}\b", rng.choice(table[key]), quote, count=1)


def _synonym(quote: str, rng: random.Random) -> str:
    return swapped(quote, rng, _SAME)


def _tense(quote: str, rng: random.Random) -> str:
    return swapped(quote, rng, {k: [v] for k, v in _TENSE.items()})


def _contracted(quote: str, rng: random.Random) -> str:
    return swapped(quote, rng, {k: [v] for k, v in _SHORT.items()})


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
