"""How many false claims verification believes, and how many true ones it does not: held at what was reached.

Floors stand in `benchmarks/mutation_floors.json` beside the hash of what they were measured on. When the gold or a text
changes, `python benchmarks/mutations.py --pin` measures again and tightens them; a floor is lowered only by
`--pin --lower "the reason"`, which is kept in the file.
"""

import importlib
import json
import re
from pathlib import Path

import pytest

from extractor.records import Status

ROOT = Path(__file__).resolve().parents[2]
FLOORS = json.loads((ROOT / "benchmarks" / "mutation_floors.json").read_text(encoding="utf-8"))
MODULES = ("mutation_corpus", "mutation_kinds", "mutation_context", "mutations")


@pytest.fixture(scope="module")
def bench():
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(ROOT / "benchmarks"))
        yield {name: importlib.import_module(name) for name in MODULES}


@pytest.fixture(scope="module")
def result(bench):
    return bench["mutations"].measure(FLOORS["seed"])


def test_measured_on_this_gold(bench):
    assert bench["mutation_corpus"].fingerprint() == FLOORS["sha256"], "the gold changed: measure again with --pin"


def test_enough_is_made(result):
    assert result.total().made >= FLOORS["least_made"]
    assert len(result.kinds) >= FLOORS["least_kinds"]


def test_false_fields_are_refused(result):
    total = result.total()
    assert total.believed / total.made <= FLOORS["most_believed"]


def test_no_changed_number_is_believed(result):
    """Whatever is on the list of those believed has a reason beside it."""
    numbers = [m for _, m, _ in result.believed if m.kind.startswith(("number", "digit", "stitched", "part"))]
    assert not [(m.kind, m.claim.id) for m in numbers]
    assert result.changed_numbers().believed <= FLOORS["most_changed_numbers"]


@pytest.mark.parametrize("name", sorted(FLOORS["fields"]))
def test_no_field_gets_worse(result, name):
    tally = result.fields[name]
    assert tally.believed / tally.made <= FLOORS["fields"][name]


def test_every_field_has_a_floor(result):
    assert sorted(result.fields) == sorted(FLOORS["fields"])


@pytest.mark.parametrize("row", sorted(FLOORS["true"]))
def test_true_fields_are_supported(result, row):
    family, gold = row.rsplit(", ", 1)
    truths = {(f.value, is_gold): t for (f, is_gold), t in result.truths.items()}
    assert truths[family, gold == "gold"].share >= FLOORS["true"][row]


def test_the_seeds_gold_is_what_the_issue_asks():
    assert FLOORS["true"]["seeds, gold"] >= 0.99
    assert FLOORS["most_believed"] <= 0.005


def test_exceptions_are_few_and_in_use(bench, result):
    rows = bench["mutation_corpus"].unsaid()
    assert not result.idle, "a gold field on the list of the unsaid is supported now: take it off"
    assert all(len(reason) > 10 for reason in rows.values())
    seeds = sum(t.unsaid for (family, _), t in result.truths.items() if family.value == "seeds")
    assert seeds <= FLOORS["most_unsaid_in_seeds"]


def test_every_verdict_of_the_bench_is_documented(bench):
    corpus = bench["mutation_corpus"].load_corpus()
    schema = bench["mutations"].load_schema("event")
    kinds = {name: _type_name(kind) for name, kind in schema.value_types().items()}
    text = (ROOT / "docs" / "verdicts.md").read_text(encoding="utf-8")
    rows = {
        (kind, code): statuses
        for kind, code, statuses in re.findall(r"^\| ([\w]+) \| `(\w+)` \| ([\w, ]+) \|", text, re.MULTILINE)
    }
    for claim in bench["mutations"].verify_claims(corpus.claims, corpus.documents.values(), schema):
        for name, values in claim.fields.items():
            for value in values:
                statuses = rows.get((kinds[name], value.verdict.reason)) or rows.get(("any", value.verdict.reason), "")
                assert value.verdict.status.value in statuses.split(", "), (kinds[name], value.verdict.reason)


def _type_name(kind):
    return kind.name


def test_a_mutant_changes_one_field(bench):
    """And no mutant equals the true claim it was made from."""
    m = bench["mutations"]
    corpus = bench["mutation_corpus"].load_corpus()
    true = m.verify_claims(corpus.claims, corpus.documents.values(), m.load_schema("event"))
    originals = {c.id: c for c in corpus.claims}
    for mutant in m.mutants(corpus, true, FLOORS["seed"]):
        if mutant.kind.startswith("lure: "):
            continue
        original = originals[mutant.claim.id]
        assert mutant.claim != original
        false = mutant.claim.fields[mutant.field][mutant.index]
        assert false not in original.fields.get(mutant.field, ())


def test_the_same_seed_gives_the_same_mutants(bench):
    m = bench["mutations"]
    corpus = bench["mutation_corpus"].load_corpus()
    true = m.verify_claims(corpus.claims, corpus.documents.values(), m.load_schema("event"))
    assert list(m.mutants(corpus, true, 3)) == list(m.mutants(corpus, true, 3))


@pytest.mark.parametrize(("family", "least"), [("held out", 10), ("cases", 15)])
def test_enough_texts(bench, family, least):
    corpus = bench["mutation_corpus"].load_corpus()
    assert sum(f.value == family for f in corpus.family.values()) >= least


def test_lures_quote_their_article_and_claims_are_grounded(bench):
    """A case whose quote is not in its text would be refused for the wrong reason."""
    corpus = bench["mutation_corpus"].load_corpus()
    for claim in corpus.claims:
        if corpus.family[claim.document].value in {"cases", "held out"}:
            text = corpus.text(claim)
            assert all(v.quote in text for values in claim.fields.values() for v in values)


def test_a_refused_lure_says_why(bench):
    m = bench["mutations"]
    corpus = bench["mutation_corpus"].load_corpus()
    checked = m.verify_claims((x.claim for x in corpus.lures), corpus.documents.values(), m.load_schema("event"))
    for lure, claim in zip(corpus.lures, checked, strict=True):
        verdict = claim.fields[lure.field][0].verdict
        assert verdict.status is Status.SUPPORTED or verdict.reason
