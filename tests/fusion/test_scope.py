"""What is said of a whole holds for its parts, and who reports a responsibility for one part only."""

from __future__ import annotations

from fusion_fakes import Incident, claim, document, group, linked

from extractor.fusion import fuse_events
from extractor.records.events import ConflictKind

TEXT = "Both: the Circle did it on Monday, 12 dead.\nNorth: 5 dead in Aldra.\nSouth: 7 dead in Bexley on Tuesday."


def _events(*, scope="", narrow=False):
    """A total of Aldra and Bexley with a responsibility, and its two parts; in `narrow` a second article names one."""
    docs = [document("d0", TEXT, "1985-03-02")]
    said = f"the Circle|claimed{f'|{scope}' if scope else ''}"
    whole = [claim("w", docs[0], "Both", killed="12", responsibility=said, date="Monday")]
    north = [claim("n", docs[0], "North", killed="5", place="Aldra")]
    south = [claim("s", docs[0], "South", killed="7", place="Bexley", date="Tuesday")]
    if narrow:
        docs.append(
            document("d1", "North: the Circle did it, 5 dead in Aldra.\nSouth: 7 dead in Bexley.", "1985-03-02")
        )
        north.append(claim("n1", docs[1], "North", killed="5", place="Aldra", responsibility="the Circle|claimed"))
        south.append(claim("s1", docs[1], "South", killed="7", place="Bexley"))
    groups = [
        group("all", whole, parts=("aldra", "bexley"), place="Aldra + Bexley"),
        group("aldra", north, place="Aldra"),
        group("bexley", south, place="Bexley"),
    ]
    found = fuse_events(linked(*groups), [*whole, *north, *south], docs, Incident)
    return {event.id: event for event in found}


def _via(event, field):
    return [w.via for w in event.fields[field].witnesses] if field in event.fields else []


def test_who_did_the_whole_did_its_parts():
    events = _events()
    assert _via(events["aldra"], "responsibility") == _via(events["bexley"], "responsibility") == ["all"]
    assert _via(events["all"], "responsibility") == [None]


def test_the_day_of_the_whole_is_that_of_a_part_without_one():
    events = _events()
    assert _via(events["aldra"], "date") == ["all"]
    assert _via(events["bexley"], "date") == [None]


def test_a_figure_of_the_whole_is_of_no_part():
    assert [w.text for w in _events()["aldra"].fields["killed"].witnesses] == ["5"]


def test_a_responsibility_for_one_part_is_not_carried_to_the_other():
    events = _events(scope="the Bexley attack")
    assert _via(events["aldra"], "responsibility") == []
    assert _via(events["bexley"], "responsibility") == ["all"]


def test_an_article_that_reports_it_for_one_part_only_is_a_conflict():
    assert [c for c in _events()["all"].conflicts if c.kind is ConflictKind.SCOPE] == []
    (found,) = [c for c in _events(narrow=True)["all"].conflicts if c.kind is ConflictKind.SCOPE]
    assert found.sentence == "D1 reports the responsibility for Aldra only; d0 for all of it."
