"""Style files → a Style: layers from base.yaml up, each overriding single keys of those below."""

import difflib
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from booklet import limits
from booklet.codes import BAD_STYLE, MISSING_FILE, UNKNOWN_KEY
from booklet.expression import expression
from booklet.finding import Finding
from booklet.place import Place
from booklet.plain_dataclasses import fields, replace
from booklet.reading.project_file import leads_out, read_bytes
from booklet.shipped import styles_folder
from booklet.styling.contrast import faint_colors
from booklet.styling.project_fonts import project_fonts
from booklet.styling.style import COVERS, FACES, Color, Colors, Fitting, Page, Style, Texts, TextStyle
from booklet.styling.style_fonts import style_fonts
from booklet.units import MM, length, share
from booklet.yaml_file import Mapping, Node, Scalar, Sequence, read_yaml

# Papers by the name that files and commands use, with the shipped layer that holds their numbers; base.yaml is A4.
PAPERS = {"A4": "base", "A5": "a5", "Letter": "letter"}

_BASE = "base"
_SEE = "docs/reference/style.md shows what can stand here"
_DEEPEST = 8
_LONGEST = 2000 * MM
# What margins have to leave of a page, and the lines of any text that a page has to hold.
_NARROWEST, _LOWEST, _FEWEST_LINES = 40 * MM, 60 * MM, 5

Leaf = tuple[str, Place]
_T = TypeVar("_T")


def _hyphened(record: type) -> tuple[str, ...]:
    return tuple(field.name.replace("_", "-") for field in fields(record))


STYLE_KEYS: tuple[str, ...] = (
    "extends",
    "paper",
    "cover",
    *(f"page.{key}" for key in _hyphened(Page)),
    *(f"colors.{key}" for key in _hyphened(Colors)),
    *(f"faces.{key}" for key in FACES),
    "fallback",
    "figures.height",
    *(f"text.{name}.{key}" for name in _hyphened(Texts) for key in _hyphened(TextStyle)),
    *(f"fitting.{key}" for key in _hyphened(Fitting)),
)
_VALUES = frozenset(STYLE_KEYS)
_GROUPS = frozenset(key[:at] for key in STYLE_KEYS for at, sign in enumerate(key) if sign == ".")
# Keys whose values are lists, with what their entries are called.
_LISTS = {"fallback": "font files"} | {
    key: "OpenType features" for key in STYLE_KEYS if key.startswith("text.") and key.endswith(".features")
}

# Small capitals, kinds of figures, forms beside capitals, the designer's alternates (OpenType, registered features).
_FEATURE = expression(r"smcp|c2sc|onum|lnum|tnum|pnum|case|ss(?:0[1-9]|1\d|20)|cv(?:0[1-9]|[1-9]\d)")


def load_style(
    name: str, paper: str | None, folder: Path, place: Place, paper_place: Place | None = None
) -> tuple[Style | None, tuple[Finding, ...]]:
    """The style called `name` for a paper (None: the style's own), and what is wrong with its files.

    Styles of the project, in `folder`/styles, come before the shipped ones. `place` is where the name was given,
    `paper_place` where the paper was. The style is None when a file cannot be used, or no style is for that paper.
    """
    findings: list[Finding] = []
    layers = _layers(name, folder, place, findings)
    chosen = _paper(paper) if paper else next((layer.paper for layer in layers if layer.paper), "A4")
    layers = _for_paper(layers, chosen, folder, paper_place or place, findings)
    if not layers:
        return None, tuple(findings)
    leaves: dict[str, Leaf] = {}
    lists: dict[str, tuple[Leaf, ...]] = {}
    for layer in reversed(layers):
        leaves.update(layer.leaves)
        lists.update(layer.lists)
    style = _style(chosen, leaves, lists, folder, findings)
    if style is None:
        return None, tuple(findings)
    findings += faint_colors(style.colors, {name: leaves[f"colors.{name}"][1] for name in _hyphened(Colors)})
    fonts, unused = project_fonts(folder, (*(font for _, font in style.faces), *style.fallback))
    return replace(style, fallback=style.fallback + fonts), (*findings, *unused)


def _for_paper(
    layers: "list[_Layer]", paper: str, folder: Path, place: Place, findings: list[Finding]
) -> "list[_Layer]":
    """The layers without those for other papers. Above base stands the shipped layer for a paper, whoever names it."""
    kept = [layer for layer in layers if layer.name == _BASE or layer.paper in {None, paper}]
    if not kept or any(layer.name == PAPERS.get(paper) for layer in kept):
        return kept
    if paper in PAPERS:
        return kept[:-1] + _layers(PAPERS[paper], folder, place, findings)[:1] + kept[-1:]
    if any(layer.paper == paper for layer in kept):
        return kept
    hint = f"known papers: {', '.join(PAPERS)}"
    findings.append(Finding(BAD_STYLE, f'no style is for the paper "{paper[:40]}"', place, hint))
    return []


