from enum import Enum
from typing import Literal

import pytest
from pydantic import BaseModel, Field, create_model

from extractor.client.schema import response_format, strict_schema
from extractor.errors import UsageError


class Side(Enum):
    ARMY = "army"
    REBELS = "rebels"


class Part(BaseModel):
    title: str
    default: int = 3
    side: Side | None = Field(default=None, description="who")


class Whole(BaseModel):
    """A report."""

    parts: tuple[Part, ...] = ()
    first: Part = Field(description="beside a reference")
    kind: Literal["a"] = "a"
    note: str = Field(default="", max_length=9)


class Tree(BaseModel):
    children: list["Tree"] = []


def objects_in(schema):
    found = [schema] if schema.get("type") == "object" else []
    for key, value in schema.items():
        if isinstance(value, dict):
            found += objects_in(value)
        elif isinstance(value, list) and key != "required":
            found += [each for part in value if isinstance(part, dict) for each in objects_in(part)]
    return found


@pytest.mark.parametrize("model", [Part, Whole, Tree])
def test_every_object_is_closed_and_complete(model):
    schema = response_format(model)["json_schema"]["schema"]
    assert objects_in(schema)
    for found in objects_in(schema):
        assert found["additionalProperties"] is False
        assert found["required"] == list(found["properties"])


def test_fields_may_have_the_names_of_keywords():
    schema = response_format(Part)["json_schema"]["schema"]
    assert list(schema["properties"]) == ["title", "default", "side"]
    assert "title" not in schema
    assert "default" not in schema["properties"]["default"]


def test_nothing_stands_beside_a_reference():
    schema = response_format(Whole)["json_schema"]["schema"]
    assert schema["properties"]["first"] == {"$ref": "#/$defs/Part"}
    assert "maxLength" not in schema["properties"]["note"]


def test_made_once_and_the_argument_left_alone():
    assert response_format(Whole) is response_format(Whole)
    schema = Whole.model_json_schema()
    before = repr(schema)
    strict_schema(schema)
    assert repr(schema) == before


def test_names_are_what_the_protocol_allows():
    model = create_model("Häuser [x]" + "y" * 90, n=(int, ...))
    assert response_format(model)["json_schema"]["name"] == ("H_user__x_" + "y" * 90)[:64]


def test_an_open_mapping_cannot_be_strict():
    with pytest.raises(UsageError, match="list of name and value"):
        response_format(create_model("Open", figures=(dict[str, int], ...)))
