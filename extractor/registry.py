"""Finds schemas and prompts: the package's own schemas first, the project folder's prompts first.

A schema is a file `schemas/NAME.py`, or a folder `schemas/NAME/` whose `schema.py` may import the modules beside it and
read files of its own; either defines one claim class. A prompt is a file `prompts/NAME.md`. Schemas are loaded only
here: importing one as a module of its own would make a second, different class. A schema of the project folder is
Python code, so it runs only when it is named, and never under the name of one of the package's schemas.
"""

from __future__ import annotations

import hashlib
import importlib
import importlib.util
import sys
from collections.abc import Iterator
from pathlib import Path
from threading import Lock
from types import ModuleType

from extractor.errors import RegistryError
from extractor.values.schema import ClaimSchema
from extractor.values.valuetype import FieldRole

_SUFFIX = {"schemas": ".py", "prompts": ".md"}
_MAIN = "schema"  # the module of a schema's folder that defines its claim class
_NOT_PART = "__pycache__"
_loaded: dict[tuple[Path, str], type[ClaimSchema]] = {}
_loading = Lock()


def load_schema(name: str = "event", project: Path | None = None) -> type[ClaimSchema]:
    """The claim class of a schema; the same class every time as long as its files do not change.

    Args:
        name: `event` for `schemas/event/` or `schemas/event.py`, or a path that ends in `.py` or to such a folder.
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
    """SHA-256 of a schema's file, or of all files of its folder, in hexadecimal: what `run.json` names."""
    return _sha256(find("schemas", name, project))


def prompt_hash(name: str, project: Path | None = None) -> str:
    """SHA-256 of a prompt's file, in hexadecimal: what `run.json` names."""
    return _sha256(find("prompts", name, project))


def available(kind: str, project: Path | None = None) -> tuple[str, ...]:
    """The names that `find` knows, sorted. `kind` is `schemas` or `prompts`."""
    suffix = _SUFFIX[kind]
    folders = [folder for folder in _folders(kind, project) if folder.is_dir()]
    names = {p.stem for folder in folders for p in folder.glob(f"*{suffix}")}
    if kind == "schemas":
        names |= {p.parent.name for folder in folders for p in folder.glob(f"*/{_MAIN}{suffix}")}
    return tuple(sorted(n for n in names if not n.startswith("_")))


def find(kind: str, name: str, project: Path | None = None) -> Path:
    """The file of a schema or prompt, or the folder of a schema.

    Raises:
        RegistryError: There is none; the message lists where it was looked for and what there is.
    """
    suffix = _SUFFIX[kind]
    if name.endswith(suffix) or (kind == "schemas" and _is_package(Path(name)) and Path(name).name != name):
        path = Path(name)
        if path.is_file() or _is_package(path):
            return path.resolve()
        looked = [path]
    elif Path(name).name != name or name in {"", ".", ".."}:
        message = f"{name!r} is not a name of one of the {kind}: give a name, or a path that ends in {suffix}"
        raise RegistryError(message)
    else:
        looked = [
            folder / found
            for folder in _folders(kind, project)
            for found in ([name, f"{name}{suffix}"] if kind == "schemas" else [f"{name}{suffix}"])
        ]
        for path in looked:
            if path.is_file() or (kind == "schemas" and _is_package(path)):
                return path.resolve()
    have = ", ".join(available(kind, project)) or "none"
    places = "\n".join(f"  {path}" for path in looked)
    message = f"no {name!r} among the {kind} (there are: {have}); looked for\n{places}"
    raise RegistryError(message)


def whose_code(name: str, project: Path | None = None) -> str | None:
    """A sentence for the person whose schema is not the package's, or whose file of that name is passed over.

    Args:
        name: as for `load_schema`.
        project: Folder that holds `schemas/`; `None` is the working directory.

    Returns:
        `None` when there is nothing to say.

    Raises:
        RegistryError: The schema is not found.
    """
    path, own = find("schemas", name, project), (project or Path.cwd()) / "schemas"
    if path.parent != _built_in("schemas").resolve():
        return f"schema {name}: runs the code of {path}"
    mine = [found for found in (own / name, own / f"{name}.py") if found.is_file() or _is_package(found)]
    if not mine or mine[0].resolve() == path:
        return None
    return f"schema {name}: the package's own; {mine[0]} is not run unless --schema names its path"


def _folders(kind: str, project: Path | None) -> Iterator[Path]:
    """Where to look, in order: a schema is code, so no folder may put its own in the place of the package's."""
    folders = ((project or Path.cwd()) / kind, _built_in(kind))
    yield from reversed(folders) if kind == "schemas" else folders


def _built_in(kind: str) -> Path:
    package = Path(__file__).resolve().parent
    defaults = package / "_defaults"
    return defaults / kind if defaults.is_dir() else package.parent / kind  # a wheel, or a checkout


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        message = f"{path}: {error.strerror}"
        raise RegistryError(message) from error


def _is_package(path: Path) -> bool:
    return (path / f"{_MAIN}.py").is_file()


def _sha256(path: Path) -> str:
    """The hash of a file's bytes; of a folder, that of its files' names and bytes in order."""
    if not path.is_dir():
        return hashlib.sha256(_content(path)).hexdigest()
    found = hashlib.sha256()
    for file in sorted(p for p in path.rglob("*") if p.is_file() and _NOT_PART not in p.parts):
        content = _content(file)
        found.update(f"{file.relative_to(path).as_posix()}\0{len(content)}\0".encode())
        found.update(content)
    return found.hexdigest()


def _run(path: Path, digest: str) -> ModuleType:
    """The module of a schema's file, or of `schema.py` in its folder, whose other modules it may import (`from .x`)."""
    name = f"_extractor_schema_{path.stem}_{digest[:12]}"
    before = set(sys.modules)
    writes, sys.dont_write_bytecode = sys.dont_write_bytecode, True  # a schema edited within a second is read anew
    try:
        if path.is_dir():
            package = ModuleType(name)
            package.__path__ = [str(path)]
            sys.modules[name] = package
            return importlib.import_module(f"{name}.{_MAIN}")
        return _run_file(path, name)
    except RegistryError:
        raise
    except Exception as error:
        for key in [key for key in sys.modules if key not in before and (key + ".").startswith(f"{name}.")]:
            del sys.modules[key]
        message = f"{path}: {type(error).__name__}: {error}"
        raise RegistryError(message) from error
    finally:
        sys.dont_write_bytecode = writes


def _run_file(path: Path, name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, path)
    if spec is None or spec.loader is None:
        message = f"{path}: Python cannot load it"
        raise RegistryError(message)
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module  # pydantic looks up the annotations of a class through its module
    spec.loader.exec_module(module)
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
    domain, types = leaves[0].domain, leaves[0].value_types()
    counts = leaves[0].fields_with(FieldRole.HOW_MANY)
    if unknown := [name for name in (*domain.main, *sorted(domain.rising)) if name not in counts]:
        what = "is not a count" if unknown[0] in types else "is not a field"
        message = f"{path}: the domain names {unknown[0]!r}, which {what}; counts are {', '.join(counts) or 'none'}"
        raise RegistryError(message)
    return leaves[0]
