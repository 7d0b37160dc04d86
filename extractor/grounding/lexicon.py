"""Word lists of the guards: facts about words, no rules. Folded spelling throughout."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _groups(text: str) -> tuple[str, ...]:
    return tuple(text.split(";"))


# Words that hold a sentence together; one may stand for another, or be missing.
FREE = _words("""
a an the this that these those it its he his him she her they their them we our us you your i my me who whom whose
which is are was were be been being am has have had having do does did of in on at as and also then too so such
there here very quite now already still just even indeed rather however moreover further furthermore meanwhile
subsequently thus therefore while when where what upon onto into for with 's s to but well himself herself itself
themselves own 'd 'll في إلى على أن التي الذي هذا هذه قد كان के का की को में से ने पर और यह वह है थे था थी 的 了 是 也
""")
# Of those, the ones that say who does what to whom: they may fall out, but none becomes another.
BINDING = frozenset({"to", "with", "for"})
# Words of style that a model adds and that claim little; any adverb in -ly that is not guarded counts as one.
ADDED = _words("""
currently clearly quickly slowly suddenly immediately eventually finally newly heavily badly severely seriously
widely officially additionally actually really truly simply large major big huge massive deadly terrible tragic
brutal devastating horrific powerful significant serious entire whole local nearby recent ongoing various particular
certain overall busy crowded quiet main great
""")
# Negations, hedges, quantities, units, times, modality, direction, comparison, kinds of people: never lost or gained.
GUARDS = _words("""
not no never none nobody nothing nor neither without nowhere cannot cant n't hardly barely scarcely rarely seldom
least most more less fewer nearly almost about around roughly approximately some over under than up to-at maximum
minimum estimated only merely mostly mainly largely partly half double twice triple several many few dozen dozens
score scores hundreds thousands millions all every each any both either another other others percent per cent % $ £
€ ¥ ₹ dollar dollars euro euros pound pounds rupee rupees second seconds minute minutes hour hours day days week
weeks month months year years decade decades century km kilometre kilometres kilometer kilometers mile miles metre
metres meter meters kg tonne tonnes ton tons magnitude monday tuesday wednesday thursday friday saturday sunday
january february march april may june july august september october november december yesterday today tomorrow
tonight morning afternoon evening night noon midnight dawn dusk last next previous ago earlier later since until
till before after during weekend would could might must should shall will wont if whether unless can reportedly
allegedly alleged purported suspected possible possibly likely unlikely probable probably perhaps maybe apparently
seemingly believed presumed potential former ex fake false so-called self-styled unconfirmed unverified would-be
planned attempted failed foiled north south east west northern southern eastern western northeast northwest
southeast southwest left right down upper lower above below inside outside out off in-between into between against
from by via towards toward across or but although though despite except instead because versus vs increase increased
rise rose risen rising decrease decreased fall fell fallen falling drop dropped higher highest lowest bigger smaller
larger greater worse better best worst first third fourth fifth sixth seventh eighth ninth tenth new old people
persons man woman men women child children boy boys girl girls civilian civilians soldier soldiers militant
militants rebel rebels fighter fighters troop troops police policeman policemen officer officers gunman gunmen
passenger passengers worker workers miner miners student students pupil pupils teacher teachers villager villagers
refugee refugees hostage hostages prisoner prisoners protester protesters journalist journalists victim victims
survivor survivors casualty casualties suspect suspects attacker attackers bomber bombers killer killers ceasefire
truce agreement war peace falsely wrongly illegally unlawfully deliberately accidentally intentionally mistakenly
partially supposedly reputedly separately jointly solely exclusively initially formerly previously temporarily
permanently secretly openly voluntarily forcibly publicly privately peacefully violently fatally critically daily
weekly monthly yearly hourly elderly family early unlikely ugly assembly supply apply reply imply rally ally bully
italy july
""")
# The same in Spanish, French, German, Italian, Portuguese, Russian, Turkish, Vietnamese, where no English word is hit.
FOREIGN_GUARDS = _words("""
no ni nunca jamás sin nadie nada ningún ninguna tampoco menos más casi unos cerca hasta uno una dos tres cuatro
cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis veinte treinta cuarenta cincuenta sesenta
setenta ochenta noventa cien ciento mil millón millones doscientos trescientos medio docena enero febrero marzo
abril mayo junio julio agosto septiembre octubre noviembre diciembre lunes martes miércoles jueves viernes sábado
domingo ayer hoy mañana muertos heridos desaparecidos detenidos norte sur este oeste ne pas jamais aucun aucune rien
sans moins plus presque environ jusqu deux trois quatre cinq sept huit neuf dix onze douze treize quatorze quinze
seize vingt trente quarante cinquante soixante septante nonante cent cents mille million janvier février mars avril
mai juin juillet août septembre octobre novembre décembre lundi mardi mercredi jeudi vendredi samedi dimanche hier
demain morts blessés disparus nord sud est ouest nicht kein keine keiner keinen nie niemals ohne niemand nichts
mindestens wenigstens fast beinahe rund etwa bis mehr weniger ein eins zwei drei vier fünf sechs sieben acht neun
zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn zwanzig dreißig dreissig vierzig
fünfzig sechzig siebzig achtzig neunzig hundert tausend gestern heute morgen tote verletzte vermisste tot verletzt
getötet non senza nessuno niente almeno quasi circa fino più meno due tre quattro cinque sei sette otto nove dieci
undici dodici venti trenta quaranta cinquanta sessanta settanta ottanta novanta cento mila morti feriti dispersi
ieri oggi domani não nem sem nenhum pelo mais quase dois duas três quatro sete oito dez vinte trinta quarenta
cinquenta sessenta oitenta cem mortos feridos ontem hoje amanhã не нет ни никогда без никто ничего менее более почти
около до один два две три четыре пять шесть семь восемь девять десять одиннадцать двенадцать тринадцать четырнадцать
пятнадцать шестнадцать семнадцать восемнадцать девятнадцать двадцать тридцать сорок пятьдесят шестьдесят семьдесят
восемьдесят девяносто сто двести триста тысяча тысячи тысяч миллион вчера сегодня завтра погибли ранены убиты января
февраля марта апреля мая июня июля августа сентября октября ноября декабря понедельник вторник среду четверг пятницу
субботу воскресенье değil yok hiç hayır en az fazla yaklaşık neredeyse kadar bir iki üç dört beş altı yedi sekiz
dokuz yirmi otuz kırk elli altmış yetmiş seksen doksan yüz bin milyon dün bugün yarın ölü yaralı öldü yaralandı
không chưa chẳng ít nhất hơn gần khoảng một hai ba bốn năm sáu bảy tám chín mười trăm nghìn triệu chết thương tích
""")
# Beginnings of guarded words: denial, blame, attempt, death, injury, custody.
STEMS = tuple(
    sorted(
        _words("""
