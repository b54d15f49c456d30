r"""Numbers and units as the LaTeX package siunitx writes them → LaTeX.

\num, \ang, \unit and \qty, and \si and \SI of its older versions.
"""

import re

from booklet.lettering.mathematics.cannot_set import CannotSetError


def _pairs(table: str) -> dict[str, str]:
    words = table.split()
    return dict(zip(words[::2], words[1::2], strict=True))


_PREFIXES = _pairs(
    """
    quecto q ronto r yocto y zepto z atto a femto f pico p nano n micro µ milli m centi c deci d deca da deka da
    hecto h kilo k mega M giga G tera T peta P exa E zetta Z yotta Y ronna R quetta Q kibi Ki mebi Mi gibi Gi tebi
    Ti
    """
)
_UNITS = _pairs(
    """
    metre m meter m gram g kilogram kg second s ampere A kelvin K mole mol candela cd hertz Hz newton N pascal Pa
    joule J watt W coulomb C volt V farad F ohm Ω siemens S weber Wb tesla T henry H lumen lm lux lx becquerel Bq
    gray Gy sievert Sv katal kat radian rad steradian sr degree ° arcminute ′ arcsecond ″ celsius °C degreeCelsius
    °C minute min hour h day d year a litre L liter L tonne t hectare ha electronvolt eV dalton Da atomicmassunit u
    astronomicalunit au parsec pc bar bar decibel dB bel B neper Np percent % bit bit byte B angstrom Å molar M
    calorie cal nm nm um µm mm mm cm cm dm dm km km m m kg kg mg mg g g ms ms us µs ns ns ps ps fs fs s s Hz Hz kHz
    kHz MHz MHz GHz GHz THz THz Pa Pa kPa kPa MPa MPa GPa GPa hPa hPa eV eV meV meV keV keV MeV MeV GeV GeV TeV TeV
    J J kJ kJ W W kW kW MW MW K K mol mol V V mV mV kV kV A A mA mA N N T T mT mT mu µ circ ° cdot · degC °C
    """
)
_POWERS = {"square": 2, "cubic": 3}
_POWERS_AFTER = {"squared": 2, "cubed": 3}
_NUMBER = re.compile(
    r"""(?P<comparator>[<>≤≥~≈]?)\s*
    (?P<sign>[-+−]?)\s*(?P<mantissa>\d[\d\s]*(?:[.,]\d*)?|[.,]\d+)?
    (?:\((?P<digits>\d+)\)|\s*(?:\+-|\\pm|±|\+/-)\s*(?P<error>[\d.,]+))?\s*
    (?:[eEdD](?P<power>[-+−]?\d+)|(?:\\times|×|x)\s*10\s*\^\s*\{?\s*(?P<written>[-+−]?\d+)\s*\}?)?""",
    re.VERBOSE,
)
_IN_UNIT = re.compile(
    r"\\(?P<name>[A-Za-z]+)\s*(?:\{\s*(?P<power>[-−]?\d{1,4})\s*\})?|(?P<between>\s+|\\,|[.~*·])|(?P<other>.)",
    re.DOTALL,
)
_LEAST_GROUPED = 5
_LONGEST = 60  # characters of a number; what the pattern would need time for


def number(source: str) -> str:
    r"""The argument of \num as LaTeX: 1.5e3 → 1.5 × 10³, 1.23(4) and 1.23 ± 0.04; lists with ; and products with x."""
    if ";" in source:
        return r",\ ".join(number(part) for part in source.split(";"))
    text = source.strip()
    if len(text) > _LONGEST:
        raise CannotSetError(f"{source[:40]} … is no number")
    if re.fullmatch(r"[\d.,]+(?:\s*x\s*[\d.,]+)+", text):
        return r" \times ".join(_grouped(part.strip()) for part in text.split("x"))
    match = _NUMBER.fullmatch(text)
    if match is None or not (match["mantissa"] or match["power"]):
        raise CannotSetError(f"{source[:40]} is no number")
    found = match["comparator"] + _minus(match["sign"])
    found += _grouped(match["mantissa"]) if match["mantissa"] else ""
    power = match["power"] or match["written"]
    if match["digits"]:
        found += f"({match['digits']})"
    if match["error"]:
        found += rf" \pm {_grouped(match['error'])}"
        found = f"({found})" if power else found
    if power:
        found += (r" \times " if match["mantissa"] else "") + f"10^{{{_minus(power.removeprefix('+'))}}}"
    return found


def _minus(text: str) -> str:
    return text.replace("−", "-")


def _grouped(mantissa: str) -> str:
    """Digits in threes from the decimal sign, where there are more than four."""
    whole, sign, part = re.sub(r"\s", "", mantissa).replace(",", ".").partition(".")
    if len(whole) >= _LEAST_GROUPED:
        first = len(whole) % 3
        whole = r"\,".join(
            ([whole[:first]] if first else []) + [whole[at : at + 3] for at in range(first, len(whole), 3)]
        )
    if len(part) >= _LEAST_GROUPED:
        part = r"\,".join(part[at : at + 3] for at in range(0, len(part), 3))
    return (whole or "0") + (sign if part else "") + part


