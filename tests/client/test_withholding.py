"""Requests that are noted instead of sent, and what the store answers all the same."""

from __future__ import annotations

import asyncio

import pytest
from fakeserver import FakeClock, FakeServer
from questions import ARTICLE, Toll, faulty, in_text, messages

from extractor.cache import ResponseStore
from extractor.client import Client, ModelOptions
from extractor.client.withholding import Withheld
from extractor.errors import RequestWithheld


async def asked(server, store, turns, withheld=None):
    options = ModelOptions(model="fake", base_url=server.url)
    async with Client(options, store=store, clock=FakeClock(), withheld=withheld) as client:
        return await client.ask(turns, Toll, check=in_text(ARTICLE))


def collecting():
    noted = {}
    return noted, Withheld(noted.__setitem__)


@pytest.mark.parametrize("kept", [True, False])
def test_nothing_is_sent(tmp_path, kept):
    async def ask():
        noted, withheld = collecting()
        with ResponseStore(tmp_path) as store:
            async with FakeServer() as server:
                for text in (ARTICLE, ARTICLE, "Another article."):
                    with pytest.raises(RequestWithheld):
                        await asked(server, store if kept else None, messages(text), withheld)
        return noted, server.received

    noted, received = asyncio.run(ask())
    assert received == []
    assert [request["messages"][1]["content"] for request in noted.values()] == [ARTICLE, "Another article."]


def test_what_is_noted_is_what_would_be_sent_under_the_key_of_its_answer(tmp_path):
    async def ask():
        noted, withheld = collecting()
        with ResponseStore(tmp_path) as store:
            async with FakeServer() as server:
                with pytest.raises(RequestWithheld):
                    await asked(server, store, messages(), withheld)
                await asked(server, store, messages())
                [(key, request)] = noted.items()
                return request, server.received[0].json, store.get(key)

    request, sent, answer = asyncio.run(ask())
    assert request == sent
    assert answer is not None


def test_a_stored_answer_that_is_wrong_leads_to_its_re_ask(tmp_path):
    async def ask():
        noted, withheld = collecting()
        with ResponseStore(tmp_path) as store:
            async with FakeServer() as server:
                turns = faulty("schema_invalid,ok")
                first = {}
                with pytest.raises(RequestWithheld):
                    await asked(server, store, turns, Withheld(first.__setitem__))
                await asked(server, None, turns)  # the wrong answer and the right one
                [key] = first
                wrong = '{"choices": [{"message": {"content": "{}"}, "finish_reason": "stop"}]}'
                store.put(key, wrong)
                with pytest.raises(RequestWithheld):
                    await asked(server, store, turns, withheld)
        return noted

    [again] = asyncio.run(ask()).values()
    assert len(again["messages"]) > 2
    assert "quote" in again["messages"][-1]["content"]
