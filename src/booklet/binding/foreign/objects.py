"""Turns a page of a foreign PDF into objects of our own: what the page draws, and nothing else that hangs on it."""

import math
from collections import Counter
from collections.abc import Iterable

from pypdf.generic import ArrayObject, DictionaryObject, NameObject, PdfObject, StreamObject

from booklet import picture
from booklet.binding.foreign.content import DrawingContent, drawing_content
from booklet.binding.foreign.drawing_cost import Drawn, check_drawing
from booklet.binding.foreign.image_picture import clean_jpeg
from booklet.binding.foreign.kinds import (
    ARRAYS,
    DEFAULT_SPACES,
    ENTRIES,
    FONT_KINDS,
    FONTS,
    MAYBE_STREAMS,
    PATTERN_KINDS,
    PLAIN,
    RESOURCE_KINDS,
    STREAMS,
    TYPES,
    XOBJECT_KINDS,
)
from booklet.binding.foreign.picture_rules import AS_PICTURE, MAX_DRAWN, MAX_PIXELS, Budget, PictureError
from booklet.binding.foreign.standard_fonts import can_be_replaced
from booklet.binding.foreign.stream_data import StreamData, deflated, stream_data
from booklet.binding.foreign.syntax import name_syntax, scalar_syntax
from booklet.binding.foreign.unicode_map import with_characters_only
from booklet.binding.pdf_values import entry, items, name, real, reals, unembedded_font
from booklet.plain_dataclasses import dataclass, field

Parts = list[bytes | int]

_DEPTH = 48
_PIXELS_PER_OPERATION = 100


@dataclass(slots=True)
class ForeignFile:
    """A file while its pages are copied: what is left of the budget, streams already coded (each with the object it came
    from, which keeps its identity alive), fonts without a program that nothing can stand in for, and those that something
    can, and whether anything was damaged or out of sight."""

    hidden_layers: bool = False
    budget: Budget = field(default_factory=Budget)
    coded: dict[int, tuple[PdfObject, StreamData]] = field(default_factory=dict)
    fonts_missing: set[str] = field(default_factory=set)
    fonts_replaced: set[str] = field(default_factory=set)
    damaged: bool = False


@dataclass(slots=True)
class _Copy:
    """One page while it is copied. Numbers are given when an object is first met, so the order is breadth first.

    `area` is that of the page, `resources` are those that a form without its own falls back to.
    """

    file: ForeignFile
    area: float
    resources: PdfObject | None
    numbers: dict[tuple[int, str], int] = field(default_factory=dict)
    waiting: list[tuple[PdfObject | DrawingContent, str]] = field(default_factory=list)
    objects: list[picture.PdfObject] = field(default_factory=list)
    drawn: list[Drawn] = field(default_factory=list)
    transparent: bool = False


def copy_page(
    file: ForeignFile, page: DictionaryObject, box: tuple[float, float, float, float], form: bytes
) -> tuple[picture.PdfObject, ...]:
    """The page as a form (object 0) with all that it draws. `box` is what shows of it, `form` are the entries of the form
    that place it (BBox and Matrix). Raises PictureError."""
    area = (box[2] - box[0]) * (box[3] - box[1])
    resources = entry(page, "/Resources")
    copy = _Copy(file, area, resources, waiting=[(page, "page")])
    content = _content(copy, _page_content(copy, page))
    parts, draws = _resources(copy, content.uses, resources)
    copy.objects.append(picture.PdfObject((), deflated(content.data)))
    copy.drawn.append(Drawn(content.operations, draws))
    _copy_waiting(copy)
    group = _page_group(copy, page)
    _copy_waiting(copy)
    head = [TYPES["form"], form, *group, b"/Resources", *parts, b"/Filter/FlateDecode"]
    copy.objects[0] = picture.PdfObject(_joined([b"<<", *head, b">>"]), copy.objects[0].stream)
    check_drawing(copy.drawn)
    return tuple(copy.objects)


def _page_content(copy: _Copy, page: DictionaryObject) -> bytes:
    """The content of a page, whose parts are one stream to be (7.8.2)."""
    contents = entry(page, "/Contents")
    pieces = items(contents) if isinstance(contents, ArrayObject) else [contents]
    streams = [piece for piece in pieces if isinstance(piece, StreamObject)]
    copy.file.damaged |= len(streams) < len(pieces) and contents is not None
    return b"\n".join(_content_data(copy, piece) for piece in streams)


