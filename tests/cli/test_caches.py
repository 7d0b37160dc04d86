"""The cache from the shell: counted, checked, exported, pruned, cleared."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta

import pytest
from fakebatches import completion_of

from extractor.cache import ResponseStore
from extractor.cli import main
from extractor.client.attempts import FILE, AttemptLog, Outcome
from extractor.client.ledger import TokenUsage
from extractor.client.stored import Wanted, chosen, days_ago


@pytest.fixture
def folder(tmp_path):
    """Four answers: two of one model, one cut and of another, one that is older than the ledger."""
    path = tmp_path / "cache"
    cut = completion_of("{")
    cut["choices"][0]["finish_reason"] = "length"
    with ResponseStore(path) as store:
        for key, body in (
            ("a", completion_of("{}")),
            ("b", completion_of("{}")),
            ("c", cut),
            ("d", completion_of("{}")),
        ):
            store.put(key, json.dumps(body))
    for model, keys in (("m", "ab"), ("other", "c")):
        with AttemptLog(path / FILE, "run", model, "loopback/v1") as attempts:
            for key in keys:
                attempts.finish(attempts.begin(key, 1), Outcome("answered", 200, "", TokenUsage(10, 5), 0.25))
    return path


def cache(folder, *given):
    return main(["cache", *given, "--cache", str(folder)])


def keys(folder):
    with ResponseStore(folder) as store:
        return "".join(store.all_keys())


def test_show(folder, capsys):
    assert cache(folder, "show") == 0
    shown = capsys.readouterr().out
    assert shown.startswith("4 answers, ")
    assert "m at loopback/v1: 2 requests, 2 answered, 20 tokens in, 10 out, 0.5000 US dollars" in shown


def test_verify(folder, capsys):
    assert cache(folder, "verify") == 0
    with ResponseStore(folder) as store:
        store.put("b", "<html>")
    assert cache(folder, "verify") == 1
    shown = capsys.readouterr()
    assert shown.out.startswith("b: the endpoint answered 200 with something that is not a completion")
    assert "4 answers" in shown.err
    assert "1 that cannot be read" in shown.err


def test_export_has_every_answer_and_every_attempt(folder, capsys):
    with AttemptLog(folder / FILE, "run", "m", "e") as attempts:
        attempts.begin("lost", 1)
    assert cache(folder, "export") == 0
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [(row["key"], row["response"] is not None, len(row["attempts"])) for row in rows] == [
        ("a", True, 1),
        ("b", True, 1),
        ("c", True, 1),
        ("d", True, 0),
        ("lost", False, 1),
    ]
    assert rows[-1]["attempts"][0]["outcome"] == "sent"


@pytest.mark.parametrize(
    ("given", "left"),
    [
        (["--model", "m"], "cd"),
        (["--outcome", "cut"], "abd"),
        (["--model", "m", "--outcome", "cut"], "abcd"),
        (["--older-than", "1"], "abcd"),
        (["--model", "m", "--dry-run"], "abcd"),
    ],
)
def test_prune(folder, given, left, capsys):
    assert cache(folder, "prune", *given) == 0
    assert keys(folder) == left
    assert "of 4 answers" in capsys.readouterr().err


def test_age_is_the_ledgers_word(folder):
    with ResponseStore(folder) as store:
        soon = datetime.now(UTC) + timedelta(days=3)
        assert chosen(store, folder, Wanted(before=days_ago(1, soon))) == ["a", "b", "c"]


def test_prune_wants_to_know_which(folder, capsys):
    assert cache(folder, "prune") == 2
    assert "--older-than" in capsys.readouterr().err
    assert keys(folder) == "abcd"


def test_clear_asks_first(folder, capsys):
    assert cache(folder, "clear") == 2
    assert "4 answers" in capsys.readouterr().err
    (folder / "mine.txt").write_text("keep me")
    assert cache(folder, "clear", "--yes") == 2
    assert "mine.txt" in capsys.readouterr().err
    assert keys(folder) == "abcd"
    (folder / "mine.txt").unlink()
    assert cache(folder, "clear", "--yes") == 0
    assert not folder.exists()


@pytest.mark.parametrize("action", ["show", "verify", "export", "clear"])
@pytest.mark.parametrize("there", [True, False])
def test_a_folder_that_is_no_cache_does_not_become_one(tmp_path, capsys, action, there):
    folder = tmp_path / "none"
    if there:
        folder.mkdir()
    assert cache(folder, action) == 0
    assert "no answers are kept" in capsys.readouterr().err
    assert [path.name for path in tmp_path.rglob("*")] == (["none"] if there else [])
