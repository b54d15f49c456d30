"""Hyphens stand where pyphen, which reads the same patterns by regular expressions, puts them."""

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
    different = {word for word in words if list(ours.positions(word)) != [int(at) for at in theirs.positions(word)]}
    assert different == set()
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


@pytest.mark.parametrize("language", ["en-GB", "fr", "sl-SI", "el-GR", "et-EE", "lv-LV", "sr"])
def test_words_made_of_the_patterns_themselves_are_hyphenated_as_by_pyphen(language: str) -> None:
    """Every encoding that the pattern files use; letters that no ordinary word has."""
    patterns = hyphens_for(language)
    assert patterns is not None
    parts = sorted(part for part in (key.strip(".") for key in patterns._patterns) if part.isalpha() and part.islower())
    choose = random.Random(7)
    assert_like_pyphen(language, ["".join(choose.sample(parts, 3)) for _ in range(300)])


def test_every_shipped_language_can_be_read() -> None:
    assert len(pyphen.LANGUAGES) > 40
    for language in sorted({name.replace("_", "-") for name in pyphen.LANGUAGES}):
        assert hyphens_for(language) is not None, language


@pytest.mark.parametrize("language", ["zh-Hans", "ja", "ko", "ar", "he", "tlh", "x"])
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
        ("sr-Latn", "sr-Latn"),
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
