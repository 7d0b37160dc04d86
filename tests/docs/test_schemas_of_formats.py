"""The published JSON Schemas are those of the files that are written, and the documentation's examples follow them."""

from __future__ import annotations

import importlib.util
import json
import re
import sys
from pathlib import Path

import pytest

from extractor.cli import main
from extractor.documents import Reason, load_manifest
from extractor.documents.claims import parse_claim

DOCS = Path(__file__).resolve().parents[2] / "docs"
FORMATS = ("checked_claim", "claim", "document", "events", "run")
TEXT = """Mudslide buries hamlet in Antioquia

MEDELLIN, Sept. 28, 1987 - At least 175 people were killed on Sunday when a mudslide buried the hamlet, officials said.

A Red Cross spokesman put the dead at 183. Some 40 people were injured.
"""


@pytest.fixture(scope="module")
def made():
    spec = importlib.util.spec_from_file_location("make_schemas", DOCS / "make_schemas.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["make_schemas"] = module  # pydantic looks up the annotations there
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def written(tmp_path_factory):
    folder = tmp_path_factory.mktemp("run")
    (folder / "a.txt").write_text(TEXT, encoding="utf-8")
    (folder / "b.txt").write_text("", encoding="utf-8")
    line = ["run", str(folder), "--strategy", "reader", "--out", str(folder / "out"), "--quiet"]
    assert main(line) == 1
    return folder / "out"


def test_every_format_is_covered(made):
    assert tuple(sorted(made.FORMATS)) == FORMATS


@pytest.mark.parametrize("name", FORMATS)
def test_a_published_schema_is_that_of_its_record(made, name):
    published = (DOCS / "schemas" / f"{name}.json").read_text(encoding="utf-8")
    assert published == made.schema_text(name), "python docs/make_schemas.py renews them"


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("document", "documents.jsonl"),
        ("checked_claim", "claims.jsonl"),
        ("events", "events.json"),
        ("run", "run.json"),
    ],
)
def test_what_is_written_follows_its_schema(made, written, name, file):
    text = (written / file).read_text(encoding="utf-8")
    rows = text.splitlines() if file.endswith(".jsonl") else [text]
    assert rows
    for row in rows:
        assert made.FORMATS[name].model_validate_json(row)


def test_what_is_written_can_be_merged_again(written, tmp_path):
    assert main(["merge", str(written), "--out", str(tmp_path / "again"), "--quiet"]) == 0
    assert (tmp_path / "again" / "events.json").read_bytes() == (written / "events.json").read_bytes()


def test_show_shows_what_is_written(written, capsys):
    assert main(["show", "--out", str(written)]) == 0
    assert "175" in capsys.readouterr().out
    ids = [json.loads(line)["id"] for line in (written / "claims.jsonl").read_text(encoding="utf-8").splitlines()]
    events = [e["id"] for e in json.loads((written / "events.json").read_text(encoding="utf-8"))["events"]]
    assert main(["show", *ids, *events, "--out", str(written)]) == 0
    shown = capsys.readouterr().out
    assert "»" in shown
    assert all(claim in shown for claim in ids)


def test_what_is_not_believed_is_printed_with_the_reason(written, tmp_path, capsys):
    value = {"value": 900, "quote": "At least 175 people were killed"}
    lines = [{"document": "a", "id": str(n), "fields": {"killed": {**value, "value": 900 + n}}} for n in range(12)]
    (tmp_path / "claims.jsonl").write_text("\n".join(json.dumps(line) for line in lines))
    line = ["merge", str(tmp_path / "claims.jsonl"), "--articles", str(written / "documents.jsonl"), "--out"]
    assert main([*line, str(tmp_path / "out")]) == 0
    out, err = capsys.readouterr()
    assert "no events" in out
    assert "rejected: a: killed 900: contradicted: " in out
    assert "rejected: 4 more" in out
    assert "12 claims with 12 values (12 rejected), 0 events" in err


def examples(page: str) -> list[str]:
    return re.findall(r"```json\n(.*?)\n```", (DOCS / page).read_text(encoding="utf-8"), re.DOTALL)


def test_the_example_of_a_claim_is_one(made):
    lines = [line for example in examples("claims.md") for line in example.splitlines()]
    assert parse_claim(json.loads(lines[0])).fields["killed"][0].value == 57
    for line in lines:
        assert parse_claim(json.loads(line)).fields
        assert made.ClaimLine.model_validate_json(line)


def test_every_key_of_a_claim_is_documented():
    page = (DOCS / "claims.md").read_text(encoding="utf-8")
    schema = json.loads((DOCS / "schemas" / "claim.json").read_text(encoding="utf-8"))
    for key in [*schema["properties"], *schema["$defs"]["ClaimedValue"]["properties"]]:
        assert f"`{key}`" in page, key


def test_the_example_of_a_manifest_is_one(tmp_path):
    path = tmp_path / "manifest.json"
    path.write_text(examples("documents.md")[0])
    manifest = load_manifest(path)
    assert manifest.notices == ()
    assert manifest.about(["003_1d2a6469c7f14f7e.txt"]).publisher == "BBC"


def test_every_reason_is_documented():
    page = (DOCS / "documents.md").read_text(encoding="utf-8")
    assert [r for r in Reason if f"`{r.value}`" not in page] == []
