"""A merge: claims from anywhere to events, whatever their order, and nothing lost on the way."""

from __future__ import annotations

import itertools
import json
from pathlib import Path

import pytest
from pipeline_cases import BRIDGE, QUIET, RAID, SCHEMA, document, write_articles

from extractor.errors import InputError, UsageError
from extractor.output import CLAIMS, DOCUMENTS, EVENTS, FILES
from extractor.pipeline import MergeOptions, RunOptions, merge, merge_claims, run
from extractor.pipeline.tally import in_order
from extractor.records import Claim, ClaimedValue
from extractor.records.events import Rule
from extractor.records.run import Problem, Step
from extractor.verification import verify_claims

ARTICLES = [
    {"id": "raid", "text": RAID, "published": "1994-06-08"},
    {"id": "bridge", "text": BRIDGE, "publisher": "Ouest"},
    {"id": "quiet", "text": QUIET},
]
TOLL = {"value": 21, "quote": "killed 21 villagers", "bound": "exact"}
BY_HAND = [
    {"document": "raid", "fields": {"killed": TOLL, "place": {"value": "Dankade", "quote": "Dankade"}}},
    {"document": "raid", "id": "mine", "fields": {"killed": [{"value": 9, "quote": "the toll at nine"}]}},
    {"document": "bridge", "fields": {"killed": {"value": 41, "quote": "at least 14 passengers"}}},
]


@pytest.fixture
def articles(tmp_path):
    return write_articles(tmp_path / "articles", ARTICLES)


