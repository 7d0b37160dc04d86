"""The known outlets."""

from __future__ import annotations

from extractor.records import SourceType
from extractor.world.outlets import outlets


def test_outlets_are_rows_of_names_by_type_and_no_name_has_two():
    named = outlets().named
    names = [name for rows in named.values() for row in rows for name in row]
    assert len(names) == len(set(names))
    assert ("Reuters",) in named[SourceType.MEDIA]
    assert "moscow" in outlets().seats
    assert "moscow" in outlets().state_air
