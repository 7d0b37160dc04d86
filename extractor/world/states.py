"""Nouns that are actors, words that qualify them, titles, states and their adjectives. Facts only."""

from __future__ import annotations

from functools import cache

from extractor.language.wordlists import word_set

ACTOR_NOUNS = word_set(
    "rebels rebel militants militant insurgents insurgent guerrillas guerrilla fighters gunmen gunman "
    "attackers attacker bombers bomber troops soldiers army military police forces militia militias "
    "militiamen jihadists extremists separatists terrorists terrorist government opposition regime "
    "coalition marines commandos paramilitaries paramilitary bandits gangs gang cartel hijackers "
    "kidnappers assailants assailant mob protesters demonstrators rioters herders herdsmen settlers "
    "peacekeepers navy powers junta authorities policemen warplanes airstrikes jets mutineers mercenaries "
    "pirates vigilantes airforce rebeldes guerrilleros ejército policía rebelles armée rebellen armee "
    "exército milicianos dissidents loyalists nationalists republicans tribesmen raiders warders guards "
    "snipers sniper suspects suspect"
)
MODIFIERS = word_set(
    "government opposition rebel security armed pro-government anti-government state masked suspected "
    "islamist maoist communist separatist paramilitary right-wing left-wing leftist rightist special riot "
    "national federal royal air suicide islamic jihadist world western western-backed us-led u.s.-led "
    "u.s. us un u.n. nato saudi-led ethnic republican loyalist joint coalition border peacekeeping hutu "
    "tutsi shiite shia sunni muslim christian hindu buddhist kurdish alawite druze tamil basque chechen "
    "kurd serb croat bosnian"
)
DEMONYMS = word_set(
    "afghan albanian algerian american angolan argentine armenian australian azerbaijani bangladeshi "
    "belgian bolivian brazilian british bulgarian burmese burundian cambodian cameroonian canadian "
    "chadian chilean chinese colombian congolese cuban cypriot czech dutch ecuadorean egyptian english "
    "eritrean ethiopian filipino french georgian german ghanaian greek guatemalan haitian honduran "
    "hungarian indian indonesian iranian iraqi irish israeli italian ivorian japanese jordanian kenyan "
    "korean kuwaiti lao lebanese liberian libyan malaysian malian mexican moroccan mozambican namibian "
    "nepalese nicaraguan nigerian nigerien pakistani palestinian panamanian peruvian philippine polish "
    "portuguese qatari rhodesian romanian russian rwandan salvadoran saudi senegalese serbian somali "
    "soviet spanish sudanese swedish syrian taiwanese tajik tanzanian thai tunisian turkish ugandan "
    "ukrainian uzbek venezuelan vietnamese yemeni yugoslav zairean zambian zimbabwean north south east "
    "west"
)
STATES = word_set(
    "afghanistan algeria angola argentina armenia australia azerbaijan bangladesh belgium bolivia brazil "
    "britain bulgaria burma burundi cambodia cameroon canada chad chile china colombia congo croatia cuba "
    "cyprus egypt eritrea ethiopia france georgia germany greece guatemala haiti honduras hungary india "
    "indonesia iran iraq ireland israel italy japan jordan kenya kuwait laos lebanon liberia libya "
    "malaysia mali mexico morocco mozambique myanmar nepal nicaragua niger nigeria pakistan peru poland "
    "portugal qatar rhodesia romania russia rwanda senegal serbia somalia spain sudan sweden syria taiwan "
    "tanzania thailand tunisia turkey uganda ukraine venezuela vietnam yemen yugoslavia zaire zambia "
    "zimbabwe washington moscow beijing u.s. us un u.n. nato"
) | frozenset(
    {
        "united states",
        "united nations",
        "united kingdom",
        "soviet union",
        "north korea",
        "south korea",
        "saudi arabia",
        "north vietnam",
        "south vietnam",
        "south africa",
        "sri lanka",
        "world powers",
        "european union",
        "african union",
    }
)
PERSON_TITLES = word_set(
    "president minister premier secretary mr mrs ms mr. mrs. ms. dr. dr gen. general col. colonel maj. "
    "major lt. capt. captain sgt. sergeant senator sen. governor gov. mayor king queen prince sheikh "
    "ayatollah commander chancellor foreign prime defence defense interior vice presidente ministro us "
    "u.s. deputy archbishop bishop ambassador judge sheriff chief"
)

_IRREGULAR = {
    "french": "france",
    "british": "britain",
    "english": "britain",
    "dutch": "netherlands",
    "spanish": "spain",
    "polish": "poland",
    "swedish": "sweden",
    "danish": "denmark",
    "philippine": "philippines",
    "filipino": "philippines",
    "soviet": "soviet union",
    "american": "us",
    "u.s.": "us",
    "america": "us",
    "greek": "greece",
    "burmese": "burma",
    "nigerien": "niger",
    "welsh": "wales",
    "swiss": "switzerland",
    "thai": "thailand",
}


@cache
def country_key(word: str) -> str:
    """The state that an adjective belongs to; any other word as it is.

    >>> country_key("syrian"), country_key("nigerian"), country_key("lebanese"), country_key("police")
    ('syria', 'nigeria', 'lebanon', 'police')
    """
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if word not in DEMONYMS:
        return word
    whole = [s for s in STATES if word.startswith(s)]
    if whole:
        return min(whole, key=lambda s: (-len(s), s))
    alike = sorted(s for s in STATES if s[:4] == word[:4])
    return alike[0] if alike else word
