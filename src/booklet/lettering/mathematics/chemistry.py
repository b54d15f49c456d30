r"""Chemical notation (\ce of the LaTeX package mhchem) → LaTeX: elements upright, counts lowered, charges raised."""

import re

_ARROWS = {
    "<=>>": "xrightleftharpoons",
    "<<=>": "xrightleftharpoons",
    "<=>": "xrightleftharpoons",
    "<-->": "xrightleftharpoons",
    "<->": "xleftrightarrow",
    "->": "xrightarrow",
    "<-": "xleftarrow",
}
_TOKEN = re.compile(
    r"""(?P<arrow><=>>|<<=>|<=>|<-->|<->|->|<-)(?:\[(?P<over>[^\[\]]*)\])?(?:\[(?P<under>[^\[\]]*)\])?
    | (?P<math>\$[^$]*\$)
    | (?P<script>[\^_](?:\{[^{}]*\}|[0-9]*[+\-−]|[0-9]+[+\-−]?|[A-Za-z](?=[\s_\^]|$)|\\[A-Za-z]+))
    | (?P<letters>[A-Za-z]+)
    | (?P<amount>[0-9]+/[0-9]+|[0-9]+(?:\.[0-9]+)?)
    | (?P<blank>\s+)
    | (?P<command>\\[A-Za-z]+|\\.)
    | (?P<sign>.)""",
    re.VERBOSE | re.DOTALL,
)
_STATE = re.compile(r"\((?:aq|s|l|g|cr)\)")  # of aggregation
_AFTER_ATOM = {"letters", "close", "count"}


def chemistry(source: str) -> str:
    r"""The argument of \ce as LaTeX.

    Digits after an element or a bracket are counts, at the start of a word amounts; + after an element and - at the end of
    a word are charges, alone the signs of a reaction, - between elements is a bond; ^{…} and _{…} before an element are
    isotopes; * and . are the point of hydrates; v and ^ alone are precipitate and gas.
    """
    found: list[str] = []
    before = "start"
    scripts: set[str] = set()
    matches = list(_TOKEN.finditer(source))
    for at, match in enumerate(matches):
        kind = match.lastgroup or ""
        if match["arrow"]:
            found.append(_arrow(match))
            before = "start"
            scripts.clear()
            continue
        ahead = matches[at + 1] if at + 1 < len(matches) else None
        piece, before = _PIECES[kind](match[0], before, ahead)
        place = piece[0]
        if place not in "_^":
            scripts.clear()
        elif place in scripts:
            # A second one of its kind, like a state after a charge, stands after the first.
            scripts.clear()
            piece = f"{{}}{piece}"
        scripts.add(place)
        found.append(piece)
    return "".join(found)


def _arrow(match: re.Match[str]) -> str:
    over, under = (_label(match[side]) for side in ("over", "under"))
    return (
        rf"\{_ARROWS[match['arrow']]}[{under}]{{{over}}}"
        if match["under"]
        else rf"\{_ARROWS[match['arrow']]}{{{over}}}"
    )


def _label(source: str | None) -> str:
    """What stands over an arrow: a formula between dollar signs, else chemistry."""
    return "" if not source else chemistry(source)


Piece = tuple[str, str]


def _math(text: str, _: str, __: re.Match[str] | None) -> Piece:
    return f"{{{text[1:-1]}}}", "letters"


def _script(text: str, _: str, __: re.Match[str] | None) -> Piece:
    body = text[1:].strip("{}")
    if re.fullmatch(r"[A-Za-z]+|\([A-Za-z]+\)", body):
        body = rf"\mathrm{{{body}}}"
    elif re.fullmatch(r"[A-Za-z]+(?:\s+[A-Za-z]+)+", body):
        body = rf"\text{{{body}}}"
    return f"{text[0]}{{{body}}}", "count"


def _letters(text: str, before: str, ahead: re.Match[str] | None) -> Piece:
    if text == "v" and before in {"start", "blank"} and (ahead is None or ahead.lastgroup == "blank"):
        return r"\downarrow ", "start"
    variable = (
        len(text) == 1 and text.islower() and before in {"start", "blank"} and ahead and ahead.lastgroup == "letters"
    )
    return (text if variable else rf"\mathrm{{{text}}}"), "letters"


def _amount(text: str, before: str, ahead: re.Match[str] | None) -> Piece:
    if before in _AFTER_ATOM:
        count, point, hydrate = text.partition(".")
        if point and ahead is not None and ahead.lastgroup == "letters":
            return rf"_{{{count}}}{{\cdot}}{hydrate}\,", "start"
        return f"_{{{text}}}", "count"
    if "/" in text:
        top, bottom = text.split("/")
        return rf"\tfrac{{{top}}}{{{bottom}}}\,", "start"
    return rf"{text}\,", "start"


def _blank(_: str, before: str, __: re.Match[str] | None) -> Piece:
    return " ", "start" if before == "start" else "blank"


def _command(text: str, _: str, __: re.Match[str] | None) -> Piece:
    return f"{text} ", "letters"


def _sign(text: str, before: str, ahead: re.Match[str] | None) -> Piece:
    at_end = ahead is None or ahead.lastgroup in {"blank", "arrow"} or ahead[0] in ")]}^_,"
    if ahead is not None and _STATE.match(ahead.string, ahead.start()):
        at_end = True
    if text in "+-−":
        if before in _AFTER_ATOM and (at_end or text == "+"):
            return f"^{{{text}}}", "count"
        if before in _AFTER_ATOM:
            return "{-}", "start"
        return f" {text} ", "start"
    if text == "^":
        return r"\uparrow ", "start"
    if text in "*·." and before in _AFTER_ATOM and not at_end:
        return r"{\cdot}", "start"
    if text in "=#" and before in _AFTER_ATOM:
        return ("{=}" if text == "=" else r"{\equiv}"), "start"
    if text in ")]":
        return text, "close"
    if text == "}":
        return text, before
    return text, before if text in "([{" else "start"


_PIECES = {
    "math": _math,
    "script": _script,
    "letters": _letters,
    "amount": _amount,
    "blank": _blank,
    "command": _command,
    "sign": _sign,
}
