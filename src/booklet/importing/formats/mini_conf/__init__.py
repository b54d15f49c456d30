"""The files of a Mini-Conf site: papers and calendar into a Meeting."""
