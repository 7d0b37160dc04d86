import json
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.client.completions import read_completion
from extractor.client.failures import TryFailed, codes_of, from_status, retry_after
from extractor.errors import AnswerIncomplete, AnswerRefused, NotACompletion, QuotaExhausted, RateLimited


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({}, None),
        ({"retry-after": "20"}, 20.0),
        ({"retry-after": "0"}, 0.0),
        ({"retry-after": "-5"}, 0.0),
        ({"retry-after": "nan"}, None),
        ({"retry-after": "inf"}, None),
        ({"retry-after": "1", "retry-after-ms": "250"}, 0.25),
        ({"retry-after": "Wed, 21 Oct 2015 07:28:30 GMT", "date": "Wed, 21 Oct 2015 07:28:00 GMT"}, 30.0),
        ({"retry-after": "Wed, 21 Oct 2015 07:28:00 GMT", "date": "Wed, 21 Oct 2015 07:29:00 GMT"}, 0.0),
        ({"retry-after": "Wed, 21 Oct 2015 07:28:00 GMT"}, None),
        ({"retry-after": "Wed, 21 Oct 2015 07:28:00 GMT", "date": "Wed, 21 Oct 2015 07:28:00 -0000"}, None),
    ],
)
def test_retry_after(headers, seconds):
    assert retry_after(headers) == seconds


@pytest.mark.parametrize(
    ("codes", "error"),
    [
        ((), RateLimited),
        (("rate_limit_exceeded", "requests"), RateLimited),
        (("insufficient_quota",), QuotaExhausted),
        (("error_insufficient_balance",), QuotaExhausted),
    ],
)
def test_a_busy_minute_and_an_empty_account(codes, error):
    failure = from_status(429, "no", codes)
    assert type(failure.error) is error
    assert failure.transient == (error is RateLimited)


def test_a_request_that_is_sent_back_is_cut():
    assert len(str(from_status(400, "x" * 100_000).error)) < 600


@pytest.mark.parametrize("body", [None, [], "text", {"error": "text"}, {"error": None}, {"error": {"code": None}}])
def test_no_codes(body):
    assert codes_of(body) == ()


def completion(**message):
    finish = message.pop("finish", "stop")
    return json.dumps({"choices": [{"message": message, "finish_reason": finish}]})


@pytest.mark.parametrize(
    ("body", "content", "error"),
    [
        (completion(content="{}"), "{}", None),
        (completion(content="{}", finish="eos"), "{}", None),
        (completion(content="{}", finish=None), "{}", None),
        (completion(content=""), "", None),
        (completion(content='{"a', finish="length"), '{"a', AnswerIncomplete),
        (completion(content=None, finish="length"), None, AnswerIncomplete),
        (completion(content=None, refusal="no"), None, AnswerRefused),
        (completion(content=None, finish="content_filter"), None, AnswerRefused),
    ],
)
def test_completions(body, content, error):
    found = read_completion(body)
    assert found.content == content
    assert (type(found.unusable) if found.unusable else None) is error


@pytest.mark.parametrize(
    "body",
    [
        "",
        "<html>",
        "null",
        "[]",
        "{}",
        "1e999",
        "[" * 100_000,
        '{"choices": null}',
        '{"choices": []}',
        '{"choices": ["x"]}',
        '{"choices": [{}]}',
        '{"choices": [{"message": {"content": ["parts"]}}]}',
        '{"error": "text"}',
        completion(content='{"a', finish="error"),
        '{"error": {"message": "odd", "code": "no_number"}}',
    ],
)
def test_no_completions(body):
    with pytest.raises(TryFailed) as caught:
        read_completion(body)
    assert type(caught.value.failure.error) is NotACompletion
    assert caught.value.failure.transient


def test_an_error_in_a_200_means_what_it_means_elsewhere():
    with pytest.raises(TryFailed) as caught:
        read_completion('{"error": {"code": 402, "message": "credits"}}')
    assert type(caught.value.failure.error) is QuotaExhausted


@pytest.mark.parametrize(
    "usage", [None, [], {}, {"prompt_tokens": None}, {"prompt_tokens": "7"}, {"prompt_tokens": -1}]
)
def test_usage_that_is_not_said_is_zero(usage):
    body = json.dumps({"choices": [{"message": {"content": "{}"}}], "usage": usage})
    assert (read_completion(body).usage.prompt, read_completion(body).usage.completion) == (0, 0)


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.sampled_from(["choices", "message", "content", "error"]), inner),
)


@given(st.text() | json_values.map(json.dumps))
def test_no_body_raises_anything_else(body):
    with suppress(TryFailed):
        read_completion(body)
