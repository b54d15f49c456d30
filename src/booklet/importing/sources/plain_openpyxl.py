"""openpyxl without its look at the computer → what is used of it here.

When it is first imported, openpyxl 3.1 lets the module mimetypes read the system's list of endings (/etc/mime.types, the
registry of Windows), on which no import depends. Where that module believes that it has done so, it goes by its own list.
"""

import mimetypes

mimetypes.inited = True

from openpyxl import load_workbook  # noqa: E402

__all__ = ["load_workbook"]
