"""ReportLab as it was released → the parts of it that are used here.

When it is first imported, ReportLab 5.1 runs `~/.reportlab_mods` and `~/.reportlab_settings`, or modules of these names, so a
booklet could look different on another computer. Empty modules of these names take their places.

Nothing that is used here opens pictures or temporary files, or computes what stands in a text: what ReportLab imports for
these was a third of its time. That of pictures it can do without (`haveImages`).
"""

import sys
from types import ModuleType

from booklet.stand_ins import stand_ins

for _name in ("reportlab_mods", "reportlab_settings"):
    sys.modules.setdefault(_name, ModuleType(_name))

_UNUSED = {
    "PIL": {"Image": None},
    "reportlab.lib.rltempfile": dict.fromkeys(("get_rl_tempfile", "get_rl_tempdir")),
    "reportlab.lib.rl_safe_eval": dict.fromkeys(
        ("rl_safe_exec", "rl_safe_eval", "safer_globals", "rl_extended_literal_eval")
    ),
}

with stand_ins(_UNUSED):
    from reportlab import rl_config
    from reportlab.pdfbase import pdfdoc
    from reportlab.pdfbase._fontdata import widthsByFontGlyph as widths_of_standard_fonts  # noqa: N813
    from reportlab.pdfgen.canvas import Canvas

# ReportLab reads pictures from anywhere that markup names. No markup reaches it; these see to it that nothing else does.
rl_config.trustedHosts = []
rl_config.trustedSchemes = []

__all__ = ["Canvas", "pdfdoc", "widths_of_standard_fonts"]
