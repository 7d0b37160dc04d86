"""Write the JSON Schema of every file format to `docs/schemas/`: `python docs/make_schemas.py`."""

from __future__ import annotations

import json
from pathlib import Path

from pydantic import ConfigDict, Field, create_model

from extractor.coverage import UnclaimedFigure
from extractor.records import ClaimedValue, Document, Record, Span, Verdict
from extractor.records.eventsfile import EventsFile
from extractor.records.run import RunRecord

FOLDER = Path(__file__).resolve().parent / "schemas"

_FOUND = {name: (info.annotation, info) for name, info in UnclaimedFigure.model_fields.items() if name != "document"}
Unclaimed = create_model("Unclaimed", __base__=Record, __doc__="A figure that no supported claim covers.", **_FOUND)


class DocumentRow(Document):
    """A line of `documents.jsonl`: the article, how many claims were made of it, what they miss, and what failed."""

    claims: int = 0
    unclaimed: tuple[Unclaimed, ...] = ()  # type: ignore[valid-type] # made above
    problems: tuple[str, ...] = ()


class ClaimLine(Record):
    """A line of a claims file as `extractor merge` takes it; a field holds one value or several."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)

    document: str
    fields: dict[str, ClaimedValue | tuple[ClaimedValue, ...]]
    id: str | None = None
    schema_name: str = Field(default="event", alias="schema")
    quote: str | None = None
    event: str | None = None
    parts: tuple[str, ...] = ()
    made_by: str | None = None
    flags: tuple[str, ...] = ()


class CheckedValueRow(ClaimedValue):
    """A claimed value with where its quote stands, what became of it, and what the words mean."""

    verdict: Verdict
    span: Span | None = None
    resolved: str | None = None


class CheckedClaimRow(Record):
    """A line of `claims.jsonl` as this program writes it."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)

    id: str
    document: str
    schema_name: str = Field(default="event", alias="schema")
    quote: str | None = None
    span: Span | None = None
    fields: dict[str, tuple[CheckedValueRow, ...]]
    event: str | None = None
    parts: tuple[str, ...] = ()
    made_by: str | None = None
    flags: tuple[str, ...] = ()


FORMATS: dict[str, type[Record]] = {
    "document": DocumentRow,
    "claim": ClaimLine,
    "checked_claim": CheckedClaimRow,
    "events": EventsFile,
    "run": RunRecord,
}


def schema_text(name: str) -> str:
    """The JSON Schema of a format, as its file holds it."""
    schema = FORMATS[name].model_json_schema(by_alias=True)
    schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    return json.dumps(schema, ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def main() -> None:
    """Write them all."""
    FOLDER.mkdir(exist_ok=True)
    for name in FORMATS:
        (FOLDER / f"{name}.json").write_text(schema_text(name), encoding="utf-8")


if __name__ == "__main__":
    main()
