"""Results appear together or not at all: killed at any step, on a full disk, by two processes at once."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from extractor.errors import StoreError
from extractor.output import write_json
from extractor.staging import OutputFolder, finish_publishing

NAMES = ("documents.jsonl", "claims.jsonl", "run.json")
WRITE = """
import os, sys
from pathlib import Path
from extractor import staging
from extractor.staging import OutputFolder

steps, deeds = int(sys.argv[2]), {"replace": Path.replace, "unlink": Path.unlink}

def counted(name):
    def deed(self, *given, **more):
        global steps
        if steps == 0:
            os._exit(9)
        steps -= 1
        return deeds[name](self, *given, **more)
    return deed

for name in deeds:
    setattr(Path, name, counted(name))
with OutputFolder(sys.argv[1]) as out:
    for name in ("documents.jsonl", "claims.jsonl"):
        with out.file(name) as file:
            file.write("new\\n")
    out.remove("events.json")
    with out.file("run.json") as file:
        file.write('{"extractor": "2"}')
    out.publish()
"""


def fill(folder):
    for name in ("documents.jsonl", "claims.jsonl", "events.json"):
        (folder / name).write_text("old\n")
    write_json(folder / "run.json", {"extractor": "1"})


def visible(folder):
    return {path.name: path.read_text() for path in folder.iterdir() if not path.name.startswith(".")}


def write_new(folder):
    with OutputFolder(folder) as out:
        for name in ("documents.jsonl", "claims.jsonl"):
            with out.file(name) as file:
                file.write("new\n")
        out.remove("events.json")
        with out.file("run.json") as file:
            file.write('{"extractor": "2"}')
        out.publish()


NEW = {"documents.jsonl": "new\n", "claims.jsonl": "new\n", "run.json": '{"extractor": "2"}'}


def test_results_take_the_place_of_earlier_ones(tmp_path):
    fill(tmp_path)
    write_new(tmp_path)
    assert visible(tmp_path) == NEW


def test_killed_at_any_step_the_next_to_open_finds_old_or_new(tmp_path):
    """Each step is a process of its own that ends, without a word, before its n-th change of the file system."""
    seen = []
    for steps in range(20):
        folder = tmp_path / str(steps)
        folder.mkdir()
        fill(folder)
        old = visible(folder)
        ended = subprocess.run([sys.executable, "-c", WRITE, str(folder), str(steps)], check=False, timeout=60)
        finish_publishing(folder)
        found = visible(folder)
        assert found in (old, NEW), steps
        seen.append(found == NEW)
        with OutputFolder(folder):
            pass  # nothing is in the way of the next run
        if ended.returncode == 0:
            break
    assert seen == sorted(seen)  # from some step on it is new
    assert seen[0] is False
    assert seen[-1] is True
    assert len(seen) > 5


def test_a_run_that_breaks_off_leaves_what_was_there(tmp_path):
    fill(tmp_path)
    before = visible(tmp_path)

    def broken():
        with OutputFolder(tmp_path) as out:
            with out.file("claims.jsonl") as file:
                file.write("new\n")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        broken()
    assert visible(tmp_path) == before
    assert not (tmp_path / ".extractor-next").exists()


@pytest.mark.parametrize("at", range(8))
def test_a_disk_that_fills_up_leaves_the_folder_as_it_was(tmp_path, monkeypatch, at):
    fill(tmp_path)
    before = visible(tmp_path)
    left = [at]
    sync = os.fsync

    def full(descriptor):
        if left[0] == 0:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        left[0] -= 1
        return sync(descriptor)

    monkeypatch.setattr(os, "fsync", full)
    refusals = []
    try:
        write_new(tmp_path)
    except StoreError as error:
        refusals.append(str(error))
    monkeypatch.undo()
    finish_publishing(tmp_path)
    assert visible(tmp_path) == (before if refusals else NEW)
    assert all("no space left" in refusal for refusal in refusals)


def test_two_runs_at_one_folder(tmp_path):
    with OutputFolder(tmp_path), pytest.raises(StoreError, match="another run"):
        OutputFolder(tmp_path).__enter__()
    write_new(tmp_path)


def test_a_killed_process_leaves_no_lock(tmp_path):
    code = (
        "import os, sys; from extractor.staging import OutputFolder; OutputFolder(sys.argv[1]).__enter__(); os._exit(9)"
    )
    subprocess.run([sys.executable, "-c", code, str(tmp_path)], check=False, timeout=60)
    write_new(tmp_path)


def test_a_list_that_cannot_be_read(tmp_path):
    (tmp_path / ".extractor-next").mkdir()
    (tmp_path / ".extractor-next" / "publish.json").write_text("{")
    with pytest.raises(StoreError, match="remove it"):
        OutputFolder(tmp_path).__enter__()


def test_a_first_write_that_an_earlier_version_was_cut_off_in(tmp_path):
    (tmp_path / "documents.jsonl").write_text('{"id": "a", "text": "x", "sha256": "0"}\n')
    write_new(tmp_path)
    assert visible(tmp_path) == NEW


def test_files_of_somebody_else_are_left_alone(tmp_path):
    (tmp_path / "documents.jsonl").write_text('{"mine": true}\n')
    with pytest.raises(StoreError, match=r"documents\.jsonl"):
        write_new(tmp_path)
    assert visible(tmp_path) == {"documents.jsonl": '{"mine": true}\n'}


def test_a_folder_that_is_not_there_holds_nothing(tmp_path):
    finish_publishing(tmp_path / "none")
    assert not Path(tmp_path / "none").exists()


def test_a_file_where_the_folder_should_be_is_said_to_be_one(tmp_path):
    (tmp_path / "out").write_text("mine")
    with pytest.raises(StoreError, match="is a file; choose another with --out"):
        OutputFolder(tmp_path / "out").__enter__()
