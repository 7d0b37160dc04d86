"""Answers as they come: shapes around them, one bad item, cut ones, refused ones, and asking again for them."""

from __future__ import annotations

import asyncio
import json

import pytest
from fakeserver import FakeClock, FakeServer
from pipeline_cases import SCHEMA
from questions import Toll, faulty, messages

from extractor.cache import ResponseStore
from extractor.client import Client, Flaw, ModelOptions
from extractor.client.adapting import Adaptation
from extractor.client.known import KnownEndpoint
from extractor.errors import AnswerIncomplete, AnswerRefused, UsageError
from extractor.extraction.article_answers import article_answer

MODEL = article_answer(SCHEMA)
LIMIT = 1000


async def ask(server, path, turns, model=MODEL, **chosen):
    """One question in a run of its own with a store on disk: the answer or the error, and the calls that it took."""
    options = ModelOptions(**{"model": "fake", "base_url": server.url, "max_tokens": LIMIT} | chosen)
    before = len(server.received)
    with ResponseStore(path) as store:
        async with Client(options, store=store, clock=FakeClock()) as client:
            try:
                came = await client.ask(turns, model)
            except (AnswerIncomplete, AnswerRefused) as error:
                came = error
    return came, len(server.received) - before


def runs(path, turns, *changes, server=None, model=MODEL):
    async def all_of_them():
        async with server or FakeServer() as serving:
            return [await ask(serving, path, turns, model, **change) for change in changes], serving

    return asyncio.run(all_of_them())


def limits(server):
    return [received.json["max_tokens"] for received in server.received]


def cut_below(limit, claims=6):
    """A model that writes so many claims and is cut below a limit, in the middle of the fourth."""
    told = {
        "claims": [{"killed": [{"value": n, "bound": "exact", "high": None, "quote": f"{n}"}]} for n in range(claims)]
    }
    text = json.dumps(told)
    fourth = text.index('"value": 3')

    def answer(request):
        return text if request["max_tokens"] >= limit else text[:fourth]

    return answer


class Cutting(FakeServer):
    """Says `length` of every answer that is not whole JSON."""

    def _completion(self, request, fault, size):
        made = super()._completion(request, fault, size)
        content = made["choices"][0]["message"]["content"]
        made["choices"][0]["finish_reason"] = "stop" if content.endswith("]}") else "length"
        return made


@pytest.mark.parametrize("fault", ["prose", "think", "fence"])
def test_what_stands_around_an_answer_costs_no_call(fault, tmp_path):
    [(answer, calls)], _ = runs(tmp_path, faulty(fault), {})
    assert (calls, answer.imperfect) == (1, ())
    assert len(answer.value.claims) == 1
    assert answer.value.claims[0].place[0].quote != "a draft"


def test_one_bad_claim_costs_no_other_and_is_named_after_the_reasks(tmp_path):
    [(answer, calls)], server = runs(tmp_path, faulty("one_bad_claim"), {})
    assert calls == 3
    assert len(answer.value.claims) == 3
    assert [bool(claim.event_type) for claim in answer.value.claims] == [True, False, True]
    (flaw,) = answer.imperfect
    assert (flaw.path, flaw.refused, flaw.said) == (("claims", 1), True, '{"value": "terror", "quote": "x"}')
    told = server.received[1].contents[-1]
    assert "claims.1.event_type.0.value" in told
    assert "claims.0" not in told


def test_a_cut_answer_is_asked_for_with_twice_the_limit(tmp_path):
    server = Cutting(answer=cut_below(3 * LIMIT))
    outcomes, _ = runs(tmp_path, messages(), {}, {}, server=server)
    assert limits(server) == [LIMIT, 2 * LIMIT, 4 * LIMIT]
    assert [calls for _, calls in outcomes] == [3, 0]
    assert all(len(answer.value.claims) == 6 and not answer.cut and not answer.imperfect for answer, _ in outcomes)


def test_what_is_whole_of_an_answer_that_stays_cut_is_kept(tmp_path):
    server = Cutting(answer=cut_below(100 * LIMIT))
    outcomes, _ = runs(tmp_path, messages(), {}, {}, server=server)
    assert limits(server) == [LIMIT, 2 * LIMIT, 4 * LIMIT, 8 * LIMIT]
    assert [calls for _, calls in outcomes] == [4, 0]
    for answer, _ in outcomes:
        assert (len(answer.value.claims), answer.cut) == (3, True)
        (flaw,) = answer.imperfect
        assert str(flaw).startswith("the answer was cut at its limit of 8000 tokens; what was whole before is kept")


def test_a_larger_limit_asks_anew(tmp_path):
    server = Cutting(answer=cut_below(20 * LIMIT))
    (_, (answer, calls)), _ = runs(tmp_path, messages(), {}, {"max_tokens": 20 * LIMIT}, server=server)
    assert (calls, answer.cut) == (1, False)


