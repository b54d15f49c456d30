"""Texts, names, times and single words of other systems into those that booklet takes; what is lost on the way is told."""
