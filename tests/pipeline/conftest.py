"""A folder of articles, and a server that answers about them online and in batches."""

from __future__ import annotations

import pytest
from fakebatches import FakeBatches
from mine_cases import TOWNS, answer, article


@pytest.fixture
def news(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("OPENAI_API_KEY", "sk-a-secret-key")
    (tmp_path / "news").mkdir()
    for number, town in enumerate(TOWNS):
        (tmp_path / "news" / f"{number}.txt").write_text(article(town, 11 + number))
    return tmp_path


@pytest.fixture
def server():
    with FakeBatches(answer=answer) as server:
        yield server
