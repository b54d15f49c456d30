"""Turns a finished PDF into sentences on what must not be in it or does not work; a good one gives none."""

import io
import re
from collections import Counter
from collections.abc import Iterator

from pypdf import PageObject, PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, NameObject, PdfObject, StreamObject

from booklet.binding.complaints import complaints
from booklet.binding.pdf_values import entry, items, name, unembedded_font

_FORBIDDEN = (
    "AA",
    "EmbeddedFile",
    "EmbeddedFiles",
    "GoToR",
    "JS",
    "JavaScript",
    "Launch",
    "OpenAction",
    "RichMedia",
    "SubmitForm",
    "XFA",
)
_FORBIDDEN_NAME = re.compile(rb"/(?:%s)(?![^\x00\t\n\x0c\r ()<>\[\]{}/%%])" % "|".join(_FORBIDDEN).encode())
_NAME_ESCAPE = re.compile(rb"#([0-9A-Fa-f]{2})")
_TYPE_KEYS = ("/S", "/Type", "/Subtype")

# In these dictionaries the keys are free names, which a cover may have brought with it.
_FREE_KEYS = frozenset(("/Font", "/XObject", "/ExtGState", "/ColorSpace", "/Pattern", "/Shading", "/CharProcs"))
_DEPTH = 64


def self_check(pdf: bytes, attached: int = 0) -> tuple[str, ...]:
    """What is wrong with a finished PDF: it cannot be read or is not well formed, has no pages, holds scripts, actions, forms
    or more files than were `attached`, has a font without its program, or a link or outline entry that leads nowhere. One
    sentence each, once."""
    try:
        with complaints() as heard:
            reader = PdfReader(io.BytesIO(pdf))
            pages = list(reader.pages)
            if not pages:
                return ("the file has no pages",)
            sentences = [*_forbidden(pdf, reader, attached), *_fonts(pages), *_dead_links(reader, pages)]
    except Exception as error:  # noqa: BLE001  pypdf 7.1 answers bad bytes with AttributeError and others besides its own
        return (f"the file cannot be read: {type(error).__name__}",)
    return tuple(
        dict.fromkeys([*(f"the file breaks the rules of PDF: {complaint}" for complaint in heard), *sentences])
    )


def _forbidden(pdf: bytes, reader: PdfReader, attached: int) -> Iterator[str]:
    """Forbidden keys and types. Bytes are searched first, which takes a hundredth of the time; only when something looks like
    one of them (a title may, or compressed data) are the objects themselves read."""
    packed = sorted({stream for stream, _ in reader.xref_objStm.values()})
    texts = [pdf, *(_stream(reader, number) for number in packed)]
    if not any(_FORBIDDEN_NAME.search(_NAME_ESCAPE.sub(_unescaped, text)) for text in texts):
        return
    numbers = {number for generation in reader.xref.values() for number in generation} | reader.xref_objStm.keys()
    words = Counter(_forbidden_in(reader.trailer, 0))
    for number in sorted(numbers - {0}):
        words.update(_forbidden_in(reader.get_object(number), 0))
    own = Counter({"/EmbeddedFile": attached, "/EmbeddedFiles": 1}) if attached else Counter()
    yield from (f"the file holds {word}" for word in words - own)


def _unescaped(found: re.Match[bytes]) -> bytes:
    return bytes((int(found[1], 16),))


def _stream(reader: PdfReader, number: int) -> bytes:
    stream = reader.get_object(number)
    return stream.get_data() if isinstance(stream, StreamObject) else b""


def _forbidden_in(value: PdfObject | None, depth: int) -> Iterator[str]:
    """The forbidden words in a value, references not followed; the value at a free key counts, the key does not."""
    if depth > _DEPTH:
        return
    if isinstance(value, DictionaryObject):
        types = [str(value.raw_get(key)) for key in _TYPE_KEYS if isinstance(value.get(key), NameObject)]
        for word in [*value.keys(), *types]:
            if word[1:] in _FORBIDDEN:
                yield word
        for key in value:
            inner = value.raw_get(key)
            if key in _FREE_KEYS and isinstance(inner, DictionaryObject):
                inner = ArrayObject(inner.raw_get(free) for free in inner)
            yield from _forbidden_in(inner, depth + 1)
    elif isinstance(value, ArrayObject):
        for item in value:
            yield from _forbidden_in(item, depth + 1)


