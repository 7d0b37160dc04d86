"""Signs of speech: words beside a name that make it the source of what a sentence says. Facts only.

The attribution reader parses five languages; these tables only say that a quote lets its source speak, in more of them.
A word of `STEMS` stands for all its endings.
"""

from __future__ import annotations

from extractor.language.reporting_words import COUNT_VERBS, STRONG_VERBS, THAT_VERBS, WEAK_VERBS
from extractor.language.wordlists import word_set

# Verbs that move or hold things as often as they speak: alone they are no sign.
_OFTEN_OTHER = COUNT_VERBS | word_set(
    "given giving gives gave put puts raised revised lowered released issued published charged showed shows show list "
    "lists document documents record records register registers count counts claim claims report reports estimate "
    "quote quotes fear fears lodged talk talked talks cried shouted answered dado gab gaben ging gingen geht gehen "
    "fait font hatte"
)
_SHORT = word_set("detto diu dit zei zegt melden aldus sade sier kata ujar sabi rekao")
VERBS = ((STRONG_VERBS | WEAK_VERBS | THAT_VERBS) - _OFTEN_OTHER) | _SHORT
ENGLISH = word_set(
    "say tell state add announce acknowledge insist declare disclose reveal write tweet explain testify admit allege "
    "assert reiterate remark confirm inform indicate warn note estimate quote cite mention comment verify learn hear "
    "report describe record document count deny accuse blame condemn suggest argue post claim conclude determine "
    "establish list register tally hold believe fear understand release publish reckon put"
)
PREPOSITIONS = word_set(
    "selon segons laut zufolge según segundo secondo volgens enligt według menurut ifølge göre conform ayon theo "
    "согласно словам данным даним وفق وفقا وفقًا بحسب حسب مطابق अनुसार মতে σύμφωνα"
)
# Nouns of what is said or counted: "a statement by X", "the X count", "X's tally".
NOUNS = word_set(
    "statement statements spokesman spokeswoman spokesperson spokespeople tweet post communique communiqué bulletin "
    "tally tallies count figures data statistics estimate estimates sitrep account portavoz sprecher sprecherin "
    "porte-parole porta-voz portavoce woordvoerder comunicado communiqué"
)
STEMS: tuple[str, ...] = (
    # Slavic
    *("сообщ", "заяв", "сказа", "переда", "уточн", "подтвер", "рассказ", "повідом", "заявл", "розпов", "поинформ"),
    *("powiedzia", "poinform", "przekaza", "oświadcz", "potwierd", "podał", "řekl", "uved", "sdělil", "saopšt"),
    # Arabic, Persian, Urdu, Pashto
    *(
        "قال",
        "أعلن",
        "اعلن",
        "أفاد",
        "افاد",
        "ذكر",
        "صرح",
        "أكد",
        "اكد",
        "أوضح",
        "نقل",
        "گفت",
        "اعلام",
        "گزارش",
        "کہ",
        "بتا",
        "وویل",
    ),
    # Turkish, Indonesian, Vietnamese, Somali, Filipino
    *("söyle", "açıkla", "bildir", "duyur", "belirt", "mengata", "menyebut", "melapor", "sheeg"),
    # Italian, Catalan, Dutch, Scandinavian, Greek, Romanian
    *("riferi", "parlat", "comunica", "afferm", "dichiar", "afirma", "confirma", "informa", "informo"),
    *("meldd", "bevestig", "säger", "uppg", "sagde", "oplys", "opplys"),
    *("δήλωσ", "ανακοίν", "είπ", "ανέφερ", "spus", "declarat", "anunțat"),
)
# Written without spaces between words, or where a word's marks part it: looked for as they stand.
WITHIN: tuple[str, ...] = (
    *("说", "說", "表示", "报道", "報道", "称", "稱", "通报", "通報", "指出", "宣布", "据", "據", "透露"),
    *("によると", "によれば", "発表", "述べ", "報じ", "明らか", "밝혔", "말했", "전했", "따르면", "발표"),
    *("कहा", "बताया", "अनुसार", "बता", "বলেছ", "জানিয়েছ", "জানান", "মতে", "ระบุ", "กล่าว", "เปิดเผย"),
    *("according to", "as per", "по словам", "по данным", "за даними", "nach angaben", "nach auskunft", "wie aus"),
    *("d'après", "de acuerdo con", "de acordo com", "cho biết", "nói rằng", "ha detto", "stando a", "reported to"),
    *("fait savoir", "fait état", "fait part", "dio a conocer", "fez saber"),
    *("quoted by", "cited by", "reports from", "told by", "wedi dweud", "ayon sa", "word from"),
)
# Verbs whose object stands behind them: "accuses police", "told the paper" let neither speak.
TAKING = word_set("accuse blame condemn tell inform notify warn criticise criticize urge ask contradict")
# Verbs that refuse what is said: their subject is no source of it.
DENIALS = word_set(
    "denied denies deny denying dismissed dismisses rejected rejects disputed disputes negó nié dementierte negou "
    "refuted refutes"
)
