"""Labels of an enumeration, read and judged by cue words."""

from __future__ import annotations

from extractor.values.label.label import Label

__all__ = ["Label"]
