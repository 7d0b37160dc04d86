"""The loader of a language's data refuses what it does not know."""

import pytest

from extractor.language import LexiconError, codes, lexicon
from extractor.language.lexicon import check

GOOD = {"harm": {"killed": "a", "injured": "b"}, "words": {"people": "c"}, "before": {"at_least": "d"}}


@pytest.mark.parametrize("code", codes())
def test_every_language_loads(code):
    assert lexicon(code).code == code


def test_a_language_without_a_file_has_no_lexicon():
    assert lexicon("cy") is None


@pytest.mark.parametrize(
    ("data", "told"),
    [
        ({**GOOD, "harms": {}}, "unknown table 'harms'"),
        ({**GOOD, "words": {"people": "c", "peoples": "c"}}, "unknown key words.peoples"),
        ({**GOOD, "before": {}}, "before.at_least is missing"),
        ({**GOOD, "harm": {"killed": "", "injured": "b"}}, "harm.killed is missing"),
        ({**GOOD, "harm": {"killed": "a, x*", "injured": "X*"}}, "'X*' is both killed and injured"),
        ({**GOOD, "before": {"at_least": "d", "around": "D"}}, "'D' is both at_least and around"),
        ({**GOOD, "words": {"people": "c", "not": "no", "nobody": "no"}}, "'no' is both nobody and not"),
        ({**GOOD, "words": {"people": "c, day", "units": "day"}}, "'day' is both people and units"),
        ({**GOOD, "numbers": {"vague": "lots=0", "small": "lots=9"}}, "'lots=9' is both vague and small"),
    ],
    ids=["table", "key", "missing", "empty", "harm", "hedge", "mark", "noun", "number"],
)
def test_what_is_not_known_is_refused(data, told):
    with pytest.raises(LexiconError, match="language 'xx'") as caught:
        check("xx", data)
    assert told in str(caught.value)


def test_good_data_passes():
    check("xx", GOOD)
