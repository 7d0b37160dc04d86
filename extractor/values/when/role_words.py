"""Words that take a date away from an event: speech, counting, and what people do after it."""

from __future__ import annotations

from extractor.language.wordlists import word_set

# A day said of one of these nouns is the day somebody spoke: "at a March 9 briefing", "Monday's statement".
SPEECH_NOUNS = word_set(
    "briefing briefings statement interview conference announcement tweet post broadcast speech message bulletin "
    "dispatch communique communiqué report update entrevista comunicado declaración conferencia communiqué "
    "déclaration conférence erklärung mitteilung pressekonferenz interview заявлении брифинге"
)
# Verbs of speech beyond those that attribute figures.
MORE_SPEECH = word_set(
    "posted published released confirmed reported reports adding added saying speaking addressing briefing "
    "talking hablando s'exprimant urged warned claimed сообщил сообщила сообщили сообщило заявил заявила заявили "
    "рассказал сказал повідомив повідомили заявив powiedział powiedziała poinformował poinformowała poinformowali "
    "podał podała oświadczył przekazał przekazała zei zeiden meldde meldden verklaarde dice ha detto hanno detto "
    "riferito kata ujar mengatakan menyatakan açıkladı söyledi duyurdu bildirdi belirtti قال قالت أعلن أعلنت صرح "
    "ذكرت أفادت"
)
# Things that happen, and take a date and a toll: a date before the first of them is the main verb's.
EVENT_STEMS = tuple(
    "collision collid overturn plung crush burst poison swept hijack kidnap abduct burn gas fell ambush attack "
    "bomb blast explo earthquake quake tremor flood crash derail fire blaze shoot shot massacre raid strike "
    "struck airstrike shell clash collaps storm hurricane cyclone typhoon tornado accident disaster tragedy "
    "killing kill murder assault ambush siege gunm battle fight fought sank sink sunk capsiz drown shipwreck "
    "stampede landslide mudslide avalanche erupt tsunami hit died deaths detonat outbreak stabb slaughter "
    "atentado ataque explosi terremoto sismo incendio inundaci tiroteo choque naufrag atac mat murió murieron "
    "attentat attaque séisme incendie inondation fusillade naufrage tué anschlag angriff erdbeben brand getötet "
    "unfall"
    "взрыв нападени землетрясени пожар наводнени обстрел теракт убит погиб saldırı patlama deprem yangın öldü".split()
)
# What a figure's relative clause begins with, and what ties a figure to an event's noun without a verb of its own.
OPENERS = word_set("that which who whom whose where qui que où dont который которая которое которые")
TIES = word_set("of killing leaving injuring wounding claiming de matando dejando tuant faisant")
# Prepositions that hang an event's noun on another deed.
ATTACHING = word_set(
    "of over in on at from after for with about to into following de sobre tras en contra del du sur après "
    "von nach bei über wegen об о после за"
)
# A preposition that makes the event's noun the doer: "razed by a quake that killed 40".
AGENT = word_set("by por par pelo pela von durch door av")
# What people do after an event; its figure follows the verb or noun.
AFTERMATH = word_set(
    "buried bury mourned mourning commemorated commemorating honoured honored remembered sentenced convicted "
    "charged identified visited attended funeral funerals burial burials memorial vigil trial visit arrested "
    "arresting arrest commemoration enterraron enterrado sepultaron condenó detuvieron enterré enterrées inhumé "
    "arrêté beigesetzt beerdigt verhaftet verurteilt похоронили задержали pochowano zatrzymano"
)
# What is done with a funeral or a trial.
HELD = word_set("held begin begins began start starts started open opens opened take takes took celebrará celebró lieu")
