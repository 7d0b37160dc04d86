"""A run from end to end: files in, an output folder out, against nobody and against a model that fails on demand."""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import signal
import subprocess
import sys
import threading
from dataclasses import replace
from pathlib import Path

import pytest
from fakeserver import FakeServer
from pipeline_cases import (
    BRIDGE,
    QUIET,
    RAID,
    cluster_articles,
    corpus_articles,
    document,
    write_articles,
)

from extractor.cache import ResponseStore
from extractor.errors import ExtractorError, RegistryError, UsageError
from extractor.output import CLAIMS, DOCUMENTS, EVENTS, FILES, RUN
from extractor.pipeline import MergeOptions, RunOptions, extract, extract_async, extract_documents, merge, run

SEEDS = tuple(str(path) for path in sorted((Path(__file__).parents[2] / "seeds").glob("*.txt")))


@contextlib.contextmanager
def serving(**how):
    """A fake server on a loop of its own, for calls that run a loop themselves."""
    loop = asyncio.new_event_loop()
    server = asyncio.run_coroutine_threadsafe
    thread = threading.Thread(target=loop.run_forever, daemon=True)
    thread.start()

    async def opened():
        return await FakeServer(**how).__aenter__()

    fake = server(opened(), loop).result(10)
    try:
        yield fake
    finally:
        server(fake.__aexit__(None, None, None), loop).result(10)
        loop.call_soon_threadsafe(loop.stop)
        thread.join(10)
        loop.close()


def reading(paths, out=None, **more):
    return RunOptions(paths=tuple(map(str, paths)), out=out, strategy="reader", **more)


def asking(paths, out, server, **more):
    known = {"model": "fake", "base_url": server.url, "strategy": "passage", "cache": out.parent / "cache", **more}
    return RunOptions(paths=tuple(map(str, paths)), out=out, **known)


def rows(folder, name):
    return [json.loads(line) for line in (folder / name).read_text(encoding="utf-8").splitlines()]


def same(one, other, names=(CLAIMS, EVENTS)):
    return [name for name in names if (one / name).read_bytes() != (other / name).read_bytes()]


def walk(node):
    if isinstance(node, dict):
        yield node
        for part in node.values():
            yield from walk(part)
    elif isinstance(node, list):
        for part in node:
            yield from walk(part)


def assert_proven(folder):
    """Every piece of evidence of `events.json`, and every span of `claims.jsonl`, is a slice of its article."""
    texts = {row["id"]: row["text"] for row in rows(folder, DOCUMENTS)}
    events = json.loads((folder / EVENTS).read_text(encoding="utf-8"))
    proven = 0
    for node in walk(events):
        if {"document", "start", "end", "quote"} <= node.keys():
            text = texts[node["document"]]
            assert text[node["start"] : node["end"]] == node["quote"]
            before, after = node.get("prefix", ""), node.get("suffix", "")
            assert text[: node["start"]].endswith(before)
            assert text[node["end"] :].startswith(after)
            proven += 1
    for claim in rows(folder, CLAIMS):
        for value in (v for values in claim["fields"].values() for v in values if v.get("span")):
            text, span = texts[claim["document"]], value["span"]
            if span.get("method", "exact") == "exact":
                assert text[span["start"] : span["end"]] == value["quote"]
            if decided := value["verdict"].get("decided"):
                assert 0 <= decided[0] <= decided[1] <= len(text)
    return proven


@pytest.fixture(scope="module")
def seeds_run(tmp_path_factory):
    out = tmp_path_factory.mktemp("seeds") / "out"
    run(reading(SEEDS, out))
    return out


def test_every_value_of_the_seeds_events_is_proven(seeds_run):
    assert assert_proven(seeds_run) > 100
    assert {path.name for path in seeds_run.iterdir()} == set(FILES)


