"""A picture → a file of one page that shows nothing else, bound as a booklet is: for what looks at pictures one at a time."""

import zlib

from booklet.binding.bind import Trim, bind
from booklet.binding.conformance import conformance
from booklet.binding.file_plan import FilePlan
from booklet.binding.metadata import Metadata
from booklet.errors import DefectError
from booklet.lettering.font_program import FontProgram
from booklet.pdf_syntax import pdf_number
from booklet.picture import Picture
from booklet.structure import Element, Mark
from booklet.typesetting.placed_piece import PlacedPiece
from booklet.typesetting.set_piece import SetPage, SetPiece, ShownPicture
from booklet.typesetting.set_structure import set_structure


def sheet(picture: Picture) -> bytes:
    """The file. The page has the picture's natural size."""
    box = f"0 0 {pdf_number(picture.width)} {pdf_number(picture.height)}"
    scale = f"{picture.width:.6f} 0 0 {picture.height:.6f} 0 0 cm " if picture.pixels else ""
    name = picture.name
    body = zlib.compress(f"/Figure <</MCID 0>> BDC q {scale}/{name} Do Q EMC".encode())
    figure = Element("Figure", None, "picture", f"<</O/Layout/Placement/Block/BBox[{box}]>>", content=[Mark(0, 0)])
    structure, shown = set_structure(figure, [1], []), ShownPicture(name, picture, picture.width)
    piece = SetPiece("sheet", (SetPage(body, 1, (name,)),), structure, (), (), (), (shown,))
    trim = Trim(picture.width, picture.height)
    plan = FilePlan(conformance())
    return bind((PlacedPiece(piece, None, ""),), trim, Metadata("Picture", (), "en"), _no_fonts, plan)


def _no_fonts(face: str, codes: set[int]) -> FontProgram:
    raise DefectError(f"a sheet has no text of its own, but {len(codes)} glyphs of {face}")
