"""Characters → their code points and the names of their scripts (UAX 24), for the reader of a message."""

from itertools import groupby

from booklet.text_file import character_name


def described(characters: str) -> str:
    """Code points in the order given, with the script after the last one of it: "U+4F1A, U+8B70 (Han), U+0E01 (Thai)".
    Characters of no script of their own are called by their names."""
    parts: list[str] = []
    for script, group in groupby(characters, script_name):
        members = list(group)
        codes = [f"U+{ord(character):04X}" for character in members]
        parts += [f"{', '.join(codes)} ({script})"] if script else map(character_name, members)
    return ", ".join(parts)


def script_name(character: str) -> str:
    """The English name of a character's script ("Han"); empty for signs that all scripts share."""
    from fontTools import unicodedata  # large tables, and most booklets lack no character

    script = unicodedata.script(character)
    return "" if script in {"Zyyy", "Zinh", "Zzzz"} else str(unicodedata.script_name(script))
