"""Indexes: people, keywords and rooms with their pages, and the list of participants."""
