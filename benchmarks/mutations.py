"""False claims made from true ones, one change each: how many of them does verification believe?

    python benchmarks/mutations.py [--seed 7] [--show]

The true claims are those of the seeds' gold, of `tests/clusters` (short articles of other kinds), and of
`tests/gold/verification_cases.json`, which holds hand-made false ones ("lure") as well. Every kind of change is a row:
made, believed. Then the same by field and by family of texts, and how many of the true fields are supported: those
that the annotator read off the words ("gold") apart from those put there by interpretation ("added").
`--show` lists what is believed and rejected wrongly, held-out texts left out. `tests/test_mutations.py` holds the
floors; `--pin` measures them again, and lowers one only with `--lower REASON`.
"""

from __future__ import annotations

import argparse
import json
import math
import random
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from mutation_context import claim_mutants, context_mutants, foreign_quote
from mutation_corpus import Corpus, Family, fingerprint, is_gold, load_corpus, unsaid
from mutation_kinds import COUNTS, Mutant, Target, count_mutants

from extractor.records import CheckedClaim, CheckedValue, Status
from extractor.registry import load_schema
from extractor.verification import Checker, verify_claims

FLOORS = Path(__file__).with_name("mutation_floors.json")
UNDATED = "unresolved_without_publication_date"
# A changed number that is believed is the worst that can happen: none may be.
NUMBERS = ("number", "digit", "another figure", "stitched", "part")


@dataclass
class Tally:
    """Made and believed."""

    made: int = 0
    believed: int = 0

    def add(self, *, believed: bool) -> None:
        """Count one false field."""
        self.made += 1
        self.believed += believed


@dataclass
class Truth:
    """What became of true fields: `undated` are days of an undated article, `unsaid` the listed exceptions."""

    fields: int = 0
    supported: int = 0
    undated: int = 0
    unsaid: int = 0

    @property
    def share(self) -> float:
        """Supported, of those that the words say."""
        return self.supported / max(1, self.fields - self.undated - self.unsaid)


@dataclass
class Result:
    """What came of a run."""

    kinds: dict[str, Tally] = field(default_factory=dict)
    fields: dict[str, Tally] = field(default_factory=dict)
    families: dict[Family, Tally] = field(default_factory=dict)
    truths: dict[tuple[Family, bool], Truth] = field(default_factory=dict)
    believed: list[tuple[Family, Mutant, str]] = field(default_factory=list)
    rejected: list[tuple[Family, str, str, CheckedValue]] = field(default_factory=list)
    idle: list[tuple[str, str, str]] = field(default_factory=list)

    def total(self) -> Tally:
        """All false fields."""
        return Tally(sum(t.made for t in self.kinds.values()), sum(t.believed for t in self.kinds.values()))

    def changed_numbers(self) -> Tally:
        """The false fields in which a number was changed."""
        rows = [t for kind, t in self.kinds.items() if kind.startswith(NUMBERS)]
        return Tally(sum(t.made for t in rows), sum(t.believed for t in rows))


def mutants(corpus: Corpus, true: Sequence[CheckedClaim], seed: int) -> Iterator[Mutant]:
    """Every mutant of every true field that verification supports, and the lures, in a fixed order."""
    supported = {(c.id, n, i) for c in true for n, vs in c.fields.items() for i, v in enumerate(vs) if _ok(v)}
    for claim in corpus.claims:
        rng = random.Random(f"{seed}:{claim.id}")  # noqa: S311 - a bench needs repeatable, not secret, choices
        for name, values in claim.fields.items():
            for index, value in enumerate(values):
                if (claim.id, name, index) not in supported:
                    continue
                target = Target(corpus, claim, name, index, value, rng)
                yield from count_mutants(target) if name in COUNTS else context_mutants(target)
                yield from foreign_quote(target)
                yield from claim_mutants(target)
    for lure in corpus.lures:
        yield Mutant(f"lure: {lure.kind}", lure.claim, lure.field)


def _ok(value: CheckedValue) -> bool:
    return value.verdict.status is Status.SUPPORTED


def measure(seed: int = 7) -> Result:
    """Check the true claims, then every mutant of a supported field."""
    schema = load_schema("event")
    corpus = load_corpus()
    documents = corpus.documents.values()
    true = verify_claims(corpus.claims, documents, schema)
    result = Result()
    _count_true(corpus, true, result)
    cases = list(mutants(corpus, true, seed))
    checkers: dict[str, Checker] = {}
    for mutant in cases:
        # By itself: a thousand false claims of one article beside each other would contest each other's figures.
        name = mutant.claim.document
        checker = checkers.setdefault(name, Checker(corpus.documents[name], schema))
        value = checker.check(mutant.claim).fields[mutant.field][mutant.index]
        family = corpus.family[mutant.claim.document]
        believed = _ok(value)
        result.kinds.setdefault(mutant.kind, Tally()).add(believed=believed)
        result.fields.setdefault(mutant.field, Tally()).add(believed=believed)
        result.families.setdefault(family, Tally()).add(believed=believed)
        if believed:
            result.believed.append((family, mutant, value.verdict.reason))
    return result


