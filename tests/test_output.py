"""Files appear whole or not at all, and the same content gives the same bytes."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.errors import StoreError
from extractor.output import AtomicFile, canonical, is_ours, open_folder, write_json
from extractor.records import Claim, ClaimedValue


def test_a_file_appears_complete(tmp_path):
    path = tmp_path / "claims.jsonl"
    with AtomicFile(path) as file:
        file.add({"b": 1, "a": "é"})
        file.add(Claim(id="c", document="d", fields={"killed": (ClaimedValue(value=57, quote="57"),)}))
        assert not path.exists()
    lines = path.read_text(encoding="utf-8").splitlines()
    assert lines[0] == '{"a":"é","b":1}'
    assert json.loads(lines[1])["schema"] == "event"
    assert Claim.model_validate_json(lines[1]).fields["killed"][0].value == 57
    assert [p.name for p in tmp_path.iterdir()] == ["claims.jsonl"]


@pytest.mark.parametrize("error", [RuntimeError, KeyboardInterrupt])
def test_a_run_that_is_cut_off_leaves_what_was_there(tmp_path, error):
    path = tmp_path / "run.json"
    path.write_text("before")

    def cut_off():
        with AtomicFile(path) as file:
            file.write("half")
            raise error

    with pytest.raises(error):
        cut_off()
    assert path.read_text() == "before"
    assert [p.name for p in tmp_path.iterdir()] == ["run.json"]


def test_results_are_readable_like_any_other_file(tmp_path):
    write_json(tmp_path / "a.json", {})
    (tmp_path / "b.json").write_text("{}")
    assert (tmp_path / "a.json").stat().st_mode == (tmp_path / "b.json").stat().st_mode


def test_what_cannot_be_written_to(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(StoreError, match="is a file"):
        open_folder(tmp_path / "file")
    with pytest.raises(StoreError, match="cannot make"):
        open_folder(tmp_path / "file" / "below")
    with pytest.raises(StoreError, match="cannot write"), AtomicFile(tmp_path / "no" / "such.json"):
        pass
    with pytest.raises(StoreError, match="outside"):
        AtomicFile(tmp_path / "a").write("x")


def test_a_folder_of_somebody_else_is_left_alone(tmp_path):
    out = tmp_path / "a" / "b"
    assert open_folder(out) == out
    (out / "notes.txt").write_text("mine")
    open_folder(out)
    (out / "events.json").write_text("[]")
    with pytest.raises(StoreError, match=r"events\.json"):
        open_folder(out)
    (out / "run.json").write_text("{}")
    assert not is_ours(out)
    with pytest.raises(StoreError):
        open_folder(out)
    write_json(out / "run.json", {"extractor": "0.1.0"})
    assert open_folder(out) == out


def test_half_a_surrogate_pair_is_escaped():
    assert canonical({"a": "\ud83d"}) == '{"a":"\\ud83d"}'


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)


@given(st.dictionaries(st.text(max_size=5), values, max_size=4))
def test_canonical_is_json_on_one_line_whatever_the_order_of_keys(value):
    text = canonical(value)
    assert "\n" not in text
    assert json.loads(text) == value
    assert canonical(dict(reversed(value.items()))) == text
