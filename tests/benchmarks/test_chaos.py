"""Nothing is lost and nothing is paid twice: small rounds of `benchmarks/chaos.py` and `killing.py`."""

import importlib
import subprocess
import sys
from pathlib import Path

import pytest
from fakeserver import FakeClock

BENCHMARKS = Path(__file__).resolve().parents[2] / "benchmarks"


@pytest.fixture
def chaos(monkeypatch):
    monkeypatch.syspath_prepend(str(BENCHMARKS))
    monkeypatch.setattr("extractor.client.session.SystemClock", FakeClock)  # pauses take no time
    return importlib.import_module("chaos")


def test_every_article_is_accounted_for(chaos, tmp_path):
    kinds = len(chaos.PASSING) + len(chaos.LASTING)
    outcome = chaos.run_chaos(tmp_path, 2 * kinds, 0.5, seed=3)
    assert outcome.problems == []
    assert outcome.articles == dict.fromkeys([*chaos.PASSING, *chaos.LASTING], 1) | {chaos.NONE: kinds}
    assert outcome.attempts == outcome.received == outcome.requests.total()
    assert all(outcome.with_claims[kind] for kind in chaos.PASSING)
    assert all(outcome.with_reason[kind] for kind in chaos.LASTING)


def test_killed_runs_end_as_others_and_pay_for_nothing_twice():
    command = [sys.executable, str(BENCHMARKS / "killing.py"), "--rounds", "5", "--articles", "16", "--seed", "2"]
    made = subprocess.run(command, check=False, capture_output=True, text=True)
    assert made.returncode == 0, made.stdout + made.stderr
    assert "5 kills" in made.stdout
