"""The command line: what it passes on, what it prints, and its exit codes."""

from __future__ import annotations

import ast
import json
import os
import re
import signal
import subprocess
import sys
import time
from dataclasses import fields
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from command_line import commands

from extractor import errors
from extractor.cli import main
from extractor.cli.arguments import Arguments, parser
from extractor.cli.console import Meter, harmless
from extractor.client.traffic import Traffic
from extractor.documents.claims import claim_row
from extractor.errors import ServerFailed, StoreError
from extractor.output import canonical
from extractor.pipeline import MergeOptions, Progress, RunOptions
from extractor.records import CheckedClaim, CheckedValue, ClaimedValue, Document, Span, Status, Verdict
from extractor.records.run import Counts, Problem, RunRecord, Step, Usage

TEXT = "Mine roof falls in Zonguldak\n\nAt least 9 miners were killed on Monday, the union said.\n"


class FakePipeline:
    """Remembers the options; `does` is raised, or is the run record."""

    RunOptions, MergeOptions = RunOptions, MergeOptions

    def __init__(self, does: Any = None) -> None:
        self.does = does or RunRecord(extractor="0", counts=Counts(documents=2))
        self.options: Any = None

    def _answer(self, options, progress):
        self.options = options
        if isinstance(self.does, BaseException):
            raise self.does
        progress(Progress(done=2, total=2, failed=0))
        return SimpleNamespace(record=self.does, events=(), claims=(), linked=None, written=True)

    run = extract = merge = _answer


