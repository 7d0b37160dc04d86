"""A figure that its words add to a toll is a part of it, never the toll."""

from __future__ import annotations

import pytest
from fusion_fakes import Incident, claim, document, group, linked

from extractor.fusion import fuse_events
from extractor.records.events import Standing

TOLL = ("The toll of the flood in Norra stood at 30, police said.", "30")


def _killed(*lines, field="killed"):
    """The field of an event told by a paper a line; each line has its words and its figure."""
    docs = [document(f"d{n}", text, f"1985-03-0{n + 2}", f"paper {n}") for n, (text, _) in enumerate(lines)]
    claims = [claim(f"c{n}", docs[n], text[:9], **{field: figure}) for n, (text, figure) in enumerate(lines)]
    (event,) = fuse_events(linked(group("e", claims, place="Norra", date="1985-03-01")), claims, docs, Incident)
    return event.fields[field]


@pytest.mark.parametrize(
    "more",
    [
        pytest.param(("Divers recovered 5 more bodies from the river in Norra on the next day.", "5"), id="en after"),
        pytest.param(("In Norra another 5 people were found dead by the divers.", "5"), id="en before"),
        pytest.param(("Am nächsten Tag wurden in Norra 5 weitere Leichen aus dem Fluss geborgen.", "5"), id="de"),
        pytest.param(("На следующий день в Норре водолазы нашли ещё 5 тел погибших.", "5"), id="ru"),
        pytest.param(("Norra'da nehirden ertesi gün 5 daha ceset çıkarıldı, dedi polis.", "5"), id="tr"),
    ],
)
def test_what_is_added_is_a_part_of_the_toll(more):
    found = _killed(TOLL, more)
    assert (found.best, [w.standing for w in found.witnesses]) == (30, [Standing.CURRENT, Standing.PART])
    assert found.witnesses[1].reason == "a figure that was added to the toll, a part of 30"


@pytest.mark.parametrize(
    "line",
    [
        pytest.param(("The flood in Norra killed 12 and left 5 more dead in the port.", "5"), id="beside its own toll"),
        pytest.param(("In Norra more than 5 people were killed by the flood.", "more than 5"), id="a bound"),
        pytest.param(("In Norra wurden 5 Menschen von der Flut getötet, weitere Regen folgen.", "5"), id="of the rain"),
    ],
)
def test_other_words_add_nothing(line):
    assert all("added" not in (w.reason or "") for w in _killed(TOLL, line).witnesses)


def test_without_a_toll_the_added_figure_is_the_only_one():
    assert _killed(("Divers recovered 5 more bodies from the river in Norra.", "5")).best == 5


def test_a_toll_below_what_is_added_is_no_whole_of_it():
    found = _killed(("The toll in Norra stood at 3, police said.", "3"), ("Divers found 5 more bodies in Norra.", "5"))
    assert [w.standing for w in found.witnesses if w.claim == "c1"] == [Standing.CURRENT]
