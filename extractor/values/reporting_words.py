"""Words that attribute: speech verbs, phrases like "according to", and what may stand around them.

English first; Spanish, French, German and Portuguese in their basic news forms.
"""

from __future__ import annotations

from extractor.values.word_lists import word_set

# Verbs whose subject speaks whatever it is.
STRONG_VERBS = word_set(
    "sprach sprachen said says say told tells stated added adds announced announces acknowledged insisted "
    "declared disclosed revealed wrote tweeted explained testified recalled conceded admitted alleged "
    "asserted reiterated remarked replied dijo dijeron informó informaron afirmó afirmaron aseguró "
    "aseguraron declaró declararon señaló indicó indicaron confirmó anunció explicó precisó añadió agregó "
    "relató reportó reportaron comunicó déclaré annoncé indiqué affirmé précisé rapporté ajouté raconté "
    "expliqué confirmé sagte sagten erklärte erklärten berichtete berichteten meldete meldeten mitteilte "
    "mitteilten bestätigte teilte teilten disse disseram afirmou afirmaram informou informaram declarou "
    "confirmou anunciou relatou contou acrescentou understands believes believe"
)
# Verbs that also mean other things: the subject must look like a source.
WEAK_VERBS = word_set(
    "charged asserted gives rejects contends notified reported reports report confirmed confirms put puts "
    "gave counted counts estimated estimates estimate warned warns noted notes recorded listed documented "
    "claimed claims claim contended maintained suggested quoted raised revised lowered showed shows show "
    "indicated indicates spoke described denied registered tallied verified logged identified argued "
    "feared released issued published expects given accused blamed dismissed rejected criticised "
    "criticized asserts predicted calculated"
)
FRENCH_PARTICIPLES = word_set("déclaré annoncé indiqué affirmé précisé rapporté ajouté raconté expliqué confirmé")
# "claimed responsibility", "claimed 57 lives": no speech.
NOT_SPEECH_AFTER = {
    "claimed": frozenset(["responsibility", "credit", "lives", "the", "both", "a", "at", "more"]),
    "claims": frozenset(["responsibility", "credit", "lives"]),
    "claim": frozenset(["responsibility", "credit", "lives"]),
    "put": frozenset(["out", "up", "down", "on", "in", "off", "pressure"]),
    "puts": frozenset(["out", "up", "down", "on", "in", "off", "pressure"]),
    "gave": frozenset(["way", "up", "birth", "in", "chase"]),
    "gives": frozenset(["way", "up", "birth", "in"]),
    "raised": frozenset(["fears", "concerns", "questions", "doubts", "hopes", "money"]),
    "issued": frozenset(["orders"]),
    "released": frozenset(["hostages", "prisoners", "from"]),
    "counted": frozenset(["among"]),
    "showed": frozenset(["up", "signs", "no"]),
    "show": frozenset(["up", "signs", "no"]),
    "shows": frozenset(["up", "signs"]),
    "added": frozenset(["to"]),
    "believe": frozenset(["in"]),
}
# Weak verbs that state a figure or a fact only: with any subject they would be a noun or a passive.
NOUN_LIKE = word_set("reports report claims claim estimates estimate counts notes shows show puts")
PREPOSITIONS_OF_SOURCE: dict[tuple[str, ...], str] = {
    ("according", "to"): "en",
    ("in", "the", "words", "of"): "en",
    ("citing",): "en",
    ("según",): "es",
    ("segun",): "es",
    ("de", "acuerdo", "con"): "es",
    ("conforme", "a"): "es",
    ("selon",): "fr",
    ("d", "'", "après"): "fr",
    ("d", "’", "après"): "fr",
    ("laut",): "de",
    ("nach", "angaben", "von"): "de",
    ("nach", "angaben", "der"): "de",
    ("nach", "angaben", "des"): "de",
    ("nach", "angaben"): "de",
    ("segundo",): "pt",
    ("de", "acordo", "com"): "pt",
    ("conforme",): "pt",
}
POSTPOSITIONS = frozenset({"zufolge"})
COUNT_NOUNS = word_set("count toll tally figure figures estimate estimates data statistics records")
HEARSAY = frozenset(["reportedly", "reportedly,", "supuestamente", "presuntamente", "angeblich"])
RUMOUR = frozenset(["report", "reports", "reportage", "rumours", "rumors", "rumour", "accounts", "account", "informes"])
AUXILIARIES = word_set(
    "has have had also later earlier meanwhile then now still quickly immediately reportedly initially "
    "previously officially separately however already subsequently only again recently publicly ha han "
    "había hat haben habe avait ont est también auch aussi também was were been is are repeatedly since"
)
DETERMINERS = word_set(
    "the a an its their his her our my this that these those one some several many two three other "
    "another each any both el la los las un una unos su sus le les l une des der die das den dem ein eine "
    "einer einem o os as um uma"
)
INNER_PREPOSITIONS = word_set("of for in from at with de del du des da do das dos di von vom für pour para")
BOUNDARY_WORDS = word_set(
    "that while but as when after before because although though if where which who whom whose whereas "
    "since until unless so than was were is are be been being has have had will would could may might can "
    "died killed wounded injured hurt dead missing killing leaving wounding que mientras pero cuando "
    "quand mais tandis dass während aber wenn qui como murieron perdieron sont ont foram morreram sind "
    "starben einen plus"
)
LEADING = word_set(
    "and or but so yet meanwhile separately however also later earlier still today yesterday tomorrow on "
    "in overnight then monday tuesday wednesday thursday friday saturday sunday nevertheless y pero et "
    "mais und aber e mas for now elsewhere initially additionally furthermore previously afterwards there "
    "here early late at"
)
CLAUSE_BREAKS = word_set("while but although though whereas and mientras pero tandis während aber mais enquanto mas")
PRONOUNS = word_set("he she it they él ella il elle er sie ele ela ils ellos")
PERSON_PRONOUNS = frozenset(["he", "she", "él", "ella", "er", "ele", "ela", "il", "elle"])
ADJUNCT_HEADS = word_set("in on at by to via from during through over late early earlier later")
ADJUNCT_WORDS = word_set(
    "monday tuesday wednesday thursday friday saturday sunday yesterday today tonight late early earlier "
    "later afterwards overnight morning afternoon evening night january february march april may june "
    "july august september october november december again also here jan feb aug sept oct nov dec mit"
)
ADJUNCT_ENDS = word_set(
    "statement report interview conference briefing television tv radio telegram twitter facebook "
    "telephone phone website reporters journalists communique communiqué broadcast address speech "
    "telecast post message x parliament monday tuesday wednesday thursday friday saturday sunday morning "
    "afternoon evening night news agency agencies bulletin release letter january february march april "
    "june july august september october november december newspaper"
)
TITLES: tuple[tuple[str, ...], ...] = tuple(
    tuple(title.split())
    for title in (
        "secretary of state",
        "secretary state",
        "foreign minister",
        "prime minister",
        "interior minister",
        "defence minister",
        "defense minister",
        "energy minister",
        "health minister",
        "railway minister",
        "chief minister",
        "deputy prime minister",
        "home secretary",
        "police chief",
        "fire chief",
        "police commissioner",
        "police spokesman",
        "police spokeswoman",
        "county executive",
        "army spokesman",
        "military spokesman",
        "ministry spokesman",
        "vice president",
        "attorney general",
        "secretary general",
        "secretary-general",
        "president",
        "senator",
        "governor",
        "mayor",
        "minister",
        "premier",
        "chancellor",
        "king",
        "prince",
        "sheriff",
        "commander",
        "colonel",
        "general",
        "captain",
        "lieutenant",
        "sergeant",
        "detective",
        "inspector",
        "superintendent",
        "judge",
        "sir",
        "lord",
        "lady",
        "mr",
        "mrs",
        "ms",
        "dr",
        "mr.",
        "mrs.",
        "ms.",
        "dr.",
        "gen.",
        "col.",
        "maj.",
        "lt.",
        "capt.",
        "sgt.",
        "sen.",
        "rep.",
        "gov.",
        "brig.",
        "prof.",
        "cmdr.",
        "major",
        "brigadier",
        "admiral",
        "ambassador",
        "archbishop",
        "bishop",
        "father",
        "sheikh",
        "imam",
        "ayatollah",
        "us",
        "u.s.",
        "spokesman",
        "spokeswoman",
        "spokesperson",
        "chief",
        "deputy",
        "official",
        "officer",
        "witness",
        "police",
        "army",
        "presidente",
        "ministro",
        "alcalde",
        "gobernador",
        "präsident",
        "bürgermeister",
        "ministre",
        "professor",
        "congressman",
        "rescue",
        "senior",
        "syrian",
        "russian",
        "german",
        "french",
        "british",
        "israeli",
        "soviet",
        "american",
        "turkish",
        "district",
        "county",
        "state",
        "executive",
        "local",
        "survivor",
        "resident",
        "director",
    )
)
