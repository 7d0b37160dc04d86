"""Words that take an event out of the present facts: negation, hypothesis, future, history.

Each phrase is a tuple of folded words; a cue of the first group acts on what follows it in its clause, one of the
second on the whole clause.
"""

from __future__ import annotations

from extractor.records import Modality
from extractor.values.word_lists import word_set


def _phrases(text: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(p.split()) for p in (q.strip() for q in text.split(",")) if p)


# Act on what follows, over "that", to the end of the clause.
AHEAD: dict[Modality, tuple[tuple[str, ...], ...]] = {
    Modality.NEGATED: _phrases(
        "denied that, deny that, denies that, denying that, denied reports, denied killing, denied having, "
        "denied claims, denied any, denies killing, no evidence that, no evidence of, no sign that, no sign "
        "of, no truth, not true that, untrue that, false reports, false report, falsely reported, false "
        "claims, falsely claimed, false rumours, dismissed reports, dismissed claims, rejected reports, "
        "rejected claims, rejected the claim, dismissed the claim, refuted, hoax, did not, didn 't, was "
        "not, were not, never, fake news, wrongly reported, mistakenly reported, incorrectly reported, "
        "erroneously reported, disinformation, desmintió que, negó que, a démenti, dementierte, no hubo, "
        "without killing"
    ),
    Modality.HYPOTHETICAL: _phrases(
        "if, unless, would have, could have, might have, may have, would, could, might, may, feared that, "
        "fears that, fear that, feared, fears of, plot to, plotted to, plotting to, threatened to, "
        "threatening to, threatens to, conspiracy to, conspiring to, conspired to, attempted to, intended "
        "to, intending to, hoped to, capable of, in the event of, in case of, worst-case, drill, exercise "
        "simulating, simulated, simulation, in the film, in the novel, fictional, fictitious, novel, "
        "imaginary, as though, as if, possible, potentially, risk of, chance of, potential, podría, "
        "podrían, pourrait, pourraient, könnte, könnten, poderia, poderiam, hätte, hätten, si, wenn, "
        "hypothetical, mock"
    ),
    Modality.FUTURE: _phrases(
        "will, shall, is expected to, are expected to, was expected to, were expected to, is due to, are "
        "due to, going to, plans to, plan to, planned to, planning to, scheduled to, set to, is to, are to, "
        "vowed to, pledged to, tomorrow, next week, next month, next year, in the coming, about to, expects "
        "to, expect to, won 't, prepares to, preparing to, va a, van a, wird, werden"
    ),
}
# Act on the clause they stand in.
AROUND: dict[Modality, tuple[tuple[str, ...], ...]] = {
    Modality.NEGATED: _phrases(
        "false alarm, turned out to be false, proved false, was a hoax, were unfounded, was unfounded, "
        "was wrong, were wrong, was incorrect, were incorrect, is withdrawn, was withdrawn, was retracted, no "
        "one was killed, nobody was killed"
    ),
    Modality.HYPOTHETICAL: _phrases(
        "feared dead, feared drowned, feared buried, feared killed, feared trapped, presumed dead, believed "
        "dead, feared lost, in a drill, in an exercise, hypothetically"
    ),
    Modality.HISTORICAL: _phrases(
        "last month, last year, last decade, last century, years ago, year ago, months ago, month ago, "
        "decades ago, decade ago, a century ago, years earlier, year earlier, months earlier, month "
        "earlier, decades earlier, anniversary, in the past, previous attack, previous year, previous "
        "attacks, earlier attack, earlier attacks, last summer, last winter, last spring, last autumn, last "
        "fall, last january, last february, last march, last april, last may, last june, last july, last "
        "august, last september, last october, last november, last december, a year before, the year "
        "before, el año pasado, el mes pasado, l 'année dernière, le mois dernier, vor einem jahr, letztes "
        "jahr, letzten monat, no ano passado, no mês passado, hace años, il y a, world war, since "
        "independence, historically, in living memory, weeks ago, previously"
    ),
}
# A clause ends at these words.
CLAUSE_ENDS = word_set(
    "while but although though whereas after before when as because since until which who and or so than "
    "mientras pero cuando mais quand während aber nachdem mas enquanto"
)
DEATH_BEFORE_MODAL = frozenset(["rise", "rises", "climb", "increase", "grow", "higher", "reach", "exceed"])
