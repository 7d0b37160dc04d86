"""Articles on mines, a model that answers about them, and ways to run it beside what is measured."""

from __future__ import annotations

import asyncio
import contextlib
import hashlib
import json
import multiprocessing
import re
import sys
import threading
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests"))
from fakeserver import FakeServer

if TYPE_CHECKING:
    from multiprocessing.sharedctypes import Synchronized

    from extractor import Document

_SAID = re.compile(r"\[\[say:([^\]]+)\]\]")
_TOWN, _DEAD = re.compile(r"roof falls in (\w+)"), re.compile(r"At least (\d+)")


_BACKGROUND = """
Families waited at the gate of the mine through the night, wrapped in blankets that the town hall had handed out.
The operator said that work had been stopped in all of its galleries, and that an inspector was on his way.

"We heard a noise like thunder and then there was dust everywhere," said Adem Kaya, who has worked there for 14 years.
He had left the lower gallery ten minutes before the roof came down, he told reporters outside of the hospital.

The mine was opened in 1974 and has been closed twice since, in 1992 and again in March 2014, after fires underground.
A report by the chamber of engineers warned last year that 3 of its 7 shafts had no second way out.

The energy minister arrived by helicopter on Tuesday morning. He promised that those responsible would be found.
"Nobody will be left alone with this grief," he said, and declared a day of mourning in the whole of the province.

Unions called for a strike in the coal fields from Wednesday. They want electronic tags for everyone who goes down, so
that it is known at any time who is where, and shelters with air for 48 hours in every gallery.

Accidents are common in the region, where many mines were leased to small firms after the state had given them up.
In Ermenek 18 workers drowned when water broke into a gallery. The trial of the managers went on for four years, and
most of those who were sentenced are free again today. Relatives of the victims say that little has changed since.
"""


def article(number: int, marks: str = "", background: str = "") -> str:
    """The text of one article; `marks` are faults that the server is to make of the answers to it."""
    town, dead = town_of(number), 2 + number % 90
    return (
        f"Mine roof falls in {town}\n\nAt least {dead} miners were killed in {town} on Monday, the union said."
        f" Rescue teams reached the upper gallery at noon.\n\n{marks}\n{background}"
    )


def town_of(number: int) -> str:
    """A name of letters only, another one for each number."""
    letters = "abcdefghij"
    return "Zon" + "".join(letters[int(digit)] for digit in f"{number:05d}")


def documents(number: int) -> list[Document]:
    """So many articles of 1.8 KB."""
    from extractor import Document  # noqa: PLC0415 - a server's process needs none of it

    texts = [article(at, background=_BACKGROUND) for at in range(number)]
    return [
        Document(id=f"mine-{at:05d}", text=text, sha256=hashlib.sha256(text.encode()).hexdigest())
        for at, text in enumerate(texts)
    ]


class Model:
    """Answers about an article; `[[say:KIND,KIND]]` in it are the shapes of its first answers, the last one stays."""

    def __init__(self) -> None:
        self.said: Counter[str] = Counter()

    def __call__(self, request: dict[str, Any]) -> str:
        """The content of the answer to a request."""
        text = next(m["content"] for m in request["messages"] if "Mine roof" in m["content"])
        found = _SAID.search(text)
        kind = "ok"
        if found:
            digest = hashlib.sha256(text.encode()).hexdigest()
            kinds = found[1].split(",")
            kind = kinds[min(self.said[digest], len(kinds) - 1)]
            self.said[digest] += 1
        return shaped(text, kind)


def shaped(text: str, kind: str) -> str:
    """An answer about an article: a right one, or one of the kinds of wrong ones."""
    matched, counted = _TOWN.search(text), _DEAD.search(text)
    assert matched
    assert counted
    dead, town = counted[1], matched[1]
    quote = "words of no article" if kind == "badquote" else f"At least {dead} miners were killed"
    killed = [{"value": int(dead), "bound": "at_least", "high": None, "quote": quote}]
    claim = {"killed": killed, "place": [{"value": town, "quote": f"in {town}"}]}
    content = json.dumps({"claims": [claim]})
    return {
        "schema_invalid": '{"unexpected": true}',
        "invalid_json": "Sure! Here it is: " + content[:-9],
        "truncated": content[: len(content) * 2 // 3],
        "prose": f"Sure! Here it is:\n{content}\nI hope that it helps.",
        "fence": f"```json\n{content}\n```",
        "think": f"<think>\nA mine.\n</think>\n{content}",
    }.get(kind, content)


@contextlib.contextmanager
def in_a_thread(server: FakeServer) -> Iterator[FakeServer]:
    """The server in a thread of this process, so that what it received can be looked at."""
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever, daemon=True)
    thread.start()
    asyncio.run_coroutine_threadsafe(server.__aenter__(), loop).result()
    try:
        yield server
    finally:
        asyncio.run_coroutine_threadsafe(server.__aexit__(), loop).result()
        loop.call_soon_threadsafe(loop.stop)
        thread.join()
        loop.close()


@contextlib.contextmanager
def in_a_process(latency: float = 0.0) -> Iterator[tuple[str, Synchronized[int]]]:
    """A server in a process of its own: its address, and how many requests it has had."""
    context = multiprocessing.get_context("spawn")
    number: Synchronized[int] = context.Value("i", 0)
    ours, theirs = context.Pipe()
    process = context.Process(target=_serve, args=(theirs, number, latency), daemon=True)
    process.start()
    try:
        yield ours.recv(), number
    finally:
        process.terminate()
        process.join()


def _serve(pipe: Any, number: Synchronized[int], latency: float) -> None:
    model = Model()

    def answer(request: dict[str, Any]) -> str:
        number.value += 1
        server.received.clear()  # a long run must not fill the memory
        return model(request)

    server = FakeServer(answer=answer, latency=latency)

    async def serve() -> None:
        async with server:
            pipe.send(server.url)
            await asyncio.Event().wait()

    asyncio.run(serve())
