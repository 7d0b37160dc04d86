# ruff: noqa: ARG002 - the contract's parameters, which a stand-in ignores
"""Small stand-ins for the value types, and a builder of articles and checked claims from a compact notation."""

from __future__ import annotations

from collections import Counter as Tally
from hashlib import sha256
from typing import Annotated, ClassVar

from extractor.records import (
    Bound,
    CheckedClaim,
    CheckedValue,
    ClaimedValue,
    Document,
    SourceType,
    Span,
    Stance,
    Status,
    Verdict,
)
from extractor.records.groups import Group, GroupKind, Linked
from extractor.values.domain import Domain
from extractor.values.schema import ClaimSchema, Values
from extractor.values.valuetype import FieldRole, Fused, ValueType


class _Fake(ValueType):
    name = "fake"

    def read(self, view, start, end):
        return []

    def govern(self, view, start, end):
        return []

    def verify(self, value, span, view, anchor=None):
        return Verdict(status=Status.SUPPORTED, reason="fake")

    def compatible(self, one, other):
        return _key(one) == _key(other)

    def fuse(self, witnesses, rule):
        tally = Tally(_key(w.value) for w in witnesses)
        best = min(tally, key=lambda key: (-tally[key], key))
        backing = tuple(i for i, w in enumerate(witnesses) if _key(w.value) == best)
        return Fused(value=best, rule=rule, supporting=backing)


ALIASES = {"Isis": "Islamic State", "ISIS": "Islamic State", "IS": "Islamic State"}


def _key(value):
    name = str(value.resolved or value.claimed.value)
    return ALIASES.get(name, name)


class Count(_Fake):
    role = FieldRole.HOW_MANY
    adds_up = True


class When(_Fake):
    role = FieldRole.WHEN


class Place(_Fake):
    role = FieldRole.WHERE

    def compatible(self, one, other):
        return True


class Source(_Fake):
    role = FieldRole.WHOSE_WORDS


class Actor(_Fake):
    role = FieldRole.WHO


class Responsibility(_Fake):
    role = FieldRole.WHO_ANSWERS


class Label(_Fake):
    role = FieldRole.WITH_WHAT


class Whether(_Fake):
    role = FieldRole.WHETHER


class Groups(Label):
    role = FieldRole.WHOM


class Incident(ClaimSchema):
    domain: ClassVar[Domain] = Domain(
        main=("killed", "injured", "missing"),
        rising=frozenset({"killed", "injured"}),
        two_sided=frozenset({"battles", "protests", "riots"}),
    )

    place: Annotated[Values, Place()] = ()
    date: Annotated[Values, When()] = ()
    killed: Annotated[Values, Count()] = ()
    injured: Annotated[Values, Count()] = ()
    missing: Annotated[Values, Count()] = ()
    victims: Annotated[Values, Groups()] = ()
    weapon: Annotated[Values, Label()] = ()
    responsibility: Annotated[Values, Responsibility()] = ()
    source: Annotated[Values, Source()] = ()
    modality: Annotated[Values, Whether()] = ()


HEDGES = {
    "at least": Bound.AT_LEAST,
    "more than": Bound.MORE_THAN,
    "around": Bound.AROUND,
    "nearly": Bound.NEARLY,
    "as many as": Bound.AS_MANY_AS,
    "up to": Bound.AS_MANY_AS,
}
STATUS = {"!": Status.UNSUPPORTED, "?": Status.UNCONFIRMED}
TYPES = {kind.value: kind for kind in SourceType}


def _value(field, words):
    """`at least 57`, `SANA|state_media`, `Isis|claimed|both`: the value, and what belongs to it, after bars."""
    quote, *more = words.split("|")
    if field in ("killed", "injured", "missing"):
        if quote in ("dozens", "hundreds", "scores"):
            return quote, ClaimedValue(value=None, bound=Bound.VAGUE, quote=quote)
        hedge = next((h for h in HEDGES if quote.lower().startswith(h)), None)
        number = int(more[0]) if more else int("".join(c for c in quote if c.isdigit()))
        return quote, ClaimedValue(value=number, bound=HEDGES[hedge] if hedge else Bound.EXACT, quote=quote)
    if field == "source":
        return quote, ClaimedValue(value=more[1] if len(more) > 1 else quote, source_type=TYPES[more[0]], quote=quote)
    if field == "responsibility":
        scope = more[1] if len(more) > 1 else None
        return quote, ClaimedValue(value=quote, stance=Stance(more[0]), scope=scope, quote=quote)
    return quote, ClaimedValue(value=more[0] if more else quote, quote=quote)


def document(key, text, published=None, publisher=None):
    return Document(
        id=key, text=text, sha256=sha256(text.encode()).hexdigest(), published=published, publisher=publisher
    )


def claim(key, doc, near, **fields):
    """A claim whose values are quoted from the sentence of `doc` that begins with `near`.

    `!` before the words makes the value rejected, `?` unconfirmed.
    """
    start = doc.text.index(near)
    stop = doc.text.find("\n", start)
    sentence = Span(start=start, end=len(doc.text) if stop < 0 else stop)
    checked = {}
    for name, words in fields.items():
        values = []
        for word in words if isinstance(words, list) else [words]:
            status = STATUS.get(word[:1], Status.SUPPORTED)
            quote, value = _value(name, word.lstrip("!?"))
            at = doc.text.lower().find(quote.lower(), start)
            at = doc.text.lower().index(quote.lower()) if at < 0 else at
            verdict = Verdict(status=status, reason="not_said" if word.startswith("!") else "said")
            values.append(CheckedValue(claimed=value, span=Span(start=at, end=at + len(quote)), verdict=verdict))
        checked[name] = tuple(values)
    return CheckedClaim(id=key, document=doc.id, schema="incident", span=sentence, fields=checked)


def group(key, claims, parts=(), place=None, date=None):
    chosen = GroupKind.AGGREGATE if parts else GroupKind.EVENT
    return Group(id=key, kind=chosen, claims=tuple(c.id for c in claims), parts=tuple(parts), place=place, date=date)


def linked(*groups):
    return Linked(groups=groups)
