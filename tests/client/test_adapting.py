"""What an endpoint refuses, and how it is asked then."""

from __future__ import annotations

import json

import pytest

from extractor.client.adapting import MOST_ADAPTATIONS, Adaptation, adapted
from extractor.client.failures import Refusal
from extractor.client.known import KnownEndpoint, first_adaptation, known_endpoint
from extractor.client.modes import Mode, in_mode

REQUEST = {
    "model": "m",
    "messages": [{"role": "system", "content": "Read."}, {"role": "user", "content": "temperature rose"}],
    "response_format": {
        "type": "json_schema",
        "json_schema": {"name": "A", "strict": True, "schema": {"type": "object"}},
    },
    "temperature": 0.0,
    "seed": 0,
    "max_tokens": 4096,
    "reasoning_effort": "low",
}


def after(*refusals, known=Adaptation()):  # noqa: B008 - frozen
    """How the endpoint is asked after those refusals; `None` when the last one teaches nothing."""
    for refusal in refusals:
        found = adapted(known, refusal, REQUEST)
        if found is None:
            return None
        known, _ = found
    return known.apply(REQUEST)


@pytest.mark.parametrize(
    ("refusal", "gone", "there"),
    [
        pytest.param(
            Refusal(400, "Unsupported parameter: 'max_tokens'. Use 'max_completion_tokens' instead.", "max_tokens"),
            {"max_tokens"},
            {"max_completion_tokens": 4096},
            id="openai's reasoning models",
        ),
        pytest.param(
            Refusal(400, "Unsupported value: 'temperature' does not support 0.0 with this model.", "temperature"),
            {"temperature"},
            {"seed": 0},
            id="temperature",
        ),
        pytest.param(
            Refusal(422, "Error code: 422 - {'detail': [{'loc': ['body', 'seed'], 'msg': 'Extra inputs'}]}"),
            {"seed"},
            {"temperature": 0.0},
            id="pydantic's own words",
        ),
        pytest.param(Refusal(400, 'Unknown name "seed": Cannot find field.'), {"seed"}, {}, id="google"),
        pytest.param(
            Refusal(400, "property 'reasoning_effort' is unsupported"), {"reasoning_effort"}, {}, id="own extras"
        ),
        pytest.param(
            Refusal(400, "max_tokens is too large: 4096. At most 2048 are supported."),
            set(),
            {"max_tokens": 2048},
            id="too many",
        ),
        pytest.param(
            Refusal(
                400,
                "context is 6000 tokens, you requested 6100 (2004 in messages, 4096 in completion)",
            ),
            set(),
            {"max_tokens": 3996},
            id="what is left of the context",
        ),
    ],
)
def test_a_parameter_that_is_named_is_changed(refusal, gone, there):
    asked = after(refusal)
    assert not gone & set(asked)
    assert there.items() <= asked.items()
    assert asked["messages"] == REQUEST["messages"]


@pytest.mark.parametrize(
    "refusal",
    [
        Refusal(400, "Invalid request"),
        Refusal(400, "The model `m` does not exist", "model"),
        Refusal(400, "messages: text is too long"),
        Refusal(500, "temperature"),
        Refusal(404, "No endpoint takes max_tokens"),
        Refusal(400, "temperatures in the text are fine"),
        Refusal(
            400,
            "maximum context length is 2000 tokens, you requested 6100 (2004 in the messages, 4096 in the completion)",
        ),
    ],
)
def test_what_names_no_parameter_teaches_nothing(refusal):
    assert after(refusal) is None


@pytest.mark.parametrize(
    "said",
    [
        "This response_format type is unavailable now",
        "Invalid parameter: 'response_format' of type 'json_schema' is not supported with this model.",
        "The specified schema produces a constraint that has too many states for serving.",
        "Failed to parse grammar",
    ],
)
def test_a_mode_that_is_unknown_gives_way_to_the_next(said):
    asked = after(Refusal(400, said))
    assert asked["tool_choice"] == {"type": "function", "function": {"name": "A"}}
    assert "response_format" not in asked
    asked = after(Refusal(400, said), Refusal(400, "tools are not supported"))
    assert asked["response_format"] == {"type": "json_object"}
    asked = after(Refusal(400, said), Refusal(400, "no tools"), Refusal(400, "response_format", "response_format"))
    assert not {"response_format", "tools", "tool_choice"} & set(asked)


