"""Tables that no known system wrote: what their columns are, and what becomes of their rows."""
