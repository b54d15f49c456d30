"""A formula that cannot be set → the one exception that says why."""


class CannotSetError(Exception):
    """A formula cannot be set. The message is a plain sentence without a period at its end."""
