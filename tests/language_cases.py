"""What a sentence is read to say, in short: for the tests of the modules of `extractor.language`."""

from extractor.language import lexicon, read_bare_numbers, read_figures


def counts(code, text):
    """Kind, number, end of a range and flags of every figure of harm."""
    read = read_figures(text, 0, len(text), lexicon(code))
    return [
        (r.kind, r.value, r.high, tuple(sorted(r.flags))) for r in read if r.kind not in ("other", "people", "measure")
    ]


def numbers(code, text):
    """The numbers of a text, whatever they count."""
    return [figure.value for figure, _ in read_bare_numbers(text, 0, len(text), lexicon(code))]
