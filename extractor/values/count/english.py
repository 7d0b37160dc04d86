"""English words of casualties and of everything that is counted beside them."""

from __future__ import annotations

from extractor.values.count import english_context as context
from extractor.values.count.english_predicates import PREDICATES, STRICT
from extractor.values.count.lexicon import CountTable

ENGLISH = CountTable(
    code="en",
    nouns={
        "person": (
            "people persons person men man women woman children child boys boy girls girl civilians civilian victims "
            "victim villagers villager passengers passenger residents resident students student pupils pupil "
            "schoolchildren "
            "schoolgirls schoolboys teachers teacher workers worker labourers laborers miners miner farmers farmer "
            "fishermen "
            "sailors crew crewmen crewmembers crewman pilots pilot tourists tourist pilgrims pilgrim worshippers "
            "worshipers "
            "worshipper protesters protester protestors demonstrators demonstrator marchers rioters policemen "
            "policeman police "
            "officers officer constables firefighters firemen journalists journalist reporters doctors nurses nurse "
            "medics "
            "patients patient inmates inmate prisoners prisoner employees staff members member relatives sons "
            "daughters son "
            "daughter brothers sisters brother sister parents grandchildren grandsons granddaughters infants babies "
            "baby "
            "toddlers teenagers teenager youths youth adults elderly foreigners nationals citizens americans "
            "britons germans "
            "israelis palestinians iraqis syrians afghans indians pakistanis nigerians muslims christians jews "
            "hindus sikhs "
            "shiites sunnis kurds monks nuns priests bystanders passers-by shoppers commuters motorists drivers "
            "driver cyclists "
            "pedestrians spectators fans players climbers skiers hikers guests guest customers neighbours neighbors "
            "friends "
            "colleagues politicians officials peacekeepers guards guard bodyguards mourners migrants "
            "others inhabitants couple settlers peasants herders traders vendors souls males females "
            "mothers mother fathers father wives husband wife husbands uncle aunt grandmother grandfather toddler "
            "councillors lawmakers judges lawyers engineers technicians contractors seamen seafarers "
            "divers rescuers volunteers scouts schoolteachers clerics imams academics athletes musicians dancers "
            "revellers "
            "revelers partygoers concertgoers holidaymakers islanders townspeople townsfolk minors newborns "
            "orphans widows unionists strikers dockers steelworkers stewardesses servicewomen cadets recruits "
            "trainees twins triplets siblings sibling locals cops cop inspectors constables campers clients "
            "cleaners cooks "
            "bakers dockworkers porters grandparents cousins nephews nieces pensioners retirees "
            "occupants holiday-makers mountaineers skydivers racegoers passersby constable deputies deputy "
            "detectives detective mechanics shopkeepers merchants truckers lorry-drivers bikers riders rider "
            "jawans jawan "
            "pilgrims devotees devotee kanwariyas dalits labours tribals aborigines natives boaters "
            "swimmers surfers "
        ),
        "combatant": (
            "soldiers soldier troops trooper troopers militants militant fighters fighter rebels rebel insurgents "
            "insurgent "
            "guerrillas guerrilla guerillas terrorists terrorist servicemen serviceman marines marine jihadis "
            "jihadists "
            "extremists paramilitaries commandos commando militiamen militia combatants combatant airmen "
            "legionnaires "
            "partisans separatists conscripts reservists infantrymen gis mujahideen mercenaries warriors cadres"
        ),
        "attacker": (
            "gunmen gunman attackers attacker bombers bomber assailants assailant hijackers hijacker shooters "
            "shooter "
            "kidnappers hostage-takers perpetrators"
        ),
        "killed": (
            "dead deaths death fatalities fatality bodies body corpses corpse lives life killings murders slayings "
            "remains coffins executions beheadings lynchings assassinations drownings homicides homicide martyrs "
            "infanticides "
            "martyrdoms"
        ),
        "injured": "injuries injury wounded injured",
        "casualties": "casualties casualty",
        "missing": "missing",
        "idiom": context.IDIOMS,
        "displaced": (
            "refugees refugee evacuees evacuee | displaced | homeless | displaced persons | displaced people | "
            "internally displaced people | refugees | refugee | evacuees"
        ),
        "detained": "arrests detainees detentions arrest detainee",
        "abducted": "hostages hostage captives captive abductions kidnappings abductees",
        "attacks": (
            "bombs | bomb | explosions | explosion | blasts | blast | bombings | bombing | attacks | attack | air "
            "strikes | "
            "airstrikes | air strike | airstrike | strikes | missiles | missile | rockets | rocket | mortars | "
            "shells | "
            "grenades | grenade | mines | landmines | devices | device | raids | raid | suicide bombings | suicide "
            "attacks | "
            "car bombs | truck bombs | drones | drone strikes | explosives | mortar rounds | bombardments | "
            "detonations | shootings | ambushes | ieds | car bombings | stabbings | arson attacks | assaults"
        ),
        "household": "families family households household",
        "vehicle": (
            "cars car buses bus trucks truck vehicles vehicle trains train boats boat ships ship ferries planes "
            "plane aircraft "
            "helicopters helicopter jets tanks lorries motorcycles motorbikes carriages coaches vessels trawlers "
            "taxis vans "
            "ambulances wagons warplanes submarines"
        ),
        "building": (
            "houses house homes buildings building shops shop schools school churches mosques huts dwellings "
            "hospitals "
            "apartments flats stores storeys stories floors rooms bridges villages towns cities hamlets "
            "neighbourhoods "
            "neighborhoods districts provinces states countries camps settlements factories stations checkpoints "
            "bases "
            "outposts structures tents wards hotels temples offices posts places locations sites"
        ),
        "animal": (
            "cattle cows sheep goats horses dogs pigs chickens livestock animals birds camels elephants donkeys "
            "buffaloes "
            "fish whales dolphins cats poultry reindeer deer rhinos lions tigers monkeys turkeys ducks hens bulls "
            + context.ANIMALS
        ),
        "days": (
            "second seconds minute minutes hour hours day days night nights week weeks weekend weekends month "
            "months year "
            "years decade decades century centuries times occasions"
        ),
        "distance": (
            "km kms kilometres kilometers kilometre kilometer miles mile metres meters metre meter feet foot ft "
            "yards yard inches "
            "inch cm mm block blocks "
            "acres hectares tonnes tons ton kg kilograms kilos lb lbs litres liters gallons degrees "
            "knots mph kph celsius fahrenheit kilotons megatons barrels"
        ),
        "money": "dollars dollar euros euro pounds rupees yen yuan rubles roubles pesos francs marks rand naira "
        "shillings usd",
        "votes": "votes seats points goals percent runs wickets shares signatures",
        "survivors": "survivors survivor",
        "thing": (
            "rifles rifle guns gun pistols weapons weapon ammunition passports phones cellphones nationalities "
            "languages flights "
            "documents bullets knives cases counts charges letters pages copies resolutions parties companies banks "
            "teams clubs "
            "newspapers organisations organizations groups reports photographs pictures videos trees crops fields "
            "graves " + context.THINGS
        ),
    },
    singular={
        "person": (
            "person man woman child boy girl civilian husband wife son daughter brother sister uncle aunt grandson "
            "granddaughter nephew niece cousin friend colleague lawyer engineer priest politician spokesman "
            "spokeswoman minister mayor judge official leader commander victim suspect villager passenger resident "
            "student pupil teacher worker "
            "labourer "
            "laborer miner farmer fisherman sailor crewman pilot tourist pilgrim worshipper protester demonstrator "
            "policeman "
            "policewoman constable officer firefighter fireman journalist reporter photographer cameraman doctor "
            "nurse medic "
            "patient inmate prisoner infant baby toddler teenager youth pensioner bystander motorist driver cyclist "
            "pedestrian spectator climber skier hiker guest guard bodyguard monk nun priest settler schoolgirl "
            "schoolboy passer-by shopkeeper mother father grandmother grandfather national peacekeeper"
        ),
        "combatant": "soldier militant fighter rebel insurgent guerrilla trooper marine militiaman serviceman commando",
        "attacker": "gunman attacker bomber assailant",
        "attacks": "bomb | explosion | blast | bombing | car bomb | suicide bombing | car bombing | truck bomb | "
        "suicide attack",
    },
    predicates=PREDICATES,
    strict=STRICT,
    auxiliaries=(
        "was were be been being is are am has have had having got get gets will would could may might must should "
        "can did does "
        "do wasn weren isn aren hasn haven hadn didn became become becoming remain remained remains lay lie went"
    ),
    passives="was were be been being is are am got get gets wasn weren isn aren",
    chain=(
        "also reportedly believed feared thought said known confirmed reported to have been be being not later "
        "still now both all "
        "already either instantly seriously critically badly slightly gravely since either presumed declared "
        "pronounced found "
        "left and or then yesterday today soon subsequently allegedly apparently officially brutally severely "
        "lightly n't t ' "
        "never feared even so far just themselves believed only being mostly brought deliberately indiscriminately "
        "publicly "
        "shot taken rushed admitted dead summarily swept hurled dragged thrown driven"
    ),
    breakers=(
        "; | . | ! | ? | : | when | while | because | although | though | whereas | if | before | until | whose | "
        "where | "
        "said | says | reported that | but | unless | whether | after | according to | told | ( | ) | as | which | "
        "since | "
        "say | added"
    ),
    relatives="who that whom",
    prepositions=(
        "in on at by from with within during through near into across for towards toward against outside "
        "inside onto via per along without among amid to aboard"
    ),
    determiners="the a an his her their its our my your these those all every no any some this that both each "
    "another him them himself "
    "themselves herself it us me",
    conjunctions="and or , plus",
    parts="including | among them | among whom | among those | of whom | of them | include | includes | included | "
    "notably | "
    "especially | counting | amongst them | amongst whom | mostly",
    part_tails="of them | of whom | of which | of those | of the dead | of the victims | of the wounded | of the "
    "injured | of these",
    partitives="of the | of its | of their | of his | of her | of those | of these | of our | of all | of all the | "
    "out of | "
    "out of the | of an estimated | of some | of about",
    among="among amongst",
    tolls={
        "killed": (
            "death toll | toll | body count | deathtoll | number of dead | number of deaths | number of fatalities | "
            "number of people killed | number of those killed | number killed | number of victims | number of "
            "killed | "
            "number of persons killed | the dead | confirmed deaths | death count | number of casualties killed | "
            "number of bodies | dead numbered | number of civilians killed | deaths | fatalities | total dead"
        ),
        "injured": (
            "number of injured | number of wounded | number of people injured | number of people wounded | the "
            "wounded | "
            "the injured | number of injuries | injury toll | number of those injured | number of those wounded | "
            "number wounded"
        ),
        "casualties": "number of casualties | casualties | casualty toll | casualty figure | casualty count",
        "missing": "number of missing | number of people missing | the missing | number missing",
        "displaced": "number of displaced | number of displaced people | number of refugees | number of homeless | "
        "the homeless",
        "detained": "number of arrests | number of detainees | number of those arrested",
        "harmed": (
            "number of survivors | number of people rescued | number of infections | number of cases | number of "
            "confirmed cases"
        ),
    },
    links=(
        "to | at | of | is | was | are | were | reached | hit | hits | passed | be | numbered | number | as | "
        "topped | exceeded | "
        "totalled | totaled | reaches | passes | total | : | been | stood at | rose to | being | crossed | crosses "
        "| has | now"
    ),
    origins="from",
    compounds="death dead fatality",
    counters="number of | count of | tally of | toll of",
    speech="said says say told tells added confirmed announced reported testified stated claimed warned",
    per="a an per every each",
    later="later earlier ago on apart",
    degrees="seriously critically gravely badly slightly lightly severely",
    negators="not never n't t neither nor cannot without",
    not_negators="not only | not just | not yet known | not clear | not immediately clear | not immediately known | "
    "not known | not merely | not less | not fewer | not more | not to mention | not including | not counting | "
    "not least | not far | not even",
    denials="denied deny denies denying refuted refutes disputed dismissed rejected false untrue refute refuting "
    "debunked hoax "
    "rejects dismisses",
    not_denials="involvement responsibility any being charges role participation knowledge carrying planning "
    "ordering bail "
    "entry access permission request appeal all",
    modals="could | would | might | may | may have | could have | would have | might have | can | should have | "
    "threatened to | "
    "threatens to | threaten to | plotted to | plotting to | planned to | planning to | plan to | tried to | "
    "attempt to | "
    "attempted to | attempting to | trying to | wanted to | intended to | vowed to | in order to | designed to | "
    "capable of | whether | "
    "conspiring to | conspired to | plot to | potentially | if | unless | had hoped to | risk | risks | enough to | "
    "conspiracy to",
    futures="will | going to | expected to | set to | due to be | about to be | is to | are to | likely to",
    fears="feared | fears | fear | fearing | presumed | believed to | thought to | believed dead | potential",
    past="last year | last month | last week | last decade | last century | last summer | last winter | last spring "
    "| "
    "last autumn | last fall | ago | earlier that year | the previous year | the previous month | previous attack | "
    "previous attacks | a year earlier | years earlier | months earlier | weeks earlier | in the past year | in "
    "past years | "
    "past decade | past decades | in recent years | in recent months | in recent weeks | over the years | over the "
    "past | "
    "anniversary | earlier attack | earlier attacks | previously | the year before | the month before | the week "
    "before | "
    "world war ii | second world war | first world war | world war i | since the start of | since the beginning of | "
    "last january | last february | last march | last april | last may | last june | last july | last august | "
    "last september | last october | last november | last december | earlier this year | in the past decade | "
    "years after the | decades after the | a year after the | years since the | decades since the | "
    "years ago today | "
    "civil war has | war has | war had | conflict has",
    years_after="in since during of from until by between",
    superlatives="worst deadliest bloodiest biggest first largest highest most heaviest lowest worse greatest "
    "strongest",
    totals="bringing | brings | brought | total of | in all | altogether | combined | overall | taking the | takes "
    "the | took the | "
    "raising the | raised the | raises the | pushing the | pushed the | pushes the | death toll | in total | total "
    "| between them",
    none_words="no",
    articles="a an",
    months="january february march april may june july august september october november december jan feb mar apr "
    "jun jul aug sep "
    "sept oct nov dec",
    weekdays="monday tuesday wednesday thursday friday saturday sunday yesterday today tonight overnight early late "
    "last next",
    currencies="$ € £ ¥ ₹ usd rs eur gbp",
    labels="flight route highway number no nos room psalm interstate chapter page article section boeing airbus "
    "apollo act channel "
    "magnitude measuring measured registered level category grade resolution unit battalion brigade division "
    "regiment covid "
    "platform gate exit building ward class windows toyota box phone tel fax § # group zone line "
    "terminal hill runway pier camp version phase stage richter",
    streets="street avenue road lane drive boulevard square place crescent st ave rd downing",
    ages="- year | - month | - week | -  year old | years old | - yr | years of age | months old",
    aged="aged age ages",
    past_endings="ed",
    recurrences=context.RECURRENCES,
    sports=context.SPORTS,
    sure_sports=context.SURE_SPORTS,
    disasters=context.DISASTERS,
    fiction=context.FICTION,
    plots=context.PLOTS,
    place_prepositions=context.PLACE_PREPOSITIONS,
    anaphors=context.ANAPHORS,
    changers=context.CHANGERS,
    parents=context.PARENTS,
    hospital_ways="to at in into",
    hospital_verbs=context.HOSPITAL_VERBS,
    hospitals="hospital hospitals clinic clinics infirmary",
    reckoners=context.RECKONERS,
    shares=context.SHARES,
    quantities=context.QUANTITIES,
    exceptions=context.EXCEPTIONS,
    retractions=context.RETRACTIONS,
    singular_verbs="was is has",
    activities="ing",
    dwelling_verbs="live lived living sleep slept sleeping stay stayed staying shelter sheltered sheltering housed "
    "lodged accommodated camped camping",
    dwellings="tents tent shelters shelter camps camp tarpaulins gymnasiums",
    harmless_too=context.HARMLESS_TOO,
    plural_endings="s",
    false_words=context.FALSE_WORDS,
)
