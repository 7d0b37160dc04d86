"""Phrases of the language data as regular expressions."""

from __future__ import annotations

import re

import pytest

from extractor.segments.phrases import any_of


@pytest.mark.parametrize(
    ("phrase", "text", "matched"),
    [
        ("see also", "see also: Homs", "see also"),
        ("see also", "see  also", "see  also"),
        ("see also", "see alsop", None),
        ("(à) lire aussi", "à lire aussi", "à lire aussi"),
        ("(à) lire aussi", "lire aussi", "lire aussi"),
        ("see (also/next)", "see next", "see next"),
        ("see (also/next)", "see more", "see"),
        ("# share/shares", "12 shares", "12 shares"),
        ("# share/shares", "twelve shares", None),
        ("the * is trusted", "the Sun-Times is trusted", "the Sun-Times is trusted"),
        ("kill*", "killing's", "killing's"),
        ("don't", "don’t", "don’t"),
        ("tag :", "tag: Homs", "tag:"),
        ("tag :", "tags: Homs", None),
        ("相关", "相关新闻", "相关"),
        ("e.g", "eXg", None),
    ],
)
def test_what_a_phrase_matches(phrase, text, matched):
    found = re.match(any_of([phrase]), text)
    assert (found and found[0]) == matched


def test_the_longer_phrase_is_preferred():
    assert re.match(any_of(["read", "read more"]), "read more")[0] == "read more"


def test_no_phrases_match_nothing():
    assert not re.search(any_of([]), "anything at all")
