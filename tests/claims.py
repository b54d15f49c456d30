"""What a booklet says of itself → whether it is true, as far as page-validation knows the standard."""

import re

import page

_PROFILES = {
    b"pdfuaid:part>1": page.ValidationProfile.PDF_UA_1,
    b"pdfaid:part>2</pdfaid:part>\n<pdfaid:conformance>A": page.ValidationProfile.PDF_A_2A,
    b"pdfaid:part>2</pdfaid:part>\n<pdfaid:conformance>U": page.ValidationProfile.PDF_A_2U,
    b"pdfaid:part>3</pdfaid:part>\n<pdfaid:conformance>A": page.ValidationProfile.PDF_A_3A,
    b"pdfaid:part>3</pdfaid:part>\n<pdfaid:conformance>U": page.ValidationProfile.PDF_A_3U,
}
# Outlines and structure trees of many siblings are no attack here.
_LIMITS = page.SafetyLimits(max_reference_depth=100_000)
_NEWER = re.compile(rb"pdfaid:part>4")  # PDF/UA-2 and PDF/A-4 are left to veraPDF


def claims(pdf: bytes) -> list[page.ValidationProfile]:
    """The standards that the metadata names."""
    return [profile for words, profile in _PROFILES.items() if words in pdf]


def broken_claims(pdf: bytes) -> list[str]:
    """Sentences on each rule of a claimed standard that the file breaks; one if it claims nothing."""
    claimed = claims(pdf)
    if not claimed and not _NEWER.search(pdf):
        return ["the file claims nothing"]
    return [
        f"{profile}: {failure}"
        for profile in claimed
        for failure in page.validate_pdf_bytes(pdf, profile=profile, limits=_LIMITS).failures
    ]
