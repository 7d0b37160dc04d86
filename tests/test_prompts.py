"""The prompts of `prompts/`: every example is an answer that the schema sent with it allows, and true of its text."""

from __future__ import annotations

import json

import pytest
from pipeline_cases import SCHEMA, document

from extractor.client.schema import response_format
from extractor.extraction.article_answers import ClaimOrigin, answer_faults, article_answer, article_claims
from extractor.extraction.passage_answers import A_PART, COUNTS, SOMETHING_ELSE
from extractor.grounding import Locator
from extractor.prompting import Role, read_prompt
from extractor.verification import Checker


def examples(root, name):
    """The pairs of what was shown and what was answered."""
    turns = read_prompt(root / "prompts" / f"event-{name}.md").turns[1:]
    assert [turn.role for turn in turns] == [Role.USER, Role.ASSISTANT] * (len(turns) // 2)
    assert turns
    return [(user.content, said.content) for user, said in zip(turns[::2], turns[1::2], strict=True)]


def assert_allowed(value, schema, definitions):
    """As strict as an endpoint that enforces the schema (the parts of JSON Schema that `strict_schema` leaves)."""
    if "$ref" in schema:
        schema = definitions[schema["$ref"].rsplit("/", 1)[1]]
    if "anyOf" in schema:
        assert any(allowed(value, option, definitions) for option in schema["anyOf"]), (value, schema)
    elif "enum" in schema or "const" in schema:
        assert value in schema.get("enum", [schema.get("const")])
    elif schema["type"] == "object":
        assert list(value) == schema["required"]
        for name, part in value.items():
            assert_allowed(part, schema["properties"][name], definitions)
    elif schema["type"] == "array":
        assert isinstance(value, list)
        for part in value:
            assert_allowed(part, schema["items"], definitions)
    else:
        kinds = {"string": str, "integer": int, "null": type(None)}
        assert isinstance(value, kinds[schema["type"]])


def allowed(value, schema, definitions):
    try:
        assert_allowed(value, schema, definitions)
    except AssertionError:
        return False
    return True


@pytest.fixture(scope="module")
def articles(request):
    """What the article examples show, and their answers."""
    shown = []
    for user, said in examples(request.config.rootpath, "article"):
        known, text = user.split("Article:\n", 1)
        published = known.removeprefix("Published: ").strip()
        shown.append((document(text, published=published), article_answer(SCHEMA).model_validate_json(said), said))
    return shown


def test_an_article_example_is_an_answer_in_the_schema_sent_with_it(articles):
    schema = response_format(article_answer(SCHEMA))["json_schema"]["schema"]
    for _, _, said in articles:
        assert_allowed(json.loads(said), schema, schema["$defs"])


def test_an_article_example_is_true_of_its_text(articles):
    for article, answer, _ in articles:
        assert answer_faults(answer, Locator(article.text)) == []
        claims = article_claims(answer, ClaimOrigin(article.id, "event", "m"))
        assert all(claim.event for claim in claims)
        for claim in Checker(article, SCHEMA).check_all(claims):
            for name, values in claim.fields.items():
                assert claim.usable(name) == values, (name, [v.verdict.detail for v in values])


def test_the_article_examples_show_what_the_prompt_asks_for(articles):
    answers = [answer.model_dump(mode="json")["claims"] for _, answer, _ in articles]
    claims = [claim for listed in answers for claim in listed]
    assert any(claim["parts"] for claim in claims), "a total"
    assert any(v["high"] for claim in claims for v in claim["killed"]), "a range"
    assert any(len(claim["killed"]) > 1 for claim in claims), "several figures of one field"
    assert any(len(claim["weapon"]) > 1 for claim in claims), "several labels"
    for listed in answers:
        keys = [claim["event"] for claim in listed]
        assert all(part in keys for claim in listed for part in claim["parts"])
    assert any(len(keys) > len(set(keys)) for keys in ([c["event"] for c in listed] for listed in answers)), (
        "two sources"
    )


def offered(user):
    """What the questions of a passage example allow: name to the labels, `None` among them where null is offered."""
    lines = user.split("Questions:\n", 1)[1].splitlines()
    return {
        name: [json.loads(label) for label in labels.split(" or ")]
        for name, labels in (line.split(": ", 1) for line in lines)
    }


def test_a_passage_example_answers_its_questions_with_what_they_offer(request):
    for user, said in examples(request.config.rootpath, "passage"):
        answered = {
            name: label
            for part, value in json.loads(said).items()
            for name, label in (
                [(f"{part}.{field}", label) for field, label in value.items()]
                if isinstance(value, dict)
                else [(part, value)]
            )
        }
        asked = offered(user)
        assert list(answered) == list(asked)
        assert all(label in asked[name] for name, label in answered.items())


def test_the_questions_of_the_passage_examples_are_those_that_can_be_asked(request):
    kinds = {name.split(".")[-1] for user, _ in examples(request.config.rootpath, "passage") for name in offered(user)}
    assert kinds == {COUNTS, "place", "date", "attribution", "event_type"}
    labels = {
        label
        for user, _ in examples(request.config.rootpath, "passage")
        for name, options in offered(user).items()
        if name.endswith(COUNTS)
        for label in options
    }
    assert labels - set(SCHEMA.value_types()) == {A_PART, SOMETHING_ELSE}
