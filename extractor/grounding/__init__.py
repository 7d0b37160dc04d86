"""Grounding: where is a quote in its text? Offsets are code points of the original, never of a copy."""

from extractor.grounding.folding import Folded, normalise
from extractor.grounding.locator import Locator, locate_quote

__all__ = ["Folded", "Locator", "locate_quote", "normalise"]
