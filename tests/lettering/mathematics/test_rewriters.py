"""Chemistry, numbers and units are rewritten as the packages mhchem and siunitx would print them."""

import pytest

from booklet.lettering.mathematics.cannot_set import CannotSetError
from booklet.lettering.mathematics.formula import set_formula
from booklet.lettering.mathematics.quantities import angle, number, quantity, unit

CHEMISTRY = [
    ("H2O", "H₂O"),
    ("2H2O", "2 H₂O"),
    ("2 H2O", "2 H₂O"),
    ("1/2 O2", "1/2 O₂"),
    ("H+", "H⁺"),
    ("Na+ + Cl-", "Na⁺ + Cl⁻"),
    ("SO4^2-", "SO₄²⁻"),
    ("SO4^{2-}", "SO₄²⁻"),
    ("Fe^{3+}", "Fe³⁺"),
    ("[Fe(CN)6]^4-", "[Fe(CN)₆]⁴⁻"),
    ("Al2(SO4)3", "Al₂(SO₄)₃"),
    ("CO2 (aq)", "CO₂(aq)"),
    ("Na+Cl-", "Na⁺Cl⁻"),
    ("OH-(aq)", "OH⁻(aq)"),
    ("H+(aq)", "H⁺(aq)"),
    ("2Na + Cl2 -> 2Na+ + 2Cl-", "2 Na + Cl₂ → 2 Na⁺ + 2 Cl⁻"),
    ("CH3-CH2+", "CH₃−CH₂⁺"),
    ("A -> B", "A → B"),
    ("A <- B", "A ← B"),
    ("A <=> B", "A ⇌ B"),
    ("A ->[h\\nu][cat.] B", "A →_(cat.)^(hν) B"),
    ("A ->[$x^2$] B", "A →^(x²) B"),
    ("CuSO4*5H2O", "CuSO₄⋅5 H₂O"),
    ("CuSO4.5H2O", "CuSO₄⋅5 H₂O"),
    ("^{14}C", "¹⁴C"),
    ("^{227}_{90}Th", "₉₀²²⁷Th"),
    ("CH3-CH2-OH", "CH₃−CH₂−OH"),
    ("CH2=CH2", "CH₂=CH₂"),
    ("HC#CH", "HC≡CH"),
    ("e-", "e⁻"),
    ("Ag+ + Cl- -> AgCl v", "Ag⁺ + Cl⁻ → AgCl ↓"),
    ("H2 ^", "H₂ ↑"),
    ("NO_x", "NOₓ"),
    ("PM2.5", "PM_(2.5)"),
    ("C_{60}", "C₆₀"),
    ("A_{two words}", "A_(two words)"),
    ("SO4^{2-}_{(aq)}", "SO₄²⁻_((aq))"),
]


@pytest.mark.parametrize(("source", "text"), CHEMISTRY)
def test_chemistry(source: str, text: str) -> None:
    assert set_formula(rf"\ce{{{source}}}", display=False).text == text


NUMBERS = [
    ("1.5e3", r"1.5 \times 10^{3}"),
    ("-2E-4", r"-2 \times 10^{-4}"),
    ("e6", "10^{6}"),
    ("1.5 \\times 10^{-3}", r"1.5 \times 10^{-3}"),
    ("12345.67891", r"12\,345.678\,91"),
    ("1234", "1234"),
    (".5", "0.5"),
    ("5.", "5"),
    ("1,5", "1.5"),
    ("1.23(4)", "1.23(4)"),
    ("1.2 +- 0.3", r"1.2 \pm 0.3"),
    ("1.2(3)e5", r"1.2(3) \times 10^{5}"),
    ("1.2 ± 0.3 e5", r"(1.2 \pm 0.3) \times 10^{5}"),
    ("<10", "<10"),
    ("2 x 3", r"2 \times 3"),
    ("1;2;3", r"1,\ 2,\ 3"),
]


@pytest.mark.parametrize(("source", "latex"), NUMBERS)
def test_number(source: str, latex: str) -> None:
    assert number(source) == latex
    set_formula(rf"\num{{{source}}}", display=False)


@pytest.mark.parametrize("source", ["", "x", "1..2", "e", "1e", "1 2 3 4 x", "1" * 100])
def test_no_number(source: str) -> None:
    with pytest.raises(CannotSetError, match="is no number"):
        number(source)


UNITS = [
    (r"\metre\per\second\squared", "m s⁻²"),
    (r"\kilo\gram\metre\per\square\second", "kg m s⁻²"),
    (r"\meter\tothe{3}", "m³"),
    (r"\watt\per\metre\squared\per\kelvin", "W m⁻² K⁻¹"),
    (r"\milli\mole", "mmol"),
    (r"\micro\metre", "µm"),
    (r"\percent", "%"),
    (r"\metre\raiseto{4}\second", "m s⁴"),
    (r"\metre\tothe{1234}", "m¹²³⁴"),
    (r"\metre\tothe{-100}", "m⁻¹⁰⁰"),
    (r"\per\square\kilo\metre", "km⁻²"),
    (r"\newton.\metre", "N m"),
    (r"\metre\second/\kelvin", "m s/K"),
    (r"\degreeCelsius", "°C"),
    ("m.s^{-1}", "m s⁻¹"),
    ("m s^-1", "m s⁻¹"),
    ("km/h", "km/h"),
    (r"\si{kg.m^2}", None),
    (r"\mu m", "µm"),
]


@pytest.mark.parametrize(("source", "text"), UNITS)
def test_unit(source: str, text: str | None) -> None:
    if text is None:
        with pytest.raises(CannotSetError):
            unit(source)
    else:
        assert set_formula(rf"\unit{{{source}}}", display=False).text == text


@pytest.mark.parametrize("source", [r"\parsecs", r"\squared", r"m\foo", "m@s"])
def test_unit_that_is_not_known(source: str) -> None:
    with pytest.raises(CannotSetError, match="the unit"):
        unit(source)


@pytest.mark.parametrize(
    "source",
    [
        r"\kilo", r"\per", r"\kilo\mega\metre", r"\metre\tothe", r"\metre{5}\second", r"\metre\square", r"\per\per\metre",
        r"\square\cubic\metre", r"\kilo\square\metre", r"\square\metre\squared", r"\metre\per\squared", r"\metre\tothe{0}",
        r"\metre\tothe{12345}", r"\metre\tothe{1/2}", r"\metre+\second", r"\raiseto\metre", r"\per{2}\metre",
    ],
)  # fmt: skip
def test_unit_that_would_be_another(source: str) -> None:
    with pytest.raises(CannotSetError, match="unit"):
        unit(source)


def test_quantities_and_angles() -> None:
    assert quantity("5", "km") == r"5\,\text{km}"
    assert quantity("5", r"\degree") == r"5\text{°}"
    assert quantity("5 +- 1", "K") == r"(5 \pm 1)\,\text{K}"
    assert quantity("5", "") == "5"
    assert angle("12;30;5") == r"12\text{°}\,30\text{′}\,5\text{″}"
    assert angle("-0.5") == r"-0.5\text{°}"
    with pytest.raises(CannotSetError):
        angle("1;2;3;4")
    readings = {
        r"\SI{9.81}{\metre\per\second\squared}": "9.81 m s⁻²",
        r"\SI[mode=text]{3}[\$]{km}": "3 km",
        r"\qty{20}{\degreeCelsius}": "20 °C",
        r"\qty{5}{\percent}": "5 %",
        r"\si{\hertz}": "Hz",
        r"\ang{45}": "45°",
    }
    assert {source: set_formula(source, display=False).text for source in readings} == readings