def _page_group(copy: _Copy, page: DictionaryObject) -> Parts:
    """The page's transparency group, where something on it is transparent: a page group is isolated (11.4.7)."""
    group = entry(page, "/Group")
    if not copy.transparent or name(group, "/S") != "/Transparency":
        return []
    space = _value(copy, entry(group, "/CS"), "color space", 0) if entry(group, "/CS") is not None else []
    return [b"/Group<</Type/Group/S/Transparency/I true", *([b"/CS ", *space] if space else []), b">>"]


def _copy_waiting(copy: _Copy) -> None:
    while len(copy.objects) < len(copy.waiting):
        value, kind = copy.waiting[len(copy.objects)]
        own, drawn = _object(copy, value, kind)
        copy.objects.append(own)
        copy.drawn.append(drawn)


def _reference(copy: _Copy, value: PdfObject | DrawingContent, kind: str) -> int:
    """The number of the copy of `value`, which waits for its turn when it was not met before."""
    key = (id(value), kind)
    if key not in copy.numbers:
        copy.file.budget.spend("objects")
        copy.numbers[key] = len(copy.waiting)
        copy.waiting.append((value, kind))
    return copy.numbers[key]


def _object(copy: _Copy, value: PdfObject | DrawingContent, kind: str) -> tuple[picture.PdfObject, Drawn]:
    if isinstance(value, DrawingContent):
        return picture.PdfObject((b"<</Filter/FlateDecode>>",), deflated(value.data)), Drawn(value.operations)
    if not isinstance(value, DictionaryObject):
        raise _damaged()
    if kind == "type 3 font":
        return _type_3_font(copy, value)
    parts: Parts = [TYPES.get(kind, b""), *_entries(copy, value, kind, 0)]
    if not isinstance(value, StreamObject):
        missing = unembedded_font(value) if kind in FONTS else None
        if missing:
            (copy.file.fonts_replaced if can_be_replaced(value) else copy.file.fonts_missing).add(missing)
        return picture.PdfObject(_joined([b"<<", *parts, b">>"])), Drawn(draws=_references(parts))
    if copy.file.hidden_layers and "/OC" in value:
        raise _hidden_layers()
    if kind in {"form", "tiling"}:
        return _content_object(copy, value, kind, parts)
    coded = _coded(copy, value, kind)
    copy.transparent |= kind == "image" and "/SMask" in value
    if kind == "image":
        filters = b"/Filter/DCTDecode" if coded.jpeg else b"/Filter/FlateDecode"
        weight = 1 + int(_pixels(value)) // _PIXELS_PER_OPERATION
    elif coded.jpeg:
        raise _damaged()
    else:
        filters, weight = b"/Filter/FlateDecode", 1
    parts.append(filters + (b"/DecodeParms<<%s>>" % coded.predictor if coded.predictor else b""))
    return picture.PdfObject(_joined([b"<<", *parts, b">>"]), coded.data), Drawn(weight, _references(parts))


def _content_object(copy: _Copy, stream: StreamObject, kind: str, parts: Parts) -> tuple[picture.PdfObject, Drawn]:
    """A form, tiling pattern or glyph: its content cleaned, its resources made anew."""
    if len(reals(entry(stream, "/BBox"))) != 4:
        raise _damaged()
    content = _content(copy, _content_data(copy, stream))
    own = entry(stream, "/Resources")
    resources, draws = _resources(copy, content.uses, copy.resources if own is None else own)
    copy.transparent |= name(entry(stream, "/Group"), "/S") == "/Transparency"
    times = _tiles(copy, stream) if kind == "tiling" else 1
    head: Parts = [b"<<", *parts, b"/Resources", *resources, b"/Filter/FlateDecode>>"]
    drawn = Drawn(content.operations, draws + _references(parts), times)
    return picture.PdfObject(_joined(head), deflated(content.data)), drawn


def _type_3_font(copy: _Copy, font: DictionaryObject) -> tuple[picture.PdfObject, Drawn]:
    """A font whose glyphs are content streams; they draw with the resources of the font (9.6.5)."""
    own = entry(font, "/Resources")
    procedures = entry(font, "/CharProcs")
    if not isinstance(procedures, DictionaryObject):
        raise _damaged()
    parts: Parts = [b"<<", TYPES["type 3 font"], *_entries(copy, font, "type 3 font", 0), b"/CharProcs<<"]
    uses: Counter[tuple[str, bytes]] = Counter()
    for key in sorted(procedures):
        stream = entry(procedures, key)
        if not isinstance(stream, StreamObject):
            raise _damaged()
        content = _content(copy, _content_data(copy, stream))
        uses += content.uses
        parts += [name_syntax(key[1:].encode()), b" ", _reference(copy, content, "glyph")]
    resources, draws = _resources(copy, uses, copy.resources if own is None else own)
    draws += _references(parts)
    return picture.PdfObject(_joined([*parts, b">>/Resources", *resources, b">>"])), Drawn(draws=draws, one_of=True)


