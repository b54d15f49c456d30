"""Binding turns set pieces and covers into one PDF file."""
