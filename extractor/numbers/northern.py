"""Number words and hedges of German and Russian."""

from __future__ import annotations

from extractor.numbers.lexicon import NumberTable, cut
from extractor.records import Bound

_DE_UNITS = {
    word: value
    for value, word in enumerate(
        cut(
            "null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn "
            "siebzehn "
            "achtzehn neunzehn"
        )
    )
}
_DE_TENS = {
    w: 20 + 10 * i for i, w in enumerate(cut("zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig"))
}
_DE_SMALL = _DE_UNITS | {"ein": 1, "eine": 1, "einen": 1, "einem": 1, "einer": 1, "zwo": 2} | _DE_TENS
_DE_SMALL |= {
    f"{'ein' if u == 'eins' else u}und{t}": a + b
    for t, a in _DE_TENS.items()
    for u, b in _DE_UNITS.items()
    if 0 < b < 10  # noqa: PLR2004
}
_DE_HUNDREDS = {f"{'ein' if u == 'eins' else u}hundert": 100 * v for u, v in _DE_UNITS.items() if 1 <= v <= 9}  # noqa: PLR2004
_DE_SMALL |= {  # einhundertzwölf, hundertundeins
    f"{hundred}{joint}{small}": a + b
    for hundred, a in (_DE_HUNDREDS | {"hundert": 100}).items()
    for small, b in (_DE_UNITS | _DE_SMALL).items()
    for joint in ("", "und")
    if b and small not in ("ein", "eine", "einen", "einem", "einer")
}

GERMAN = NumberTable(
    code="de",
    cues="der die das und ist sind ein eine dem den des nicht mit von bei im nach wurden wurde starben tote "
    "verletzte menschen rund ihre ihr sich einer einem einen am zum zur noch polizei das es "
    "mindestens auf für mehr als",
    small=_DE_SMALL,
    multipliers={"hundert": 100} | _DE_HUNDREDS,
    scales={
        "tausend": 1000,
        "million": 10**6,
        "millionen": 10**6,
        "mio": 10**6,
        "milliarden": 10**9,
        "milliarde": 10**9,
    },
    collectives={"dutzend": 12},
    pairs={"beide": 2, "beiden": 2, "ein paar": 2},
    vague={
        "dutzende": 24,
        "hunderte": 100,
        "tausende": 1000,
        "zehntausende": 10_000,
        "hunderttausende": 100_000,
        "mehrere": None,
        "viele": None,
        "einige": None,
        "zahlreiche": None,
        "mehrere hundert": 200,
        "mehrere tausend": 2000,
        "mehrere dutzend": 24,
    },
    nothing=("niemand", "keine", "keiner", "kein"),
    hedges={
        Bound.AT_LEAST: ("mindestens", "wenigstens", "zumindest", "nicht weniger als"),
        Bound.MORE_THAN: ("mehr als", "über", "gut"),
        Bound.NEARLY: ("fast", "beinahe", "knapp", "nahezu"),
        Bound.AS_MANY_AS: ("bis zu", "höchstens", "maximal", "nicht mehr als"),
        Bound.FEWER_THAN: ("weniger als", "unter"),
        Bound.AROUND: ("etwa", "rund", "ungefähr", "circa", "ca.", "ca", "schätzungsweise", "an die"),
        Bound.EXACT: ("genau", "nur", "lediglich", "insgesamt"),
    },
    tails={Bound.AT_LEAST: ("oder mehr", "+")},
    opens={"zwischen": "und", "von": "bis"},
    links=("-", "bis", "oder"),
    articles=("ein", "eine"),
    joiners=("und", "-"),
    fillers=("weitere", "weiteren", "andere", "die", "der", "den"),
    rates=("von",),
    percents=("%", "prozent"),
    time_words="tage tagen stunden jahre jahren monate monaten wochen",
    decimal=",",
    spaced=True,
)

_RU_UNITS = {
    word: value
    for value, word in enumerate(
        cut(
            "ноль один два три четыре пять шесть семь восемь девять десять одиннадцать двенадцать тринадцать "
            "четырнадцать "
            "пятнадцать шестнадцать семнадцать восемнадцать девятнадцать"
        )
    )
}
_RU_UNITS |= {
    "одна": 1,
    "одного": 1,
    "две": 2,
    "двое": 2,
    "двух": 2,
    "трое": 3,
    "трех": 3,
    "трёх": 3,
    "четверо": 4,
    "четырех": 4,
    "пятеро": 5,
    "пяти": 5,
    "шестеро": 6,
    "семеро": 7,
    "десяти": 10,
}
_RU_TENS = {
    "двадцать": 20,
    "тридцать": 30,
    "сорок": 40,
    "пятьдесят": 50,
    "шестьдесят": 60,
    "семьдесят": 70,
    "восемьдесят": 80,
    "девяносто": 90,
}

RUSSIAN = NumberTable(
    code="ru",
    script="ая",
    cues="и в на с по не что из за для от при как его были был погибли человек человека ранены ранения после более",
    small=_RU_UNITS
    | _RU_TENS
    | {f"{t} {u}": a + b for t, a in _RU_TENS.items() for u, b in _RU_UNITS.items() if 0 < b < 10},  # noqa: PLR2004
    multipliers={
        "сто": 100,
        "двести": 200,
        "триста": 300,
        "четыреста": 400,
        "пятьсот": 500,
        "шестьсот": 600,
        "семьсот": 700,
        "восемьсот": 800,
        "девятьсот": 900,
    },
    scales={
        "тысяча": 1000,
        "тысячи": 1000,
        "тысяч": 1000,
        "тыс": 1000,
        "тыс.": 1000,
        "миллион": 10**6,
        "миллиона": 10**6,
        "миллионов": 10**6,
        "млн": 10**6,
        "млн.": 10**6,
    },
    pairs={"оба": 2, "обе": 2},
    vague={
        "десятки": 20,
        "сотни": 100,
        "тысячи": 1000,
        "десятки тысяч": 10_000,
        "несколько": None,
        "много": None,
        "многие": None,
    },
    nothing=("никто", "ни один"),
    hedges={
        Bound.AT_LEAST: ("не менее", "как минимум", "по меньшей мере", "минимум", "по крайней мере"),
        Bound.MORE_THAN: ("более", "более чем", "больше", "свыше"),
        Bound.NEARLY: ("почти", "чуть менее"),
        Bound.AS_MANY_AS: ("до", "не более", "максимум"),
        Bound.FEWER_THAN: ("менее", "меньше"),
        Bound.AROUND: ("около", "примерно", "приблизительно", "порядка"),
        Bound.EXACT: ("ровно", "только", "всего", "еще", "ещё"),
    },
    tails={Bound.AT_LEAST: ("и более", "или более", "+")},
    opens={"от": "до", "между": "и"},
    links=("-", "до", "или"),
    changes="возросло выросло увеличилось поднялось достигло",
    joiners=("-",),
    fillers=("других",),
    rates=("из",),
    percents=("%", "процентов", "процента"),
    time_words="дней дня часов лет месяцев недель суток",
    decimal=",",
    spaced=True,
)
