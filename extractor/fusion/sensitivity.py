"""What it would take to change `best`: the source line, or the single claim, whose removal moves it."""

from __future__ import annotations

from collections.abc import Sequence

from extractor.eventrecords import FieldRecord, Sensitivity, Standing, WitnessRecord
from extractor.fusion.figures import Setting, fuse_count, in_figures

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
    fresh = [w.model_copy(update={"standing": _initial(w), "by": None}) for w in record.witnesses]
    found = []
    for line in sorted({w.line for w in trial}):
        to = _without(field, [w for w in fresh if w.line != line], setting)
        if to.best != record.best:
            found.append(_row(field, "line", (line,), (record, to), setting.lines[line].name))
    for claim in sorted({w.claim for w in trial}):
        to = _without(field, [w for w in fresh if w.claim != claim], setting)
        if to.best != record.best:
            document = next(w.document for w in trial if w.claim == claim)
            found.append(_row(field, "claim", (claim,), (record, to), f"claim {claim} of {document}"))
    if not found:
        found = _together(field, record, fresh, setting)
    return tuple(found)


def _together(field: str, record: FieldRecord, fresh: Sequence[WitnessRecord], setting: Setting) -> list[Sensitivity]:
    """No single source moves `best`: take its backers away one after the other until it moves."""
    gone: list[str] = []
    for line in record.agreement.lines[:_FEW]:
        gone.append(line)
        to = _without(field, [w for w in fresh if w.line not in gone], setting)
        if to.best != record.best:
            names = " and ".join(setting.lines[key].name for key in gone)
            return [_row(field, "line", tuple(gone), (record, to), names)]
    return []


def _initial(witness: WitnessRecord) -> Standing:
    return Standing.SET_ASIDE if witness.standing is Standing.SET_ASIDE else Standing.CURRENT


def _without(field: str, left: Sequence[WitnessRecord], setting: Setting) -> FieldRecord:
    return fuse_count(field, left, setting)[0]


def _row(
    field: str, kind: str, removed: tuple[str, ...], move: tuple[FieldRecord, FieldRecord], name: str
) -> Sensitivity:
    was, to = move
    then = in_figures(to.best, to.witnesses)
    outcome = "there would be no figure" if to.best is None else f"best would be {then}"
    sentence = f"without {name}, {outcome} instead of {in_figures(was.best, was.witnesses)}."
    return Sensitivity(field=field, kind=kind, removed=removed, best=was.best, to=to.best, sentence=sentence)
