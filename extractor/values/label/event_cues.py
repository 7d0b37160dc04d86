"""Event types, sub-types, weapons, victims and states of an agreement, with the words that show each.

Event types and sub-types follow the ACLED codebook (2023), disasters EM-DAT's groups, weapons PLOVER's ASSAULT modes.
A cue is one or more words; `*` at the end of a word matches any ending ("bomb*": bombs, bombing, bombed).
"""

from __future__ import annotations

from enum import StrEnum

from extractor.values.label.event_labels import AgreementStatus, EventType, SubType, Victims, Weapon


def _cues(text: str) -> tuple[str, ...]:
    return tuple(cue.strip() for cue in text.split(",") if cue.strip())


SUB_TYPE_CUES: dict[StrEnum, tuple[str, ...]] = {
    SubType.SUICIDE_BOMB: _cues(
        "suicide bomb*, suicide attack*, suicide blast*, suicide car*, suicide truck*, suicide belt*, "
        "suicide vest*, blew himself up, blew herself up, blew themselves up, blow themselves up, explosive "
        "belt*, explosive vest*, explosives vest*, suicide explosion*, kamikaze, suicida*, attentat "
        "suicide, attentat-suicide, selbstmordattent*, selbstmordanschl*, suicide"
    ),
    SubType.REMOTE_EXPLOSIVE_IED: _cues(
        "car bomb*, truck bomb*, bomb*, roadside bomb*, land mine*, landmine*, improvised explosive*, ied, "
        "ieds, booby trap*, booby-trap*, explosive device*, blast*, explosion*, explod*, detonat*, "
        "explosive*, blown up, blew up, coche bomba, voiture piégée, autobombe*, bombe*, bomba*, explos*, anschlag*"
    ),
    SubType.AIR_DRONE_STRIKE: _cues(
        "air strike*, airstrike*, air raid*, air-raid*, drone*, bombing raid*, warplane*, fighter jet*, "
        "jets, aerial bomb*, bombardment*, helicopter gunship*, strafed, unmanned aerial, napalm, bombing "
        "run*, ataque* aéreo*, frappe* aérienne*, luftangriff*, ataque aéreo"
    ),
    SubType.SHELLING_ARTILLERY_MISSILE: _cues(
        "shell, shells, shelled, shelling*, artillery, mortar*, missile*, rocket*, howitzer*, cannon*, tank "
        "fire, bombard*, obus, granat*, misil*"
    ),
    SubType.GRENADE: _cues("grenade*, granada*, handgranat*"),
    SubType.CHEMICAL_WEAPON: _cues(
        "chemical weapon*, chemical attack*, poison gas, nerve gas, nerve agent*, sarin, chlorine, mustard "
        "gas, gas attack*, toxic gas"
    ),
    SubType.ARMED_CLASH: _cues(
        "clash*, fighting, battle*, firefight*, gunfight*, gun battle*, ambush*, offensive*, combat*, "
        "skirmish*, assault*, advance*, fought, raid*, shootout*, enfrentamiento*, combate*, affrontement*, "
        "gefecht*, kämpfe*, stormed"
    ),
    SubType.GOVERNMENT_REGAINS_TERRITORY: _cues(
        "captured, recaptur*, retook, retaken, regain*, liberat*, seized control, took control, troops "
        "captured, army captured, drove out, driven out, cleared of"
    ),
    SubType.NON_STATE_OVERTAKES_TERRITORY: _cues(
        "seized, captur*, overran, overrun, took over, fell to, took control, conquer*, stormed into"
    ),
    SubType.ATTACK: _cues(
        "attack*, shot, shoot*, gunm*n, gunman, gunmen, opened fire, massacr*, murder*, kill*, stabb*, "
        "knife attack*, assassinat*, slaughter*, hack*, execut*, gunned down, slain, behead*, beaten, "
        "lynch*, ramm*, plough*, plow*, tirote*, asesin*, fusillade, tuerie, attentat*, schüsse, "
        "erschossen, ataque*, attaque*"
    ),
    SubType.ABDUCTION: _cues(
        "abduct*, kidnap*, hostage*, hijack*, disappear*, seized from, secuestr*, enlev*, entführ*, sequestr*, otage*"
    ),
    SubType.SEXUAL_VIOLENCE: _cues("rape*, raping, sexual*, gang-rape*, sexually assault*"),
    SubType.PEACEFUL_PROTEST: _cues(
        "protest*, demonstrat*, march, marched, marchers, march through, rally, rallied, rallies, sit-in, "
        "vigil, strike by, manifest*, kundgebung"
    ),
    SubType.PROTEST_WITH_INTERVENTION: _cues(
        "tear gas, water cannon*, rubber bullet*, baton*, dispersed, baton charge*, lathi-charge*, pepper spray"
    ),
    SubType.EXCESSIVE_FORCE: _cues(
        "fired on protest*, fired on demonstrat*, opened fire on, live ammunition, live rounds, shot "
        "protest*, shot at protest*, fired into the crowd, fired on the crowd"
    ),
    SubType.VIOLENT_DEMONSTRATION: _cues(
        "riot*, rioted, rioters, hurled stones, threw stones, stone-throwing, petrol bomb*, molotov*, "
        "torched, set fire to, unrest, barricade*"
    ),
    SubType.MOB_VIOLENCE: _cues(
        "mob, mobs, lynch*, communal violence, sectarian clash*, vigilante*, ethnic clash*, rampage*"
    ),
    SubType.ARRESTS: _cues(
        "arrest*, detain*, rounded up, custody, taken into custody, detención, detenid*, festgenommen, interpell*"
    ),
    SubType.LOOTING: _cues("loot*, ransack*, pillag*, saque*, plünder*"),
    SubType.AGREEMENT: _cues(
        "ceasefire*, cease-fire*, truce, agreement*, accord, accords, treaty, peace deal*, deal, cessation of "
        "hostilities, pact, armistice"
    ),
    SubType.CHANGE_TO_GROUP_ACTIVITY: _cues(
        "withdr*, pulled out, left the city, redeploy*, regroup*, merged with, split from, disband*, renam*"
    ),
    SubType.HEADQUARTERS_ESTABLISHED: _cues("headquarters, set up a base, established a base, new base"),
    SubType.DISRUPTED_WEAPONS_USE: _cues(
        "defused, intercepted, foiled, shot down, failed to explode, disarmed, thwarted"
    ),
    SubType.EARTHQUAKE: _cues(
        "earthquake*, quake*, tremor*, aftershock*, temblor*, magnitude, richter, terremoto*, sismo*, "
        "seísmo, séisme*, erdbeben*, temblor"
    ),
    SubType.TSUNAMI: _cues("tsunami*, tidal wave*, maremoto"),
    SubType.FLOOD: _cues(
        "flood*, inundat*, deluge, dam burst, dam collapse*, monsoon rain*, torrential rain*, inundaci*, "
        "inondation*, hochwasser*, überschwemm*, enchente*, inundaç*, burst its banks"
    ),
    SubType.STORM: _cues(
        "storm, storms, hurricane*, cyclone*, typhoon*, tornado*, twister*, blizzard*, gale*, hailstorm*, "
        "lightning, huracán, tormenta*, ouragan, tempête, sturm*, orkan*, tempestade, snowstorm*"
    ),
    SubType.LANDSLIDE: _cues(
        "landslide*, mudslide*, mudflow*, avalanche*, rockslide*, landslip*, slope gave way, "
        "deslizamiento*, deslave*, alud, glissement de terrain, erdrutsch*, lawine*, deslizamento*"
    ),
    SubType.VOLCANIC: _cues("volcan*, erupt*, lava, pyroclastic, lahar*, erupción, éruption, vulkan*"),
    SubType.WILDFIRE: _cues(
        "wildfire*, bushfire*, forest fire*, brush fire*, wild fire*, incendio* forestal*, waldbr*, feux de forêt"
    ),
    SubType.DROUGHT: _cues("drought*, famine*, sequía*, sécheresse*, dürre*, seca, starv*"),
    SubType.EXTREME_TEMPERATURE: _cues(
        "heatwave*, heat wave*, cold wave*, cold snap*, extreme heat, freezing temperature*, cold spell*"
    ),
    SubType.EPIDEMIC: _cues(
        "epidemic*, outbreak*, disease, diseases, cholera, ebola, measles, virus, pandemic*, dengue, malaria, "
        "covid*, meningitis, plague, epidemia*, épidémie*"
    ),
    SubType.TRANSPORT_ACCIDENT: _cues(
        "crash*, collid*, collision*, derail*, capsiz*, bus, train, plane, ferry, airliner, jet, truck, "
        "lorry, plung*, accident*, accidente, aircraft, helicopter, sank, sinking, overturn*, unglück*, "
        "unfall*, acidente*, boat, trawler, descarril*, minibus, coach"
    ),
    SubType.SHIPWRECK: _cues(
        "capsiz*, sank, sunk, sink, sinking, shipwreck*, ferry, boat, vessel, ran aground, naufrag*, trawler, "
        "steamer, drown*, overloaded boat, dinghy, dinghies, raft, canoe, pirogue*, sailboat*, barge, dhow, "
        "yacht, embarcaci*"
    ),
    SubType.AIR_CRASH: _cues(
        "plane, planes, airliner, airliners, jumbo jet*, jets collided, dc-10*, boeing*, airbus*, aircraft, "
        "jetliner, airplane, aeroplane, jet, flight, helicopter, plane crash*, "
        "crash-landed, avión, avion, flugzeug*, avião, airport runway"
    ),
    SubType.RAIL_CRASH: _cues(
        "train, trains, derail*, rail, railway, locomotive, express, tram, descarril*, zug, zugunglück*, metro"
    ),
    SubType.ROAD_CRASH: _cues(
        "bus, buses, coach, truck, lorry, car crash*, road accident*, minibus, road crash*, traffic "
        "accident*, pile-up, head-on, autobús, highway"
    ),
    SubType.INDUSTRIAL_ACCIDENT: _cues(
        "factory, chemical plant, refinery, gas leak*, pipeline, toxic leak*, boiler, plant explosion*, "
        "reactor, warehouse, chemical spill*, industrial accident*, leaking, fireworks factory, fábrica, "
        "usine"
    ),
    SubType.MINE_ACCIDENT: _cues(
        "mine accident*, coal mine*, mine disaster*, miner*, mineshaft, colliery, pit, mine explosion*, "
        "mine collapse*, methane, firedamp, cave-in, gold mine*, mina, bergwerk, mine"
    ),
    SubType.BUILDING_COLLAPSE: _cues(
        "building collapse*, building collapsed, collapsed building*, collaps*, caved in, gave way, roof, "
        "rubble, apartment block*, derrumb*, effondr*, eingestürzt, desab*"
    ),
    SubType.FIRE: _cues(
        "fire, fires, blaze*, burn*, inferno, flames, arson*, incendio*, incendie*, brand, brände, feuer*, "
        "incêndio*, engulf*"
    ),
    SubType.STAMPEDE: _cues("stampede*, crush, crushed, trampled, crowd surge*, estampida, bousculade"),
}


