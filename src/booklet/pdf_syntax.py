"""Values → PDF syntax (ISO 32000-1, 7.3)."""


def pdf_text(text: str) -> str:
    """A text string (7.9.2.2): ASCII in parentheses where it can be, else UTF-16 in hexadecimal."""
    if text.isascii() and text.isprintable():
        escaped = text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
        return f"({escaped})"
    return f"<FEFF{text.encode('utf-16-be', 'replace').hex().upper()}>"


def pdf_number(value: float) -> str:
    """A number with at most three decimals and no exponent."""
    text = f"{value:.3f}".rstrip("0").rstrip(".")
    return "0" if text in {"", "-0"} else text


def pdf_ref(number: int) -> str:
    """A reference to an indirect object."""
    return f"{number} 0 R"
