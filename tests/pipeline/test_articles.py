"""One article at a time: the order, how many are under way, what ends it, and asking again."""

from __future__ import annotations

import asyncio
import json

import pytest
from pipeline_cases import BRIDGE, PROMPT, QUIET, RAID, SCHEMA, FakeModel, Reply, document, first_choice

from extractor.documents import ReadFailure, Reason
from extractor.errors import ServerFailed, StoreError
from extractor.extraction.strategies import Extraction, Strategy
from extractor.pipeline.articles import ArticleResult, ArticleWork, work_through

EXTRACTION = Extraction(SCHEMA, "event", PROMPT, "m")
FAILURE = ReadFailure(path="x.txt", reason=Reason.EMPTY, message="is empty")


class SlowWork:
    """Takes as many turns of the loop as the article's text says; knows how many are under way."""

    def __init__(self, fails=None):
        self.under_way = self.peak = self.started = 0
        self.fails = fails

    async def extract(self, doc):
        self.under_way += 1
        self.started += 1
        self.peak = max(self.peak, self.under_way)
        try:
            for _ in range(int(doc.text)):
                await asyncio.sleep(0)
            if doc.id == self.fails:
                raise StoreError(doc.id)
            return ArticleResult(doc, (), ())
        finally:
            self.under_way -= 1


def turns(*numbers):
    return [document(str(number), f"d{index}") for index, number in enumerate(numbers)]


async def collect(items, work, concurrency=3):
    return [item async for item in work_through(items, work, concurrency)]


async def one_by_one(items):
    for item in items:
        await asyncio.sleep(0)
        yield item


@pytest.mark.parametrize("asynchronous", [False, True], ids=["iterable", "async iterable"])
@pytest.mark.parametrize("concurrency", [1, 3, 50])
def test_results_come_in_order_and_no_more_than_asked_for_are_under_way(asynchronous, concurrency):
    items = [*turns(9, 0, 4), FAILURE, *turns(1, 7, 0, 0, 3, 2)]
    work = SlowWork()
    found = asyncio.run(collect(one_by_one(items) if asynchronous else iter(items), work, concurrency))
    assert [item if item is FAILURE else item.document for item in found] == items
    assert work.peak <= concurrency


def test_articles_are_not_read_ahead():
    read = []

    def source():
        for item in turns(*[0] * 100):
            read.append(item.id)
            yield item

    async def run():
        results = work_through(source(), SlowWork(), 4)
        await anext(results)
        seen = len(read)
        await results.aclose()
        return seen

    assert asyncio.run(run()) <= 5


def test_an_exception_of_one_ends_all_and_leaves_nothing_running():
    work = SlowWork(fails="d1")

    async def run():
        with pytest.raises(StoreError, match="d1"):
            await collect(turns(0, 3, 900, 900, 900), work)
        return len(asyncio.all_tasks())

    assert asyncio.run(run()) == 1
    assert work.under_way == 0


def test_an_exception_of_the_source_is_passed_on():
    def source():
        yield from turns(5)
        msg = "gone"
        raise StoreError(msg)

    work = SlowWork()
    with pytest.raises(StoreError, match="gone"):
        asyncio.run(collect(source(), work))
    assert work.under_way == 0


@pytest.mark.parametrize("how", ["cancel", "enough"])
def test_ended_from_outside_nothing_is_left_running(how):
    work = SlowWork()

    async def run():
        if how == "enough":
            results = work_through(turns(0, 900, 900, 900), work, 3)
            await anext(results)
            await results.aclose()
        else:
            task = asyncio.create_task(collect(turns(900, 900, 900, 900), work))
            for _ in range(9):
                await asyncio.sleep(0)
            assert work.under_way == 3
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task
        return len(asyncio.all_tasks())

    assert asyncio.run(run()) == 1
    assert work.under_way == 0
    assert work.started < 5


def test_a_result_says_what_is_not_covered_and_what_failed():
    model = FakeModel(lambda *_: ServerFailed("500"))
    result = asyncio.run(ArticleWork(EXTRACTION, Strategy.ARTICLE, model).extract(document(RAID)))
    assert result.failed
    facts = json.loads(json.dumps(result.facts()))
    assert facts["claims"] == 0
    assert [u["value"] for u in facts["unclaimed"]] == [21, 9, 5]
    assert facts["problems"] == [f"characters 0 to {len(RAID)}: 500"]


def test_an_article_without_events_is_no_failure():
    work = ArticleWork(EXTRACTION, Strategy.READER, None)
    result = asyncio.run(work.extract(document(QUIET)))
    assert (result.failed, result.claims, result.facts()) == (False, (), {"claims": 0})


def two_passes(content, model, number):
    """The whole article: one claim; a sentence: whatever stands first."""
    if "Article:" not in content:
        return first_choice(content, model, number)
    names = list(SCHEMA.value_types())
    killed = {"value": 21, "bound": "exact", "quote": "killed 21 villagers"}
    return Reply(model.model_validate({"claims": [{**dict.fromkeys(names), "killed": killed}]}))


def test_asking_again_is_only_about_what_is_not_covered():
    model = FakeModel(two_passes)
    plain = ArticleWork(EXTRACTION, Strategy.ARTICLE, model)
    before = asyncio.run(plain.extract(document(RAID)))
    assert [u.value for u in before.unclaimed] == [9, 5]
    asked = len(model.asked)
    again = ArticleWork(EXTRACTION, Strategy.ARTICLE, model, Extraction(SCHEMA, "event", PROMPT, "m"))
    after = asyncio.run(again.extract(document(RAID)))
    sentences = [messages[-1].content for messages in model.asked[asked + 1 :]]
    assert sentences
    assert all('"nine"' in s or '"5"' in s for s in sentences)
    assert not any("21" in s.partition("Figures:")[2] for s in sentences)
    assert after.claims[: len(before.claims)] == before.claims
    assert [c.id for c in after.claims[len(before.claims) :]] == [
        f"d#{n:03d}r" for n in range(1, len(after.claims) - len(before.claims) + 1)
    ]
    tolls = [v.claimed.value for c in after.claims for f in ("killed", "injured") for v in c.fields.get(f, ())]
    assert sorted(tolls) == [5, 9, 21]
    assert after.unclaimed == ()
    assert after == asyncio.run(again.extract(document(RAID)))


def test_nothing_is_asked_again_when_all_is_covered():
    model = FakeModel(first_choice)
    work = ArticleWork(EXTRACTION, Strategy.PASSAGE, model, EXTRACTION)
    result = asyncio.run(work.extract(document(BRIDGE)))
    assert not result.unclaimed
    assert len(model.asked) == len({messages[-1].content for messages in model.asked})
