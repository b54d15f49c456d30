"""The lists of the program that say everything: session by session in one column or several, or all by time."""
