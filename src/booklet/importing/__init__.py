"""What organizers hold in other systems becomes content files."""
