"""The program at a glance: a day as a grid of rooms and hours, or as an overview with a row for every room."""
