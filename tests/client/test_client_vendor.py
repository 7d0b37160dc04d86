"""The boundary: no vendor exception leaves the client."""

import inspect

import httpx2
import openai
import openai._exceptions as exceptions
import pytest

from extractor.client.failures import Failure
from extractor.client.vendor import VENDOR_ERRORS, translate
from extractor.errors import ModelError

REQUEST = httpx2.Request("POST", "http://model/v1/chat/completions")


def exceptions_of(module):
    found = {item for _, item in inspect.getmembers(module, inspect.isclass) if issubclass(item, Exception)}
    return sorted(found, key=lambda item: item.__name__)


# The entry of last resort says the right thing of these: the request could not be made.
DECIDED_AS_SETUP = {"OpenAIError", "SubjectTokenProviderError"}


@pytest.mark.parametrize("kind", exceptions_of(exceptions))
def test_every_exception_of_openai_has_an_entry(kind):
    named = [base for base in kind.__mro__ if base in VENDOR_ERRORS and base is not openai.OpenAIError]
    assert named or kind.__name__ in DECIDED_AS_SETUP, f"{kind.__name__}: decide, and add it to VENDOR_ERRORS"


def test_the_walk_sees_what_openai_exports():
    exported = {kind.__name__ for kind in exceptions_of(openai) if issubclass(kind, openai.OpenAIError)}
    walked = {kind.__name__ for kind in exceptions_of(exceptions)}
    assert {name for name in exported if not name.startswith("_")} <= walked
    assert len(walked) > 15


@pytest.mark.parametrize(
    "kind",
    [kind for kind in exceptions_of(httpx2) if kind is not httpx2.CookieConflict],
)
def test_every_exception_of_httpx2_has_an_entry(kind):
    assert any(base in VENDOR_ERRORS for base in kind.__mro__), f"{kind.__name__}: add it to VENDOR_ERRORS"


def made(status, body=None):
    response = httpx2.Response(status, request=REQUEST, headers={"retry-after": "3"})
    return openai.APIStatusError("said so", response=response, body=body)


@pytest.mark.parametrize(
    "error",
    [
        openai.APITimeoutError(REQUEST),
        openai.APIConnectionError(request=REQUEST),
        openai.APIResponseValidationError(httpx2.Response(200, request=REQUEST), None),
        openai.APIError("odd", REQUEST, body=None),
        openai.OpenAIError("no key"),
        httpx2.ReadError("gone"),
        httpx2.InvalidURL("bad"),
        httpx2.DecodingError("not gzip"),
        made(500),
        ValueError("of nobody"),
    ],
    ids=lambda error: type(error).__name__,
)
def test_translated(error):
    failure = translate(error)
    assert isinstance(failure, Failure)
    assert isinstance(failure.error, ModelError)
    assert str(failure.error)


def test_an_answer_that_cannot_be_decoded_is_tried_again():
    assert translate(httpx2.DecodingError("not gzip")).transient
