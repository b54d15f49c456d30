"""Authors with their affiliations: what stands for a key, and what was meant for one."""

from pathlib import Path

import pytest
from small_project import TALK, read

OWN = "affiliations:\n  uni: Example University\n  ige: Institute of Ice\n"


@pytest.mark.parametrize(
    ("written", "printed", "message"),
    [
        ("[uni, ige]", ("Example University", "Institute of Ice"), None),
        ('"uni, ige"', ("Example University", "Institute of Ice"), "which are 2 keys in one text"),
        ("ige and uni", ("Institute of Ice", "Example University"), "which are 2 keys in one text"),
        ("[Uni]", ("Example University",), '"Uni", which does not exist'),
        ("[unl]", (), '"unl", which does not exist'),
        ("[ETH, uni]", ("ETH", "Example University"), None),
        ('"University of Oslo, Norway"', ("University of Oslo, Norway",), None),
    ],
)
def test_affiliations_of_an_author(tmp_path: Path, written: str, printed: tuple[str, ...], message: str | None) -> None:
    talk = TALK.replace("affiliations: [uni]", f"affiliations: {written}").replace(
        "affiliations:\n  uni: Example University\n", OWN
    )
    program, findings = read(tmp_path, {"talks/ada.md": talk})
    assert program is not None
    assert program.talks[0].affiliations == printed
    said = [finding for finding in findings if finding.code.name == "K002"]
    assert len(said) == (message is not None)
    assert all(message is None or message in finding.message for finding in said)
    assert all(finding.hint for finding in said)
