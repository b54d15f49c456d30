"""The sections of a booklet, one file each; SECTIONS is the list."""
