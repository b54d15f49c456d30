"""The event's times elsewhere: below the program, or on pages of their own."""
