"""bench/requirements.txt → bench/.venv, where what the benches compare with is installed."""

import shutil
import subprocess
import venv
from pathlib import Path

_BENCH = Path(__file__).parents[1]
PYTHON = _BENCH / ".venv" / "bin" / "python"


def install() -> bool:
    """Make bench/.venv when it is missing; whether it is there."""
    if PYTHON.is_file():
        return True
    print("installing bench/requirements.txt into bench/.venv", flush=True)
    venv.create(PYTHON.parents[1], with_pip=True)
    pip = [str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    if subprocess.run([*pip, "-r", str(_BENCH / "requirements.txt")], check=False).returncode:
        shutil.rmtree(PYTHON.parents[1])
        print("bench/requirements.txt could not be installed, so nothing is measured")
        return False
    return True


def version(package: str) -> str:
    """The version of a package in bench/.venv."""
    script = f"import importlib.metadata as m; print(m.version({package!r}))"
    return subprocess.run([str(PYTHON), "-c", script], capture_output=True, text=True, check=False).stdout.strip()
