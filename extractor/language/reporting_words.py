"""Words that attribute: speech verbs, phrases like "according to", and what may stand around them.

English first; Spanish, French, German and Portuguese in their basic news forms.
"""

from __future__ import annotations

from extractor.language.wordlists import word_set

# Verbs whose subject speaks whatever it is.
STRONG_VERBS = word_set(
    "sprach sprachen said says say told tells stated added adds announced announces acknowledged insisted "
    "declared disclosed revealed wrote tweeted explained testified recalled conceded admitted alleged "
    "asserted reiterated remarked replied dijo dijeron informó informaron afirmó afirmaron aseguró "
    "aseguraron declaró declararon señaló indicó indicaron confirmó anunció explicó precisó añadió agregó "
    "relató reportó reportaron comunicó déclaré annoncé indiqué affirmé précisé rapporté ajouté raconté "
    "expliqué confirmé sagte sagten erklärte erklärten berichtete berichteten meldete meldeten mitteilte "
    "mitteilten bestätigte teilte teilten disse disseram afirmou afirmaram informou informaram declarou "
    "confirmou anunciou relatou contou acrescentou understands believes believe informs inform announce "
    "acknowledges acknowledge admits admit insists insist declares declare discloses reveals concedes concede "
    "alleges allege testifies testify recounted recounts informed clarified clarifies averred concluded "
    "cautioned cautions radioed cabled telegraphed intimated stressed stresses emphasised emphasized underlined "
    "shouted cried exclaimed retorted countered responded answered vowed stipulated "
    "detalló detalla detallaron manifestó manifestaron expresó puntualizó apuntó comentó refirió refirieron relataron "
    "subrayó lamentó advirtió advirtieron denunciou denunciaram detalhou ressaltou explicou apontou "
    "souligné soulignent déploré signalé signale signalent dénonce dénoncent dénoncé "
    "complained lamented commented speculated surmised swore "
    "dice dicen afirma afirman asegura aseguran informa informan declara señala señalan señalaron indica "
    "indican confirma confirman confirmaron anuncia anunciaron explicaron añade añadieron sostiene sostienen "
    "sostuvo denuncia denuncian denunció denunciaron reporta reportan precisa precisaron comunicaron relata "
    "dit disent affirme affirment indique indiquent annonce annoncent précise précisent assure assurent déclare "
    "déclarent rapporte rapportent ajoute raconte racontent confirme confirment "
    "sagt sagen meldet melden meldeten berichtet berichten bestätigt bestätigen bestätigten teilt teilen "
    "erklärt erklären spricht sprechen "
    "diz dizem afirma afirmam informam declararam confirmam confirmaram anunciaram relatam relataram contam "
    "contaram garante garantem garantiu garantiram disseram"
)
# Verbs that also mean other things: the subject must look like a source.
WEAK_VERBS = word_set(
    "charged asserted gives rejects contends notified reported reports report confirmed confirms put puts "
    "gave counted counts estimated estimates estimate warned warns noted notes recorded listed documented "
    "claimed claims claim contended maintained suggested quoted raised revised lowered showed shows show "
    "indicated indicates spoke described denied registered tallied verified logged identified argued "
    "feared released issued published expects given accused blamed dismissed rejected criticised "
    "criticized asserts predicted calculated confirm estimate list lists document documents tally tallies "
    "register registers verifies warn fear fears reckon reckons reckoned assess assessed assesses guessed "
    "speak speaks spoken talk talked talks broadcast carried printed printing records count claim quote quotes "
    "cites cited deny denies maintain maintains contend contends suggest suggests describe describes "
    "notify identifies lodged supplied provided compiled had held attribute attributes "
    "mentioned mentions found finds determined established ascertained "
    "boast boasts boasted brag brags bragged attributed pegs pegged writes "
    "cifra cifran cifró cifraron elevó elevaron eleva sitúa sitúan situó situaron contabilizó contabilizaron "
    "contabiliza contabilizan registró registraron registra registran estima estiman estimó estimaron calcula "
    "calculan calculó calcularon reconoce habla hablan habló hablaron hablado hablaba hablaban dado "
    "reconoció reconocen "
    "reconocieron admitió admitieron cuenta contó contaron temen teme "
    "parle parlent parlait parlaient parlé évoque évoquent évoqué estime estiment estimé recense recensent "
    "recensé dénombre dénombrent dénombré compté chiffré reconnu admis compte comptent avance "
    "avancent avancé fait font déplore déplorent "
    "chiffre chiffrent craint craignent revendique reconnaît reconnaissent "
    "zählt zählte zählten zählen beziffert bezifferte bezifferten nennt nannte nannten gab gaben geht gehen "
    "ging gingen rechnet rechnen schätzt schätzte schätzten schätzen befürchtet befürchten "
    "fala falam falou falaram registrou registraram registou registaram contabilizou contabilizaram "
    "contabilizam estimou estimaram divulgou divulgaram elevou elevaram calcula calculam admitiu reconheceu "
    "reconheceram temem teme"
)
# Words that must follow, within a few, for the verb to speak of a figure.
SPEECH_ONLY_WITH: dict[str, frozenset[str]] = {
    **dict.fromkeys(("speak", "speaks", "spoke", "spoken", "talk", "talked", "talks"), frozenset(["of"])),
    **dict.fromkeys(("boast", "boasts", "boasted", "brag", "brags", "bragged"), frozenset(["of", "that"])),
    **dict.fromkeys(
        ("habla", "hablan", "habló", "hablaron", "hablado", "hablaba", "hablaban", "fala", "falam", "falou", "falaram"),
        frozenset(["de", "em"]),
    ),
    **dict.fromkeys(("parle", "parlent", "parlait", "parlaient", "parlé"), frozenset(["de", "d"])),
    **dict.fromkeys(("fait", "font"), frozenset(["état"])),
    **dict.fromkeys(("geht", "gehen", "ging", "gingen", "spricht", "sprechen"), frozenset(["von"])),
    **dict.fromkeys(("rechnet", "rechnen"), frozenset(["mit"])),
    **dict.fromkeys(("gab", "gaben"), frozenset(["an", "bekannt", "mit"])),
    **dict.fromkeys(("cuenta", "conta", "dado"), frozenset(["cuenta", "que"])),
}
# Verbs that speak only with "that" at once: "the inquiry found that".
THAT_VERBS = word_set("found finds determined established ascertained")
# Verbs that state a figure whatever their subject, when one follows at once: "the stationmaster spoke of 65".
FIGURE_VERBS = word_set(
    "spoke speak speaks counted counts put puts estimated estimates estimate recorded registered tallied confirmed "
    "reported listed reckoned feared pegged documented"
)
# Plain verbs that state a figure only after a noun of counting: "a police count had 150 dead".
COUNT_VERBS = word_set("had held carried printed broadcast provided supplied compiled")
# Verbs with an object of their own: never "..., put the toll at 57" with the toll for a speaker.
TRANSITIVE = word_set(
    "put puts gave gives raised revised lowered listed lists list recorded records documented tallied counted "
    "counts registered logged verified identified released issued published estimated calculated predicted "
    "accused blamed dismissed rejected criticised criticized denied described feared showed shows show indicates "
    "quoted cited had held carried printed broadcast provided supplied compiled charged"
)
# Verbs of languages whose subject may follow without a comma: "Am Montag teilte die Polizei mit".
FOREIGN_INVERTED = word_set(
    "sprach sprachen sagte sagten erklärte erklärten berichtete berichteten meldete meldeten teilte teilten "
    "bestätigte bestätigten meldet melden berichtet bestätigt teilt spricht sprechen geht gehen ging gingen "
    "zählte zählt bezifferte beziffert nannte nennt gab gaben "
    "dijo dijeron informó informaron afirmó afirmaron aseguró aseguraron declaró señaló indicó confirmó "
    "confirmaron anunció anunciaron explicó precisó informa confirma reportó reportaron cifró elevó situó "
    "disse disseram afirmou informou informaram declarou confirmou confirmaram anunciou relatou divulgou "
    "informa confirma indique annonce précise"
)
# Bodies that speak for themselves though no word tells their type.
BODIES = word_set(
    "union unions management commission committee inquiry tribunal church parish diocese party opposition company "
    "airline operator owners firm club school university council bulletin communique communiqué statement sitrep "
    "document documents file files list lists roster report study survey review dossier plaque league federation "
    "association foundation institute society embassy consulate delegation mission court registry register archive "
    "archives cemetery morgue mortuary undertakers gravediggers railway railways port owners manager managers "
    "employers insurers lawyers leaders elders chiefs activists organisers organizers sindicato empresa iglesia "
    "comisión informe comunicado syndicat entreprise église rapport communiqué gewerkschaft kirche betreiber "
    "bericht igreja relatório comissão leadership rivals sources source"
)
FRENCH_PARTICIPLES = word_set(
    "déclaré annoncé indiqué affirmé précisé rapporté ajouté raconté expliqué confirmé recensé dénombré évoqué estimé "
    "compté avancé signalé dénoncé souligné parlé chiffré reconnu admis dit fait"
)
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
    "counted": frozenset(["among", "on"]),
    "counts": frozenset(["among", "on"]),
    "reported": frozenset(["for", "missing"]),
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
    ("de", "source"): "fr",
    ("de", "sources"): "fr",
    ("de", "fuentes"): "es",
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
COUNT_NOUNS = word_set(
    "count counts toll tolls tally tallies figure figures estimate estimates data statistics records reckoning "
    "account accounts version assessment assessments calculation calculations list lists register log census body-count"
)
# Nouns of speech: "the army's claim of 57 dead", "an announcement by the junta that".
CLAIM_NOUNS = word_set(
    "claim claims announcement assertion assertions statement report reports admission contention allegation "
    "allegations acknowledgement declaration testimony"
)
COUNT_MADE = word_set(
    "given compiled provided released kept issued published collected gathered maintained supplied announced made "
    "drawn prepared obtained put"
)
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
    "starben einen plus wurde wurden werden starb kamen kam gab es fueron fue han sido foi furent fut été eram "
    "estavam estaban eran había haben hatten verletzt getötet"
)
LEADING = word_set(
    "and or but so yet meanwhile separately however also later earlier still today yesterday tomorrow on "
    "in overnight then monday tuesday wednesday thursday friday saturday sunday nevertheless y pero et "
    "mais und aber e mas for now elsewhere initially additionally furthermore previously afterwards there "
    "here early late at by"
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
    "afternoon evening night news agency agencies bulletin release letter sitrep dispatch cable memo note circular "
    "update text email tweet page podcast hearing communiqués bulletins briefings january february march april "
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
