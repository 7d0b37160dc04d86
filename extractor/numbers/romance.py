"""Number words and hedges of Spanish, French, Portuguese and Italian."""

from __future__ import annotations

from fractions import Fraction

from extractor.numbers.lexicon import NumberTable, cut
from extractor.records import Bound


def _tens(tens: dict[str, int], units: dict[str, int], joiner: str) -> dict[str, int]:
    """The numbers written as ten, joiner, unit: treinta y uno."""
    return {f"{t}{joiner}{u}": a + b for t, a in tens.items() for u, b in units.items() if 0 < b < 10}  # noqa: PLR2004


def _abouts(words: dict[str, int], particles: tuple[str, ...]) -> dict[str, int]:
    """Round numbers with and without the particle before the noun: una treintena, una treintena de."""
    return words | {f"{word} {particle}": value for word, value in words.items() for particle in particles}


def _listed(words: str, first: int = 0) -> dict[str, int]:
    return {word: first + at for at, word in enumerate(words.split())}


_ES_UNITS = _listed("cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince")
_ES_UNITS |= {"una": 1, "un": 1, "dieciséis": 16, "diecisiete": 17, "dieciocho": 18, "diecinueve": 19, "veinte": 20}
_ES_UNITS |= {"veintiuno": 21, "veintiún": 21, "veintiuna": 21, "veintidós": 22, "veintitrés": 23, "veinticuatro": 24}
_ES_UNITS |= {"veinticinco": 25, "veintiséis": 26, "veintisiete": 27, "veintiocho": 28, "veintinueve": 29}
_ES_TENS = {w: 30 + 10 * i for i, w in enumerate(cut("treinta cuarenta cincuenta sesenta setenta ochenta noventa"))}
_ES_HUNDREDS = {
    w: 200 + 100 * i
    for i, w in enumerate(
        cut("doscientos trescientos cuatrocientos quinientos seiscientos setecientos ochocientos novecientos")
    )
}

SPANISH = NumberTable(
    code="es",
    cues="el los las del en un una que por con para y e al fue fueron han muertos heridos murieron personas se lo "
    "más su sus no vida policía la ha sin muertes "
    "mueren deja dejan tras",
    small=_ES_UNITS | _ES_TENS | _tens(_ES_TENS, _ES_UNITS, " y "),
    multipliers={"cien": 100, "ciento": 100} | _ES_HUNDREDS | {f"{w[:-2]}as": v for w, v in _ES_HUNDREDS.items()},
    scales={"mil": 1000, "millón": 10**6, "millones": 10**6, "millones de": 10**6, "millón de": 10**6},
    collectives={"docena de": 12, "docena": 12, "media docena de": 6, "media docena": 6, "docenas": 12},
    pairs={"ambos": 2, "ambas": 2, "un par de": 2, "doble": 2},
    abouts=_abouts(
        {
            "una decena": 10,
            "una quincena": 15,
            "una veintena": 20,
            "una treintena": 30,
            "una cuarentena": 40,
            "una cincuentena": 50,
            "un centenar": 100,
            "un millar": 1000,
        },
        ("de",),
    ),
    vague={
        "decenas": 20,
        "decenas de": 20,
        "docenas": 24,
        "docenas de": 24,
        "cientos": 100,
        "cientos de": 100,
        "centenares": 100,
        "centenares de": 100,
        "miles": 1000,
        "miles de": 1000,
        "decenas de miles de": 10_000,
        "varios": None,
        "varias": None,
        "muchos": None,
        "numerosos": None,
        "algunos": None,
    },
    nothing=("nadie", "ningún", "ninguna", "ninguno"),
    fractions={"medio": Fraction(1, 2), "un cuarto": Fraction(1, 4)},
    hedges={
        Bound.AT_LEAST: ("al menos", "por lo menos", "no menos de", "como mínimo", "cuando menos", "un mínimo de"),
        Bound.MORE_THAN: ("más de", "mas de", "más que", "por encima de"),
        Bound.NEARLY: ("casi", "cerca de", "poco menos de"),
        Bound.AS_MANY_AS: ("hasta", "no más de", "como máximo", "un máximo de", "a lo sumo"),
        Bound.FEWER_THAN: ("menos de",),
        Bound.AROUND: ("unos", "unas", "alrededor de", "aproximadamente", "en torno a", "cerca de unos"),
        Bound.EXACT: ("exactamente", "solo", "sólo", "un total de", "otros", "otras"),
    },
    tails={Bound.AT_LEAST: ("o más", "al menos", "+"), Bound.AROUND: ("más o menos",)},
    opens={"entre": "y", "de": "a"},
    links=("-", "o", "a"),
    articles=("un", "una"),
    joiners=("y", "-"),
    fillers=("otros", "otras", "los", "las"),
    rates=("de cada",),
    percents=("%", "por ciento"),
    time_words="días horas años meses semanas",
    decimal=",",
    spaced=True,
)

