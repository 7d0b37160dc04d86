"""Files of a batch: what is written, what is read back."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.client.batchfiles import BatchLine, BatchRequest, keys_of, read_line, write_files
from extractor.errors import StoreError


def requests(number, size=10):
    return [
        BatchRequest(f"k{n}", {"model": "m", "messages": [{"role": "user", "content": "x" * size}]})
        for n in range(number)
    ]


def test_a_line_is_the_request_under_its_key(tmp_path):
    [made] = write_files(requests(1), tmp_path)
    row = json.loads(made.path.read_bytes())
    assert row == {
        "custom_id": "k0",
        "method": "POST",
        "url": "/v1/chat/completions",
        "body": {"model": "m", "messages": [{"role": "user", "content": "x" * 10}]},
    }


@pytest.mark.parametrize(("number", "most", "parts"), [(0, 2, []), (1, 2, [1]), (4, 2, [2, 2]), (5, 2, [2, 2, 1])])
def test_no_file_has_more_lines_than_allowed(tmp_path, number, most, parts):
    made = write_files(requests(number), tmp_path, most_lines=most)
    assert [file.lines for file in made] == parts
    assert [key for file in made for key in keys_of(file.path)] == [f"k{n}" for n in range(number)]


def test_no_file_has_more_bytes_than_allowed(tmp_path):
    size = len(requests(1)[0].line())
    made = write_files(requests(5), tmp_path, most_bytes=2 * size)
    assert [file.lines for file in made] == [2, 2, 1]
    assert all(file.path.stat().st_size <= 2 * size for file in made)


def test_a_request_that_no_batch_can_hold(tmp_path):
    with pytest.raises(ValueError, match="larger than a batch may be"):
        write_files(requests(1, size=500), tmp_path, most_bytes=400)


def test_a_key_is_written_once(tmp_path):
    [made] = write_files(requests(2) + requests(3), tmp_path)
    assert list(keys_of(made.path)) == ["k0", "k1", "k2"]


def test_a_folder_that_cannot_be_written(tmp_path):
    with pytest.raises(StoreError, match="--cache"):
        write_files(requests(1), tmp_path / "none")


@given(st.text(st.characters(exclude_categories=())))
def test_any_text_survives(text):
    line = BatchRequest("k", {"messages": [{"content": text}]}).line()
    assert line.count(b"\n") == 1
    assert json.loads(line)["body"]["messages"][0]["content"] == text


@pytest.mark.parametrize(
    ("row", "read"),
    [
        (
            {"custom_id": "k", "response": {"status_code": 200, "request_id": "r", "body": {"a": "é"}}, "error": None},
            BatchLine("k", '{"a":"é"}', 200, "r", ""),
        ),
        (
            {
                "custom_id": "k",
                "response": {"status_code": 429, "request_id": "r", "body": {"error": {"message": "slow  down"}}},
            },
            BatchLine("k", None, 429, "r", "slow down"),
        ),
        (
            {"custom_id": "k", "response": {"status_code": 500, "body": None}, "error": None},
            BatchLine("k", None, 500, "", "status 500"),
        ),
        (
            {"custom_id": "k", "response": None, "error": {"code": "batch_expired", "message": "too late"}},
            BatchLine("k", None, None, "", "too late"),
        ),
        ({"custom_id": "k"}, BatchLine("k", None, None, "", "no response and no error")),
        ({"response": {}}, BatchLine("", error="a line without a custom_id")),
        ([], BatchLine("", error="a line without a custom_id")),
    ],
)
def test_what_a_line_says(row, read):
    assert read_line(json.dumps(row)) == read


def test_a_line_that_is_cut():
    assert read_line('{"custom_id": "k", "resp') == BatchLine("", error="a line that is not JSON")
