"""Where schemas and prompts are looked for."""

from __future__ import annotations

import pytest

from extractor import registry
from extractor.errors import RegistryError

SCHEMA = """
from __future__ import annotations
from typing import Annotated, ClassVar
from extractor.values.schema import ClaimSchema, Domain, Values
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


def test_a_folder_does_not_put_its_code_in_the_place_of_the_packages(project):
    """What runs is named: a data set that holds a `schemas/event.py` is read with the package's schema."""
    mine = project / "schemas" / "event.py"
    mine.write_text("raise SystemExit('this code ran')\n")
    assert registry.load_schema("event", project) is registry.load_schema("event")
    assert registry.whose_code("event", project) == (
        f"schema event: the package's own; {mine} is not run unless --schema names its path"
    )
    path = project / "schemas" / "storm.py"
    assert registry.whose_code("storm", project) == f"schema storm: runs the code of {path}"
    assert registry.whose_code(str(mine)) == f"schema {mine}: runs the code of {mine}"


def test_nothing_is_said_of_the_packages_own_schema(tmp_path, project_root):
    assert registry.whose_code("event", tmp_path) is None
    assert registry.whose_code("event", project_root) is None


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
        (
            SCHEMA + "\n    domain: ClassVar[Domain] = Domain(main=('killd',))\n",
            "'killd', which is not a field; counts are none",
        ),
        (
            SCHEMA + "\n    domain: ClassVar[Domain] = Domain(rising=frozenset({'name_given'}))\n",
            "'name_given', which is not a count",
        ),
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


PACKAGE = """
from __future__ import annotations
from pathlib import Path
from typing import Annotated
from extractor.values.count import Count
from extractor.values.schema import ClaimSchema, Values
from .labels import Colour

WORDS = (Path(__file__).parent / "words.txt").read_text()


class Fleet(ClaimSchema):
    cars: Annotated[Values, Count("vehicle")] = ()


SHADE = Colour.RED
"""
LABELS = "from enum import StrEnum\n\n\nclass Colour(StrEnum):\n    RED = 'red'\n"


@pytest.fixture
def fleet(project):
    folder = project / "schemas" / "fleet"
    folder.mkdir()
    (folder / "schema.py").write_text(PACKAGE)
    (folder / "labels.py").write_text(LABELS)
    (folder / "words.txt").write_text("car")
    return folder


def test_a_schema_may_be_a_folder(project, fleet):
    found = registry.load_schema("fleet", project)
    assert found.__name__ == "Fleet"
    assert registry.load_schema("fleet", project) is found
    assert registry.load_schema(str(fleet)) is found
    assert registry.available("schemas", project) == ("event", "fleet", "storm")
    assert registry.find("schemas", "fleet", project) == fleet
    assert not list(fleet.glob("__pycache__"))


@pytest.mark.parametrize(
    ("name", "content"), [("words.txt", "van"), ("labels.py", LABELS + "    BLUE = 'blue'\n"), ("more.toml", "a = 1")]
)
def test_any_file_of_the_folder_makes_another_schema(project, fleet, name, content):
    before, hash_before = registry.load_schema("fleet", project), registry.schema_hash("fleet", project)
    (fleet / name).write_text(content)
    assert registry.schema_hash("fleet", project) != hash_before
    assert registry.load_schema("fleet", project) is not before


def test_compiled_files_are_no_part_of_a_schema(project, fleet):
    before = registry.schema_hash("fleet", project)
    (fleet / "__pycache__").mkdir()
    (fleet / "__pycache__" / "labels.pyc").write_bytes(b"x")
    assert registry.schema_hash("fleet", project) == before


def test_a_folder_whose_modules_are_wrong(project, fleet):
    (fleet / "labels.py").write_text("1 / 0")
    with pytest.raises(RegistryError, match="ZeroDivisionError") as caught:
        registry.load_schema("fleet", project)
    assert str(fleet) in str(caught.value)
    (fleet / "labels.py").write_text(LABELS)
    assert registry.load_schema("fleet", project).__name__ == "Fleet"


def test_a_folder_without_a_schema_is_none(project):
    (project / "schemas" / "gale").mkdir()
    with pytest.raises(RegistryError, match=r"no 'gale' among the schemas"):
        registry.load_schema("gale", project)


def test_the_built_in_schema_is_a_folder_of_the_checkout():
    assert (registry.find("schemas", "event") / "cues" / "en.toml").is_file()