def _of(*members: SubType, extra: str = "") -> tuple[str, ...]:
    found: dict[str, None] = {}
    for member in members:
        found.update(dict.fromkeys(SUB_TYPE_CUES[member]))
    found.update(dict.fromkeys(_cues(extra)))
    return tuple(found)


EVENT_TYPE_CUES: dict[StrEnum, tuple[str, ...]] = {
    EventType.BATTLES: _of(
        SubType.ARMED_CLASH,
        SubType.GOVERNMENT_REGAINS_TERRITORY,
        SubType.NON_STATE_OVERTAKES_TERRITORY,
        extra="fighters, troops, front line*, sealing off, encircl*, insurgents, shootout",
    ),
    EventType.EXPLOSIONS_REMOTE_VIOLENCE: _of(
        SubType.SUICIDE_BOMB,
        SubType.REMOTE_EXPLOSIVE_IED,
        SubType.AIR_DRONE_STRIKE,
        SubType.SHELLING_ARTILLERY_MISSILE,
        SubType.GRENADE,
        SubType.CHEMICAL_WEAPON,
        extra="attack*",
    ),
    EventType.VIOLENCE_AGAINST_CIVILIANS: _of(
        SubType.ATTACK, SubType.ABDUCTION, SubType.SEXUAL_VIOLENCE, extra="violence, target*"
    ),
    EventType.PROTESTS: _of(SubType.PEACEFUL_PROTEST, SubType.PROTEST_WITH_INTERVENTION, SubType.EXCESSIVE_FORCE),
    EventType.RIOTS: _of(
        SubType.VIOLENT_DEMONSTRATION, SubType.MOB_VIOLENCE, extra="disturbance*, clashes with police"
    ),
    EventType.STRATEGIC_DEVELOPMENTS: _of(
        SubType.ARRESTS,
        SubType.LOOTING,
        SubType.CHANGE_TO_GROUP_ACTIVITY,
        SubType.HEADQUARTERS_ESTABLISHED,
        SubType.DISRUPTED_WEAPONS_USE,
        SubType.AGREEMENT,
        extra="operation*, coup, sealing off",
    ),
    EventType.AGREEMENT: _of(
        SubType.AGREEMENT,
        extra="agreed, peace talks, negotiat*, signed, acuerdo, tregua, accord, waffenruhe, acordo, trégua",
    ),
    EventType.STATEMENT: _cues(
        "said, says, told, statement, announced, declared, called on, warned, criticis*, criticiz*, "
        "condemn*, urged, pledg*, claimed, accus*, denied, denounc*, dijo, déclaré, sagte, disse, "
        "interview, remarks, welcomed"
    ),
    EventType.AID: _cues(
        "aid, relief, humanitarian, food, supplies, shipment*, convoy*, donat*, evacuat*, rescue effort*, "
        "ayuda, hilfsgüter, ajuda"
    ),
    EventType.BACKGROUND: _cues(
        "since, years, civil war, history, past, previous*, repeatedly, earlier, in recent, last year, "
        "decade*, conflict, once, war"
    ),
    EventType.NATURAL_DISASTER: _of(
        SubType.EARTHQUAKE,
        SubType.TSUNAMI,
        SubType.FLOOD,
        SubType.STORM,
        SubType.LANDSLIDE,
        SubType.VOLCANIC,
        SubType.WILDFIRE,
        SubType.DROUGHT,
        SubType.EXTREME_TEMPERATURE,
        SubType.EPIDEMIC,
    ),
    EventType.TECHNOLOGICAL_DISASTER: _of(
        SubType.TRANSPORT_ACCIDENT,
        SubType.SHIPWRECK,
        SubType.AIR_CRASH,
        SubType.RAIL_CRASH,
        SubType.ROAD_CRASH,
        SubType.INDUSTRIAL_ACCIDENT,
        SubType.MINE_ACCIDENT,
        SubType.BUILDING_COLLAPSE,
        SubType.FIRE,
        SubType.STAMPEDE,
        extra="explosion*, blast*",
    ),
}

