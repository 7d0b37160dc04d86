"""Two processes on one store do not pay twice for one request."""

from __future__ import annotations

import asyncio
import os
import socket
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

import pytest
from fakeserver import FakeServer
from questions import Toll, messages

from extractor.cache import ResponseStore
from extractor.client import Client, ModelOptions
from extractor.client.accounts import Accounts
from extractor.client.leases import Leases
from extractor.errors import StoreError

HOST = socket.gethostname()


def change(path, statement, *values):
    """Change the rows from outside, and return what comes of it."""
    with closing(sqlite3.connect(path, isolation_level=None)) as database:
        return database.execute(statement, values).fetchall()


def rewritten(path, host, process):
    """Make all rows another process's."""
    change(path, "UPDATE leases SET host = ?, process = ?", host, process)


class Box(NamedTuple):
    leases: Leases
    path: Path
    clock: list[float]


@pytest.fixture
def box(tmp_path):
    now = [1000.0]
    with closing(Leases(tmp_path / "leases.sqlite", 60.0, lambda: now[0])) as leases:
        yield Box(leases, tmp_path / "leases.sqlite", now)


def test_what_is_free_is_taken_and_given_back(box):
    assert box.leases.take("a")
    assert box.leases.take("a")  # this process's own: a lock of the event loop keeps its tasks apart
    rewritten(box.path, HOST, os.getppid())
    assert not box.leases.take("a")
    assert box.leases.take("b")
    box.leases.give_back("a")  # not ours to give
    assert not box.leases.take("a")


def test_a_process_that_is_gone_holds_nothing(box):
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    assert box.leases.take("a")
    rewritten(box.path, HOST, ended.pid)
    assert box.leases.take("a")


def test_another_machine_is_believed_for_a_while(box):
    box.leases.take("a")
    rewritten(box.path, "elsewhere", 1)
    assert not box.leases.take("a")
    box.clock[0] += 61
    assert box.leases.take("a")


def test_a_file_that_is_no_database(tmp_path):
    (tmp_path / "l").write_text("no database, but long enough to be looked at as one" * 20)
    with pytest.raises(StoreError, match="--cache"):
        Leases(tmp_path / "l", 60.0)


def test_the_second_waits_for_the_answer_of_the_first(tmp_path):
    """The first is played by a row of a process that lives, and by the answer that appears meanwhile."""

    async def ask():
        async with FakeServer() as server:
            options = ModelOptions(model="fake", base_url=server.url)
            with ResponseStore(tmp_path / "other") as store:
                async with Client(options, store=store) as client:
                    await client.ask(messages(), Toll)
                [key] = store.all_keys()
                body = store.get(key)
            with ResponseStore(tmp_path) as store, closing(Leases(tmp_path / "leases.sqlite", 60.0)) as leases:
                leases.take(key)
                rewritten(tmp_path / "leases.sqlite", HOST, os.getppid())
                async with Client(options, store=store, accounts=Accounts(leases=leases)) as client:
                    asking = asyncio.create_task(client.ask(messages(), Toll))
                    await asyncio.sleep(0.2)
                    assert not asking.done()
                    store.put(key, body)
                    change(tmp_path / "leases.sqlite", "DELETE FROM leases")
                    answer = await asking
            return answer, server.received

    answer, received = asyncio.run(ask())
    assert answer.cached
    assert len(received) == 1  # of the run that made the answer


def test_a_request_that_fails_is_given_back(tmp_path):
    async def ask():
        async with FakeServer(script=["401", "ok"]) as server:
            options = ModelOptions(model="fake", base_url=server.url)
            with ResponseStore(tmp_path) as store, closing(Leases(tmp_path / "leases.sqlite", 60.0)) as leases:
                async with Client(options, store=store, accounts=Accounts(leases=leases)) as client:
                    outcomes = await asyncio.gather(
                        client.ask(messages(), Toll), client.ask(messages(), Toll), return_exceptions=True
                    )
                    left = change(tmp_path / "leases.sqlite", "SELECT count(*) FROM leases")
            return outcomes, left

    outcomes, left = asyncio.run(ask())
    assert sorted(isinstance(outcome, Exception) for outcome in outcomes) == [False, True]
    assert left == [(0,)]
