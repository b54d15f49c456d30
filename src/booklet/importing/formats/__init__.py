"""One file for each form in which organizers hold a program: records into a Meeting."""
