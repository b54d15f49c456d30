"""Formulas in LaTeX → glyphs of STIX Two Math and rules, placed as TeX places them, and their reading in plain text."""
