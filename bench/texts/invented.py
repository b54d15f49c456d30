"""Numbers → invented talks: file names and contents of talks/*.md, the same on every machine.

What a cache of words gains depends on how many different words there are, so the number of those grows as in real abstracts:
a few hundred words make up most of the text, and every abstract brings some that no other has (about 18,000 different words,
punctuation attached, in 1,000 abstracts).
"""

import itertools
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass


def _words(text: str) -> list[str]:
    return text.split()


_ADJECTIVES = _words("""adaptive adiabatic anisotropic asymptotic atmospheric autonomous available baroclinic
biogeochemical boundary central climatological coastal coherent common comparable complementary complex comprehensive
conditional consistent continental convective coupled critical current daily decadal dense detailed deterministic
different diffusive digital direct diurnal dominant dynamical early effective efficient empirical ensemble equatorial
essential experimental explicit extreme fast final fine flexible forced fundamental general global gradual
gravitational heterogeneous hierarchical high horizontal hourly hybrid hydrological idealized implicit important
improved independent inherent interannual interactive intermediate internal joint kinetic large latent lateral linear
local long low magnetic marine mean mesoscale microphysical moderate modern moist molecular monthly multiple native
necessary neural new nonlinear novel numerical observed oceanic open operational optical optimal organic orographic
parallel partial passive periodic persistent physical planetary polar possible practical precise predictive present
previous principal probabilistic prognostic promising proposed quantitative radiative random rapid rare realistic
recent recurrent reduced regional relative reliable remote representative residual robust seasonal sensitive
sequential severe short significant similar simple simultaneous single slow small smooth spatial spectral stable
standard statistical stochastic stratospheric strong structural substantial suitable surface synoptic synthetic
systematic technical temporal terrestrial thermal tropical turbulent typical uncertain unexpected uniform unique
unresolved urban useful valid variable variational vertical visible volcanic warm weak wide""")

_NOUNS = _words("""ability acceleration accuracy adjustment advection aerosol albedo algorithm altitude amplitude
analysis anomaly application approach approximation architecture array assessment assimilation assumption atmosphere
background balance basin benchmark bias boundary budget calibration campaign canopy case catchment challenge channel
circulation climate cloud cluster coast code coefficient collaboration community comparison complexity component
composition computation concentration condition configuration connection constraint contribution convection
convergence correction correlation coupling coverage criterion current cycle database dataset decade decomposition
density dependence deposition depth description design detection development deviation diagnostic diffusion dimension
dispersion displacement dissipation distance distribution domain drag drought duration dynamics emission emulator
energy ensemble environment equation error estimate estimation evaluation evaporation event evidence evolution example
exchange experiment exposure extent factor feature feedback field filter fire flood flow flux forecast formation
formulation fraction framework frequency friction front function glacier gradient grid ground growth heat height
horizon humidity hypothesis ice identification implementation improvement increase index inference influence
information infrastructure initialization input instability instrument integration intensity interaction interface
interpretation interval inversion investigation kernel lake land layer lidar likelihood limit loss magnitude margin
mass matrix measurement mechanism medium method metric minimum mixture mode model moisture momentum monitoring monsoon
motion mountain network noise norm nowcast objective observation observatory ocean operator optimization orbit outflow
output parameter parametrization particle pattern performance period perturbation phase phenomenon plume policy
population prediction predictor pressure prior probability problem procedure process product profile projection
property proxy quality quantity radar radiance radiation radiometer rainfall range rate ratio reanalysis
reconstruction reduction reference reflectivity regime region regression relation relationship representation
resolution response result retrieval risk river roughness runoff salinity sample satellite scale scatter scenario
scheme season sediment segment sensitivity sensor series signal simulation site skill snow software soil solution
source space species spectrum spread stability station statistic storm strategy stratification stream structure study
subset summer surface survey system target technique temperature tendency test theory threshold time topography tracer
trajectory transfer transition transport trend turbulence uncertainty update validation value variability variable
variance variation vector vegetation velocity verification volume vortex water wave weather weight wind window winter
workflow""")

_VERBS = _words("""account adapt address adopt affect allow analyze apply approximate assess capture characterize
combine compare complement compute consider constrain contain control describe derive detect determine develop
diagnose discuss employ enable encode enhance estimate evaluate examine exploit explain explore extend extract filter
formulate generate identify illustrate implement improve include incorporate increase indicate infer influence
introduce investigate isolate learn limit maintain map measure minimize model monitor motivate observe obtain optimize
outline perform predict preserve present process produce propagate propose provide quantify reconstruct reduce refine
reproduce represent require resolve retrieve reveal review sample select separate show simulate solve stabilize
strengthen study suggest summarize support test track train transform update use validate verify weight""")

