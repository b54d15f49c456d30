"""The program in other forms than a booklet."""
