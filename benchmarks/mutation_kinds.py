"""What a false claim is made of, and the mutants of counts. `mutation_context` has those of all other fields."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass

from mutation_corpus import Corpus

from extractor.records import Bound, Claim, ClaimedValue

PEOPLE = ("killed", "injured", "missing", "displaced", "detained")
COUNTS = (*PEOPLE, "attacks", "attackers")
_DIGITS = re.compile(r"(?<![\d.,])\d{1,3}(?:,\d{3})+(?![\d])|(?<![\d.,])\d+(?![\d]|[.,]\d)")
_HEDGES = re.compile(
    r"(?i)\b(?:at least|more than|over|nearly|almost|about|around|some|up to|as many as|close to|al menos|cerca de|"
    r"au moins|mindestens|pelo menos)\s+(?=[\dA-Za-z])"
)
_PART = re.compile(
    r"(?:including|among them|of them|incluid[oa]s|dont|darunter) (?:at least |some |about )?(\d+|[a-z]+) "
    r"(?:women|children|civilians|soldiers|policemen|staff|others|foreigners|badly)"
)
_WORDS = {
    word: n
    for n, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen twenty".split()
    )
}
_BOUNDS = (
    Bound.EXACT, Bound.AT_LEAST, Bound.MORE_THAN, Bound.AROUND, Bound.NEARLY, Bound.AS_MANY_AS, Bound.FEWER_THAN,
)  # fmt: skip


@dataclass(frozen=True)
class Mutant:
    """A claim with one false field."""

    kind: str
    claim: Claim
    field: str
    index: int = 0


@dataclass(frozen=True)
class Target:
    """A true value that mutants are made of."""

    corpus: Corpus
    claim: Claim
    name: str
    index: int
    value: ClaimedValue
    rng: random.Random

    @property
    def text(self) -> str:
        """The article."""
        return self.corpus.text(self.claim)

    @property
    def quote(self) -> str:
        """The words that the value was taken from."""
        return self.value.quote or ""

    def put(self, kind: str, **changed: object) -> Mutant:
        """The claim with this value changed."""
        return self.swap(kind, self.value.model_copy(update=changed))

    def swap(self, kind: str, value: ClaimedValue) -> Mutant:
        """The claim with another value in this one's place."""
        values = list(self.claim.fields[self.name])
        values[self.index] = value
        fields = {**self.claim.fields, self.name: tuple(values)}
        return Mutant(kind, self.claim.model_copy(update={"fields": fields}), self.name, self.index)

    def known(self, name: str) -> set[str]:
        """What the article's true claims have for a field."""
        return {str(v.value) for c in self.corpus.beside(self.claim) for v in c.fields.get(name, ())}


def count_mutants(target: Target) -> Iterator[Mutant]:
    """Every false count of a true one."""
    if isinstance(target.value.value, int):
        yield from _changed_numbers(target, target.value.value)
        yield from _spelt_numbers(target, target.value.value)
        yield from _other_figures(target, target.value.value)
    yield from _bounds(target)
    yield from _kinds(target)
    yield from _words(target)
    yield from _parts(target)


def _changes(number: int, rng: random.Random) -> dict[str, int]:
    digits = str(number)
    made = {"number up": number + rng.choice([1, 2, 10]), "number down": max(0, number - rng.choice([1, 2, 10]))}
    made["number times ten"] = number * 10
    if number % 10 == 0:
        made["number by ten"] = number // 10
    if len(digits) > 1:
        made["digit dropped"] = int(digits[:-1])
        if digits[0] != digits[1]:
            made["digits transposed"] = int(digits[1] + digits[0] + digits[2:])
    return {kind: other for kind, other in made.items() if other != number}


def _changed_numbers(target: Target, number: int) -> Iterator[Mutant]:
    written = next((d for d in (str(number), f"{number:,}") if d in target.quote), None)
    for kind, other in _changes(number, target.rng).items():
        yield target.put(kind, value=other)
        if written and not re.search(rf"(?<!\d){other}(?!\d)", target.text):
            yield target.put(f"{kind}, quote too", value=other, quote=target.quote.replace(written, str(other)))


def _spelt_numbers(target: Target, number: int) -> Iterator[Mutant]:
    """Fifty-seven said, 56 claimed; the word changed as well."""
    found = next((w for w in re.findall(r"[A-Za-z]+", target.quote) if _WORDS.get(w.casefold()) is not None), None)
    if found is None:
        return
    other = number + target.rng.choice([-1, 1])
    yield target.put("number word misread", value=other)
    nearby = next(w for w, n in _WORDS.items() if n == (_WORDS[found.casefold()] + 7) % 20)
    if nearby not in target.text.casefold():
        false = target.quote.replace(found, nearby.capitalize() if found[0].isupper() else nearby)
        yield target.put("number word changed, quote too", value=_WORDS[nearby], quote=false)


