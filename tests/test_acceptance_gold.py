"""`extractor merge` on the annotated claims of the five newspapers, through the real checking and fusing."""

from __future__ import annotations

import json
from collections import defaultdict

import pytest
from linkage_cases import GOLD

from extractor.pipeline import MergeOptions, RunResult, merge
from extractor.records import Status
from extractor.records.events import ConflictKind, EventRecord, Fit, FlagKind
from extractor.records.groups import GroupKind

SEEDS = GOLD.parent.parent / "seeds"
RAW = json.loads((GOLD / "seeds_gold.json").read_text(encoding="utf-8"))
HARM = {"killed", "injured"}


@pytest.fixture(scope="module")
def result() -> RunResult:
    return merge(MergeOptions(claims=(str(GOLD / "seeds_claims.jsonl"),), articles=(str(SEEDS),)))


def of(result: RunResult, claim: str) -> EventRecord:
    """The event that a claim is in."""
    return next(e for e in result.events if claim in e.claims)


def said(event: EventRecord, field: str) -> set[tuple[str, str, str]]:
    """Article, figure in words, source line: what is said of a field."""
    names = {line.id: line.name if line.attributed else "-" for line in event.lines}
    return {(w.document[:3], w.text, names[w.line]) for w in event.fields[field].witnesses if not w.via}


def test_the_documents_are_those_of_the_seeds(result: RunResult) -> None:
    assert {c.document for c in result.claims} == {p.stem for p in SEEDS.glob("*.txt")}
    assert result.record.failures == ()


def test_the_casualty_events_are_those_of_the_gold_and_no_others(result: RunResult) -> None:
    wanted: dict[str, set[str]] = defaultdict(set)
    for claim in RAW["claims"]:
        if any(f["name"] in HARM and f["value"] is not None for f in claim["fields"]):
            wanted[claim["event"]].add(claim["id"])
    supported = {
        c.id for c in result.claims if any(v.claimed.value is not None for name in HARM for v in c.supported(name))
    }
    found: dict[str, set[str]] = defaultdict(set)
    for claim in sorted(supported):
        found[of(result, claim).id].add(claim)
    assert sorted(sorted(s) for s in found.values()) == sorted(
        sorted(w & supported) for w in wanted.values() if w & supported
    )
    assert len(found) == 6


@pytest.mark.parametrize(
    ("claim", "kind", "place", "date", "killed"),
    [
        pytest.param("000-c03", "event", "Homs, Syria", "2016-02-21", (46, 57, 57), id="Homs"),
        pytest.param(
            "000-c04", "event", "Sayyida Zeinab, Damascus, Syria", "2016-02-21", (62, 62, 83), id="Sayyida Zeinab"
        ),
        pytest.param(
            "000-c02", "aggregate", "Damascus, Syria + Homs, Syria", "2016-02-21", (101, 140, 140), id="total"
        ),
        pytest.param("003-c12", "event", "Sayyida Zeinab, Damascus, Syria", None, (71, 71, 71), id="January"),
        pytest.param("003-c13", "event", "east of Aleppo", None, (50, 50, 50), id="fighters near Aleppo"),
    ],
)
def test_events(
    result: RunResult, claim: str, kind: str, place: str, date: str | None, killed: tuple[int, ...]
) -> None:
    event = of(result, claim)
    figure = event.fields["killed"]
    assert (event.kind.value, event.place, event.date) == (kind, place, date)
    assert (figure.low, figure.best, figure.high) == killed


def test_figures_bounds_and_sources_of_homs(result: RunResult) -> None:
    assert said(of(result, "000-c03"), "killed") >= {
        ("000", "at least 57", "-"),
        ("001", "at least 46", "Syria's Foreign Ministry"),
        ("001", "57", "Syrian Observatory for Human Rights"),
        ("002", "around 60", "monitoring groups"),
    }
    # 004 prints the sentence of 003 without its source; fusion gives it the source of the shared copy.
    assert {(d, t) for d, t, _ in said(of(result, "000-c03"), "killed")} >= {
        ("003", "at least 57"),
        ("004", "at least 57"),
    }


def test_figures_bounds_and_sources_of_sayyida_zeinab(result: RunResult) -> None:
    event = of(result, "000-c04")
    assert said(event, "killed") >= {
        ("000", "at least 83", "SANA"),
        ("001", "at least 83", "SANA"),
        ("001", "62", "Syrian Observatory for Human Rights"),
        ("001", "at least 30", "-"),
        ("002", "at least 83", "SANA"),
        ("004", "62", "-"),
    }
    assert {text for document, text, _ in said(event, "killed") if document == "003"} == {"at least 50"}
    assert {(d, t) for d, t, _ in said(event, "injured")} >= {
        ("000", "more than 170"),
        ("001", "more than 170"),
        ("002", "as many as 178"),
        ("003", "at least 200"),
    }


@pytest.mark.parametrize(
    ("document", "text", "numbers", "fit"),
    [
        ("000", "140", (57, 83), Fit.EXACT),
        ("000", "at least 140", (57, 83), Fit.EXACT),
        ("001", "nearly 130", (46, 83), Fit.WITHIN),
        ("002", "140", (60, 83), Fit.IF),
        ("003", "more than 100", (50, 57), Fit.WITHIN),
        ("004", "119", (57, 62), Fit.EXACT),
    ],
)
def test_each_headline_total_is_explained(
    result: RunResult, document: str, text: str, numbers: tuple[int, ...], fit: Fit
) -> None:
    event = of(result, "000-c02")
    best = next(
        r for r in event.reconciliations if r.field == "killed" and r.document[:3] == document and r.text == text
    ).combinations[0]
    assert tuple(sorted(a.number for a in best.addends)) == numbers
    assert (best.fit, best.same_article) == (fit, True)


