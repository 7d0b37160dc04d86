"""The public names: all of them import, lazily, and they are typed as a user would see them."""

from __future__ import annotations

import subprocess
import sys
from importlib import import_module
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest

import extractor


@pytest.mark.parametrize("name", extractor.__all__)
def test_every_public_name_can_be_imported(name):
    value = getattr(extractor, name)
    assert value is getattr(extractor, name)
    assert name in dir(extractor)
    assert value.__doc__


def test_the_list_of_names_is_sorted_and_is_what_type_checkers_see():
    assert extractor.__all__ == sorted(set(extractor.__all__))
    source = Path(extractor.__file__).read_text(encoding="utf-8")
    declared = [line.rsplit(" as ", 1)[1] for line in source.splitlines() if line.startswith("    from extractor.")]
    assert sorted(declared) == extractor.__all__
    for line in (line.split() for line in source.splitlines() if line.startswith("    from extractor.")):
        assert getattr(import_module(line[1]), line[3]) is getattr(extractor, line[3])


def test_another_name_is_an_attribute_error():
    with pytest.raises(AttributeError, match="has no attribute 'gone'"):
        extractor.gone  # noqa: B018 - asking is the test


def test_importing_the_package_imports_nothing_heavy():
    heavy = "openai instructor pydantic vcr dateparser trafilatura rapidfuzz diskcache"
    code = f"import sys, extractor; extractor.__all__; print([m for m in '{heavy}'.split() if m in sys.modules])"
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert said.stdout.strip() == "[]"


def test_a_user_s_file_runs():
    """`mypy tests/typing/api.py` checks its types; here it is carried out."""
    spec = spec_from_file_location("api", Path(__file__).parent / "typing" / "api.py")
    api = module_from_spec(spec)
    spec.loader.exec_module(api)
    articles = api.texts(str(Path(__file__).parent.parent / "seeds"))
    assert len(articles) == 5
    assert all(api.where("killed", text) is not None for text in articles)
    assert api.again([]) == 0
