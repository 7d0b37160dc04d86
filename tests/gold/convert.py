"""Turn the hand-made annotations of the seeds into claims: `python tests/gold/convert.py` writes `seeds_claims.jsonl`.

One `extractor.records.Claim` a line, schema `event`, ids and order as in `seeds_gold.json`; a document's id is the stem
of its file, as `read_documents` gives it. What is an annotator's reading rather than a word of the text ("near Shia
shrine, Damascus", "SOHR" for "The Observatory") stays as the value; the quote is always the evidence, verbatim. Left
out, for want of a field: counts of women and of villages, `status`, `aim`, `time`, `target`, `relative_order`,
`n_places`, and dates of other things (`what`: a deadline, an arrival). `event_type` follows from the annotated kind of
claim, never from the event it was assigned to.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from extractor.records import Bound, Claim, ClaimedValue, Modality, SourceType, Stance

FOLDER = Path(__file__).resolve().parent
SOURCE = FOLDER / "seeds_gold.json"
TARGET = FOLDER / "seeds_claims.jsonl"

FIELDS = {
    "killed": "killed",
    "injured": "injured",
    "n_attacks": "attacks",
    "n_attackers": "attackers",
    "weapon": "weapon",
    "victim_status": "victims",
    "place": "place",
    "date": "date",
    "attribution": "attribution",
    "perpetrator": "perpetrator",
    "responsibility": "responsibility",
    "actor": "actor",
    "agreement_status": "agreement_status",
}
SOURCES = {
    "official": SourceType.GOVERNMENT,
    "partisan_media": SourceType.MEDIA,
    "ngo": SourceType.MONITOR_NGO,
}
# Values of the schema's labels where the annotator wrote others.
VALUES = {"mainly civilian": "civilians", "air_strike+ground": "air_strike"}
TYPES = {
    "attack": "explosions_remote_violence",
    "casualty_total": "explosions_remote_violence",
    "method": "explosions_remote_violence",
    "date_place": "explosions_remote_violence",
    "responsibility": "explosions_remote_violence",
    "conflict_note": "explosions_remote_violence",
    "battle": "battles",
    "military_operation": "battles",
    "consequence": "battles",
    "territorial_change": "battles",
    "diplomacy": "agreement",
    "statement": "statement",
    "aid": "aid",
    "background": "background",
    "background_casualties": "background",
}


def _value(entry: dict[str, Any]) -> ClaimedValue:
    evidence = entry["evidence"]
    source = entry.get("source_type")
    status = entry.get("status")
    value = entry["value"]
    return ClaimedValue(
        value=VALUES.get(value, value) if isinstance(value, str) else value,
        quote=evidence["text"],
        start=evidence["start"],
        bound=Bound(entry["bound"]) if "bound" in entry else None,
        source_type=(SOURCES.get(source) or SourceType(source)) if source else None,
        stance=Stance(status) if status else None,
        scope=entry.get("scope"),
    )


def convert(gold: dict[str, Any]) -> list[Claim]:
    """The annotations as claims, in their order."""
    documents = {short: Path(entry["file"]).stem for short, entry in gold["files"].items()}
    claims: list[Claim] = []
    for entry in gold["claims"]:
        quote = entry["quote"]
        fields: dict[str, list[ClaimedValue]] = {}
        label = ClaimedValue(value=TYPES[entry["kind"]], quote=quote["text"], start=quote["start"])
        fields["event_type"] = [label]
        for item in entry["fields"]:
            name = FIELDS.get(item["name"])
            if name and "what" not in item:
                fields.setdefault(name, []).append(_value(item))
        if entry["kind"] == "background":
            fields["modality"] = [label.model_copy(update={"value": Modality.HISTORICAL.value})]
        claims.append(
            Claim(
                id=entry["id"],
                document=documents[entry["doc"]],
                quote=quote["text"],
                fields={name: tuple(values) for name, values in fields.items()},
                made_by="person",
            )
        )
    return claims


def render(claims: list[Claim]) -> str:
    """The claims as JSON lines, keys as the records declare them."""
    lines = (c.model_dump_json(by_alias=True, exclude_defaults=True) for c in claims)
    return "".join(f"{line}\n" for line in lines)


def main() -> None:
    """Write the converted file beside its source."""
    gold = json.loads(SOURCE.read_text(encoding="utf-8"))
    TARGET.write_text(render(convert(gold)), encoding="utf-8")


if __name__ == "__main__":
    main()
