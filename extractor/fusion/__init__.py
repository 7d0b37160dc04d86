"""One record out of many claims: who says what, what agrees, what cannot both be right, and why totals differ."""

from extractor.fusion.fuse import fuse_events

__all__ = ["fuse_events"]