class _Layer:
    """One style file as single values by dotted key."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.leaves: dict[str, Leaf] = {}
        self.lists: dict[str, tuple[Leaf, ...]] = {}

    @property
    def paper(self) -> str | None:
        """The paper that the file is for, when it says so."""
        return _paper(self.leaves["paper"][0]) if "paper" in self.leaves else None

    @property
    def extends(self) -> Leaf | None:
        """The style below; every style but base itself stands at least on base."""
        return self.leaves.get("extends")


def _layers(name: str, folder: Path, place: Place, findings: list[Finding]) -> list[_Layer]:
    """The chain of styles from `name` down to base, or an empty list when one cannot be used."""
    layers: list[_Layer] = []
    while True:
        layer = _read_layer(name, folder, place, findings)
        if layer is None:
            return []
        layers.append(layer)
        if name == _BASE:
            return layers
        name, place = layer.extends or (_BASE, place)
        if len(layers) == _DEEPEST or any(layer.name == name for layer in layers):
            message = (
                f'style "{name}" builds on itself' if len(layers) < _DEEPEST else "styles build on each other too deep"
            )
            findings.append(Finding(BAD_STYLE, message, place, 'end the chain with "extends: base"'))
            return []


def _read_layer(name: str, folder: Path, place: Place, findings: list[Finding]) -> _Layer | None:
    data = _bytes_of(name, folder, place)
    if isinstance(data, Finding):
        findings.append(data)
        return None
    file = f"styles/{name}.yaml"
    node, trouble = read_yaml(data, file)
    findings += trouble
    if not isinstance(node, Mapping):
        if not trouble:
            findings.append(Finding(BAD_STYLE, f"{file} has no keys", Place(file), "see docs/reference/style.md"))
        return None
    layer = _Layer(name)
    _flatten(node, "", layer, findings)
    return layer


def known_styles(folder: Path) -> list[str]:
    """The names of the styles of the project in `folder` and of those that are shipped."""
    own = () if leads_out(folder, folder / "styles") else (folder / "styles").glob("*.yaml")
    return sorted({path.stem for path in (*own, *styles_folder().glob("*.yaml"))})


def _bytes_of(name: str, folder: Path, place: Place) -> bytes | Finding:
    """The file of a style: the project's before the shipped one, except for base."""
    known = known_styles(folder)
    if re.fullmatch(r"[a-z0-9-]{1,60}", name):
        path = styles_folder() / f"{name}.yaml"
        shipped = path.read_bytes() if path.is_file() else None
        own = read_bytes(folder, f"styles/{name}.yaml", limits.FILE_BYTES)
        if name == _BASE and isinstance(own, bytes) and own != shipped:
            message = 'a style of the project cannot be called "base": it would take the place of what it builds on'
            return Finding(BAD_STYLE, message, Place(f"styles/{name}.yaml"), "give the file another name")
        if isinstance(own, bytes) or own.code is not MISSING_FILE:
            return own
        if shipped is not None:
            return shipped
    near = difflib.get_close_matches(name, known, 1) or known
    return Finding(BAD_STYLE, f'there is no style "{name[:80]}"', place, f"known styles: {', '.join(near)}")


def _flatten(node: Node, path: str, layer: _Layer, findings: list[Finding]) -> None:
    """Enter every value of a style file under its dotted key."""
    if isinstance(node, Mapping):
        for entry in node.entries:
            key = f"{path}.{entry.key}" if path else entry.key
            if key in _VALUES or key in _GROUPS:
                _flatten(entry.value, key, layer, findings)
            else:
                near = difflib.get_close_matches(key, STYLE_KEYS, 1, 0.7)
                hint = f'did you mean "{near[0].split(".")[-1]}"?' if near else "docs/reference/style.md lists the keys"
                findings.append(Finding(UNKNOWN_KEY, f'unknown key "{entry.key}"', entry.key_place, hint))
    elif path not in _VALUES or isinstance(node, Sequence) != (path in _LISTS):
        findings.append(Finding(BAD_STYLE, f'"{path or "the file"}" has a value of the wrong shape', node.place))
    elif isinstance(node, Sequence):
        layer.lists[path] = tuple(
            (item.text, item.place) for item in node.items if isinstance(item, Scalar) and item.text
        )
        findings.extend(
            Finding(BAD_STYLE, f'"{path}" is a list of {_LISTS[path]}; this is none', item.place)
            for item in node.items
            if not isinstance(item, Scalar) or not item.text
        )
    elif node.text is not None:
        layer.leaves[path] = (node.text, node.place)


