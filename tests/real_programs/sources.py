"""The files of each real program into what they say, and the facts of each that its PROVENANCE.md lists."""

from dataclasses import dataclass

from . import DATA, REAL_PROGRAMS
from .raw import Raw
from .raw_papers import aclpub2, colt, hibit, nlp, sorse, zenodo
from .raw_schedules import frab_json, frab_xml, notion, pretalx_csv, sessionize, xcal

IN_LATEX = frozenset({"colt-2020", "sigdial-2020", "winlp-2025"})


@dataclass(frozen=True, slots=True)
class Facts:
    """Talks (invited ones and keynotes among them), different names of authors, how many items and sessions are on each day
    of the program (or only how many days there are), rooms, tracks, talks without author, the most authors of one talk, and
    when the first and the last of all begins."""

    talks: int
    names: int
    days: tuple[int, ...] | int = 0
    rooms: int = 0
    tracks: int = 0
    alone: int = 0
    most: int = 0
    first: str = ""
    last: str = ""


FACTS: dict[str, Facts] = {
    "ccc-camp-2019": Facts(
        79, 90, (17, 17, 19, 17, 9), 2, 7, 1, 0,
        "2019-08-21T11:00:00+02:00",
        "2019-08-25T18:00:00+02:00",
    ),
    "ccc-rc3-2020": Facts(
        48, 56, (12, 15, 14, 7), 5, 5, 1, 0,
        "2020-12-27T11:30:00+01:00",
        "2020-12-30T16:00:00+01:00",
    ),
    "colt-2020": Facts(
        120 + 3, 297 + 3, 6, 0, 0, 0, 8,
        "2020-07-08T11:00:00-04:00",
        "2020-07-13T06:00:00-04:00",
    ),
    "droidcon-italy-2025": Facts(
        # One of the 31 speakers is in no session.
        28, 31 - 1, 2, 2, 0, 1, 0,
        "2025-11-19T09:30:00+01:00",
        "2025-11-20T16:45:00+01:00",
    ),
    "fosdem-2014-xcal": Facts(
        508, 481, 2, 23, 44, 8, 0,
        "2014-02-01T10:30:00+01:00",
        "2014-02-02T17:50:00+01:00",
    ),
    "fosdem-2026": Facts(
        883, 927, (484, 399), 30, 62, 6, 7,
        "2026-01-31T09:30:00+01:00",
        "2026-02-01T17:50:00+01:00",
    ),
    "gab-linz-2020": Facts(
        # The lunch is the 29th session; in two of the 6 rooms nothing happens.
        28, 28, (28 + 1,), 6 - 2, 2, 0, 0,
        "2020-04-24T09:00:00+02:00",
        "2020-04-24T16:00:00+02:00",
    ),
    "hibit-2020": Facts(
        104 + 8, 345, 2, 0, 0, 0, 17,
        "2020-10-22T09:00:00+03:00",
        "2020-10-23T17:00:00+03:00",
    ),
    # One of 216 stands there twice, with one ORCID.
    "nipype-authors": Facts(1, 216 - 1, most=216 - 1),
    # Without times, the names of the sessions are tracks. Of 1308 names 6 differ from another by a mark alone.
    "nlp-2024": Facts(599, 1308 - 6, tracks=66, most=15),
    "sigdial-2020": Facts(
        41 + 2, 150 + 2, 3, 3, 3, 0, 9,
        "2020-07-01T07:30:00+00:00",
        "2020-07-03T08:45:00+00:00",
    ),
    "sorse-2021": Facts(
        44, 118, 33, 0, 6, 0, 19,
        "2020-09-02T13:10:00+00:00",
        "2021-03-18T09:00:00+00:00",
    ),
    "swiftconnection-2023": Facts(
        # 15 talks, 4 classrooms and 2 masterclasses, two of which are given twice; the last two kinds are tracks.
        19, 18, 2, 0, 2, 0, 0,
        "2023-09-21T13:00:00+02:00",
        "2023-09-22T18:00:00+02:00",
    ),
    "winlp-2025": Facts(40 + 3, 129 + 6, most=8),
}  # fmt: skip


def raw_of(name: str) -> Raw:
    """What the files of a program say; times without a zone are in that of REAL_PROGRAMS."""
    folder, (zone, _) = DATA / name, REAL_PROGRAMS[name]
    read = {
        "ccc-camp-2019": lambda: frab_json(folder / "frab-camp2019.json"),
        "ccc-rc3-2020": lambda: frab_json(folder / "pretalx-rc3.json"),
        "colt-2020": lambda: colt(folder),
        "droidcon-italy-2025": lambda: pretalx_csv(folder, zone),
        "fosdem-2014-xcal": lambda: xcal(folder / "fosdem_schedule.xcal", zone),
        "fosdem-2026": lambda: frab_xml(folder / "fosdem-2026.xml"),
        "gab-linz-2020": lambda: sessionize(folder / "sessionize.json", zone),
        "hibit-2020": lambda: hibit(folder, zone),
        "nipype-authors": lambda: zenodo(folder / "zenodo.json"),
        "nlp-2024": lambda: nlp(folder),
        "sigdial-2020": lambda: aclpub2(folder),
        "sorse-2021": lambda: sorse(folder),
        "swiftconnection-2023": lambda: notion(folder / "swiftconnection2023.json", zone),
        "winlp-2025": lambda: aclpub2(folder),
    }
    return read[name]()
