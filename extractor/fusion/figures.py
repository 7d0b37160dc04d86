"""Low, best and high of a count, who backs it, and which figures cannot both be right.

After UCDP's low/best/high, with the rule of `best` as an option. A figure backs a number when it states it; one that
merely allows it ("at least 46" allows 57) counts only between numbers that equally many lines state. What a rule asks
is listed in `STEPS`, and the record names the step that decided.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from extractor.fusion.conflicts import conflicts_of
from extractor.fusion.floors import CountOf, Told, enumerated, total
from extractor.fusion.kinds import Kind
from extractor.fusion.lines import independent
from extractor.fusion.standing import settle, standings
from extractor.fusion.stating import instant, interval, number
from extractor.numbers import Interval
from extractor.records import Bound
from extractor.records.events import (
    Agreement,
    Conflict,
    FieldRecord,
    Rule,
    SourceLine,
    Standing,
    Step,
    WitnessRecord,
)
from extractor.values.when.days import Days


@dataclass(frozen=True, slots=True)
class Setting:
    """What a field is fused in: the source lines by id, the rule of `best`, the sets of articles that share copy.

    `event` are the days on which it may have happened, None if its toll does not rise; `rising` are the count fields
    whose figures grow in the days after it. `told` says by claim of which place and group its figures are.
    """

    lines: Mapping[str, SourceLine]
    rule: Rule = Rule.MAJORITY
    copied: tuple[frozenset[str], ...] = ()
    event: Days | None = None
    told: Mapping[str, Told] = field(default_factory=dict)
    rising: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class _Candidate:
    number: int
    backers: tuple[WitnessRecord, ...]
    agreement: Agreement
    confirmed: int  # independent lines that state it with a confirmed figure
    leads: int  # articles that state it before any other figure in force

    @property
    def latest(self) -> str:
        """The last day on which it was published; "" if nobody dates it."""
        return max((found[0] for w in self.backers if (found := instant(w.published))), default="")


_NOT_STATED = (Bound.MORE_THAN, Bound.FEWER_THAN)  # "more than 100" states a floor, nobody states 101
_MEASURES: dict[Step, Callable[[_Candidate], int | str]] = {
    Step.CONFIRMED: lambda c: c.confirmed,
    Step.LINES: lambda c: c.agreement.independent,
    Step.COMPATIBLE: lambda c: c.agreement.compatible,
    Step.LATER: lambda c: c.latest,
    Step.EXACT: lambda c: c.agreement.exact,
    Step.FIRST: lambda c: c.leads,
    Step.HIGHER: lambda c: c.number,
    Step.HIGHEST: lambda c: c.number,
    Step.LOWEST: lambda c: -c.number,
}
# What each rule asks, one after the other, until one number is left: the last step always decides.
STEPS: dict[Rule, tuple[Step, ...]] = {
    Rule.MAJORITY: (
        Step.CONFIRMED,
        Step.LINES,
        Step.COMPATIBLE,
        Step.LATER,
        Step.EXACT,
        Step.FIRST,
        Step.HIGHER,
    ),
    Rule.LATEST: (Step.LATER, Step.CONFIRMED, Step.LINES, Step.EXACT, Step.FIRST, Step.HIGHER),
    Rule.HIGHEST: (Step.HIGHEST,),
    Rule.CONSERVATIVE: (Step.LOWEST,),
}


def fuse_count(
    name: str, witnesses: Sequence[WitnessRecord], setting: Setting
) -> tuple[FieldRecord, tuple[Conflict, ...]]:
    """One count out of many figures; independent of their order.

    Args:
        name: the field's name.
        witnesses: all supported figures of one event; those set aside before stay so.
        setting: the source lines, the rule, the shared copy.

    Returns:
        the field, with every witness and its standing, and the conflicts between figures in force. Without any number
        low, best, high and value are None, and the text is the word that represents one ("several"), if there is one.
    """
    settled = settle(witnesses, setting.lines, *_context(name, setting))
    current = [w for w in settled if w.standing is Standing.CURRENT and number(w) is not None]
    conflicts = conflicts_of(name, current, setting.lines)
    listed = _list(name, current, setting)
    conflicts = conflicts if listed is None else ()
    chosen, decided = (listed, Step.SUM) if listed is not None else _choose(current, setting)
    if chosen is None:
        vague = sorted((w for w in settled if w.standing is Standing.CURRENT), key=lambda w: (not w.confirmed, w.text))
        contested = sorted({w.text for w in settled if w.standing is Standing.CONTESTED})
        text = vague[0].text if vague else f"contested: {' or '.join(contested)}" if contested else ""
        sure = not vague or vague[0].confirmed
        record = FieldRecord(kind=Kind.COUNT, value=None, text=text, rule=setting.rule, witnesses=tuple(settled))
        return record.model_copy(update={"confirmed": sure}), conflicts
    ends = [chosen.number]
    ends += [] if listed else [end for w in _telling(current, [w for w in current if not w.soft]) for end in _ends(w)]
    record = FieldRecord(
        kind=Kind.COUNT,
        value=chosen.number,
        text="",
        rule=setting.rule,
        low=min(ends),
        best=chosen.number,
        high=max(ends),
        open_ended=listed is not None or all(w.high is None for w in current),
        disputed=bool(conflicts),
        confirmed=any(w.confirmed for w in chosen.backers),
        decided=decided,
        agreement=chosen.agreement,
        supporting=tuple(w.id for w in chosen.backers),
        witnesses=tuple(settled),
    )
    return record.model_copy(update={"text": range_in_words(record)}), conflicts


def best_of(name: str, witnesses: Sequence[WitnessRecord], setting: Setting) -> int | None:
    """The `best` that `fuse_count` would give, and nothing else."""
    out = standings(witnesses, setting.lines, *_context(name, setting))
    kept = (w for w in witnesses if w.id not in out and w.standing is Standing.CURRENT and number(w) is not None)
    current = list(kept)
    chosen = _list(name, current, setting) or _choose(current, setting)[0]
    return chosen.number if chosen else None


def _context(name: str, setting: Setting) -> tuple[Days | None, CountOf]:
    return setting.event if name in setting.rising else None, CountOf(name, setting.told)


def _list(name: str, current: Sequence[WitnessRecord], setting: Setting) -> _Candidate | None:
    """The sum of the groups that one source counts, where no figure of the whole is in force: a floor of it."""
    lists = enumerated(current, CountOf(name, setting.told))
    if len(lists) != 1 or len(lists[0]) != len(current):
        return None
    count = independent(_of({w.line for w in current}, current, setting.lines), setting.copied)
    agreement = Agreement(independent=count, compatible=count, lines=tuple(sorted({w.line for w in current})))
    return _Candidate(total(current), tuple(current), agreement, count, 0)


def _choose(current: Sequence[WitnessRecord], setting: Setting) -> tuple[_Candidate | None, Step | None]:
    """The figure that the rule takes among those that somebody states, and the step that decided."""
    left = _candidates(_stated(current), current, setting)
    if len(left) <= 1:
        return (left[0], Step.ONLY) if left else (None, None)
    decided = Step.ONLY
    for step in STEPS[setting.rule]:
        best = max(_MEASURES[step](c) for c in left)
        left, decided = [c for c in left if _MEASURES[step](c) == best], step
        if len(left) == 1:
            break
    return left[0], decided


def _stated(current: Sequence[WitnessRecord]) -> list[WitnessRecord]:
    """The figures that `best` is taken from: a stated number, else a rounded one, else a floor; else any other.

    Only confirmed figures where there is one, however loosely it is told.
    """
    trusted = [w for w in current if w.confirmed] or list(current)
    for fits in (_states, _rounds, lambda w: not w.soft):
        found = [w for w in trusted if fits(w)]
        if found:
            return found
    return trusted


def _states(witness: WitnessRecord) -> bool:
    return not witness.soft and witness.bound not in _NOT_STATED


def _rounds(witness: WitnessRecord) -> bool:
    """Is it a number that somebody names, if roughly ("around 12,500")?"""
    return witness.bound is Bound.AROUND


def range_in_words(record: FieldRecord) -> str:
    """The range in one word: "57", "46–57", "57+" when it is a floor; "" without a number.

    >>> range_in_words(FieldRecord(kind="Count", value=57, text="", rule="majority", low=46, best=57, high=57))
    '46–57'
    """
    if record.low is None or record.high is None:
        return ""
    text = f"{record.low:,}" if record.low == record.high else f"{record.low:,}–{record.high:,}"
    return text + ("+" if record.open_ended else "")


def in_figures(one: int | None, witnesses: Sequence[WitnessRecord]) -> str:
    """A number that fusion computed, as somebody says it: "more than 3,000" where 3,001 would be nobody's figure.

    >>> in_figures(57, [])
    '57'
    """
    if one is None:
        return "no figure"
    saying = [w for w in witnesses if w.standing is Standing.CURRENT and number(w) == one]
    if saying and all(w.value != one and isinstance(w.value, int) for w in saying):
        return min(w.text for w in saying)
    return f"{one:,}"


def _telling(current: Sequence[WitnessRecord], hard: Sequence[WitnessRecord]) -> list[WitnessRecord]:
    """The figures that make the range: a rounded one that agrees with a hard one is a rounding of it."""
    return [w for w in current if not w.soft or not any(interval(w).meets(interval(h)) for h in hard)]


def _ends(witness: WitnessRecord) -> tuple[int, ...]:
    if witness.bound is Bound.BETWEEN and witness.low is not None and witness.high is not None:
        return witness.low, witness.high
    one = number(witness)
    return () if one is None else (one,)


def _candidates(
    stated: Sequence[WitnessRecord],
    current: Sequence[WitnessRecord],
    setting: Setting,
) -> list[_Candidate]:
    lines, copied = setting.lines, setting.copied
    backers: dict[int, list[WitnessRecord]] = defaultdict(list)
    for witness in stated:
        one = number(witness)
        if one is not None:
            backers[one].append(witness)
    first = _firsts(current)
    found = []
    for one in sorted(backers):
        stating = {w.line for w in backers[one]}
        exact = {w.line for w in backers[one] if w.bound in (None, Bound.EXACT)}
        allowing = {w.line for w in current if interval(w).meets(Interval(one, one))}
        agreement = Agreement(
            independent=independent(_of(stating, backers[one], lines), copied),
            exact=independent(_of(exact, backers[one], lines), copied),
            compatible=independent(_of(allowing, current, lines), copied),
            lines=tuple(sorted(stating)),
        )
        sure = [w for w in backers[one] if w.confirmed]
        confirmed = independent(_of({w.line for w in sure}, sure, lines), copied)
        leads = sum(first[w.document] == w.id for w in backers[one])
        found.append(_Candidate(one, tuple(backers[one]), agreement, confirmed, leads))
    return found


def _firsts(current: Sequence[WitnessRecord]) -> dict[str, str]:
    """By article the witness whose words stand first: an article leads with its toll, details and parts follow."""
    found: dict[str, WitnessRecord] = {}
    for witness in current:
        best = found.setdefault(witness.document, witness)
        if (witness.evidence.start, witness.id) < (best.evidence.start, best.id):
            found[witness.document] = witness
    return {document: witness.id for document, witness in found.items()}


def _of(ids: set[str], witnesses: Sequence[WitnessRecord], lines: Mapping[str, SourceLine]) -> list[SourceLine]:
    """The lines as far as these witnesses go: only the articles that carry one of them."""
    return [
        lines[key].model_copy(update={"documents": tuple(sorted({w.document for w in witnesses if w.line == key}))})
        for key in sorted(ids)
    ]
