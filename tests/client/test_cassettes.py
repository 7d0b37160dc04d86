"""Recording and playing back, and what a cassette may hold."""

import asyncio
import json
import socket
from datetime import date
from pathlib import Path

import pytest
from fakeserver import FakeClock, FakeServer
from pydantic import BaseModel

from extractor.client import Client, Flaw, ModelOptions
from extractor.client.cassettes import (
    LARGEST,
    RecordingOrigin,
    cassette_files,
    inspect_cassettes,
    origin_of,
    read_origin,
    recording,
    replaying,
)
from extractor.errors import NotRecorded, UsageError
from extractor.prompting import Message, Role

ROOT = Path(__file__).parents[2]
DAY = date(2026, 11, 21)


class Toll(BaseModel):
    quote: str
    killed: int | None = None


def turns(text):
    return (Message(Role.SYSTEM, "Read the toll."), Message(Role.USER, text))


def texts(count):
    return [f"{n} people died in Cóndor crash." for n in range(count)]


async def ask_all(options, wanted, check=None):
    async with Client(options, clock=FakeClock()) as client:
        answers = await asyncio.gather(*(client.ask(turns(text), Toll, check=check) for text in wanted))
    return answers, client.ledger


def record(folder, wanted, *, faults=(), day=DAY, **chosen):
    async def run():
        async with FakeServer(script=faults, gzipped=True, retry_after=0) as server:
            options = ModelOptions(**{"model": "fake", "base_url": server.url, "api_key": "sk-secretsecret"} | chosen)
            with recording(folder, origin_of(options, day, {"strategy": "passage"})):
                answers, _ = await ask_all(options, wanted)
            return answers, server

    return asyncio.run(run())


