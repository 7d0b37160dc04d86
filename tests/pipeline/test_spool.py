"""The spool: what goes in comes out, and memory holds the last few articles only."""

from __future__ import annotations

import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pipeline_cases import document

from extractor.errors import StoreError
from extractor.pipeline.spool import Recent, Spool, Views


class FullDisk(io.BytesIO):
    def write(self, _data):
        raise OSError(28, "No space left on device")


@given(st.dictionaries(st.text(min_size=1, max_size=4), st.text(max_size=40), max_size=8))
def test_documents_come_back_as_they_were_by_id(texts):
    with Spool() as spool:
        for name, text in texts.items():
            spool.add(document(text, name, title="t"), {"claims": 1})
        assert list(spool) == sorted(texts)
        assert len(spool) == len(texts)
        assert {name: spool[name].text for name in spool} == texts
        rows = list(spool.rows())
        assert [row["id"] for row in rows] == sorted(texts)
        assert all(row["claims"] == 1 and row["title"] == "t" and "path" not in row for row in rows)


def test_reading_and_writing_take_turns():
    with Spool() as spool:
        for number in range(200):
            spool.add(document(f"text {number}", f"{number:03d}"))
            assert spool[f"{number // 2:03d}"].text == f"text {number // 2}"
        spool.add(document("other", "000"))
        assert spool["000"].text == "other"
        spool.note("000", {"claims": 3})
        assert next(spool.rows())["claims"] == 3


def test_what_is_not_there_is_a_key_error_and_asking_loads_nothing():
    with Spool() as spool:
        spool.add(document("x", "a"))
        assert "a" in spool
        assert "b" not in spool
        with pytest.raises(KeyError):
            spool["b"]
        assert "b" not in Views(spool)
        assert len(Views(spool)) == 1
        assert Views(spool)["a"].text == "x"


@pytest.mark.parametrize(
    ("sizes", "kept"),
    [
        pytest.param([1] * 100, 64, id="many small ones"),
        pytest.param([1_000_000] * 9, 4, id="large ones"),
        pytest.param([5_000_000] * 3, 1, id="one larger than all"),
        pytest.param([], 0, id="none"),
    ],
)
def test_only_the_last_few_are_kept(sizes, kept):
    made = []

    def make(name):
        made.append(name)
        return sizes[int(name)]

    recent = Recent(make, lambda size: size)
    names = [str(number) for number in range(len(sizes))]
    for name in names:
        recent.get(name)
    assert made == names
    for name in names[len(names) - kept :]:
        recent.get(name)
    assert made == names
    for name in names[: len(names) - kept][:1]:
        recent.get(name)
        assert made == [*names, name]


def test_a_disk_that_refuses_is_told():
    with Spool() as spool:
        spool._file.close()  # noqa: SLF001 - a full disk cannot be had otherwise
        spool._file = FullDisk()  # noqa: SLF001 - the same
        with pytest.raises(StoreError, match="no space left on device; set TMPDIR"):
            spool.add(document("x"))
        assert list(spool) == []


def test_rows_are_json():
    with Spool() as spool:
        spool.add(document("حمص \u0000 🙂", "a"), {"problems": ["p"]})
        (row,) = spool.rows()
        assert json.loads(json.dumps(row)) == row
        assert row["text"] == "حمص \u0000 🙂"