WEAPON_CUES: dict[StrEnum, tuple[str, ...]] = {
    Weapon.CAR_BOMB: _cues(
        "car bomb*, truck bomb*, vehicle bomb*, lorry bomb*, van bomb*, bomb-laden car, bomb in a car, "
        "booby-trapped car*, explosives-laden car*, explosives-laden truck*, explosives-packed, truck "
        "packed with explosives, car packed with explosives, car laden with explosives, truck laden with "
        "explosives, suicide car*, suicide truck*, coche bomba, coches bomba, coche-bomba, carro bomba, "
        "carro-bomba, voiture piégée, voitures piégées, autobombe*, vbied"
    ),
    Weapon.SUICIDE_BOMB: _cues(
        "suicide bomb*, suicide attack*, suicide blast*, suicide truck*, suicide car*, blew himself up, "
        "blew herself up, blew themselves up, kamikaze*, atacante suicida, atentado suicida, attentat "
        "suicide, attentat-suicide, selbstmordattent*, selbstmordanschl*, suicide explosion*, suicide "
        "mission*"
    ),
    Weapon.SUICIDE_BELT: _cues(
        "suicide belt*, suicide vest*, explosive belt*, explosives belt*, explosive vest*, explosives "
        "vest*, explosives strapped, bomb vest*, cinturón* explosivo*, ceinture* explosive*, "
        "sprengstoffgürtel*"
    ),
    Weapon.BOMB: _cues(
        "bomb*, explosive device*, ied, ieds, improvised explosive*, booby trap*, booby-trap*, dynamite, "
        "bomba*, bombe*, nail bomb*, explosives, sprengs*"
    ),
    Weapon.EXPLOSION: _cues("explosion*, explod*, blast*, blew up, blown up, detonat*, explosiv*, explosi*, explot*"),
    Weapon.AIR_STRIKE: _cues(
        "air strike*, airstrike*, air raid*, air-strike*, warplane*, fighter jet*, bombing raid*, aerial bomb*, "
        "jets, helicopter gunship*, air attack*, air raid*, strafed, planes bombed, napalm, ataque* aéreo*, "
        "frappe* aérienne*, luftangriff*"
    ),
    Weapon.DRONE: _cues("drone*, unmanned aerial, uav, uavs, drohne*"),
    Weapon.SHELLING: _cues(
        "shell, shells, shelled, shelling*, artillery, mortar*, howitzer*, tank fire, tank shell*, obus"
    ),
    Weapon.ROCKET: _cues("rocket*, missile*, katyusha*, misil*, rakete*, cohete*, roquette*, scud*"),
    Weapon.GRENADE: _cues("grenade*, granada*, handgranat*"),
    Weapon.GUN: _cues(
        "gun, guns, gunfire, gunm*n, gunman, gunmen, gunned down, gunshot*, shot, shots, shoot*, opened "
        "fire, rifle*, pistol*, machine gun*, machine-gun*, machinegun*, bullet*, kalashnikov*, ak-47*, "
        "firearm*, shotgun*, submachine*, tirote*, disparo*, fusil*, balles, schuss, schüsse, schüssen, "
        "erschoss*, tiros, baleado*, sniper*, strafed"
    ),
    Weapon.KNIFE: _cues(
        "knife, knives, knifed, stab*, machete*, hack*, slit, slash*, throat*, axe, axes, sword*, bayonet*, "
        "behead*, cuchillo*, couteau*, messer*, faca*"
    ),
    Weapon.MINE: _cues(
        "land mine*, landmine*, land-mine*, anti-personnel mine*, anti-tank mine*, mine exploded, mines, "
        "naval mine*, minefield*"
    ),
    Weapon.CHEMICAL: _cues(
        "chemical*, poison gas, nerve gas, nerve agent*, sarin, chlorine, mustard gas, toxic gas, gas attack*, poison*"
    ),
    Weapon.FIRE: _cues(
        "set fire, set ablaze, arson*, burned, burnt, torch*, petrol bomb*, molotov*, firebomb*, "
        "fire-bomb*, set on fire, blaze*, burning, incendi*, burned alive, burned down, fire"
    ),
    Weapon.VEHICLE_RAMMING: _cues(
        "ramm*, ploughed, plowed, drove into, mowed down, ran over, drove a truck into, drove a car into, "
        "vehicle attack*, run over, embisti*, atropell*"
    ),
    Weapon.HOSTAGE: _cues("hostage*, hijack*, kidnap*, abduct*, siege, rehenes, otage*, geisel*"),
    Weapon.BEATING: _cues("beaten, beat, clubbed, lynch*, stoned, bludgeon*, iron bars, clubs, batons"),
    Weapon.NUCLEAR: _cues("nuclear, atomic, atom bomb*, radiation"),
}
# A weapon and what it also is: a car bomb is a bomb, a bomb goes off in an explosion.
WEAPON_PARENTS: dict[StrEnum, tuple[StrEnum, ...]] = {
    Weapon.CAR_BOMB: (Weapon.BOMB, Weapon.EXPLOSION, Weapon.SUICIDE_BOMB),
    Weapon.SUICIDE_BOMB: (Weapon.BOMB, Weapon.EXPLOSION, Weapon.SUICIDE_BELT),
    Weapon.SUICIDE_BELT: (Weapon.BOMB, Weapon.EXPLOSION, Weapon.SUICIDE_BOMB),
    Weapon.BOMB: (Weapon.EXPLOSION,),
    Weapon.MINE: (Weapon.BOMB, Weapon.EXPLOSION),
    Weapon.GRENADE: (Weapon.BOMB, Weapon.EXPLOSION),
    Weapon.ROCKET: (Weapon.SHELLING, Weapon.EXPLOSION),
    Weapon.SHELLING: (Weapon.EXPLOSION,),
    Weapon.DRONE: (Weapon.AIR_STRIKE, Weapon.EXPLOSION),
    Weapon.AIR_STRIKE: (Weapon.BOMB, Weapon.EXPLOSION),
    Weapon.NUCLEAR: (Weapon.BOMB, Weapon.EXPLOSION),
}