@pytest.mark.parametrize(
    "articles",
    [pytest.param(corpus_articles(), id="corpus")]
    + [pytest.param(articles, id=name) for name, articles in sorted(cluster_articles().items())[::3]],
)
def test_events_of_other_articles_are_proven_and_do_not_depend_on_the_order(articles, tmp_path):
    paths = write_articles(tmp_path / "in", articles)
    run(reading(paths, tmp_path / "a"))
    run(reading(reversed(paths), tmp_path / "b", concurrency=1))
    assert assert_proven(tmp_path / "a")
    assert not same(tmp_path / "a", tmp_path / "b", FILES)


def test_no_byte_depends_on_the_order_of_the_files(seeds_run, tmp_path):
    run(reading((*SEEDS[3:], *SEEDS[:3]), tmp_path / "out"))
    assert not same(seeds_run, tmp_path / "out", FILES)


def test_a_duplicated_article_changes_no_value(seeds_run, tmp_path):
    copy = tmp_path / "a_copy.txt"
    copy.write_bytes(Path(SEEDS[0]).read_bytes())
    result = run(reading((*SEEDS, copy), tmp_path / "out"))
    assert [w.reason for w in result.record.warnings].count("duplicate") == 1
    assert result.record.exit_code == 0

    def values(folder):
        events = json.loads((folder / EVENTS).read_text(encoding="utf-8"))["events"]
        names = ("value", "low", "best", "high")
        return sorted(
            str([(name, [field.get(n) for n in names]) for name, field in sorted(event["fields"].items())])
            for event in events
        )

    assert values(tmp_path / "out") == values(seeds_run)


def test_extract_then_merge_is_run(seeds_run, tmp_path):
    extract(reading(SEEDS, tmp_path / "half"))
    assert not (tmp_path / "half" / EVENTS).exists()
    merge(MergeOptions(claims=(str(tmp_path / "half"),), out=tmp_path / "whole"))
    assert not same(seeds_run, tmp_path / "whole")


def test_an_extraction_takes_away_the_events_of_an_earlier_run(tmp_path):
    (tmp_path / "a.txt").write_text(RAID)
    run(reading([tmp_path / "a.txt"], tmp_path / "out"))
    assert (tmp_path / "out" / EVENTS).exists()
    extract(reading([tmp_path / "a.txt"], tmp_path / "out"))
    assert not (tmp_path / "out" / EVENTS).exists()


def test_bad_input_is_told_and_the_rest_goes_through(tmp_path):
    (tmp_path / "in").mkdir()
    for name, content in {
        "empty.txt": b"",
        "blank.txt": b" \n\t\n",
        "image.txt": b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR",
        "nul.txt": b"\x00" * 5000,
        "good.txt": RAID.encode(),
        "half.json": b'{"text": "Nine die',
        "utf16.txt": BRIDGE.encode("utf-16"),
    }.items():
        (tmp_path / "in" / name).write_bytes(content)
    result = run(reading([tmp_path / "in", tmp_path / "missing.txt"], tmp_path / "out"))
    told = {(Path(f.path).name, f.reason) for f in result.record.failures}
    assert {("empty.txt", "empty"), ("blank.txt", "empty"), ("missing.txt", "missing")} <= told
    assert {"image.txt", "nul.txt", "half.json"} <= {name for name, _ in told}
    assert result.record.exit_code == 1
    assert {Path(row["path"]).name for row in rows(tmp_path / "out", DOCUMENTS)} == {"good.txt", "utf16.txt"}
    assert assert_proven(tmp_path / "out")


@pytest.mark.parametrize(
    ("paths", "code"),
    [pytest.param((), 3, id="nothing"), pytest.param(("gone.txt",), 3, id="nothing that is there")],
)
def test_when_nothing_goes_through_the_exit_code_says_so(paths, code, tmp_path):
    result = run(reading([tmp_path / path for path in paths], tmp_path / "out"))
    assert result.record.exit_code == code
    assert result.events == ()


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        pytest.param({"strategy": "guess"}, "strategy 'guess' is not known", id="strategy"),
        pytest.param({"rule": "best"}, "rule 'best' is not known", id="rule"),
        pytest.param({"concurrency": 0}, "at least 1", id="concurrency"),
    ],
)
def test_what_cannot_be_carried_out_is_refused_at_once(wrong, told):
    with pytest.raises(UsageError, match=told):
        RunOptions(**{"strategy": "reader", **wrong})