def _other_figures(target: Target, number: int) -> Iterator[Mutant]:
    """Another figure of the sentence or of the article, in the old words, in its own, in both over an ellipsis."""
    sentence = target.claim.quote or target.quote
    mine = {str(number), *target.known(target.name)}
    inside = sorted({n for n, _ in _figures(sentence)} - {int(k) for k in mine if k.isdigit()})
    if inside:
        other = target.rng.choice(inside)
        yield target.put("another figure of the sentence", value=other)
        yield target.put("another figure, whole sentence", value=other, quote=sentence, bound=Bound.EXACT)
    elsewhere = [(n, q) for n, q in _figures(target.text) if str(n) not in mine]
    if not elsewhere:
        return
    other, words = target.rng.choice(elsewhere)
    yield target.put("another figure of the article", value=other)
    yield target.put("another figure, its own quote", value=other, quote=words, bound=Bound.EXACT, start=None)
    head = " ".join(sentence.split()[:5])
    if str(other) not in head:
        yield target.put("stitched quote", value=other, quote=f"{head} ... {words}", bound=Bound.EXACT, start=None)


def _figures(text: str) -> list[tuple[int, str]]:
    """Numbers in digits, with a word or two around each."""
    made: list[tuple[int, str]] = []
    for match in _DIGITS.finditer(text):
        words = re.match(r"[\s\S]{0,1}(?:\s?\w+){0,2}", text[match.end() :])
        end = match.end() + (words.end() if words else 0)
        made.append((int(match.group().replace(",", "")), text[match.start() : end].strip()))
    return made


def _bounds(target: Target) -> Iterator[Mutant]:
    number, bound = target.value.value, target.value.bound or Bound.EXACT
    if bound is Bound.BETWEEN:
        return
    if number is None:
        yield target.put("number for a vague word", value=100, bound=Bound.AT_LEAST)
        yield target.put("number for a vague word", value=50, bound=Bound.AROUND)
        return
    for other in _BOUNDS:
        if other is not bound:
            yield target.put("bound flipped", bound=other)
    if bound is not Bound.EXACT:
        yield target.put("bound left out", bound=None)
        short = _HEDGES.sub("", target.quote)
        if short != target.quote and short in target.text:
            at = target.text.find(short, target.value.start or 0)
            yield target.put("hedge cut off the quote", bound=Bound.EXACT, quote=short, start=at)


def _kinds(target: Target) -> Iterator[Mutant]:
    """The figure put for another kind of harm, under its own and under the sentence's words."""
    if target.name == "attacks":
        return
    whole = target.claim.quote or target.quote
    rest = {n: v for n, v in target.claim.fields.items() if n not in COUNTS}
    for other in ("killed", "injured", "missing"):
        true = {(v.value, v.bound) for v in target.claim.fields.get(other, ())}
        if other == target.name or (target.value.value, target.value.bound) in true:
            continue
        kind = "attackers for victims" if target.name == "attackers" else f"{target.name} for {other}"
        kind = kind if target.name in ("killed", "injured", "attackers") else "other harm for killed, injured"
        for quote in dict.fromkeys((target.quote, whole)):
            false = target.value.model_copy(update={"quote": quote})
            claim = target.claim.model_copy(update={"fields": {**rest, other: (false,)}})
            yield Mutant(kind, claim, other)


_NEGATIONS = (
    (" were killed", " were not killed"), (" was killed", " was not killed"), (" killed", " did not kill"),
    (" died", " did not die"), (" left ", " did not leave "), (" were wounded", " were not wounded"),
    (" were injured", " were not injured"), (" said", " denied"),
)  # fmt: skip
_DOUBTS = ((" killed", " could have killed"), (" died", " might have died"), (" were killed", " would be killed"))


def _words(target: Target) -> Iterator[Mutant]:
    """The sentence as quote, with a negation or a doubt that is not there; another article's words."""
    sentence = target.claim.quote or ""
    if target.quote in sentence:
        for kind, table in (("negation in the quote", _NEGATIONS), ("doubt in the quote", _DOUBTS)):
            pair = next((p for p in table if p[0] in sentence), None)
            if pair:
                yield target.put(kind, quote=sentence.replace(*pair, 1))


def _parts(target: Target) -> Iterator[Mutant]:
    if target.name not in ("killed", "injured"):
        return
    for found in _PART.finditer(target.claim.quote or ""):
        number = int(found.group(1)) if found.group(1).isdigit() else _WORDS.get(found.group(1))
        if number is None or number == target.value.value:
            continue
        short = found.group().split(" ", 1)[1]
        for kind, quote in (("part for the whole", target.claim.quote), ("part, including cut off", short)):
            at = target.text.find(quote or "", 0)
            yield target.put(kind, value=number, bound=Bound.EXACT, quote=quote, start=at)
