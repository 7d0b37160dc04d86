"""Put the real output of the replayed run into the README's output block: `python docs/make_readme.py`."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
README = ROOT / "README.md"
_BLOCK = re.compile(r"<!-- output: extractor (?P<line>[^\n]*) -->\n```text\n(?P<output>.*?)```\n", re.DOTALL)


def real_output(line: str) -> str:
    """What a command line of the README prints on stdout, from the project's folder, into a folder that is thrown away.

    Raises:
        subprocess.CalledProcessError: It fails.
    """
    words = shlex.split(line)
    with tempfile.TemporaryDirectory() as out:
        if "--out" in words:
            words[words.index("--out") + 1] = out
        command = [sys.executable, "-m", "extractor", *words]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)  # noqa: S603 - our own program
    return "\n".join(row.rstrip() for row in done.stdout.splitlines()) + "\n"


def blocks(readme: str) -> list[tuple[str, str]]:
    """The command lines of the README that show an output, and the output shown."""
    return [(found["line"], found["output"]) for found in _BLOCK.finditer(readme)]


def renewed(readme: str) -> str:
    """The README with the real outputs."""

    def put(found: re.Match[str]) -> str:
        return f"<!-- output: extractor {found['line']} -->\n```text\n{real_output(found['line'])}```\n"

    return _BLOCK.sub(put, readme)


if __name__ == "__main__":
    README.write_text(renewed(README.read_text(encoding="utf-8")), encoding="utf-8")
