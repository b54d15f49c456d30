"""Text without e-mail addresses, addresses of meeting rooms and their passcodes."""

import re

from booklet.codes import PRIVATE
from booklet.finding import Finding
from booklet.place import Place

# Of addresses that are spelled out.
_TOP = (
    "com|org|net|edu|gov|int|io|info|dev|ai|app|me|de|at|ch|fr|it|es|nl|be|uk|eu|us|ca|pl|se|no|dk|fi|cz|pt|gr|ie|au|nz|jp|cn|in|br|"
    "ru|ua|za|ac"
)
_MAIL = (
    r"(?:mailto:)?(?<![\w.+@/*-])[\w.+*-]{1,64}@(?:[\w-]{1,63}\.){1,6}[A-Za-z]{2,24}(?![\w@])"
    r"|(?<![\w.+-])[\w.+-]{1,64}[ ]?[\[({<][ ]?(?:at|@|ät)[ ]?[\])}>][ ]?[\w-]{1,63}"
    rf"(?:[ ]?(?:[\[({{<][ ]?(?:dot|\.|punkt)[ ]?[\])}}>]|\.)[ ]?[\w-]{{1,63}}){{1,5}}"
    rf"|(?<![\w.+-])[\w.+-]{{1,64}} at [\w-]{{1,63}}(?: dot [\w-]{{1,63}}){{0,4}} dot (?:{_TOP})(?![\w-])"
)
_MEETING_HOST = (
    r"(?:[\w-]{1,63}\.){0,4}(?:zoom\.us/(?:j|my|w|s|meeting|webinar)/|zoom\.com/j/|teams\.microsoft\.com/l/meetup-join"
    r"|teams\.live\.com/meet|meet\.google\.com/|webex\.com/|whereby\.com/|gotomeet(?:ing)?\.(?:me|com)/|meet\.jit\.si/|bluejeans\.com/)"
    r"|[\w.-]{1,200}/b/[a-z0-9]{3}-[a-z0-9]{3}-[a-z0-9]{3}|(?:bbb|jitsi|meet|bigbluebutton)\.[\w.-]{1,200}/"
)
_MEETING = rf"(?:https?://)?(?<![\w.-])(?:{_MEETING_HOST})[^\s<>\"\])]*"
_CODE = (
    r"(?:meeting|webinar)[ -]?id[ ]?[:=][ ]?[\d -]{6,20}\d"
    r"|(?:meeting )?(?:pass ?code|kenncode)[ ]?[:=][ ]?\S{1,40}|(?:pass ?word|pin)[ ]?[:=][ ]?(?=[^\s\d]{0,40}\d)\S{1,40}"
)
_PRIVATE = re.compile(rf"(?P<mail>{_MAIL})|(?P<meeting>{_MEETING})|(?P<code>\b{_CODE})", re.IGNORECASE)
_MAY_BE = re.compile(r"@|://|[\[({<][ ]?at|\bat\b|zoom|webex|meet|code|pin\b|word[ ]?[:=]", re.IGNORECASE)
_LEFT = re.compile(r"[ ]?(?:[(\[<]\s*[)\]>])")
_BLANKS = re.compile(r"[ ]+(?=[ ,)]|\.(?:\s|\Z))")
_WORDS = {
    "mail": "e-mail addresses are left out",
    "meeting": "addresses of meeting rooms are left out",
    "code": "passcodes of meetings are left out",
}


def is_private(address: str) -> bool:
    """Whether an address is that of a mailbox or a meeting room."""
    return address.lower().startswith("mailto:") or re.match(_MEETING, address, re.IGNORECASE) is not None


def without_private(text: str, place: Place, findings: list[Finding]) -> str:
    """The text without e-mail addresses and ways into meetings, and without the brackets that stood around them."""
    if not _MAY_BE.search(text):
        return text
    kinds = dict.fromkeys(str(found.lastgroup) for found in _PRIVATE.finditer(text))
    if not kinds:
        return text
    findings += [Finding(PRIVATE, _WORDS[kind], place) for kind in kinds]
    return mended(_PRIVATE.sub("", text))


def mended(text: str) -> str:
    """Text from which something was taken out, without empty brackets and blanks that it left."""
    return _BLANKS.sub("", _LEFT.sub("", text))
