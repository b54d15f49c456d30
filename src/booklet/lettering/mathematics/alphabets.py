"""A letter and the name of an alphabet → the character of Unicode that has that look.

The Unicode Standard, chapter 22.2, mathematical alphanumeric symbols (block 1D400).
"""

# First characters of capital and small Latin letters, capital and small Greek letters, and digits; 0 where there are none.
_FIRST = {
    "italic": (0x1D434, 0x1D44E, 0x1D6E2, 0x1D6FC, 0),
    "bold": (0x1D400, 0x1D41A, 0x1D6A8, 0x1D6C2, 0x1D7CE),
    "bold-italic": (0x1D468, 0x1D482, 0x1D71C, 0x1D736, 0x1D7CE),
    "script": (0x1D49C, 0x1D4B6, 0, 0, 0),
    "fraktur": (0x1D504, 0x1D51E, 0, 0, 0),
    "double-struck": (0x1D538, 0x1D552, 0, 0, 0x1D7D8),
    "sans": (0x1D5A0, 0x1D5BA, 0, 0, 0x1D7E2),
    "typewriter": (0x1D670, 0x1D68A, 0, 0, 0x1D7F6),
}
# Characters that had their place in Unicode before the block was made.
_ELSEWHERE = {
    "italic": {"h": "ℎ"},
    "script": dict(zip("BEFHILMRego", "ℬℰℱℋℐℒℳℛℯℊℴ", strict=True)),
    "fraktur": dict(zip("CHIRZ", "ℭℌℑℜℨ", strict=True)),
    "double-struck": dict(zip("CHNPQRZ", "ℂℍℕℙℚℝℤ", strict=True)),
}
# Variants of small Greek letters, in the order in which they follow the small omega of every mathematical alphabet.
_GREEK_VARIANTS = "∂ϵϑϰϕϱϖ"

ALPHABETS = (*_FIRST, "upright", "math", "bold-math")


def styled(character: str, alphabet: str) -> str:
    """The character of the alphabet, or the plain one where the alphabet has none.

    "math" is what TeX does with letters in formulas: Latin and small Greek italic, capital Greek and digits upright;
    "bold-math" is the same in bold.
    """
    if alphabet in {"math", "bold-math"}:
        sloping = character.isascii() or not (character.isupper() or character == "∇")
        looks = ("italic", "upright") if alphabet == "math" else ("bold-italic", "bold")
        alphabet = looks[0] if sloping else looks[1]
    if alphabet not in _FIRST:
        return character
    elsewhere = _ELSEWHERE.get(alphabet, {}).get(character)
    return elsewhere or _shifted(character, *_FIRST[alphabet])


def _shifted(character: str, capital: int, small: int, greek_capital: int, greek_small: int, digit: int) -> str:
    first = offset = 0
    if "A" <= character <= "Z":
        first, offset = capital, ord(character) - ord("A")
    elif "a" <= character <= "z":
        first, offset = small, ord(character) - ord("a")
    elif "0" <= character <= "9":
        first, offset = digit, ord(character) - ord("0")
    elif "Α" <= character <= "Ω":
        first, offset = greek_capital, ord(character) - ord("Α")
    elif "α" <= character <= "ω":
        first, offset = greek_small, ord(character) - ord("α")
    elif character in _GREEK_VARIANTS:
        first, offset = greek_small, 25 + _GREEK_VARIANTS.index(character)
    elif character == "∇" and greek_capital:
        first, offset = greek_capital, 25
    return chr(first + offset) if first else character
