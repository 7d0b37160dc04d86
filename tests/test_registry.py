"""Where schemas and prompts are looked for."""

from __future__ import annotations

import pytest

from extractor import registry
from extractor.errors import RegistryError

SCHEMA = """
from __future__ import annotations
from typing import Annotated
from extractor.values.schema import ClaimSchema, Values
from extractor.values.valuetype import Fused, ValueType


class Word(ValueType):
    name = "word"
    def read(self, view, start, end): return []
    def govern(self, view, start, end): return []
    def verify(self, value, span, view, anchor=None): raise AssertionError
    def compatible(self, one, other): return True
    def fuse(self, witnesses, rule): return Fused(None, rule)


class Storm(ClaimSchema):
    name_given: Annotated[Values, Word()] = ()
"""


@pytest.fixture
def project(tmp_path):
    (tmp_path / "schemas").mkdir()
    (tmp_path / "prompts").mkdir()
    (tmp_path / "schemas" / "storm.py").write_text(SCHEMA)
    (tmp_path / "prompts" / "storm.md").write_text("Read {{ this }} — literally.\n", encoding="utf-8")
    return tmp_path


def test_the_project_folder_comes_first(project):
    storm = registry.load_schema("storm", project)
    assert storm.__name__ == "Storm"
    assert list(storm.value_types()) == ["name_given"]
    assert registry.load_schema("storm", project) is storm
    assert registry.load_schema(str(project / "schemas" / "storm.py")) is storm
    text, path = registry.load_prompt_text("storm", project)
    assert (text, path.parent) == ("Read {{ this }} — literally.\n", project / "prompts")


def test_the_working_directory_is_the_project(project, monkeypatch):
    monkeypatch.chdir(project)
    assert registry.load_schema("storm").__name__ == "Storm"
    assert "storm" in registry.available("schemas")


def test_a_changed_file_is_another_schema_with_another_hash(project):
    before, hash_before = registry.load_schema("storm", project), registry.schema_hash("storm", project)
    (project / "schemas" / "storm.py").write_text(SCHEMA.replace("name_given", "name_taken"))
    assert registry.load_schema("storm", project) is not before
    assert registry.schema_hash("storm", project) != hash_before
    assert len(registry.prompt_hash("storm", project)) == 64


def test_what_is_not_there_is_said_with_where_it_was_looked_for(project):
    with pytest.raises(RegistryError, match="'gale'") as caught:
        registry.load_schema("gale", project)
    assert str(project / "schemas" / "gale.py") in str(caught.value)
    assert "storm" in str(caught.value)
    with pytest.raises(RegistryError, match="storm"):
        registry.load_prompt_text("gale", project)


@pytest.mark.parametrize("name", ["", "..", "../storm", "a/b", "/etc/passwd"])
def test_a_name_is_not_a_way_out(project, name):
    with pytest.raises(RegistryError):
        registry.load_prompt_text(name, project)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("x = (", "SyntaxError"),
        ("1 / 0", "ZeroDivisionError"),
        ("x = 1", "defines none"),
        (SCHEMA + '\nfrom extractor.values.count import Count\n\nCount("kiled")\n', "use one of killed, injured"),
        (SCHEMA + '\nfrom extractor.values.actor.actor import Actor\n\nActor("perpetrator")\n', "FieldRole.WHO"),
        (SCHEMA + "\n\nclass Gale(ClaimSchema):\n    pass\n", "defines Storm, Gale"),
        ("from extractor.values.schema import ClaimSchema\n\n\nclass A(ClaimSchema):\n    pass\n", "no field"),
    ],
)
def test_a_schema_that_is_wrong(project, content, message):
    path = project / "schemas" / "storm.py"
    path.write_text(content)
    with pytest.raises(RegistryError, match=message) as caught:
        registry.load_schema("storm", project)
    assert str(path) in str(caught.value)


def test_a_prompt_that_is_no_text(project):
    (project / "prompts" / "storm.md").write_bytes(b"\xff\xff")
    with pytest.raises(RegistryError, match="UTF-8"):
        registry.load_prompt_text("storm", project)
