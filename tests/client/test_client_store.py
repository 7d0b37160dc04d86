"""Nothing is paid twice."""

import asyncio
import sys
from pathlib import Path

import pytest
from fakeserver import FakeClock, FakeServer
from pydantic import BaseModel
from questions import ARTICLE, Toll, faulty, in_text, messages

from extractor.cache import ResponseStore
from extractor.client import Client, ModelOptions
from extractor.errors import (
    AnswerIncomplete,
    AnswerRefused,
    NotACompletion,
)


async def runs(turns, path, *changes):
    """The same question to one server in several runs with a store on disk; what came of each.

    The first run is as it is by default, each further one with the given change.
    """
    async with FakeServer() as server:
        base = {"model": "fake", "base_url": server.url}
        outcomes = []
        for chosen in (base, *(base | change for change in changes)):
            with ResponseStore(path) as store:
                async with Client(ModelOptions(**chosen), store=store, clock=FakeClock()) as client:
                    before = len(server.received)
                    try:
                        answer = await client.ask(turns, Toll, check=in_text(ARTICLE))
                    except (AnswerIncomplete, AnswerRefused, NotACompletion) as error:
                        answer = error
                    outcomes.append((answer, len(server.received) - before, client.ledger))
        return outcomes


@pytest.mark.parametrize("faults", ["ok", "badquote,schema_invalid,ok", "badquote", "length", "refusal"])
def test_a_second_run_makes_no_call(tmp_path, faults):
    (first, paid, _), (second, again, ledger) = asyncio.run(runs(faulty(faults), tmp_path, {}))
    assert again == 0
    assert ledger.tries == 0
    assert ledger.cache_hits == paid
    assert ledger.paid.prompt == 0
    assert ledger.saved.prompt > 0
    if isinstance(first, Exception):
        assert (type(first), str(first)) == (type(second), str(second))
    else:
        assert (second.value, second.imperfect, second.raw) == (first.value, first.imperfect, first.raw)
        assert second.cached
        assert not first.cached


@pytest.mark.parametrize("faults", ["length,length,length,length,ok", "refusal,ok"])
def test_a_stored_refusal_does_not_replay_for_ever(tmp_path, faults):
    first, again, after = asyncio.run(runs(faulty(faults), tmp_path, {"ask_again": frozenset({"cut", "refused"})}, {}))
    assert isinstance(first[0], AnswerIncomplete | AnswerRefused)
    assert again[1] == 1
    # The new answer stands in the place of the old one, whether or not one asks again.
    assert after[1] == 0
    assert after[0].value == again[0].value == Toll(quote="Nineteen miners died when the Kolwezi", killed=1)


def test_a_larger_limit_is_another_request(tmp_path):
    faults = "length,length,length,length,ok"
    (_, _, _), (second, calls, _) = asyncio.run(runs(faulty(faults), tmp_path, {"max_tokens": 65536}))
    assert calls == 1
    assert second.value


def test_what_is_no_completion_is_not_stored(tmp_path):
    (first, _, _), (second, calls, _) = asyncio.run(runs(faulty("html,html,html,html,html,ok"), tmp_path, {}))
    assert isinstance(first, NotACompletion)
    assert calls == 1
    assert second.value


def test_another_key_or_port_and_the_store(tmp_path):
    assert asyncio.run(runs(messages(), tmp_path / "a", {"api_key": "sk-other"}))[1][1] == 0

    async def elsewhere():
        async with FakeServer() as other:
            return await runs(messages(), tmp_path / "b", {"base_url": other.url}), len(other.received)

    assert asyncio.run(elsewhere())[1] == 0  # the same model behind another port of this machine


def test_equal_questions_at_one_time_are_paid_once(tmp_path):
    async def run():
        async with FakeServer() as server:
            with ResponseStore(tmp_path) as store:
                async with Client(ModelOptions(model="fake", base_url=server.url), store=store) as client:
                    answers = await asyncio.gather(*(client.ask(messages(), Toll) for _ in range(6)))
            return answers, server

    answers, server = asyncio.run(run())
    assert len(server.received) == 1
    assert sorted(answer.cached for answer in answers) == [False] + [True] * 5


class Crash(BaseException):
    """The end of the process, as far as a test can have it."""


def test_an_answer_is_on_disk_before_anything_is_made_of_it(tmp_path):
    class Dying(BaseModel):
        quote: str

        @classmethod
        def model_validate_json(cls, *_args, **_options):
            raise Crash

    async def run():
        async with FakeServer() as server:
            options = ModelOptions(model="fake", base_url=server.url)
            with ResponseStore(tmp_path) as store:
                async with Client(options, store=store) as client:
                    with pytest.raises(Crash):
                        await client.ask(messages(), Dying)
            kept = len(ResponseStore(tmp_path))
            return kept, len(server.received)

    assert asyncio.run(run()) == (1, 1)


CHILD = """
import asyncio, pathlib, sys
from extractor.cache import ResponseStore
from extractor.client import Client, ModelOptions
from extractor.prompting import Message, Role
from pydantic import BaseModel

class Toll(BaseModel):
    quote: str

async def run(url, path, texts):
    options = ModelOptions(model="fake", base_url=url)
    async with Client(options, store=ResponseStore(pathlib.Path(path))) as client:
        for text in texts:
            print((await client.ask((Message(Role.USER, text),), Toll)).cached, flush=True)

asyncio.run(run(sys.argv[1], sys.argv[2], sys.argv[3:]))
"""


def test_a_killed_run_is_taken_up_where_it_was(tmp_path):
    texts = ["One died.", "Two died.", "Three died.", "Four died. [[fault:hang,ok]]"]

    async def child(server):
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-c", CHILD, server.url, str(tmp_path), *texts),
            stdout=asyncio.subprocess.PIPE,
            cwd=Path(__file__).parents[2],
        )
        return process, [(await process.stdout.readline()).decode().strip() for _ in texts[:3]]

    async def run():
        async with FakeServer() as server:
            process, first = await child(server)
            await server.hanging.wait()
            process.kill()
            await process.communicate()
            paid = len([item for item in server.received if item.fault == "ok"])
            process, second = await child(server)
            last = (await process.communicate())[0].decode().strip()
            return first, paid, second, last, server

    first, paid, second, last, server = asyncio.run(run())
    assert first == ["False"] * 3
    assert paid == 3
    assert second == ["True"] * 3
    assert last == "False"
    assert [item.contents for item in server.received if item.fault == "ok"][:3] == [[text] for text in texts[:3]]