_BOMBS = (SubType.REMOTE_EXPLOSIVE_IED,)
SUB_TYPE_PARENTS: dict[StrEnum, tuple[StrEnum, ...]] = {
    SubType.SUICIDE_BOMB: (*_BOMBS, SubType.ATTACK),
    SubType.REMOTE_EXPLOSIVE_IED: (SubType.ATTACK,),
    SubType.AIR_DRONE_STRIKE: (SubType.ATTACK, SubType.SHELLING_ARTILLERY_MISSILE),
    SubType.SHELLING_ARTILLERY_MISSILE: (SubType.ATTACK,),
    SubType.GRENADE: (*_BOMBS, SubType.ATTACK),
    SubType.SHIPWRECK: (SubType.TRANSPORT_ACCIDENT,),
    SubType.AIR_CRASH: (SubType.TRANSPORT_ACCIDENT,),
    SubType.RAIL_CRASH: (SubType.TRANSPORT_ACCIDENT,),
    SubType.ROAD_CRASH: (SubType.TRANSPORT_ACCIDENT,),
    SubType.MINE_ACCIDENT: (SubType.INDUSTRIAL_ACCIDENT,),
    SubType.TSUNAMI: (SubType.EARTHQUAKE, SubType.FLOOD),
    SubType.STORM: (SubType.FLOOD,),
    SubType.FLOOD: (SubType.LANDSLIDE,),
    SubType.WILDFIRE: (SubType.FIRE,),
    SubType.EXCESSIVE_FORCE: (SubType.PROTEST_WITH_INTERVENTION, SubType.PEACEFUL_PROTEST),
    SubType.PROTEST_WITH_INTERVENTION: (SubType.PEACEFUL_PROTEST,),
    SubType.VIOLENT_DEMONSTRATION: (SubType.MOB_VIOLENCE,),
    SubType.GOVERNMENT_REGAINS_TERRITORY: (SubType.ARMED_CLASH,),
    SubType.NON_STATE_OVERTAKES_TERRITORY: (SubType.ARMED_CLASH,),
}

