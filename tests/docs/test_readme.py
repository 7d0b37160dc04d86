"""The README says what the program does: its output block is real, its options are all there."""

from __future__ import annotations

import importlib.util
import re

import pytest
from command_line import commands


@pytest.fixture(scope="module")
def made():
    from pathlib import Path  # noqa: PLC0415 - a module fixture cannot take project_root

    path = Path(__file__).resolve().parents[2] / "docs" / "make_readme.py"
    spec = importlib.util.spec_from_file_location("make_readme", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def readme(project_root):
    return (project_root / "README.md").read_text(encoding="utf-8")


def test_the_output_shown_is_the_real_one(made, readme, project_root):
    (shown,) = made.blocks(readme)
    if not (project_root / "cassettes" / "passage").exists():
        pytest.skip("no recorded responses in this checkout yet")
    assert shown[1] == made.real_output(shown[0]), "python docs/make_readme.py renews it"


def test_the_library_example_runs(readme, project_root, monkeypatch, capsys):
    if not (project_root / "cassettes" / "passage").exists():
        pytest.skip("no recorded responses in this checkout yet")
    (example,) = re.findall(r"```python\n(.*?)```", readme, re.DOTALL)
    monkeypatch.chdir(project_root)
    exec(compile(example, "README.md", "exec"), {})  # noqa: S102 - our own example
    assert "killed" in capsys.readouterr().out


def test_every_command_and_option_is_documented(readme):
    assert len(commands()) >= 5
    for name, command in commands().items():
        assert f"`extractor {name} " in readme
        for action in command._actions:  # noqa: SLF001 - the same
            for option in action.option_strings:
                if not option.startswith("--"):
                    continue
                row = re.search(rf"^\| (?:`--[^|]*)?`{option}[ `][^|]*\|([^|]*)\|", readme, re.MULTILINE)
                assert row, option
                assert not row[1].strip() or name in row[1] or "all" in row[1], (option, name)


def test_nothing_is_documented_that_is_not_there(readme):
    every = {option for command in commands().values() for option in command._option_string_actions}  # noqa: SLF001 - the same
    stated = set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", readme)) - {"--version"}
    assert stated <= every


def test_the_two_commands_are_one_line_each(readme):
    for mark in ("run", "test"):
        block = re.search(rf"<!-- ci: {mark} -->\n```bash\n(.*?)```", readme, re.DOTALL)
        assert block
        assert block[1].count("\n") == 1


def test_links_lead_somewhere(project_root):
    pages = [project_root / "README.md", *sorted((project_root / "docs").glob("*.md"))]
    for page in pages:
        for target in re.findall(r"\]\(([^)#:]+)\)", page.read_text(encoding="utf-8")):
            if target.endswith("events.json") and not (page.parent / target).exists():
                pytest.importorskip("extractor.records.events")
            assert (page.parent / target).exists(), (page.name, target)


def test_no_output_of_a_machine_in_the_readme(readme):
    assert not re.search(r"/home/|/root/|/tmp/", readme)
