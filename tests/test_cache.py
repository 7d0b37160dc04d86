import asyncio
import os
import pickle
import sqlite3
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from extractor.cache import ResponseStore, default_store_path
from extractor.errors import StoreError


@pytest.fixture
def store(tmp_path):
    with ResponseStore(tmp_path / "store") as opened:
        yield opened


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=50)
@given(text=st.text())
def test_text_comes_back_as_it_was(store, text):
    store.put("key", text)
    assert store.get("key") == text


def test_nothing_is_none(store):
    assert store.get("key") is None
    assert len(store) == 0


def test_a_large_text_stays_in_the_database(store, tmp_path):
    text = "ü" * 3_000_000
    store.put("key", text)
    assert store.get("key") == text
    assert not list(tmp_path.rglob("*.val"))


def test_it_is_there_after_closing(tmp_path):
    with ResponseStore(tmp_path) as store:
        store.put("key", "first")
        store.put("key", "second")
    with ResponseStore(tmp_path) as store:
        assert store.get("key") == "second"


def test_only_the_owner_may_look(tmp_path):
    path = tmp_path / "deep" / "store"
    ResponseStore(path).close()
    assert stat.S_IMODE(path.stat().st_mode) == 0o700


def test_a_folder_of_the_users_keeps_its_mode(tmp_path):
    path = tmp_path / "store"
    path.mkdir(mode=0o755)
    ResponseStore(path).close()
    assert stat.S_IMODE(path.stat().st_mode) == 0o755


def test_nothing_is_evicted(store, tmp_path):
    store.put("key", "text")
    # Settings of the file itself: what another process that opens it would go by.
    database = sqlite3.connect(tmp_path / "store" / "cache.db")
    chosen = dict(database.execute("SELECT key, value FROM Settings"))
    database.close()
    assert (chosen["eviction_policy"], chosen["cull_limit"]) == ("none", 0)


@pytest.mark.parametrize("value", [b"bytes", 7, None, ["list"]])
def test_only_text_is_kept(store, value):
    with pytest.raises(StoreError, match="never writes"):
        store.put("key", value)


def test_text_that_cannot_be_written(store):
    with pytest.raises(StoreError):
        store.put("key", "\ud800")


class Planted:
    def __reduce__(self):
        return os._exit, (66,)


ROWS = {
    "pickle in the row": {"mode": 4, "filename": None, "value": pickle.dumps(Planted())},
    "pickle in a file": {"mode": 4, "filename": "planted.val", "value": None},
    "a file of the user's": {"mode": 3, "filename": "../secret.txt", "value": None},
    "bytes": {"mode": 1, "filename": None, "value": b"bytes"},
    "a number": {"mode": 1, "filename": None, "value": 7},
    "a file beside a value": {"mode": 1, "filename": "../secret.txt", "value": "text"},
}


@pytest.mark.parametrize("row", ROWS.values(), ids=ROWS)
def test_a_planted_row_is_refused(tmp_path, row):
    (tmp_path / "secret.txt").write_text("secret")
    path = tmp_path / "store"
    with ResponseStore(path) as store:
        store.put("key", "text")
    (path / "planted.val").write_bytes(pickle.dumps(Planted()))
    database = sqlite3.connect(path / "cache.db")
    with database:
        database.execute(
            "UPDATE Cache SET mode = :mode, filename = :filename, value = :value",
            row,
        )
    database.close()
    with ResponseStore(path) as store, pytest.raises(StoreError, match="never writes"):
        store.get("key")


@pytest.mark.parametrize(
    "content", [b"no database at all, but long enough to look like one" * 50, b"SQLite format 3\0"]
)
def test_a_broken_store_says_what_to_do(tmp_path, content):
    (tmp_path / "cache.db").write_bytes(content)
    with pytest.raises(StoreError, match="give another folder with --cache"):
        ResponseStore(tmp_path)


def test_a_file_in_the_way(tmp_path):
    (tmp_path / "store").write_text("")
    with pytest.raises(StoreError, match="--cache"):
        ResponseStore(tmp_path / "store")


def test_many_tasks(store):
    async def run():
        await asyncio.gather(*(store.save(f"k{n}", f"text {n}") for n in range(100)))
        return await asyncio.gather(*(store.load(f"k{n}") for n in range(100)))

    assert asyncio.run(run()) == [f"text {n}" for n in range(100)]


def test_a_save_is_carried_out_though_its_task_is_cancelled(store):
    async def run():
        tasks = [asyncio.create_task(store.save(f"k{n}", "text")) for n in range(20)]
        await asyncio.sleep(0)
        for task in tasks:
            task.cancel()
        return await asyncio.gather(*tasks, return_exceptions=True)

    assert all(isinstance(outcome, asyncio.CancelledError) for outcome in asyncio.run(run()))
    assert len(store) == 20


WRITER = """
import sys, os, pathlib
from extractor.cache import ResponseStore
store = ResponseStore(pathlib.Path(sys.argv[1]))
for n in range(50):
    store.put(f"{sys.argv[2]}-{n}", "x" * 5000)
    print(n, flush=True)
os.kill(os.getpid(), 9)
"""


def test_killed_writers_lose_nothing_that_was_acknowledged(tmp_path):
    root = Path(__file__).parents[1]
    writers = [
        subprocess.Popen(
            [sys.executable, "-c", WRITER, str(tmp_path), name], stdout=subprocess.PIPE, text=True, cwd=root
        )
        for name in ("a", "b")
    ]
    acknowledged = {name: writer.communicate()[0].split() for name, writer in zip("ab", writers, strict=True)}
    with ResponseStore(tmp_path) as store:
        for name, numbers in acknowledged.items():
            assert len(numbers) == 50
            assert all(store.get(f"{name}-{number}") == "x" * 5000 for number in numbers)


@pytest.mark.parametrize(
    ("configured", "expected"),
    [
        ("/somewhere/cache", "/somewhere/cache/extractor/responses"),
        ("relative", "/someone/.cache/extractor/responses"),
        ("", "/someone/.cache/extractor/responses"),
    ],
)
def test_where_it_is_kept(monkeypatch, configured, expected):
    monkeypatch.setenv("XDG_CACHE_HOME", configured)
    monkeypatch.setenv("HOME", "/someone")
    assert default_store_path() == Path(expected)
