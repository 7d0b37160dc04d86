"""A run through the batch API: the same result as online, every request sent once, whatever is cut off in between."""

from __future__ import annotations

import asyncio
import json

import pytest
from mine_cases import online, options_of, results

from extractor.cli import main
from extractor.client.batchstate import Stage
from extractor.errors import ServerFailed, UsageError
from extractor.pipeline import run
from extractor.pipeline.batching import (
    collect_batch,
    command_of,
    look_at_batch,
    open_batches,
    send_batch,
)


def test_a_batch_gives_what_the_run_gives_online(news, server):
    run(options_of(news, server, out=news / "expected", cache=news / "other"))
    before = online(server)
    options = options_of(news, server)
    sent = asyncio.run(send_batch(options))
    assert (sent.documents, sent.requests, server.lines) == (6, 6, 6)
    server.finish()
    [folder] = open_batches(options.cache)
    brought = asyncio.run(collect_batch(folder, options.api_key))
    assert (len(brought.answered), online(server)) == (6, before)
    run(options)
    assert online(server) == before + 1  # the answer that does not fit is asked again
    assert results(news / "out") == results(news / "expected")
    assert open_batches(options.cache) == []


def test_what_is_open_can_be_a_second_batch(news, server):
    options = options_of(news, server)
    asyncio.run(send_batch(options))
    server.finish()
    [first] = open_batches(options.cache)
    asyncio.run(collect_batch(first, None))
    sent = asyncio.run(send_batch(options))
    assert (sent.requests, server.lines) == (1, 7)
    server.finish()
    [second] = open_batches(options.cache)
    asyncio.run(collect_batch(second, None))
    run(options)
    assert online(server) == 0


def test_what_is_under_way_is_not_sent_again(news, server):
    options = options_of(news, server)
    asyncio.run(send_batch(options))
    sent = asyncio.run(send_batch(options))
    assert (sent.batch, sent.requests, server.lines) == (None, 0, 6)
    assert list(sent.under_way.values()) == [6]


def test_a_batch_whose_submission_failed_goes_on(news, server):
    options = options_of(news, server)
    server.broken.extend([200] + [503] * 20)
    with pytest.raises(ServerFailed):
        asyncio.run(impatient(send_batch(options)))
    server.broken.clear()
    sent = asyncio.run(send_batch(options))
    assert (sent.requests, server.lines) == (0, 6)
    [folder] = open_batches(options.cache)
    assert folder.load().parts[0].stage is Stage.SUBMITTED


async def impatient(sending):
    """Without the pauses between tries."""
    with pytest.MonkeyPatch.context() as patch:

        async def at_once(self, seconds):
            del self, seconds

        patch.setattr("extractor.client.pacing.SystemClock.sleep", at_once)
        return await sending


def test_the_key_is_not_written(news, server):
    options = options_of(news, server)
    asyncio.run(send_batch(options))
    [folder] = open_batches(options.cache)
    assert all(b"secret" not in path.read_bytes() for path in folder.path.iterdir())
    assert command_of(folder.load(), "sk-a-secret-key") == options


def test_what_an_endpoint_refused_online_is_not_in_a_batch(news, server):
    options = options_of(news, server)
    learnt = '{"gpt-test at loopback/v1": {"renamed": {"max_tokens": "max_completion_tokens"}, "left_out": ["seed"]}}'
    (news / "cache").mkdir()
    (news / "cache" / "endpoints.json").write_text(learnt)
    asyncio.run(send_batch(options))
    [line, *_] = server.files["file-1"].splitlines()
    body = json.loads(line)["body"]
    assert not {"max_tokens", "seed"} & set(body)
    assert body["max_completion_tokens"] == options.max_tokens


def test_progress_is_the_endpoints(news, server):
    options = options_of(news, server)
    asyncio.run(send_batch(options))
    [folder] = open_batches(options.cache)
    assert asyncio.run(look_at_batch(folder, None)).parts[0].status == "in_progress"
    server.finish()
    batch = asyncio.run(look_at_batch(folder, None))
    assert (batch.parts[0].status, batch.parts[0].done) == ("completed", 6)


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"strategy": "reader", "model": None}, "asks no model"),
        ({"paths": ("-",)}, "standard input"),
    ],
)
def test_runs_that_cannot_wait(news, server, changes, why):
    with pytest.raises(UsageError, match=why):
        asyncio.run(send_batch(options_of(news, server, **changes)))


def command(news, *more):
    return main([*more, "--cache", str(news / "cache")])


def test_from_the_shell(news, server, capsys, monkeypatch):
    given = ("run", "news", "--model", "gpt-test", "--base-url", server.url, "--strategy", "article", "--batch")
    assert command(news, *given) == 0
    assert "6 requests about 6 articles sent to gpt-test" in capsys.readouterr().err
    assert not (news / "extractor-out").exists()

    assert command(news, "batch", "collect") == 1
    assert "0 of 6 answered" in capsys.readouterr().err

    server.finish()
    assert command(news, "batch", "status") == 0
    assert "completed  6 of 6 answered  gpt-test  for extractor-out" in capsys.readouterr().out

    elsewhere = news / "elsewhere"
    elsewhere.mkdir()
    monkeypatch.chdir(elsewhere)
    assert command(news, "batch", "collect") == 0
    shown = capsys.readouterr()
    assert "6 answers put into the cache" in shown.err
    assert "Zonguldak" in shown.out
    assert (news / "extractor-out" / "events.json").exists()

    assert command(news, "batch", "status") == 0
    assert "no open batches" in capsys.readouterr().err


def test_the_shell_names_what_failed(news, server, capsys):
    server.error_every, server.leave_out = 3, set()
    given = ("run", "news", "--model", "gpt-test", "--base-url", server.url, "--strategy", "article", "--batch")
    command(news, *given)
    server.finish()
    assert command(news, "batch", "collect", "--again") == 1
    shown = capsys.readouterr().err
    assert "the server had an error" in shown
    assert "3 requests still open, sent in a second batch" in shown


def test_a_batch_that_is_not_there(news, capsys):
    assert command(news, "batch", "collect", "nosuch") == 2
    assert "no batch nosuch" in capsys.readouterr().err
