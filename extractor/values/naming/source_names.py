"""Named sources with their type and line, and the words that tell what an unnamed source is. Facts only."""

from __future__ import annotations

from extractor.language.wordlists import word_set
from extractor.records import SourceType

G, S, N = SourceType.GOVERNMENT, SourceType.STATE_MEDIA, SourceType.MONITOR_NGO
W, P, M, U = SourceType.WITNESS, SourceType.PERPETRATOR_OUTLET, SourceType.MEDIA, SourceType.UNSPECIFIED

# Canonical name, then other names; by type. State ownership as commonly described by press-freedom monitors.
NAMED: dict[SourceType, tuple[tuple[str, ...], ...]] = {
    S: (
        ("SANA", "Syrian Arab News Agency", "official Syrian news agency", "Syrian state news agency"),
        ("Xinhua", "New China News Agency", "Hsinhua"),
        ("CCTV", "China Central Television", "CGTN"),
        ("TASS", "Itar-Tass"),
        ("RIA Novosti", "RIA"),
        ("Rossiya", "Rossiya 24", "RT"),
        ("IRNA", "Islamic Republic News Agency"),
        ("IRIB", "Press TV"),
        ("KCNA", "Korean Central News Agency"),
        ("Anadolu", "Anadolu Agency", "Anatolia", "Anatolian"),
        ("TRT", "TRT World"),
        ("Prensa Latina",),
        ("Granma",),
        ("SPA", "Saudi Press Agency"),
        ("WAM", "Emirates News Agency"),
        ("KUNA", "Kuwait News Agency"),
        ("QNA", "Qatar News Agency"),
        ("MENA", "Middle East News Agency"),
        ("Petra", "Petra News Agency"),
        ("INA", "Iraqi News Agency", "al-Iraqiya"),
        ("NNA", "National News Agency"),
        ("Wafa",),
        ("Saba",),
        ("VNA", "Vietnam News Agency"),
        ("APS", "Algeria Press Service"),
        ("TAP", "Tunis Afrique Presse"),
        ("MAP", "Maghreb Arabe Presse"),
        ("JANA", "Jamahiriya News Agency", "LANA"),
        ("SUNA", "Sudan News Agency"),
        ("ENA", "Ethiopian News Agency", "Fana"),
        ("Angop",),
        ("Antara",),
        ("Bernama",),
        ("MRTV", "Myanmar Radio and Television", "Global New Light of Myanmar"),
        ("Tanjug",),
        ("Agerpres",),
        ("PAP", "Polish Press Agency"),
        ("CTK", "Ceteka"),
        ("MTI",),
        ("ADN",),
        ("Belta",),
        ("Azertac",),
        ("Montsame",),
        ("Bakhtar",),
        ("Associated Press of Pakistan", "APP"),
        ("BSS", "Bangladesh Sangbad Sangstha"),
        ("All India Radio", "Doordarshan"),
        ("Pravda",),
        ("Izvestia",),
        ("Krasnaya Zvezda", "Red Star"),
        ("People's Daily", "Renmin Ribao"),
        ("Rodong Sinmun",),
        ("Nhan Dan",),
        ("Neues Deutschland",),
        ("Borba",),
        ("al-Thawra", "al-Baath", "Tishreen"),
        ("al-Ahram",),
        ("Ethiopian Herald",),
        ("Voice of Vietnam",),
        ("Khabar", "Radio Televisyen Malaysia", "RTM"),
        ("Rupavahini",),
        ("Lankapuvath",),
        ("Telesur",),
        ("Sputnik",),
        ("Mehr", "Mehr News Agency"),
        ("Tasnim", "Fars", "Fars News Agency"),
        ("Agencia Cubana de Noticias",),
        ("Agencia Boliviana de Información", "ABI"),
        ("RTLM", "Radio Rwanda"),
        ("Akashvani",),
    ),
    N: (
        ("Syrian Observatory for Human Rights", "SOHR", "Syrian Observatory", "Observatory"),
        ("Human Rights Watch", "HRW"),
        ("Amnesty International", "Amnesty"),
        ("International Committee of the Red Cross", "ICRC"),
        ("Red Cross", "Cruz Roja", "Croix-Rouge", "Rotes Kreuz", "Roten Kreuzes", "Cruz Vermelha"),
        ("Red Crescent", "Croissant-Rouge"),
        ("Médecins Sans Frontières", "MSF", "Doctors Without Borders", "Medecins Sans Frontieres"),
        ("ACLED", "Armed Conflict Location & Event Data Project", "Armed Conflict Location and Event Data Project"),
        ("Airwars",),
        ("Iraq Body Count",),
        ("Syrian Network for Human Rights", "SNHR"),
        ("White Helmets", "Syria Civil Defence"),
        (
            "United Nations",
            "UN",
            "U.N.",
            "ONU",
            "Nations Unies",
            "Vereinte Nationen",
            "Naciones Unidas",
            "Nações Unidas",
        ),
        ("UNHCR", "ACNUR", "UN High Commissioner for Refugees", "United Nations High Commissioner for Refugees"),
        ("OHCHR",),
        ("UNICEF",),
        ("OCHA",),
        ("UNAMA",),
        ("UNRWA",),
        ("World Health Organization", "WHO", "OMS", "World Health Organisation"),
        ("International Organization for Migration", "IOM", "OIM", "Organisation internationale pour les migrations"),
        ("World Food Programme", "WFP"),
        ("Save the Children",),
        ("Oxfam",),
        ("B'Tselem",),
        ("Southern Poverty Law Center",),
        ("Gun Violence Archive",),
        ("South Asia Terrorism Portal",),
        ("US Geological Survey", "USGS", "U.S. Geological Survey", "United States Geological Survey"),
    ),
    P: (
        ("Amaq", "Aamaq", "Amaq news agency"),
        ("al-Furqan",),
        ("al-Naba", "Naba"),
        ("al-Bayan radio",),
        ("Shahada News Agency", "Shahada"),
        ("Radio Andalus", "Andalus radio"),
        ("Kavkaz Center",),
        ("al-Masirah", "Al Masirah"),
        ("Radio Venceremos",),
        ("Voice of Tigers", "Voice of the Tigers", "TamilNet"),
        ("Radio Farabundo Marti",),
        ("Radio Patria Libre",),
        ("Voice of Palestine",),
        ("Al-Aqsa TV", "al-Aqsa radio"),
    ),
    M: (
        ("Reuters",),
        ("Associated Press", "AP"),
        ("Agence France-Presse", "AFP", "Agence France Presse"),
        ("United Press International", "UPI"),
        ("BBC", "British Broadcasting Corporation"),
        ("CNN",),
        ("NBC", "NBC News"),
        ("CBS", "CBS News"),
        ("ABC", "ABC News"),
        ("Fox News",),
        ("Al Jazeera", "al-Jazeera"),
        ("al-Arabiya", "Al Arabiya"),
        ("Al-Manar", "Al Manar", "Al-Manar TV"),
        ("Al-Mayadeen", "Al Mayadeen", "Al-Mayadeen TV"),
        ("Interfax",),
        ("Kyodo",),
        ("Yonhap",),
        ("DPA", "Deutsche Presse-Agentur"),
        ("ANSA",),
        ("EFE",),
        ("Press Trust of India", "PTI"),
        ("United News of India", "UNI"),
        ("New York Times",),
        ("Washington Post",),
        ("Guardian",),
        ("Le Monde",),
        ("El Pais", "El País"),
        ("Haaretz",),
        ("Dawn",),
        ("Geo News", "Geo TV"),
    ),
}

