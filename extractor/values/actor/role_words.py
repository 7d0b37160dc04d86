"""Words that make an actor the doer or the target of harm: events as nouns and verbs, and what joins an actor to them.

Facts only. Verbs are in their base forms; `extractor.values.actor.roles` takes endings off.
"""

from __future__ import annotations

from extractor.language.wordlists import word_set
from extractor.values.actor.responsibility_words import ATTACK_NOUNS

HARM_NOUNS = (
    ATTACK_NOUNS - word_set("responsibility credit deaths incident incidents operation fire crash device devices mine")
) | word_set(
    "bombardment bombardments airstrike air-strike offensive gunfire mortar rocket mortars drone drones barrage "
    "barrages onslaught incursion rampage beheading beheadings execution executions abductions stabbing stabbings "
    "salvo warplanes warplane jets shells bullets sniper bombs crackdown violence torture fusillade bombardeo "
    "bombardeos ataques tiroteo bombardement bombardements frappe frappes tirs raid beschuss luftangriff "
    "luftangriffe angriff angriffe bombardeio"
)
# Harm whose "of" has a victim behind it: "the killing of", "the shelling of".
VICTIM_NOUNS = word_set(
    "killing killings murder murders massacre assassination shelling bombing bombardment kidnapping abduction "
    "slaughter beheading execution shooting siege downing hijacking"
)
HARM_VERBS = word_set(
    "kill attack bomb ambush storm detonate massacre shoot murder kidnap abduct raid shell execute behead hack "
    "overrun slaughter target hijack burn torch gun assassinate strike hit ram stab plant explode wound bombard "
    "injure destroy pound strafe pummel pepper ransack loot lynch gas poison rape maim mow invade perpetrate commit"
)
# Participles of other languages that "par", "por", "da" follow.
HARM_STEMS = (
    "tué",
    "assassin",
    "abattu",
    "bless",
    "asesin",
    "muert",
    "matad",
    "herid",
    "uccis",
    "ferit",
    "mort",
    "morto",
)
# Verbs that only with their object are harm: "carried out the attack", "opened fire", "launched rockets".
DOING_VERBS = word_set(
    "carry carried launch stage mount conduct open opened fire throw drop hurl plant set unleash wage execute"
)
IRREGULAR = {
    "shot": "shoot",
    "struck": "strike",
    "overran": "overrun",
    "burnt": "burn",
    "slain": "kill",
    "slew": "kill",
    "threw": "throw",
    "thrown": "throw",
    "flung": "fling",
    "carried": "carry",
    "carrying": "carry",
    "hit": "hit",
    "hitting": "hit",
}
# Verbs that stop harm: their subject did not do it.
COUNTER_VERBS = word_set(
    "repel repulse foil thwart defend prevent survive escape resist fend condemn deplore investigate"
)
AGENT_PREPOSITIONS = word_set("by par por durch da dal dai dalla door")
TARGET_PREPOSITIONS = word_set("on against at upon targeting contra contre gegen auf into towards toward tegen contro")
AIMED = word_set("aim direct target fire aimed directed targeted fired")
PREPOSITIONS = (
    AGENT_PREPOSITIONS
    | TARGET_PREPOSITIONS
    | word_set(
        "of in near from for to with between among under over after before during since until outside inside through "
        "about around behind across along amid via despite without including like than as de del en du des von im in "
        "bei mit nach aus zu di do da em con avec sur dans pour para"
    )
)
JOINERS = word_set("of from with to together loyal belonging linked allied and y et und e")
PEOPLE = word_set(
    "members member fighters fighter soldiers soldier militants militant gunmen gunman forces troops followers "
    "supporters elements units unit branch wing faction affiliate offshoot militia brigade group warplanes planes "
    "jets drones men rebels commander commanders cell agents officers police"
)
SPOKESPEOPLE = word_set(
    "spokesman spokeswoman spokesperson statement official officials minister ministry leader commander leaders "
    "communique communiqué message video post tweet chief general officer officers portavoz sprecher"
)
ARMS = word_set("aircraft artillery air navy army warships tanks helicopters bombers missiles snipers gunners pilots")
BE = word_set("was were is are been being be wurde wurden fue fueron été foi foram")
AUXILIARY = BE | word_set("had has have having did does do will would could may might can hat haben ha han ont also")
HEDGES = word_set(
    "reportedly allegedly suspected alleged apparently presumed presumably possibly probably purportedly believed"
)
# Stance verbs by family, base forms.
CLAIM_VERBS = word_set(
    "claim admit acknowledge confess boast take took accept assume reivindicó atribuyó revendiqué reivindicou"
)
DENY_VERBS = word_set("deny reject dismiss disclaim dispute refute negó negaron nié démenti dementierte negou")
BLAME_VERBS = word_set(
    "blame accuse condemn charge indict culpó acusó accusé beschuldigte culpou acusou denounce implicate"
)
SUSPECT_VERBS = word_set("suspect believe think presume allege fear")
SELF = word_set("its their it they we our his he she her his sus sa ses leur leurs seine ihre")
NEGATIONS = word_set("not never no nor neither none n't didn't")
