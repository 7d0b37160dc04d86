"""Each endpoint's refusals, played by the fake server: the answer comes, docs/endpoints.md says what is learnt."""

from __future__ import annotations

import asyncio
import json
import re
from pathlib import Path

import pytest
from fakeserver import FakeServer

from extractor.cli.arguments import parse
from extractor.pipeline import RunOptions, run

ROOT = Path(__file__).resolve().parents[2]
QUIRKS = json.loads((ROOT / "tests" / "data" / "quirks.json").read_text(encoding="utf-8"))
PAGE = (ROOT / "docs" / "endpoints.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("quirk", sorted(QUIRKS))
def test_the_answer_comes_and_the_page_says_what_is_learnt(quirk, tmp_path):
    article = tmp_path / "a.txt"
    article.write_text("At least 57 people died in Homs on Sunday.", encoding="utf-8")

    async def twice():
        async with FakeServer(quirk=quirk, answer=lambda _: '{"claims": []}') as server:
            options = RunOptions(
                paths=(str(article),), model="fake", base_url=server.url, cache=tmp_path / "c", seed=1, temperature=0.0
            )
            first = await asyncio.to_thread(run, options)
            sent = len(server.received)
            await asyncio.to_thread(run, options)
            return first, sent, len(server.received)

    result, sent, again = asyncio.run(twice())
    said = [problem.message for problem in result.record.warnings if problem.reason == "endpoint"]
    assert sent == 1 + len(QUIRKS[quirk]) == 1 + len(said)
    assert again == sent
    assert not result.record.failures
    row = next(line for line in PAGE.splitlines() if line.startswith(f"| {quirk}"))
    assert all(sentence[sentence.index("does not take") :] in row for sentence in said)


@pytest.mark.parametrize("command", re.findall(r"`extractor (run [^`]+)`", PAGE))
def test_the_commands_of_the_page_are_understood(command):
    assert parse(command.split()).model
