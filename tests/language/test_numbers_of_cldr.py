"""Every number word of CLDR, 0 to 110, the hundreds, 1,000, 1,234 and a million, reads back in its language."""

import tomllib
from pathlib import Path

import pytest

import extractor.language
from extractor.language import codes, lexicon, read_bare_numbers, read_figures

DATA = Path(extractor.language.__file__).parent / "data"
LARGE = tomllib.loads(Path(__file__).with_name("large_numbers.toml").read_text(encoding="utf-8"))


def _pairs(rows):
    return [(word.strip(), int(number)) for word, _, number in (row.rpartition("=") for row in rows) if word]


def _numbers(code):
    listed = tomllib.loads((DATA / code / "cldr.toml").read_text(encoding="utf-8"))
    return _pairs(listed["numbers"].split(","))


def _noun(code):
    words = tomllib.loads((DATA / code / "counts.toml").read_text(encoding="utf-8"))["words"]["people"]
    return words.split(",")[0].strip().rstrip("*")


def misread(code):
    """The number words that are not read as their number, beside a noun of people."""
    noun, found = _noun(code), []
    for word, number in _numbers(code):
        text = f"{word} {noun}"
        read = [(r.value, r.start, r.end) for r in read_figures(text, 0, len(text), lexicon(code))]
        if read != [(number, 0, len(word))]:
            found.append(f"{word}={number}")
    return found


@pytest.mark.parametrize("code", [c for c in codes() if _numbers(c)])
def test_numbers_read_back(code):
    assert misread(code) == []


@pytest.mark.parametrize("code", sorted(LARGE))
def test_large_numbers_read_back(code):
    for word, number in _pairs(LARGE[code]):
        read = [(f.value, start, end) for f, (start, end, _, _) in read_bare_numbers(word, 0, len(word), lexicon(code))]
        assert read == [(number, 0, len(word))], word


def test_no_language_that_cldr_spells_numbers_of_is_left_out():
    assert {c for c in codes() if 'numbers = """\n"""' not in _cldr(c)} == set(LARGE)


def _cldr(code):
    return (DATA / code / "cldr.toml").read_text(encoding="utf-8")
