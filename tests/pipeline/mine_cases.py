"""Six articles on mines, a model that answers about them, and the options of a run over them."""

from __future__ import annotations

import json
import re
from dataclasses import replace

from extractor.pipeline import RunOptions

TOWNS = ("Zonguldak", "Soma", "Ermenek", "Amasra", "Kozlu", "Armutcuk")


def article(town, dead):
    return f"Mine roof falls in {town}\n\nAt least {dead} miners were killed in {town} on Monday, the union said.\n"


def answer(request):
    """What a model says of an article above; the second article's first answer does not fit the schema."""
    text = next(m["content"] for m in request["messages"] if "Mine roof" in m["content"])
    town, dead = re.search(r"falls in (\w+)", text)[1], re.search(r"At least (\d+)", text)[1]
    if town == TOWNS[1] and not any("rror" in m["content"] for m in request["messages"][2:]):
        return '{"claims": "none"}'
    killed = [{"value": int(dead), "bound": "at_least", "high": None, "quote": f"At least {dead} miners were killed"}]
    return json.dumps({"claims": [{"killed": killed, "place": [{"value": town, "quote": f"in {town}"}]}]})


def options_of(news, server, **changes):
    given = RunOptions(
        paths=("news",),
        out=news / "out",
        model="gpt-test",
        base_url=server.url,
        api_key="sk-a-secret-key",
        strategy="article",
        cache=news / "cache",
    )
    return replace(given, **changes)


def results(folder):
    return [(folder / name).read_bytes() for name in ("claims.jsonl", "events.json")]


def online(server):
    return server.calls.count("POST /v1/chat/completions")
