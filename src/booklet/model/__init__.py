"""Frozen nouns of a scientific meeting. Order, numbers and times are settled here once; nothing later changes them."""
