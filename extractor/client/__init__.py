"""The only way to instructor, openai and vcrpy. Importing it is cheap; they are imported where a client is opened."""

from extractor.client.answers import Answer, Check, article_text
from extractor.client.cassettes import (
    RecordingOrigin,
    cassette_files,
    inspect_cassettes,
    origin_of,
    read_origin,
    recording,
    replaying,
)
from extractor.client.flaws import Flaw
from extractor.client.ledger import Ledger, TokenUsage
from extractor.client.options import OPENAI_URL, ModelOptions, Price
from extractor.client.pacing import Clock
from extractor.client.session import Client, ask_once

__all__ = [
    "OPENAI_URL",
    "Answer",
    "Check",
    "Client",
    "Clock",
    "Flaw",
    "Ledger",
    "ModelOptions",
    "Price",
    "RecordingOrigin",
    "TokenUsage",
    "article_text",
    "ask_once",
    "cassette_files",
    "inspect_cassettes",
    "origin_of",
    "read_origin",
    "recording",
    "replaying",
]