def test_strict_alone_can_be_refused():
    asked = after(Refusal(400, "Unknown parameter: 'response_format.json_schema.strict'."))
    assert asked["response_format"]["json_schema"] == {"name": "A", "schema": {"type": "object"}}


def test_a_limit_that_is_refused_by_both_names_is_left_out():
    asked = after(
        Refusal(400, "max_tokens", "max_tokens"), Refusal(400, "max_completion_tokens", "max_completion_tokens")
    )
    assert not {"max_tokens", "max_completion_tokens"} & set(asked)


def test_a_fixed_mode_is_the_users():
    assert after(Refusal(400, "response_format"), known=first_adaptation("json_schema")) is None


def test_adaptations_end():
    """Whatever an endpoint says, a request is changed only so often."""
    known, number = Adaptation(), 0
    said = Refusal(
        400,
        "response_format tools tool_choice temperature seed max_tokens max_completion_tokens strict reasoning_effort",
    )
    while (found := adapted(known, said, REQUEST)) is not None:
        known, number = found[0], number + 1
    assert number <= MOST_ADAPTATIONS


@pytest.mark.parametrize("mode", [Mode.JSON_OBJECT, Mode.TEXT])
def test_the_schema_is_in_the_conversation_and_not_in_the_article(mode):
    asked = in_mode(REQUEST, mode)
    assert asked["messages"][0]["content"].startswith("Read.")
    assert '{"type":"object"}' in asked["messages"][0]["content"]
    assert asked["messages"][1:] == REQUEST["messages"][1:]
    bare = in_mode({**REQUEST, "messages": REQUEST["messages"][1:]}, mode)
    assert [message["role"] for message in bare["messages"]] == ["system", "user"]


def test_the_request_itself_is_left_as_it_is():
    before = json.dumps(REQUEST)
    for mode in Mode:
        Adaptation(mode=mode, left_out=frozenset({"seed", "strict"}), limit=5).apply(REQUEST)
    assert json.dumps(REQUEST) == before


class TestWhatIsKept:
    REFUSED = Refusal(400, "no seed here", "seed")

    def test_between_runs(self, tmp_path):
        first = known_endpoint("m at h/v1", Adaptation(), tmp_path)
        assert first.learn(first.adaptation, self.REFUSED, REQUEST)
        assert first.lessons == ["m at h/v1 does not take seed: left out"]
        second = known_endpoint("m at h/v1", Adaptation(), tmp_path)
        assert (second.adaptation, second.lessons) == (first.adaptation, [])
        assert known_endpoint("other at h/v1", Adaptation(), tmp_path).adaptation == Adaptation()

    def test_a_fixed_mode_prevails_and_is_not_kept(self, tmp_path):
        learnt = known_endpoint("e", Adaptation(), tmp_path)
        learnt.learn(learnt.adaptation, Refusal(400, "response_format"), REQUEST)
        fixed = known_endpoint("e", first_adaptation("text"), tmp_path)
        assert (fixed.adaptation.mode, fixed.adaptation.fixed) == (Mode.TEXT, True)
        assert known_endpoint("e", Adaptation(), tmp_path).adaptation.mode is Mode.TOOLS

    @pytest.mark.parametrize("content", ["", "[]", "{", '{"e": {"mode": "unheard of"}}', '{"e": 1}'])
    def test_a_file_that_is_not_ours_is_passed_over(self, tmp_path, content):
        (tmp_path / "endpoints.json").write_text(content)
        assert known_endpoint("e", Adaptation(), tmp_path).adaptation == Adaptation()

    def test_a_task_that_was_refused_meanwhile_only_tries_again(self):
        endpoint = KnownEndpoint("e", Adaptation())
        used = endpoint.adaptation
        assert endpoint.learn(used, self.REFUSED, REQUEST)
        assert endpoint.learn(used, self.REFUSED, REQUEST)
        assert len(endpoint.lessons) == 1
