"""`python -m booklet` is the command `booklet`."""

from booklet.cli import process

if __name__ == "__main__":
    process()
