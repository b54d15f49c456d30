"""The header of a column, in one of several languages or as the question of a form, into the role that it names."""

import re
import unicodedata
from functools import lru_cache

_LONGEST = 200
_PRESENTER = (
    r"present(?:er|ers|ing|ed by)|speakers?|vortragende\w*|referent\w*|orat(?:eur|rice)\w*|intervenant\w*"
    r"|ponentes?|relator[ei]|orador\w*|palestrantes?|sprekers?|oplaegsholder\w*|foredragsholder\w*"
    r"|foredragsholdare|taler"
)
_GIVEN = r"first ?names?|given ?names?|forenames?|vornamen?|prenoms?|voorna\w+|fornavn|nome proprio"
_FAMILY = (
    r"family ?names?|last ?names?|surnames?|nachnamen?|familiennamen?|noms? de famille|apellidos?"
    r"|cognom[ei]|sobrenomes?|achterna\w+|efternavn|etternavn"
)
_NAME = r"name|nom|nome|nombre|naam|navn|namn"

# The first that fits decides; the second of each pair is searched, and one that fits as a whole goes before.
_ROLES: tuple[tuple[str, str], ...] = (
    (
        "timestamp",
        (
            r"timestamp|time ?stamp|horodateur|zeitstempel|marca (?:de )?tempor\w*|informazioni cronologiche"
            r"|carimbo de data.*|tijdstempel|tidsstempel|submitted(?: at| on)?|submission (?:date|time)"
            r"|last (?:updated?|modified)|(?:created|updated|modified)(?: at| on)?|start time of response"
            r"|completion time|date of submission|eingereicht am"
        ),
    ),
    ("e-mail", r".*\be ?mails?\b.*|.*\bcourriels?\b.*|.*\bcorreo\b.*|.*\bmailadresse\b.*|.*\badresse mail\b.*"),
    (
        "private",
        (
            r".*\b(?:phone|telephone|telefon\w*|mobile|diet\w*|allerg\w*|t ?shirt|gender|pronouns?|passport|visa"
            r"|payment|paid|fee|consent|gdpr|permission|scores?|reviews?|reviewers?|ratings?|internal|confidential"
            r"|accommodation|hotel|postal|zip|(?:street|home) address|bewertung\w*|gutacht\w*|notizen|emergency"
            r"|arrival|departure)\b.*|(?:comments?|remarks?|notes?|anmerkung\w*|bemerkung\w*|remarques?"
            r"|commentaires?|observaciones|kommentar\w*)\b.*|address|adresse|.*\bwe should know\b.*"
            r"|.*\bdo you (?:agree|need)\b.*"
        ),
    ),
    (
        "ignore",
        (r"(?:job|academic|personal|author) title|salutation|anrede|akad\w*|short title|level|niveau|capacity"),
    ),
    ("sub-session", r".*\bsub ?sessions?\b.*"),
    (
        "order",
        (r"(?:session )?(?:order|position)|.*\b(?:order|position) in (?:the )?session|reihenfolge|ordre|orden"),
    ),
    (
        "biography",
        (
            r".*\b(?:bio|biogra\w+|vita|curriculum|kurzbiogra\w+|lebenslauf|cv)\b.*|about (?:the "
            r"|your ?)?(?:speaker|author|self|you|me)\b.*"
        ),
    ),
    ("authors", r".*\b(?:co ?)?authors? (?:list|names?)\b.*|(?:list|names?) of (?:the |all )?(?:co ?)?authors?\b.*"),
    ("presenter-given-name", rf".*\b(?:{_PRESENTER})\b.*\b(?:{_GIVEN})\b.*|(?:{_GIVEN})\b.*\b(?:{_PRESENTER})\b.*"),
    ("presenter-family-name", rf".*\b(?:{_PRESENTER})\b.*\b(?:{_FAMILY})\b.*|(?:{_FAMILY})\b.*\b(?:{_PRESENTER})\b.*"),
    ("given-name", rf".*\b(?:{_GIVEN})\b.*"),
    ("family-name", rf".*\b(?:{_FAMILY})\b.*"),
    (
        "department",
        (
            r".*\b(?:department|dept|fakultat|faculty|departement|departamento|dipartimento|abteilung"
            r"|division)\b.*"
        ),
    ),
    (
        "place",
        (r".*\b(?:country|countries|city|land|stadt|pays|ville|pais|ciudad|cidade|paese|citta|town)(?: \d+)?"),
    ),
    (
        "affiliation",
        (
            r".*\b(?:affiliat\w*|institut\w*|istituzione|organi[sz]a\w*|universi\w*|company|compan[iy]\w*|employer"
            r"|firma|unternehmen|entreprise|empresa|azienda|einrichtung|hochschule|laborator\w*|lab|zugehorigkeit"
            r"|tilknytning|affilia\w+)\b.*"
        ),
    ),
    (
        "chairs",
        (
            r".*\b(?:chairs?|chairpersons?|chairman|moderators?|moderation|convenors?|conveners?|sitzungsleit\w*"
            r"|vorsitz\w*|presidence|moderateurs?|moderador\w*|moderatori?|hosts?)\b.*"
        ),
    ),
    ("references", r".*\b(?:references|bibliogra\w+|literatur\w*|citations|referencias|riferimenti)\b.*"),
    (
        "keywords",
        (
            r".*\b(?:key ?words?|tags?|schlagwort\w*|stichwort\w*|mots cles?|palabras clave|parole chiave"
            r"|palavras chave|etiquet\w*|topics)\b.*"
        ),
    ),
    ("funding", r".*\b(?:funding|funders?|acknowledge?ments?|forderung|financ\w+|danksagung)\b.*"),
    ("board", r".*\b(?:board|poster (?:number|no|nr|id|#)|tafel|panneau|stellwand)\b.*"),
    (
        "kind",
        (
            r"(?:.*\b)?(?:types?|format|kind|beitragsart|vortragsart|art|tipo|form)(?: of| de| der| des"
            r"| di)?(?: (?:contribution|presentation|talk|session|submission|beitrags?|vortrags?|paper|abstract"
            r"|presentazione|comunicacion|communication))?(?: preference)?|contribution|.*\boral or poster\b.*"
            r"|.*\btalk or poster\b.*|beitragsform|presentation preference|poster"
        ),
    ),
    (
        "session",
        (
            r"session(?: (?:title|name|titel|titre))?|sitzung\w*|sesion|sessao|sessione|seance|block|(?:title"
            r"|name) of (?:the )?session|sessions|panel|sektion"
        ),
    ),
    (
        "title",
        (
            r"(?:.*\b)?(?:titles?|titel|titre|titulo|titolo|tittel|title of .*|titel der .*|titre de .*)(?: .*)?"
            r"|.*\b\w+titel\b.*"
        ),
    ),
    (
        "id",
        (
            r"ids?|#|no|nr|number|nummer|numero|uid|code|key|(?:.*\b)(?:id|#|code|number|nummer|nr)|(?:paper"
            r"|abstract|talk|submission) ?(?:id|no|nr|number|#)?"
        ),
    ),
    ("language", r".*\b(?:language|sprache|vortragssprache|langue|idioma|lingua|taal|sprog|sprak)\b.*"),
    (
        "status",
        (
            r".*\b(?:status|decisions?|acceptance|accepted|accept|deleted|withdrawn|cancell?ed|state|entscheidung"
            r"|zustand|etat|estado|stato|decision)\b.*"
        ),
    ),
    (
        "duration",
        (
            r".*\b(?:durations?|length|dauer|duree|duracion|durata|minutes|minuten|mins?|varighed|duracao"
            r"|lange)\b.*"
        ),
    ),
    (
        "end",
        (
            r"(?:.*\b)?(?:ends?|ending|until|till|bis|ende|fin|fine|fim|slut|einde)(?: (?:time|date|zeit|hour"
            r"|at))?(?: .{0,20})?|\w*endzeit|date end|to"
        ),
    ),
    (
        "start",
        (
            r"(?:.*\b)?(?:starts?|starting|begins?|beginn|begin|from|von|debut|inicio|inizio|anfang|ab)(?: (?:time"
            r"|date|zeit|hour|at))?(?: .{0,20})?|(?:.*\b)?(?:time|times|time ?slot|slot|when|uhrzeit|zeit|heure"
            r"|horaire|hora|horario|ora|orario|tid|tijd|startzeit|date start)(?: .{0,20})?"
        ),
    ),
    ("date", r"(?:.*\b)?(?:date|dates|day|days|datum|tag|jour|fecha|data|giorno|dia|dato|dag)(?: .{0,20})?"),
    (
        "room",
        (
            r"(?:.*\b)?(?:rooms?|raum|salle|sala|locations?|venue|ort|lieu|lugar|local|aula|hall|saal|zaal|lokale?"
            r"|where|veranstaltungsort|auditorium)(?: .{0,20})?"
        ),
    ),
    (
        "track",
        (
            r"(?:.*\b)?(?:tracks?|streams?|themes?|thema|topic areas?|topic|category|categories|subject areas?"
            r"|area|strang|kategorie|categorie|piste|categoria|theme|section)(?: .{0,20})?"
        ),
    ),
    (
        "abstract",
        (
            r".*\b(?:abstracts?|summary|summaries|descriptions?|zusammenfassung|kurzfassung|beschreibung|resumes?"
            r"|resumen|resumo|riassunto|sammendrag|beskrivelse|samenvatting|inhalt|description|descripcion"
            r"|descricao|descrizione|contents?|text)\b.*"
        ),
    ),
    ("presenter", rf".*\b(?:{_PRESENTER})\b.*"),
    (
        "authors",
        (
            r".*\b(?:co ?)?(?:authors?|autor\w*|auteurs?|autrices?|forfatter\w*|verfasser\w*|contributors?"
            r"|auteures?)\b.*|people|persons?|(?:full |your |my )?names?(?: .*)?|names of .*|who|wer|mitwirkende"
        ),
    ),
    (
        "ignore",
        (
            r".*\b(?:videos?|records?|recording|zoom|streams?|pictures?|photos?|images?|avatar|logo|linkedin"
            r"|twitter|github|slug|colou?r|files?|uploads?|figures?|attachments?|pdf|slides|doi|guid|uuid)\b.*"
        ),
    ),
    ("link", r".*\b(?:url|website|web ?site|web ?page|homepage|links?)\b.*"),
    (
        "title",
        (
            r"talks?|vortrag|presentations?|lectures?|what|events?|item|activity|program\w*|programm|subject"
            r"|betreff|name of .*talk"
        ),
    ),
)
_WHOLE = {
    "title": {
        "title",
        "titel",
        "titre",
        "titulo",
        "titolo",
        "talk title",
        "abstract title",
        "paper title",
        "presentation title",
    },
    "abstract": {"abstract", "abstracts", "abstract text", "zusammenfassung", "resume", "resumen"},
    "authors": {"authors", "author", "autoren", "auteurs", "autores", "autori"},
    "presenter": {"speaker", "speakers", "presenter", "presenting author", "presenters"},
    "start": {"start", "start time", "time start", "beginn", "debut", "inicio"},
    "date": {"date", "datum", "fecha", "data"},
    "id": {"id", "#", "uid", "paper id", "abstract id", "talk id"},
    "session": {"session", "session title", "session name", "sitzung"},
    "room": {"room", "raum", "salle", "sala"},
    "kind": {"type", "kind", "format", "presentation type", "contribution type"},
}