def _content(copy: _Copy, data: bytes) -> DrawingContent:
    content = drawing_content(data, copy.file.budget)
    if content.layers and copy.file.hidden_layers:
        raise _hidden_layers()
    return content


def _content_data(copy: _Copy, stream: StreamObject) -> bytes:
    decoded = stream_data(stream, copy.file.budget)
    if decoded.jpeg or decoded.predictor:
        raise _damaged()
    copy.file.damaged |= decoded.damaged
    return decoded.data


def _coded(copy: _Copy, stream: StreamObject, kind: str) -> StreamData:
    """The data of a stream in our own coding; made once for all pages of the file."""
    known = copy.file.coded.get(id(stream))
    if known:
        return known[1]
    if entry(stream, "/Width") is not None and not 0 < _pixels(stream) <= MAX_PIXELS:
        raise PictureError("holds a picture of more than 40 million pixels, or of none", AS_PICTURE)
    decoded = stream_data(stream, copy.file.budget)
    copy.file.damaged |= decoded.damaged
    plain = with_characters_only(decoded.data) if kind == "unicode map" else decoded.data
    data = clean_jpeg(plain, copy.file.budget) if decoded.jpeg else deflated(plain)
    coded = StreamData(data, decoded.predictor, decoded.jpeg)
    copy.file.coded[id(stream)] = (stream, coded)
    return coded


def _pixels(image: StreamObject) -> float:
    return real(entry(image, "/Width")) * real(entry(image, "/Height"))


def _tiles(copy: _Copy, pattern: StreamObject) -> int:
    """About how many tiles of a pattern cover the page."""
    a, b, c, d, *_ = reals(entry(pattern, "/Matrix")) + [0.0] * 4 if entry(pattern, "/Matrix") else [1.0, 0.0, 0.0, 1.0]
    step = abs(real(entry(pattern, "/XStep")) * real(entry(pattern, "/YStep")) * (a * d - b * c))
    return 1 + math.ceil(min(copy.area / step, MAX_DRAWN)) if step > 0 else 1


def _resources(
    copy: _Copy, uses: Counter[tuple[str, bytes]], resources: PdfObject | None
) -> tuple[Parts, Counter[int]]:
    """A resource dictionary of just what a content uses, and how often it draws which object."""
    used: dict[str, set[bytes]] = {}
    for category, key in uses:
        used.setdefault(category, set()).add(key)
    used.setdefault("/ColorSpace", set()).update(DEFAULT_SPACES)
    parts: Parts = [b"<<"]
    draws: Counter[int] = Counter()
    for category, keys in sorted(used.items()):
        group: Parts = []
        for key in sorted(keys):
            value = _named(entry(resources, category), key)
            if value is None:
                _note_missing(copy, category, key)
                continue
            copied = _value(copy, value, _resource_kind(category, value), 0)
            group += [name_syntax(key), b" ", *copied]
            times = uses[category, key]
            draws.update(dict.fromkeys(_references(copied), times))
        parts += [category.encode(), b"<<", *group, b">>"] if group else []
    return [*parts, b">>"], draws


def _named(category: PdfObject | None, key: bytes) -> PdfObject | None:
    """The resource that the content calls `key`; pypdf has read the bytes of its name in the first of these charsets."""
    for charset in NameObject.CHARSETS:
        try:
            value = entry(category, "/" + key.decode(charset))
        except UnicodeDecodeError:
            continue
        if value is not None:
            return value
    return None


def _note_missing(copy: _Copy, category: str, key: bytes) -> None:
    if category == "/Font":
        raise PictureError("shows text in a font that it does not have", AS_PICTURE)
    copy.file.damaged |= key not in DEFAULT_SPACES


