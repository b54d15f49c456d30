"""What the YAML parser stumbled over, into a sentence a person can act on."""

import re

from booklet.expression import expression

_ODD_BLANKS = {"\u00a0": "no-break space", "\u2003": "em space", "\u2009": "thin space", "\u202f": "narrow no-break space",
               "\u3000": "ideographic space"}  # fmt: skip
_INDENTED_ODDLY = expression(rf"[ -]*([{''.join(_ODD_BLANKS)}])")
_ODD_AFTER_COLON = expression(rf"\s*(?:- )?[\w-]+:([{''.join(_ODD_BLANKS)}])")
_SMART = expression(r"""(?:^|[:\-\[{,]\s)\s*([“”„‘’«»])""")
_GLUED = expression(r"\s*(?:- )*([A-Za-z][\w-]*:)([^\s/].*)", re.ASCII)
_BRACKETS_FIRST = expression(r"(\s*(?:- )*(?:[\w-]+:[ ]+)?)([\[{])[^\[\]{}:]*[\]}][ \t]+[^\s#,:\]}]")
_LACKS_COMMA = expression(r"[{,][^{}]*?[^\s,{:\[]\s+([A-Za-z][\w-]*:)\s")
_VALUE = expression(r"(\s*(?:- )*)([\w-]+):\s+(.*)")

Trouble = tuple[int, int, str, str | None]


def what_is_wrong(
    lines: tuple[str, ...], problem: str, at: tuple[int, int], context: tuple[int, int] | None
) -> tuple[int, int, str, str | None]:
    """Line and column (from 0), message and hint for a syntax error.

    `problem` is the parser's own word for it, `at` where it noticed, `context` where the construct began that it was in.
    The explanations are tried from the most to the least certain.
    """
    at = _within(lines, at)
    context = _within(lines, context) if context else None
    return (
        _unclosed(lines, problem, context)
        or _escape(problem, at)
        or _blanks(lines, at[0])
        or _opened_above(lines, at)
        or _quotes(lines, at)
        or _text_after_brackets(lines, at)
        or _missing_comma(lines, at)
        or _cut_by_hash(lines, at)
        or _plain_start(lines, problem, at)
        or _colon(lines, problem, at)
        or _no_blank_after_colon(lines, at)
        or (at[0], at[1], f"this is not YAML: {problem or 'it cannot be read'}", _general_hint(problem))
    )


def _within(lines: tuple[str, ...], at: tuple[int, int]) -> tuple[int, int]:
    """The same spot, or the end of the text where the parser speaks of the line after the last."""
    if at[0] < len(lines):
        return at
    last = max((index for index, line in enumerate(lines) if line.strip()), default=0)
    return last, len(lines[last].rstrip())


def no_break_key(key: str) -> tuple[str, str] | None:
    """Message and hint where a key begins with, or contains after its colon, a blank that YAML does not know as one."""
    if key.isascii():
        return None
    for blank, name in _ODD_BLANKS.items():
        if key.startswith(blank):
            return f"the line is indented with U+{ord(blank):04X} ({name})", "indent with ordinary spaces"
        if f":{blank}" in key:
            return f"U+{ord(blank):04X} ({name}) stands after the colon", "use an ordinary space"
    return None


def _unclosed(lines: tuple[str, ...], problem: str, context: tuple[int, int] | None) -> Trouble | None:
    if context and "unexpected end of stream" in problem:
        hint = "close it; in text with quotes of its own, write the whole in single quotes and double those inside: 'it''s'"
        return *context, "the quote that opens here is never closed", hint
    if "node content" in problem and context:
        return *context, "what opens here is not closed, or holds something that is no value", "close it with ] or }"
    if context and re.search(r"',' or '[\]}]'", problem) and not _LACKS_COMMA.search(lines[context[0]]):
        opening, closing = ("[", "]") if "']'" in problem else ("{", "}")
        return (
            *context,
            f"the {opening} that opens here goes wrong before its {closing}",
            f"close it with {closing}, or put texts with : , {{ }} [ ] inside in single quotes",
        )
    return None


def _blanks(lines: tuple[str, ...], at: int) -> Trouble | None:
    for index in (at, at - 1, at + 1):
        line = lines[index] if 0 <= index < len(lines) else ""
        indent = re.match(r"[ \t-]*", line)
        if indent and "\t" in indent[0]:
            return index, line.index("\t"), "the line is indented with a tab", "indent with spaces"
        for pattern, what in (
            (_INDENTED_ODDLY, "the line is indented with"),
            (_ODD_AFTER_COLON, "after the colon stands"),
        ):
            if odd := pattern.match(line):
                name = f"U+{ord(odd[1]):04X} ({_ODD_BLANKS[odd[1]]})"
                return index, odd.start(1), f"{what} {name}", "use ordinary spaces"
    return None


