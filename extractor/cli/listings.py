"""What the table does not hold, row by row: the article, the value, its words, and the reason."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from extractor.cli.console import harmless
from extractor.cli.folder import read_claims, read_documents, read_events
from extractor.output import RUN

if TYPE_CHECKING:
    from extractor.records import CheckedClaim, CheckedValue
    from extractor.records.events import EventRecord

_QUOTED = 200  # characters of a quote
NOT_CHECKED = "coverage not checked: the schema counts nothing that the reader knows"
HOSTILE = ("addresses_model", "hidden_text")  # reasons of warnings, see extractor.documents.Reason
_NO_WORDS = "no words are given"


def footer(counts: Any) -> list[str]:
    """The lines that end a table: how much is not in it, and the option of `extractor show` that lists it.

    `counts` are those of `run.json`, as a record or as loaded.
    """
    told = counts if isinstance(counts, Mapping) else counts.model_dump()
    found = [(name, told.get(key, 0), one, many) for name, (key, one, many, _) in LISTINGS.items()]
    rows = [(name, int(number), one, many) for name, number, one, many in found if number is not None]
    width = max(len(f"{number:,}") for _, number, _, _ in rows)
    ending = [f"  --{name:<12}{number:>{width},} {one if number == 1 else many}" for name, number, one, many in rows]
    unchecked = [f"  {NOT_CHECKED}"] if len(rows) < len(found) else []
    return ["beside it (`extractor show OPTION` lists them):", *ending, *unchecked]


def not_read(languages: Mapping[str, int]) -> str:
    """The line that says how many articles are in languages that are not read, and in which.

    >>> not_read({"sw": 2, "und": 1})
    'language not read: 3 articles (sw 2, unknown 1): only digits, names and quotes are checked (docs/languages.md)'
    """
    number = sum(languages.values())
    named = ", ".join(f"{'unknown' if code == 'und' else code} {found}" for code, found in languages.items())
    articles = "article" if number == 1 else "articles"
    return (
        f"language not read: {number} {articles} ({named}): only digits, names and quotes are checked"
        " (docs/languages.md)"
    )


def show_listing(folder: Path, name: str) -> None:
    """Print one of `LISTINGS`; a line of its own says so when there is nothing."""
    _, singular, plural, rows = LISTINGS[name]
    number = 0
    for row in rows(folder):
        number += 1
        print(harmless(row))  # noqa: T201 - the answer
    print(f"{number:,} {singular if number == 1 else plural}")  # noqa: T201 - the answer


def _row(article: str, value: str, quote: str | None, reason: str) -> str:
    words = _flat(quote)
    shown = f"“{words[:_QUOTED]}{'…' if len(words) > _QUOTED else ''}”" if words else _NO_WORDS
    return f"{_flat(article)}: {_flat(value)}: {_flat(reason)}\n    {shown}"


def _flat(text: str | None) -> str:
    return " ".join((text or "").split())


def _said(name: str, value: CheckedValue) -> str:
    """A value in words: "killed at least 57", "place Homs"."""
    from extractor.numbers.wording import in_words  # noqa: PLC0415 - brings the number reader

    return f"{name} {in_words(value.claimed)}"


def _unlinked(folder: Path) -> Iterator[str]:
    claims = {claim.id: claim for claim in read_claims(folder)}
    for loose in read_events(folder).unlinked:
        claim = claims.get(loose.claim)
        if claim is None:
            yield _row(loose.claim, "a claim", None, loose.reason)
            continue
        values = [(name, value) for name, found in claim.fields.items() for value in found]
        said = "; ".join(_said(name, value) for name, value in values) or "no value"
        quote = claim.quote or next((value.claimed.quote for _, value in values if value.claimed.quote), None)
        yield _row(f"{claim.document}, claim {claim.id}", said, quote, loose.reason)


def _background(folder: Path) -> Iterator[str]:
    """The figures of the events reported as background; of one without figures what it is made from."""
    claims = {claim.id: claim for claim in read_claims(folder)}
    for event in read_events(folder).events:
        if event.kind == "background":
            figures = list(_figures(event))
            yield from figures
            for key in () if figures else event.claims[:1]:
                quote = claims[key].quote if key in claims else None
                yield _row(", ".join(event.documents), event.id, quote, "reported as background, without a figure")


def _figures(event: EventRecord) -> Iterator[str]:
    for name, field in event.fields.items():
        for witness in field.witnesses if field.kind == "Count" else ():
            said = f"{event.id}, {name} {witness.text}"
            yield _row(witness.document, said, witness.evidence.quote, witness.reason or "reported as background")


def _values(folder: Path, wanted: Callable[[CheckedValue], bool]) -> Iterator[str]:
    for claim in read_claims(folder):
        yield from _values_of(claim, wanted)


def _values_of(claim: CheckedClaim, wanted: Callable[[CheckedValue], bool]) -> Iterator[str]:
    for name, found in claim.fields.items():
        for value in found:
            if wanted(value):
                verdict = value.verdict
                why = f"{verdict.status} ({verdict.reason})" + (f", {verdict.detail}" if verdict.detail else "")
                yield _row(f"{claim.document}, claim {claim.id}", _said(name, value), value.claimed.quote, why)


def _rejected(folder: Path) -> Iterator[str]:
    return _values(folder, lambda value: not value.verdict.usable)


def _unconfirmed(folder: Path) -> Iterator[str]:
    return _values(folder, lambda value: value.verdict.status == "unconfirmed")


def _uncovered(folder: Path) -> Iterator[str]:
    for row in read_documents(folder):
        for figure in row.get("unclaimed", ()):
            low, high = figure["sentence"]
            said = f"{figure['field']} {figure['quote']}"
            yield _row(row["id"], said, row["text"][low:high], "no usable claim covers this figure")


# Option: the key of the counts in run.json, what one and what several are called, and what yields the rows.
LISTINGS: Mapping[str, tuple[str, str, str, Callable[[Path], Iterator[str]]]] = {
    "unlinked": ("unlinked", "claim in no event", "claims in no event", _unlinked),
    "background": ("background", "event reported as background", "events reported as background", _background),
    "unconfirmed": (
        "unconfirmed",
        "value marked ? (in the words, its tie to the figure not confirmed)",
        "values marked ? (in the words, their tie to the figure not confirmed)",
        _unconfirmed,
    ),
    "rejected": (
        "rejected", "value that the words do not bear out", "values that the words do not bear out", _rejected,
    ),
    "uncovered": ("unclaimed_figures", "figure that no claim covers", "figures that no claim covers", _uncovered),
}  # fmt: skip


def counts_of(folder: Path) -> Mapping[str, Any]:
    """The counts of the folder's `run.json`; empty when it has none."""
    found = _run_of(folder).get("counts")
    return found if isinstance(found, dict) else {}


def main_fields_of(folder: Path) -> tuple[str, ...]:
    """The count fields that a table shows first, as the folder's `run.json` has them; empty when it has none."""
    found = _run_of(folder).get("main_fields")
    return tuple(str(name) for name in found) if isinstance(found, list) else ()


def _run_of(folder: Path) -> Mapping[str, Any]:
    try:
        run = json.loads((folder / RUN).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return run if isinstance(run, dict) else {}
