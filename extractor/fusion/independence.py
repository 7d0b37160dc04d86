"""Which articles print the same words: copies of one sentence are one witness, not many.

Near-linear in the number of articles. Every sentence is cut into runs of five words; an index holds, for each run, the
first few sentences that have it, and a sentence is compared with those alone. Up to that cap the search is exact, so
there is no MinHash here and nothing random: a run of five words is rare enough to be its own hash band.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from hashlib import sha256

from extractor.records.events import Copy, CopyMember
from extractor.segments import TextView

RUN = 5  # words in a shingle
SHORTEST = 8  # words: two reporters may well write the same seven
LONGEST = 300  # words: beyond this it is no sentence, and comparing would be quadratic
SHARE = 0.6  # of the shorter sentence's shingles must be shared
POSTINGS = 16  # sentences remembered for each shingle
_WORD = re.compile(r"\w+", re.UNICODE)
_QUOTED = re.compile(r"[“\"«„][^“”\"«»„]{1,2000}[”\"»]")


_Offsets = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class _Sentence:
    document: str
    start: int
    end: int
    words: tuple[str, ...]
    offsets: tuple[tuple[int, int], ...]


def _sentences(view: TextView) -> list[_Sentence]:
    found = []
    for segment in view.sentences:
        matches = list(_WORD.finditer(view.text, segment.start, segment.end))
        if SHORTEST <= len(matches) <= LONGEST:
            words = tuple(match.group().casefold() for match in matches)
            offsets = tuple(match.span() for match in matches)
            found.append(_Sentence(view.document, segment.start, segment.end, words, offsets))
    return found


def _shingles(words: Sequence[str]) -> list[tuple[str, ...]]:
    return sorted({tuple(words[i : i + RUN]) for i in range(len(words) - RUN + 1)})


class CopyIndex:
    """The sentences that several of the documents share, and the look-up of a span in them.

    Build it once for all documents; the order in which they are given does not matter.
    """

    def __init__(self, views: Iterable[TextView]) -> None:
        texts = {view.document: view for view in views}
        clusters = _clusters([s for key in sorted(texts) for s in _sentences(texts[key])])
        self.copies = tuple(sorted((_copy(c, texts) for c in clusters), key=lambda copy: copy.id))
        self.by_id = {copy.id: copy for copy in self.copies}
        self._by_document: dict[str, list[tuple[int, int, _Offsets, Copy]]] = {}
        for copy in self.copies:
            for member in copy.members:
                row = (member.start, member.end, member.shared, copy)
                self._by_document.setdefault(member.document, []).append(row)
        for spans in self._by_document.values():
            spans.sort(key=lambda span: (span[0], span[1], span[3].id))

    def at(self, document: str, start: int) -> Copy | None:
        """The shared sentence whose shared words the offset lies in; None when the words are the article's own."""
        spans = self._by_document.get(document, [])
        index = bisect_right(spans, start, key=lambda span: span[0]) - 1
        if index >= 0 and any(low <= start < high for low, high in spans[index][2]):
            return spans[index][3]
        return None


def _clusters(sentences: Sequence[_Sentence]) -> list[list[_Sentence]]:
    """Sentences that share most of their words with another article's, put together."""
    postings: dict[tuple[str, ...], list[int]] = {}
    leader = list(range(len(sentences)))
    sizes: list[int] = []

    def find(item: int) -> int:
        while leader[item] != item:
            leader[item] = leader[leader[item]]
            item = leader[item]
        return item

    same: dict[tuple[str, ...], int] = {}
    for index, sentence in enumerate(sentences):
        first = same.setdefault(sentence.words, index)
        if first != index:  # word for word: no need to look for the likes of it again
            leader[index] = find(first)
            sizes.append(sizes[first])
            continue
        shingles = _shingles(sentence.words)
        sizes.append(len(shingles))
        hits: Counter[int] = Counter()
        for shingle in shingles:
            seen = postings.setdefault(shingle, [])
            hits.update(seen)
            if len(seen) < POSTINGS:
                seen.append(index)
        for other, count in hits.items():
            if sentences[other].document != sentence.document and count >= SHARE * min(sizes[other], sizes[index]):
                one, two = sorted((find(index), find(other)))
                leader[two] = one
    groups: dict[int, list[_Sentence]] = {}
    for index, sentence in enumerate(sentences):
        groups.setdefault(find(index), []).append(sentence)
    return [group for group in groups.values() if len({sentence.document for sentence in group}) > 1]


def _copy(cluster: Sequence[_Sentence], texts: dict[str, TextView]) -> Copy:
    first = cluster[0]
    other = next(sentence for sentence in cluster if sentence.document != first.document)
    members = [
        CopyMember(
            document=sentence.document,
            start=sentence.start,
            end=sentence.end,
            shared=_runs(sentence, first if sentence.document != first.document else other),
        )
        for sentence in sorted(cluster, key=lambda s: (s.document, s.start))
    ]
    text = texts[first.document].text[first.start : first.end]
    key = sha256(" ".join(first.words).encode()).hexdigest()[:12]
    quotation = all(_quoted(texts[s.document].text, s) for s in cluster)
    return Copy(id=f"copy-{key}", quotation=quotation, text=text, members=tuple(members))


def _runs(one: _Sentence, other: _Sentence) -> tuple[tuple[int, int], ...]:
    """Offsets in `one` of the runs of three words or more that it shares with `other`."""
    if one.words == other.words:
        return ((one.offsets[0][0], one.offsets[-1][1]),)
    blocks = SequenceMatcher(a=one.words, b=other.words, autojunk=False).get_matching_blocks()
    long = RUN - 2
    return tuple((one.offsets[b.a][0], one.offsets[b.a + b.size - 1][1]) for b in blocks if b.size >= long)


def _quoted(text: str, sentence: _Sentence) -> bool:
    """Is most of the sentence between quotation marks? Then the words are a speaker's, not an agency's."""
    piece = text[sentence.start : sentence.end]
    inside = sum(len(match.group()) for match in _QUOTED.finditer(piece))
    return inside * 2 > len(piece)