def _fonts(pages: list[PageObject]) -> Iterator[str]:
    """Fonts without their program, on pages and in the forms and patterns that these draw."""
    seen: set[int] = set()
    for index, page in enumerate(pages):
        waiting = [entry(page, "/Resources")]
        while waiting:
            resources = waiting.pop()
            if id(resources) in seen or not isinstance(resources, DictionaryObject):
                continue
            seen.add(id(resources))
            fonts = _values(entry(resources, "/Font"))
            for missing in filter(None, map(unembedded_font, fonts)):
                yield f'the font "{missing}" on page {index + 1} is not embedded'
            drawn = _values(entry(resources, "/XObject")) + _values(entry(resources, "/Pattern"))
            waiting += [entry(value, "/Resources") for value in fonts + drawn]


def _values(dictionary: PdfObject | None) -> list[PdfObject | None]:
    return [entry(dictionary, key) for key in dictionary] if isinstance(dictionary, DictionaryObject) else []


def _dead_links(reader: PdfReader, pages: list[PageObject]) -> Iterator[str]:
    numbers = {page.indirect_reference.idnum for page in pages if page.indirect_reference}
    root = reader.root_object
    targets = dict(_named(entry(entry(root, "/Names"), "/Dests"), 0))
    old_style = entry(root, "/Dests")
    if isinstance(old_style, DictionaryObject):
        targets |= {key[1:]: entry(old_style, key) for key in old_style}
    for index, page in enumerate(pages):
        for note in items(entry(page, "/Annots")):
            if not _leads_somewhere(note, targets, numbers):
                yield f"a link on page {index + 1} leads nowhere{_target_name(note)}"
    for item in _outline(entry(root, "/Outlines")):
        if not _leads_somewhere(item, targets, numbers):
            yield f'the outline entry "{entry(item, "/Title")}" leads nowhere{_target_name(item)}'


def _named(node: PdfObject | None, depth: int) -> Iterator[tuple[str, PdfObject | None]]:
    """Names and destinations of a name tree (ISO 32000-1, 7.9.6)."""
    names = items(entry(node, "/Names"))
    yield from ((str(key), value) for key, value in zip(names[::2], names[1::2], strict=False))
    if depth < _DEPTH:
        for kid in items(entry(node, "/Kids")):
            yield from _named(kid, depth + 1)


def _outline(node: PdfObject | None) -> Iterator[PdfObject]:
    """The items of an outline in reading order, each once."""
    seen: set[int] = set()
    waiting = [entry(node, "/First")]
    while waiting:
        item = waiting.pop()
        if item is None or id(item) in seen:
            continue
        seen.add(id(item))
        yield item
        waiting += [entry(item, "/Next"), entry(item, "/First")]


def _destination(item: PdfObject | None) -> PdfObject | None:
    """Where a link or outline entry leads inside the file; None when it leads outside or has no target at all."""
    action = entry(item, "/A")
    return entry(action, "/D") if name(action, "/S") == "/GoTo" else entry(item, "/Dest")


def _leads_somewhere(item: PdfObject | None, targets: dict[str, PdfObject | None], pages: set[int]) -> bool:
    """Whether the target is a page of the file, by itself or by name (12.3.2). Web links and other notes count as good."""
    if name(item, "/Subtype") not in {"", "/Link"} or name(entry(item, "/A"), "/S") == "/URI":
        return True
    target = _destination(item)
    if isinstance(target, NameObject):
        target = targets.get(target[1:])
    elif target is not None and not isinstance(target, (ArrayObject, DictionaryObject)):
        target = targets.get(str(target))
    array = entry(target, "/D") if isinstance(target, DictionaryObject) else target
    page = array[0] if isinstance(array, ArrayObject) and array else None
    return isinstance(page, IndirectObject) and page.idnum in pages


def _target_name(item: PdfObject | None) -> str:
    target = _destination(item)
    return "" if target is None or isinstance(target, (ArrayObject, DictionaryObject)) else f': "{target}"'
