"""What a run takes: every attempt written down, prices, limits."""

from __future__ import annotations

import asyncio
import sqlite3

import pytest
from fakeserver import FakeClock, FakeServer
from questions import ARTICLE, Toll, faulty, in_text, messages

from extractor.client import Client, ModelOptions
from extractor.client.accounts import Accounts
from extractor.client.attempts import AttemptLog, asking_about, attempts_in
from extractor.client.budget import Budget
from extractor.client.ledger import Ledger, TokenUsage
from extractor.client.options import Price
from extractor.client.prices import PriceList, price_list
from extractor.errors import AccessDenied, ModelError, RunStopped, StoreError

PRICES = PriceList(Price(prompt=1.0, completion=10.0), "")


async def ask_all(path, turns, budget=Budget(), **options):  # noqa: B008 - frozen
    """Ask several questions one after the other; what came of each, the rows, and what the server saw."""
    outcomes = []
    async with FakeServer() as server:
        chosen = ModelOptions(model="fake", base_url=server.url, **options)
        with AttemptLog(path, "run-1", "fake", chosen.who) as attempts:
            accounts = Accounts(budget, PRICES, attempts)
            async with Client(chosen, clock=FakeClock(), accounts=accounts) as client:
                for number, turn in enumerate(turns):
                    try:
                        with asking_about(f"article-{number}"):
                            outcomes.append(await client.ask(turn, Toll, check=in_text(ARTICLE)))
                    except ModelError as error:
                        outcomes.append(error)
    return outcomes, attempts_in(path), server.received


def test_every_request_is_a_row(tmp_path):
    turns = [faulty(faults) for faults in ("ok", "429,500,ok", "badquote,ok", "reset,ok", "html,ok", "refusal", "401")]
    _, rows, received = asyncio.run(ask_all(tmp_path / "ledger.sqlite", turns))
    assert len(rows) == len(received)
    assert [row["outcome"] for row in rows] == [
        "answered",
        *("RateLimited", "ServerFailed", "answered"),
        *("answered", "answered"),
        *("ConnectionFailed", "answered"),
        *("NotACompletion", "answered"),
        "refused",
        "AccessDenied",
    ]
    assert [row["number"] for row in rows] == [1, 1, 2, 3, 1, 1, 1, 2, 1, 2, 1, 1]
    assert {row["document"] for row in rows} == {f"article-{number}" for number in range(7)}


def test_a_row_says_what_it_was_for_and_what_it_took(tmp_path):
    [answer], [row], _ = asyncio.run(ask_all(tmp_path / "ledger.sqlite", [messages()]))
    assert (row["run"], row["model"], row["endpoint"]) == ("run-1", "fake", "loopback/v1")
    assert (row["status"], row["request_id"]) == (200, "req_1")
    assert (row["prompt_tokens"], row["completion_tokens"]) == (answer.usage.prompt, answer.usage.completion)
    assert row["cost_usd"] == PRICES.cost(answer.usage)
    assert row["at"].endswith("+00:00")
    assert row["seconds"] == 0.0  # on a clock that stands
    assert len(row["key"]) == 64


def test_a_row_of_a_failure_has_its_status(tmp_path):
    _, [row], _ = asyncio.run(ask_all(tmp_path / "ledger.sqlite", [faulty("401")]))
    assert (row["status"], row["request_id"], row["cost_usd"]) == (401, "req_1", None)


def test_a_process_that_is_killed_leaves_its_row(tmp_path):
    path = tmp_path / "ledger.sqlite"
    with AttemptLog(path, "run-1", "m", "e") as attempts:
        attempts.begin("key", 1)
    [row] = attempts_in(path)
    assert (row["outcome"], row["seconds"]) == ("sent", None)


def test_a_ledger_that_cannot_be_written_sends_nothing(tmp_path):
    path = tmp_path / "ledger.sqlite"

    async def ask():
        async with FakeServer() as server:
            options = ModelOptions(model="fake", base_url=server.url)
            with AttemptLog(path, "run-1", "fake", "e") as attempts:
                other = sqlite3.connect(path)
                other.execute("DROP TABLE attempts")
                other.close()
                async with Client(options, clock=FakeClock(), accounts=Accounts(attempts=attempts)) as client:
                    with pytest.raises(StoreError, match="--cache"):
                        await client.ask(messages(), Toll)
            return server.received

    assert asyncio.run(ask()) == []


def test_a_file_that_is_no_ledger(tmp_path):
    path = tmp_path / "ledger.sqlite"
    path.write_text("not a database, but long enough to be looked at as one" * 20)
    with pytest.raises(StoreError, match="cannot be written"):
        AttemptLog(path, "r", "m", "e")
    with pytest.raises(StoreError, match="cannot be read"):
        attempts_in(path)
    assert attempts_in(tmp_path / "none") == []


class TestLimits:
    @pytest.mark.parametrize(
        ("budget", "asked", "said"),
        [
            (Budget(calls=2), 2, "--max-calls"),
            (Budget(cost=0.000_001), 1, "--max-cost"),
            (Budget(failures=1), 4, "--max-failures"),
            (Budget(), 5, None),
        ],
    )
    def test_nothing_more_is_sent(self, tmp_path, budget, asked, said):
        turns = [messages(f"{ARTICLE} {number}") for number in range(3)] + [faulty("401"), messages(f"{ARTICLE} last")]
        outcomes, _, received = asyncio.run(ask_all(tmp_path / "l", turns, budget))
        assert len(received) == asked
        stopped = [outcome for outcome in outcomes if isinstance(outcome, RunStopped)]
        assert len(stopped) == len(turns) - asked
        assert all(said in str(error) and "higher limit" in str(error) for error in stopped)

    def test_a_retry_is_a_call(self, tmp_path):
        outcomes, _, received = asyncio.run(ask_all(tmp_path / "l", [faulty("500,500,ok")], Budget(calls=2)))
        assert len(received) == 2
        assert isinstance(outcomes[0], RunStopped)

    def test_an_unknown_price_is_no_cost(self):
        paid = Ledger(paid=TokenUsage(10**9, 10**9))
        Budget(cost=0.01).check(paid, PriceList(None, ""))


class TestPrices:
    def of(self, model, url, given=None):
        return price_list(ModelOptions(model=model, base_url=url), given)

    def test_the_users_word_prevails(self):
        assert self.of("gpt-4.1-mini", "https://api.openai.com/v1", (1, 2)).price == Price(1, 2)

    def test_a_known_model_has_a_price(self):
        assert self.of("gpt-4.1-mini", "https://api.openai.com/v1").cost(TokenUsage(10**6, 10**6)) > 0

    @pytest.mark.parametrize("model", ["nobody-knows-this", "gpt-4.1-mini"])
    def test_an_unknown_endpoint_has_none(self, model):
        assert self.of(model, "https://models.example.org/v1").price is None

    def test_a_server_of_ones_own_bills_nothing(self):
        assert self.of("m", "http://localhost:8000/v1").cost(TokenUsage(10**6, 10**6)) == 0.0


def test_an_endpoint_that_refuses_is_not_asked_on(tmp_path):
    outcomes, _, _ = asyncio.run(ask_all(tmp_path / "l", [faulty("401")]))
    assert isinstance(outcomes[0], AccessDenied)
