"""Number words and hedges of Arabic, Persian, Turkish, Hindi, Indonesian and Chinese."""

from __future__ import annotations

from extractor.numbers.lexicon import NumberTable, cut
from extractor.records import Bound


def _listed(words: str, first: int = 1) -> dict[str, int]:
    return {word: first + at for at, word in enumerate(words.split())}


_AR_UNITS = _listed("واحد اثنان ثلاثة أربعة خمسة ستة سبعة ثمانية تسعة") | {
    "واحدة": 1,
    "إحدى": 1,
    "أحد": 1,
    "اثنين": 2,
    "اثنا": 2,
    "اثني": 2,
    "اثنتا": 2,
    "ثلاث": 3,
    "أربع": 4,
    "خمس": 5,
    "ست": 6,
    "سبع": 7,
    "ثماني": 8,
    "ثمان": 8,
    "تسع": 9,
}
_AR_TENS = {
    f"{stem}{ending}": 20 + 10 * at
    for at, stem in enumerate("عشر ثلاث أربع خمس ست سبع ثمان تسع".split())
    for ending in ("ون", "ين")
}
_AR_SMALL = _AR_UNITS | _AR_TENS | {"عشرة": 10, "عشر": 10, "شخصان": 2}
_AR_SMALL |= {f"{unit} {ten}": value + 10 for unit, value in _AR_UNITS.items() for ten in ("عشر", "عشرة")}
_AR_SMALL |= {f"{unit} و{ten}": a + b for unit, a in _AR_UNITS.items() for ten, b in _AR_TENS.items()}
_AR_HUNDREDS = {"مئة": 100, "مائة": 100, "مئتان": 200, "مئتين": 200, "مائتان": 200, "مائتين": 200}
_AR_HUNDREDS |= {
    f"{unit}{hundred}": 100 * _AR_UNITS[unit]
    for unit in "ثلاث أربع خمس ست سبع ثمان تسع".split()
    for hundred in ("مئة", "مائة")
}

