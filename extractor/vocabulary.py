"""Words as data: a topic's words of one language, typed, from `language/data/<code>/<topic>.toml`.

A reader declares the roles that it needs as a frozen class; the words stand in the languages' folders, in a role each.

    class SpeechWords(Vocabulary):
        topic: ClassVar[str] = "speech"
        strong_verbs: Phrases = frozenset()

    SpeechWords.of("es").strong_verbs       # the words of one language; empty where its folder has no such file
    SpeechWords.of_all().strong_verbs       # those of every language, for a text whose language is not known
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib import resources
from typing import Annotated, Any, ClassVar, Self, cast, get_origin

from pydantic import BaseModel, BeforeValidator, ConfigDict, ValidationError


class VocabularyError(ValueError):
    """A language's file is not as its topic wants it: the message names the file and every fault in it."""


def split_phrases(listed: Any) -> Any:
    """The phrases of a comma-separated string; anything else as it is."""
    return [p for p in (part.strip() for part in listed.split(",")) if p] if isinstance(listed, str) else listed


def _split_values(table: object) -> object:
    return {key: split_phrases(value) for key, value in table.items()} if isinstance(table, Mapping) else table


def invert_table(table: Any) -> Any:
    """Phrase to key, from a table of comma-separated phrases by key; a phrase under two keys is an error."""
    if not isinstance(table, Mapping):
        return table
    found: dict[str, Any] = {}
    for key, listed in table.items():
        for phrase in listed if isinstance(listed, list) else split_phrases(listed):
            if found.setdefault(phrase, key) != key:
                msg = f"{phrase!r} is both {found[phrase]} and {key}"
                raise ValueError(msg)
    return found


Phrases = Annotated[frozenset[str], BeforeValidator(split_phrases)]
"""A set of words or phrases: in a file a comma-separated string, or a list where a phrase holds a comma."""

Ordered = Annotated[tuple[str, ...], BeforeValidator(split_phrases)]
"""Words or phrases whose order counts, such as the twelve months."""

Grouped = Annotated[dict[str, frozenset[str]], BeforeValidator(_split_values)]
"""Sets of phrases by a key."""

Meanings = Annotated[dict[str, str], BeforeValidator(invert_table)]
"""What a phrase means: in a file a table of comma-separated phrases by meaning, here phrase to meaning."""


class Vocabulary(BaseModel):
    """Base of a topic's words. A role without a default must be filled in every language that has the topic's file.

    Subclasses name their `topic`, that of their files, and in `exclusive` the groups of roles that may share no phrase.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    topic: ClassVar[str] = ""
    exclusive: ClassVar[tuple[tuple[str, ...], ...]] = ()

    @classmethod
    def of(cls, code: str) -> Self:
        """The words of a language; all roles empty for a language whose folder has no file of this topic.

        Raises:
            VocabularyError: the file has an unknown key, an empty required role, or a phrase in two exclusive roles.
        """
        return cast("Self", _of(cls, code))

    @classmethod
    def of_all(cls) -> Self:
        """The words of all languages together: sets united, tables joined (the first language by code prevails)."""
        return cast("Self", _of_all(cls))

    @classmethod
    def codes(cls) -> tuple[str, ...]:
        """The codes of the languages that have a file of this topic, in order."""
        return tuple(code for code in folders() if has_data(code, cls.topic))

    @classmethod
    def parse(cls, data: Mapping[str, Any], where: str = "") -> Self:
        """The words of a table of data, checked; `where` names the file in the message of an error."""
        try:
            made = cls.model_validate(data)
        except ValidationError as error:
            faults = "; ".join(f"{'.'.join(map(str, e['loc']))}: {e['msg']}" for e in error.errors())
            msg = f"{where or cls.topic}: {faults}"
            raise VocabularyError(msg) from error
        faults = "; ".join(made.faults())
        if faults:
            msg = f"{where or cls.topic}: {faults}"
            raise VocabularyError(msg)
        return made

    def faults(self) -> Iterable[str]:
        """What is wrong with these words, each in a few words: empty required roles, phrases in two exclusive ones."""
        for name, info in type(self).model_fields.items():
            if info.is_required() and not getattr(self, name):
                yield f"{name} is empty"
        for group in self.exclusive:
            seen: dict[str, str] = {}
            for name in group:
                for phrase in getattr(self, name):
                    if seen.setdefault(phrase, name) != name:
                        yield f"{phrase!r} is both {seen[phrase]} and {name}"


@cache
def folders() -> tuple[str, ...]:
    """The codes of all languages that have a folder, in order."""
    return tuple(sorted(folder.name for folder in _data().iterdir() if folder.is_dir()))


def read_data(code: str, topic: str) -> dict[str, Any] | None:
    """The raw table of `data/<code>/<topic>.toml`, `None` when there is none."""
    path = _file(code, topic)
    return tomllib.loads(path.read_text(encoding="utf-8")) if path.is_file() else None


def has_data(code: str, topic: str) -> bool:
    """Whether a language's folder has a file of a topic."""
    return bool(_file(code, topic).is_file())


def _file(code: str, topic: str) -> Any:
    return _data() / code / f"{topic}.toml"


def _data() -> Any:
    return resources.files("extractor") / "language" / "data"


@cache
def _of(kind: type[Vocabulary], code: str) -> Vocabulary:
    data = read_data(code, kind.topic) if code else None
    if data is not None:
        return kind.parse(data, f"{code}/{kind.topic}.toml")
    required = {name: info.annotation for name, info in kind.model_fields.items() if info.is_required()}
    empty: dict[str, Any] = {name: (get_origin(role) or role or frozenset)() for name, role in required.items()}
    return kind.model_construct(None, **empty)


@cache
def _of_all(kind: type[Vocabulary]) -> Vocabulary:
    joined: dict[str, Any] = {}
    for words in (kind.of(code) for code in kind.codes()):
        for name in type(words).model_fields:
            more = getattr(words, name)
            joined[name] = _joined(joined[name], more) if name in joined else more
    return kind.model_construct(**joined)


def _joined(known: Any, more: Any) -> Any:
    """Sets united, tables joined key by key, ordered words one after the other; of anything else the first."""
    if isinstance(known, frozenset):
        return known | more
    if isinstance(known, Mapping):
        both = {key: _joined(known[key], more[key]) for key in known.keys() & more.keys()}
        return {**more, **known, **both}
    return tuple(dict.fromkeys((*known, *more))) if isinstance(known, tuple) else known
