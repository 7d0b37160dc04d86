"""How many tokens a request has, about."""

from __future__ import annotations

import json

import pytest

from extractor.client.tokens import approximate_tokens, request_tokens


def test_against_what_an_endpoint_counted(project_root):
    """Of the recorded requests; llama.cpp does not put the schema before them, so it is left out here."""
    pairs = []
    for path in (project_root / "cassettes").rglob("*.json"):
        for item in json.loads(path.read_text(encoding="utf-8"))["interactions"]:
            request, response = item["request"]["body"], item["response"]["body"]["string"]
            body = json.loads(request if isinstance(request, str) else request["string"])
            counted = json.loads(response)["usage"]["prompt_tokens"]
            pairs.append((request_tokens({"messages": body["messages"]}), counted))
    assert len(pairs) > 20
    assert all(0.9 < ours / theirs < 1.1 for ours, theirs in pairs)


@pytest.mark.parametrize(
    ("text", "least", "most"),
    [("", 0, 0), ("Девять человек погибли", 8, 12), ("九人死亡", 3, 5), ("قُتل تسعة أشخاص", 5, 9)],
)
def test_other_scripts_take_more(text, least, most):
    assert least <= approximate_tokens(text) <= most


def test_the_schema_counts():
    bare = {"messages": [{"role": "user", "content": "x"}]}
    assert request_tokens({**bare, "response_format": {"type": "json_schema"}}) > request_tokens(bare)
