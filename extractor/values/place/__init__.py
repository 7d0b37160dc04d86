"""Where an event took place."""

from __future__ import annotations

from extractor.values.place.place import Place

__all__ = ["Place"]
