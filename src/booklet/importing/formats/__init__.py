"""The forms in which organizers hold a program, each a file here or a folder of its own: records into a Meeting."""
