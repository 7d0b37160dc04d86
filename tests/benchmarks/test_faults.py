"""Nothing is lost and nothing is paid twice: a small round of what `benchmarks/faults.py` does at length."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def faults(monkeypatch):
    monkeypatch.setattr(sys, "path", [*sys.path])
    monkeypatch.syspath_prepend(ROOT / "benchmarks")
    return importlib.import_module("faults")


def test_every_article_is_accounted_for(faults, tmp_path, monkeypatch):
    async def at_once(self, seconds):
        del self, seconds

    monkeypatch.setattr("extractor.client.pacing.SystemClock.sleep", at_once)
    counts = faults.with_faults(54, 1.0, tmp_path)  # each fault twice
    assert counts.rows == counts.articles
    assert counts.claimed + counts.failed + counts.refused + counts.not_asked == counts.articles
    assert counts.attempts == counts.requests
    assert counts.again == 0


def test_killed_runs_pay_for_nothing_twice(faults, tmp_path):
    same, _, more, flying = faults.with_kills(3, 12, tmp_path)
    assert same
    assert more <= flying
