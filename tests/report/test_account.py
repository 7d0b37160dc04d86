"""What a person is shown: short, escaped, the important thing first."""

from __future__ import annotations

import io
import unicodedata

import pytest
from fusion_fakes import Incident, claim, document, group, linked
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

from extractor.fusion import fuse_events
from extractor.records import Bound, CheckedClaim, CheckedValue, ClaimedValue, Span, Status, Verdict
from extractor.report.account import render_event, render_table
from extractor.report.plain import printable

MAIN = Incident.main_fields()
TEXT = "Police said 12 people died in the square.\nThe hospital counted 15 dead, [bold]not[/bold] fewer.\nSome 90 ran."


def _events(text=TEXT, key="post"):
    doc = document(key, text, "1972-05-30", "Post")
    claims = [
        claim("c1", doc, "Police", killed="12", source="Police|government"),
        claim("c2", doc, "The hospital", killed=["15", "!90"], source="The hospital|government|City Hospital"),
    ]
    return fuse_events(linked(group("square", claims, place="Main Square", date="1972-05-30")), claims, [doc], Incident)


def _print(renderable, width=80):
    out = io.StringIO()
    Console(file=out, width=width, force_terminal=False).print(renderable)
    return out.getvalue()


def test_the_account_says_what_matters_first():
    text = _print(render_event(_events()[0], MAIN))
    first = text.splitlines()[:4]
    assert first[0].startswith("Main Square, 1972-05-30")
    assert "killed: 12 (12 to 15), disputed" in "\n".join(first)
    order = ["Conflicts", "What each article says", "In their own words", "Rejected"]
    places = [text.index(title) for title in order]
    assert places == sorted(places)
    assert "! 12" in text
    assert "not_said" in text


@pytest.mark.parametrize("width", [60, 80, 100, 200])
def test_lines_fit(width):
    events = _events()
    for renderable in (render_event(events[0], MAIN), render_table(events, main=MAIN)):
        assert max(len(line) for line in _print(renderable, width).splitlines()) <= width


def test_the_table_has_figures_sources_conflicts_and_rejections():
    text = _print(render_table(_events(), main=MAIN), 100)
    for words in ("Main Square", "(12 to 15)", "12: Police", "15: City Hospital", "12 or 15", "rejected: killed 90"):
        assert words in text


def test_markup_and_control_characters_of_an_article_are_only_shown():
    evil = TEXT.replace("12 people", "12\x1b[2J people").replace("in the square", "[link=file:///x]in[/link]\u202e")
    events = _events(evil)
    text = _print(render_event(events[0], MAIN)) + _print(render_table(events, main=MAIN))
    assert "\x1b" not in text
    assert "\u202e" not in text
    assert "[bold]not[/bold]" in text


def test_an_id_is_no_markup():
    events = _events(key="[b]9[/b]")
    text = _print(render_event(events[0], MAIN))
    assert text.count("[b]9[/b]") > 2


@given(st.text(), st.one_of(st.none(), st.integers(1, 50)))
def test_printable_is_one_safe_line(text, limit):
    shown = printable(text, limit)
    assert not {unicodedata.category(char) for char in shown.replace("\u00ad", "")} & {"Cc", "Cf", "Cs", "Zl", "Zp"}
    assert len(shown.splitlines()) <= 1
    shown.encode()
    assert limit is None or len(shown) <= limit


def test_an_empty_table():
    assert "event" in _print(render_table((), main=MAIN))


def test_the_table_puts_the_rivals_of_a_field_in_one_note():
    text = "Police counted 20 dead.\nThe union counted 31.\nThe mayor counted 47.\nThe clinic counted 60.\nA nun: 75."
    doc = document("post", text, "1972-05-30", "Post")
    rows = [("Police", "20"), ("The union", "31"), ("The mayor", "47"), ("The clinic", "60")]
    claims = [
        claim(f"c{i}", doc, who, killed=figure, source=f"{who}|monitor_ngo") for i, (who, figure) in enumerate(rows)
    ]
    claims.append(claim("c9", doc, "A nun", killed="75"))
    events = fuse_events(linked(group("square", claims, place="Square")), claims, [doc], Incident)
    shown = " ".join(_print(render_table(events, main=MAIN), 200).split())
    assert shown.count("! killed") == 1
    assert "! killed: 20, 31, 47 or 60 (and 1 more)" in shown


