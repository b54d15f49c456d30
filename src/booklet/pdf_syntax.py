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


def pdf_numbers(values: tuple[float, ...]) -> list[str]:
    """What `pdf_number` makes of each: of thousands, it is made of one text in a third of the time."""
    text = "%.3f\n" * len(values) % values
    for end in ("0\n", "0\n", "0\n", ".\n"):
        text = text.replace(end, "\n")
    return text.replace("-0\n", "0\n").split()


def pdf_ref(number: int) -> str:
    """A reference to an indirect object."""
    return f"{number} 0 R"


def pdf_refs(first: int, count: int) -> list[str]:
    """References to so many objects with numbers one after another."""
    return ("%d 0 R\n" * count % tuple(range(first, first + count))).splitlines()


def pdf_stream(entries: bytes, data: bytes) -> bytes:
    """A stream (7.3.8). After data that ends with a carriage return the line ends with one too, lest the two be taken for
    one end of line."""
    end = b"\r\n" if data.endswith(b"\r") else b"\n"
    return b"<<%s/Length %d>>stream\n%s%sendstream" % (entries, len(data), data, end)
