"""When an event took place: days and spans of days."""

from __future__ import annotations

from extractor.values.when.when import When

__all__ = ["When"]
