"""Programs of real events, as their organizers left them: input for tests, no part of the product.

`python -m tests.real_programs` imports all of them and prints a table of what came of them.
"""

from pathlib import Path

from booklet.job import ImportJob

SHARED = Path(__file__).parents[3] / "shared"
DATA = SHARED / "data"
DOCUMENT = SHARED / "source" / "isda-online-2026-04-23.txt"

# By the name of the folder in DATA: the zone and the language that only the organizers know ("" where the source says it).
REAL_PROGRAMS: dict[str, tuple[str, str]] = {
    "ccc-camp-2019": ("", ""),
    "ccc-rc3-2020": ("", ""),
    "colt-2020": ("", "en-US"),
    "droidcon-italy-2025": ("Europe/Rome", "en"),
    "fosdem-2014-xcal": ("Europe/Brussels", "en"),
    "fosdem-2026": ("", "en"),
    "gab-linz-2020": ("Europe/Vienna", "de"),
    "hibit-2020": ("Europe/Istanbul", "en-US"),
    "nipype-authors": ("", "en"),
    "nlp-2024": ("Asia/Tokyo", ""),
    "sigdial-2020": ("UTC", "en-US"),
    "sorse-2021": ("", "en"),
    "swiftconnection-2023": ("Europe/Paris", "en"),
    "winlp-2025": ("Asia/Shanghai", "en"),
}


def job_of(name: str, folder: Path) -> ImportJob:
    """How a program, or the document ("document"), is imported into a folder."""
    if name == "document":
        return ImportJob(DOCUMENT, folder, title="ISDA-Online", language="en-US")
    zone, language = REAL_PROGRAMS[name]
    return ImportJob(DATA / name, folder, zone=zone, language=language)
