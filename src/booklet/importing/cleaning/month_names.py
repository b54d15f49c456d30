"""A word into the month that it names, or into whether it is a day of the week, in the languages that meetings write."""

import unicodedata

_MONTHS = (
    "january januar janvier enero janeiro gennaio januari jänner",
    "february februar février febrero fevereiro febbraio februari feber",
    "march märz maerz mars marzo março maart marts",
    "april avril abril aprile",
    "may mai mayo maio maggio mei maj",
    "june juni juin junio junho giugno",
    "july juli juillet julio julho luglio",
    "august août agosto augustus augusti",
    "september septembre septiembre setiembre setembro settembre",
    "october oktober octobre octubre outubro ottobre",
    "november novembre noviembre novembro",
    "december dezember décembre diciembre dezembro dicembre",
)
_WEEKDAYS = (
    "monday tuesday wednesday thursday friday saturday sunday montag dienstag mittwoch donnerstag freitag samstag sonnabend "
    "sonntag lundi mardi mercredi jeudi vendredi samedi dimanche lunes martes miércoles jueves viernes sábado domingo "
    "segunda terça quarta quinta sexta segunda-feira terça-feira quarta-feira quinta-feira sexta-feira "
    "lunedì martedì mercoledì giovedì venerdì sabato domenica maandag dinsdag woensdag donderdag vrijdag zaterdag zondag"
)


def month(word: str) -> int | None:
    """The month, 1 to 12, of its name or of an abbreviation of three letters and more that is no other month's: "Sept."."""
    known = _folded(word)
    if len(known) < 3:
        return None
    found = {
        number
        for number, names in enumerate(_MONTHS, 1)
        if any(name.startswith(known) for name in _folded(names).split())
    }
    return found.pop() if len(found) == 1 else None


def is_weekday(word: str) -> bool:
    """Whether the word is a day of the week, or an abbreviation of one: "Thu", "Do.", "mercredi"."""
    known = _folded(word)
    return len(known) >= 2 and any(day.startswith(known) for day in _folded(_WEEKDAYS).split())


def _folded(text: str) -> str:
    parted = unicodedata.normalize("NFD", text.casefold())
    return "".join(sign for sign in parted if not unicodedata.combining(sign)).strip(". ")