_ADVERBS = _words("""accurately already approximately carefully clearly closely commonly completely consistently
currently directly efficiently especially eventually explicitly finally frequently fully generally gradually however
increasingly independently jointly largely locally mainly markedly mostly moreover nevertheless notably often
operationally partially particularly previously primarily rapidly recently reliably routinely sequentially
significantly similarly simultaneously slightly statistically strongly substantially successfully systematically
typically usually widely""")

# Words that few abstracts share: a beginning, a stem and an ending.
_BEGINNINGS = _words("""aero anti astro bio chrono co cryo cyclo de di eco electro endo exo extra geo hetero homo
hydro hyper hypo infra inter intra iso macro mega meso meta micro mono multi nano neuro non over palaeo para photo
poly post pre proto pseudo quasi radio re semi spectro sub super supra syn tele thermo topo trans tri ultra under""")
_STEMS = _words("""centr chrom clim cycl dens dynam fract gen gram graph kinet lith log lumin magnet mechan metr morph
nom path phas phon plan plasm polar pres scop sphaer spect static stell stratig struct synth tect tempor therm toler
tom tox trop typ valent vect vent vers visc volt vort zon""")
_ENDINGS = _words("""able al ally ance ant ate ated ating ation ational ature ence ent er ial ic ical ically icity
ification ified ify ion ional ism istic ity ization ize ized izing ment ous""")

_FAMILIES = _words("""Abe Almeida Ångström Bauer Bergström Bianchi Çelik Chen Costa Delgado Dvořák Eriksen Fischer
García Grünwald Haugen Hoffmann Ivanova Jansen Kowalski Kovács Laurent Lindqvist MacDonald Martínez Moreau Nakamura
Novák O’Brien Okafor Ødegård Petrov Pham Quiñones Rossi Sánchez Şahin Schröder Silva Søndergaard Tanaka Tóth Ueda
Vasquez Vogel Weiß Yamamoto Zhang Zieliński Žukauskas""")
_GIVEN = _words("""Agnes Anaïs André Beatriz Björn Carla Chloé Daniel Elif Emil Fatima Freya Gökçe Hiroshi Ines Jakub
João Jürgen Kaito Léa Lukas Mária Mei Noor Núria Olga Pedro Priya Quentin Rosa Søren Tomáš Uma Viktor Wei Ximena Yusuf
Zoë""")
_PLACES = _words("""Bergen Bologna Brno Coimbra Dublin Exeter Gdańsk Göteborg Graz Helsinki Kyoto Leipzig Lyon Málaga
Montréal Nanjing Oulu Pécs Porto Pune Reading Sapporo Tromsø Uppsala Valparaíso Wellington Zürich""")
_HOUSES = (
    "Institute of Atmospheric Physics",
    "Department of Statistics",
    "Faculty of Mathematics",
    "Laboratory for Fluid Dynamics",
    "School of Earth Sciences",
    "Centre for Scientific Computing",
    "Department of Oceanography",
    "Remote Sensing Group",
)

