"""A batch against a server on loopback: submitted once, collected once, whatever breaks in between."""

from __future__ import annotations

import asyncio
import json
from datetime import UTC, datetime

import pytest
from fakebatches import FakeBatches, completion_of
from fakeserver import FakeClock

from extractor.client.batchapi import BatchApi
from extractor.client.batches import Asked, collect, prepare, refresh, submit
from extractor.client.batchfiles import BatchRequest, write_files
from extractor.client.batchstate import BatchFolder, Stage, batch_folders
from extractor.client.options import ModelOptions
from extractor.client.vendor import Sender
from extractor.errors import ConnectionFailed, RequestRejected, ServerFailed, StoreError

NOW = datetime(2026, 11, 29, 12, 0, tzinfo=UTC)
ASKED = Asked("http://model/v1", "m", {"paths": ["news"]})


class MemoryStore(dict):
    async def load(self, key):
        return self.get(key)

    async def save(self, key, text):
        self[key] = text


def requests(number):
    return [
        BatchRequest(f"k{n}", {"model": "m", "messages": [{"role": "user", "content": str(n)}]}) for n in range(number)
    ]


def using(server, step):
    """What `step` returns, given the API of a server."""

    async def run():
        sender = Sender(ModelOptions(model="m", base_url=server.url, api_key="sk-secret-key", timeout=5.0))
        try:
            return await step(BatchApi(sender, FakeClock(), lambda: 0.0, max_tries=3, max_wait=60.0))
        finally:
            await sender.close()

    return asyncio.run(run())


def echo(body):
    return json.dumps({"said": body["messages"][0]["content"]})


def whole(server, folder, store):
    """Submit, let the endpoint finish, collect."""

    async def steps(api):
        await submit(folder, api)
        server.finish()
        await refresh(folder, api)
        return await collect(folder, api, store)

    return using(server, steps)


@pytest.fixture
def server():
    with FakeBatches(answer=echo) as server:
        yield server


def test_answers_are_stored_under_the_keys_of_their_requests(server, tmp_path):
    folder, store = prepare(requests(5), tmp_path, ASKED, NOW), MemoryStore()
    brought = whole(server, folder, store)
    assert sorted(store) == ["k0", "k1", "k2", "k3", "k4"]
    assert json.loads(store["k3"])["choices"][0]["message"]["content"] == '{"said": "3"}'
    assert (sorted(brought.answered), brought.failed, brought.missing) == (sorted(store), {}, [])
    [part] = folder.load().parts
    assert (part.stage, part.answered, part.status) == (Stage.COLLECTED, 5, "completed")


def test_no_requests_are_no_batch(tmp_path):
    assert prepare([], tmp_path, ASKED, NOW) is None
    assert batch_folders(tmp_path) == []


def test_a_batch_is_found_again_by_another_process(server, tmp_path):
    folder = prepare(requests(2), tmp_path, ASKED, NOW)
    using(server, lambda api: submit(folder, api))
    [found] = batch_folders(tmp_path)
    batch = found.load()
    assert (batch.command, batch.model, batch.open) == ({"paths": ["news"]}, "m", True)
    assert list(found.keys(batch)) == ["k0", "k1"]
    assert (found.path.stat().st_mode & 0o777) == 0o700


def test_the_same_requests_on_one_day_are_two_batches(tmp_path):
    names = {prepare(requests(2), tmp_path, ASKED, NOW).path.name for _ in range(3)}
    assert len(names) == 3


def test_what_was_sent_is_not_sent_again(server, tmp_path):
    folder = prepare(requests(2), tmp_path, ASKED, NOW)
    for _ in range(3):
        using(server, lambda api: submit(folder, api))
    assert server.lines == 2


@pytest.mark.parametrize("broken", [[200, 200, 0], [200, 0], [0], [503, 200, 429, 200, 0]])
def test_a_submission_whose_answer_is_lost_is_not_paid_twice(server, tmp_path, broken):
    """The calls are: upload, search, create; `0` does the deed and closes the connection."""
    server.broken.extend(broken)
    folder, store = prepare(requests(2), tmp_path, ASKED, NOW), MemoryStore()
    brought = whole(server, folder, store)
    assert len(server.batches) == 1
    assert sorted(brought.answered) == ["k0", "k1"]


def test_a_process_killed_after_submitting_and_before_noting_it(server, tmp_path):
    folder = prepare(requests(2), tmp_path, ASKED, NOW)
    using(server, lambda api: submit(folder, api))
    batch = folder.load()
    batch.parts[0].stage, batch.parts[0].batch_id = Stage.UPLOADED, None  # as it was before the endpoint answered
    folder.save(batch)
    whole(server, folder, MemoryStore())
    assert (len(server.batches), server.lines) == (1, 2)


