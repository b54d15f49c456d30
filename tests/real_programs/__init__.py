"""Programs of real events, as their organizers left them, into content folders: input for tests, no part of the product.

`python -m tests.real_programs NAME DIR` writes one for trying by hand.
"""

from collections.abc import Callable
from pathlib import Path

from . import (
    ccc_camp_2019,
    colt_2020,
    fosdem_2026,
    gab_linz_2020,
    hibit_2020,
    nipype_authors,
    nlp_2024,
    sigdial_2020,
)

DATA = Path(__file__).parents[3] / "shared" / "data"

# By the name of the folder in DATA; each is called with that folder and the one to write.
REAL_PROGRAMS: dict[str, Callable[[Path, Path], None]] = {
    "ccc-camp-2019": ccc_camp_2019.write,
    "colt-2020": colt_2020.write,
    "fosdem-2026": fosdem_2026.write,
    "gab-linz-2020": gab_linz_2020.write,
    "hibit-2020": hibit_2020.write,
    "nipype-authors": nipype_authors.write,
    "nlp-2024": nlp_2024.write,
    "sigdial-2020": sigdial_2020.write,
}
