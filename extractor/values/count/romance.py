"""Casualty words of Spanish, French, Portuguese and Italian."""

from __future__ import annotations

from extractor.values.count.lexicon import CountTable, Role

SPANISH = CountTable(
    code="es",
    nouns={
        "person": "personas persona civiles hombres mujeres niños niñas víctimas pasajeros policías trabajadores "
        "mineros menores bomberos migrantes agricultores feligreses reclusos presos ocupantes jóvenes obreros "
        "reporteros médicos "
        "estudiantes manifestantes migrantes vecinos campesinos agentes otros otras periodistas turistas",
        "combatant": "soldados militares guerrilleros rebeldes combatientes milicianos terroristas",
        "attacker": "atacantes pistoleros sicarios",
        "killed": "muertos muertas muertes fallecidos fallecidas cadáveres cuerpos vidas muerto asesinatos decesos",
        "injured": "heridos heridas lesionados lesionadas herido",
        "missing": "desaparecidos desaparecidas",
        "displaced": "desplazados damnificados evacuados refugiados",
        "detained": "detenidos arrestados detenciones",
        "attacks": "bombas explosiones atentados ataques misiles cohetes coches-bomba",
        "days": "días horas años meses semanas minutos día año",
        "distance": "kilómetros km metros grados hectáreas toneladas",
        "building": "casas edificios viviendas escuelas pueblos ciudades",
        "vehicle": "autobuses coches vehículos camiones trenes barcos",
        "money": "dólares euros pesos",
    },
    predicates={
        (
            "killed",
            Role.EITHER,
        ): "mataron | mató | matan | mata | murieron | murió | mueren | muere | muriendo | fallecieron | "
        "falleció | fallecen | asesinaron | asesinó | asesinados | asesinadas | perdieron la vida | perecieron | "
        "matando | han muerto | fueron asesinados | fueron asesinadas | acribillados | ejecutados | ahogados | se "
        "ahogaron | "
        "han fallecido | perdieron sus vidas | resultaron muertos | resultaron muertas | causó la muerte de | la "
        "muerte de | se cobró la vida de | cobró la vida de | se ha cobrado la vida de | cobrándose la vida de | "
        "costó la vida a | ha costado la vida a | abatieron | abatió | fueron abatidos | ultimaron | "
        "acabó con la vida de | "
        "dejaron de existir | pereció | fusilados | fueron ejecutados | masacraron | masacró",
        (
            "injured",
            Role.EITHER,
        ): "hirieron | hirió | hiriendo | resultaron heridos | resultaron heridas | resultó herido | hieren | "
        "quedaron heridos | quedaron heridas | fueron heridos | sufrieron heridas | sufrió heridas | "
        "sufrieron lesiones | sufrieron quemaduras | "
        "han resultado heridos | han resultado heridas | fueron hospitalizados | fueron hospitalizadas",
        (
            "missing",
            Role.EITHER,
        ): "desaparecieron | siguen desaparecidos | están desaparecidos | atrapados | permanecen desaparecidas",
        (
            "displaced",
            Role.EITHER,
        ): "fueron evacuados | fueron evacuadas | han sido evacuadas | han sido evacuados | "
        "abandonaron sus hogares | tuvieron que abandonar sus "
        "casas | abandonar sus hogares | quedaron sin hogar | evacuaron | huyeron | huido | desplazó",
        ("detained", Role.EITHER): "detuvieron | detuvo | fueron detenidos | fueron detenidas | arrestaron | arrestó",
        ("abducted", Role.EITHER): "secuestraron | secuestró | secuestrados | fueron secuestrados",
    },
    tolls={
        "killed": "los muertos | los fallecidos | cifra de muertos | número de muertos | saldo de muertos | "
        "balance de muertos | número de "
        "víctimas mortales | "
        "cifra de fallecidos",
        "injured": "número de heridos | cifra de heridos",
    },
    links="a | es de | de | asciende a | ascendió a | sube a | subió a | llega a | en | eleva a | :",
    parts="incluidos | incluidas | incluyendo | entre ellos | entre ellas | entre los que | de ellos",
    part_tails="de ellos | de ellas | de los cuales | de las cuales",
    partitives="de los | de las | de sus",
    prepositions="en con por desde durante contra hacia para según tras",
    breakers="; | . | que | cuando | mientras | pero | según | dijo | informó | porque",
    auxiliaries="fue fueron ha han había habían está están ser sido son es",
    passives="fue fueron sido son es",
    conjunctions="y e o ,",
    determiners="el la los las sus su",
    negators="no nunca tampoco",
    denials="negó niega negaron desmintió desmiente",
    modals="podría | podrían | habría | habrían | puede | pueden | si",
    past="el año pasado | el mes pasado | la semana pasada | hace | aniversario",
    years_after="en desde",
    months="enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre de",
    none_words="sin",
    currencies="$ € us",
    ages="años de edad | - años",
    aged="edad",
)
FRENCH = CountTable(
    code="fr",
    nouns={
        "person": "personnes personne civils hommes femmes enfants victimes passagers policiers mineurs "
        "manifestants migrants "
        "habitants étudiants ouvriers touristes gendarmes journalistes autres villageois pèlerins",
        "combatant": "soldats militaires rebelles combattants djihadistes terroristes miliciens insurgés",
        "attacker": "assaillants agresseurs tireurs kamikazes",
        "killed": "morts mortes mort décès tués corps cadavres vies",
        "injured": "blessés blessées blessé",
        "missing": "disparus disparues",
        "displaced": "déplacés réfugiés évacués sinistrés sans-abri",
        "detained": "arrestations interpellations détenus",
        "abducted": "otages",
        "attacks": "bombes explosions attentats attaques missiles roquettes obus",
        "days": "jours heures ans mois semaines minutes an année",
        "distance": "kilomètres km mètres degrés hectares tonnes",
        "building": "maisons bâtiments villages villes écoles immeubles",
        "vehicle": "voitures bus véhicules camions trains bateaux",
        "money": "dollars euros francs",
    },
    predicates={
        (
            "killed",
            Role.EITHER,
        ): "tué | tués | tuées | tuée | tuant | tue | tuent | ont péri | ont trouvé la mort | périssent | "
        "sont morts | sont mortes | sont décédées | sont décédés | ont perdu la vie | meurent | massacrés | "
        "exécutés | "
        "ont été tuées | ont été tués | assassinés | assassinées | noyés | noyées | se sont noyés | a tué | ont tué "
        "| "
        "abattus | égorgés | a coûté la vie à | coûtent la vie à | coûté la vie à | causé la mort de | "
        "a causé la mort de | ont perdu leur "
        "vie | sont décédé | est décédé | fait morts | emporté | a emporté | ont succombé | carbonisés | "
        "fusillés | la mort de | décapités",
        (
            "injured",
            Role.EITHER,
        ): "blessé | blessées | blessant | blesse | ont été blessées | ont été blessés | a blessé | ont blessé | "
        "hospitalisés | hospitalisées | ont été hospitalisés | ont été hospitalisées | ont été touchées | "
        "sont blessés | sont blessées",
        (
            "missing",
            Role.EITHER,
        ): "toujours portés disparus | toujours portées disparues | sont portés disparus | "
        "restent introuvables | portées disparues | portés disparus | ont disparu | sont portées disparues",
        (
            "displaced",
            Role.EITHER,
        ): "évacuées | ont dû quitter leurs maisons | ont dû quitter leur domicile | ont dû fuir | "
        "ont dû être évacuées | "
        "quitté leur foyer | ont été déplacées | évacués | ont fui | déplacées | ont été évacuées | ont été évacués",
        (
            "detained",
            Role.EITHER,
        ): "a interpellé | a arrêté | ont arrêté | ont interpellé | arrêtés | arrêtées | ont été arrêtées | "
        "ont été arrêtés | interpellés | interpellées",
        ("abducted", Role.EITHER): "enlevés | enlevées | ont été enlevées | ont été enlevés | kidnappés",
    },
    tolls={"killed": "bilan des morts | nombre de morts | bilan | nombre de victimes", "injured": "nombre de blessés"},
    links="à | est de | de | s'élève à | passe à | atteint | est passé à | monte à | :",
    parts="dont | parmi eux | parmi elles | parmi lesquels | parmi lesquelles | y compris | notamment",
    part_tails="d'entre eux | d'entre elles",
    partitives="des | de ces | de ses | de leurs",
    prepositions="dans sur par avec pendant depuis contre vers pour selon sous",
    breakers="; | . | qui | que | quand | lorsque | alors que | mais | selon | a déclaré | tandis que",
    auxiliaries="a ont est sont été était étaient avait avaient fut furent",
    passives="été est sont fut furent",
    conjunctions="et ou ,",
    determiners="le la les l ses son leurs",
    negators="ne n pas jamais aucun",
    denials="nié nie démenti dément nient",
    modals="pourrait | pourraient | aurait | auraient | peut | peuvent | si",
    past="l'an dernier | l'année dernière | le mois dernier | la semaine dernière | il y a",
    years_after="en depuis",
    months="janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    none_words="sans",
    currencies="$ €",
    ages="ans",
    aged="âgé âgée",
)
PORTUGUESE = CountTable(
    code="pt",
    nouns={
        "person": "pessoas pessoa civis homens mulheres crianças vítimas passageiros policiais trabalhadores "
        "mineiros estudantes "
        "manifestantes migrantes moradores outros outras jornalistas turistas",
        "combatant": "soldados militares guerrilheiros rebeldes combatentes milicianos terroristas",
        "attacker": "atacantes atiradores",
        "killed": "mortos mortas mortes falecidos corpos cadáveres vidas óbitos morto",
        "injured": "feridos feridas ferido",
        "missing": "desaparecidos desaparecidas",
        "displaced": "desabrigados deslocados desalojados refugiados",
        "detained": "detidos presos detenções",
        "abducted": "reféns",
        "attacks": "bombas explosões atentados ataques mísseis foguetes",
        "days": "dias horas anos meses semanas minutos",
        "distance": "quilômetros quilómetros km metros graus hectares toneladas",
        "building": "casas prédios edifícios escolas cidades aldeias",
        "vehicle": "ônibus carros veículos caminhões trens barcos",
        "money": "dólares euros reais",
    },
    predicates={
        ("killed", Role.EITHER): "mataram | matou | mata | matam | matando | morreram | morreu | morrem | faleceram "
        "| "
        "perderam a vida | foram mortas | foram mortos | assassinados | assassinadas | foram assassinadas | deixou "
        "mortos | "
        "se afogaram | afogaram | perderam suas vidas | foram assassinados | morreram afogados | "
        "foram executados | tirou a vida de | custou a vida de | causou a morte de | a morte de",
        (
            "injured",
            Role.EITHER,
        ): "feriram | feriu | ferindo | ficaram feridas | ficaram feridos | ficou ferido | sofreram ferimentos | "
        "sofreu ferimentos | foram hospitalizadas | foram feridas",
        ("missing", Role.EITHER): "desapareceram | estão desaparecidas | estão desaparecidos | continuam desaparecidas",
        (
            "displaced",
            Role.EITHER,
        ): "fugiram | foram retiradas | foram evacuadas | ficaram desabrigadas | estão desabrigadas | "
        "estão desabrigados | estão desalojadas | deixaram suas casas | ficaram desalojadas | evacuadas",
        ("detained", Role.EITHER): "prenderam | prendeu | foram presas | foram presos | foram detidas | foram detidos",
        ("abducted", Role.EITHER): "sequestraram | sequestrou | foram sequestradas | raptaram",
    },
    tolls={"killed": "número de mortos | total de mortos | balanço de mortos", "injured": "número de feridos"},
    links="para | a | é de | de | chega a | subiu para | sobe para | em | :",
    parts="incluindo | entre eles | entre elas | entre os quais | sendo",
    part_tails="deles | delas | dos quais | das quais",
    partitives="dos | das",
    prepositions="em no na com por desde durante contra para segundo após",
    breakers="; | . | que | quando | enquanto | mas | segundo | disse | informou",
    auxiliaries="foi foram ficaram ficou está estão sido são é tinha",
    passives="foi foram sido são é",
    conjunctions="e ou ,",
    determiners="o a os as seus sua",
    negators="não nunca nem",
    denials="negou nega negaram desmentiu",
    modals="poderia | poderiam | teria | teriam | pode | podem | se",
    past="no ano passado | no mês passado | na semana passada | há",
    years_after="em desde",
    months="janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro de",
    none_words="sem",
    currencies="$ € r",
    ages="anos de idade",
    aged="idade",
)
ITALIAN = CountTable(
    code="it",
    nouns={
        "person": "persone persona civili uomini donne bambini passeggeri poliziotti operai minatori "
        "studenti manifestanti "
        "migranti abitanti altri altre giornalisti turisti",
        "combatant": "soldati militari ribelli combattenti miliziani terroristi guerriglieri",
        "attacker": "assalitori attentatori",
        "killed": "vittime morti morte decessi cadaveri corpi vite morto deceduti",
        "injured": "feriti ferite ferito",
        "missing": "dispersi disperse",
        "displaced": "sfollati rifugiati profughi",
        "detained": "arresti detenuti arrestati",
        "abducted": "ostaggi",
        "attacks": "bombe esplosioni attentati attacchi missili razzi",
        "days": "giorni ore anni mesi settimane minuti",
        "distance": "chilometri km metri gradi ettari tonnellate",
        "building": "case edifici villaggi città scuole",
        "vehicle": "autobus auto veicoli camion treni barche",
        "money": "dollari euro lire",
    },
    predicates={
        (
            "killed",
            Role.EITHER,
        ): "uccise | uccisi | uccise | uccideva | hanno perso la loro vita | è costato la vita a | costato la vita a | "
        "costò la vita a | sono deceduti | sono decedute | sono annegati | sono annegate | morì | giustiziati | "
        "ucciso | uccisi | uccidendo | uccide | uccidono | sono morte | sono morti | è morto | "
        "hanno perso la vita | hanno ucciso | ha ucciso | sono state uccise | sono stati uccisi | assassinati | "
        "annegati | "
        "annegate | provocato vittime | perso la vita | muoiono | morirono | morirono | ha causato la morte di | "
        "la morte di",
        (
            "injured",
            Role.EITHER,
        ): "ne ferì | ferì | ferirono | ne ferirono | sono stati feriti | sono state ferite | ricoverati | "
        "ricoverate | ferendo | ferisce | sono rimaste ferite | sono rimasti feriti | ha ferito | hanno ferito | "
        "rimaste ferite | rimasti feriti",
        ("missing", Role.EITHER): "risultano dispersi | risultano disperse | sono disperse | sono dispersi | scomparsi",
        (
            "displaced",
            Role.EITHER,
        ): "evacuate | evacuati | sono fuggite | sono state evacuate | sono stati evacuati | "
        "hanno dovuto lasciare le case | hanno lasciato le loro case",
        (
            "detained",
            Role.EITHER,
        ): "ha arrestato | hanno arrestato | ha fermato | hanno fermato | arrestati | arrestate | "
        "sono stati arrestati | sono state arrestate | fermate",
        ("abducted", Role.EITHER): "rapiti | rapite | sequestrate",
    },
    tolls={
        "killed": "bilancio delle vittime | bilancio dei morti | numero dei morti | numero delle vittime | "
        "bilancio | i morti | le vittime",
        "injured": "numero dei feriti | i feriti",
        "missing": "i dispersi | numero dei dispersi",
        "displaced": "gli sfollati",
    },
    links="a | è di | sono | erano | di | sale a | salito a | è salito a | :",
    parts="tra cui | fra cui | compresi | comprese | tra loro | inclusi",
    part_tails="di loro | di cui",
    partitives="dei | delle | degli",
    prepositions="in con per da dal durante contro verso secondo dopo nel nella",
    breakers="; | . | che | quando | mentre | ma | secondo | ha detto",
    auxiliaries="è sono stato stati state ha hanno era erano fu furono",
    passives="stato stati state è sono fu furono",
    conjunctions="e o ,",
    determiners="il lo la i gli le suoi sua",
    negators="non mai né",
    denials="negato nega smentito smentisce",
    modals="potrebbe | potrebbero | avrebbe | avrebbero | può | possono | se",
    past="l'anno scorso | il mese scorso | la settimana scorsa | fa",
    years_after="nel dal",
    months="gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    none_words="senza",
    currencies="$ €",
    ages="anni",
)
