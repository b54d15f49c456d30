"""Content of another booklet into the texts of its files, and what is to be said about them."""
