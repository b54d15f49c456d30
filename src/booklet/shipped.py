"""Where the data that comes with the program lies: fonts, styles and the explanations of findings."""

from pathlib import Path

_PACKAGE = Path(__file__).parent
_INSTALLED = _PACKAGE / "data"
_CHECKOUT = _PACKAGE.parents[1]


def fonts_folder() -> Path:
    """Folder of the font families, inside the wheel or at the top of a checkout."""
    return _folder("fonts")


def styles_folder() -> Path:
    """Folder of the styles and labels, inside the wheel or at the top of a checkout."""
    return _folder("styles")


def findings_page() -> Path:
    """The page that explains every finding code (docs/reference/findings.md)."""
    installed = _INSTALLED / "findings.md"
    return installed if installed.is_file() else _CHECKOUT / "docs" / "reference" / "findings.md"


def _folder(name: str) -> Path:
    installed = _INSTALLED / name
    return installed if installed.is_dir() else _CHECKOUT / name