den deni reject refus accept accus blam claim alleg suspect threat fail attempt plan tried try vow pledg warn urg
demand avoid prevent stopp halt foil thwart avert escap surviv rescu releas freed confirm admit doubt retract fear
hope expect kill murder massacr execut assassin slay slain slew die dying dead death fatal lethal perish injur wound
hurt missing unaccount detain arrest captur kidnap abduct displac evacuat homeless drown burn shot behead hang starv
convict acquit
""")
    )
)
# Families of one meaning: a change within a family is no change of what is claimed.
FAMILIES = _groups("""
kill kills killed killing slay slain slew slays slaying die dies died dead death deaths perish perished perishes
dying; injure injures injured injuring injury injuries wound wounds wounded wounding hurt hurts hurting; detain
detained detains detaining detention arrest arrested arrests arresting; kidnap kidnapped abduct abducted kidnapping
abduction kidnappings abductions; deadly fatal lethal; missing unaccounted; percent %; nearly almost; people persons
person; kid kids child children; kilometre kilometer km kilometres kilometers kms; metre meter metres meters; tonne
tonnes ton tons; hour hours; day days; week weeks; month months; year years; minute minutes; second seconds; january
jan; february feb; august aug; september sept sep; october oct; november nov; december dec; dollar dollars $; euro
euros €; pound pounds £; million millions mln; billion billions bn; ceasefire truce; policeman policemen; gunman
gunmen; officer officers; soldier soldiers troops troop; militant militants; rebel rebels; fighter fighters;
civilian civilians; victim victims; protester protesters protestor protestors demonstrator demonstrators; north
northern; south southern; east eastern; west western; towards toward; till until; although though
""")
# Words that may stand for each other when the rest of the quote fits.
SYNONYMS = _groups("""
said say says saying stated states state told tells tell reported reports report announced announces announce noted
notes declared declares informed remarked commented explained added adds reporters described; blast blasts explosion
explosions detonation detonations; attack attacks attacked assault assaults assaulted strike strikes struck raid
raids; begin begins began begun beginning start starts started starting commence commenced launch launched; end ends
ended finish finished conclude concluded; near close nearby next-to beside; following after subsequently; city town;
village hamlet; car vehicle automobile; lorry truck; plane aircraft airplane aeroplane jet; ship vessel boat;
officials authorities official; home house; homes houses; many numerous; big large huge major massive great; small
little tiny; fire blaze inferno; flood floods flooding deluge; quake earthquake tremor temblor; region area zone
district; show shows showed shown display displayed demonstrate demonstrated; help helped aid aided assist assisted
assistance; buy bought purchase purchased; get gets got obtain obtained; part portion section; rain rains rainfall;
building buildings structure structures; road roads street streets; destroy destroyed wrecked ruined demolished;
damage damaged; hit hits strike strikes struck; cause caused causes causing trigger triggered triggering prompted
led; rip ripped tore tear torn; leave leaves left leaving; talk talks discussion discussions negotiations; deal
agreement pact accord; seize seized seizing captured took taken take takes taking; hail hails hailed welcome
welcomed; try tried attempt attempted trying; while as whereas; because since as; also additionally too; around
about roughly approximately some; search searched searching hunt hunted look looked; send sent dispatch dispatched;
collapse collapsed collapses crumbled; crash crashed crashes collision collided; bomb bombs device devices
explosive; bombing bombings; quickly rapidly swiftly fast; begin open opened; group organisation organization;
violence unrest; hospital clinic; doctor doctors medic medics physician physicians; capital city; country nation;
countries nations; people residents; locals residents; use used using utilise utilized; happen happened occur
occurred took-place; need needs require required; whole entire; frequently often repeatedly; crucial key vital
important; keep kept maintain maintained; ask asked asks request requested; think thinks thought; flee fled fleeing;
find finds found discover discovered located; targeted targeting target targets; dozens scores-of; residents
inhabitants; meet met meets meeting; heavy intense fierce; nearby neighboring adjacent; continue continued continues
continuing; hold holds held; come comes came coming arrive arrived; go goes went gone going; give gives gave given;
make makes made making; see sees saw seen; know knows knew known; become becomes became; bring brings brought; carry
carries carried; write writes wrote written; speak speaks spoke spoken; run runs ran; fall falls fell fallen
collapsed; rise rises rose risen climbed climb climbs; drive drives drove driven; break breaks broke broken; blow
blows blew blown exploded explode explodes detonated detonate; shoot shoots shot; fight fights fought fighting
battle battled; lose loses lost; win wins won; build builds built; catch caught catches; stand stands stood; sink
sinks sank sunk; strike hit hitting; burn burns burned burnt; 'd had; 'd would; 'll will; pull pulled pulling
dragged; remain remained remains stay stayed; damaged wrecked
""")
# Phrases of more than one word that may stand for each other: groups by ";", members by ",".
PHRASES = _groups("""
near, close to, next to; after, following, in the wake of; said, told reporters, said that; according to, as
reported by, as stated by; carried out, conducted; took place, happened, occurred; because of, due to, owing to; set
off, detonated; blew up; as well as, and; in order to, to; exploded, went off; such as, like; a number of, several;
prior to, before; during, in the course of; part of, some of
""")
# Pronouns that may fall out but never change over.
MASCULINE = frozenset({"he", "him", "his", "himself"})
FEMININE = frozenset({"she", "her", "hers", "herself"})
# Beginnings that turn a word, each with what stands there otherwise.
OPPOSED = (
    ("in", "de"), ("in", "ex"), ("im", "ex"), ("un", ""), ("in", ""), ("im", ""), ("il", ""), ("ir", ""), ("dis", ""),
    ("non", ""), ("mis", ""), ("de", ""), ("anti", ""), ("pro", ""), ("ac", "ex"), ("re", ""), ("fe", ""), ("wo", ""),
    ("out", "in"), ("over", "under"), ("a", ""), ("ap", "de"), ("as", "de"), ("up", "down"), ("pro", "anti"),
    ("inter", "intra"),
)  # fmt: skip
# British and American spellings.
SPELLINGS = (
    ("isation", "ization"), ("ising", "izing"), ("ised", "ized"), ("ises", "izes"), ("ise", "ize"), ("yse", "yze"),
    ("our", "or"), ("ll", "l"), ("tre", "ter"), ("ence", "ense"), ("ogue", "og"), ("mme", "m"), ("ae", "e"),
    ("oe", "e"),
    ("grey", "gray"), ("tyre", "tire"), ("plough", "plow"), ("judgement", "judgment"),
)  # fmt: skip