VICTIM_CUES: dict[StrEnum, tuple[str, ...]] = {
    Victims.CIVILIANS: _cues(
        "civilian*, noncombatant*, non-combatant*, civiles, civils, zivilist*, civis, shoppers, bystander*, residents"
    ),
    Victims.CHILDREN: _cues(
        "child, children, schoolchildren, boy, boys, girl, girls, infant*, toddler*, baby, babies, minors, "
        "pupils, niños, niñas, enfants, kinder, crianças, teenager*"
    ),
    Victims.WOMEN: _cues("woman, women, mujeres, femmes, frauen, mulheres, mother*"),
    Victims.SOLDIERS: _cues(
        "soldier*, troops, serviceman, servicemen, marines, paratrooper*, army personnel, conscript*, "
        "guards, soldados, soldats, soldaten, recruits, sailors, peacekeepers"
    ),
    Victims.POLICE: _cues(
        "police officer*, policeman, policemen, policewoman, policías, policiers, polizisten, policiais, "
        "constable*, gendarmes"
    ),
    Victims.MILITANTS: _cues(
        "militant*, rebel*, insurgent*, guerrilla*, fighters, gunmen, terrorist*, jihadist*, extremists, "
        "rebeldes, guerrilleros"
    ),
    Victims.STUDENTS: _cues("student*, pupil*, schoolchildren, estudiantes, étudiants, schüler, cadets"),
    Victims.WORSHIPPERS: _cues("worshipper*, worshiper*, pilgrim*, congregation, faithful, churchgoer*, mourner*"),
    Victims.JOURNALISTS: _cues("journalist*, reporter*, photographer*, cameraman, correspondent*, periodista*"),
    Victims.AID_WORKERS: _cues("aid worker*, relief worker*, humanitarian worker*"),
    Victims.HEALTH_WORKERS: _cues("doctor*, nurse*, medic, medics, paramedic*, health worker*"),
    Victims.MIGRANTS: _cues("migrant*, refugee*, asylum seeker*, displaced people, migrantes, réfugiés"),
    Victims.MINERS: _cues("miner, miners, mineros, mineurs, bergleute, pitmen"),
    Victims.WORKERS: _cues("worker*, labourer*, laborer*, employees, staff, obreros, ouvriers, arbeiter"),
    Victims.PASSENGERS: _cues(
        "passenger*, commuter*, aboard, on board, pasajeros, passagers, passagiere, passageiros, travellers"
    ),
    Victims.CREW: _cues("crew, crewmen, crewmembers, seamen, pilot*, tripulantes"),
    Victims.VILLAGERS: _cues("villager*, farmer*, peasant*, herder*, campesinos, herdsmen"),
    Victims.PROTESTERS: _cues(
        "protester*, protestor*, demonstrator*, marchers, rioter*, manifestantes, manifestants, demonstranten"
    ),
    Victims.PRISONERS: _cues("prisoner*, inmate*, detainee*, hostages, captives, presos"),
    Victims.TOURISTS: _cues("tourist*, holidaymaker*, vacationer*, turistas, touristes"),
    Victims.OFFICIALS: _cues(
        "official*, mayor, governor, minister, president, politician*, candidate, councillor*, judge"
    ),
}
VICTIM_PARENTS: dict[StrEnum, tuple[StrEnum, ...]] = {
    member: (Victims.CIVILIANS,)
    for member in Victims
    if member not in {Victims.CIVILIANS, Victims.SOLDIERS, Victims.MILITANTS, Victims.POLICE}
}

