"""What the tests of the client ask."""

from pydantic import BaseModel

from extractor.client import Flaw
from extractor.prompting import Message, Role

ARTICLE = "Nineteen miners died when the Kolwezi shaft flooded.\nRescue went on."


class Toll(BaseModel):
    quote: str
    killed: int | None = None


def messages(text=ARTICLE):
    return (Message(Role.SYSTEM, "Read the toll."), Message(Role.USER, text))


def faulty(faults, text=ARTICLE):
    return messages(f"{text}\n[[fault:{faults}]]")


def in_text(text):
    return lambda toll: [] if toll.quote in text else [Flaw(f"the quote {toll.quote!r} is not in the text")]
