"""Counts of people harmed and of what is counted beside them: read, verified, compared and fused."""

from __future__ import annotations

from extractor.values.counting.count import Count
from extractor.values.counting.fusing import fuse_counts
from extractor.values.counting.judging import CountReason
from extractor.values.counting.reader import read_counts
from extractor.values.counting.sentence import HARM

__all__ = ["HARM", "Count", "CountReason", "fuse_counts", "read_counts"]
