"""Flowables: things that know their height at a given width and can draw themselves on a canvas."""
