"""The public functions: extract, merge, run; the command line calls no others."""

from extractor.pipeline.articles import ArticleResult
from extractor.pipeline.estimating import Estimate, estimate
from extractor.pipeline.merging import merge, merge_claims
from extractor.pipeline.options import MergeOptions, Progress, RunOptions, RunResult
from extractor.pipeline.running import extract, extract_async, extract_documents, run, run_async

__all__ = [
    "ArticleResult",
    "Estimate",
    "MergeOptions",
    "Progress",
    "RunOptions",
    "RunResult",
    "estimate",
    "extract",
    "extract_async",
    "extract_documents",
    "merge",
    "merge_claims",
    "run",
    "run_async",
]
