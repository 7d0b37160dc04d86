"""Counts of people harmed and of what is counted beside them: read, verified, compared and fused."""

from __future__ import annotations

from extractor.values.count.count import Count
from extractor.values.count.fusing import fuse_counts
from extractor.values.count.judging import CountReason
from extractor.values.count.reader import read_counts
from extractor.values.count.sentence import HARM

__all__ = ["HARM", "Count", "CountReason", "fuse_counts", "read_counts"]
