"""False claims made from true ones, one change each: how many of them does verification believe?

    python benchmarks/mutations.py [--seed 7] [--show]

The true claims are those under `tests/gold` (the seeds) and `tests/clusters` (short articles of other kinds). For every
kind of change the table prints how many false fields were made and how many came out as supported; the last lines print
how many of the true fields are supported. `tests/test_mutations.py` holds the floors.
"""

from __future__ import annotations

import argparse
import json
import random
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from extractor.documents import read_documents
from extractor.records import Bound, CheckedClaim, Claim, ClaimedValue, Document, Status
from extractor.registry import load_schema
from extractor.verification import verify_claims

ROOT = Path(__file__).resolve().parent.parent
PEOPLE = ("killed", "injured", "missing", "displaced", "detained")
CASUALTIES = ("killed", "injured")
GOVERNED = ("place", "date", "attribution")


@dataclass(frozen=True)
class Mutant:
    """A claim with one false field."""

    kind: str
    claim: Claim
    field: str
    index: int = 0


@dataclass(frozen=True)
class Corpus:
    """True claims with their articles."""

    documents: dict[str, Document]
    claims: list[Claim]
    by_document: dict[str, list[Claim]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for claim in self.claims:
            self.by_document.setdefault(claim.document, []).append(claim)


def load_corpus(*, clusters: bool = True) -> Corpus:
    """The gold of the seeds and, with `clusters`, of the short multi-article cases."""
    documents: dict[str, Document] = {}
    claims: list[Claim] = []
    for item in read_documents([ROOT / "seeds"]):
        if isinstance(item, Document):
            documents[item.id] = item
    short = {name.split("_")[0]: name for name in documents}
    for line in (ROOT / "tests/gold/seeds_claims.jsonl").read_text(encoding="utf-8").splitlines():
        claim = Claim.model_validate_json(line)
        claims.append(claim.model_copy(update={"document": short.get(claim.document, claim.document)}))
    for path in sorted((ROOT / "tests/clusters").glob("*.json")) if clusters else []:
        case = json.loads(path.read_text(encoding="utf-8"))
        for article in case["articles"]:
            documents[article["id"]] = Document(sha256="", **article)
        claims.extend(Claim.model_validate(c) for c in case["claims"])
    return Corpus(documents, claims)


def mutants(corpus: Corpus, true: Sequence[CheckedClaim], seed: int) -> Iterator[Mutant]:
    """Every mutant of every true field that verification supports, in a fixed order."""
    rng = random.Random(seed)  # noqa: S311 - a bench needs repeatable, not secret, choices
    supported = {(c.id, n, i) for c in true for n, vs in c.fields.items() for i, v in enumerate(vs) if _ok(v)}
    for claim in corpus.claims:
        text = corpus.documents[claim.document].text
        for name, values in claim.fields.items():
            for index, value in enumerate(values):
                if (claim.id, name, index) not in supported:
                    continue
                if name in (*PEOPLE, "attacks"):
                    yield from _count_mutants(claim, name, index, value, text, rng)
                if name in GOVERNED:
                    yield from _other_mutants(corpus, claim, name, index, value, rng)
                yield from _quote_mutants(corpus, claim, name, index, value, rng)
        yield from _event_mutants(corpus, claim)


def _ok(value: object) -> bool:
    return getattr(value, "verdict").status is Status.SUPPORTED  # noqa: B009 - a checked value


def _put(claim: Claim, name: str, index: int, value: ClaimedValue) -> Claim:
    values = list(claim.fields[name])
    values[index] = value
    return claim.model_copy(update={"fields": {**claim.fields, name: tuple(values)}})


def _count_mutants(
    claim: Claim, name: str, index: int, value: ClaimedValue, text: str, rng: random.Random
) -> Iterator[Mutant]:
    if not isinstance(value.value, int):
        return
    number, quote = value.value, value.quote or ""
    digits = str(number)
    changed = {"number up": number + rng.choice([1, 2, 10]), "number down": max(0, number - rng.choice([1, 2, 10]))}
    if len(digits) > 1 and digits[0] != digits[1]:
        changed["number transposed"] = int(digits[1] + digits[0] + digits[2:])
    elsewhere = sorted({int(n) for n in re.findall(r"(?<![\d.,])\d{1,4}(?![\d.,])", text)} - {number})
    if elsewhere:
        changed["number from elsewhere"] = rng.choice(elsewhere)
    for kind, other in changed.items():
        if other == number:
            continue
        yield Mutant(kind, _put(claim, name, index, value.model_copy(update={"value": other})), name, index)
        if digits in quote and not re.search(rf"(?<!\d){other}(?!\d)", text):
            false = value.model_copy(update={"value": other, "quote": quote.replace(digits, str(other))})
            yield Mutant(f"{kind}, quote too", _put(claim, name, index, false), name, index)
    for bound in (Bound.EXACT, Bound.AT_LEAST, Bound.NEARLY, Bound.AS_MANY_AS):
        if bound is not (value.bound or Bound.EXACT):
            flipped = value.model_copy(update={"bound": bound})
            yield Mutant("bound flipped", _put(claim, name, index, flipped), name, index)
    if name in CASUALTIES:
        other_name = CASUALTIES[1 - CASUALTIES.index(name)]
        rest = {n: v for n, v in claim.fields.items() if n not in CASUALTIES}
        swapped = claim.model_copy(update={"fields": {**rest, other_name: (value,)}})
        yield Mutant("killed for injured", swapped, other_name)
    if claim.quote and quote in claim.quote:
        negated = value.model_copy(update={"quote": _negate(claim.quote)})
        if negated.quote != claim.quote:
            yield Mutant("negation in the quote", _put(claim, name, index, negated), name, index)


def _negate(sentence: str) -> str:
    for old, new in ((" were killed", " were not killed"), (" killed", " did not kill"), (" said", " denied")):
        if old in sentence:
            return sentence.replace(old, new, 1)
    return sentence


def _other_mutants(
    corpus: Corpus, claim: Claim, name: str, index: int, value: ClaimedValue, rng: random.Random
) -> Iterator[Mutant]:
    """Another place, source or date of the same article: under the old quote, and with its own quote."""
    known = {str(v.value).casefold() for v in claim.fields.get(name, ()) if v.value is not None}
    others = [
        v
        for c in corpus.by_document[claim.document]
        for v in c.fields.get(name, ())
        if v.value is not None and _unlike(str(v.value), known) and v.quote
    ]
    if not others:
        return
    other = rng.choice(sorted(others, key=lambda v: (str(v.value), v.start or 0)))
    under_old = value.model_copy(update={"value": other.value, "source_type": other.source_type})
    yield Mutant(f"another {name}, old quote", _put(claim, name, index, under_old), name, index)
    inside = claim.quote and other.quote and other.quote in claim.quote
    if any(claim.fields.get(p) for p in PEOPLE) and not inside:
        yield Mutant(f"another {name}, its own quote", _put(claim, name, index, other), name, index)


def _unlike(value: str, known: Iterable[str]) -> bool:
    mine = value.casefold()
    parts = set(re.findall(r"\w{3,}", mine))
    return all(mine not in k and k not in mine and not parts & set(re.findall(r"\w{3,}", k)) for k in known)


def _quote_mutants(
    corpus: Corpus, claim: Claim, name: str, index: int, value: ClaimedValue, rng: random.Random
) -> Iterator[Mutant]:
    """The right value under the words of another article."""
    here = corpus.documents[claim.document].text
    foreign = [
        v.quote
        for c in rng.sample(corpus.claims, min(8, len(corpus.claims)))
        if c.document != claim.document
        for v in c.fields.get(name, ())
        if v.quote and v.quote.casefold() not in here.casefold() and len(v.quote) > 8  # noqa: PLR2004 - a phrase
    ]
    if foreign:
        false = value.model_copy(update={"quote": foreign[0], "start": None})
        yield Mutant("quote from another article", _put(claim, name, index, false), name, index)


def _event_mutants(corpus: Corpus, claim: Claim) -> Iterator[Mutant]:
    """Another event's date put on this figure; a part put for the whole."""
    for part in claim.fields.get("victims", ()):
        numbers = re.findall(r"\d+", part.quote or "")
        if numbers and "killed" in claim.fields and int(numbers[0]) != claim.fields["killed"][0].value:
            false = ClaimedValue(value=int(numbers[0]), quote=claim.quote, bound=Bound.EXACT)
            yield Mutant("part for the whole", _put(claim, "killed", 0, false), "killed")
    text = corpus.documents[claim.document].text
    if "killed" in claim.fields and claim.quote:
        found = re.search(r"including (\d+|[a-z]+) (?:women|children|civilians)", claim.quote)
        if found and found.group(1).isdigit():
            false = ClaimedValue(value=int(found.group(1)), quote=claim.quote, bound=Bound.EXACT)
            yield Mutant("part for the whole", _put(claim, "killed", 0, false), "killed")
    if "killed" in claim.fields and re.search(r"last (?:month|year|week)", claim.quote or ""):
        for other in corpus.by_document[claim.document]:
            for date in other.fields.get("date", ()):
                if date.quote and date.quote not in (claim.quote or "") and date.quote in text:
                    fields = {**claim.fields, "date": (date,)}
                    yield Mutant("last month's event for this", claim.model_copy(update={"fields": fields}), "date")


@dataclass(frozen=True)
class Result:
    """What came of a run."""

    made: Counter[str]
    accepted: Counter[str]
    believed: list[tuple[Mutant, str]]
    true_fields: int
    true_supported: int
    rejected_true: list[tuple[str, str, ClaimedValue, str]]


def measure(seed: int = 7, *, clusters: bool = True) -> Result:
    """Check the true claims, then every mutant of a supported field."""
    schema = load_schema("event")
    corpus = load_corpus(clusters=clusters)
    true = verify_claims(corpus.claims, corpus.documents.values(), schema)
    values = [(c.id, n, v) for c in true for n, vs in c.fields.items() for v in vs]
    rejected = [(i, n, v.claimed, v.verdict.reason) for i, n, v in values if not _ok(v)]
    made: Counter[str] = Counter()
    accepted: Counter[str] = Counter()
    believed: list[tuple[Mutant, str]] = []
    cases = list(mutants(corpus, true, seed))
    checked = verify_claims((m.claim for m in cases), corpus.documents.values(), schema)
    for mutant, claim in zip(cases, checked, strict=True):
        made[mutant.kind] += 1
        value = claim.fields[mutant.field][mutant.index]
        if _ok(value):
            accepted[mutant.kind] += 1
            believed.append((mutant, value.verdict.reason))
    return Result(made, accepted, believed, len(values), len(values) - len(rejected), rejected)


def main() -> None:
    """Print the table."""
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("--seed", type=int, default=7)
    cli.add_argument("--show", action="store_true", help="list every false field believed and every true one rejected")
    options = cli.parse_args()
    result = measure(options.seed)
    print(f"{'change':42} {'made':>6} {'believed':>8}")
    for kind in sorted(result.made):
        print(f"{kind:42} {result.made[kind]:6} {result.accepted[kind]:8}")
    total, believed = sum(result.made.values()), sum(result.accepted.values())
    print(f"{'all false fields':42} {total:6} {believed:8}  {believed / max(1, total):.2%}")
    share = result.true_supported / max(1, result.true_fields)
    print(f"{'true fields supported':42} {result.true_fields:6} {result.true_supported:8}  {share:.2%}")
    if options.show:
        for mutant, reason in result.believed:
            value = mutant.claim.fields[mutant.field][mutant.index]
            print(
                f"BELIEVED {mutant.kind}: {mutant.claim.id} {mutant.field} {value.model_dump(exclude_none=True)} {reason}"
            )
        for claim, name, value, reason in result.rejected_true:
            print(f"REJECTED {claim} {name} {value.model_dump(exclude_none=True)} {reason}")


if __name__ == "__main__":
    main()
