"""What somebody wrote as an ORCID or as an address of the web into one that is valid, or into nothing."""

import re

from booklet.reading.addresses import link_address

_ORCID = re.compile(
    r"(?:(?:https?://)?(?:www\.)?orcid\.org/|orcid(?:\s?id)?\s?:?\s?)?(\d{4})[-\s]?(\d{4})[-\s]?(\d{4})[-\s]?(\d{3}[\dX])/?",
    re.ASCII | re.IGNORECASE,
)
_BARE = re.compile(r"(?:www\.|(?:[a-z0-9-]{1,63}\.){1,5}[a-z]{2,12}(?=/))\S+", re.ASCII | re.IGNORECASE)
_DOI = re.compile(r"(?:(?:https?://)?(?:dx\.)?doi\.org/|doi:?\s?)?(10\.\d{4,9}/\S+)", re.ASCII | re.IGNORECASE)


def orcid(text: str) -> str:
    """The ORCID as 0000-0002-1825-0097, also of its address; empty unless its check digit is right."""
    found = _ORCID.fullmatch(text.strip()[:100].replace("\u2010", "-").replace("\u2013", "-"))
    if not found:
        return ""
    digits = "".join(found.groups()).upper()
    total = 0
    for digit in digits[:-1]:
        total = (total + int(digit)) * 2
    check = (12 - total % 11) % 11
    return "-".join(digits[at : at + 4] for at in range(0, 16, 4)) if digits[-1] == "0123456789X"[check] else ""


def web_address(text: str) -> str:
    """The address as http, https, mailto or doi address; "www.example.org" and a bare DOI are completed. Else empty."""
    text = text.strip().removeprefix("<").removesuffix(">")
    if doi := _DOI.fullmatch(text):
        return link_address(f"doi:{doi[1]}") or ""
    if _BARE.fullmatch(text):
        text = f"https://{text}"
    return link_address(text) or ""
