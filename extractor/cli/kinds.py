"""What a person may write for an option: numbers, `none`, lists; a message where something else is written."""

from __future__ import annotations

import argparse

OUTCOMES = ("refused", "cut", "failed")
_NONE = "none"


def outcomes(text: str) -> tuple[str, ...]:
    """Kinds of stored answers, comma-separated."""
    kinds = tuple(dict.fromkeys(kind.strip() for kind in text.split(",")))
    unknown = [kind for kind in kinds if kind not in OUTCOMES]
    if unknown:
        message = f"{unknown[0]!r} is not a kind: give one or more of {', '.join(OUTCOMES)}, a comma between"
        raise argparse.ArgumentTypeError(message)
    return kinds


def limit(text: str) -> int | None:
    """A whole number above zero, or `none`."""
    return None if text == _NONE else positive(text)


def seed(text: str) -> int | None:
    """A whole number, or `none`."""
    number = number_or_none(text)
    if number is not None and number != int(number):
        message = f"{text!r} is not a whole number, nor `none`"
        raise argparse.ArgumentTypeError(message)
    return None if number is None else int(number)


def number_or_none(text: str) -> float | None:
    """A number, or `none`."""
    if text == _NONE:
        return None
    try:
        return float(text)
    except ValueError:
        message = f"{text!r} is not a number, nor `none`"
        raise argparse.ArgumentTypeError(message) from None


def seconds(text: str) -> float:
    """A number of seconds above zero."""
    number = number_or_none(text)
    if number is None or not 0 < number < float("inf"):
        message = f"{text!r} is not a number of seconds above zero"
        raise argparse.ArgumentTypeError(message)
    return number


def amount(text: str) -> float:
    """A number above zero."""
    number = number_or_none(text)
    if number is None or not 0 < number < float("inf"):
        message = f"{text!r} is not an amount above zero"
        raise argparse.ArgumentTypeError(message)
    return number


def positive(text: str) -> int:
    """A whole number above zero."""
    number = int(text) if text.isascii() and text.isdigit() else 0
    if number < 1:
        message = f"{text!r} is not a whole number above zero"
        raise argparse.ArgumentTypeError(message)
    return number