def test_a_collection_that_was_cut_off_is_done_again(server, tmp_path):
    folder = prepare(requests(3), tmp_path, ASKED, NOW)

    class Full(MemoryStore):
        async def save(self, key, text):
            if len(self) == 2:
                raise StoreError("the disk is full")  # noqa: EM101, TRY003
            await super().save(key, text)

    store = Full()
    with pytest.raises(StoreError, match="disk is full"):
        whole(server, folder, store)
    again = MemoryStore(store)
    brought = using(server, lambda api: collect(folder, api, again))
    assert sorted(again) == ["k0", "k1", "k2"]
    assert len(brought.answered) == 3


def test_the_error_file_is_read(tmp_path):
    with FakeBatches(answer=echo, error_every=2) as server:
        store = MemoryStore()
        brought = whole(server, prepare(requests(5), tmp_path, ASKED, NOW), store)
    assert sorted(store) == ["k0", "k2", "k4"]
    assert {key: line.error for key, line in brought.failed.items()} == {
        "k1": "the server had an error",
        "k3": "the server had an error",
    }


def test_requests_without_a_line_are_missing(tmp_path):
    with FakeBatches(answer=echo, leave_out={"k1"}, ending="expired") as server:
        brought = whole(server, prepare(requests(3), tmp_path, ASKED, NOW), MemoryStore())
    assert (sorted(brought.answered), brought.missing) == (["k0", "k2"], ["k1"])


def test_what_is_not_a_completion_is_not_stored(server, tmp_path):
    folder, store = prepare(requests(2), tmp_path, ASKED, NOW), MemoryStore()
    using(server, lambda api: submit(folder, api))
    server.finish()
    rows = [
        {"custom_id": "k0", "response": {"status_code": 200, "body": {"choices": []}}},
        {"custom_id": "k1", "response": {"status_code": 200, "body": completion_of("{}")}},
        {"custom_id": "of somebody else", "response": {"status_code": 200, "body": completion_of("{}")}},
    ]
    output = server.batches["batch-1"]["output_file_id"]
    server.files[output] = b"".join(json.dumps(row).encode() + b"\n" for row in rows) + b"{cut"
    using(server, lambda api: refresh(folder, api))
    brought = using(server, lambda api: collect(folder, api, store))
    assert (list(store), list(brought.failed), brought.unreadable) == (["k1"], ["k0"], 2)


def test_several_files_become_several_batches(server, tmp_path, monkeypatch):
    monkeypatch.setattr("extractor.client.batches.write_files", write_small)
    store = MemoryStore()
    whole(server, prepare(requests(5), tmp_path, ASKED, NOW), store)
    assert (len(server.batches), len(store)) == (3, 5)


def write_small(requests, path):
    return write_files(requests, path, most_lines=2)


def test_nothing_is_collected_before_it_has_ended(server, tmp_path):
    folder = prepare(requests(2), tmp_path, ASKED, NOW)
    using(server, lambda api: submit(folder, api))
    brought = using(server, lambda api: collect(folder, api, MemoryStore()))
    assert (brought.answered, brought.missing) == ({}, [])
    assert folder.load().open


def test_two_processes_at_one_batch(server, tmp_path):
    folder = prepare(requests(2), tmp_path, ASKED, NOW)
    with folder.locked(), pytest.raises(StoreError, match="another process"):
        using(server, lambda api: submit(BatchFolder(folder.path), api))


@pytest.mark.parametrize(
    ("broken", "error"),
    [
        ([404], RequestRejected),
        ([405], RequestRejected),
        ([500, 500, 500], ServerFailed),
        ([0, 0, 0], ConnectionFailed),
    ],
)
def test_an_endpoint_that_fails_says_so(server, tmp_path, broken, error):
    server.broken.extend(broken)
    with pytest.raises(error) as failure:
        using(server, lambda api: submit(prepare(requests(1), tmp_path, ASKED, NOW), api))
    assert "sk-secret-key" not in str(failure.value)
    assert server.lines == 0


def test_a_state_that_cannot_be_read(tmp_path):
    folder = prepare(requests(1), tmp_path, ASKED, NOW)
    (folder.path / "batch.json").write_text("{")
    with pytest.raises(StoreError, match="not a batch of ours"):
        folder.load()


def test_an_endpoint_without_a_batch_api_says_so(server, tmp_path):
    server.broken.append(404)
    with pytest.raises(RequestRejected, match="run without --batch"):
        using(server, lambda api: submit(prepare(requests(1), tmp_path, ASKED, NOW), api))
