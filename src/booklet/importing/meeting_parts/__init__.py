"""What several forms have in common: events, times, speakers and kinds into the parts of a Meeting."""
