"""The data of a Jekyll site: time slots, sessions, speakers and abstracts into a Meeting."""