ARABIC = NumberTable(
    code="ar",
    script="ءي",
    cues="في من على إلى عن أن التي الذي قتل وأصيب أصيب وقال مقتل وإصابة شخصا آخرون هذا ما كان بعد مع قتلى وجرح",
    small=_AR_SMALL,
    multipliers=_AR_HUNDREDS,
    scales={"ألف": 1000, "آلاف": 1000, "مليون": 10**6, "ملايين": 10**6},
    vague={"عشرات": 20, "العشرات": 20, "مئات": 100, "المئات": 100, "عدة": None, "عدد من": None},
    hedges={
        Bound.AT_LEAST: ("على الأقل", "ما لا يقل عن", "لا يقل عن"),
        Bound.MORE_THAN: ("أكثر من", "ما يزيد على", "ما يزيد عن"),
        Bound.NEARLY: ("ما يقرب من", "قرابة", "ما يقارب"),
        Bound.AS_MANY_AS: ("ما يصل إلى", "حتى", "لا يزيد عن"),
        Bound.FEWER_THAN: ("أقل من",),
        Bound.AROUND: ("نحو", "حوالي", "زهاء"),
    },
    tails={Bound.AT_LEAST: ("على الأقل", "شخصا على الأقل", "شخصاً على الأقل", "أشخاص على الأقل", "قتيلا على الأقل")},
    links=("-", "إلى", "أو"),
    percents=("%", "٪", "في المئة", "بالمئة"),
    time_words="يوما أيام ساعة عاما سنة",
)
PERSIAN = NumberTable(
    code="fa",
    cues="در از به که این را با است شد شدند نفر کشته زخمی برای و تن دست کم",
    small=_listed("یک دو سه چهار پنج شش هفت هشت نه ده یازده دوازده سیزده چهارده پانزده شانزده هفده هجده نوزده بیست"),
    multipliers={"صد": 100},
    scales={"هزار": 1000, "میلیون": 10**6},
    vague={"ده‌ها": 20, "دهها": 20, "صدها": 100, "هزاران": 1000, "چند": None, "چندین": None},
    hedges={
        Bound.AT_LEAST: ("دست‌کم", "دست کم", "حداقل", "کم‌کم", "دستکم"),
        Bound.MORE_THAN: ("بیش از", "بیشتر از"),
        Bound.NEARLY: ("نزدیک به", "قریب به"),
        Bound.AS_MANY_AS: ("تا", "حداکثر"),
        Bound.FEWER_THAN: ("کمتر از",),
        Bound.AROUND: ("حدود", "تقریبا", "تقریباً"),
    },
    links=("-", "تا", "یا"),
    percents=("%", "٪", "درصد"),
)
TURKISH = NumberTable(
    code="tr",
    cues="ve bir bu da de için ile olarak kişi öldü yaralandı en az hayatını kaybetti yaralı göre sonra çok olan ölü",
    small=_listed("bir iki üç dört beş altı yedi sekiz dokuz")
    | {w: 10 * (i + 1) for i, w in enumerate(cut("on yirmi otuz kırk elli altmış yetmiş seksen doksan"))}
    | {
        f"{t} {u}": 10 * (a + 1) + b + 1
        for a, t in enumerate(cut("on yirmi otuz kırk elli altmış yetmiş seksen doksan"))
        for b, u in enumerate(cut("bir iki üç dört beş altı yedi sekiz dokuz"))
    },
    multipliers={"yüz": 100},
    scales={"bin": 1000, "milyon": 10**6},
    vague={"onlarca": 20, "yüzlerce": 100, "binlerce": 1000, "birkaç": None, "çok sayıda": None, "pek çok": None},
    hedges={
        Bound.AT_LEAST: ("en az", "en azından"),
        Bound.AS_MANY_AS: ("en fazla", "en çok"),
        Bound.AROUND: ("yaklaşık", "tahminen", "civarında"),
        Bound.EXACT: ("sadece", "toplam", "tam"),
        Bound.NEARLY: ("neredeyse",),
    },
    tails={
        Bound.MORE_THAN: ("'den fazla", "'dan fazla", "'ten fazla", "'tan fazla", "den fazla", "dan fazla"),
        Bound.AT_LEAST: ("+",),
    },
    links=("-", "ila", "veya"),
    percents=("%", "yüzde"),
    decimal=",",
)
HINDI = NumberTable(
    code="hi",
    script="अह",
    cues="में के की है और से को का ने पर लोगों लोग मौत घायल हो गई गए कम इस एक",
    small=_listed("एक दो तीन चार पांच छह सात आठ नौ दस ग्यारह बारह तेरह चौदह पंद्रह सोलह सत्रह अठारह उन्नीस बीस") | {"पाँच": 5},
    multipliers={"सौ": 100},
    scales={"हजार": 1000, "हज़ार": 1000, "लाख": 10**5, "करोड़": 10**7},
    vague={"दर्जनों": 24, "सैकड़ों": 100, "हजारों": 1000, "हज़ारों": 1000, "कई": None},
    hedges={
        Bound.AT_LEAST: ("कम से कम", "न्यूनतम"),
        Bound.AROUND: ("लगभग", "करीब", "क़रीब", "तकरीबन"),
        Bound.AS_MANY_AS: ("अधिक से अधिक", "ज़्यादा से ज़्यादा"),
    },
    tails={Bound.MORE_THAN: ("से अधिक", "से ज्यादा", "से ज़्यादा"), Bound.FEWER_THAN: ("से कम",)},
    links=("-", "से", "या"),
    percents=("%", "प्रतिशत", "फीसदी"),
)
INDONESIAN = NumberTable(
    code="id",
    cues="yang di dan dari untuk dengan pada ini itu orang tewas luka akibat telah dalam ke sedikitnya korban "
    "adalah meninggal",
    small=_listed("satu dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas")
    | {f"{u} belas": 10 + i for i, u in enumerate(cut("dua tiga empat lima enam tujuh delapan sembilan"), 2)}
    | {"seorang": 1},
    multipliers={"puluh": 10, "ratus": 100, "seratus": 100},
    scales={"ribu": 1000, "seribu": 1000, "juta": 10**6},
    vague={"puluhan": 20, "ratusan": 100, "ribuan": 1000, "beberapa": None, "sejumlah": None, "banyak": None},
    hedges={
        Bound.AT_LEAST: ("sedikitnya", "setidaknya", "paling sedikit", "minimal", "tak kurang dari", "sekurangnya"),
        Bound.MORE_THAN: ("lebih dari",),
        Bound.NEARLY: ("hampir",),
        Bound.AS_MANY_AS: ("hingga", "sampai", "maksimal", "paling banyak"),
        Bound.FEWER_THAN: ("kurang dari",),
        Bound.AROUND: ("sekitar", "kira-kira", "kurang lebih"),
        Bound.EXACT: ("hanya", "sebanyak", "total"),
    },
    opens={"antara": "dan"},
    links=("-", "atau", "hingga"),
    percents=("%", "persen"),
    decimal=",",
)
CHINESE = NumberTable(
    code="zh",
    script="一龥",
    cues="的 了 在 是 人 死 伤 和 至 少 亡 名 中 有 发 生 造 成 据 日 月 年",
    small=_listed("一 二 三 四 五 六 七 八 九") | {"两": 2, "〇": 0, "零": 0},
    multipliers={"十": 10, "百": 100, "千": 1000},
    scales={"万": 10**4, "萬": 10**4, "亿": 10**8},
    vague={
        "数十": 20,
        "數十": 20,
        "数百": 100,
        "數百": 100,
        "上百": 100,
        "数千": 1000,
        "上千": 1000,
        "多人": None,
        "多名": None,
        "几十": 20,
        "数人": None,
        "若干": None,
    },
    nothing=("无人", "没有人"),
    hedges={
        Bound.AT_LEAST: ("至少", "最少", "不少于"),
        Bound.MORE_THAN: ("超过", "逾", "超過", "多于"),
        Bound.NEARLY: ("近", "将近", "接近"),
        Bound.AS_MANY_AS: ("多达", "最多", "至多", "不超过"),
        Bound.FEWER_THAN: ("不到", "少于", "不足"),
        Bound.AROUND: ("约", "大约", "大概", "約"),
    },
    tails={Bound.MORE_THAN: ("多", "余", "餘"), Bound.AT_LEAST: ("以上",), Bound.AROUND: ("左右",)},
    links=("-", "至", "到", "或"),
    percents=("%", "％"),
)
