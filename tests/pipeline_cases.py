"""What the tests of extraction and of the pipeline work on: short articles, fake models, runs in a folder."""

from __future__ import annotations

import asyncio
import hashlib
import json
from dataclasses import dataclass, field
from pathlib import Path

from fakeserver import _fill

from extractor.client import Flaw
from extractor.client.ledger import TokenUsage
from extractor.client.schema import response_format
from extractor.prompting import Message, Role, parse_prompt
from extractor.records import Document
from extractor.registry import load_schema

SCHEMA = load_schema("event")
PROMPT = parse_prompt("p", "# system\nRead.")
HERE = Path(__file__).parent

BRIDGE = (
    "Bridge collapse near Morbihan kills 14\n\n"
    "A rail bridge gave way near Morbihan on Thursday, killing at least 14 passengers and injuring 32, the prefect "
    "said.\n\nDivers were still searching for six missing people, according to the coast guard.\n"
)
RAID = (
    "Gunmen raid two villages\n\n"
    "Gunmen killed 21 villagers in Dankade on Tuesday, a local chief said. "
    "Police in Zuru put the toll at nine and said 5 people were wounded.\n"
)
QUIET = "Budget talks go on\n\nMinisters met for a third day.\n"


def document(text, name="d", **known):
    return Document(id=name, text=text, sha256=hashlib.sha256(text.encode()).hexdigest(), **known)


def corpus_articles():
    """Short reports of many times and places."""
    return json.loads((HERE / "corpus" / "dev.json").read_text(encoding="utf-8"))["articles"]


def cluster_articles():
    """Articles of all the clusters, by cluster."""
    files = sorted((HERE / "clusters").glob("*.json"))
    return {f.stem: json.loads(f.read_text(encoding="utf-8"))["articles"] for f in files}


def write_articles(folder, articles):
    """Articles as files of JSON, one each; the paths in order."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for number, article in enumerate(articles):
        kept = {key: article[key] for key in ("id", "text", "published", "publisher") if article.get(key)}
        path = folder / f"{number:03d}.json"
        path.write_text(json.dumps(kept, ensure_ascii=False), encoding="utf-8")
        paths.append(str(path))
    return tuple(paths)


@dataclass
class Reply:
    value: object
    imperfect: tuple[Flaw, ...] = ()
    cut: bool = False
    usage: TokenUsage = TokenUsage()  # noqa: RUF009 - frozen


@dataclass
class FakeModel:
    """`answer(text, model, number)` makes a reply, or an exception that is raised; what was asked is in `asked`.

    Every question waits as many turns of the loop as `turns(number)` says, so that answers arrive out of order.
    """

    answer: object
    turns: object = {}.get
    asked: list[tuple[Message, ...]] = field(default_factory=list)
    models: list[type] = field(default_factory=list)
    checks: list[object] = field(default_factory=list)
    under_way: int = 0
    peak: int = 0

    async def __call__(self, messages, response_model, *, source_text, check=None):
        del source_text
        number = len(self.asked)
        self.asked.append(tuple(messages))
        self.models.append(response_model)
        self.checks.append(check)
        self.under_way += 1
        self.peak = max(self.peak, self.under_way)
        try:
            for _ in range(self.turns(number) or 0):
                await asyncio.sleep(0)
            said = self.answer(messages[-1].content, response_model, number)
        finally:
            self.under_way -= 1
        if isinstance(said, BaseException):
            raise said
        assert messages[-1].role is Role.USER
        return said


def first_choice(_text, model, _number):
    """The first member of every enumeration."""
    schema = model.model_json_schema()
    return Reply(model.model_validate(_fill(schema, schema, "")))


def walk(node):
    if isinstance(node, dict):
        yield node
        for part in node.values():
            yield from walk(part)
    elif isinstance(node, list):
        for part in node:
            yield from walk(part)


def assert_strict(model):
    """OpenAI, "Structured outputs", supported schemas."""
    schema = response_format(model)["json_schema"]["schema"]
    objects = [node for node in walk(schema) if node.get("type") == "object"]
    assert objects
    for node in objects:
        assert node["additionalProperties"] is False
        assert node["required"] == list(node["properties"])
    assert not [node for node in walk(schema) if {"oneOf", "allOf", "default", "patternProperties"} & node.keys()]
    assert sum(len(node.get("enum", ())) for node in walk(schema)) <= 1000
