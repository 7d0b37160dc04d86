"""Every number word of CLDR, 0 to 110 and the hundreds, reads back beside a noun of people in its language."""

import tomllib
from pathlib import Path

import pytest

import extractor.language
from extractor.language import codes, lexicon, read_figures

DATA = Path(extractor.language.__file__).parent / "data"
KNOWN = tomllib.loads(Path(__file__).with_name("known_numbers.toml").read_text(encoding="utf-8"))


def _numbers(code):
    listed = tomllib.loads((DATA / code / "cldr.toml").read_text(encoding="utf-8"))["numbers"]
    return [
        (word.strip(), int(number)) for word, _, number in (row.rpartition("=") for row in listed.split(",")) if word
    ]


def _noun(code):
    words = tomllib.loads((DATA / code / "counts.toml").read_text(encoding="utf-8"))["words"]["people"]
    return words.split(",")[0].strip().rstrip("*")


def misread(code):
    noun, found = _noun(code), []
    for word, number in _numbers(code):
        text = f"{word} {noun}"
        read = [(r.value, r.start, r.end) for r in read_figures(text, 0, len(text), lexicon(code))]
        if read != [(number, 0, len(word))]:
            found.append(f"{word}={number}")
    return found


@pytest.mark.parametrize("code", [c for c in codes() if _numbers(c)])
def test_numbers_read_back(code):
    assert sorted(misread(code)) == sorted(KNOWN.get(code, []))