STATE_FAMILY: dict[str, str] = {"SANA": "syria", "Xinhua": "china", "CCTV": "china", "TASS": "russia", "IRNA": "iran"}

# Heads that decide alone. Looked up word by word, from the head of the phrase outwards.
HARD: dict[SourceType, str] = {
    G: (
        "ministry minister ministers ministries police policeman policemen army military government governor "
        "mayor president authorities sheriff senator congressman lawmaker lawmakers mp parliament prosecutor "
        "prosecutors coroner colonel general major captain commander lieutenant sergeant pentagon kremlin "
        "white-house navy coastguard coast-guard firefighters fireman firemen rescuer fire-brigade troops "
        "soldiers constabulary premier chancellor king prince consul embassy ambassador diplomat diplomats "
        "junta regime secretary councillor alderman detective inspector superintendent administrator prefect "
        "prefecture command gendarmerie carabinieri garda rescuers ministerio ministro ministra policía "
        "ejército gobierno gobernador alcalde alcaldesa presidente fiscalía bomberos autoridades protección "
        "ministère ministre gouvernement préfet préfecture procureur maire armée gendarmes autorités pompiers"
        " garde-côtes polizei ministerium innenministerium innenministeriums verteidigungsministerium "
        "außenminister innenminister regierung feuerwehr bürgermeister behörden staatsanwaltschaft armee "
        "bundeswehr präsident polícia governo exército secretário prefeito bombeiros ministério governador "
        "präsidentin officer officers mayors cabinet admiral spokesman-for-police fiscal county-executive "
        "state-department homeland supt. insp. gen. col. maj. lt. capt. sgt. sen. gov. brig. cmdr. adm. "
        "coast-guards coastguards lifeboatmen gendarmes magistrate magistrates warden wardens chancellery "
        "prefeitura polícias bombeiro marinha guarda-costeira delegado vereador armada guardia intendente "
        "comandante gobernación alcaldía intendencia fiscal ayuntamiento ejercito policia capitanía magistrado "
        "militares gobiernos préfète mairie sous-préfet gendarme douanes policiers militaires secours "
        "secouristes commissaire élus sécurité landratsamt kreisverwaltung katastrophenschutz landrat "
        "oberbürgermeister polizeisprecher polizeisprecherin regierungssprecher küstenwache streitkräfte "
        "militär rettungskräfte einsatzkräfte leitstelle innenministerin verteidigungsminister "
        "gesundheitsministerium gouverneur statthalter sheriffs troopers marshal marshals constable "
        "constables tehsildar tahsildar sarpanch "
        "collector bupati commissar politburo presidium taoiseach "
        "province nema sema nadmo ndrrmc isaf nato admiralty cop cops dsp csp dig igp sdpo ppro lawmen deputies "
        "rcmp nypd fbi fema ndma bnpb pnp"
    ),
    S: "state-media state-television state-tv state-radio state-run state-owned state-broadcaster",
    N: (
        "observatory ngo ngos charity charities watchdog monitors monitor aid-workers aid-agency activists "
        "secretary-general activist human-rights rights-group rights-groups campaigners humanitarian ong ongs onu "
        "aktivisten "
        "menschenrechtler beobachtungsstelle hilfsorganisation hilfsorganisationen militants-des-droits associations "
        "ativistas observatorio observatório observatoire humanitaires relief-workers"
    ),
    W: (
        "witness witnesses eyewitness eyewitnesses resident residents villager villagers familiares familias "
        "vecinas survivor survivors doctor doctors medic medics nurse nurses surgeon relative relatives "
        "neighbour neighbours neighbor neighbors passenger passengers bystander bystanders shopkeeper driver "
        "bartender hospital hospitals paramedic paramedics ambulance locals refugees refugee father mother "
        "brother sister son wife husband widow uncle cousin worker workers student students farmer fisherman "
        "fishermen testigos testigo vecinos residentes sobrevivientes superviviente médicos médico habitants "
        "témoins témoin survivant survivants médecin médecins habitantes moradores testemunhas sobreviventes "
        "ärztin rettungssanitäter krankenhaus klinik krankenhäuser hôpital hospitales hospitais bewohner dorfbewohner "
        "einwohner pescadores camponeses campesinos villageois riverains rescapés rescapé vizinhos pêcheurs "
        "undertaker gravedigger gravediggers crewman crewmen townspeople townsfolk peasants peasant herders "
        "fishers trader traders stallholder stallholders missionary missionaries nuns nun commuters holidaymakers "
        "tourists miners miner orderly matron matrons midwife clinic clinics infirmary "
        "augenzeugen zeugen anwohner ärzte arzt überlebende teacher priest pastor bishop imam tourist evacuee"
        " sheikhs evacuees migrant migrants families family victim victims parents elder elders survived escaped"
    ),
    P: (
        "rebel rebels militant militants insurgent insurgents guerrilla guerrillas separatist separatists "
        "jihadists gunmen hijackers kidnappers guerrilleros rebeldes rebelles rebellen insurgés guérilla guerrilla "
        "guerilla guerillas guerrilheiros aufständische aufständischen separatisten séparatistes separatistas "
        "insurgentes jihadistes mujahideen mujahedin mujahedeen mujahidin partisans secessionists hijacker bandits"
    ),
    M: (
        "newspaper newspapers daily weekly magazine broadcaster broadcasters television tv radio media press "
        "tabloid correspondent correspondents journalist journalists reporter reporters news-agency newswire "
        "periódico diario journal zeitung medien medios jornal nachrichtenagentur agence agencia portal "
        "station website outlet outlets"
    ),
    U: ("company airline spokesman-for-the-company owner operator reports report operators firm club lawyer attorney"),
}
# Heads that lean on what else stands in the phrase and mean officials only when nothing else does.
SOFT_GOVERNMENT = word_set(
    "official officials spokesman spokeswoman spokesperson spokesmen source sources chief director leader"
    " leaders deputy portavoz porte-parole sprecher sprecherin porta-voz funcionarios responsable "
    "responsables officiels cónsul executive envoy adviser aide commissioner captain chairman security "
    "agency division department office bureau service command fuentes fuente fontes fonte sources-policières "
    "officiel funcionario autoridad autoridade behörde sprecherinnen dienst amt headquarters hq control-room"
)
# Pairs that mean something other than their words.
PAIRS: dict[tuple[str, ...], SourceType] = {
    ("hospital", "officials"): G,
    ("hospital", "official"): G,
    ("health", "officials"): G,
    ("health", "ministry"): G,
    ("state", "media"): S,
    ("state", "television"): S,
    ("state", "tv"): S,
    ("state", "radio"): S,
    ("state", "news", "agency"): S,
    ("state", "broadcaster"): S,
    ("official", "news", "agency"): S,
    ("official", "media"): S,
    ("official", "radio"): S,
    ("official", "television"): S,
    ("government", "newspaper"): S,
    ("state-run",): S,
    ("state-owned",): S,
    ("state-controlled",): S,
    ("government-run",): S,
    ("state", "newspaper"): S,
    ("televisión", "estatal"): S,
    ("medios", "estatales"): S,
    ("agencia", "oficial"): S,
    ("télévision", "d", "état"): S,
    ("agência", "estatal"): S,
    ("national", "television"): S,
    ("national", "radio"): S,
    ("opposition", "leaders"): U,
    ("opposition", "leader"): U,
    ("opposition", "party"): U,
    ("opposition", "spokesman"): U,
    ("union", "leader"): U,
    ("union", "leaders"): U,
    ("union", "official"): U,
    ("union", "spokesman"): U,
    ("student", "leaders"): U,
    ("church", "leaders"): U,
    ("community", "leader"): W,
    ("community", "leaders"): W,
    ("tribal", "elder"): W,
    ("tribal", "elders"): W,
    ("village", "elder"): W,
    ("village", "elders"): W,
    ("village", "chief"): W,
    ("village", "headman"): W,
    ("religious", "leaders"): W,
    ("rebel", "leader"): P,
    ("rebel", "leaders"): P,
    ("rebel", "commander"): P,
    ("rebel", "spokesman"): P,
    ("rebel", "command"): P,
    ("separatist", "leader"): P,
    ("party", "newspaper"): S,
    ("party", "daily"): S,
    ("party", "organ"): S,
    ("government", "daily"): S,
    ("government", "radio"): S,
    ("government", "television"): S,
    ("government", "gazette"): S,
    ("army", "newspaper"): S,
    ("official", "newspaper"): S,
    ("official", "daily"): S,
    ("official", "gazette"): S,
    ("official", "press"): S,
    ("radio", "nacional"): S,
    ("radio", "nationale"): S,
    ("télévision", "nationale"): S,
    ("staatliche", "nachrichtenagentur"): S,
    ("staatliches", "fernsehen"): S,
    ("staatsfernsehen",): S,
    ("staatsmedien",): S,
    ("médias", "d", "'", "état"): S,
    ("médias", "publics"): S,
    ("agence", "officielle"): S,
    ("control", "room"): G,
    ("rescue", "leader"): G,
    ("emergency", "services"): G,
    ("emergency", "management"): G,
    ("disaster", "management"): G,
    ("fire", "service"): G,
    ("fire", "brigade"): G,
    ("border", "guards"): G,
    ("national", "guard"): G,
    ("revolutionary", "guards"): G,
    ("defensa", "civil"): G,
    ("defesa", "civil"): G,
    ("proteção", "civil"): G,
    ("protection", "civile"): G,
    ("guardia", "civil"): G,
    ("guarda", "costeira"): G,
    ("gardes", "côtes"): G,
    ("sécurité", "civile"): G,
    ("hospital", "director"): W,
    ("hospital", "staff"): W,
    ("hospital", "spokesman"): W,
    ("hospital", "spokeswoman"): W,
    ("morgue", "workers"): W,
    ("morgue", "officials"): G,
    ("morgue", "attendants"): W,
    ("rotes", "kreuz"): N,
    ("cruz", "vermelha"): N,
    ("croix", "rouge"): N,
    ("peace", "monitors"): N,
    ("ceasefire", "monitors"): N,
    ("truce", "observers"): N,
    ("un", "observers"): N,
    ("mine", "company"): U,
    ("bus", "company"): U,
    ("monitoring", "group"): N,
    ("monitoring", "groups"): N,
    ("rights", "group"): N,
    ("rights", "groups"): N,
    ("human", "rights"): N,
    ("aid", "workers"): N,
    ("aid", "agency"): N,
    ("aid", "agencies"): N,
    ("aid", "group"): N,
    ("aid", "groups"): N,
    ("relief", "agency"): N,
    ("relief", "workers"): N,
    ("relief", "agencies"): N,
    ("war", "monitor"): N,
    ("droits", "de", "l", "'", "homme"): N,
    ("derechos", "humanos"): N,
    ("monitoring", "organisation"): N,
    ("monitoring", "organization"): N,
    ("victims", "'", "groups"): N,
    ("civil", "society"): N,
    ("relief", "official"): G,
    ("rebel", "radio"): P,
    ("news", "agency"): M,
    ("local", "media"): M,
    ("news", "website"): M,
    ("news", "portal"): M,
    ("security", "forces"): G,
    ("security", "sources"): G,
    ("civil", "defense"): G,
    ("civil", "defence"): G,
    ("coast", "guard"): G,
    ("fire", "department"): G,
    ("fire", "chief"): G,
    ("white", "house"): G,
    ("rescue", "workers"): G,
    ("rescue", "teams"): G,
    ("rescue", "official"): G,
    ("medical", "sources"): W,
    ("medical", "officials"): G,
    ("ambulance", "service"): G,
    ("police", "officer"): G,
    ("army", "doctor"): G,
    ("prime", "minister"): G,
    ("prison", "officials"): G,
    ("state", "department"): G,
    ("foreign", "office"): G,
    ("home", "office"): G,
    ("county", "executive"): G,
    ("attorney", "general"): G,
    ("district", "attorney"): G,
    ("medical", "examiner"): G,
    ("armed", "forces"): G,
    ("joint", "command"): G,
    ("high", "command"): G,
    ("secretary", "of", "state"): G,
    ("local", "people"): W,
    ("local", "residents"): W,
    ("hospital", "sources"): W,
    ("human", "rights", "commission"): N,
    ("protección", "civil"): G,
    ("company", "spokesman"): U,
    ("airline", "spokesman"): U,
    ("local", "reports"): U,
    ("media", "reports"): M,
    ("press", "reports"): M,
    ("newspaper", "reports"): M,
    ("intelligence", "sources"): G,
    ("military", "source"): G,
    ("cruz", "roja"): N,
    ("union", "officials"): U,
    ("health", "directorate"): G,
    ("disaster", "authority"): G,
    ("disaster", "agency"): G,
    ("church", "officials"): U,
    ("company", "officials"): U,
    ("airline", "officials"): U,
    ("rail", "officials"): G,
    ("mine", "officials"): U,
    ("mine", "owner"): U,
    ("doctors", "union"): N,
    ("panel", "of", "experts"): N,
    ("school", "officials"): G,
    ("opposition", "activists"): N,
}