def _count_true(corpus: Corpus, true: Sequence[CheckedClaim], result: Result) -> None:
    excused = dict.fromkeys(unsaid(), False)
    for claim in true:
        family = corpus.family[claim.document]
        for name, values in claim.fields.items():
            truth = result.truths.setdefault((family, is_gold(family, name)), Truth())
            for value in values:
                truth.fields += 1
                key = (claim.id, name, str(value.claimed.value))
                if _ok(value):
                    truth.supported += 1
                elif value.verdict.reason == UNDATED:
                    truth.undated += 1
                elif key in excused:
                    truth.unsaid += 1
                    excused[key] = True
                else:
                    result.rejected.append((family, claim.id, name, value))
    result.idle.extend(key for key, used in excused.items() if not used)


def _rows(title: str, rows: dict[str, Tally]) -> None:
    print(f"\n{title:44} {'made':>6} {'believed':>8}")
    for key in sorted(rows):
        print(f"{key:44} {rows[key].made:6} {rows[key].believed:8}")


def _print(result: Result) -> None:
    lures = Tally()
    plain: dict[str, Tally] = {}
    for kind, tally in result.kinds.items():
        if kind.startswith("lure: "):
            lures = Tally(lures.made + tally.made, lures.believed + tally.believed)
        else:
            plain[kind] = tally
    _rows("change", {**plain, "made by hand": lures})
    _rows("field", result.fields)
    _rows("texts", {family.value: tally for family, tally in result.families.items()})
    total, numbers = result.total(), result.changed_numbers()
    print(f"{'all false fields':44} {total.made:6} {total.believed:8}  {total.believed / max(1, total.made):.2%}")
    print(f"{'of them with a changed number':44} {numbers.made:6} {numbers.believed:8}")
    print(f"\n{'true fields':30} {'made':>5} {'supported':>9} {'undated':>7} {'unsaid':>6} {'of those said':>13}")
    for (family, gold), truth in sorted(result.truths.items()):
        row = f"{family.value}, {'gold' if gold else 'added'}"
        print(f"{row:30} {truth.fields:5} {truth.supported:9} {truth.undated:7} {truth.unsaid:6} {truth.share:13.2%}")


def _show(result: Result) -> None:
    for family, mutant, reason in result.believed:
        if family is not Family.HELD_OUT:
            value = mutant.claim.fields[mutant.field][mutant.index].model_dump(exclude_none=True, mode="json")
            print(f"BELIEVED {mutant.kind}: {mutant.claim.id} {mutant.field} {value} {reason}")
    for family, claim, name, value in result.rejected:
        if family is not Family.HELD_OUT:
            claimed = value.claimed.model_dump(exclude_none=True, mode="json")
            gold = "gold" if is_gold(family, name) else "added"
            print(f"REJECTED {gold} {claim} {name} {claimed} {value.verdict.reason}: {value.verdict.detail}")


def _floors(seed: int, result: Result) -> dict[str, Any]:
    """What was reached, rounded to the safe side."""

    def above(share: float) -> float:
        return math.ceil(share * 1000) / 1000

    total = result.total()
    return {
        "seed": seed,
        "sha256": fingerprint(),
        "least_made": total.made * 95 // 100,
        "least_kinds": len(result.kinds),
        "most_believed": min(0.005, above(total.believed / total.made)),
        "most_changed_numbers": result.changed_numbers().believed,
        "most_unsaid_in_seeds": sum(t.unsaid for (f, _), t in result.truths.items() if f is Family.SEEDS),
        "fields": {name: above(t.believed / t.made) for name, t in sorted(result.fields.items())},
        "true": {
            f"{family.value}, {'gold' if gold else 'added'}": math.floor(t.share * 1000) / 1000
            for (family, gold), t in sorted(result.truths.items())
        },
    }


def _lowered(old: dict[str, Any], new: dict[str, Any]) -> list[str]:
    """The floors of which less is asked than before."""
    worse = [key for key in ("most_believed", "most_changed_numbers", "most_unsaid_in_seeds") if new[key] > old[key]]
    worse += [key for key in ("least_made", "least_kinds") if new[key] < old[key]]
    worse += [f"fields/{name}" for name, floor in old["fields"].items() if new["fields"].get(name, 1.0) > floor]
    return worse + [f"true/{row}" for row, floor in old["true"].items() if new["true"].get(row, 0.0) < floor]


def pin(seed: int, result: Result, reason: str | None) -> list[str]:
    """Write the floors; returns those that are lower without a reason, and then writes nothing."""
    old = json.loads(FLOORS.read_text(encoding="utf-8"))
    new = _floors(seed, result)
    worse = _lowered(old, new) if "fields" in old else []
    if worse and not reason:
        return worse
    new["lowered"] = [*old.get("lowered", []), *([{"floors": worse, "reason": reason}] if worse else [])]
    FLOORS.write_text(json.dumps(new, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    return []


def main() -> None:
    """Print the tables."""
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("--seed", type=int, default=7)
    cli.add_argument("--show", action="store_true", help="list every false field believed and every true one rejected")
    cli.add_argument("--pin", action="store_true", help="write what was reached into mutation_floors.json")
    cli.add_argument("--lower", metavar="REASON", help="with --pin: why a floor may be lowered")
    options = cli.parse_args()
    result = measure(options.seed)
    _print(result)
    if options.pin:
        refused = pin(options.seed, result, options.lower)
        if refused:
            sys.exit(f"not pinned, these would be lowered; give a reason with --lower: {', '.join(refused)}")
    if options.show:
        _show(result)


if __name__ == "__main__":
    main()