def _quotes(lines: tuple[str, ...], at: tuple[int, int]) -> Trouble | None:
    line = lines[at[0]] if at[0] < len(lines) else ""
    if smart := _SMART.search(line):
        return at[0], smart.start(1), f"{smart[1]} is not a quote that YAML knows", 'use straight quotes: "…"'
    value = _VALUE.match(line)
    if value and value[3][:1] in {'"', "'"} and at[1] > value.start(3):
        return (
            at[0],
            at[1],
            "text goes on after the closing quote",
            "put the whole value in single quotes and double single quotes inside it: 'the \"so-called\" cat''s eye'",
        )
    return None


def _text_after_brackets(lines: tuple[str, ...], at: tuple[int, int]) -> Trouble | None:
    """`title: [Invited] Avalanches` begins with a list, to YAML."""
    for index in (at[0], at[0] - 1):
        found = _BRACKETS_FIRST.match(lines[index]) if 0 <= index < len(lines) else None
        if found:
            what = f"a value cannot begin with {found[2]} unless it is in quotes"
            return index, found.start(2), what, "put the value in quotes"
    return None


def _missing_comma(lines: tuple[str, ...], at: tuple[int, int]) -> Trouble | None:
    found = _LACKS_COMMA.search(lines[at[0]])
    if found:
        return at[0], found.start(1), f"a comma is missing before {found[1]}", f"write , {found[1]}"
    return None


def _opened_above(lines: tuple[str, ...], at: tuple[int, int]) -> Trouble | None:
    """A quote that opens in a line above and is closed by one that was meant to open another value."""
    for index in range(at[0] - 1, -1, -1):
        value = _VALUE.match(lines[index])
        goes_on = _VALUE.match(lines[index + 1])
        if value and goes_on and value[3][0] in "\"'" and value[3].count(value[3][0]) == 1:
            what = "the quote that opens here is not closed in this line"
            return index, value.start(3), what, f"close it with {value[3][0]} at the end of the line, or take it out"
    return None


def _cut_by_hash(lines: tuple[str, ...], at: tuple[int, int]) -> Trouble | None:
    before = lines[at[0] - 1] if 0 < at[0] <= len(lines) else ""
    cut = re.search(r"\s(#\S)", before)
    if cut and at[0] < len(lines) and re.match(r"\s", lines[at[0]]):
        return (
            at[0] - 1,
            cut.start(1),
            "# after a blank begins a comment and ends the value",
            "put the whole value in quotes",
        )
    return None


def _plain_start(lines: tuple[str, ...], problem: str, at: tuple[int, int]) -> Trouble | None:
    character = lines[at[0]][at[1] : at[1] + 1] if at[0] < len(lines) else ""
    if "cannot start any token" in problem and character:
        return *at, f"a value cannot begin with {character} unless it is in quotes", "put the value in quotes"
    if re.search("alias|anchor|alphabetic", problem):
        return *at, "a value cannot begin with & or * unless it is in quotes", "put the value in quotes"
    if "block scalar" in problem or "comment or" in problem:
        return *at, "a value cannot begin with > or | unless it is in quotes", "put the value in quotes"
    return None


def _colon(lines: tuple[str, ...], problem: str, at: tuple[int, int]) -> Trouble | None:
    if "mapping values are not allowed" not in problem:
        return None
    line = lines[at[0]] if at[0] < len(lines) else ""
    value = _VALUE.match(line)
    if value and at[1] > value.start(3):
        written = value[3].split(" #")[0].rstrip()
        if written.count('"') == 1 and written.endswith(
            '"'
        ):  # the one that closes was there, the one that opens was lost
            written = written[:-1]
        shown = written.replace('"', '\\"')
        return (
            *at,
            "a colon and a blank stand inside a value without quotes",
            f'put the value in quotes: {value[2]}: "{shown[:60]}"',
        )
    return *at, "a key is not expected here", "check the indentation of this line and of the one before"


def _no_blank_after_colon(lines: tuple[str, ...], at: tuple[int, int]) -> Trouble | None:
    """`uni:University` is one word to YAML."""
    for index in (at[0], at[0] - 1):
        glued = _GLUED.match(lines[index]) if 0 <= index < len(lines) else None
        if glued:
            return (
                index,
                glued.start(1),
                "after the colon of a key stands no blank",
                f"write {glued[1]} {glued[2][:40]}",
            )
    return None


def _escape(problem: str, at: tuple[int, int]) -> Trouble | None:
    if "Unicode character escape" in problem:
        return *at, "this escape stands for half of a surrogate pair (U+D800 to U+DFFF)", "write the character itself"
    # "hexdecimal" is libyaml's own word.
    if "escape" in problem or "hexdecimal" in problem:
        return (
            *at,
            'this is not an escape that YAML knows inside "…"',
            "put the value in single quotes, or write every backslash twice",
        )
    return None


def _general_hint(problem: str) -> str | None:
    if "expected" in problem:
        return "check the indentation of this line and of the one before, and the quotes"
    return None
