"""The response schema of a whole article, and the claims that an answer makes.

Every field of a claim is a list of values, since the world has several weapons, victims and places, and figures that
stand apart and make one count ("11 policemen and 14 soldiers"). A field that the article does not state is an empty
list. Two keys say what belongs together: `event` is shared by the claims of one event, `parts` on a total are the keys
of the events that it sums up.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, create_model

from extractor.client import Flaw
from extractor.grounding import Locator
from extractor.records import Bound, Claim, ClaimedValue
from extractor.values.schema import ClaimSchema
from extractor.values.valuetype import ValueType

_STRICT = ConfigDict(extra="forbid", protected_namespaces=())  # a schema of the user may have a field `model_name`
_SCHEMAS_KEPT = 8  # a program seldom uses more than one claim schema
_CLAIMS, _EVENT, _PARTS = "claims", "event", "parts"
_KEYS: dict[str, Any] = {
    _EVENT: (
        str | None,
        Field(default=None, description="A short key that all claims of one event share, such as place and kind."),
    ),
    _PARTS: (
        list[str],
        Field(default_factory=list, description="Only on a total over several events: the keys of those events."),
    ),
}


@lru_cache(maxsize=_SCHEMAS_KEPT)
def article_answer(schema: type[ClaimSchema]) -> type[BaseModel]:
    """The response schema of a whole article, made once for a claim schema.

    It is a list of claims: the two keys, then each field a list of values with the words they came from. A field of the
    schema that is itself called `event` or `parts` takes the place of the key.

    An answer is read leniently, because not every endpoint enforces a schema: a field that is left out or null is an
    empty list, and a value outside of a list is a list of one.
    """
    fields: dict[str, Any] = dict(_KEYS)
    for name, kind in schema.value_types().items():
        values: Any = Annotated[list[_quoted_model(name, kind)], BeforeValidator(_listed)]  # type: ignore[misc]
        fields[name] = (values, Field(default_factory=list, description=schema.model_fields[name].description or name))
    claim = create_model("ClaimAnswer", __config__=_STRICT, **fields)
    return create_model("ArticleAnswer", __config__=_STRICT, claims=(list[claim], Field()))


def _listed(said: object) -> object:
    """A list of values, whatever an endpoint that enforces no schema made of it."""
    if said is None:
        return []
    return [said] if isinstance(said, Mapping | BaseModel) else said


def _quoted_model(name: str, kind: ValueType) -> type[BaseModel]:
    fields: dict[str, Any] = dict(kind.answer_fields())
    fields["quote"] = (str, Field(description="copied word for word from the article"))
    return create_model("".join(part.title() for part in name.split("_")) + "Answer", __config__=_STRICT, **fields)


def answer_faults(answer: BaseModel, locator: Locator) -> list[Flaw]:
    """What a model can put right in an answer that fits the schema, one sentence each, for the re-ask.

    A quote that does not appear in the text, and a range without its upper number.
    """
    faults: list[Flaw] = []
    for number, claim in enumerate(answer.model_dump()[_CLAIMS], 1):
        for name, values in _fields(claim).items():
            for value in values:
                if not locator.locate(value["quote"]):
                    quote = json.dumps(value["quote"], ensure_ascii=False)
                    faults.append(
                        _flaw(number, name, f"the quote {quote} is not in the article; copy it word for word")
                    )
                if value.get("bound") is Bound.BETWEEN and value["high"] is None:
                    faults.append(_flaw(number, name, "`between` needs the upper number of the range in `high`"))
    return faults


def _flaw(number: int, name: str, said: str) -> Flaw:
    return Flaw(f"claim {number}, {name}: {said}", (_CLAIMS, number - 1))


def unclaimed_flaws(answer: BaseModel, flaws: Iterable[Flaw]) -> list[Flaw]:
    """The flaws of parts that were refused and are flagged on no claim, because no claim is left of them."""
    empty = {(_CLAIMS, at) for at, item in enumerate(answer.model_dump()[_CLAIMS]) if not _fields(item)}
    return [flaw for flaw in flaws if flaw.refused and (not flaw.path or flaw.path in empty)]


def _fields(claim: Mapping[str, Any]) -> dict[str, list[dict[str, Any]]]:
    """The fields of a claim that say something; the keys hold no values."""
    return {
        name: values
        for name, values in claim.items()
        if isinstance(values, list) and values and isinstance(values[0], Mapping)
    }


@dataclass(frozen=True, slots=True)
class ClaimOrigin:
    """Where claims come from, as it is written on them."""

    document: str
    schema_name: str
    made_by: str


def article_claims(
    answer: BaseModel,
    origin: ClaimOrigin,
    flaws: Iterable[Flaw] = (),
    place: Callable[[str], int | None] = lambda _quote: None,
) -> list[Claim]:
    """The claims of a whole-article answer; empty fields are left out, a claim without any field too.

    Args:
        answer: of the class that `article_answer` made.
        origin: what goes on every claim.
        flaws: what is wrong with the answer; one that concerns a claim flags that claim only.
        place: where a quote is in the part of the article that was asked about, `None` when that is not known.
    """
    listed = list(flaws)
    claims: list[Claim] = []
    for at, item in enumerate(answer.model_dump(mode="json")[_CLAIMS]):
        fields = {
            name: tuple(ClaimedValue.model_validate({**value, "start": place(value["quote"])}) for value in values)
            for name, values in _fields(item).items()
        }
        flags = tuple(str(f) for f in listed if f.path == (_CLAIMS, at) or not (f.path or f.refused))
        if fields:
            event, parts = _keys(item)
            claims.append(
                Claim(
                    id="",
                    document=origin.document,
                    schema_name=origin.schema_name,
                    fields=fields,
                    event=event,
                    parts=parts,
                    made_by=origin.made_by,
                    flags=flags,
                )
            )
    return claims


def _keys(claim: Mapping[str, Any]) -> tuple[str | None, tuple[str, ...]]:
    """The event key and those of the parts, white space apart as they were said; an event is not a part of itself."""
    event, parts = claim.get(_EVENT), claim.get(_PARTS)
    key = _key(event) if isinstance(event, str) else ""
    said = [_key(part) for part in parts if isinstance(part, str)] if isinstance(parts, list) else []
    return key or None, tuple(dict.fromkeys(part for part in said if part and part != key))


def _key(said: str) -> str:
    return " ".join(said.split())