def test_the_total_has_two_parts(result: RunResult) -> None:
    total = of(result, "000-c02")
    assert total.kind is GroupKind.AGGREGATE
    assert set(total.parts) == {of(result, "000-c03").id, of(result, "000-c04").id}


def test_one_conflict_over_the_dead_of_sayyida_zeinab(result: RunResult) -> None:
    found = [c for c in of(result, "000-c04").conflicts if c.field == "killed"]
    assert [c.kind for c in found] == [ConflictKind.VALUE]
    assert "62" in found[0].sentence
    assert "at least 83" in found[0].sentence


def test_nobody_disagrees_over_the_dead_of_homs(result: RunResult) -> None:
    assert [c for c in of(result, "000-c03").conflicts if c.field == "killed"] == []


def test_trap_headline_of_001_against_its_text(result: RunResult) -> None:
    sentences = [f.sentence for f in of(result, "000-c02").flags if f.kind is FlagKind.HEADLINE]
    assert len(sentences) == 1
    assert "at least 130" in sentences[0]
    assert "nearly 130" in sentences[0]


def test_trap_sums_that_do_not_explain_001(result: RunResult) -> None:
    found = next(
        r for r in of(result, "000-c02").reconciliations if r.document.startswith("001") and r.text == "nearly 130"
    )
    assert {140, 108, 119} <= {c.total for c in found.combinations if c.fit is Fit.NO and c.same_article}


def test_trap_no_break_spaces_stand_in_the_evidence(result: RunResult) -> None:
    text = (SEEDS / "003_1d2a6469c7f14f7e.txt").read_bytes().decode("utf-8")
    suicide = next(c for c in result.claims if c.id == "003-c12")
    spans = [v.span for values in suicide.fields.values() for v in values if v.span is not None]
    assert any("\N{NO-BREAK SPACE}" in text[span.start : span.end] for span in spans)


def test_trap_000_gives_no_date_and_yesterday_is_about_a_visit(result: RunResult) -> None:
    mine = [c for c in result.claims if c.document.startswith("000") and c.id in of(result, "000-c03").claims]
    assert mine
    assert all(not c.supported("date") for c in mine)
    assert of(result, "000-c12").id not in {of(result, c).id for c in ("000-c02", "000-c03", "000-c04")}


def test_trap_boilerplate_millions_are_in_no_event(result: RunResult) -> None:
    assert not any(w.value == 27_000_000 for e in result.events for f in e.fields.values() for w in f.witnesses)


def test_trap_the_caption_is_the_same_event_earlier(result: RunResult) -> None:
    assert of(result, "001-c08").id == of(result, "001-c04").id


def test_trap_names_of_one_actor_and_one_agency(result: RunResult) -> None:
    event = of(result, "000-c04")
    assert len({line.id for line in event.lines if "sana" in line.id.casefold()}) == 1
    claimants = {w.resolved for w in event.fields["responsibility"].witnesses}
    assert len(claimants) == 1


def test_trap_eleven_women_are_a_part_of_the_57(result: RunResult) -> None:
    assert not any(w.value == 11 for e in result.events for f in e.fields.values() for w in f.witnesses)


def test_trap_the_wars_dead_are_background(result: RunResult) -> None:
    war = of(result, "002-c10")
    assert war.kind is GroupKind.BACKGROUND
    assert set(war.claims).isdisjoint(of(result, "002-c05").claims)


def test_trap_at_least_50_three_times(result: RunResult) -> None:
    assert of(result, "003-c13").id != of(result, "003-c09").id == of(result, "003-c04").id
    assert of(result, "003-c13").id not in of(result, "003-c02").parts


def test_trap_last_month_is_another_event(result: RunResult) -> None:
    assert of(result, "003-c12").id != of(result, "003-c04").id


def test_trap_003_reports_the_claim_for_damascus_only(result: RunResult) -> None:
    assert of(result, "003-c05").id == of(result, "003-c04").id
    scopes = [c.sentence for c in of(result, "000-c02").conflicts if c.kind is ConflictKind.SCOPE]
    assert len(scopes) == 1
    assert scopes[0].startswith("003")


def test_trap_the_crawl_date_of_004_is_no_date(result: RunResult) -> None:
    assert not any("2024" in (e.date or "") for e in result.events)


def test_trap_misprints_are_quoted_as_they_stand(result: RunResult) -> None:
    quotes = {v.claimed.quote or "" for c in result.claims for vs in c.fields.values() for v in vs if v.span}
    assert any("did failed" in q for q in quotes)
    assert any("Basharal-Assad" in q for q in quotes)


def test_nothing_disappears(result: RunResult) -> None:
    ids = {json.loads(line)["id"] for line in (GOLD / "seeds_claims.jsonl").read_text(encoding="utf-8").splitlines()}
    grouped = [c for g in result.linked.groups for c in g.claims]
    assert {*grouped, *(c for c, _ in result.linked.unlinked)} == ids
    rejected = sum(
        v.verdict.status is not Status.SUPPORTED for c in result.claims for vs in c.fields.values() for v in vs
    )
    assert rejected > 0
