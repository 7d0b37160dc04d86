"""The event schema: every field is read, and described to the model."""

from extractor.registry import load_schema


def test_every_field_has_a_value_type_and_a_description():
    schema = load_schema("event")
    assert list(schema.value_types()) == list(schema.model_fields)
    assert all(field.description for field in schema.model_fields.values())
