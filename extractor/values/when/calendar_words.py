"""Calendar words as tables: month and weekday names of many languages, relative words, holidays, number words."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import cache

from extractor.language.wordlists import word_set

# A language a line, January first; forms of one month (cases, spellings) are joined by "/", words by "_".
_MONTHS = """
january/jan february/feb march/mar april/apr may june/jun july/jul august/aug september/sept/sep october/oct november/nov december/dec
enero febrero marzo abril mayo junio julio agosto septiembre/setiembre octubre noviembre diciembre
janvier février/fevrier mars avril mai juin juillet août/aout septembre octobre novembre décembre/decembre
janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro
januar/jänner februar märz april mai juni juli august september oktober november dezember
gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre
gener febrer març abril maig juny juliol agost setembre octubre novembre desembre
januari februari maart april mei juni juli augustus september oktober november december
januari februari mars april maj juni juli augusti september oktober november december
januar februar marts april maj juni juli august september oktober november desember
ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie
styczeń/stycznia/styczniu luty/lutego/lutym marzec/marca/marcu kwiecień/kwietnia/kwietniu maj/maja/maju czerwiec/czerwca/czerwcu lipiec/lipca/lipcu sierpień/sierpnia/sierpniu wrzesień/września/wrześniu październik/października/październiku listopad/listopada/listopadzie grudzień/grudnia/grudniu
leden/ledna/lednu únor/února/únoru březen/března/březnu duben/dubna/dubnu květen/května/květnu červen/června/červnu červenec/července/červenci srpen/srpna/srpnu září říjen/října/říjnu listopad/listopadu prosinec/prosince/prosinci
januar/januara februar/februara mart/marta april/aprila maj/maja jun/juna jul/jula avgust/avgusta septembar/septembra oktobar/oktobra novembar/novembra decembar/decembra
január február március április május június július augusztus szeptember október november december
tammikuuta/tammikuussa helmikuuta/helmikuussa maaliskuuta/maaliskuussa huhtikuuta/huhtikuussa toukokuuta/toukokuussa kesäkuuta/kesäkuussa heinäkuuta/heinäkuussa elokuuta/elokuussa syyskuuta/syyskuussa lokakuuta/lokakuussa marraskuuta/marraskuussa joulukuuta/joulukuussa
ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık
ocakta şubatta martta nisanda mayısta haziranda temmuzda ağustosta eylülde ekimde kasımda aralıkta
januari februari maret april mei juni juli agustus september oktober november desember
januari februari machi aprili mei juni julai agosti septemba oktoba novemba desemba
enero pebrero marso abril mayo hunyo hulyo agosto setyembre oktubre nobyembre disyembre
январь/января/январе февраль/февраля/феврале март/марта/марте апрель/апреля/апреле май/мая/мае июнь/июня/июне июль/июля/июле август/августа/августе сентябрь/сентября/сентябре октябрь/октября/октябре ноябрь/ноября/ноябре декабрь/декабря/декабре
січень/січня/січні лютий/лютого/лютому березень/березня/березні квітень/квітня/квітні травень/травня/травні червень/червня/червні липень/липня/липні серпень/серпня/серпні вересень/вересня/вересні жовтень/жовтня/жовтні листопад/листопада/листопаді грудень/грудня/грудні
ιανουαρίου/ιανουάριο φεβρουαρίου/φεβρουάριο μαρτίου/μάρτιο απριλίου/απρίλιο μαΐου/μάιο ιουνίου/ιούνιο ιουλίου/ιούλιο αυγούστου/αύγουστο σεπτεμβρίου/σεπτέμβριο οκτωβρίου/οκτώβριο νοεμβρίου/νοέμβριο δεκεμβρίου/δεκέμβριο
يناير فبراير مارس أبريل/ابريل/إبريل مايو يونيو يوليو أغسطس/اغسطس سبتمبر أكتوبر/اكتوبر نوفمبر ديسمبر
كانون_الثاني شباط آذار نيسان أيار/ايار حزيران تموز آب أيلول/ايلول تشرين_الأول/تشرين_الاول تشرين_الثاني كانون_الأول/كانون_الاول
جانفي فيفري مارس أفريل ماي جوان جويلية أوت سبتمبر أكتوبر نوفمبر ديسمبر
ژانویه فوریه مارس آوریل مه ژوئن ژوئیه/جولای اوت/آگوست سپتامبر اکتبر نوامبر دسامبر
جنوری فروری مارچ اپریل مئی جون جولائی اگست ستمبر اکتوبر نومبر دسمبر
جنوري فبروري مارچ اپرېل مې جون جولای اګست سپتمبر اکتوبر نومبر ډسمبر
जनवरी फरवरी/फ़रवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर/सितम्बर अक्टूबर/अक्तूबर नवंबर/नवम्बर दिसंबर/दिसम्बर
জানুয়ারি/জানুয়ারি/জানুয়ারী ফেব্রুয়ারি/ফেব্রুয়ারি/ফেব্রুয়ারী মার্চ এপ্রিল মে জুন জুলাই আগস্ট সেপ্টেম্বর অক্টোবর নভেম্বর ডিসেম্বর
ינואר/בינואר פברואר/בפברואר מרץ/במרץ/מרס/במרס אפריל/באפריל מאי/במאי יוני/ביוני יולי/ביולי אוגוסט/באוגוסט ספטמבר/בספטמבר אוקטובר/באוקטובר נובמבר/בנובמבר דצמבר/בדצמבר
"""  # noqa: E501
# A language a line, Monday first. Names that are words besides stand with what makes them days ("pazar günü").
_WEEKDAYS = """
monday/mon tuesday/tue/tues wednesday/wed thursday/thu/thur/thurs friday/fri saturday/sat sunday/sun
lunes martes miércoles/miercoles jueves viernes sábado/sabado domingo
lundi mardi mercredi jeudi vendredi samedi dimanche
segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado domingo
montag dienstag mittwoch donnerstag freitag samstag/sonnabend sonntag
lunedì martedì mercoledì giovedì venerdì sabato domenica
dilluns dimarts dimecres dijous divendres dissabte diumenge
maandag dinsdag woensdag donderdag vrijdag zaterdag zondag
måndag tisdag onsdag torsdag fredag lördag söndag
mandag tirsdag onsdag torsdag fredag lørdag søndag
luni_dimineață marți/marţi miercuri joi vineri sâmbătă duminică
poniedziałek wtorek środa/środę czwartek piątek sobota/sobotę niedziela/niedzielę
pondělí úterý středa/středu čtvrtek pátek sobota/sobotu neděle/neděli
ponedeljak/ponedjeljak utorak sreda/sredu/srijeda/srijedu četvrtak petak subota/subotu nedelja/nedelju/nedjelja/nedjelju
hétfő/hétfőn kedd/kedden szerda/szerdán csütörtök/csütörtökön péntek/pénteken szombat/szombaton vasárnap
maanantaina tiistaina keskiviikkona torstaina perjantaina lauantaina sunnuntaina
pazartesi salı çarşamba perşembe cuma cumartesi pazar_günü/pazar_gecesi/pazar_sabahı/pazar_akşamı
hari_senin selasa rabu kamis jumat/jum'at sabtu hari_minggu/minggu_malam/minggu_pagi
jumatatu jumanne jumatano alhamisi ijumaa jumamosi jumapili
понедельник/понедельника вторник/вторника среда/среду/среды четверг/четверга пятница/пятницу/пятницы суббота/субботу/субботы воскресенье/воскресенья
понеділок вівторок середа/середу четвер п'ятниця/п'ятницю/п’ятниця/п’ятницю субота/суботу неділя/неділю
τη_δευτέρα/δευτέρας την_τρίτη/της_τρίτης τετάρτη/τετάρτης πέμπτη/πέμπτης παρασκευή/παρασκευής σάββατο/σαββάτου κυριακή/κυριακής
الاثنين/الإثنين الثلاثاء الأربعاء/الاربعاء الخميس الجمعة السبت الأحد/الاحد
دوشنبه سه‌شنبه/سه_شنبه چهارشنبه پنجشنبه/پنج‌شنبه جمعه شنبه یکشنبه/یک‌شنبه
بروز_پیر/پیر_کے/پیر_کو/سوموار منگل بدھ جمعرات جمعہ سنیچر اتوار
सोमवार मंगलवार बुधवार गुरुवार/बृहस्पतिवार शुक्रवार शनिवार रविवार/इतवार
সোমবার মঙ্গলবার বুধবার বৃহস্পতিবার শুক্রবার শনিবার রবিবার/রোববার
יום_שני/ביום_שני יום_שלישי/ביום_שלישי יום_רביעי/ביום_רביעי יום_חמישי/ביום_חמישי יום_שישי/ביום_שישי שבת/בשבת יום_ראשון/ביום_ראשון
thứ_hai thứ_ba thứ_tư thứ_năm thứ_sáu thứ_bảy chủ_nhật
"""  # noqa: E501
_SHORT_WEEKDAYS = word_set("mon tue tues wed thu thur thurs fri sat sun")

# Day offsets from the publication day. French `hier` is German for "here": the grammar has a rule of its own for it.
RELATIVE_DAYS = {
    "today": 0, "tonight": 0, "this morning": 0, "this afternoon": 0, "this evening": 0, "earlier today": 0,
    "yesterday": -1, "last night": -1, "last evening": -1, "the day before yesterday": -2, "tomorrow": 1,
    "ayer": -1, "anteayer": -2, "anoche": -1, "hoy": 0, "avant-hier": -2, "aujourd'hui": 0, "aujourd’hui": 0,
    "gestern": -1, "vorgestern": -2, "heute": 0, "ieri": -1, "oggi": 0, "ontem": -1, "hoje": 0,
    "вчера": -1, "сегодня": 0, "позавчера": -2, "أمس": -1, "امس": -1, "اليوم": 0, "أول أمس": -2,
    "вчора": -1, "сьогодні": 0, "wczoraj": -1, "dziś": 0, "dzisiaj": 0, "včera": -1, "dnes": 0, "juče": -1, "jučer": -1,
    "danas": 0, "gisteren": -1, "vandaag": 0, "eergisteren": -2, "igår": -1, "i går": -1, "idag": 0, "tegnap": -1,
    "eilen": -1, "tänään": 0, "dün": -1, "dün gece": -1, "bugün": 0, "kemarin": -1, "hari ini": 0, "semalam": -1,
    "kahapon": -1, "χθες": -1, "χτες": -1, "σήμερα": 0, "προχθές": -2, "دیروز": -1, "امروز": 0,
    "گزشتہ روز": -1, "پرون": -1, "אתמול": -1, "היום": 0, "שלשום": -2, "গতকাল": -1, "আজ": 0, "hôm qua": -1,
    "hôm nay": 0, "avui": 0, "altroieri": -2, "l'altro ieri": -2,
}  # fmt: skip

NUMBERS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
    "a couple of": 2, "couple of": 2, "half a": 0,
}  # fmt: skip

# "Last year", "last month", "last week" where the words stand without an article that tells them apart.
LAST_PERIODS = {
    "year": (
        "año pasado, année dernière, an dernier, ano passado, anno scorso, letzten jahres, vergangenen jahres, vorigen "
        "jahres, letztes jahr, vorig jaar, geçen yıl, geçen sene, geçtiğimiz yıl, прошлого года, прошлом году, минулого "  # noqa: E501
        "року, торік, zeszłym roku, zeszłego roku, ubiegłym roku, ubiegłego roku, tahun lalu, mwaka jana, العام "
        "الماضي, السنة الماضية, سال گذشته, پارسال, گزشتہ سال, پچھلے سال, पिछले साल, पिछले वर्ष, গত বছর, שנה שעברה, năm ngoái"  # noqa: E501
    ),
    "month": (
        "mes pasado, mois dernier, mês passado, mese scorso, letzten monat, letzten monats, vergangenen monat, vorige "
        "maand, geçen ay, прошлого месяца, прошлом месяце, минулого місяця, zeszłym miesiącu, ubiegłym miesiącu, bulan "
        "lalu, mwezi uliopita, الشهر الماضي, ماه گذشته, گزشتہ ماہ, पिछले महीने, গত মাসে, חודש שעבר, tháng trước"
    ),
    "week": (
        "semana pasada, semaine dernière, semana passada, settimana scorsa, letzte woche, letzten woche, vergangene "
        "woche, vergangenen woche, vorige week, geçen hafta, прошлой неделе, прошлой недели, минулого тижня, zeszłym "
        "tygodniu, ubiegłym tygodniu, minggu lalu, pekan lalu, wiki iliyopita, الأسبوع الماضي, هفته گذشته, گزشتہ ہفتے, "
        "पिछले हफ्ते, पिछले सप्ताह, গত সপ্তাহে, שבוע שעבר, tuần trước"
    ),
}
# Words before a month that make it a date, and words behind it.
MONTH_LEADS = (
    "в во у w we ve v em en im nel au i på în bulan pada tháng mwezi في خلال شهر منذ در ماه mois de d' mes de mês de"
).split(" ")
MONTH_TAILS = "ayında ayının ayı में माह মাসে میں کے".split()

_FIXED_HOLIDAYS = {
    "christmas day": (12, 25), "christmas eve": (12, 24), "christmas": (12, 25), "boxing day": (12, 26),
    "new year's day": (1, 1), "new year's eve": (12, 31), "new year’s day": (1, 1), "new year’s eve": (12, 31),
    "valentine's day": (2, 14), "valentine’s day": (2, 14), "halloween": (10, 31), "bastille day": (7, 14),
    "fourth of july": (7, 4), "july fourth": (7, 4),
}  # fmt: skip
_EASTER_OFFSETS = {"good friday": -2, "easter sunday": 0, "easter monday": 1, "palm sunday": -7, "easter day": 0}
HOLIDAYS = tuple(sorted((*_FIXED_HOLIDAYS, *_EASTER_OFFSETS), key=lambda name: (-len(name), name)))


@cache
def month_numbers() -> dict[str, int]:
    """Lower-case month word to 1..12.

    >>> month_numbers()["février"], month_numbers()["sept"], month_numbers()["lutego"]
    (2, 9, 2)
    """
    return _numbered(_MONTHS, 1)


@cache
def weekday_numbers() -> dict[str, int]:
    """Lower-case weekday word to 0 (Monday) .. 6."""
    return _numbered(_WEEKDAYS, 0)


def _numbered(table: str, first: int) -> dict[str, int]:
    made: dict[str, int] = {}
    for line in table.strip().splitlines():
        for number, forms in enumerate(line.split(), first):
            for form in forms.split("/"):
                made.setdefault(form.replace("_", " "), number)
    return made


@cache
def last_periods() -> dict[str, str]:
    """Lower-case words for the period before this one to its unit.

    >>> last_periods()["geçen ay"]
    'month'
    """
    return {phrase.strip(): unit for unit, phrases in LAST_PERIODS.items() for phrase in phrases.split(",")}


def alternation(words: object) -> str:
    """A regex alternation of words, longest first."""
    return "|".join(re.escape(w) for w in sorted(words, key=lambda w: (-len(w), w)))  # type: ignore[call-overload]


@cache
def long_weekdays() -> str:
    """Alternation of the weekday names that are no abbreviation ("Sun" and "Sat" are words)."""
    return alternation([w for w in weekday_numbers() if w not in _SHORT_WEEKDAYS])


def easter(year: int) -> date:
    """Easter Sunday, Gregorian (the anonymous computus).

    >>> easter(2019)
    datetime.date(2019, 4, 21)
    """
    a, b, c = year % 19, year // 100, year % 100
    d = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    e = (32 + 2 * (b % 4) + 2 * (c // 4) - d - c % 4) % 7
    f = d + e - 7 * ((a + 11 * d + 22 * e) // 451) + 114
    return date(year, f // 31, f % 31 + 1)


def holiday(name: str, year: int) -> date:
    """The day of a holiday of `HOLIDAYS` in a year."""
    if name in _EASTER_OFFSETS:
        return easter(year) + timedelta(days=_EASTER_OFFSETS[name])
    month, day = _FIXED_HOLIDAYS[name]
    return date(year, month, day)
