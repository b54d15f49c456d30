"""Checking looks at a Program as a careful editor would and returns findings."""
