"""The folder fonts/ of a project → the fonts in it that no style names; texts fall back on them after all others."""

import os
from pathlib import Path

from booklet import limits
from booklet.codes import UNUSED_FONT
from booklet.finding import Finding
from booklet.place import Place
from booklet.reading.project_file import leads_out, path_trouble, read_listed
from booklet.shipped import fonts_folder
from booklet.styling.font_tables import RefusedError, faces_in
from booklet.styling.fonts import LARGEST_FILE, FontFile, usable_faces

FONT_ENDINGS = (".ttf", ".otf", ".ttc", ".otc")
_FOREIGN_ENDINGS = (".woff", ".woff2", ".pfb", ".pfa", ".dfont")


def project_fonts(folder: Path, known: tuple[FontFile, ...]) -> tuple[tuple[FontFile, ...], tuple[Finding, ...]]:
    """The font files in `folder`/fonts and the folders in it, by name, without those of `known`; for each that cannot be used
    a finding at the file."""
    root = folder / "fonts"
    if leads_out(folder, root):
        return (), ()
    if root.resolve() == fonts_folder().resolve():
        return (), ()  # the example of a checkout lies beside the shipped fonts, of which a style names what it uses
    fonts: list[FontFile] = []
    findings: list[Finding] = []
    named = {font.source[0] for font in known}
    files = [file for file in _listed(root) if file not in named]
    if len(files) > limits.PROJECT_FONTS:
        hint = "take those out that the booklet does not need"
        message = f"fonts/ holds {len(files)} font files that no style names; the first {limits.PROJECT_FONTS} are used"
        findings.append(Finding(UNUSED_FONT, message, Place("fonts"), hint))
    left = limits.PROJECT_FONT_BYTES
    for file in files[: limits.PROJECT_FONTS]:
        try:
            faces = _load(file, folder, min(left, LARGEST_FILE))
            _tell_apart(faces, (*known, *fonts))
        except RefusedError as refused:
            hint = "take it out of fonts/, or put another file of the family in its place"
            message = f'font "{file[:80]}" is not used: {refused}'
            findings.append(Finding(UNUSED_FONT, message, Place(f"fonts/{file}"), hint))
        else:
            left -= len(faces[0].data)
            fonts += faces
    return tuple(fonts), tuple(findings)


def _listed(root: Path) -> list[str]:
    """Names of the files that look like fonts, relative to `root`, sorted. Links to folders are not followed."""
    found: list[str] = []
    for parent, folders, files in os.walk(root):
        inner = Path(parent).relative_to(root)
        if len(inner.parts) == limits.FONT_FOLDERS:
            folders.clear()
        endings = FONT_ENDINGS + _FOREIGN_ENDINGS
        found += [(inner / file).as_posix() for file in files if file.lower().endswith(endings)]
    return sorted(found)


def _load(file: str, folder: Path, limit: int) -> tuple[FontFile, ...]:
    name = f"fonts/{file}"
    if trouble := path_trouble(name):
        raise RefusedError(trouble)
    data = read_listed(folder, name, limit, Place(name))
    if isinstance(data, Finding):
        raise RefusedError(data.message)
    return usable_faces(file, data, range(faces_in(data)))


def _tell_apart(faces: tuple[FontFile, ...], others: tuple[FontFile, ...]) -> None:
    """Raise RefusedError when the PDF could not tell a face from another font of its name."""
    keys = {font.key: font.file for font in others}
    for face in faces:
        if face.key in keys:
            raise RefusedError(f'its name is that of the font "{keys[face.key]}"; rename the file')
