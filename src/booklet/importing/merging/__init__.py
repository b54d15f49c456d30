"""Content files of the last import, of today and of a new import into one, without losing an edit."""
