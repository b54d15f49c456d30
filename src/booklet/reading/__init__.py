"""Reading turns the content folder into a Program and the findings about its files."""
