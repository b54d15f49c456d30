"""An IANA name → the clocks of that zone, as the tzdata package knows them.

Python prefers the zone database of the system, which is older or newer on each computer, and times would follow it. The names
that content may use are those of the package (`reading/zones.py`), and so are the clocks. Both are read as the files that
they are: what Python has for the data of packages brings zip files along.
"""

import zoneinfo
from pathlib import Path

import tzdata

_DATA = Path(tzdata.__file__).resolve().parent

zoneinfo.reset_tzpath(to=(_DATA / "zoneinfo",))


def time_zone(name: str) -> zoneinfo.ZoneInfo:
    """The clocks of a zone. Raises ZoneInfoNotFoundError when there is none of this name."""
    return zoneinfo.ZoneInfo(name)


def zone_names() -> frozenset[str]:
    """The IANA names of all zones."""
    return frozenset((_DATA / "zones").read_text("utf-8").split())
