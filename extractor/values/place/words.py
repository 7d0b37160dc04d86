"""Patterns of words around names that several modules need: what puts a speaker, a patient or a traveller there."""

from __future__ import annotations

from extractor.values.place.patterns import WordPattern

# What follows a name and makes it a speaker, a government or an owner, not a scene.
SPEAKER_AFTER = WordPattern("speaker_after", ignore_case=True)
# The next five are matched against the text in small letters.
# What stands before a name and puts the speaker, a meeting or a traveller there.
ASIDE_BEFORE = WordPattern("aside_before")
LOCATIVE = WordPattern("locative")
NEAR = WordPattern("near_words")
# "evacuated 50 people from X" puts them at X; "militants from X" does not.
TAKEN_FROM = WordPattern("taken_from")
WEAK = WordPattern("weak")
# "Tyrone Hall of Penn Hills": where somebody lives.
OF_PERSON = WordPattern("of_person")
# "a Penn Hills man", "the West Haven resident".
RESIDENT = WordPattern("resident")
# "Alturas police said", "the Harris County sheriff's deputies": a body of the place, wherever it speaks of.
OFFICE_AFTER = WordPattern("office_after", ignore_case=True)
