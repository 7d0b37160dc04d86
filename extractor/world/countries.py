"""Facts about names that the gazetteer package has not: demonyms, common country names, provinces, old names.

One entry a line, the ISO 3166 code of the country first. Facts of general knowledge; a name that two countries
share is left to the gazetteer.
"""

from __future__ import annotations

from functools import cache

# code: demonyms | other names of the country
_COUNTRIES = """
AF Afghan Afghani|
AL Albanian|
DZ Algerian|
AO Angolan|
AR Argentine Argentinian|
AM Armenian|
AU Australian|
AT Austrian|
AZ Azerbaijani Azeri|
BH Bahraini|
BD Bangladeshi|East Pakistan
BY Belarusian|
BE Belgian|
BJ Beninese|Dahomey
BO Bolivian|
BA Bosnian|Bosnia
BR Brazilian|Brasil
BG Bulgarian|
BF Burkinabe|Upper Volta,Burkina
BI Burundian|
KH Cambodian Khmer|Kampuchea
CM Cameroonian|
CA Canadian|
CF|Central African Republic,CAR
TD Chadian|
CL Chilean|
CN Chinese|Red China,People's Republic of China
CO Colombian|
CD Congolese|Congo,Democratic Republic of Congo,DR Congo,DRC,Zaire,Belgian Congo,Congo-Kinshasa
CG|Congo,Congo-Brazzaville,Republic of Congo
CR Rican|
CI Ivorian|Ivory Coast,Cote d'Ivoire,Côte d'Ivoire
HR Croatian Croat|
CU Cuban|
CY Cypriot|
CZ Czech|Czech Republic,Czechoslovakia
DK Danish|
DO Dominican|
EC Ecuadorean Ecuadorian|
EG Egyptian|United Arab Republic
SV Salvadoran Salvadorean|
ER Eritrean|
EE Estonian|
ET Ethiopian|Abyssinia
FJ Fijian|
FI Finnish|
FR French|
GE Georgian|
DE German|West Germany,East Germany
GH Ghanaian|Gold Coast
GR Greek|
GT Guatemalan|
GN Guinean|
GY Guyanese|British Guiana
HT Haitian|
HN Honduran|
HU Hungarian|
IN Indian|
ID Indonesian|Dutch East Indies
IR Iranian Persian|Persia
IQ Iraqi|
IE Irish|Republic of Ireland
IL Israeli|
IT Italian|
JM Jamaican|
JP Japanese|
JO Jordanian|Transjordan
KZ Kazakh|
KE Kenyan|
KW Kuwaiti|
KG Kyrgyz|Kirghizia
LA Lao Laotian|Laos
LV Latvian|
LB Lebanese|
LS|Basutoland
LR Liberian|
LY Libyan|
LT Lithuanian|
MG Malagasy|
MW Malawian|Nyasaland
MY Malaysian|Malaya
ML Malian|
MT Maltese|
MR Mauritanian|
MX Mexican|México
MD Moldovan|
MN Mongolian|
ME Montenegrin|
MA Moroccan|
MZ Mozambican|
MM Burmese|Burma
NA Namibian|South West Africa
NP Nepalese Nepali|
NL Dutch|Holland
NZ|New Zealand
NI Nicaraguan|
NE Nigerien|
NG Nigerian|
KP|North Korea
KR|South Korea
MK Macedonian|Macedonia
NO Norwegian|
OM Omani|
PK Pakistani|West Pakistan
PS Palestinian|Palestine
PA Panamanian|
PG|Papua New Guinea
PY Paraguayan|
PE Peruvian|
PH Filipino Philippine|
PL Polish|
PT Portuguese|
QA Qatari|
RO Romanian|
RU Russian|Soviet Union,USSR
RW Rwandan|
SA Saudi|
SN Senegalese|
RS Serbian Serb Yugoslav|Yugoslavia
SL|Sierra Leone
SG Singaporean|
SK Slovak|
SI Slovenian Slovene|
SO Somali Somalian|Somaliland,Puntland
ZA|South Africa
SS|South Sudan
ES Spanish|España
LK|Sri Lanka,Ceylon
SD Sudanese|
SE Swedish|
CH Swiss|
SY Syrian|
TW Taiwanese|Formosa
TJ Tajik|
TZ Tanzanian|Tanganyika
TH Thai|Siam
TL Timorese|East Timor,Timor-Leste
TG Togolese|
TT Trinidadian|Trinidad
TN Tunisian|
TR Turkish|Türkiye,Turkiye
TM Turkmen|
UG Ugandan|
UA Ukrainian|
AE Emirati|UAE
GB British English Scottish Welsh|Britain,Great Britain,UK,U.K.
US American|US,U.S.,USA,U.S.A.,America
UY Uruguayan|
UZ Uzbek|
VE Venezuelan|
VN Vietnamese|South Vietnam,North Vietnam,Viet Nam,Indochina
YE Yemeni|
ZM Zambian|Northern Rhodesia
ZW Zimbabwean Rhodesian|Rhodesia
"""
# Provinces and regions that news names without saying where they lie.
_REGIONS = """
AF Helmand,Nangarhar,Kunar,Badakhshan,Khost,Paktika,Paktia,Logar,Wardak,Uruzgan,Faryab,Badghis,Nuristan
AF Laghman,Parwan,Baghlan,Takhar
AR Patagonia
AU New South Wales,Queensland,Tasmania,Northern Territory,South Australia,Western Australia
BD Chittagong Hill Tracts
BR Minas Gerais,Bahia,Amazonas,Pará,Rondônia,Mato Grosso,Santa Catarina,Rio Grande do Sul,Pernambuco,Roraima
CA Ontario,Alberta,British Columbia,Manitoba,Saskatchewan,Nova Scotia,Newfoundland,New Brunswick
CD North Kivu,South Kivu,Ituri,Kasai,Katanga,Equateur,Haut-Uele,Tanganyika Province,Mai-Ndombe
CF Ouham,Ouaka
CL Atacama,Araucania,Biobio,Maule
CM Far North Region
CN Sichuan,Xinjiang,Tibet,Yunnan,Henan,Shanxi,Shaanxi,Gansu,Hubei,Hunan,Guangdong,Guizhou,Hebei,Heilongjiang
CN Jiangxi,Zhejiang,Fujian,Qinghai,Shandong,Guangxi,Inner Mongolia,Liaoning,Jilin,Anhui,Jiangsu
CO Antioquia,Cauca,Nariño,Choco,Chocó,Arauca,Putumayo,Norte de Santander,Valle del Cauca,Caqueta,Caquetá,Meta,Tolima
DE Bavaria,Saxony,Hesse
EG Sinai,Sinai Peninsula,North Sinai,South Sinai
ES Catalonia,Basque Country,Andalusia,Galicia
ET Tigray,Amhara,Oromia,Ogaden,Afar,Gambella,Benishangul-Gumuz
FR Corsica,Brittany,Normandy,Provence
GB England,Scotland,Wales,Northern Ireland,Ulster,South Wales,Yorkshire,Lockerbie
GE Abkhazia,South Ossetia
ID Aceh,Java,Sumatra,Bali,Sulawesi,Papua,Lombok,Flores,Maluku,Kalimantan,West Java,Central Java,East Java
ID West Sumatra,North Sumatra,Central Sulawesi,West Papua
IN Kashmir,Assam,Manipur,Nagaland,Tripura,Bihar,Gujarat,Kerala,Punjab,Rajasthan,Uttar Pradesh,Madhya Pradesh
IN Andhra Pradesh,Chhattisgarh,Jharkhand,Odisha,Orissa,Maharashtra,Tamil Nadu,Karnataka,West Bengal,Telangana
IN Uttarakhand,Himachal Pradesh,Haryana,Goa,Meghalaya,Mizoram,Arunachal Pradesh,Jammu and Kashmir
IQ Anbar,Nineveh,Diyala,Salahuddin,Kurdistan,Iraqi Kurdistan
IR Khuzestan,Sistan-Baluchestan,Fars,Gilan,Kermanshah Province
IT Sicily,Sardinia,Lombardy,Calabria,Campania,Tuscany,Umbria,Abruzzo,Lazio,Friuli
JP Honshu,Kyushu,Hokkaido,Shikoku,Okinawa,Miyagi,Fukushima Prefecture,Iwate,Noto
KE Rift Valley,Turkana
LB Bekaa,Bekaa Valley
MM Rakhine,Shan State,Kachin,Kayah,Arakan,Sagaing Region,Chin State,Karen State
MX Chiapas,Guerrero,Michoacan,Michoacán,Sinaloa,Oaxaca,Tamaulipas,Jalisco,Sonora,Tabasco,Guanajuato,Coahuila
MX Nuevo Leon
MZ Cabo Delgado,Sofala,Zambezia
NE Diffa,Tillaberi
NG Borno,Yobe,Adamawa,Plateau,Benue,Kaduna State,Zamfara,Rivers State,Niger Delta,Biafra,Katsina State,Taraba
NG Bayelsa,Sokoto State,Kogi,Plateau State
NP Solukhumbu,Sindhupalchok,Gorkha
PE Ayacucho Region,Ancash
PH Mindanao,Luzon,Leyte,Samar,Sulu,Maguindanao,Basilan,Negros,Visayas,Cebu Island,Bohol,Palawan,Mindoro,Jolo
PK Punjab,Balochistan,Baluchistan,Sindh,Khyber Pakhtunkhwa,North-West Frontier Province,Waziristan,North Waziristan
PK South Waziristan,Swat,Swat Valley,Kurram,Bajaur,Azad Kashmir,Gilgit-Baltistan,Punjab province
PS Gaza Strip,West Bank
RU Chechnya,Dagestan,Ingushetia,North Ossetia,Siberia,Kamchatka,Sakhalin,Tatarstan,Stavropol Krai
RU Belgorod Region,Kabardino-Balkaria
RS Vojvodina
SD Darfur,North Darfur,South Darfur,West Darfur,Blue Nile,South Kordofan,North Kordofan,Abyei,Kordofan,Gezira
SO Jubaland,Hiran,Lower Shabelle,Middle Shabelle,Galmudug
SS Jonglei,Unity State,Upper Nile,Warrap,Equatoria
LK Jaffna Peninsula,Northern Province
TR Anatolia,Thrace,Hatay
UA Donbas,Donbass,Crimea,Donetsk region,Luhansk region,Zaporizhzhia region,Galicia
US Georgia,Alabama,Alaska,Arizona,Arkansas,California,Colorado,Connecticut,Delaware,Florida,Hawaii,Idaho,Illinois
US Indiana,Iowa,Kansas,Kentucky,Louisiana,Maine,Maryland,Massachusetts,Michigan,Minnesota,Mississippi
US Missouri,Montana,Nebraska,Nevada,New Hampshire,New Jersey,New Mexico,North Carolina,North Dakota,Ohio
US Oklahoma,Oregon,Pennsylvania,Rhode Island,South Carolina,South Dakota,Tennessee,Texas,Utah,Vermont
US Virginia,West Virginia,Wisconsin,Wyoming,Puerto Rico
VN Mekong Delta,Annam,Tonkin
YE Hadramawt,Marib Province,Abyan,Shabwa,Hodeidah
ZA Transvaal,Natal,KwaZulu-Natal,Gauteng,Limpopo,Mpumalanga,Free State,Eastern Cape,Western Cape
ZA Northern Cape,North West Province
ZW Matabeleland,Mashonaland
"""
# Old or other name of a city: name, then the gazetteer's.
_OLD_NAMES = """
Saigon=Ho Chi Minh City
Bombay=Mumbai
Calcutta=Kolkata
Madras=Chennai
Bangalore=Bengaluru
Leningrad=Saint Petersburg
Petrograd=Saint Petersburg
Stalingrad=Volgograd
Gorky=Nizhniy Novgorod
Rangoon=Yangon
Peking=Beijing
Canton=Guangzhou
Danzig=Gdańsk
Breslau=Wrocław
Konigsberg=Kaliningrad
Leopoldville=Kinshasa
Stanleyville=Kisangani
Elisabethville=Lubumbashi
Salisbury, Rhodesia=Harare
Lourenco Marques=Maputo
Constantinople=Istanbul
Smyrna=İzmir
Batavia=Jakarta
Dacca=Dhaka
Kiev=Kyiv
Kharkov=Kharkiv
Lvov=Lviv
Odessa=Odesa
Dnepropetrovsk=Dnipro
Frunze=Bishkek
Alma-Ata=Almaty
Tananarive=Antananarivo
Fort Lamy=N'Djamena
Bathurst=Banjul
Ciudad Trujillo=Santo Domingo
Karl-Marx-Stadt=Chemnitz
Hankow=Wuhan
Mukden=Shenyang
Angora=Ankara
Mogadiscio=Mogadishu
Aden=Aden
Sana'a=Sanaa
Sana=Sanaa
Al-Mawsil=Mosul
Mawsil=Mosul
Gaza City=Gaza
Port Elizabeth=Gqeberha
Tiflis=Tbilisi
Tripoli, Lebanon=Tripoli
Cawnpore=Kanpur
Benares=Varanasi
Poona=Pune
Baroda=Vadodara
Moulmein=Mawlamyine
Deraa=Dar‘ā
Daraa=Dar‘ā
Deir al-Zor=Deir ez-Zor
Deir Ezzor=Deir ez-Zor
New York City=New York City
D.C.=Washington
New York=New York City
Washington=Washington
"""


