"""Blocks of text with formatting into the Markdown that booklet reads as just these blocks."""

from collections.abc import Callable, Iterator, Sequence

from booklet.importing.cleaning.reading_back import printed, read
from booklet.importing.cleaning.signs import line_begins_escaped
from booklet.importing.cleaning.written_line import is_plain, prepared, surely_written_line, written_line
from booklet.model.rich_text import Block
from booklet.plain_dataclasses import replace

_INDENT = 3

_Pairs = list[tuple[Block, str]]


def written(blocks: Sequence[Block]) -> str:
    """Paragraphs and items with their formatting. Items have the markers "•", "1.", "2.", … and depths from 0."""
    whole = _nested([Block(line, one.kind, one.marker, one.depth) for one in blocks if (line := prepared(one.spans))])
    if all(block.kind == "paragraph" and is_plain(block.spans) for block in whole):
        return "\n\n".join(block.spans[0].text for block in whole)
    expected = printed(whole)
    text = ""
    for write in (written_line, surely_written_line):
        lines = [write(block.spans) for block in whole]
        for lists in (_pleasant, _tagged):
            for begun in (lines, [line_begins_escaped(line) for line in lines]):
                text = _joined(list(zip(whole, begun, strict=True)), lists)
                if printed(read(text)[0]) == expected:
                    return text
    return text


def _nested(blocks: Sequence[Block]) -> list[Block]:
    """The blocks with depths that begin at 0 in each list and grow by one."""
    nested: list[Block] = []
    levels: list[int] = []
    for block in blocks:
        if block.kind != "item":
            levels = []
        else:
            while levels and levels[-1] > block.depth:
                levels.pop()
            if not levels or levels[-1] < block.depth:
                levels.append(block.depth)
        nested.append(replace(block, depth=max(len(levels) - 1, 0)))
    return nested


def _joined(pairs: _Pairs, lists: Callable[[_Pairs], str]) -> str:
    """Paragraphs and lists, parted by blank lines."""
    return "\n\n".join(group[0][1] if group[0][0].kind != "item" else lists(group) for group in _groups(pairs))


def _groups(pairs: _Pairs) -> Iterator[_Pairs]:
    """Each paragraph by itself, and the items of each list."""
    group: _Pairs = []
    outer = ""
    for block, line in pairs:
        goes_on = bool(group) and group[0][0].kind == block.kind == "item"
        if goes_on and block.depth == 0:
            goes_on = block.marker == _following(outer)
        if group and not goes_on:
            yield group
            group = []
        if block.depth == 0 or not group:
            outer = block.marker
        group.append((block, line))
    if group:
        yield group


def _following(marker: str) -> str:
    return f"{int(marker[:-1]) + 1}." if marker[:-1].isdecimal() else marker


def _pleasant(pairs: _Pairs) -> str:
    """A list with hyphens and numbers; as HTML what only HTML has: one item, other numbers."""
    if len(pairs) == 1 or pairs[0][0].depth:
        return _tagged(pairs)
    levels: list[str] = []
    for block, _ in pairs:
        if block.depth > len(levels):
            return _tagged(pairs)
        if block.depth == len(levels):
            if block.marker not in {"•", "1."}:
                return _tagged(pairs)
            levels.append(block.marker)
            continue
        del levels[block.depth + 1 :]
        if block.marker != _following(levels[-1]):
            return _tagged(pairs)
        levels[-1] = block.marker
    return "\n".join(
        f"{' ' * (_INDENT * block.depth)}{'-' if block.marker == '•' else block.marker} {_one_line(line)}"
        for block, line in pairs
    )


def _tagged(pairs: _Pairs) -> str:
    """A list as HTML."""
    rows: list[str] = []
    names: list[str] = []
    for block, line in pairs:
        name = "ul" if block.marker == "•" else "ol"
        while len(names) > block.depth + 1 or (len(names) == block.depth + 1 and names[-1] != name):
            rows.append(f"</{names.pop()}>")
        while len(names) <= block.depth:
            start = f' start="{block.marker[:-1]}"' if name == "ol" and block.marker != "1." else ""
            rows.append(f"<{name}{start}>")
            names.append(name)
        rows.append(f"<li>{_one_line(line)}</li>")
    return "\n".join([*rows, *(f"</{name}>" for name in reversed(names))])


def _one_line(text: str) -> str:
    return text.replace("<br>\n", " ")