def header_role(header: str, others: tuple[str, ...] = ()) -> tuple[str, int]:
    """The role that a header names, and how surely, 1 or 2; "" and 0 where it names none. `others` are all headers of the
    table: beside a column of given names, "Name" is the family name."""
    plain = plain_header(header)
    if not plain:
        return "", 0
    if plain in _NAME.split("|"):
        roles = {_role(plain_header(other))[0] for other in others}
        if "given-name" in roles and "family-name" not in roles:
            return "family-name", 2
        if "family-name" in roles and "given-name" not in roles:
            return "given-name", 2
        return "authors", 2
    return _role(plain)


def plain_header(header: str) -> str:
    """A header in small letters without accents, stars, time zones and what says that it may stay empty."""
    unzoned = re.sub(r"[(\[]\s*[A-Za-z]++(?:/[A-Za-z0-9_+-]++)++\s*[)\]]", " ", header[:_LONGEST])
    text = re.sub(r"([a-zß-ÿ])([A-Z])", r"\1 \2", unzoned)
    parted = unicodedata.normalize("NFD", text.casefold().replace("æ", "ae"))
    letters = "".join(sign for sign in parted if not unicodedata.combining(sign))
    letters = re.sub(r"[(\[]\s*(?:optional|required|pflichtfeld|facultatif|obligatoire)\s*[)\]]", " ", letters)
    return " ".join(re.sub(r"[^\w#]|_", " ", letters).split())


@lru_cache(maxsize=4096)
def _role(plain: str) -> tuple[str, int]:
    for role, words in _WHOLE.items():
        if plain in words:
            return role, 2
    for role, pattern in _ROLES:
        if re.fullmatch(pattern, plain):
            return role, 1
    return "", 0