# Short names of states and provinces that stand behind a town ("Tyler, Tex."); the two-letter codes come from the
# gazetteer package.
_SHORT_REGIONS = """
US Ala=Alabama,Ariz=Arizona,Ark=Arkansas,Calif=California,Cal=California,Colo=Colorado,Conn=Connecticut,Del=Delaware
US D.C.=District of Columbia,Fla=Florida,Ga=Georgia,Ill=Illinois,Ind=Indiana,Kan=Kansas,Kans=Kansas,Ky=Kentucky
US La=Louisiana,Md=Maryland,Mass=Massachusetts,Mich=Michigan,Minn=Minnesota,Miss=Mississippi,Mo=Missouri,Mont=Montana
US Neb=Nebraska,Nebr=Nebraska,Nev=Nevada,N.H.=New Hampshire,N.J.=New Jersey,N.M.=New Mexico,N.Y.=New York
US N.C.=North Carolina,N.D.=North Dakota,Okla=Oklahoma,Ore=Oregon,Oreg=Oregon,Pa=Pennsylvania,Penn=Pennsylvania
US R.I.=Rhode Island,S.C.=South Carolina,S.D.=South Dakota,Tenn=Tennessee,Tex=Texas,Va=Virginia,Vt=Vermont
US Wash=Washington,W.Va.=West Virginia,Wis=Wisconsin,Wisc=Wisconsin,Wyo=Wyoming
CA Alta=Alberta,B.C.=British Columbia,Man=Manitoba,N.B.=New Brunswick,N.S.=Nova Scotia,Ont=Ontario,Sask=Saskatchewan
AU N.S.W.=New South Wales,Qld=Queensland,Tas=Tasmania
"""


