"""booklet turns the structured content of a scientific meeting into a printable program booklet."""

__version__ = "0.1.0"
