import hashlib
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.errors import RegistryError
from extractor.prompting import Message, Role, build_messages, parse_prompt, read_prompt, request_fingerprint

FILE = """Read the toll. This note is not sent.

# system
You read news.

## Rules
Copy quotes.

# example user
Nobody was hurt.

# Example assistant
{"claims": []}

# before
Article:

# after
Answer in JSON.
"""


def test_a_prompt_file():
    prompt = parse_prompt("toll", FILE)
    assert [turn.role for turn in prompt.turns] == [Role.SYSTEM, Role.USER, Role.ASSISTANT]
    assert prompt.turns[0].content == "You read news.\n\n## Rules\nCopy quotes."
    assert prompt.turns[2].content == '{"claims": []}'
    assert (prompt.before, prompt.after) == ("Article:", "Answer in JSON.")
    assert prompt.sha256 == hashlib.sha256(FILE.encode()).hexdigest()


def test_line_ends_are_no_new_version(tmp_path):
    path = tmp_path / "toll.md"
    path.write_bytes(FILE.replace("\n", "\r\n").encode())
    assert read_prompt(path) == parse_prompt("toll", FILE)


def test_a_word_is_a_new_version():
    assert parse_prompt("toll", FILE).sha256 != parse_prompt("toll", FILE.replace("note", "Note")).sha256


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "one system section is needed, there are 0"),
        ("# system\na\n# system\nb", "there are 2"),
        ("# system\n\n", "'system' is empty"),
        ("# system\na\n# exmaple user\nb", "unknown section 'exmaple user'"),
        ("# system\na\n# example user\nb", "in pairs"),
        ("# system\na\n# example assistant\nb\n# example user\nc", "in pairs"),
        ("# example user\nb\n# example assistant\nc\n# system\na", "comes first"),
        ("# system\na\n# after\nb\n# after\nc", "'after' stands 2 times"),
    ],
)
def test_what_is_wrong_with_a_file(text, said):
    with pytest.raises(RegistryError, match=said):
        parse_prompt("toll", text)


def test_all_problems_are_reported_at_once():
    with pytest.raises(RegistryError, match=r"unknown.*empty.*one system"):
        parse_prompt("toll", "# sytem\na\n# before\n")


def test_a_file_that_cannot_be_read(tmp_path):
    with pytest.raises(RegistryError, match="cannot be read"):
        read_prompt(tmp_path / "none.md")
    (tmp_path / "latin.md").write_bytes(b"# system\n\xe9")
    with pytest.raises(RegistryError, match="UTF-8"):
        read_prompt(tmp_path / "latin.md")


@given(st.text())
def test_a_text_goes_in_unchanged(text):
    assert build_messages(parse_prompt("p", "# system\na"), text)[-1] == Message(Role.USER, text)
    around = build_messages(parse_prompt("toll", FILE), text)[-1].content
    assert around == f"Article:\n{text}\nAnswer in JSON."


@given(st.text(st.characters(exclude_categories=[])))
def test_what_is_sent_can_be_written_and_keeps_its_length(text):
    sent = Message(Role.USER, text).as_sent()["content"]
    assert len(sent) == len(text)
    sent.encode()


def test_a_fingerprint_is_of_the_value_not_of_the_order():
    one = {"model": "m", "messages": [{"role": "user", "content": "é"}], "temperature": 0.0}
    other = json.loads(json.dumps(dict(reversed(one.items()))))
    assert request_fingerprint(one) == request_fingerprint(other)
    # Pinned: a store of last year is worth nothing once this changes.
    assert request_fingerprint(one) == "e31c3850e7927d232cfdadd315b22c45acba6900195bc9c699199fd81d051082"


@pytest.mark.parametrize(
    "change", [{"model": "n"}, {"seed": 1}, {"messages": []}, {"temperature": 0.1}, {"response_format": {}}]
)
def test_whatever_is_sent_counts(change):
    one = {"model": "m", "messages": [{}], "temperature": 0.0}
    assert request_fingerprint(one) != request_fingerprint(one | change)


def test_the_endpoint_counts_when_it_is_named():
    assert (
        len({request_fingerprint({}), request_fingerprint({}, endpoint="a"), request_fingerprint({}, endpoint="b")})
        == 3
    )
