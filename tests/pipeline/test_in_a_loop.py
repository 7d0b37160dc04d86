"""A run inside an event loop that is there already: the same result, and nothing left behind when it is cancelled."""

from __future__ import annotations

import asyncio

import pytest
from fakeserver import FakeServer
from pipeline_cases import BRIDGE, RAID

from extractor.errors import UsageError
from extractor.output import FILES
from extractor.pipeline import RunOptions, extract, extract_documents, run, run_async


@pytest.fixture
def articles(tmp_path):
    (tmp_path / "news").mkdir()
    for name, text in (("a", BRIDGE), ("b", RAID)):
        (tmp_path / "news" / f"{name}.txt").write_text(text, encoding="utf-8")
    return str(tmp_path / "news")


def test_the_same_files_with_and_without_a_loop(articles, tmp_path):
    def options(out):
        return RunOptions(paths=(articles,), strategy="reader", out=tmp_path / out)

    assert run(options("without")).written
    assert asyncio.run(run_async(options("with"))).written
    assert all((tmp_path / "with" / f).read_bytes() == (tmp_path / "without" / f).read_bytes() for f in FILES)


def test_without_events(articles):
    result = asyncio.run(run_async(RunOptions(paths=(articles,), strategy="reader"), merge=False))
    assert result.events == ()
    assert result.claims


@pytest.mark.parametrize(
    ("call", "instead"),
    [
        (run, "run_async"),
        (extract, r"run_async\(options, merge=False\)"),
        (lambda options: extract_documents([], options), "extract_async"),
    ],
)
def test_the_others_name_what_to_use_in_a_loop(call, instead):
    async def inside():
        call(RunOptions(strategy="reader"))

    with pytest.raises(UsageError, match=instead):
        asyncio.run(inside())


def test_cancelled_it_leaves_nothing_running_and_the_folder_as_it_was(articles, tmp_path):
    out = tmp_path / "out"
    run(RunOptions(paths=(articles,), strategy="reader", out=out))
    before = {path.name: path.read_bytes() for path in out.iterdir()}

    async def cancelled():
        async with FakeServer(script=["hang"] * 4) as server:
            known = {"model": "fake", "base_url": server.url, "strategy": "article", "cache": tmp_path / "cache"}
            running = asyncio.create_task(run_async(RunOptions(paths=(articles,), out=out, **known)))
            await server.hanging.wait()
            running.cancel()
            with pytest.raises(asyncio.CancelledError):
                await running
            tasks = [task.get_coro().__qualname__ for task in asyncio.all_tasks() - {asyncio.current_task()}]
        return [name for name in tasks if not name.startswith("FakeServer")]

    assert asyncio.run(cancelled()) == []
    assert {path.name: path.read_bytes() for path in out.iterdir()} == before
    assert run(RunOptions(paths=(articles,), strategy="reader", out=out)).written  # nothing holds the folder
