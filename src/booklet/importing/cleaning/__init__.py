"""Texts of other systems into texts that booklet takes; what is lost on the way is told."""