def test_an_event_without_people_is_in_the_caption():
    docs = [document("a", "Two bridges fell.\nSome 12 people died."), document("b", "The talks failed.")]
    claims = [claim("c1", docs[0], "Some", killed="12"), claim("c2", docs[1], "The talks", weapon="talks")]
    groups = linked(group("fall", claims[:1], place="Ford"), group("talks", claims[1:]))
    text = _print(render_table(fuse_events(groups, claims, docs, Incident), main=MAIN), 100)
    assert "without figures: talks" in text


def test_statements_have_a_line_of_their_own():
    docs = [document("a", "Some 12 people died."), document("b", "The talks failed.")]
    claims = [claim("c1", docs[0], "Some", killed="12"), claim("c2", docs[1], "The talks", weapon="talks")]
    talk = group("talks", claims[1:]).model_copy(update={"event_type": "agreement"})
    text = _print(
        render_table(fuse_events(linked(group("fall", claims[:1]), talk), claims, docs, Incident), main=MAIN), 100
    )
    assert "statements, agreements, aid: talks" in text
    assert "without figures" not in text


def test_what_is_not_confirmed_is_marked():
    doc = document("a", "Some 12 people died in Ostrel.", "1972-05-30")
    rows = [claim("c1", doc, "Some", killed="?12", place="?Ostrel")]
    (event,) = fuse_events(linked(group("e", rows, place="Ostrel", date="1972-05-29")), rows, [doc], Incident)
    table, account = _print(render_table([event], main=MAIN), 120), _print(render_event(event, MAIN), 120)
    assert "12?" in table
    assert "unconfirmed" in table
    assert "killed: 12?" in account
    assert "Place unconfirmed. Date inferred. Grade" in account
    assert (event.place_status, event.date_status) == ("unconfirmed", "inferred")


def test_a_place_that_nobody_states_is_said_to_be_none():
    doc = document("a", "Several people died.", "1972-05-30")
    rows = [claim("c1", doc, "Several", killed="Several|3")]
    (event,) = fuse_events(linked(group("e", rows)), rows, [doc], Incident)
    assert "place not stated" in _print(render_table([event], main=MAIN), 120)


def test_a_vague_word_is_shown_where_nobody_gives_a_number():
    doc = document("a", "Many people died at the ford, and dozens were hurt.", "1972-05-30")
    value = CheckedValue(
        claimed=ClaimedValue(value=None, bound=Bound.VAGUE, quote="Many"),
        span=Span(start=0, end=4),
        verdict=Verdict(status=Status.SUPPORTED, reason="said"),
    )
    rows = [CheckedClaim(id="c1", document="a", fields={"killed": (value,)})]
    (event,) = fuse_events(linked(group("e", rows, place="Ford")), rows, [doc], Incident)
    assert event.fields["killed"].best is None
    assert "“Many”" in _print(render_table([event], main=MAIN), 120)


def test_words_that_two_events_claim_are_the_best_of_neither():
    doc = document("a", "In Ostrel and Kiva the dead were 9.", "1972-05-30")
    at = doc.text.index("9")
    value = CheckedValue(
        claimed=ClaimedValue(value=9, quote="9"),
        span=Span(start=at, end=at + 1),
        verdict=Verdict(status=Status.UNCONFIRMED, reason="contested", detail="two towns", decided=(at, at + 1)),
    )
    rows = [
        CheckedClaim(id=f"c{n}", document="a", quote=quote, fields={"killed": (value,)})
        for n, quote in enumerate(("In Ostrel", "and Kiva"))
    ]
    apart = linked(group("kiva", rows[:1], place="Kiva"), group("ostrel", rows[1:], place="Ostrel"))
    events = fuse_events(apart, rows, [doc], Incident)
    assert [event.fields["killed"].best for event in events] == [None, None]
    assert _print(render_table(events, main=MAIN), 120).count("contested:") == 2
    (one,) = fuse_events(linked(group("both", rows, place="Ostrel")), rows, [doc], Incident)
    assert one.fields["killed"].best == 9
