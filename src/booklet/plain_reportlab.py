"""ReportLab as it was released → the parts of it that are used here.

When it is first imported, ReportLab 5.1 runs `~/.reportlab_mods` and `~/.reportlab_settings`, or modules of these names, so a
booklet could look different on another computer. Empty modules of these names take their places.
"""

import sys
from types import ModuleType

for _name in ("reportlab_mods", "reportlab_settings"):
    sys.modules.setdefault(_name, ModuleType(_name))

from reportlab import rl_config  # noqa: E402
from reportlab.pdfbase import pdfdoc  # noqa: E402
from reportlab.pdfbase._fontdata import widthsByFontGlyph as widths_of_standard_fonts  # noqa: E402, N813
from reportlab.pdfgen.canvas import Canvas  # noqa: E402

# ReportLab reads pictures from anywhere that markup names. No markup reaches it; these see to it that nothing else does.
rl_config.trustedHosts = []
rl_config.trustedSchemes = []

__all__ = ["Canvas", "pdfdoc", "widths_of_standard_fonts"]
