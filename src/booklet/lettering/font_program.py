"""A face and the codes used of it → what a PDF file needs to embed it: a subset by HarfBuzz, widths, texts.

TrueType outlines are embedded dense, with a CIDToGIDMap stream from codes to the subset's glyphs; CFF has no such map, so an
embedded CMap takes its place (ISO 32000-1, 9.7.4.2 and 9.7.5). Retained glyph ids would cost three times the bytes.
"""

import hashlib

import uharfbuzz as hb

from booklet.errors import FileError
from booklet.lettering.face import LINE_HYPHEN, NOTDEF, Face
from booklet.plain_dataclasses import dataclass

_UNNEEDED = [
    "GSUB",
    "GPOS",
    "GDEF",
    "BASE",
    "JSTF",
    "DSIG",
    "STAT",
    "MATH",
    "meta",
    "OS/2",
    "name",
    "post",
    "cmap",
    "gasp",
    "prep",
    "fpgm",
    "cvt",
    "VDMX",
    "hdmx",
    "kern",
    "SVG",
    "COLR",
    "CPAL",
    "MVAR",
    "HVAR",
    "avar",
    "fvar",
    "gvar",
    "LTSH",
    "PCLT",
]


@dataclass(frozen=True, slots=True)
class FontProgram:
    """A subset font. Codes are two bytes; lengths are in 1/1000 em.

    `name` carries the six-letter subset tag (9.6.4). `glyphs` maps codes to glyphs of the subset, `widths` codes to advances
    and `texts` codes to what they stand for. `box` is the font's bounding box, x0 y0 x1 y1.
    """

    name: str
    program: bytes
    is_cff: bool
    glyphs: tuple[tuple[int, int], ...]
    widths: tuple[tuple[int, int], ...]
    texts: tuple[tuple[int, str], ...]
    box: tuple[int, int, int, int]
    ascent: int
    descent: int
    cap_height: int
    italic_angle: float


def font_program(face: Face, codes: set[int]) -> FontProgram:
    """Subset `face` to the glyphs that `codes` stand for. Raises FileError when the font's outlines are damaged."""
    ordered = tuple(sorted({NOTDEF} | codes))
    original = {code: face.hyphen if code == LINE_HYPHEN else code for code in ordered}
    plan, subset, is_cff = _subset(face, set(original.values()))
    renumbered = plan.old_to_new_glyph_mapping
    head = face.hb_face.reference_table("head").data
    box = [round(int.from_bytes(head[at : at + 2], "big", signed=True) * face.per_em) for at in (36, 38, 40, 42)]
    extents = face.hb_font.get_font_extents("ltr")
    cap_height = face.hb_font.get_metric_position_with_fallback(hb.OTMetricsTag.CAP_HEIGHT)
    return FontProgram(
        name=f"{_subset_tag(ordered)}+{face.key}",
        program=bytes(subset.reference_table("CFF ").data if is_cff else subset.blob.data),
        is_cff=is_cff,
        glyphs=tuple((code, renumbered[original[code]]) for code in ordered),
        widths=tuple((code, face.widths[original[code]]) for code in ordered),
        texts=tuple(
            (code, "\u00ad" if code == LINE_HYPHEN else face.text_of(code)) for code in ordered if code != NOTDEF
        ),
        box=(box[0], box[1], box[2], box[3]),
        ascent=round(extents.ascender * face.per_em),
        descent=round(extents.descender * face.per_em),
        cap_height=round(cap_height * face.per_em),
        italic_angle=_italic_angle(face),
    )


def _subset(face: Face, glyphs: set[int]) -> tuple[hb.SubsetPlan, hb.Face, bool]:
    order = hb.SubsetInput()
    order.sets(hb.SubsetInputSets.GLYPH_INDEX).update(glyphs)
    flags = hb.SubsetFlags
    order.flags = flags.NO_HINTING | flags.NO_LAYOUT_CLOSURE | flags.NO_BIDI_CLOSURE | flags.NOTDEF_OUTLINE
    is_cff = bool({"CFF ", "CFF2"} & set(face.hb_face.table_tags))
    if is_cff:
        order.flags |= flags.CFF_IDENTITY_CHARSET | flags.DOWNGRADE_CFF2
    if face.font.weight is not None:
        order.pin_all_axes_to_default(face.hb_face)
        order.pin_axis_location(face.hb_face, "wght", face.font.weight)
    drop = order.sets(hb.SubsetInputSets.DROP_TABLE_TAG)
    for tag in _UNNEEDED:
        drop.add(int.from_bytes(tag.ljust(4).encode(), "big"))
    damaged = f'the font "{face.font.file}" is damaged, its glyphs cannot be embedded; put a whole file in its place'
    try:
        plan = hb.SubsetPlan(face.hb_face, order)
        subset = plan.execute()
    except RuntimeError as failed:
        raise FileError(damaged) from failed
    if not all(glyph in plan.old_to_new_glyph_mapping for glyph in glyphs):
        raise FileError(damaged)
    return plan, subset, is_cff


def _subset_tag(codes: tuple[int, ...]) -> str:
    digest = hashlib.blake2b(repr(codes).encode(), digest_size=6).digest()
    return "".join(chr(65 + byte % 26) for byte in digest)


def _italic_angle(face: Face) -> float:
    """Degrees counter-clockwise from the vertical: the post table's 16.16 number."""
    post = face.hb_face.reference_table("post").data
    return int.from_bytes(post[4:8], "big", signed=True) / 65536 if post and len(post) >= 8 else 0.0
