"""Options that say whom a run asks and how."""

from __future__ import annotations

import argparse
from pathlib import Path

from extractor.cli.kinds import OUTCOMES, amount, limit, number_or_none, outcomes, positive, seconds, seed

STRATEGIES = ("auto", "article", "passage", "reader")
MODES = ("auto", "json_schema", "tools", "json_object", "text")
DEFAULT_MAX_TOKENS = 8192


def add_model(made: argparse.ArgumentParser) -> None:
    """Add the options of a command that asks a model."""
    text = "the model, as its endpoint names it, or provider/model: openai/..., ollama/..., openrouter/..."
    made.add_argument("--model", metavar="NAME", help=text)
    made.add_argument(
        "--dry-run", action="store_true", help="say what it would take, in calls, tokens and dollars; no call is made"
    )
    _add_asking(made)
    text = "an OpenAI-compatible endpoint (vLLM, Ollama, llama.cpp, OpenRouter...); default: OpenAI's"
    made.add_argument("--base-url", metavar="URL", help=text)
    text = "recorded responses, a file or folder, instead of a model"
    made.add_argument("--replay", type=Path, metavar="CASSETTES", help=text)
    text = "one call per article, one per passage for small models, or `reader`: none (default: auto, by the model)"
    made.add_argument("--strategy", choices=STRATEGIES, default="auto", help=text)
    text = "the claim schema: one of the package's, or schemas/NAME.py here, whose code is run (default: event)"
    made.add_argument("--schema", default="event", metavar="NAME", help=text)
    text = "the prompt: prompts/NAME.md here, or one of the package's (default: the strategy's)"
    made.add_argument("--prompt", metavar="NAME", help=text)
    text = "calls under way at once (default: 8)"
    made.add_argument("--concurrency", type=positive, default=8, metavar="N", help=text)
    text = "ask once more about figures that no claim covers"
    made.add_argument("--recheck", action="store_true", help=text)
    text = "where answers are kept, so that nothing is paid for twice (default: in your cache folder)"
    made.add_argument("--cache", type=Path, metavar="DIR", help=text)
    text = "record the model's responses as cassettes into this folder, for --replay; the cache is passed over"
    made.add_argument("--record", type=Path, metavar="DIR", help=text)
    text = "send no more requests than this in a minute"
    made.add_argument("--requests-per-minute", type=amount, metavar="N", help=text)
    text = "send requests of no more tokens than this in a minute, with their answers"
    made.add_argument("--tokens-per-minute", type=amount, metavar="N", help=text)
    text = "send nothing more when this many dollars are paid; what is done is kept"
    made.add_argument("--max-cost", type=amount, metavar="USD", help=text)
    text = "send nothing more after this many requests"
    made.add_argument("--max-calls", type=positive, metavar="N", help=text)
    text = "send nothing more after this many questions have failed"
    made.add_argument("--max-failures", type=positive, metavar="N", help=text)
    text = "dollars for a million prompt and a million completion tokens (default: the list of genai-prices)"
    made.add_argument("--price", type=float, nargs=2, metavar=("IN", "OUT"), help=text)


def _add_asking(made: argparse.ArgumentParser) -> None:
    text = "how the shape of an answer is asked for (default: auto, the strictest that the endpoint takes)"
    made.add_argument("--mode", choices=MODES, default="auto", help=text)
    text = "the longest answer in tokens, or `none` to send no limit (default: 8192)"
    made.add_argument("--max-tokens", type=limit, default=DEFAULT_MAX_TOKENS, metavar="N", help=text)
    text = "sampling temperature, or `none` to send none (default: 0)"
    made.add_argument("--temperature", type=number_or_none, default=0.0, metavar="T", help=text)
    text = "seed of the sampling, or `none` to send none (default: 0)"
    made.add_argument("--seed", type=seed, default=0, metavar="N", help=text)
    text = "seconds to wait for an answer before trying again (default: 300)"
    made.add_argument("--timeout", type=seconds, default=300.0, metavar="S", help=text)
    text = "a header for every request, like `X-Title: news`; may be given several times, never written down"
    made.add_argument("--header", action="append", metavar="NAME:VALUE", help=text)
    text = """further members of every request's body, like '{"reasoning_effort": "low"}'"""
    made.add_argument("--extra-body", metavar="JSON", help=text)
    text = (
        f"ask anew about stored answers that ended so, a comma between: {', '.join(OUTCOMES)}; better ones replace them"
    )
    made.add_argument("--ask-again", type=outcomes, default=(), metavar="KINDS", help=text)
