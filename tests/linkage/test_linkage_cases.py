"""Own multi-article cases, half of them never tuned on, and the laws of linkage over all of them."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from linkage_cases import CASES, Event, case_input, differences, gold_input, link_case, load

from extractor.linkage import link_claims
from extractor.records import CheckedClaim, Status, Verdict
from extractor.segments import TextView

INPUTS = [gold_input(), *(case_input(load(path)) for path in CASES)]
IDS = ["gold", *(path.stem for path in CASES)]


def rendered(claims: list[CheckedClaim], views: dict[str, TextView]) -> str:
    return link_claims(claims, views, Event).model_dump_json()


PLAIN = [rendered(*entry) for entry in INPUTS]


@pytest.mark.parametrize("path", CASES, ids=lambda p: p.stem)
def test_case(path: Path) -> None:
    case = load(path)
    assert differences(case, link_case(case)) == []


@settings(max_examples=40)
@given(st.integers(0, len(INPUTS) - 1), st.randoms(use_true_random=False))
def test_order_changes_no_byte(index: int, random) -> None:
    claims, views = INPUTS[index]
    shuffled = list(claims)
    random.shuffle(shuffled)
    assert rendered(shuffled, views) == PLAIN[index]


@settings(max_examples=40)
@given(st.integers(0, len(INPUTS) - 1), st.data())
def test_claims_given_twice_change_no_byte(index: int, data) -> None:
    claims, views = INPUTS[index]
    document = data.draw(st.sampled_from(sorted(views)))
    twice = [*claims, *(c for c in claims if c.document == document)]
    assert rendered(twice, views) == PLAIN[index]


def test_all_articles_in_one_folder_change_no_event() -> None:
    """Unrelated events stay unrelated: every case and the gold together give the groups they give alone."""
    claims = [c for entry in INPUTS for c in entry[0]]
    views = {doc: view for entry in INPUTS for doc, view in entry[1].items()}
    together = {g.claims for g in link_claims(claims, views, Event).groups}
    alone = {g.claims for entry in INPUTS for g in link_claims(*entry, Event).groups}
    assert together == alone


@pytest.mark.parametrize("index", range(len(INPUTS)), ids=IDS)
def test_an_article_copied_under_another_name_joins_its_original(index: int) -> None:
    claims, views = INPUTS[index]
    document = min(views)
    view = views[document]
    copies = [c.model_copy(update={"id": f"{c.id}~", "document": "~copy"}) for c in claims if c.document == document]
    both = {**views, "~copy": TextView(view.text, view.published, view.headline, "~copy")}
    before = link_claims(claims, views, Event)
    after = link_claims([*claims, *copies], both, Event)
    assert {tuple(c for c in g.claims if not c.endswith("~")) for g in after.groups} == {
        g.claims for g in before.groups
    }


@pytest.mark.parametrize("index", range(len(INPUTS)), ids=IDS)
def test_rejected_values_never_link(index: int) -> None:
    claims, views = INPUTS[index]
    no = Verdict(status=Status.UNSUPPORTED, reason="test")
    rejected = [
        c.model_copy(
            update={
                "fields": {n: tuple(v.model_copy(update={"verdict": no}) for v in vs) for n, vs in c.fields.items()}
            }
        )
        for c in claims
    ]
    linked = link_claims(rejected, views, Event)
    assert linked.groups == ()
    assert {claim for claim, _ in linked.unlinked} == {c.id for c in claims}


@settings(max_examples=40)
@given(st.integers(0, len(INPUTS) - 1), st.sets(st.integers(0, 200)))
def test_every_claim_is_in_one_group_or_unlinked(index: int, dropped: set[int]) -> None:
    claims, views = INPUTS[index]
    kept = [c for i, c in enumerate(claims) if i not in dropped]
    linked = link_claims(kept, views, Event)
    seen = [c for g in linked.groups for c in g.claims] + [c for c, _ in linked.unlinked]
    assert sorted(seen) == sorted(c.id for c in kept)
    ids = [g.id for g in linked.groups]
    assert len(ids) == len(set(ids))
    assert {p for g in linked.groups for p in g.parts} <= set(ids)
