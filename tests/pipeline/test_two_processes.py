"""Two processes over the same articles at once, with one store."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from mine_cases import online, results

ROOT = Path(__file__).resolve().parents[2]


def test_they_pay_for_each_request_once_and_come_to_the_same(news, server):
    given = ["run", "news", "--model", "m", "--base-url", server.url, "--strategy", "article", "--quiet"]
    command = [sys.executable, "-m", "extractor", *given, "--cache", "cache", "--out"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    quiet = subprocess.DEVNULL
    both = [subprocess.Popen([*command, out], cwd=news, env=environment, stdout=quiet) for out in ("one", "two")]
    assert [process.wait(120) for process in both] == [0, 0]
    assert online(server) == 7  # six articles, and one answer that had to be asked again
    assert results(news / "one") == results(news / "two")