# Last words of the names of newspapers ("Kathmandu Post").
PAPER_NAMES = word_set(
    "post times herald gazette tribune express mail telegraph chronicle standard mirror sun nation courier journal "
    "inquirer examiner bulletin argus echo vanguard punch globe dispatch sentinel mercury bugle leader register"
)
# What a state issues: "a Baghdad communique", "an Israeli statement".
STATE_PAPERS = word_set(
    "communique communiqué bulletin statement announcement report broadcast war-communique dispatch"
)
# Capitals, countries and peoples whose broadcasters belonged to the state through most of the age of radio.
STATE_AIR = word_set(
    "moscow beijing peking tehran teheran baghdad damascus riyadh cairo khartoum tripoli algiers kabul hanoi "
    "pyongyang havana managua warsaw prague budapest belgrade bucharest sofia tirana rangoon yangon phnom-penh "
    "luanda maputo addis-ababa mogadishu kampala kigali bujumbura conakry kinshasa lagos lusaka harare monrovia "
    "accra lome cotonou niamey ouagadougou nouakchott brazzaville libreville bangui ndjamena antananarivo "
    "islamabad dhaka jakarta vientiane ulan-bator sanaa aden amman bamako syrian iraqi iranian libyan soviet "
    "chinese cuban vietnamese egyptian sudanese ethiopian algerian burmese korean yugoslav bulgarian romanian "
    "albanian polish hungarian czechoslovak ugandan rwandan zairean angolan mozambican saudi yemeni omani "
    "bahraini belarusian kazakh uzbek turkmen tajik azerbaijani eritrean"
)
# A capital or country named alone as a speaker is its government ("Khartoum says").
SEATS = word_set(
    "us u.s. washington moscow beijing peking london paris berlin bonn tehran baghdad damascus riyadh "
    "ankara cairo khartoum tripoli algiers tunis rabat nairobi abuja lagos pretoria addis-ababa islamabad"
    " delhi kabul dhaka colombo tokyo seoul pyongyang hanoi saigon manila jakarta bangkok canberra ottawa"
    " havana bogota bogotá caracas lima santiago managua kyiv kiev warsaw prague budapest belgrade athens"
    " rome madrid lisbon brussels jerusalem amman beirut doha syria russia china iran iraq israel turkey "
    "egypt sudan libya ethiopia eritrea kenya nigeria rwanda uganda pakistan india afghanistan bangladesh"
    " myanmar burma japan vietnam cambodia indonesia colombia venezuela cuba mexico ukraine poland serbia"
    " croatia greece france germany britain spain italy portugal"
)
