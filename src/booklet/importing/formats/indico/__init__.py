"""The exports of Indico: its JSON and its tables into a Meeting."""