def test_a_limit_that_is_refused_is_not_asked_for_again():
    class Refusing(Cutting):
        async def _respond(self, writer, received):
            if received.json["max_tokens"] > LIMIT:
                self._send(writer, 400, b'{"error": {"message": "no"}}', {})
                return True
            return await super()._respond(writer, received)

    server = Refusing(answer=cut_below(2 * LIMIT))

    async def run():
        async with server, Client(ModelOptions(model="fake", base_url=server.url, max_tokens=LIMIT)) as client:
            answers = [await client.ask(messages(text), MODEL) for text in ("one", "two")]
            return answers, client.endpoint.lessons

    answers, lessons = asyncio.run(run())
    assert limits(server) == [LIMIT, 2 * LIMIT, LIMIT]
    assert [len(answer.value.claims) for answer in answers] == [3, 3]
    assert [lesson.partition(" allows ")[2] for lesson in lessons] == ["no more than 1000 tokens an answer"]


@pytest.mark.parametrize(
    ("said", "sent", "last"),
    [
        pytest.param("at most 1500 tokens, you provided 2000", [1000, 2000, 1500], 1500, id="a larger one"),
        pytest.param("at most 1000 tokens, you provided 2000", [1000, 2000, 1000], 1000, id="no larger one"),
    ],
)
def test_the_largest_limit_that_the_endpoint_names_is_tried(said, sent, last, tmp_path):
    class Naming(Cutting):
        async def _respond(self, writer, received):
            if received.json["max_tokens"] > last:
                body = {"error": {"message": said, "param": "max_tokens"}}
                self._send(writer, 400, json.dumps(body).encode(), {})
                return True
            return await super()._respond(writer, received)

    server = Naming(answer=cut_below(100 * LIMIT))

    async def run():
        answers = []
        endpoint = KnownEndpoint("fake", Adaptation())
        async with server:
            options = ModelOptions(model="fake", base_url=server.url, max_tokens=LIMIT)
            for _ in range(2):
                with ResponseStore(tmp_path) as store:
                    async with Client(options, store=store, endpoint=endpoint) as client:
                        answers.append(await client.ask(messages(), MODEL))
        return answers

    answers = asyncio.run(run())
    assert limits(server) == sent
    assert all(f"limit of {last} tokens" in str(answer.imperfect[0]) for answer in answers)


def test_a_limit_that_the_endpoint_does_not_know_is_not_doubled():
    class Ignoring(Cutting):
        def _completion(self, request, fault, size):
            return super()._completion(request | {"max_tokens": 1}, fault, size)

    server = Ignoring(answer=cut_below(100 * LIMIT))

    async def run():
        endpoint = KnownEndpoint("fake", Adaptation(left_out=frozenset({"max_tokens"})))
        async with server:
            options = ModelOptions(model="fake", base_url=server.url, max_tokens=LIMIT)
            async with Client(options, endpoint=endpoint) as client:
                return await client.ask(messages(), MODEL)

    assert len(asyncio.run(run()).value.claims) == 3
    assert len(server.received) == 1


def test_a_model_that_spends_the_limit_on_its_thoughts(tmp_path):
    outcomes, server = runs(tmp_path, faulty("reasoning_length"), {}, {})
    assert [calls for _, calls in outcomes] == [4, 0]
    for error, _ in outcomes:
        assert str(error).startswith("the model used up its limit of 8000 tokens on its thoughts")
    assert len(server.received) == 4


def test_no_limit_of_ours_is_not_doubled(tmp_path):
    outcomes, server = runs(tmp_path, faulty("length"), {"max_tokens": None}, model=Toll)
    assert len(server.received) == 1
    assert "own token limit of the endpoint" in str(outcomes[0][0])


@pytest.mark.parametrize(
    ("faults", "kind", "again"),
    [
        ("refusal,ok", "refused", 1),
        ("content_filter,ok", "refused", 1),
        ("length,length,length,length,ok", "cut", 1),
        ("schema_invalid,ok", "failed", 1),
    ],
)
def test_asking_again_puts_a_better_answer_in_the_place_of_a_bad_one(faults, kind, again, tmp_path):
    # A question that never fits is three requests, each with its own text: the marker counts them apart.
    faulty_turns = faulty(faults)
    reasks = {"max_reasks": 0}
    others = frozenset({"refused", "cut", "failed"} - {kind})
    changes = [reasks, reasks | {"ask_again": others}, reasks | {"ask_again": frozenset({kind})}, reasks]
    outcomes, _ = runs(tmp_path, faulty_turns, *changes, model=Toll)
    assert [calls for _, calls in outcomes[1:]] == [0, again, 0]
    assert outcomes[2][0].value == outcomes[3][0].value == Toll(quote="Nineteen miners died when the Kolwezi", killed=1)


def test_asking_again_keeps_what_was_better(tmp_path):
    calls = []

    def answer(request):
        calls.append(request)
        whole = cut_below(100 * LIMIT)(request)
        return whole if len(calls) <= 4 else whole[: whole.index('"value": 1')]

    server = Cutting(answer=answer)
    changes = [{}, {"ask_again": frozenset({"cut"})}, {}]
    outcomes, _ = runs(tmp_path, messages(), *changes, server=server)
    assert [calls for _, calls in outcomes] == [4, 4, 0]
    assert [len(answer.value.claims) for answer, _ in outcomes] == [3, 3, 3]


def test_an_outcome_that_is_not_one():
    with pytest.raises(UsageError, match="ask_again must be of refused, cut, failed"):
        ModelOptions(model="m", ask_again=frozenset({"lost"}))


def test_a_flaw_is_public():
    assert Flaw("x") == Flaw("x", (), refused=False, said="")
