"""A schema of another subject goes all the way: no step knows a field of casualties."""

from __future__ import annotations

import hashlib
import io
from pathlib import Path

import pytest
from rich.console import Console

from extractor.coverage import is_checked, unclaimed_figures
from extractor.extraction.article_answers import article_answer
from extractor.extraction.strategies import Extraction
from extractor.pipeline.merging import merge_claims
from extractor.records import Claim, ClaimedValue, Document, Status
from extractor.records.events import Rule
from extractor.records.eventsfile import EventsFile, dump_events
from extractor.registry import load_schema
from extractor.report.account import render_event, render_table
from extractor.values.valuetype import FieldRole
from extractor.values.when.when import dated_view
from extractor.verification import verify_claims

RECALL = load_schema(str(Path(__file__).parent / "data" / "schemas" / "recall"))
TEXTS = {
    "gazette": "The ministry said 1,200 cars were recalled in Norway on Monday over faulty brakes.",
    "herald": "The importer said 1,500 cars were recalled in Norway on Monday because of the brakes.",
}
PUBLISHED = "2021-03-09"


def document(key):
    text = TEXTS[key]
    return Document(id=key, text=text, sha256=hashlib.sha256(text.encode()).hexdigest(), published=PUBLISHED)


def claim(key, cars, teller, changed=()):
    values = {
        "fault": ("brakes", "brakes"),
        "cars": (cars, f"{cars:,} cars"),
        "market": ("Norway", "in Norway"),
        "day": ("2021-03-08", "on Monday"),
        "teller": (teller, f"{teller} said"),
    } | dict(changed)
    fields = {name: (ClaimedValue(value=value, quote=quote),) for name, (value, quote) in values.items()}
    return Claim(id=f"{key}-1", document=key, schema_name="recall", fields=fields)


CLAIMS = [claim("gazette", 1200, "The ministry"), claim("herald", 1500, "The importer")]


@pytest.fixture(scope="module")
def documents():
    return {key: document(key) for key in TEXTS}


@pytest.fixture(scope="module")
def checked(documents):
    return verify_claims(CLAIMS, list(documents.values()), RECALL)


def test_every_value_is_checked(checked):
    found = {(name, v.verdict.status) for c in checked for name, vs in c.fields.items() for v in vs}
    assert found - {("day", Status.UNCONFIRMED)} == {(n, Status.SUPPORTED) for n in RECALL.value_types() if n != "day"}


@pytest.mark.parametrize(
    ("changed", "field"),
    [({"cars": (1300, "1,200 cars")}, "cars"), ({"fault": ("battery", "brakes")}, "fault")],
)
def test_a_false_value_is_not_believed(documents, changed, field):
    found = verify_claims([claim("gazette", 1200, "The ministry", changed)], list(documents.values()), RECALL)[0]
    assert found.fields[field][0].verdict.status is Status.CONTRADICTED


def test_what_the_reader_reads_by_itself(documents):
    made = Extraction(RECALL, "recall", None, "reader").read(dated_view(documents["gazette"]))
    assert [v.value for c in made.claims for v in c.fields.get("cars", ())] == [1200]
    assert [v.value for c in made.claims for v in c.fields.get("fault", ())] == ["brakes"]


def test_what_nobody_claims_is_listed(documents, checked):
    view = dated_view(documents["gazette"])
    assert is_checked(RECALL)
    assert [(u.field, u.value) for u in unclaimed_figures(view, [], RECALL)] == [("cars", 1200)]
    assert unclaimed_figures(view, checked, RECALL) == []


def test_two_articles_make_one_recall_and_a_dispute(documents, checked):
    _, events = merge_claims(checked, documents, RECALL)
    assert len(events) == 1
    event = events[0]
    assert {w.value for w in event.fields["cars"].witnesses} == {1200, 1500}
    assert (event.place, event.date) == ("Norway", "2021-03-08")
    assert [conflict.field for conflict in event.conflicts] == ["cars"]
    assert "killed" not in dump_events(EventsFile.of(Rule.MAJORITY, events))


def test_the_table_shows_the_main_field_of_the_schema(documents, checked):
    _, events = merge_claims(checked, documents, RECALL)
    out = io.StringIO()
    main = RECALL.main_fields()
    Console(file=out, width=120).print(render_table(events, main=main), render_event(events[0], main))
    shown = out.getvalue()
    assert main == ("cars",)
    assert "cars" in shown.splitlines()[0]
    assert "1,200" in shown
    assert "killed" not in shown


def test_a_model_is_asked_for_its_fields():
    answer = article_answer(RECALL).model_json_schema()
    fields = answer["$defs"]["ClaimAnswer"]["properties"]
    assert list(fields) == ["event", "parts", "fault", "cars", "market", "day", "teller"]
    assert answer["$defs"]["FaultAnswer"]["properties"]["value"]["enum"] == ["brakes", "battery"]
    assert RECALL.first_with(FieldRole.WHAT) == "fault"