def claims_file(path, rows):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(row if isinstance(row, str) else json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return str(path)


def rows(folder, name):
    return [json.loads(line) for line in (folder / name).read_text(encoding="utf-8").splitlines()]


def test_claims_by_hand_become_events(articles, tmp_path):
    path = claims_file(tmp_path / "c.jsonl", BY_HAND)
    result = merge(MergeOptions(claims=(path,), articles=articles, out=tmp_path / "out"))
    assert result.record.exit_code == 0
    assert [c.document for c in result.claims] == ["bridge", "raid", "raid"]
    assert sorted(v.verdict.status.value for c in result.claims for v in c.fields["killed"]) == [
        "contradicted",
        "supported",
        "supported",
    ]
    assert {path.name for path in (tmp_path / "out").iterdir()} == set(FILES)
    assert [e.fields["killed"].best for e in result.events if "killed" in e.fields and "Dankade" in e.title] == [21]
    listed = {c for e in result.events for c in e.claims} | {claim for claim, _ in result.linked.unlinked}
    assert "mine" in listed


@pytest.mark.parametrize("form", ["folder", "file", "file and articles", "in place"])
def test_a_merge_of_a_run_is_that_run(form, articles, tmp_path):
    run(RunOptions(paths=articles, out=tmp_path / "run", strategy="reader"))
    before = {name: (tmp_path / "run" / name).read_bytes() for name in FILES}
    out = tmp_path / ("run" if form == "in place" else "out")
    given = str(tmp_path / "run" / CLAIMS) if form.startswith("file") else str(tmp_path / "run")
    merge(MergeOptions(claims=(given,), articles=articles if form == "file and articles" else (), out=out))
    assert {name: (out / name).read_bytes() for name in (CLAIMS, EVENTS)} == {n: before[n] for n in (CLAIMS, EVENTS)}
    now = [{k: v for k, v in row.items() if k != "path"} for row in rows(out, DOCUMENTS)]
    then = [json.loads(line) for line in before[DOCUMENTS].decode().splitlines()]
    assert now == [{k: v for k, v in row.items() if k != "path"} for row in then]


def test_no_byte_depends_on_the_order_of_claims_files_and_articles(articles, tmp_path):
    clash = {"document": "bridge", "id": "mine", "fields": {"injured": {"value": 32, "quote": "injuring 32"}}}
    files = [
        claims_file(tmp_path / "a.jsonl", BY_HAND),
        claims_file(tmp_path / "b.jsonl", [clash, {**clash, "fields": {}}]),
        claims_file(tmp_path / "c.jsonl", BY_HAND[::-1]),
    ]
    outputs = set()
    for number, order in enumerate(itertools.permutations(files)):
        out = tmp_path / f"out{number}"
        result = merge(MergeOptions(claims=order, articles=articles[:: (-1) ** number], out=out))
        outputs.add(tuple((out / name).read_bytes() for name in FILES))
        assert [w.reason for w in result.record.warnings] == ["same_id", "same_id"]
    assert len(outputs) == 1
    ids = [c.id for c in result.claims]
    assert len(ids) == len(set(ids)) == 5
    assert {"mine", "mine~2", "mine~3"} <= set(ids)


def test_lines_that_are_no_claims_are_reported_with_their_number(articles, tmp_path):
    path = claims_file(tmp_path / "c.jsonl", [BY_HAND[0], "{\n", {"document": "raid"}, BY_HAND[1]])
    result = merge(MergeOptions(claims=(path,), articles=articles))
    told = {(Path(f.path).name, f.reason) for f in result.record.failures}
    assert told == {("c.jsonl:2", "bad_claim"), ("c.jsonl:3", "bad_claim")}
    assert len(result.claims) == 2
    assert result.record.exit_code == 1


def test_claims_about_an_unknown_article_are_kept_rejected_and_told(articles, tmp_path):
    path = claims_file(tmp_path / "c.jsonl", [*BY_HAND, {**BY_HAND[0], "document": "gone"}])
    result = merge(MergeOptions(claims=(path,), articles=articles, out=tmp_path / "out"))
    (failure,) = result.record.failures
    assert (failure.reason, failure.document) == ("document_missing", "gone")
    kept = next(row for row in rows(tmp_path / "out", CLAIMS) if row["document"] == "gone")
    assert {v["verdict"]["reason"] for values in kept["fields"].values() for v in values} == {"document_missing"}
    alone = merge(MergeOptions(claims=(claims_file(tmp_path / "b.jsonl", BY_HAND),), articles=articles))
    assert [e.model_dump(exclude={"id"}) for e in result.events] == [e.model_dump(exclude={"id"}) for e in alone.events]


def test_what_is_not_covered_is_listed_anew(articles, tmp_path):
    path = claims_file(tmp_path / "c.jsonl", BY_HAND[:1])
    result = merge(MergeOptions(claims=(path,), articles=articles, out=tmp_path / "out"))
    listed = {row["id"]: [u["value"] for u in row.get("unclaimed", [])] for row in rows(tmp_path / "out", DOCUMENTS)}
    assert listed == {"raid": [9, 5], "bridge": [14, 14, 32, 6], "quiet": []}
    assert result.record.counts.unclaimed_figures == 6
    assert result.record.counts.documents == 3


@pytest.mark.parametrize(
    ("claims", "given", "error", "told"),
    [
        pytest.param("c.jsonl", (), UsageError, "no articles", id="no articles"),
        pytest.param("gone.jsonl", ("articles",), InputError, "cannot be read", id="no such file"),
        pytest.param("articles", ("articles",), InputError, "claims.jsonl", id="a folder without claims"),
    ],
)
@pytest.mark.usefixtures("articles")
def test_what_cannot_be_merged_says_so(claims, given, error, told, tmp_path):
    claims_file(tmp_path / "c.jsonl", BY_HAND)
    with pytest.raises(error, match=told):
        merge(MergeOptions(claims=(str(tmp_path / claims),), articles=tuple(str(tmp_path / a) for a in given)))


def test_an_unknown_rule_is_refused():
    with pytest.raises(UsageError, match="rule 'loudest' is not known: choose one of"):
        MergeOptions(claims=(), rule="loudest")


def test_the_watcher_is_told_of_every_article(articles, tmp_path):
    seen = []
    path = claims_file(tmp_path / "c.jsonl", BY_HAND)
    merge(MergeOptions(claims=(path,), articles=articles), seen.append)
    assert [(p.done, p.document) for p in seen] == [(1, "bridge"), (2, "quiet"), (3, "raid")]


@pytest.mark.parametrize("rule", list(Rule), ids=lambda rule: rule.value)
def test_any_order_of_claims_in_memory_gives_the_same_events(rule):
    documents = {"raid": document(RAID, "raid"), "bridge": document(BRIDGE, "bridge")}
    values = [("raid", 21, "killed 21 villagers"), ("raid", 9, "the toll at nine"), ("bridge", 14, "at least 14")]
    claims = [
        Claim(id=str(n), document=name, fields={"killed": (ClaimedValue(value=value, quote=quote),)})
        for n, (name, value, quote) in enumerate(values)
    ]
    checked = verify_claims(claims, documents.values(), SCHEMA)
    found = [merge_claims(order, documents, SCHEMA, rule) for order in itertools.permutations(checked)]
    assert all(one == found[0] for one in found)
    assert merge_claims([], {}, SCHEMA, rule)[1] == ()


@pytest.fixture
def claims_and_articles(tmp_path):
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "mine.txt").write_text("At least 9 miners were killed on Monday, the union said.")
    (tmp_path / "articles" / "blank.txt").write_text("  ")
    rows = [
        {
            "document": "mine",
            "fields": {"killed": {"value": 9, "quote": "9 miners", "bound": "at_least", "start": 999}},
        },
        {"document": "blank", "fields": {"killed": {"value": 4, "quote": "4 dead"}}},
        {"document": "nowhere", "fields": {"killed": {"value": 5, "quote": "5 dead"}}},
    ]
    (tmp_path / "claims.jsonl").write_text("\n".join(map(json.dumps, rows)))
    return MergeOptions(claims=(str(tmp_path / "claims.jsonl"),), articles=(str(tmp_path / "articles"),))


def test_a_claim_of_an_article_that_could_not_be_read_says_why(claims_and_articles):
    result = merge(claims_and_articles)
    details = {c.document: c.fields["killed"][0].verdict.detail for c in result.claims}
    assert "blank.txt could not be read: is empty" in details["blank"]
    assert details["nowhere"] == "no article with the id 'nowhere' was given"
    missing = {f.document: f.message for f in result.record.failures if f.reason == "document_missing"}
    assert "could not be read" in missing["blank"]
    assert "no article given has that id" in missing["nowhere"]


def test_an_offset_behind_the_article_is_reported(claims_and_articles):
    result = merge(claims_and_articles)
    (warning,) = (w for w in result.record.warnings if w.reason == "start_outside")
    assert "`start` is 999, and the article has 56 characters" in warning.message


def test_failures_of_a_file_are_in_the_order_of_its_lines():
    made = [
        Problem(step=next(iter(Step)), reason="bad_claim", message="", path=f"claims.jsonl:{line}")
        for line in (17, 2, 1)
    ]
    assert [p.path for p in in_order(made)] == ["claims.jsonl:1", "claims.jsonl:2", "claims.jsonl:17"]
