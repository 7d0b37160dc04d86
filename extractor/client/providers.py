"""Known endpoints: a model named as `provider/model`, and what is known of an endpoint by its host."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources
from urllib.parse import urlsplit

from extractor.client.modes import Mode
from extractor.errors import UsageError


@dataclass(frozen=True, slots=True)
class Provider:
    """A provider of models.

    Attributes:
        url: its endpoint for OpenAI's protocol; empty where it has none.
        key: the environment variable of its key; empty where it wants none.
        hosts: of its endpoint.
        mode: the strictest mode that it is known to take.
        why: why it cannot be asked by name, and what to do instead; empty where it can.
    """

    url: str = ""
    key: str = ""
    hosts: tuple[str, ...] = ()
    mode: Mode = Mode.JSON_SCHEMA
    why: str = ""


@cache
def providers() -> dict[str, Provider]:
    """The providers that are known, by name."""
    table = tomllib.loads((resources.files("extractor.client") / "providers.toml").read_text(encoding="utf-8"))
    made = {}
    for name, row in table.items():
        row["hosts"], row["mode"] = tuple(row.get("hosts", ())), Mode(row.get("mode", Mode.JSON_SCHEMA))
        made[name] = Provider(**row)
    return made


def resolve_model(model: str, base_url: str | None) -> tuple[str, str | None, Provider | None]:
    """The model's name at its endpoint, the endpoint, and the provider.

    At a given `base_url` a slash belongs to the model's name, as at OpenRouter; so it does behind the name of a
    provider that is not known.

    Raises:
        UsageError: the provider cannot be asked by name.

    >>> resolve_model("ollama/qwen2.5:7b", None)[:2]
    ('qwen2.5:7b', 'http://localhost:11434/v1')
    >>> resolve_model("meta-llama/llama-3.1-8b", "http://localhost:8000/v1")[:2]
    ('meta-llama/llama-3.1-8b', 'http://localhost:8000/v1')
    """
    name, slash, rest = model.partition("/")
    provider = providers().get(name) if slash and rest and base_url is None else None
    if provider is None:
        return model, base_url, None
    if provider.why:
        msg = f"--model {model}: {name} cannot be asked by name; {provider.why}"
        raise UsageError(msg)
    return rest, provider.url, provider


def provider_at(base_url: str) -> Provider | None:
    """The provider whose endpoint an address is, `None` for an address that is not known.

    >>> provider_at("https://api.deepseek.com/v1").mode.value
    'json_object'
    """
    host = urlsplit(base_url).hostname or ""
    return next((provider for provider in providers().values() if host in provider.hosts), None)
