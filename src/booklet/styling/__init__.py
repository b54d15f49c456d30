"""Styling turns style files and fonts into a Style."""