AGREEMENT_CUES: dict[StrEnum, tuple[str, ...]] = {
    AgreementStatus.PROVISIONAL: _cues(
        "provisional, provisionally, tentative*, preliminary, in principle, interim agreement, draft "
        "agreement, provisoire, provisional agreement, vorläufig*, provisório"
    ),
    AgreementStatus.FINAL: _cues(
        "signed, finalised, finalized, ratified, concluded, final agreement, comes into force, came into "
        "force, took effect, sealed, firmaron, signé, unterzeichnet, assinaram, comprehensive agreement"
    ),
    AgreementStatus.CONDITIONAL: _cues(
        "on condition, on the condition, conditional, provided that, provided there, as long as, only if, "
        "so long as, subject to, if the, unless, contingent on, a condición, à condition, unter der "
        "bedingung, provided"
    ),
    AgreementStatus.NOT_FINAL: _cues(
        "not finalised, not finalized, not yet done, not yet been, not final, yet to be, still needed, "
        "details to be, still being, being completed, remained to be resolved, unresolved, filling out the "
        "details, not yet agreed, to be worked out, no final, not yet signed"
    ),
    AgreementStatus.DEADLINE_MISSED: _cues(
        "deadline passed, deadline expired, deadline has come and gone, missed the deadline, missed a "
        "deadline, deadline came and went, deadline has passed, deadline has expired, past the deadline, "
        "deadline lapsed"
    ),
    AgreementStatus.FAILED: _cues(
        "failed, collaps*, broke down, broken down, fell apart, breakdown, did failed, broke off, unravel*, "
        "fracas*, gescheitert, échoué, violated, fell through, foundered"
    ),
    AgreementStatus.REJECTED: _cues(
        "rejected, refus*, turned down, rebuff*, dismissed the, spurned, ruled out, rechaz*, rejeté, "
        "abgelehnt, rejeit*, walked out"
    ),
}
