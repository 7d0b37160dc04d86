"""Count the words of natural language in Python code: they belong to `extractor/language/data/<code>/*.toml`.

    python tools/check_words.py                 the number of words, and of each file that has any
    python tools/check_words.py --verbose       the words themselves
    python tools/check_words.py --ceiling 1000  exits with 1 when there are more

Counted are: strings of a collection (two or more words), a string that is split into words or given to `word_set`,
string literals that something is compared with or looked up in, and the words of a regular expression's alternation.
Not counted are docstrings and messages, keys of records, names of fields, and what `EXCEPTIONS` lists with a reason.
The ceiling in `.ci/run` may only fall.
"""

from __future__ import annotations

import argparse
import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "extractor"
EXCEPTIONS = {
    "__init__.py": "public names",
    "cache.py": "names of tables and keys of a database",
    "cli": "commands, options and messages",
    "client": "names of a wire format",
    "documents/decoding.py": "names of encodings",
    "documents/formats.py": "keys of other people's JSON",
    "documents/discovery.py": "endings of file names",
    "documents/manifest.py": "keys of a manifest",
    "errors.py": "messages",
    "evaluation.py": "names of scores",
    "extraction": "keys of answers",
    "language/lexicon.py": "names of the roles of the data",
    "output.py": "names of files and of keys",
    "pipeline": "names of options",
    "prompting.py": "keys of a prompt's file",
    "records": "keys of records",
    "registry.py": "names of folders and attributes",
    "report": "what a person reads, and names of fields",
    "segments/address.py": "marks of chat templates",
    "world/index.py": "names of the parts of a file",
}
_WORD = re.compile(r"[^\W\d_]{2,}")
_REGEX_WORD = re.compile(r"(?<![\\\[\w{])[^\W\d_]{2,}(?![\w}])")
_SPLITTERS = {"split", "word_set", "phrases", "word_list", "cut", "_words", "_groups"}
_COMPILERS = {"compile", "search", "match", "fullmatch", "sub", "findall", "finditer"}
_FEW = 2  # words; one string alone in a collection is a name


def words_of(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """The line and each word of natural language in the code of a module."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Set | ast.List | ast.Tuple):
            yield from _of_collection(node.elts)
        elif isinstance(node, ast.Dict):
            yield from _of_collection([key for key in node.keys if key is not None])
        elif isinstance(node, ast.Compare):
            yield from _of_comparison(node)
        elif isinstance(node, ast.Call):
            yield from _of_call(node)


def _strings(nodes: list[ast.expr]) -> list[ast.Constant]:
    return [n for n in nodes if isinstance(n, ast.Constant) and isinstance(n.value, str)]


def _of_collection(nodes: list[ast.expr]) -> Iterator[tuple[int, str]]:
    found = [(n.lineno, word) for n in _strings(nodes) if not _is_name(n.value) for word in _WORD.findall(n.value)]
    if len(found) >= _FEW:
        yield from found


def _is_name(value: object) -> bool:
    """Whether a string is an identifier of code: snake_case, a path, a format, a setting."""
    return not isinstance(value, str) or bool(re.search(r"[_/{}<>=$%#]|\\", value))


def _of_comparison(node: ast.Compare) -> Iterator[tuple[int, str]]:
    literals = _strings([node.left, *node.comparators])
    yield from ((n.lineno, word) for n in literals if not _is_name(n.value) for word in _WORD.findall(str(n.value)))


def _of_call(node: ast.Call) -> Iterator[tuple[int, str]]:
    name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
    if name in _SPLITTERS:
        told = [node.func.value] if isinstance(node.func, ast.Attribute) else []
        for text in _strings([*told, *node.args]):
            yield from ((text.lineno, word) for word in _WORD.findall(str(text.value)))
    elif name in _COMPILERS:
        for argument in node.args[:1]:
            for text in ast.walk(argument):
                if isinstance(text, ast.Constant) and isinstance(text.value, str):
                    plain = re.sub(r"\\[pP]\{[^}]*\}|\\.|\(\?P?<\w+>|\(\?[a-zA-Z]+:|\[[^\]]*\]", " ", text.value)
                    yield from ((text.lineno, word) for word in _REGEX_WORD.findall(plain))


def is_excepted(path: Path) -> bool:
    """Whether the words of a file are names of code rather than of a language."""
    inside = path.relative_to(PACKAGE).as_posix()
    return any(inside == name or inside.startswith(f"{name}/") for name in EXCEPTIONS)


def count(package: Path = PACKAGE) -> dict[str, list[tuple[int, str]]]:
    """The words of each file of the package, by its path, with their lines."""
    found: dict[str, list[tuple[int, str]]] = {}
    for path in sorted(package.rglob("*.py")):
        if not is_excepted(path):
            words = list(words_of(ast.parse(path.read_text(encoding="utf-8"))))
            if words:
                found[path.relative_to(package).as_posix()] = words
    return found


def main() -> int:
    """Print the count, and say whether it is below the ceiling."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--ceiling", type=int)
    parser.add_argument("--verbose", action="store_true")
    given = parser.parse_args()
    found = count()
    for name, words in sorted(found.items(), key=lambda item: (-len(item[1]), item[0])):
        print(f"{len(words):6} {name}")
        if given.verbose:
            print("       " + " ".join(word for _, word in words))
    total = sum(map(len, found.values()))
    print(f"{total:6} words of natural language in Python under extractor/")
    if given.ceiling is not None and total > given.ceiling:
        print(f"the ceiling is {given.ceiling}: put new words into extractor/language/data/<code>/", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
