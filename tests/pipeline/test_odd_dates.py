"""A date that nobody meant does not end a run, wherever it comes from."""

from __future__ import annotations

import json

import pytest
from pipeline_cases import document

from extractor.pipeline import RunOptions, extract_documents, merge_claims, run
from extractor.registry import load_schema

ODD = ("0001-01-01T00:00:00", "0001-01-03", "9999-12-31")
TEXT = "Blast in Homs\n\nA bomb killed 15 people in Homs on Sunday, police said."


@pytest.mark.parametrize("published", ODD)
def test_the_other_articles_go_through(tmp_path, published):
    rows = [
        {"id": "good", "published": "2024-03-04", "text": TEXT.replace("Homs", "Kano").replace("15", "14")},
        {"id": "odd", "published": published, "text": TEXT},
    ]
    path = tmp_path / "a.jsonl"
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    result = run(RunOptions(paths=(str(path),), strategy="reader"))
    assert len(result.events) == 2
    assert "unreadable_date" in [warning.reason for warning in result.record.warnings]


@pytest.mark.parametrize("published", ODD)
def test_documents_of_a_library_user(published):
    documents = [
        document(TEXT, "odd", published=published),
        document(TEXT.replace("15", "14"), "good", published="2024-03-04"),
    ]
    claims = [claim for found in extract_documents(documents, RunOptions(strategy="reader")) for claim in found.claims]
    _, events = merge_claims(claims, {d.id: d for d in documents}, load_schema("event"))
    assert events
