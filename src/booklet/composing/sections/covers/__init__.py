"""Covers that booklet draws."""
