"""Name banned words in docstrings and messages, and classes of one name in two modules.

    python tools/check_names.py                 every finding, with its line
    python tools/check_names.py --ceiling 100   exits with 1 when there are more

House style: *appears, states, is not a*; no metaphor; one class name, one meaning. The ceiling may only fall.
"""

from __future__ import annotations

import argparse
import ast
import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "extractor"
BANNED = re.compile(
    r"\b(?:stands?|stood)\s+(?:in|at|there|on|behind|before|beside|near|for)\b"
    r"|\btells?\b|\btold\s+(?:as|of|in)\b|\b(?:is|are|was)\s+no\s+[a-z]+\b|\b(?:lay|lays|laid)\s+(?:it\s+)?to\b"
    r"|\bnought\b|\bdoors?\b|\bmasters?\b|\bhalf\s+way\b",
    re.IGNORECASE,
)
_EXAMPLE = re.compile(r"“[^”]*”|\"[^\"]*\"|`[^`]*`|>>>[^\n]*")  # the text's words, not ours


def sentences(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """The line and text of each docstring, and of each string that is a sentence."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value.count(" ") > 1:
            yield node.lineno, node.value


def findings(package: Path = PACKAGE) -> list[str]:
    """What is found: the file, the line, and the words or the class."""
    found: list[str] = []
    homes: defaultdict[str, list[str]] = defaultdict(list)
    for path in sorted(package.rglob("*.py")):
        tree, name = ast.parse(path.read_text(encoding="utf-8")), path.relative_to(package).as_posix()
        for line, text in sentences(tree):
            own = text if "\n" in text or text[:1].isupper() or text.endswith(".") else f" {text}"
            matches = BANNED.finditer(_EXAMPLE.sub(lambda m: " " * len(m[0]), own))
            found += [f"{name}:{line + own[: m.start()].count(chr(10))}: {m[0]!r}" for m in matches]
        for node in tree.body:
            if isinstance(node, ast.ClassDef):
                homes[node.name.lstrip("_")].append(name)
    found += [f"class {name} in {', '.join(files)}" for name, files in sorted(homes.items()) if len(files) > 1]
    return found


def main() -> int:
    """Print the findings, and say whether there are more than the ceiling allows."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--ceiling", type=int)
    given = parser.parse_args()
    found = findings()
    print("\n".join(found))
    print(f"{len(found)} banned words and doubled class names")
    if given.ceiling is not None and len(found) > given.ceiling:
        print(f"the ceiling is {given.ceiling}: say it as the house style does", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