@pytest.fixture(autouse=True)
def bare_environment(monkeypatch, tmp_path):
    for name in ("OPENAI_API_KEY", "OPENAI_BASE_URL", "EXTRACTOR_DEBUG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "tape.yaml").write_text("")


def test_options_reach_the_pipeline():
    fake = FakePipeline()
    line = (
        "extract a.txt b --out o --model m --base-url http://localhost:1/v1 --strategy passage --manifest f.csv "
        "--schema s --prompt p --concurrency 3 --recheck --cache c --record r --requests-per-minute 30 --price 1 2 -q"
    )
    assert main(line.split(), fake) == 0
    assert fake.options == RunOptions(
        paths=("a.txt", "b"),
        out=Path("o"),
        manifest=Path("f.csv"),
        model="m",
        base_url="http://localhost:1/v1",
        record=Path("r"),
        strategy="passage",
        schema="s",
        prompt="p",
        concurrency=3,
        requests_per_minute=30.0,
        recheck=True,
        price=(1.0, 2.0),
        cache=Path("c"),
    )
    assert main(["merge", "c.jsonl", "--articles", "a", "b", "--rule", "latest", "-q"], fake) == 0
    out = Path("extractor-out")
    assert fake.options == MergeOptions(claims=("c.jsonl",), articles=("a", "b"), out=out, rule="latest")


def test_every_option_of_every_command_has_a_typed_place():
    names = {f.name for f in fields(Arguments)}
    for command in commands().values():
        for action in command._actions:  # noqa: SLF001 - the same
            assert action.dest in names | {"help"}
            assert action.help


@pytest.mark.parametrize(
    ("line", "environment", "said"),
    [
        ("extract a.txt", {}, ["--model", "--replay", "http://localhost", "OPENAI_API_KEY", "extractor merge"]),
        ("run a.txt", {"OPENAI_API_KEY": "k"}, ["no --model", "extractor run"]),
        ("run a.txt --model openai/m", {}, ["no key for openai/m: OPENAI_API_KEY is not set"]),
        ("run a.txt --model groq/m", {"OPENAI_API_KEY": "k"}, ["GROQ_API_KEY is not set"]),
        ("run a.txt --model m", {}, ["no key for m", "--base-url", "--replay"]),
        ("run a.txt --model m", {"OPENAI_API_KEY": ""}, ["no key for m"]),
        ("run a.txt --model m --base-url localhost:8000", {}, ["http://"]),
        ("run a.txt --replay gone", {}, ["gone", "no such file"]),
        ("run a.txt --concurrency 0", {}, ["above zero"]),
        ("run a.txt --concurrency ²", {}, ["above zero"]),
        ("run a.txt --rule best", {}, ["majority"]),
        ("run", {}, ["PATH"]),
        ("fly", {}, ["choose from"]),
        ("", {}, ["COMMAND"]),
        ("show", {}, ["holds no results"]),
        ("read a.txt --manifest gone.json", {}, ["gone.json", "no such file"]),
    ],
)
def test_what_cannot_start_says_how_to_go_on(line, environment, said, monkeypatch, capsys):
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    fake = FakePipeline()
    assert main(line.split(), fake) == 2
    assert fake.options is None
    out, err = capsys.readouterr()
    assert out == ""
    for words in said:
        assert words in err
    assert "Traceback" not in err


@pytest.mark.parametrize(
    ("environment", "line"),
    [
        ({"OPENAI_API_KEY": "k"}, "extract a.txt --model m"),
        ({"OPENAI_BASE_URL": "http://localhost:1/v1"}, "extract a.txt --model m"),
        ({}, "extract a.txt --model m --base-url http://localhost:1/v1"),
        ({}, "extract a.txt --replay tape.yaml"),
    ],
)
def test_what_can_start(environment, line, monkeypatch):
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert main(line.split(), FakePipeline()) == 0


PROBLEM = Problem(step=Step.READ, reason="empty", message="is empty", path="b.txt")


@pytest.mark.parametrize(
    ("does", "code", "said"),
    [
        (RunRecord(extractor="0", counts=Counts(documents=2)), 0, "2 of 2 articles"),
        (RunRecord(extractor="0", counts=Counts(documents=1), failures=(PROBLEM,)), 1, "b.txt: is empty [empty]"),
        (RunRecord(extractor="0", counts=Counts(documents=1), warnings=(PROBLEM,)), 0, "note: b.txt"),
        (RunRecord(extractor="0", failures=(PROBLEM,)), 3, "failed: b.txt"),
        (RunRecord(extractor="0", counts=Counts(documents=2, documents_failed=2), failures=(PROBLEM,)), 3, "failed"),
        (errors.UsageError("choose one"), 2, "extractor: choose one"),
        (errors.RegistryError("no schema"), 2, "no schema"),
        (StoreError("disk full"), 2, "disk full"),
        (ServerFailed("500 five times"), 3, "500 five times"),
        (KeyboardInterrupt(), 130, "in the cache"),
        (ZeroDivisionError("oops"), 3, "internal error, a bug in extractor"),
    ],
)
def test_exit_codes(does, code, said, capsys):
    assert main(["extract", "a.txt", "--replay", "tape.yaml"], FakePipeline(does)) == code
    out, err = capsys.readouterr()
    assert said in err
    assert out == ""
    assert "Traceback" not in err


def test_the_traceback_is_there_for_who_wants_it(monkeypatch):
    monkeypatch.setenv("EXTRACTOR_DEBUG", "1")
    with pytest.raises(ZeroDivisionError):
        main(["extract", "a.txt", "--replay", "tape.yaml"], FakePipeline(ZeroDivisionError()))


def test_quiet_says_only_what_failed(capsys):
    done = RunRecord(extractor="0", counts=Counts(documents=1), failures=(PROBLEM,), warnings=(PROBLEM,))
    assert main(["extract", "a.txt", "--replay", "tape.yaml", "-q"], FakePipeline(done)) == 1
    assert capsys.readouterr().err == "failed: b.txt: is empty [empty]\n"


def test_skipped_files_are_counted_or_named(capsys):
    skipped = Problem(step=Step.READ, reason="skipped", message=".pdf: not read", path="x.pdf")
    done = RunRecord(extractor="0", counts=Counts(documents=1), warnings=(skipped, skipped))
    main(["extract", "a.txt", "--replay", "tape.yaml"], FakePipeline(done))
    assert "2 files passed over" in capsys.readouterr().err
    main(["extract", "a.txt", "--replay", "tape.yaml", "-v"], FakePipeline(done))
    assert "x.pdf: .pdf: not read" in capsys.readouterr().err


def test_read_lists_articles_and_failures(capsys, tmp_path):
    (tmp_path / "b.txt").write_text("")
    (tmp_path / "c.pdf").write_text("x")
    assert main(["read", "."]) == 1
    out, err = capsys.readouterr()
    assert out == f"a  {len(TEXT)} characters  utf-8\n"
    assert "failed: b.txt: is empty [empty]" in err
    assert "1 article, 1 failed, 2 passed over" in err
    assert main(["read", "b.txt"]) == 3
    assert main(["read", "a.txt", "-q"]) == 0


def test_show_a_claim_with_its_words(capsys, tmp_path):
    start = TEXT.index("At least 9")
    value = CheckedValue(
        claimed=ClaimedValue(value=9, quote="At least 9 miners\x1b[2J", bound="at_least"),
        span=Span(start=start, end=start + 17),
        verdict=Verdict(status=Status.SUPPORTED, reason="same_number"),
    )
    lost = value.model_copy(update={"span": None})
    claim = CheckedClaim(id="a#1", document="a", fields={"killed": (value, lost)}, made_by="a person")
    out = tmp_path / "out"
    out.mkdir()
    (out / "claims.jsonl").write_text(canonical(claim_row(claim)) + "\n")
    (out / "documents.jsonl").write_text(Document(id="a", text=TEXT, sha256="").model_dump_json() + "\n")
    assert main(["show", "a#1", "--out", "out"]) == 0
    shown = capsys.readouterr().out
    assert f"[{start}:{start + 17}] ...Mine roof falls in Zonguldak  »At least 9 miners« were killed on Monday" in shown
    assert "killed: 9 (at_least): supported (same_number)" in shown
    assert "not found: At least 9 miners\ufffd[2J" in shown
    assert main(["show", "a#2", "--out", "out"]) == 2
    assert "did you mean a#1" in capsys.readouterr().err
    assert main(["show", "--out", "out"]) == 2
    assert "extractor merge out" in capsys.readouterr().err
    (out / "claims.jsonl").write_text("{}\n")
    assert main(["show", "a#1", "--out", "out"]) == 2
    assert "claims.jsonl:1: not as this program writes it" in capsys.readouterr().err
    (out / "events.json").write_text("{}\n")
    assert main(["show", "--out", "out"]) == 2
    assert "events.json: not as this program writes it" in capsys.readouterr().err


def test_a_terminal_is_not_driven_by_an_article():
    assert harmless("a\x1b]0;x\x07\x9b2J\u202eb\n") == "a\ufffd]0;x\ufffd\ufffd2J\ufffdb\n"
    assert harmless("می\u200cشود\u00a0\t57") == "می\u200cشود\u00a0\t57"


def test_plain_lines_when_piped(capsys):
    with Meter() as meter:
        for done in range(1, 121):
            meter(Progress(done=done, total=120, failed=1))
    assert capsys.readouterr().err.splitlines() == [
        "50 of 120 articles, 1 failed",
        "100 of 120 articles, 1 failed",
        "120 of 120 articles, 1 failed",
    ]


def test_a_slow_endpoint_is_seen(capsys):
    now = [0.0]
    usage = Usage(calls=12, prompt_tokens=9000, completion_tokens=500, cost_usd=0.25)
    with Meter(clock=lambda: now[0]) as meter:
        meter(Progress(0, None, 0))
        for now[0], paused in ((29.0, 0.0), (31.0, 0.0), (40.0, 0.0), (62.0, 20.0)):
            meter(Progress(3, None, 1, usage=usage, traffic=Traffic(8, now[0] - 1, paused)))
    first, second = capsys.readouterr().err.splitlines()
    so_far = "3 articles, 1 failed, 12 calls, 9,500 tokens, 0.25 US dollars"
    assert first == f"{so_far}, 6 a minute, 8 requests waiting, the oldest for 30 s"
    busy = "a pause of 20 s, since the endpoint is too busy"
    assert second == f"{so_far}, 3 a minute, 8 requests waiting, the oldest for 61 s, {busy}"


def command(*arguments: str, **options: Any) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "extractor", *arguments], capture_output=True, text=True, check=False, **options
    )


