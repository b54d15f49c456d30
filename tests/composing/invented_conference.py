"""Invented conferences: content folders whose talks differ in all that their layout depends on."""

import random
from pathlib import Path

WORDS = ("gauge", "tide", "harbor", "sensor", "drift", "survey", "northern", "careful", "ensemble", "wind", "coast", "slow",
         "measured", "records", "of", "the", "in", "with", "and", "every", "over", "two", "a", "from", "that", "we", "it",
         "station", "model", "after", "less", "than", "rain", "between")  # fmt: skip
GIVEN = ("Ada", "Bo", "Cem", "Dina", "Emre", "Fay", "Gus", "Hana", "Ivo", "Jun")
FAMILY = ("Barden", "Corlin", "Dormer", "Fentov", "Gorvik", "Holden", "Jaslin", "Kelmer")
ROOMS = ("Hall", "Cabin")
TRACKS = ("Waves", "Ice")


def sentence(chance: random.Random, count: int) -> str:
    """So many words, the first with a capital, with a full stop."""
    picked = " ".join(chance.choice(WORDS) for _ in range(count))
    return f"{picked[:1].upper()}{picked[1:]}."


def talk(number: int, chance: random.Random, *, authors: int = 0, poster: bool = False, more: str = "") -> str:
    """A talk file: its title begins with its number in words that are found again."""
    several = chance.choice((1, 1, 2, 3))
    length = chance.choice((0, 4, 15, 30, 60, 90, 140, 200))
    title = f"Talk {number:03} " + sentence(chance, chance.choice((2, 6, 14)))[:-1].lower()
    rows = [
        f"  - {{name: {GIVEN[n % 10]} {FAMILY[n % 8]}{'x' * (n // 40)}, affiliations: [k{n % several}]"
        f"{', presenting: yes' if n == 0 else ''}}}"
        for n in range(authors or chance.choice((1, 2, 5, 14)))
    ]
    places = [f"  k{n}: Institute {n} of {FAMILY[n]}" for n in range(several)]
    lines = [f"title: {title}", "authors:", *rows, "affiliations:", *places]
    if poster:
        lines += ["kind: poster", f"board: P{number}"]
    lines.append(f"track: {chance.choice(TRACKS)}")
    if chance.random() < 0.4:
        lines.append("keywords: [tide, ice]")
    if chance.random() < 0.2:
        lines += ["references:", '  - "D. Okafor, On localization along valleys, Annals 12 (2023), 1–19."']
    paragraphs = [sentence(chance, length)] * chance.choice((1, 1, 2)) if length else []
    return "---\n" + "\n".join(lines) + f"\n{more}---\n" + "\n\n".join(paragraphs) + "\n"


def write(folder: Path, count: int, settings: str, seed: int = 0, *, days: int = 2) -> list[str]:
    """A conference of so many talks: two parallel sessions on each of the days, and a few posters that hang in none. The
    titles' beginnings, in the order of the program."""
    chance = random.Random(seed)
    content = folder / "content"
    (content / "talks").mkdir(parents=True)
    (content / "event.yaml").write_text("title: Meeting of Coasts\nzone: UTC\nlanguage: en-US\n", "utf-8")
    (content / "booklet.yaml").write_text(settings, "utf-8")
    loose = min(3, count // 4)
    for number in range(1, count + 1):
        text = talk(number, chance, poster=number > count - loose)
        (content / "talks" / f"t{number:03}.md").write_text(text, "utf-8")
    sessions = []
    slots = [(day, room) for day in range(days) for room in ROOMS]
    scheduled = list(range(1, count - loose + 1))
    size = -(-len(scheduled) // len(slots))
    for index, (day, room) in enumerate(slots):
        items = ", ".join(f"{{talk: t{number:03}, minutes: 20}}" for number in scheduled[index * size :][:size])
        sessions.append(
            f"  - {{id: s{index}, title: Session {'ABCDEFGH'[index]}, date: 2026-05-0{5 + day}, start: 9:00, room: {room}, "
            f"chairs: [Ada Barden], items: [{items}]}}"
        )
    rooms = f"rooms: [{', '.join(ROOMS)}]\ntracks: [{', '.join(TRACKS)}]\n"
    (content / "program.yaml").write_text(rooms + "sessions:\n" + "\n".join(sessions) + "\n", "utf-8")
    return [f"Talk {number:03}" for number in range(1, count + 1)]
