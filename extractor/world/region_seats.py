"""A town of each province: which tells the province's code, and so which other listed towns lie in it.

The gazetteer's cities carry the code of their first-level division but no table of the divisions' names comes with it.
Left out are regions that are no such division (Kashmir, Sinai, Java) or were cut up (Andhra Pradesh, Katanga).
"""

from __future__ import annotations

from functools import cache

_SEATS = """
AF Helmand=Lashkar Gah,Nangarhar=Jalalabad,Khost=Khost,Kunduz Province=Kunduz,Badakhshan=Fayzabad,Faryab=Maymana
AU New South Wales=Sydney,Queensland=Brisbane,Tasmania=Hobart,Northern Territory=Darwin,South Australia=Adelaide
AU Western Australia=Perth
BR Minas Gerais=Belo Horizonte,Bahia=Salvador,Amazonas=Manaus,Pará=Belém,Mato Grosso=Cuiabá,Pernambuco=Recife
BR Santa Catarina=Florianópolis,Rio Grande do Sul=Porto Alegre,Roraima=Boa Vista,Rondônia=Porto Velho
CA Ontario=Toronto,Alberta=Edmonton,British Columbia=Vancouver,Manitoba=Winnipeg,Saskatchewan=Regina
CA Nova Scotia=Halifax,New Brunswick=Moncton
CD North Kivu=Goma,South Kivu=Bukavu,Ituri=Bunia
CN Sichuan=Chengdu,Xinjiang=Ürümqi,Tibet=Lhasa,Yunnan=Kunming,Henan=Zhengzhou,Shanxi=Taiyuan,Gansu=Lanzhou
CN Hubei=Wuhan,Hunan=Changsha,Guangdong=Guangzhou,Guizhou=Guiyang,Hebei=Shijiazhuang,Heilongjiang=Harbin
CN Jiangxi=Nanchang,Zhejiang=Hangzhou,Fujian=Fuzhou,Qinghai=Xining,Shandong=Jinan,Liaoning=Shenyang,Jilin=Changchun
CN Anhui=Hefei,Jiangsu=Nanjing,Guangxi=Nanning,Inner Mongolia=Hohhot
CO Antioquia=Medellín,Cauca=Popayán,Nariño=Pasto,Valle del Cauca=Cali,Norte de Santander=Cúcuta,Tolima=Ibagué
CO Meta=Villavicencio
DE Bavaria=Munich,Saxony=Dresden,Hesse=Wiesbaden
ES Catalonia=Barcelona,Basque Country=Bilbao,Andalusia=Sevilla
ET Tigray=Mekele
GB Scotland=Edinburgh,Wales=Cardiff,Northern Ireland=Belfast,England=London
ID Aceh=Banda Aceh,Bali=Denpasar,West Java=Bandung,Central Java=Semarang,East Java=Surabaya,North Sumatra=Medan
ID West Sumatra=Padang,Central Sulawesi=Palu
IN Assam=Guwahati,Manipur=Imphal,Tripura=Agartala,Gujarat=Ahmedabad,Kerala=Kochi,Rajasthan=Jaipur,Goa=Panaji
IN Maharashtra=Mumbai,Tamil Nadu=Chennai,Karnataka=Bengaluru,West Bengal=Kolkata,Odisha=Bhubaneswar,Orissa=Bhubaneswar
IQ Nineveh=Mosul,Anbar=Ramadi
IT Sicily=Palermo,Sardinia=Cagliari,Lombardy=Milan,Calabria=Catanzaro,Campania=Naples,Tuscany=Florence,Umbria=Perugia
IT Abruzzo=L'Aquila,Lazio=Rome,Friuli=Udine
MM Rakhine=Sittwe,Arakan=Sittwe,Kachin=Myitkyina
MX Chiapas=Tuxtla,Guerrero=Acapulco de Juárez,Michoacan=Morelia,Michoacán=Morelia,Sinaloa=Culiacán,Jalisco=Guadalajara
MX Sonora=Hermosillo,Tabasco=Villahermosa,Oaxaca=Oaxaca,Coahuila=Saltillo,Nuevo Leon=Monterrey,Tamaulipas=Reynosa
MZ Cabo Delgado=Pemba,Sofala=Beira,Zambezia=Quelimane
NG Borno=Maiduguri,Yobe=Damaturu,Adamawa=Yola,Benue=Makurdi,Plateau=Jos,Plateau State=Jos,Zamfara=Gusau
NG Kaduna State=Kaduna,Taraba=Jalingo,Rivers State=Port Harcourt,Kogi=Lokoja
PK Punjab=Lahore,Balochistan=Quetta,Baluchistan=Quetta,Sindh=Karachi,Khyber Pakhtunkhwa=Peshawar
RU Chechnya=Grozny,Dagestan=Makhachkala,North Ossetia=Vladikavkaz,Tatarstan=Kazan,Ingushetia=Nazran
ZA KwaZulu-Natal=Durban,Gauteng=Johannesburg,Limpopo=Polokwane,Western Cape=Cape Town,Free State=Bloemfontein
"""


@cache
def region_seats() -> tuple[tuple[str, str, str], ...]:
    """Name of the region, code of its country, a city in it.

    >>> ("Sicily", "IT", "Palermo") in region_seats()
    True
    """
    return tuple(
        (name, line[:2], seat)
        for line in _SEATS.strip().splitlines()
        for name, _, seat in (pair.partition("=") for pair in line[3:].split(","))
    )
