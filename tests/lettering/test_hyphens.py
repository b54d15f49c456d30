"""Hyphens stand where pyphen, which reads the same patterns by regular expressions, puts them."""

import itertools
import random
import re
from pathlib import Path

import pyphen
import pytest

from booklet.lettering.hyphens import Hyphens, hyphens_for

TALKS = sorted((Path(__file__).parents[2] / "content" / "talks").glob("*.md"))

SENTENCES = {
    "en-GB": """The organisers of the colloquium acknowledge generous contributions from neighbouring universities, whose
        programmes for meteorological observation, hydrological modelling and statistical postprocessing have matured over
        several decades. Participants particularly appreciated the characterisation of representativeness errors, the
        unprecedented availability of geostationary radiances, and comprehensive verification against independent
        measurements. Considerable uncertainty nevertheless remains concerning convective initiation, stratospheric
        variability, and the parametrisation of subgrid orography. Colleagues throughout the Commonwealth contributed
        beautifully illustrated demonstrations, manufactured instruments, and theoretical considerations regarding
        nonlinearity, predictability, regularisation, preconditioning and dimensionality.""",
    "de": """Die vorliegende Untersuchung beschreibt ausführlich, wie unterschiedliche Beobachtungssysteme gemeinsam
        verarbeitet werden, damit hochaufgelöste Wettervorhersagen zuverlässiger gelingen. Insbesondere berücksichtigen
        wir nichtlineare Zusammenhänge zwischen bodennahen Windgeschwindigkeiten, Niederschlagsmessungen und
        satellitengestützten Strahldichten. Anschließend vergleichen wir verschiedene Lösungsverfahren hinsichtlich
        Rechenaufwand, Speicherbedarf und Genauigkeit; außerdem erläutern wir, weshalb vereinfachende Annahmen
        gelegentlich irreführende Ergebnisse liefern. Schließlich besprechen die Vortragenden mögliche Erweiterungen,
        darunter Unsicherheitsabschätzungen, Mehrgitterverfahren und lernende Ersatzmodelle.""",
    "fr": """Cette communication présente les développements récents concernant l'assimilation des observations
        satellitaires dans les modèles atmosphériques. Nous démontrons comment les méthodes variationnelles, associées à
        des apprentissages statistiques, améliorent considérablement la représentation des précipitations intenses et
        des phénomènes méditerranéens. Les résultats préliminaires indiquent une diminution significative des erreurs
        systématiques, particulièrement pendant les saisons intermédiaires. Finalement, plusieurs perspectives
        méthodologiques seront discutées, notamment l'hybridation, la régularisation et la quantification rigoureuse des
        incertitudes.""",
}


def letters_only(text: str) -> list[str]:
    return sorted(set(re.findall(r"[^\W\d_]{2,}", text)))


def assert_like_pyphen(language: str, words: list[str]) -> int:
    """The number of hyphens in all words, after they were found to be where they are with pyphen."""
    ours = hyphens_for(language)
    assert ours is not None
    theirs = pyphen.Pyphen(lang=pyphen.language_fallback(language.replace("-", "_")), left=2, right=3)
    # Where a break would change the spelling, pyphen gives the change with it: in place -1 if it is at the break itself. Two
    # digits in a row (hyph_de_DE.dic: "5ab61la1ge") move what follows by one letter in pyphen 0.18.
    misread = [letters for letters, pattern in ours._patterns.items() if re.search("[0-9][0-9]", pattern)]
    words = [word for word in words if not any(letters in f".{word}." for letters in misread)]
    expected = {
        word: tuple(int(at) for at in theirs.positions(word) if at.data is None or at.data[1] != -1) for word in words
    }
    assert {word: ours.positions(word) for word in words} == expected
    return sum(len(ours.positions(word)) for word in words)


@pytest.mark.parametrize("path", TALKS, ids=lambda path: path.stem)
def test_words_of_the_example_are_hyphenated_as_by_pyphen(path: Path) -> None:
    words = letters_only(path.read_text("utf-8"))
    assert len(words) > 100
    assert assert_like_pyphen("en-US", words) > 50


@pytest.mark.parametrize("language", SENTENCES)
def test_other_languages_are_hyphenated_as_by_pyphen(language: str) -> None:
    words = letters_only(SENTENCES[language])
    assert len(words) > 50
    assert assert_like_pyphen(language, words) > 60


@pytest.mark.parametrize(
    ("language", "count"),
    [
        ("en-US", 2500),
        ("en-GB", 1500),
        ("de", 2500),
        ("hu", 2500),
        ("fr", 1500),
        ("ru", 1500),
        ("el", 1500),
        ("sl-SI", 300),
        ("et-EE", 300),
        ("lv-LV", 300),
        ("sr", 300),
        ("ca", 300),
    ],
)
def test_words_made_of_the_patterns_themselves_are_hyphenated_as_by_pyphen(language: str, count: int) -> None:
    """13,500 words in seven languages, and the other encodings that pattern files use; letters that no ordinary word has."""
    patterns = hyphens_for(language)
    assert patterns is not None
    parts = sorted(part for part in (key.strip(".") for key in patterns._patterns) if part.isalpha() and part.islower())
    choose = random.Random(7)
    words = ["".join(choose.sample(parts, choose.randint(1, 4))) for _ in range(count)]
    assert assert_like_pyphen(language, words) > count / 3


