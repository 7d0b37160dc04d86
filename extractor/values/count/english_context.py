"""English words that tell a count of the dead from a score, a plot, a yearly rate or a figure of speech."""

from __future__ import annotations

# Words of harm in a sense that harms nobody; the longest phrase wins, so these stand before the bare word.
IDIOMS = (
    "killed off | kill off | kills off | killing off | killed the bill | kill the bill | kill the measure | "
    "killed the measure | kill it | killing it | killed it | killed the deal | kill the deal | kill the game | "
    "killed the game | killing the game | killed the contest | killed time | killing time | dressed to kill | "
    "dead heat | dead heats | dead ball | dead balls | dead battery | dead batteries | dead end | dead ends | "
    "dead weight | dead link | dead links | dead pixels | dead level | dead last | dead even | dead rubber | "
    "dead rubbers | dead certain | dead zone | dead zones | dead wood | dead trees | dead sea | day of the dead | "
    "dead tired | "
    "dead phone | dead lines | dead on arrival in congress | drop dead gorgeous | sudden death | death over | "
    "death overs | death row | death penalty | death sentence | death sentences | death threats | death threat | "
    "death certificate | death certificates | death valley | death metal | death bowler | death spiral | "
    "injury time | injury crisis | injury list | injury reserve | injured list | injured reserve | "
    "dying wish | dying breed | dying minutes | dying seconds | dying moments | dying embers | "
    "death of democracy | death of cinema | left on base | shot clock | jump shot | shot put | "
    "long shot | three-point shot | free kick | penalty shot | "
    "shot under par | executed a plan | executed a search warrant | executed search warrants | executed a warrant | "
    "executed trades | executed orders | captured the title | captured the market | "
    "captured on camera | captured on film | captured on video | captured hearts | captured the imagination | "
    "captured the attention | captured images | captured footage | captured photographs | "
    "claimed the title | claims the title | claimed victory | claimed wickets | claimed responsibility | "
    "claims responsibility | claiming responsibility | drowned out | drowned his sorrows | missing the cut | "
    "missed the cut | missing out | slaughtered animals | "
    "funeral home | funeral homes | funeral directors | funeral director | funeral service | body armour | "
    "body armor | body cameras | body camera | body bags | body parts | governing body | governing bodies | "
    "public body | public bodies | professional bodies | student bodies | sporting bodies | celestial bodies | "
    "water bodies | bodies of water | body of water | body of work | body of evidence | body mass | body weight | "
    "mock casualties | mock victims | mock casualty | simulated casualties | simulated victims | "
    "fictional victims | head of livestock | head of cattle | heads of cattle | head of sheep | "
    "works of murder | murder mystery | murder mysteries | murder weapon | murder weapons | "
    "murder trial | "
    "murder trials | murder charges | murder charge | counts of murder | counts of attempted murder | "
    "counts of manslaughter | attempted murder | attempted murders | charges of murder | "
    "executive orders | trapped in traffic | trapped nerve | seriously consider | seriously considering"
)
THINGS = (
    "jobs job posts vacancies positions bills deals plans projects processes servers pixels links batteries "
    "accounts wickets runs goals tries innings strokes shots shot birdies bogeys putts laps yards points "
    "seats votes "
    "ballots records albums songs films movies novels books episodes chapters awards medals trophies titles matches "
    "match games game sets rounds overs corners penalties touchdowns touchdown homers strikeouts rebounds assists "
    "kills stocks contracts orders trades shareholders subscribers customers downloads clicks tweets likes followers "
    "branches outlets stores restaurants factories plants turbines reactors wells pipelines satellites stars "
    "earthquakes quakes storms hurricanes tornadoes accidents collisions crashes incidents floods landslides "
    "avalanches "
    "fires blazes wildfires eruptions aftershocks tremors cyclones typhoons "
    "planets galaxies species trees amendments clauses motions petitions lawsuits complaints applications"
)
# Two of these in a sentence without a word of disaster make it one about a game.
SPORTS = (
    "goal goals scored scorer scoring striker midfielder defender defenders goalkeeper keeper midfield winger "
    "penalty halftime half-time kick-off kickoff fixture fixtures league premiership championship playoff playoffs "
    "season innings inning wicket wickets batsman batsmen batter batters bowler bowlers bowled overs runs runner "
    "runners "
    "pitcher catcher base bases homer quarterback touchdown touchdowns receiver linebacker fumble yards scrimmage "
    "par birdie birdies bogey bogeys hole holes putt putts fairway green tee clubhouse leaderboard tournament cup "
    "semi-final semifinal quarter-final final finals match matches matchup opener derby points rebounds assists "
    "three-pointers basket dunk knockout bout featherweight heavyweight welterweight rounds champion champions "
    "title seed "
    "seeds deuce backhand forehand tiebreak tie-break set sets lap laps podium peloton sprint squad lineup line-up "
    "bench coach manager substitute visitors hosts home-side unbeaten victory defeat win wins won beat lost draw "
    "ninth stoppage injury tigers score scores odds racecourse jockey jockeys furlongs "
    "steelers yankees united rovers gamers esports respawn raid-boss "
    "strokes stroke kills deaths round map game games player players team teams"
)
_SURE_SPORTS = (
    "goals scored scorer striker midfielder goalkeeper midfield halftime half-time innings inning wicket wickets "
    "batsman batsmen bowler bowlers bowled pitcher homer quarterback touchdown touchdowns linebacker fumble par "
    "birdie birdies "
    "bogey bogeys putt putts fairway leaderboard semi-final semifinal quarter-final featherweight heavyweight "
    "welterweight "
    "knockout backhand forehand tiebreak tie-break peloton stoppage unbeaten rebounds assists three-pointers "
    "esports respawn "
    "premiership playoff playoffs furlongs jockeys league derby overs"
)
SURE_SPORTS = _SURE_SPORTS
DISASTERS = (
    "police bomb bombs bombing blast explosion attack attacks attacked attackers shooting gunman gunmen gunfire "
    "stampede crush "
    "collapse collapsed crash crashed crashes fire earthquake quake flood floods hospital hospitals hospitalised "
    "hospitalized victims victim "
    "officials authorities soldiers troops rebels militants violence riot riots rioting hooligans clashes airstrike "
    "strike shelling ferry capsized plane bus train derailed ambulance ambulances medics rescue rescuers paramedics "
    "grandstand terrace terraces murdered massacre massacred militia fatalities casualties toll perished"
)
FICTION = (
    "film films movie movies novel novels thriller sitcom drama play series episode sequel prequel screenplay "
    "protagonist "
    "character heroine villain fiction fictional soap videogame storyline plot remake opera whodunit saga comic manga "
    "anime bestseller musical"
)
PLOTS = (
    "follows tells stars starring premiered portrays haunted revolves depicts chronicles plot fictional storyline hero "
    "heroine protagonist adaptation adapted opens act scene scenes zombies vampires"
)
# A figure that comes round every year, day or week is a rate.
RECURRENCES = (
    "every year | each year | every day | each day | every month | each month | every week | each week | annually | "
    "per year | per day | per month | per week | per annum | yearly | a year on average | on average | every hour | "
    "every minute | every second | per cent of | every winter | every summer | every monsoon | each winter | "
    "each summer | each monsoon"
)
# Where one clause's words of harm go on without being said again: "nine died in Lyon and three in Paris".
PLACE_PREPOSITIONS = "in at near from outside on aboard across around"
# A word that stands for the figure of the sentence before: "the commission gave the figure as 926".
ANAPHORS = "figure figures toll number total count tally estimate estimates"
RECKONERS = "put puts placed places estimated estimates estimate reckoned reckons set gave gives counted"
# How a toll gets to its figure.
CHANGERS = (
    "rise rises rose risen rising climb climbs climbed climbing jump jumps jumped jumping increase increased "
    "increases soar "
    "soared soars grew grown went gone fell fallen dropped revised raised lowered cut reduced updated upgraded "
    "stood stands "
    "reached reaches reach hit hits passed passes topped tops exceeded exceeds crossed crosses surged surges mounted "
    "mounts swelled totalled totaled"
)
PARENTS = "mother father mum mom dad parent grandmother grandfather widow widower gran granddad grandad"
HOSPITAL_VERBS = (
    "taken took taking rushed rushing ferried airlifted evacuated admitted transported flown conveyed hospitalised "
    "hospitalized transferred referred carried treated"
)
ANIMALS = (
    "lambs lamb calves calf piglets ewes rams gannets seabirds seabird gulls penguins penguin seals seal sharks "
    "shark turtles "
    "turtle bees bee bats foxes fox badgers badger hens salmon trout crocodiles hippos bison moose elk wolves "
    "wolf bears bear "
    "kangaroos koalas ostriches geese swans swan pigeons crows vultures insects mosquitoes rats mice rabbits "
    "ponies pony mules "
    "oxen yaks llamas alpacas antelopes giraffes zebras buffalo hounds puppies kittens greyhounds racehorses racehorse "
    "porpoises oysters frogs snakes locusts hives stags flamingos pelicans eagles hawks owls parrots lobsters "
    "crabs prawns "
    "zombies vampires aliens orcs dragons monsters goblins robots cow sheepdogs elephant rhino lion tiger "
    "leopard leopards "
    "cheetahs gorillas chimpanzees orangutans"
)
# Before "of (the) 90": they take a part of it, or all of it.
SHARES = (
    "half halves third thirds quarter quarters fifth fifths sixth tenth tenths most many some few several none "
    "majority minority percent % portion proportion part share fraction rest remainder bulk any much"
)
QUANTITIES = "all each both every some any total average group crowd family team crew number"
EXCEPTIONS = (
    "all but | everyone but | everybody but | all except | everyone except | everybody except | except for | except"
)
RETRACTIONS = (
    "earlier version | previous version | earlier versions | previous versions | original version | "
    "incorrectly said | incorrectly stated | incorrectly reported | wrongly said | wrongly stated | wrongly reported | "
    "mistakenly said | mistakenly stated | mistakenly reported | erroneously said | erroneously stated | "
    "erroneously reported | misstated | misreported | has retracted | have retracted | retracted | retracting | "
    "withdrew its report | withdrew a report"
)
FALSE_WORDS = "fake false bogus doctored fabricated hoax untrue baseless unfounded debunked made-up invented"
HARMLESS_TOO = (
    "execute executes executed executing capture captured capturing treat treats treated treating shot hurt hurts "
    "burned burnt buried burying trap traps trapped trapping drowned drowning hanging murder saved evacuated held "
    "missing"
)
