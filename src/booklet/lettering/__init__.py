"""Lettering is the text engine: runs of text become shaped words, total-fit lines and drawing operators.

It knows nothing of programs, and outside this package nobody knows how a line is made.
"""
