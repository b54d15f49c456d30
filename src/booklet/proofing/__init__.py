"""Proofing looks at a finished PDF: its self-check, and a readable dump for tests."""
