"""An IANA name → the clocks of that zone, as the tzdata package knows them.

Python prefers the zone database of the system, which is older or newer on each computer, and times would follow it. The names
that content may use are those of the package (`reading/zones.py`), and so are the clocks.
"""

import zoneinfo

zoneinfo.reset_tzpath(to=())


def time_zone(name: str) -> zoneinfo.ZoneInfo:
    """The clocks of a zone. Raises ZoneInfoNotFoundError when there is none of this name."""
    return zoneinfo.ZoneInfo(name)
