"""Words around names that tell places from persons and organisations, as tables."""

from __future__ import annotations

import re

from extractor.language.wordlists import word_set

# Sub-places: kinds of where_prec "exact"; larger ones name a province or district (UCDP where_prec).
SUB_NOUNS = word_set(
    "suburb suburbs neighbourhood neighborhood quarter village hamlet town settlement camp slum township barrio "
    "favela enclave municipality commune locality square street market bazaar valley island peninsula port mine "
    "crossing checkpoint forest oasis resort area ward colony sector estate block colliery pit quarry "
    "section subdivision"
)
CITY_NOUNS = word_set("city capital metropolis")
ADMIN2_NOUNS = word_set("district county sub-district subdistrict department tehsil prefecture raion canton")
ADMIN1_NOUNS = word_set("province state region governorate oblast territory krai division")
TYPE_NOUNS = SUB_NOUNS | CITY_NOUNS | ADMIN2_NOUNS | ADMIN1_NOUNS
# Capitalised nouns that close a name of a place ("Homs Province", "Swat Valley").
NAME_TAILS = word_set(
    "Province State Region Governorate District County City Town Village Valley Island Islands Peninsula "
    "Strip Bay Gulf "
    "River Lake Sea Coast Mountains Hills Delta Desert Camp Oblast Prefecture Township Heights Strait Plateau Basin "
    "Forest Municipality Department Canyon Pass Falls Springs Beach Harbour Harbor Island's Highlands Straits"
)
NAME_HEADS = word_set("Lake Mount Cape Gulf Bay Strait Island Isle Port Fort San Santa St Saint Rio Camp El")
FACILITIES = word_set(
    "Airport Hospital Mosque Bridge Station Market Square Street Stadium Hotel Prison Cathedral Temple Shrine Road "
    "Avenue Boulevard Plaza Mall Barracks Base Airbase Dam Mine Colliery Refinery Highway Junction Tower Theatre "
    "Cinema Nightclub Bazaar Church Terminal Embassy Synagogue Harbour Port Park Theater School University "
    "Drive Lane Parkway Pike Expressway Freeway Turnpike Alley Terrace Playground Apartments Cemetery Library "
    "Courthouse"
)
DIRECTIONS = word_set(
    "north south east west northern southern eastern western central northeastern northwestern southeastern "
    "southwestern north-eastern north-western south-eastern south-western northeast northwest southeast southwest "
    "north-east north-west south-east south-west greater upper lower downtown"
)
ORGANISATION = word_set(
    "Ministry Minister Ministries Observatory Party Army Police University Bank Times Post News Agency Agencies Front "
    "Union Nations State Council Committee Court Movement Brigade Brigades Guard Guards Force Forces Airlines Airways "
    "Group Corporation Company Ltd Inc Institute Foundation Federation League Association Organisation Organization "
    "Department Office Bureau Authority Commission Parliament Congress Senate Assembly Government Republic Navy "
    "Command Coalition Alliance Front's Crescent Cross Rights Watch International Herald Tribune Journal Today "
    "Gazette Daily Mail Mirror Guardian Independent Telegraph Television Radio TV Broadcasting Network Press "
    "United Wanderers Rovers Athletic Hotspur FC Olympic Olympics Cup Marathon Summit Treaty Accord Conference "
    "Conventions Convention Club College Society Security Defence Defense Interior Foreign Health Haram Taliban "
    "Intelligence Service Services Fund Church Air Express Petroleum Oil Energy Mining Steel Motors Stock Exchange "
    "Fire Emergency Office's Sheriff Battalion Regiment Division Fleet Survey Geological Center Centre Jihad"
)
# Words in capitals behind "County", "District", "State" that make it the name of an office or a body.
OFFICES = word_set(
    "Attorney Attorneys Attorney's Judge Court Jail Coroner Coroner's Prosecutor Prosecutor's Prosecutors Clerk "
    "Executive Commissioner Commissioners Supervisor Supervisors Medical Superior Trooper Troopers Patrol Penitentiary "
    "Sheriff's Sheriffs Deputy Deputies Crime Detention Emergency"
)
# Organisation words that also close the name of a place: they reject only names no gazetteer has.
PLACE_LIKE = word_set("State Republic Department Division Union")
TITLES = word_set(
    "mr mrs ms miss dr prof professor president minister premier secretary senator governor mayor "
    "general gen colonel col "
    "captain capt major maj lieutenant lt sergeant sgt corporal inspector superintendent commissioner chief sheriff "
    "king queen prince princess emperor sheikh imam ayatollah mullah pope bishop archbishop father sister brother "
    "reverend rev judge justice ambassador commander spokesman spokeswoman spokesperson chancellor sir lord lady dame "
    "representative rep sen gov congressman officer constable detective brigadier admiral actor actress singer "
    "director coach striker player author named called aged"
)
GIVEN_NAMES = word_set(
    "michael john paul david james robert william george peter mary maria anna ali mohammed muhammad ahmed jose juan "
    "carlos luis pedro antonio jack jane susan sarah laura emma kate chris christopher tom thomas "
    "richard charles henry "
    "joseph mark steven stephen andrew daniel kevin brian jason ryan eric scott jean pierre jacques hans karl ivan "
    "sergei vladimir dmitry abdul hassan hussein omar ibrahim mustafa francis patrick simon martin alexander nicholas "
    "elizabeth margaret patricia jennifer linda barbara lisa nancy karen helen sandra donna carol ruth sharon "
    "michelle kimberly deborah amanda melissa stephanie rebecca amy angela brenda ben sam joe jim bob bill mike steve "
    "tony frank gary larry jerry dennis walter harold douglas albert jimmy phil philip arthur roger jeremy keith"
)
# Ordinary words, months and the like that are towns somewhere, or begin a sentence with a capital.
ORDINARY = word_set(
    "of most mobile reading nice split bath police march may august deal rugby orange enterprise independence normal "
    "eagle young man same moss along hope bar ho sale wells battle eye ash beer male tours angers lens "
    "ban bor piano date "
    "union liberal surprise temple mission commerce industry paradise bell media buy best goes mesa kind central north "
    "south east west western eastern northern southern new old white black brown green grand big little "
    "long short hill "
    "park lake river spring summer victory liberty freedom justice hero mercy justo born worth rome's christmas easter "
    "monday tuesday wednesday thursday friday saturday sunday january february april june july september october "
    "november december jan feb mar apr jun jul aug sep sept oct nov dec mon "
    "tue tues wed thu thurs fri sat weekend islam islamic state parliament congress english french german "
    "spanish arabic christian muslim "
    "catholic god allah army navy air force government ministry operation mr mrs ms dr president minister general "
    "official officials spokesman witnesses the a an in on at one two three four five six seven eight nine ten first "
    "second third several many some more all no not but and or for from to by with as if when while after before since "
    "he she it they we i you his her its their our this that these those there here where who what which "
    "how why dozens "
    "hundreds thousands scores rescue police's hospital school university church mosque today yesterday tomorrow "
    "meanwhile earlier later local national international united nations home show time times sun star post mail "
    "mirror guardian independent sky fox bbc cnn reuters afp ap photo picture image file related updated published "
    "imam sidi mardan's bam are is was be leader lead nation son ladies bus train fire ferry flood quake "
    "blast bomb crash "
    "killed dead both other another each every least about around nearly over under up down out off then now so such "
    "street road avenue square market hotel airport station bridge tower border coast capital city town village "
    "province district region county mass police died death toll lawrence lincoln washington's jackson madison "
    "jordan's clinton bush carter ford kerry trump biden reagan nixon johnson houston's hamilton austin's paris's "
    "metro update capture caption back related "
    "sydney's florence victoria charlotte regina sofia's santiago's salvador's aurora chester lancaster kent marion"
)
CALENDAR = word_set(
    "january february march april may june july august september october november december jan feb mar apr jun jul aug "
    "sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thurs "
    "fri sat sun"
)
_SPEECH = (
    r"(?:said|says|say|announced|announces|confirmed|accused|accuses|reported|denied|denies|condemned|vowed|pledged|"
    r"agreed|insisted|insists|claims|claimed|blamed|blames|warned|warns|urged|called\s+on|responded|hopes|wants|"
    r"has\s+(?:said|pledged|denied|accused|vowed|agreed|condemned|called|warned|offered)|and\s+Moscow|refused|backs|called|summoned|rejected|"
    r"welcomed|launched|sent|flew|offered|deployed|ordered|promised|declared|expelled|withdrew|put\s+the|puts\s+the)"
)
# What follows a name and makes it a speaker, a government or an owner, not a scene.
SPEAKER_AFTER = re.compile(
    r"(?:,\s+(?:President|Prime\s+Minister|Premier|Chancellor|Secretary|Foreign\s+Minister|"
    r"the\s+(?:\w+\s+)?(?:government|president|ministry|Foreign\s+\w+|State\s+Department|Pentagon|White\s+House))\b"
    rf"|\s+the\s+(?:foreign|defen[cs]e|interior)\s+(?:ministry|office)\b|\s+{_SPEECH}\b|[-‐‑–](?:based|backed|led|born|run|linked|controlled\s+government|funded|made)\b"
    r"|\s+(?:state\s+)?(?:news\s+agency|radio|television|TV|media|newspapers?)\b|['’]s?\s+(?:\w+\s+)?newspapers?\b|['’]s?\s+(?:\w+\s+){0,3}?(?:ministr?y?|minister|government|army|military|police|president|"
    r"parliament|envoy|ambassador|news|state|leader|premier|foreign|interior|defen[cs]e|health|navy|air\s+force|"
    r"embassy|king|allies|ally|troops|forces|intelligence|observatory|Hezbollah|supreme|prime|authorities|"
    r"Foreign|Interior|Defen[cs]e|Health|Ministry|Army|President|Prime|National|Red|El|Al)\b)",
    re.IGNORECASE,
)
# What stands before a name and puts the speaker, a meeting or a traveller there.
ASIDE_BEFORE = re.compile(
    r"(?:told\s+(?:\w+\s+){1,4}(?:in|from)|speaking\s+(?:\w+\s+){0,3}(?:in|from)|(?:press|news)\s+conference\s+in|"
    r"(?:interview|briefing|statement|talks?|summit|negotiations|meeting|meetings|conference|headquarters|"
    r"headquartered|based|office|reporters|ministry|spokes\w+|government|officials?\s+(?:at|of)\s+the\s+\w+|correspondent|journalists|embassy)\s+(?:in|from)|"
    r"(?:visit|trip|tour|flight|flew|flying|bound|travel(?:l?ed|l?ing)?|evacuated|airlifted|flown|taken|returned|"
    r"arrived|arrive|arriving|met|meet)\s+(?:to|for|in|from|back\s+to)|"
    r"(?:in|at)\s+(?:an?\s+)?(?:hospitals?|clinics?)\s+(?:in|at)|(?:taken|rushed|flown|treated|admitted|transferred)\s+(?:\w+\s+){0,2}?(?:to|at|in)\s+(?:\w+\s+)?(?:hospitals?|clinics?)\s+in|"
    r"(?:sail(?:ed|ing)|depart(?:ed|ing)|set\s+(?:out|off)|bound|en\s+route|head(?:ed|ing)|on\s+(?:its|their|his|her|the)\s+way|drove|driven|came|come|gone|went|returning|"
    r"journey|voyage|journeys|service|pilgrimage|run|home)\s+(?:home\s+|back\s+)?(?:from|for|to)|(?:(?:had|has|have|which|that|ship|train|plane|bus|ferry|flight|it)\s+(?:just\s+)?left)|"
    r"to\s+(?:\w+\s+){0,3}?(?:hospitals?|clinics?|morgues?)\s+in|"
    r"(?:prosecutors?|diplomats?|analysts|experts|seismologists|meteorologists|lawyers|judges?|courts?|magistrates?|newspapers?|mourners)\s+(?:in|at)|"
    r"(?:felt|heard|seen|visible)\s+(?:\w+\s+){0,4}?(?:in|at)|(?:came|come|hail(?:ed|s)?)\s+from\s+[^.;]{0,40}?\sin|"
    r"(?:said|reporting)\s+(?:in|from|at)|ambassador\s+to|reporting\s+from|by\s+telephone\s+from|"
    r"(?:secretary\s+of\s+state|ministers?|mp|member|bishop|archbishop|duke|duchess|prince|princess|earl|lord|dean|viceroy|cardinal|patriarch|rector)\s+(?:for|of)|"
    r"(?:pupils|students|members|employees|workers|residents|tourists|pilgrims|players|fans|soldiers|teachers)\s+(?:of|from|at)\s+[^.;,]{0,40}?\s(?:in|of)|"
    r",\s+(?:\d{1,3},\s+)?(?:(?:both|all)\s+)?of|"
    r"(?:venait|venant|partie?|provenance|procedente|salido|zarpó|partió|viajaban?)\s+(?:de|desde)|quitté|"
    r"who\s+(?:had\s+)?(?:reached|left|fled(?:\s+to)?)|"
    r"(?:native|citizen|citizens|king|president|prime\s+minister|queen|emir|sultan)\s+of|hails?\s+from|born\s+in|"
    r"(?:support|funding|weapons|supported|backed|condemned)\s+(?:of|from|by))\s+(?:the\s+)?(?:\w+\s+(?:capital|city)\s+(?:of\s+)?)?$",
    re.IGNORECASE,
)
LOCATIVE = re.compile(
    r"(?:\b(?:in|at|near|outside|inside|around|across|throughout|within|off|over|on|into|toward|towards|hit|hits|rocked?|"
    r"rocks|struck|strikes?|rips?|ripped|through|leaving|against|en|à|au|aux|dans|près|cerca|em|no|na|perto|nahe|bei|im|presso|vicino|ad|nel|nella)"
    r"|\b(?:north|south|east|west|northeast|northwest|southeast|southwest|outskirts|north-east|north-west|south-east|"
    r"south-west|coast|edge|suburbs?|centre|center|heart|shores?|mouth|city|town|village|district|province|state|"
    r"region|capital|port|island|camp|neighbou?rhood|county|municipality|part|parts|quarter|area|side|bombing|siege|"
    r"battle|attack|shelling|outside|km|kilomet(?:er|re)s|miles|"
    r"(?:desastre|tragedia|tragédia|massacre|masacre|atentado|attentat|terremoto|séisme|incendio|incêndio)|"
    r"cerca|près|in der Nähe|provincia|province|ville|"
    r"ciudad|Stadt|frazione|località|comune|pueblo|municipio|barrio|estación|gare|quartier|cidade|aldeia|bairro)"
    r"\s+(?:of|from|off|de|du|d['’]|von|di))\s*(?:the\s+|la\s+|el\s+|le\s+)?$",
    re.IGNORECASE,
)
NEAR = re.compile(
    r"\b(?:near|outside|off|(?:north|south|east|west|northeast|northwest|southeast|southwest|north-east|north-west|"
    r"south-east|south-west|outskirts|coast|km|kilomet(?:er|re)s|miles)\)?\s*(?:\(\w+\s*\w*\)\s*)?"
    r"(?:(?:north|south|east|west|northeast|northwest|southeast|southwest)\s+)?(?:of|from|off))\s+"
    r"(?:the\s+)?(?:(?:\w+\s+){1,3}(?:city|town|village|capital)\s+of\s+)?$",
    re.IGNORECASE,
)
# "evacuated 50 people from X" puts them at X; "militants from X" does not.
TAKEN_FROM = re.compile(
    r"\b(?:evacuat|rescu|brought|lift|dug|haul|winch|taken\s+alive|bodies|survivors|escap|pulled|fled|remov|recover|freed|missing|flown|airlift|driven|displac|disappear|abduct|kidnap|snatch)"
    r"\w*\s+(?:[\w,.-]+\s+){0,5}?from\s+(?:the\s+)?$",
    re.IGNORECASE,
)
WEAK = re.compile(r"\b(?:from|to|by|with)\s+(?:the\s+)?$", re.IGNORECASE)
# "Tyrone Hall of Penn Hills": where somebody lives.
OF_PERSON = re.compile(r"(?:[A-Z][\w'’-]+\s+([A-Z][\w'’-]+)\.?|\b\d{1,2}),?\s+(?:both\s+|all\s+)?of\s+$")
# "a Penn Hills man", "the West Haven resident".
RESIDENT = re.compile(
    r"\s+(?:man|woman|men|women|teen|teens|teenager|teenagers|boy|girl|couple|family|resident|residents|native|natives|mother|father|"
    r"rapper|youth|students?|gang)\b"
)
# "Alturas police said", "the Harris County sheriff's deputies": a body of the place, wherever it speaks of.
OFFICE_AFTER = re.compile(
    r"(?:\s+(?:County|City|Parish|Metro|Metropolitan|Municipal|Borough))?(?:['’]s?)?\s+(?:(?:Police|Sheriff|Fire|Health|Coroner|Prosecutor)['’]?s?\s+"
    r"(?:Department|Office|Dept|Chief|Sgt|Lt|Capt|Officer|Detective|Deputy|Det|Commissioner|Bureau|Superintendent|Spokes\w+|Cpl|Maj)"
    r"|police(?!\s+(?:station|post|academy|headquarters|checkpoint|barracks|car|vehicle|convoy|recruit|training|officer\s+(?:was|were))s?\b)"
    r"|(?:sheriff|district\s+attorney|prosecutor|coroner|medical\s+examiner|superior\s+court|jail|grand\s+jury|fire(?:fighters?|\s+(?:department|officials|crews))"
    r"|authorities|deputies|detectives|investigators|mayor|court|judge|paramedics)\b)",
    re.IGNORECASE,
)
