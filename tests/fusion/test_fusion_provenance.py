"""Every value of `events.json` stands on words of an article, in real runs of the reader over all the texts we have."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from extractor.extraction.strategies import Extraction
from extractor.fusion import fuse_events
from extractor.linkage import link_claims
from extractor.records import Claim, Document
from extractor.records.events import Rule, Standing
from extractor.records.eventsfile import EventsFile, dump_events, load_events
from extractor.registry import load_schema
from extractor.segments import TextView
from extractor.verification import Checker

TESTS = Path(__file__).resolve().parents[1]
CLUSTERS = sorted((TESTS / "clusters").glob("*.json"))


def _articles(path):
    rows = json.loads(path.read_text(encoding="utf-8"))["articles"]
    kept = ("text", "published", "publisher", "title")
    return [Document(id=row["id"], sha256="", **{k: row[k] for k in kept if row.get(k)}) for row in rows]


def _seeds():
    return [
        Document(id=path.stem, text=path.read_bytes().decode(), sha256="")
        for path in sorted((TESTS.parent / "seeds").glob("*.txt"))
    ]


def _checked(documents, claims=None):
    """The claims given, or those of the reader, held against the articles."""
    schema = load_schema("event")
    extraction = Extraction(schema, "event", None, "reader")
    checked, views = [], {}
    for document in documents:
        view = views[document.id] = TextView.of(document)
        checker = Checker(document, schema, view)
        own = extraction.read(view).claims if claims is None else [c for c in claims if c.document == document.id]
        checked += [checker.check(claim) for claim in own]
    return schema, checked, views


def _file(documents, claims=None):
    schema, checked, views = _checked(documents, claims)
    linked = link_claims(checked, views, schema)
    events = fuse_events(linked, checked, documents, schema)
    return load_events(dump_events(EventsFile.of(Rule.MAJORITY, events, linked))), checked


def _evidence(event):
    for field in event.fields.values():
        for witness in field.witnesses:
            yield from filter(None, (witness.evidence, witness.attribution))


def _walk(file, documents, checked):
    texts = {document.id: document.text for document in documents}
    walked = 0
    for event in (*file.events, *file.statements):
        for evidence in _evidence(event):
            assert texts[evidence.document][evidence.start : evidence.end] == evidence.quote != ""
            assert texts[evidence.document][: evidence.start].endswith(evidence.prefix)
            assert texts[evidence.document][evidence.end :].startswith(evidence.suffix)
            walked += 1
        for field in event.fields.values():
            known = {witness.id: witness for witness in field.witnesses}
            assert set(field.supporting) <= set(known)
            assert bool(field.supporting) == (field.value is not None)
            if field.best is not None:
                assert field.low <= field.best <= field.high
                backing = [known[key] for key in field.supporting]
                assert all(w.standing is Standing.CURRENT for w in backing)
                assert all(w.low is None or w.low <= field.best for w in backing)
        for conflict in event.conflicts:
            known = {witness.id for witness in event.fields[conflict.field].witnesses}
            assert known >= {*conflict.one} or event.parts
        for copy in event.copies:
            for member in copy.members:
                assert texts[member.document][member.start : member.end].strip()
    placed = [claim for event in (*file.events, *file.statements) for claim in event.claims] + [
        loose.claim for loose in file.unlinked
    ]
    assert sorted(placed) == sorted(claim.id for claim in checked)
    return walked


@pytest.mark.parametrize("path", CLUSTERS, ids=lambda path: path.stem)
def test_clusters_as_annotated(path):
    documents = _articles(path)
    claims = [Claim.model_validate(row) for row in json.loads(path.read_text(encoding="utf-8"))["claims"]]
    file, checked = _file(documents, claims)
    assert _walk(file, documents, checked) > 0


@pytest.mark.parametrize("path", CLUSTERS, ids=lambda path: path.stem)
def test_clusters_as_read(path):
    documents = _articles(path)
    file, checked = _file(documents)
    assert _walk(file, documents, checked) >= 0


@pytest.mark.parametrize("name", ["seeds", "dev"])
def test_seeds_and_corpus_as_read(name):
    documents = _seeds() if name == "seeds" else _articles(TESTS / "corpus" / "dev.json")
    file, checked = _file(documents)
    assert _walk(file, documents, checked) > 300


def test_only_single_valued_things_are_in_conflict():
    """Several actors, weapons or places are no dispute, whatever a reader finds in an article."""
    for documents in (_seeds(), _articles(TESTS / "corpus" / "dev.json"), *map(_articles, CLUSTERS)):
        file, _ = _file(documents)
        fields = {conflict.field for event in file.events for conflict in event.conflicts}
        assert not fields & {"actor", "weapon", "victims", "sub_type", "event_type", "place", "agreement_status"}