def _lines(table: str) -> list[str]:
    return [line for line in table.strip().splitlines() if line]


@cache
def demonyms() -> dict[str, str]:
    """Demonym as printed to the code of the country.

    >>> demonyms()["Syrian"]
    'SY'
    """
    return {word: line[:2] for line in _lines(_COUNTRIES) for word in line[2:].partition("|")[0].split()}


@cache
def country_aliases() -> tuple[tuple[str, str], ...]:
    """Other and older names of countries: (name, code); "Congo" stands for two."""
    return tuple((name, line[:2]) for line in _lines(_COUNTRIES) for name in line.partition("|")[2].split(",") if name)


@cache
def regions() -> tuple[tuple[str, str], ...]:
    """Provinces and regions: (name, code of the country)."""
    return tuple((name, line[:2]) for line in _lines(_REGIONS) for name in line[3:].split(","))


@cache
def short_regions() -> tuple[tuple[str, str, str], ...]:
    """Short names of states and provinces: (short name as printed, name, code of the country)."""
    rows = ((line[:2], pair.split("=", 1)) for line in _lines(_SHORT_REGIONS) for pair in line[3:].split(","))
    return tuple((short, name, code) for code, (short, name) in rows)


@cache
def old_names() -> dict[str, str]:
    """Old or other name of a city to the name that the gazetteer lists."""
    return dict(line.split("=", 1) for line in _lines(_OLD_NAMES) if "," not in line.split("=", 1)[0])
