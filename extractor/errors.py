"""Every exception the package raises on purpose.

    ExtractorError
    ├── UsageError                  options that cannot be carried out; the command line exits with 2
    ├── InputError                  something the user gave cannot be used
    │   ├── DocumentError           an article that cannot be read
    │   └── RegistryError           a schema or prompt that is missing or wrong
    ├── StoreError                  the response store or the output folder refuses
    └── ModelError                  the model's side failed
        ├── TransportError          no usable completion came back
        │   ├── ConnectionFailed    no connection, a broken or a timed-out one
        │   ├── RateLimited         429, after the tries were used up
        │   ├── QuotaExhausted      429 with an exhausted quota: never retried
        │   ├── AccessDenied        401, 403
        │   ├── RequestRejected     400, 404, 422 and other client errors
        │   ├── ServerFailed        408, 409, 5xx, after the tries were used up
        │   ├── NotACompletion      a 200 whose body is not a completion
        │   └── NotRecorded         a replay was asked for and the cassette holds no such request
        ├── RunStopped          a limit of the run is reached, or the endpoint is down: nothing more is sent
        ├── RequestWithheld     the request was noted instead of sent: a dry run, or a batch in the making
        ├── AnswerIncomplete        the answer was cut at the token limit
        ├── AnswerRefused           the model or a content filter refused
        └── AnswerInvalid           the answer never matched the response schema

A message says what happened, where, and what to do next. Vendor exceptions never leave `extractor.client`.
"""


class ExtractorError(Exception):
    """Base of the tree; catching it catches every failure that the package foresees."""


class UsageError(ExtractorError):
    """Options that cannot be carried out together."""


class InputError(ExtractorError):
    """Something the user gave cannot be used."""


class DocumentError(InputError):
    """An article that cannot be read."""


class RegistryError(InputError):
    """A schema or prompt that is missing or wrong."""


class StoreError(ExtractorError):
    """The response store or the output folder refuses."""


class ModelError(ExtractorError):
    """The model's side failed."""


class TransportError(ModelError):
    """No usable completion came back."""


class ConnectionFailed(TransportError):
    """No connection, a broken one, or one that timed out."""


class RateLimited(TransportError):
    """Too many requests, after the tries were used up."""


class QuotaExhausted(TransportError):
    """The account's quota is exhausted; never retried."""


class AccessDenied(TransportError):
    """The key is missing, wrong, or not allowed to use the model."""


class RequestRejected(TransportError):
    """The endpoint rejects the request as it is."""


class ServerFailed(TransportError):
    """The endpoint failed, after the tries were used up."""


class NotACompletion(TransportError):
    """A 200 whose body is not a completion."""


class NotRecorded(TransportError):
    """A replay was asked for and the cassette holds no such request."""


class RunStopped(ModelError):
    """A limit of the run is reached, or the endpoint is down: nothing more is sent."""


class RequestWithheld(ModelError):
    """The request was noted instead of sent: a dry run, or a batch in the making."""


class AnswerIncomplete(ModelError):
    """The answer was cut at the token limit."""


class AnswerRefused(ModelError):
    """The model or a content filter refused."""


class AnswerInvalid(ModelError):
    """The answer never matched the response schema."""
