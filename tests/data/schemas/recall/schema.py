"""Recalls of vehicles: a schema that knows nothing of casualties."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from pydantic import Field

from extractor.values.count import Count
from extractor.values.label.files import LabelFiles
from extractor.values.place.place import Place
from extractor.values.schema import ClaimSchema, Values
from extractor.values.source.source import Source
from extractor.values.valuetype import FieldRole
from extractor.values.when.when import When

from .labels import Fault

LABELS = LabelFiles(Path(__file__).parent, {"fault": Fault})


class Recall(ClaimSchema):
    """One recall as one article reports it, by one source."""

    fault: Annotated[Values, LABELS.label("fault", FieldRole.WHAT)] = Field(default=(), description="What is wrong.")
    cars: Annotated[Values, Count("vehicle")] = Field(default=(), description="How many vehicles are called back.")
    market: Annotated[Values, Place()] = Field(default=(), description="Where they were sold.")
    day: Annotated[Values, When()] = Field(default=(), description="When the recall was announced.")
    teller: Annotated[Values, Source()] = Field(default=(), description="Who says so.")
