"""English words of harm, each with the side on which the people stand."""

from __future__ import annotations

from extractor.values.count import english_context as context
from extractor.values.count.lexicon import Role, listed

_TO_DEATH = listed(
    "stabbed beaten burned burnt crushed trampled hacked stoned starved bludgeoned tortured frozen choked clubbed "
    "battered shot mauled knifed kicked bled scalded whipped pecked"
)

PREDICATES = {
    ("killed", Role.PARTICIPLE): (
        "killed | murdered | slain | massacred | slaughtered | executed | beheaded | decapitated | lynched | "
        "assassinated | "
        "gunned down | mown down | mowed down | shot dead | shot and killed | fatally shot | fatally wounded | "
        "fatally injured | "
        "mortally wounded | fatally stabbed | stabbed and killed | hanged | guillotined | butchered | "
        "exterminated | "
        "electrocuted | drowned | suffocated | asphyxiated | strangled | put to death | blown up | blown to "
        "pieces | "
        "cut down | lost their lives | incinerated | gassed | wiped out | cremated alive | buried alive | "
        "crushed under | burnt alive | burned alive | burned alive in | roasted alive | "
        "burnt beyond recognition | burnt beyond identification | burned beyond identification | "
        "burned beyond recognition | charred to death | "
        "roasted to death | burnt to ashes | burned to ashes | done to death | sent to hell | martyred | liquidated | "
        "hacked down | riddled with bullets | struck dead | put to the sword | put to death |  crushed beneath | "
        "trampled underfoot | bayoneted | "
        "bombed to death | killed instantly | machine-gunned | poisoned to death | crucified | knifed to death | "
        "shot to death | taken out and shot | " + " | ".join(f"{w} to death" for w in _TO_DEATH)
    ),
    ("killed", Role.OBJECT): (
        "kill | kills | killing | murder | murders | murdering | massacre | massacres | massacring | slaughter "
        "| slaughters | "
        "slaughtering | execute | executes | executing | behead | beheads | beheading | slay | slays | slaying "
        "| slew | "
        "assassinate | assassinating | gun down | guns down | gunning down | shooting dead | shoot dead | "
        "shoots dead | "
        "shooting and killing | lynch | lynching | drowning | suffocating | mows down | mow down | mowing down | "
        "mercilessly killing | hanging | fatally shooting | fatally stabbing | fatally injuring | hacking to "
        "death | "
        "beating to death | found the bodies of | lost with all | went down with all | sank with all | "
        "foundered with all | claims | claiming the lives of"
    ),
    ("killed", Role.SUBJECT): (
        "died | die | dies | dying | perished | perish | perishes | succumbed | succumb | suffocated | lost "
        "their lives | "
        "lost his life | lost her life | lose their lives | met their death | met their deaths | fell dead | "
        "did not survive | "
        "burned to death | bled to death | froze to death | starved to death | drown | lay dead | were laid to "
        "rest | "
        "passed away | gave up the ghost | paid with their lives | paid with his life | succumbed to | "
        "breathed their last | "
        "were pronounced dead | was pronounced dead | pronounced dead | declared dead | met a watery grave | "
        "went to their deaths | plunged to their deaths | fell to their deaths | plunged to his death | "
        "fell to his death | plunged to her death | fell to her death | jumped to their deaths | found dead | "
        "were found dead | expired | did not make it | lost the battle for life | been laid to rest | laid to rest | "
        "met his death | met her death | met his end | met their end | met a tragic end | kicked the bucket | "
        "losing their lives | losing his life | losing her life | lose his life | lose her life | "
        "been buried in a mass grave | were buried in a mass grave | were buried | fatally"
    ),
    (
        "killed",
        Role.ADJECTIVE,
    ): "dead | lifeless | deceased | fatally | to their deaths | to their death | to his death | to her death",
    ("killed", Role.NOMINAL): (
        "death | deaths | killings | slayings | execution | executions | beheadings | lynching | assassination | "
        "assassinations | bodies | body | corpses | lives | remains | drownings | manslaughter | funeral | "
        "funerals | burial"
    ),
    ("injured", Role.PARTICIPLE): (
        "treated | wounded | injured | hurt | maimed | hospitalised | hospitalized | burned | burnt | scalded | "
        "mutilated "
        "| "
        "shot and wounded | shot and injured | seriously injured | critically injured | badly hurt | lightly "
        "wounded"
    ),
    ("injured", Role.OBJECT): (
        "wound | wounds | wounding | injure | injures | injuring | hurts | hurting | maim | maiming | "
        "hospitalising | "
        "hospitalizing | wounding | treating | treat"
    ),
    ("injured", Role.SUBJECT): (
        "treated for | taken to hospital | taken to hospitals | taken to the hospital | rushed to hospital | "
        "rushed to hospitals | sustained injuries | suffered injuries | suffered burns | suffered wounds | "
        "sustained burns | sustained wounds | sent to hospital | admitted to hospital | in "
        "critical condition | "
        "in serious condition | treated in hospital | suffered minor injuries | sustained serious injuries | "
        "suffered serious injuries | suffered gunshot wounds | sustained various injuries | sustained varying "
        "degrees of injuries | sustained varying degrees of injury | sustained various degrees of injuries | "
        "sustained various degrees of injury | being treated | treated in hospitals | treated at | treated in | "
        "undergoing treatment | under treatment | receiving treatment | suffered smoke inhalation | "
        "suffered injury | received injuries | received burns | suffered from smoke inhalation | "
        "needed hospital treatment | required hospital treatment | needed treatment | required treatment | "
        "fighting for their lives | fighting for his life | fighting for her life | battling for their lives | "
        "in intensive care | in a serious condition | in a critical condition | in hospital with | "
        "in the hospital with | "
        "lost limbs | nursing injuries | recuperating in | escaped with injuries | escaped with minor injuries | "
        "escaped with bruises | escaped with burns | escaped with cuts | suffered broken bones | had broken bones | "
        "suffered fractures | in stable condition | in a stable condition | in fair condition | in guarded condition | "
        "were hospitalised | were hospitalized | remained hospitalised | remain hospitalised | "
        "remained hospitalized | remain hospitalized | remain in hospital | remained in hospital | still in hospital | "
        "are in hospital | were in hospital | was in hospital | is in hospital | more in hospital | "
        "others in hospital | "
        "brought in with | airlifted to | airlifted to hospital | "
        "received treatment | were treated | was treated | taken to a hospital | taken to local hospitals | "
        "seriously | critically | "
        "flown to hospital"
    ),
    ("injured", Role.ADJECTIVE): (
        "to hospital | to hospitals | to a hospital | to the hospital | to local hospitals | to area hospitals | to "
        "nearby hospitals | with gunshot wounds | with bullet wounds | with burns | with serious injuries | "
        "with minor injuries | "
        "with shrapnel wounds | with head injuries | with injuries | with severe burns | with stab wounds | "
        "with fractures | "
        "with broken bones | with wounds | with serious burns | with severe injuries | with slight injuries | "
        "with varying degrees of injuries | with multiple injuries | to two hospitals | to several hospitals | "
        "fighting for life | battling for life"
    ),
    ("missing", Role.PARTICIPLE): "entombed trapped",
    ("casualties", Role.PARTICIPLE): (
        "shot | stabbed | killed or wounded | killed or injured | killed and wounded | killed and injured | "
        "dead or wounded | dead or injured | dead and wounded | dead and injured | killed or missing | dead or "
        "missing | "
        "killed , wounded or missing | killed or captured | wounded or killed | dead and missing | killed or hurt"
    ),
    ("casualties", Role.OBJECT): "stabbing | stabs | shooting of | stabbing of",
    ("missing", Role.ADJECTIVE): (
        "missing | unaccounted for | still trapped | buried under | unheard of since | "
        "lost at sea | buried by | buried beneath | believed buried | feared buried | lie buried | yet to be found | "
        "yet to be traced | yet to be located | not been found | not yet been found | still buried | lost in the"
    ),
    (
        "missing",
        Role.SUBJECT,
    ): "were swept away | was swept away | been swept away | swept away by | were washed away | "
    "was washed away | swept out to sea | washed out to sea | vanished | disappeared | gone missing | "
    "went missing | remained missing",
    ("missing", Role.OBJECT): "trapping | traps | trap | burying",
    ("displaced", Role.PARTICIPLE): (
        "displaced | evacuated | made homeless | left homeless | uprooted | driven from their homes | forced "
        "from their homes | "
        "rendered homeless | forced to flee | forced to leave their homes"
    ),
    ("displaced", Role.OBJECT): (
        "displacing | displaces | displace | evacuate | evacuates | evacuating | uprooting | making homeless | "
        "forcing | "
        "uproot"
    ),
    ("displaced", Role.SUBJECT): (
        "fled | flee | fleeing | flees | left without homes | without homes | without shelter | crossed the "
        "border | "
        "have left their homes | lost their homes | sought refuge | taken refuge"
    ),
    ("displaced", Role.ADJECTIVE): "homeless | from their homes | to flee their homes | from their villages | to flee",
    ("detained", Role.PARTICIPLE): (
        "arrested | detained | captured | rounded up | taken into custody | jailed | imprisoned | interned | "
        "taken prisoner | "
        "held in custody | in custody | remanded | held for | held over | held in connection with | nabbed | "
        "apprehended | hauled in | picked up by police | held by police"
    ),
    ("detained", Role.OBJECT): (
        "arrest | arrests | arresting | detain | detains | detaining | capturing | rounding up | round up | nab "
        "| nabs | "
        "nabbed | jails | jailing | jail"
    ),
    ("detained", Role.NOMINAL): "arrest arrests detention capture",
    (
        "abducted",
        Role.PARTICIPLE,
    ): "abducted | kidnapped | taken hostage | held hostage | seized as hostages | taken captive",
    (
        "abducted",
        Role.OBJECT,
    ): "abduct | abducts | abducting | kidnap | kidnaps | kidnapping | took hostage | holding hostage",
    ("abducted", Role.NOMINAL): "abduction abductions",
    (
        "survivors",
        Role.SUBJECT,
    ): "survived | escaped | survive | walked away | acquitted | released | freed | made it out alive",
    (
        "survivors",
        Role.PARTICIPLE,
    ): "rescued | saved | freed | released | unhurt | uninjured | unharmed | unscathed",
    (
        "survivors",
        Role.OBJECT,
    ): "save | saves | prevent | prevents | prevented | preventing | avert | averted | averting | "
    "spared | sparing | rescuing | rescue | saving | freeing | releasing",
    (
        "harmed",
        Role.PARTICIPLE,
    ): "poisoned | infected | charged | convicted | sentenced | indicted | vaccinated | sickened | affected",
    ("idiom", Role.PARTICIPLE): context.IDIOMS,
    ("harmed", Role.OBJECT): "infecting | employs | employing | sentencing | affecting | affects",
}
# These count only nouns known to be people.
STRICT = {
    ("killed", Role.SUBJECT): "fell | fallen",
    ("killed", Role.OBJECT): "lost | losing | claimed | claiming | claims | lose",
    ("missing", Role.OBJECT): "vanished with | disappeared with | disappeared carrying | vanished carrying",
    ("killed", Role.NOMINAL): "loss",
}