def _resource_kind(category: str, value: PdfObject) -> str:
    if category == "/Font":
        kind = FONT_KINDS.get(name(value, "/Subtype"))
    elif category == "/XObject":
        kind = XOBJECT_KINDS.get(name(value, "/Subtype"))
    elif category == "/Pattern":
        kind = PATTERN_KINDS.get(int(real(entry(value, "/PatternType"))))
    else:
        kind = RESOURCE_KINDS[category]
    if kind is None:
        raise _damaged()
    return kind


def _entries(copy: _Copy, dictionary: DictionaryObject, kind: str, depth: int) -> Parts:
    """The entries of a dictionary that its kind may have."""
    if kind == "graphics state":
        _check_graphics_state(copy, dictionary)
    parts: Parts = []
    for key, kind_of_value in sorted(ENTRIES[kind].items()):
        value = entry(dictionary, key)
        if value is not None:
            parts += [key.encode(), b" ", *_value(copy, value, kind_of_value, depth + 1)]
    return parts


def _value(copy: _Copy, value: PdfObject | None, kind: str, depth: int) -> Parts:
    """A value in PDF syntax; streams and fonts become objects of their own. Raises PictureError for what does not belong."""
    copy.file.budget.spend("values")
    if depth > _DEPTH:
        raise PictureError("is nested too deep", AS_PICTURE)
    if isinstance(value, StreamObject):
        if kind in STREAMS or kind in MAYBE_STREAMS:
            return [_reference(copy, value, "image" if kind == "mask" else kind)]
        raise _damaged()
    if isinstance(value, DictionaryObject):
        if kind in FONTS:
            return [_reference(copy, value, kind)]
        if kind not in ENTRIES or kind in STREAMS:
            raise _damaged()
        return [b"<<", TYPES.get(kind, b""), *_entries(copy, value, kind, depth), b">>"]
    if isinstance(value, ArrayObject):
        if kind == "color space":
            return _color_space(copy, items(value), depth)
        inner = ARRAYS.get(kind, kind if kind == PLAIN else None)
        if inner is None:
            raise _damaged()
        return [b"[", *_spaced(_value(copy, item, inner, depth + 1) for item in items(value)), b"]"]
    return [scalar_syntax(value)]


def _color_space(copy: _Copy, parts: list[PdfObject | None], depth: int) -> Parts:
    """A color space array (8.6): its family, then values whose kinds depend on it."""
    families = {
        "/ICCBased": ("profile",),
        "/Indexed": ("color space", PLAIN, "table"),
        "/Separation": (PLAIN, "color space", "function"),
        "/DeviceN": (PLAIN, "color space", "function"),
        "/Pattern": ("color space",),
        "/Lab": ("calibration",),
        "/CalRGB": ("calibration",),
        "/CalGray": ("calibration",),
    }
    family = str(parts[0]) if parts and isinstance(parts[0], NameObject) else ""
    kinds = families.get(family, ())
    if not family or (kinds and len(parts) <= len(kinds) and family != "/Pattern"):
        raise _damaged()
    values = [_value(copy, part, kind, depth + 1) for part, kind in zip(parts[1:], kinds, strict=False)]
    return [b"[", *_spaced([[scalar_syntax(parts[0])], *values]), b"]"]


def _check_graphics_state(copy: _Copy, state: DictionaryObject) -> None:
    if entry(state, "/Font") is not None:
        raise PictureError("sets its font in an unusual way", AS_PICTURE)
    opaque = all(real(entry(state, key), 1) >= 1 for key in ("/CA", "/ca"))
    plain = name(state, "/BM") in {"", "/Normal", "/Compatible"} and not isinstance(entry(state, "/BM"), ArrayObject)
    masked = isinstance(entry(state, "/SMask"), DictionaryObject)
    copy.transparent |= masked or not (opaque and plain)


def _references(parts: Iterable[bytes | int]) -> Counter[int]:
    return Counter(part for part in parts if isinstance(part, int))


def _spaced(values: Iterable[Parts]) -> Parts:
    """Values one after the other with a blank between them."""
    spaced: Parts = []
    for value in values:
        spaced += [b" ", *value] if spaced else value
    return spaced


def _joined(parts: Parts) -> tuple[bytes | int, ...]:
    """The parts with neighboring bytes put together."""
    joined: Parts = []
    text = b""
    for part in parts:
        if isinstance(part, bytes):
            text += part
        else:
            joined += [text, part]
            text = b""
    return (*joined, text)


def _damaged() -> PictureError:
    return PictureError("is damaged", AS_PICTURE)


def _hidden_layers() -> PictureError:
    return PictureError("has hidden layers", "export it with the visible layers only")
