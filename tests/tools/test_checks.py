"""The checks of the house style: what they count."""

from __future__ import annotations

import ast
import importlib.util
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def tool(name):
    spec = importlib.util.spec_from_file_location(name, ROOT / "tools" / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


words, names = tool("check_words"), tool("check_names")


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ('X = frozenset({"killed", "injured"})', ["killed", "injured"]),
        ('X = word_set("killed injured")', ["killed", "injured"]),
        ('X = "killed injured".split()', ["killed", "injured"]),
        ('X = {"monday": 0, "tuesday": 1}', ["monday", "tuesday"]),
        ('y = token.low == "said"', ["said"]),
        ('y = token.low in ("said", "told")', ["said", "told"]),
        (r're.compile(r"\b(?:near|beside)\s+\w+")', ["near", "beside"]),
        (r're.compile(r"\d+[a-z]{2,3}")', []),
        ('X = ("part_of",)', []),
        ('def f():\n    """Docs about killed people."""', []),
        ('raise ValueError("no such file")', []),
    ],
)
def test_words_of_natural_language_are_counted(code, found):
    assert sorted(word for _, word in words.words_of(ast.parse(code))) == sorted(found)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The quote stands in the article.", 1),
        ("Whether nothing tells the day.", 1),
        ("A ferry is no bus.", 1),
        ("The model's door.", 1),
        ("The quote appears in the article.", 0),
        ('Reads "what stands in the way" as speech.', 0),
    ],
)
def test_banned_words_are_found(tmp_path, text, found):
    (tmp_path / "a.py").write_text(f"def f():\n    {text!r}\n" if '"' in text else f'def f():\n    """{text}"""\n')
    assert len(names.findings(tmp_path)) == found


def test_a_class_name_has_one_meaning(tmp_path):
    for name in ("a", "b"):
        (tmp_path / f"{name}.py").write_text("class _Line:\n    pass\n")
    assert names.findings(tmp_path) == ["class Line in a.py, b.py"]
