"""Talks on pages: abstracts one a page or following each other, keynotes, long lists of authors, second languages."""
