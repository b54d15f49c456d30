"""HTML of text, met by the Markdown parser, into its tokens: a few tags that pair, line ends, entities, <address>."""

import re
import unicodedata
from typing import TYPE_CHECKING

from booklet.codes import DROPPED_CHARACTER, MARKUP_AS_WRITTEN
from booklet.expression import expression
from booklet.reading.addresses import link_address
from booklet.reading.clean_text import clean
from booklet.reading.latex_rules import line_end, linked, nested
from booklet.reading.remark import Remark

if TYPE_CHECKING:  # the library comes in when a text holds signs of markup
    from markdown_it.rules_inline import StateInline

# What follows the name of a tag that is read: attributes with values only, so that "x <p and q> y" stays text.
ATTRIBUTES = r"(?:\s+[\w:-]+\s*=\s*(?:\"[^\"<>]*\"|'[^'<>]*'|[^\s\"'<>]+))*\s*/?"

_KINDS = {"em": "em", "i": "em", "strong": "strong", "b": "strong", "sup": "super", "sub": "sub", "u": "group"}
_TAG = expression(
    rf"<(?:(?P<open>em|i|strong|b|sup|sub|u|a)(?P<attributes>{ATTRIBUTES})|/(?P<close>em|i|strong|b|sup|sub|u|a)\s*)>",
    re.IGNORECASE,
)
_BREAK = expression(rf"<br{ATTRIBUTES}>", re.IGNORECASE)
_ADDRESS = expression(r"<((?:https?://|mailto:|doi:)[^\s<>]+)>", re.IGNORECASE)
_HREF = expression(r"\shref\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"']+))", re.IGNORECASE)
_ENTITY = expression(r"&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([A-Za-z][A-Za-z0-9]{1,31}));")
_KNOWN = (
    "a|abbr|b|big|blockquote|br|center|cite|code|dd|del|details|div|dl|dt|em|font|footer|form|h[1-6]|header|hr|i|iframe|img|"
    "input|ins|kbd|li|link|mark|meta|object|ol|p|para|pre|q|s|samp|script|seq|small|span|strike|strong|style|sub|summary|sup|"
    "svg|table|tbody|td|th|thead|tr|tt|u|ul|var|video"
)
AS_WRITTEN = expression(rf"<(?P<slash>/?)(?P<name>{_KNOWN})(?:\s[^<>]*)?/?>|<!--", re.IGNORECASE)


def tag(state: "StateInline", silent: bool) -> bool:
    """A tag with its partner, <br>, or <https://…>; what else looks like HTML is written, with a remark."""
    if state.src[state.pos] != "<" or silent:
        return False
    if found := _BREAK.match(state.src, state.pos, state.posMax):
        return line_end(state, found.end())
    if _bracketed(state):
        return True
    pairs: dict[int, tuple[str, str, tuple[int, int, int]]] | None = state.env.get("tags")
    if pairs is None:
        pairs = state.env["tags"] = tag_pairs(state.src)
    name, address, span = pairs.get(state.pos, ("", "", (0, 0, 0)))
    if name and span[2] <= state.posMax and not (address and state.linkLevel):
        if address:
            linked(state, address, span)
        else:
            nested(state, _KINDS[name], span)
        return True
    if written := AS_WRITTEN.match(state.src, state.pos, state.posMax):
        state.env["remarks"].append(_tag_remark(written, state.pos))
    return False


def _tag_remark(written: re.Match[str], at: int) -> Remark:
    """What to say of a tag that is printed: its name, and the partner that is missing where it is one that is read."""
    if not written["name"]:
        return Remark(MARKUP_AS_WRITTEN, "<!--", at, "take the comment out")
    slash, name = written["slash"], written["name"]
    hint = ""
    if name.lower() in _KINDS and not written[0].endswith("/>"):
        hint = f"write <{name}> before it, or take it out" if slash else f"close it with </{name}>, or take it out"
    return Remark(MARKUP_AS_WRITTEN, f"<{slash}{name}>", at, hint or "take it out")


def entity(state: "StateInline", silent: bool) -> bool:
    """&eacute;, &#233; and &#xE9; as the character; what stands for nothing that can be printed stays as it is written."""
    if state.src[state.pos] != "&" or silent:
        return False
    found = _ENTITY.match(state.src, state.pos, state.posMax)
    character = entity_text(found) if found else ""
    if not found or not character:
        return False
    before = state.pending[-1:] or state.src[max(state.pos - 1, 0) : state.pos]
    after = state.src[found.end() : found.end() + 1]
    kept = fitted(before, character, after)
    if not kept:
        state.env["remarks"].append(Remark(DROPPED_CHARACTER, found[0], state.pos))
    state.pending = unicodedata.normalize("NFC", state.pending + kept)
    state.pos = found.end()
    return True


def entity_text(found: re.Match[str]) -> str:
    """What an entity stands for; empty for none that is known or can be printed. Codes 128–159 are those of Windows, as in
    browsers (HTML, 13.2.5.80)."""
    if found[3]:
        from html.entities import html5

        return html5.get(f"{found[3]};", "")
    code = int(found[1]) if found[1] else int(found[2], 16)
    if 0x80 <= code <= 0x9F:
        return bytes([code]).decode("cp1252", "ignore")
    if code > 0x10FFFF or 0xD800 <= code <= 0xDFFF:
        return ""
    character = chr(code)
    return "" if unicodedata.category(character) in {"Cc", "Cn", "Co"} and character not in "\t\n" else character


def fitted(before: str, character: str, after: str) -> str:
    """The character of an entity as it is cleaned between its neighbors: a blank, or nothing for a useless joiner."""
    if character in "\t\n ":
        return " "
    if unicodedata.category(character) in {"Cf", "Zs"}:
        kept = clean(f"{before}{character}{after}").text
        return kept.removeprefix(before).removesuffix(after)
    return clean(character).text


def decoded(text: str) -> str:
    """Text with its entities as characters: for names, in which no other markup is read."""
    if "&" not in text:
        return text
    return _ENTITY.sub(lambda found: entity_text(found) or found[0], text)


def tag_pairs(text: str) -> dict[int, tuple[str, str, tuple[int, int, int]]]:
    """By the offset of an opening tag: its name, its address (of a link), and where its text begins, ends, and it closes.

    Tags that do not nest properly do not pair; neither does a link whose address is not taken.
    """
    pairs: dict[int, tuple[str, str, tuple[int, int, int]]] = {}
    waiting: list[tuple[str, str, re.Match[str]]] = []
    open_tags = dict.fromkeys([*_KINDS, "a"], 0)
    for found in _TAG.finditer(text):
        if found["open"]:
            name, address = found["open"].lower(), ""
            if name == "a":
                href = _HREF.search(found["attributes"])
                address = link_address(decoded(href[1] or href[2] or href[3] or "")) or "" if href else ""
            if not found[0].endswith("/>") and (address or name != "a"):
                waiting.append((name, address, found))
                open_tags[name] += 1
            continue
        name = found["close"].lower()
        while open_tags[name]:
            other, address, begun = waiting.pop()
            open_tags[other] -= 1
            if other == name:
                pairs[begun.start()] = (name, address, (begun.end(), found.start(), found.end()))
                break
    return pairs


def _bracketed(state: "StateInline") -> bool:
    """<https://…> is a link without the brackets."""
    found = _ADDRESS.match(state.src, state.pos, state.posMax)
    address = link_address(found[1]) if found else None
    if not found or not address or state.linkLevel:
        return False
    state.push("address", "", 0).attrs = {"href": address}
    state.tokens[-1].content = found[1]
    state.pos = found.end()
    return True