@pytest.mark.parametrize(
    ("options", "error"),
    [
        pytest.param({"strategy": "auto"}, UsageError, id="no model"),
        pytest.param({"strategy": "reader", "schema": "gone"}, RegistryError, id="no such schema"),
        pytest.param({"strategy": "passage", "model": "m", "prompt": "gone"}, RegistryError, id="no such prompt"),
    ],
)
def test_what_is_missing_is_an_error_of_ours(options, error, tmp_path):
    with pytest.raises(error):
        run(RunOptions(paths=SEEDS[:1], cache=tmp_path, **options))


def test_the_watcher_is_told_of_every_article():
    seen = []
    run(reading(SEEDS), seen.append)
    assert [progress.done for progress in seen] == [1, 2, 3, 4, 5]


FAULTY = {
    "good.txt": RAID,
    "quiet.txt": QUIET,
    "once.txt": BRIDGE.replace("Morbihan", "Brest") + "[[fault:500,ok]]\n",
    "refused.txt": BRIDGE.replace("Morbihan", "Vannes") + "[[fault:refusal]]\n",
    "html.txt": BRIDGE.replace("Morbihan", "Lorient") + "[[fault:html]]\n",
    "cut.txt": BRIDGE.replace("Morbihan", "Redon") + "[[fault:length]]\n",
    "unfit.txt": BRIDGE.replace("Morbihan", "Auray") + "[[fault:schema_invalid]]\n",
    "rejected.txt": BRIDGE.replace("Morbihan", "Dinan") + "[[fault:400]]\n",
}


def test_a_failed_article_is_a_row_and_the_others_go_through(tmp_path, monkeypatch):
    monkeypatch.setattr("extractor.client.pacing.SystemClock.sleep", lambda _self, _seconds: asyncio.sleep(0))
    (tmp_path / "in").mkdir()
    for name, text in FAULTY.items():
        (tmp_path / "in" / name).write_text(text)
    with serving() as server:
        options = asking([tmp_path / "in"], tmp_path / "out", server, strategy="article")
        first = run(options)
        asked = len(server.received)
        kept = {name: (tmp_path / "out" / name).read_bytes() for name in FILES}
        second = run(options)
        again = [item.fault for item in server.received[asked:]]
    failed = {Path(f.path).name for f in first.record.failures}
    assert failed == {"refused.txt", "html.txt", "cut.txt", "unfit.txt", "rejected.txt"}
    assert all(f.step == "extract" and f.document and f.message for f in first.record.failures)
    reasons = {Path(f.path).name: f.reason for f in first.record.failures}
    assert {name: reasons[name] for name in ("refused.txt", "cut.txt", "unfit.txt", "html.txt")} == {
        "refused.txt": "refused",
        "cut.txt": "cut",
        "unfit.txt": "invalid",
        "html.txt": "model",
    }
    counts = first.record.counts
    assert (counts.documents_failed, counts.documents_refused, counts.documents_cut) == (4, 1, 1)
    assert (first.record.exit_code, second.record.exit_code) == (1, 1)
    by_name = {Path(row["path"]).name: row for row in rows(tmp_path / "out", DOCUMENTS)}
    assert set(by_name) == set(FAULTY)
    assert {name for name, row in by_name.items() if "problems" in row} == failed
    assert by_name["good.txt"]["claims"] == by_name["once.txt"]["claims"] == 1
    assert set(again) <= {"html", "400"}  # what was no completion is asked again; all else is stored
    assert {name: (tmp_path / "out" / name).read_bytes() for name in (CLAIMS, EVENTS, DOCUMENTS)} == {
        name: kept[name] for name in (CLAIMS, EVENTS, DOCUMENTS)
    }
    assert_proven(tmp_path / "out")


