"""Finds schemas and prompts: the project folder first, then what the package brings.

A schema is one file `schemas/NAME.py` with one claim class, a prompt one file `prompts/NAME.md`. They are loaded here only: importing
a schema as a module of its own would make a second, different class. A schema file of the project folder is
Python code and runs: work in folders that you trust.
"""

from __future__ import annotations

import hashlib
import importlib.util
import sys
from collections.abc import Iterator
from pathlib import Path
from threading import Lock
from types import ModuleType

from extractor.errors import RegistryError
from extractor.values.schema import ClaimSchema

_SUFFIX = {"schemas": ".py", "prompts": ".md"}
_loaded: dict[tuple[Path, str], type[ClaimSchema]] = {}
_loading = Lock()


def load_schema(name: str = "event", project: Path | None = None) -> type[ClaimSchema]:
    """The claim class of a schema; the same class every time as long as the file does not change.

    Args:
        name: `event` for `schemas/event.py`, or a path that ends in `.py`.
        project: Folder that holds `schemas/`; `None` is the working directory.

    Raises:
        RegistryError: There is none, it does not run, or it does not define exactly one claim class.
    """
    path = find("schemas", name, project)
    digest = _sha256(path)
    with _loading:
        if (path, digest) not in _loaded:
            _loaded[path, digest] = _claim_class(_run(path, digest), path)
        return _loaded[path, digest]


def load_prompt_text(name: str, project: Path | None = None) -> tuple[str, Path]:
    """The text of a prompt and the file it came from.

    Args:
        name: `passage` for `prompts/passage.md`, or a path that ends in `.md`.
        project: Folder that holds `prompts/`; `None` is the working directory.

    Raises:
        RegistryError: There is none, or it is not UTF-8.
    """
    path = find("prompts", name, project)
    try:
        return _content(path).decode("utf-8"), path
    except UnicodeDecodeError as error:
        message = f"{path}: not UTF-8 at byte {error.start}"
        raise RegistryError(message) from error


def schema_hash(name: str = "event", project: Path | None = None) -> str:
    """SHA-256 of a schema's file, in hexadecimal: what `run.json` names."""
    return _sha256(find("schemas", name, project))


def prompt_hash(name: str, project: Path | None = None) -> str:
    """SHA-256 of a prompt's file, in hexadecimal: what `run.json` names."""
    return _sha256(find("prompts", name, project))


def available(kind: str, project: Path | None = None) -> tuple[str, ...]:
    """The names that `find` knows, sorted. `kind` is `schemas` or `prompts`."""
    suffix = _SUFFIX[kind]
    names = {p.stem for folder in _folders(kind, project) if folder.is_dir() for p in folder.glob(f"*{suffix}")}
    return tuple(sorted(n for n in names if not n.startswith("_")))


def find(kind: str, name: str, project: Path | None = None) -> Path:
    """The file of a schema or prompt.

    Raises:
        RegistryError: There is none; the message lists where it was looked for and what there is.
    """
    suffix = _SUFFIX[kind]
    if name.endswith(suffix):
        path = Path(name)
        if path.is_file():
            return path.resolve()
        looked = [path]
    elif Path(name).name != name or name in {"", ".", ".."}:
        message = f"{name!r} is not the name of one of the {kind}: give a name, or a path that ends in {suffix}"
        raise RegistryError(message)
    else:
        looked = [folder / f"{name}{suffix}" for folder in _folders(kind, project)]
        for path in looked:
            if path.is_file():
                return path.resolve()
    have = ", ".join(available(kind, project)) or "none"
    places = "\n".join(f"  {path}" for path in looked)
    message = f"no {name!r} among the {kind} (there are: {have}); looked for\n{places}"
    raise RegistryError(message)


def _folders(kind: str, project: Path | None) -> Iterator[Path]:
    yield (project or Path.cwd()) / kind
    package = Path(__file__).resolve().parent
    defaults = package / "_defaults"
    yield defaults / kind if defaults.is_dir() else package.parent / kind  # a wheel, or a checkout


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        message = f"{path}: {error.strerror}"
        raise RegistryError(message) from error


def _sha256(path: Path) -> str:
    return hashlib.sha256(_content(path)).hexdigest()


def _run(path: Path, digest: str) -> ModuleType:
    name = f"_extractor_schema_{path.stem}_{digest[:12]}"
    spec = importlib.util.spec_from_file_location(name, path)
    if spec is None or spec.loader is None:
        message = f"{path}: Python cannot load it"
        raise RegistryError(message)
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module  # pydantic looks up the annotations of a class through its module
    try:
        spec.loader.exec_module(module)
    except Exception as error:
        del sys.modules[name]
        message = f"{path}: {type(error).__name__}: {error}"
        raise RegistryError(message) from error
    return module


def _claim_class(module: ModuleType, path: Path) -> type[ClaimSchema]:
    classes = [
        value
        for value in vars(module).values()
        if isinstance(value, type) and issubclass(value, ClaimSchema) and value.__module__ == module.__name__
    ]
    leaves = [c for c in classes if not any(c in other.__mro__[1:] for other in classes)]
    if len(leaves) != 1:
        names = ", ".join(c.__name__ for c in leaves) or "none"
        message = f"{path}: must define one subclass of extractor.values.schema.ClaimSchema, defines {names}"
        raise RegistryError(message)
    if not leaves[0].value_types():
        message = f"{path}: {leaves[0].__name__} has no field annotated with a value type"
        raise RegistryError(message)
    return leaves[0]
