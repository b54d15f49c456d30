"""A picture that draws → why PDF/A and PDF/UA do not take it, in words; the picture is put into pixels then."""

import page

from booklet.binding.sheet import sheet
from booklet.picture import Picture

# Parts of the names of the rules that a sheet may break. What else one may break is in how the page draws.
_FONTS = ("FONT", "GLYPH", "UNICODE", "TYPE1", "TRUETYPE", "TYPE0", "CID", "CMAP", "CHARSET", "ENCODING")
_COLORS = ("CMYK", "COLOR", "COLOUR", "DEVICE", "ICC", "SEPARATION", "INTENT")
_PROFILES = (page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_2A)


def strange_parts(picture: Picture) -> tuple[str, ...]:
    """Which parts of a picture those standards do not take: "its fonts", "its colors for a press (CMYK)", "the way it
    draws". None: it can stay as it is. What the validator cannot finish is not taken either."""
    pdf = sheet(picture)
    broken: set[str] = set()
    for profile in _PROFILES:
        try:
            report = page.validate_pdf_bytes(pdf, profile=profile)
        except (KeyboardInterrupt, SystemExit):
            raise
        except BaseException:  # noqa: BLE001  a panic of its Rust code is no Exception
            return ("the way it draws",)
        broken |= {failure.rule_id for failure in report.failures}
    return tuple(sorted({_part(rule) for rule in broken}))


def _part(rule: str) -> str:
    if "CMYK" in rule:
        return "its colors for a press (CMYK)"
    if any(word in rule for word in _FONTS):
        return "its fonts"
    return "its colors" if any(word in rule for word in _COLORS) else "the way it draws"
