"""The published JSON Schemas are those of the records, and the examples of the documentation follow them."""

from __future__ import annotations

import importlib.util
import json
import re
from pathlib import Path

import pytest

from extractor.documents import load_manifest
from extractor.records import Claim

DOCS = Path(__file__).resolve().parent.parent / "docs"
FORMATS = ("checked_claim", "claim", "document", "events", "run")


@pytest.fixture(scope="module")
def made():
    spec = importlib.util.spec_from_file_location("make_schemas", DOCS / "make_schemas.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_every_format_is_covered(made):
    assert tuple(sorted(made.FORMATS)) == FORMATS


@pytest.mark.parametrize("name", FORMATS)
def test_a_published_schema_is_that_of_its_record(made, name):
    pytest.importorskip(made.FORMATS[name][0])
    published = (DOCS / "schemas" / f"{name}.json").read_text(encoding="utf-8")
    assert published == made.schema_text(name), "python docs/make_schemas.py renews them"


def examples(page: str) -> list[str]:
    return re.findall(r"```json\n(.*?)\n```", (DOCS / page).read_text(encoding="utf-8"), re.DOTALL)


def test_the_example_of_a_claim_is_one():
    (example,) = examples("claims.md")
    claim = Claim.model_validate_json(example)
    assert claim.fields["killed"][0].value == 57


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
    from extractor.documents import Reason  # noqa: PLC0415 - beside its use

    page = (DOCS / "documents.md").read_text(encoding="utf-8")
    assert [r for r in Reason if f"`{r.value}`" not in page] == []
