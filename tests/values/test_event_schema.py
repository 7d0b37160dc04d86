"""The event schema: every field is read, and described to the model."""

import importlib.util
import sys
from pathlib import Path

import pytest

pytest.importorskip("extractor.values.count")
pytest.importorskip("extractor.values.when.when")
pytest.importorskip("extractor.values.place.place")


def test_every_field_has_a_value_type_and_a_description():
    path = Path(__file__).parents[2] / "schemas" / "event.py"
    spec = importlib.util.spec_from_file_location("event_under_test", path)
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    schema = module.Event
    assert list(schema.value_types()) == list(schema.model_fields)
    assert all(field.description for field in schema.model_fields.values())