def quantity(amount: str, measure: str) -> str:
    r"""The arguments of \qty or \SI as LaTeX: a thin space between number and unit, none before ° ′ ″."""
    value = number(amount)
    if re.search(r"\\pm(?!.*10\^)", value) and "10^" not in value:
        value = f"({value})"
    written = unit(measure)
    space = "" if re.fullmatch(r"\\text\{[°′″]\}", written) else r"\,"
    return f"{value}{space}{written}" if written else value


def angle(source: str) -> str:
    r"""The argument of \ang as LaTeX: 12.5 → 12.5°, 12;30;5 → 12° 30′ 5″."""
    parts = source.split(";")
    if len(parts) > len("°′″"):
        raise CannotSetError(f"{source[:40]} is no angle")
    return r"\,".join(
        rf"{number(part)}\text{{{mark}}}" for part, mark in zip(parts, "°′″", strict=False) if part.strip()
    )


def unit(source: str) -> str:
    r"""The argument of \unit or \si as LaTeX: commands (\metre\per\second\squared) or as written (m.s^{-1}, km/h)."""
    if "\\" in source and not re.search(r"[A-Za-z0-9/]", re.sub(r"\\[A-Za-z]+|\{\s*[-−]?\d+\s*\}", "", source)):
        return _by_commands(source)
    return _as_written(source)


def _by_commands(source: str) -> str:
    r"""Units in the order of siunitx: \per, then \square, \cubic or \raiseto, a prefix, the unit, \squared, \cubed or \tothe.

    Raises CannotSetError for any other order and for what is left over, as the value would be another.
    """
    factors: list[tuple[str, int]] = []
    prefix, power, sign, raised = "", 0, 1, True
    for match in _IN_UNIT.finditer(source):
        name, argument = match["name"], match["power"]
        if match["between"]:
            continue
        if name is None or (argument is None) == (name in {"tothe", "raiseto"}):
            raise CannotSetError(f"the unit {source[:40]} cannot be read")
        waiting = bool(prefix or power or sign < 0)
        wrong = False
        if name == "per":
            wrong, sign = waiting, -1
        elif name in _PREFIXES:
            wrong, prefix = bool(prefix), _PREFIXES[name]
        elif name in _POWERS or name == "raiseto":
            wrong = bool(prefix or power)
            power = _POWERS.get(name) or _exponent(argument)
        elif name in _POWERS_AFTER or name == "tothe":
            if waiting or raised:
                raise CannotSetError(f"the unit {source[:40]} has a power that follows no unit")
            written, before = factors[-1]
            factors[-1] = written, before * (_POWERS_AFTER.get(name) or _exponent(argument))
            raised = True
        elif name in _UNITS:
            raised = bool(power)
            factors.append((prefix + _UNITS[name], (power or 1) * sign))
            prefix, power, sign = "", 0, 1
        else:
            raise CannotSetError(f"the unit \\{name[:40]} is not known")
        if wrong:
            raise CannotSetError(f"the unit {source[:40]} has \\{name[:40]} where a unit is missing")
    if prefix or power or sign < 0:
        raise CannotSetError(f"the unit {source[:40]} ends before its last unit")
    return r"\,".join(_power(written, exponent) for written, exponent in factors)


def _exponent(argument: str) -> int:
    exponent = int(_minus(argument))
    if not exponent:
        raise CannotSetError("a unit is raised to 0")
    return exponent


def _power(written: str, exponent: int) -> str:
    shown = written.replace("%", r"\%")
    return rf"\text{{{shown}}}" if exponent == 1 else rf"\text{{{shown}}}^{{{exponent}}}"


def _as_written(source: str) -> str:
    found = []
    unit_before = False
    for sign in re.findall(
        r"\\(?:mu|micro)\s+|\\[A-Za-z]+|\^\{[^{}]*\}|\^[-−]?\d|_\{[^{}]*\}|[^\W\d_]+|\s+|.", source, re.DOTALL
    ):
        if sign.startswith("\\"):
            name = sign[1:].strip()
            if name not in _UNITS and name not in _PREFIXES:
                raise CannotSetError(f"the unit {sign[:40]} is not known")
            found.append(r"\," if unit_before else "")
            found.append(rf"\text{{{_UNITS.get(name) or _PREFIXES[name]}}}".replace("%", r"\%"))
        elif sign[0] in "^_":
            found.append(f"{sign[0]}{{{sign[1:].strip('{}')}}}")
        elif sign[0].isalpha() or sign in "°′″%Å":
            found.append(rf"\text{{{sign}}}".replace("%", r"\%"))
        elif sign in ".~·*" or sign.isspace():
            found.append(r"\,")
        elif sign in "()/-−0123456789":
            found.append(sign if sign not in "/-−" else f"{{{sign}}}")
        else:
            raise CannotSetError(f"the unit {source[:40]} cannot be read")
        unit_before = sign.startswith("\\") and name not in _PREFIXES
    return "".join(found)
