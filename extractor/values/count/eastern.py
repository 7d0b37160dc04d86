"""Casualty words of Arabic, Persian, Turkish, Hindi, Indonesian and Chinese."""

from __future__ import annotations

from extractor.values.count.lexicon import CountTable, Role

ARABIC = CountTable(
    code="ar",
    nouns={
        "person": "شخصا شخصاً شخص أشخاص مدنيا مدنيين مدنيون طفلا أطفال نساء امرأة رجال آخرين آخرون راكبا عمال",
        "combatant": "جنديا جنود مسلحا مسلحين مقاتلا مقاتلين",
        "killed": "قتيلا قتيلاً قتلى شهيدا شهداء جثة جثث وفاة",
        "injured": "جريحا جرحى مصابا مصابين إصابة",
        "missing": "مفقودا مفقودين",
        "attacks": "انفجارات انفجارين هجمات صواريخ قنابل غارات غارة",
        "days": "يوما أيام ساعة ساعات عاما سنوات سنة شهرا",
        "distance": "كيلومترا كيلومتر كم مترا",
        "money": "دولار يورو",
    },
    predicates={
        (
            "killed",
            Role.EITHER,
        ): "قتل | وقتل | مقتل | ومقتل | قُتل | قتلوا | استشهد | واستشهد | استشهاد | لقي | مصرع | وفاة | توفي | "
        "لقوا مصرعهم | لقي مصرعه | بمقتل | أودى بحياة | غرق | إعدام",
        ("injured", Role.EITHER): "أصيب | وأصيب | إصابة | وإصابة | جرح | وجرح | وأصابت | بجروح | جُرح",
        ("missing", Role.EITHER): "فقدان | وفقد | فقد",
        ("displaced", Role.EITHER): "نزح | نزوح | ونزوح | تشريد",
        ("detained", Role.EITHER): "اعتقال | واعتقال | اعتقلت | توقيف",
        ("abducted", Role.EITHER): "اختطاف | خطف | اختطف",
    },
    tolls={"killed": "عدد القتلى | حصيلة القتلى | عدد الضحايا | حصيلة الضحايا", "injured": "عدد الجرحى | عدد المصابين"},
    links="إلى | : | بلغ",
    parts="بينهم | من بينهم | بينهن | منهم",
    breakers="؛ | .",
    conjunctions="و ، , أو",
    negators="لم لا",
    denials="نفى نفت ينفي",
    months="يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر",
    currencies="$",
)
PERSIAN = CountTable(
    code="fa",
    nouns={
        "person": "نفر تن غیرنظامی کودک زن مرد دانش‌آموز",
        "combatant": "سرباز نظامی شبه‌نظامی",
        "killed": "کشته جسد قربانی",
        "injured": "زخمی مجروح مصدوم",
        "missing": "مفقود ناپدید",
        "attacks": "انفجار حمله بمب موشک",
        "days": "روز ساعت سال ماه هفته دقیقه",
        "distance": "کیلومتر متر",
        "money": "دلار یورو",
    },
    predicates={
        (
            "killed",
            Role.EITHER,
        ): "کشته | کشته شدند | کشته شد | جان باختند | جان خود را از دست دادند | کشت | جان باخت | به قتل رسیدند",
        ("injured", Role.EITHER): "زخمی | زخمی شدند | مجروح | مجروح شدند | مصدوم",
        ("missing", Role.EITHER): "ناپدید شدند | مفقود شدند | مفقود",
        ("detained", Role.EITHER): "بازداشت شدند | دستگیر شدند | بازداشت",
    },
    tolls={"killed": "شمار کشته‌شدگان | تعداد کشته‌ها | آمار جان‌باختگان"},
    links="به | :",
    parts="از جمله | شامل",
    conjunctions="و ، ,",
    breakers="؛ | . | که",
    negators="نه",
)
TURKISH = CountTable(
    code="tr",
    nouns={
        "person": "kişi kişinin sivil kadın çocuk işçi madenci polis yolcu öğrenci insan vatandaş kişiye",
        "combatant": "asker militan terörist",
        "killed": "ölü ceset can şehit",
        "injured": "yaralı",
        "missing": "kayıp",
        "attacks": "bomba patlama saldırı roket füze",
        "days": "gün saat yıl ay hafta dakika",
        "distance": "kilometre km metre",
        "vehicle": "otobüs araç tren",
        "money": "lira dolar avro",
    },
    predicates={
        (
            "killed",
            Role.SUBJECT,
        ): "öldü | hayatını kaybetti | öldürüldü | yaşamını yitirdi | can verdi | öldürdü | boğuldu | öldüğü | "
        "hayatını kaybettiği | şehit oldu | ölümüne",
        ("injured", Role.SUBJECT): "yaralandı | yaralandığı | yaralanırken",
        ("missing", Role.SUBJECT): "kayboldu | kayıp | mahsur kaldı",
        ("detained", Role.SUBJECT): "gözaltına alındı | tutuklandı | yakalandı",
        ("displaced", Role.SUBJECT): "tahliye edildi | evsiz kaldı",
        ("abducted", Role.SUBJECT): "kaçırıldı | rehin alındı",
    },
    tolls={"killed": "ölü sayısı | can kaybı | ölenlerin sayısı", "injured": "yaralı sayısı"},
    parts="aralarında",
    conjunctions="ve ,",
    breakers="; | .",
    negators="değil",
)
HINDI = CountTable(
    code="hi",
    nouns={
        "person": "लोगों लोग व्यक्ति यात्रियों मजदूरों बच्चों महिलाओं नागरिकों मजदूर बच्चे जवान लोगो अन्य पुलिसकर्मी",
        "combatant": "आतंकवादी आतंकी सैनिक सैनिकों नक्सली",
        "killed": "शव मौतें मौत मृत",
        "injured": "घायल जख्मी",
        "missing": "लापता",
        "attacks": "धमाके विस्फोट बम हमले",
        "days": "दिन घंटे साल महीने सप्ताह मिनट",
        "distance": "किलोमीटर मीटर",
        "money": "रुपये रुपए डॉलर",
    },
    predicates={
        (
            "killed",
            Role.SUBJECT,
        ): "मौत | की मौत | मारे गए | मारे गये | की मौत हो गई | मरे | की जान गई | की हत्या | हत्या | मृत्यु | की मृत्यु | ढेर",
        ("injured", Role.SUBJECT): "घायल | घायल हो गए | जख्मी | घायल हुए",
        ("missing", Role.SUBJECT): "लापता | फंसे",
        ("detained", Role.SUBJECT): "गिरफ्तार | हिरासत में",
    },
    tolls={"killed": "मृतकों की संख्या | मरने वालों की संख्या", "injured": "घायलों की संख्या"},
    parts="जिनमें | समेत",
    conjunctions="और , तथा",
    breakers="; | . | ।",
    negators="नहीं",
)
INDONESIAN = CountTable(
    code="id",
    nouns={
        "person": "orang warga korban penumpang anak perempuan pria wanita polisi siswa pekerja penduduk jiwa",
        "combatant": "tentara militan pemberontak prajurit teroris",
        "killed": "jenazah mayat",
        "attacks": "bom ledakan serangan roket",
        "days": "hari jam tahun bulan minggu menit",
        "distance": "kilometer km meter",
        "building": "rumah gedung bangunan desa sekolah",
        "vehicle": "mobil bus kapal kereta",
        "money": "dolar rupiah",
    },
    predicates={
        (
            "killed",
            Role.EITHER,
        ): "tewas | meninggal | meninggal dunia | terbunuh | menewaskan | dibunuh | menewaskan sedikitnya | "
        "membunuh | tenggelam | korban jiwa | mati | merenggut nyawa | gugur",
        (
            "injured",
            Role.EITHER,
        ): "luka-luka | terluka | luka | cedera | melukai | luka berat | luka ringan | mencederai",
        ("missing", Role.EITHER): "hilang | dinyatakan hilang | terjebak | tertimbun",
        ("displaced", Role.EITHER): "mengungsi | dievakuasi | kehilangan tempat tinggal",
        ("detained", Role.EITHER): "ditangkap | menangkap | ditahan",
        ("abducted", Role.EITHER): "diculik | disandera | menculik",
    },
    tolls={"killed": "jumlah korban tewas | korban tewas | jumlah korban jiwa", "injured": "jumlah korban luka"},
    links="menjadi | mencapai | : | adalah",
    parts="termasuk | di antaranya | di antara mereka",
    prepositions="di dalam dengan pada dari oleh ke",
    conjunctions="dan atau , serta",
    breakers="; | . | ketika | saat | kata | tetapi | sementara | yang",
    negators="tidak bukan",
    denials="membantah",
)
CHINESE = CountTable(
    code="zh",
    nouns={
        "person": "人 | 名 | 平民 | 乘客 | 儿童 | 妇女 | 学生 | 警察 | 矿工 | 工人 | 居民 | 村民 | 名平民",
        "combatant": "士兵 | 武装分子 | 军人 | 名士兵",
        "attacks": "枚火箭弹 | 枚导弹 | 次爆炸 | 起爆炸 | 次袭击 | 枚炸弹",
        "killed": "具尸体 | 具遗体",
        "days": "年 | 月 | 日 | 天 | 小时 | 时 | 分 | 岁 | 周 | 个月",
        "distance": "公里 | 米 | 千米 | 级 | 吨 | 度",
        "building": "座房屋 | 间房屋 | 栋",
        "vehicle": "辆 | 艘 | 架",
        "money": "元 | 美元",
    },
    predicates={
        (
            "killed",
            Role.EITHER,
        ): "死亡 | 丧生 | 遇难 | 遇害 | 被杀 | 身亡 | 死 | 炸死 | 打死 | 罹难 | 喪生 | 罹難 | 溺亡 | 丧命 | 遇害身亡",
        ("injured", Role.EITHER): "受伤 | 受傷 | 负伤 | 伤 | 炸伤 | 重伤 | 轻伤 | 受了伤",
        ("missing", Role.EITHER): "失踪 | 失蹤 | 失联 | 被困 | 下落不明",
        ("displaced", Role.EITHER): "疏散 | 撤离 | 流离失所 | 无家可归 | 转移",
        ("detained", Role.EITHER): "被捕 | 被拘留 | 逮捕 | 拘留",
        ("abducted", Role.EITHER): "被绑架 | 绑架 | 劫持",
    },
    tolls={"killed": "死亡人数 | 遇难人数 | 死亡人數", "injured": "受伤人数"},
    links="至 | 达 | 为 | 升至 | 上升至 | 增至 | 到 | 已达 | 上升到",
    parts="包括 | 其中 | 其中包括",
    conjunctions="， 、 和 , 及",
    breakers="； | 。 | ;",
    negators="没 未",
    denials="否认",
)
