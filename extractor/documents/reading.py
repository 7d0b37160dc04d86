"""Files to documents, one by one: memory holds one article, the ids and the hashes of those before it."""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from extractor.documents.decoding import Decoded, decode
from extractor.documents.discovery import HTML, JSON, JSON_LINES, STDIN, FoundFile, discover, shown, why
from extractor.documents.formats import ReadArticle, article_of, article_of_html, articles_in
from extractor.documents.manifest import Manifest, Metadata, find_manifest, load_manifest
from extractor.documents.notices import ReadFailure, ReadWarning, Reason, Unreadable
from extractor.errors import DocumentError
from extractor.records import Document
from extractor.segments.address import speaks_to_a_model
from extractor.segments.hidden import hidden_in

MAX_ARTICLE_BYTES = 50_000_000
MAX_JSON_BYTES = 1_000_000_000  # a .json file is parsed whole; .jsonl has no limit, its lines have that of an article

Item = Document | ReadFailure | ReadWarning


@dataclass(frozen=True, slots=True)
class Limits:
    """Sizes in bytes beyond which nothing is read."""

    article: int = MAX_ARTICLE_BYTES
    json_file: int = MAX_JSON_BYTES


def read_documents(
    paths: Sequence[str | Path],
    manifest: str | Path | Mapping[str, Metadata] | None = None,
    *,
    stdin: BinaryIO | None = None,
    limits: Limits | None = None,
) -> Iterator[Item]:
    """Read articles, in an order and with ids that do not depend on the order of `paths`.

    Args:
        paths: Files, folders (recursive), patterns, and `-` for standard input.
        manifest: Metadata by file name (or by path below the manifest's folder, or by a row's id), from a file or
            given; it wins over the article's own. `None` looks for a `manifest.json`, `.jsonl` or `.csv` beside
            each file.
        stdin: Where `-` reads from; `None` is the process's standard input.
        limits: Sizes that are refused; `None` is 50 MB an article.

    Yields:
        A Document for each article that can be read, a ReadFailure for each that cannot, a ReadWarning for what is
        worth knowing. An article whose text was there already is a warning and no document.

    Raises:
        DocumentError: `manifest` names a file that cannot be used. Raised before anything is read.
    """
    stated: Manifest | None = None
    if isinstance(manifest, Mapping):
        stated = Manifest(manifest)
    elif manifest is not None:
        stated = load_manifest(Path(manifest))
    return _read(paths, _Reader(stated, stdin, limits or Limits()))


def _read(paths: Sequence[str | Path], reader: _Reader) -> Iterator[Item]:
    sources, notices = discover(paths)
    yield from notices
    if reader.stated is not None:
        yield from reader.stated.notices
    for source in sources:
        yield from reader.items(source)


@dataclass
class _Reader:
    """The state of one pass: manifests by folder, ids and hashes seen."""

    stated: Manifest | None
    stdin: BinaryIO | None
    limits: Limits
    by_folder: dict[Path, Manifest] = field(default_factory=dict)
    ids: set[str] = field(default_factory=set)
    first_with: dict[bytes, str] = field(default_factory=dict)

    def items(self, source: FoundFile) -> Iterator[Item]:
        yield from self._meet_folder(source.path.parent)
        try:
            for where, id_, article in self._articles(source):
                if isinstance(article, Unreadable):
                    yield ReadFailure(path=where, reason=article.reason, message=str(article))
                else:
                    yield from self._documents(source, where, id_, article)
        except Unreadable as error:
            yield ReadFailure(path=source.shown, reason=error.reason, message=str(error))
        except OSError as error:
            yield ReadFailure(path=source.shown, reason=Reason.UNREADABLE, message=why(error))

    def _meet_folder(self, folder: Path) -> Iterator[Item]:
        if self.stated is not None or folder in self.by_folder:
            return
        self.by_folder[folder] = Manifest({})
        path = find_manifest(folder)
        if path is None:
            return
        try:
            self.by_folder[folder] = load_manifest(path)
        except DocumentError as error:
            message = str(error).removeprefix(f"{shown(path)}: ")
            yield ReadFailure(path=shown(path), reason=Reason.BAD_MANIFEST, message=message)
        yield from self.by_folder[folder].notices

    def _articles(self, source: FoundFile) -> Iterator[tuple[str, str, ReadArticle | Unreadable]]:
        """Where each article stands, the id it gets if it states none, and the article or what is wrong with it."""
        suffix = source.path.suffix.lower()
        if suffix in JSON_LINES:
            with source.path.open("rb") as lines:
                yield from self._rows(source, lines)
            return
        limit = self.limits.json_file if suffix in JSON else self.limits.article
        data = self._content(source, limit)
        if not data.strip():
            raise Unreadable(Reason.EMPTY, "is empty")
        if not suffix:
            suffix = _sniffed(data)
        if suffix in JSON:
            yield from _rows_of_json(source, data)
            return
        decoded = decode(data, html=suffix in HTML)
        article = article_of_html(decoded.text) if suffix in HTML else ReadArticle(decoded.text, Metadata())
        if not article.text.strip():
            raise Unreadable(Reason.EMPTY, "is empty")
        yield source.shown, source.id, article.encoded(decoded.encoding, guessed=decoded.guessed)

    def _content(self, source: FoundFile, limit: int) -> bytes:
        if source.shown == STDIN:
            data = (self.stdin or sys.stdin.buffer).read(limit + 1)
        else:
            with source.path.open("rb") as file:
                data = file.read(limit + 1)
        if len(data) > limit:
            raise Unreadable(Reason.TOO_LARGE, f"is larger than {limit / 1e6:g} MB; split it")
        return data

    def _rows(self, source: FoundFile, lines: BinaryIO) -> Iterator[tuple[str, str, ReadArticle | Unreadable]]:
        start = lines.read(4)
        if start[:2] in {b"\xff\xfe", b"\xfe\xff"} or 0 in start:  # UTF-16: its line ends are not single bytes
            lines.seek(0)
            yield from _rows_of_json(source, lines.read(self.limits.json_file))
            return
        lines.seek(0)
        number, any_row = 0, False
        while line := lines.readline(self.limits.article + 1):
            number += 1
            where, id_ = f"{source.shown}:{number}", f"{source.id}:{number}"
            if len(line) > self.limits.article:
                while line and not line.endswith(b"\n"):
                    line = lines.readline(self.limits.article)
                message = f"a line larger than {self.limits.article / 1e6:g} MB"
                yield where, id_, Unreadable(Reason.TOO_LARGE, message)
            elif line.strip(b" \t\r\n\xef\xbb\xbf"):
                any_row = True
                yield where, id_, _row(line)
        if not any_row:
            raise Unreadable(Reason.EMPTY, "is empty")

    def _documents(self, source: FoundFile, where: str, id_: str, article: ReadArticle) -> Iterator[Item]:
        digest = hashlib.sha256(article.text.encode("utf-8"))
        wanted = article.own_id or id_
        if digest.digest() in self.first_with:
            first = self.first_with[digest.digest()]
            message = f"has the same text as {first}; read once"
            yield ReadWarning(path=where, reason=Reason.DUPLICATE, message=message, document=first)
            return
        given = wanted if wanted not in self.ids else f"{wanted}-{digest.hexdigest()[:8]}"
        self.ids.add(given)
        self.first_with[digest.digest()] = given
        metadata = self._metadata(source, article)
        yield Document(
            id=given,
            text=article.text,
            sha256=digest.hexdigest(),
            path=source.shown,
            encoding=article.encoding,
            **metadata.model_dump(),
        )
        for reason, message in _oddities(article, metadata):
            yield ReadWarning(path=where, reason=reason, message=message, document=given)

    def _metadata(self, source: FoundFile, article: ReadArticle) -> Metadata:
        manifest = self.stated or self.by_folder.get(source.path.parent, Manifest({}))
        names = [source.shown, source.path.as_posix(), source.path.name]
        if article.own_id is not None:
            names.insert(0, article.own_id)
        return manifest.about(names).over(article.metadata)


