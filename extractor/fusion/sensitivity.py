"""What it would take to change `best`: the source line, or the single claim, whose removal moves it."""

from __future__ import annotations

from collections.abc import Sequence

from extractor.fusion.figures import Setting, best_of, in_figures
from extractor.fusion.stating import OUT
from extractor.records.events import FieldRecord, Sensitivity, Standing, WitnessRecord

LIMIT = 120  # witnesses of one field; beyond it only the backers of `best` are tried, and at most 20 of them
_FEW = 20


def sensitivity(field: str, record: FieldRecord, setting: Setting) -> tuple[Sensitivity, ...]:
    """Every line, then every claim, without which `best` would be another number (`to`, None if none were left)."""
    if record.best is None:
        return ()
    trial = list(record.witnesses)
    if len(trial) > LIMIT:
        backers = set(record.supporting)
        trial = [w for w in trial if w.id in backers][:_FEW]
    trials = _Trials(field, record, setting)
    found = []
    for line in sorted({w.line for w in trial}):
        to = trials.without(lines=(line,))
        if to != record.best:
            found.append(_row(field, "line", (line,), (record, to), setting.lines[line].name))
    for claim in sorted({w.claim for w in trial}):
        to = trials.without(claims=(claim,))
        if to != record.best:
            document = next(w.document for w in trial if w.claim == claim)
            found.append(_row(field, "claim", (claim,), (record, to), f"claim {claim} of {document}"))
    if not found:
        found = _together(field, record, trials, setting)
    return tuple(found)


class _Trials:
    """What `best` would be without some witnesses; each set is tried once."""

    def __init__(self, field: str, record: FieldRecord, setting: Setting) -> None:
        self._field = field
        self._setting = setting
        self._fresh = [w.model_copy(update={"standing": _initial(w), "by": None}) for w in record.witnesses]
        self._tried: dict[tuple[str, ...], int | None] = {}

    def without(self, lines: Sequence[str] = (), claims: Sequence[str] = ()) -> int | None:
        left = [w for w in self._fresh if w.line not in lines and w.claim not in claims]
        key = tuple(w.id for w in left)
        if key not in self._tried:
            self._tried[key] = best_of(self._field, left, self._setting)
        return self._tried[key]


def _together(field: str, record: FieldRecord, trials: _Trials, setting: Setting) -> list[Sensitivity]:
    """No single source moves `best`: take its backers away one after the other until it moves."""
    gone: list[str] = []
    for line in record.agreement.lines[:_FEW]:
        gone.append(line)
        to = trials.without(lines=gone)
        if to != record.best:
            names = " and ".join(setting.lines[key].name for key in gone)
            return [_row(field, "line", tuple(gone), (record, to), names)]
    return []


def _initial(witness: WitnessRecord) -> Standing:
    return witness.standing if witness.standing in OUT else Standing.CURRENT


def _row(
    field: str, kind: str, removed: tuple[str, ...], move: tuple[FieldRecord, int | None], name: str
) -> Sensitivity:
    was, to = move
    outcome = "there would be no figure" if to is None else f"best would be {in_figures(to, _said(was))}"
    sentence = f"without {name}, {outcome} instead of {in_figures(was.best, was.witnesses)}."
    return Sensitivity(field=field, kind=kind, removed=removed, best=was.best, to=to, sentence=sentence)


def _said(record: FieldRecord) -> list[WitnessRecord]:
    """All figures of the field as if in force: what is not today may be when another is gone."""
    return [w.model_copy(update={"standing": _initial(w)}) for w in record.witnesses]
