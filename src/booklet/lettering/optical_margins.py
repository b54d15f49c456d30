"""Characters at the edge of a column → how far they stand out over it, so that the edge looks straight.

The shares of the width are those of pdfTeX's microtype, rounded; of full-width punctuation nearly half is white.
"""

_OPENING_WIDE, _CLOSING_WIDE = "「『（【〈《〔［", "、。，．・：；」』）】〉》〕］"

RIGHT = {".": 0.7, ",": 0.7, ":": 0.4, ";": 0.3, "-": 0.7, "‐": 0.7, "–": 0.3, "—": 0.2, "!": 0.1, "?": 0.1, "”": 0.5,
         "’": 0.7, "»": 0.3, ")": 0.1, "r": 0.05, "y": 0.05, "k": 0.05, "v": 0.05, "w": 0.05, "T": 0.05, "Y": 0.05,
         **dict.fromkeys(_CLOSING_WIDE, 0.45)}  # fmt: skip
LEFT = {"“": 0.5, "‘": 0.7, "„": 0.5, "«": 0.3, "(": 0.1, "A": 0.05, "T": 0.05, "V": 0.05, "W": 0.05, "Y": 0.05, "–": 0.3,
        "—": 0.2, **dict.fromkeys(_OPENING_WIDE, 0.45)}  # fmt: skip
