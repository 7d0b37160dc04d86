"""The shape of an article: paragraphs, sentences, zones. Offsets only; the text itself is never copied or altered."""

from extractor.segments.found import Found, HasOffsets
from extractor.segments.view import Segment, TextView, per_text
from extractor.segments.zones import Zone

__all__ = ["Found", "HasOffsets", "Segment", "TextView", "Zone", "per_text"]
