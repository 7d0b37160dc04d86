"""Languages as data: which one a text is in, and what its words say that a figure counts.

One folder per language in `data/`; no code names a language. See `docs/languages.md`.
"""

from extractor.language.binding import read_bare_numbers, read_figures, read_harms
from extractor.language.detecting import detect
from extractor.language.figures import Figure
from extractor.language.lexicon import KINDS, Lexicon, LexiconError, codes, digits_only, lexicon
from extractor.language.readings import FigureReading

__all__ = [
    "KINDS",
    "Figure",
    "FigureReading",
    "Lexicon",
    "LexiconError",
    "codes",
    "detect",
    "digits_only",
    "lexicon",
    "read_bare_numbers",
    "read_figures",
    "read_harms",
]
