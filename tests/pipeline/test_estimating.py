"""What a run will take, and what it then takes; limits that end it."""

from __future__ import annotations

import asyncio
import json
from dataclasses import replace

import pytest
from mine_cases import online, options_of, results

from extractor.cli import main
from extractor.client.attempts import attempts_in
from extractor.errors import UsageError
from extractor.pipeline import estimate, run


def test_what_is_said_before_is_what_is_done(news, server):
    options = options_of(news, server)
    before = asyncio.run(estimate(options))
    assert (before.documents, before.requests, before.stored) == (6, 6, 0)
    assert server.calls == []
    run(options)
    assert online(server) == before.requests + 1  # one answer had to be asked again
    after = asyncio.run(estimate(options))
    assert (after.requests, after.stored, after.tokens.prompt) == (0, 7, 0)


def test_a_price_of_the_user(news, server):
    options = replace(options_of(news, server), price=(1.0, 1.0))
    found = asyncio.run(estimate(options))
    assert found.cost_usd == pytest.approx((found.tokens.prompt + found.tokens.completion) / 1e6, abs=1e-6)


def test_nobody_to_ask(news, server):
    with pytest.raises(UsageError, match="asks no model"):
        asyncio.run(estimate(options_of(news, server, strategy="reader", model=None)))


def test_from_the_shell_without_a_key(news, capsys, monkeypatch):
    monkeypatch.delenv("OPENAI_API_KEY")
    given = ["run", "news", "--model", "gpt-4.1-mini", "--cache", "cache", "--dry-run"]
    assert main(given) == 0
    shown = capsys.readouterr().out
    assert "6 articles, 6 calls to make, 0 answers in the cache already" in shown
    assert "US dollars (by the list of genai-prices)" in shown
    assert not (news / "extractor-out").exists()


def test_a_limit_ends_a_run_and_the_next_one_goes_on(news, server):
    expected = options_of(news, server, out=news / "expected", cache=news / "other")
    run(expected)
    before = online(server)
    options = options_of(news, server, max_calls=3, concurrency=1)
    record = run(options).record
    assert online(server) - before == 3
    assert record.counts.documents_not_asked >= 3
    assert record.counts.documents_failed == 0
    assert record.exit_code == 1
    assert {problem.reason for problem in record.failures} == {"not_asked"}
    assert "--max-calls" in record.failures[0].message
    assert len(attempts_in(news / "cache" / "ledger.sqlite")) == 3

    assert run(replace(options, max_calls=None)).record.exit_code == 0
    assert online(server) - before == 7
    assert results(news / "out") == results(news / "expected")


@pytest.mark.usefixtures("news")
def test_the_screen_says_it_once(server, capsys):
    given = ["run", "news", "--model", "m", "--base-url", server.url, "--strategy", "article", "--cache", "cache"]
    assert main([*given, "--max-calls", "1", "--concurrency", "1"]) == 1
    shown = capsys.readouterr().err
    assert shown.count("not asked: the run made as many calls as --max-calls allows (1)") == 1
    assert "questions in all were not asked for that reason" in shown


def test_a_run_that_came_to_nothing_leaves_earlier_results(news, server, capsys):
    options = options_of(news, server)
    run(options)
    before = results(news / "out")
    server.broken.extend([401] * 20)
    result = run(replace(options, cache=news / "empty"))
    assert (result.record.exit_code, result.written) == (3, False)
    assert results(news / "out") == before
    given = ["run", "news", "--model", "m", "--base-url", server.url, "--strategy", "article", "--cache", "none"]
    assert main([*given, "--out", "out"]) == 3
    assert "are left as they are" in capsys.readouterr().err


def test_a_first_run_that_came_to_nothing_says_why(news, server):
    server.broken.extend([401] * 20)
    result = run(options_of(news, server))
    assert (result.record.exit_code, result.written) == (3, True)
    assert (news / "out" / "run.json").exists()


def test_each_article_says_what_its_answers_took(news, server):
    options = options_of(news, server)
    usage = run(options).record.usage
    rows = [json.loads(line) for line in (news / "out" / "documents.jsonl").read_text().splitlines()]
    assert sum(row["tokens"]["prompt"] for row in rows) == usage.prompt_tokens
    assert sum(row["tokens"]["completion"] for row in rows) == usage.completion_tokens
    before = (news / "out" / "documents.jsonl").read_bytes()
    run(options)
    assert (news / "out" / "documents.jsonl").read_bytes() == before  # nothing was paid, and it took the same
