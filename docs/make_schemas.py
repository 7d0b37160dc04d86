"""Write the JSON Schema of every file format to `docs/schemas/`: `python docs/make_schemas.py`."""

from __future__ import annotations

import importlib
import json
from pathlib import Path

FOLDER = Path(__file__).resolve().parent / "schemas"
FORMATS = {
    "document": ("extractor.records", "Document"),
    "claim": ("extractor.records", "Claim"),
    "checked_claim": ("extractor.records", "CheckedClaim"),
    "events": ("extractor.eventrecords", "EventsFile"),
    "run": ("extractor.runrecord", "RunRecord"),
}


def schema_text(name: str) -> str:
    """The JSON Schema of a format, as its file holds it."""
    module, record = FORMATS[name]
    schema = getattr(importlib.import_module(module), record).model_json_schema(by_alias=True)
    schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    return json.dumps(schema, ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def main() -> None:
    """Write them all."""
    FOLDER.mkdir(exist_ok=True)
    for name in FORMATS:
        (FOLDER / f"{name}.json").write_text(schema_text(name), encoding="utf-8")


if __name__ == "__main__":
    main()