_FR_UNITS = _listed("zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize")
_FR_UNITS |= {"une": 1, "dix-sept": 17, "dix-huit": 18, "dix-neuf": 19}
_FR_TENS = {"vingt": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60}
_FR_SMALL = (
    _FR_UNITS | _FR_TENS | {"septante": 70, "huitante": 80, "nonante": 90, "quatre-vingts": 80, "quatre-vingt": 80}
)
_FR_SMALL |= _tens(_FR_TENS, _FR_UNITS, "-") | {
    f"{t}{joint}{one}": v + 1 for t, v in _FR_TENS.items() for joint in (" et ", "-et-") for one in ("un", "une")
}
_FR_SMALL |= {f"soixante-{u}": 60 + v for u, v in _FR_UNITS.items() if v >= 10}  # noqa: PLR2004
_FR_SMALL |= {"soixante et onze": 71, "soixante-et-onze": 71}
_FR_SMALL |= {f"quatre-vingt-{u}": 80 + v for u, v in _FR_UNITS.items() if v}

_FR_ROUND = {
    "dizaine": 10,
    "quinzaine": 15,
    "vingtaine": 20,
    "trentaine": 30,
    "quarantaine": 40,
    "cinquantaine": 50,
    "soixantaine": 60,
    "centaine": 100,
}