def test_one_bad_claim_is_a_problem_of_the_article_and_the_others_go_through(tmp_path):
    (tmp_path / "a.txt").write_text(RAID + "[[fault:one_bad_claim]]\n")
    with serving() as server:
        result = run(asking([tmp_path / "a.txt"], tmp_path / "out", server, strategy="article"))
    assert len(result.claims) >= 2
    assert [flag for claim in result.claims for flag in claim.flags if flag.startswith("refused")]


def test_asking_again_about_what_was_refused(tmp_path):
    (tmp_path / "a.txt").write_text(RAID + "[[fault:refusal,ok]]\n")
    with serving() as server:
        options = asking([tmp_path / "a.txt"], tmp_path / "out", server, strategy="article")
        results = [run(replace(options, ask_again=kinds)) for kinds in ((), ("cut", "failed"), ("refused",), ())]
    assert [result.record.usage.calls for result in results] == [1, 0, 3, 0]  # the fake's quotes are asked about again
    assert [result.record.counts.documents_refused for result in results] == [1, 1, 0, 0]
    assert [result.record.exit_code for result in results] == [3, 3, 0, 0]


@pytest.mark.parametrize("strategy", ["article", "passage"])
def test_a_second_run_asks_nothing_and_gives_the_same_bytes(strategy, tmp_path):
    with serving() as server:
        run(asking(SEEDS, tmp_path / "a", server, strategy=strategy, recheck=True))
        asked = len(server.received)
        assert asked >= len(SEEDS)
        result = run(asking(reversed(SEEDS), tmp_path / "b", server, strategy=strategy, recheck=True))
        assert len(server.received) == asked
    assert result.record.usage.calls == 0
    assert not same(tmp_path / "a", tmp_path / "b", (DOCUMENTS, CLAIMS, EVENTS))
    assert_proven(tmp_path / "a")


def test_asking_again_uses_a_prompt_for_passages(tmp_path):
    (tmp_path / "a.txt").write_text(RAID)
    with serving() as server:
        result = run(asking([tmp_path / "a.txt"], tmp_path / "out", server, strategy="article", recheck=True))
        systems = [item.contents[0].split("\n")[0] for item in server.received]
    assert len(set(systems)) == 2
    assert systems[0].startswith("You read one news article")
    assert systems[-1].startswith("You read one sentence")
    assert [c.id[-1] for c in result.claims if c.id.endswith("r")]


def test_a_long_article_is_asked_about_concurrently(tmp_path):
    text = "".join(
        f"{n} people on their way to a market near Potosi were killed, police said.\n\n" for n in range(2, 90)
    )
    (tmp_path / "a.txt").write_text(text)
    with serving(latency=0.01) as server:
        run(asking([tmp_path / "a.txt"], tmp_path / "out", server, concurrency=6))
        assert server.peak == 6


async def asynchronously(items):
    for item in items:
        yield item


@pytest.mark.parametrize("make", [list, iter, asynchronously], ids=["list", "iterator", "async iterator"])
def test_documents_come_from_any_iterable(make):
    documents = [document(RAID, "a"), document(BRIDGE, "b"), document(QUIET, "c")]

    async def collect():
        return [result async for result in extract_async(make(documents), RunOptions(strategy="reader"))]

    results = asyncio.run(collect())
    assert [r.document.id for r in results] == ["a", "b", "c"]
    assert results == extract_documents(documents, RunOptions(strategy="reader"))


