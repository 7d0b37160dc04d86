"""The compiled index of places: its bytes are pinned, its reader agrees with what it was built from."""

from __future__ import annotations

import subprocess
import sys
from hashlib import sha256
from importlib import resources

import pytest

from extractor.world.gazetteer import Level, gazetteer
from extractor.world.index import FILE, PlaceIndex

SHA256 = "e825d8ed93db61e2a0eee13dd8a578ae95e9c18e23ed7d9aae54b8caf9a0f533"


def test_the_file_is_the_one_that_was_built():
    data = (resources.files("extractor.world") / "data" / FILE).read_bytes()
    assert len(data) < 20_000_000
    assert sha256(data).hexdigest() == SHA256  # printed by tools/build_gazetteer.py


def test_another_file_is_refused(tmp_path):
    path = tmp_path / "other.bin"
    path.write_bytes(b"no index of places at all")
    with pytest.raises(ValueError, match="rebuild it with"):
        PlaceIndex(path)


@pytest.mark.parametrize(
    ("name", "level", "country"),
    [
        pytest.param("Homs", Level.CITY, "SY", id="city"),
        pytest.param("HOMS", Level.CITY, "SY", id="capitals"),
        pytest.param("Córdoba", Level.CITY, "AR", id="accents"),
        pytest.param("Bombay", Level.CITY, "IN", id="old name"),
        pytest.param("Zaire", Level.COUNTRY, "CD", id="old name of a country"),
        pytest.param("Helmand", Level.REGION, "AF", id="region"),
        pytest.param("Calif", Level.REGION, "US", id="short name"),
        pytest.param("武汉", Level.CITY, "CN", id="another script"),
    ],
)
def test_names_that_a_reader_takes_for_places(name, level, country):
    first = gazetteer().lookup(name)[0]
    assert (first.level, first.country) == (level, country)


@pytest.mark.parametrize(
    ("name", "country"),
    [
        pytest.param("Huwara", "PS", id="town of 5,000"),
        pytest.param("حوارة", "PS", id="its name in Arabic"),
        pytest.param("Chibok", "NG", id="village"),
        pytest.param("Німеччина", "DE", id="country in Ukrainian"),
        pytest.param("Ḩimş", "SY", id="region of ISO 3166-2"),
    ],
)
def test_names_that_only_confirm(name, country):
    assert country in {e.country for e in gazetteer().lookup_wide(name)}
    assert not any(e.level is not Level.CITY or e.population < 15_000 for e in gazetteer().lookup(name))


def test_the_names_of_an_entry():
    names = gazetteer().names_of(gazetteer().lookup("Homs")[0])
    assert {"homs", "hims", "حمص"} <= set(names)


@pytest.mark.parametrize(("code", "capital"), [("SY", "Damascus"), ("US", "Washington"), ("XX", None)])
def test_capitals(code, capital):
    assert [e.name for e in gazetteer().capital_of(code)] == ([capital] if capital else [])


def test_words_are_no_places():
    assert gazetteer().lookup_wide("policemen") == ()


def test_coordinates_of_cities():
    latitude, longitude = gazetteer().lookup("Damascus")[0].where
    assert (round(latitude, 1), round(longitude, 1)) == (33.5, 36.3)
    assert gazetteer().countries["SY"].where is None


def test_opened_in_a_moment():
    code = (
        "import time; from extractor.world.gazetteer import gazetteer; t = time.perf_counter();"
        "gazetteer().lookup('Homs'); print(time.perf_counter() - t)"
    )
    took = min(
        float(subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout)
        for _ in range(3)
    )
    assert took < 0.25  # 5 to 15 ms on an idle machine; a shared one may be slow
