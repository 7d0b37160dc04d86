"""The response schema as strict structured output wants it.

Rules of `strict: true` (OpenAI, "Structured outputs", supported schemas): every object closed, every property required
(an optional one is nullable instead), no `oneOf`, no defaults, nothing beside a `$ref`.
"""

from __future__ import annotations

import re
from typing import Any
from weakref import WeakKeyDictionary

from pydantic import BaseModel

from extractor.errors import UsageError

# Said by pydantic and either refused in strict mode or noise that is paid for with every request. The lengths are
# still checked when the answer is read.
_DROPPED = frozenset({"title", "default", "discriminator", "minLength", "maxLength", "uniqueItems"})
_NAME = re.compile(r"[^A-Za-z0-9_-]")
_NAME_LENGTH = 64

# Weak: a passage has a response model of its own, made for it and thrown away; the table must not keep them all alive.
_made: WeakKeyDictionary[type[BaseModel], dict[str, Any]] = WeakKeyDictionary()


def response_format(model: type[BaseModel]) -> dict[str, Any]:
    """What is sent as `response_format` for a response model; made once per model, do not change it.

    Raises:
        UsageError: the model has a part that a strict schema cannot express (an open mapping).
    """
    found = _made.get(model)
    if found is None:
        name = _NAME.sub("_", model.__name__)[:_NAME_LENGTH]
        schema = strict_schema(model.model_json_schema())
        found = {"type": "json_schema", "json_schema": {"name": name, "strict": True, "schema": schema}}
        _made[model] = found
    return found


def strict_schema(schema: dict[str, Any]) -> dict[str, Any]:
    """A JSON Schema made by pydantic, rewritten for strict mode; the argument is left as it is.

    >>> strict_schema({"type": "object", "title": "T", "properties": {"n": {"type": "integer", "default": 0}}})
    {'type': 'object', 'properties': {'n': {'type': 'integer'}}, 'additionalProperties': False, 'required': ['n']}
    """
    rewritten: dict[str, Any] = {}
    for key, value in schema.items():
        if key in _DROPPED:
            continue
        if key in ("properties", "$defs"):
            # Here the keys are names, and a field may be called `title` or `default`.
            rewritten[key] = {name: strict_schema(part) for name, part in value.items()}
        elif key == "oneOf":
            rewritten["anyOf"] = [strict_schema(part) for part in value]
        elif key == "allOf" and len(value) == 1:
            rewritten.update(strict_schema(value[0]))
        elif isinstance(value, list):
            rewritten[key] = [strict_schema(part) if isinstance(part, dict) else part for part in value]
        elif isinstance(value, dict) and key != "const":
            rewritten[key] = strict_schema(value)
        else:
            rewritten[key] = value
    return _closed(_bare_reference(rewritten))


def _bare_reference(schema: dict[str, Any]) -> dict[str, Any]:
    return {"$ref": schema["$ref"]} if "$ref" in schema and "$defs" not in schema else schema


def _closed(schema: dict[str, Any]) -> dict[str, Any]:
    if schema.get("type") != "object" and "properties" not in schema:
        return schema
    if schema.get("additionalProperties") not in (None, False):
        msg = "a strict response schema cannot hold an open mapping (dict); use a list of name and value instead"
        raise UsageError(msg)
    schema["additionalProperties"] = False
    schema["required"] = list(schema.get("properties", {}))
    return schema
