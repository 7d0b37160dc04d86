"""What reading reports beside the articles: an article lost, or something worth knowing about one that was read."""

from __future__ import annotations

from enum import StrEnum

from extractor.errors import DocumentError
from extractor.records import Record


class Reason(StrEnum):
    """Stable codes; the message beside a code is for a person and may change."""

    # failures: no article came of it
    MISSING = "missing"  # no such path, or a pattern that matches nothing
    EMPTY = "empty"  # no character other than white space
    BINARY = "binary"  # an image, an archive, a PDF...
    UNREADABLE = "unreadable"  # permission, broken link, not a file, an input/output error
    LOOP = "loop"  # a folder link that leads back into itself
    UNDECODABLE = "undecodable"  # no character encoding fits the bytes
    UNSUPPORTED = "unsupported"  # a type of file that is not read
    TOO_LARGE = "too_large"
    BAD_JSON = "bad_json"
    NO_TEXT = "no_text"  # a JSON article without a text field, an HTML page without main text
    BAD_MANIFEST = "bad_manifest"
    # warnings: the article was read, or was there already
    GUESSED_ENCODING = "guessed_encoding"
    DUPLICATE = "duplicate"
    REPAIRED = "repaired"  # half a surrogate pair, which is no character, became U+FFFD
    UNREADABLE_DATE = "unreadable_date"  # a publication date that cannot be read for sure counts as unknown
    ADDRESSES_MODEL = "addresses_model"  # words that speak to a model instead of to readers
    HIDDEN_TEXT = "hidden_text"  # characters that nobody sees change what is read
    UNKNOWN_KEY = "unknown_key"  # a manifest entry with a key that means nothing here
    SKIPPED = "skipped"  # a file of a folder that is not an article


class ReadFailure(Record):
    """An article that could not be read. `path` as the user gave it, with `:LINE` for a row of a JSON Lines file."""

    path: str
    reason: Reason
    message: str


class ReadWarning(Record):
    """Something worth knowing; no article is lost. `document` is the id of the article meant, if any."""

    path: str
    reason: Reason
    message: str
    document: str | None = None


class Unreadable(DocumentError):
    """Raised inside the package, handed out as a `ReadFailure`."""

    def __init__(self, reason: Reason, message: str) -> None:
        super().__init__(message)
        self.reason = reason