def _style(
    paper: str, leaves: dict[str, Leaf], lists: dict[str, tuple[Leaf, ...]], folder: Path, findings: list[Finding]
) -> Style | None:
    """Turn texts into values; None when any cannot be."""
    before = len(findings)

    def value(key: str, convert: Callable[[str], _T]) -> _T | None:
        text, place = leaves[key]
        try:
            return convert(text)
        except ValueError as error:
            findings.append(Finding(BAD_STYLE, f"{key}: {error}", place, _SEE))
            return None

    value("paper", _paper_name)
    cover = value("cover", lambda text: _one_of(text, COVERS))
    colors = {name: value(f"colors.{name}", _color) for name in _hyphened(Colors)}
    page = {name: value(f"page.{name}", _size if name == "grid" else _extent) for name in _hyphened(Page)}
    texts = [
        _text(f"text.{name}", value, colors, _features(f"text.{name}.features", lists, findings))
        for name in _hyphened(Texts)
    ]
    figure_height = value("figures.height", share)
    fitting = {name: value(f"fitting.{name}", _FITTING.get(name, _size)) for name in _hyphened(Fitting)}
    faces = [leaves[f"faces.{name}"] for name in FACES]
    fonts, fallback = style_fonts(faces, lists.get("fallback", ()), folder, findings)
    if len(findings) > before:
        return None
    style = Style(
        paper,
        cover or COVERS[0],
        Page(*page.values()),  # type: ignore[arg-type]
        Colors(*colors.values()),  # type: ignore[arg-type]
        tuple(zip(FACES, fonts, strict=True)),
        fallback,
        Texts(*texts),
        figure_height or 1.0,
        Fitting(*fitting.values()),  # type: ignore[arg-type]
    )
    findings += _no_room(style, leaves)
    return style if len(findings) == before else None


def _text(
    key: str,
    value: Callable[[str, Callable[[str], object]], Any],
    colors: dict[str, Color | None],
    features: tuple[str, ...],
) -> TextStyle:
    """The text style whose keys begin with `key`."""
    return TextStyle(
        value(f"{key}.face", lambda text: _one_of(text, FACES)),
        value(f"{key}.size", _size),
        value(f"{key}.leading", _size),
        value(f"{key}.color", lambda text: colors[_one_of(text, tuple(colors))]),
        features,
    )


def _features(key: str, lists: dict[str, tuple[Leaf, ...]], findings: list[Finding]) -> tuple[str, ...]:
    """The features of a text; most texts have none."""
    features = lists.get(key, ())
    for feature, place in features:
        if not _FEATURE.fullmatch(feature):
            message = f'{key}: "{feature[:40]}" is not a feature that is taken'
            hint = "smcp, c2sc, onum, lnum, tnum, pnum, case, ss01 to ss20 and cv01 to cv99 are"
            findings.append(Finding(BAD_STYLE, message, place, hint))
    return tuple(dict.fromkeys(feature for feature, _ in features))


def _no_room(style: Style, leaves: dict[str, Leaf]) -> list[Finding]:
    """Pages whose margins leave nothing, and texts too large for them; covers have the whole page."""
    page = style.page
    height = page.height - page.top - page.bottom
    if min(page.text_width, page.inner_width) < _NARROWEST or height < _LOWEST:
        least = f"{_NARROWEST / MM:.0f} mm by {_LOWEST / MM:.0f} mm"
        places = [leaves[f"page.{name}"][1] for name in _hyphened(Page)]
        place = next((place for place in places if place.file != f"styles/{_BASE}.yaml"), places[0])
        return [Finding(BAD_STYLE, f"page: the margins leave less than {least} for text", place)]
    most = height / _FEWEST_LINES
    return [
        Finding(
            BAD_STYLE,
            f"text.{name}.{key}: a page holds at most {most:.0f} points of it",
            leaves[f"text.{name}.{key}"][1],
        )
        for name in _hyphened(Texts)
        for key in ("size", "leading")
        if not name.startswith(("cover-", "back-")) and getattr(getattr(style.text, name.replace("-", "_")), key) > most
    ]


def _paper(text: str) -> str:
    """The name of a paper as PAPERS spells it."""
    return next((known for known in PAPERS if known.casefold() == text.casefold()), text)


def _paper_name(text: str) -> str:
    if not re.fullmatch(r"[\w .×-]{1,30}", text):
        raise ValueError(f'"{text[:40]}" is not the name of a paper')
    return text


def _one_of(text: str, names: tuple[str, ...]) -> str:
    if text not in names:
        raise ValueError(f'"{text}" is not one of {", ".join(names)}')
    return text


def _extent(text: str) -> float:
    extent = length(text)
    if not 0 <= extent <= _LONGEST:
        raise ValueError(f'"{text}" is not between 0 and {_LONGEST / MM:.0f} mm')
    return extent


def _size(text: str) -> float:
    size = length(text)
    if not 1 <= size <= 400:
        raise ValueError(f'"{text}" is not between 1 and 400 points')
    return size


def _yes_no(text: str) -> bool:
    if text not in {"yes", "no"}:
        raise ValueError(f'"{text[:40]}" is neither yes nor no')
    return text == "yes"


# How the keys of `fitting` are read that are no sizes.
_FITTING: dict[str, Callable[[str], float]] = {"tighter": _yes_no, "smallest-figures": share}


def _color(text: str) -> Color:
    """Such as "#1F4E79" as red, green and blue from 0 to 1."""
    if not re.fullmatch(r"#[0-9A-Fa-f]{6}", text):
        raise ValueError(f'"{text}" is not a color like "#1F4E79"')
    red, green, blue = (round(int(text[at : at + 2], 16) / 255, 3) for at in (1, 3, 5))
    return red, green, blue
