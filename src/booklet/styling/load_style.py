"""Style files → a Style: layers from base.yaml up, each overriding single keys of those below."""

import difflib
import re
from collections.abc import Callable
from dataclasses import fields
from pathlib import Path
from typing import TypeVar

from booklet.codes import BAD_STYLE, UNKNOWN_KEY, UNREADABLE_FILE
from booklet.finding import Finding
from booklet.place import Place
from booklet.shipped import styles_folder
from booklet.styling.fonts import FontFile, load_font
from booklet.styling.style import FACES, Color, Colors, Page, Style, Texts, TextStyle
from booklet.units import length
from booklet.yaml_file import Mapping, Node, Scalar, Sequence, read_yaml

# Papers by the name that files and commands use, with the shipped layer that holds their numbers; base.yaml is A4.
PAPERS = {"A4": "base", "A5": "a5", "Letter": "letter"}

_BASE = "base"
_DEEPEST = 8

Leaf = tuple[str, Place]
_T = TypeVar("_T")


def _hyphened(record: type) -> tuple[str, ...]:
    return tuple(field.name.replace("_", "-") for field in fields(record))


STYLE_KEYS: tuple[str, ...] = (
    "extends",
    "paper",
    *(f"page.{key}" for key in _hyphened(Page)),
    *(f"colors.{key}" for key in _hyphened(Colors)),
    *(f"faces.{key}" for key in FACES),
    "fallback",
    *(f"text.{name}.{key}" for name in _hyphened(Texts) for key in _hyphened(TextStyle)),
)


def load_style(name: str, paper: str | None, folder: Path, place: Place) -> tuple[Style | None, tuple[Finding, ...]]:
    """The style called `name` for a paper (None: the style's own), and what is wrong with its files.

    Styles of the project, in `folder`/styles, come before the shipped ones. `place` is where the name was given. The style is
    None when a file cannot be used at all.
    """
    findings: list[Finding] = []
    layers = _layers(name, folder, place, findings)
    if layers and paper:
        layers = [layer for layer in layers if layer.name == _BASE or layer.paper in {None, paper}]
        if all(layer.paper != paper for layer in layers):
            layers[-1:-1] = _layers(PAPERS[paper], folder, place, findings)[:1]
    if not layers:
        return None, tuple(findings)
    leaves: dict[str, Leaf] = {}
    lists: dict[str, tuple[Leaf, ...]] = {}
    for layer in reversed(layers):
        leaves.update(layer.leaves)
        lists.update(layer.lists)
    chosen = paper or next((layer.paper for layer in layers if layer.paper), "A4")
    return _style(chosen, leaves, lists, folder, findings), tuple(findings)


class _Layer:
    """One style file as single values by dotted key."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.leaves: dict[str, Leaf] = {}
        self.lists: dict[str, tuple[Leaf, ...]] = {}

    @property
    def paper(self) -> str | None:
        """The paper that the file is for, when it says so."""
        return self.leaves["paper"][0] if "paper" in self.leaves else None

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
    known = sorted({path.stem for root in (folder / "styles", styles_folder()) for path in root.glob("*.yaml")})
    own = folder / "styles" / f"{name}.yaml"
    path = own if own.is_file() else styles_folder() / f"{name}.yaml"
    if not re.fullmatch(r"[a-z0-9-]+", name) or not path.is_file():
        near = difflib.get_close_matches(name, known, 1) or known
        findings.append(Finding(BAD_STYLE, f'there is no style "{name}"', place, f"known styles: {', '.join(near)}"))
        return None
    file = f"styles/{name}.yaml"
    try:
        node, trouble = read_yaml(path.read_bytes(), file)
    except OSError as error:
        findings.append(Finding(UNREADABLE_FILE, f"{file} cannot be read: {error.strerror}", Place(file)))
        return None
    findings += trouble
    if not isinstance(node, Mapping):
        if not trouble:
            findings.append(Finding(BAD_STYLE, f"{file} has no keys", Place(file), "see docs/reference/style.md"))
        return None
    layer = _Layer(name)
    _flatten(node, "", layer, findings)
    return layer


def _flatten(node: Node, path: str, layer: _Layer, findings: list[Finding]) -> None:
    """Enter every value of a style file under its dotted key."""
    if isinstance(node, Mapping):
        for entry in node.entries:
            key = f"{path}.{entry.key}" if path else entry.key
            if key in STYLE_KEYS or any(known.startswith(f"{key}.") for known in STYLE_KEYS):
                _flatten(entry.value, key, layer, findings)
            else:
                near = difflib.get_close_matches(key, STYLE_KEYS, 1, 0.7)
                hint = f'did you mean "{near[0].split(".")[-1]}"?' if near else "docs/reference/style.md lists the keys"
                findings.append(Finding(UNKNOWN_KEY, f'unknown key "{entry.key}"', entry.key_place, hint))
    elif path not in STYLE_KEYS or isinstance(node, Sequence) != (path == "fallback"):
        findings.append(Finding(BAD_STYLE, f'"{path or "the file"}" has a value of the wrong shape', node.place))
    elif isinstance(node, Sequence):
        layer.lists[path] = tuple(
            (item.text, item.place) for item in node.items if isinstance(item, Scalar) and item.text
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
            findings.append(
                Finding(BAD_STYLE, f"{key}: {error}", place, "docs/reference/style.md shows what can stand here")
            )
            return None

    colors = {name: value(f"colors.{name}", _color) for name in _hyphened(Colors)}
    page = {name: value(f"page.{name}", length) for name in _hyphened(Page)}
    texts = {}
    for name in _hyphened(Texts):
        face = value(f"text.{name}.face", lambda text: _one_of(text, FACES))
        size = value(f"text.{name}.size", _size)
        leading = value(f"text.{name}.leading", _size)
        hue = value(f"text.{name}.color", lambda text: colors[_one_of(text, tuple(colors))])
        texts[name] = (face, size, leading, hue)
    fonts = [load_font(*leaves[f"faces.{name}"][:1], folder, leaves[f"faces.{name}"][1]) for name in FACES]
    fallback = [load_font(file, folder, place) for file, place in lists.get("fallback", ())]
    findings += [font for font in (*fonts, *fallback) if isinstance(font, Finding)]
    if len(findings) > before:
        return None
    return Style(
        paper,
        Page(*page.values()),  # type: ignore[arg-type]
        Colors(*colors.values()),  # type: ignore[arg-type]
        tuple((name, font) for name, font in zip(FACES, fonts, strict=True) if isinstance(font, FontFile)),
        tuple(font for font in fallback if isinstance(font, FontFile)),
        Texts(*(TextStyle(*text) for text in texts.values())),  # type: ignore[arg-type]
    )


def _one_of(text: str, names: tuple[str, ...]) -> str:
    if text not in names:
        raise ValueError(f'"{text}" is not one of {", ".join(names)}')
    return text


def _size(text: str) -> float:
    size = length(text)
    if not 1 <= size <= 400:
        raise ValueError(f'"{text}" is not between 1 and 400 points')
    return size


def _color(text: str) -> Color:
    """Such as "#1F4E79" as red, green and blue from 0 to 1."""
    if not re.fullmatch(r"#[0-9A-Fa-f]{6}", text):
        raise ValueError(f'"{text}" is not a color like "#1F4E79"')
    red, green, blue = (round(int(text[at : at + 2], 16) / 255, 3) for at in (1, 3, 5))
    return red, green, blue
