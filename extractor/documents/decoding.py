"""Bytes to text. What was guessed is said; nothing is replaced.

Order: byte-order marks, UTF-8, what the file declares (HTML), UTF-16 without a mark, then charset-normalizer.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from extractor.documents.notices import Reason, Unreadable

_MARKS = (
    (codecs.BOM_UTF8, "utf-8", "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32-le", "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32-be", "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "utf-16"),
)
_MAGIC = {
    b"%PDF-": "a PDF",
    b"PK\x03\x04": "a ZIP archive or an office document",
    b"\x89PNG": "a PNG image",
    b"\xff\xd8\xff": "a JPEG image",
    b"GIF8": "a GIF image",
    b"\x1f\x8b": "gzip data",
    b"\x7fELF": "a program",
    b"\xd0\xcf\x11\xe0": "an old office document",
    b"{\\rtf": "an RTF document",
    b"SQLite format 3": "a database",
}
_CONTROLS = bytes(b for b in range(32) if b not in b"\t\n\v\f\r\x1b\x1a") + b"\x7f"
_CONTROL_SHARE = 0.01  # one stray control byte in a hundred still passes for text
_NUL_SHARE = 0.2  # Latin text in UTF-16 is about half NULs, all at the odd or all at the even places
_SIDED = 0.95  # share of those NULs that must stand on the same side
_SAMPLE = 60_000  # bytes shown to the detector
_DECLARED = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,40})""", re.IGNORECASE)
# Legacy encodings of news in the Latin script, the most common first (WHATWG: "latin1" on the web means windows-1252).
_WESTERN = "cp1252"


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text, the codec that made it, and whether that codec is a guess."""

    text: str
    encoding: str
    guessed: bool = False


def decode(data: bytes, *, html: bool = False) -> Decoded:
    r"""Make text of bytes; a byte-order mark is dropped, line ends are kept.

    Args:
        data: The whole content of a file.
        html: Whether a `<meta charset>` may be believed.

    Raises:
        Unreadable: The bytes are not text, or no encoding fits them.

    >>> decode(b"\xef\xbb\xbfZwei Tote\r\n")
    Decoded(text='Zwei Tote\r\n', encoding='utf-8', guessed=False)
    >>> decode("57 tués à Alep".encode("utf-16")).text
    '57 tués à Alep'
    """
    for magic, what in _MAGIC.items():
        if data.startswith(magic):
            raise Unreadable(Reason.BINARY, f"is {what}, not text; save its text as .txt or .html first")
    for mark, codec, _ in _MARKS:
        if data.startswith(mark):
            return Decoded(_strictly(data[len(mark) :], codec), codec)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        text = None
    if text is not None:
        sided = _utf16_by_nuls(data)
        if sided is not None:
            return sided
        _refuse_binary(data)
        return Decoded(text, "utf-8")
    return _declared(data) if html and _DECLARED.search(data[:4096]) else _guess(data)


def _strictly(data: bytes, codec: str) -> str:
    try:
        return data.decode(codec)
    except UnicodeDecodeError as error:
        message = f"says it is {codec} but byte {error.start} does not fit; save it as UTF-8"
        raise Unreadable(Reason.UNDECODABLE, message) from error


def _refuse_binary(data: bytes) -> None:
    if data and (len(data) - len(data.translate(None, _CONTROLS))) / len(data) > _CONTROL_SHARE:
        raise Unreadable(Reason.BINARY, "is not text: too many control characters")


def _utf16_by_nuls(data: bytes) -> Decoded | None:
    nuls = data.count(0)
    if len(data) % 2 or not data or nuls / len(data) < _NUL_SHARE:
        return None
    odd = data[1::2].count(0)
    for codec, share in (("utf-16-le", odd / nuls), ("utf-16-be", 1 - odd / nuls)):
        if share >= _SIDED:
            try:
                text = data.decode(codec)
            except UnicodeDecodeError:
                return None
            return Decoded(text, codec, guessed=True) if _is_plain(text) else None
    return None


def _is_plain(text: str) -> bool:
    controls = sum(text.count(chr(b)) for b in _CONTROLS)
    return controls <= len(text) * _CONTROL_SHARE


def _declared(data: bytes) -> Decoded:
    found = _DECLARED.search(data[:4096])
    name = found.group(1).decode("ascii").lower() if found else ""
    codec = _WESTERN if name in {"iso-8859-1", "latin1", "latin-1", "us-ascii", "ascii"} else name
    try:
        return Decoded(data.decode(codec), codec)
    except (LookupError, UnicodeDecodeError):
        return _guess(data)


def _guess(data: bytes) -> Decoded:
    sided = _utf16_by_nuls(data)
    if sided is not None:
        return sided
    _refuse_binary(data)
    if _reads_western(data):
        return Decoded(data.decode(_WESTERN), _WESTERN, guessed=True)
    from charset_normalizer import from_bytes  # noqa: PLC0415 - slow to import, needed for few files

    best = from_bytes(_sample(data)).best()
    for codec in (best.encoding if best is not None else None, _WESTERN):
        if codec is None:
            continue
        try:
            return Decoded(data.decode(codec), codec, guessed=True)
        except UnicodeDecodeError:
            continue
    message = "is in no character encoding that could be recognised; save it as UTF-8"
    raise Unreadable(Reason.UNDECODABLE, message)


def _sample(data: bytes) -> bytes:
    """A stretch around the first bytes beyond ASCII; whole lines, so that no character is cut."""
    if len(data) <= _SAMPLE:
        return data
    beyond = re.search(rb"[\x80-\xff]", data)
    start = max(0, (beyond.start() if beyond else 0) - _SAMPLE // 10)
    start = data.rfind(b"\n", 0, start) + 1 if data.rfind(b"\n", 0, start) >= 0 else 0
    stop = data.find(b"\n", start + _SAMPLE)
    return data[start : stop if 0 <= stop < start + 4 * _SAMPLE else start + _SAMPLE]


_TYPOGRAPHIC = frozenset("‘’“”„‚–—…•«»£€§°©®™ \u00a0¡¿´")
_LATIN = frozenset("àâäáãåæçèéêëìíîïñòóôöõøùúûüýÿßœÀÂÄÁÃÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÖÕØÙÚÛÜÝŸŒšžŠŽ")
_RARE_BEYOND = 0.25  # a larger share of bytes beyond ASCII is another script


def _reads_western(data: bytes) -> bool:
    """Whether windows-1252 makes only Western letters and typography of the bytes beyond ASCII.

    Detectors go wrong on short news texts, where a few curly quotes and an accent are all there is to see.
    """
    sample = data[: 20 * _SAMPLE]
    beyond = re.findall(rb"[\x80-\xff]+", sample)
    if not beyond or sum(map(len, beyond)) / len(sample) > _RARE_BEYOND:
        return False
    try:
        data.decode(_WESTERN)
        characters = b"".join(beyond).decode(_WESTERN)
    except UnicodeDecodeError:
        return False
    return max(map(len, beyond)) <= 3 and all(c in _TYPOGRAPHIC or c in _LATIN for c in characters)  # noqa: PLR2004 - an accent beside a quote and a dash
