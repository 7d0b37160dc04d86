"""Words that take an event out of the present facts: negation, hypothesis, future, history.

Each phrase is a tuple of folded words; a cue of the first group acts on what follows it in its clause, one of the
second on the whole clause.
"""

from __future__ import annotations

from extractor.language.wordlists import word_set
from extractor.records import Modality


def _phrases(text: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(p.split()) for p in (q.strip() for q in text.split(",")) if p)


# Act on what follows, over "that", to the end of the clause.
AHEAD: dict[Modality, tuple[tuple[str, ...], ...]] = {
    Modality.NEGATED: _phrases(
        "denied that, deny that, denies that, denying that, denied reports, denied killing, denied having, denied "
        "claims, denied any, denies killing, no evidence that, no evidence of, no sign that, no sign of, no "
        "truth, not true that, untrue that, false reports, false report, falsely reported, false claims, falsely "
        "claimed, false rumours, dismissed reports, dismissed claims, rejected reports, rejected claims, rejected "
        "the claim, dismissed the claim, refuted, hoax, did not, didn 't, was not, were not, never, fake news, "
        "wrongly reported, mistakenly reported, incorrectly reported, erroneously reported, disinformation, "
        "desmintió que, negó que, a démenti, dementierte, no hubo, without killing, earlier version, previous "
        "version, fabricated, debunked, there was no, there were no, fake, bogus, false rumor, false rumors, "
        "false claim, unfounded rumours, unfounded rumors, unfounded reports"
    ),
    Modality.HYPOTHETICAL: _phrases(
        "if, unless, would have, could have, might have, may have, would, could, might, may, feared that, "
        "fears that, fear that, feared, fears of, plot to, plotted to, plotting to, threatened to, "
        "threatening to, threatens to, conspiracy to, conspiring to, conspired to, attempted to, intended "
        "to, intending to, hoped to, capable of, in the event of, in case of, worst-case, exercise "
        "simulating, in the film, in the movie, in the novel, in the series, in the game, fictional, fictitious, "
        "simulated, imaginary, mock, staged, as though, as if, possible, possibly, potentially, risk of, chance of, "
        "potential, podría, podrían, pourrait, pourraient, könnte, könnten, poderia, poderiam, hätte, hätten, si, "
        "wenn, hypothetical, drill, simulation"
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
        "was wrong, were wrong, was incorrect, were incorrect, is withdrawn, was withdrawn, was retracted"
    ),
    Modality.HYPOTHETICAL: _phrases(
        "feared dead, feared drowned, feared buried, feared killed, feared trapped, presumed dead, believed "
        "dead, feared lost, hypothetically"
    ),
    Modality.HISTORICAL: _phrases(
        "last month, last year, last decade, last century, years ago, year ago, months ago, month ago, "
        "decades ago, decade ago, a century ago, years earlier, year earlier, months earlier, month "
        "earlier, decades earlier, anniversary, in the past, previous attack, previous year, previous "
        "attacks, earlier attack, earlier attacks, last summer, last winter, last spring, last autumn, last "
        "fall, last january, last february, last march, last april, last may, last june, last july, last "
        "august, last september, last october, last november, last december, a year before, the year "
        "before, el año pasado, el mes pasado, l 'année dernière, le mois dernier, vor einem jahr, letztes "
        "jahr, letzten monat, no ano passado, no mês passado, hace años, il y a, historically, weeks ago"
    ),
}
# Of the cues of history those that leave no doubt: what they tell of lies a year and more back.
LONG_AGO = frozenset(
    _phrases(
        "last year, last decade, last century, years ago, year ago, decades ago, decade ago, a century ago, years "
        "earlier, year earlier, decades earlier, anniversary, previous year, a year before, the year before, "
        "el año pasado, l 'année dernière, vor einem jahr, letztes jahr, no ano passado, hace años"
    )
)
# How near a figure a word of chance must stand, and what follows a word of fiction that is no adjective.
CHANCE = word_set("possible possibly potential potentially risk chance")
UNREAL = word_set("fictional fictitious simulated imaginary mock staged hypothetical")
SCENES = word_set("drill simulation")
FALSE = word_set("fake bogus")
FALSE_OF = word_set(
    "a an the video videos report reports claim claims post posts message messages news image images footage "
    "photo photos rumour rumours rumor rumors story stories statement letter toll"
)
FRAMES = word_set("simulating simulated imagining imagined that which where assumed scenario")
AFTER_FICTION = frozenset([",", ":", "by", "of", "about", "a", "the"])
# What is denied here is a part in an event, not the event: "denied any links to the raid".
PARTS = word_set(
    "link links involvement role responsibility part knowledge connection connections complicity "
    "participación implicación responsabilidad participation implication responsabilité beteiligung verantwortung"
)
DENIALS = word_set("denied denies deny denying negó desmintió démenti dementierte")
# "Tried for the bombing that killed 168": what is told of a definite event is not what is planned or doubted.
DEFINITE = word_set("the this these those last his her their its 's el la los las le les l' der die das den dem")
TIED = word_set("that which who where in of on at last qui que dans en in der die das")
# "in the past six days" is now.
SPANS = word_set(
    "few several two three four five six seven eight nine ten day days week weeks month months hour hours year 24 48 72"
)
# "twenty years after the flood that killed 12,000": units and what ties them to the event.
YEARS_AFTER = (
    r"(?:years?|decades?|centur(?:y|ies))\s+(?:after|since|on\s+from)"
    r"|a[ñn]os\s+despu[ée]s\s+de|ans\s+apr[èe]s|anos\s+(?:depois|ap[óo]s)|jahre\s+nach|anni\s+dopo"
    r"|jaar\s+na|lat\s+po|лет\s+(?:после|спустя)"
)
# A clause ends at these words.
CLAUSE_ENDS = word_set(
    "while but although though whereas after before when as because since until which who and or so than "
    "mientras pero cuando mais quand während aber nachdem mas enquanto"
)
