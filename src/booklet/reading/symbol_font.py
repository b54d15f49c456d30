"""Private-use codes that Word writes for its Symbol font into the letters and signs that were meant."""

from booklet.expression import expression

SYMBOL_CODE = expression("[\uf020-\uf07e\uf0a0-\uf0ef\uf0f1-\uf0fe]")

# Adobe Symbol encoding, codes 20 to 7E and A0 to FE (Unicode, Mappings/VENDORS/ADOBE/symbol.txt); no sign is the apple of F0.
_LOWER = (
    " !∀#∃%&∋()∗+,−./0123456789:;<=>?"
    "≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_"
    "‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼"
)  # fmt: skip
_UPPER = (
    "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵"
    "ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓"
    "◊⟨®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪\0⟩∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭"
)  # fmt: skip


def symbol(code: str) -> str:
    """The sign behind one character that `SYMBOL_CODE` matches."""
    offset = ord(code) - 0xF020
    return _LOWER[offset] if offset < len(_LOWER) else _UPPER[offset - 0x80]
