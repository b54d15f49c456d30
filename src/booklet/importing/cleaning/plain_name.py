r"""Names with HTML, LaTeX or Markdown around and in them into plain text; what raises a mark becomes superscript digits."""

import re
import unicodedata
from html import unescape

from booklet.codes import LEFT_OUT, PRIVATE
from booklet.finding import Finding
from booklet.place import Place
from booklet.reading.latex_letters import plain_letters

PRESENTING = "\ue000"  # stands for a mark of who presents; of private use, so that no text has it

_TAG = re.compile(r"</?(?:b|i|u|em|strong|small|span|font|p|a|div|sup|sub|ins|mark)(?:\s[^<>]{0,300})?>", re.IGNORECASE)
_BREAK = re.compile(r"<br\s{0,9}/?>|</(?:p|div|li)>|\\\\", re.IGNORECASE)
_RAISED = re.compile(
    r"<sup>([^<>]{1,40})</sup>|\$?\^\{([^{}$]{1,40})\}\$?|\$\^([^{}$])\$|\\textsuperscript\{([^{}]{1,40})\}"
    r"|\\(?:thanks|footnotemark|inst|fnmsep)\{?\[?([^{}\[\]]{0,40})[\]}]|(?<=\w)\^((?:\d{1,2}|[a-z])(?:,(?:\d{1,2}|[a-z]))*)",
    re.IGNORECASE,
)
_UNDERLINED = re.compile(r"<(?:u|ins)(?:\s[^<>]{0,300})?>(?=[^<>])|\\(?:underline|uline)\s?(?=\{)", re.IGNORECASE)
_LATEX_AND = re.compile(r"\s\\and\s", re.IGNORECASE)
_FONT = re.compile(r"\\(?:text(?:bf|it|sc|rm)|emph|mbox)\s?(?=\{)")
_BRACES = re.compile(r"\{([^{}\\]*)\}")
_MAIL = re.compile(
    r"[<(\[]?(?:mailto:|e-?mail:\s?)?[\w.+%'-]{1,64}@(?:[\w-]{1,63}\.){1,6}[a-z]{2,24}(?![\w@])[>)\]]?", re.IGNORECASE
)
_ORCID = re.compile(r"[(\[]?(?:(?:https?://)?orcid\.org/|orcid:?\s?)?\d{4}-\d{4}-\d{4}-\d{3}[\dX][)\]]?", re.IGNORECASE)
_SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_UNSEEN = re.compile("[\u00ad\u200b\u2060\ufeff\u200e\u200f\u202a-\u202e\u2066-\u2069\ufff9-\ufffd\ue001-\uf8ff]")
_LONGEST = 50_000


def plain_name(text: str, place: Place, findings: list[Finding]) -> str:
    """The text without markup and e-mail addresses; line ends stay. Raised marks are superscripts or stand after "^", and
    what was underlined begins with PRESENTING."""
    text = text[:_LONGEST].replace(PRESENTING, "")
    for _ in range(2):  # "&amp;eacute;" was escaped twice
        text = unescape(text)
    text, mails = _MAIL.subn(" ", text)
    if mails:
        findings.append(Finding(PRIVATE, "an e-mail address with a name is left out", place))
    text, ids = _ORCID.subn(" ", text)
    if ids:
        findings.append(Finding(LEFT_OUT, "an ORCID with a name is left out", place, "add it to people.yaml"))
    text = _BREAK.sub("\n", _RAISED.sub(_raised, _UNDERLINED.sub(PRESENTING, text)))
    text = _LATEX_AND.sub("; ", _TAG.sub("", text))
    if "\\" in text or _BRACES.search(text):
        text = plain_letters(_FONT.sub("", text))
        for _ in range(3):
            text = _BRACES.sub(r"\1", text)
        text = re.sub(r"(?<=\w)~(?=\w)", " ", text)
    text = re.sub(r"(?<=\.)~(?=\w)", " ", text)
    text = "".join(_taken(one) for one in unicodedata.normalize("NFC", _UNSEEN.sub("", text)))
    return "\n".join(filter(None, (" ".join(line.split()) for line in text.split("\n"))))


def _raised(found: re.Match[str]) -> str:
    inside = next((part for part in found.groups() if part), "")
    kept = re.sub(r"\\(?:dag(?:ger)?|ast|star)\b", "*", re.sub(r"[\s$]", "", inside))
    if not re.fullmatch(r"(?:\d{1,3}|[a-z]|[*∗†‡§¶#,;⋆])+", kept, re.IGNORECASE):
        return found[0] if "<" not in found[0] else f" {inside}"
    if re.search("[a-z]", kept, re.IGNORECASE):
        return f"^{kept}"
    return kept.translate(_SUPERSCRIPTS)


def _taken(one: str) -> str:
    if one in "\r\u2028\u2029\x0b\x0c":
        return "\n"
    return " " if unicodedata.category(one) in {"Cc", "Zs"} and one != "\n" else one