@pytest.fixture
def from_here(monkeypatch, project_root):
    monkeypatch.setenv("PYTHONPATH", str(project_root))


@pytest.mark.usefixtures("from_here")
def test_help_imports_nothing_heavy():
    code = "import sys; from extractor.cli import main; main(['--help']); print(sorted(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = set(re.findall(r"'([\w.]+)'", done.stdout.splitlines()[-1]))
    assert not loaded & {"pydantic", "openai", "instructor", "rich", "vcr", "trafilatura", "dateparser", "asyncio"}
    assert "exit codes:" in done.stdout


@pytest.mark.usefixtures("from_here")
def test_help_is_quick():
    fastest = min(_seconds("--help") for _ in range(3))
    assert fastest < 0.5


def _seconds(*arguments: str) -> float:
    started = time.monotonic()
    assert command(*arguments).returncode == 0
    return time.monotonic() - started


@pytest.mark.usefixtures("from_here")
def test_a_reader_that_has_seen_enough(tmp_path):
    rows = "\n".join(json.dumps({"text": f"{n} people died. "}) for n in range(20_000))
    (tmp_path / "many.jsonl").write_text(rows)
    started = subprocess.Popen(
        [sys.executable, "-m", "extractor", "read", "many.jsonl"], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert started.stdout is not None
    assert started.stderr is not None
    started.stdout.readline()
    started.stdout.close()
    errors_said = started.stderr.read().decode()
    started.stderr.close()
    assert started.wait(30) == 0
    assert "Traceback" not in errors_said
    assert "Broken pipe" not in errors_said


@pytest.mark.usefixtures("from_here")
def test_interrupted_from_the_keyboard(tmp_path):
    os.mkfifo(tmp_path / "slow")
    started = subprocess.Popen(
        [sys.executable, "-m", "extractor", "read", "slow"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    with (tmp_path / "slow").open("w"):  # opens when the program has opened its end, so it is reading
        started.send_signal(signal.SIGINT)
        said = started.communicate(timeout=30)[1]
    assert started.returncode == 130
    assert "Traceback" not in said


@pytest.mark.usefixtures("from_here")
def test_the_version():
    done = command("--version")
    assert done.returncode == 0
    assert re.match(r"extractor \d+\.\d+\.\d+\n|extractor, run from its sources", done.stdout)


def test_a_line_names_the_languages_that_are_not_read(capsys):
    record = RunRecord(extractor="0", counts=Counts(documents=3), languages_not_read={"af": 2, "und": 1})
    main(["run", "a.txt", "--strategy", "reader"], FakePipeline(record))
    shown = "".join(capsys.readouterr())
    assert "language not read: 3 articles (af 2, unknown 1)" in shown


def test_one_of_a_thing_is_not_several(capsys):
    record = RunRecord(extractor="0", counts=Counts(documents=1, claims=1, values=1, events=1, unclaimed_figures=1))
    main(["run", "a.txt", "--strategy", "reader"], FakePipeline(record))
    shown = "".join(capsys.readouterr())
    assert "1 article, 1 claim with 1 value (0 rejected), 1 event, 1 figure that no claim covers" in shown


PACKAGE = Path(__file__).resolve().parents[2] / "extractor"
OPTION = re.compile(r"(?<![\w-])--[a-z][a-z-]+")


def test_every_option_that_a_message_names_exists():
    known = {option for shown in (parser(), *commands().values()) for option in OPTION.findall(shown.format_help())}
    named = {
        (path.name, option)
        for path in PACKAGE.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
        for option in OPTION.findall(node.value)
    }
    assert {(name, option) for name, option in named if option not in known | {"--help"}} == set()


@pytest.mark.parametrize(
    ("given", "told"),
    [
        pytest.param([], True, id="auto"),
        pytest.param(["--strategy", "passage"], False, id="asked for"),
        pytest.param(["--replay", "tape.yaml"], False, id="recorded"),
    ],
)
def test_auto_says_what_passage_is_worth(capsys, given, told):
    record = RunRecord(extractor="0", counts=Counts(documents=1), strategy="passage")
    main(["run", "a.txt", "--model", "tiny-1b", "--base-url", "http://localhost:1", *given], FakePipeline(record))
    assert ("no more than --strategy reader" in "".join(capsys.readouterr())) is told
