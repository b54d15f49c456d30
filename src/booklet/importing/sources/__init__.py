"""Files of other systems into records with their places; nothing of what they mean is known here."""
