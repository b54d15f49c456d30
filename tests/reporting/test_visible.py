"""Text of strangers is shown without steering the terminal."""

import json
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from booklet.reporting.visible import cells, visible

PAYLOADS = Path(__file__).parents[3] / "shared" / "adversarial" / "text" / "payloads.json"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Étienne Mémin", "Étienne Mémin"),
        ("\x1b[31mred", "U+001B[31mred"),
        ("\x1b]0;title\x07", "U+001B]0;titleU+0007"),
        ("one\r\ntwo\ttab", "oneU+000DU+000AtwoU+0009tab"),
        ("\x9b2J", "U+009B2J"),
        ("\u202egnp.exe", "U+202Egnp.exe"),
        ("\u2066iso\u2069", "U+2066isoU+2069"),
        ("zero\u200bwidth\ufeff", "zeroU+200BwidthU+FEFF"),
        ("line\u2028paragraph\u2029", "lineU+2028paragraphU+2029"),
        ("half \ud800", "half U+D800"),
        ("\U000e0041tag", "U+E0041tag"),
        ("\ue000", "U+E000"),
        ("吉野 says hi", "吉野 says hi"),
        ("[red]not markup[/red] %s {0}", "[red]not markup[/red] %s {0}"),
        ("a" + "\u0301" * 10, "a" + "\u0301" * 8 + "U+0301" * 2),
    ],
)
def test_hidden_characters_are_named(text: str, shown: str) -> None:
    assert visible(text) == shown


@pytest.mark.parametrize(
    ("text", "width"), [("abc", 3), ("吉野", 4), ("ｆｕｌｌ", 8), ("e\u0301", 1), ("\x07", 6), ("α≤β", 3), ("😀", 2)]
)
def test_widths_are_those_of_a_terminal(text: str, width: int) -> None:
    assert sum(columns for _, columns in cells(text)) == width


@given(st.text(st.characters(exclude_categories=[])))
def test_nothing_hidden_is_left(text: str) -> None:
    shown = visible(text)
    assert not [c for c in shown if unicodedata.category(c) in {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}]
    assert visible(shown) == shown


@pytest.mark.skipif(not PAYLOADS.is_file(), reason="shared/adversarial is not beside this checkout")
def test_hostile_payloads_are_shown_safely() -> None:
    payloads = json.loads(PAYLOADS.read_text(encoding="utf-8"))
    assert len(payloads) > 50
    for payload in payloads:
        shown = visible(payload["text"][:20_000])
        shown.encode("utf-8")
        assert shown.isprintable() or all(c.isprintable() or unicodedata.category(c) == "Zs" for c in shown), payload[
            "id"
        ]
