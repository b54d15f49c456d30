"""What other systems call a kind of talk or session into the kind that booklet has for it; empty where it has none."""

import re
import unicodedata

_LONGEST = 200
_KEYNOTE = re.compile(
    r"\b(?:key ?notes?|plenary (?:talk|lecture|speaker|speech)|(?:plenar|haupt)vortrag|conference pleniere)\b"
)
_POSTERS = re.compile(r"(?:e )?(?:posters?|postersitzung|postersession|affiches?)\b|.*\b(?:poster session|posters?)$")
_POSTER_WORDS = {"poster", "posters", "affiche", "affiches", "postervorstellung"}
_TALK_WORDS = {"oral", "talk", "talks", "vortrag"}

# A session is of a kind when its name has words of the kind and words that go with any.
_OF_SESSIONS = {
    "social": "social socials dinner reception party banquet excursion excursions gala abendessen empfang ausflug diner "
    "soiree cena jantar drinks apero aperitivo aperitif icebreaker barbecue bbq outing breakout breakouts booth booths",
    "break": "break breaks coffee tea lunch pause kaffee kaffeepause teepause mittagspause mittagessen mittag dejeuner "
    "cafe comida almuerzo almoco pranzo pausa pausas intervalo intervallo descanso breakfast fruhstuck registration "
    "anmeldung registrierung inscription",
    "plenary": "plenary plenaries plenum plenar opening closing welcome eroffnung abschluss begrussung ouverture cloture "
    "apertura clausura abertura encerramento accueil",
}
_WITH_ANY = (
    "session sessions event events time and und et y e with the of for de du la le a conference congress meeting "
    "program programme activity activities evening morning afternoon hour group photo remarks remark address ceremony "
    "ceremonie words note notes general day all everyone networking get together walking team "
    "discussion discussions sponsor sponsors"
)
_PLACE = re.compile(
    r"\s+(?:at|in|im|am|auf|on|sponsored|hosted|by|from|bei|au|en)\s.*|\s*[:(|@–—].*|\s-\s.*", re.DOTALL
)


def talk_kind(word: str) -> str:
    """The kind, keynote or poster, for the words of other systems, such as "Poster presentation"; else empty."""
    plain = _plain(word)
    if _KEYNOTE.search(plain):
        return "keynote"
    words = set(plain.split())
    # "Oral or poster" and "Poster prize talk" say that it is a talk as well.
    return "poster" if words & _POSTER_WORDS and not words & _TALK_WORDS else ""


def session_kind(word: str) -> str:
    """The kind, posters, social, break, keynote or plenary, for words of other systems or for a session's name."""
    plain = _plain(word)
    if _KEYNOTE.match(plain) or (_KEYNOTE.search(plain) and len(plain.split()) < 4):
        return "keynote"
    if _POSTERS.match(plain):
        return "posters"
    words = {one for one in _plain(_PLACE.sub("", word[:_LONGEST])).split() if not one.isdigit()}
    for kind, known in _OF_SESSIONS.items():
        if words & set(known.split()) and not words - set(" ".join([_WITH_ANY, *_OF_SESSIONS.values()]).split()):
            return kind
    return ""


def _plain(text: str) -> str:
    parted = unicodedata.normalize("NFD", text[:_LONGEST].casefold())
    letters = "".join(sign for sign in parted if not unicodedata.combining(sign))
    return " ".join(re.sub(r"[\W_]+", " ", letters).split())
