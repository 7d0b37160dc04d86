"""Every reason code that a value type can give is in the table of `docs/verdicts.md`, and every row of it is in use."""

import ast
import re
from pathlib import Path

import pytest

from extractor.records import Status
from extractor.values.count.judging import CountReason

ROOT = Path(__file__).resolve().parents[2]
TABLE = re.compile(r"^\| (?P<type>[\w, ]+) \| `(?P<code>\w+)` \| (?P<status>[\w, ]+) \|", re.MULTILINE)
SOURCES = [
    *(
        p
        for p in sorted((ROOT / "extractor" / "values").rglob("*.py"))
        if p.name not in {"place_matching.py", "fusing.py"}
    ),
    *sorted((ROOT / "extractor" / "verification").glob("*.py")),
]
MAKERS = {"Verdict", "verdict", "_verdict", "_found"}
CODE = re.compile(r"[a-z]+(?:_[a-z]+)*")


def _strings(node, names):
    """The string constants that an expression can come to: itself, both branches, a module's constant."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return [node.value]
    if isinstance(node, ast.IfExp):
        return _strings(node.body, names) + _strings(node.orelse, names)
    if isinstance(node, ast.Name):
        return names.get(node.id, [])
    return []


def _codes_of(path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    names = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            names.setdefault(node.targets[0].id, []).extend(_strings(node.value, {}))
    found = set()
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        if called not in MAKERS:
            continue
        given = [k.value for k in node.keywords if k.arg == "reason"] or node.args[1:2]
        found.update(code for value in given for code in _strings(value, names) if CODE.fullmatch(code))
    return found


def _documented():
    text = (ROOT / "docs" / "verdicts.md").read_text(encoding="utf-8")
    return [(row["type"], row["code"], row["status"]) for row in TABLE.finditer(text)]


def test_the_scan_sees_what_it_should():
    found = set().union(*(_codes_of(p) for p in SOURCES))
    assert {"other_stance", "governs_other", "too_precise", "no_quote", "coarser", "cue_carried"} <= found


def test_every_code_in_the_source_is_documented():
    found = set().union(*(_codes_of(p) for p in SOURCES)) | {r.value for r in CountReason}
    assert not found - {code for _, code, _ in _documented()}


def test_no_code_is_documented_that_nothing_gives():
    text = "".join(p.read_text(encoding="utf-8") for p in SOURCES)
    assert not [code for _, code, _ in _documented() if f'"{code}"' not in text]


@pytest.mark.parametrize(("kind", "code", "status"), _documented(), ids=lambda value: value.replace(" ", "_"))
def test_the_statuses_are_real(kind, code, status):
    assert kind
    assert CODE.fullmatch(code)
    assert {s.strip() for s in status.split(",")} <= {s.value for s in Status}


def test_no_row_stands_twice():
    rows = [(kind, code) for kind, code, _ in _documented()]
    assert len(rows) == len(set(rows))
