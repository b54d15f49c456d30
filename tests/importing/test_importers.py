"""The table of the forms, and the folder in which their readers stand."""

from pathlib import Path

import booklet.importing.formats
from booklet.importing.importers import IMPORTERS

FORMATS = Path(booklet.importing.formats.__file__).parent


def readers() -> set[str]:
    """The files of the readers below the folder of the forms."""
    modules = {one.read.__module__.removeprefix("booklet.importing.formats.") for one in IMPORTERS}
    return {f"{module.replace('.', '/')}.py" for module in modules}


def test_each_form_has_a_name_and_a_reader_of_its_own() -> None:
    assert len({one.name for one in IMPORTERS}) == len(IMPORTERS) == len(readers())


def test_parts_of_a_form_stand_in_a_folder_with_its_reader() -> None:
    at_the_top = {path.name for path in FORMATS.glob("*.py")} - {"__init__.py"}
    assert at_the_top == {name for name in readers() if "/" not in name}
    folders = {path.parent.name for path in FORMATS.glob("*/*.py")}
    assert folders == {name.split("/")[0] for name in readers() if "/" in name}