@pytest.mark.parametrize(
    "text",
    ["", "\x00" * 99, "🙂" * 500, "\ud83d half", "a" * 100_000, "(" * 20_000, "killed " * 9_000, "7 " * 9_000],
    ids=["empty", "NULs", "emoji", "surrogate", "one word", "brackets", "killed", "sevens"],
)
def test_no_text_makes_it_fail(text):
    item = document(RAID, "x").model_copy(update={"text": text})
    (result,) = extract_documents([item], RunOptions(strategy="reader"))
    assert not result.failed


@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGTERM])
def test_an_interrupt_leaves_the_answers_that_were_paid_for(tmp_path, sent):
    (tmp_path / "a.txt").write_text(RAID)
    (tmp_path / "b.txt").write_text(BRIDGE + "[[fault:hang]]\n")
    with serving() as server:
        line = f"run a.txt b.txt --model fake --base-url {server.url} --cache c --out o --concurrency 1"
        environment = {k: v for k, v in os.environ.items() if not k.startswith("OPENAI")}
        environment["PYTHONPATH"] = str(Path(__file__).parents[2])
        process = subprocess.Popen(
            [sys.executable, "-m", "extractor", *line.split(), "--strategy", "article"],
            cwd=tmp_path,
            env=environment,
            stderr=subprocess.PIPE,
        )
        for _ in range(3000):
            if server.hanging.is_set():
                break
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(0.01)
        assert server.hanging.is_set()
        process.send_signal(sent)
        _, told = process.communicate(timeout=20)
    assert process.returncode == 130
    assert b"Traceback" not in told
    assert not (tmp_path / "o" / RUN).exists()
    assert [path.name for path in (tmp_path / "o").iterdir()] == []
    with ResponseStore(tmp_path / "c") as store:
        assert len(store) == len(server.received) - 1


def test_errors_are_of_one_tree(tmp_path):
    (tmp_path / "file").write_text("x")
    with pytest.raises(ExtractorError):
        run(reading(SEEDS[:1], tmp_path / "file"))


def test_a_result_is_shown_in_few_words(seeds_run):
    (result,) = extract_documents([document(RAID * 50, "a")], RunOptions(strategy="reader"))
    assert repr(result).startswith("ArticleResult('a', claims: ")
    whole = merge(MergeOptions(claims=(str(seeds_run),)))
    assert f"claims: {len(whole.claims)}" in repr(whole)
    assert len(repr(result)) + len(repr(whole)) < 500


AFRIKAANS = {
    "id": "beaufort",
    "language": "af",
    "text": "Minstens nege mense is dood nadat 'n bus naby Beaufort-Wes omgeslaan het, het die polisie gesê.",
}
UNTOLD = {"id": "filler", "text": "Zxqva blorp nembit drasco ulm. " * 8}
ENGLISH = {"id": "bus", "text": "At least nine people died when a bus overturned near the town, the police said."}


@pytest.fixture
def unread_articles(tmp_path):
    path = tmp_path / "articles.jsonl"
    path.write_text("\n".join(json.dumps(a) for a in (AFRIKAANS, UNTOLD, ENGLISH)), encoding="utf-8")
    return path


def unread_rows(folder):
    rows = map(json.loads, (folder / DOCUMENTS).read_text(encoding="utf-8").splitlines())
    return {row["id"]: row.get("language_not_read") for row in rows}


def test_a_language_that_nothing_reads_is_an_answer(tmp_path, unread_articles):
    result = run(reading([unread_articles], tmp_path / "out"))
    assert unread_rows(tmp_path / "out") == {"beaufort": "af", "filler": "und", "bus": None}
    assert result.record.languages_not_read == {"af": 1, "und": 1}
    assert {claim.document for claim in result.claims} == {"bus"}


def test_a_merge_says_which_languages_are_not_read(tmp_path, unread_articles):
    run(reading([unread_articles], tmp_path / "out"))
    result = merge(MergeOptions(claims=(str(tmp_path / "out"),), out=tmp_path / "merged"))
    assert result.record.languages_not_read == {"af": 1, "und": 1}
    assert unread_rows(tmp_path / "merged") == unread_rows(tmp_path / "out")