def block_network(monkeypatch):
    def refuse(*_args, **_options):
        msg = "the network is blocked"
        raise AssertionError(msg)

    for name in ("connect", "connect_ex", "sendto"):
        monkeypatch.setattr(socket.socket, name, refuse)
    monkeypatch.setattr(asyncio.BaseEventLoop, "create_connection", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


def replay(path, wanted):
    with replaying(path) as tape:
        answers, ledger = asyncio.run(ask_all(tape.origin.options(), wanted))
    return answers, ledger, tape


def test_what_was_recorded_is_played_without_key_or_network(tmp_path, monkeypatch):
    recorded, server = record(tmp_path, texts(5))
    assert len(server.received) == 5
    monkeypatch.delenv("OPENAI_API_KEY", raising=False)
    block_network(monkeypatch)
    answers, ledger, tape = replay(tmp_path, texts(5))
    assert [answer.value for answer in answers] == [answer.value for answer in recorded]
    assert (tape.played, tape.unplayed, ledger.tries) == (5, (), 5)
    assert inspect_cassettes(tmp_path) == []


def test_a_cassette_says_what_it_was_recorded_from(tmp_path):
    record(tmp_path, texts(1), seed=7, max_tokens=99)
    origin = read_origin(tmp_path)
    assert (origin.model, origin.recorded, origin.endpoint) == ("fake", "2026-11-21", "loopback")
    assert origin.notes == {"strategy": "passage"}
    options = origin.options()
    assert (options.seed, options.max_tokens, options.temperature, options.api_key) == (7, 99, 0.0, None)


def test_the_files_hold_no_secret_and_no_port(tmp_path):
    record(tmp_path, texts(2))
    (file,) = cassette_files(tmp_path)
    text = file.read_text()
    for secret in ("sk-secret", "org-secret", "__cf_bm", "req_", "127.0.0.1"):
        assert secret not in text
    assert "Cóndor" in text


def test_a_request_that_was_not_recorded(tmp_path):
    record(tmp_path, texts(1))
    with pytest.raises(NotRecorded, match="record them again"):
        replay(tmp_path, ["Another text."])


def test_a_reask_is_recorded_and_played(tmp_path):
    record(tmp_path, texts(2), faults=["invalid_json"])
    answers, ledger, tape = replay(tmp_path, texts(2))
    assert all(answer.value for answer in answers)
    assert (ledger.reasks, tape.unplayed) == (1, ())


def test_a_hole_is_not_papered_over_by_an_imperfect_answer(tmp_path):
    record(tmp_path, texts(1))
    with replaying(tmp_path) as tape, pytest.raises(NotRecorded):
        asyncio.run(
            ask_all(tape.origin.options(), texts(1), check=lambda _: [Flaw("a new check that was not recorded")])
        )


def test_another_order_of_keys_is_the_same_request(tmp_path):
    record(tmp_path, texts(2))
    file = tmp_path / "001.json"
    data = json.loads(file.read_text())
    for item in data["interactions"]:
        body = json.loads(item["request"]["body"])
        item["request"]["body"] = json.dumps(dict(sorted(body.items(), reverse=True)), indent=2)
    file.write_text(json.dumps(data))
    assert replay(tmp_path, texts(2))[2].unplayed == ()


def test_failures_are_not_recorded(tmp_path):
    record(tmp_path, texts(1), faults=["429", "html"])
    assert inspect_cassettes(tmp_path) == []
    assert replay(tmp_path, texts(1))[2].played == 1


def test_the_same_question_twice(tmp_path):
    record(tmp_path, texts(1))
    answers, _, tape = replay(tmp_path, texts(1) * 3)
    assert len(answers) == tape.played == 3


def test_what_nobody_asked_for_is_named(tmp_path):
    record(tmp_path, texts(3))
    _, _, tape = replay(tmp_path, texts(2))
    assert [place.partition("#")[0] for place in tape.unplayed] == ["001.json"]


def test_a_long_recording_is_cut_into_files(tmp_path):
    wanted = texts(LARGEST + 20)
    record(tmp_path, wanted)
    assert [file.name for file in cassette_files(tmp_path)] == ["001.json", "002.json"]
    assert inspect_cassettes(tmp_path) == []
    assert replay(tmp_path, wanted)[2].unplayed == ()
    # Recorded again with fewer questions, nothing of the longer one is left.
    assert record(tmp_path, texts(4))[1].received == []
    assert [file.name for file in cassette_files(tmp_path)] == ["001.json"]
    assert replay(tmp_path, texts(4))[2].unplayed == ()


def test_an_interrupted_recording_is_taken_up(tmp_path):
    async def interrupted():
        async with FakeServer() as server:
            options = ModelOptions(model="fake", base_url=server.url)
            with recording(tmp_path, origin_of(options, DAY, {"strategy": "passage"})):
                await ask_all(options, texts(3))
                raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        asyncio.run(interrupted())
    _, server = record(tmp_path, texts(5), day=date(2026, 11, 22))
    assert len(server.received) == 2
    assert replay(tmp_path, texts(5))[2].unplayed == ()


def test_recording_twice_gives_the_same_bytes(tmp_path):
    def constant(folder):
        async def run():
            async with FakeServer(answer=lambda _: '{"quote": "x", "killed": 1}', latency=0.001) as server:
                options = ModelOptions(model="fake", base_url=server.url, concurrency=3)
                with recording(folder, origin_of(options, DAY)):
                    await ask_all(options, texts(8))

        asyncio.run(run())
        data = json.loads((folder / "001.json").read_text())
        return [item["request"] for item in data["interactions"]]

    assert constant(tmp_path / "a") == constant(tmp_path / "b")


def test_another_model_does_not_record_into_the_same_folder(tmp_path):
    record(tmp_path, texts(1))
    with pytest.raises(UsageError, match="another way"):
        record(tmp_path, texts(1), model="other")


def test_several_sets_with_different_origins(tmp_path):
    record(tmp_path / "a", texts(1))
    record(tmp_path / "b", texts(1), model="other")
    with pytest.raises(UsageError, match="one set at a time"), replaying(tmp_path):
        pass


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (None, "no cassettes"),
        ("not json", "cannot be read"),
        ("[]", "not a cassette"),
        ('{"interactions": [{"request": {}}]}', "not a cassette"),
        ('{"interactions": []}', "does not say"),
        ('{"interactions": [], "metadata": {"model": "m", "surprise": 1}}', "does not say"),
        ('{"interactions": [], "metadata": {"model": 5, "recorded": "x", "endpoint": "y"}}', "does not say"),
        ('{"interactions": [], "metadata": {"model": "m", "recorded": "x", "endpoint": "y", "notes": []}}', "does not"),
        ("!!python/object/apply:os._exit [66]", "cannot be read"),
    ],
)
def test_what_is_no_cassette(tmp_path, content, said):
    if content is not None:
        (tmp_path / "001.json").write_text(content)
    with pytest.raises(UsageError, match=said), replaying(tmp_path):
        pass