FRENCH = NumberTable(
    code="fr",
    cues="le la les des du et un une dans est ont été sur par pour qui au aux morts blessés tués personnes selon "
    "plus moins se ses leurs ils elle son ne pas vie police ce cette d l "
    "fait faisant tué bilan avec",
    small=_FR_SMALL,
    multipliers={"cent": 100, "cents": 100},
    scales={
        "mille": 1000,
        "million": 10**6,
        "millions": 10**6,
        "milliard": 10**9,
        "milliards": 10**9,
        "million de": 10**6,
        "millions de": 10**6,
    },
    collectives={"douzaine de": 12, "douzaine": 12, "demi-douzaine de": 6},
    pairs={"double": 2},
    abouts=_abouts({f"une {w}": v for w, v in _FR_ROUND.items()} | {"un millier": 1000}, ("de", "d'")),
    vague={
        "dizaines": 20,
        "dizaines de": 20,
        "plusieurs dizaines de": 20,
        "des dizaines de": 20,
        "des centaines de": 100,
        "centaines de": 100,
        "plusieurs centaines de": 200,
        "milliers de": 1000,
        "des milliers de": 1000,
        "plusieurs milliers de": 2000,
        "dizaines de milliers de": 10_000,
        "des dizaines de milliers de": 10_000,
        "plusieurs": None,
        "de nombreux": None,
        "quelques": None,
        "des dizaines": 20,
        "des centaines": 100,
    },
    nothing=("personne n", "aucun", "aucune"),
    ordinals=("premier", "première", "deuxième", "troisième", "quatrième", "cinquième"),
    fractions={"un demi": Fraction(1, 2), "un quart de": Fraction(1, 4)},
    hedges={
        Bound.AT_LEAST: ("au moins", "au minimum", "pas moins de", "un minimum de"),
        Bound.MORE_THAN: ("plus de", "plus d'", "au-delà de"),
        Bound.NEARLY: ("près de", "presque", "pas loin de"),
        Bound.AS_MANY_AS: ("jusqu'à", "au plus", "au maximum", "pas plus de", "un maximum de"),
        Bound.FEWER_THAN: ("moins de",),
        Bound.AROUND: ("environ", "autour de", "à peu près", "quelque", "aux alentours de"),
        Bound.EXACT: ("exactement", "seulement", "un total de"),
    },
    tails={Bound.AT_LEAST: ("ou plus", "au moins", "+"), Bound.AROUND: ("environ",)},
    opens={"entre": "et", "de": "à"},
    links=("-", "à", "ou"),
    articles=("un", "une"),
    joiners=("et", "-"),
    fillers=("autres", "les", "des"),
    rates=("sur",),
    percents=("%", "pour cent", "pour-cent"),
    ordinal_endings=("e", "er", "ème", "ère"),
    time_words="jours heures ans mois semaines",
    decimal=",",
    spaced=True,
)
_PT_UNITS = _listed("zero um dois três quatro cinco seis sete oito nove dez onze doze treze catorze quinze dezesseis")
_PT_UNITS |= {
    "uma": 1,
    "duas": 2,
    "quatorze": 14,
    "dezasseis": 16,
    "dezessete": 17,
    "dezassete": 17,
    "dezoito": 18,
    "dezenove": 19,
    "dezanove": 19,
}
_PT_TENS = {
    w: 20 + 10 * i for i, w in enumerate(cut("vinte trinta quarenta cinquenta sessenta setenta oitenta noventa"))
}
_PT_HUNDREDS = {
    w: 200 + 100 * i
    for i, w in enumerate(cut("duzentos trezentos quatrocentos quinhentos seiscentos setecentos oitocentos novecentos"))
}

PORTUGUESE = NumberTable(
    code="pt",
    cues="o os as do da dos das em um uma que por com para e ao foi foram não mortos feridos morreram pessoas mais "
    "no na são sua seus se vida polícia à às pela pelo "
    "pelo menos ficaram",
    small=_PT_UNITS | _PT_TENS | _tens(_PT_TENS, _PT_UNITS, " e "),
    multipliers={"cem": 100, "cento": 100} | _PT_HUNDREDS | {f"{w[:-2]}as": v for w, v in _PT_HUNDREDS.items()},
    scales={"mil": 1000, "milhão": 10**6, "milhões": 10**6, "milhão de": 10**6, "milhões de": 10**6},
    collectives={"dúzia de": 12, "dúzia": 12, "meia dúzia de": 6, "meia dúzia": 6},
    abouts=_abouts({"uma dezena": 10, "uma vintena": 20, "uma centena": 100}, ("de",)),
    pairs={"ambos": 2, "ambas": 2, "um par de": 2, "duplo": 2},
    vague={
        "dezenas": 20,
        "dezenas de": 20,
        "dúzias de": 24,
        "centenas": 100,
        "centenas de": 100,
        "milhares": 1000,
        "milhares de": 1000,
        "dezenas de milhares de": 10_000,
        "vários": None,
        "várias": None,
        "muitos": None,
        "muitas": None,
        "diversos": None,
    },
    nothing=("ninguém", "nenhum", "nenhuma"),
    fractions={"meio": Fraction(1, 2)},
    hedges={
        Bound.AT_LEAST: ("pelo menos", "ao menos", "no mínimo", "não menos de", "não menos que"),
        Bound.MORE_THAN: ("mais de", "mais que", "acima de"),
        Bound.NEARLY: ("quase", "perto de", "pouco menos de"),
        Bound.AS_MANY_AS: ("até", "no máximo", "não mais de", "não mais que"),
        Bound.FEWER_THAN: ("menos de",),
        Bound.AROUND: ("cerca de", "aproximadamente", "por volta de", "em torno de", "uns", "umas"),
        Bound.EXACT: ("exatamente", "apenas", "só", "um total de", "outros", "outras"),
    },
    tails={Bound.AT_LEAST: ("ou mais", "+")},
    opens={"entre": "e", "de": "a"},
    links=("-", "a", "ou"),
    articles=("um", "uma"),
    joiners=("e", "-"),
    fillers=("outros", "outras", "os", "as"),
    rates=("em cada",),
    percents=("%", "por cento"),
    time_words="dias horas anos meses semanas",
    decimal=",",
    spaced=True,
)

