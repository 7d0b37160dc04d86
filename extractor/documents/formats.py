"""JSON rows and HTML pages to text and metadata."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from extractor.documents.dates import iso_published
from extractor.documents.manifest import Metadata
from extractor.documents.notices import Reason, Unreadable

# Field names, the surest first: ours, news-please, then those of common dumps (Kaggle's and Common Crawl's news sets,
# GDELT, NewsAPI, Guardian, New York Times, CNN/DailyMail).
_TEXT = (
    "text",
    "maintext",
    "content",
    "body",
    "article",
    "article_text",
    "full_text",
    "fulltext",
    "articleBody",
    "story",
)
_NAMES: dict[str, tuple[str, ...]] = {
    "title": ("title", "headline", "webTitle", "title_page", "title_rss"),
    "publisher": ("publisher", "source", "source_domain", "publication", "outlet", "sitename", "domain", "provider"),
    "url": ("url", "link", "webUrl", "web_url", "source_url", "uri", "href"),
    "published": (
        "published",
        "date_publish",
        "publishedAt",
        "published_at",
        "pub_date",
        "pubDate",
        "date_published",
        "datePublished",
        "publish_date",
        "publication_date",
        "webPublicationDate",
        "published_date",
        "date",
    ),
    "language": ("language", "lang"),
}
_ID = ("id", "_id", "uuid", "article_id", "doc_id", "document_id")
_LISTS = ("articles", "documents", "items", "results", "data")


@dataclass(frozen=True, slots=True)
class ReadArticle:
    """What a format yields, before it becomes a Document. `own_id` is the row's id, `None` if it states none."""

    text: str
    metadata: Metadata
    own_id: str | None = None
    unread_date: str | None = None  # a publication date as stated that could not be read
    repaired: bool = False
    encoding: str | None = None
    guessed: bool = False

    def encoded(self, encoding: str, *, guessed: bool) -> ReadArticle:
        """The same, with the encoding it was read with."""
        return replace(self, encoding=encoding, guessed=guessed)


def articles_in(loaded: object) -> Iterator[object]:
    """The rows of a parsed JSON file: one object, a list, or a list under `articles` and the like.

    >>> list(articles_in({"articles": [1, 2]})), list(articles_in({"text": "a"}))
    ([1, 2], [{'text': 'a'}])
    """
    if isinstance(loaded, Mapping) and not any(isinstance(loaded.get(key), str) for key in _TEXT):
        for key in _LISTS:
            if isinstance(loaded.get(key), list):
                yield from loaded[key]
                return
    if isinstance(loaded, list):
        yield from loaded
    else:
        yield loaded


def article_of(row: object) -> ReadArticle:
    """A JSON object as an article.

    Raises:
        Unreadable: It is not an object, or has no text field.

    >>> article_of({"maintext": "57 dead.", "date_publish": "2016-02-22 05:38:00"}).metadata.published
    '2016-02-22T05:38:00'
    """
    if not isinstance(row, Mapping):
        raise Unreadable(Reason.NO_TEXT, f"is a JSON {type(row).__name__}, not an object with a text field")
    text = next((row[key] for key in _TEXT if isinstance(row.get(key), str) and row[key].strip()), None)
    if text is None:
        if any(isinstance(row.get(key), str) for key in _TEXT):
            raise Unreadable(Reason.EMPTY, "its text is empty")
        have = ", ".join(sorted(map(str, row)))[:200] or "none"
        raise Unreadable(Reason.NO_TEXT, f"has no text field ({', '.join(_TEXT[:5])}...); its keys: {have}")
    found = {name: _first(row, keys) for name, keys in _NAMES.items() if name != "published"}
    stated = next((row[key] for key in _NAMES["published"] if row.get(key) not in (None, "")), None)
    published = iso_published(stated)
    clean, repaired = repair(text)
    metadata = Metadata(**found, published=published)
    own = next((_scalar(row[key]) for key in _ID if row.get(key) not in (None, "")), None)
    return ReadArticle(
        clean, metadata, own, str(stated) if stated is not None and published is None else None, repaired
    )


def _first(row: Mapping[str, object], keys: tuple[str, ...]) -> str | None:
    return next((value for key in keys if (value := _scalar(row.get(key)))), None)


def _scalar(value: object) -> str | None:
    if isinstance(value, Mapping):  # NewsAPI's {"id":, "name":}, MongoDB's {"$oid":}
        value = value.get("name") or value.get("main") or value.get("$oid")
    if isinstance(value, str):
        return repair(value.strip())[0] or None
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else None


def repair(text: str) -> tuple[str, bool]:
    r"""The text with halves of surrogate pairs, which JSON can write but which are not characters, as U+FFFD.

    >>> repair("a\ud83db"), repair("a")
    (('a\ufffdb', True), ('a', False))
    """
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace"), True
    return text, False


def article_of_html(page: str) -> ReadArticle:
    """The main text of a page and what its metadata says; offsets refer to that text, not to the page.

    Raises:
        Unreadable: No main text can be told from the rest of the page.
    """
    import trafilatura  # noqa: PLC0415 - slow to import, needed for pages only

    try:
        found = trafilatura.bare_extraction(
            page,
            with_metadata=True,
            include_comments=False,
            date_extraction_params={"extensive_search": False, "original_date": True},
        )
    except (ValueError, TypeError, AttributeError, RecursionError) as error:
        raise Unreadable(Reason.NO_TEXT, f"its HTML cannot be read: {error}") from error
    text = getattr(found, "text", None)
    if found is None or isinstance(found, dict) or not text or not text.strip():
        raise Unreadable(Reason.NO_TEXT, "no main text could be told from the rest of the page")
    clean, repaired = repair(text)
    metadata = Metadata(
        title=found.title or None,
        publisher=found.sitename or found.hostname or (urlsplit(found.url).hostname if found.url else None) or None,
        url=found.url or None,
        published=iso_published(found.date),
        language=found.language or html_language(page),
    )
    return ReadArticle(clean, metadata, repaired=repaired)


_LANGUAGE = re.compile(r"""<html\b[^>]*?\s(?:xml:)?lang\s*=\s*["']?([A-Za-z]{2,3}(?:[-_]\w+)*)""", re.IGNORECASE)
_LANGUAGE_NAMED = re.compile(
    r"""<meta\b[^>]*?(?:http-equiv|name|property)\s*=\s*["']?(?:content-language|language|og:locale)\b[^>]*?"""
    r"""\scontent\s*=\s*["']?([A-Za-z]{2,3}(?:[-_]\w+)*)""",
    re.IGNORECASE,
)
_HEAD = 20_000  # characters of a page in which it declares its language


def html_language(page: str) -> str | None:
    """The language that a page declares: `lang=` of its root, else its metadata; `None` when it declares none.

    >>> html_language('<!doctype html><html dir="ltr" lang="pt-BR"><head>'), html_language("<html><body>")
    ('pt-BR', None)
    >>> html_language('<html><head><meta property="og:locale" content="uk_UA"/>')
    'uk_UA'
    """
    head = page[:_HEAD]
    found = _LANGUAGE.search(head) or _LANGUAGE_NAMED.search(head)
    return found[1] if found else None