def interaction(**changes):
    base = {
        "request": {
            "method": "POST",
            "uri": "https://model/v1/chat/completions",
            "body": "{}",
            "headers": {"content-type": ["application/json"]},
        },
        "response": {
            "status": {"code": 200, "message": "OK"},
            "headers": {},
            "body": {"string": '{"choices": [{"message": {"content": "{}"}}]}'},
        },
    }
    for path, value in changes.items():
        side, _, name = path.partition("__")
        base[side][name] = value
    return base


@pytest.mark.parametrize(
    ("interactions", "said"),
    [
        ([], "0 interactions"),
        ([interaction(request__body=str(n)) for n in range(LARGEST + 1)], "91 interactions"),
        ([interaction(), interaction()], "the same request"),
        ([interaction(request__headers={"Authorization": ["x"]})], "authorization"),
        ([interaction(response__headers={"x-request-id": ["x"]})], "x-request-id"),
        ([interaction(request__uri="http://127.0.0.1:8080/v1/chat/completions")], "names an endpoint"),
        ([interaction(response__status={"code": 500, "message": ""})], "status 500"),
        ([interaction(response__body={"string": "<html>"})], "not a completion"),
        ([interaction(request__body='{"k": "sk-proj-abcdefgh1234"}')], "secret"),
        ([interaction(request__body="Bearer abcdefgh1234")], "secret"),
        (
            [interaction(response__body={"string": '{"choices": [{"message": {"content": "/home/me/x.gguf"}}]}'})],
            "path",
        ),
    ],
)
def test_what_an_inspection_finds(tmp_path, interactions, said):
    metadata = {"model": "m", "recorded": "2026-11-21", "endpoint": "loopback"}
    data = {"version": 1, "interactions": interactions, "metadata": metadata}
    (tmp_path / "001.json").write_text(json.dumps(data))
    assert said in "; ".join(inspect_cassettes(tmp_path))


def test_nothing_is_found_in_a_good_one(tmp_path):
    metadata = {"model": "m", "recorded": "2026-11-21", "endpoint": "loopback"}
    data = {"version": 1, "interactions": [interaction()], "metadata": metadata}
    (tmp_path / "001.json").write_text(json.dumps(data))
    assert inspect_cassettes(tmp_path) == []


SETS = sorted({file.parent for file in (ROOT / "cassettes").rglob("*.json")})


@pytest.mark.parametrize("folder", SETS, ids=lambda folder: folder.name)
def test_the_published_cassettes_are_clean(folder):
    assert inspect_cassettes(folder) == []
    origin = read_origin(folder)
    assert origin.model
    assert date.fromisoformat(origin.recorded)
    names = [file.name for file in cassette_files(folder)]
    assert names == [f"{number:03}.json" for number in range(1, len(names) + 1)]


def test_an_origin_keeps_the_longer_name_of_the_limit():
    options = ModelOptions(model="m", token_parameter="max_completion_tokens", temperature=None, seed=None)  # noqa: S106 - no secret
    replayed = origin_of(options, DAY).options()
    assert isinstance(replayed, ModelOptions)
    assert replayed.sampling() == options.sampling() == {"max_completion_tokens": 4096}
    assert RecordingOrigin(model="m", recorded="x", endpoint="y").options().sampling() == {}
