"""Claims as lines of a file: what `claims.jsonl` holds, and how claims of other tools and of persons are read.

A line is an object with `document` (an article's id) and `fields`; each field is one value or a list of them, a value
has `value` and `quote` (see `extractor.records.ClaimedValue` for the rest). `id`, `schema`, `quote` and `made_by` may
stand.
`span`, `verdict` and `resolved`, which our own output adds, are read over: they are made again from value and quote.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from extractor.errors import InputError
from extractor.records import Bound, CheckedClaim, CheckedValue, Claim, ClaimedValue, Record

_MADE_AGAIN = frozenset({"span", "verdict", "resolved"})


class ClaimError(ValueError):
    """A claim that is well formed and says what cannot be."""


class ClaimFailure(Record):
    """A line that is not a claim: the file, the line's number from 1, and what is wrong with it."""

    path: str
    line: int
    message: str


def read_claims(path: str | Path) -> Iterator[Claim | ClaimFailure]:
    """The claims of a JSON Lines file, in its order; a line that is not a claim comes as a `ClaimFailure`.

    Raises:
        InputError: if the file cannot be read as text.
    """
    shown = Path(path).as_posix()
    try:
        with Path(path).open(encoding="utf-8-sig", newline="\n") as lines:
            for number, line in enumerate(lines, 1):
                if line.strip():
                    yield _claim(line, shown, number)
    except OSError as error:
        msg = f"{shown}: cannot be read ({error.strerror or error}); give a claims file (JSON Lines)"
        raise InputError(msg) from error
    except UnicodeDecodeError as error:
        msg = f"{shown}: not UTF-8 text (byte {error.start}); a claims file is JSON Lines in UTF-8"
        raise InputError(msg) from error


def _claim(line: str, path: str, number: int) -> Claim | ClaimFailure:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as error:  # a ValueError that is no JSONDecodeError: a number of 5,000 digits
        return ClaimFailure(path=path, line=number, message=f"not JSON: {error}")
    if not isinstance(row, dict):
        return ClaimFailure(path=path, line=number, message="not an object with `document` and `fields`")
    try:
        return parse_claim(row)
    except RecursionError as error:
        return ClaimFailure(path=path, line=number, message=f"nested too deep: {error}")
    except ClaimError as error:
        return ClaimFailure(path=path, line=number, message=str(error))
    except ValidationError as error:
        problems = "; ".join(
            f"{'.'.join(str(part) for part in e['loc']) or 'claim'}: {e['msg']}" for e in error.errors()[:5]
        )
        return ClaimFailure(path=path, line=number, message=problems)


def parse_claim(row: Mapping[str, Any]) -> Claim:
    """A claim from a loaded line.

    Raises:
        pydantic.ValidationError: if it is none.
        ClaimError: if a value's range or offset cannot be.
    """
    kept = {key: value for key, value in row.items() if key != "span"}
    fields = kept.get("fields")
    if isinstance(fields, dict):
        kept["fields"] = {name: _values(value) for name, value in fields.items()}
    if not kept.get("id"):
        kept["id"] = content_id(kept)
    claim = Claim.model_validate_json(json.dumps(kept))
    problems = [
        f"fields.{name}.{number}: {problem}"
        for name, values in claim.fields.items()
        for number, value in enumerate(values)
        for problem in _problems(value)
    ]
    if problems:
        raise ClaimError("; ".join(problems[:5]))
    return claim


def _problems(value: ClaimedValue) -> Iterator[str]:
    """What cannot be of a value: a range without two ends in their order, a negative offset."""
    if value.bound is Bound.BETWEEN and value.high is None:
        yield "the bound `between` needs `high`, the upper number of the range"
    upside_down = isinstance(value.value, int) and value.high is not None and value.high <= value.value
    if value.bound is Bound.BETWEEN and upside_down:
        yield f"`high` must be above `value` in a range, and {value.high} is not above {value.value}"
    if value.start is not None and value.start < 0:
        yield f"`start` is an offset from the beginning of the article, and {value.start} lies before it"


def _values(value: object) -> object:
    if isinstance(value, dict):
        return [_value(value)]
    if isinstance(value, list):
        return [_value(v) if isinstance(v, dict) else v for v in value]
    return value


def _value(value: dict[str, Any]) -> dict[str, Any]:
    return {key: item for key, item in value.items() if key not in _MADE_AGAIN}


def content_id(row: Mapping[str, Any]) -> str:
    """An id for a claim that has none: twelve hex digits of its content's SHA-256."""
    content = {key: row[key] for key in sorted(row) if key != "id"}
    return hashlib.sha256(json.dumps(content, sort_keys=True, default=str).encode()).hexdigest()[:12]


def claim_row(claim: CheckedClaim) -> dict[str, Any]:
    """The line of a checked claim: each value flat, with its `span`, `verdict` and `resolved` beside it."""
    unsaid = set() if claim.parts else {"parts"}
    row = claim.model_dump(mode="json", by_alias=True, exclude={"fields", *unsaid}, exclude_none=True)
    row["fields"] = {name: [_value_row(v) for v in values] for name, values in sorted(claim.fields.items())}
    return row


def _value_row(value: CheckedValue) -> dict[str, Any]:
    claimed = value.claimed.model_dump(mode="json", exclude_none=True)
    checked = value.model_dump(mode="json", exclude={"claimed"}, exclude_defaults=True)
    verdict = value.verdict.model_dump(mode="json", exclude_none=True)
    if not value.verdict.containers:
        del verdict["containers"]
    return {"value": None, **claimed, **checked, "verdict": verdict}