def _oddities(article: ReadArticle, metadata: Metadata) -> Iterator[tuple[Reason, str]]:
    if article.guessed:
        message = f"is not UTF-8; read as {article.encoding}, a guess; convert it to UTF-8 to be sure"
        yield Reason.GUESSED_ENCODING, message
    if article.repaired:
        message = "half a surrogate pair stands as U+FFFD"
        yield Reason.REPAIRED, message
    if said := speaks_to_a_model(article.text):
        yield Reason.ADDRESSES_MODEL, f"speaks to a model ({said!r}): what a model says of it is checked like any other"
    if hidden := hidden_in(article.text):
        yield Reason.HIDDEN_TEXT, f"holds {hidden}"
    if article.unread_date is not None and metadata.published is None:
        message = f"its date {article.unread_date[:60]!r} cannot be read for sure and counts as unknown"
        yield Reason.UNREADABLE_DATE, message


def _sniffed(data: bytes) -> str:
    """The type of a file without a suffix, by its beginning."""
    start = data[:2000].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith((b"{", b"[{", b"[\n", b"[ ")):
        return ".json"
    return ".html" if start.startswith((b"<!doctype html", b"<html")) else ".txt"


def _row(line: bytes) -> ReadArticle | Unreadable:
    try:
        decoded = decode(line)
        return article_of(json.loads(decoded.text)).encoded(decoded.encoding, guessed=decoded.guessed)
    except Unreadable as error:
        return error
    except (ValueError, RecursionError) as error:
        return Unreadable(Reason.BAD_JSON, f"is not a JSON object: {_short(error)}")


def _rows_of_json(source: FoundFile, data: bytes) -> Iterator[tuple[str, str, ReadArticle | Unreadable]]:
    decoded = decode(data)
    try:
        rows = list(articles_in(json.loads(decoded.text)))
    except (ValueError, RecursionError) as error:
        lines = [line for line in decoded.text.splitlines() if line.strip()]
        if len(lines) < 2 or not lines[0].rstrip().endswith("}"):  # noqa: PLR2004 - JSON Lines under another name
            raise Unreadable(Reason.BAD_JSON, f"is not JSON: {_short(error)}") from error
        for number, line in enumerate(decoded.text.split("\n"), 1):
            if line.strip():
                article = _row(line.encode("utf-8", "surrogatepass"))
                yield f"{source.shown}:{number}", f"{source.id}:{number}", _encoded(article, decoded)
        return
    if not rows:
        raise Unreadable(Reason.EMPTY, "holds no article")
    for number, row in enumerate(rows, 1):
        where = source.shown if len(rows) == 1 else f"{source.shown}:{number}"
        id_ = source.id if len(rows) == 1 else f"{source.id}:{number}"
        yield where, id_, _encoded(_article_or_error(row), decoded)


def _article_or_error(row: object) -> ReadArticle | Unreadable:
    try:
        return article_of(row)
    except Unreadable as error:
        return error


def _encoded(article: ReadArticle | Unreadable, decoded: Decoded) -> ReadArticle | Unreadable:
    if isinstance(article, Unreadable):
        return article
    return article.encoded(decoded.encoding, guessed=decoded.guessed)


def _short(error: BaseException) -> str:
    return " ".join(str(error).split())[:160]
