"""Composing turns the Program, in a Style, into sections of flowables."""
