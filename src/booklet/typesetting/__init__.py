"""Typesetting puts flowables on pages and returns set pieces: pages as drawing operators, with their structure."""
