"""Casualty words of German and Russian."""

from __future__ import annotations

from extractor.values.count.lexicon import CountTable, Role

GERMAN = CountTable(
    code="de",
    nouns={
        "person": "menschen personen zivilisten männer frauen kinder opfer passagiere polizisten arbeiter bergleute "
        "studenten "
        "demonstranten bewohner anwohner einwohner schüler feuerwehrleute jugendliche weitere journalisten "
        "touristen insassen",
        "combatant": "soldaten rebellen kämpfer milizionäre terroristen aufständische",
        "attacker": "angreifer attentäter",
        "killed": "menschenleben tote toten todesopfer leichen todesfälle leben tot",
        "injured": "verletzte verletzten verwundete verwundeten",
        "missing": "vermisste vermissten",
        "displaced": "vertriebene obdachlose flüchtlinge",
        "detained": "festnahmen festgenommene verhaftungen",
        "abducted": "geiseln",
        "attacks": "bomben explosionen anschläge angriffe raketen granaten",
        "days": "tage tagen stunden jahre jahren monate monaten wochen minuten uhr jahr",
        "distance": "kilometer km meter grad hektar tonnen",
        "building": "häuser gebäude dörfer städte schulen",
        "vehicle": "autos busse fahrzeuge züge schiffe boote",
        "money": "euro dollar mark",
    },
    predicates={
        (
            "killed",
            Role.EITHER,
        ): "starben | starb | sterben | ums leben gekommen | kamen ums leben | ums leben | getötet | tötete | "
        "töteten | tötet | ermordet | ermordeten | erschossen | erschoss | ertranken | ertrunken | verbrannten | "
        "wurden getötet | hingerichtet | gestorben | wurden ermordet | kostete | das leben gekostet | "
        "riss in den tod | in den tod",
        (
            "injured",
            Role.EITHER,
        ): "verletzte | verletzten | verletzt | wurden verletzt | verwundet | wurden verwundet | "
        "verletzte sich | verletzten sich | "
        "erlitten verletzungen",
        (
            "missing",
            Role.EITHER,
        ): "vermisst | werden vermisst | werden noch vermisst | verschüttet | gelten als vermisst",
        (
            "displaced",
            Role.EITHER,
        ): "obdachlos | evakuiert | wurden evakuiert | flohen | geflohen | vertrieben | "
        "mussten ihre häuser verlassen | ihre häuser verlassen | ihre wohnungen verlassen | in sicherheit gebracht",
        ("detained", Role.EITHER): "nahm | nahmen | festgenommen | wurden festgenommen | verhaftet | wurden verhaftet",
        ("abducted", Role.EITHER): "entführt | wurden entführt | entführten",
    },
    tolls={"killed": "zahl der toten | zahl der todesopfer | opferzahl", "injured": "zahl der verletzten"},
    links="auf | bei | von | stieg auf | liegt bei | :",
    parts="darunter | unter ihnen | davon | einschließlich",
    part_tails="von ihnen | davon",
    partitives="der | von den",
    prepositions="in im mit durch seit während gegen nach aus an am auf bei",
    breakers="; | . | als | während | aber | laut | sagte | weil | wenn | nachdem",
    auxiliaries="wurden wurde sind ist waren war haben hat worden sein werden",
    passives="wurden wurde worden sind",
    conjunctions="und oder ,",
    determiners="die das ihre seine",
    negators="nicht nie",
    denials="bestritt bestreitet dementierte dementiert",
    modals="könnte | könnten | hätte | hätten | würde | würden | kann | können",
    past="im vergangenen jahr | letztes jahr | im vorjahr | vergangene woche | vergangenen monat | letzten monat",
    years_after="jahr seit",
    months="januar februar märz april mai juni juli august september oktober november dezember",
    none_words="keine kein",
    currencies="€ $",
    ages="jahre alt | - jährige | - jähriger",
)
RUSSIAN = CountTable(
    code="ru",
    nouns={
        "person": "человек человека людей мирных жителей женщин детей мужчин пассажиров полицейских шахтёров "
        "шахтеров студентов "
        "ребёнок ребенка других",
        "combatant": "солдат военных боевиков военнослужащих повстанцев террористов",
        "attacker": "нападавших смертников",
        "killed": "погибших убитых тел жизней жертв трупов жизни погибшими",
        "injured": "раненых пострадавших ранеными",
        "missing": "пропавших",
        "displaced": "беженцев эвакуированных",
        "detained": "задержанных арестованных",
        "abducted": "заложников",
        "attacks": "взрыва взрывов взрывы бомб ракет атак теракта терактов",
        "days": "дней дня часов часа лет года месяцев недель минут суток",
        "distance": "километров км метров градусов тонн",
        "building": "домов зданий сёл сел школ",
        "vehicle": "автобусов машин автомобилей поездов",
        "money": "рублей долларов евро",
    },
    predicates={
        (
            "killed",
            Role.EITHER,
        ): "погибли | погиб | погибло | убиты | убито | убил | убили | убила | унёс жизни | унес жизни | "
        "унесли жизни | скончались | умерли | утонули | казнены | расстреляны | сгорели | жертвами стали | были "
        "убиты | "
        "жертвами взрыва стали",
        (
            "injured",
            Role.EITHER,
        ): "ранены | ранено | получили ранения | пострадали | ранили | были ранены | получили травмы | "
        "госпитализированы",
        ("missing", Role.EITHER): "пропали без вести | пропали | числятся пропавшими",
        ("displaced", Role.EITHER): "эвакуированы | эвакуировали | бежали | покинули дома",
        ("detained", Role.EITHER): "задержаны | задержали | арестованы | арестовали",
        ("abducted", Role.EITHER): "похищены | похитили",
    },
    tolls={
        "killed": "число погибших | число жертв | количество погибших | число убитых",
        "injured": "число раненых | число пострадавших",
    },
    links="до | достигло | составило | возросло до | выросло до | - | :",
    parts="в том числе | включая | среди них | из них",
    part_tails="из них",
    partitives="из",
    prepositions="в на с от при за по для из",
    breakers="; | . | что | когда | но | сообщил | сообщили | который",
    auxiliaries="были был было была стали",
    passives="были был было была",
    conjunctions="и или , а",
    negators="не ни",
    denials="опроверг опровергли отрицает отрицают",
    modals="могли | может | могут | бы | если",
    past="в прошлом году | в прошлом месяце | на прошлой неделе | назад",
    years_after="в с",
    months="января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    none_words="без",
    currencies="$ €",
    ages="лет | - летний | - летняя",
)
