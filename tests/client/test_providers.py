"""Models named with their provider."""

from __future__ import annotations

import pytest

from extractor.client.modes import Mode
from extractor.client.options import ModelOptions
from extractor.client.providers import provider_at, providers, resolve_model
from extractor.errors import UsageError


@pytest.mark.parametrize("name", [name for name, provider in providers().items() if not provider.why])
def test_each_provider_has_a_usable_address(name):
    model, url, provider = resolve_model(f"{name}/some-model", None)
    assert (model, url) == ("some-model", provider.url)
    assert ModelOptions(model=model, base_url=url).endpoint == url
    if provider.hosts:
        assert provider_at(url) == provider


@pytest.mark.parametrize("name", [name for name, provider in providers().items() if provider.why])
def test_who_cannot_be_asked_by_name_is_refused_with_a_way_on(name):
    with pytest.raises(UsageError, match="--base-url"):
        resolve_model(f"{name}/some-model", None)


@pytest.mark.parametrize("model", ["gpt-4.1-mini", "meta-llama/llama-3.1-8b", "openai/", "nobody/model"])
def test_other_names_are_just_names(model):
    assert resolve_model(model, None) == (model, None, None)


def test_an_address_that_is_given_prevails():
    assert resolve_model("openai/gpt-oss-20b", "http://localhost:8000/v1")[:2] == (
        "openai/gpt-oss-20b",
        "http://localhost:8000/v1",
    )


def test_what_is_known_of_an_endpoint():
    assert provider_at("https://api.anthropic.com/v1").mode is Mode.TOOLS
    assert provider_at("http://localhost:8000/v1") is None
