"""How long ago, in languages other than English: "hace cinco años", "vor zwei Wochen", "три года назад"."""

from __future__ import annotations

import re
from functools import cache

from extractor.values.when.calendar_words import alternation

# Unit words by unit; a word behind "ago" or before it, and numbers, of all these languages together.
_UNITS = {
    "day": (
        "día días dia dias jour jours tag tagen giorno giorni день дня дней gün dzień dni dag dagen hari दिन дні днів"
    ),
    "week": (
        "semana semanas semaine semaines woche wochen settimana settimane неделю недели недель hafta tydzień tygodnie "
        "tygodni week weken minggu हफ्ते тиждень тижні тижнів"
    ),
    "month": (
        "mes meses mês mois monat monaten mese mesi месяц месяца месяцев ay miesiąc miesiące miesięcy maand maanden "
        "bulan महीने місяць місяці місяців"
    ),
    "year": (
        "año años ano anos an ans année années jahr jahre jahren anno anni год года лет yıl sene rok lata lat jaar "
        "tahun साल वर्ष рік роки років"
    ),
}
_BEFORE = "hace|il\\s+y\\s+a|voilà|vor|há|faz|przed"
_BEHIND = "назад|тому|önce|temu|geleden|lalu|पहले|fa|atrás|sedan|siden"
_NUMBERS = {
    1: "un una uno une ein eine einem einer um uma bir один одну одного satu een jeden",
    2: "dos deux zwei dois duas due два две iki dwa dwie twee dua दो два дві",
    3: "tres trois drei três tre три üç trzy drie tiga तीन",
    4: "cuatro quatre vier quatro quattro четыре dört cztery empat चार чотири",
    5: "cinco cinq fünf cinque пять beş pięć vijf lima पांच пʼять",
    6: "seis six sechs sei шесть altı sześć zes enam",
    7: "siete sept sieben sete sette семь yedi siedem zeven tujuh",
    8: "ocho huit acht oito otto восемь sekiz osiem delapan",
    9: "nueve neuf neun nove девять dokuz dziewięć negen",
    10: "diez dix zehn dez dieci десять on dziesięć tien sepuluh दस",
    20: "veinte vingt zwanzig vinte venti двадцать yirmi dwadzieścia twintig",
    30: "treinta trente dreißig trinta trenta тридцать otuz trzydzieści dertig",
}


@cache
def _unit_of() -> dict[str, str]:
    return {word: unit for unit, forms in _UNITS.items() for word in forms.split()}


@cache
def _number_of() -> dict[str, int]:
    return {word: number for number, forms in _NUMBERS.items() for word in forms.split()}


def elapsed(match: re.Match[str]) -> tuple[str, int] | None:
    """The unit and the number of units; `None` where the words are no number.

    >>> elapsed(re.search(elapsed_patterns()[0], "hace cinco años"))
    ('year', 5)
    """
    number = match["n"].lower()
    count = int(number) if number.isdecimal() else _number_of().get(number)
    return None if count is None else (_unit_of()[match["unit"].lower()], count)


def elapsed_patterns() -> tuple[str, str]:
    """The two frames: the word for "ago" before and behind."""
    amount = rf"(?P<n>\d{{1,3}}|{alternation(_number_of())})\s{{1,3}}(?P<unit>{alternation(_unit_of())})"
    return (
        rf"(?<!\w)(?:{_BEFORE})\s{{1,3}}{amount}(?!\w)",
        rf"(?<!\w){amount}\s{{1,3}}(?:{_BEHIND})(?!\w)",
    )


def elapsed_words() -> frozenset[str]:
    """The words of which one stands in each such expression."""
    return frozenset(re.findall(r"\w+", "hace il voilà vor há faz przed")) | frozenset(
        max(re.findall(r"\w+", word), key=len) for word in _BEHIND.split("|")
    )
