"""A plain name into the form in which it is printed: turned round, or out of capitals."""

import re

_PARTICLES = frozenset({
    "af", "al", "bin", "da", "de", "dei", "del", "della", "den", "der", "des", "di", "do", "dos", "du", "e", "el", "la",
    "las", "le", "los", "ten", "ter", "van", "vom", "von", "y", "zu", "zum", "zur",
})  # fmt: skip
_SUFFIX = re.compile(
    r"(?:jr|sr|jnr|snr|junior|senior|i{1,3}|iv|esq|ph\.?\s?d|m\.?d|m\.?sc|b\.?sc|m\.?a|b\.?a|dr|prof|mph|mba|d\.?phil|frs|rn"
    r"|dds|dvm|pharm\.?d|dipl\S*|ing|llm|ll\.?m)\.?",
    re.IGNORECASE,
)
_INSTITUTION = re.compile(
    r"\b(?:universi\w*|uni|institut\w*|labs?|laborator\w*|college|school|department|dept|inc|ltd|llc|gmbh|ag|corp\w*"
    r"|cent(?:er|re|rum)|cnrs|hochschule|academy|ministry|agency|service|hospital|group|team|company|foundation|council"
    r"|observatory|society|association|research|technolog\w*|national|usa|uk|editor\w*|chair\w*|director|professor|ceo|cto)\b",
    re.IGNORECASE,
)
_ACRONYM_FIRST = re.compile(r"[A-Z]{2,6}\s[A-Z][a-zß-öø-ÿ]+")
_WORD = re.compile(r"(?:[^\W\d_]['’`]?|[.\-‐‑·]){1,40}")
_INITIALS = re.compile(r"(?:[^\W\d_]\.?[\s\-‐]?){1,4}")
_MOST_WORDS = 5
_ROMAN = {"II", "III", "IV"}
_GLUED = re.compile(r"([A-ZÀ-ÖØ-Þ][a-zß-öø-ÿ]+)([A-ZÀ-ÖØ-Þ][a-zß-öø-ÿ]+)")
_JOINED = frozenset({
    "abd", "abu", "al", "ap", "ben", "bin", "da", "de", "del", "della", "den", "der", "des", "di", "do", "du", "el",
    "fitz", "la", "las", "le", "lo", "los", "mac", "mae", "mc", "saint", "san", "st", "te", "ten", "ter", "van",
    "vande", "vanden", "vander", "ver", "von",
})  # fmt: skip


def is_suffix(text: str) -> bool:
    """Whether it belongs to the name before it: "Jr.", "III", "PhD"."""
    return _SUFFIX.fullmatch(text.strip()) is not None


def are_initials(text: str) -> bool:
    """Whether it is one to four initials: "J.", "J. A.", "J.-P.", "JA"."""
    text = text.strip()
    return bool(_INITIALS.fullmatch(text)) and text == text.upper() and text != text.lower()


def is_institution(text: str) -> bool:
    """Whether it is no person's name but where somebody is from: an acronym, or with a word such as University or GmbH."""
    text = text.strip()
    letters = re.sub(r"[^\w]", "", text)
    acronym = len(letters) > 1 and " " not in text and text.isupper() and "." not in text
    return acronym or _INSTITUTION.search(text) is not None or _ACRONYM_FIRST.match(text) is not None


def turned(text: str) -> str | None:
    """The name "John Smith" of "Smith, John"; None where it has not one comma, or where a side is no part of a name."""
    family, comma, given = (part.strip() for part in text.partition(","))
    if not comma or "," in given or not _is_part(family) or not _is_part(given):
        return None
    if is_suffix(given) or _INSTITUTION.search(given):
        return None
    words = [word for word in family.split() if word.lower() not in _PARTICLES]
    if len(words) > 1 and (is_institution(given) or any(are_initials(word) and not is_suffix(word) for word in words)):
        return None
    return f"{given} {family}"


def _is_part(text: str) -> bool:
    """Whether it is one to five words with capitals, or particles with one; scripts without capitals are left as they are."""
    words = text.split()
    named = [word for word in words if _WORD.fullmatch(word) and word != word.lower()]
    particles = [word for word in words if word.lower() in _PARTICLES and word not in named]
    return bool(named) and len(named) + len(particles) == len(words) <= _MOST_WORDS


def out_of_capitals(text: str) -> str:
    """The name "John van der Berg-Smith" of "JOHN VAN DER BERG-SMITH", where all of two words and more is in capitals; else
    the text itself, such as "LI Wei" and "LI WEI"."""
    words = text.split()
    long = [word for word in words if len(re.sub(r"[^\w]", "", word)) > 2 and "." not in word]
    if (
        len(long) < 2
        or text != text.upper()
        or text == text.lower()
        or not all(_WORD.fullmatch(word) for word in words)
    ):
        return text
    return " ".join(_small(word, first=not at, last=at == len(words) - 1) for at, word in enumerate(words))


def _small(word: str, *, first: bool, last: bool) -> str:
    if not first and not last and word.lower() in _PARTICLES:
        return word.lower()
    if word in _ROMAN or "." in word:
        return word
    # İ is the capital of i, and no other letter with a dot of its own.
    return re.sub(r"[^\W\d_]+", lambda found: found[0][0] + found[0][1:].replace("İ", "i").lower(), word)


def parted(text: str) -> str:
    """The name "John Smith" of "JohnSmith"; "MacDonald", "DeVries" and all else as they are."""
    found = _GLUED.fullmatch(text)
    return f"{found[1]} {found[2]}" if found and found[1].lower() not in _JOINED else text
