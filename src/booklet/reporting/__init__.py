"""Reporting turns findings into what the user reads: text, short lines, JSON, or annotations of a forge."""