_IT_UNITS = _listed(
    "zero uno due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici sedici"
)
_IT_UNITS |= {"un": 1, "una": 1, "diciassette": 17, "diciotto": 18, "diciannove": 19}
_IT_TENS = {
    w: 20 + 10 * i for i, w in enumerate(cut("venti trenta quaranta cinquanta sessanta settanta ottanta novanta"))
}
_IT_SMALL = _IT_UNITS | _IT_TENS | _tens(_IT_TENS, _IT_UNITS, "")
_IT_SMALL |= {f"{t[:-1]}{u}": a + b for t, a in _IT_TENS.items() for u, b in (("uno", 1), ("otto", 8))}

ITALIAN = NumberTable(
    code="it",
    cues="il lo gli dei del della di e un una che per con sono stati state nel nella al morti feriti morte persone "
    "più hanno è la le i ha delle degli dalla dal alla vita polizia perso dispersi vittime anche non si ne "
    "almeno dopo",
    small=_IT_SMALL,
    multipliers={"cento": 100} | {f"{u}cento": 100 * v for u, v in _IT_UNITS.items() if 2 <= v <= 9},  # noqa: PLR2004
    scales={"mila": 1000, "mille": 1000, "milione": 10**6, "milioni": 10**6, "milioni di": 10**6, "milione di": 10**6},
    collectives={"dozzina di": 12, "mezza dozzina di": 6},
    abouts=_abouts(
        {
            "una decina": 10,
            "una quindicina": 15,
            "una ventina": 20,
            "una trentina": 30,
            "una quarantina": 40,
            "una cinquantina": 50,
            "un centinaio": 100,
            "un migliaio": 1000,
        },
        ("di",),
    ),
    pairs={"entrambi": 2, "entrambe": 2, "un paio di": 2, "duplice": 2},
    vague={
        "decine": 20,
        "decine di": 20,
        "centinaia": 100,
        "centinaia di": 100,
        "migliaia": 1000,
        "migliaia di": 1000,
        "decine di migliaia di": 10_000,
        "diversi": None,
        "diverse": None,
        "numerosi": None,
        "alcuni": None,
        "molti": None,
    },
    nothing=("nessuno", "nessuna", "nessun"),
    fractions={"mezzo": Fraction(1, 2)},
    hedges={
        Bound.AT_LEAST: ("almeno", "non meno di", "come minimo", "minimo"),
        Bound.MORE_THAN: ("più di", "oltre"),
        Bound.NEARLY: ("quasi", "poco meno di", "vicino a"),
        Bound.AS_MANY_AS: ("fino a", "al massimo", "non più di"),
        Bound.FEWER_THAN: ("meno di",),
        Bound.AROUND: ("circa", "intorno a", "all'incirca", "approssimativamente"),
        Bound.EXACT: ("esattamente", "solo", "soltanto", "un totale di", "altri", "altre"),
    },
    tails={Bound.AT_LEAST: ("o più", "+"), Bound.AROUND: ("circa",)},
    opens={"tra": "e", "fra": "e", "da": "a"},
    links=("-", "a", "o"),
    articles=("un", "una"),
    joiners=("e", "-"),
    fillers=("altri", "altre", "i", "le", "gli"),
    rates=("su",),
    percents=("%", "per cento"),
    time_words="giorni ore anni mesi settimane",
    decimal=",",
)