def test_a_break_that_would_change_the_spelling_is_none() -> None:
    """Hungarian doubles letters at a break: asszony is parted asz-szony, which a text layer cannot show."""
    hyphens = hyphens_for("hu")
    assert hyphens is not None
    shown = {word: parted(hyphens, word) for word in ("asszonnyal", "meggyőződés", "egyetemi")}
    assert shown == {"asszonnyal": "asszonnyal", "meggyőződés": "meg-győ-ző-dés", "egyetemi": "egye-temi"}
    assert_like_pyphen("hu", list(shown))


def parted(hyphens: Hyphens, word: str) -> str:
    """The word with all its hyphens."""
    at = (0, *hyphens.positions(word), len(word))
    return "-".join(word[first:last] for first, last in itertools.pairwise(at))


@pytest.mark.parametrize(
    ("language", "word", "shown"),
    [
        ("fr", "l’assimilation", "l’as-si-mi-la-tion"),
        ("fr", "l'assimilation", "l'as-si-mi-la-tion"),
        ("uk", "об’єднання", "об’єд-на-ння"),
        ("uk", "обʼєднання", "обʼєд-на-ння"),
        ("en-US", "government’s", "gov-ern-ment’s"),
        ("en-US", "o’clock", "o’clock"),
        ("de", "Maßstäbe", "Maß-stäbe"),
        ("de", "MASSSTÄBE", "MASS-STÄBE"),
        ("el", "παρατηρήσεις", "πα-ρα-τη-ρή-σεις"),
        ("el", "ΠΑΡΑΤΗΡΗΣΕΙΣ", "ΠΑ-ΡΑ-ΤΗ-ΡΗ-ΣΕΙΣ"),
        ("ru", "наблюдения", "на-блю-де-ния"),
        ("en-US", "İnternational", "İn-ter-na-tional"),
        ("en-US", "résumés", "ré-sumés"),
        ("en-US", "数値予報モデル", "数値予報モデル"),
    ],
)
def test_signs_and_letters_of_many_kinds(language: str, word: str, shown: str) -> None:
    hyphens = hyphens_for(language)
    assert hyphens is not None
    assert parted(hyphens, word) == shown


def test_a_letter_that_grows_in_lower_case_moves_no_hyphen() -> None:
    """İ becomes i with a dot of its own, two characters."""
    hyphens = hyphens_for("en-US")
    assert hyphens is not None
    assert len("İnternational".lower()) == 1 + len("İnternational")
    assert hyphens.positions("İnternational") == hyphens.positions("International")


def test_a_word_without_end_takes_a_time_that_grows_with_its_length() -> None:
    hyphens = hyphens_for("de")
    assert hyphens is not None
    assert len(hyphens.positions("donaudampfschiff" * 500)) > 1000


def test_every_shipped_language_can_be_read() -> None:
    assert len(pyphen.LANGUAGES) > 40
    for language in sorted({name.replace("_", "-") for name in pyphen.LANGUAGES}):
        assert hyphens_for(language) is not None, language


@pytest.mark.parametrize("language", ["zh-Hans", "ja", "ko", "ar", "he", "tlh", "x", "../en_US", ""])
def test_languages_without_patterns(language: str) -> None:
    assert hyphens_for(language) is None


@pytest.mark.parametrize(
    ("language", "like"),
    [
        ("en", "en-US"),
        ("en-AU", "en-GB"),
        ("de-LI", "de-DE"),
        ("fr-CA", "fr"),
        ("es-MX", "es"),
        ("pt-AO", "pt-PT"),
        ("no", "nb-NO"),
        ("sr-Latn-RS", "sr-Latn"),
        ("de-Latn-AT", "de-DE"),
        ("EN-us", "en-US"),
    ],
)
def test_regions_fall_back_on_their_language(language: str, like: str) -> None:
    one, other = hyphens_for(language), hyphens_for(like)
    assert one is not None
    assert other is not None
    assert one._patterns == other._patterns


def test_few_letters_stay_together() -> None:
    hyphens = hyphens_for("en-US")
    assert hyphens is not None
    assert hyphens.positions("about") == ()
    assert hyphens.positions("ecological")[0] >= 2
    assert all(len(word) - at >= 3 for word in ("assimilation", "really", "quickly") for at in hyphens.positions(word))
    assert hyphens.positions("") == ()


def test_patterns_by_hand() -> None:
    """Liang's own example: digits are levels between letters, the greatest wins, odd ones allow a hyphen."""
    hyphens = Hyphens(
        {"hyph": "hy3ph", "hena": "he2n", "henat": "hena4", "hen": "hen5at", "1na": "1na", "n2at": "n2at"}
    )
    assert hyphens.positions("hyphenation") == (2, 6)
    assert Hyphens({}).positions("hyphenation") == ()
