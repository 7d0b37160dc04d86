"""The recorded answers of a real model, played back: what the README promises."""

from __future__ import annotations

import json
from contextlib import contextmanager

import pytest

from extractor.pipeline import RunOptions, extract, models, run
from extractor.records import Status


@pytest.fixture(scope="module")
def root(request):
    return request.config.rootpath


@pytest.fixture(scope="module")
def replayed(root, tmp_path_factory):
    out = tmp_path_factory.mktemp("replay")
    paths = (str(root / "seeds"),)
    return run(RunOptions(paths=paths, out=out, replay=root / "cassettes" / "passage")), out


def event(result, place, best):
    (found,) = [
        e
        for e in result.events
        if e.kind == "event" and place in (e.place or "") and "killed" in e.fields and e.fields["killed"].best == best
    ]
    return found


def figures(record):
    return {w.value for w in record.fields["killed"].witnesses}


@pytest.fixture
def unplayed(monkeypatch):
    """What is left of each tape when its run is over."""
    left = []

    @contextmanager
    def watched(path):
        with models_replaying(path) as tape:
            yield tape
        left.extend(tape.unplayed)

    models_replaying = models.replaying
    monkeypatch.setattr(models, "replaying", watched)
    return left


def test_every_recorded_answer_is_played(root, unplayed):
    result = extract(RunOptions(paths=(str(root / "seeds"),), replay=root / "cassettes" / "passage"))
    assert result.record.failures == ()
    assert result.record.strategy == "passage"
    assert result.record.usage.calls > 0
    assert result.claims
    assert unplayed == []


def test_no_set_of_cassettes_is_an_orphan(root):
    assert {folder.name for folder in (root / "cassettes").iterdir()} == {"passage"}


def test_five_newspapers_make_two_events_and_a_parent(replayed):
    result, _ = replayed
    homs, damascus = event(result, "Homs", 57), event(result, "Sayyida Zeinab", 62)
    assert {46, 57} <= figures(homs)
    assert {62, 83} <= figures(damascus)
    assert (homs.date, damascus.date) == ("2016-02-21", "2016-02-21")
    lines = {line.name for line in (*homs.lines, *damascus.lines)}
    assert {"SANA", "Syrian Observatory for Human Rights", "Syria's Foreign Ministry"} <= lines
    (parent,) = [e for e in result.events if e.kind == "aggregate" and homs.id in e.parts and damascus.id in e.parts]
    assert {119, 130, 140} <= figures(parent)


def test_last_month_and_the_fighters_stay_outside(replayed):
    result, _ = replayed
    homs, damascus = event(result, "Homs", 57), event(result, "Sayyida Zeinab", 62)
    assert 71 not in figures(homs) | figures(damascus)
    assert event(result, "Aleppo", 50).id not in (homs.id, damascus.id)
    assert event(result, "Sayyida Zeinab", 71).id != damascus.id


def test_no_label_of_something_else_stands_in_the_record(replayed):
    """Not `agreement` from "according", `fire` from "cease-fire", officials of an agency, a district for a party."""
    result, out = replayed
    homs, damascus = event(result, "Homs", 57), event(result, "Sayyida Zeinab", 62)
    (parent,) = [e for e in result.events if e.kind == "aggregate" and homs.id in e.parts and damascus.id in e.parts]
    for record in (homs, damascus, parent):
        said = {name: found.value for name, found in record.fields.items()}
        assert said["sub_type"] in ("remote_explosive_ied", "suicide_bomb", "attack")
        assert said["weapon"] in ("car_bomb", "bomb", "explosion", "suicide_bomb")
        assert said.get("victims") in (None, "civilians")
        assert said.get("agreement_status") is None
        assert said.get("actor") is None or "Islamic State" in said["actor"]
    told = json.loads((out / "events.json").read_text(encoding="utf-8"))
    assert not [e["id"] for e in told["events"] if e.get("event_type") == "agreement"]
    assert all(not e["fields"].get("killed") for e in told["statements"])


def test_no_value_without_words(replayed):
    _, out = replayed
    texts = {}
    for line in (out / "documents.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        texts[row["id"]] = row["text"]
    seen = 0
    for record in json.loads((out / "events.json").read_text(encoding="utf-8"))["events"]:
        for name, field in record["fields"].items():
            assert field["witnesses"], name
            for witness in field["witnesses"]:
                evidence = record["evidence"][witness["evidence"]]
                words = texts[evidence["document"]][evidence["start"] : evidence["end"]]
                assert words == evidence["quote"]
                assert words
                seen += 1
    assert seen > 100


def test_what_the_model_says_is_checked(replayed):
    result, _ = replayed
    values = [v for c in result.claims for vs in c.fields.values() for v in vs]
    assert values
    assert all(v.span is not None for v in values if v.verdict.status is Status.SUPPORTED)
