"""What a command line comes to: the options of a run, and whether it can begin at all."""

from __future__ import annotations

import json
import os
from typing import Any

from extractor.cli.arguments import Arguments
from extractor.errors import UsageError

NO_MODEL = """\
no model to ask: there is no --model and no --replay. Ways forward:
  without a key, recorded responses:  extractor run seeds --replay cassettes/passage
  OpenAI:                             OPENAI_API_KEY=... extractor {command} PATHS --model gpt-4.1-mini
  a server of your own, no key:       extractor {command} PATHS --model NAME --base-url http://localhost:11434/v1
                                      (Ollama; vLLM: port 8000, llama.cpp: port 8080)
  no model at all, rules only:        extractor {command} PATHS --strategy reader
  claims that you have already:       extractor merge CLAIMS --articles PATHS"""
NO_KEY = """\
no key for {model}: OPENAI_API_KEY is not set and no --base-url is given. Ways forward:
  OpenAI:                             OPENAI_API_KEY=... extractor {command} PATHS --model {model}
  a server of your own, no key:       extractor {command} PATHS --model {model} --base-url http://localhost:11434/v1
  without a key, recorded responses:  extractor run seeds --replay cassettes/passage"""


def ready(arguments: Arguments) -> str | None:
    """The key; a run without a model, a key or a recording ends here, before anything is read or written."""
    key = os.environ.get("OPENAI_API_KEY") or None
    if arguments.strategy == "reader":
        return key
    if arguments.replay is not None:
        if not arguments.replay.exists():
            message = f"--replay {arguments.replay}: no such file or folder"
            raise UsageError(message)
        return key
    if arguments.model is None:
        raise UsageError(NO_MODEL.format(command=arguments.command))
    if not arguments.dry_run:
        _require_key(arguments, key)
    return key


def _require_key(arguments: Arguments, key: str | None) -> None:
    from extractor.client.providers import resolve_model  # noqa: PLC0415 - not needed without a model

    _, base_url, provider = resolve_model(arguments.model or "", _base_url(arguments))
    if provider is not None:
        if provider.key and not os.environ.get(provider.key):
            message = f"no key for {arguments.model}: {provider.key} is not set"
            raise UsageError(message)
    elif key is None and base_url is None:
        raise UsageError(NO_KEY.format(command=arguments.command, model=arguments.model))


def _base_url(arguments: Arguments) -> str | None:
    given = arguments.base_url or os.environ.get("OPENAI_BASE_URL") or None
    if given and not given.startswith(("http://", "https://")):
        message = f"--base-url {given}: must start with http:// or https://, like http://localhost:11434/v1"
        raise UsageError(message)
    return given


def _headers(given: tuple[str, ...]) -> dict[str, str]:
    headers = {}
    for header in given:
        name, colon, value = header.partition(":")
        if not colon or not name.strip() or not value.strip():
            message = "--header: must be a name, a colon and a value, like --header 'X-Title: news'"  # may be a secret
            raise UsageError(message)
        headers[name.strip()] = value.strip()
    return headers


def _extra_body(given: str | None) -> dict[str, Any]:
    if given is None:
        return {}
    try:
        members = json.loads(given)
    except ValueError as error:
        message = f'--extra-body {given}: not JSON ({error}); give an object, like \'{{"reasoning_effort": "low"}}\''
        raise UsageError(message) from error
    if not isinstance(members, dict):
        message = f"--extra-body {given}: not a JSON object"
        raise UsageError(message)
    return members


def options_of(arguments: Arguments, key: str | None, pipeline: Any) -> Any:
    """The `RunOptions` of a command line.

    Raises:
        UsageError: an option is not what it must be.
    """
    return pipeline.RunOptions(
        paths=arguments.paths,
        out=arguments.out,
        model=arguments.model,
        base_url=_base_url(arguments),
        api_key=key,
        mode=arguments.mode,
        max_tokens=arguments.max_tokens,
        temperature=arguments.temperature,
        seed=arguments.seed,
        timeout=arguments.timeout,
        headers=_headers(arguments.header),
        extra_body=_extra_body(arguments.extra_body),
        ask_again=arguments.ask_again,
        replay=arguments.replay,
        strategy=arguments.strategy,
        manifest=arguments.manifest,
        rule=arguments.rule,
        schema=arguments.schema,
        prompt=arguments.prompt,
        concurrency=arguments.concurrency,
        recheck=arguments.recheck,
        cache=arguments.cache,
        record=arguments.record,
        requests_per_minute=arguments.requests_per_minute,
        tokens_per_minute=arguments.tokens_per_minute,
        max_cost=arguments.max_cost,
        max_calls=arguments.max_calls,
        max_failures=arguments.max_failures,
        price=arguments.price and (arguments.price[0], arguments.price[1]),
    )
