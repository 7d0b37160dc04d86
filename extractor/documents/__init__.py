"""Articles from files, folders and pipes: text never altered, with what is known about it and what went wrong."""

from extractor.documents.dates import iso_published
from extractor.documents.manifest import Manifest, Metadata, load_manifest
from extractor.documents.notices import ReadFailure, ReadWarning, Reason
from extractor.documents.reading import MAX_ARTICLE_BYTES, Item, Limits, read_documents

__all__ = [
    "MAX_ARTICLE_BYTES",
    "Item",
    "Limits",
    "Manifest",
    "Metadata",
    "ReadFailure",
    "ReadWarning",
    "Reason",
    "iso_published",
    "load_manifest",
    "read_documents",
]
