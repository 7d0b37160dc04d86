"""Paths, folders and patterns to files, in one order whatever the order they were given in."""

from __future__ import annotations

import glob
import os
import stat
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from extractor.documents.notices import ReadFailure, ReadWarning, Reason

TEXT = frozenset({".txt", ".md", ".text", ".markdown"})
HTML = frozenset({".html", ".htm", ".xhtml"})
JSON = frozenset({".json"})
JSON_LINES = frozenset({".jsonl", ".ndjson"})
KNOWN = TEXT | HTML | JSON | JSON_LINES
MANIFESTS = ("manifest.json", "manifest.jsonl", "manifest.csv")
_ABOUT_THE_FOLDER = frozenset({"readme", "license", "licence", "changelog", "contributing", "copying", "notice"})
_RESULTS = ("documents.jsonl", "claims.jsonl", "run.json")
STDIN = "-"


@dataclass(frozen=True, slots=True)
class FoundFile:
    """One file to read. `id` is unique among the files of the run; `shown` is its path as given, always valid text."""

    path: Path
    shown: str
    id: str


def shown(path: str | Path) -> str:
    """A path as text that can be printed and written: bytes of a file name that are not UTF-8 become U+FFFD."""
    return os.fsencode(path).decode("utf-8", "replace")


def discover(paths: Sequence[str | Path]) -> tuple[list[FoundFile], list[ReadFailure | ReadWarning]]:
    """The files that the paths mean, sorted by path, and what is wrong with the rest.

    Only paths are held in memory. The id of a file is its stem; where two files share it, both get the folder in
    front, then the suffix, so that neither the order nor a later run changes which is which.

    Args:
        paths: Files, folders (recursive, hidden files left out), patterns (`**` too) and `-` for standard input.
    """
    found: dict[Path, str] = {}
    notices: list[ReadFailure | ReadWarning] = []
    for given in sorted({os.fspath(p) for p in paths}):
        for item in _expand(given):
            if not isinstance(item, Path):
                notices.append(item)
                continue
            real = item if given == STDIN else Path(os.path.realpath(item))
            if real in found:
                message = f"is the same file as {found[real]}; read once"
                notices.append(ReadWarning(path=shown(item), reason=Reason.DUPLICATE, message=message))
            else:
                found[real] = shown(item)
    ordered = sorted(found.items(), key=lambda item: (item[1], item[0]))
    ids = _ids([Path("stdin") if name == STDIN else real for real, name in ordered])
    return [FoundFile(real, name, id_) for (real, name), id_ in zip(ordered, ids, strict=True)], notices


def _ids(files: list[Path]) -> list[str]:
    levels = [
        [shown(f.stem) for f in files],
        [shown(f"{f.parent.name}/{f.stem}") for f in files],
        [shown(f"{f.parent.name}/{f.name}") for f in files],
        [shown(f"{f.parent.parent.name}/{f.parent.name}/{f.name}") for f in files],
    ]
    counts = [Counter(level) for level in levels]
    return [
        next((lv[i] for lv, c in zip(levels, counts, strict=True) if c[lv[i]] == 1), shown(file.as_posix()))
        for i, file in enumerate(files)
    ]


def _expand(given: str) -> Iterator[Path | ReadFailure | ReadWarning]:
    if given == STDIN:
        yield Path(STDIN)
        return
    path = Path(given)
    try:
        exists = os.path.lexists(path)
    except (OSError, ValueError) as error:  # a NUL in the name, a name that is too long
        yield _failure(path, Reason.MISSING, f"cannot be a path: {error}")
        return
    if not exists and glob.has_magic(given):
        matches = sorted(glob.glob(given, recursive=True))  # noqa: PTH207 - Path.glob knows no absolute patterns
        if not matches:
            yield _failure(path, Reason.MISSING, "matches no file")
        for match in matches:
            if not Path(match).is_dir():
                yield from _named(Path(match), by_pattern=True)
    elif not exists:
        yield _failure(path, Reason.MISSING, "no such file or folder")
    elif path.is_dir():
        yield from _folder(path)
    else:
        yield from _named(path)


def _named(path: Path, *, by_pattern: bool = False) -> Iterator[Path | ReadFailure | ReadWarning]:
    """A file that was named: read if its type is known or it has no type at all."""
    if path.name in MANIFESTS:
        return  # it is read with the articles beside it
    if path.is_symlink() and not path.exists():
        yield _failure(path, Reason.UNREADABLE, "is a link to something that is not there")
    elif path.suffix.lower() in KNOWN or (not path.suffix and not by_pattern):
        yield path
    elif by_pattern:
        yield _skipped(path, f"{path.suffix or 'no suffix'}: not read")
    else:
        known = ", ".join(sorted(KNOWN))
        yield _failure(path, Reason.UNSUPPORTED, f"{path.suffix} files are not read; these are: {known}")


def _folder(top: Path) -> Iterator[Path | ReadFailure | ReadWarning]:
    seen_any = False
    stack: list[tuple[Path, tuple[tuple[int, int], ...]]] = [(top, ())]
    while stack:
        folder, above = stack.pop()
        try:
            status = folder.stat()
            here = (status.st_dev, status.st_ino)
            if here in above:
                yield _failure(folder, Reason.LOOP, "leads back to a folder it lies in; not followed")
                continue
            names = sorted(entry.name for entry in os.scandir(folder))
        except OSError as error:
            yield _failure(folder, Reason.UNREADABLE, why(error))
            continue
        if all(name in names for name in _RESULTS):
            if folder != top:
                yield _skipped(folder, "is the output folder of an earlier run")
                continue
            names = [_RESULTS[0]]  # the articles of that run
        below = []
        for name in names:
            path = folder / name
            if name.startswith(".") or name in MANIFESTS:
                continue
            if path.is_dir():
                below.append((path, (*above, here)))
                continue
            item = _member(path)
            seen_any = seen_any or isinstance(item, Path)
            yield item
        stack.extend(reversed(below))
    if not seen_any:
        yield _failure(top, Reason.MISSING, f"holds no article ({', '.join(sorted(KNOWN))})")


def _member(path: Path) -> Path | ReadFailure | ReadWarning:
    suffix = path.suffix.lower()
    if suffix not in KNOWN:
        return _skipped(path, f"{suffix or 'no suffix'}: not read")
    if path.stem.lower() in _ABOUT_THE_FOLDER:
        return _skipped(path, "is about the folder, not an article; name it on its own to read it")
    try:
        regular = stat.S_ISREG(path.stat().st_mode)
    except OSError as error:
        reason = "is a link to something that is not there" if path.is_symlink() else why(error)
        return _failure(path, Reason.UNREADABLE, reason)
    return path if regular else _failure(path, Reason.UNREADABLE, "is not a regular file")


def why(error: OSError) -> str:
    """The system's words for an error, without the path they repeat."""
    return (error.strerror or type(error).__name__).lower()


def _skipped(path: Path, message: str) -> ReadWarning:
    return ReadWarning(path=shown(path), reason=Reason.SKIPPED, message=message)


def _failure(path: Path, reason: Reason, message: str) -> ReadFailure:
    return ReadFailure(path=shown(path), reason=reason, message=message)
