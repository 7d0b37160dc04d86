"""docs/faults.md names every error class, and what it quotes is what the code says."""

from __future__ import annotations

import ast
import asyncio
import inspect
import re
from pathlib import Path

import pytest

from extractor import errors

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "faults.md").read_text(encoding="utf-8")
CLASSES = [name for name, kind in inspect.getmembers(errors, inspect.isclass) if kind.__module__ == errors.__name__]
ROWS = [line for line in PAGE.splitlines() if line.startswith("|")]
QUOTED = sorted({said for row in ROWS for said in re.findall(r'"([^"]+)"', row)})


def texts():
    """What strings of the package say, a slot for each part that depends on the case."""
    for path in sorted((ROOT / "extractor").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield node.value
            elif isinstance(node, ast.JoinedStr):
                yield "".join(part.value if isinstance(part, ast.Constant) else "\0" for part in node.values)


CODE = list(texts())


@pytest.mark.parametrize("name", CLASSES)
def test_every_error_has_a_row(name):
    assert f"`{name}`" in PAGE


@pytest.mark.parametrize("said", QUOTED)
def test_what_is_quoted_is_said(said):
    form = re.compile(r"[\s\S]*".join(re.escape(part) for part in said.split("...")))
    assert any(form.search(text) for text in CODE)


def test_the_example_runs(monkeypatch):
    monkeypatch.chdir(ROOT)
    [code] = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)
    found = {}
    body = "\n".join(f"    {line}" for line in code.splitlines())
    exec(f"async def cell():\n{body}\n    return result", found)  # noqa: S102 - our own page
    result = asyncio.run(found["cell"]())
    assert result.record.exit_code == 0
    assert result.events
