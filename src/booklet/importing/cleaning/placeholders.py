"""A text into whether it only stands for one that is still to come."""

import re

_WORDS = (
    r"t\.?b\.?[acd]\.?|n\.?/?a\.?|none|nil|null|no abstract(?: (?:yet|available|provided))?|empty|xxx+|todo|test"
    r"|\?+|-+|–+|—+|\.+|…|_+"
    r"|(?:abstract|text|description|title|details|summary|more(?: (?:info|information|details))?)?[ :,–-]*"
    r"(?:is |are |will |to )*(?:be )?(?:announced|decided|determined|defined|confirmed|added|follow|follows|come|provided)"
    r"(?: (?:soon|later|shortly))?|(?:abstract |more |details |description )?coming soon"
    r"|(?:(?:die |der |das |eine )?(?:beschreibung|zusammenfassung|kurzfassung|titel|text|abstract|infos?|details?)[ :]*)?"
    r"(?:folgt|folgen|kommt)(?: (?:noch|bald|in kürze|später))?|wird (?:noch )?(?:bekannt ?gegeben|nachgereicht|ergänzt)"
    r"|(?:résumé )?à (?:venir|confirmer|définir|déterminer|annoncer)|(?:bientôt )?disponible prochainement"
    r"|(?:resumen )?(?:por|a) (?:confirmar|anunciar|definir|determinar)|próximamente|em breve"
    r"|(?:resumo )?a (?:anunciar|definir|confirmar)|(?:abstract )?(?:da (?:definire|confermare|annunciare)|in arrivo)"
    r"|volgt(?: nog| later)?|kommer(?: snart)?|будет объявлено(?: позже)?|待定|未定|後日(?:発表|公開)|추후 공지"
)
_PLACEHOLDER = re.compile(rf"[\s(\[<*_]*(?:{_WORDS})[\s.!…)\]>*_]*", re.IGNORECASE)
_LONGEST = 60
_LOREM = re.compile(r"\s*(?:<p>)?\s*lorem ipsum\b", re.IGNORECASE)


def is_placeholder(text: str) -> bool:
    """Whether the whole text is TBA, "Abstract to follow", "n/a", a dash or the like, in one of several languages; an empty
    text is none."""
    text = text.strip()
    if _LOREM.match(text):
        return True
    return bool(text) and len(text) <= _LONGEST and _PLACEHOLDER.fullmatch(text) is not None
