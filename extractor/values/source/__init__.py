"""Whose words a figure is: sources, speakers and quotations."""

from __future__ import annotations

from extractor.values.source.source import Source

__all__ = ["Source"]