_SENTENCES = (
    "We {verb} a {adj} {noun} for the {noun} of {adj} {nouns}, which {adverb} {verbs} the {noun} of {rare} {nouns}.",
    "The {adj} {noun} of {nouns} is {adverb} {verbed} by {adj} {nouns} and by the {rare} {noun} of the {noun}.",
    "{Adverb}, {adj} {nouns} {verb} the {noun} between {nouns} and {adj} {nouns}, while {rare} {nouns} remain {adj}.",
    "Here, {nouns} from {number} {adj} {nouns} are {verbed} with the {Name} {noun} ({acronym}) to {verb} {adj} {nouns}.",
    "Results show that the {noun} {verbs} the {noun} of {adj} {nouns} by {percent}, in particular for {rare} {nouns}.",
    "Since {nouns} are {adj} and {adj}, we {verb} {nouns} that {verb} both the {adj}-{adj} {noun} and its {noun}.",
    "In contrast to {adj} {nouns} ({Name} et al., {year}), our {noun} {verbs} neither {nouns} nor {adj} {nouns}.",
    "Using {acronym} {nouns} for {year}–{year}, we {adverb} {verb} how {rare} {nouns} {verb} the {noun} of {nouns}.",
    "A {noun}-based {noun} with {number} {nouns} is {verbed} in order to {verb} {rare} and {adj} {nouns}.",
    "It is {adj} to {verb} the {noun} of the {adj} {noun}: a {rare} {noun} may {verb} it {adverb}.",
    "This talk {verbs} the {noun} of {Name}’s {noun}, its {adj} {noun}, and {nouns} that {verb} “{adj} {nouns}”.",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class InventedAuthor:
    """`affiliation` is a key of the talk's."""

    given: str
    family: str
    affiliation: str
    presenting: bool


@dataclass(frozen=True, slots=True)
class InventedTalk:
    """What a file of content/talks holds; affiliations by their keys, the abstract in paragraphs."""

    id: str
    title: str
    authors: tuple[InventedAuthor, ...]
    affiliations: dict[str, str]
    abstract: tuple[str, ...]


def talks(count: int) -> Iterator[tuple[str, bytes]]:
    """`count` talks as file names and contents; the first ones are the same for every `count`."""
    return map(talk_file, invented_talks(count))


def invented_talks(count: int) -> Iterator[InventedTalk]:
    """The same talks as values."""
    return map(_talk, range(count))


def talk_file(talk: InventedTalk) -> tuple[str, bytes]:
    """Name and content of the file of a talk."""
    authors = "".join(
        f"  - {{name: {one.given} {one.family}, affiliations: [{one.affiliation}]"
        f"{', presenting: true' if one.presenting else ''}}}\n"
        for one in talk.authors
    )
    affiliations = "".join(f"  {key}: {name}\n" for key, name in talk.affiliations.items())
    head = f'---\ntitle: "{talk.title}"\nauthors:\n{authors}affiliations:\n{affiliations}---\n'
    return f"{talk.id}.md", (head + "\n\n".join(talk.abstract) + "\n").encode()


def _talk(number: int) -> InventedTalk:
    choose = random.Random(f"talk {number}")
    count = choose.choice((1, 2, 3, 3, 4, 5, 6, 9))
    keys = [f"a{index}" for index in range(1, min(count, 4) + 1)]
    affiliations = {key: f"{choose.choice(_HOUSES)}, University of {choose.choice(_PLACES)}" for key in keys}
    families = choose.sample(_FAMILIES, count)
    authors = tuple(
        InventedAuthor(choose.choice(_GIVEN), family, keys[index % len(keys)], index == 0)
        for index, family in enumerate(families)
    )
    adjective, noun, rare = _often(_ADJECTIVES, choose), _plural(_often(_NOUNS, choose)), _word("rare", choose)
    title = f"{adjective} {noun} for the {rare} {_often(_NOUNS, choose)} of {_plural(_often(_NOUNS, choose))}"
    title = title[0].upper() + title[1:]
    return InventedTalk(f"talk-{number:04}", title, authors, affiliations, tuple(_paragraphs(choose)))


def _paragraphs(choose: random.Random) -> list[str]:
    """An abstract of 1,500 to 2,000 characters in one to three paragraphs."""
    length = choose.randint(1450, 1850)
    sentences: list[str] = []
    while sum(map(len, sentences)) + len(sentences) < length:
        sentences.append(_sentence(choose))
    starts = sorted(choose.sample(range(2, len(sentences) - 1), choose.randint(0, 2)))
    edges = [0, *starts, len(sentences)]
    return [" ".join(sentences[first:last]) for first, last in itertools.pairwise(edges)]


def _sentence(choose: random.Random) -> str:
    sentence = re.sub(r"\{(\w+)\}", lambda gap: _word(gap[1], choose), choose.choice(_SENTENCES))
    return sentence[0].upper() + sentence[1:]


def _word(kind: str, choose: random.Random) -> str:
    """A word for a gap of a sentence."""
    match kind:
        case "adj":
            return _often(_ADJECTIVES, choose)
        case "noun":
            return _often(_NOUNS, choose)
        case "nouns":
            return _plural(_often(_NOUNS, choose))
        case "verb":
            return _often(_VERBS, choose)
        case "verbs":
            return _plural(_often(_VERBS, choose))
        case "verbed":
            verb = _plural(_often(_VERBS, choose))
            return verb[:-1] + "d" if verb.endswith("es") else verb[:-1] + "ed"
        case "adverb":
            return choose.choice(_ADVERBS)
        case "Adverb":
            return choose.choice(_ADVERBS).capitalize()
        case _:
            return _rare_word(kind, choose)


def _rare_word(kind: str, choose: random.Random) -> str:
    """What hardly ever comes twice: names, numbers, words for one thing."""
    match kind:
        case "Name":
            return choose.choice(_FAMILIES)
        case "acronym":
            return "".join(choose.choice("ABCDEFGHILMNOPRSTUVW") for _ in range(choose.choice((3, 3, 4, 5))))
        case "rare":
            return "".join(map(choose.choice, (_BEGINNINGS, _STEMS, _ENDINGS)))
        case "percent":
            return f"{choose.randint(2, 60)}.{choose.randint(0, 9)}\u00a0%"
        case "year":
            return str(choose.randint(1979, 2026))
        case _:
            return choose.choice((str(choose.randint(3, 400)), f"{choose.randint(1, 90)},000"))


def _often(words: list[str], choose: random.Random) -> str:
    """A word, the first ones of a shuffled list far more often than the last, as words are used."""
    return words[int(len(words) * choose.random() ** 2) * 67 % len(words)]


def _plural(noun: str) -> str:
    """The plural of a noun; verbs end in the same way in the present tense."""
    if noun.endswith(("sis", "xis")):
        return noun[:-2] + "es"
    if noun.endswith(("s", "x", "ch", "sh")):
        return noun + "es"
    return noun[:-1] + "ies" if noun.endswith("y") and noun[-2] not in "aeiou" else noun + "s"
