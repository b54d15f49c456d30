"""A folder name becomes a small project that builds at once."""

from pathlib import Path

from booklet.errors import FileError, WrongUseError

_STARTER = Path(__file__).parent / "starter"


def new_project(folder: Path) -> tuple[str, ...]:
    """Write the starter project into `folder`, which is new or empty, and return the files made, relative to it.

    Raises WrongUseError when `folder` holds anything, FileError when it cannot be written.
    """
    if folder.exists() and not folder.is_dir():
        raise WrongUseError(f'"{folder}" is a file; give the name of a new folder')
    files = sorted(path for path in _STARTER.rglob("*") if path.is_file())
    try:
        if folder.is_dir() and any(folder.iterdir()):
            raise WrongUseError(f'"{folder}" is not empty; give the name of a new folder')
        for file in files:
            target = folder / file.relative_to(_STARTER)
            target.parent.mkdir(parents=True, exist_ok=True)
            with target.open("xb") as made:
                made.write(file.read_bytes())
    except OSError as trouble:
        raise FileError(f'cannot write "{trouble.filename or folder}": {trouble.strerror}') from trouble
    return tuple(file.relative_to(_STARTER).as_posix() for file in files)
